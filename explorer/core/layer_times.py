"""Measured times of single layers, read: per layer, per block, what lies between layers. Milliseconds. Standard library only.

The document is the answer of the job ``layer_times`` (docs/architecture.md). What the window shows of it, and the command line.
"""

from __future__ import annotations

import base64
import sys
from array import array
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from explorer.core import units
from explorer.core.frame import boxes_of

TIME = "time_ms"  # the field of a layer row


def pack(rows: Sequence[Sequence[float]]) -> str:
    """Rows of numbers as base64 of little-endian float32."""
    numbers = array("f", (value for row in rows for value in row))
    if sys.byteorder == "big":
        numbers.byteswap()
    return base64.b64encode(numbers.tobytes()).decode("ascii")


def unpack(samples: Mapping[str, Any]) -> list[list[float]]:
    """The raw samples: for each run the ms of every column (a layer of the analysis, last the time between layers)."""
    numbers = array("f")
    numbers.frombytes(base64.b64decode(samples["data"]))
    if sys.byteorder == "big":
        numbers.byteswap()
    wide = len(samples["columns"])
    return [list(numbers[start : start + wide]) for start in range(0, len(numbers), wide)]


class LayerTimes:
    """One ``layer_times`` document beside the analysis of the same recipe."""

    def __init__(self, document: Mapping[str, Any], analysis: Mapping[str, Any]) -> None:
        self.document = document
        self._rows: Sequence[Mapping[str, Any]] = analysis["layers"]
        self._nodes = boxes_of(analysis)
        self.by_layer: list[float | None] = list(document["layers"]["median_ms"])
        self.between: Mapping[str, float] = document["between"]["places"]

    @property
    def total(self) -> float:
        """The layers and what lies between them, each at its median."""
        return pieces(self.document)

    def share(self, ms: float) -> float:
        """Part of the total, in per cent."""
        return 100 * ms / self.total if self.total else 0.0

    def layers(self, first: int, last: int) -> float:
        """Sum over layers ``first`` to ``last``."""
        return sum(ms for ms in self.by_layer[first : last + 1] if ms is not None)

    def inside(self, path: str) -> float:
        """What lies between layers within a module; "" is the whole network."""
        if not path:
            return sum(self.between.values())
        return sum(ms for place, ms in self.between.items() if place == path or place.startswith(path + "."))

    @cached_property
    def by_node(self) -> dict[str, float]:
        """Every node of the graph, and the network itself as "": its layers and what lies between them."""
        found = {node["id"]: self.layers(*node["layers"]) + self.inside(node["id"]) for node in self._nodes}
        return {"": self.total, **found}

    def with_times(self, analysis: Mapping[str, Any]) -> dict[str, Any]:
        """The analysis with ``time_ms`` in every layer row that ran, and this document under ``time``."""
        rows = [{**row, TIME: ms} for row, ms in zip(self._rows, self.by_layer, strict=True)]
        return {**analysis, "layers": rows, "time": self.document}


def conditions(document: Mapping[str, Any]) -> str:
    """``AMD EPYC, 1 thread, batch 1, float32, PyTorch eager 2.13.0, median of 61 runs``: what a figure depends on, one line."""
    card, settings = document["fingerprint"], document["settings"]
    threads = settings["threads"]
    return ", ".join((
        card["device_name"] if card["device"] == "cpu" else f"{card['device_name']} ({card['device']})",
        f"{threads} thread" + ("s" if threads > 1 else ""), f"batch {settings['batch']}", settings["dtype"],
        f"{card['runtime']} {card['torch']}", f"median of {document['n']} runs",
    ))


def pieces(document: Mapping[str, Any]) -> float:
    """Medians of all layers and of all gaps between them, added up. Interruptions that hit now this, now that are not in it."""
    total: float = document["sum_ms"] + document["between"]["total_ms"]
    return total


def balance(document: Mapping[str, Any]) -> list[str]:
    """How the figures add up, as [template, argument, …]; what the stamps cost is in them."""
    figures = (
        document["sum_ms"], document["between"]["total_ms"], pieces(document), document["instrumented"]["median_ms"],
        document["uninstrumented"]["median_ms"],
    )
    template = "layers {0} + between layers {1} = {2}; median of whole runs {3}, without stamps {4}"
    return [template, *(units.duration(ms) for ms in figures)]


def overhead(document: Mapping[str, Any]) -> list[str]:
    """What the stamps cost, as [template, argument, …]."""
    cost, whole = document["overhead"], document["uninstrumented"]["median_ms"]
    share = 100 * cost["measured_ms"] / whole if whole else 0.0
    return [
        "stamps: {0} measured ({1}), {2} µs a layer, {3} µs an operation; not subtracted",
        units.duration(cost["measured_ms"]), units.signed(share), f"{cost['layer_us']:.2g}", f"{cost['operation_us']:.2g}",
    ]
