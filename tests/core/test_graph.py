"""Reading the analysis document, and folding."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from explorer.core.graph import Network, Node, fold


def _node(name: str, signature: str) -> Node:
    shape = [1, 8, 4, 4]
    return Node(name, "", "block", name, "Block", "Block", "", 1, 2, shape, shape, signature, [0, 0])


def _chain(*names: str) -> list[list[Any]]:
    path = ["in", *names, "out"]
    return [[a, b, [1, 8, 4, 4]] for a, b in pairwise(path)]


def _members(nodes: list[Node], edges: list[list[Any]] | None) -> list[tuple[str, ...]]:
    return [group.members for group in fold(nodes, edges)]


def test_equal_neighbours_fold_and_the_strided_first_stays_apart() -> None:
    nodes = [_node("a", "strided"), _node("b", "same"), _node("c", "same"), _node("d", "same")]
    assert _members(nodes, _chain(*"abcd")) == [("a",), ("b", "c", "d")]
    assert _members(nodes, None) == [("a",), ("b", "c", "d")]
    assert _members([], []) == []


def test_only_neighbours_fold() -> None:
    nodes = [_node("a", "same"), _node("b", "other"), _node("c", "same")]
    assert _members(nodes, _chain(*"abc")) == [("a",), ("b",), ("c",)]


def test_equal_branches_side_by_side_stay_apart() -> None:
    nodes = [_node("a", "same"), _node("b", "same")]
    edges = [["in", "a", []], ["in", "b", []], ["a", "out", []], ["b", "out", []]]
    assert _members(nodes, edges) == [("a",), ("b",)]


def test_skip_edge_into_a_run_keeps_it_apart() -> None:
    nodes = [_node(name, "same") for name in "abc"]
    assert _members(nodes, [*_chain(*"abc"), ["a", "c", []]]) == [("a",), ("b",), ("c",)]


def test_network_reads_the_document() -> None:
    row = {
        "role": "layer", "name": "conv", "type": "Conv2d", "title": "Conv 3×3", "subtitle": "", "params": 10, "macs": 90,
        "input": [1, 3, 8, 8], "output": [1, 4, 4, 4], "signature": "s",
    }
    document = {
        "title": "Net", "params": 30, "macs": 270,
        "layers": [{"kind": "depthwise", "macs": 90}, {"kind": "pointwise", "macs": 180}, {"kind": "norm", "macs": 0}],
        "graph": {
            "nodes": [
                {**row, "id": "stages.1", "parent": "", "role": "stage", "macs": 270, "layers": [0, 2]},
                {**row, "id": "stages.1.0", "parent": "stages.1", "role": "block", "type": "Block", "layers": [0, 2]},
                {**row, "id": "stages.1.0.conv", "parent": "stages.1.0", "layers": [0, 0]},
                {**row, "id": "stages.1.0:add", "parent": "stages.1.0", "role": "op", "type": "add", "macs": 0, "layers": [2, 2]},
            ],
            "edges": {"": [["in", "stages.1", [1, 3, 8, 8]], ["stages.1", "out", [1, 4, 4, 4]]]},
        },
    }
    network = Network.from_json(document)
    assert len(network) == 4
    assert "stages.1" in network
    assert network.ancestors("stages.1.0:add") == ["stages.1", "stages.1.0", "stages.1.0:add"]
    assert network.children("stages.1.0") == ["stages.1.0.conv", "stages.1.0:add"]
    assert network.node("stages.1").stride == 2
    assert network.node("stages.1").memory == 4 * 4 * 4 * 4
    assert network.kind("stages.1") == "pointwise"
    assert network.kind("stages.1.0:add") == "other"
    assert network.kind_macs("stages.1") == {"depthwise": 90, "pointwise": 180}
    assert network.is_small("stages.1.0")
    assert not network.is_small("stages.1")
    assert network.has("stages.1.0", "add")
    assert network.types_with_sum == {"Block"}
    assert network.highest("macs") == 90
    assert [edge.target for edge in network.edges()] == ["stages.1", "out"]
    assert network.edges("nowhere") == []
