"""What a sweep's charts are painted with beside lines and points: filled boxes, hatched ones, words in them. Imported late."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QMouseEvent, QPainter, QPen

from explorer.views.figure import Box
from explorer.views.plots import Layer, Plot, View
from explorer.views.theme import LIGHT, TINY_PX, Theme, contrast_text, font

HATCHED = "hatched"  # a box's colour where there is nothing to show


class BoxLayer(Layer):
    """``Box`` of ``views.figure``; one box may be ringed. Lies below lines and points."""

    def __init__(self, view: View, *, gap: float = 0.0) -> None:
        super().__init__(view)
        self.setZValue(-10)
        self._gap = gap
        self._boxes: Sequence[Box] = ()
        self._ringed: Box | None = None
        self._theme: Theme = LIGHT
        self.set_text_scale(1.0)

    def show_boxes(self, boxes: Sequence[Box], theme: Theme, ringed: Box | None = None) -> None:
        """What to paint."""
        self._boxes, self._theme, self._ringed = boxes, theme, ringed
        self.repaint()

    def set_text_scale(self, scale: float) -> None:
        self._face = font(round(TINY_PX * scale), tabular=True)
        self._metrics = QFontMetricsF(self._face)

    def paint(self, painter: QPainter, *_: Any) -> None:
        painter.setFont(self._face)
        for box in self._boxes:
            area = self._area(box)
            if box.colour == HATCHED:
                painter.fillRect(area, QBrush(QColor(self._theme.dim), Qt.BrushStyle.BDiagPattern))
                continue
            painter.fillRect(area, QColor(box.colour))
            wide = self._metrics.horizontalAdvance(box.text) + 4
            if box.text and wide <= area.width() and self._metrics.height() <= area.height():
                painter.setPen(QColor(contrast_text(box.colour)))
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, box.text)
        if self._ringed is not None:
            area = self._area(self._ringed)
            for inset, colour, wide in ((1.0, self._theme.panel, 4.0), (1.0, self._theme.good, 2.0)):
                painter.setPen(QPen(QColor(colour), wide))
                painter.drawRect(area.adjusted(inset, inset, -inset, -inset))

    def _area(self, box: Box) -> QRectF:
        x0, kx, y0, ky = self.place()
        corner, other = QPointF(x0 + box.left * kx, y0 + box.high * ky), QPointF(x0 + box.right * kx, y0 + box.low * ky)
        return QRectF(corner, other).adjusted(self._gap, self._gap, -self._gap, -self._gap)


class SweepPlot(Plot):
    """A plot whose double click is told before it shows all again.

    Signals: double_clicked(QPointF) in data coordinates.
    """

    double_clicked = Signal(QPointF)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.view.sceneBoundingRect().contains(event.position()):
            self.double_clicked.emit(self.data_at(event.position()))
        event.accept()
