"""What the charts of measured times are painted with: points that bear their names, and a distribution."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from explorer.views.labels import Place, placed
from explorer.views.plots import TEXT_PX, Layer, View
from explorer.views.theme import TINY_PX, font

VCENTRE = Qt.AlignmentFlag.AlignVCenter


class Dot(NamedTuple):
    """A point with its spread, in the view's coordinates."""

    x: float
    y: float
    low: float
    high: float
    text: str
    size: float
    colour: QColor
    ink: QColor
    hollow: bool = False


class Dots(Layer):
    """Points, the first one on top and named first. A name that would cover a point or another name is left out."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._dots: list[Dot] = []
        self._face = font(TINY_PX)
        self._metrics = QFontMetricsF(self._face)
        self._labelled: tuple[Any, ...] = ()
        self._labels: list[tuple[QRectF, Dot]] = []

    def show_dots(self, dots: list[Dot]) -> None:
        """The most important one first."""
        self._dots, self._labelled = dots, ()
        self.repaint()

    def paint(self, painter: QPainter, *_: Any) -> None:
        x0, kx, y0, ky = self.place()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for dot in reversed(self._dots):
            x, y = x0 + dot.x * kx, y0 + dot.y * ky
            painter.setPen(QPen(dot.colour, 1.6))
            painter.drawLine(QLineF(x, y0 + dot.low * ky, x, y0 + dot.high * ky))
            painter.setPen(QPen(dot.colour, 1.6) if dot.hollow else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if dot.hollow else dot.colour)
            painter.drawEllipse(QPointF(x, y), dot.size, dot.size)
        painter.setFont(self._face)
        for box, dot in self.labels():
            painter.setPen(dot.ink)
            painter.drawText(box, VCENTRE, dot.text)

    def labels(self) -> list[tuple[QRectF, Dot]]:
        """Where names stand, in pixels of the view; found anew only after something has moved."""
        now = (*self.place(), self.view.width(), self.view.height())
        if now != self._labelled:
            self._labelled = now
            self._labels = self._find_labels(*now[:4])
        return self._labels

    def set_text_scale(self, scale: float) -> None:
        self._face = font(round(TINY_PX * scale))
        self._metrics = QFontMetricsF(self._face)
        self._labelled = ()

    def _find_labels(self, x0: float, kx: float, y0: float, ky: float) -> list[tuple[QRectF, Dot]]:
        places = [
            Place(QPointF(x0 + d.x * kx, y0 + d.y * ky), d.size, y0 + d.high * ky, y0 + d.low * ky,
                  self._metrics.horizontalAdvance(d.text) + 2, max(TEXT_PX, self._metrics.height()))
            for d in self._dots
        ]
        return [(box, self._dots[i]) for i, box in placed(places, QRectF(self.view.rect()))]


class Spread(Layer):
    """Over and under the bars of a distribution: the band from p10 to p90 below, or the median with its name above them."""

    def __init__(self, view: View, *, below: bool) -> None:
        super().__init__(view)
        self._below = below
        if below:
            self.setZValue(-10)
        self._face = font(TINY_PX, tabular=True)
        self._metrics = QFontMetricsF(self._face)
        self._band = (0.0, 0.0)
        self._median = 0.0
        self._words = self._beyond = ""
        self._inks = (QColor(), QColor(), QColor())

    def set_text_scale(self, scale: float) -> None:
        self._face = font(round(TINY_PX * scale), tabular=True)
        self._metrics = QFontMetricsF(self._face)

    def show_spread(self, band: tuple[float, float], median: float, words: str, beyond: str) -> None:
        """p10 and p90, the median and what to say of it, what to say of runs that are not seen."""
        self._band, self._median, self._words, self._beyond = band, median, words, beyond
        self.repaint()

    def set_inks(self, soft: str, good: str, dim: str) -> None:
        """Colours of the band, the median and the rest."""
        self._inks = (QColor(soft), QColor(good), QColor(dim))
        self.repaint()

    def paint(self, painter: QPainter, *_: Any) -> None:
        x0, kx, _y0, _ky = self.place()
        wide, tall = self.view.width(), self.view.height()
        left, right = x0 + self._band[0] * kx, x0 + self._band[1] * kx
        if self._below:
            painter.fillRect(QRectF(left, 0, right - left, tall), self._inks[0])
            return
        middle = x0 + self._median * kx
        painter.setPen(QPen(self._inks[1], 2))
        painter.drawLine(QLineF(round(middle), 0, round(middle), tall))
        painter.setFont(self._face)
        taken: list[QRectF] = []
        end = wide - self._length(self._beyond)
        names = [
            (self._words, self._inks[1], (middle + 6, middle - 6 - self._length(self._words))),
            (self._beyond, self._inks[2], (end,)),
            ("p10", self._inks[2], (left - 4 - self._length("p10"), left + 4)),
            ("p90", self._inks[2], (right + 4, right - 4 - self._length("p90"))),
        ]
        for text, ink, places in names:
            for x in places:
                box = QRectF(x, 0, self._length(text), max(TEXT_PX, self._metrics.height()))
                free = not any(box.adjusted(-6, 0, 6, 0).intersects(other) for other in taken)
                if text and free and box.left() >= 0 and box.right() <= wide + 1:
                    taken.append(box)
                    painter.setPen(ink)
                    painter.drawText(box, VCENTRE, text)
                    break

    def _length(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text) + 2
