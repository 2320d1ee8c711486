"""What every chart shares: a title that is a question, the plot below it, words where there is nothing to see yet.

The plot is pyqtgraph's. Importing that costs more than painting the first window, so a chart makes its plot when it is told to
(``make``, once the window stands) or when it first has something to show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QToolTip, QVBoxLayout, QWidget

from explorer.views.theme import SMALL_PX, Theme, font
from explorer.views.widgets import Themed, mark

if TYPE_CHECKING:
    from explorer.views.plots import Plot

TITLE_PX, LEFT_PX, RIGHT_PX = 22, 34, 12
ZOOM_STEP = 0.8
BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class Chart(QWidget, Themed):
    """Title above a plot. Subclasses make the plot (``new_plot``), colour it, and say what a place of it means (``tip_at``).

    Keys: A shows all again, + and − zoom.
    """

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 110)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.title = title
        self.empty = ""
        self.plot: Plot | None = None
        self.title_font = font(SMALL_PX)
        self._title_metrics = QFontMetricsF(self.title_font)
        self._keyed = False
        self._watcher: QObject | None = None
        self.whole_button = self.corner_button(self.tr("show all"), self.tr("Show all again (A, or a double click)"), "link")
        self.whole_button.setObjectName(f"{name}.whole")
        self.whole_button.clicked.connect(self.show_whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TITLE_PX, 0, 0)

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
            column = self.layout()
            if column is not None:
                column.addWidget(plot)
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.panel))
        face = font(SMALL_PX)
        face.setUnderline(self._keyed)
        painter.setFont(face)
        painter.setPen(QColor(self.theme.accent if self._keyed else self.theme.dim))
        room = self.title_width()
        words = self._title_metrics.elidedText(self.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(LEFT_PX, 2, room, 18), Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(self.title_font)
        if not self.empty:
            self.paint_corner(painter, self._free_right())
        elif self.plot is None:
            paint_words(painter, QRectF(self.rect()).adjusted(0, TITLE_PX, 0, 0), self.empty, self.theme)

    def title_width(self) -> float:
        """Room for the title."""
        return max(self._free_right() - self.corner_width() - LEFT_PX, 40.0)

    def corner_width(self) -> float:
        """What the labels at the right of the title need."""
        return 0.0

    def paint_corner(self, _painter: QPainter, _right: float) -> None:
        """Direct labels that end at ``right``; the painter has the title's font."""

    def corner_button(self, text: str, tip: str, look: str) -> QToolButton:
        """A small button at the right of the title; hidden until it is of use."""
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(f"{text}: {tip}")
        mark(button, look)
        mark(button, "small")
        button.hide()
        return button

    def place_corner(self) -> None:
        """Buttons side by side from the right."""
        x = self.width() - RIGHT_PX
        for button in self.findChildren(QToolButton):
            if not button.isHidden():
                wide, tall = button.sizeHint().width(), min(button.sizeHint().height(), TITLE_PX)
                x -= wide
                button.setGeometry(x, (TITLE_PX - tall) // 2, wide, tall)
                x -= 8
        self.update(0, 0, self.width(), TITLE_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_corner()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.plot is None or self.empty or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_A:
            self.show_whole()
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.plot.view.zoom(1 / ZOOM_STEP if event.key() == Qt.Key.Key_Minus else ZOOM_STEP)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyed = event.reason() in BY_KEYS
        super().focusInEvent(event)
        self.update(0, 0, self.width(), TITLE_PX)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._keyed = False
        super().focusOutEvent(event)
        self.update(0, 0, self.width(), TITLE_PX)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.plot is not None:
            self._tell(event.pos(), event.globalPos())
            return True
        return bool(super().eventFilter(watched, event))

    def _tell(self, at: QPoint, on_screen: QPoint) -> None:
        if self.plot is None or not self.plot.view.sceneBoundingRect().contains(QPointF(at)):
            QToolTip.hideText()
            return
        QToolTip.showText(on_screen, self.tip_at(self.plot.data_at(QPointF(at))), self)

    def _free_right(self) -> float:
        shown = [button.x() for button in self.findChildren(QToolButton) if not button.isHidden()]
        return min(shown) - 12.0 if shown else float(self.width() - RIGHT_PX)

    def _on_zoomed(self) -> None:
        zoomed = self.plot is not None and self.plot.view.zoomed
        if zoomed == self.whole_button.isHidden():
            self.whole_button.setVisible(zoomed)
            self.place_corner()


def paint_words(painter: QPainter, area: QRectF, words: str, theme: Theme) -> None:
    """What stands where there is nothing to see."""
    painter.setFont(font(SMALL_PX))
    painter.setPen(QColor(theme.dim))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(area.adjusted(LEFT_PX, 0, -RIGHT_PX, -RIGHT_PX), flags, words)


def nearest(values: list[float]) -> int:
    """Index of the least value."""
    return min(range(len(values)), key=values.__getitem__)


def full(number: int) -> str:
    """All digits, in groups of three."""
    return f"{number:,}".replace(",", "\u202f")
