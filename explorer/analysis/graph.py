"""From the flat list of layers to the hierarchy stage → block → layer, with the edges among the children of each node.

Which nodes there are, what they are called and how they are joined hangs on paths, types and calls, not on channels: a plan is
made once and found again while a knob that only changes sizes is dragged. The figures are put into it each time.
"""

from __future__ import annotations

import zlib
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from uuid import uuid4

from torch import nn

from explorer.analysis.layers import Facts, Layers
from explorer.analysis.walk import Walk
from explorer.core.frame import SUMS, WORDS

ACTIVATION_NAMES = {"Hardswish": "h-swish", "LeakyReLU": "leaky ReLU", "Sigmoid": "sigmoid", "Softmax": "softmax"}
CONVOLUTION_KINDS = ("standard", "depthwise", "pointwise", "group")
KEPT = 8  # plans: of the networks that a window goes to and fro between
Row = Mapping[str, Any]
Shape = tuple[int, ...]


class Plan(NamedTuple):
    """A network's frame (``core.frame``) and where its figures come from.

    ``members`` and ``spans``: of each node that holds several layers, these, and the first and last; ``shapes``: of each edge,
    the record that reads the tensor and the number of it among its inputs, or -1 and its number among the network's outputs.
    """

    frame: dict[str, Any]
    members: list[list[int]]
    spans: list[list[int]]
    shapes: list[tuple[int, int]]


_plans: OrderedDict[tuple[Any, ...], Plan] = OrderedDict()


def plan_of(layers: Layers, walked: Walk, modules: Sequence[tuple[str, nn.Module]], levels: Mapping[str, str]) -> Plan:
    """The plan of a network, an earlier one where nothing that it hangs on is different.

    ``modules`` are all of the network by path; ``levels`` tells which paths are stages and blocks.
    """
    key = (
        tuple(layers.facts), tuple([i for i, _ in layers.words]), tuple([r.sources for r in walked.records]),
        tuple([out.source for out in walked.outputs]), tuple([(path, type(module)) for path, module in modules]),
        tuple(walked.containers), tuple(levels.items()),
    )
    plan = _plans.get(key)
    if plan is None:
        containers = {path: m for path, m in modules if m._modules or path in walked.containers}
        plan = _plans[key] = _make(layers, walked, containers, levels)
        if len(_plans) > KEPT:
            _plans.popitem(last=False)
    else:
        _plans.move_to_end(key)
    return plan


def figures_of(plan: Plan, layers: Layers, walked: Walk) -> dict[str, Any]:
    """What stands in the plan's frame now, as ``core.frame`` describes it."""
    records = walked.records
    numbers: dict[Shape, int] = {(): 0}
    number = numbers.setdefault
    idle = [0] * (len(layers.facts) - len(records))
    before = [number(r.inputs[0], len(numbers)) if r.inputs else 0 for r in records] + idle
    after = [number(r.output, len(numbers)) for r in records] + idle
    several = [[i, [number(dims, len(numbers)) for dims in r.inputs]] for i, r in enumerate(records) if len(r.inputs) > 1]
    edges = [number(records[i].inputs[k] if i >= 0 else walked.outputs[k].dims, len(numbers)) for i, k in plan.shapes]
    columns = {name: getattr(layers, name) for name in SUMS}
    seen = list(map(id, layers.receptive))
    fields = dict(zip(seen, layers.receptive, strict=True))
    place = {identity: i for i, identity in enumerate(fields)}
    facts = [f"{kind}.{a}.{b}" for kind, a, b in zip(plan.frame["kinds"], before, after, strict=True)]
    signatures = [
        facts[first] if first == last else f"{zlib.crc32('|'.join(facts[first : last + 1]).encode()):08x}"
        for first, last in plan.spans
    ]
    held = {name: [sum([column[i] for i in members]) for members in plan.members] for name, column in columns.items()}
    return {
        "shapes": [list(shape) for shape in numbers], "fields": list(fields.values()), "input": before, "output": after,
        **columns, "intensity": layers.intensity, "receptive": [place[identity] for identity in seen],
        "groups": layers.groups, "inputs": several, "words": layers.words, "held": {**held, "signature": signatures},
        "edges": edges,
    }


