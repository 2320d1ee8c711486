"""Whether runs fall into two groups: a processor that changes its frequency, a thread that moves between kinds of cores.

The sorted runs are parted where the two sides vary least within (Otsu's criterion), neither side below a tenth of them. They are
two groups where the sides' medians lie apart, next to nothing lies in the middle between them, and each side keeps together: of
a single hump, however skewed, a third of the smaller side or more lies there, and a tail is wide. Standard library only.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

SMALLEST = 0.1  # share of the runs that a group has at least
APART = 0.05  # the slower group's median is this share above the faster's, at least
VALLEY = 0.15  # of the smaller side's runs, at most so many may lie in the middle third between the medians
TOGETHER = 0.5  # of the distance between the medians: the middle half of each side is narrower
EXTREME = 0.02  # share of the runs at either end that count as no further out than the next
FEWEST = 30  # runs; fewer tell nothing


def two_groups(samples: Sequence[float]) -> tuple[float, float, float] | None:
    """Medians of the faster and the slower group, and the slower's share of the runs; None where there is one group."""
    ordered = sorted(samples)
    count = len(ordered)
    if count < FEWEST:
        return None
    ends = round(EXTREME * count)
    kept = [min(max(sample, ordered[ends]), ordered[-1 - ends]) for sample in ordered]
    parting = _parting(kept)
    below, above = ordered[:parting], ordered[parting:]
    fast, slow = _middle(below), _middle(above)
    if slow < fast * (1 + APART) or max(_spread(below), _spread(above)) > TOGETHER * (slow - fast):
        return None
    third = (slow - fast) / 3
    between = sum(fast + third < sample < slow - third for sample in ordered)
    return (fast, slow, len(above) / count) if between <= VALLEY * min(len(below), len(above)) else None


def _parting(ordered: Sequence[float]) -> int:
    """How many runs stand on the lower side where the sum of squares between the sides is largest."""
    count = len(ordered)
    sums = [0.0, *accumulate(ordered)]
    least = max(1, round(SMALLEST * count))

    def between(place: int) -> float:
        low, high = sums[place] / place, (sums[count] - sums[place]) / (count - place)
        return place * (count - place) * (high - low) ** 2

    return max(range(least, count - least + 1), key=between)


def _middle(ordered: Sequence[float]) -> float:
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def _spread(ordered: Sequence[float]) -> float:
    """Width of the middle half."""
    quarter = len(ordered) // 4
    return ordered[-1 - quarter] - ordered[quarter]
