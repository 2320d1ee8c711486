"""``analyse``: a recipe's graph, shapes, parameters and MACs. A pure function of the recipe, without memory of earlier calls."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import torch
from torch import nn

import models
from explorer.analysis.arithmetic import pair
from explorer.analysis.graph import build_graph
from explorer.analysis.leaves import quick_construction
from explorer.analysis.memory import Usage, summary, usage, weights_read
from explorer.analysis.places import describe_places, levels
from explorer.analysis.published import published_of
from explorer.analysis.receptive import fields
from explorer.analysis.walk import Record, Walk, walk
from explorer.core import rules
from explorer.core.errors import BadInput, ExplorerError
from explorer.core.recipe import Recipe
from models import KnobError, Settings
from models.registry import REGISTRY, Architecture, construct
from models.registry import input_shape as settings_shape
from models.user_library import LIBRARY, load_error


def settings_of(recipe: Recipe) -> tuple[Architecture, Settings]:
    """Architecture and checked settings of a recipe; raises BadInput with the sentence of the knob that refused."""
    try:
        return models.settings(recipe.preset, recipe.values(), recipe.overrides())
    except KnobError as error:
        raise BadInput(error.template, *error.arguments) from error


def input_shape(recipe: Recipe) -> tuple[int, int, int, int]:
    """Shape 1×3×R×R that the recipe's network is fed; raises BadInput."""
    return settings_shape(settings_of(recipe)[1])


def build(recipe: Recipe) -> tuple[nn.Module, Architecture, Settings]:
    """The recipe's module without weights (for analysis only), its architecture and settings. Raises BadInput."""
    architecture, settings = settings_of(recipe)
    try:
        try:
            with quick_construction():
                return construct(settings, architecture.builder), architecture, settings
        except KnobError:
            raise
        except (ExplorerError, TypeError, AttributeError, RuntimeError):  # a module that needs real tensors to build
            with torch.device("meta"):
                return construct(settings, architecture.builder), architecture, settings
    except KnobError as error:
        raise BadInput(error.template, *error.arguments) from error


def instantiate(recipe: Recipe, seed: int = 0) -> nn.Module:
    """The recipe's module in eval mode, its first weights drawn as its paper does from ``seed``. Raises BadInput."""
    architecture, settings = settings_of(recipe)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        try:
            module = construct(settings, architecture.builder).eval()
        except KnobError as error:
            raise BadInput(error.template, *error.arguments) from error
        architecture.initialiser(recipe.preset)(module)
        return module


def analyse(recipe: Recipe, rule: str = rules.DEFAULT, *, edges: bool = True) -> dict[str, Any]:
    """The analysis document of docs/architecture.md, batch 1. Raises BadInput for a recipe that cannot be built or fed.

    Without ``edges`` those between single layers are left out; a DenseNet has thousands.
    What the code of a user's own architecture throws is BadInput too, with file and line: it is theirs to put right.
    """
    try:
        return _analyse(recipe, rule, edges=edges)
    except BadInput:
        raise
    except Exception as error:
        entry = REGISTRY.presets.get(recipe.preset)
        source = LIBRARY.source(entry[0].name) if entry else None
        if source is None:
            raise
        template, *arguments = load_error(error, source.path).sentence
        raise BadInput(f"{{{len(arguments)}}}: " + template, *arguments, source.path.name) from error


def _analyse(recipe: Recipe, rule: str, *, edges: bool) -> dict[str, Any]:
    counting = rules.named(rule)
    model, architecture, settings = build(recipe)
    shape = settings_shape(settings)
    walked = walk(model, shape)
    modules = list(_named(model, ""))
    parameters = _Parameters()
    used = usage(walked, shape)
    layers = _layers(walked, parameters, counting, used, shape)
    layers.extend(_idle_rows(modules, walked, parameters))
    passed = walked.edges()
    level_of = levels(settings)
    uncounted = [walked.records[i] for i in walked.uncounted]
    containers = {path: m for path, m in modules if m._modules or path in walked.containers}
    counted = _under_every_rule(walked)
    return {
        "recipe": recipe.to_json(), "digest": recipe.digest(), "preset": recipe.preset, "architecture": architecture.name,
        "title": architecture.title, "input": list(shape), "rule": rule,
        "params": sum(y["params"] for y in layers), "macs": sum(y["macs"] for y in layers),
        "counted": counted,
        "activations": sum(used.written), "access": sum(y["access"] for y in layers),
        "memory": summary(walked, used),
        "incomplete": bool(uncounted),
        "uncounted": [{"path": r.path, "operation": r.operation, "output": list(r.output)} for r in uncounted],
        "layers": layers,
        **({"edges": [[source, target, list(shape)] for source, target, shape in passed]} if edges else {}),
        "graph": build_graph(layers, passed, containers, level_of),
        "places": describe_places(settings, level_of),
        "dormant": [list(pair) for pair in settings.dormant()],
        "published": published_of(architecture, settings, (m for _, m in modules), layers, counted),
        **source_of(recipe),
    }


def catalogue() -> dict[str, Any]:
    """Every bundled architecture, preset and knob, for the window's library and ``list --json``."""
    return {"version": 1, "architectures": [a.describe() for a in models.architectures() if LIBRARY.source(a.name) is None]}


def source_of(recipe: Recipe) -> dict[str, Any]:
    """``{"source": {file, sha256}}`` for a recipe of the user's own architecture, nothing for a bundled one. No folder."""
    entry = REGISTRY.presets.get(recipe.preset)
    source = LIBRARY.source(entry[0].name) if entry else None
    return {} if source is None else {"source": {"file": source.path.name, "sha256": source.sha256}}


