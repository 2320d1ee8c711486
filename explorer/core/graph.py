"""The analysed network as a typed, read-only view of the analysis document. Knows no torch and no Qt.

Nodes are read out of the document when they are asked for: a picture of a collapsed network touches a dozen of them.
Shapes are N×C×H×W with N = 1, MACs and parameters are counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from itertools import pairwise
from math import prod
from operator import itemgetter
from typing import Any, NamedTuple

from explorer.core.frame import Graph
from explorer.core.measures import DEFAULT_PRECISION, PRECISIONS
from explorer.core.rules import DEFAULT

ROOT = ""  # the id of the network itself, the parent of what stands at the top
IN, OUT = "in", "out"  # the ports of a node, as its children's edges name them
BYTES_PER_VALUE = 4  # float32


class Node(NamedTuple):
    """One box: a stage, a block, a group of layers, a layer or an operation."""

    id: str
    parent: str
    role: str
    name: str
    type: str
    title: str
    subtitle: str
    params: int
    macs: int
    input: list[int]
    output: list[int]
    signature: str
    layers: list[int]  # first and last index into the analysis' layers

    @property
    def memory(self) -> int:
        """Bytes of the output at batch 1 in float32; 0 where it does not run."""
        return prod(self.output) * BYTES_PER_VALUE if self.output else 0

    @property
    def stride(self) -> int:
        """By how much the height shrinks, at least 1; 1 too where a height is missing."""
        if len(self.input) < 4 or len(self.output) < 4 or not self.output[2]:
            return 1
        return max(1, round(self.input[2] / self.output[2]))


_FIELDS = itemgetter(*Node._fields)


def output_bytes(node: Node, precision: str) -> int:
    """Bytes of the output at batch 1 and a precision; 0 where it does not run."""
    return node.memory // BYTES_PER_VALUE * PRECISIONS[precision]


class Edge(NamedTuple):
    """A tensor between two children of one node; ``IN`` and ``OUT`` are the node's own ports."""

    source: str
    target: str
    shape: list[int]


class Group(NamedTuple):
    """Siblings in a row that are the same layers with the same shapes; ``first`` stands for all of them.

    ``run`` is not empty where they were unfolded: every member of the row, of which this group shows one.
    """

    first: Node
    members: tuple[str, ...]
    run: tuple[str, ...] = ()


class Network:
    """Nodes by id, children in call order, the edges among them, totals. ``precision`` is what bytes are bytes of."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.title: str = document.get("title", "")
        self.preset: str = document.get("preset", "")
        self.digest: str = document.get("digest", "")
        self.params: int = document["params"]
        self.macs: int = document["macs"]
        self.rule: str = document.get("rule", DEFAULT)  # what the macs are counted under
        self.precision = DEFAULT_PRECISION
        graph = document["graph"]
        self._graph: Graph | Listed = graph if isinstance(graph, Graph) else Listed(graph)
        self._rows = self._graph.rows  # what each node is; its figures are in ``self._graph.row``
        self._children = self._graph.children
        self._layers: Sequence[Mapping[str, Any]] = document["layers"]
        self._nodes: dict[str, Node] = {}
        self._groups: dict[str, list[Group]] = {}

    @staticmethod
    def from_json(document: Mapping[str, Any]) -> Network:
        """From the answer of ``analyse`` (docs/architecture.md)."""
        return Network(document)

    def __contains__(self, node_id: str) -> bool:
        return node_id in self._rows

    def __len__(self) -> int:
        return len(self._rows)

    def ids(self) -> list[str]:
        """Every node, parents before children, in call order."""
        return list(self._rows)

    def node(self, node_id: str) -> Node:
        """The node of that id; KeyError where there is none."""
        node = self._nodes.get(node_id)
        if node is None:
            row = self._graph.row(node_id)
            node = self._nodes[node_id] = Node._make(_FIELDS(row))
        return node

    def children(self, node_id: str = ROOT) -> list[str]:
        """What stands inside a node, in call order."""
        return self._children.get(node_id, [])

    def edges(self, node_id: str = ROOT) -> list[Edge]:
        """The tensors that pass among a node's children and its ports."""
        return [Edge(*edge) for edge in self._graph.edges(node_id)]

    def ancestors(self, node_id: str) -> list[str]:
        """Ids from the top down to the node itself; empty for the network."""
        path: list[str] = []
        while node_id:
            path.append(node_id)
            node_id = self._rows[node_id]["parent"]
        path.reverse()
        return path

    def access(self, node_id: str) -> int:
        """Bytes that a node's operations read and write at the network's precision: the memory access cost."""
        return int(self._graph.row(node_id).get("access", 0)) * PRECISIONS[self.precision]

    def kind(self, node_id: str) -> str:
        """The kind of the layer that costs most in a node: depthwise, pointwise, linear, …; ``other`` where nothing costs."""
        shares = self.kind_macs(node_id)
        return max(shares, key=shares.__getitem__, default="other")

    def kind_macs(self, node_id: str) -> dict[str, int]:
        """MACs by kind of layer within a node, where there are any."""
        first, last = self._rows[node_id]["layers"]
        found: dict[str, int] = {}
        for layer in self._layers[first : last + 1]:
            if layer["macs"]:
                found[layer["kind"]] = found.get(layer["kind"], 0) + layer["macs"]
        return found

    def is_small(self, node_id: str) -> bool:
        """Whether a node is a layer, or holds nothing but layers: the finest level a cost is read at."""
        return not any(child in self._children for child in self._children.get(node_id, ()))

    def has(self, node_id: str, operation: str) -> bool:
        """Whether a node joins its branches by an operation of its own: ``add``, ``concat``."""
        return any(self._rows[child]["type"] == operation for child in self._children.get(node_id, ()))

    @cached_property
    def types_with_sum(self) -> frozenset[str]:
        """Types of blocks of which at least one has a shortcut: of the others it is worth saying that they have none."""
        return frozenset(row["type"] for row in self._rows.values() if row["role"] == "block" and self.has(row["id"], "add"))

    def layer_rows(self, node_id: str) -> Sequence[Mapping[str, Any]]:
        """The analysis' rows of the layers within a node, in call order."""
        first, last = self._rows[node_id]["layers"]
        return self._layers[first : last + 1]

    def leaves(self) -> list[Node]:
        """Every node with nothing inside, in call order."""
        return [self.node(node_id) for node_id in self._rows if node_id not in self._children]

    def highest(self, quantity: str) -> int:
        """The largest ``macs`` or ``params`` of a single layer."""
        return self._graph.highest(quantity)

    def groups(self, node_id: str = ROOT, unfolded: Set[str] = frozenset()) -> list[Group]:
        """The children of a node, repeated ones folded but for rows of which a member is ``unfolded``: these one by one."""
        found = self._groups.get(node_id)
        if found is None:
            children = [self.node(child) for child in self.children(node_id)]
            found = self._groups[node_id] = fold(children, self._graph.pairs(node_id))
        if unfolded and any(len(group.members) > 1 and not unfolded.isdisjoint(group.members) for group in found):
            return [
                single for group in found for single in (
                    [group] if len(group.members) == 1 or unfolded.isdisjoint(group.members)
                    else [Group(self.node(member), (member,), group.members) for member in group.members]
                )
            ]
        return found

    def run(self, node_id: str) -> tuple[str, ...]:
        """The row of equal siblings that a node is folded with or could be; empty where it stands alone."""
        if node_id not in self._rows:
            return ()
        groups = self.groups(self._rows[node_id]["parent"])
        return next((g.members for g in groups if len(g.members) > 1 and node_id in g.members), ())


