"""What is drawn on a box besides its words: the chevron of what opens, the line under what unfolds, the dot of an override.

Places are in the box's own pixels. Knows shapes and themes, no item.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.views.graph.diagram import CARD_PAD, CHEVRON, DETAIL_PX, DOT, HEADER, PAD, TITLE_PX, WORD, Shape
from explorer.views.graph.look import Style
from explorer.views.graph.measure import width
from explorer.views.theme import Theme

DOT_SIZE = 8.0
LINE_WIDTH = 1.5
COARSE_DOT = 5.0  # screen pixels, where boxes are plain rectangles
FOLD_PAD, FOLD_HEIGHT = 4.0, 17.0


@cache
def colour(name: str) -> QColor:
    """A parsed colour."""
    return QColor(name)


def chevron_box(shape: Shape) -> QRectF:
    """Where a click opens or closes; empty where nothing opens."""
    if not shape.look.opens or shape.look.style not in (Style.ROW, Style.PANEL):
        return QRectF()
    height = HEADER if shape.look.style is Style.PANEL else shape.height
    return QRectF(shape.width - PAD - CHEVRON + 2, 0, CHEVRON + PAD - 2, height)


def fold_box(shape: Shape) -> QRectF:
    """Where a click unfolds a row of equal siblings or folds it again; empty where there is none."""
    look = shape.look
    if not look.fold or look.style is Style.ROUND:
        return QRectF()
    wide = width(look.fold, DETAIL_PX[look.style])
    if look.style is Style.CARD:
        x, middle = CARD_PAD, shape.height / 2 + 9
    else:
        x = PAD + width(look.title, TITLE_PX[look.style], bold=True) + WORD
        middle = HEADER / 2 if look.style is Style.PANEL else shape.height / 2 - (2 if look.shares else 0)
    return QRectF(x - FOLD_PAD, middle - FOLD_HEIGHT / 2, wide + 2 * FOLD_PAD, FOLD_HEIGHT)


def dot_middle(shape: Shape) -> QPointF:
    """Where the dot of an override stands: before its words in what lies open, else on the corner."""
    look = shape.look
    if look.style is not Style.PANEL:
        return QPointF(0.5, 0.5)
    x = PAD + width(look.title, TITLE_PX[look.style], bold=True) + WORD
    if look.detail:
        x += width(look.detail, DETAIL_PX[look.style]) + WORD
    return QPointF(x + DOT_SIZE / 2, HEADER / 2)


def note_x(shape: Shape) -> float:
    """Where the words of an override begin in the head of what lies open."""
    return dot_middle(shape).x() - DOT_SIZE / 2 + DOT


def badge_ink(shape: Shape, theme: Theme) -> str:
    """The colour of chevron and line."""
    return theme.dim if shape.look.style is Style.PANEL else shape.look.faint


def chevron_points(shape: Shape) -> list[QPointF]:
    """The corners of the chevron; none where nothing opens."""
    spot = chevron_box(shape)
    if spot.isEmpty():
        return []
    x, y = shape.width - PAD - 4, spot.center().y() - (2 if shape.look.shares else 0)
    points = [(-4, -2), (0, 2), (4, -2)] if shape.look.style is Style.PANEL else [(-2, -4), (2, 0), (-2, 4)]
    return [QPointF(x + dx, y + dy) for dx, dy in points]


def fold_line(shape: Shape) -> QLineF:
    """The dashed line under the words that unfold; null where there are none."""
    fold = fold_box(shape)
    if fold.isEmpty():
        return QLineF()
    foot = QPointF(fold.left() + FOLD_PAD, fold.bottom() - 1.5)
    return QLineF(foot, foot + QPointF(fold.width() - 2 * FOLD_PAD, 0))


@cache
def chevron_pen(ink: str) -> QPen:
    return QPen(QColor(ink), LINE_WIDTH)


@cache
def fold_pen(ink: str) -> QPen:
    return QPen(QColor(ink), 1, Qt.PenStyle.DashLine)


def paint_badges(painter: QPainter, shape: Shape, theme: Theme) -> None:
    """Chevron, line and dot."""
    look = shape.look
    ink = badge_ink(shape, theme)
    points, line = chevron_points(shape), fold_line(shape)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if points:
        painter.setPen(chevron_pen(ink))
        painter.drawPolyline(points)
    if not line.isNull():
        painter.setPen(fold_pen(ink))
        painter.drawLine(line)
    if not look.note:
        return
    middle = dot_middle(shape)
    if look.style is Style.PANEL:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.warning))
        painter.drawEllipse(middle, DOT_SIZE / 2, DOT_SIZE / 2)
        return
    painter.setPen(QPen(colour(theme.panel), 2))  # a rim that keeps it apart from any fill
    painter.setBrush(colour(theme.warning))
    painter.drawEllipse(middle, DOT_SIZE / 2 + 0.5, DOT_SIZE / 2 + 0.5)
    if look.hollow:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.panel))
        painter.drawEllipse(middle, DOT_SIZE / 4, DOT_SIZE / 4)


def paint_coarse_dot(painter: QPainter, shape: Shape, theme: Theme, scale: float) -> None:
    """The dot where boxes are plain rectangles: of one size on the screen, within the box as far as it is large enough."""
    size = COARSE_DOT / scale
    if shape.look.note:
        painter.fillRect(QRectF(0, 0, size, size), colour(theme.panel))
        rim = size / 5
        painter.fillRect(QRectF(0, 0, size - rim, size - rim), colour(theme.warning))
