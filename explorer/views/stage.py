"""The middle of the window as a stage: the graph alone, or, while presenting, a headline, large totals and one chart beside it.

Type grows with the window. Knows no recipe: ``Presenting`` says what stands in the headline and beside the graph.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QLinearGradient, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from explorer.views.centre import CentrePanel
from explorer.views.chart_frame import ChartFrame
from explorer.views.theme import font
from explorer.views.widgets import Figure, Themed, label, say

BASE = (1280, 800)  # the window at which the sizes below hold
LEAST_UNIT, MOST_UNIT = 0.85, 2.6
HEADLINE_PX, WORDS_PX, TITLE_PX, VALUE_PX, CHANGE_PX, FOOT_PX = 30, 20, 18, 36, 20, 16
CHART_SCALE = 1.6  # of a chart's words, which are made for 12 px
STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class FigureText(NamedTuple):
    """One large figure: what it is, the value, its change and the change's colour (good, warning, dim)."""

    title: str
    value: str
    change: str = ""
    ink: str = "dim"


class BigFigure(QWidget):
    """Title, value, change."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"stage.{name}")
        self.title, self.value, self.change = Figure(mark="dim"), Figure(bold=True), Figure(right=True)
        self.value.setObjectName(f"stage.{name}.value")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.title, 0, 0, 1, 2)
        grid.addWidget(self.value, 1, 0)
        grid.addWidget(self.change, 1, 1, Qt.AlignmentFlag.AlignBottom)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 3)

    def show_figure(self, text: FigureText) -> None:
        """What it says."""
        self.title.show_text(text.title)
        self.value.show_text(text.value)
        self.change.show_text(text.change, text.ink)
        self.setAccessibleName(" ".join(filter(None, (text.title, text.value, text.change))))

    def set_unit(self, unit: float) -> None:
        """The size of its type."""
        self.title.set_pixels(round(TITLE_PX * unit))
        self.value.set_pixels(round(VALUE_PX * unit), bold=True)
        self.change.set_pixels(round(CHANGE_PX * unit))


class BigLegend(QWidget, Themed):
    """What the graph's colours mean, in large type: the ramp with its range, or the kinds."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._unit, self._by, self._text = 1.0, "macs", ""

    def show_range(self, by: str, text: str) -> None:
        """The quantity and its range in words."""
        if (by, text) != (self._by, self._text):
            self._by, self._text = by, text
            self.setAccessibleName(text)
            self.update()

    def set_unit(self, unit: float) -> None:
        """The size of its type."""
        self._unit = unit
        self.setFont(font(round(FOOT_PX * unit), tabular=True))
        self.setFixedHeight(round(26 * unit))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(26 * self._unit))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self.theme.dim))
        size, middle = round(12 * self._unit), self.height() / 2
        metrics, x = painter.fontMetrics(), 0.0
        swatches = self.theme.kinds if self._by == "kind" else (("", ""),)
        for kind, colour in swatches:
            wide = size if kind else 8 * size
            area = QRectF(x, middle - size / 2, wide, size)
            if kind:
                painter.fillRect(area, QColor(colour))
            else:
                ramp = QLinearGradient(x, 0, x + wide, 0)
                for i, stop in enumerate(self.theme.ramp):
                    ramp.setColorAt(i / (len(self.theme.ramp) - 1), QColor(stop))
                painter.fillRect(area, ramp)
            words = kind or self._text
            x += wide + 8
            painter.drawText(QRectF(x, 0, self.width() - x, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
            x += metrics.horizontalAdvance(words) + 18


class Stage(QWidget):
    """The central widget.

    Signals: left() when Escape is pressed while presenting; stepped(by) for the next (1) or previous (-1) step of a story;
    reset_wished() to see a step as it was written; chart_wished(number), 0 for none.
    """

    left = Signal()
    stepped = Signal(int)
    reset_wished = Signal()
    chart_wished = Signal(int)

    def __init__(self, centre: CentrePanel) -> None:
        super().__init__()
        self.setObjectName("stage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.centre = centre
        self.chart: ChartFrame | None = None
        self.unit = 1.0
        self._on = False
        self.headline, self.words, self.source = label(bold=True), label(), label(ink="dim")
        for name, line in (("headline", self.headline), ("words", self.words), ("source", self.source)):
            line.setObjectName(f"stage.{name}")
            line.setWordWrap(True)
        self.figures = [BigFigure(name) for name in ("params", "macs", "peak", "latency")]
        self.caption = Figure(mark="dim")
        self.caption.setObjectName("stage.against")
        self.legend, self.foot = BigLegend(), Figure(mark="dim", right=True)
        self.foot.setObjectName("stage.foot")
        self._head, self._side, self._below = QWidget(), QWidget(), QWidget()
        self._lay_out()
        for each in (self._head, self._side, self._below):
            each.hide()
        self._keys = [self._shortcut(key, run) for key, run in (
            (Qt.Key.Key_Escape, self._on_escape), (Qt.Key.Key_PageDown, lambda: self.stepped.emit(1)),
            (Qt.Key.Key_PageUp, lambda: self.stepped.emit(-1)),
        )]

    def _lay_out(self) -> None:
        head = QVBoxLayout(self._head)
        head.setContentsMargins(24, 16, 24, 8)
        head.setSpacing(6)
        for line in (self.headline, self.words, self.source):
            head.addWidget(line)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(12, 4, 24, 4)
        side.setSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        for i, figure in enumerate(self.figures):
            grid.addWidget(figure, i // 2, i % 2)
        side.addLayout(grid)
        side.addWidget(self.caption)
        self._chart_room = QVBoxLayout()
        side.addLayout(self._chart_room, 1)
        below = QHBoxLayout(self._below)
        below.setContentsMargins(24, 4, 24, 10)
        below.addWidget(self.legend, 3)
        below.addWidget(self.foot, 2)
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head, 0, 0, 1, 2)
        whole.addWidget(self.centre, 1, 0)
        whole.addWidget(self._side, 1, 1)
        whole.addWidget(self._below, 2, 0, 1, 2)
        whole.setRowStretch(1, 1)
        whole.setColumnStretch(0, 6)

    def is_presenting(self) -> bool:
        """Whether the audience is looking."""
        return self._on

    def show_presenting(self, *, on: bool) -> None:
        """Headline, totals and chart beside the graph, or the graph alone."""
        self._on = on
        for each in (self._head, self._side, self._below):
            each.setVisible(on)
        self.centre.header.setVisible(not on)
        bars = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if on else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.centre.graph.setVerticalScrollBarPolicy(bars)
        self.centre.graph.setHorizontalScrollBarPolicy(bars)
        layout = self.layout()
        assert isinstance(layout, QGridLayout)
        layout.setColumnStretch(1, 5 if on else 0)
        for key in self._keys:
            key.setEnabled(on)
        if on:
            self._scale()
            self.setFocus()

    def show_words(self, headline: str, words: str, source: str = "") -> None:
        """What is said of what is shown."""
        for target, text in ((self.headline, headline), (self.words, words), (self.source, source)):
            say(target, text)
            if target.isHidden() == bool(text):
                target.setVisible(bool(text))

    def show_figures(self, texts: Sequence[FigureText], against: str) -> None:
        """The large figures, and what they are held against."""
        for figure, text in zip(self.figures, texts, strict=True):
            figure.show_figure(text)
        self.caption.show_text(against)

    def show_chart(self, chart: ChartFrame | None) -> None:
        """One chart below the figures, or none."""
        if chart is self.chart:
            return
        if self.chart is not None:
            self._chart_room.removeWidget(self.chart)
            self.chart.hide()
        self.chart = chart
        if chart is not None:
            self._chart_room.addWidget(chart)
            chart.set_text_scale(CHART_SCALE * self.unit)
            chart.bare = True  # its buttons are too small to be read from afar; the menu is on the right mouse button
            chart.place_corner()
            chart.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if not (self._on and plain):
            super().keyPressEvent(event)
        elif key in STEPS:
            self.stepped.emit(STEPS[key])
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.chart_wished.emit(key - Qt.Key.Key_0)
        elif key == Qt.Key.Key_R:
            self.reset_wished.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._on:
            self._scale()

    def _scale(self) -> None:
        """Type as large as the window allows: it is read from the last row."""
        unit = min(max(min(self.width() / BASE[0], self.height() / BASE[1]), LEAST_UNIT), MOST_UNIT)
        self.unit = unit
        sizes: tuple[tuple[QLabel, int, bool], ...] = (
            (self.headline, HEADLINE_PX, True), (self.words, WORDS_PX, False), (self.source, FOOT_PX, False)
        )
        for text, pixels, bold in sizes:
            text.setFont(font(round(pixels * unit), bold=bold))
        for figure in self.figures:
            figure.set_unit(unit)
        self.legend.set_unit(unit)
        self.caption.set_pixels(round(FOOT_PX * unit))
        self.foot.set_pixels(round(FOOT_PX * unit))
        if self.chart is not None:
            self.chart.set_text_scale(CHART_SCALE * unit)

    def _shortcut(self, key: Qt.Key, run: object) -> QShortcut:
        made = QShortcut(QKeySequence(key), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setEnabled(False)
        made.activated.connect(run)
        return made

    def _on_escape(self) -> None:
        if self.centre.search.bar.isVisible():
            self.centre.search.close()
        else:
            self.left.emit()
