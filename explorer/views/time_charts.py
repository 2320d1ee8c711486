"""Do MACs predict time here, and how are single runs spread? Only what was measured in this session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from explorer.core.recipe import Recipe
from explorer.session.latency import Point
from explorer.views.chart import Chart, ceiling, nearest
from explorer.views.theme import Theme

if TYPE_CHECKING:
    from explorer.views.plots import Bars, Plot


class TimeChart(Chart):
    """MACs against median milliseconds, with a bar from p10 to p90; the present recipe in green. Wheel and drag zoom and pan."""

    def __init__(self) -> None:
        super().__init__(self.tr("Do MACs predict time here? median ms · M MACs"), "chart.time")
        self._waiting = self.tr("Each measured recipe becomes a point. Change a knob and pause, or press Measure.")
        self.empty = self._waiting
        self.points: list[Point] = []
        self._current: Recipe | None = None
        self._dots: Any = None
        self._spreads: list[Any] = []
        self._labels: list[Any] = []

    def new_plot(self) -> Plot:
        import pyqtgraph as pg

        from explorer.views.plots import Plot

        plot = Plot(self.objectName(), still=False, x_scale=1e-6)
        self._dots = pg.ScatterPlotItem(pen=None, pxMode=True, antialias=True)
        self._dots.setZValue(10)
        plot.addItem(self._dots)
        plot.view.sigRangeChanged.connect(lambda *_: self._label())
        return plot

    def show_points(self, points: Sequence[Point], current: Recipe) -> None:
        """The measurements under the present conditions."""
        new = list(points)
        measured = current if any(p.recipe == current for p in new) else None
        if new == self.points and measured == self._current:
            return
        self.points, self._current = new, measured
        told = (f"{p.label}: {p.macs / 1e6:.0f} M, {p.measurement['median_ms']:.3g} ms" for p in new)
        self.setAccessibleDescription("; ".join(told))
        self.say_empty("" if new else self._waiting)
        self._refresh()

    def theme_plot(self, theme: Theme) -> None:
        self._refresh()

    def tip_at(self, at: QPointF) -> str:
        if not self.points or self.plot is None:
            return ""
        here = self.plot.pixels(at.x(), at.y())
        away = [self.plot.pixels(p.macs, p.measurement["median_ms"]) - here for p in self.points]
        found = nearest([abs(d.x()) + abs(d.y()) for d in away], 0.0)
        if abs(away[found].x()) + abs(away[found].y()) > 20:
            return ""
        point = self.points[found]
        m = point.measurement
        return self.tr("{0}\n{1} M MACs\nmedian {2} ms, p10 {3}, p90 {4}, n {5}").format(
            point.label, f"{point.macs / 1e6:.1f}", f"{m['median_ms']:.3f}", f"{m['p10_ms']:.3f}", f"{m['p90_ms']:.3f}", m["n"]
        )

    def _colour(self, point: Point) -> str:
        return self.theme.good if point.recipe == self._current else self.theme.accent

    def _refresh(self) -> None:
        if not self.points:
            return
        import pyqtgraph as pg

        plot = self.make()
        for item in self._spreads:
            plot.removeItem(item)
        self._spreads = []
        for point in self.points:
            low, high = point.measurement["p10_ms"], point.measurement["p90_ms"]
            line = pg.PlotCurveItem([point.macs] * 2, [low, high], pen=pg.mkPen(self._colour(point), width=1.6), antialias=True)
            plot.addItem(line)
            self._spreads.append(line)
        self._dots.setData([
            {
                "pos": (p.macs, p.measurement["median_ms"]), "brush": pg.mkBrush(self._colour(p)),
                "size": 9 if p.recipe == self._current else 7,
            }
            for p in self.points
        ])
        right = ceiling(max(p.macs for p in self.points) * 1.08)
        top = ceiling(max(p.measurement["p90_ms"] for p in self.points) * 1.05)
        plot.view.show_whole(QRectF(0, 0, right, top))
        self._label()

    def _label(self) -> None:
        """Name the points, the present recipe first; a name that finds no room is left to the tooltip."""
        if self.plot is None or not self.points:
            return
        from explorer.views.plots import place_labels, text_item

        for item in self._labels:
            self.plot.removeItem(item)
        self._labels = []
        ordered = sorted(self.points, key=lambda p: p.recipe != self._current)
        words = [self.tr("this recipe") if p.recipe == self._current else p.label for p in ordered]
        wanted = [(float(p.macs), float(p.measurement["median_ms"]), w) for p, w in zip(ordered, words, strict=True)]
        for point, (x, y, text), anchor in zip(ordered, wanted, place_labels(self.plot, wanted), strict=True):
            if anchor is None:
                continue
            gap = {0.0: -0.1, 1.0: 1.1}
            item = text_item(
                text, self.theme.good if point.recipe == self._current else self.theme.dim,
                (gap.get(anchor[0], 0.5), {0.0: -0.2, 1.0: 1.2}.get(anchor[1], 0.5)),
            )
            item.setPos(x, y)
            self.plot.addItem(item, ignoreBounds=True)
            self._labels.append(item)


class SpreadChart(Chart):
    """How single runs of the present recipe are spread: a histogram with median and p10–p90."""

    def __init__(self) -> None:
        super().__init__(self.tr("How steady is it? runs by ms"), "chart.spread")
        self._waiting = self.tr("No measurement of this recipe yet. Press Measure (F9).")
        self.empty = self._waiting
        self._point: Point | None = None
        self._bars: Bars | None = None
        self._band: Any = None
        self._median: Any = None

    def new_plot(self) -> Plot:
        import pyqtgraph as pg

        from explorer.views.plots import Bars, Plot

        plot = Plot(self.objectName(), still=True)
        self._bars = Bars(0.8)
        self._band = pg.LinearRegionItem(movable=False)
        self._band.setZValue(-50)
        self._median = pg.InfiniteLine(angle=90, label="", labelOpts={"position": 0.94, "anchors": [(-0.04, 0.5), (1.04, 0.5)]})
        for item in (self._band, self._bars, self._median):
            plot.addItem(item)
        return plot

    def show_point(self, point: Point | None) -> None:
        """The measurement of the present recipe."""
        if point is not self._point:
            self._point = point
            self.say_empty("" if point else self._waiting)
            self._refresh()

    def theme_plot(self, theme: Theme) -> None:
        self._refresh()

    def _refresh(self) -> None:
        if self._point is None:
            return
        import pyqtgraph as pg

        plot = self.make()
        m = self._point.measurement
        low, high, bins = histogram(m["samples_ms"])
        top = ceiling(max(bins))

        def x_of(ms: float) -> float:
            return (ms - low) / (high - low) * len(bins)

        if self._bars is not None:
            self._bars.show_bars([(float(n), QColor(self.theme.accent)) for n in bins], top)
        self._band.setRegion((x_of(m["p10_ms"]), x_of(min(m["p90_ms"], high))))
        self._band.setBrush(pg.mkBrush(self.theme.soft))
        for edge in self._band.lines:
            edge.setPen(pg.mkPen(None))
        self._median.setValue(x_of(m["median_ms"]))
        self._median.setPen(pg.mkPen(self.theme.good, width=1.5))
        self._median.label.setFormat(self.tr("median {0} ms").format(f"{m['median_ms']:.4g}"))
        self._median.label.setColor(self.theme.good)
        plot.bottom.setTicks([[(len(bins) * i / 4, f"{low + (high - low) * i / 4:.3g}") for i in range(5)], []])
        plot.view.show_whole(QRectF(0, 0, len(bins), top))
        words = self.tr("median {0} ms, p10 {1}, p90 {2}, {3} runs")
        figures = (f"{m[name]:.4g}" for name in ("median_ms", "p10_ms", "p90_ms"))
        self.setAccessibleDescription(words.format(*figures, m["n"]))


def histogram(samples: Sequence[float]) -> tuple[float, float, list[int]]:
    """Lower end, upper end and counts; the slowest hundredth may lie beyond the upper end."""
    ordered = sorted(samples)
    low, high = ordered[0], ordered[min(int(len(ordered) * 0.99), len(ordered) - 1)]
    span = (high - low) or max(low * 0.1, 1e-3)
    low, high = low - 0.05 * span, high + 0.05 * span
    bins = [0] * max(min(int(len(ordered) ** 0.5 * 2), 60), 8)
    for sample in ordered:
        if sample <= high:
            bins[min(int((sample - low) / (high - low) * len(bins)), len(bins) - 1)] += 1
    return low, high, bins
