"""Knobs, and the scopes through which a builder reads them.

A *knob* is one typed, bounded structural parameter. A *scope* is a place a knob acts on: the whole network, one stage, one
block. A builder is handed the network's scope, hands every child the child's (``stage = knobs["stages.3"]``,
``block = stage["1"]``) and reads ``block.expansion``. Which value holds there is decided here and nowhere else.

Resolution, first match wins: the user's value at the block, the user's at the stage, the paper's table at the block, the
paper's table at the stage, the user's for the network, the preset's default, the knob's default. The paper's table stands
above the user's network value because a row such as MobileNetV2's first bottleneck (t = 1) is meant to differ.
A *compound* knob (EfficientNet's φ) sets others: a value that it brings stands below all that the user set, in place of
table, preset and default.

Every read is recorded with its origin, its legal values and its effect; that record is what the window offers the user.
Standard library only: neither torch nor Qt is known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import gcd
from typing import Any

Value = bool | int | float | str
NETWORK = "network"
STAGE = "stage"
BLOCK = "block"
EVERYWHERE = (NETWORK, STAGE, BLOCK)


class KnobError(ValueError):
    """A value that cannot be built: what was wrong, the value, what is allowed.

    ``template`` and ``args`` let the window translate the sentence; ``str(error)`` is the English one.
    """

    def __init__(self, template: str, *args: object) -> None:
        self.template = template
        self.arguments = tuple(str(a) for a in args)
        super().__init__(template.format(*self.arguments))


@dataclass(frozen=True)
class Knob:
    """The declaration of one knob: what the user may set and what the papers say about it.

    ``kind`` is ``int``, ``float``, ``choice`` or ``bool``. ``special`` names values outside the range that stand for a word
    (``{0: "off"}``). ``snaps`` are the paper's own values; a slider stops there, any legal value can be typed.
    """

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
    scopes: tuple[str, ...] = EVERYWHERE
    unit: str = ""

    def parse(self, text: str) -> Value:
        """The value a person typed; raises KnobError with what is allowed."""
        word = text.strip()
        for number, name in self.special.items():
            if word.lower() == name.lower():
                return number
        if self.kind == "choice":
            return self.check(word)
        if self.kind == "bool":
            spelled = {"true": True, "on": True, "yes": True, "1": True, "false": False, "off": False, "no": False, "0": False}
            if word.lower() not in spelled:
                raise KnobError("{0} = {1} is not allowed; allowed: {2}", self.name, text, self.allowed())
            return spelled[word.lower()]
        try:
            number_value = int(word) if self.kind == "int" else float(word)
        except ValueError:
            raise KnobError("{0} = {1} is not a number; allowed: {2}", self.name, text, self.allowed()) from None
        return self.check(number_value)

    def check(self, value: object) -> Value:
        """``value`` with its declared type; raises KnobError where type or range is wrong."""
        wrong = KnobError("{0} = {1} is not allowed; allowed: {2}", self.name, value, self.allowed())
        if self.kind == "bool":
            if not isinstance(value, bool):
                raise wrong
            return value
        if self.kind == "choice":
            if value not in self.choices:
                raise wrong
            return str(value)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise wrong
        if self.kind == "int" and value in self.special:
            return int(value)
        if not self.minimum <= value <= self.maximum:  # before any conversion: a float cannot hold every int
            raise wrong
        if self.kind == "float":
            return float(value)
        if value != int(value):
            raise wrong
        return int(value)

    def allowed(self) -> str:
        """The allowed values in words, for error sentences."""
        if self.kind == "choice":
            return ", ".join(self.choices)
        if self.kind == "bool":
            return "true, false"
        words = [f"{name} ({number})" for number, name in self.special.items()]
        whole = "whole numbers " if self.kind == "int" else ""
        words.append(f"{whole}{self.minimum:g} to {self.maximum:g}" + (f" {self.unit}" if self.unit else ""))
        return ", ".join(words)

    def describe(self) -> dict[str, Any]:
        """The declaration as JSON, for the catalogue and ``list --json``."""
        return {
            "name": self.name, "symbol": self.symbol, "title": self.title, "kind": self.kind, "default": self.default,
            "minimum": self.minimum, "maximum": self.maximum, "step": self.step, "choices": list(self.choices),
            "snaps": list(self.snaps), "special": {str(k): v for k, v in self.special.items()},
            "scopes": list(self.scopes), "unit": self.unit, "sentence": self.sentence, "source": self.source,
        }


@dataclass
class Reading:
    """One knob as read at one place: its value, where the value came from, what else would be legal, what it does.

    ``origin`` is the path of the user's override, ``"network"`` for the user's network value, ``"table"`` for the paper's
    table, ``"preset"`` otherwise. ``legal`` is None where every declared value is legal. ``reason`` (template, arguments)
    says why others are not; ``note`` (template, arguments) names the effect downstream.
    """

    value: Value
    origin: str
    legal: tuple[Value, ...] | None = None
    reason: tuple[str, ...] = ()
    note: tuple[str, ...] = ()


class Settings:
    """The knob values of one build, checked against their declarations, and the record of every read.

    Raises KnobError for a knob that the architecture does not have, a value outside its declaration, or a scope it lacks.
    """

    def __init__(
        self,
        knobs: Mapping[str, Knob],
        defaults: Mapping[str, Value],
        table: Mapping[str, Mapping[str, Value]],
        values: Mapping[str, object],
        at: Mapping[str, Mapping[str, object]],
        compound: Mapping[str, Mapping[Value, Mapping[str, Value]]] | None = None,
    ) -> None:
        self.knobs = knobs
        self.defaults = defaults
        self.table = table
        self.values = {name: self._declared(name, NETWORK).check(v) for name, v in values.items()}
        self.at = {
            path: {name: self._declared(name, path).check(v) for name, v in overrides.items()}
            for path, overrides in at.items()
        }
        self.compound = compound or {}
        self.brought: dict[str, Value] = {}  # what the compound knobs give to others
        for name, brings in self.compound.items():
            self.brought.update(brings.get(self.resolve(name, ())[0], {}))
        self.asked: dict[str, dict[str, Reading]] = {}
        self.parents: dict[str, str] = {}
        self.root = Scope(self, "", ())

    def _declared(self, name: str, place: str) -> Knob:
        knob = self.knobs.get(name)
        if knob is None:
            raise KnobError("no knob named {0}; this architecture has: {1}", name, ", ".join(self.knobs))
        if place == NETWORK and NETWORK not in knob.scopes:
            raise KnobError("{0} is set per {1}, not for the whole network", name, " or ".join(knob.scopes))
        if place != NETWORK and knob.scopes == (NETWORK,):
            raise KnobError("{0} acts on the whole network and cannot be set at {1}", name, place)
        return knob

    def resolve(self, name: str, chain: tuple[str, ...]) -> tuple[Value, str]:
        """Value and origin of a knob at a place; ``chain`` is the place's path and its parents', narrowest first."""
        brought = name in self.brought
        for layer, origin in ((self.at, None), ({} if brought else self.table, "table")):
            for path in chain:
                here = layer.get(path)
                if here is not None and name in here:
                    return here[name], origin or path
        if name in self.values:
            return self.values[name], NETWORK
        if brought:
            return self.brought[name], "preset"
        if name in self.defaults:
            return self.defaults[name], "preset"
        return self.knobs[name].default, "preset"

    def dormant(self) -> list[tuple[str, str]]:
        """Overrides (path, knob) that no block asked for in the last build: their block vanished or does not use them."""
        return [(p, n) for p, names in self.at.items() for n in names if not self._reached(p, n)]

    def _reached(self, path: str, name: str) -> bool:
        if not path:  # the whole network is no place of an override
            return False
        if path not in self.asked and path not in self.parents.values():
            return False
        return any(
            name in read and (place == path or self.parents.get(place) == path) for place, read in self.asked.items()
        )


class Scope:
    """One place of the network during a build. Attributes are knob values: ``block.expansion``."""

    __slots__ = ("_chain", "_settings", "path")

    def __init__(self, settings: Settings, path: str, chain: tuple[str, ...]) -> None:
        self._settings = settings
        self.path = path
        self._chain = chain

    def __getitem__(self, child: str | int) -> Scope:
        path = f"{self.path}.{child}" if self.path else str(child)
        settings = self._settings
        settings.parents[path] = self.path
        settings.asked.setdefault(path, {})
        scope = Scope(settings, path, (path, *self._chain))
        level = STAGE if len(self._chain) == 0 else BLOCK
        for name in settings.at.get(path, ()):
            if level not in settings.knobs[name].scopes:
                allowed = " or ".join(settings.knobs[name].scopes)
                raise KnobError("{0} is set per {1}, not per {2} ({3})", name, allowed, level, path)
        return scope

    def __getattr__(self, name: str) -> Any:
        return self.read(name).value

    def read(self, name: str) -> Reading:
        """The knob's reading here, recorded."""
        settings = self._settings
        if name not in settings.knobs:
            raise AttributeError(f"architecture declares no knob {name!r}")
        reading = Reading(*settings.resolve(name, self._chain))
        settings.asked.setdefault(self.path, {})[name] = reading
        return reading

    def activation(self, slot: str) -> str:
        """Name of the activation function standing in a slot of this block; ``none`` leaves the slot empty (linear)."""
        value: str = self.read("activation." + slot).value  # type: ignore[assignment]
        return value

    def among(self, name: str, legal: Iterable[Value], template: str, *args: object) -> Any:
        """The knob's value here, where only ``legal`` values can be built; ``template`` says why. Raises KnobError."""
        reading = self.read(name)
        reading.legal = tuple(legal)
        reading.reason = (template, *(str(a) for a in args))
        if reading.value not in reading.legal:
            raise KnobError(
                "{0} = {1} is not possible at {2}: {3}; possible here: {4}", name, reading.value, self.path or "the network",
                template.format(*args), in_words(reading.legal),
            )
        return reading.value

    def divisor(self, name: str, *channels: int) -> int:
        """The knob's value here, which has to divide every one of ``channels``. Raises KnobError."""
        common = gcd(*channels)
        knob = self._settings.knobs[name]
        legal = [v for v in knob.special if v == 0] + [d for d in divisors(common) if knob.minimum <= d <= knob.maximum]
        named = ", ".join(str(c) for c in sorted(set(channels)))
        value: int = self.among(name, legal, "it must divide the channel counts {0}", named)
        return value

    def note(self, name: str, template: str, *args: object) -> None:
        """Name the effect that a knob has here, for example the channels that α rounds to."""
        reading = self._settings.asked.setdefault(self.path, {}).get(name) or self.read(name)
        reading.note = (template, *(f"{a:g}" if isinstance(a, float) else str(a) for a in args))


def in_words(legal: Iterable[Value]) -> str:
    """Legal values for a sentence: those in order one by one, a long run of whole numbers as its ends."""
    values = list(legal)
    if len(values) > 8 and values == list(range(int(values[0]), int(values[0]) + len(values))):
        return f"{values[0]} to {values[-1]}"
    return ", ".join(str(v) for v in values)


def divisors(number: int) -> list[int]:
    """All positive divisors, ascending."""
    small = [d for d in range(1, int(number**0.5) + 1) if number % d == 0]
    return small + [number // d for d in reversed(small) if d * d != number]