class Listed:
    """The graph of an analysis whose nodes and edges lie in lists, as a ``core.frame.Graph`` answers."""

    def __init__(self, graph: Mapping[str, Any]) -> None:
        self.rows: Mapping[str, Mapping[str, Any]] = {row["id"]: row for row in graph["nodes"]}
        self.children: dict[str, list[str]] = {}
        for row in graph["nodes"]:
            self.children.setdefault(row["parent"], []).append(row["id"])
        self._edges: Mapping[str, list[list[Any]]] = graph["edges"]

    def row(self, node_id: str) -> Mapping[str, Any]:
        """A node's row; KeyError where there is none."""
        return self.rows[node_id]

    def edges(self, parent: str) -> list[list[Any]]:
        """The edges among the children of a node."""
        return self._edges.get(parent, [])

    pairs = edges

    def highest(self, quantity: str) -> int:
        """The largest ``params`` or ``macs`` of what has nothing inside."""
        return max((row[quantity] for node_id, row in self.rows.items() if node_id not in self.children), default=0)


def fold(children: Sequence[Node], edges: Sequence[Sequence[Any]] | None = None) -> list[Group]:
    """Fold consecutive siblings of equal signature into one group: ×n. A strided first block has another one and stays apart.

    With ``edges``, only what forms a chain is folded: each member reads nothing but the one before it, which feeds nothing
    else. Equal branches side by side, or blocks that a skip edge jumps into, stay apart.
    """
    if len(children) < 2 or all(a.signature != b.signature for a, b in pairwise(children)):
        return [Group(child, (child.id,)) for child in children]
    sources: dict[str, list[str]] = {}
    targets: dict[str, list[str]] = {}
    for source, target, *_ in edges or ():
        sources.setdefault(target, []).append(source)
        targets.setdefault(source, []).append(target)
    groups: list[Group] = []
    for child in children:
        if groups and groups[-1].first.signature == child.signature:
            before = groups[-1].members[-1]
            if edges is None or (sources.get(child.id) == [before] and targets.get(before) == [child.id]):
                groups[-1] = Group(groups[-1].first, (*groups[-1].members, child.id))
                continue
        groups.append(Group(child, (child.id,)))
    return groups


def entering(network: Network, node_id: str) -> list[int]:
    """The shape of what a node works on: its input, or all that it is given, where it concatenates that first (DenseNet)."""
    first = next(iter(network.children(node_id)), None)
    if first is not None and network.node(first).type == "concat":
        return network.node(first).output
    return network.node(node_id).input
