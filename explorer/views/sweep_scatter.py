"""The front of a sweep: two figures against each other, what nothing beats in both joined by a step line and named."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from explorer.core.sweep_rows import BY_NAME
from explorer.session.chart_memory import ChartMemory
from explorer.views.chart import scale_of
from explorer.views.chart_frame import AXES, Option
from explorer.views.figure import CIRCLE, RING, Box, Figure, Line, Scale, Spot
from explorer.views.scales import ceiling, log_range, step_of
from explorer.views.sweep_chart import SweepChart
from explorer.views.sweep_data import SweepData, notes_of, round_text, tr
from explorer.views.theme import Theme

if TYPE_CHECKING:
    from explorer.views.figure_layer import FigureLayer
    from explorer.views.plots import Plot
    from explorer.views.sweep_plots import BoxLayer

NAMES = 24  # of a longer front only the ends and every so many are named


class FrontChart(SweepChart):
    """``data.pair`` are the figures along x and y; more is better for an accuracy, less for everything else."""

    def __init__(self, data: SweepData, memory: ChartMemory | None = None) -> None:
        super().__init__(data, "chart.sweep.front", memory)
        self.log = self.memory.flag(self.objectName(), "log")
        self._boxes: BoxLayer | None = None
        self._spots: FigureLayer | None = None
        self._extent = QRectF(0, 0, 1, 1)
        self.x_button = self.corner_button("", self.tr("The figure along x"), "link")
        self.y_button = self.corner_button("", self.tr("The figure along y"), "link")
        for button, group in ((self.x_button, "x"), (self.y_button, "y")):
            button.setObjectName(f"chart.sweep.front.{group}")
            button.clicked.connect(lambda _on=False, at=button, group=group: self.popup_choices(at, group))
        self.recall()

    def new_plot(self) -> Plot:
        from explorer.views.figure_layer import FigureLayer
        from explorer.views.sweep_plots import BoxLayer

        plot = self.new_sweep_plot()
        self._boxes = BoxLayer(plot.view)
        self._spots = FigureLayer(plot.view, still=True)
        plot.bottom.words = lambda value: round_text(BY_NAME[self.data.pair[0]], value)
        plot.left.words = lambda value: round_text(BY_NAME[self.data.pair[1]], value)
        return plot

    def picked(self, kept: str, name: str) -> None:
        x, y = self.data.pair
        if kept == "x":
            self.data.pair = (name, x if name == y else y)
        else:
            self.data.pair = (y if name == x else x, name)

    def arrange(self) -> None:
        data = self.data
        known = [q.name for q in data.quantities()]
        x, y = data.pair
        if len(known) >= 2 and (x not in known or y not in known):
            x = x if x in known else "macs"
            if y not in known or y == x:
                y = next(name for name in ("top1", "latency", "params", "macs") if name in known and name != x)
            data.pair = (x, y)
        self.places = sorted(
            ((self._x_of(a), b, row) for row in data.rows.values()
             if (a := row.figures[x]) is not None and (b := row.figures[y]) is not None),
            key=lambda place: (place[0], place[1], place[2].number),
        )
        self.set_title(self.tr("What nothing beats: {0} and {1}").format(data.title(x), data.title(y)), self.tr("Front"))
        for button, name in ((self.x_button, x), (self.y_button, y)):
            button.setText(f"{data.title(name)} ▾")
            button.setVisible(bool(data.rows))
        if not self.places:
            self.say_empty(self.tr("No row has both figures yet.") if data.rows else tr("No sweep yet."))
            return
        self._extent = self._whole()

    def draw(self, theme: Theme) -> None:
        plot = self.make()
        plot.bottom.log = self.log
        plot.view.show_whole(self._extent)
        plot.bottom.renew()
        plot.left.renew()
        lines, spots = self._drawn(theme)
        if self._spots is not None and self._boxes is not None:
            self._boxes.show_boxes(self._shade(theme), theme)
            self._spots.show_figure(lines, spots, theme)
        front = self.data.front()
        self.setAccessibleDescription(
            self.tr("{0} points, {1} on the front: {2}").format(
                len(self.places), len(front), "; ".join(self.data.label(row) for row in front[:NAMES])
            )
        )

    def options(self) -> list[Option]:
        figures = [(q.name, self.data.title(q.name)) for q in self.data.quantities()]
        x, y = self.data.pair
        return [
            *self.choices("x", "x", figures, x), *self.choices("y", "y", figures, y),
            Option("log", self.tr("Logarithmic axis"), self.log, self._set_log, AXES, "L"),
        ]

    def figure(self, theme: Theme) -> Figure | None:
        if not self.places:
            return None
        plot = self.make()
        lines, spots = self._drawn(theme, named=True)
        (left, right), (low, high) = plot.view.viewRange()
        x, y = self.data.pair
        along, up = scale_of(plot.bottom, self.data.title(x)), scale_of(plot.left, self.data.title(y))
        return Figure(
            self.title, Scale(along.title, left, right, along.ticks), Scale(up.title, low, high, up.ticks),
            tuple(notes_of(self.data)), boxes=self._shade(theme), lines=lines, spots=spots,
        )

    def file_name(self) -> str:
        x, y = self.data.pair
        return f"sweep-front-{x}-{y}"

    def _set_log(self, on: bool) -> None:  # noqa: FBT001  (a menu row's state)
        self.memory.keep(self.objectName(), "log", on)
        self.log = on
        self.show_whole()
        self.refresh()

    def _x_of(self, value: float) -> float:
        return log10(max(value, 1e-9)) if self.log else value

    def _whole(self) -> QRectF:
        xs, ys = [x for x, _, _ in self.places], [y for _, y, _ in self.places]
        if self.log:
            left, right = log_range(10 ** min(xs), 10 ** max(xs), 0.1)
        else:
            left, right = 0.0, ceiling(max(xs) * 1.1)
        if self.data.pair[0] == "top1":
            left = max(min(xs) - 1, 0.0)
        if self.data.pair[1] == "top1":
            step = step_of(max(max(ys) - min(ys), 2.0), 4)
            low, high = step * (min(ys) // step), max(ys) + 0.15 * (max(ys) - min(ys) + 1)
        else:
            low, high = 0.0, ceiling(max(ys) * 1.1)
        return QRectF(left, low, right - left, high - low)

    def _shade(self, theme: Theme) -> tuple[Box, ...]:
        """Where the budget for these two figures leaves room."""
        most, e = self.data.budget.most, self._extent
        x, y = (most.get(name) for name in self.data.pair)
        if x is None and y is None:
            return ()
        right = min(self._x_of(x), e.right()) if x is not None else e.right()
        top = min(y, e.bottom()) if y is not None else e.bottom()
        if right <= e.left() or top <= e.top():
            return ()
        return (Box(e.left(), e.top(), right, top, theme.soft, tr("within the budget")),)

    def _drawn(self, theme: Theme, *, named: bool = False) -> tuple[tuple[Line, ...], tuple[Spot, ...]]:
        data = self.data
        front = data.front()
        numbers = {row.number: i for i, row in enumerate(front)}
        every = max(-(-len(front) // NAMES), 1)
        at = {row.number: (x, y) for x, y, row in self.places}
        steps: list[tuple[float, float]] = []
        for row in front:
            x, y = at[row.number]
            if steps:
                steps.append((x, steps[-1][1]))  # until the next one nothing better is to be had
            steps.append((x, y))
        top: list[Spot] = []
        on: list[Spot] = []
        aside: list[Spot] = []
        for x, y, row in self.places:
            told = data.told(row) if named else ""
            if data.is_present(row):
                words = tr("open: {0}").format(data.label(row))
                top.insert(0, Spot(x, y, theme.good, RING, 6, told, words, theme.good, far=True))
            elif row.number == self.chosen:
                top.append(Spot(x, y, theme.text, RING, 6, told))
            if row.number in numbers:
                text = data.label(row) if numbers[row.number] % every == 0 and not data.is_present(row) else ""
                on.append(Spot(x, y, theme.accent, CIRCLE, 4, told, text))
            elif data.fits(row):
                aside.append(Spot(x, y, theme.dim, CIRCLE, 2.8, told))
            else:
                aside.append(Spot(x, y, theme.line, CIRCLE, 2.8, told))
        lines = (Line(tuple(steps), theme.accent, tr("front"), 1.6),) if len(steps) > 1 else ()
        return lines, (*top, *on, *aside)
