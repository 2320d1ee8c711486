"""What the knobs reach: their values at the places that are acted on, one or several, and setting or resetting them there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from explorer.core.catalogue import ArchitectureSpec, KnobSpec
from explorer.core.recipe import Value
from explorer.session.document import Document
from explorer.views.words import engine_sentence, knob_title, place_name, places_name

MOST_BELOW = 12  # lines of a tooltip


@dataclass(frozen=True)
class Limit:
    """What can be built at one place, and why nothing else; ``where`` names the place where there are several."""

    values: tuple[Value, ...]
    reason: str
    where: str = ""


@dataclass(frozen=True)
class Shown:
    """What is shown of a knob: value, whether it is set at these very places, what it would be without, the engine's words."""

    value: Value
    here: bool = False
    outside: str = ""  # what holds where the setting here is taken away, as text
    is_override: bool = False  # set at a stage or block, so that it differs from the network
    note: str = ""
    limits: tuple[Limit, ...] = ()
    below: str = ""  # which places below differ, a line each
    varies: tuple[tuple[str, Value], ...] = ()  # of several places that differ: each one's name and value
    held: tuple[int, int] = (1, 1)  # at how many of how many places it is set

    @property
    def legal(self) -> tuple[Value, ...] | None:
        """What can be built at all of the places; None where every declared value can."""
        if not self.limits:
            return None
        first, *others = self.limits
        return tuple(v for v in first.values if all(v in other.values for other in others))

    @property
    def reason(self) -> str:
        """Why the others can't."""
        return "; ".join(dict.fromkeys(_where(limit) for limit in self.limits if limit.reason))

    def why_not(self, value: Value) -> str:
        """Why a value cannot be built, with the place where it can't; empty where it can."""
        return next((_where(limit) for limit in self.limits if value not in limit.values), "")


class _Now(NamedTuple):
    """What is read off one analysis, recipe and selection."""

    places: tuple[str, ...]
    entries: list[dict[str, Any]]  # of the analysis, one a place
    held: list[dict[str, Value]]  # of the recipe, one a place
    network: dict[str, Any]  # readings of the whole network
    specs: dict[str, KnobSpec]