def _under_every_rule(walked: Walk) -> dict[str, int]:
    by_kind: dict[str, int] = {}
    for record in walked.records:
        by_kind[record.kind] = by_kind.get(record.kind, 0) + record.macs
    return {name: sum(rule.apply(kind, macs) for kind, macs in by_kind.items()) for name, rule in rules.RULES.items()}


class _Parameters:
    """Counts learnable tensors, each once, however many modules share it."""

    def __init__(self) -> None:
        self._seen: dict[int, int] = {}

    def once(self, tensor: Any) -> int:
        """The number of elements; 0 where the tensor was counted before."""
        if tensor is None or id(tensor) in self._seen:
            return 0
        count: int = tensor.numel()
        self._seen[id(tensor)] = count
        return count

    def read(self, module: nn.Module) -> tuple[int, int]:
        """Parameters of this module itself, and how many elements it reads when it runs, shared ones too."""
        new = read = 0
        seen = self._seen
        for tensor in module._parameters.values():
            if tensor is not None:
                count = seen.get(id(tensor))
                if count is None:
                    count = seen[id(tensor)] = tensor.numel()
                    new += count
                read += count
        return new, read

    def of(self, module: nn.Module | None) -> int:
        """Parameters of this module itself, not of its children."""
        return 0 if module is None else sum(self.once(p) for p in module._parameters.values())


def _named(module: nn.Module, path: str) -> Iterator[tuple[str, nn.Module]]:
    yield path, module
    for name, child in module._modules.items():
        if child is not None:
            yield from _named(child, f"{path}.{name}" if path else name)


def _idle_rows(modules: list[tuple[str, nn.Module]], walked: Walk, parameters: _Parameters) -> Iterator[dict[str, Any]]:
    """Rows beyond the operations: tensors that a container itself holds, and modules that do not run at inference (0 MACs)."""
    ran = {id(r.module) for r in walked.records} | {id(m) for m in walked.containers.values()}
    for path, module in modules:
        if id(module) not in ran and not module._modules:
            yield _row(path, type(module).__name__, parameters.of(module), runs=False)
            continue
        for name, tensor in module._parameters.items():
            count = parameters.once(tensor)
            if count:
                yield _row(f"{path}.{name}" if path else name, "Parameter", count, runs=True)


def _row(path: str, kind: str, params: int, *, runs: bool) -> dict[str, Any]:
    return {
        "path": path, "type": kind, "kind": "other", "detail": "", "input": [], "output": [], "params": params, "macs": 0,
        "runs": runs, "weights": params, "activations": 0, "access": 0, "intensity": 0.0, "receptive": None,
    }


def _layers(
    walked: Walk, parameters: _Parameters, rule: rules.Rule, used: Usage, shape: tuple[int, ...]
) -> list[dict[str, Any]]:
    """The rows of what ran, in call order."""
    seen = fields(walked, shape)
    rows = []
    for i, record in enumerate(walked.records):
        module = record.module
        params, read = (0, 0) if module is None else parameters.read(module)
        if record.operation and used.accessed[i]:
            read = weights_read(walked, i)
        rows.append(_layer(record, rule, params, (used.written[i], used.accessed[i] + read), seen[i]))
    return rows


def _layer(
    record: Record, rule: rules.Rule, params: int, moved: tuple[int, int], receptive: dict[str, list[int]] | None
) -> dict[str, Any]:
    """One row; ``moved`` are the elements written and accessed."""
    path, module, operation, kind, inputs, _, output, macs = record
    written, access = moved
    layer = {
        "path": path, "type": operation if module is None else type(module).__name__, "kind": kind,
        "detail": _detail(record), "input": list(inputs[0]) if inputs else [], "output": list(output),
        "params": params, "macs": rule.apply(kind, macs), "runs": True, "weights": params, "activations": written,
        "access": access, "intensity": round(macs / access, 3) if macs and access else 0.0, "receptive": receptive,
    }
    if len(inputs) > 1:
        layer["inputs"] = [list(i) for i in inputs]
    if isinstance(module, nn.Conv2d):
        layer["kernel"], layer["stride"], layer["groups"] = list(module.kernel_size), list(module.stride), module.groups
    elif isinstance(module, nn.MaxPool2d | nn.AvgPool2d):
        layer["kernel"], layer["stride"] = list(pair(module.kernel_size)), list(pair(module.stride))
    return layer


def _detail(record: Record) -> str:
    """What a reader needs to know of a layer beyond its type: kernel, stride and groups, or inputs and outputs."""
    module = record.module
    if module is None or isinstance(module, nn.BatchNorm2d | nn.ReLU):  # most layers, and nothing to say of them
        return ""
    if isinstance(module, nn.Conv2d):
        return _convolution(module.kernel_size, module.stride, module.groups if record.kind == "group" else 1)
    if isinstance(module, nn.Linear):
        return f"{module.in_features} → {module.out_features}"
    if isinstance(module, nn.MaxPool2d | nn.AvgPool2d):
        kernel, stride = pair(module.kernel_size), pair(module.stride)
        return "×".join(str(k) for k in kernel) + (f" /{stride[0]}" if stride != (1, 1) else "")
    return ""


@cache
def _convolution(kernel: tuple[int, ...], stride: tuple[int, ...], groups: int) -> str:
    """``3×3 /2 g4``."""
    text = "×".join(str(k) for k in kernel)
    height, width = stride
    if (height, width) != (1, 1):
        text += f" /{height}" if height == width else f" /{height}×{width}"
    return f"{text} g{groups}" if groups > 1 else text
