"""Stand-ins for the session's tests: a small analysis document and a worker that answers when the test says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from explorer.core.recipe import Recipe


def analysis_of(recipe: Recipe) -> dict[str, Any]:
    """An analysis in the documented shape: two stages, one block each, one layer a block."""
    width = float(recipe.value("alpha") or 1.0)
    layers, nodes, places = [], [], {}
    knobs = {"alpha": 1.0, "expansion": 6, "groups": 1}
    places[""] = {"level": "network", "knobs": {n: _reading(recipe, n, v, "") for n, v in knobs.items()}}
    for i, stage in enumerate(("stages.1", "stages.2")):
        block, path = f"{stage}.0", f"{stage}.0.conv"
        macs = int(1000 * width)
        shape = [1, 8, 4, 4]
        layers.append({
            "path": path, "type": "Conv2d", "kind": "pointwise", "detail": "1×1", "input": shape, "output": shape, "params": 10,
            "macs": macs, "runs": True,
        })
        for identity, parent, role in ((stage, "", "stage"), (block, stage, "block"), (path, block, "layer")):
            nodes.append({
                "id": identity, "parent": parent, "role": role, "name": identity.rpartition(".")[2], "type": "Conv2d",
                "title": "Conv 1×1", "subtitle": "", "params": 10, "macs": macs, "input": shape, "output": shape,
                "signature": identity, "layers": [i, i],
            })
        places[stage] = {"level": "stage", "knobs": {n: _reading(recipe, n, v, stage) for n, v in knobs.items()}}
        places[block] = {"level": "block", "knobs": {"expansion": _reading(recipe, "expansion", 6, block)}}
    return {
        "recipe": recipe.to_json(), "digest": recipe.digest(), "preset": recipe.preset, "title": "Net", "input": [1, 3, 4, 4],
        "rule": "macs", "params": 20, "macs": sum(row["macs"] for row in layers), "incomplete": False, "uncounted": [],
        "layers": layers, "edges": [], "graph": {"nodes": nodes, "edges": {}}, "places": places, "dormant": [],
    }


def _reading(recipe: Recipe, name: str, default: Any, place: str) -> dict[str, Any]:
    chain = [place, place.rpartition(".")[0]] if place else []
    for path in chain:
        if path and recipe.value(name, path) is not None:
            return {"value": recipe.value(name, path), "origin": path}
    network = recipe.value(name)
    return {"value": default if network is None else network, "origin": "preset" if network is None else "network"}


class HeldWorker(QObject):
    """Looks like a WorkerProcess; requests wait until the test answers them."""

    greeted = Signal(dict)
    worker_replaced = Signal(list)
    worker_failed = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[dict[str, Any]] = []
        self.cancelled: list[int] = []

    def request(self, job: str, body: Mapping[str, Any], **callbacks: Any) -> int:
        self.asked.append({"job": job, **body, **callbacks})
        return len(self.asked)

    def cancel(self, number: int) -> None:
        self.cancelled.append(number)

    def answer(self, result: dict[str, Any], at: int = -1) -> None:
        self.asked[at]["on_result"](result)

    def fail(self, kind: str = "bad input", sentence: str = "no", at: int = -1) -> None:
        self.asked[at]["on_error"]({"kind": kind, "sentence": sentence, "template": sentence, "arguments": []})
