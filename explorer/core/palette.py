"""What can be typed into the palette: actions, presets, tabs and knobs with values, and which of them a query means.

A query is words in any order; each must begin a word of the entry, lie within its text, or be spelt by its letters in order, the
better the match the higher it stands. A knob takes what follows its name as a value: ``alpha 0.5``, ``α=0.5``, ``deploy on``.
Standard library only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from explorer.core.catalogue import KnobSpec
from explorer.core.errors import BadInput
from explorer.core.recipe import Value

ACTION, PRESET, TAB, KNOB, SORT = "action", "preset", "tab", "knob", "sort"
MOST = 60
ON, OFF = ("on", "true", "yes", "1"), ("off", "false", "no", "0")
MISS = 99
_PARTS = re.compile(r"[\s=:]+")
_WORDS = re.compile(r"[^\w.α-ωΑ-Ω×+%-]+")


@dataclass(frozen=True)
class Entry:
    """A row. ``key`` is what it does (an action's id, a preset, a tab's number, a knob's name, the column of a table), ``words``
    what finds it besides its text, ``why_not`` why it cannot be chosen now, as [template, argument, …]. ``value`` is what a knob
    is set to; None asks for one.
    """

    kind: str
    key: str
    text: str
    detail: str = ""
    words: str = ""
    why_not: tuple[str, ...] = ()
    value: Value | None = None


def split(query: str) -> list[str]:
    """A query's words, in small letters."""
    return [word for word in _PARTS.split(query.strip().lower()) if word]


def score(query: Sequence[str], entry: Entry) -> int:
    """How well an entry matches, 0 best; MISS where it does not."""
    text, words = entry.text.lower(), entry.words.lower()
    parts = [part for part in _WORDS.split(f"{text} {words}".replace("_", " ")) if part]
    total = 0
    for word in query:
        if any(part == word for part in parts) or word in text.split():
            continue
        if any(part.startswith(word) for part in parts):
            total += 1
        elif word in text or word in words:
            total += 2
        elif len(word) > 2 and _spells(word, text):
            total += 5
        else:
            return MISS
    return total


def matches(query: str, entries: Iterable[Entry], most: int = MOST) -> list[Entry]:
    """The entries that a query means, the best first; of equal rank what cannot be chosen comes after, else their order stays."""
    words = split(query)
    ranked = [(score(words, entry), bool(entry.why_not), entry) for entry in entries]
    found = sorted((r for r in ranked if r[0] < MISS), key=lambda r: (r[0], r[1]))
    return [entry for _, _, entry in found[:most]]


def knob_value(query: str, spec: KnobSpec, title: str = "") -> str | None:
    """What a query says after the knob's name; "" where nothing follows it, None where it does not begin with the name."""
    words = split(query)
    names = _names_of(spec, title)
    taken = 0
    for word in words:
        if not any(name.startswith(word) for name in names):
            break
        taken += 1
    exact = words[:1] and words[0] in (spec.symbol.lower(), spec.name.lower())
    if not taken or (not exact and len(words[0]) < 2):
        return None
    return " ".join(words[taken:])


def set_to(entry: Entry, spec: KnobSpec, typed: str) -> list[Entry]:
    """The rows for a knob and what was typed as its value: one for a number, one for each choice that begins so."""
    if not typed:
        return [entry]
    if spec.kind == "bool":
        known = [value for value, names in ((True, ON), (False, OFF)) if any(name.startswith(typed) for name in names)]
        found: list[Value] = list(known)
    elif spec.kind == "choice":
        found = [choice for choice in spec.choices if choice.lower().startswith(typed)]
    else:
        try:
            found = [spec.parse(typed)]
        except BadInput as error:
            return [replace(entry, text=f"{entry.text} → {typed}", why_not=(error.template, *map(str, error.arguments)))]
    if not found:
        allowed = ", ".join(spec.choices) if spec.kind == "choice" else "on, off"
        return [replace(
            entry, text=f"{entry.text} → {typed}", why_not=("{0} = {1} is not allowed; allowed: {2}", spec.title, typed, allowed)
        )]
    return [replace(entry, text=f"{entry.text} → {spec.text_with_unit(value)}", value=value) for value in found]


def _names_of(spec: KnobSpec, title: str) -> list[str]:
    words = [spec.symbol, spec.name, *spec.name.replace(".", " ").replace("_", " ").split(), *spec.title.split(), *title.split()]
    return [word.lower() for word in words if word] + (["activation"] if spec.is_slot else [])


def _spells(word: str, text: str) -> bool:
    """Whether the letters of a word stand in a text in their order, the first at the beginning of one of its words."""
    starts = [i for i, letter in enumerate(text) if letter == word[0] and (i == 0 or not text[i - 1].isalnum())]
    for start in starts:
        rest = iter(text[start + 1 :])
        if all(letter in rest for letter in word[1:]):
            return True
    return False
