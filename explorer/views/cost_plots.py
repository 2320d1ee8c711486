"""What the cost chart is painted with beside its bars: the running share of the whole, 0 at the bottom, 100 % on top."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from explorer.views.plots import Layer, Mark, View

LINE_PX = 1.6


class Running(Layer):
    """A line: after bar i the share ``shares[i]`` of the whole is reached."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self.setZValue(10)
        self._shares: Sequence[float] = ()
        self._ink = QColor()

    def show_shares(self, shares: Sequence[float], ink: str) -> None:
        """0 to 1 after each bar; none draws nothing."""
        self._shares, self._ink = shares, QColor(ink)
        self.repaint()

    def paint(self, painter: QPainter, *_: Any) -> None:
        if not self._shares:
            return
        x0, kx, _y0, _ky = self.place()
        tall = self.view.height() - LINE_PX
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ink, LINE_PX))
        points = [QPointF(x0 + (i + 0.5) * kx, LINE_PX / 2 + (1 - share) * tall) for i, share in enumerate(self._shares)]
        painter.drawPolyline(QPolygonF(points))


def share_marks(low: float, high: float, pixels: float) -> list[Mark]:
    """0 to 100 % on an axis whose own ends mean something else."""
    parts = 4 if pixels >= 110 else 2
    return [Mark(low + (high - low) * i / parts, f"{100 * i // parts} %") for i in range(parts + 1)]
