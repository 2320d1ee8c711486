"""Recipes side by side: what is compared, the difference to a baseline, the best of a column. Plain data, no torch and no Qt.

One declaration for the window's Compare tab, its copies and files, and ``main.py compare``. Every figure of a comparison is
counted under one rule. A latency stands in the column only where it was measured under the comparison's conditions, and an
accuracy only where it is published of exactly this network or stated by the user for this very recipe.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from explorer.core import rules, units
from explorer.core.catalogue import ArchitectureSpec
from explorer.core.frame import boxes_of, node_row
from explorer.core.measures import DEFAULT_PRECISION, bytes_of
from explorer.core.published import IMAGENET
from explorer.core.published_entries import short_source, with_accuracy
from explorer.core.recipe import Recipe
from explorer.core.recipe import Value as KnobValue
from explorer.core.tabular import Value
from explorer.core.weights import OwnAccuracy

Figures = Mapping[str, Any]
KEPT = (
    "recipe", "digest", "preset", "architecture", "title", "input", "rule", "params", "macs", "counted", "incomplete",
    "uncounted", "activations", "access", "published",
)
COSTS = ("params", "activations", "access")
PERCENT, POINTS = "%", "points"
LESS, MORE = -1, 1  # what is better


def brief(analysis: Figures) -> dict[str, Any]:
    """What a comparison needs of an analysis, some kilobytes: its totals, what stands at the top level, the knobs' values.

    ``stages``: [{id, title, role, params, macs, access, activations, output, bars: MACs of each layer that has some, costs:
    {params, activations, access: the same of these}}], in call order; ``knobs``: {place: {knob: value}}.
    """
    return {name: analysis[name] for name in KEPT} | {
        "memory": {name: analysis["memory"][name] for name in ("peak", "at")},
        "stages": _with_costs(analysis, stages_of(analysis)), "knobs": knobs_of(analysis),
    }


def _with_costs(analysis: Figures, stages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of ``stages_of`` with what charts lay over the bars of another network."""
    places, layers = {box["id"]: box["layers"] for box in boxes_of(analysis)}, analysis["layers"]
    for stage in stages:
        first, last = places[stage["id"]]
        inside = layers[first : last + 1]
        stage["costs"] = {name: [value for layer in inside if (value := layer.get(name, 0))] for name in COSTS}
    return stages


def stages_of(figures: Figures) -> list[dict[str, Any]]:
    """The rows of ``brief`` for what stands at the top level, from an analysis or from a brief one."""
    if "stages" in figures:
        return list(figures["stages"])
    layers, found = figures["layers"], []
    for box in boxes_of(figures):
        node = None if box["parent"] else node_row(figures, box["id"])
        if node is not None:
            first, last = node["layers"]
            row = {name: node[name] for name in ("id", "title", "role", "output", "params", "macs")}
            row |= {name: node.get(name, 0) for name in ("access", "activations")}
            found.append(row | {"bars": [layer["macs"] for layer in layers[first : last + 1] if layer["macs"]]})
    return found


def knobs_of(figures: Figures) -> dict[str, dict[str, KnobValue]]:
    """Every knob's value in force at every place, from an analysis or from a brief one."""
    if "knobs" in figures:
        return dict(figures["knobs"])
    return {path: {n: reading["value"] for n, reading in place["knobs"].items()} for path, place in figures["places"].items()}


@dataclass(frozen=True)
class Accuracy:
    """Per cent on a data set. ``kind`` is "published" (weights of the source) or "own".

    ``source`` names paper and table, how the user measured it, or the weights file; "" where he said nothing.
    """

    kind: str
    top1: float | None
    top5: float | None
    dataset: str
    source: str
    conditions: tuple[str, ...] = ()

    def provenance(self) -> str:
        """``published: MobileNetV2, Table 4``; the conditions and another data set than ImageNet behind it."""
        extra = [*self.conditions, *([self.dataset] if self.dataset not in ("", IMAGENET) or self.kind == "own" else [])]
        return f"{self.kind}: " + ", ".join([*([self.source] if self.source else []), *extra])


