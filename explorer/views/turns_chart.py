"""Does the time follow the MACs? What was measured in turn, beside the time that each would take if it did."""

from __future__ import annotations

from collections.abc import Mapping
from math import log10
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt

from explorer.core import units
from explorer.core.micro import OVER
from explorer.core.tabular import Table
from explorer.core.turns import VERDICTS, conditions, interval_of, per_million, table_of, times, title
from explorer.session.chart_memory import ChartMemory
from explorer.views.chart import Chart, full, scale_of
from explorer.views.chart_frame import AXES, Option
from explorer.views.figure import CIRCLE, RING, Figure, Key, Line, Scale, Spot
from explorer.views.scales import ceiling, log_range
from explorer.views.theme import Theme
from explorer.views.words import engine_sentence

if TYPE_CHECKING:
    from explorer.views.figure_layer import FigureLayer
    from explorer.views.plots import Mark, Plot


class Place(NamedTuple):
    """One network or variant: name, median and its interval in ms, MACs, ratio to the one that is compared with (None: it)."""

    name: str
    ms: float
    low: float
    high: float
    macs: int
    ratio: Mapping[str, Any] | None


def places_of(document: Mapping[str, Any]) -> list[Place]:
    """From the left, as they were measured."""
    if document["kind"] == "micro":
        rows = [(v["value"], v, v["macs"], v["ratio"]) for v in document["variants"]]
    else:
        rows = [(run["name"], run["measurement"], run["macs"], run["ratio"]) for run in document["runs"]]
    found = []
    for name, m, macs, ratio in rows:
        low, high = m["interval_ms"] or (m["p10_ms"], m["p90_ms"])
        found.append(Place(name, m["median_ms"], low, high, macs, ratio))
    return found


