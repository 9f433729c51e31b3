"""Figures of the real incidents that are at hand. Run: python3 real.py incidents.jsonl > real.json"""
import json
import sys
from datetime import datetime

import numpy as np
from scipy import stats


def ms(text):
    return round(datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp() * 1000)


lines = [json.loads(line) for line in open(sys.argv[1])]
whole = [one for one in lines if one["recovered"]]
minutes = np.array([(ms(o["recovered"]) - ms(o["impactStart"])) / 60_000 for o in whole])
level = {"low": 3, "medium": 2, "high": 1}
logs = np.log(minutes[minutes > 0])
print(json.dumps({
    "n": len(lines), "open": len(lines) - len(whole), "negative": int((minutes < 0).sum()),
    "percentiles": {str(q): float(np.percentile(minutes, q)) for q in [5, 25, 50, 75, 90, 95, 99]},
    "mean": float(minutes.mean()), "shareUnderMean": float((minutes < minutes.mean()).mean()),
    "sdOfLog": float(logs.std(ddof=1)), "skewOfLog": float(stats.skew(logs)),
    "andersonDarling": float(stats.anderson(logs, "norm", method="interpolate").statistic),
    "spearman": [float(v) for v in stats.spearmanr([-level[o["severity"]] for o in whole], minutes)],
}, indent=1))