@dataclass(frozen=True)
class Entry:
    """One row: a recipe under a name, and what is known of it. Without ``figures`` it is not counted, ``refusal`` may say why.

    ``latency`` is a measurement under the comparison's conditions, ``elsewhere`` (conditions, median in ms) of others; ``own``
    the accuracy that the user states for this recipe, or for its weights where they hold.
    """

    name: str
    recipe: Recipe
    figures: Figures | None = None
    refusal: tuple[str, ...] = ()
    latency: Mapping[str, Any] | None = None
    elsewhere: tuple[tuple[str, float], ...] = ()
    own: OwnAccuracy | None = None
    spec: ArchitectureSpec | None = None

    @cached_property
    def accuracy(self) -> Accuracy | None:
        """The user's own of this very recipe, else what is published of exactly this network. Nothing is borrowed."""
        weights, own = self.recipe.weights, self.own
        if own is not None and own.digest == self.recipe.digest():
            return Accuracy("own", own.top1, own.top5, own.dataset, own.note or (weights.name if weights else ""))
        entry = with_accuracy(self.figures["published"]) if self.figures and self.figures.get("published") else None
        if entry is None:
            return None
        conditions = tuple(entry["conditions"])
        return Accuracy("published", entry["top1"], entry["top5"], entry["dataset"], short_source(entry), conditions)

    @cached_property
    def changed(self) -> str:
        """What differs from the preset: ``α 0.75, t 4 in stages.5``; empty for the preset itself."""
        return ", ".join(changes(self.recipe, self.spec))


def changes(recipe: Recipe, spec: ArchitectureSpec | None = None) -> list[str]:
    """What a recipe sets, the whole network first, in the symbols of its architecture where they are known."""

    def words(name: str, value: KnobValue) -> str:
        knob = spec.knobs.get(name) if spec else None
        return f"{knob.symbol or knob.title} {knob.text_with_unit(value)}" if knob else f"{name} {value}"

    found = [words(name, value) for name, value in recipe.knobs]
    return found + [f"{words(name, value)} in {path}" for path, values in recipe.at for name, value in values]


def _figure(name: str, scale: float = 1.0) -> Callable[[Entry, str], Value]:
    def read(entry: Entry, _precision: str) -> Value:
        value = None if entry.figures is None else entry.figures.get(name)
        return None if value is None else value / scale

    return read


def _megabytes(read: Callable[[Figures], int | None]) -> Callable[[Entry, str], Value]:
    def bytes_read(entry: Entry, precision: str) -> Value:
        elements = None if entry.figures is None else read(entry.figures)
        return None if elements is None else bytes_of(elements, precision) / 1e6

    return bytes_read


def _peak(figures: Figures) -> int | None:
    memory = figures.get("memory")
    return memory["peak"] if memory else None


def _intensity(entry: Entry, _precision: str) -> Value:
    """Of the network: multiply-accumulates, whatever the counting rule, for each element of memory access."""
    figures = entry.figures
    if figures is None or not figures.get("access") or "counted" not in figures:
        return None
    return float(figures["counted"][rules.DEFAULT] / figures["access"])


def _input(entry: Entry, _precision: str) -> Value:
    return None if entry.figures is None else "×".join(str(side) for side in entry.figures["input"][1:])


def _latency(name: str) -> Callable[[Entry, str], Value]:
    return lambda entry, _precision: None if entry.latency is None else entry.latency[name]


def _top(name: str) -> Callable[[Entry, str], Value]:
    return lambda entry, _precision: None if entry.accuracy is None else getattr(entry.accuracy, name)


def _source(entry: Entry, _precision: str) -> Value:
    return None if entry.accuracy is None else entry.accuracy.provenance()


@dataclass(frozen=True)
class Quantity:
    """A quantity of the comparison. ``unit`` may hold {precision}; "MACs" in the title is what the counting rule counts.

    ``delta``: PERCENT of the baseline's value, POINTS (the difference), or nothing for text; ``better``: LESS, MORE or 0.
    """

    name: str
    title: str
    unit: str
    sentence: str
    width: int
    read: Callable[[Entry, str], Value]
    delta: str = ""
    better: int = 0
    shown: bool = True


