"""How well one figure orders another: Spearman's ρ with ties, its interval, and the median of ratios. Standard library only.

Ranks of equal values are their mean (midranks); ρ is Pearson's correlation of the ranks, which holds with ties, unlike
1 − 6 Σd² / (n³ − n). The interval of ρ is the percentile bootstrap over pairs from a fixed seed; it speaks of networks drawn like
these ones. The interval of a median is the distribution-free one between order statistics (David and Nagaraja, Order Statistics,
section 7.1): exact, so at least as sure as it says.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import groupby
from math import comb, sqrt
from statistics import median
from time import monotonic

RESAMPLES = 2000
CONFIDENCE = 0.95
SEED = 0
FEWEST = 4  # pairs; of fewer no ρ is told
FEWEST_FOR_INTERVAL = 8  # as of the runs of a measurement

Interval = tuple[float, float]


def ranks(values: Sequence[float]) -> list[float]:
    """1 for the least; equal values share the mean of their ranks."""
    found, before = [0.0] * len(values), 0
    for group in _ties(values):
        for index in group:
            found[index] = before + (len(group) + 1) / 2
        before += len(group)
    return found


def spearman(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """ρ of pairs; None for fewer than ``FEWEST``, or where one of the two does not vary. ValueError for unequal lengths."""
    if len(xs) != len(ys):
        raise ValueError(f"{len(xs)} and {len(ys)} values are no pairs")
    if len(xs) < FEWEST:
        return None
    return _pearson(ranks(xs), ranks(ys), [1] * len(xs), len(xs))


class Bootstrap:
    """The interval of ρ, a piece at a time, so that a window stays alive meanwhile. The same pairs, the same interval."""

    def __init__(self, xs: Sequence[float], ys: Sequence[float], *, resamples: int = RESAMPLES, seed: int = SEED) -> None:
        self._ties = _ties(xs), _ties(ys)
        self._n = len(xs)
        self._left = resamples if self._n >= FEWEST_FOR_INTERVAL else 0
        self._random = random.Random(seed)
        self._found: list[float] = []

    def advance(self, seconds: float) -> bool:
        """Go on for about so long; whether all is done."""
        end = monotonic() + seconds
        while self._left:
            self._left -= 1
            self._draw()
            if monotonic() >= end:
                break
        return not self._left

    def interval(self) -> Interval | None:
        """Ends at the confidence; None while it is not done, for fewer than ``FEWEST_FOR_INTERVAL`` pairs, or where ρ is none."""
        if self._left or not self._found:
            return None
        ordered, share = sorted(self._found), (1 - CONFIDENCE) / 2
        return _quantile(ordered, share), _quantile(ordered, 1 - share)

    def _draw(self) -> None:
        """One resample: how often each pair was drawn says how many equal values its rank is the mean of."""
        counts = [0] * self._n
        for index in self._random.choices(range(self._n), k=self._n):
            counts[index] += 1
        first, second = (self._drawn_ranks(ties, counts) for ties in self._ties)
        rho = _pearson(first, second, counts, self._n)
        if rho is not None:  # every pair drawn had the same value: nothing can be said
            self._found.append(rho)

    def _drawn_ranks(self, ties: Sequence[Sequence[int]], counts: Sequence[int]) -> list[float]:
        found, before = [0.0] * self._n, 0
        for group in ties:
            together = sum(counts[index] for index in group)
            for index in group:
                found[index] = before + (together + 1) / 2
            before += together
        return found


def median_interval(values: Sequence[float]) -> Interval | None:
    """Between the order statistics that hold the median at the confidence; None for so few values (up to 5) that none do."""
    ordered, n, tail = sorted(values), len(values), 0.0
    outside = 0  # values that may be left out on each side
    while outside < n // 2:
        tail += comb(n, outside) / 2**n
        if 2 * tail > 1 - CONFIDENCE:
            break
        outside += 1
    return (ordered[outside - 1], ordered[n - outside]) if outside else None


def ratios(below: Sequence[float], above: Sequence[float]) -> tuple[float, Interval | None]:
    """Median of above[i] ÷ below[i] and its interval. ValueError where there is no pair."""
    found = [b / a for a, b in zip(below, above, strict=True)]
    if not found:
        raise ValueError("there is no pair")
    return median(found), median_interval(found)


def _ties(values: Sequence[float]) -> list[list[int]]:
    """Indices by value, ascending, equal ones together."""
    order = sorted(range(len(values)), key=values.__getitem__)
    return [list(group) for _, group in groupby(order, key=values.__getitem__)]


def _pearson(first: Sequence[float], second: Sequence[float], counts: Sequence[int], n: int) -> float | None:
    """Of ranks, each as often as ``counts`` says; their mean is (n + 1) / 2."""
    middle = (n + 1) / 2
    both = one = other = 0.0
    for a, b, count in zip(first, second, counts, strict=True):
        if count:
            a, b = a - middle, b - middle
            both += count * a * b
            one += count * a * a
            other += count * b * b
    return both / sqrt(one * other) if one and other else None


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Linear between neighbours."""
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (place - low) * (ordered[high] - ordered[low])
