"""A network that nobody would train: the analysis document of as many boxes as one asks for, with everything that takes room.

Stages of blocks of three sorts in turn: a residual block (three units and a sum that a skip edge enters), an Inception module
(four branches and a concatenation) and a dense block (each unit reads all before it). A unit is convolution, norm, activation.
No two siblings are alike, so nothing is folded: every node is a box once all lies open. Plain data, neither torch nor Qt.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from explorer.core import rules
from explorer.core.graph import IN, OUT, ROOT

BLOCKS_A_STAGE = 6
BRANCHES = (1, 2, 3, 2)  # units in each branch of an Inception module
DENSE_UNITS = 5
PRESET = "synthetic"
LARGEST_BLOCK = 42  # boxes


class _Net:
    """Collects layers, nodes and edges; totals of a node are summed once all is there."""

    def __init__(self) -> None:
        self.layers: list[dict[str, Any]] = []
        self.nodes: dict[str, dict[str, Any]] = {}
        self.edges: dict[str, list[list[Any]]] = {}
        self.channels = 16
        self.size = 0

    def shape(self) -> list[int]:
        return [1, self.channels, self.size, self.size]

    def open(self, parent: str, name: str, role: str, kind: str) -> str:
        identity = f"{parent}.{name}" if parent else name
        self.nodes[identity] = {
            "id": identity, "parent": parent, "role": role, "name": name, "type": kind, "title": kind, "subtitle": "",
            "params": 0, "macs": 0, "activations": 0, "access": 0, "input": self.shape(), "output": self.shape(),
            "signature": identity,
            "layers": [len(self.layers), len(self.layers)],
        }
        return identity

    def layer(self, parent: str, name: str, kind: str, sources: Sequence[str], detail: str = "") -> str:
        """A leaf that reads its siblings ``sources``."""
        operation = kind in ("add", "concat")
        identity = f"{parent}:{name}" if operation else f"{parent}.{name}" if parent else name
        before, pixels = self.channels, self.size**2
        macs = before**2 * pixels * (9 if detail == "3×3" else 1) if kind in ("standard", "pointwise") else 0
        params = before**2 * (9 if detail == "3×3" else 1) if macs else 2 * before if kind == "norm" else 0
        type_name = {"norm": "BatchNorm2d", "activation": "ReLU", "standard": "Conv2d", "pointwise": "Conv2d"}.get(kind, kind)
        number, shape = len(self.layers), self.shape()
        moved = {"params": params, "macs": macs, "activations": before * pixels, "access": 2 * before * pixels + params}
        self.layers.append({
            "path": identity, "type": type_name, "kind": kind, "detail": detail, "input": shape, "output": shape, **moved,
            "runs": True, "weights": params, "intensity": 0.0, "receptive": None,
        })
        title = f"Conv {detail}" if macs else type_name
        self.nodes[identity] = {
            "id": identity, "parent": parent, "role": "op" if operation else "layer", "name": name, "type": type_name,
            "title": title, "subtitle": "", **moved, "input": shape, "output": shape, "signature": identity,
            "layers": [number, number],
        }
        for source in sources:
            self.join(parent, source, identity)
        outer = parent
        while outer:
            node = self.nodes[outer]
            node["layers"][1] = number
            for name_of, value in moved.items():
                node[name_of] += value
            outer = node["parent"]
        return identity

    def join(self, parent: str, source: str, target: str) -> None:
        self.edges.setdefault(parent, []).append([source, target, self.shape()])

    def unit(self, parent: str, name: str, sources: Sequence[str], detail: str) -> str:
        """Convolution, norm and activation in a box of their own."""
        unit = self.open(parent, name, "group", "Unit")
        for source in sources:
            self.join(parent, source, unit)
        conv = self.layer(unit, "conv", "standard" if detail == "3×3" else "pointwise", [IN], detail)
        norm = self.layer(unit, "norm", "norm", [conv])
        self.join(unit, self.layer(unit, "act", "activation", [norm]), OUT)
        return unit


def _residual(net: _Net, block: str) -> None:
    last = IN
    for name, detail in (("reduce", "1×1"), ("conv", "3×3"), ("expand", "1×1")):
        last = net.unit(block, name, [last], detail)
    net.join(block, net.layer(block, "add", "add", [last, IN]), OUT)


def _inception(net: _Net, block: str) -> None:
    ends = []
    for number, depth in enumerate(BRANCHES):
        last = IN
        for step in range(depth):
            last = net.unit(block, f"b{number}_{step}", [last], "3×3" if step else "1×1")
        ends.append(last)
    net.join(block, net.layer(block, "concat", "concat", ends), OUT)


def _dense(net: _Net, block: str) -> None:
    outputs = [IN]
    for number in range(DENSE_UNITS):
        outputs.append(net.unit(block, f"layer{number}", outputs, "3×3"))
    net.join(block, net.layer(block, "concat", "concat", outputs), OUT)


SORTS: tuple[tuple[str, Callable[[_Net, str], None]], ...] = (
    ("Residual", _residual), ("Inception", _inception), ("Dense", _dense)
)


def analysis(boxes: int, size: int = 112) -> dict[str, Any]:
    """The analysis document (docs/architecture.md) of a network of exactly so many nodes, at least 100.

    ``size`` is the side of the first maps: another one gives other figures on the same boxes, as a drag of the resolution does.
    """
    net = _Net()
    net.size = size
    last, number, stage, previous = IN, 0, "", ""
    while len(net.nodes) + LARGEST_BLOCK + 1 <= boxes:
        if number % BLOCKS_A_STAGE == 0:
            if stage:
                net.join(stage, previous, OUT)
            stage = net.open(ROOT, f"stage{number // BLOCKS_A_STAGE + 1}", "stage", "Stage")
            net.join(ROOT, last, stage)
            last, previous = stage, IN
            net.channels += 8
            net.size = max(net.size - 7, 7)
        title, fill = SORTS[number % len(SORTS)]
        block = net.open(stage, str(number + 1), "block", title)
        net.join(stage, previous, block)
        fill(net, block)
        previous = block
        number += 1
    net.join(stage, previous, OUT)
    while len(net.nodes) < boxes:
        last = net.layer(ROOT, f"tail{len(net.nodes)}", "pointwise", [last], "1×1")
    net.join(ROOT, last, OUT)
    totals = {name: sum(row[name] for row in net.layers) for name in ("params", "macs", "activations", "access")}
    place = {"level": "network", "knobs": {}}
    largest = {"path": "in", "layer": -1, "elements": 3 * 224 * 224}
    return {
        "recipe": {"version": 1, "preset": PRESET}, "digest": "", "preset": PRESET, "architecture": PRESET, "title": "Synthetic",
        "input": [1, 3, 224, 224], "rule": rules.DEFAULT, **totals, "counted": {}, "incomplete": False, "uncounted": [],
        "memory": {"peak": largest["elements"], "at": "in", "alive": [largest], "largest": largest}, "layers": net.layers,
        "graph": {"nodes": list(net.nodes.values()), "edges": net.edges}, "places": {"": place}, "dormant": [], "published": [],
    }
