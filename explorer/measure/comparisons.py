"""Networks compared by measuring them in turn: ratios with intervals, and where the time of each goes. docs/measuring.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from torch import nn

from explorer.analysis import analyse, source_of
from explorer.core.errors import BadInput
from explorer.core.operators import by_kind
from explorer.core.recipe import Recipe
from explorer.core.runtimes import TITLES
from explorer.core.watch import IsCancelled, Progress, never, stop_if, unwatched
from explorer.measure import hardware, resampling
from explorer.measure.layers import Pairs, Stamped, refuse
from explorer.measure.protocol import Bench, checked, clocks_of, document, prepare, together
from explorer.measure.ready import comparison
from explorer.measure.settings import Settings
from explorer.measure.stamps import stamps
from explorer.measure.turns import Runner, Turn, in_turn, ratio, wide
from models.blocks import ChannelShuffle

MOST = 8  # networks at once: all of them are in memory, and each waits for all the others


def compare(
    named: Sequence[tuple[str, Recipe]], settings: Settings, *, operators: bool = True, progress: Progress = unwatched,
    cancelled: IsCancelled = never,
) -> dict[str, Any]:
    """The ``pair`` document of docs/architecture.md; the ratios are to the first. Raises BadInput and Cancelled.

    With ``operators`` each has runs with stamps too; where the settings leave no layers to stamp, the reason stands there.
    """
    if not 2 <= len(named) <= MOST:
        raise BadInput("{0} networks cannot be measured in turn; allowed: 2 to {1}", len(named), MOST)
    started = datetime.now(UTC).isoformat(timespec="seconds")
    analyses = [analyse(recipe, edges=False) for _, recipe in named]
    missing = _no_operators(settings) if operators else ["not asked for"]
    with together([recipe for _, recipe in named], settings, progress=progress, cancelled=cancelled) as benches:
        clock = hardware.clock(benches[0].device)
        marks = stamps(benches[0].device)
        prepared, answers, stamped = [], [], []
        for bench, analysis in zip(benches, analyses, strict=True):
            progress(0.0, ["preparing {0}", TITLES[settings.runtime]])
            prepared.append(prepare(bench))
            answers.append(checked(prepared[-1], bench))
            stamped.append(None if missing else Stamped(bench, analysis, marks))
            stop_if(cancelled)
        for each in prepared:
            each.run()  # what was compiled is dropped when the next one is: now, not in the warm-up, is it made again
        runners = [Runner(p.run, s.cut if s else None) for p, s in zip(prepared, stamped, strict=True)]
        turns = in_turn(runners, clock, settings, progress=progress, cancelled=cancelled, blocks=benches[0].device.type == "cpu")
        clocks = clocks_of(benches[0])
        runs = []
        for place, (name, recipe) in enumerate(named):
            samples = turns[place].samples(tell_steady=settings.warmup_s > 0)
            measurement = document(
                benches[place], prepared[place], samples, clock.stamped, checked=answers[place], clocks=clocks
            ) | {"started": started, "in_turn_with": [r.digest() for i, (_, r) in enumerate(named) if i != place]}
            found = ratio(turns[0].runs_ms, turns[place].runs_ms) if place else None
            # of the ratio, not of the median: what befalls all of them widens every median and no ratio
            kept = [flag for flag in measurement["flags"] if not flag[0].startswith("wide:")]
            measurement["flags"] = [*kept, *wide(found, settings)]
            runs.append({
                "name": name, "params": analyses[place]["params"], "macs": analyses[place]["macs"],
                "access": analyses[place]["access"], "measurement": measurement | source_of(recipe),
                "ratio": found,
                **_attributed(benches[place], stamped[place], turns[place], settings),
            })
    return {
        "kind": "pair", "settings": settings.to_json(), "rounds": len(turns[0].runs_ms), "runs": runs,
        "operators_missing": missing, "confidence": resampling.CONFIDENCE, "margin": resampling.MARGIN, "started": started,
    }


def pair(request: Mapping[str, Any], progress: Progress = unwatched, cancelled: IsCancelled = never) -> dict[str, Any]:
    """The job ``pair``: {recipes, names?} or {recipe, ready}, {settings, operators?}. Raises BadInput and Cancelled."""
    settings = Settings.from_json(request.get("settings", {}))
    operators = request.get("operators", True)
    if not isinstance(operators, bool):
        raise BadInput("operators = {0} is not allowed; allowed: true, false", operators)
    name = request.get("ready")
    if name is None:
        recipes = request.get("recipes")
        if not isinstance(recipes, list):
            raise BadInput("recipes = {0}; a list of 2 to {1} recipes is needed", recipes, MOST)
        named, about = names_of([Recipe.from_json(each) for each in recipes], request.get("names")), None
    else:
        recipe = Recipe.from_json(request.get("recipe"))
        progress(0.0, ["finding the networks to compare"])
        named, notes = comparison(recipe, name, cancelled)
        about = {"name": name, "recipe": recipe.to_json(), "notes": notes}
    return compare(named, settings, operators=operators, progress=progress, cancelled=cancelled) | {"ready": about}


def names_of(recipes: Sequence[Recipe], names: object = None) -> list[tuple[str, Recipe]]:
    """Each recipe with its name (its preset's where none is given), the same name never twice. Raises BadInput."""
    if names is not None and not (
        isinstance(names, list) and len(names) == len(recipes) and all(isinstance(name, str) and name for name in names)
    ):
        raise BadInput("names = {0}; a list with the name of each of the {1} recipes is needed", names, len(recipes))
    chosen = list(names) if isinstance(names, list) else [recipe.preset for recipe in recipes]
    found: list[tuple[str, Recipe]] = []
    for name, recipe in zip(chosen, recipes, strict=True):
        times = sum(each == name for each in chosen[: len(found)])
        found.append((f"{name} ({times + 1})" if times else name, recipe))
    return found


def shuffles_of(module: nn.Module) -> set[str]:
    """Paths of the modules that shuffle channels."""
    return {name for name, part in module.named_modules() if isinstance(part, ChannelShuffle | nn.ChannelShuffle)}


def _no_operators(settings: Settings) -> list[str] | None:
    """Why no layers can be stamped under these settings, [template, argument, …]; None where they can."""
    try:
        refuse(settings)
    except BadInput as error:
        return [error.template, *error.arguments]
    return None


def _attributed(bench: Bench, stamped: Stamped | None, turn: Turn, settings: Settings) -> Mapping[str, Any]:
    """{operators, layer_times}: None without stamps."""
    if stamped is None:
        return {"operators": None, "layer_times": None}
    samples = turn.samples()
    times = stamped.document(Pairs(turn.runs_ms, turn.cuts, samples.warmup_runs, samples.cpu_wall))
    card = bench.card()
    layers = {name: value for name, value in times.items() if name not in card and name != "settings"}
    return {"operators": by_kind(stamped.analysis["layers"], times, shuffles_of(bench.module)), "layer_times": layers}
