"""The graph from far away: all boxes and lines in a few calls instead of one by one.

Below the scale ``COARSE`` a box is a plain rectangle and a line a hair; thousands of them are in sight, and calling each item's
``paint`` would take longer than a frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from explorer.views.graph.badges import colour, paint_coarse_dot
from explorer.views.graph.items import NodeItem
from explorer.views.graph.lines import LineItem, Way, joined, ways
from explorer.views.graph.look import Style
from explorer.views.theme import Theme

RING_PX, LEAST_RING_PX = 2.0, 0.4
RING_PART = 0.2  # of a box's shorter side, at most: what is selected keeps its colour in sight

Fill = tuple[str, float]  # colour and opacity


def hairs(lines: Iterable[LineItem]) -> dict[int, list[QLineF]]:
    """What lines that are not lit cover, by depth. It changes only with where lines stand."""
    depths: dict[int, list[Way]] = {}
    for line in lines:
        depths.setdefault(line.line.depth, []).extend(ways(line.drawn[line.shared :]))
    return {
        depth: [
            QLineF(place, begin, place, end) if down else QLineF(begin, place, end, place)
            for down, place, begin, end in joined(found)
        ]
        for depth, found in depths.items()
    }


class Coarse:
    """Rectangles of a scene by depth and colour, collected once for as many frames as nothing changes, and the hairs between.

    ``faint`` is the opacity of every line.
    """

    def __init__(
        self, nodes: Iterable[NodeItem], lines: Iterable[LineItem], between: Mapping[int, list[QLineF]], faint: float,
        theme: Theme,
    ) -> None:
        self._theme = theme
        self._faint = faint
        self._rings: list[tuple[QRectF, bool]] = []
        self._marked: list[NodeItem] = []  # boxes with an override
        depths: dict[int, tuple[dict[Fill, list[QRectF]], dict[str, list[QLineF]], dict[Fill, list[QRectF]]]] = {}
        for node in nodes:
            shape = node.shape_data
            panels, _, boxes = depths.setdefault(shape.depth, ({}, {}, {}))
            rects = panels if shape.look.style is Style.PANEL else boxes
            box = node.box
            rects.setdefault((node.ground, node.opacity()), []).append(box)
            if node.selected:
                self._rings.append((box, node.partly))
            if shape.look.note:
                self._marked.append(node)
        for depth, dim in between.items():
            depths.setdefault(depth, ({}, {}, {}))[1][theme.dim] = dim
        for line in lines:
            if line.lit:
                lit = depths[line.line.depth][1].setdefault(theme.accent, [])
                lit += [QLineF(one, other) for one, other in pairwise(line.drawn)]
        self._depths = [depths[depth] for depth in sorted(depths)]

    def paint(self, painter: QPainter) -> None:
        """Paint with a painter whose coordinates are the scene's. Lines run straight down or across: they need no smoothing."""
        for panels, lines, boxes in self._depths:
            self._fill(painter, panels)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setOpacity(self._faint)
            for ink, between in lines.items():
                painter.setPen(QPen(colour(ink), 0))
                painter.drawLines(between)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
            self._fill(painter, boxes)
        painter.setOpacity(1.0)
        scale = painter.worldTransform().m11()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box, partly in self._rings:
            thick = max(min(RING_PX, RING_PART * min(box.width(), box.height()) * scale), LEAST_RING_PX)
            pen = QPen(colour(self._theme.accent), thick / scale)
            if partly:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRect(box)
        for node in self._marked:
            painter.save()
            painter.setOpacity(node.opacity())
            painter.translate(node.pos())
            paint_coarse_dot(painter, node.shape_data, self._theme, scale)
            painter.restore()

    def _fill(self, painter: QPainter, rects: dict[Fill, list[QRectF]]) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for (name, opacity), boxes in rects.items():
            painter.setOpacity(opacity)
            painter.setBrush(colour(name))
            painter.drawRects(boxes)
