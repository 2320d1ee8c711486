"""Curves of a sweep: a figure over one axis' values, or over another figure; one line for each combination of the other axes."""

from __future__ import annotations

from itertools import groupby
from math import log10
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from explorer.core.sweep_rows import BY_NAME, SweepRow, numeric
from explorer.session.chart_memory import ChartMemory
from explorer.views.accuracy_points import PALETTE, SHAPES
from explorer.views.chart import scale_of
from explorer.views.chart_frame import AXES, Option
from explorer.views.figure import CIRCLE, RING, Box, Figure, Key, Line, Scale, Spot
from explorer.views.scales import ceiling, log_range, step_of
from explorer.views.sweep_chart import SweepChart
from explorer.views.sweep_data import PRESET, SweepData, notes_of, round_text, tr
from explorer.views.theme import Theme

if TYPE_CHECKING:
    from explorer.views.figure_layer import FigureLayer
    from explorer.views.plots import Mark, Plot
    from explorer.views.sweep_plots import BoxLayer

NAMED = 8  # lines that get a colour, a mark and a name of their own; more get a ramp


class CurvesChart(SweepChart):
    """``along`` is an axis ("axis 0") or a figure's name, ``figure_name`` what y is."""

    def __init__(self, data: SweepData, memory: ChartMemory | None = None) -> None:
        super().__init__(data, "chart.sweep.curves", memory)
        self.along, self.figure_name = "axis 0", "macs"
        self._line: dict[int, tuple[int, ...]] = {}  # of a row: the places of its other values on their axes
        self.wanted = self.figure_name  # shown as soon as a row has it
        self.log = self.memory.flag(self.objectName(), "log")
        self._boxes: BoxLayer | None = None
        self._lines: FigureLayer | None = None
        self._extent = QRectF(0, 0, 1, 1)
        self._number_line = True
        self.x_button = self.corner_button("", self.tr("What x is"), "link")
        self.y_button = self.corner_button("", self.tr("What y is"), "link")
        for button, name, group in ((self.x_button, "x", "x"), (self.y_button, "y", "y")):
            button.setObjectName(f"chart.sweep.curves.{name}")
            button.clicked.connect(lambda _on=False, at=button, group=group: self.popup_choices(at, group))
        self.recall()

    def new_plot(self) -> Plot:
        from explorer.views.figure_layer import FigureLayer
        from explorer.views.sweep_plots import BoxLayer

        plot = self.new_sweep_plot()
        self._boxes = BoxLayer(plot.view)
        self._lines = FigureLayer(plot.view, still=True)
        plot.left.words = lambda value: round_text(BY_NAME[self.figure_name], value)
        plot.bottom.provide = self._marks
        return plot

    def picked(self, kept: str, name: str) -> None:
        if kept == "x":
            self.along = name
        else:
            self.wanted = name

    def axis(self) -> int | None:
        """The axis that x is, None where it is a figure."""
        return int(self.along.removeprefix("axis ")) if self.along.startswith("axis ") else None

    def arrange(self) -> None:
        data = self.data
        known = [q.name for q in data.quantities()]
        axes = [f"axis {a}" for a in data.axes() if a != PRESET] or ["axis -1"]
        self.figure_name = self.wanted if self.wanted in known else "macs"
        self.along = self.along if self.along in (*axes, *known) and self.along != self.figure_name else axes[0]
        self.places = []
        axis = self.axis()
        self._number_line = axis is None or numeric(data.values(axis))
        for row in data.rows.values():
            x, y = self._x_of(row), row.figures[self.figure_name]
            if x is not None and y is not None:
                self.places.append((x, self._y_of(y), row))
        others = self._others()
        self._line = {row.number: tuple(data.place(row, a) for a in others) for _, _, row in self.places}
        self.places.sort(key=lambda place: (self._line[place[2].number], place[0], place[2].number))
        x_title = self._x_title()
        self.set_title(self.tr("{0} over {1}").format(data.title(self.figure_name), x_title))
        self.x_button.setText(f"{x_title} ▾")
        self.y_button.setText(f"{data.title(self.figure_name)} ▾")
        for button in (self.x_button, self.y_button):
            button.setVisible(bool(data.rows))
        if not self.places:
            self.say_empty(self.tr("No row has both figures yet."))
            return
        self._extent = self._whole()

    def draw(self, theme: Theme) -> None:
        plot = self.make()
        plot.left.log, plot.bottom.log = self.log, False
        plot.view.show_whole(self._extent)
        plot.bottom.renew()
        plot.left.renew()
        lines, spots, keys = self._drawn(theme)
        if self._lines is not None and self._boxes is not None:
            self._boxes.show_boxes(self._shade(theme), theme)
            self._lines.show_figure(lines, spots, theme, keys)
        self.setAccessibleDescription(self.tr("{0} points in {1} lines").format(len(self.places), len(lines)))

    def options(self) -> list[Option]:
        data = self.data
        axes = [(f"axis {a}", self.tr("Over {0}").format(data.axis_title(a))) for a in data.axes()]
        known = [(q.name, data.title(q.name)) for q in data.quantities()]
        over = [(name, self.tr("Over {0}").format(text)) for name, text in known]
        return [
            *self.choices("x", "x", axes + over, self.along), *self.choices("y", "y", known, self.figure_name),
            Option("log", self.tr("Logarithmic axis"), self.log, self._set_log, AXES, "L"),
        ]

    def figure(self, theme: Theme) -> Figure | None:
        if not self.places:
            return None
        plot = self.make()
        lines, spots, keys = self._drawn(theme, named=True)
        (left, right), (low, high) = plot.view.viewRange()
        along, up = scale_of(plot.bottom, self._x_title()), scale_of(plot.left, self.data.title(self.figure_name))
        return Figure(
            self.title, Scale(along.title, left, right, along.ticks), Scale(up.title, low, high, up.ticks),
            tuple(notes_of(self.data)), boxes=self._shade(theme), lines=lines, spots=spots, legend=keys,
        )

    def file_name(self) -> str:
        return f"sweep-{self.figure_name}-curves"

    def _set_log(self, on: bool) -> None:  # noqa: FBT001  (a menu row's state)
        self.memory.keep(self.objectName(), "log", on)
        self.log = on
        self.show_whole()
        self.refresh()

    def _x_title(self) -> str:
        axis = self.axis()
        return self.data.title(self.along) if axis is None else self.data.axis_title(axis)

    def _x_of(self, row: SweepRow) -> float | None:
        axis = self.axis()
        if axis is None:
            return row.figures[self.along]
        return float(self.data.value(row, axis)) if self._number_line else float(self.data.place(row, axis))

    def _y_of(self, value: float) -> float:
        return log10(max(value, 1e-9)) if self.log else value

    def _others(self) -> list[int]:
        """The axes of which one line has one value each."""
        axis = self.axis()
        others = [a for a in self.data.axes() if a != axis]
        return others if axis is not None else others[:-1]  # over a figure the last axis runs along the line

    def _line_name(self, row: SweepRow) -> str:
        data, others = self.data, self._others()
        words = (data.value_text(a, data.value(row, a)) if a == PRESET
                 else f"{data.axis_title(a, short=True)} {data.value_text(a, data.value(row, a))}" for a in others)
        return " · ".join(words)

    def _marks(self, low: float, high: float, pixels: float) -> list[Mark]:
        from explorer.views.plots import Mark
        from explorer.views.scales import ticks

        axis = self.axis()
        if axis is None:
            return [Mark(v, round_text(BY_NAME[self.along], v)) for v in ticks(low, high, max(int(pixels / 80), 2))]
        values = self.data.values(axis)
        found: list[Mark] = []
        room = (high - low) / max(pixels / 44, 1)
        for i, value in enumerate(values):
            at = float(value) if self._number_line else float(i)
            if low <= at <= high and (not found or at - found[-1].at >= room):
                found.append(Mark(at, self.data.value_text(axis, value)))
        return found

    def _whole(self) -> QRectF:
        xs, ys = [x for x, _, _ in self.places], [y for _, y, _ in self.places]
        span = (max(xs) - min(xs)) or max(abs(xs[0]) * 0.2, 1.0)
        left, right = min(xs) - 0.06 * span, max(xs) + 0.06 * span
        if self.log:
            low, high = log_range(10 ** min(ys), 10 ** max(ys), 0.1)
        elif self.figure_name == "top1":
            step = step_of(max(max(ys) - min(ys), 2.0), 4)
            low, high = step * (min(ys) // step), max(ys) + 0.1 * (max(ys) - min(ys) + 1)
        else:
            low, high = 0.0, ceiling(max(ys) * 1.06)
        return QRectF(left, low, right - left, high - low)

    def _shade(self, theme: Theme) -> tuple[Box, ...]:
        """Where the budget for x and y leaves room."""
        most = self.data.budget.most
        e = self._extent
        x, y = most.get(self.along), most.get(self.figure_name)
        if x is None and y is None:
            return ()
        right = min(x, e.right()) if x is not None else e.right()
        top = min(self._y_of(y), e.bottom()) if y is not None else e.bottom()
        if right <= e.left() or top <= e.top():
            return ()
        return (Box(e.left(), e.top(), right, top, theme.soft, tr("within the budget")),)

    def _drawn(self, theme: Theme, *, named: bool = False) -> tuple[tuple[Line, ...], tuple[Spot, ...], tuple[Key, ...]]:
        data = self.data
        groups = [(line, list(places)) for line, places in groupby(self.places, key=lambda place: self._line[place[2].number])]
        lines: list[Line] = []
        spots: list[Spot] = []
        keys: list[Key] = []
        top: list[Spot] = []
        for i, (_, places) in enumerate(groups):
            colour, shape = _look(i, len(groups), theme)
            name = self._line_name(places[0][2])
            if self._number_line:
                lines.append(Line(tuple((x, y) for x, y, _ in places), colour, name, 1.6))
            if name and len(groups) <= NAMED:
                keys.append(Key(colour, name, shape))
            for x, y, row in places:
                told = data.told(row) if named else ""
                dimmed = not data.fits(row)
                spots.append(Spot(x, y, theme.line if dimmed else colour, shape, 2.8 if dimmed else 3.5, told))
                if data.is_present(row):
                    top.insert(0, Spot(x, y, theme.good, RING, 6, told, tr("open"), theme.good, far=True))
                elif row.number == self.chosen:
                    top.append(Spot(x, y, theme.text, RING, 6, told))
        return tuple(lines), (*top, *spots), tuple(keys)


def _look(place: int, count: int, theme: Theme) -> tuple[str, str]:
    """Colour and mark of a line."""
    if count == 1:
        return theme.accent, CIRCLE
    if count > NAMED:
        return theme.mark_colour(theme.ramp_colour(0.15 + 0.85 * place / (count - 1))), CIRCLE
    colours = (theme.accent, *PALETTE)
    return theme.mark_colour(colours[place % len(colours)]), SHAPES[place % len(SHAPES)]
