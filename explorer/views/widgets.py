"""Small widgets that several panels share: labels, rules, a switch, a segmented control. They know no recipe."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QToolTip,
    QWidget,
)

from explorer.views.theme import BODY_PX, LIGHT, SMALL_PX, TINY_PX, Theme, font, section_font


def mark(widget: QWidget, name: str) -> None:
    """Put a mark on a widget that the style sheet looks at."""
    widget.setProperty(name, bool(name))


def label(text: str = "", *, pixels: int = BODY_PX, bold: bool = False, tabular: bool = False, ink: str = "") -> QLabel:
    """A label of the type scale; ``ink`` is a colour of the style sheet: dim, good, warning, symbol."""
    made = QLabel(text)
    made.setFont(font(pixels, bold=bold, tabular=tabular))
    made.setTextFormat(Qt.TextFormat.PlainText)
    if ink:
        mark(made, ink)
    return made


class Link(QToolButton):
    """A link of one line. It takes the width that it gets, and ends in an ellipsis where that is too little."""

    def __init__(self) -> None:
        super().__init__()
        self.full = ""
        mark(self, "link")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """The whole text; as much of it is shown as there is room for."""
        self.full = text
        self._elide()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._width(self.full) + self._margin(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - self._margin()
        fits = self._width(self.full) <= room
        self.setText(self.full if fits else self.fontMetrics().elidedText(self.full, Qt.TextElideMode.ElideRight, room))

    def _margin(self) -> int:
        """Pixels that the style takes around the text."""
        return super().sizeHint().width() - self._width(self.text())

    def _width(self, text: str) -> int:
        """As the button itself measures a text."""
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()


def section(text: str) -> QLabel:
    """A section's title."""
    made = label(text, ink="dim")
    made.setFont(section_font())
    return made


def rule() -> QFrame:
    """A one-pixel line."""
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line


def only_downwards(area: QScrollArea) -> None:
    """No way sideways, by keys and focus neither: with its bar away, nothing would lead back."""
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    bar = area.horizontalScrollBar()
    bar.rangeChanged.connect(lambda _least, _most: bar.setRange(0, 0))
    bar.setRange(0, 0)


def scrolled(content: QWidget) -> QScrollArea:
    """A column that scrolls where the window is too low for it, instead of pushing its neighbours out."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    only_downwards(area)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setMinimumWidth(content.minimumSizeHint().width())
    area.setWidget(content)
    return area


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at; nothing happens where it is so already."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def say(target: QLabel, text: str) -> None:
    """Set a label's text only where it differs: an equal text must not cost a layout."""
    if target.text() != text:
        target.setText(text)


def is_shown(widget: QWidget) -> bool:
    """Whether a widget is in its window's sight, or will be as soon as the window is: a panel that was put away is not."""
    return widget.isVisibleTo(widget.window())


class Themed:
    """Mixed into widgets that paint themselves: they are handed the theme and fill their ground; nothing below repaints."""

    theme: Theme = LIGHT

    def set_theme(self, theme: Theme) -> None:
        """Colours."""
        self.theme = theme
        self.update()  # type: ignore[attr-defined]


def set_theme_within(widget: QWidget, theme: Theme) -> None:
    """Hand the theme to everything painted by hand within."""
    for each in widget.findChildren(QWidget):
        if isinstance(each, Themed):
            each.set_theme(theme)


class Figure(QWidget, Themed):
    """One line of text that changes at every frame of a drag: never moves its neighbours, ends in … without room."""

    def __init__(self, pixels: int = TINY_PX, *, bold: bool = False, right: bool = False, mark: str = "text") -> None:
        super().__init__()
        self.setFont(font(pixels, bold=bold, tabular=True))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(pixels + 5)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._flags = side | Qt.AlignmentFlag.AlignVCenter
        self._metrics = QFontMetrics(self.font())
        self._text, self._mark = "", mark

    def set_pixels(self, pixels: int, *, bold: bool = False) -> None:
        """Another size of type."""
        self.setFont(font(pixels, bold=bold, tabular=True))
        self.setFixedHeight(round(pixels * 1.3) + 2)
        self._metrics = QFontMetrics(self.font())
        self.update()

    def show_text(self, text: str, mark: str = "") -> None:
        """The text; ``mark`` is its colour: text, dim, good, warning."""
        if text != self._text or (mark and mark != self._mark):
            self._text, self._mark = text, mark or self._mark
            self.setAccessibleName(text)
            self.update()

    def text(self) -> str:
        """The whole text."""
        return self._text

    def mark(self) -> str:
        """The name of its colour."""
        return self._mark

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and not self.toolTip() and self._is_cut():
            QToolTip.showText(event.globalPos(), self._text, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.panel))
        if self._text:
            text = self._text
            if self._is_cut():
                text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width())
            painter.setPen(QColor(getattr(self.theme, self._mark)))
            painter.drawText(self.rect(), self._flags, text)

    def _is_cut(self) -> bool:
        return self._metrics.horizontalAdvance(self._text) > self.width()


