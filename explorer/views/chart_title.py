"""The line above a chart: its title, a question, and small buttons beside it; how large the words of the chart are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from explorer.views.theme import SMALL_PX, font
from explorer.views.widgets import Themed, mark

TITLE_PX, LEFT_PX, RIGHT_PX = 22, 34, 12
BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class Titled(QWidget, Themed):
    """A title, buttons, and below them what ``paint_content`` paints or the widgets of ``column``."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 110)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.title = title
        self.short = ""
        self.empty = ""
        self.scale = 1.0
        self.bare = False  # without the buttons
        self.title_font = font(SMALL_PX)
        self.title_metrics = QFontMetricsF(self.title_font)
        self._keyed = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, TITLE_PX, 0, 0)
        self.column.setSpacing(0)

    def set_title(self, title: str, short: str = "") -> None:
        """Another question; ``short`` stands where there is no room for all of it."""
        if (title, short) != (self.title, self.short):
            self.title, self.short = title, short
            self.setAccessibleName(title)
            self.update(0, 0, self.width(), self.title_px())

    def title_px(self) -> int:
        """Height of the title's line."""
        return round(TITLE_PX * self.scale)

    def set_text_scale(self, scale: float) -> None:
        """Larger words, for a projector: 1 is the window's own size."""
        if scale != self.scale:
            self.scale = scale
            self.title_font = font(round(SMALL_PX * scale))
            self.title_metrics = QFontMetricsF(self.title_font)
            self.column.setContentsMargins(0, self.title_px(), 0, 0)
            self.scale_content()
            self.place_corner()
            self.update()

    def scale_content(self) -> None:
        """The words of what is shown take ``scale``."""

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
        x, tall_line = self.width() - RIGHT_PX, self.title_px()
        for button in self.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if self.bare:
                button.hide()
            if not button.isHidden():
                hint = button.sizeHint()
                wide, tall = hint.width(), min(hint.height(), tall_line)
                x -= wide
                button.setGeometry(x, (tall_line - tall) // 2, wide, tall)
                x -= 8
        self.update(0, 0, self.width(), tall_line)

    def title_width(self) -> float:
        """Room for the title."""
        return max(self.free_right() - self.corner_width() - LEFT_PX, 40.0)

    def title_words(self) -> str:
        """The title, or its short form where the buttons leave no room for it."""
        fits = self.title_metrics.horizontalAdvance(self.title) <= self.free_right() - LEFT_PX
        return self.title if fits or not self.short else self.short

    def free_right(self) -> float:
        """Where the buttons begin."""
        buttons = self.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        shown = [button.x() for button in buttons if not button.isHidden()]
        return min(shown) - 12.0 if shown else float(self.width() - RIGHT_PX)

    def corner_width(self) -> float:
        """What the labels at the right of the title need."""
        return 0.0

    def paint_corner(self, _painter: QPainter, _right: float) -> None:
        """Direct labels that end at ``right``; the painter has the title's font."""

    def paint_content(self, _painter: QPainter) -> None:
        """What is below the title, where no widget lies there."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.panel))
        face = font(self.title_font.pixelSize())
        face.setUnderline(self._keyed)
        painter.setFont(face)
        painter.setPen(QColor(self.theme.accent if self._keyed else self.theme.dim))
        room = self.title_width()
        words = self.title_metrics.elidedText(self.title_words(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(LEFT_PX, 2, room, self.title_px() - 4), Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(self.title_font)
        if not self.empty:
            self.paint_corner(painter, self.free_right())
        self.paint_content(painter)

    def sizeHint(self) -> QSize:
        return QSize(360, 180)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_corner()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyed = event.reason() in BY_KEYS
        super().focusInEvent(event)
        self.update(0, 0, self.width(), self.title_px())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._keyed = False
        super().focusOutEvent(event)
        self.update(0, 0, self.width(), self.title_px())


