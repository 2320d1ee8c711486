"""What is published of exactly this network: the records whose recipe has the same effective settings, and the differences.

Two recipes are the same network here where the architecture and every knob's value at every place are equal, whatever wrote the
value: a preset, a compound knob or the user. A recipe that no source describes has no record, however near it lies.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from torch import nn

from explorer.core import conventions
from explorer.core.errors import BadInput
from explorer.core.published import IMAGENET, Match, Published, Record, parameters_step, read_published, within_digits
from explorer.core.recipe import Recipe
from models.knobs import Settings
from models.registry import REGISTRY, Architecture

Key = tuple[Any, ...]
SHARE_DIGITS = 3
ORDER = ("official-repo", "paper", "implementation", "benchmark")  # behind the architecture's own paper


def key_of(architecture: Architecture, settings: Settings) -> Key:
    """The effective settings, hashable: equal for two recipes that make the same network.

    A value at a place counts only where it differs from what the place would have without it. Compound knobs count by what
    they set, not by their own value.
    """
    resolve = settings.resolve
    network = tuple(
        (name, resolve(name, ())[0]) for name in architecture.knobs if name not in settings.compound
    )
    places = []
    for path in {*settings.table, *settings.at}:
        chain = tuple(_with_parents(path))
        for name in {*settings.table.get(path, ()), *settings.at.get(path, ())}:
            value = resolve(name, chain)[0]
            if value != resolve(name, chain[1:])[0]:
                places.append((path, name, value))
    return architecture.name, network, frozenset(places)


@dataclass
class Shelf:
    """The data set with the matches of each architecture by the key of their recipe, made when first asked for."""

    published: Published

    def __post_init__(self) -> None:
        self._recipes: dict[str, list[Recipe]] = {}
        self._keys: dict[str, dict[Key, list[Match]]] = {}
        for recipe in self.published.by_recipe:
            if recipe.preset in REGISTRY.presets:
                self._recipes.setdefault(REGISTRY.presets[recipe.preset][0].name, []).append(recipe)

    def of(self, architecture: Architecture, settings: Settings) -> list[Match]:
        """The matches whose recipe makes this very network."""
        by_key = self._keys.get(architecture.name)
        if by_key is None:
            by_key = self._keys[architecture.name] = {}
            for recipe in self._recipes.get(architecture.name, ()):
                own = REGISTRY.settings(recipe.preset, recipe.values(), recipe.overrides())
                by_key.setdefault(key_of(architecture, own), []).extend(self.published.by_recipe[recipe])
        return by_key.get(key_of(architecture, settings), []) if by_key else []


@cache
def shelf() -> Shelf:
    """The committed data set, read once. A damaged one is logged and taken for empty: a network is analysed without it."""
    try:
        return Shelf(read_published())
    except BadInput as error:
        logging.getLogger(__name__).warning("published results are left out: %s", error)
        return Shelf(Published((), (), {}))


def published_of(
    architecture: Architecture, settings: Settings, modules: Iterable[nn.Module], layers: Iterable[dict[str, Any]],
    counted: dict[str, int],
) -> list[dict[str, Any]]:
    """The entries ``published`` of the analysis document, the likeliest to be quoted first; see docs/architecture.md."""
    found = ranked(architecture, settings)
    if not found:
        return []
    known, params = shelf(), counted_parameters(modules, layers)
    return [
        compared(record, match, params, counted)
        | {f"{figure}_reason": known.published.explained(figure, record.id) for figure in ("params", "macs")}
        for record, match in found
    ]


def ranked(architecture: Architecture, settings: Settings) -> list[tuple[Record, Match]]:
    """What is published of exactly this network, the likeliest to be quoted first."""
    known = shelf()
    found = [(known.published.by_id[match.record], match) for match in known.of(architecture, settings)]
    return sorted(found, key=lambda pair: rank(architecture, *pair))


def compared(record: Record, match: Match, params: dict[str, int], counted: dict[str, int]) -> dict[str, Any]:
    """One record as JSON: source, figures as printed, our counts under its rules, differences in per cent of the printed."""
    ours_params, ours_macs = params[match.parameters], counted[match.rule]
    return {
        "record": record.id, "kind": record.kind, "paper": record.source.paper, "table": record.source.table,
        "url": record.source.url, "variant": record.variant, "dataset": record.dataset, "conditions": list(match.conditions),
        "top1": record.top1, "top5": record.top5, "note": record.note,
        "params_m": record.params_m, "parameters": match.parameters, "our_params": ours_params,
        "params_difference": difference(ours_params, record.params_m),
        "params_digits": record.params_m is not None
        and within_digits(ours_params, record.params_m, parameters_step(record.params_m)),
        "macs_m": record.madds_m, "rule": match.rule, "our_macs": ours_macs,
        "macs_difference": difference(ours_macs, record.madds_m),
        "macs_digits": record.madds_m is not None and within_digits(ours_macs, record.madds_m, match.macs_step_m),
    }


def difference(ours: int, printed_m: float | None) -> float | None:
    """Ours against the printed millions, in per cent of the printed; None where nothing is printed."""
    return None if printed_m is None else round(100 * (ours / (1e6 * printed_m) - 1), SHARE_DIGITS)


def counted_parameters(modules: Iterable[nn.Module], layers: Iterable[dict[str, Any]]) -> dict[str, int]:
    """The parameters under every convention of ``core.conventions``; ``modules`` are all of the network, each once."""
    rows = list(layers)
    learnable = sum(row["params"] for row in rows)
    biases: dict[int, int] = {}
    of_norms = statistics = 0
    for module in modules:
        bias = module._parameters.get("bias")
        if bias is not None:
            biases[id(bias)] = bias.numel()
        if isinstance(module, nn.BatchNorm2d):
            of_norms += sum(p.numel() for p in module._parameters.values() if p is not None)
            statistics += 2 * module.num_features if module.track_running_stats else 0
    heads = [row["params"] for row in rows if row["kind"] == "linear" and row["runs"]]
    counts = {
        "learnable": learnable,
        "no-bn": learnable - of_norms,
        "no-bias": learnable - sum(biases.values()),
        "no-head": learnable - (heads[-1] if heads else 0),
        "statistics": learnable + statistics,
    }
    assert counts.keys() == conventions.CONVENTIONS.keys()
    return counts


def rank(architecture: Architecture, record: Record, match: Match) -> tuple[Any, ...]:
    """ImageNet first, then without conditions; own paper, official repository, other papers, others; the file's order."""
    own = record.kind == "paper" and record.source.url == architecture.url
    elsewhere = record.dataset not in ("", IMAGENET)
    return elsewhere, bool(match.conditions), -1 if own else ORDER.index(record.kind), record.id


def _with_parents(path: str) -> Iterable[str]:
    while path:
        yield path
        path = path.rpartition(".")[0]
