"""Do MACs predict time here, and how are single runs spread? Only what was measured in this session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import hypot, log10
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor

from explorer.core import rules
from explorer.core.recipe import Recipe
from explorer.core.runtimes import SWITCHES
from explorer.core.tabular import Heading, Table, Value
from explorer.session.chart_memory import ChartMemory
from explorer.session.latency import Point
from explorer.views.age_words import age_words
from explorer.views.chart import Chart, full, nearest, scale_of
from explorer.views.chart_frame import AXES, Option
from explorer.views.figure import CIRCLE, DIGEST_SIGNS, RING, Box, Figure, Scale, Spot, Stretch
from explorer.views.pin_colours import pin_colour
from explorer.views.scales import Histogram, ceiling, histogram, log_range
from explorer.views.theme import Theme

if TYPE_CHECKING:
    from explorer.views.plots import Bars, Plot
    from explorer.views.time_plots import Dots, Spread

NEAR_PX = 14


class TimeChart(Chart):
    """MACs against median milliseconds, with a bar from p10 to p90; the present recipe in green. Wheel and drag zoom and pan.

    Signals: recipe_chosen(Recipe) of a point that was clicked.
    """

    recipe_chosen = Signal(object)

    def __init__(self, memory: ChartMemory | None = None) -> None:
        super().__init__(self.tr("Do MACs predict time here? median ms · M MACs"), "chart.time", memory)
        self.short = self.tr("Time? median ms · M MACs")
        self._waiting = self.tr("Each measured recipe becomes a point. Change a knob and pause, or press Measure.")
        self.empty = self._waiting
        self.points: list[Point] = []
        self._current: Recipe | None = None
        self._pins: Mapping[str, tuple[str, int]] = {}
        self._dots: Dots | None = None
        self.log = self.corner_button(self.tr("log"), self.tr("Logarithmic axes"), "pill")
        self.log.setObjectName("chart.time.log")
        self.log.setCheckable(True)
        self.log.setChecked(self.memory.flag(self.objectName(), "log"))
        self.log.clicked.connect(self._on_log)
        self.recall()

    def new_plot(self) -> Plot:
        from explorer.views.plots import Plot
        from explorer.views.time_plots import Dots

        plot = Plot(self.objectName(), "xy", x_scale=1e-6)
        plot.left.log = plot.bottom.log = self.log.isChecked()
        self._dots = Dots(plot.view)
        plot.clicked.connect(self._on_clicked)
        return plot

    def show_points(self, points: Sequence[Point], current: Recipe) -> None:
        """The measurements under the present conditions."""
        new = list(points)
        measured = current if any(p.recipe == current for p in new) else None
        if new == self.points and measured == self._current:
            return
        self.points, self._current = new, measured
        told = (f"{p.label}: {p.macs / 1e6:.0f} M, {p.measurement['median_ms']:.3g} ms {age_words(p)}".strip() for p in new)
        self.setAccessibleDescription("; ".join(told))
        self.say_empty("" if new else self._waiting)
        if self.log.isHidden() == bool(new):
            self.log.setVisible(bool(new))
            self.place_corner()
        self._refresh()
        self.data_changed()

    def options(self) -> list[Option]:
        return [Option("log", self.tr("Logarithmic axes"), self.log.isChecked(), lambda _on: self.log.click(), AXES, "L")]

    def figure(self, theme: Theme) -> Figure | None:
        if not self.points:
            return None
        plot, spots = self.make(), []
        for point in sorted(self.points, key=lambda p: p.recipe != self._current):
            m, mine = point.measurement, point.recipe == self._current
            x, y = self._place(point.macs, m["median_ms"])
            low, high = (self._place(point.macs, m[name])[1] for name in ("p10_ms", "p90_ms"))
            name = f"{point.label}: {full(point.macs)} MACs, {m['median_ms']:.4g} ms"
            name += f", {age_words(point)}" if point.uid else ""
            text, ink = (self.tr("this recipe"), theme.good) if mine else (point.label, theme.text)
            colour = theme.good if mine else theme.accent
            pin = self._pins.get(point.recipe.digest())
            if pin is not None and not mine:
                text, colour = pin[0], pin_colour(theme, pin[1]).name()
            shape = RING if point.uid else CIRCLE
            spots.append(Spot(x, y, colour, shape, 4.5 if mine else 3.5, name, text, ink, low=low, high=high))
        (left, right), (low, high) = plot.view.viewRange()
        log = self.tr(", logarithmic") if self.log.isChecked() else ""
        along, up = scale_of(plot.bottom, "M MACs" + log), scale_of(plot.left, self.tr("median ms, bar from p10 to p90") + log)
        axes = Scale(along.title, left, right, along.ticks), Scale(up.title, low, high, up.ticks)
        notes = [macs_note(), *measured_under(self.points[-1].measurement)]
        notes += [self.tr("Rings: measured earlier, from the store")] if any(point.uid for point in self.points) else []
        return Figure(self.title, *axes, tuple(notes), spots=tuple(spots))

    def table(self) -> Table | None:
        titles = ("label", "preset", "MACs", "median (ms)", "p10 (ms)", "p90 (ms)", "runs", "measured (UTC)", "recipe SHA-256")
        rows: list[list[Value]] = [
            [p.label, p.recipe.preset, p.macs, m["median_ms"], m["p10_ms"], m["p90_ms"], m["n"], m.get("started", ""),
             p.recipe.digest()]
            for p in self.points for m in (p.measurement,)
        ]
        notes = [macs_note(), *measured_under(self.points[-1].measurement)] if self.points else []
        return plain_table(titles, rows, "Median time of one run against multiply-accumulates.", notes)

    def show_pins(self, pins: Mapping[str, tuple[str, int]]) -> None:
        """Names and colours of pinned recipes, by their digest."""
        if pins != self._pins:
            self._pins = pins
            self._refresh()

    def theme_plot(self, theme: Theme) -> None:
        self._refresh()

    def tip_at(self, at: QPointF) -> str:
        found = self._index_at(at)
        if found < 0:
            return ""
        point = self.points[found]
        m = point.measurement
        words = self.tr("{0}\n{1} MACs\nmedian {2} ms, p10 {3}, p90 {4}, n {5}").format(
            point.label, full(point.macs), f"{m['median_ms']:.3f}", f"{m['p10_ms']:.3f}", f"{m['p90_ms']:.3f}", m["n"]
        )
        words = f"{words}\n{age_words(point)}" if point.uid else words
        return words + "\n" + self.tr("A click opens it; Undo brings the present recipe back.")

    def _index_at(self, at: QPointF) -> int:
        """The point near a place; -1 where there is none."""
        if not self.points or self.plot is None:
            return -1
        here = self.plot.pixels(at.x(), at.y())
        spots = [self.plot.pixels(*self._place(p.macs, p.measurement["median_ms"])) - here for p in self.points]
        away = [hypot(spot.x(), spot.y()) for spot in spots]
        found = nearest(away)
        return found if away[found] <= NEAR_PX else -1

    def _on_clicked(self, at: QPointF) -> None:
        found = self._index_at(at)
        if found >= 0:
            self.recipe_chosen.emit(self.points[found].recipe)

    def _place(self, macs: float, ms: float) -> tuple[float, float]:
        """The view's coordinates: powers of ten on logarithmic axes."""
        return (log10(macs), log10(ms)) if self.log.isChecked() else (float(macs), ms)

    def _whole(self) -> QRectF:
        macs = [p.macs for p in self.points]
        least, most = min(p.measurement["p10_ms"] for p in self.points), max(p.measurement["p90_ms"] for p in self.points)
        if not self.log.isChecked():
            return QRectF(0, 0, ceiling(max(macs) * 1.08), ceiling(most * 1.05))
        (left, right), (low, high) = log_range(min(macs), max(macs)), log_range(least, most)
        return QRectF(left, low, right - left, high - low)

    def _refresh(self) -> None:
        if not self.points:
            return
        from explorer.views.time_plots import Dot

        plot, theme = self.make(), self.theme
        good, accent, dim = QColor(theme.good), QColor(theme.accent), QColor(theme.dim)
        dots = []
        for point in sorted(self.points, key=lambda p: p.recipe != self._current):
            m, mine = point.measurement, point.recipe == self._current
            x, y = self._place(point.macs, m["median_ms"])
            low, high = (self._place(point.macs, m[name])[1] for name in ("p10_ms", "p90_ms"))
            text = self.tr("this recipe") if mine else point.label
            colour, ink = (good, good) if mine else (accent, dim)
            pin = self._pins.get(point.recipe.digest())
            if pin is not None and not mine:
                text, colour = pin[0], pin_colour(theme, pin[1])
                ink = colour
            dots.append(Dot(x, y, low, high, text, 4.5 if mine else 3.5, colour, ink, bool(point.uid)))
        if self._dots is not None:
            self._dots.show_dots(dots)
        plot.view.show_whole(self._whole())

    def _on_log(self) -> None:
        self.memory.keep(self.objectName(), "log", self.log.isChecked())
        plot = self.make()
        plot.left.log = plot.bottom.log = self.log.isChecked()
        self.show_whole()  # what was zoomed into lies elsewhere now
        self._refresh()


