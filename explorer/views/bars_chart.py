"""Bars of layers: painted in the colours of their kinds, lit by the selection, walked along by keys, zoomed along the layers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent

from explorer.session.chart_memory import ChartMemory
from explorer.views.chart import Chart
from explorer.views.cost_bars import IN_ORDER, LARGEST, CostBars
from explorer.views.theme import Theme

if TYPE_CHECKING:
    from explorer.views.cost_plots import Running
    from explorer.views.plots import Bars, Mark, Plot

DIM_ALPHA = 0.38
RANK_PX = 64
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class BarsChart(Chart):
    """A click selects, Left and Right walk along the bars. Signals: layer_clicked(path)."""

    layer_clicked = Signal(str)

    def __init__(self, title: str, name: str, memory: ChartMemory | None = None) -> None:
        super().__init__(title, name, memory)
        self.data = CostBars(
            sorting=self.memory.word(name, "sorting", (IN_ORDER, LARGEST), IN_ORDER), log=self.memory.flag(name, "log"),
        )
        self.cumulative = self.memory.flag(name, "cumulative")
        self._colours: dict[str, tuple[QColor, QColor]] = {}
        self._painted: list[QColor] = []  # colours of the bars, empty where they are to be made anew
        self._items: Bars | None = None
        self._running: Running | None = None

    def new_plot(self) -> Plot:
        from explorer.views.cost_plots import Running, share_marks
        from explorer.views.plots import Bars, Plot

        plot = Plot(self.objectName(), "x", y_scale=self.data.quantity.scale)
        self._items, self._running = Bars(plot.view), Running(plot.view)
        plot.bottom.provide = self.marks
        plot.right.provide = share_marks
        plot.clicked.connect(self._on_clicked)
        self.set_axes(plot)
        return plot

    def show_lit(self, layers: tuple[int, int] | None) -> None:
        """First and last layer of the selection; None lights everything."""
        self.show_ranges(() if layers is None else (layers,))

    def show_ranges(self, ranges: Sequence[tuple[int, int]]) -> None:
        """First and last layer of each selected node; none lights everything."""
        if tuple(ranges) != self.data.lit:
            self.data.lit = tuple(ranges)
            if self.data.order:
                plot = self.make()
                plot.bottom.renew()
                self.refresh(plot, recolour=True)

    def set_theme(self, theme: Theme) -> None:
        self._colours = {}
        panel = QColor(theme.panel)
        for kind, colour in theme.kinds:
            bright = QColor(theme.mark_colour(colour))
            pairs = ((bright.redF(), panel.redF()), (bright.greenF(), panel.greenF()), (bright.blueF(), panel.blueF()))
            self._colours[kind] = (QColor.fromRgbF(*(DIM_ALPHA * a + (1 - DIM_ALPHA) * b for a, b in pairs)), bright)
        super().set_theme(theme)

    def theme_plot(self, theme: Theme) -> None:
        if self.plot is not None:
            self.refresh(self.plot, recolour=True)

    def scale_content(self) -> None:
        super().scale_content()
        if self.plot is not None:
            self.plot.show_right(on=self.cumulative)

    def set_axes(self, plot: Plot) -> None:
        """How y counts, and whether there is an axis of shares."""
        plot.left.log = self.data.log
        plot.left.number_scale = self.data.quantity.scale
        plot.left.words = self.data.quantity.short_text if self.data.log else None
        plot.left.renew()
        plot.show_right(on=self.cumulative)

    def refresh(self, plot: Plot, *, recolour: bool) -> None:
        """Paint the bars as they are; their colours are made anew where other bars, another selection or theme ask for it."""
        data, other = self.data, self._colours["other"]
        if recolour or len(self._painted) != len(data.order):
            self._painted = [self._colours.get(data.kinds[i], other)[data.is_lit(i)] for i in data.order]
        if self._items is not None:
            self._items.show_heights(data.heights, self._painted)
        if self._running is not None:
            self._running.show_shares(data.running() if self.cumulative else (), self.theme.text)
        wide, low, high = data.extent()
        plot.view.show_whole(QRectF(0, low, wide, high - low))

    def marks(self, low: float, high: float, pixels: float) -> list[Mark]:
        """What stands along the bars."""
        from explorer.views.plots import Mark

        found = self.data.marks(low, high, pixels, self.title_metrics.horizontalAdvance, RANK_PX * self.scale)
        return [Mark(*mark) for mark in found]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if bare and self.data.order and event.key() in (*STEPS, Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    def _walk(self, key: Qt.Key) -> None:
        inside, last = self.data.lit_places(), len(self.data.order) - 1
        by = STEPS.get(key, 0)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            at = 0 if key == Qt.Key.Key_Home else last
        elif len(inside) == 1:
            at = min(max(inside[0] + by, 0), last)
        else:  # into the selected stage, or into the network
            among = inside or range(last + 1)
            at = among[0] if by > 0 else among[-1]
        if self.plot is not None:
            self.plot.view.keep_in_sight(at, at + 1)
        self.layer_clicked.emit(self.data.bars[at].path)

    def _on_clicked(self, at: QPointF) -> None:
        if 0 <= at.x() < len(self.data.order):
            self.layer_clicked.emit(self.data.bars[int(at.x())].path)
