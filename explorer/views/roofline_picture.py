"""The roofline in other forms: the figure that is saved, the table behind it."""

from __future__ import annotations

from collections.abc import Mapping
from math import log10
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from explorer.core import units
from explorer.core.columns import network_notes, network_title
from explorer.core.layer_times import LayerTimes
from explorer.core.roofline import Roofline
from explorer.core.tabular import Heading, Table, Value
from explorer.views.chart import scale_of
from explorer.views.cost_quantities import kind_name
from explorer.views.cost_time import time_notes
from explorer.views.figure import DIGEST_SIGNS, RING, Figure, Key, Line, Scale, Spot
from explorer.views.time_charts import macs_note

if TYPE_CHECKING:
    from explorer.views.roofline import RooflineChart
    from explorer.views.theme import Theme

TEXTS = frozenset({"layer", "type", "kind"})


def tr(text: str) -> str:
    """A text of the chart."""
    return QCoreApplication.translate("RooflineChart", text)


def roofline_figure(chart: RooflineChart, found: Roofline, theme: Theme) -> Figure:
    """Points and roofs as they stand; the part that is zoomed into alone, where one is."""
    plot = chart.make()
    (left, right), (low, high) = plot.view.viewRange()
    spots = []
    for point in (*((found.network,) if found.network else ()), *chart.shown()):
        y = point.rate if point.rate is not None else point.attainable
        if y is None:
            continue
        whole = point is found.network
        colour = theme.text if whole else theme.mark_colour(theme.kind_colour(point.kind))
        name = f"{point.path or tr('network')}: {units.count(y)}MAC/s, {point.intensity:.3g} MACs/byte"
        spots.append(Spot(
            log10(point.intensity), log10(y), colour, RING if point.rate is None else "diamond" if whole else "circle",
            5.0 if whole else 3.5, name=name, text=tr("network") if whole else "", ink=theme.text,
        ))
    lines = []
    if found.macs_per_s and found.bytes_per_s and found.ridge:
        ridge = log10(found.ridge), log10(found.macs_per_s)
        lines.append(Line(tuple(_roofs(ridge, left, right, low)), theme.dim, tr("what this machine can reach")))
    kinds = dict.fromkeys(point.kind for point in chart.shown())
    legend = [Key(theme.mark_colour(theme.kind_colour(kind)), kind_name(kind)) for kind in kinds]
    along, up = scale_of(plot.bottom, tr("MACs per byte of memory access")), scale_of(plot.left, tr("GMAC/s"))
    title = f"{chart.title} · {network_title(chart.analysis)}" if chart.analysis else chart.title
    axes = Scale(along.title, left, right, along.ticks), Scale(up.title, low, high, up.ticks)
    said = tuple(notes(found, chart.analysis, chart.times, short=True))
    return Figure(title, *axes, said, lines=tuple(lines), spots=tuple(spots), legend=tuple(legend))


def _roofs(ridge: tuple[float, float], left: float, right: float, low: float) -> list[tuple[float, float]]:
    """The two roofs within the plot, in powers of ten: the memory's rises by one in one up to the ridge, the other is level."""
    x, y = ridge
    start = max(left, x - (y - low))
    places = [(start, y - (x - start))] if start < min(x, right) else []
    return [*places, (max(x, left), y), (right, y)] if x < right else [*places, (right, y - (x - right))]


def roofline_table(found: Roofline, analysis: Mapping[str, Any] | None, times: LayerTimes | None) -> Table:
    """A row a layer, the network last; rates at full precision."""
    head, *rows = found.rows()
    headings = [Heading(str(name), name not in TEXTS, _text if name not in TEXTS else _plain) for name in head]
    return Table(headings, rows, caption=tr("Layers below this machine's roofs."), notes=notes(found, analysis, times))


def notes(
    found: Roofline, analysis: Mapping[str, Any] | None, times: LayerTimes | None, *, short: bool = False
) -> list[str]:
    """What the points hold under, a line each."""
    lines = []
    if analysis is not None:
        lines = [f"Recipe SHA-256 {analysis['digest'][:DIGEST_SIGNS]}"] if short else network_notes(analysis)
    if found.macs_per_s and found.bytes_per_s:
        peak = f"{units.count(found.macs_per_s)}MAC/s ({units.count(2 * found.macs_per_s)}FLOP/s)"
        lines.append(f"Measured peaks of this machine: {peak}, memory {units.count(found.bytes_per_s)}B/s")
    if times is not None:
        lines += time_notes(times)
    else:
        lines.append("Layers not measured: the points are bounds, not rates")
    lines.append(macs_note())
    lines.append("Bytes: every tensor to and from memory once, no cache; 1 MAC = 2 FLOP")
    return lines


def _plain(value: Value) -> str:
    return "" if value is None else str(value)


def _text(value: Value) -> str:
    """Counts and rates with all their digits, ratios and times with four."""
    if value is None or isinstance(value, str):
        return value or ""
    return f"{value:,.0f}" if abs(value) >= 1e4 else f"{value:,.4g}"
