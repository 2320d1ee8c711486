"""What must hold of any drawing of a graph, as functions that name the offenders; planted faults test them in turn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from explorer.views.graph.items import NodeItem
from explorer.views.graph.lines import LineItem
from explorer.views.graph.measure import face

SLACK = 0.5  # px: touching is no overlap

Segment = tuple[tuple[float, float], tuple[float, float]]


class Placed(NamedTuple):
    """A box: its parent's name and where it stands."""

    parent: str
    box: QRectF


class Way(NamedTuple):
    """A line among the children of ``parent``."""

    parent: str
    source: str
    target: str
    points: Sequence[tuple[float, float]]


def placed(nodes: Mapping[str, NodeItem]) -> dict[str, Placed]:
    return {name: Placed(item.shape_data.parent, item.box) for name, item in nodes.items()}


def ways(lines: Iterable[LineItem]) -> list[Way]:
    return [Way(i.line.parent, i.line.source, i.line.target, i.line.points) for i in lines]


def overlaps(boxes: Mapping[str, Placed]) -> list[str]:
    """Siblings that overlap, and children that stand out of their parent."""
    siblings: dict[str, list[str]] = {}
    for name, (parent, _) in boxes.items():
        siblings.setdefault(parent, []).append(name)
    found = [
        f"{a} overlaps {b}"
        for group in siblings.values()
        for a, b in combinations(group, 2)
        if _shrunk(boxes[a].box).intersects(_shrunk(boxes[b].box))
    ]
    for name, (parent, box) in boxes.items():
        if parent and not boxes[parent].box.contains(_shrunk(box)):
            found.append(f"{name} stands out of {parent}")
    return found


def runs_through(boxes: Mapping[str, Placed], lines: Iterable[Way]) -> list[str]:
    """Lines that meet the inside of a box, be it their own end, or leave the panel they belong to, or are not orthogonal."""
    found = []
    for way in lines:
        for start, end in pairwise(way.points):
            if start[0] != end[0] and start[1] != end[1]:
                found.append(f"{way.source} → {way.target} is slanted")
            piece = QRectF(min(start[0], end[0]), min(start[1], end[1]), abs(start[0] - end[0]), abs(start[1] - end[1]))
            piece = piece.adjusted(-0.01, -0.01, 0.01, 0.01)
            found += [
                f"{way.source} → {way.target} runs through {name}"
                for name, (parent, box) in boxes.items()
                if parent == way.parent and _shrunk(box).intersects(piece)
            ]
            if way.parent and not boxes[way.parent].box.contains(piece):
                found.append(f"{way.source} → {way.target} leaves {way.parent}")
    return found


def loose_ends(boxes: Mapping[str, Placed], lines: Iterable[Way]) -> list[str]:
    """Lines that do not begin at the edge of their source, or do not end at that of their target."""
    found = []
    for way in lines:
        for name, (x, y) in ((way.source, way.points[0]), (way.target, way.points[-1])):
            if name in boxes:
                box = boxes[name].box
                if not box.adjusted(-1, -1, 1, 1).contains(x, y) or _shrunk(box).adjusted(1, 1, -1, -1).contains(x, y):
                    found.append(f"{way.source} → {way.target} does not meet {name}")
    return found


def cut_texts(nodes: Iterable[NodeItem]) -> list[str]:
    """Texts that reach out of their box or into each other, or are elided, by a measure of their own."""
    found = []
    for item in nodes:
        boxes = []
        for run in item.runs:
            metrics = QFontMetricsF(face(run.pixels, bold=run.bold))
            box = QRectF(run.x, run.y - metrics.capHeight(), metrics.horizontalAdvance(run.text), metrics.capHeight())
            boxes.append((run.text, box))
            whole = QRectF(0, 0, item.box.width(), item.box.height())
            if not whole.adjusted(2, 2, -2, -2).contains(box) or "…" in run.text:
                found.append(f"{item.shape_data.id}: {run.text!r} is cut")
        found += [
            f"{item.shape_data.id}: {a!r} runs into {b!r}"
            for (a, first), (b, second) in combinations(boxes, 2)
            if first.intersects(second.adjusted(-1, 0, 1, 0))
        ]
    return found


def covered_labels(nodes: Mapping[str, NodeItem], lines: Iterable[LineItem]) -> list[str]:
    """Shapes beside arrows that lie on a box of the same parent or on each other, or that a line crosses."""
    all_lines = list(lines)
    labels = [(i.line.parent, i.line.label, i.label_box()) for i in all_lines if i.line.label]
    found = [
        f"{text!r} lies on {name}"
        for parent, text, box in labels
        for name, item in nodes.items()
        if item.shape_data.parent == parent and _shrunk(item.box).intersects(_shrunk(box))
    ]
    found += [
        f"{a!r} lies on {b!r}"
        for (p, a, first), (q, b, second) in combinations(labels, 2)
        if p == q and _shrunk(first).intersects(_shrunk(second))
    ]
    for parent, text, box in labels:
        for item in all_lines:
            if item.line.parent == parent:
                for (x1, y1), (x2, y2) in pairwise(item.line.points):
                    piece = QRectF(min(x1, x2), min(y1, y2), abs(x1 - x2) + 0.01, abs(y1 - y2) + 0.01)
                    if _shrunk(box).intersects(piece):
                        found.append(f"{item.line.source} → {item.line.target} crosses {text!r}")
    return found


def _shrunk(box: QRectF) -> QRectF:
    return box.adjusted(SLACK, SLACK, -SLACK, -SLACK)
