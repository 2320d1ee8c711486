"""The boxes on the scene. They draw a look at a place and hold no facts of their own; what most look like the scene paints
together (near.py, coarse.py)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from explorer.views import theme as tokens
from explorer.views.graph.badges import LINE_WIDTH, chevron_box, colour, fold_box, note_x, paint_badges, paint_coarse_dot
from explorer.views.graph.diagram import (
    CARD_PAD,
    CHEVRON,
    COST_PX,
    DETAIL_PX,
    HEADER,
    PAD,
    TITLE_PX,
    WORD,
    Shape,
)
from explorer.views.graph.look import Style
from explorer.views.graph.measure import baseline, face, width
from explorer.views.theme import READABLE, Theme, contrast

COARSE = 0.35  # below this scale nothing but plain rectangles and hair lines
RING, HALO = 2.0, 4.0  # selection: distance of the ring, and how far its halo reaches when the keyboard is here
MARGIN = RING + HALO
WITHIN_RIM = (0.5, 0.5, -0.5, -0.5)
Z_PANEL, Z_LINE, Z_BOX = 0.0, 0.3, 0.6  # within one depth; a depth is 1 (lines: lines.py)


class Run(NamedTuple):
    """A piece of text as it is drawn: where its baseline begins, in the box's own pixels."""

    text: str
    x: float
    y: float
    pixels: int
    bold: bool
    colour: str