class SpreadChart(Chart):
    """How single runs of the present recipe are spread: a histogram with median and p10–p90. Wheel and drag zoom in."""

    def __init__(self, memory: ChartMemory | None = None, name: str = "chart.spread", waiting: str = "") -> None:
        super().__init__(self.tr("How steady is it? runs by ms"), name, memory)
        self._waiting = waiting or self.tr("No measurement of this recipe yet. Press Measure (F9).")
        self.empty = self._waiting
        self._point: Point | None = None
        self._histogram: Histogram | None = None
        self._bars: Bars | None = None
        self._spreads: list[Spread] = []
        self.recall()

    def new_plot(self) -> Plot:
        from explorer.views.plots import Bars, Plot
        from explorer.views.time_plots import Spread

        plot = Plot(self.objectName(), "x")
        self._bars = Bars(plot.view, 0.85)
        self._spreads = [Spread(plot.view, below=True), Spread(plot.view, below=False)]
        return plot

    def show_point(self, point: Point | None) -> None:
        """The measurement of the present recipe."""
        if point is not self._point:
            self._point = point
            self._histogram = histogram(point.measurement["samples_ms"]) if point else None
            self.say_empty("" if point else self._waiting)
            self._refresh()
            self.data_changed()

    def figure(self, theme: Theme) -> Figure | None:
        if self._point is None or self._histogram is None:
            return None
        plot, m, found = self.make(), self._point.measurement, self._histogram
        edges = [found.edges(i) for i in range(len(found.counts))]
        boxes = tuple(
            Box(a, 0, b - 0.15 * (b - a), count, theme.accent, f"{a:.3f}–{b:.3f} ms: {count}")
            for (a, b), count in zip(edges, found.counts, strict=True) if count
        )
        middle = self.tr("median {0} ms").format(f"{m['median_ms']:.4g}")
        stretches = (
            Stretch(m["median_ms"], m["median_ms"], theme.good, middle, theme.good),
            Stretch(m["p10_ms"], m["p90_ms"], theme.soft, "p10–p90", theme.text),
        )
        (left, right), (low, high) = plot.view.viewRange()
        along, up = scale_of(plot.bottom, self.tr("ms of one run")), scale_of(plot.left, self.tr("runs"))
        axes = Scale(along.title, left, right, along.ticks), Scale(up.title, low, high, up.ticks)
        notes = [f"{self._point.recipe.preset}: {self._point.label}", *measured_under(m)]
        if found.beyond:
            notes.append(self.tr("{0} slower runs lie beyond the right edge").format(found.beyond))
        notes.append(self.tr("Recipe {0}").format(self._point.recipe.digest()[:DIGEST_SIGNS]))
        return Figure(self.title, *axes, tuple(notes), boxes=boxes, stretches=stretches)

    def table(self) -> Table | None:
        if self._point is None:
            return None
        m = self._point.measurement
        rows: list[list[Value]] = [[i + 1, ms] for i, ms in enumerate(m["samples_ms"])]
        recipe = self._point.recipe
        notes = [f"Recipe: {recipe.preset} ({self._point.label}); SHA-256 {recipe.digest()}", *measured_under(m)]
        return plain_table(("run", "time (ms)"), rows, "Time of each run, in order.", notes)

    def theme_plot(self, theme: Theme) -> None:
        self._refresh()

    def tip_at(self, at: QPointF) -> str:
        found = self._histogram
        if found is None or not found.low <= at.x() < found.high:
            return ""
        i = min(int((at.x() - found.low) / (found.high - found.low) * len(found.counts)), len(found.counts) - 1)
        start, end = found.edges(i)
        return self.tr("{0}–{1} ms\n{2} of {3} runs").format(
            f"{start:.3f}", f"{end:.3f}", found.counts[i], sum(found.counts) + found.beyond
        )

    def _refresh(self) -> None:
        if self._point is None or self._histogram is None:
            return
        plot, theme, m, found = self.make(), self.theme, self._point.measurement, self._histogram
        words = self.tr("median {0} ms").format(f"{m['median_ms']:.4g}")
        beyond = self.tr("{0} slower →").format(found.beyond) if found.beyond else ""
        for layer in self._spreads:
            layer.set_inks(theme.soft, theme.good, theme.dim)
            layer.show_spread((m["p10_ms"], m["p90_ms"]), m["median_ms"], words, beyond)
        if self._bars is not None:
            accent = QColor(theme.accent)
            pitch = (found.high - found.low) / len(found.counts)
            self._bars.show_bars([(count, accent) for count in found.counts], found.low, pitch)
        top = max(found.counts) * 1.25  # room for the names above the bars
        plot.view.show_whole(QRectF(found.low, 0, found.high - found.low, top))
        told = self.tr("median {0} ms, p10 {1}, p90 {2}, {3} runs")
        figures = (f"{m[name]:.4g}" for name in ("median_ms", "p10_ms", "p90_ms"))
        self.setAccessibleDescription(told.format(*figures, m["n"]))


