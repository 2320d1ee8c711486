"""What the workers can be asked for: job name → function of the request. Imports torch; the worker imports this late."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from typing import Any

import orjson
import torch

from explorer.core import rules
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.core.watch import IsCancelled, Progress
from explorer.measure.hardware import devices

Handler = Callable[[dict[str, Any], Progress, IsCancelled], dict[str, Any] | bytes]


def hello() -> dict[str, Any]:
    """What a worker says of itself when it is ready."""
    return {"torch": str(torch.__version__), "devices": devices(), "cpus": os.cpu_count() or 1, "pid": os.getpid()}


def handlers(kind: str) -> dict[str, Handler]:
    """The jobs of one kind of worker; what they need is imported now, so that the first job is as fast as the others."""
    if kind == "engine":
        return _engine()
    return _bench() if kind == "bench" else _export()


def _engine() -> dict[str, Handler]:
    from explorer.analysis import analyse, catalogue

    gc.disable()  # a collection must not stall an answer; the worker collects between two jobs instead
    torch.set_num_threads(1)  # shapes only; the processors are left to the window and to measurements

    def answer(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> bytes:
        rule = request.get("rule", rules.DEFAULT)
        if not isinstance(rule, str):
            raise BadInput("rule is {0}; a name is needed", rule)
        found = analyse(_recipe(request), rule)
        del found["edges"]  # between single layers: the graph's own edges say it for the window
        return orjson.dumps(found)

    def describe(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        return catalogue()

    return {"analyse": answer, "catalogue": describe}


def _bench() -> dict[str, Handler]:
    from explorer.analysis.opinions import opinions
    from explorer.measure import Settings, measure

    def answer(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        settings = Settings.from_json(request.get("settings", {}))
        return measure(_recipe(request), settings, progress=progress, cancelled=cancelled)

    def second_opinions(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        return opinions(_recipe(request))

    return {"measure": answer, "opinions": second_opinions}


def _export() -> dict[str, Handler]:
    from explorer.export import export_onnx
    from explorer.export.python import export_python, is_python

    def answer(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        path = request.get("path")
        if not isinstance(path, str) or not path:
            raise BadInput("path is {0}; a file name is needed", path)
        if is_python(path):
            return export_python(_recipe(request), path, progress=progress, cancelled=cancelled)
        options = {name: request[name] for name in ("batch", "opset", "seed") if name in request}
        return export_onnx(_recipe(request), path, **options, progress=progress, cancelled=cancelled)

    return {"export": answer}


def _recipe(request: dict[str, Any]) -> Recipe:
    return Recipe.from_json(request.get("recipe"))
