"""The columns of the layer table, as data: what each is called, how it is read from a layer row, and whether it adds up.

One declaration for the window's table, its copies and files, and the command line. Values are at full precision (a share in per
cent); ``text`` rounds them for the eye. What an analysis does not have (``needs``) has no column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

from explorer.core import rules, units
from explorer.core.errors import BadInput
from explorer.core.layer_times import TIME, balance, conditions, overhead, pieces
from explorer.core.measures import DEFAULT_PRECISION, bytes_of
from explorer.core.tabular import Heading, Table, Value

TEXT, COUNT, NUMBER, SHARE, SHAPE = "text", "count", "number", "share", "shape"
NUMERIC = frozenset({COUNT, NUMBER, SHARE})
Row = Mapping[str, Any]


class Layers:
    """The layer rows of one analysis with what a column needs beyond its row: totals, the running sum, the bytes' precision."""

    def __init__(self, analysis: Mapping[str, Any], precision: str = DEFAULT_PRECISION) -> None:
        self.precision = precision
        self.width = int(bytes_of(1, precision))
        self.rows: Sequence[Row] = analysis["layers"]
        self.params: int = analysis["params"]
        self.macs: int = analysis["macs"]
        self.rule: str = analysis["rule"]
        self.fields = frozenset(self.rows[0] if self.rows else ())
        self.time: Mapping[str, Any] | None = analysis.get("time")  # where layers were measured (core.layer_times)
        self.uncounted = frozenset(row["path"] for row in analysis.get("uncounted", ()))

    @cached_property
    def running(self) -> list[int]:
        """MACs of a layer and all before it."""
        return list(accumulate(row["macs"] for row in self.rows))

    def columns(self) -> list[Column]:
        """Those that this analysis can fill."""
        return [column for column in COLUMNS if not column.needs or column.needs in self.fields]


@dataclass(frozen=True)
class Column:
    """``read`` gives a layer's value from all layers and its index in call order. ``sums``: its values add up to a total.

    ``needs`` names the field of a layer row without which there is no such column; ``shown`` columns are seen at first. ``unit``
    may hold {precision}.
    """

    name: str
    title: str
    unit: str
    kind: str
    sentence: str
    width: int
    read: Callable[[Layers, int], Value]
    sums: bool = False
    needs: str = ""
    shown: bool = True

    @property
    def numeric(self) -> bool:
        """Whether it is aligned right and sorted as numbers."""
        return self.kind in NUMERIC

    def heading(self, layers: Layers) -> str:
        """Title with unit; a column of MACs is called as the counting rule calls them."""
        title = self.title.replace("MACs", rules.RULES[layers.rule].title) if layers.rule in rules.RULES else self.title
        return f"{title} ({self.unit.format(precision=layers.precision)})" if self.unit else title

    def text(self, value: Value) -> str:
        """``10,838,016``, ``3.60``, ``32×112×112``; nothing where there is no value."""
        if value is None:
            return ""
        if self.kind == COUNT:
            return f"{value:,}"
        if self.kind in (SHARE, NUMBER):
            return f"{value:,.2f}"
        return str(value)

    def key(self, value: Value) -> tuple[Any, ...]:
        """What rows are sorted by: numbers as numbers, shapes by their elements, stage 2 before stage 10; no value last."""
        if value is None or value == "":
            return (1,)
        if isinstance(value, str):
            if self.kind == SHAPE:
                return (0, -_elements(value), value)
            parts = re.split(r"(\d+)", value.lower())
            return (0, *((1, int(part), "") if part.isdigit() else (0, 0, part) for part in parts))
        return (0, value)

    def total(self, layers: Layers, indices: Sequence[int]) -> Value:
        """The sum over some layers; None where values don't add up."""
        if not self.sums:
            return None
        values = [self.read(layers, i) for i in indices]
        return sum(value for value in values if isinstance(value, int | float))


def _elements(shape: str) -> int:
    product = 1
    for side in re.findall(r"\d+", shape):
        product *= int(side)
    return product


def _field(name: str) -> Callable[[Layers, int], Value]:
    return lambda layers, i: layers.rows[i].get(name)


def _inputs(layers: Layers, i: int) -> Value:
    row = layers.rows[i]
    return " + ".join(units.shape(shape) for shape in row.get("inputs") or [row["input"]] if shape)


def _output(layers: Layers, i: int) -> Value:
    return units.shape(layers.rows[i]["output"])


def _macs(layers: Layers, i: int) -> Value:
    """None where an operation is not counted: unknown is not nothing."""
    row = layers.rows[i]
    return None if row["path"] in layers.uncounted else row["macs"]


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def _time(layers: Layers, i: int) -> Value:
    """Microseconds; None where it does not run or was not seen."""
    ms = layers.rows[i].get(TIME)
    return None if ms is None else 1000 * ms


