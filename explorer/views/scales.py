"""Round numbers for axes, and how samples fall into bins. Knows no Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

LOG_STEPS = ((1, 2, 5), (1, 3), (1,))  # of a decade, from dense to sparse


def step_of(span: float, most: int) -> float:
    """The round step (1, 2 or 5 times a power of ten) that divides ``span`` into at most about ``most`` parts."""
    raw = span / most
    power = 10.0 ** floor(log10(raw))
    return next(m * power for m in (1, 2, 5, 10) if m * power >= raw * 0.999)


def ticks(low: float, high: float, most: int = 4) -> list[float]:
    """Round numbers from ``low`` to ``high``."""
    if not high > low:
        return [low]
    step = step_of(high - low, most)
    return [i * step for i in range(ceil(low / step - 1e-9), floor(high / step + 1e-9) + 1)]


def log_ticks(low: float, high: float, most: int = 4) -> list[float]:
    """Round numbers from ``10 ** low`` to ``10 ** high``; as many of a decade as there is room for."""
    found: list[float] = []
    for steps in LOG_STEPS:
        decades = range(floor(low), ceil(high) + 1)
        found = [m * 10.0**e for e in decades for m in steps if low - 1e-9 <= log10(m) + e <= high + 1e-9]
        if len(found) <= most + 1:
            break
    return found if len(found) > 2 else [v for v in ticks(10.0**low, 10.0**high, most) if v > 0]


def ceiling(top: float, most: int = 4) -> float:
    """The end of an axis from 0 that has to hold ``top``."""
    if top <= 0:
        return 1.0
    step = step_of(top, most)
    return step * ceil(top / step - 1e-9)


def log_range(least: float, most: float, room: float = 0.08) -> tuple[float, float]:
    """The ends of a logarithmic axis, as powers of ten, that holds both; never less than half a decade."""
    low, high = log10(least), log10(most)
    span = max(high - low, 0.5)
    middle = (low + high) / 2
    return middle - span * (0.5 + room), middle + span * (0.5 + room)


@dataclass(frozen=True)
class Histogram:
    """Counts of equal bins from ``low`` to ``high``; ``beyond`` samples are slower than that."""

    low: float
    high: float
    counts: tuple[int, ...]
    beyond: int

    def edges(self, i: int) -> tuple[float, float]:
        """Where bin ``i`` begins and ends."""
        wide = (self.high - self.low) / len(self.counts)
        return self.low + i * wide, self.low + (i + 1) * wide


def histogram(samples: Sequence[float]) -> Histogram:
    """Bins up to twice the width of p10–p90 above p90: a few slow runs must not squeeze all others into a corner."""
    ordered = sorted(samples)
    p10, p90 = (ordered[max(ceil(len(ordered) * share) - 1, 0)] for share in (0.1, 0.9))
    low, high = ordered[0], ordered[bisect_right(ordered, p90 + 2 * (p90 - p10)) - 1]
    span = (high - low) or max(low * 0.1, 1e-3)
    low, high = low - 0.05 * span, high + 0.05 * span
    bins = [0] * max(min(int(len(ordered) ** 0.5 * 2), 60), 8)
    inside = [s for s in ordered if s <= high]
    for sample in inside:
        bins[min(int((sample - low) / (high - low) * len(bins)), len(bins) - 1)] += 1
    return Histogram(low, high, tuple(bins), len(ordered) - len(inside))
