"""How a network's cost is shared among kinds of operation: 1×1, depthwise, group and standard convolutions, FC, the rest.

MobileNets (arXiv:1704.04861), Table 2, is such a table; ``weights`` counts as it does (docs/numbers.md). Every column adds up to
its total. Standard library only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

from explorer.core.tabular import Heading, Table, Value

IDLE, OTHER = "idle", "other"
KINDS: dict[str, tuple[str, str]] = {  # kind of layer: (name in a table, what finds those layers in core.query)
    "pointwise": ("1×1", "pw"),
    "depthwise": ("depthwise", "dw"),
    "group": ("group", "kind:group"),
    "standard": ("standard", "standard"),
    "linear": ("FC", "kind:linear"),
    "matmul": ("matmul", "kind:matmul"),
    OTHER: ("other", "-pw -dw -kind:group -standard -kind:linear -kind:matmul -idle"),
    IDLE: ("not run", "idle"),
}
CONVOLUTIONS = frozenset({"pointwise", "depthwise", "group", "standard"})
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Share:
    """One kind: how many layers, their MACs under the analysis' rule, parameters, and parameters without bias and norms.

    The shares are of the network's total, 0 to 1.
    """

    kind: str
    layers: int
    macs: int
    params: int
    weights: int
    macs_share: float
    params_share: float
    weights_share: float

    @property
    def name(self) -> str:
        """The kind in a table's words."""
        return KINDS[self.kind][0]

    @property
    def query(self) -> str:
        """What finds its layers in the graph (``core.query``)."""
        return KINDS[self.kind][1]


def kind_of(row: Row) -> str:
    """The kind that a layer row is summed under: ``idle`` where it does not run, ``other`` for all that is not in KINDS."""
    if not row["runs"]:
        return IDLE
    kind: str = row["kind"]
    return kind if kind in KINDS else OTHER


def weights_of(row: Row) -> int:
    """Elements of a convolution's or linear layer's weight, its bias left out; 0 for every other layer and a shared weight."""
    if not row["runs"] or not row["params"]:
        return 0
    if row["kind"] in CONVOLUTIONS and row.get("kernel"):
        weight = row["input"][1] // row["groups"] * row["output"][1] * prod(row["kernel"])
    elif row["kind"] == "linear" and len(row["output"]) > 1:
        weight = row["input"][-1] * row["output"][-1]
    else:
        return 0
    return min(int(weight), int(row["params"]))


def shares(analysis: Mapping[str, Any], *, weights: bool = True) -> list[Share]:
    """The kinds that the network has, in the order of KINDS. ``weights`` off leaves that column 0, in a third of the time."""
    counts: dict[str, list[int]] = {}
    for row in analysis["layers"]:
        macs, params = row["macs"], row["params"]
        if not (macs or params):
            continue  # a sum, an activation: it costs nothing here and is no kind of its own
        kind = kind_of(row)
        found = counts.setdefault(kind, [0, 0, 0, 0])
        found[0] += 1
        found[1] += macs
        found[2] += params
        found[3] += weights_of(row) if weights else 0
    totals = [max(sum(values[i] for values in counts.values()), 1) for i in (1, 2, 3)]
    return [
        Share(kind, *counts[kind], *(counts[kind][i + 1] / total for i, total in enumerate(totals)))
        for kind in KINDS if kind in counts
    ]


def shares_table(rows: Sequence[Share], rule_title: str = "MACs", *, caption: str = "", notes: Sequence[str] = ()) -> Table:
    """A line for each kind and the totals; shares in per cent."""

    def number(value: Value) -> str:
        return f"{value:,}"

    def percent(value: Value) -> str:
        return f"{value:.2f}"

    headings = [
        Heading("kind"), Heading("layers", numeric=True, text=number), Heading(rule_title, numeric=True, text=number),
        Heading(f"{rule_title} (%)", numeric=True, text=percent), Heading("params", numeric=True, text=number),
        Heading("params (%)", numeric=True, text=percent), Heading("weights", numeric=True, text=number),
        Heading("weights (%)", numeric=True, text=percent),
    ]
    lines: list[list[Value]] = [
        [s.name, s.layers, s.macs, 100 * s.macs_share, s.params, 100 * s.params_share, s.weights, 100 * s.weights_share]
        for s in rows
    ]
    columns = [[value for value in column if isinstance(value, int | float)] for column in zip(*lines, strict=True)]
    total: list[Value] = ["total", *(sum(column) for column in columns[1:])]
    explained = "weights: parameters of convolutions and FC layers without bias; BatchNorm and bias left out"
    return Table(headings, lines, [total], caption, [*notes, explained])
