"""Golden values from scipy and from exact fractions. Run: python3 with-scipy.py < samples.json > scipy.json"""
import json
import sys
from fractions import Fraction
from math import ceil, comb, log

import numpy as np
import scipy
from scipy import stats

samples = json.load(sys.stdin)


def ranks(n, q):
    """In exact arithmetic: ranks of the order statistics, or null where there are too few."""
    p, tail = Fraction(q), Fraction(25, 1000)

    def smallest(share, p):
        total = Fraction(0)
        for k in range(n + 1):
            total += comb(n, k) * p**k * (1 - p) ** (n - k)
            if total > share:
                return k

    low, high = smallest(tail, p), n + 1 - smallest(tail, 1 - p)
    return [low, high] if low >= 1 and high <= n else None


def wilson(k, n):
    low, high = stats.binomtest(k, n).proportion_ci(0.95, method="wilson")
    return [k, n, low, high]


def poisson(k):
    return [k, 0 if k == 0 else stats.chi2.ppf(0.025, 2 * k) / 2, stats.chi2.ppf(0.975, 2 * k + 2) / 2]


def count_ratio(k1, k2):
    low, high = stats.binomtest(k2, k1 + k2).proportion_ci(0.95, method="exact")
    return [k1, k2, low / (1 - low), None if high == 1 else high / (1 - high)]


def needed(cut, sd):
    return [cut, sd, ceil(2 * ((stats.norm.ppf(0.975) + stats.norm.ppf(0.8)) * sd / log(1 - cut)) ** 2)]


def mann_whitney(pair):
    a, b = np.array(pair["a"]), np.array(pair["b"])
    tied = len(set(pair["a"] + pair["b"])) < len(a) + len(b)
    exact = not tied and len(a) * len(b) <= 400
    p = stats.mannwhitneyu(a, b, method="exact" if exact else "asymptotic").pvalue
    ratio = float(np.exp(np.median(np.subtract.outer(np.log(b), np.log(a)))))
    return {"name": pair["name"], "p": p, "ratio": ratio}


def censored(values):
    return stats.CensoredData.right_censored([v["x"] for v in values], [v["open"] for v in values])


def survival(one):
    sf = stats.ecdf(censored(one["values"])).sf
    band = sf.confidence_interval(0.95, method="log-log")
    ended = {v["x"] for v in one["values"] if not v["open"]}
    rows = [
        [x, s, low, high]
        for x, s, low, high in zip(sf.quantiles, sf.probabilities, band.low.probabilities, band.high.probabilities)
        if x in ended and s > 0
    ]
    return {"name": one["name"], "steps": [[float(v) for v in row] for row in rows]}


def log_rank(pair):
    result = stats.logrank(censored(pair["a"]), censored(pair["b"]))
    return {"name": pair["name"], "p": result.pvalue}


ps = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34]
least = {str(q): min(n for n in range(1, 400) if ranks(n, q)) for q in ["1/2", "3/4", "9/10", "19/20", "99/100"]}
print(json.dumps({
    "made with": f"scipy {scipy.__version__}",
    "ranks": [[n, q, ranks(n, q)] for q in ["1/2", "3/4", "9/10", "19/20"]
              for n in [1, 5, 6, 7, 10, 13, 15, 20, 30, 36, 50, 72, 100, 400]],
    "least": least,
    "normalCdf": [[z, float(stats.norm.cdf(z))] for z in [-6, -3, -1.96, -0.5, 0, 0.1, 1, 2.5, 5]],
    "binomialCdf": [[k, n, p, float(stats.binom.cdf(k, n, p))]
                    for k, n, p in [(3, 10, 0.5), (480, 1000, 0.5), (49_700, 100_000, 0.5), (5, 300, 0.01)]],
    "wilson": [wilson(*kn) for kn in [(0, 5), (5, 5), (3, 9), (45, 60), (1, 200), (9_000, 10_000)]],
    "poisson": [poisson(k) for k in [0, 1, 3, 6, 20, 100, 12_345]],
    "countRatio": [count_ratio(*ks) for ks in [(3, 6), (5, 10), (20, 40), (0, 4), (4, 0), (300, 200)]],
    "needed": [needed(c, sd) for sd in [1.25, 1.6] for c in [0.1, 0.2, 0.3, 0.5, 0.8]],
    "holding": [ps, [bool(p <= 0.1) for p in stats.false_discovery_control(ps)]],
    "mannWhitney": [mann_whitney(pair) for pair in samples["two"]],
    "survival": [survival(one) for one in samples["one"]],
    "logRank": [log_rank(pair) for pair in samples["censored"]],
}, indent=1))
