"""``main.py compare``: several recipes under one counting rule. What cannot be built is a row with its reason."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from explorer.analysis import analyse
from explorer.analysis.own import whole_catalogue
from explorer.cli.child import ask_worker
from explorer.cli.choices import Choice
from explorer.cli.compare_arguments import COMPARE_FORMATS, JSON, TEXT
from explorer.cli.conditions import settings_of
from explorer.core import measures, rules
from explorer.core.bench_environment import bench_environment
from explorer.core.catalogue import Catalogue
from explorer.core.compare import Comparison, Entry, brief, named
from explorer.core.compare_file import is_comparison, read_document, read_pins
from explorer.core.compare_table import chosen_quantities, comparison_table, comparison_text, conditions_text, document, refusal
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.core.tabular import FORMATS
from explorer.core.weights import OwnAccuracy, shown_accuracy


def compare(arguments: Namespace) -> int:
    """Print the comparison; 2 where none of the recipes can be built."""
    how, names = _format(arguments), chosen_quantities(arguments.columns)
    rules.named(arguments.rule)
    measures.bytes_of(0, arguments.precision)
    baseline_name = arguments.baseline
    chosen = []
    for word in arguments.recipes:
        pairs, preferred = _recipes(word)
        chosen += pairs
        baseline_name = baseline_name or preferred
    catalogue = Catalogue.of(whole_catalogue(arguments.own))
    entries = named([_entry(name, recipe, own, arguments.rule, catalogue) for name, recipe, own in chosen])
    if not entries:
        raise BadInput("there is nothing to compare: {0} holds no pins", ", ".join(arguments.recipes))
    if all(entry.refusal for entry in entries):
        raise BadInput("none of the recipes can be built: {0}", "; ".join(f"{entry.name}: {refusal(entry)}" for entry in entries))
    settings = settings_of(arguments)
    if arguments.measure:
        _check(settings)
        entries = [_measured(entry, settings, arguments) for entry in entries]
    comparison = Comparison(
        entries, _baseline(entries, baseline_name), arguments.rule, arguments.precision,
        conditions_text(settings) if arguments.measure else "",
    )
    arguments.out.write(_written(how, comparison, names))
    return 0


def _format(arguments: Namespace) -> str:
    how: str = JSON if arguments.json and arguments.format == TEXT else arguments.format
    if how not in COMPARE_FORMATS:
        raise BadInput("--format {0} is not allowed; allowed: {1}", how, ", ".join(COMPARE_FORMATS))
    if arguments.json and how != JSON:
        raise BadInput("--json and --format {0} exclude each other", how)
    return how


def _recipes(word: str) -> tuple[list[tuple[str, Recipe, OwnAccuracy | None]], str]:
    """(name, recipe, stated accuracy) of a preset, a recipe file, or every pin of a comparison file, with the name of that file's
    baseline."""
    path = Path(word)
    if path.suffix.lower() == ".json" and path.is_file() and is_comparison(read_document(path)):
        pins = read_pins(path)
        baseline = pins.of(pins.baseline)
        return [(pin.name, pin.recipe, pin.accuracy) for pin in pins.pins], baseline.name if baseline else ""
    recipe = Choice(word, (), ()).recipe
    return [(path.name.removesuffix(".json").removesuffix(".recipe") if path.is_file() else word, recipe, None)], ""


def _entry(name: str, recipe: Recipe, own: OwnAccuracy | None, rule: str, catalogue: Catalogue) -> Entry:
    spec = catalogue.architecture(recipe.preset)
    try:
        figures = brief(analyse(recipe, rule, edges=False))
    except BadInput as error:
        return Entry(name, recipe, refusal=(error.template, *error.arguments), spec=spec)
    return Entry(name, recipe, figures, own=own or _own_accuracy(recipe), spec=spec)


def _own_accuracy(recipe: Recipe) -> OwnAccuracy | None:
    """What the owner of the weights states, if the file is there and fits; raises BadInput for a file that is another."""
    if recipe.weights is None or recipe.weights.accuracy is None:
        return None
    from explorer.weights import report_of

    return shown_accuracy(recipe.weights, recipe.digest(), report_of(recipe))


def _check(settings: Mapping[str, Any]) -> None:
    """Raises BadInput for conditions that no measurement can be taken under, before the first one is tried."""
    from explorer.measure import Settings
    from explorer.measure.backends import missing
    from explorer.measure.hardware import pick

    reason = missing(settings["runtime"], pick(Settings.from_json(settings).device).type)
    if reason is not None:
        raise BadInput(*reason)


def _measured(entry: Entry, settings: Mapping[str, Any], arguments: Namespace) -> Entry:
    if entry.refusal:
        return entry
    request = {"job": "measure", "recipe": entry.recipe.structure().to_json(), "settings": dict(settings)}
    first = {"job": "library", "files": [f.to_json() for f in arguments.own]} if arguments.own else None
    return replace(entry, latency=ask_worker("bench", request, bench_environment(arguments.threads), first=first))


def _baseline(entries: list[Entry], name: str | None) -> int:
    names = [entry.name for entry in entries]
    if not name:
        return next(place for place, entry in enumerate(entries) if not entry.refusal)
    if name not in names:
        raise BadInput("there is no {0} to be the baseline; there are: {1}", name, ", ".join(names))
    return names.index(name)


def _written(how: str, comparison: Comparison, names: list[str]) -> str:
    if how == JSON:
        return json.dumps(document(comparison), allow_nan=False) + "\n"
    if how == TEXT:
        return comparison_text(comparison, names)
    return FORMATS[how][1](comparison_table(comparison, names))
