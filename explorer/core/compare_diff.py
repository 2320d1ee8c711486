"""Two networks against each other: which knobs differ, at the widest place where they do, and the costs stage by stage."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from explorer.core.compare import Figures, knobs_of, stages_of
from explorer.core.recipe import Recipe, Value


class KnobDifference(NamedTuple):
    """A knob whose value differs at a place ("" the whole network). None where a network has no such knob there."""

    place: str
    knob: str
    before: Value | None
    now: Value | None


class StagePair(NamedTuple):
    """What stands at the top level under one id in both networks, or in one of them only (the other is None)."""

    id: str
    before: Mapping[str, Any] | None
    now: Mapping[str, Any] | None


def knob_differences(before: Figures, now: Figures) -> list[KnobDifference]:
    """The knobs that differ in force, whatever wrote them; a difference that a wider place has already is not repeated.

    Of two architectures only those knobs of the whole network are compared that both have, and those that a recipe sets.
    """
    one, other = knobs_of(before), knobs_of(now)
    if before["architecture"] != now["architecture"]:
        return _across(before, now)
    found = []
    for place in (place for place in one if place in other):
        for knob in one[place]:
            pair = one[place][knob], other[place].get(knob)
            if pair[0] != pair[1] and pair != _around(one, other, place, knob):
                found.append(KnobDifference(place, knob, *pair))
    return found


def stage_pairs(before: Figures, now: Figures) -> list[StagePair]:
    """The top level of both networks side by side, in call order; those of one alone stand where they are called."""
    one, other = ({row["id"]: row for row in stages_of(figures) if row["macs"] or row["params"]} for figures in (before, now))
    ids, others = list(one), list(other)
    found: list[StagePair] = []
    for what, i, i_end, j, j_end in SequenceMatcher(None, ids, others, autojunk=False).get_opcodes():
        if what == "equal":
            found += [StagePair(path, one[path], other[path]) for path in ids[i:i_end]]
        else:
            found += [StagePair(path, one[path], None) for path in ids[i:i_end]]
            found += [StagePair(path, None, other[path]) for path in others[j:j_end]]
    return found


def _around(one: Mapping[str, Any], other: Mapping[str, Any], place: str, knob: str) -> tuple[Value | None, Value | None] | None:
    """Both values at the nearest wider place where both have the knob; None at the widest."""
    while place:
        place = place.rpartition(".")[0]
        if knob in one.get(place, ()) and knob in other.get(place, ()):
            return one[place][knob], other[place][knob]
    return None


def _across(before: Figures, now: Figures) -> list[KnobDifference]:
    one, other = knobs_of(before).get("", {}), knobs_of(now).get("", {})
    found = [KnobDifference("", knob, one[knob], other[knob]) for knob in one if knob in other and one[knob] != other[knob]]
    held = {(each.place, each.knob) for each in found}
    settings = [_set_by(Recipe.from_json(figures["recipe"])) for figures in (before, now)]
    for key in (*settings[0], *settings[1]):
        if key not in held and not (key[0] == "" and key[1] in one and key[1] in other):
            held.add(key)
            found.append(KnobDifference(*key, settings[0].get(key), settings[1].get(key)))
    return found


def _set_by(recipe: Recipe) -> dict[tuple[str, str], Value]:
    return {("", n): v for n, v in recipe.knobs} | {(path, n): v for path, values in recipe.at for n, v in values}
