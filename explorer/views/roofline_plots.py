"""What the roofline is painted with: two roofs with their names, and points. Logarithmic axes: places are powers of ten."""

from __future__ import annotations

from math import atan2, degrees, log10
from typing import Any, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from explorer.views.plots import TEXT_PX, Layer, View
from explorer.views.theme import TINY_PX, font

VCENTRE = Qt.AlignmentFlag.AlignVCenter


class Spot(NamedTuple):
    """A point in the view's coordinates; ``hollow`` where it is a bound and not a measurement."""

    x: float
    y: float
    colour: QColor
    hollow: bool
    lit: bool


class Roofs(Layer):
    """The memory's roof rises, the arithmetic's is level; they meet at the ridge."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self.setZValue(-10)
        self._face = font(TINY_PX, tabular=True)
        self._metrics = QFontMetricsF(self._face)
        self._roofs: tuple[float, float] | None = None
        self._words = ("", "")
        self._ink = QColor()

    def show_roofs(self, roofs: tuple[float, float] | None, words: tuple[str, str], ink: QColor) -> None:
        """Peak and bandwidth (MAC/s, bytes/s), and their names; None for no roofs."""
        self._roofs, self._words, self._ink = roofs, words, ink
        self.repaint()

    def paint(self, painter: QPainter, *_: Any) -> None:
        if self._roofs is None:
            return
        x0, kx, y0, ky = self.place()
        peak, stream = (log10(value) for value in self._roofs)
        ridge = QPointF(x0 + (peak - stream) * kx, y0 + peak * ky)
        left = QPointF(0.0, y0 + (stream - x0 / kx) * ky)  # intensity 10^(−x0/kx) stands at the left edge
        right = QPointF(self.view.width(), ridge.y())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ink, 1.6))
        painter.drawLine(QLineF(left, ridge))
        painter.drawLine(QLineF(ridge, right))
        painter.setFont(self._face)
        self._write_level(painter, ridge, right)
        self._write_rising(painter, left, ridge)

    def _write_level(self, painter: QPainter, ridge: QPointF, right: QPointF) -> None:
        wide = self._metrics.horizontalAdvance(self._words[0]) + 2
        top = ridge.y() - TEXT_PX - 1
        if right.x() - max(ridge.x(), 0.0) > wide and top > 0:
            painter.drawText(QRectF(right.x() - wide - 4, top, wide, TEXT_PX), VCENTRE, self._words[0])

    def _write_rising(self, painter: QPainter, left: QPointF, ridge: QPointF) -> None:
        """Along the line, above it, beginning where it comes into sight."""
        bottom = self.view.height()
        dx, dy = ridge.x() - left.x(), ridge.y() - left.y()
        if dx <= 0 or dy >= 0:
            return
        start = max(0.0, (bottom - left.y()) / dy) if left.y() > bottom else 0.0
        begin = QPointF(left.x() + start * dx, left.y() + start * dy)
        length = (dx * dx + dy * dy) ** 0.5 * (1 - start)
        wide = self._metrics.horizontalAdvance(self._words[1]) + 2
        if length < wide + 30:
            return
        painter.save()
        painter.translate(begin)
        painter.rotate(degrees(atan2(dy, dx)))
        painter.drawText(QRectF(20, -TEXT_PX - 1, wide, TEXT_PX), VCENTRE, self._words[1])
        painter.restore()


class Spots(Layer):
    """The layers as discs, those that are lit on top and larger; the network as a square with its name."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._spots: list[Spot] = []
        self._network: Spot | None = None
        self._words = ""
        self._inks = (QColor(), QColor())
        self._face = font(TINY_PX)
        self._metrics = QFontMetricsF(self._face)

    def show_spots(self, spots: list[Spot], network: Spot | None, words: str, inks: tuple[QColor, QColor]) -> None:
        """Layers in call order; the network and its name; colours of a lit rim and of the ground."""
        self._spots, self._network, self._words, self._inks = spots, network, words, inks
        self.repaint()

    def paint(self, painter: QPainter, *_: Any) -> None:
        x0, kx, y0, ky = self.place()
        rim, ground = self._inks
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for spot in sorted(self._spots, key=lambda s: s.lit):
            painter.setPen(QPen(rim if spot.lit else spot.colour if spot.hollow else ground, 1.8 if spot.lit else 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush if spot.hollow else spot.colour)
            size = 5.5 if spot.lit else 4.0
            painter.drawEllipse(QPointF(x0 + spot.x * kx, y0 + spot.y * ky), size, size)
        if self._network is None:
            return
        here = QPointF(x0 + self._network.x * kx, y0 + self._network.y * ky)
        painter.setPen(QPen(ground, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush if self._network.hollow else self._network.colour)
        if self._network.hollow:
            painter.setPen(QPen(self._network.colour, 1.8))
        painter.drawRect(QRectF(here.x() - 5, here.y() - 5, 10, 10))
        painter.setFont(self._face)
        painter.setPen(self._network.colour)
        wide = self._metrics.horizontalAdvance(self._words) + 2
        left = here.x() + 9 if here.x() + 9 + wide < self.view.width() else here.x() - 9 - wide
        painter.drawText(QRectF(left, here.y() - TEXT_PX / 2, wide, TEXT_PX), VCENTRE, self._words)
