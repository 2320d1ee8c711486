"""What every chart shares: a title that is a question, the plot below it, words where there is nothing to see yet.

The plot is pyqtgraph's. Importing that costs more than painting the first window, so a chart makes its plot when it is told to
(``make``, once the window stands) or when it first has something to show.
"""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from explorer.views.theme import SMALL_PX, Theme, font
from explorer.views.widgets import Themed

if TYPE_CHECKING:
    from explorer.views.plots import Plot

TITLE_PX, LEFT_PX, RIGHT_PX = 22, 34, 12


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
    """Title above a plot. Subclasses make the plot (``new_plot``), colour it, and say what a place of it means (``tip_at``)."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 110)
        self.title = title
        self.empty = ""
        self.plot: Plot | None = None
        self.title_font = font(SMALL_PX)
        self._paint_filter: QObject | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TITLE_PX, 0, 0)

    def new_plot(self) -> Plot:
        """The plot with its items."""
        raise NotImplementedError

    def theme_plot(self, theme: Theme) -> None:
        """Colours of the items of the plot, which exists."""

    def tip_at(self, _at: QPointF) -> str:
        """What stands at a place, in data coordinates; empty for nothing."""
        return ""

    def make(self) -> Plot:
        """The plot, made if there is none."""
        if self.plot is None:
            self.plot = self.new_plot()
            self.plot.set_theme(self.theme)
            self.theme_plot(self.theme)
            self.plot.viewport().installEventFilter(self)
            if self._paint_filter is not None:
                self.plot.viewport().installEventFilter(self._paint_filter)
            self.plot.setAccessibleName(self.title)
            column = self.layout()
            if column is not None:
                column.addWidget(self.plot)  # before it is shown: without a parent it would be a window of its own
            self.plot.setVisible(not self.empty)
        return self.plot

    def watch_paints(self, watcher: QObject) -> None:
        """Let an event filter see the plot's paints, which bear this chart's name."""
        self._paint_filter = watcher
        if self.plot is not None:
            self.plot.viewport().installEventFilter(watcher)

    def say_empty(self, words: str) -> None:
        """Words instead of the plot; none shows the plot."""
        if words != self.empty or (self.plot is not None and self.plot.isHidden() != bool(words)):
            self.empty = words
            if self.plot is not None:
                self.plot.setVisible(not words)
            self.update()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if self.plot is not None:
            self.plot.set_theme(theme)
            self.theme_plot(theme)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.panel))
        painter.setFont(self.title_font)
        painter.setPen(QColor(self.theme.dim))
        words = QFontMetricsF(self.title_font).elidedText(self.title, Qt.TextElideMode.ElideRight, self.title_width())
        painter.drawText(QRectF(LEFT_PX, 2, self.title_width(), 18), Qt.AlignmentFlag.AlignVCenter, words)
        if self.empty:
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()).adjusted(LEFT_PX, TITLE_PX, -RIGHT_PX, -RIGHT_PX), flags, self.empty)
        self.paint_corner(painter)

    def title_width(self) -> float:
        """Room for the title."""
        return self.width() - LEFT_PX - RIGHT_PX

    def paint_corner(self, _painter: QPainter) -> None:
        """Direct labels at the right of the title; the painter has the title's font."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.plot is not None:
            words = self.tip_at(self.plot.data_at(QPointF(event.pos())))
            if words:
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return bool(super().eventFilter(watched, event))


def nearest(values: Any, to: float) -> int:
    """Index of the value that is closest."""
    return min(range(len(values)), key=lambda i: abs(values[i] - to))