def macs_note() -> str:
    """What the axis counts, whatever rule the window shows: the usual one, so that points of one file can be compared."""
    usual = rules.RULES[rules.DEFAULT]
    return f"{usual.title}: {usual.short}"


def measured_under(measurement: Mapping[str, Any]) -> list[str]:
    """Machine, runtime and protocol of a measurement, as notes of a file."""
    machine, settings = measurement.get("fingerprint", {}), measurement.get("settings", {})
    where = ", ".join(str(machine[name]) for name in ("cpu", "device_name", "os", "runtime", "torch") if machine.get(name))
    how = ", ".join(f"{name} {settings[name]}" for name in ("device", "threads", "batch", "dtype") if name in settings)
    how = ", ".join([how, *(title for name, title in SWITCHES.items() if settings.get(name))])
    return [f"{title}: {words}" for title, words in (("Measured on", where), ("Settings", how)) if words]


def plain_table(titles: Sequence[str], rows: Sequence[Sequence[Value]], caption: str, notes: Sequence[str]) -> Table:
    """Columns of numbers stand right; a value has every digit."""
    numeric = [bool(rows) and isinstance(value, int | float) for value in (rows[0] if rows else titles)]

    def shown(value: Value) -> str:
        return f"{value:,}" if isinstance(value, int) else f"{value:.6g}"

    kinds = zip(titles, numeric, strict=True)
    headings = [Heading(title, numeric=True, text=shown) if number else Heading(title) for title, number in kinds]
    return Table(headings, rows, (), caption, notes)