class TurnsChart(Chart):
    """Networks or variants across, ms up: measured with the interval of the median, and, hollow, in proportion to the MACs."""

    def __init__(self, memory: ChartMemory | None = None) -> None:
        super().__init__(self.tr("Does the time follow the MACs? median ms"), "chart.turns", memory)
        self._waiting = self.tr("Choose two networks and press Measure, or take a ready comparison.")
        self.empty = self._waiting
        self.document: Mapping[str, Any] | None = None
        self.places: list[Place] = []
        self.log = self.memory.flag(self.objectName(), "log")
        self._layer: FigureLayer | None = None
        self.recall()

    def new_plot(self) -> Plot:
        from explorer.views.figure_layer import FigureLayer
        from explorer.views.plots import Plot

        plot = Plot(self.objectName(), "y")
        plot.left.log = self.log
        plot.bottom.provide = self._marks
        self._layer = FigureLayer(plot.view)
        return plot

    def show_document(self, document: Mapping[str, Any] | None) -> None:
        """A ``pair`` or ``micro`` document."""
        if document is self.document:
            return
        self.document = document
        self.places = [] if document is None else places_of(document)
        if document is not None and document["kind"] == "micro":
            over = _over(document)
            long = self.tr("Does the time follow the MACs? median ms over {0}")
            self.set_title(long.format(over), self.tr("ms over {0}").format(over))
        else:
            self.set_title(self.tr("Does the time follow the MACs? median ms"), self.tr("Time and MACs"))
        told = (f"{place.name}: {place.ms:.4g} ms, {self._ratio(place)}" for place in self.places)
        self.setAccessibleDescription("; ".join(told))
        self.say_empty("" if self.places else self._waiting)
        self._refresh()
        self.data_changed()

    def options(self) -> list[Option]:
        return [Option("log", self.tr("Logarithmic axis"), self.log, self._set_log, AXES, "L")]

    def figure(self, theme: Theme) -> Figure | None:
        if self.document is None:
            return None
        plot = self.make()
        lines, spots, keys = self._drawn(theme)
        (left, right), (low, high) = plot.view.viewRange()
        up = scale_of(plot.left, self.tr("ms of one run, interval of the median"))
        along = scale_of(plot.bottom, _over(self.document) if self.document["kind"] == "micro" else "")
        axes = Scale(along.title, left, right, along.ticks), Scale(up.title, low, high, up.ticks)
        notes = (engine_sentence(title(self.document)), *conditions(self.document))
        return Figure(self.title, *axes, notes, lines=lines, spots=spots, legend=keys)

    def table(self) -> Table | None:
        return None if self.document is None else table_of(self.document)

    def file_name(self) -> str:
        return "layer-variants" if self.document is not None and self.document["kind"] == "micro" else "measured-in-turn"

    def theme_plot(self, theme: Theme) -> None:
        self._refresh()

    def tip_at(self, at: QPointF) -> str:
        found = round(at.x())
        if self.document is None or not 0 <= found < len(self.places):
            return ""
        place = self.places[found]
        lines = [place.name, self.tr("median {0} ({1} to {2} ms)").format(
            units.duration(place.ms), f"{place.low:#.3g}", f"{place.high:#.3g}"
        )]
        expected = units.duration(self._expected(place))
        lines.append(self.tr("{0} MACs, {1} if time followed them").format(full(place.macs), expected))
        lines.append(self._ratio(place))
        if self.document["kind"] == "micro":
            variant = self.document["variants"][found]
            cost = per_million(self.document, variant)
            lines.append(self.tr("{0} → {1}, {2} elements read and written").format(
                units.shape(variant["input"]), units.shape(variant["output"]), full(variant["access"])
            ))
            lines.append(self.tr("{0} ms a million MACs").format("–" if cost is None else f"{cost:.3g}"))
        return "\n".join(lines)

    def _ratio(self, place: Place) -> str:
        if place.ratio is None:
            return self.tr("what the others are compared with")
        words = self.tr("{0} times as long ({1}), {2}")
        verdict = QCoreApplication.translate("turns", VERDICTS[place.ratio["verdict"]])
        return words.format(times(place.ratio["ratio"]), interval_of(place.ratio) or "–", verdict)

    def _first(self) -> Place:
        return next(place for place in self.places if place.ratio is None)

    def _expected(self, place: Place) -> float:
        """The time in proportion to the MACs of the one that is compared with."""
        first = self._first()
        return first.ms * place.macs / first.macs if first.macs else first.ms

    def _is_unordered(self) -> bool:
        """Whether no line leads from one to the next: of networks that were chosen by hand."""
        return self.document is not None and self.document["kind"] == "pair" and not self.document.get("ready")

    def _extent(self) -> tuple[float, float]:
        """Ends of the y axis, in the view's coordinates."""
        ys = [ms for place in self.places for ms in (place.low, place.high, self._expected(place)) if ms > 0]
        return log_range(min(ys), max(ys), 0.15) if self.log else (0.0, ceiling(max(ys) * 1.15))

    def _above(self) -> float:
        """How far words stand above an interval's end, so that no line runs through them."""
        low, high = self._extent()
        return 0.05 * (high - low)

    def _y(self, ms: float) -> float:
        return log10(max(ms, 1e-6)) if self.log else ms

    def _drawn(self, theme: Theme) -> tuple[tuple[Line, ...], tuple[Spot, ...], tuple[Key, ...]]:
        measured, expected = theme.accent, theme.mark_colour(theme.warning)
        spots, hollow, words = [], [], []
        for x, place in enumerate(self.places):
            first = place.ratio is None
            name = f"{place.name}: {place.ms:.4g} ms, {self._ratio(place)}"
            text = f"{place.ms:#.3g} ms" if place.ratio is None else f"{times(place.ratio['ratio'])} ×"
            spots.append(Spot(
                x, self._y(place.ms), theme.good if first else measured, CIRCLE, 4.5 if first else 4.0, name,
                low=self._y(place.low), high=self._y(place.high),
            ))
            ink = theme.good if first else theme.text
            words.append(Spot(x, self._y(place.high) + self._above(), theme.panel, CIRCLE, 0.01, "", text, ink))
            if not first:
                told = self.tr("{0}: {1} if time followed the MACs").format(place.name, units.duration(self._expected(place)))
                hollow.append(Spot(x, self._y(self._expected(place)), expected, RING, 4.0, told))
        followed = tuple((x, self._y(self._expected(place))) for x, place in enumerate(self.places))
        lines = () if self._is_unordered() else (
            Line(followed, expected, self.tr("if time followed the MACs"), 1.0),
            Line(tuple((spot.x, spot.y) for spot in spots), measured, self.tr("measured"), 1.6),
        )
        keys = (
            Key(measured, self.tr("measured, 95 % interval"), CIRCLE),
            Key(expected, self.tr("if time followed the MACs"), RING),
        )
        return lines, (*words, *spots, *hollow), keys

    def _refresh(self) -> None:
        if not self.places:
            return
        plot = self.make()
        plot.left.log = self.log
        lines, spots, keys = self._drawn(self.theme)
        if self._layer is not None:
            self._layer.show_figure(lines, spots, self.theme, keys)
        low, high = self._extent()
        plot.view.show_whole(QRectF(-0.5, low, len(self.places), high - low))
        plot.bottom.renew()
        plot.left.renew()

    def _marks(self, low: float, high: float, pixels: float) -> list[Mark]:
        """Names, as long as there is room for each."""
        from explorer.views.plots import Mark

        room = int(pixels / max(high - low, 1e-9)) - 8
        elide = self.title_metrics.elidedText
        return [
            Mark(x, elide(place.name, Qt.TextElideMode.ElideMiddle, max(room, 20)))
            for x, place in enumerate(self.places) if low <= x <= high
        ]

    def _set_log(self, on: bool) -> None:  # noqa: FBT001  (a menu row's state)
        self.memory.keep(self.objectName(), "log", on)
        self.log = on
        self.show_whole()
        self._refresh()


def _over(document: Mapping[str, Any]) -> str:
    """What was varied of a layer."""
    return QCoreApplication.translate("micro", OVER[document["over"]])
