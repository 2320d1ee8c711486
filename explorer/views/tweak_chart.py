"""What did each change do to the time? Medians in the order of measuring in this session, with p10 and p90."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor

from explorer.core.age import local_time
from explorer.core.recipe import Recipe
from explorer.core.tabular import Table, Value
from explorer.session.chart_memory import ChartMemory
from explorer.session.latency import Point
from explorer.views.chart import Chart, nearest, scale_of
from explorer.views.figure import Figure, Line, Scale, Spot
from explorer.views.scales import ceiling
from explorer.views.theme import Theme
from explorer.views.time_charts import NEAR_PX, measured_under, plain_table

if TYPE_CHECKING:
    from explorer.views.plots import Mark, Plot
    from explorer.views.time_plots import Dots

MOST = 200  # of the newest; more cannot be told apart


class TweakChart(Chart):
    """The n-th measurement across, its median up with a bar from p10 to p90, its change beside it; this recipe in green.

    Signals: recipe_chosen(Recipe) of a point that was clicked.
    """

    recipe_chosen = Signal(object)

    def __init__(self, memory: ChartMemory | None = None) -> None:
        super().__init__(self.tr("What did each change do? median ms, in order of measuring"), "chart.tweaks", memory)
        self.short = self.tr("Each change? median ms")
        self._waiting = self.tr("Each measurement of this session becomes a point, in order. Change a knob and pause.")
        self.empty = self._waiting
        self.points: list[Point] = []
        self._first = 1
        self._current: Recipe | None = None
        self._dots: Dots | None = None
        self.recall()

    def new_plot(self) -> Plot:
        from explorer.views.plots import Plot
        from explorer.views.time_plots import Dots

        plot = Plot(self.objectName(), "xy")
        plot.bottom.provide = self._numbers
        self._dots = Dots(plot.view)
        plot.clicked.connect(self._on_clicked)
        return plot

    def show_points(self, points: Sequence[Point], current: Recipe) -> None:
        """The measurements of this session under the present conditions, in order."""
        new = list(points[-MOST:])
        first = len(points) - len(new) + 1
        shown = current if any(p.recipe == current for p in new) else None
        if [id(p) for p in new] == [id(p) for p in self.points] and (first, shown) == (self._first, self._current):
            return
        self.points, self._first, self._current = new, first, shown
        told = (f"{i}. {name_of(p)}: {p.measurement['median_ms']:.3g} ms" for i, p in enumerate(new, first))
        self.setAccessibleDescription("; ".join(told))
        self.say_empty("" if new else self._waiting)
        self._refresh()
        self.data_changed()

    def figure(self, theme: Theme) -> Figure | None:
        if not self.points:
            return None
        plot, spots = self.make(), []
        for x, point in reversed(list(enumerate(self.points, self._first))):
            m, mine = point.measurement, point.recipe == self._current
            name = f"{x}. {name_of(point)}: {m['median_ms']:.4g} ms"
            colour = theme.good if mine else theme.accent
            spots.append(Spot(x, m["median_ms"], colour, size=4.5 if mine else 3.5, name=name, text=name_of(point),
                              ink=theme.good if mine else theme.text, low=m["p10_ms"], high=m["p90_ms"]))
        path = Line(tuple((spot.x, spot.y) for spot in reversed(spots)), theme.line, width=1)
        (left, right), (low, high) = plot.view.viewRange()
        up = scale_of(plot.left, self.tr("median ms, bar from p10 to p90"))
        along = scale_of(plot.bottom, self.tr("measurement of this session"))
        axes = Scale(along.title, left, right, along.ticks), Scale(up.title, low, high, up.ticks)
        return Figure(self.title, *axes, tuple(measured_under(self.points[-1].measurement)), lines=(path,), spots=tuple(spots))

    def table(self) -> Table | None:
        titles = ("order", "label", "preset", "median (ms)", "p10 (ms)", "p90 (ms)", "runs", "measured", "recipe SHA-256")
        rows: list[list[Value]] = [
            [i, p.label, p.recipe.preset, m["median_ms"], m["p10_ms"], m["p90_ms"], m["n"], local_time(m.get("started", "")),
             p.recipe.digest()]
            for i, p in enumerate(self.points, self._first) for m in (p.measurement,)
        ]
        notes = measured_under(self.points[-1].measurement) if self.points else []
        return plain_table(titles, rows, "Median time of one run, in the order of measuring.", notes)

    def theme_plot(self, theme: Theme) -> None:
        self._refresh()

    def tip_at(self, at: QPointF) -> str:
        found = self._index_at(at)
        if found < 0:
            return ""
        point = self.points[found]
        m = point.measurement
        before = self.points[found - 1].measurement["median_ms"] if found else None
        words = self.tr("{0}\n{1}\nmedian {2} ms, p10 {3}, p90 {4}, n {5}").format(
            name_of(point), local_time(m.get("started", "")), *(f"{m[name]:.3f}" for name in ("median_ms", "p10_ms", "p90_ms")),
            m["n"],
        )
        if before is not None:
            words += "\n" + self.tr("{0} % against the one before").format(f"{100 * (m['median_ms'] / before - 1):+.1f}")
        return words + "\n" + self.tr("A click opens it; Undo brings the present recipe back.")

    def _index_at(self, at: QPointF) -> int:
        """The point near a place; -1 where there is none."""
        if not self.points or self.plot is None:
            return -1
        here = self.plot.pixels(at.x(), at.y())
        spots = [self.plot.pixels(x, p.measurement["median_ms"]) - here for x, p in enumerate(self.points, self._first)]
        away = [hypot(spot.x(), spot.y()) for spot in spots]
        found = nearest(away)
        return found if away[found] <= NEAR_PX else -1

    def _on_clicked(self, at: QPointF) -> None:
        found = self._index_at(at)
        if found >= 0:
            self.recipe_chosen.emit(self.points[found].recipe)

    def _numbers(self, low: float, high: float, _pixels: float) -> list[Mark]:
        """Whole numbers alone, some of them where there are many."""
        from explorer.views.plots import Mark

        step = next((s for s in (1, 2, 5, 10, 20, 50) if (high - low) / s <= 12), 100)
        inside = [n for n in range(self._first, self._first + len(self.points)) if low <= n <= high and n % step == 0]
        return [Mark(n, str(n)) for n in inside or [self._first]]

    def _refresh(self) -> None:
        if not self.points:
            return
        from explorer.views.time_plots import Dot

        plot, theme = self.make(), self.theme
        good, accent, dim = QColor(theme.good), QColor(theme.accent), QColor(theme.dim)
        dots = []
        for x, point in reversed(list(enumerate(self.points, self._first))):
            m, mine = point.measurement, point.recipe == self._current
            colour, ink = (good, good) if mine else (accent, dim)
            dots.append(Dot(x, m["median_ms"], m["p10_ms"], m["p90_ms"], name_of(point), 4.5 if mine else 3.5, colour, ink))
        if self._dots is not None:
            self._dots.show_dots(dots)
        plot.bottom.renew()
        most = max(p.measurement["p90_ms"] for p in self.points)
        wide = max(len(self.points), 4)
        plot.view.show_whole(QRectF(self._first - 0.5, 0, wide, ceiling(most * 1.08)))


def name_of(point: Point) -> str:
    """The preset, or what was changed."""
    return point.label if point.recipe != Recipe(point.recipe.preset) else point.recipe.preset
