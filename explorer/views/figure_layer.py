"""Lines and points of a figure painted into a plot, with names beside the points where there is room for them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from explorer.views.figure import CIRCLE, RING, Key, Line, Spot
from explorer.views.figure_page import outline
from explorer.views.labels import Place, leader, placed
from explorer.views.plots import TEXT_PX, Layer, View
from explorer.views.theme import LIGHT, TINY_PX, Theme, font

KEY_GAP_PX = 14
CROWDED = 1500  # points; among more there is no place that covers none, and names keep clear of named ones only
VCENTRE = Qt.AlignmentFlag.AlignVCenter


class FigureLayer(Layer):
    """``Line`` and ``Spot`` of ``views.figure``; the first spots are on top and named first.

    ``beside`` is a layer that is named before this one: its points and names are left free. A layer that stands ``still`` while
    others move is painted once and shown as a picture.
    """

    def __init__(self, view: View, beside: FigureLayer | None = None, *, still: bool = False) -> None:
        super().__init__(view)
        self._beside = beside
        self._still = still
        self._version = 0
        self._picture = QPixmap()
        self._pictured: tuple[Any, ...] = ()
        self._boxes: list[QRectF] = []
        self._boxed: tuple[Any, ...] = ()
        self._lines: Sequence[Line] = ()
        self._spots: Sequence[Spot] = ()
        self._keys: Sequence[Key] = ()
        self._mark = ""
        self._theme: Theme = LIGHT
        self._face = font(TINY_PX, tabular=True)
        self._metrics = QFontMetricsF(self._face)
        self._labelled: tuple[Any, ...] = ()
        self._labels: list[tuple[QRectF, Spot]] = []

    def show_figure(
        self, lines: Sequence[Line], spots: Sequence[Spot], theme: Theme, keys: Sequence[Key] = (), mark: str = "",
    ) -> None:
        """What to paint: ``keys`` in the corner that covers the fewest points, ``mark`` above on the left."""
        self._lines, self._spots, self._theme = lines, spots, theme
        self._keys, self._mark = keys, mark
        self._version += 1
        self.repaint()

    def set_text_scale(self, scale: float) -> None:
        self._face = font(round(TINY_PX * scale), tabular=True)
        self._metrics = QFontMetricsF(self._face)
        self._version += 1

    def state(self) -> tuple[Any, ...]:
        """What everything here depends on: data, size of the words, and where the view stands."""
        return (*self.place(), self.view.width(), self.view.height(), self._version)

    def paint(self, painter: QPainter, *_: Any) -> None:
        if not self._still:
            self._paint_all(painter)
            return
        ratio = painter.device().devicePixelRatio()
        now = (*self.state(), ratio)
        if now != self._pictured:
            self._pictured = now
            size = self.boundingRect().size().toSize()
            self._picture = QPixmap(size * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            inner = QPainter(self._picture)
            self._paint_all(inner)
            inner.end()
        painter.drawPixmap(0, 0, self._picture)

    def _paint_all(self, painter: QPainter) -> None:
        x0, kx, y0, ky = self.place()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self._mark_box(), QColor(self._theme.panel))  # no line of the grid through words
        for line in self._lines:
            painter.setPen(QPen(QColor(line.colour), line.width))
            painter.drawPolyline(QPolygonF([QPointF(x0 + x * kx, y0 + y * ky) for x, y in line.places]))
        self._paint_spots(painter, (x0, kx, y0, ky))
        painter.setFont(self._face)
        painter.setPen(QColor(self._theme.dim))
        painter.drawText(self._mark_box(), VCENTRE, self._mark)
        self._paint_keys(painter)
        for box, spot in self.labels():
            painter.setPen(QColor(spot.ink or self._theme.text))
            painter.drawText(box, VCENTRE, spot.text)
            to_words = leader(QPointF(x0 + spot.x * kx, y0 + spot.y * ky), box)
            if to_words is not None:
                painter.drawLine(to_words)

    def labels(self) -> list[tuple[QRectF, Spot]]:
        """Where names stand, in pixels of the view; found anew only after something has moved."""
        now = (*self.state(), self._beside.state() if self._beside else ())
        if now != self._labelled:
            self._labelled = now
            named = [spot for spot in self._spots if spot.text]
            if not named:
                self._labels = []
                return self._labels
            spots = self._spots if len(self._spots) <= CROWDED else named
            others = [*(self._beside.boxes() if self._beside else ()), self._mark_box(), self.key_box()]
            area = QRectF(self.view.rect()).adjusted(0, -2, 0, 2)
            self._labels = [(box, spots[i]) for i, box in placed(self._places(spots), area, others)]
        return self._labels

    def boxes(self) -> list[QRectF]:
        """What this layer covers with words and points."""
        now = self.state()
        if now != self._boxed:
            self._boxed = now
            self._boxes = [*(box for box, _ in self.labels()), self._mark_box(), self.key_box()]
            for p in self._places(self._spots):
                self._boxes.append(QRectF(p.at.x() - p.size, p.at.y() - p.size, 2 * p.size, 2 * p.size))
        return self._boxes

    def key_box(self) -> QRectF:
        """Where the legend stands: in the corner of the view that covers the fewest points, the lower right one first."""
        if not self._keys:
            return QRectF()
        wide = self._columns() * self._cell() - KEY_GAP_PX
        tall = -(-len(self._keys) // self._columns()) * self._line()
        area = QRectF(self.view.rect()).adjusted(6, self._line() if self._mark else 0, 0, 0)
        corners = [(area.right() - wide, area.bottom() - tall), (area.left(), area.top()), (area.right() - wide, area.top()),
                   (area.left(), area.bottom() - tall)]
        x0, kx, y0, ky = self.place()
        spots = [QPointF(x0 + spot.x * kx, y0 + spot.y * ky) for spot in self._spots]
        boxes = [QRectF(x, y, wide, tall) for x, y in corners]
        return min(boxes, key=lambda box: sum(box.contains(spot) for spot in spots))

    def _mark_box(self) -> QRectF:
        wide = self._metrics.horizontalAdvance(self._mark) + 2 if self._mark else 0.0
        return QRectF(6, 0, wide, self._line() if self._mark else 0.0)

    def _paint_keys(self, painter: QPainter) -> None:
        if not self._keys:
            return
        box, columns = self.key_box(), self._columns()
        for i, key in enumerate(self._keys):
            left, top = box.left() + i % columns * self._cell(), box.top() + i // columns * self._line()
            middle = QPointF(left + self._side() / 2, top + self._line() / 2)
            self._paint_mark(painter, key.shape, key.colour, middle, self._side() / 2)
            painter.setPen(QColor(self._theme.text))
            painter.drawText(QRectF(left + self._side() + 6, top, self._cell(), self._line()), VCENTRE, key.text)

    def _columns(self) -> int:
        """Of the legend: as many as keep it at most a third of the view high, as far as it is no wider than two thirds."""
        rows = max(int(self.view.height() / 3 / self._line()), 1)
        wanted = -(-len(self._keys) // rows)
        return int(max(min(wanted, self.view.width() * 0.67 // self._cell()), 1))

    def _cell(self) -> float:
        return max(self._metrics.horizontalAdvance(key.text) for key in self._keys) + self._side() + 6 + KEY_GAP_PX

    def _side(self) -> float:
        """Of a mark in the legend."""
        return self._metrics.height() * 0.5

    def _line(self) -> float:
        return max(TEXT_PX, self._metrics.height())

    def _places(self, spots: Sequence[Spot]) -> list[Place]:
        x0, kx, y0, ky = self.place()
        line, found = self._line(), []
        for spot in spots:
            at = QPointF(x0 + spot.x * kx, y0 + spot.y * ky)
            top = at.y() - spot.size if spot.high is None else y0 + spot.high * ky
            bottom = at.y() + spot.size if spot.low is None else y0 + spot.low * ky
            wide = self._metrics.horizontalAdvance(spot.text) + 2 if spot.text else 0.0
            found.append(Place(at, spot.size, top, bottom, wide, line, spot.far))
        return found

    def _paint_spots(self, painter: QPainter, place: tuple[float, float, float, float]) -> None:
        """From the last to the first; plain points in a row that look alike in one stroke, since a sweep has thousands."""
        x0, kx, y0, ky = place
        for (shape, colour, size), alike in groupby(reversed(self._spots), key=_look_of):
            if shape != CIRCLE or size <= 0:
                for spot in alike:
                    self._paint_spot(painter, spot, QPointF(x0 + spot.x * kx, y0 + spot.y * ky), y0, ky)
                continue
            painter.setPen(QPen(QColor(colour), 2 * size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoints(QPolygonF([QPointF(x0 + spot.x * kx, y0 + spot.y * ky) for spot in alike]))

    def _paint_spot(self, painter: QPainter, spot: Spot, at: QPointF, y0: float, ky: float) -> None:
        colour = QColor(spot.colour)
        if spot.low is not None and spot.high is not None:
            painter.setPen(QPen(colour, 1.6))
            painter.drawLine(QLineF(at.x(), y0 + spot.low * ky, at.x(), y0 + spot.high * ky))
        self._paint_mark(painter, spot.shape, spot.colour, at, spot.size)

    def _paint_mark(self, painter: QPainter, shape: str, colour: str, at: QPointF, size: float) -> None:
        painter.setPen(QPen(QColor(colour), 2) if shape == RING else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.panel) if shape == RING else QColor(colour))
        if shape in (CIRCLE, RING):
            painter.drawEllipse(at, size, size)
        else:
            painter.drawPolygon(QPolygonF(list(outline(shape, at, size))))


def _look_of(spot: Spot) -> tuple[str, str, float]:
    """Shape, colour and size; a size of 0 for a point with a spread, which is painted by itself."""
    plain = spot.low is None or spot.high is None
    return spot.shape, spot.colour, spot.size if plain else 0.0
