"""Sentences for the eye: translation of what the engine, the catalogue and the tables say. English templates are the keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from explorer.core.catalogue import KnobSpec
from explorer.core.rules import RULES

LINE = "line {0}"
_PLACE = re.compile(r"(?P<line>line )?\{(?P<number>\d+)\}: (?=.*\S)")


def engine_sentence(sentence: Sequence[str]) -> str:
    """``[template, argument, …]`` from a worker or an error, translated, then filled in. What does not fit is shown as it is."""
    if not sentence:
        return ""
    template = QCoreApplication.translate("engine", sentence[0])
    if template == sentence[0]:
        before, rest = _place_of(template)
        template = before + QCoreApplication.translate("engine", rest)
    try:
        return template.format(*sentence[1:])
    except (IndexError, KeyError, ValueError):
        return " ".join(sentence)


def _place_of(template: str) -> tuple[str, str]:
    """What a sentence on a user's file has in front (``{2}: `` a file, ``line {1}: ``), translated, and the sentence itself."""
    found = _PLACE.match(template)
    if found is None:
        return "", template
    line = QCoreApplication.translate("engine", LINE) if found["line"] else "{0}"
    before, rest = _place_of(template[found.end():])
    return f"{line.replace('{0}', '{' + found['number'] + '}')}: {before}", rest


def action_text(text: str) -> str:
    """A text of the actions table."""
    return QCoreApplication.translate("actions", text)


def dialog_text(text: str) -> str:
    """A text of a file dialog or a question, which belongs to no class of its own."""
    return QCoreApplication.translate("dialogs", text)


def conditions_words(conditions: str) -> str:
    """``cpu, 1 thread, batch 1`` as the core writes it, its countable parts in the language of the window."""
    translate = QCoreApplication.translate
    known = {"thread": translate("totals", "1 thread"), "threads": translate("totals", "{0} threads"),
             "batch": translate("conditions", "batch {0}"), "median": translate("conditions", "median of {0} runs")}

    def words(part: str) -> str:
        found = re.fullmatch(r"(\d+) (threads?)|(batch) (\d+)|(median) of (\d+) runs", part)
        if found is None:
            return part
        number, name = sorted(each for each in found.groups() if each is not None)
        return known[name].format(number)

    return ", ".join(words(part) for part in conditions.split(", "))


def later(_context: str, text: str) -> str:
    """A text of a table, which is translated where it is shown, in this context."""
    return text


def rule_title(name: str) -> str:
    """What a counting rule counts: ``MACs``."""
    return QCoreApplication.translate("engine", RULES[name].title) if name in RULES else name


def knob_name(spec: KnobSpec) -> str:
    """The knob's name: ``width``."""
    return QCoreApplication.translate("knobs", spec.title)


def knob_short(spec: KnobSpec) -> str:
    """Its symbol, or its name where it has none: ``α``."""
    return spec.symbol or knob_name(spec)


def knob_title(spec: KnobSpec) -> str:
    """The knob's name, with its symbol where it has one: ``width α``."""
    return f"{knob_name(spec)} {spec.symbol}" if spec.symbol else knob_name(spec)


def knob_help(spec: KnobSpec) -> str:
    """The sentence and its source, for tooltips and screen readers."""
    return f"{QCoreApplication.translate('knobs', spec.sentence)}\n{spec.source}"


def place_name(place: str, level: str) -> str:
    """``stages.5`` as a stage is "Stage 5", ``stages.5.1`` as a block "Block 5.1"."""
    if not place:
        return QCoreApplication.translate("places", "Network")
    parts = place.split(".")
    tail = parts[-1] if level == "stage" else ".".join(parts[-2:])
    if level == "stage":
        return QCoreApplication.translate("places", "Stage {0}").format(tail)
    return QCoreApplication.translate("places", "Block {0}").format(tail)


def places_name(places: Sequence[str], level: Callable[[str], str], *, short: bool = False) -> str:
    """Several places in one name: ``Blocks 5.1–5.2`` (short ``5.1–5.2``) where they follow each other, else ``3 blocks``."""
    if len(places) == 1:
        return place_name(places[0], level(places[0]))
    levels = {level(place) for place in places}
    if levels == {"block"} and _are_consecutive(places):
        first, last = (".".join(place.split(".")[-2:]) for place in (places[0], places[-1]))
        return f"{first}–{last}" if short else QCoreApplication.translate("places", "Blocks {0}–{1}").format(first, last)
    words = {
        "stage": QCoreApplication.translate("places", "{0} stages"), "block": QCoreApplication.translate("places", "{0} blocks"),
    }
    several = words.get(levels.pop()) if len(levels) == 1 else None
    return (several or QCoreApplication.translate("places", "{0} places")).format(len(places))


def _are_consecutive(places: Sequence[str]) -> bool:
    parts = [place.rpartition(".") for place in places]
    if len({parent for parent, _, _ in parts}) > 1 or not all(name.isdigit() for _, _, name in parts):
        return False
    return [int(name) for _, _, name in parts] == list(range(int(parts[0][2]), int(parts[0][2]) + len(parts)))
