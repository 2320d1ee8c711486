"""An analysis in two parts: the frame (which layers and boxes there are, how they are joined) and the figures that stand in it.

A drag changes figures at every step and the frame hardly ever. The engine sends a frame once and from then on figures alone,
columns of numbers instead of a document that repeats every name; ``graph_of`` and ``layers_of`` put them together again.

Frame: ``id``; ``layers`` (path, type, kind, detail, runs, kernel?, stride?); ``nodes`` (id, parent, role, name, type, title,
subtitle, layers); ``held``: for each node -1 where it is the layer itself, else its number among the nodes that hold several;
``ends``: for each of those the layers whose input and output are its own; ``edges``: {parent: [[from, to]]}; ``kinds``: for each
layer a number, equal for those that differ in nothing but shapes; ``titled``: nodes named after a linear layer, and that layer.
Figures: ``shapes`` and ``fields`` (receptive ones), which the columns name by number; columns over the layers; ``held``:
columns over the nodes that hold several; ``edges``: the shape of each edge, in order; ``groups`` over the rows that have them;
``inputs``: where there are several. A linear layer's words are figures too (``words``), and stand for ``WORDS`` in the frame.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    answer["graph"] = graph_of(frame, figures, answer["layers"])
    return answer


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


def graph_of(frame: Frame, figures: Figures, layers: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """``graph`` of the analysis document."""
    shapes, before, after = figures["shapes"], figures["input"], figures["output"]
    held, ends, kinds = figures["held"], frame["ends"], frame["kinds"]
    params, macs, activations, access, signatures = (held[name] for name in (*SUMS, "signature"))
    nodes = []
    for static, number in zip(frame["nodes"], frame["held"], strict=True):
        if number < 0:
            at = static["layers"][0]
            row = layers[at]
            nodes.append({
                **static, "params": row["params"], "macs": row["macs"], "activations": row["activations"],
                "access": row["access"], "input": row["input"], "output": row["output"],
                "signature": f"{kinds[at]}.{before[at]}.{after[at]}",
            })
        else:
            first, last = ends[number]
            nodes.append({
                **static, "params": params[number], "macs": macs[number], "activations": activations[number],
                "access": access[number], "input": layers[first]["input"], "output": layers[last]["output"],
                "signature": signatures[number],
            })
    words = dict(figures["words"])
    for number, layer in frame["titled"]:
        nodes[number]["title"] = nodes[number]["title"].replace(WORDS, words[layer])
    shape_of = iter(figures["edges"])
    edges = {
        parent: [[source, target, shapes[next(shape_of)]] for source, target in pairs] for parent, pairs in frame["edges"].items()
    }
    return {"nodes": nodes, "edges": edges}
