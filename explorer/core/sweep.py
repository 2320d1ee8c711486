"""What a sweep is: networks, axes of knob values, and of their product all points or a random sample. Standard library only."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import Any

from explorer.core import rules
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe, Value

FORMAT = "architecture-explorer/sweep"
VERSION = 1
MOST = 1_000_000  # points of one sweep


@dataclass(frozen=True)
class Axis:
    """One knob at one place ("" the whole network) and the values it takes, in order."""

    knob: str
    values: tuple[Value, ...]
    place: str = ""

    @property
    def name(self) -> str:
        """``alpha`` or ``stages.3:expansion``."""
        return f"{self.place}:{self.knob}" if self.place else self.knob


@dataclass(frozen=True)
class Variant:
    """One point: its number in the sweep's order, its recipe, and the values of the axes."""

    number: int
    recipe: Recipe
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Plan:
    """A sweep. Raises BadInput where it has no point or too many, an axis without values, or twice the same axis or value.

    ``sample`` > 0 takes that many different points of the grid, drawn from ``seed``; 0 takes all. ``measure`` holds the settings
    of a latency measurement, None for analysis only.
    """

    recipes: tuple[Recipe, ...]
    axes: tuple[Axis, ...] = ()
    sample: int = 0
    seed: int = 0
    rule: str = rules.DEFAULT
    measure: Mapping[str, Any] | None = None

    def __post_init__(self) -> None:
        if not self.recipes:
            raise BadInput("a sweep needs at least one network")
        rules.named(self.rule)
        names = [axis.name for axis in self.axes]
        for axis in self.axes:
            if names.count(axis.name) > 1:
                raise BadInput("{0} is an axis twice; give all of its values in one", axis.name)
            if not axis.values:
                raise BadInput("the axis {0} has no values", axis.name)
            if len(set(axis.values)) < len(axis.values):
                raise BadInput("the axis {0} has a value twice: {1}", axis.name, ", ".join(map(str, axis.values)))
        if not self.sample >= 0:
            raise BadInput("sample = {0} is not allowed; allowed: whole numbers from 0 (all points)", self.sample)
        if len(self) > MOST:
            raise BadInput("the sweep has {0} points; allowed: up to {1}. Take fewer values, or a sample", len(self), MOST)

    def __len__(self) -> int:
        return min(self.sample, self.size()) if self.sample else self.size()

    def size(self) -> int:
        """Points of the whole grid, of which a sample may take some."""
        return len(self.recipes) * prod(len(axis.values) for axis in self.axes)

    def variants(self) -> Iterator[Variant]:
        """The points in order: the last axis changes fastest, a sample keeps the grid's order."""
        return (self.variant(number) for number in range(len(self)))

    def variant(self, number: int) -> Variant:
        """One point by its number. Raises IndexError where there is none."""
        rest = self._chosen[number]
        values = []
        for axis in reversed(self.axes):
            rest, place = divmod(rest, len(axis.values))
            values.append(axis.values[place])
        values.reverse()
        recipe = self.recipes[rest]
        for axis, value in zip(self.axes, values, strict=True):
            recipe = recipe.with_value(axis.knob, value, axis.place)
        return Variant(number, recipe, tuple(values))

    @cached_property
    def _chosen(self) -> Sequence[int]:
        """Places of the whole grid that are points of this sweep."""
        whole = range(self.size())
        if self.sample and self.sample < self.size():
            return sorted(random.Random(self.seed).sample(whole, self.sample))
        return whole

    def digest(self) -> str:
        """A name of the sweep: equal for equal sweeps."""
        text = json.dumps(self.to_json(), sort_keys=True, separators=(",", ":"), ensure_ascii=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def to_json(self) -> dict[str, Any]:
        """The document that ``from_json`` reads."""
        return {
            "format": FORMAT, "version": VERSION, "recipes": [recipe.to_json() for recipe in self.recipes],
            "axes": [{"knob": axis.knob, "place": axis.place, "values": list(axis.values)} for axis in self.axes],
            "sample": self.sample, "seed": self.seed, "rule": self.rule,
            "measure": None if self.measure is None else dict(self.measure),
        }

    @staticmethod
    def from_json(document: object) -> Plan:
        """Raises BadInput where the document is not a sweep of a version this program reads."""
        if not isinstance(document, dict) or document.get("format") != FORMAT:
            raise BadInput("not a sweep: the document has no \"format\": \"{0}\"", FORMAT)
        if document.get("version") != VERSION:
            raise BadInput("sweep version {0} cannot be read; this program reads version {1}", document.get("version"), VERSION)
        try:
            axes = tuple(Axis(str(a["knob"]), tuple(map(_value, a["values"])), str(a.get("place", ""))) for a in document["axes"])
            recipes = tuple(Recipe.from_json(recipe) for recipe in document["recipes"])
            measure = document.get("measure")
            return Plan(recipes, axes, int(document.get("sample", 0)), int(document.get("seed", 0)),
                        str(document.get("rule", rules.DEFAULT)), None if measure is None else dict(measure))
        except (KeyError, TypeError, ValueError) as error:
            raise BadInput("the sweep cannot be read: {0}", error) from error


def _value(value: object) -> Value:
    if isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"{value} is no knob's value")
