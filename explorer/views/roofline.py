"""What bounds it? Each layer's achieved MAC/s over its arithmetic intensity, below this machine's measured roofs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import hypot, log10
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter

from explorer.core import units
from explorer.core.layer_times import LayerTimes
from explorer.core.roofline import Point, Roofline
from explorer.core.tabular import Table
from explorer.session.chart_memory import ChartMemory
from explorer.views.bars_chart import DIM_ALPHA, STEPS
from explorer.views.chart import LEFT_PX, Chart, full, nearest
from explorer.views.cost_quantities import kind_name
from explorer.views.figure import Figure
from explorer.views.roofline_picture import roofline_figure, roofline_table
from explorer.views.scales import log_range
from explorer.views.theme import Theme

if TYPE_CHECKING:
    from explorer.views.plots import Plot
    from explorer.views.roofline_plots import Roofs, Spots

NEAR_PX = 12


class RooflineChart(Chart):
    """One point a layer that multiplies and accumulates, coloured by its kind. Without times, hollow points on the roofs say what
    each could reach. A click selects, Left and Right walk in call order, wheel and drag zoom.

    Signals: layer_clicked(path).
    """

    layer_clicked = Signal(str)

    def __init__(self, memory: ChartMemory | None = None) -> None:
        super().__init__(self.tr("What bounds it? GMAC/s over MACs per byte of memory access"), "chart.roofline", memory)
        self._waiting = self.tr(
            "Each layer becomes a point below this machine's roofs. Measure the layers (Ctrl+F9) and the machine's peaks "
            "(Ctrl+Shift+F9)."
        )
        self.empty = self._waiting
        self.roofline: Roofline | None = None
        self.analysis: Mapping[str, Any] | None = None
        self.times: LayerTimes | None = None
        self._lit: tuple[tuple[int, int], ...] = ()
        self._kinds: list[tuple[str, str, float]] = []
        self._roofs: Roofs | None = None
        self._spots: Spots | None = None
        self.recall()

    def new_plot(self) -> Plot:
        from explorer.views.plots import Plot
        from explorer.views.roofline_plots import Roofs, Spots

        plot = Plot(self.objectName(), "xy", y_scale=1e-9)
        plot.left.log = plot.bottom.log = True
        self._roofs, self._spots = Roofs(plot.view), Spots(plot.view)
        plot.clicked.connect(self._on_clicked)
        return plot

    def show_roofline(
        self, found: Roofline | None, analysis: Mapping[str, Any] | None = None, times: LayerTimes | None = None
    ) -> None:
        """Other figures; None where there is no network. ``analysis`` and ``times`` are what they were made of."""
        self.roofline, self.analysis, self.times = found, analysis, times
        shown = self.shown()
        kinds = list(dict.fromkeys(p.kind for p in shown))
        self._kinds = [(k, kind_name(k), self.title_metrics.horizontalAdvance(kind_name(k))) for k in kinds]
        self.say_empty("" if shown else self._waiting)
        self._describe(shown)
        self._refresh()
        self.data_changed()
        self.update()

    def show_lit(self, layers: tuple[int, int] | None) -> None:
        """First and last layer of the selection; None lights everything."""
        self.show_ranges(() if layers is None else (layers,))

    def show_ranges(self, ranges: Sequence[tuple[int, int]]) -> None:
        """First and last layer of each selected node; none lights everything."""
        if tuple(ranges) != self._lit:
            self._lit = tuple(ranges)
            self._refresh()

    def figure(self, theme: Theme) -> Figure | None:
        return roofline_figure(self, self.roofline, theme) if self.roofline is not None and self.shown() else None

    def table(self) -> Table | None:
        found = self.roofline
        return roofline_table(found, self.analysis, self.times) if found is not None and self.shown() else None

    def file_name(self) -> str:
        return f"{self.analysis['preset'] if self.analysis else 'chart'}-roofline"

    def theme_plot(self, theme: Theme) -> None:
        self._refresh()

    def tip_at(self, at: QPointF) -> str:
        point = self._point_at(at)
        if point is None:
            return ""
        lines = [point.path or self.tr("the network")]
        if point.path:
            lines.append(" · ".join(filter(None, (f"{point.type} {point.detail}".strip(), kind_name(point.kind)))))
        lines.append(self.tr("{0} MACs, {1} read and written: {2} MACs/byte").format(
            full(round(point.macs)), units.size(point.bytes), f"{point.intensity:.3g}"
        ))
        if point.rate is not None and point.ms is not None:
            lines.append(self.tr("{0}: {1}").format(units.duration(point.ms), rate_text(point.rate)))
        if point.attainable is not None:
            words = self.tr("attainable {0}").format(rate_text(point.attainable))
            share = f" · {100 * point.rate / point.attainable:.0f} %" if point.rate is not None else ""
            lines.append(words + share)
        return "\n".join(lines)

    def corner_width(self) -> float:
        return sum(wide + 18 for _, _, wide in self._kinds)

    def paint_corner(self, painter: QPainter, right: float) -> None:
        for kind, text, wide in reversed(self._kinds):
            right -= wide
            if right < LEFT_PX:
                return
            painter.setPen(self.theme.ink_colour(self.theme.kind_colour(kind)))
            painter.drawText(QRectF(right, 2, wide + 1, self.title_px() - 4), Qt.AlignmentFlag.AlignVCenter, text)
            right -= 18

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shown = self.shown()
        if bare and shown and event.key() in (*STEPS, Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk(Qt.Key(event.key()), shown)
        else:
            super().keyPressEvent(event)

    def _walk(self, key: Qt.Key, shown: list[Point]) -> None:
        lit = [i for i, p in enumerate(shown) if self._is_lit(p)]
        by = STEPS.get(key, 0)
        if not by:
            at = 0 if key == Qt.Key.Key_Home else len(shown) - 1
        elif len(lit) == 1:
            at = min(max(lit[0] + by, 0), len(shown) - 1)
        else:
            among = lit or range(len(shown))
            at = among[0] if by > 0 else among[-1]
        self.layer_clicked.emit(shown[at].path)

    def shown(self) -> list[Point]:
        """The points that have a height: measured, or at least bounded."""
        return [p for p in self.roofline.points if height(p) is not None] if self.roofline is not None else []

    def _is_lit(self, point: Point) -> bool:
        return any(first <= point.index <= last for first, last in self._lit)

    def _refresh(self) -> None:
        found, shown = self.roofline, self.shown()
        if found is None or not shown:
            return
        from explorer.views.roofline_plots import Spot

        plot, theme = self.make(), self.theme
        if self._roofs is None or self._spots is None:
            return
        roofs = (found.macs_per_s, found.bytes_per_s) if found.macs_per_s and found.bytes_per_s else None
        words = ("", "")
        if roofs is not None:
            peak = self.tr("{0} = {1}FLOP/s").format(rate_text(roofs[0]), units.count(2 * roofs[0]))
            words = (peak, self.tr("memory {0}B/s").format(units.count(roofs[1])))
        self._roofs.show_roofs((float(roofs[0]), float(roofs[1])) if roofs else None, words, QColor(theme.dim))
        spots = []
        for p in shown:
            colour = QColor(theme.mark_colour(theme.kind_colour(p.kind)))
            lit = self._is_lit(p)
            if self._lit and not lit:
                colour.setAlphaF(DIM_ALPHA)
            spots.append(Spot(log10(p.intensity), log10(height(p) or 1.0), colour, p.rate is None, lit))
        net = found.network
        top = height(net) if net is not None else None
        mark = Spot(log10(net.intensity), log10(top), QColor(theme.text), net.rate is None, lit=False) if net and top else None
        self._spots.show_spots(spots, mark, self.tr("network"), (QColor(theme.text), QColor(theme.panel)))
        plot.view.show_whole(self._whole(found, shown))

    def _whole(self, found: Roofline, shown: list[Point]) -> QRectF:
        """All points, the ridge and the level roof."""
        xs = [p.intensity for p in shown]
        ys = [y for p in (*shown, found.network) if p is not None and (y := height(p)) is not None]
        if found.ridge is not None and found.macs_per_s is not None:
            xs += [found.ridge / 3, found.ridge * 3]
            ys.append(found.macs_per_s * 1.3)  # room for its name
        (left, right), (low, high) = log_range(min(xs), max(xs)), log_range(min(ys), max(ys))
        return QRectF(left, low, right - left, high - low)

    def _point_at(self, at: QPointF) -> Point | None:
        points = self.shown()
        if self.roofline is not None and self.roofline.network is not None and height(self.roofline.network) is not None:
            points.append(self.roofline.network)
        if not points or self.plot is None:
            return None
        here = self.plot.pixels(at.x(), at.y())
        spots = [self.plot.pixels(log10(p.intensity), log10(height(p) or 1.0)) - here for p in points]
        away = [hypot(spot.x(), spot.y()) for spot in spots]
        found = nearest(away)
        return points[found] if away[found] <= NEAR_PX else None

    def _on_clicked(self, at: QPointF) -> None:
        point = self._point_at(at)
        if point is not None:
            self.layer_clicked.emit(point.path)

    def _describe(self, shown: list[Point]) -> None:
        """What the chart shows, for those who do not see it."""
        if self.roofline is None or not shown:
            self.setAccessibleDescription("")
            return
        ridge = self.roofline.ridge
        bound = sum(p.intensity < ridge for p in shown) if ridge else 0
        self.setAccessibleDescription(self.tr("{0} layers; {1} of them are bound by memory").format(len(shown), bound))


def height(point: Point) -> float | None:
    """MAC/s that a point stands at: achieved, or else attainable."""
    return point.rate if point.rate is not None else point.attainable


def rate_text(macs_per_s: float) -> str:
    """``39.4 GMAC/s``."""
    return f"{units.count(macs_per_s)}MAC/s"