class Note(Figure):
    """Words of ``least`` to ``most`` lines at the width there is; what does not fit ends in … and stands in the tooltip.

    It grows as soon as it must and shrinks only while no mouse button is down: under a drag nothing moves to and fro.
    """

    def __init__(self, pixels: int = TINY_PX, *, mark: str = "dim", most: int = 2, least: int = 1) -> None:
        super().__init__(pixels, mark=mark)
        self._most, self._least = most, least
        self._line_px = pixels + 5
        self._lines: list[str] = []
        self.setFixedHeight(least * self._line_px)

    def show_text(self, text: str, mark: str = "") -> None:
        changed = text != self._text
        super().show_text(text, mark)
        if changed:
            self._break()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._break()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.panel))
        painter.setPen(QColor(getattr(self.theme, self._mark)))
        for i, line in enumerate(self._lines):
            painter.drawText(QRect(0, i * self._line_px, self.width(), self._line_px), self._flags, line)

    def _is_cut(self) -> bool:
        return "".join(self._lines).replace(" ", "") != self._text.replace(" ", "").replace("\n", "")

    def _break(self) -> None:
        self._lines = broken(self._text, self._metrics, self.width(), self._most)
        height = max(len(self._lines), self._least) * self._line_px
        if height > self.height() or (height < self.height() and QApplication.mouseButtons() == Qt.MouseButton.NoButton):
            self.setFixedHeight(height)
        self.update()


def broken(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """The text in at most so many lines, broken between words; the last one ends in … where there is more."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if metrics.horizontalAdvance(paragraph) <= width:
            lines.append(paragraph)
            continue
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if line and metrics.horizontalAdvance(longer) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]


class Switch(QCheckBox, Themed):
    """A check box drawn as a switch."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(font(SMALL_PX))
        self.mixed = False  # it stands for several values that differ; a click sets all of them on

    def show_state(self, *, on: bool, mixed: bool = False) -> None:
        """Stand at a value; announced to nobody where signals are blocked."""
        on = on and not mixed
        if (on, mixed) != (self.isChecked(), self.mixed):
            self.mixed = mixed
            self.setChecked(on)
            self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(32 + (words + 8 if words else 0), 22)

    def hitButton(self, _pos: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, middle = self.theme, self.height() / 2
        on = self.isChecked()
        painter.setPen(QColor(theme.accent if on or self.hasFocus() else theme.line))
        painter.setBrush(QColor(theme.accent if on else theme.background))
        painter.drawRoundedRect(QRectF(0.5, middle - 7.5, 27, 15), 7.5, 7.5)
        if on and self.hasFocus():
            painter.setPen(QColor(theme.text))
            painter.drawRoundedRect(QRectF(0.5, middle - 7.5, 27, 15), 7.5, 7.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.panel if on else theme.dim))
        painter.drawEllipse(QRectF(9 if self.mixed else 15 if on else 3, middle - 5, 10, 10))
        if self.text():
            painter.setPen(QColor(theme.text if self.isEnabled() else theme.dim))
            painter.drawText(QRectF(36, 0, self.width() - 36, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())


class SlotName(QToolButton, Themed):
    """A name that can be clicked, on the left of its cell; ``overridden`` is a property as the style sheet has them."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.hasFocus():
            painter.fillRect(self.rect(), QColor(self.theme.soft))
        painter.setFont(font(TINY_PX))
        painter.setPen(QColor(self.theme.warning if self.property("overridden") else self.theme.text))
        text = QFontMetrics(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class Segments(QFrame):
    """A few choices side by side, one of which is on.

    Signals: chosen(index) when the user picks one.
    """

    chosen = Signal(int)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("segments")
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        for index, name in enumerate(names):
            button = QToolButton()
            button.setText(name)
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, index)
            row.addWidget(button)
        self._group.idClicked.connect(self.chosen.emit)

    def button(self, index: int) -> QToolButton:
        """The button of a choice."""
        found = self._group.button(index)
        assert isinstance(found, QToolButton)
        return found

    def show_choice(self, index: int) -> None:
        """Mark a choice without announcing it."""
        self.button(index).setChecked(True)

    def describe(self, index: int, text: str, *, enabled: bool, tip: str) -> None:
        """Text, tooltip and whether it can be chosen."""
        button = self.button(index)
        if button.text() != text:
            button.setText(text)
        button.setEnabled(enabled)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setAccessibleDescription(tip)
