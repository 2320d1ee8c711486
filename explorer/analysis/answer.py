"""``analyse``: a recipe's graph, shapes, parameters and MACs. A pure function of the recipe, without memory of earlier calls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import torch
from torch import nn

import models
from explorer.analysis.additions import additions
from explorer.analysis.graph import figures_of, plan_of
from explorer.analysis.layers import layers_of
from explorer.analysis.leaves import quick_construction
from explorer.analysis.memory import summary, usage
from explorer.analysis.places import describe_places, levels
from explorer.analysis.published import published_of
from explorer.analysis.walk import Walk, walk
from explorer.core import rules
from explorer.core.errors import BadInput, ExplorerError
from explorer.core.frame import whole
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


def analyse(
    recipe: Recipe, rule: str = rules.DEFAULT, *, edges: bool = True, known: str | None = None, spent: list[Walk] | None = None
) -> dict[str, Any]:
    """The analysis document of docs/architecture.md, batch 1. Raises BadInput for a recipe that cannot be built or fed.

    Without ``edges`` those between single layers are left out; a DenseNet has thousands. With ``known``, the id of a frame that
    the caller has ("" for none), the answer is in two parts, as ``core.frame.whole`` takes it; the frame only where it differs.
    ``spent`` takes the walk, for the caller to untie (``Walk.untie``) when nobody waits for the answer any more.
    What the code of a user's own architecture throws is BadInput too, with file and line: it is theirs to put right.
    """
    try:
        return _analyse(recipe, rule, edges=edges, known=known, spent=spent)
    except BadInput:
        raise
    except Exception as error:
        entry = REGISTRY.presets.get(recipe.preset)
        source = LIBRARY.source(entry[0].name) if entry else None
        if source is None:
            raise
        template, *arguments = load_error(error, source.path).sentence
        raise BadInput(f"{{{len(arguments)}}}: " + template, *arguments, source.path.name) from error


def _analyse(
    recipe: Recipe, rule: str, *, edges: bool, known: str | None, spent: list[Walk] | None
) -> dict[str, Any]:
    counting = rules.named(rule)
    model, architecture, settings = build(recipe)
    shape = settings_shape(settings)
    walked = walk(model, shape)
    if spent is not None:
        spent.append(walked)
    modules = list(_named(model, ""))
    used = usage(walked, shape)
    layers = layers_of(walked, modules, counting, used, shape)
    level_of = levels(settings)
    uncounted = [walked.records[i] for i in walked.uncounted]
    counted = _under_every_rule(walked)
    plan = plan_of(layers, walked, modules, level_of)
    figures = figures_of(plan, layers, walked)
    counts = (
        {"kind": facts.kind, "runs": facts.runs, "params": params}
        for facts, params in zip(layers.facts, layers.params, strict=True)
    )
    answer = {
        "recipe": recipe.to_json(), "digest": recipe.digest(), "preset": recipe.preset, "architecture": architecture.name,
        "title": architecture.title, "input": list(shape), "rule": rule,
        "params": sum(layers.params), "macs": sum(layers.macs),
        "counted": counted,
        "activations": sum(used.written), "access": sum(layers.access),
        "memory": summary(walked, used),
        "incomplete": bool(uncounted),
        "uncounted": [{"path": r.path, "operation": r.operation, "output": list(r.output)} for r in uncounted],
        "figures": figures, "frame": plan.frame["id"] if known == plan.frame["id"] else plan.frame,
        "places": describe_places(settings, level_of),
        "dormant": [list(pair) for pair in settings.dormant()],
        "published": published_of(architecture, settings, (m for _, m in modules), counts, counted),
        **source_of(recipe),
    }
    if known is not None:
        return answer
    if edges:
        answer["edges"] = [[source, target, list(dims)] for source, target, dims in walked.edges()]
    return whole(answer, plan.frame)


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
    extra = sum(additions(walked))
    return {
        name: sum(rule.apply(kind, macs) for kind, macs in by_kind.items()) + rule.apply("", 0, extra)
        for name, rule in rules.RULES.items()
    }


def _named(module: nn.Module, path: str) -> Iterator[tuple[str, nn.Module]]:
    yield path, module
    for name, child in module._modules.items():
        if child is not None:
            yield from _named(child, f"{path}.{name}" if path else name)