QUANTITIES: tuple[Quantity, ...] = (
    Quantity("name", "name", "", "The name of the pin; F2 changes it.", 170, lambda entry, _p: entry.name),
    Quantity("preset", "preset", "", "The preset that the recipe starts from.", 130, lambda entry, _p: entry.recipe.preset,
             shown=False),
    Quantity("changed", "changed", "", "What the recipe sets against its preset.", 130, lambda entry, _p: entry.changed or None),
    Quantity("input", "input", "", "C×H×W of one image.", 90, _input, shown=False),
    Quantity("params", "params", "M", "Learnable tensors' elements, each counted once, in millions.", 80, _figure("params", 1e6),
             PERCENT, LESS),
    Quantity("macs", "MACs", "M", "Millions for one image under the counting rule.", 86, _figure("macs", 1e6), PERCENT, LESS),
    Quantity("peak", "peak memory", "MB, {precision}", "Most bytes of activations alive at once, run in order.", 130,
             _megabytes(_peak), PERCENT, LESS),
    Quantity("access", "memory access", "MB, {precision}", "Bytes read and written by all layers: inputs, weights, outputs.", 142,
             _megabytes(lambda figures: figures.get("access")), PERCENT, LESS),
    Quantity("activations", "activations", "MB, {precision}", "Bytes that all layers write.", 120,
             _megabytes(lambda figures: figures.get("activations")), PERCENT, LESS, shown=False),
    Quantity("weights", "weights", "MB, {precision}", "Bytes of the parameters.", 104,
             _megabytes(lambda figures: figures.get("params")), PERCENT, LESS, shown=False),
    Quantity("intensity", "intensity", "per element", "Arithmetic intensity: multiply-accumulates per element read or written.",
             150, _intensity, PERCENT, shown=False),
    Quantity("latency", "latency", "ms", "Median of single runs on this machine, all under the same conditions.", 84,
             _latency("median_ms"), PERCENT, LESS),
    Quantity("p10", "p10", "ms", "A tenth of the runs was faster.", 70, _latency("p10_ms"), shown=False),
    Quantity("p90", "p90", "ms", "A tenth of the runs was slower.", 70, _latency("p90_ms"), shown=False),
    Quantity("top1", "top-1", "%", "Published of exactly this network, or stated by the user for it (own); never borrowed.",
             70, _top("top1"), POINTS, MORE),
    Quantity("top5", "top-5", "%", "As top-1, the right class among five.", 70, _top("top5"), POINTS, MORE, shown=False),
    Quantity("source", "accuracy from", "", "Where the accuracy comes from, and under which conditions.", 210, _source),
)
BY_NAME = {quantity.name: quantity for quantity in QUANTITIES}
NUMBERS = frozenset(q.name for q in QUANTITIES if q.delta) | {"p10", "p90"}
SHOWN = tuple(q.name for q in QUANTITIES if q.shown)
DELTA = ".delta"


@dataclass(frozen=True)
class Cell:
    """One column of cells: a quantity, or its difference to the baseline."""

    quantity: Quantity
    is_delta: bool = False

    @property
    def name(self) -> str:
        """``params`` or ``params.delta``."""
        return self.quantity.name + (DELTA if self.is_delta else "")

    @property
    def numeric(self) -> bool:
        """Whether it is aligned right and sorted as numbers."""
        return self.is_delta or self.quantity.name in NUMBERS

    def text(self, value: Value) -> str:
        """For the eye: two decimals, or three digits of what is small; a difference with its sign, an accuracy as printed."""
        if value is None or isinstance(value, str):
            return value or ""
        if self.is_delta and self.quantity.delta == PERCENT:
            return units.signed(value).removesuffix(" %") if abs(value) < 1000 else f"{value:+,.0f}".replace("-", "−")
        if self.is_delta:
            return f"{value:+.1f}".replace("-", "−") if abs(value) >= 0.05 else "±0"
        if self.quantity.delta == POINTS:
            return f"{float(value)}"
        return f"{value:,.2f}" if value == 0 or abs(value) >= 0.1 else f"{value:.3g}"


