"""A slider over a knob's values: every step of its range with the paper's values as magnets, or only the legal ones."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import log

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider

from explorer.views.theme import Theme
from explorer.views.widgets import Themed

HANDLE_RADIUS_PX = 6.0
OTHER_RADIUS_PX = 3.0
MAGNET_PX = 6.0  # this near to a paper's value the value is the paper's; less where two of them are close
LOG_FROM_RATIO = 100  # a range wider than this is spaced by the logarithm of the value


class StopSlider(QSlider, Themed):
    """Its position is the index of a stop; the handle stands where the stop's value lies between the first and the last.

    Signals: stop_chosen(value) at each move the user makes; stroke_began() before the first of a drag or of a held key;
    sliderPressed and sliderReleased (QSlider's) bracket a drag.
    """

    stop_chosen = Signal(float)
    stroke_began = Signal()

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setPageStep(1)
        self.setSingleStep(1)
        self.setFixedHeight(16)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stops: tuple[float, ...] = (0.0, 1.0)
        self._snaps: tuple[float, ...] = ()
        self._asked_snaps: Sequence[float] = ()
        self._even = False
        self._others: tuple[float, ...] = ()
        self.setRange(0, 1)
        self.valueChanged.connect(self._on_value_changed)

    def show_stops(self, stops: Sequence[float], value: float, *, snaps: Sequence[float] = (), even: bool = False) -> None:
        """Stand at ``value``, one of ``stops``, without announcing it; ``snaps`` are magnets, ``even`` spaces the stops evenly.

        While it is dragged the stops stay as they are.
        """
        if self.isSliderDown():
            return
        new = stops if isinstance(stops, tuple) else tuple(stops)
        index = bisect_left(new, value)
        if new == self._stops and even == self._even and index == self.value() and snaps == self._asked_snaps:
            return
        blocker = QSignalBlocker(self)
        self._stops, self._even = new, even
        self._asked_snaps = snaps
        self._snaps = tuple(sorted({float(s) for s in snaps} & set(new)))
        self.setRange(0, len(new) - 1)
        self.setValue(index)
        blocker.unblock()
        self.update()

    def show_others(self, values: tuple[float, ...]) -> None:
        """Where else it stands, of several places with different values: a small ring each."""
        if values != self._others:
            self._others = values
            self.update()

    def stop(self) -> float:
        """The value it stands at."""
        return self._stops[min(self.value(), len(self._stops) - 1)]

    def stops(self) -> tuple[float, ...]:
        """The values it can stand at."""
        return self._stops

    def snaps(self) -> tuple[float, ...]:
        """The paper's values among them, which have a tick."""
        return self._snaps

    def x_of(self, value: float) -> float:
        """Where a value lies, in the slider's coordinates."""
        return HANDLE_RADIUS_PX + 1 + self._fraction(value) * self._usable()

    def centre_of(self, index: int) -> QPointF:
        """Where the handle's centre is at a stop, in the slider's coordinates."""
        return QPointF(self.x_of(self._stops[min(index, len(self._stops) - 1)]), self.height() / 2)

    def sizeHint(self) -> QSize:
        return QSize(120, 16)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.stroke_began.emit()
        self.setSliderDown(True)
        before = self.value()
        self._move_to(event.position().x())
        if self._others and self.value() == before:
            self.stop_chosen.emit(self.stop())  # the value that one of them has already, for all of them

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._move_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._move_to(event.position().x())
            self.setSliderDown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self.stroke_began.emit()
        pages = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}
        direction = pages.get(Qt.Key(event.key()))
        if direction is None:
            super().keyPressEvent(event)
        else:
            self.setValue(self._next_snap(direction))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the panel scrolls; a value must not change in passing

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.panel))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, centre = self.theme, self.centre_of(self.value())
        middle, left, right = centre.y(), 1.0, self.width() - 1.0
        accent = QColor(theme.accent if self.isEnabled() else theme.dim)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line))
        painter.drawRoundedRect(QRectF(left, middle - 2, right - left, 4), 2, 2)
        painter.setBrush(accent)
        painter.drawRoundedRect(QRectF(left, middle - 2, centre.x() - left, 4), 2, 2)
        self._paint_ticks(painter, theme, middle)
        if self.hasFocus():
            painter.setBrush(QColor(theme.soft))
            painter.drawEllipse(centre, 8.0, 8.0)
        painter.setPen(QPen(accent, 1.8))
        painter.setBrush(QColor(theme.panel))
        for value in self._others:
            painter.drawEllipse(QPointF(self.x_of(value), middle), OTHER_RADIUS_PX, OTHER_RADIUS_PX)
        painter.drawEllipse(centre, HANDLE_RADIUS_PX, HANDLE_RADIUS_PX)

    def _paint_ticks(self, painter: QPainter, theme: Theme, middle: float) -> None:
        painter.setBrush(QColor(theme.dim))
        for snap in self._snaps:
            painter.drawRect(QRectF(round(self.x_of(snap)) - 0.5, middle + 4, 1, 3))

    def _usable(self) -> float:
        return max(self.width() - 2 * HANDLE_RADIUS_PX - 2, 1.0)

    def _is_log(self) -> bool:
        stops = self._stops
        return not self._even and stops[0] > 0 and stops[-1] / stops[0] > LOG_FROM_RATIO

    def _fraction(self, value: float) -> float:
        stops = self._stops
        first, last = stops[0], stops[-1]
        if len(stops) < 2 or first == last:
            return 0.0
        if self._even:
            return min(bisect_left(stops, value), len(stops) - 1) / (len(stops) - 1)
        if self._is_log():
            return log(value / first) / log(last / first)
        return (value - first) / (last - first)

    def _nearest(self, x: float) -> int:
        """The index of the stop that lies nearest."""
        fraction = min(max((x - HANDLE_RADIUS_PX - 1) / self._usable(), 0.0), 1.0)
        stops = self._stops
        if self._even:
            return round(fraction * (len(stops) - 1))
        first, last = stops[0], stops[-1]
        value = first * (last / first) ** fraction if self._is_log() else first + fraction * (last - first)
        above = min(bisect_left(stops, value), len(stops) - 1)
        return min((max(above - 1, 0), above), key=lambda i: abs(self.x_of(stops[i]) - x))

    def _move_to(self, x: float) -> None:
        self.setValue(self._magnet(x) if not self._even else self._nearest(x))

    def _magnet(self, x: float) -> int:
        """The nearest stop, or the paper's value that is near enough; between two of them a third of the way stays free."""
        places = [self.x_of(s) for s in self._snaps]
        if places:
            at = min(range(len(places)), key=lambda i: abs(places[i] - x))
            gaps = [abs(places[j] - places[at]) for j in (at - 1, at + 1) if 0 <= j < len(places)]
            if abs(places[at] - x) <= min(MAGNET_PX, *(gap / 3 for gap in gaps), MAGNET_PX):
                return bisect_left(self._stops, self._snaps[at])
        return self._nearest(x)

    def _next_snap(self, direction: int) -> int:
        """The index of the paper's next value; of the next stop where the paper has none, of the last beyond its values."""
        now, last = self.stop(), len(self._stops) - 1
        if not self._snaps:
            return min(max(self.value() + direction, 0), last)
        if direction > 0:
            place = bisect_right(self._snaps, now)
            return bisect_left(self._stops, self._snaps[place]) if place < len(self._snaps) else last
        place = bisect_left(self._snaps, now) - 1
        return bisect_left(self._stops, self._snaps[place]) if place >= 0 else 0

    def _on_value_changed(self, _index: int) -> None:
        self.update()
        self.stop_chosen.emit(self.stop())
