"""Where the time of networks goes by kind of operation: convolutions by kind, views, concatenations, sums, shuffles, the rest.

From layer times (``core.layer_times``). With what lies between the layers, the interruptions and, taken away, what the stamps
cost, the kinds add up to the median of the runs without stamps: nothing hides. Milliseconds. Standard library only.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

SHUFFLE = "shuffle"
KINDS: dict[str, str] = {  # kind of layer: its name in tables, in the order of tables
    "standard": "k×k conv", "pointwise": "1×1 conv", "group": "group conv",
    "depthwise": "depthwise conv", "linear": "FC", "matmul": "matmul", "norm": "norm", "activation": "activation",
    "pool": "pool", SHUFFLE: "shuffle", "reshape": "view, split", "concat": "cat", "add": "add", "multiply": "multiply",
    "other": "other",
}
BETWEEN, SCATTER, STAMPS = "between", "scatter", "stamps"
REST: dict[str, str] = {BETWEEN: "between layers", SCATTER: "interruptions", STAMPS: "− stamps"}
TITLES = KINDS | REST


def by_kind(
    layers: Sequence[Mapping[str, Any]], times: Mapping[str, Any], shuffles: Collection[str] = ()
) -> list[dict[str, Any]]:
    """[{kind, layers, macs, ms}], the rest last: what ``times``, the ``layer_times`` document of these layers, adds up to.

    ``shuffles`` are the paths of modules that shuffle channels: the views and transpositions within them are a shuffle. The
    stamps' ms are negative: they are in all the others and not in a run without them. The sum of ms is the median of those.
    """
    found: dict[str, list[float]] = {}
    for row, ms in zip(layers, times["layers"]["median_ms"], strict=True):
        if not row["runs"]:
            continue
        sums = found.setdefault(_kind_of(row, shuffles), [0, 0, 0.0])
        sums[0] += 1
        sums[1] += row["macs"]
        sums[2] += ms or 0.0
    rows = [
        {"kind": kind, "layers": int(found[kind][0]), "macs": int(found[kind][1]), "ms": found[kind][2]}
        for kind in KINDS if kind in found
    ]
    rest = {
        BETWEEN: times["between"]["total_ms"], SCATTER: times["scatter_ms"], STAMPS: -times["overhead"]["measured_ms"],
    }
    return rows + [{"kind": kind, "layers": 0, "macs": 0, "ms": ms} for kind, ms in rest.items()]


def _kind_of(row: Mapping[str, Any], shuffles: Collection[str]) -> str:
    caller, _, operation = str(row["path"]).partition(":")
    if row["kind"] == SHUFFLE or (operation and caller in shuffles):
        return SHUFFLE
    return row["kind"] if row["kind"] in KINDS else "other"


def side_by_side(runs: Sequence[Sequence[Mapping[str, Any]]]) -> list[tuple[str, list[float]]]:
    """(kind, ms of each run; 0 where it has none) of every kind that any of them has, in the order of tables."""
    ms = [{row["kind"]: float(row["ms"]) for row in rows} for rows in runs]
    return [(kind, [each.get(kind, 0.0) for each in ms]) for kind in TITLES if any(kind in each for each in ms)]
