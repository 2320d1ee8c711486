"""How the charts were set when they were last seen: one JSON text of the preferences, a small object for each chart."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from explorer.session.preferences import Preferences

KEY = "charts"


class ChartMemory:
    """Choices by chart and name. Without preferences they last as long as the program. A damaged text is taken for empty."""

    def __init__(self, preferences: Preferences | None = None) -> None:
        self._preferences = preferences
        self._kept: dict[str, dict[str, Any]] = {}
        if preferences is not None:
            self._kept = _read(preferences.text(KEY))

    def flag(self, chart: str, name: str, *, default: bool = False) -> bool:
        """On or off."""
        value = self._kept.get(chart, {}).get(name)
        return value if isinstance(value, bool) else default

    def word(self, chart: str, name: str, allowed: Collection[str], default: str) -> str:
        """One of some words; ``default`` where something else was kept."""
        value = self._kept.get(chart, {}).get(name)
        return value if isinstance(value, str) and value in allowed else default

    def number(self, chart: str, name: str, least: int, most: int, default: int) -> int:
        """A whole number of a range; ``default`` where something else was kept."""
        value = self._kept.get(chart, {}).get(name)
        return value if type(value) is int and least <= value <= most else default

    def words(self, chart: str, name: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of words."""
        value = self._kept.get(chart, {}).get(name)
        sound = isinstance(value, list) and all(isinstance(word, str) for word in value)
        return tuple(value) if sound and value is not None else default

    def keep(self, chart: str, name: str, value: bool | str | int | list[str]) -> None:  # noqa: FBT001  (a value, not a switch)
        """Remember."""
        self._kept.setdefault(chart, {})[name] = value
        if self._preferences is not None:
            self._preferences.keep(KEY, json.dumps(self._kept, ensure_ascii=False))


def _read(text: str) -> dict[str, dict[str, Any]]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return {str(k): v for k, v in found.items() if isinstance(v, dict)} if isinstance(found, dict) else {}