@cache
def _pen(name: str, thickness: float, *, dashed: bool = False) -> QPen:
    pen = QPen(QColor(name), thickness, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def rim_pen(name: str) -> QPen:
    """What keeps a box apart from its ground."""
    return _pen(name, 1)


@cache
def _readable(name: str, ground: str, ink: str) -> str:
    """The colour, drawn towards the ink until it can be read on the ground."""
    one, other = QColor(name), QColor(ink)
    for tenths in range(11):
        part = tenths / 10
        mixed = QColor(
            round(one.red() + (other.red() - one.red()) * part), round(one.green() + (other.green() - one.green()) * part),
            round(one.blue() + (other.blue() - one.blue()) * part),
        ).name()
        if contrast(mixed, ground) >= READABLE:
            return mixed
    return ink


def runs(shape: Shape, theme: Theme, ground: str) -> list[Run]:
    """The texts of a box in drawing order. ``ground`` is what a panel is filled with at present."""
    look = shape.look
    style = look.style
    if style is Style.ROUND:
        return []
    title_px, detail_px = TITLE_PX[style], DETAIL_PX[style]
    if style is Style.CARD:
        return _card_runs(shape)
    panel = style is Style.PANEL
    middle = (HEADER if panel else shape.height) / 2
    ink, faint = (theme.text, _readable(theme.dim, ground, theme.text)) if panel else (look.ink, look.faint)
    if look.shares:
        middle -= 2
    title_base, detail_base = middle + baseline(title_px, bold=True), middle + baseline(detail_px)
    found = [Run(look.title, PAD, title_base, title_px, bold=True, colour=ink)]
    x = PAD + width(look.title, title_px, bold=True) + WORD
    if look.detail:
        found.append(Run(look.detail, x, detail_base, detail_px, bold=False, colour=faint))
    if panel and look.note:
        warning = _readable(theme.warning, ground, theme.text)
        found.append(Run(look.note, note_x(shape), detail_base, detail_px, bold=False, colour=warning))
    if look.cost:
        right = shape.width - PAD - (CHEVRON if look.signs else 0) - width(look.cost, COST_PX)
        found.append(Run(look.cost, right, middle + baseline(COST_PX), COST_PX, bold=False, colour=faint if panel else ink))
    return found


def _card_runs(shape: Shape) -> list[Run]:
    look = shape.look
    title_px, detail_px = TITLE_PX[Style.CARD], DETAIL_PX[Style.CARD]
    middle = shape.height / 2
    if not look.detail:
        return [Run(look.title, CARD_PAD, middle + baseline(title_px, bold=True), title_px, bold=True, colour=look.ink)]
    first = middle - 9 + baseline(title_px, bold=True)
    second = middle + 9 + baseline(detail_px)
    return [
        Run(look.title, CARD_PAD, first, title_px, bold=True, colour=look.ink),
        Run(look.detail, CARD_PAD, second, detail_px, bold=False, colour=look.ink),
    ]


class NodeItem(QGraphicsItem):
    """One box. Its identity is its node's id: it stays the same item while the network changes around it. The scene changes and
    paints it."""

    def __init__(self, shape: Shape, theme: Theme) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
        self.shape_data = shape
        self._theme = theme
        self.selected = False
        self.inside = False  # whether a node around it is selected
        self.focused = False
        self.partly = False  # whether only some of the nodes that it stands for are selected
        self._size = QRectF()
        self.runs: list[Run] = []
        self._adopt()

    def place(self, shape: Shape, theme: Theme) -> None:
        """Move, resize and redraw, as far as anything differs."""
        old = self.shape_data
        if shape == old and theme is self._theme:
            return
        self.shape_data, self._theme = shape, theme
        self._adopt()

    def refresh(self, theme: Theme) -> None:
        """The look of this very shape changed."""
        self._theme = theme
        self.runs = runs(self.shape_data, theme, self.ground)

    def set_state(self, *, selected: bool, inside: bool, focused: bool, partly: bool = False) -> bool:
        """Whether this is a selected box (or only part of what it stands for is), stands in one, and the keyboard is here.
        Returns whether it looks otherwise now."""
        if (selected, inside, focused, partly) == (self.selected, self.inside, self.focused, self.partly):
            return False
        self.selected, self.inside, self.focused, self.partly = selected, inside, focused, partly
        self.runs = runs(self.shape_data, self._theme, self.ground)
        return True

    @property
    def plain(self) -> bool:
        """Whether it is no more than a ground, words, a chevron and a line."""
        look = self.shape_data.look
        return not (self.selected or look.note or look.shares or look.style is Style.ROUND)

    @property
    def ground(self) -> str:
        """The fill as it is drawn: panels show selection by it."""
        look = self.shape_data.look
        if look.style is not Style.PANEL:
            return look.fill
        if self.selected or self.inside:
            return self._theme.soft
        return self._theme.panel if self.shape_data.depth % 2 else self._theme.background

    @property
    def box(self) -> QRectF:
        """The box on the scene, without its ring."""
        return self._size.translated(self.pos())

    def chevron(self) -> QRectF:
        """Where a click opens or closes, on the scene; empty where nothing opens."""
        return self._on_scene(chevron_box(self.shape_data))

    def fold(self) -> QRectF:
        """Where a click unfolds a row of equal siblings or folds it again, on the scene; empty where there is none."""
        return self._on_scene(fold_box(self.shape_data))

    def _on_scene(self, spot: QRectF) -> QRectF:
        return spot if spot.isEmpty() else spot.translated(self.pos())

    def _adopt(self) -> None:
        shape = self.shape_data
        size = QRectF(0, 0, shape.width, shape.height)
        if size != self._size:
            self.prepareGeometryChange()
            self._size = size
        if (self.x(), self.y()) != (shape.x, shape.y):
            self.setPos(shape.x, shape.y)
        self.setZValue(shape.depth + (Z_PANEL if shape.look.style is Style.PANEL else Z_BOX))
        self.runs = runs(shape, self._theme, self.ground)

    def boundingRect(self) -> QRectF:
        return self._size.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self._size)
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        fill = colour(self.ground)
        if scale < COARSE:
            painter.fillRect(self._size, fill)
            if self.selected:
                painter.setPen(_pen(self._theme.accent, 2 / scale))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self._size)
            paint_coarse_dot(painter, self.shape_data, self._theme, scale)
            return
        if self.selected:
            self._paint_ring(painter)
        style = self.shape_data.look.style
        if style is Style.ROUND:
            self._paint_round(painter)
        else:
            self._paint_box(painter, fill)
        for run in self.runs:
            painter.setFont(face(run.pixels, bold=run.bold))
            painter.setPen(colour(run.colour))
            painter.drawText(QPointF(run.x, run.y), run.text)
        paint_badges(painter, self.shape_data, self._theme)

    def _paint_ring(self, painter: QPainter) -> None:
        panel = self.shape_data.look.style is Style.PANEL
        distance = 0.0 if panel else RING
        ring = self._size.adjusted(-distance, -distance, distance, distance)
        radius = ring.height() / 2 if self.shape_data.look.style is Style.ROUND else tokens.RADIUS_PX + distance
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.focused:
            halo = QColor(self._theme.accent)
            halo.setAlphaF(0.3)
            painter.setPen(QPen(halo, HALO + 2))
            painter.drawRoundedRect(ring.adjusted(-1, -1, 1, 1), radius + 1, radius + 1)
        painter.setPen(_pen(self._theme.accent, 2, dashed=self.partly))
        painter.drawRoundedRect(ring, radius, radius)

    def _paint_box(self, painter: QPainter, fill: QColor) -> None:
        look = self.shape_data.look
        box = self._size
        if self.selected and self._panel:
            painter.setPen(_pen(self._theme.accent, 2, dashed=self.partly))
        elif self.has_rim:
            painter.setPen(rim_pen(self._theme.line))
            box = box.adjusted(*WITHIN_RIM)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, tokens.RADIUS_PX, tokens.RADIUS_PX)
        if look.shares:
            x, whole = PAD, self._size.width() - 2 * PAD
            for name, part in look.shares:
                painter.fillRect(QRectF(x, self._size.height() - 6, whole * part, 3), colour(name))
                x += whole * part

    @property
    def has_rim(self) -> bool:
        """Whether a thin line keeps it apart from the ground: opened at the top, or filled like the ground."""
        return not self.shape_data.depth if self._panel else self.shape_data.look.fill == self._theme.panel

    @property
    def _panel(self) -> bool:
        return self.shape_data.look.style is Style.PANEL

    def _paint_round(self, painter: QPainter) -> None:
        accent = colour(self._theme.accent)
        box = self._size.adjusted(1, 1, -1, -1)
        painter.setPen(QPen(accent, LINE_WIDTH))
        painter.setBrush(colour(self._theme.panel))
        painter.drawEllipse(box)
        middle, arm = box.center(), 4.5
        if self.shape_data.look.title == "+":
            ends = [(-arm, 0.0, arm, 0.0), (0.0, -arm, 0.0, arm)]
        else:
            arm = 3.5
            ends = [(-arm, -arm, arm, arm), (-arm, arm, arm, -arm)]
        painter.drawLines([QLineF(middle.x() + a, middle.y() + b, middle.x() + c, middle.y() + d) for a, b, c, d in ends])

