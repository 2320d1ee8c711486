"""What is lit on a page of source: row and lines of the selection, the lines that the changed knob governs, and what changed.

Worked out once for a page, a selection and a knob; while the knob is dragged only the words change.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from explorer.core.recipe import Recipe, Value
from explorer.core.source_book import Page, SourceBook
from explorer.session.session import Session
from explorer.views.code_view import CodeView
from explorer.views.words import knob_short

Setting = tuple[str, str]  # place, knob


class CodeLight:
    """Lights one view. ``changed`` is the place and the knob of the last change that was one knob's."""

    def __init__(self, session: Session, view: CodeView) -> None:
        self.session = session
        self.document = session.document
        self.view = view
        self.changed: Setting | None = None
        self._revealed: tuple[Setting, str] | None = None
        self._lit_for: tuple[Page, str, Setting | None] | None = None
        self._lit_of: SourceBook | None = None
        self._reads: set[int] = set()  # positions of the lines that read the changed knob

    def note_change(self, before: Recipe, recipe: Recipe) -> None:
        """From one recipe to the next: which knob was it?"""
        if recipe.preset != before.preset:
            self.changed = self._revealed = None
            return
        old, new = _settings(before), _settings(recipe)
        moved = {setting for setting in {*old, *new} if old.get(setting) != new.get(setting)}
        if len({knob for _, knob in moved}) == 1:
            self.changed = min(moved)
        elif moved:
            self.changed = None

    def show(self, book: SourceBook, page: Page, node: str) -> bool:
        """Light the page; whether anything but the words is new. A changed knob's lines are scrolled to once."""
        asked = (page, node, self.changed)
        new = self._lit_for != asked or self._lit_of is not book
        if new:
            self._lit_for, self._lit_of = asked, book
            governed, self._reads = self._governed(book, page)
            self.view.show_lit(self._selected(book, page, node), governed)
        self.view.show_notes(self._notes(book, page))
        governed = set(self.view.lit()[1])
        if self.changed is not None and governed and self._revealed != (self.changed, page.place or ""):
            self._revealed = (self.changed, page.place or "")
            self.view.reveal(governed)
        return new

    @staticmethod
    def _selected(book: SourceBook, page: Page, node: str) -> set[int]:
        """Positions of the table's row and of the lines that make and call the selected node."""
        row = book.row(node) if node else None
        sections = [row] if row is not None else []
        sections += book.made(page.place, node) if page.place is not None and node != page.place else []
        return {p for s in sections for p in positions(page, s.file, range(s.first, s.last + 1))}

    def _governed(self, book: SourceBook, page: Page) -> tuple[set[int], set[int]]:
        """Positions of the lines that the changed knob governs, and of those that read it."""
        if self.changed is None or page.place is None:
            return set(), set()
        found = book.governed(page.place, self.changed[1])
        lines, reads = (
            {p for file, numbers in found.get(name, {}).items() for p in positions(page, file, numbers)}
            for name in ("lines", "reads")
        )
        return lines, reads

    def _notes(self, book: SourceBook, page: Page) -> dict[int, str]:
        """What changed, behind the lines that read the knob and behind the table's row, where the value stands in it."""
        if self.changed is None or page.place is None:
            return {}
        words, printed = self._change(page.place, self.changed[1])
        if not words:
            return {}
        row = book.row(self.changed[0] or page.place) if printed else None
        extra = positions(page, row.file, (row.first,)) if row is not None else set()
        return dict.fromkeys(self._reads | extra, words)

    def _change(self, place: str, knob: str) -> tuple[str, bool]:
        """``t: 6 → 4`` as it holds at a place or around it, and whether the preset's value stands in the paper's table."""
        now, before = self._reading(self.document.analysis, place, knob), self._reading(self.document.baseline, place, knob)
        architecture = self.session.catalogue.architecture(self.document.recipe.preset)
        spec = architecture.knobs.get(knob) if architecture is not None else None
        if now is None or before is None or spec is None or now["value"] == before["value"]:
            return "", False
        name = knob_short(spec)
        return f"{name}: {spec.text(before['value'])} → {spec.text(now['value'])}", before["origin"] == "table"

    @staticmethod
    def _reading(analysis: dict[str, Any] | None, place: str, knob: str) -> dict[str, Any] | None:
        places = analysis["places"] if analysis is not None else {}
        while True:
            found: dict[str, Any] | None = places.get(place, {}).get("knobs", {}).get(knob)
            if found is not None or not place:
                return found
            place = place.rpartition(".")[0]


def positions(page: Page, file: str, numbers: Iterable[int]) -> set[int]:
    """Where lines of a file stand on a page."""
    return {p for p in (page.position(file, n) for n in numbers) if p is not None}


def _settings(recipe: Recipe) -> dict[Setting, Value]:
    """Everything that is set, by place and knob."""
    found: dict[Setting, Value] = {("", name): value for name, value in recipe.values().items()}
    for place, values in recipe.overrides().items():
        found |= {(place, name): value for name, value in values.items()}
    return found