class Reach:
    """The knobs of the selection's places. Reads the document, holds nothing but what it showed last."""

    def __init__(self, document: Document, architecture: Callable[[], ArchitectureSpec | None]) -> None:
        self.document = document
        self.architecture = architecture
        self._raw: dict[str, tuple[object, ...]] = {}
        self._shown: dict[str, Shown] = {}
        self._of: tuple[object, ...] = ()
        self._now = _Now((), [], [], {}, {})
        self._differences: dict[tuple[str, str], str] = {}  # below a place, of the newest analysis
        self._differences_of: object = None

    def places(self) -> tuple[str, ...]:
        """The places, as far as the newest analysis has them."""
        return self._read_off().places

    def specs(self) -> dict[str, KnobSpec]:
        """The knobs that every place has."""
        return self._read_off().specs

    def missing(self) -> dict[str, tuple[str, ...]]:
        """Knobs that only some of the places have, and the places without."""
        now, architecture = self._read_off(), self.architecture()
        if architecture is None or len(now.places) < 2:
            return {}
        pairs = list(zip(now.places, now.entries, strict=True))
        without = {n: tuple(p for p, e in pairs if not _has(e, spec)) for n, spec in architecture.knobs.items()}
        return {name: places for name, places in without.items() if 0 < len(places) < len(now.places)}

    def shown(self, spec: KnobSpec) -> Shown | None:
        """A knob as it is now; the same object as long as nothing about it changed."""
        now, name = self._read_off(), spec.name
        if name not in now.specs:
            return None
        readings = [entry["knobs"][name] for entry in now.entries]
        held = [values.get(name) for values in now.held]
        below = "\n".join(self._below(spec, p) for p, r in zip(now.places, readings, strict=True) if r.get("mixed"))
        raw = (now.places, self.document.selection.place, readings, held, list(map(type, held)), self._outside(spec), below)
        if raw != self._raw.get(name):
            self._raw[name] = raw
            self._shown[name] = self._read(spec, readings, held, below)
        return self._shown[name]

    def set(self, spec: KnobSpec, value: Value, gesture: int = 0) -> None:
        """A value at all of the places, as one step; those of one gesture melt."""
        where = self._suffix()

        def words() -> str:
            return f"{knob_title(spec)} {spec.text_with_unit(value)}{where()}"

        self.document.set_knob(spec.name, value, self.places(), text=words, gesture=gesture)

    def reset(self, spec: KnobSpec) -> None:
        """Take the setting of one knob away at all of the places."""
        where = self._suffix()

        def words() -> str:
            return QCoreApplication.translate("knobs", "reset {0}").format(knob_title(spec)) + where()

        self.document.reset_knob(spec.name, self.places(), text=words)

    def reset_all(self) -> None:
        """Take away all that is set at the places and within them."""
        where = self._suffix()

        def words() -> str:
            return QCoreApplication.translate("knobs", "reset to network") + where()

        self.document.reset_places(self.places(), text=words)

    def is_overridden(self) -> bool:
        """Whether anything is set at the places or within them."""
        recipe = self.document.recipe
        return recipe.without_overrides(self.places()) != recipe

    def name_of(self, place: str) -> str:
        """``Block 5.1``."""
        return place_name(place, self.document.selection.level(place))

    def _read_off(self) -> _Now:
        document, architecture = self.document, self.architecture()
        of = (document.analysis, document.recipe, document.selection.places, architecture)
        if len(self._of) != len(of) or any(one is not other for one, other in zip(of, self._of, strict=True)):
            self._of = of
            known = document.analysis["places"] if document.analysis else {}
            places = tuple(p for p in document.selection.places if p in known)
            entries = [known[p] for p in places]
            overrides = document.recipe.overrides()
            held = [overrides.get(p, {}) if p else document.recipe.values() for p in places]
            knobs = architecture.knobs.items() if architecture and places else ()
            specs = {name: spec for name, spec in knobs if all(_has(entry, spec) for entry in entries)}
            self._now = _Now(places, entries, held, known.get("", {}).get("knobs", {}), specs)
        return self._now

    def _read(self, spec: KnobSpec, readings: Sequence[Mapping[str, Any]], held: Sequence[Value | None], below: str) -> Shown:
        places = self._now.places
        several = len(places) > 1
        values = [r["value"] if h is None else h for r, h in zip(readings, held, strict=True)]
        main = places.index(self.document.selection.place) if self.document.selection.place in places else 0
        varies = any(value != values[0] for value in values)
        limits = tuple(dict.fromkeys(
            Limit(tuple(r["legal"]), engine_sentence(r.get("reason") or ()), self.name_of(p) if several else "")
            for p, r in zip(places, readings, strict=True) if r.get("legal") is not None
        ))
        notes = {engine_sentence(r.get("note") or ()) for r in readings}
        here = sum(h is not None for h in held)
        names = [self.name_of(p) for p in places]
        return Shown(
            values[main], bool(here), self._outside(spec) if here else "", bool(here) and places[0] != "",
            notes.pop() if len(notes) == 1 else "", limits, below,
            tuple(zip(names, values, strict=True)) if varies else (), (here, len(places)),
        )

    def _outside(self, spec: KnobSpec) -> str:
        """What holds around the places: the whole network's value, for the network the preset's."""
        readings = self._now.network
        if self._now.places[0] == "":
            baseline = self.document.baseline
            if baseline is None or baseline.get("preset") != self.document.recipe.preset:
                return ""
            readings = baseline["places"].get("", {}).get("knobs", {})
        reading = readings.get(spec.name)
        return spec.text(reading["value"]) if reading else ""

    def _below(self, spec: KnobSpec, place: str) -> str:
        """Where below this place the value changes, a line each: ``Stage 1: 1``."""
        if self._differences_of is not self.document.analysis:
            self._differences, self._differences_of = {}, self.document.analysis
        found = self._differences.get((spec.name, place))
        if found is None:
            found = self._differences[spec.name, place] = self._find_below(spec, place)
        return found

    def _find_below(self, spec: KnobSpec, place: str) -> str:
        places = self.document.analysis["places"] if self.document.analysis else {}
        values = {path: each["knobs"][spec.name]["value"] for path, each in places.items() if spec.name in each["knobs"]}
        lines = []
        for path, value in values.items():
            outer = path
            while outer != place and (outer == path or outer not in values) and outer:
                outer = outer.rpartition(".")[0]
            if path != place and path.startswith(f"{place}." if place else "") and value != values.get(outer, value):
                lines.append(f"{place_name(path, places[path]['level'])}: {spec.text(value)}")
        return "\n".join(lines[:MOST_BELOW] + (["…"] if len(lines) > MOST_BELOW else []))

    def _suffix(self) -> Callable[[], str]:
        """Says where the knobs act now, later too."""
        places = self.places()
        levels = {place: self.document.selection.level(place) for place in places}
        if places == ("",) or not places:
            return str
        return lambda: " · " + places_name(places, levels.__getitem__).lower()


def _has(entry: Mapping[str, Any], spec: KnobSpec) -> bool:
    return spec.name in entry["knobs"] and entry["level"] in spec.scopes


def _where(limit: Limit) -> str:
    return f"{limit.where}: {limit.reason}" if limit.where else limit.reason
