"""Where the keyboard is: a ring around what Tab has come to. A click draws none, and nothing moves for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from explorer.views.theme import RADIUS_PX
from explorer.views.widgets import Themed

ROOM_PX, THICK_PX = 3, 2
FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.EnabledChange)


class FocusRing(QWidget, Themed):
    """Lies over the window and lets the mouse through. ``by_keys`` is set while Tab is moving the focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("focus.ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.by_keys = False
        self.target: QWidget | None = None
        self.area: QScrollArea | None = None  # that the target lies in
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in FOLLOWED:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.accent), THICK_PX))
        half = THICK_PX / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS_PX + 1, RADIUS_PX + 1)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._let_go()
        if self.by_keys and new is not None and new.window() is self.window():
            self.target = new
            new.installEventFilter(self)
            new.destroyed.connect(self._on_gone)
            self.area = _scroll_area(new)
            if self.area is not None:
                self.area.ensureWidgetVisible(new)  # Qt does so only within the area, not on the way into it
                self.area.verticalScrollBar().valueChanged.connect(self._place)
        self._place()

    def _let_go(self) -> None:
        if self.target is not None:
            self.target.removeEventFilter(self)
            self.target.destroyed.disconnect(self._on_gone)
            self.target = None
        if self.area is not None:
            self.area.verticalScrollBar().valueChanged.disconnect(self._place)
            self.area = None

    def _on_gone(self) -> None:
        self.target = None
        self.hide()

    def _place(self) -> None:
        target, window = self.target, self.window()
        if target is None or not target.isVisible():
            self.hide()
            return
        around = _place_of(target, window).adjusted(-ROOM_PX, -ROOM_PX, ROOM_PX, ROOM_PX) & window.rect()
        if self.area is not None:
            around &= _place_of(self.area.viewport(), window)
        self.setGeometry(around)
        self.setVisible(not around.isEmpty())
        self.raise_()
        self.update()


def _place_of(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def _scroll_area(widget: QWidget) -> QScrollArea | None:
    """The scroll area that a widget lies in."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around
