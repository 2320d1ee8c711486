"""The library as the window knows it: architectures, presets and knob declarations read from the catalogue's JSON.

The committed copy (``resources/catalogue.json``, written by ``scripts/generate_catalogue.py``) is shown before the engine
has started; the engine's own answer replaces it. Standard library only: no model is known here.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import isfinite
from pathlib import Path
from typing import Any

from explorer.core.errors import BadInput
from explorer.core.paper_columns import PaperSpec
from explorer.core.recipe import Value

MOST_STEPS = 1000  # of a slider; a longer range is walked in two significant digits
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
CATALOGUE_FILE = RESOURCES / "catalogue.json"


@dataclass(frozen=True)
class KnobSpec:
    """One knob's declaration: type, range, the paper's own values, the words beside it."""

    name: str
    symbol: str
    title: str
    kind: str
    default: Value
    sentence: str
    source: str
    minimum: float = 0
    maximum: float = 0
    step: float = 1
    choices: tuple[str, ...] = ()
    snaps: tuple[float, ...] = ()
    special: Mapping[int, str] = field(default_factory=dict)
    scopes: tuple[str, ...] = ()
    unit: str = ""

    @staticmethod
    def of(document: Mapping[str, Any]) -> KnobSpec:
        """From the catalogue's JSON."""
        return KnobSpec(
            document["name"], document["symbol"], document["title"], document["kind"], document["default"], document["sentence"],
            document["source"], document["minimum"], document["maximum"], document["step"], tuple(document["choices"]),
            tuple(document["snaps"]), {int(k): v for k, v in document["special"].items()}, tuple(document["scopes"]),
            document["unit"],
        )

    @property
    def is_slot(self) -> bool:
        """Whether this is a place for an activation function."""
        return self.name.startswith("activation.")

    def text(self, value: Value) -> str:
        """The value as a person reads it, without its unit: ``0.75``, ``off``."""
        if isinstance(value, bool):
            return "on" if value else "off"
        if isinstance(value, str):
            return value
        if isinstance(value, int) and value in self.special:
            return self.special[value]
        return f"{value:g}" if isinstance(value, float) else str(value)

    def text_with_unit(self, value: Value) -> str:
        """The value with its unit: ``192 px``."""
        number = isinstance(value, int | float) and not isinstance(value, bool) and value not in self.special
        return f"{self.text(value)} {self.unit}" if self.unit and number else self.text(value)

    def parse(self, typed: str) -> Value:
        """The value of a number that a person typed, unit or not. Raises BadInput with what is allowed."""
        word = typed.strip().removesuffix(self.unit).strip().replace(",", ".")
        for number, name in self.special.items():
            if word.lower() == name.lower():
                return number
        try:
            value = float(word)
        except ValueError:
            raise BadInput("{0} = {1} is not a number; allowed: {2}", self.title, typed.strip() or "∅", self.allowed()) from None
        whole = self.kind == "int"
        if not isfinite(value) or (whole and value != int(value)):
            raise BadInput("{0} = {1} is not allowed; allowed: {2}", self.title, typed.strip(), self.allowed())
        if whole and int(value) in self.special:
            return int(value)
        if not self.minimum <= value <= self.maximum:
            raise BadInput("{0} = {1} is not allowed; allowed: {2}", self.title, typed.strip(), self.allowed())
        return int(value) if whole else value

    def allowed(self) -> str:
        """The allowed values in words."""
        words = [f"{name} ({number})" for number, name in self.special.items()]
        whole = "whole numbers " if self.kind == "int" else ""
        return ", ".join([*words, f"{whole}{self.minimum:g} to {self.maximum:g}" + (f" {self.unit}" if self.unit else "")])

    def stops(self, legal: Sequence[Value] | None, current: Value) -> tuple[float, ...]:
        """Where a slider can stand, ascending: the legal values where only some are; the words and the paper's own values where
        there are words (off, 2, 4 …), and the paper's sizes of the input; else every step of the range. The value it stands on
        is always among them.
        """
        if legal is not None and not (self.name == "resolution" and self.stops_at_papers_values):
            own: tuple[float, ...] = tuple(sorted(float(v) for v in legal))
        elif self.stops_at_papers_values:
            papers = (*self.special, *self.snaps)
            own = tuple(sorted(float(v) for v in papers if legal is None or v in legal))
        else:
            own = grid(self.minimum, self.maximum, self.step, self.snaps)
        now = float(current)
        place = bisect_left(own, now)
        return own if place < len(own) and own[place] == now else (*own[:place], now, *own[place:])

    @property
    def stops_at_papers_values(self) -> bool:
        """Whether a slider takes only the words and the paper's own values; anything else in the range is typed."""
        return bool(self.special) or (self.name == "resolution" and len(self.snaps) > 1)

    def value_at(self, stop: float) -> Value:
        """The knob's value, in its own type, at a slider's stop."""
        return int(stop) if self.kind == "int" else float(stop)


