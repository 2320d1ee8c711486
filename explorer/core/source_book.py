"""What the engine's ``source`` says of a network, and pages made of it: which lines stand below each other, what they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple


class Section(NamedTuple):
    """Lines of a file, both included."""

    file: str
    first: int
    last: int


class Line(NamedTuple):
    """A line of a page: ``number`` in its file, 0 for a line between sections, which names the file that follows."""

    file: str
    number: int
    text: str


@dataclass(frozen=True)
class Page:
    """What is shown at a time. ``place`` is the place whose code it is, None where a name was followed."""

    place: str | None
    sections: tuple[Section, ...]
    lines: tuple[Line, ...]

    def position(self, file: str, number: int) -> int | None:
        """Where a line of a file stands on the page."""
        return self._index.get((file, number))

    @cached_property
    def _index(self) -> dict[tuple[str, int], int]:
        return {(line.file, line.number): i for i, line in enumerate(self.lines) if line.number}


class SourceBook:
    """The answer for one recipe."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.digest: str = document["digest"]
        self.preset: str = document["preset"]
        self._files: Mapping[str, Mapping[str, Any]] = document["files"]
        self._views: Sequence[Mapping[str, Any]] = document["views"]
        self._places: Mapping[str, int] = document["places"]
        self._table: Mapping[str, Any] | None = document["table"]
        self._texts: dict[str, list[str]] = {}

    def text(self, file: str) -> str:
        """A file's whole text."""
        return str(self._files[file]["text"])

    def path(self, file: str) -> str:
        """Where the file lies on this machine."""
        return str(self._files[file]["path"])

    def place_of(self, node: str) -> str:
        """The innermost place around a node that has code of its own."""
        path = node.partition(":")[0]
        while path and path not in self._places:
            path = path.rpartition(".")[0]
        return path

    def page(self, place: str) -> Page:
        """A place's code below the table of the network."""
        sections = [Section(*s) for s in self._view(place)["sections"]]
        if self._table is not None:
            sections.insert(0, Section(self._table["file"], self._table["first"], self._table["last"]))
        return self._page(place, sections)

    def meaning(self, file: str, name: str) -> Section | None:
        """Where a name in a file is defined; None for names that are not ours."""
        found = self._files[file]["names"].get(name) if file in self._files else None
        return Section(*found) if found is not None and found[0] in self._files else None

    def page_of(self, section: Section) -> Page:
        """The code of a name that was followed."""
        return self._page(None, [section])

    def knows(self, file: str) -> bool:
        """Whether a file is part of the answer."""
        return file in self._files

    def around(self, file: str, number: int) -> Page:
        """The class or function that a line stands in, or the line's whole file."""
        inside = [Section(*s) for s in self._files[file]["names"].values() if s[0] == file and s[1] <= number <= s[2]]
        whole = Section(file, 1, len(self._lines(file)))
        return self._page(None, [min(inside, key=lambda s: s.last - s.first) if inside else whole])

    def row(self, node: str) -> Section | None:
        """The lines of the table for a node: its own or those of what holds it."""
        rows = self._table["rows"] if self._table is not None else {}
        path = node.partition(":")[0]
        while path and path not in rows:
            path = path.rpartition(".")[0]
        return Section(self._table["file"], *rows[path]) if self._table is not None and path in rows else None

    def made(self, place: str, node: str) -> list[Section]:
        """The lines that make a node of a place, then those that call it."""
        view, name = self._view(place), node.removeprefix(place).lstrip(".")
        calls = view["calls"].get(name.partition(".")[0], ())
        while name:
            if name in view["makes"]:
                return [Section(*view["makes"][name]), *(Section(file, line, line) for file, line in calls)]
            name = name.rpartition(".")[0]
        return []

    def nodes_at(self, place: str, file: str, number: int) -> list[str]:
        """The nodes that a line makes, calls or prints, the best first."""
        view, found = self._view(place), []
        prefix = f"{place}." if place else ""
        for name, (where, first, last) in view["makes"].items():
            if where == file and first <= number <= last:
                found.append((last - first, name.count("."), place + name if name.startswith(":") else prefix + name))
        for name, lines in view["calls"].items():
            if name in view["makes"] and [file, number] in lines:
                found.append((0, name.count("."), prefix + name))
        if self._table is not None and self._table["file"] == file:
            for path, (first, last) in self._table["rows"].items():
                if path and first <= number <= last:
                    found.append((last - first, path.count("."), path))
        return [node for _, _, node in sorted(found, key=lambda each: each[:2])]

    def governed(self, place: str, knob: str) -> Mapping[str, Any]:
        """``lines`` and ``reads`` of a knob by file, ``elsewhere`` [file, line] where that isn't shown; empty if unknown."""
        found: Mapping[str, Any] = self._view(place)["governed"].get(knob, {})
        return found

    def _view(self, place: str) -> Mapping[str, Any]:
        return self._views[self._places[place]]

    def _lines(self, file: str) -> list[str]:
        if file not in self._texts:
            self._texts[file] = self.text(file).splitlines()
        return self._texts[file]

    def _page(self, place: str | None, sections: Sequence[Section]) -> Page:
        lines: list[Line] = []
        kept: list[Section] = []
        for section in sections:
            if any(section.file == s.file and s.first <= section.first and section.last <= s.last for s in kept):
                continue
            if kept:
                lines.append(Line("", 0, section.file if section.file != kept[-1].file else ""))
            kept.append(section)
            text = self._lines(section.file)
            lines += [Line(section.file, n, text[n - 1]) for n in range(section.first, min(section.last, len(text)) + 1)]
        return Page(place, tuple(kept), tuple(lines))
