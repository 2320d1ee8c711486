"""A comparison as a file: pinned recipes, their names, the baseline, as JSON. Figures are never stored but counted anew."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe, write_atomically
from explorer.core.weights import OwnAccuracy

FORMAT = "architecture-explorer/comparison"
VERSION = 1
MOST_NAME = 80  # characters
COLOURS = 8  # how many a chart has for pins


@dataclass(frozen=True)
class Pin:
    """A recipe that is kept under a name. ``key`` tells it apart in one run of the program; ``colour`` is 0 to COLOURS − 1.

    ``accuracy`` is what the user states for this recipe; it carries the recipe's digest and holds for no other.
    """

    key: int
    name: str
    recipe: Recipe
    colour: int = 0
    accuracy: OwnAccuracy | None = None


@dataclass(frozen=True)
class PinSet:
    """Pins in the user's order, and the key of the baseline; 0 where there is no pin."""

    pins: tuple[Pin, ...] = ()
    baseline: int = 0

    def of(self, key: int) -> Pin | None:
        """The pin of that key."""
        return next((pin for pin in self.pins if pin.key == key), None)

    def free_key(self) -> int:
        """A key that none of them has."""
        return max((pin.key for pin in self.pins), default=0) + 1

    def free_colour(self) -> int:
        """The colour that fewest have, the first of those."""
        used = [pin.colour for pin in self.pins]
        return min(range(COLOURS), key=used.count)

    def free_name(self, wanted: str) -> str:
        """The name, with a number behind it where it is taken."""
        taken, number, name = {pin.name for pin in self.pins}, 2, clean_name(wanted)
        while name in taken:
            number, name = number + 1, f"{clean_name(wanted)} ({number})"
        return name

    def added(self, name: str, recipe: Recipe) -> PinSet:
        """With one more at the end; the first becomes the baseline."""
        pin = Pin(self.free_key(), self.free_name(name), recipe, self.free_colour())
        return PinSet((*self.pins, pin), self.baseline or pin.key)

    def without(self, keys: frozenset[int]) -> PinSet:
        """Without these; where the baseline goes, the first of those that stay takes its place."""
        pins = tuple(pin for pin in self.pins if pin.key not in keys)
        gone = self.baseline in keys
        return PinSet(pins, (pins[0].key if pins else 0) if gone else self.baseline)

    def renamed(self, key: int, name: str) -> PinSet:
        """With another name for one; an empty one changes nothing, a taken one gets a number."""
        words, others = clean_name(name), PinSet(tuple(pin for pin in self.pins if pin.key != key))
        if not words:
            return self
        pins = tuple(replace(pin, name=others.free_name(words)) if pin.key == key else pin for pin in self.pins)
        return replace(self, pins=pins)

    def stated(self, key: int, accuracy: OwnAccuracy | None) -> PinSet:
        """With another accuracy of one, or none."""
        return replace(self, pins=tuple(replace(pin, accuracy=accuracy) if pin.key == key else pin for pin in self.pins))

    def moved(self, key: int, place: int) -> PinSet:
        """With one at another place; places beyond the ends are the ends."""
        pin = self.of(key)
        if pin is None:
            return self
        others = [other for other in self.pins if other.key != key]
        others.insert(min(max(place, 0), len(others)), pin)
        return replace(self, pins=tuple(others))

    def to_json(self, folder: Path | None = None) -> dict[str, Any]:
        """The document; weights that lie in ``folder`` have relative paths."""
        place = next((i for i, pin in enumerate(self.pins) if pin.key == self.baseline), None)
        rows = [
            {"name": p.name, "colour": p.colour, "recipe": _seen_from(p.recipe, folder).to_json(),
             **({} if p.accuracy is None else {"accuracy": p.accuracy.to_json()})}
            for p in self.pins
        ]
        return {"format": FORMAT, "version": VERSION, "baseline": place, "pins": rows}

    @staticmethod
    def from_json(document: object, folder: Path | None = None) -> PinSet:
        """Raises BadInput where the document is not a comparison of a version that this program reads."""
        if not isinstance(document, dict) or document.get("format") != FORMAT:
            raise BadInput("not a comparison: the file has no \"format\": \"{0}\"", FORMAT)
        if document.get("version") != VERSION:
            version = document.get("version")
            raise BadInput("comparison version {0} cannot be read; this program reads version {1}", version, VERSION)
        rows, baseline = document.get("pins"), document.get("baseline")
        if not isinstance(rows, list):
            raise BadInput("comparison without pins: \"pins\" is {0}; a list is needed", rows)
        found = PinSet()
        for number, row in enumerate(rows, 1):
            found = _with_row(found, row, number, folder)
        whole = isinstance(baseline, int) and not isinstance(baseline, bool)
        if baseline is not None and not (whole and 0 <= baseline < len(rows)):
            sentence = "comparison with a wrong baseline: {0}; allowed: null, or a place from 0 to {1}"
            raise BadInput(sentence, baseline, len(rows) - 1)
        return replace(found, baseline=found.pins[baseline or 0].key) if found.pins else found


def clean_name(name: str) -> str:
    """One line of printable text, at most MOST_NAME characters."""
    return "".join(c if c.isprintable() else " " for c in " ".join(name.split()))[:MOST_NAME].strip()


def is_comparison(document: object) -> bool:
    """Whether a JSON document is a comparison (of whatever version)."""
    return isinstance(document, dict) and document.get("format") == FORMAT


def read_document(path: Path) -> object:
    """The JSON in a file. Raises BadInput for one that is missing, unreadable or not JSON."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadInput("cannot read {0}: {1}", path, error.strerror or error) from error
    except (ValueError, RecursionError) as error:
        raise BadInput("{0} is not a comparison: not valid JSON ({1})", path, error) from error


def read_pins(path: Path) -> PinSet:
    """The comparison in a file. Raises BadInput for a missing, unreadable or corrupt file."""
    document = read_document(path)
    try:
        return PinSet.from_json(document, path.parent)
    except BadInput as error:
        raise BadInput("{0} cannot be opened: {1}", path, error) from error


def write_pins(pins: PinSet, path: Path) -> None:
    """Write a comparison through a temporary name. Raises BadInput where the place cannot be written."""
    document = pins.to_json(path.parent)
    write_atomically(path, (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode())


def _with_row(pins: PinSet, row: object, number: int, folder: Path | None) -> PinSet:
    if not isinstance(row, dict) or not isinstance(row.get("name"), str):
        sentence = "pin {0} of the comparison is malformed: {1}; an object with a \"name\" and a \"recipe\" is needed"
        raise BadInput(sentence, number, row)
    try:
        recipe = Recipe.from_json(row.get("recipe"))
        accuracy = None if row.get("accuracy") is None else OwnAccuracy.from_json(row["accuracy"])
    except BadInput as error:
        raise BadInput("pin {0} of the comparison: {1}", number, error) from error
    if recipe.weights is not None and folder is not None:
        recipe = recipe.with_weights(recipe.weights.within(folder))
    grown = pins.added(clean_name(row["name"]) or recipe.preset, recipe)
    grown = grown.stated(grown.pins[-1].key, accuracy)
    colour = row.get("colour")
    if isinstance(colour, int) and not isinstance(colour, bool) and 0 <= colour < COLOURS:
        grown = replace(grown, pins=(*grown.pins[:-1], replace(grown.pins[-1], colour=colour)))
    return grown


def _seen_from(recipe: Recipe, folder: Path | None) -> Recipe:
    return recipe if recipe.weights is None or folder is None else recipe.with_weights(recipe.weights.seen_from(folder))
