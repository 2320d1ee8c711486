"""The paper's table of a network as it is built: each cell's text, what the preset has there, and the knob that it sets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod
from typing import Any

from explorer.core import units
from explorer.core.catalogue import ArchitectureSpec
from explorer.core.graph import Network
from explorer.core.paper_columns import PaperColumn, PaperSpec, plain_columns
from explorer.core.paper_rows import BLOCK, LAYER, OUTSIDE, PART, STAGE, Row, is_counted, output_of, rows
from explorer.core.recipe import Value
from explorer.core.tabular import Heading, Table

NOTHING = "–"
LONGEST = 12  # characters of both values, where both are shown
WIDTH = "width:"
NUMERIC = {"channels", "stride", "blocks", "params", "macs"}
Layer = Mapping[str, Any]


@dataclass(frozen=True)
class Cell:
    """``text`` as it is now, ``was`` as the preset has it ("" where it is the same). ``knob`` and ``place`` are what it sets,
    with ``value`` there; ``why`` is a sentence where it sets nothing. ``mixed``: places below differ.
    """

    text: str
    was: str = ""
    knob: str = ""
    place: str = ""
    value: Value = ""
    why: tuple[str, ...] = ()
    mixed: bool = False

    @property
    def shown(self) -> str:
        """``6 → 4`` where it is changed; of a long text only what it is now."""
        return f"{self.was} → {self.text}" if self.was and len(self.was) + len(self.text) <= LONGEST else self.text


@dataclass(frozen=True)
class PaperRow:
    """``node`` is the module path that it stands for, ``members`` the blocks in it."""

    node: str
    members: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class PaperTable:
    """``source`` is paper and table, "" where the table is our own."""

    source: str
    columns: tuple[PaperColumn, ...]
    rows: tuple[PaperRow, ...]

    def row_of(self, node: str) -> int | None:
        """The row of a node: its own, or that of what holds it; of a stage in several rows the first."""
        return index_of(node, [(row.node, row.members) for row in self.rows])


def index_of(node: str, places: Sequence[tuple[str, Sequence[str]]]) -> int | None:
    """Which of these (node, members) a node is or is in; the first below it where it is in none."""
    path = node.partition(":")[0]
    while path:
        for i, (own, members) in enumerate(places):
            if path == own or path in members:
                return i
        for i, (own, _) in enumerate(places):
            if own.startswith(path + "."):
                return i
        path = path.rpartition(".")[0]
    return None


def one_row(analysis: Mapping[str, Any], network: Network, architecture: ArchitectureSpec, node: str) -> PaperTable:
    """The table with no more than the row of one node; without a row where there is none."""
    spec = paper_spec(architecture)
    levels = {path: place["level"] for path, place in analysis["places"].items()}
    found = rows(network, levels, spec)
    index = index_of(node, [(row.node, row.members) for row in found])
    if index is None:
        return PaperTable(spec.source, spec.columns, ())
    reader = _Reader(analysis, network, architecture, spec)
    reader.numbered = sum(row.kind == BLOCK for row in found[:index])
    row = found[index]
    cells = tuple(reader.cell(row, column) for column in spec.columns)
    return PaperTable(spec.source, spec.columns, (PaperRow(row.node, row.members, cells),))


def paper_spec(architecture: ArchitectureSpec) -> PaperSpec:
    """The declared columns, or those of a plain table."""
    names = [name for name, knob in architecture.knobs.items() if "stage" in knob.scopes]
    return architecture.paper_table or plain_columns(names)


def paper_table(
    analysis: Mapping[str, Any], network: Network, architecture: ArchitectureSpec, before: PaperTable | None = None
) -> PaperTable:
    """The table of an analysed network; ``before`` is that of the unedited preset, for what is changed."""
    spec = paper_spec(architecture)
    reader = _Reader(analysis, network, architecture, spec)
    levels = {path: place["level"] for path, place in analysis["places"].items()}
    old = {(row.node, i): cell.text for row in before.rows for i, cell in enumerate(row.cells)} if before is not None else {}
    found = []
    for row in rows(network, levels, spec):
        cells = [reader.cell(row, column) for column in spec.columns]
        was = [old.get((row.node, i), cell.text) for i, cell in enumerate(cells)]
        cells = [replace(cell, was=w) if w != cell.text else cell for cell, w in zip(cells, was, strict=True)]
        found.append(PaperRow(row.node, row.members, tuple(cells)))
        reader.numbered += row.kind == BLOCK
    return PaperTable(spec.source, spec.columns, tuple(found))


def is_numeric(column: PaperColumn) -> bool:
    """Whether a column is set to the right."""
    return column.shows in NUMERIC or column.shows.startswith(WIDTH) or not column.shows


def as_table(table: PaperTable, title: str, notes: Sequence[str] = ()) -> Table:
    """For CSV, Markdown and LaTeX: the values as they are, what is changed in the notes."""
    headings = [Heading(c.title, is_numeric(c)) for c in table.columns]
    changed = [
        f"{row.node or 'network'}: {column.title} {cell.was} → {cell.text}"
        for row in table.rows for column, cell in zip(table.columns, row.cells, strict=True) if cell.was
    ]
    words = [*notes, *(["Changed from the preset: " + "; ".join(changed)] if changed else [])]
    return Table(headings, [[cell.text for cell in row.cells] for row in table.rows], (), title, words)


def _values(places: Mapping[str, Any], row: Row, knob: str, value: Value) -> list[Value]:
    """What a knob is in the blocks of a row, each value once; ``value``, the stage's, where no block has it."""
    found = [places[block]["knobs"] for block in row.members if block in places]
    return list(dict.fromkeys(knobs[knob]["value"] for knobs in found if knob in knobs)) or [value]


