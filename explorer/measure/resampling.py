"""How well a median is known: bootstrap intervals from the runs themselves, of one latency and of the ratio of two.

Runs that follow one another resemble one another (frequency, caches, other processes), so blocks of neighbouring runs are drawn,
not single ones (circular block bootstrap: Politis and Romano 1992; blocks of n^(1/3) runs, the order that Künsch 1989 gives).
Percentile intervals. The same samples give the same interval: the draws come from a fixed seed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

RESAMPLES = 2000
CONFIDENCE = 0.95
SEED = 0
FEWEST = 8  # runs; of fewer no interval is told
AT_ONCE = 2_000_000  # numbers held at a time
MARGIN = 0.03  # two latencies are called different, or equal, only beyond, or within, this share

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]


def median_interval(samples: Sequence[float], confidence: float = CONFIDENCE) -> tuple[float, float] | None:
    """Interval of the median in the samples' unit; None for fewer than ``FEWEST`` samples."""
    values = np.asarray(samples, dtype=np.float64)
    if len(values) < FEWEST:
        return None
    drawn = _statistics(len(values), lambda places: np.median(values[places], axis=1))
    return _percentiles(drawn, confidence)


def ratio_interval(a: Sequence[float], b: Sequence[float], confidence: float = CONFIDENCE) -> tuple[float, float] | None:
    """Interval of median(b) ÷ median(a) for runs taken in turn: a[i] and b[i] stand in one round, and rounds are drawn.

    None for fewer than ``FEWEST`` rounds; ValueError where the two have different lengths.
    """
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)} runs are no rounds")
    first, second = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    if len(first) < FEWEST:
        return None
    drawn = _statistics(
        len(first), lambda places: np.median(second[places], axis=1) / np.median(first[places], axis=1)
    )
    return _percentiles(drawn, confidence)


def verdict(interval: tuple[float, float] | None, margin: float = MARGIN) -> str:
    """``slower`` or ``faster`` (the second one, beyond the margin), ``equal`` (within it), else ``undecided``."""
    if interval is None:
        return "undecided"
    low, high = interval
    if low > 1 + margin:
        return "slower"
    if high < 1 - margin:
        return "faster"
    return "equal" if low >= 1 - margin and high <= 1 + margin else "undecided"


def _statistics(count: int, statistic: Callable[[Indices], Any]) -> Floats:
    """The statistic of ``RESAMPLES`` resamples; it is given the places drawn, resamples × count."""
    rng = np.random.default_rng(SEED)
    block = max(1, round(count ** (1 / 3)))
    blocks = -(-count // block)
    steps = np.arange(block, dtype=np.int64)
    found = []
    at_once = max(1, AT_ONCE // count)
    for start in range(0, RESAMPLES, at_once):
        some = min(at_once, RESAMPLES - start)
        starts = rng.integers(0, count, size=(some, blocks, 1))
        found.append(statistic(((starts + steps) % count).reshape(some, -1)[:, :count]))
    return np.concatenate(found)


def _percentiles(drawn: Floats, confidence: float) -> tuple[float, float]:
    outside = (1 - confidence) / 2
    low, high = np.quantile(drawn, [outside, 1 - outside])
    return float(low), float(high)
