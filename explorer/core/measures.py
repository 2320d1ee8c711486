"""Quantities read out of an analysis: bytes at a precision, the largest tensors per resolution, a node's receptive field.

The analysis counts elements; what an element takes is a matter of precision. Standard library only: the window and the command
line read the same figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import prod
from typing import Any

from explorer.core import rules
from explorer.core.errors import BadInput
from explorer.core.frame import boxes_of, edges_within

PRECISIONS = {"float32": 4, "float16": 2, "int8": 1}
"""Bytes an element takes. Every tensor is taken to have the one precision; scales and zero points of int8 are left out."""
DEFAULT_PRECISION = "float32"
TABLE_3 = "float16"  # MobileNetV2, Table 3: "we assume 16-bit floats for activations"


def bytes_of(elements: float, precision: str = DEFAULT_PRECISION) -> float:
    """Bytes of so many elements; raises BadInput for a precision there is not."""
    if precision not in PRECISIONS:
        raise BadInput("no precision named {0}; there are: {1}", precision, ", ".join(PRECISIONS))
    return elements * PRECISIONS[precision]


def multiplied(row: Mapping[str, Any], rule: str) -> int:
    """Multiply-accumulates of a layer row, whatever counting rule its ``macs`` are under."""
    return int(row["macs"]) if rule == rules.DEFAULT else round(row["intensity"] * row["access"])


def receptive_of(analysis: Mapping[str, Any], node: Mapping[str, Any]) -> dict[str, list[int]] | None:
    """The receptive field of what a node gives: that of its last layer that runs; None where it is not known."""
    first, last = node["layers"]
    for layer in reversed(analysis["layers"][first : last + 1]):
        if layer["runs"] and layer["output"]:
            found: dict[str, list[int]] | None = layer.get("receptive")
            return found
    return None


def resolutions(analysis: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The largest tensors of each resolution, the finest first: two quantities, in elements.

    ``single``: the largest tensor that any operation writes. ``between``: the largest that passes from one block to another,
    with what is outside of blocks as blocks of its own; MobileNetV2's Table 3 (section 5) takes a block for one operation whose
    inner tensors need not be kept whole. Each {channels, elements, path}, None where there is none.
    """
    found: dict[tuple[int, ...], dict[str, Any]] = {}
    for layer in analysis["layers"]:
        if layer.get("activations"):
            _keep(found, layer["output"], "single", layer["path"])
    for parent in _outside_blocks(boxes_of(analysis)):
        for source, _, shape in edges_within(analysis, parent):
            if source != "in":
                _keep(found, shape, "between", source)
    rows = [{"size": list(size), "single": None, "between": None, **row} for size, row in found.items()]
    return sorted(rows, key=lambda row: -prod(row["size"]))


def _keep(found: dict[tuple[int, ...], dict[str, Any]], shape: Sequence[int], quantity: str, path: str) -> None:
    size = tuple(shape[2:]) if len(shape) == 4 else (1, 1) if len(shape) == 2 else None
    if size is None:
        return
    elements, row = prod(shape), found.setdefault(size, {})
    if quantity not in row or elements > row[quantity]["elements"]:
        row[quantity] = {"channels": shape[1], "elements": elements, "path": path}


def _outside_blocks(nodes: Iterable[Mapping[str, Any]]) -> list[str]:
    """The network and every node that blocks stand in, in call order."""
    parents = {node["id"]: node["parent"] for node in nodes}
    outer = {""}
    for node in nodes:
        if node["role"] == "block":
            place = node["parent"]
            while place:
                outer.add(place)
                place = parents[place]
    return ["", *(place for place in parents if place in outer)]
