"""The heat map of a sweep: two axes, a figure as colour and number; what could not be built is hatched and says why."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QToolButton

from explorer.core.recipe import Value
from explorer.core.sweep_rows import BY_NAME, SweepRow
from explorer.session.chart_memory import ChartMemory
from explorer.views.chart_frame import Option
from explorer.views.figure import Box, Figure, Scale, Tick
from explorer.views.sweep_chart import SweepChart
from explorer.views.sweep_data import SweepData, notes_of, short, tr
from explorer.views.theme import Theme

if TYPE_CHECKING:
    from explorer.views.plots import Mark, Plot
    from explorer.views.sweep_plots import BoxLayer

GAP_PX = 1.0


class HeatChart(SweepChart):
    """``across`` and ``up`` are axes; the others stand at ``fixed``, at first where the open recipe or the first row is."""

    def __init__(self, data: SweepData, memory: ChartMemory | None = None) -> None:
        super().__init__(data, "chart.sweep.heat", memory)
        self.across, self.up = "", ""
        self.colour = "macs"  # the figure that is wished for, ``shown`` the one there is
        self.shown = "macs"
        self.fixed: dict[int, Value] = {}
        self._cells: BoxLayer | None = None
        self.buttons: dict[str, QToolButton] = {}
        for name, tip, group in (
            ("across", self.tr("The axis along x"), "across"), ("up", self.tr("The axis along y"), "up"),
            ("colour", self.tr("The figure in the cells"), "colour"),
        ):
            button = self.corner_button("", tip, "link")
            button.setObjectName(f"chart.sweep.heat.{name}")
            button.clicked.connect(lambda _on=False, at=button, group=group: self.popup_choices(at, group))
            self.buttons[name] = button
        self.recall()

    def new_plot(self) -> Plot:
        from explorer.views.plots import LEFT_PX
        from explorer.views.sweep_plots import BoxLayer

        plot = self.new_sweep_plot("")
        self._cells = BoxLayer(plot.view, gap=GAP_PX)
        plot.bottom.provide = lambda *_: self._marks(int(self.across))
        plot.left.provide = lambda *_: self._marks(int(self.up))
        plot.left.setWidth(LEFT_PX + 22)
        return plot

    def picked(self, kept: str, name: str) -> None:
        if kept == "colour":
            self.colour = name
        elif kept == "across":
            self.across, self.up = name, self.across if name == self.up else self.up
        elif kept == "up":
            self.up, self.across = name, self.up if name == self.across else self.across

    def arrange(self) -> None:
        data = self.data
        axes = [str(axis) for axis in data.axes()]
        known = [q.name for q in data.quantities()]
        self.places = []
        if len(axes) < 2:
            self._show_buttons(shown=False)
            self.set_title(self.tr("Heat map"))
            self.say_empty(self.tr("A heat map needs two axes; this sweep has {0}.").format(len(axes)) if data.rows
                           else tr("No sweep yet."))
            return
        if {self.across, self.up} - set(axes) or self.across == self.up:
            self.up, self.across = axes[-2], axes[-1]
        self.shown = self.colour if self.colour in known else (known or ["macs"])[0]
        first = data.present() or next(iter(data.rows.values()), None)
        others = [a for a in data.axes() if str(a) not in (self.across, self.up)]
        self.fixed = {a: self.fixed.get(a, data.value(first, a)) for a in others if first is not None}
        across, up = int(self.across), int(self.up)
        for row in data.rows.values():
            if all(data.value(row, a) == value for a, value in self.fixed.items()):
                self.places.append((data.place(row, across) + 0.5, data.place(row, up) + 0.5, row))
        at = " · ".join(f"{data.axis_title(a, short=True)} {data.value_text(a, v)}" for a, v in self.fixed.items())
        title = self.tr("{0}: {1} × {2}").format(data.title(self.shown), data.axis_title(up), data.axis_title(across))
        self.set_title(title + (self.tr(" at {0}").format(at) if at else ""))
        self._show_buttons(shown=True)
        if not self.places:
            self.say_empty(self.tr("No row of this slice yet."))

    def draw(self, theme: Theme) -> None:
        plot, data = self.make(), self.data
        across, up = data.values(int(self.across)), data.values(int(self.up))
        plot.view.show_whole(QRectF(0, 0, len(across), len(up)))
        plot.bottom.renew()
        plot.left.renew()
        boxes = self._boxes(theme)
        present = next((b for b, (_, _, row) in zip(boxes, self.places, strict=True) if data.is_present(row)), None)
        marked = next((b for b, (_, _, row) in zip(boxes, self.places, strict=True) if row.number == self.chosen), None)
        if self._cells is not None:
            self._cells.show_boxes(boxes, theme, present or marked)
        self.setAccessibleDescription(self.tr("{0} × {1} cells").format(len(across), len(up)))

    def row_at(self, at: QPointF) -> SweepRow | None:
        return next((row for x, y, row in self.places if abs(at.x() - x) <= 0.5 and abs(at.y() - y) <= 0.5), None)

    def options(self) -> list[Option]:
        data = self.data
        axes = [(str(a), data.axis_title(a)) for a in data.axes()]
        if len(axes) < 2:
            return []
        figures = [(q.name, data.title(q.name)) for q in data.quantities()]
        found = [
            *self.choices("across", "across", axes, self.across), *self.choices("up", "up", axes, self.up),
            *self.choices("colour", "colour", figures, self.shown),
        ]
        for axis in self.fixed:
            group = self.tr("{0} of the slice").format(data.axis_title(axis))
            for i, value in enumerate(data.values(axis)):
                on = value == self.fixed[axis]
                found.append(
                    Option(f"fixed.{axis}.{i}", data.value_text(axis, value), on, self._fixing(axis, value), group, many=True)
                )
        return found

    def _fixing(self, axis: int, value: Value) -> Callable[[bool], None]:
        return lambda _on: self.fix(axis, value)

    def fix(self, axis: int, value: Value) -> None:
        """Show another slice."""
        self.fixed[axis] = value
        self.refresh()

    def figure(self, theme: Theme) -> Figure | None:
        if not self.places:
            return None
        across, up = int(self.across), int(self.up)
        scales = []
        for axis in (across, up):
            ticks = tuple(Tick(mark.at, mark.text) for mark in self._marks(axis))
            scales.append(Scale(self.data.axis_title(axis), 0, len(self.data.values(axis)), ticks))
        return Figure(
            self.title, scales[0], scales[1], tuple(notes_of(self.data)), boxes=tuple(self._boxes(theme, saved=True)), grid=False,
        )

    def file_name(self) -> str:
        return f"sweep-{self.shown}-heat-map"

    def _marks(self, axis: int) -> list[Mark]:
        from explorer.views.plots import Mark

        values = self.data.values(axis)
        every = max(len(values) // 16, 1)
        return [Mark(i + 0.5, self.data.value_text(axis, value)) for i, value in enumerate(values) if i % every == 0]

    def _boxes(self, theme: Theme, *, saved: bool = False) -> list[Box]:
        """Cells in the order of ``places``."""
        from explorer.views.sweep_plots import HATCHED

        data, quantity = self.data, BY_NAME[self.shown]
        values = [v for _, _, row in self.places if (v := row.figures[self.shown]) is not None]
        low, high = (min(values), max(values)) if values else (0.0, 1.0)
        boxes = []
        for x, y, row in self.places:
            value, told = row.figures[self.shown], data.told(row) if saved else ""
            if row.refused:
                colour, text = theme.line if saved else HATCHED, "×"
            elif value is None:
                colour, text = theme.background, "–"
            else:
                share = (value - low) / (high - low) if high > low else 0.5
                colour = theme.ramp_colour(share) if data.fits(row) else theme.background
                text = short(quantity, value)
            boxes.append(Box(x - 0.5, y - 0.5, x + 0.5, y + 0.5, colour, told, text))
        return boxes

    def _show_buttons(self, *, shown: bool) -> None:
        for name in ("across", "up", "colour"):
            button = self.buttons[name]
            if shown:
                axis = self.across if name == "across" else self.up
                words = self.data.title(self.shown) if name == "colour" else self.data.axis_title(int(axis))
                button.setText(f"{words} ▾")
            button.setVisible(shown)
