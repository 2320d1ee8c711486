"""Milliseconds of the layout on synthetic networks: ``python -m benchmarks.layout``. The goal is 2,000 nodes in under 200 ms."""

from __future__ import annotations

import time
from collections.abc import Callable

from explorer.core.layout import Box, arrange

RUNS = 5
Graph = tuple[dict[str, Box], list[tuple[str, str]]]
BOX, JOIN = Box(120, 32), Box(24, 24)


def inception(count: int) -> Graph:
    """Modules of four branches, every third one with a residual sum around the three; at least ``count`` nodes."""
    boxes, edges = {"stem": BOX}, []
    last = before = "stem"
    module = 0
    while len(boxes) < count:
        joined = f"cat{module}"
        for branch, depth in enumerate((1, 2, 3, 2)):
            source = last
            for layer in range(depth):
                name = f"m{module}b{branch}l{layer}"
                boxes[name] = BOX
                edges.append((source, name))
                source = name
            edges.append((source, joined))
        boxes[joined] = Box(48, 24)
        last = joined
        if module % 3 == 2:
            total = f"add{module}"
            boxes[total] = JOIN
            edges += [(joined, total), (before, total)]
            last = before = total
        module += 1
    return boxes, edges


def dense(count: int, block: int = 16) -> Graph:
    """Blocks in which every layer reads all earlier ones."""
    boxes, edges = {"stem": BOX}, []
    last, number = "stem", 0
    while len(boxes) < count:
        outputs = [last]
        for name in (*(f"d{number}l{layer}" for layer in range(block)), f"transition{number}"):
            boxes[name] = BOX
            edges += [(output, name) for output in outputs]
            outputs.append(name)
        last, number = outputs[-1], number + 1
    return boxes, edges


def residual(count: int) -> Graph:
    """Three layers and a sum, over and over."""
    boxes, edges = {"stem": BOX}, []
    last, number = "stem", 0
    while len(boxes) < count:
        names = [f"r{number}l{layer}" for layer in range(3)]
        total = f"add{number}"
        boxes |= dict.fromkeys(names, BOX) | {total: JOIN}
        edges += [(last, names[0]), (names[0], names[1]), (names[1], names[2]), (names[2], total), (last, total)]
        last, number = total, number + 1
    return boxes, edges


def milliseconds(make: Callable[[int], Graph], count: int) -> tuple[int, int, float]:
    """Nodes, edges and the best time of a few."""
    boxes, edges = make(count)
    joins = frozenset(name for name in boxes if name.startswith(("cat", "add")))
    best = float("inf")
    for _ in range(RUNS):
        start = time.perf_counter()
        arrange(boxes, edges, side_entry=joins)
        best = min(best, time.perf_counter() - start)
    return len(boxes), len(edges), 1000 * best


def main() -> None:
    for make in (inception, residual, dense):
        for count in (50, 500, 2000):
            nodes, edges, best = milliseconds(make, count)
            print(f"{make.__name__:10} {nodes:5} nodes {edges:6} edges {best:7.1f} ms")


if __name__ == "__main__":
    main()
