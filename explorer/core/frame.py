"""An analysis in two parts: the frame (which layers and boxes there are, how they are joined) and the figures that stand in it.

A drag changes figures at every step and the frame hardly ever. The engine sends a frame once and from then on figures alone,
columns of numbers instead of a document that repeats every name; ``whole`` and ``drawn`` put them together again.

Frame: ``id``; ``layers`` (path, type, kind, detail, runs, kernel?, stride?); ``nodes`` (id, parent, role, name, type, title,
subtitle, layers); ``held``: for each node -1 where it is the layer itself, else its number among the nodes that hold several;
``ends``: for each of those the layers whose input and output are its own; ``edges``: {parent: [[from, to]]}; ``kinds``: for each
layer a number, equal for those that differ in nothing but shapes; ``titled``: nodes named after a linear layer, and that layer.
Figures: ``shapes`` and ``fields`` (receptive ones), which the columns name by number; columns over the layers; ``held``:
columns over the nodes that hold several; ``edges``: the shape of each edge, in order; ``groups`` over the rows that have them;
``inputs``: where there are several. A linear layer's words are figures too (``words``), and stand for ``WORDS`` in the frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

WORDS = "\x00"  # in a detail or title: the words of the linear layer that this is about
SUMS = ("params", "macs", "activations", "access")
Frame = Mapping[str, Any]
Figures = Mapping[str, Any]


def whole(answer: dict[str, Any], frame: Frame) -> dict[str, Any]:
    """The analysis document of docs/architecture.md from an answer without rows; ``answer`` is changed."""
    figures = answer.pop("figures")
    answer.pop("frame", None)
    answer["layers"] = layers_of(frame, figures)
    answer["graph"] = dict(Graph(Outline(frame), figures, answer["layers"]))
    return answer


def drawn(answer: dict[str, Any], outline: Outline) -> dict[str, Any]:
    """The same for a window, which looks at a few boxes only: ``graph`` makes its rows when they are asked for."""
    figures = answer.pop("figures")
    answer.pop("frame", None)
    answer["layers"] = layers_of(outline.frame, figures)
    answer["graph"] = Graph(outline, figures, answer["layers"])
    return answer


def boxes_of(document: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    """What nodes there are (id, parent, role, name, type, title, subtitle, layers), whatever their figures, in call order."""
    graph = document["graph"]
    return graph.outline.rows.values() if isinstance(graph, Graph) else graph["nodes"]


def node_row(document: Mapping[str, Any], node_id: str) -> dict[str, Any] | None:
    """The row of one node of ``graph.nodes``; None where there is none of that id."""
    graph = document["graph"]
    if isinstance(graph, Graph):
        return graph.row(node_id) if node_id in graph.outline.rows else None
    return next((row for row in graph["nodes"] if row["id"] == node_id), None)


def edges_within(document: Mapping[str, Any], parent: str) -> Sequence[Sequence[Any]]:
    """The edges among the children of one node, [[from, to, shape]]; none where there are none."""
    graph = document["graph"]
    found: Sequence[Sequence[Any]] = graph.edges(parent) if isinstance(graph, Graph) else graph["edges"].get(parent, ())
    return found


class Outline:
    """A frame with what is looked up in it, made once for all the figures that come to stand in it."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.rows: dict[str, Mapping[str, Any]] = {row["id"]: row for row in frame["nodes"]}
        self.number = {node_id: number for number, node_id in enumerate(self.rows)}
        self.children: dict[str, list[str]] = {}
        for row in frame["nodes"]:
            self.children.setdefault(row["parent"], []).append(row["id"])
        self.titled = dict(frame["titled"])
        places = zip(frame["held"], frame["nodes"], strict=True)
        self.leaves = [(held, row["layers"][0]) for held, row in places if row["id"] not in self.children]
        self.first_edge: dict[str, int] = {}
        count = 0
        for parent, pairs in frame["edges"].items():
            self.first_edge[parent] = count
            count += len(pairs)


