"""Golden values of the rule of minutes, from scipy. Run: python3 minutes.py > minutes.json

Durations in milliseconds are rounded half up to whole minutes; what rounds to none counts as half a minute. Then the
same tests as with-scipy.py, here written out anew.
"""
import json
from math import ceil, floor, log

import numpy as np
import scipy
from scipy import stats

M = 60_000
BEFORE = [0, 12_000, 65 * M, 65 * M + 20_000, 40 * M, 90 * M, 31 * M + 500, 120 * M, 64 * M + 40_000, 180 * M, 45 * M]
AFTER = [0, 29_999, 30_000, 20 * M, 19 * M + 45_000, 33 * M, 25 * M, 12 * M, 65 * M, 8 * M + 10_000]


def rule(ms):
    return max(floor(ms / M + 0.5), 0.5)


a, b = np.array([rule(x) for x in BEFORE]), np.array([rule(x) for x in AFTER])
p = stats.mannwhitneyu(a, b, method="asymptotic").pvalue
ratio = float(np.exp(np.median(np.subtract.outer(np.log(b), np.log(a)))))
sd = float(np.std(np.log(a), ddof=1))
needed = ceil(2 * ((stats.norm.ppf(0.975) + stats.norm.ppf(0.8)) * sd / log(1 - 0.5)) ** 2)
print(json.dumps({
    "made with": f"scipy {scipy.__version__}", "before": BEFORE, "after": AFTER,
    "p": float(p), "ratio": ratio, "sdOfLog": sd, "needed": needed,
}, indent=1))
