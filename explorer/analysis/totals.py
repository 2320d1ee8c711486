"""A network's totals alone, for many networks one after another: the figures of ``analyse`` without layers, graph and places."""

from __future__ import annotations

from typing import Any

from torch import nn

from explorer.analysis.additions import additions
from explorer.analysis.answer import build
from explorer.analysis.memory import summary, usage, weights_read
from explorer.analysis.published import ranked
from explorer.analysis.walk import walk
from explorer.core import rules
from explorer.core.recipe import Recipe
from models.registry import input_shape


def totals(recipe: Recipe, rule: str = rules.DEFAULT) -> dict[str, Any]:
    """{params, macs, activations, access, peak, incomplete, published}: elements, MACs under the rule; equal to ``analyse``'s.

    published: [{record, paper, table, top1, dataset, conditions}], results of exactly this network, the likeliest to be quoted
    first. Raises BadInput.
    """
    counting = rules.named(rule)
    model, architecture, settings = build(recipe)
    shape = input_shape(settings)
    walked = walk(model, shape)
    used = usage(walked, shape)
    extras = additions(walked) if counting.extras else [0] * len(walked.records)
    access = 0
    for i, record in enumerate(walked.records):
        access += used.accessed[i]
        if record.module is not None and not record.operation:
            access += _own(record.module)
        elif record.operation and used.accessed[i]:
            access += weights_read(walked, i)
    return {
        "params": sum({id(p): p.numel() for m in _modules(model) for p in m._parameters.values() if p is not None}.values()),
        "macs": sum(
            counting.apply(record.kind, record.macs, extra) for record, extra in zip(walked.records, extras, strict=True)
        ),
        "activations": sum(used.written), "access": access, "peak": summary(walked, used)["peak"],
        "incomplete": bool(walked.uncounted),
        "published": [
            {"record": found.id, "paper": found.source.paper, "table": found.source.table, "top1": found.top1,
             "dataset": found.dataset, "conditions": list(match.conditions)}
            for found, match in ranked(architecture, settings) if found.top1 is not None
        ],
    }


def _own(module: nn.Module) -> int:
    return sum(p.numel() for p in module._parameters.values() if p is not None)


def _modules(module: nn.Module) -> list[nn.Module]:
    found = [module]
    for child in module._modules.values():
        if child is not None:
            found += _modules(child)
    return found