def _make(layers: Layers, walked: Walk, containers: Mapping[str, nn.Module], levels: Mapping[str, str]) -> Plan:
    chains = _Chains(containers, levels)
    worded = {i for i, _ in layers.words}
    rows = [_row(facts, worded=i in worded) for i, facts in enumerate(layers.facts)]
    nodes: dict[str, dict[str, Any]] = {}
    ends: dict[str, list[int]] = {}
    members: dict[str, list[int]] = {}
    paths: list[tuple[str, ...]] = []
    for index, row in enumerate(rows):
        chain = chains.of(row["path"])
        paths.append(chain)
        for depth, node_id in enumerate(chain):
            if node_id not in nodes:
                nodes[node_id] = _node(node_id, chain[depth - 1] if depth else "", row, index, containers, levels)
                ends[node_id], members[node_id] = [index, index], []
            nodes[node_id]["layers"][1] = index
            members[node_id].append(index)
            if row["runs"]:
                ends[node_id][1] = index
    titled = []
    for number, node in enumerate(nodes.values()):
        first, last = node["layers"]
        _describe(node, rows[first : last + 1], to_one=layers.facts[first].to_one)
        if WORDS in node["title"]:
            titled.append([number, next(i for i in range(first, last + 1) if i in worded)])
    for node in nodes.values():
        if node["role"] == "block" and nodes[node["parent"]]["title"] == "Sequential":
            nodes[node["parent"]]["title"] = node["type"]  # a stage is named after its blocks
    single = {row["path"]: i for i, row in enumerate(rows)}
    several = [name for name, node in nodes.items() if name not in single or node["layers"] != [single[name]] * 2]
    place = {name: i for i, name in enumerate(several)}
    edges, shapes = _edges(walked, paths)
    kinds: dict[tuple[Any, ...], int] = {}
    frame = {
        "id": uuid4().hex, "layers": rows,
        "kinds": [kinds.setdefault((row["type"], row["detail"], row["runs"]), len(kinds)) for row in rows],
        "nodes": list(nodes.values()), "held": [place.get(name, -1) for name in nodes], "ends": [ends[name] for name in several],
        "titled": titled, "edges": edges,
    }
    return Plan(frame, [members[name] for name in several], [nodes[name]["layers"] for name in several], shapes)


def _row(facts: Facts, *, worded: bool) -> dict[str, Any]:
    """What the frame holds of a layer."""
    detail = WORDS if worded else facts.detail
    row = {"path": facts.path, "type": facts.type, "kind": facts.kind, "detail": detail, "runs": facts.runs}
    if facts.kernel is not None and facts.stride is not None:
        row |= {"kernel": list(facts.kernel), "stride": list(facts.stride)}
    return row


class _Chains:
    """The ids of the nodes that enclose a layer, outermost first, the layer itself last."""

    def __init__(self, containers: Mapping[str, nn.Module], levels: Mapping[str, str]) -> None:
        transparent = {path.rpartition(".")[0] for path in levels}  # holds places, is none: "stages"
        transparent |= {inner for path, module in containers.items() if (inner := _only_child(path, module)) not in levels}
        self._shown = {p for p in containers if p and (p in levels or p not in transparent)}
        self._cache: dict[str, tuple[str, ...]] = {"": ()}

    def of(self, path: str) -> tuple[str, ...]:
        owner = path.partition(":")[0] if ":" in path else path.rpartition(".")[0]
        chain = self._container(owner)
        return chain if chain and chain[-1] == path else (*chain, path)

    def _container(self, path: str) -> tuple[str, ...]:
        chain = self._cache.get(path)
        if chain is None:
            outer = self._container(path.rpartition(".")[0])
            chain = self._cache[path] = (*outer, path) if path in self._shown else outer
        return chain


def _only_child(path: str, module: nn.Module) -> str:
    """Path of the one module inside another (an Inception module's branches), which says nothing that the outer does not."""
    inside = [name for name, child in module._modules.items() if child is not None]
    return f"{path}.{inside[0]}" if path and len(inside) == 1 else ""


