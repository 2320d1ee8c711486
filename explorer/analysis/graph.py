"""From the flat list of layers to the hierarchy stage → block → layer, with the edges among the children of each node."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from torch import nn

from explorer.analysis.walk import Edge

ACTIVATION_NAMES = {"Hardswish": "h-swish", "LeakyReLU": "leaky ReLU", "Sigmoid": "sigmoid", "Softmax": "softmax"}
CONVOLUTION_KINDS = ("standard", "depthwise", "pointwise", "group")


def build_graph(
    layers: Sequence[Mapping[str, Any]], edges: Sequence[Edge], containers: Mapping[str, nn.Module],
    levels: Mapping[str, str],
) -> dict[str, Any]:
    """Nodes and per-parent edges as docs/architecture.md describes them.

    ``containers`` are the modules with an inside, by path; ``levels`` tells which paths are stages and blocks.
    """
    chains = _Chains(containers, levels)
    nodes: dict[str, dict[str, Any]] = {}
    paths: list[tuple[str, ...]] = []
    for index, layer in enumerate(layers):
        chain = chains.of(layer["path"])
        paths.append(chain)
        for depth, node_id in enumerate(chain):
            node = nodes.get(node_id)
            if node is None:
                nodes[node_id] = _node(node_id, chain[depth - 1] if depth else "", layer, index, containers, levels)
                continue
            node["layers"][1] = index
            node["output"] = layer["output"] if layer["runs"] else node["output"]
            node["params"] += layer["params"]
            node["macs"] += layer["macs"]
            node["activations"] += layer["activations"]
            node["access"] += layer["access"]
    facts = [f"{y['type']} {y['detail']} {y['input']} {y['output']} {y['runs']}" for y in layers]
    for node in nodes.values():
        first, last = node["layers"]
        node["signature"] = facts[first] if first == last else f"{zlib.crc32('|'.join(facts[first : last + 1]).encode()):08x}"
        _describe(node, layers[first : last + 1])
    for node in nodes.values():
        if node["role"] == "block" and nodes[node["parent"]]["title"] == "Sequential":
            nodes[node["parent"]]["title"] = node["type"]  # a stage is named after its blocks
    return {"nodes": list(nodes.values()), "edges": _edges(edges, paths)}


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
        "params": layer["params"], "macs": layer["macs"], "input": layer["input"], "output": layer["output"], "signature": "",
        "layers": [index, index], "activations": layer["activations"], "access": layer["access"],
    }


def _describe(node: dict[str, Any], layers: Sequence[Mapping[str, Any]]) -> None:
    node["title"], node["subtitle"] = node["type"], ""
    role = node["role"]
    if role in ("layer", "op"):
        only = layers[0]
        node["title"] = _layer_title(only)
        node["subtitle"] = "" if role == "op" else only["detail"]
        if only["kind"] in (*CONVOLUTION_KINDS, "linear"):
            node["subtitle"] = ""
    elif role == "group":
        costly = [y for y in layers if y["kind"] in (*CONVOLUTION_KINDS, "linear")]
        if len(costly) == 1:
            detail = costly[0]["detail"]
            at_top = not node["parent"]
            node["title"] = f"Conv {detail}" if at_top else f"{detail} {node['name']}"
            active = [ACTIVATION_NAMES.get(y["type"], y["type"]) for y in layers if y["kind"] == "activation"]
            node["subtitle"] = ", ".join(active) or "linear"


def _layer_title(layer: Mapping[str, Any]) -> str:
    kind = layer["kind"]
    if kind in CONVOLUTION_KINDS:
        return f"Conv {layer['detail']}"
    if kind == "linear":
        return f"Linear {layer['detail']}"
    if layer["type"].startswith("AdaptiveAvg") and layer["output"][2:] == [1, 1]:
        return "Global average pool"
    name: str = layer["type"]
    return ACTIVATION_NAMES.get(name, name)


def _edges(edges: Sequence[Edge], paths: Sequence[tuple[str, ...]]) -> dict[str, list[list[Any]]]:
    """Every tensor that passes between layers, as an edge in each node it enters, leaves or stays inside.

    Of one layer's tensors the first on its way out of a node stands for all, so is the first on its way in: a dense block, where
    every layer reads all before it, is not climbed once for each pair.
    """
    found: dict[str, dict[tuple[str, str], tuple[int, ...]]] = {"": {}}
    left: dict[int, int] = {}  # layer → depth down to which its way out is known
    entered: dict[int, int] = {}
    for source, target, shape in edges:
        a = paths[source] if source >= 0 else ()
        b = paths[target] if target is not None else ()
        common = 0
        for one, other in zip(a, b, strict=False):
            if one != other:
                break
            common += 1
        key = (a[common] if common < len(a) else "in", b[common] if common < len(b) else "out")
        inside = found.setdefault(a[common - 1] if common else "", {})
        if key not in inside:
            inside[key] = shape
        if common < len(a) - 1 and common < left.get(source, len(a)):
            left[source] = common
            for depth in range(common, len(a) - 1):
                found.setdefault(a[depth], {}).setdefault((a[depth + 1], "out"), shape)
        if target is not None and common < len(b) - 1 and common < entered.get(target, len(b)):
            entered[target] = common
            for depth in range(common, len(b) - 1):
                found.setdefault(b[depth], {}).setdefault(("in", b[depth + 1]), shape)
    return {parent: [[s, t, list(shape)] for (s, t), shape in pairs.items()] for parent, pairs in found.items()}
