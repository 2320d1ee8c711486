"""What a knob is at every place: its value, who decided it, what else could be built there and why not the rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from models import Settings
from models.knobs import BLOCK, NETWORK, STAGE, Reading


def levels(settings: Settings) -> dict[str, str]:
    """Level (network, stage, block) of every place the builder handed out, by path."""
    found = {"": NETWORK}
    for path in settings.asked:
        if path:
            found[path] = BLOCK if settings.parents.get(path) else STAGE
    return found


def describe_places(settings: Settings, level_of: dict[str, str]) -> dict[str, Any]:
    """The ``places`` of docs/architecture.md, for the whole network, each stage and each block."""
    below: dict[str, list[str]] = {path: [path] for path in level_of}
    for path in level_of:
        if path:
            parent = settings.parents[path]
            below[""].append(path)
            if parent:
                below[parent].append(path)
    return {
        path: {"level": level, "knobs": _knobs(settings, path, level, below[path])} for path, level in level_of.items()
    }


def _knobs(settings: Settings, path: str, level: str, places: Iterable[str]) -> dict[str, Any]:
    readings: dict[str, list[tuple[str, Reading]]] = {}
    for place in places:
        for name, reading in settings.asked.get(place, {}).items():
            if level in settings.knobs[name].scopes:
                readings.setdefault(name, []).append((place, reading))
    chain = (path,) if level == STAGE else (path, settings.parents.get(path, "")) if level == BLOCK else ()
    return {
        name: _entry(settings, name, path, level, chain, readings[name]) for name in settings.knobs if name in readings
    }


def _entry(
    settings: Settings, name: str, path: str, level: str, chain: tuple[str, ...], readings: list[tuple[str, Reading]]
) -> dict[str, Any]:
    if len(readings) == 1 and readings[0][0] == path:
        return _single(readings[0][1])
    value, origin = settings.resolve(name, chain)
    if level == STAGE and origin in (NETWORK, "preset") and all(r.origin == "table" for _, r in readings):
        value, origin = readings[0][1].value, "table"
    entry: dict[str, Any] = {"value": value, "origin": origin}
    own = next((r for place, r in readings if place == path), None)
    following = [r for place, r in readings if _follows(r, place, path, level)]
    if own is not None and own.legal is not None:  # the builder decided here; channels below may change with the value
        following = [own]
    tightest: Reading | None = None
    for reading in following:
        if reading.legal is not None:
            allowed = set(reading.legal)
            entry["legal"] = [v for v in entry["legal"] if v in allowed] if "legal" in entry else list(reading.legal)
            if tightest is None or len(reading.legal) < len(tightest.legal or ()):
                tightest = reading
    if tightest is not None:
        entry["reason"] = list(tightest.reason)
    if own is not None and own.note:
        entry["note"] = list(own.note)
    if any(r.value != value for _, r in readings):
        entry["mixed"] = True
    return entry


def _single(reading: Reading) -> dict[str, Any]:
    """The entry of a place that alone reads a knob: what the builder said there."""
    entry: dict[str, Any] = {"value": reading.value, "origin": reading.origin}
    if reading.legal is not None:
        entry["legal"] = list(reading.legal)
        entry["reason"] = list(reading.reason)
    if reading.note:
        entry["note"] = list(reading.note)
    return entry


def _follows(reading: Reading, place: str, path: str, level: str) -> bool:
    """Whether a value set at ``path`` would reach the reading at ``place``."""
    if place == path:
        return True
    if level == NETWORK:
        return reading.origin in (NETWORK, "preset")
    return reading.origin != place
