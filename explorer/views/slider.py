"""A slider that stops at a knob's values: the paper's own, or the legal ones. Works by mouse and keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider

from explorer.views.widgets import Themed

HANDLE_RADIUS_PX = 6.0
EVEN_FROM_RATIO = 12  # a range wider than this is spaced evenly by stop, not by value


class StopSlider(QSlider, Themed):
    """Its position is the index of a stop; the handle stands where the stop's value lies between the first and the last.

    Signals: stop_chosen(value) at each move the user makes; sliderPressed and sliderReleased (QSlider's) bracket a drag.
    """

    stop_chosen = Signal(float)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setPageStep(1)
        self.setSingleStep(1)
        self.setFixedHeight(16)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stops: tuple[float, ...] = (0.0, 1.0)
        self._even = False
        self.setRange(0, 1)
        self.valueChanged.connect(self._on_value_changed)

    def show_stops(self, stops: Sequence[float], value: float, *, even: bool) -> None:
        """Stand at ``value``, one of ``stops``, without announcing it. While it is dragged the stops stay as they are."""
        if self.isSliderDown():
            return
        new = tuple(stops)
        even = even or (new[0] > 0 and new[-1] / new[0] > EVEN_FROM_RATIO)
        index = new.index(value)
        if new == self._stops and even == self._even and index == self.value():
            return
        blocker = QSignalBlocker(self)
        self._stops, self._even = new, even
        self.setRange(0, len(new) - 1)
        self.setValue(index)
        blocker.unblock()
        self.update()

    def stop(self) -> float:
        """The value it stands at."""
        return self._stops[min(self.value(), len(self._stops) - 1)]

    def stops(self) -> tuple[float, ...]:
        """The values it can stand at."""
        return self._stops

    def centre_of(self, index: int) -> QPointF:
        """Where the handle's centre is at a stop, in the slider's coordinates."""
        usable = self.width() - 2 * HANDLE_RADIUS_PX - 2
        return QPointF(HANDLE_RADIUS_PX + 1 + self._fraction(index) * usable, self.height() / 2)

    def sizeHint(self) -> QSize:
        return QSize(120, 16)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setSliderDown(True)
        self._move_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._move_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._move_to(event.position().x())
            self.setSliderDown(False)

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
        if self.hasFocus():
            painter.setBrush(QColor(theme.soft))
            painter.drawEllipse(centre, 8.5, 8.5)
        painter.setPen(QPen(accent, 1.8))
        painter.setBrush(QColor(theme.panel))
        painter.drawEllipse(centre, HANDLE_RADIUS_PX, HANDLE_RADIUS_PX)

    def _fraction(self, index: int) -> float:
        stops = self._stops
        span = stops[-1] - stops[0]
        if len(stops) < 2 or span == 0:
            return 0.0
        index = min(index, len(stops) - 1)
        return index / (len(stops) - 1) if self._even else (stops[index] - stops[0]) / span

    def _move_to(self, x: float) -> None:
        usable = max(self.width() - 2 * HANDLE_RADIUS_PX - 2, 1.0)
        wanted = (x - HANDLE_RADIUS_PX - 1) / usable
        nearest = min(range(len(self._stops)), key=lambda i: abs(self._fraction(i) - wanted))
        self.setValue(nearest)

    def _on_value_changed(self, _index: int) -> None:
        self.update()
        self.stop_chosen.emit(self.stop())
