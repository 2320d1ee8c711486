"""The cost chart in other forms: the figure that is saved, the table behind it, a sentence for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from explorer.core import rules
from explorer.core.columns import network_notes, network_title
from explorer.core.tabular import Heading, Table, Value
from explorer.views.chart import scale_of
from explorer.views.cost_bars import LARGEST, CostBars, Step
from explorer.views.cost_quantities import kind_name
from explorer.views.figure import DIGEST_SIGNS, Box, Figure, Key, Line, Scale, Tick
from explorer.views.pin_colours import pin_colour

if TYPE_CHECKING:
    from explorer.views.cost_chart import CostChart
    from explorer.views.theme import Theme

BAR_SHARE = 0.78
TOUCHING = 1e-9
PERCENT = tuple(Tick(i / 4, f"{25 * i} %") for i in range(5))


def tr(text: str) -> str:
    """A text of the chart."""
    return QCoreApplication.translate("CostChart", text)


def cost_figure(chart: CostChart, theme: Theme) -> Figure:
    """The bars as they stand; the part that is zoomed into alone, where one is."""
    plot, data = chart.make(), chart.data
    analysis, quantity = data.analysis or {}, data.quantity
    (left, right), (low, high) = plot.view.viewRange()
    shown = [i for i in range(len(data.order)) if left <= i + 0.5 <= right]
    bars = data.bars
    colours = {kind: theme.mark_colour(theme.kind_colour(kind)) for kind in {bar.kind for bar in bars}}
    boxes = tuple(
        Box(i + (1 - BAR_SHARE) / 2, low, i + (1 + BAR_SHARE) / 2, data.heights[i], colours[bars[i].kind],
            f"{bars[i].path}: {quantity.full_text(bars[i].value, analysis)}")
        for i in shown
    )
    by_kind = data.by_kind()
    total = sum(by_kind.values()) or 1
    drawn = [kind for kind, _ in theme.kinds if kind != "other"]
    legend = [
        Key(colours[kind], f"{kind_name(kind)} {100 * by_kind[kind] / total:.1f} %") for kind in drawn if by_kind.get(kind)
    ]
    rest = sum(value for kind, value in by_kind.items() if kind not in drawn)
    if rest:
        legend.append(Key(theme.mark_colour(theme.kind_colour("other")), tr("other {0} %").format(f"{100 * rest / total:.1f}")))
    lines: tuple[Line, ...] = ()
    if chart.cumulative:
        running = data.running()
        lines = (Line(tuple((i + 0.5, running[i]) for i in shown), theme.text, tr("cumulative"), on_right=True),)
    sorted_by_size = data.sorting == LARGEST
    name, number, steps = chart.outline
    seen = [(a, b, h) for a, b, h in steps if left - 0.5 <= a and b <= right + 0.5]
    if seen:
        ink = pin_colour(theme, number).name()
        lines = (*lines, Line(outline_of(seen, low), ink, name, 1.4))
        legend.append(Key(ink, tr("outline: {0}").format(name)))
    along = Scale(
        tr("layers, the largest first") if sorted_by_size else tr("layers in call order, by stage"), left, right,
        tuple(Tick(mark.at, mark.text) for mark in chart.marks(left, right, 560.0)),
    )
    counted = quantity.shown_title(analysis)
    up = scale_of(plot.left, counted if data.log else f"{quantity.unit} {counted}")
    title = f"{chart.title} · {network_title(analysis)}"
    notes = notes_of(data)
    if shown and len(shown) < len(bars):
        notes.insert(0, tr("Shown: bars {0} to {1} of {2}").format(shown[0] + 1, shown[-1] + 1, len(bars)))
    right_axis = Scale(tr("cumulative"), 0, 1, PERCENT) if chart.cumulative else None
    upright = Scale(up.title, low, high, up.ticks)
    return Figure(title, along, upright, tuple(notes), right_axis, boxes, lines, legend=tuple(legend))


def outline_of(steps: Sequence[Step], low: float) -> tuple[tuple[float, float], ...]:
    """A line along the steps; down to the bottom at both ends and where two do not touch."""
    places: list[tuple[float, float]] = []
    end = None
    for left, right, height in steps:
        if end is None or abs(left - end) > TOUCHING:
            places += [(end, low)] if end is not None else []
            places.append((left, low))
        places += [(left, height), (right, height)]
        end = right
    return (*places, (end, low)) if end is not None else ()


def cost_table(data: CostBars) -> Table:
    """A row a bar, in the order of the bars."""
    analysis, quantity = data.analysis or {}, data.quantity
    running, total = data.running(), sum(bar.value for bar in data.bars) or 1

    def whole(value: Value) -> str:
        return f"{value:,.6g}" if isinstance(value, float) and value != int(value) else f"{value:,.0f}"

    def percent(value: Value) -> str:
        return "" if value is None else f"{value:.2f}"

    heading = quantity.column(analysis)
    headings = [
        Heading("layer"), Heading("type"), Heading("detail"), Heading("kind"), Heading(heading, numeric=True, text=whole),
        Heading("share (%)", numeric=True, text=percent), Heading("cumulative (%)", numeric=True, text=percent),
    ]
    rows: list[list[Value]] = [
        [bar.path, bar.type, bar.detail, kind_name(bar.kind), bar.value, 100 * bar.value / total, 100 * running[i]]
        for i, bar in enumerate(data.bars)
    ]
    totals: list[list[Value]] = [["total", "", "", "", sum(bar.value for bar in data.bars), 100.0, None]]
    order = "the largest first" if data.sorting == LARGEST else "in call order"
    notes = [*network_notes(analysis), *quantity.notes(analysis), f"Order: {order}; layers without a value are left out"]
    return Table(headings, rows, totals, f"{heading} per layer of {network_title(analysis)}.", notes)


def notes_of(data: CostBars) -> list[str]:
    """What the figure says of its conditions: changes, rule, recipe."""
    analysis = data.analysis or {}
    found = [note for note in network_notes(analysis) if note.startswith("Changed")]
    rule = rules.RULES.get(analysis["rule"])
    if rule is not None and data.quantity.name == "macs":
        found.append(tr("Counting rule: {0} ({1})").format(rule.title, rule.short))
    found += data.quantity.notes(analysis)
    return [*found, tr("Recipe {0}").format(analysis["digest"][:DIGEST_SIGNS])]


def described(data: CostBars, total: float, shares: list[str]) -> str:
    """Number of layers, total, the kinds that cost most, the dearest layer."""
    analysis = data.analysis or {"layers": []}
    quantity, at = data.quantity, data.heights.index(max(data.heights))
    most = analysis["layers"][data.order[at]]["path"]
    return tr("{0} layers, {1} {2}; {3}; the most in {4}: {5}").format(
        len(data.order), quantity.text(total), quantity.shown_title(analysis), ", ".join(shares), most,
        quantity.text(data.values[data.order[at]]),
    )