class _Reader:
    """Reads cells from one analysis."""

    def __init__(
        self, analysis: Mapping[str, Any], network: Network, architecture: ArchitectureSpec, spec: PaperSpec
    ) -> None:
        self.places: Mapping[str, Any] = analysis["places"]
        self.network = network
        self.knobs = architecture.knobs
        self.spec = spec
        self.numbered = 0  # blocks so far

    def cell(self, row: Row, column: PaperColumn) -> Cell:
        """One cell."""
        built = self._built(row, column)
        knob, place, why = self._setting(row, column)
        if not knob:
            return Cell(built or NOTHING, why=why)
        reading = self.places[place]["knobs"][knob]
        value: Value = reading["value"]
        values = _values(self.places, row, knob, value) if reading.get("mixed") else [value]
        texts = [self.knobs[knob].text(each) for each in values]
        text = ", ".join(f"{each}×{each}" if column.shows == "kernel" and each.isdigit() else each for each in texts)
        if column.shows in ("channels", "blocks") or column.shows.startswith(WIDTH):
            text = text if built in ("", text) else f"{text} ({built})"
        return Cell(text, knob=knob, place=place, value=value, mixed=bool(reading.get("mixed")))

    def _setting(self, row: Row, column: PaperColumn) -> tuple[str, str, tuple[str, ...]]:
        """Knob and place that a cell sets, or why it sets nothing."""
        derived = ("{0} follows from the network as it is built; it has no knob of its own.", column.title)
        if row.kind == OUTSIDE:
            knob = column.at.get(row.node, "")
            return (knob, "", ()) if knob in self.places[""]["knobs"] else ("", "", derived)
        if not column.knob:
            return "", "", derived
        if not self._concerns(row, column):
            return "", "", ("{0} is no knob of this row.", column.title)
        if column.first and not row.opens:
            return "", "", ("{0} is set in the first row of the stage.", column.title)
        whole = self.knobs[column.knob].scopes == ("network",)  # a knob of stages is not set for all from one row
        for place in row.places if whole else filter(None, row.places):
            if column.knob in self.places.get(place, {"knobs": ()})["knobs"]:
                return column.knob, place, ()
        return "", "", ("{0} is no knob of this row.", column.title)

    def _concerns(self, row: Row, column: PaperColumn) -> bool:
        if not column.of:
            return True
        if row.kind == LAYER:
            return row.node.removeprefix(row.block).split(".")[1:2] in [[name] for name in column.of]
        return row.node.rpartition(".")[2] in column.of

    def _built(self, row: Row, column: PaperColumn) -> str:
        if column.shows.startswith(WIDTH):
            return self._width(row, column.shows.removeprefix(WIDTH))
        read = READERS.get(column.shows)
        return read(self, row) if read is not None else ""

    def _width(self, row: Row, name: str) -> str:
        node = f"{row.block}.{name}"
        if row.kind in (OUTSIDE, PART) or node not in self.network:
            return ""
        layers = [layer for layer in self.network.layer_rows(node) if layer["runs"]]
        return str(_channels(layers[-1]["output"])) if layers else ""

    def name(self, row: Row) -> str:
        names, tail = self.spec.names, row.node.rpartition(".")[2]
        if row.node in names:
            return names[row.node]
        if row.kind == BLOCK and self.spec.numbered[0]:
            word, start = self.spec.numbered
            return f"{word}{start + self.numbered}"
        outer = row.node.rpartition(".")[0]
        template = names.get(outer, "")
        if row.kind in (STAGE, BLOCK) and template:
            many = len(row.members) > 1 and row.kind == BLOCK
            return template.format(f"{tail}–{row.members[-1].rpartition('.')[2]}" if many else tail)
        if row.kind in (STAGE, OUTSIDE):
            return tail if row.kind == STAGE else row.node
        return tail if not is_counted(row.node) else ".".join(row.node.split(".")[-2:])

    def operator(self, row: Row) -> str:
        words = self.spec.operators
        if row.kind in (STAGE, BLOCK) and is_counted(row.block):
            kind = self.network.node(row.block).type
            return words.get(kind, kind)
        layer = row.layers[-1]
        word = words.get(layer["type"], layer["type"])
        deep = " dw" if layer["kind"] == "depthwise" else ""
        return f"{word}{deep} {_kernel([layer])}".strip()

    def input(self, row: Row) -> str:
        return _volume(row.layers[0]["input"] if row.kind == LAYER else self.network.node(row.node).input)

    def output(self, row: Row) -> str:
        return _volume(output_of(self.network, row))

    def size(self, row: Row) -> str:
        dims = output_of(self.network, row)
        return " × ".join(str(d) for d in dims[2:]) if len(dims) == 4 else "1 × 1"

    def channels(self, row: Row) -> str:
        return str(_channels(output_of(self.network, row)))

    def kernel(self, row: Row) -> str:
        return _kernel(row.layers)

    def stride(self, row: Row) -> str:
        first, last = self.network.node(row.node).input, output_of(self.network, row)
        if row.kind in (LAYER, OUTSIDE):
            return str(row.layers[0]["stride"][0]) if "stride" in row.layers[0] else ""
        if len(first) < 4 or len(last) < 4 or not last[2]:
            return ""
        return str(max(1, round(first[2] / last[2])))

    def filter(self, row: Row) -> str:
        layer = row.layers[-1]
        if layer["kind"] == "linear":
            return f"{_channels(layer['input'])} × {_channels(layer['output'])}"
        if layer["kind"] == "pool":
            return "pool " + (_kernel([layer]) or "×".join(str(side) for side in layer["input"][2:]))
        into = _channels(layer["input"])
        parts = [*layer.get("kernel", ()), into if layer["kind"] == "depthwise" else into // layer.get("groups", 1)]
        if layer["kind"] == "depthwise":
            return "×".join(str(p) for p in parts) + " dw"
        return "×".join(str(p) for p in (*parts, _channels(layer["output"])))

    def blocks(self, row: Row) -> str:
        return str(len(row.members)) if row.kind not in (OUTSIDE, PART) else "1"

    def content(self, row: Row) -> str:
        words = []
        for layer in row.layers:
            kernel = _kernel([layer])
            pool = layer["kind"] == "pool"
            words.append(f"pool {kernel}".strip() if pool else f"{kernel or 'linear'}, {_channels(layer['output'])}")
        return " · ".join(words)

    def params(self, row: Row) -> str:
        return units.count(sum(self.network.node(m).params for m in self._counted(row)))

    def macs(self, row: Row) -> str:
        return units.count(sum(self.network.node(m).macs for m in self._counted(row)))

    def _counted(self, row: Row) -> tuple[str, ...]:
        return row.members if row.kind == BLOCK else (row.node,)


READERS: dict[str, Callable[[_Reader, Row], str]] = {
    "name": _Reader.name, "operator": _Reader.operator, "input": _Reader.input, "output": _Reader.output, "size": _Reader.size,
    "channels": _Reader.channels, "kernel": _Reader.kernel, "stride": _Reader.stride, "filter": _Reader.filter,
    "blocks": _Reader.blocks, "content": _Reader.content, "params": _Reader.params, "macs": _Reader.macs,
}


def _channels(dims: Sequence[int]) -> int:
    """Channels of N×C×H×W and N×C, the last dimension of N×S×C."""
    return dims[1] if len(dims) in (2, 4) else dims[-1] if dims else 0


def _volume(dims: Sequence[int]) -> str:
    """``112² × 32``, ``56 × 48 × 32``, ``1280``; N×S×C as ``196 × 512``."""
    if len(dims) == 4:
        height, width = dims[2], dims[3]
        return (f"{height}²" if height == width else f"{height} × {width}") + f" × {dims[1]}"
    return " × ".join(str(d) for d in dims[1:])


def _kernel(layers: Sequence[Layer]) -> str:
    """The largest kernel of some layers."""
    kernels = [layer["kernel"] for layer in layers if layer.get("kernel")]
    return "×".join(str(side) for side in max(kernels, key=lambda k: (prod(k), k))) if kernels else ""
