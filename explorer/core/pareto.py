"""The Pareto front: what nothing else beats in everything. Standard library only."""

from __future__ import annotations

from collections.abc import Sequence


def front(points: Sequence[Sequence[float]], more: Sequence[bool]) -> list[int]:
    """Indices of the points that no other point beats, by the first figure ascending.

    ``more`` says for each figure whether more of it is better. A point beats another where it is at least as good in every
    figure and better in one; equal points are all on the front, or none is.
    """
    costs = [tuple(-v if up else v for v, up in zip(point, more, strict=True)) for point in points]
    order = sorted(range(len(costs)), key=lambda i: costs[i])  # whoever beats a point comes before it
    if more and len(more) <= 2:
        found = _of_two(costs, order)
    else:
        found = []
        for i in order:
            if not any(_beats(costs[j], costs[i]) for j in found):
                found.append(i)
    return sorted(found, key=lambda i: (points[i][:1], i)) if more else found


def _of_two(costs: Sequence[tuple[float, ...]], order: Sequence[int]) -> list[int]:
    found: list[int] = []
    for i in order:
        if not found or costs[i][-1] < costs[found[-1]][-1] or costs[i] == costs[found[-1]]:
            found.append(i)
    return found


def _beats(first: tuple[float, ...], second: tuple[float, ...]) -> bool:
    return first != second and all(a <= b for a, b in zip(first, second, strict=True))
