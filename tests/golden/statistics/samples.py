"""Samples for the golden values: durations in minutes, whole, from a fixed generator; some with ties, some open."""
import json
import random

random.seed(20260302)


def log_normal(n, mean, sd, digits=3):
    return [round(random.lognormvariate(mean, sd), digits) for _ in range(n)]


def with_open(values, share):
    return [{"x": v, "open": random.random() < share} for v in values]


samples = {
    "two": [
        {"name": "small", "a": log_normal(7, 5, 1.2), "b": log_normal(6, 4, 1.2)},
        {"name": "counted", "a": log_normal(20, 5, 1.2), "b": log_normal(20, 4.6, 1.4)},
        {"name": "normal", "a": log_normal(40, 5, 1.2), "b": log_normal(35, 4.4, 1.2)},
        {"name": "ties", "a": log_normal(40, 3, 0.4, 0), "b": log_normal(45, 3.1, 0.4, 0)},
        {"name": "large", "a": log_normal(300, 5, 1.6), "b": log_normal(250, 5, 1.6)},
    ],
    "one": [
        {"name": f"n{n}", "values": with_open(log_normal(n, 5, 1.3), share)}
        for n, share in [(8, 0.2), (12, 0.4), (25, 0.2), (60, 0.3), (15, 0.8)]
    ],
    "censored": [
        {"name": "few", "a": with_open(log_normal(10, 5, 1), 0.3), "b": with_open(log_normal(9, 4, 1), 0.3)},
        {"name": "many", "a": with_open(log_normal(60, 5, 1.3), 0.2), "b": with_open(log_normal(70, 4.7, 1.3), 0.2)},
    ],
}
print(json.dumps(samples, indent=1))