CELLS: tuple[Cell, ...] = tuple(
    Cell(quantity, is_delta) for quantity in QUANTITIES for is_delta in ((False, True) if quantity.delta else (False,))
)
PLACES = {cell.name: place for place, cell in enumerate(CELLS)}


@dataclass(frozen=True)
class Comparison:
    """Entries in their order, one of them (or none) the baseline, and what all of them are counted and measured under.

    ``conditions`` says under which a latency stands here: ``cpu, 1 thread, batch 1``.
    """

    entries: Sequence[Entry]
    baseline: int | None = 0
    rule: str = rules.DEFAULT
    precision: str = DEFAULT_PRECISION
    conditions: str = ""

    def value(self, row: int, cell: Cell) -> Value:
        """A cell at full precision; None where there is no value. A difference is None in the baseline's own row."""
        entry = self.entries[row]
        return self._delta(row, cell.quantity) if cell.is_delta else cell.quantity.read(entry, self.precision)

    def best(self, cell: Cell) -> frozenset[int]:
        """The rows that hold the best value of a column; none where all that there are equal each other."""
        if not cell.quantity.better or cell.is_delta:
            return frozenset()
        values = {row: value for row in range(len(self.entries)) if isinstance(value := self.value(row, cell), int | float)}
        if len(set(values.values())) < 2:
            return frozenset()
        if cell.quantity.delta == POINTS and not all(_same_data(self.entries[min(values)], self.entries[r]) for r in values):
            return frozenset()  # on different data sets none is the best
        best = (min if cell.quantity.better == LESS else max)(values.values())
        return frozenset(row for row, value in values.items() if value == best)

    def sorted_rows(self, cell: Cell, *, descending: bool = False) -> list[int]:
        """Rows by a column, what has no value last either way; equals keep their order."""
        keys: dict[int, Any] = {}
        for row in range(len(self.entries)):
            value = self.value(row, cell)
            if value is not None and value != "":
                keys[row] = _natural(value) if isinstance(value, str) else (value,)
        having = sorted(keys, key=keys.__getitem__, reverse=descending)
        return having + [row for row in range(len(self.entries)) if row not in keys]

    def title(self, cell: Cell) -> str:
        """A column's heading: ``MACs (M)``, ``Δ MACs (%)``."""
        quantity = cell.quantity
        title = quantity.title.replace("MACs", rules.RULES[self.rule].title) if self.rule in rules.RULES else quantity.title
        if cell.is_delta:
            return f"Δ {title} ({quantity.delta})"
        return f"{title} ({quantity.unit.format(precision=self.precision)})" if quantity.unit else title

    def _delta(self, row: int, quantity: Quantity) -> Value:
        if self.baseline is None or row == self.baseline or not quantity.delta:
            return None
        entry, base = self.entries[row], self.entries[self.baseline]
        now, before = quantity.read(entry, self.precision), quantity.read(base, self.precision)
        if not isinstance(now, int | float) or not isinstance(before, int | float):
            return None
        if quantity.delta == POINTS:
            return now - before if _same_data(entry, base) else None
        return 100 * (now - before) / before if before else None


def _same_data(one: Entry, other: Entry) -> bool:
    """Whether two accuracies are of the same data set: others cannot be subtracted from each other."""
    return one.accuracy is not None and other.accuracy is not None and one.accuracy.dataset == other.accuracy.dataset


def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts ``net 2`` before ``net 10``."""
    return tuple((1, int(part), "") if part.isdigit() else (0, 0, part) for part in re.split(r"([0-9]+)", text.lower()))


def cells_of(names: Sequence[str]) -> list[Cell]:
    """The columns of some quantities, each with its difference, in the order of the table."""
    return [cell for cell in CELLS if cell.quantity.name in names]


def distinct(names: Sequence[str]) -> list[str]:
    """The names with numbers behind those that stand there already: ``a``, ``a (2)``."""
    found: list[str] = []
    for name in names:
        number, free = 2, name
        while free in found:
            number, free = number + 1, f"{name} ({number})"
        found.append(free)
    return found


def named(entries: Sequence[Entry]) -> list[Entry]:
    """The entries under names of which none occurs twice."""
    return [replace(entry, name=name) for entry, name in zip(entries, distinct([e.name for e in entries]), strict=True)]
