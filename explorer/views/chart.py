"""What every chart shares: a title that is a question, a faint grid, round ticks, direct labels. Plain painting, no frames.

Painted by hand: importing a plotting library costs more than the first window, and a repaint here stays far below a frame.
"""

from __future__ import annotations

from math import ceil, floor, log10

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.views.theme import SMALL_PX, TINY_PX, font
from explorer.views.widgets import Themed

TOP_PX, BOTTOM_PX, LEFT_PX, RIGHT_PX = 26, 20, 34, 12


def ticks(top: float, most: int = 4) -> list[float]:
    """Round numbers from 0 up to ``top``, at most about ``most`` of them."""
    if top <= 0:
        return [0.0]
    raw = top / most
    power = 10.0 ** floor(log10(raw))
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= raw * 0.999)
    return [i * step for i in range(floor(top / step + 1e-9) + 1)]


def ceiling(top: float, most: int = 4) -> float:
    """The end of an axis that has to hold ``top``."""
    marks = ticks(top, most)
    step = marks[1] if len(marks) > 1 else top or 1.0
    return step * ceil(top / step - 1e-9) if step else 1.0


class Chart(QWidget, Themed):
    """Title, value axis on the left, faint grid; the rest is the subclass's ``paint_data``."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 110)
        self.title = title
        self.empty = ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.title_font = font(SMALL_PX)
        self.tick_font = font(TINY_PX, tabular=True)

    def plot_rect(self) -> QRectF:
        """Where the data stand."""
        return QRectF(LEFT_PX, TOP_PX, max(self.width() - LEFT_PX - RIGHT_PX, 1), max(self.height() - TOP_PX - BOTTOM_PX, 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.panel))
        painter.setFont(self.title_font)
        painter.setPen(QColor(self.theme.dim))
        painter.drawText(QRectF(LEFT_PX, 2, self.title_width(), 18), Qt.AlignmentFlag.AlignVCenter, self.fitted_title())
        painter.setFont(self.tick_font)
        if self.empty:
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.plot_rect(), flags, self.empty)
            return
        self.paint_data(painter, self.plot_rect())

    def title_width(self) -> float:
        """Room for the title."""
        return self.width() - LEFT_PX - RIGHT_PX

    def fitted_title(self) -> str:
        """The title, shortened where there is no room."""
        return QFontMetricsF(self.title_font).elidedText(self.title, Qt.TextElideMode.ElideRight, self.title_width())

    def paint_data(self, painter: QPainter, plot: QRectF) -> None:
        """Draw the data; the painter has the tick font."""
        raise NotImplementedError

    def paint_grid(self, painter: QPainter, plot: QRectF, top: float, scale: float = 1.0) -> None:
        """Horizontal lines with their values; ``scale`` divides the labels (1e6 shows millions)."""
        line, dim = QPen(QColor(self.theme.line)), QColor(self.theme.dim)
        for mark in ticks(top, 3 if plot.height() < 140 else 4):
            y = round(plot.bottom() - mark / top * plot.height()) if top else plot.bottom()
            painter.setPen(line)
            painter.drawLine(int(plot.left()), int(y), int(plot.right()), int(y))
            painter.setPen(dim)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - 8, LEFT_PX - 6, 16), right, f"{mark / scale:g}")