def _time_share(layers: Layers, i: int) -> Value:
    ms = layers.rows[i].get(TIME)
    return None if ms is None or layers.time is None else 100 * ms / (pieces(layers.time) or 1)


def _bytes(name: str) -> Callable[[Layers, int], Value]:
    """Bytes at the precision of the table."""
    return lambda layers, i: None if (count := layers.rows[i].get(name)) is None else count * layers.width


def _padding(layers: Layers, i: int) -> Value:
    """Pixels; of two different sides the larger."""
    start = (layers.rows[i].get("receptive") or {}).get("start")
    return max(-side for side in start) if start else None


def _receptive(name: str) -> Callable[[Layers, int], Value]:
    """Pixels; of two different sides the larger."""

    def read(layers: Layers, i: int) -> Value:
        sides = (layers.rows[i].get("receptive") or {}).get(name)
        return max(sides) if sides else None

    return read


COLUMNS: tuple[Column, ...] = (
    Column("number", "No.", "", COUNT, "Place in call order; what does not run stands last.", 46, lambda _layers, i: i + 1,
           shown=False),
    Column("path", "layer", "", TEXT, "Module path; of an operation, the module that calls it.", 190, _field("path")),
    Column("type", "type", "", TEXT, "Class or operation.", 112, _field("type")),
    Column("detail", "detail", "", TEXT, "Kernel, stride (/2) and groups (g4), or inputs and outputs.", 92, _field("detail")),
    Column("kind", "kind", "", TEXT, "What kind of layer it counts as.", 88, _field("kind")),
    Column("input", "input", "", SHAPE, "C×H×W of one image.", 144, _inputs),
    Column("output", "output", "", SHAPE, "C×H×W of one image.", 112, _output),
    Column("params", "params", "", COUNT, "Learnable tensors' elements, each counted once.", 100, _field("params"), sums=True),
    Column("params_share", "params", "%", SHARE, "Share of the network's parameters.", 84,
           lambda layers, i: _share(layers.rows[i]["params"], layers.params), sums=True, shown=False),
    Column("macs", "MACs", "", COUNT, "Multiply-accumulates of one image under the counting rule.", 132, _macs, sums=True),
    Column("macs_share", "MACs", "%", SHARE, "Share of the network's MACs.", 78,
           lambda layers, i: _share(layers.rows[i]["macs"], layers.macs), sums=True),
    Column("macs_running", "cumulative MACs", "%", SHARE, "Share of this layer and all before it in call order.", 140,
           lambda layers, i: _share(layers.running[i], layers.macs), shown=False),
    Column("weights", "weights", "elements", COUNT, "Elements of the layer's own tensors.", 120, _field("weights"), sums=True,
           needs="weights", shown=False),
    Column("activations", "activations", "elements", COUNT, "Elements that the layer writes.", 140, _field("activations"),
           sums=True, needs="activations", shown=False),
    Column("access", "memory access", "elements", COUNT, "Elements read and written: inputs, weights, output.", 150,
           _field("access"), sums=True, needs="access", shown=False),
    Column("weight_bytes", "weights", "bytes, {precision}", COUNT, "Bytes of the layer's own tensors.", 150, _bytes("weights"),
           sums=True, needs="weights", shown=False),
    Column("activation_bytes", "activations", "bytes, {precision}", COUNT, "Bytes that the layer writes.", 170,
           _bytes("activations"), sums=True, needs="activations", shown=False),
    Column("access_bytes", "memory access", "bytes, {precision}", COUNT, "Bytes read and written: inputs, weights, output.", 190,
           _bytes("access"), sums=True, needs="access", shown=False),
    Column("intensity", "intensity", "MACs/element", NUMBER, "Arithmetic intensity: MACs for each element read or written.", 150,
           _field("intensity"), needs="intensity", shown=False),
    Column("receptive", "receptive field", "px", COUNT, "Side of the input that one output value sees.", 130, _receptive("size"),
           needs="receptive", shown=False),
    Column("receptive_stride", "jump", "px", COUNT, "Input pixels between neighbouring output values.", 80, _receptive("stride"),
           needs="receptive", shown=False),
    Column("receptive_padding", "padding of the field", "px", COUNT,
           "Input pixels by which the field of the first output value reaches over the border.", 150, _padding,
           needs="receptive", shown=False),
    Column("time", "time", "µs", NUMBER, "Measured: median of the runs with stamps; what lies between layers is in none.", 92,
           _time, sums=True, needs=TIME),
    Column("time_share", "time", "%", SHARE, "Share of all layers and what lies between them.", 70,
           _time_share, sums=True, needs=TIME),
    Column("runs", "runs", "", TEXT, "Whether it runs at inference.", 50,
           lambda layers, i: "yes" if layers.rows[i]["runs"] else "no"),
)
BY_NAME = {column.name: column for column in COLUMNS}


