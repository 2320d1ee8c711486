"""What a registered architecture must declare so that window, command line and recipes can work with it. No torch, no Qt.

The bundled files are held to the same rules by a test; a user's own file is checked each time it is loaded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from math import isfinite
from typing import TYPE_CHECKING

from models.knobs import EVERYWHERE, NETWORK, Knob, KnobError, Value

if TYPE_CHECKING:
    from models.registry import Architecture

KINDS = ("int", "float", "choice", "bool")
NAME = re.compile(r"[A-Za-z0-9][\w.+-]*", re.ASCII)
KNOB_NAME = re.compile(r"[A-Za-z_][\w.]*", re.ASCII)
TEXTS = ("symbol", "title", "sentence", "source", "unit")


class DeclarationError(ValueError):
    """A declaration that cannot be used. ``template`` and ``arguments`` are the sentence before formatting."""

    def __init__(self, template: str, *arguments: object) -> None:
        self.template = template
        self.arguments = tuple(str(a) for a in arguments)
        super().__init__(template.format(*self.arguments))


def check_declaration(entry: Architecture) -> None:
    """Raises DeclarationError with the first thing that is missing or contradicts itself."""
    for name in (entry.name, *(p.name for p in entry.presets)):
        if not isinstance(name, str) or not NAME.fullmatch(name):
            raise DeclarationError("the name {0} is not allowed; letters, digits and _ . + - are", repr(name))
    for field in ("title", "family", "paper", "url"):
        if not isinstance(getattr(entry, field), str):
            raise DeclarationError("{0}: {1} is {2}; a text is needed", entry.name, field, repr(getattr(entry, field)))
    if not entry.title:
        raise DeclarationError("{0}: the title is empty", entry.name)
    if not isinstance(entry.year, int):
        raise DeclarationError("{0}: year is {1}; a whole number is needed", entry.name, repr(entry.year))
    if not entry.presets:
        raise DeclarationError("{0} has no preset; one is needed, such as Preset(\"{0}\", \"Table 1\")", entry.name)
    sources: list[tuple[str, object]] = [(p.name, p.source) for p in entry.presets]
    for name, source in sources:
        if not isinstance(source, str):
            raise DeclarationError("{0}: the source of {1} is {2}; a text is needed", entry.name, name, repr(source))
    for knob in entry.knobs.values():
        _check_texts(entry.name, knob)
        _check_knob(entry.name, knob)
    resolution = entry.knobs.get("resolution")
    if resolution is None or resolution.kind != "int" or resolution.scopes != (NETWORK,):
        raise DeclarationError(
            "{0} needs a knob \"resolution\", a whole number for the whole network, which is the side of the input image "
            "(models.common.resolution declares one)", entry.name,
        )
    for where, name, value in _given(entry):
        if name not in entry.knobs:
            raise DeclarationError("{0}: {1} gives a value to {2}, which is not declared as a knob", entry.name, where, name)
        try:
            entry.knobs[name].check(value)
        except KnobError as error:
            raise DeclarationError("{0}: {1}: {2}", entry.name, where, error) from error
    if entry.paper_table is not None and (fault := entry.paper_table.fault(entry.knobs)):
        raise DeclarationError("{0}: the paper's table: {1}", entry.name, fault)
    try:
        json.dumps(entry.describe(), allow_nan=False)
    except (TypeError, ValueError) as error:
        raise DeclarationError("{0}: something declared is neither a number nor a text ({1})", entry.name, error) from error


def _check_texts(name: str, knob: Knob) -> None:
    """Raises DeclarationError where something is not the text or the finite number that it is to be."""
    if not isinstance(knob.name, str) or not KNOB_NAME.fullmatch(knob.name):
        raise DeclarationError("{0}: a knob is named {1}; letters, digits, _ and . are allowed", name, repr(knob.name))
    texts: list[tuple[str, object]] = [(field, getattr(knob, field)) for field in TEXTS]
    texts += [("choices", word) for word in knob.choices] + [("special", word) for word in knob.special.values()]
    for field, text in texts:
        if not isinstance(text, str):
            raise DeclarationError("{0}: {1} of {2} is {3}; a text is needed", name, field, knob.name, repr(text))
    numbers: list[tuple[str, object]] = [(field, getattr(knob, field)) for field in ("minimum", "maximum", "step")]
    numbers += [("snaps", number) for number in knob.snaps]
    for field, number in numbers:
        if isinstance(number, bool) or not isinstance(number, int | float) or not isfinite(number):
            raise DeclarationError("{0}: {1} of {2} is {3}; a finite number is needed", name, field, knob.name, repr(number))


def _check_knob(name: str, knob: Knob) -> None:
    if knob.kind not in KINDS:
        raise DeclarationError("{0}: the kind of {1} is {2}; allowed: {3}", name, knob.name, knob.kind, ", ".join(KINDS))
    scopes: object = knob.scopes
    choices: object = knob.choices
    if not isinstance(scopes, tuple | list) or not scopes or not set(scopes) <= set(EVERYWHERE):
        allowed = ", ".join(EVERYWHERE)
        raise DeclarationError("{0}: the scopes of {1} are {2}; allowed: {3}", name, knob.name, repr(scopes), allowed)
    if knob.kind == "choice" and (not isinstance(choices, tuple | list) or not choices):
        raise DeclarationError("{0}: {1} is a choice of nothing; choices is a tuple of words", name, knob.name)
    if knob.kind in ("int", "float") and not knob.minimum < knob.maximum:
        raise DeclarationError("{0}: {1} runs from {2} to {3}; minimum is to be below maximum", name, knob.name, knob.minimum,
                               knob.maximum)
    if knob.kind in ("int", "float") and not knob.step > 0:
        raise DeclarationError("{0}: the step of {1} is {2}; a number above 0 is needed", name, knob.name, knob.step)
    try:
        knob.check(knob.default)
    except KnobError as error:
        raise DeclarationError("{0}: the default of {1} is {2}; allowed: {3}", name, knob.name, knob.default,
                               knob.allowed()) from error


def _given(entry: Architecture) -> Iterator[tuple[str, str, object]]:
    """Every value that presets, table and compound knobs give to a knob: where, knob, value."""
    held: list[tuple[str, Mapping[str, Value]]] = [(f"the preset {p.name}", p.knobs) for p in entry.presets]
    held += [(f"the preset {p.name} at {path}", values) for p in entry.presets for path, values in p.at.items()]
    held += [(f"the table at {path}", values) for path, values in entry.table.items()]
    for knob, brings in entry.compound.items():
        held += [(f"{knob} = {value}", values) for value, values in brings.items()]
    for where, values in held:
        for name, value in values.items():
            yield where, name, value