@dataclass(frozen=True)
class PresetSpec:
    """A named variant and where it is printed."""

    name: str
    source: str


@dataclass(frozen=True)
class ArchitectureSpec:
    """One architecture of the library."""

    name: str
    title: str
    family: str
    year: int
    paper: str
    url: str
    source_file: str
    knobs: Mapping[str, KnobSpec]
    presets: tuple[PresetSpec, ...]
    folder: str = ""  # of a user's own architecture
    paper_table: PaperSpec | None = None

    @property
    def is_own(self) -> bool:
        """Whether it comes from a file of the user's."""
        return bool(self.folder)

    @staticmethod
    def of(document: Mapping[str, Any]) -> ArchitectureSpec:
        """From the catalogue's JSON."""
        knobs = [KnobSpec.of(k) for k in document["knobs"]]
        return ArchitectureSpec(
            document["name"], document["title"], document["family"], int(document["year"]), document["paper"], document["url"],
            document.get("source_file", ""), {k.name: k for k in knobs},
            tuple(PresetSpec(p["name"], p["source"]) for p in document["presets"]), document.get("folder", ""),
            PaperSpec.of(document["paper_table"]) if document.get("paper_table") else None,
        )


class Catalogue:
    """Architectures in the library's order, and which one each preset belongs to."""

    def __init__(self, architectures: Sequence[ArchitectureSpec]) -> None:
        self.architectures = tuple(architectures)
        self._of_preset = {p.name: a for a in architectures for p in a.presets}

    @staticmethod
    def of(document: Mapping[str, Any]) -> Catalogue:
        """From ``{"architectures": [...]}``. Raises BadInput where it is something else."""
        try:
            return Catalogue([ArchitectureSpec.of(a) for a in document["architectures"]])
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise BadInput("the catalogue cannot be read: {0}", repr(error)) from error

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Catalogue) and self.architectures == other.architectures

    def __hash__(self) -> int:
        return hash(tuple(self._of_preset))

    def architecture(self, preset: str) -> ArchitectureSpec | None:
        """The architecture that a preset belongs to."""
        return self._of_preset.get(preset)

    def presets(self) -> list[str]:
        """Every preset's name."""
        return list(self._of_preset)


@cache
def grid(minimum: float, maximum: float, step: float, snaps: tuple[float, ...]) -> tuple[float, ...]:
    """Every step from ``minimum`` to ``maximum``, both included, and the paper's own values."""
    count = round((maximum - minimum) / (step or 1))
    if count > MOST_STEPS and minimum > 0:
        steps = {v for v in (d * 10**e for e in range(16) for d in range(1, 100)) if minimum <= v <= maximum}
    else:
        steps = {round(minimum + i * (step or 1), 6) for i in range(count + 1)}
    return tuple(sorted({float(v) for v in (*steps, minimum, maximum, *snaps) if minimum <= v <= maximum}))


def read_catalogue(path: Path = CATALOGUE_FILE) -> Catalogue:
    """The committed catalogue. Raises BadInput where it is missing or damaged."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput("the catalogue {0} cannot be read: {1}", path, error) from error
    return Catalogue.of(document)
