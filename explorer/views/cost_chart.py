"""Where is the cost? One bar a layer, coloured by kind, the selection bright and the rest dimmed; a line for the running share.

A new analysis of the same layers changes heights alone: names, order and colours are kept, and nothing is painted where no height
differs. What a bar is called is made when somebody asks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from explorer.core.tabular import Table
from explorer.session.chart_memory import ChartMemory
from explorer.views.bars_chart import BarsChart
from explorer.views.chart import LEFT_PX
from explorer.views.chart_frame import AXES, Option
from explorer.views.cost_bars import IN_ORDER, LARGEST, Bar, Step
from explorer.views.cost_picture import cost_figure, cost_table, described
from explorer.views.cost_quantities import MACS, QUANTITIES, Quantity, kind_name
from explorer.views.figure import Figure
from explorer.views.theme import Theme


class CostChart(BarsChart):
    """Bars by layer; wheel and drag zoom along the layers. ``data`` says where each bar stands and how high.

    Signals: arranged() when bars changed places, or the scale of y its meaning: what is laid over them is to be placed anew.
    """

    arranged = Signal()

    def __init__(self, memory: ChartMemory | None = None) -> None:
        super().__init__("", "chart.cost", memory)
        self.empty = self.tr("The engine is starting.")
        self.quantities: dict[str, Quantity] = {quantity.name: quantity for quantity in QUANTITIES}
        self.outline: tuple[str, int, Sequence[Step]] = ("", 0, ())
        self._shares: list[tuple[str, str, float]] = []
        self.choice = self.corner_button("", self.tr("What the bars are heights of"), "link")
        self.choice.setObjectName("chart.cost.quantity")
        self.choice.clicked.connect(lambda: self.popup_choices(self.choice, "quantity"))
        self.set_theme(self.theme)
        self.recall()
        self.choose_quantity(self.memory.word(self.objectName(), "quantity", tuple(self.quantities), MACS.name))

    @property
    def bars(self) -> list[Bar]:
        """The layers with a height, by their place."""
        return self.data.bars

    def add_quantity(self, quantity: Quantity) -> None:
        """Offer one more, or another of that name; the one that is remembered is shown as soon as it is there."""
        self.quantities[quantity.name] = quantity
        wanted = self.memory.word(self.objectName(), "quantity", (quantity.name,), "")
        if quantity.name in (wanted, self.data.quantity.name):
            self.choose_quantity(quantity.name)

    def choose_quantity(self, name: str) -> None:
        """Show another one, or the same one with new values (a measurement came)."""
        self.data.quantity = self.quantities[name]
        self._renew()

    def show_analysis(self, analysis: dict[str, Any]) -> None:
        """New costs. Where no value, layer or name differs, nothing is painted."""
        before = self.data.analysis
        if self.data.take(analysis):
            self._arrange()
            if before is None or before["rule"] != analysis["rule"]:
                self._show_title()

    def lay_over(self, name: str, colour: int, steps: Sequence[Step]) -> None:
        """The outline of a pin needs room, and is in the saved figure: (from, to, height) over the bars, in that pin's colour."""
        self.outline = (name, colour, steps)
        height = max((height for _, _, height in steps), default=0.0)
        if height != self.data.room:
            self.data.room = height
            self.refresh(self.make(), recolour=False)

    def tip_at(self, at: QPointF) -> str:
        data, place = self.data, int(at.x())
        if not 0 <= at.x() < len(data.order):
            return ""
        bar = data.bars[place]
        share = 100 * bar.value / (sum(data.values) or 1)
        what = " ".join(word for word in (bar.type, bar.detail) if word)
        figure = data.quantity.full_text(bar.value, data.analysis)
        told = f"{bar.path}\n{what} · {kind_name(bar.kind)}\n{figure} · {share:.2f} %"
        if self.cumulative:
            told += "\n" + self.tr("{0} % up to here").format(f"{100 * data.running()[place]:.1f}")
        return told

    def corner_width(self) -> float:
        return sum(wide + 18 for _, _, wide in self._fitting())

    def paint_corner(self, painter: QPainter, right: float) -> None:
        for kind, text, wide in self._fitting():
            right -= wide
            painter.setPen(self.theme.ink_colour(self.theme.kind_colour(kind)))
            painter.drawText(QRectF(right, 2, wide + 1, self.title_px() - 4), Qt.AlignmentFlag.AlignVCenter, text)
            right -= 18

    def options(self) -> list[Option]:
        data, largest = self.data, self.data.sorting == LARGEST
        quantities = [
            Option(name, each.shown_title(data.analysis), each is data.quantity, _choosing(self, name), "quantity")
            for name, each in self.quantities.items()
        ]
        return [
            *quantities,
            Option(IN_ORDER, self.tr("In call order"), not largest, lambda _on: self._pick("sorting", IN_ORDER), "sorting"),
            Option(LARGEST, self.tr("Largest first"), largest,
                   lambda on: self._pick("sorting", LARGEST if on else IN_ORDER), "sorting", key="O"),
            Option("cumulative", self.tr("Cumulative line"), self.cumulative, lambda on: self._pick("cumulative", on), AXES, "C"),
            Option("log", self.tr("Logarithmic axis"), data.log, lambda on: self._pick("log", on), AXES, "L"),
        ]

    def figure(self, theme: Theme) -> Figure | None:
        return cost_figure(self, theme) if self.data.order else None

    def table(self) -> Table | None:
        return cost_table(self.data) if self.data.order else None

    def file_name(self) -> str:
        analysis = self.data.analysis
        return f"{analysis['preset'] if analysis else 'chart'}-{self.data.quantity.name}-per-layer"

    def _pick(self, what: str, value: str | bool) -> None:  # noqa: FBT001  (a menu row's state)
        self.memory.keep(self.objectName(), what, value)
        if what == "cumulative":
            self.cumulative = bool(value)
        elif what == "log":
            self.data.log = bool(value)
        else:
            self.data.sorting = str(value)
        self._renew()

    def _renew(self) -> None:
        """Another quantity, order or scale."""
        self.data.renew()
        if self.data.analysis is not None:
            if self.plot is not None:
                self.set_axes(self.plot)
            self._arrange()
        self._show_title()

    def _show_title(self) -> None:
        quantity = self.data.quantity
        counted = quantity.shown_title(self.data.analysis)
        what = counted if self.data.log else f"{quantity.unit} {counted}"
        condition = f" ({quantity.condition})" if quantity.condition else ""
        short = " ".join(word for word in ("" if self.data.log else quantity.unit, quantity.condition) if word)
        title = self.tr("Where is the cost? {0} per layer").format(what) + condition
        self.set_title(title, self.tr("Cost per layer {0}").format(short).strip())
        if self.choice.text() != f"{counted} ▾":
            self.choice.setText(f"{counted} ▾")
            self.choice.setAccessibleName(self.tr("Quantity of the cost chart: {0}").format(counted))
        self.choice.setVisible(bool(self.data.order))
        self.place_corner()

    def _arrange(self) -> None:
        """Bars in their places, from the values."""
        data = self.data
        moved = data.arrange()
        if moved and self.choice.isHidden() == bool(data.order):
            self._show_title()
        self._show_shares()
        plot = self.make()
        if moved:
            plot.bottom.renew()
        nothing = self.tr(data.quantity.nothing or "No layer of this network costs {0}.")
        self.say_empty("" if data.order else nothing.format(data.quantity.shown_title(data.analysis)))
        self.refresh(plot, recolour=moved)
        self.data_changed()
        if moved:
            self.arranged.emit()

    def _show_shares(self) -> None:
        """The three kinds that cost most, beside the title; the same in words."""
        by_kind = self.data.by_kind()
        total = sum(by_kind.values())
        words = [(kind, f"{kind_name(kind)} {100 * value / (total or 1):.0f} %") for kind, value in list(by_kind.items())[-3:]]
        if words != [share[:2] for share in self._shares]:
            self._shares = [(kind, text, self.title_metrics.horizontalAdvance(text)) for kind, text in words]
            self.update(0, 0, self.width(), self.title_px())
        if self.data.order:
            self.setAccessibleDescription(described(self.data, total, [text for _, text in reversed(words)]))

    def _fitting(self) -> list[tuple[str, str, float]]:
        """The shares that there is room for beside the whole title, the largest first."""
        room = self.free_right() - LEFT_PX - self.title_metrics.horizontalAdvance(self.title_words()) - 6
        found = []
        for share in reversed(self._shares):
            room -= share[2] + 18
            if room < 0:
                break
            found.append(share)
        return found


def _choosing(chart: CostChart, name: str) -> Callable[[bool], None]:
    def choose(_on: bool) -> None:  # noqa: FBT001  (a menu row's state)
        chart.memory.keep(chart.objectName(), "quantity", name)
        chart.choose_quantity(name)

    return choose
