"""Words of the command line → recipe. Every word is checked against the library's declarations; BadInput says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from math import isfinite
from pathlib import Path
from typing import Any

import models
from explorer.analysis import settings_of
from explorer.analysis.canonical import canonical
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe, Value, read_recipe
from explorer.core.sweep import Axis
from explorer.core.sweep_values import listed
from models import Knob, KnobError
from models.registry import Architecture

RHO = "rho"


class Choice:
    """The recipe that the words describe, and what they set at single places (which has to act somewhere)."""

    def __init__(self, word: str, sets: Sequence[str], ats: Sequence[str]) -> None:
        recipe = _base(word)
        architecture, self._preset = settings_of(Recipe.of(recipe.preset))
        for text in sets:
            name, value = _assignment("--set", text)
            recipe = self._set(recipe, architecture, name, value)
        recipe = canonical(recipe, places=False)
        self._places: list[tuple[str, str]] = []
        for text in ats:
            place, colon, rest = text.partition(":")
            if not colon or not place.strip():
                raise BadInput("--at {0} is not PLACE:KNOB=VALUE, such as stages.5.1:expansion=3", text)
            name, value = _assignment("--at", rest)
            if name == RHO:
                raise BadInput("rho acts on the whole network; use --set rho={0}", value)
            recipe = recipe.with_value(name, _parse(_knob(architecture, name), value), place.strip())
            self._places.append((place.strip(), name))
        self.recipe = recipe

    def check_places(self, analysis: dict[str, Any]) -> None:
        """Raises BadInput where an ``--at`` changes nothing: no such place, or nothing there uses the knob."""
        dormant = {(path, knob) for path, knob in analysis["dormant"]}
        for place, knob in self._places:
            if (place, knob) not in dormant:
                continue
            there = analysis["places"]
            if place in there and place:
                raise BadInput("nothing at {0} uses {1}; knobs there: {2}", place, knob, ", ".join(there[place]["knobs"]))
            near = _near(place, [p for p in there if p], "places are")
            raise BadInput("there is no place {0} in this network; {1}", place, near)

    def _set(self, recipe: Recipe, architecture: Architecture, name: str, text: str) -> Recipe:
        if name == RHO:
            name, value = "resolution", _resolution(architecture, self._own("resolution"), text)
        else:
            value = _parse(_knob(architecture, name), text)
        return recipe.with_value(name, value)

    def _own(self, name: str) -> Value:
        """The preset's own value for the whole network."""
        return self._preset.resolve(name, ())[0]


def axes_of(recipes: Sequence[Recipe], words: Sequence[str]) -> tuple[Axis, ...]:
    """The axes that ``[PLACE:]KNOB=VALUES`` words describe; the knob of each network can take every value, else BadInput.

    VALUES are separated by commas; ``LOW..HIGH:STEP`` stands for the numbers from LOW up to HIGH.
    """
    bases = [settings_of(Recipe.of(recipe.preset)) for recipe in recipes]
    axes = []
    for text in words:
        left, values = _assignment("--grid", text)
        place, _, name = left.rpartition(":")
        if name == RHO and place:
            raise BadInput("rho acts on the whole network; use --grid rho={0}", values)
        chosen: list[Value] = []
        for word in listed(values):
            found = {
                _resolution(architecture, own.resolve("resolution", ())[0], word) if name == RHO
                else _parse(_knob(architecture, name), word)
                for architecture, own in bases
            }
            if len(found) > 1:
                raise BadInput("{0}={1} means different values for these networks; sweep them one by one", name, word)
            chosen += found
        axes.append(Axis("resolution" if name == RHO else name, tuple(dict.fromkeys(chosen)), place.strip()))
    return tuple(axes)


def _base(word: str) -> Recipe:
    names = models.presets()
    if word not in names and (word.lower().endswith(".json") or Path(word).is_file()):
        recipe = read_recipe(Path(word))
        if recipe.preset not in names:
            near = _near_preset(recipe.preset)
            if "did you mean" not in near:
                near = "if it is an own architecture, name its folder with --library DIR"
            raise BadInput("{0} cannot be opened: no preset named {1}; {2}", word, recipe.preset, near)
        return recipe
    if word not in names:
        raise BadInput("no preset named {0}; {1}", word, _near_preset(word))
    return Recipe.of(word)


def _near_preset(word: str) -> str:
    return _near(word.lower().replace("-", "_"), models.presets(), "main.py list shows them all, such as")


def _near(word: str, names: Iterable[str], otherwise: str, shown: int = 6) -> str:
    """``did you mean …`` where names resemble the word, else the first of them."""
    names = list(names)
    close = get_close_matches(word, names, n=3, cutoff=0.6)
    if close:
        return "did you mean " + " or ".join(close) + "?"
    return f"{otherwise} {', '.join(names[:shown])}" + (", …" if len(names) > shown else "")


def _assignment(option: str, text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise BadInput("{0} {1} is not KNOB=VALUE, such as alpha=0.5", option, text)
    return name.strip(), value.strip()


def _knob(architecture: Architecture, name: str) -> Knob:
    knob = architecture.knobs.get(name)
    if knob is None:
        meant = [k.name for k in architecture.knobs.values() if k.symbol and k.symbol == name]
        hint = f"did you mean {meant[0]}?" if meant else _near(name, architecture.knobs, "it has", len(architecture.knobs))
        raise BadInput("{0} has no knob named {1}; {2}", architecture.title, name, hint)
    return knob


def _parse(knob: Knob, text: str) -> Value:
    try:
        return knob.parse(text)
    except KnobError as error:
        raise BadInput(error.template, *error.arguments) from error


def _resolution(architecture: Architecture, base: Value, text: str) -> Value:
    """ρ as pixels: the recipe stores the side of the image."""
    knob = _knob(architecture, "resolution")
    try:
        rho = float(text)
    except ValueError:
        rho = float("nan")
    if not isfinite(rho) or rho <= 0:
        raise BadInput("rho = {0} is not allowed; allowed: a number above 0, the image's side over {1} px", text, base)
    side = round(rho * float(base))
    try:
        return knob.check(side)
    except KnobError as error:
        raise BadInput("rho = {0} makes a resolution of {1} px; allowed: {2}", text, side, knob.allowed()) from error