def _node(
    node_id: str, parent: str, layer: Mapping[str, Any], index: int, containers: Mapping[str, nn.Module],
    levels: Mapping[str, str],
) -> dict[str, Any]:
    container = containers.get(node_id)
    is_layer = layer["path"] == node_id
    role = levels.get(node_id) or ("op" if ":" in node_id else "layer" if is_layer else "group")
    tail = node_id.rpartition(":")[2] if ":" in node_id else node_id.rpartition(".")[2]
    kind = layer["type"] if is_layer or container is None else type(container).__name__
    return {
        "id": node_id, "parent": parent, "role": role, "name": tail, "type": kind, "title": "", "subtitle": "",
        "layers": [index, index],
    }


def _describe(node: dict[str, Any], layers: Sequence[Row], *, to_one: bool) -> None:
    node["title"], node["subtitle"] = node["type"], ""
    role = node["role"]
    if role in ("layer", "op"):
        only = layers[0]
        node["title"] = _layer_title(only, to_one=to_one)
        node["subtitle"] = "" if role == "op" else only["detail"]
        if only["kind"] in (*CONVOLUTION_KINDS, "linear"):
            node["subtitle"] = ""
    elif role == "group":
        costly = [y for y in layers if y["kind"] in (*CONVOLUTION_KINDS, "linear")]
        if len(costly) == 1:
            detail = costly[0]["detail"]
            at_top = not node["parent"]
            node["title"] = f"Conv {detail}" if at_top else f"{detail} {node['name']}"
            names = [str(y["type"]) for y in layers if y["kind"] == "activation"]
            node["subtitle"] = ", ".join(ACTIVATION_NAMES.get(name, name) for name in names) or "linear"


def _layer_title(layer: Row, *, to_one: bool) -> str:
    kind = layer["kind"]
    if kind in CONVOLUTION_KINDS:
        return f"Conv {layer['detail']}"
    if kind == "linear":
        return f"Linear {layer['detail']}"
    if layer["type"].startswith("AdaptiveAvg") and to_one:
        return "Global average pool"
    name: str = layer["type"]
    return ACTIVATION_NAMES.get(name, name)


def _edges(walked: Walk, paths: Sequence[tuple[str, ...]]) -> tuple[dict[str, list[list[str]]], list[tuple[int, int]]]:
    """Every tensor that passes between layers, as an edge in each node it enters, leaves or stays inside; and where in the walk
    the shape of each edge is read (see ``Plan``).

    Of one layer's tensors the first on its way out of a node stands for all, so is the first on its way in: a dense block, where
    every layer reads all before it, is not climbed once for each pair.
    """
    found: dict[str, dict[tuple[str, str], tuple[int, int]]] = {"": {}}
    left: dict[int, int] = {}  # layer → depth down to which its way out is known
    entered: dict[int, int] = {}
    passed = [(source, i, (i, k)) for i, record in enumerate(walked.records) for k, source in enumerate(record.sources)]
    passed += [(-1 if out.source is None else out.source, -1, (-1, k)) for k, out in enumerate(walked.outputs)]
    for source, target, read in passed:
        a = paths[source] if source >= 0 else ()
        b = paths[target] if target >= 0 else ()
        common = 0
        for one, other in zip(a, b, strict=False):
            if one != other:
                break
            common += 1
        key = (a[common] if common < len(a) else "in", b[common] if common < len(b) else "out")
        found.setdefault(a[common - 1] if common else "", {}).setdefault(key, read)
        if common < len(a) - 1 and common < left.get(source, len(a)):
            left[source] = common
            for depth in range(common, len(a) - 1):
                found.setdefault(a[depth], {}).setdefault((a[depth + 1], "out"), read)
        if target >= 0 and common < len(b) - 1 and common < entered.get(target, len(b)):
            entered[target] = common
            for depth in range(common, len(b) - 1):
                found.setdefault(b[depth], {}).setdefault(("in", b[depth + 1]), read)
    edges = {parent: [[s, t] for s, t in pairs] for parent, pairs in found.items()}
    return edges, [read for pairs in found.values() for read in pairs.values()]