class Graph(Mapping[str, Any]):
    """``graph`` of the analysis document: a mapping with ``nodes`` and ``edges``, and single ones without making all."""

    def __init__(self, outline: Outline, figures: Figures, layers: Sequence[Mapping[str, Any]]) -> None:
        self.outline = outline
        self.rows, self.children = outline.rows, outline.children
        self._figures = figures
        self._layers = layers
        self._rows: dict[str, dict[str, Any]] = {}
        self._edges: dict[str, list[list[Any]]] = {}

    def __getitem__(self, name: str) -> Any:
        if name == "nodes":
            return [self.row(node_id) for node_id in self.outline.rows]
        if name == "edges":
            return {parent: self.edges(parent) for parent in self.outline.first_edge}
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(("nodes", "edges"))

    def __len__(self) -> int:
        return 2

    def row(self, node_id: str) -> dict[str, Any]:
        """One of ``nodes``; KeyError where there is none."""
        row = self._rows.get(node_id)
        if row is None:
            row = self._rows[node_id] = self._make(self.outline.number[node_id])
        return row

    def edges(self, parent: str) -> list[list[Any]]:
        """Those among the children of a node, none where there are none."""
        found = self._edges.get(parent)
        if found is None:
            start, shapes = self.outline.first_edge.get(parent, 0), self._figures["shapes"]
            pairs = self.outline.frame["edges"].get(parent, ())
            numbers = self._figures["edges"][start : start + len(pairs)]
            found = self._edges[parent] = [
                [source, target, shapes[number]] for (source, target), number in zip(pairs, numbers, strict=True)
            ]
        return found

    def pairs(self, parent: str) -> Sequence[Sequence[str]]:
        """The same without their shapes."""
        found: Sequence[Sequence[str]] = self.outline.frame["edges"].get(parent, ())
        return found

    def highest(self, quantity: str) -> int:
        """The largest ``params`` or ``macs`` of what has nothing inside."""
        of_layers, of_held = self._figures[quantity], self._figures["held"][quantity]
        return max((of_layers[layer] if held < 0 else of_held[held] for held, layer in self.outline.leaves), default=0)

    def _make(self, number: int) -> dict[str, Any]:
        outline, figures, layers = self.outline, self._figures, self._layers
        static, at = outline.frame["nodes"][number], outline.frame["held"][number]
        if at < 0:
            layer = static["layers"][0]
            row = layers[layer]
            found = {
                **static, "params": row["params"], "macs": row["macs"], "activations": row["activations"],
                "access": row["access"], "input": row["input"], "output": row["output"],
                "signature": f"{outline.frame['kinds'][layer]}.{figures['input'][layer]}.{figures['output'][layer]}",
            }
        else:
            held, (first, last) = figures["held"], outline.frame["ends"][at]
            found = {
                **static, **{name: held[name][at] for name in SUMS}, "input": layers[first]["input"],
                "output": layers[last]["output"], "signature": held["signature"][at],
            }
        if number in outline.titled:
            found["title"] = found["title"].replace(WORDS, layers[outline.titled[number]]["detail"])
        return found


def layers_of(frame: Frame, figures: Figures) -> list[dict[str, Any]]:
    """The rows of the layers. Rows of equal shape share the list."""
    shapes, fields = figures["shapes"], figures["fields"]
    rows = [
        {
            **static, "input": shapes[before], "output": shapes[after], "params": params, "macs": macs, "weights": params,
            "activations": activations, "access": access, "intensity": intensity, "receptive": fields[field],
        }
        for static, before, after, params, macs, activations, access, intensity, field in zip(
            frame["layers"], figures["input"], figures["output"], *(figures[name] for name in SUMS), figures["intensity"],
            figures["receptive"], strict=True,
        )
    ]
    for number, groups in figures["groups"]:
        rows[number]["groups"] = groups
    for number, several in figures["inputs"]:
        rows[number]["inputs"] = [shapes[s] for s in several]
    for number, words in figures["words"]:
        rows[number]["detail"] = words
    return rows