def chosen_columns(words: str) -> list[str]:
    """Names with commas between them, each of ``COLUMNS``; none for an empty text. Raises BadInput."""
    names = [word.strip() for word in words.split(",") if word.strip()]
    for name in names:
        if name not in BY_NAME:
            raise BadInput("no column named {0}; there are: {1}", name, ", ".join(BY_NAME))
    return names


def arranged(layers: Layers, column: Column | None, indices: Sequence[int], *, descending: bool = False) -> list[int]:
    """Indices in a column's order, what has no value last either way; in call order without a column, and among equals."""
    if column is None:
        return sorted(indices)
    keys = {i: column.key(column.read(layers, i)) for i in sorted(indices)}
    having = sorted((i for i, key in keys.items() if not key[0]), key=keys.__getitem__, reverse=descending)
    return having + [i for i, key in keys.items() if key[0]]


def layer_table(
    analysis: Mapping[str, Any], columns: Sequence[Column], indices: Sequence[int] | None = None, *, query: str = "",
    precision: str = DEFAULT_PRECISION,
) -> Table:
    """Some layers (all where ``indices`` is None) in the given order, with totals and the conditions they were counted under.

    ``query`` is the filter that chose them, for the notes; ``precision`` what bytes are bytes of.
    """
    layers = Layers(analysis, precision)
    everything = range(len(layers.rows))
    chosen = everything if indices is None else indices
    notes = [*network_notes(analysis), *_units(layers, columns)]
    if layers.time is not None and any(column.needs == TIME for column in columns):
        notes += [f"Time: {conditions(layers.time)}", *(f"Time: {t.format(*words)}" for t, *words in (
            balance(layers.time), overhead(layers.time), *layers.time["flags"]))]
    if layers.uncounted:
        notes.append("Not counted: " + ", ".join(sorted(layers.uncounted)))
    if len(chosen) < len(layers.rows):
        words = f" that match {query}" if query else ""
        notes.append(f"Shown: {len(chosen)} of {len(layers.rows)} layers{words}")
    rows = [[column.read(layers, i) for column in columns] for i in chosen]
    headings = [Heading(c.heading(layers), c.numeric, c.text) for c in columns]
    return Table(headings, rows, _totals(layers, columns, chosen), f"Layers of {network_title(analysis)}.", notes)


def network_title(analysis: Mapping[str, Any]) -> str:
    """``MobileNetV2, preset mobilenet_v2 (edited), input 3×192×192``."""
    knobs, at = analysis["recipe"]["knobs"], analysis["recipe"]["at"]
    preset = analysis["preset"] + (" (edited)" if knobs or at else "")
    return f"{analysis['title']}, preset {preset}, input {units.shape(analysis['input'])}"


def network_notes(analysis: Mapping[str, Any]) -> list[str]:
    """What a network's numbers hold under: recipe, what was changed, input, counting rule, totals; a line each."""
    rule = rules.RULES.get(analysis["rule"])
    knobs, at = analysis["recipe"]["knobs"], analysis["recipe"]["at"]
    preset = analysis["preset"] + (" (edited)" if knobs or at else "")
    counted = f"{analysis['macs']} {rule.title if rule else 'MACs'}"
    return [
        f"Network: {analysis['title']}, preset {preset}; recipe SHA-256 {analysis['digest']}",
        *_changes(knobs, at),
        f"Input: {units.shape(analysis['input'])} (C×H×W), batch 1",
        f"Counting rule: {analysis['rule']}" + (f" ({rule.sentence})" if rule else ""),
        f"Total: {analysis['params']} parameters, {counted}, {len(analysis['layers'])} layers",
    ]


def _units(layers: Layers, columns: Sequence[Column]) -> list[str]:
    """What the numbers are numbers of."""
    words = [f"{c.heading(layers)}: {c.sentence.rstrip('.')}" for c in columns if c.kind != TEXT]
    return ["Units: " + "; ".join(words)] if words else []


def _changes(knobs: Mapping[str, Any], at: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """What differs from the preset, as ``--set`` and ``--at`` take it."""
    changes = [f"{knob}={value}" for knob, value in knobs.items()]
    changes += [f"{place}:{knob}={value}" for place, values in at.items() for knob, value in values.items()]
    return ["Changed: " + ", ".join(changes)] if changes else []


def _totals(layers: Layers, columns: Sequence[Column], chosen: Sequence[int]) -> list[list[Value]]:
    """The sums of what is shown and, where that is a part, of the whole network. None where no column adds up."""
    if not any(column.sums for column in columns):
        return []
    everything = range(len(layers.rows))
    parts = [("total", everything)] if len(chosen) == len(layers.rows) else [("shown", chosen), ("total", everything)]
    label = next((i for i, column in enumerate(columns) if column.kind == TEXT), None)
    found = []
    for word, indices in parts:
        row = [column.total(layers, indices) for column in columns]
        if label is not None:
            row[label] = word
        found.append(row)
    return found
