"""The recipe: what the user chose. Immutable, hashable, JSON; the only thing that is saved, sent, undone and compared."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from explorer.core.errors import BadInput
from explorer.core.weights import WeightsFile

Value = bool | int | float | str
FORMAT = "architecture-explorer/recipe"
VERSION = 1


@dataclass(frozen=True)
class Recipe:
    """Preset, knob values of the whole network, and overrides by module path. Only what differs from the preset is held.

    ``knobs`` is a sorted tuple of (knob, value); ``at`` a sorted tuple of (path, ((knob, value), ...)). ``weights`` is the file
    that the weights come from; without one they are random.
    """

    preset: str
    knobs: tuple[tuple[str, Value], ...] = ()
    at: tuple[tuple[str, tuple[tuple[str, Value], ...]], ...] = ()
    weights: WeightsFile | None = None

    @staticmethod
    def of(
        preset: str, knobs: Mapping[str, Value] | None = None, at: Mapping[str, Mapping[str, Value]] | None = None
    ) -> Recipe:
        """A recipe from plain mappings."""
        places = sorted((path, tuple(sorted(values.items()))) for path, values in (at or {}).items() if values)
        return Recipe(preset, tuple(sorted((knobs or {}).items())), tuple(places))

    def values(self) -> dict[str, Value]:
        """Knob values of the whole network."""
        return dict(self.knobs)

    def overrides(self) -> dict[str, dict[str, Value]]:
        """Knob values by module path."""
        return {path: dict(values) for path, values in self.at}

    def value(self, knob: str, place: str = "") -> Value | None:
        """The value set at exactly this place (the whole network where ``place`` is empty), or None."""
        held = self.values() if not place else self.overrides().get(place, {})
        return held.get(knob)

    def with_value(self, knob: str, value: Value | None, place: str = "") -> Recipe:
        """The recipe with one knob set at one place; None takes the setting away."""
        return self.with_values(knob, {place: value})

    def with_values(self, knob: str, values: Mapping[str, Value | None]) -> Recipe:
        """The recipe with one knob set at several places: by place, "" the whole network; None takes a setting away."""
        knobs, at = self.values(), self.overrides()
        for place, value in values.items():
            _put(at.setdefault(place, {}) if place else knobs, knob, value)
        return replace(Recipe.of(self.preset, knobs, at), weights=self.weights)

    def without_overrides(self, places: Iterable[str]) -> Recipe:
        """The recipe without what is set at these places or within them; "" takes every override away. Network values stay."""
        wanted = tuple(places)
        at = {
            path: values for path, values in self.overrides().items()
            if not any(not place or path == place or path.startswith(f"{place}.") for place in wanted)
        }
        return replace(Recipe.of(self.preset, self.values(), at), weights=self.weights)

    def with_weights(self, weights: WeightsFile | None) -> Recipe:
        """The recipe with the weights of a file; None makes them random."""
        return replace(self, weights=weights)

    def structure(self) -> Recipe:
        """The recipe without its weights: what decides the network, and what ``digest`` is taken of."""
        return replace(self, weights=None)

    def unedited(self) -> Recipe:
        """The preset itself, with the weights of this recipe."""
        return Recipe(self.preset, weights=self.weights)

    def edited(self) -> bool:
        """Whether anything differs from the preset."""
        return bool(self.knobs or self.at)

    def to_json(self) -> dict[str, Any]:
        """The document that ``from_json`` reads; stable key order."""
        weights = {} if self.weights is None else {"weights": self.weights.to_json()}
        return {
            "format": FORMAT, "version": VERSION, "preset": self.preset, "knobs": self.values(), "at": self.overrides(),
            **weights,
        }

    @staticmethod
    def from_json(document: object) -> Recipe:
        """Raises BadInput where the document is not a recipe of a version this program reads."""
        if not isinstance(document, dict) or document.get("format") != FORMAT:
            raise BadInput("not a recipe: the file has no \"format\": \"{0}\"", FORMAT)
        if document.get("version") != VERSION:
            raise BadInput("recipe version {0} cannot be read; this program reads version {1}", document.get("version"), VERSION)
        preset, knobs, at = document.get("preset"), document.get("knobs", {}), document.get("at", {})
        if not isinstance(preset, str):
            raise BadInput("recipe without a preset: \"preset\" is {0}, a name is needed", preset)
        if not _is_values(knobs):
            raise BadInput("recipe with malformed knobs: {0}; an object of knob: value is needed", knobs)
        if not isinstance(at, dict) or not all(isinstance(p, str) and _is_values(v) for p, v in at.items()):
            raise BadInput("recipe with malformed overrides: {0}; an object of path: {{knob: value}} is needed", at)
        weights = document.get("weights")
        return Recipe.of(preset, knobs, at).with_weights(None if weights is None else WeightsFile.from_json(weights))

    def digest(self) -> str:
        """SHA-256 over the canonical JSON of the structure: the same network has the same digest on every machine."""
        canonical = json.dumps(self.structure().to_json(), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _put(values: dict[str, Value], knob: str, value: Value | None) -> None:
    if value is None:
        values.pop(knob, None)
    else:
        values[knob] = value


def _is_values(values: object) -> bool:
    return isinstance(values, dict) and all(
        isinstance(k, str) and isinstance(v, bool | int | float | str) for k, v in values.items()
    )


def read_recipe(path: Path) -> Recipe:
    """The recipe in a file. Raises BadInput for a missing, unreadable or corrupt file."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadInput("cannot read {0}: {1}", path, error.strerror or error) from error
    except (ValueError, RecursionError) as error:  # not UTF-8, not JSON, a number of too many digits, nested too deep
        raise BadInput("{0} is not a recipe: not valid JSON ({1})", path, error) from error
    try:
        recipe = Recipe.from_json(document)
        return recipe.with_weights(recipe.weights.within(path.parent)) if recipe.weights else recipe
    except BadInput as error:
        raise BadInput("{0} cannot be opened: {1}", path, error) from error


def write_recipe(recipe: Recipe, path: Path, source: Mapping[str, str] | None = None) -> None:
    """Write a recipe through a temporary name. Raises BadInput where the place cannot be written.

    ``source`` names the file of a user's own architecture and its hash, for whoever opens it; it is no part of the choice.
    """
    if recipe.weights is not None:
        recipe = recipe.with_weights(recipe.weights.seen_from(path.parent))
    document = recipe.to_json() | ({"source": dict(source)} if source else {})
    write_atomically(path, (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode())


def read_source(path: Path) -> dict[str, str]:
    """``{file, sha256}`` of the own architecture that a recipe file names; empty where it names none or cannot be read."""
    try:
        source = json.loads(path.read_text(encoding="utf-8")).get("source")
    except (OSError, ValueError, RecursionError, AttributeError):
        return {}
    named = isinstance(source, dict) and all(isinstance(source.get(key), str) for key in ("file", "sha256"))
    return {key: source[key] for key in ("file", "sha256")} if named else {}


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file under a temporary name beside it, then rename. Raises BadInput; an older file stays whole."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name + ".", suffix=".part")
    except OSError as error:
        raise BadInput("cannot write {0}: {1}", path, error.strerror or error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        raise BadInput("cannot write {0}: {1}", path, error.strerror or error) from error
    finally:  # also where the user interrupts
        temporary.unlink(missing_ok=True)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
