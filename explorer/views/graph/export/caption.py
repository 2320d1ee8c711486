"""What is written around the graph: title, changed knobs, counts under their rule, version and recipe. Draws nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from explorer import __version__
from explorer.core import units
from explorer.core.catalogue import ArchitectureSpec
from explorer.core.layer_times import balance, conditions
from explorer.core.recipe import Recipe, Value
from explorer.core.rules import RULES
from explorer.views.graph.look import shape_text
from explorer.views.words import conditions_words, engine_sentence, knob_name, place_name

DIGEST_SIGNS = 12  # of the recipe's SHA-256: enough to tell a lab's recipes apart


@dataclass(frozen=True)
class Caption:
    """Sentences, ready to be set. ``changes`` is empty for the preset itself."""

    title: str
    changes: tuple[str, ...]
    facts: tuple[str, ...]
    footer: str


def caption(
    analysis: Mapping[str, Any], architecture: ArchitectureSpec | None, timed: Mapping[str, Any] | None = None
) -> Caption:
    """From the answer of ``analyse`` and the catalogue's entry (None: knobs are called by their names).

    ``timed`` is the ``layer_times`` document whose figures the picture shows.
    """
    preset, title = analysis["preset"], analysis["title"]
    recipe = Recipe.from_json(analysis["recipe"])
    rule = RULES[analysis["rule"]]
    translate = QCoreApplication.translate
    facts = [
        translate("Graph", "input {0}").format(shape_text(analysis["input"])),
        translate("Graph", "{0} parameters").format(units.count(analysis["params"])),
        f"{units.count(analysis['macs'])} {translate('engine', rule.title)} ({translate('engine', rule.short)})",
    ]
    if analysis["incomplete"]:
        facts.append(translate("Graph", "{0} operations not counted").format(len(analysis["uncounted"])))
    if timed is not None:
        facts += [translate("Graph", "time: {0}").format(conditions_words(conditions(timed))), engine_sentence(balance(timed))]
        facts += [engine_sentence(flag) for flag in timed["flags"]]
    of_recipe = translate("Graph", "recipe {0}").format(analysis["digest"][:DIGEST_SIGNS])
    footer = f"Architecture Explorer {__version__} · {of_recipe}"
    return Caption(title if title == preset else f"{title} · {preset}", _changes(recipe, architecture), tuple(facts), footer)


def _changes(recipe: Recipe, architecture: ArchitectureSpec | None) -> tuple[str, ...]:
    """``α 0.75``, ``t 4 (Stage 5)``: what differs from the preset."""

    def text(name: str, value: Value) -> str:
        spec = architecture.knobs.get(name) if architecture else None
        if spec is None:
            return f"{name} {value}"
        called = spec.symbol if spec.symbol and not spec.unit else knob_name(spec)  # ρ is no length
        return f"{called} {spec.text_with_unit(value)}"

    found = [text(name, value) for name, value in recipe.knobs]
    for place, values in recipe.at:
        where = place_name(place, "stage" if place.count(".") == 1 else "block")
        found += [f"{text(name, value)} ({where})" for name, value in values]
    return tuple(found)
