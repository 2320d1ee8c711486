"""The arrows, each with the shape of what passes along it. The scene paints them together; alone one paints itself on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from explorer.views.graph.badges import LINE_WIDTH, colour
from explorer.views.graph.diagram import SHAPE_PX, Line
from explorer.views.graph.items import COARSE, Z_LINE
from explorer.views.graph.measure import baseline, face, width
from explorer.views.theme import Theme

ARROW_LENGTH, ARROW_HALF = 8.0, 4.5
LIT = 0.1  # how far a line in the accent colour lies above the others

Way = tuple[bool, float, float, float]  # a piece of a line: whether it runs down, its place across that, where it begins and ends


@cache
def _pen(name: str, thickness: float) -> QPen:
    pen = QPen(QColor(name), thickness)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


class LineItem(QGraphicsItem):
    """One arrow with the shape of what passes along it. It stands on no scene, which is told by whoever changes it."""

    def __init__(self, line: Line, theme: Theme) -> None:
        super().__init__()
        self.line = line
        self._theme = theme
        self.lit = False
        self._path = QPainterPath()
        self._head = QPolygonF()
        self.drawn: list[QPointF] = []  # the line's corners; before an arrow's head it ends in the head's foot
        self.shared = 0  # how many corners lie on a longer line of the same source, which draws that part
        self._bounds = QRectF()
        self._adopt()

    def place(self, line: Line, theme: Theme) -> None:
        """Move and redraw, as far as anything differs."""
        if line != self.line or theme is not self._theme:
            self.line, self._theme = line, theme
            self._adopt()

    def set_label(self, label: str) -> QRectF:
        """Another shape on the same way. Returns what must be painted anew."""
        before = self._bounds
        self.line.label = label
        if not before.contains(self.label_box()):
            self._bound()
        return before | self._bounds

    def set_lit(self, *, lit: bool) -> QRectF:
        """Draw in the accent colour, above the other lines. Returns what must be painted anew."""
        before = self._bounds
        self.lit = lit
        self.setZValue(self.line.depth + Z_LINE + (LIT if lit else 0))
        self._trace()
        return before | self._bounds

    def share(self, corners: int) -> None:
        """Leave the first corners to a longer line of the same source. Lit, the line is drawn whole."""
        if corners != self.shared:
            self.shared = corners
            self._trace()

    @property
    def own(self) -> list[QPointF]:
        """The corners from where this line runs alone; all of them while it is lit."""
        return self.drawn if self.lit else self.drawn[self.shared :]

    @property
    def head(self) -> QPolygonF:
        """The arrow's head; empty where the line has none."""
        return self._head

    def _adopt(self) -> None:
        points = [QPointF(*p) for p in self.line.points]
        self._head = QPolygonF()
        if self.line.arrow and len(points) > 1:
            before, tip = points[-2], points[-1]
            length = max(abs(tip.x() - before.x()) + abs(tip.y() - before.y()), 1e-6)
            dx, dy = (tip.x() - before.x()) / length, (tip.y() - before.y()) / length
            foot = QPointF(tip.x() - dx * ARROW_LENGTH, tip.y() - dy * ARROW_LENGTH)
            across = QPointF(-dy * ARROW_HALF, dx * ARROW_HALF)
            self._head = QPolygonF([tip, foot + across, foot - across])
            points[-1] = QPointF(tip.x() - dx * (ARROW_LENGTH - 1), tip.y() - dy * (ARROW_LENGTH - 1))
        self.drawn, self.shared = points, 0
        self.setZValue(self.line.depth + Z_LINE + (LIT if self.lit else 0))
        self._trace()

    def _trace(self) -> None:
        first, *rest = self.own
        self._path = QPainterPath(first)
        for point in rest:
            self._path.lineTo(point)
        self._bound()

    def _bound(self) -> None:
        bounds = self._path.boundingRect().united(self._head.boundingRect())
        self._bounds = bounds.united(self.label_box()).adjusted(-2, -2, 2, 2)

    def label_box(self) -> QRectF:
        """Where the shape stands; empty where none does."""
        if not self.line.label:
            return QRectF()
        x, y = self.line.place
        wide = width(self.line.label, SHAPE_PX)
        if self.line.above:
            return QRectF(round(x - wide / 2), y - SHAPE_PX, wide, SHAPE_PX)  # whole pixels: glyphs stand as they do elsewhere
        return QRectF(x, y - SHAPE_PX / 2, wide, SHAPE_PX)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        return QPainterPath()  # clicks go to what lies below

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        name = self._theme.accent if self.lit else self._theme.dim
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if scale < COARSE:
            painter.setPen(_pen(name, 0))
            painter.drawPath(self._path)
            return
        painter.setPen(_pen(name, LINE_WIDTH))
        painter.drawPath(self._path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(name))
        painter.drawPolygon(self._head)
        if self.line.label:
            box = self.label_box()
            painter.setFont(face(SHAPE_PX))
            painter.setPen(colour(self._theme.dim))
            base = y_base(box, above=self.line.above)
            painter.drawText(QPointF(box.left(), base), self.line.label)


def ways(corners: Sequence[QPointF], more: float = 0.0) -> list[Way]:
    """The pieces of a line that runs down and across; before a corner each is longer by ``more``."""
    found, last = [], len(corners) - 2
    for i, (one, other) in enumerate(pairwise(corners)):
        x, y, to_x, to_y = one.x(), one.y(), other.x(), other.y()
        upright = x == to_x
        begin, end = (y, to_y) if upright else (x, to_x)
        if i < last:
            end += more if end > begin else -more
        found.append((upright, x if upright else y, min(begin, end), max(begin, end)))
    return found


def joined(pieces: Iterable[Way]) -> list[Way]:
    """Pieces that lie on each other or touch in one line make one."""
    found: list[Way] = []
    for upright, place, begin, end in sorted(pieces):
        before = found[-1] if found else None
        if before is not None and before[0] == upright and before[1] == place and begin <= before[3]:
            found[-1] = (upright, place, before[2], max(before[3], end))
        else:
            found.append((upright, place, begin, end))
    return found


def y_base(box: QRectF, *, above: bool) -> float:
    """The baseline of a shape's text in its box."""
    return box.bottom() - 1 if above else box.center().y() + baseline(SHAPE_PX)
