"""The outline of another network's cost per layer, painted over the bars of a chart. Imported late: pyqtgraph comes along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from explorer.views.plots import Layer, View

BAR_SHARE = 0.72  # of its place that a bar of the chart fills, from the left

class Outline(Layer):
    """Steps from the left to the right; where two do not touch, the line goes down to zero between them."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self.setZValue(10)
        self._steps: Sequence[tuple[float, float, float]] = ()
        self._colour = QColor()

    def show_steps(self, steps: Sequence[tuple[float, float, float]], colour: QColor) -> None:
        """(from, to, height) in the data's units."""
        if steps != self._steps or colour != self._colour:
            self._steps, self._colour = steps, colour
            self.repaint()

    def paint(self, painter: QPainter, *_: Any) -> None:
        if not self._steps:
            return
        x0, kx, y0, ky = self.place()
        x0 -= (1 - BAR_SHARE) / 2 * kx  # a bar stands in the middle of its step
        line = QPolygonF()
        end = None
        for left, right, height in self._steps:
            if end is None or abs(left - end) > 1e-9:
                if end is not None:
                    line.append(QPointF(x0 + end * kx, y0))
                line.append(QPointF(x0 + left * kx, y0))
            line.append(QPointF(x0 + left * kx, y0 + height * ky))
            line.append(QPointF(x0 + right * kx, y0 + height * ky))
            end = right
        line.append(QPointF(x0 + (end or 0.0) * kx, y0))
        painter.setPen(QPen(self._colour, 1.4))
        painter.drawPolyline(line)
