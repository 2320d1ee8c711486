"""What every plotted chart shares: the plot below the title, words where there is nothing to see yet, zoom by keys.

The plot is pyqtgraph's. Importing that costs more than painting the first window, so a chart makes its plot when it is told to
(``make``, once the window stands) or when it first has something to show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QToolTip

from explorer.core import units
from explorer.session.chart_memory import ChartMemory
from explorer.views.chart_frame import LEFT_PX, RIGHT_PX, TITLE_PX, ChartFrame
from explorer.views.figure import Scale, Tick
from explorer.views.theme import SMALL_PX, Theme, font

if TYPE_CHECKING:
    from explorer.views.plots import Axis, Plot

__all__ = ["LEFT_PX", "RIGHT_PX", "TITLE_PX", "Chart", "full", "nearest", "paint_words", "scale_of", "short_count"]

ZOOM_STEP = 0.8


class Chart(ChartFrame):
    """Title above a plot. Subclasses make the plot (``new_plot``), colour it, and say what a place of it means (``tip_at``).

    Keys: A shows all again, + and − zoom.
    """

    def __init__(self, title: str, name: str, memory: ChartMemory | None = None) -> None:
        super().__init__(title, name, memory)
        self.plot: Plot | None = None
        self._watcher: QObject | None = None
        self.whole_button = self.corner_button(self.tr("show all"), self.tr("Show all again (A, or a double click)"), "link")
        self.whole_button.setObjectName(f"{name}.whole")
        self.whole_button.clicked.connect(self.show_whole)

    def new_plot(self) -> Plot:
        """The plot with its layers."""
        raise NotImplementedError

    def theme_plot(self, theme: Theme) -> None:
        """Colours of the layers of the plot, which exists."""

    def tip_at(self, _at: QPointF) -> str:
        """What stands at a place, in data coordinates; empty for nothing."""
        return ""

    def make(self) -> Plot:
        """The plot, made if there is none."""
        if self.plot is None:
            self.plot = plot = self.new_plot()
            plot.set_theme(self.theme)
            self.theme_plot(self.theme)
            plot.viewport().installEventFilter(self)
            if self._watcher is not None:
                plot.viewport().installEventFilter(self._watcher)
            plot.setAccessibleName(self.title)
            plot.view.sigStateChanged.connect(lambda _view: self._on_zoomed())
            self.column.insertWidget(0, plot)
            plot.setVisible(self.twin is None)
            plot.set_text_scale(self.scale)
            plot.say(self.empty)
        return self.plot

    def watch_paints(self, watcher: QObject) -> None:
        """Let an event filter see the plot's paints, which bear this chart's name."""
        self._watcher = watcher
        if self.plot is not None:
            self.plot.viewport().installEventFilter(watcher)

    def say_empty(self, words: str) -> None:
        """Words instead of the data; none shows the data."""
        if words != self.empty:
            self.empty = words
            if self.plot is not None:
                self.plot.say(words)
            self.update()

    def show_whole(self) -> None:
        """Undo zooming and panning."""
        if self.plot is not None:
            self.plot.view.reset()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if self.plot is not None:
            self.plot.set_theme(theme)
            self.theme_plot(theme)

    def set_title(self, title: str, short: str = "") -> None:
        super().set_title(title, short)
        if self.plot is not None:
            self.plot.setAccessibleName(title)

    def scale_content(self) -> None:
        if self.plot is not None:
            self.plot.set_text_scale(self.scale)

    def show_content(self, *, on: bool) -> None:
        if self.plot is not None:
            self.plot.setVisible(on)

    def paint_content(self, painter: QPainter) -> None:
        if self.empty and self.plot is None:
            paint_words(painter, QRectF(self.rect()).adjusted(0, self.title_px(), 0, 0), self.empty, self.theme, self.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.plot is None or self.empty or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_A:
            self.show_whole()
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.plot.view.zoom(1 / ZOOM_STEP if event.key() == Qt.Key.Key_Minus else ZOOM_STEP)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.plot is not None:
            self._tell(event.pos(), event.globalPos())
            return True
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self.contextMenuEvent(event)
            return True
        return bool(super().eventFilter(watched, event))

    def _tell(self, at: QPoint, on_screen: QPoint) -> None:
        if self.plot is None or not self.plot.view.sceneBoundingRect().contains(QPointF(at)):
            QToolTip.hideText()
            return
        QToolTip.showText(on_screen, self.tip_at(self.plot.data_at(QPointF(at))), self)

    def _on_zoomed(self) -> None:
        zoomed = self.plot is not None and self.plot.view.zoomed
        if zoomed == self.whole_button.isHidden():
            self.whole_button.setVisible(zoomed)
            self.place_corner()


def scale_of(axis: Axis, title: str) -> Scale:
    """What an axis shows at present, for a figure."""
    low, high = axis.range
    return Scale(title, low, high, tuple(Tick(mark.at, mark.text) for mark in axis.marks()))


def paint_words(painter: QPainter, area: QRectF, words: str, theme: Theme, scale: float = 1.0) -> None:
    """What stands where there is nothing to see."""
    painter.setFont(font(round(SMALL_PX * scale)))
    painter.setPen(theme.dim)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(area.adjusted(LEFT_PX, 0, -RIGHT_PX, -RIGHT_PX), flags, words)


def nearest(values: list[float]) -> int:
    """Index of the least value."""
    return min(range(len(values)), key=values.__getitem__)


def short_count(value: float) -> str:
    """``300 M``, ``1 G``: a count for an axis."""
    return units.count(value).replace(".00", "").replace(".0 ", " ")


def full(number: int) -> str:
    """All digits, in groups of three."""
    return f"{number:,}".replace(",", "\u202f")
