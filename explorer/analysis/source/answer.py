"""``source``: for every place of a recipe's network its code, the lines that make each box, the lines that each knob governs.

Nothing is declared: the lines are where the modules were made and the knobs read while the network was built (tracing.py), and
what the values reach from there (governed.py). A line is found whatever file, helper or base class it stands in.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from explorer.analysis.places import levels
from explorer.analysis.source.code import Code, Section, code_of, own_classes, within
from explorer.analysis.source.governed import Governed
from explorer.analysis.source.rows import table_of
from explorer.analysis.source.tracing import Stack, Trace, trace
from explorer.core.recipe import Recipe
from models.knobs import STAGE

Entry = list[str | int]  # file, first line, last line


def source(recipe: Recipe) -> dict[str, Any]:
    """The answer of the engine's job ``source`` (docs/architecture.md). Raises BadInput for a recipe that cannot be built."""
    found = trace(recipe)
    plain = found if not recipe.edited() else trace(recipe.unedited())
    return _Answer(found, plain).whole() | {"digest": recipe.digest(), "preset": recipe.preset}


class _Answer:
    """Collects views, each once, and the files that they stand in."""

    def __init__(self, found: Trace, plain: Trace) -> None:
        self.trace = found
        self.plain = plain
        self.code = cache(code_of)
        self.shown: dict[str, Code] = {}
        self.network = self._noted(own_classes(type(found.module)))
        self.modules = dict(found.module.named_modules())
        self.levels = {path: level for path, level in levels(found.settings).items() if path in self.modules}
        self.governed = Governed(found, self.network, self.code)
        self.made = self._made()

    def whole(self) -> dict[str, Any]:
        """Files, views, and which place has which view."""
        views: dict[Any, int] = {}
        documents: list[dict[str, Any]] = []
        places = {}
        for path in self.levels:
            sections, makes = self._sections(path), self.made.get(path, {})
            within_place = self._makes(makes, sections)
            readers = self.governed.readers(path)
            key = (sections, repr(within_place), frozenset((knob, frozenset(stacks)) for knob, stacks in readers.items()))
            if key not in views:
                views[key] = len(documents)
                documents.append({
                    "sections": [list(s) for s in sections], "makes": within_place,
                    "calls": self.governed.calls(sections, {name.split(".")[0] for name in within_place}),
                    "governed": self.governed.lines(readers, sections),
                })
            places[path] = views[key]
        table = table_of(self.plain, self.trace, self.shown)
        return {"files": self._files(), "views": documents, "places": places, "table": table}

    def _noted(self, sections: list[Section]) -> tuple[Section, ...]:
        """The same sections, their files taken along."""
        for section in sections:
            if section.file not in self.shown:
                code = next((c for c in self._reached() if c.short == section.file), None)
                if code is not None:
                    self.shown[section.file] = code
        return tuple(dict.fromkeys(sections))

    def _reached(self) -> list[Code]:
        """Every file of ours that took part in the building."""
        files = {frame.file for stack in self.trace.makers.values() for frame in stack}
        files |= {frame.file for stacks in self.trace.readers.values() for stack in stacks for frame in stack}
        return [code for file in files if (code := self.code(file)) is not None]

    def _sections(self, path: str) -> tuple[Section, ...]:
        """Its class, the functions that read its knobs, its bases; of a stage the network's class too."""
        if not path:
            return self._noted([*self.network, *self._helpers(path)])
        own = own_classes(type(self.modules[path]))
        sections = [*own[:1], *self._helpers(path), *own[1:]]
        if not sections or self.levels[path] == STAGE:
            sections += self.network
        return self._noted(sections)

    def _helpers(self, path: str) -> list[Section]:
        """Functions outside of the network's own class that read knobs of this place, or lead to where they are read."""
        found: list[Section] = []
        for (place, _), stacks in self.trace.readers.items():
            for stack in stacks if place == path else ():
                for frame in stack:
                    code = self.code(frame.file)
                    section = None if code is None else code.definition_at(frame.place[0])
                    if section is not None and section in self.network:
                        break
                    if section is not None:
                        found.append(section)
        return list(dict.fromkeys(found))

    def _made(self) -> dict[str, dict[str, Stack]]:
        """By place, the stacks that made what stands in it: modules by relative path, operations as ``:add``."""
        found: dict[str, dict[str, Stack]] = {}
        stacks = {path: self.trace.makers.get(id(module), ()) for path, module in self.modules.items()}
        for path, stack in {**stacks, **self.trace.operations}.items():
            inner, _, operation = path.partition(":")
            around = inner if operation else inner.rpartition(".")[0] if inner else None
            while around is not None:
                if around in self.levels:
                    found.setdefault(around, {})[path.removeprefix(around).lstrip(".")] = stack
                    if not around or inner not in self.levels or operation:
                        break
                around = around.rpartition(".")[0] if around else None
        return found

    def _makes(self, stacks: dict[str, Stack], sections: tuple[Section, ...]) -> dict[str, Entry]:
        """Where each thing was made, as far as that is shown; what was made with what is around it is left out."""
        found: dict[str, Entry] = {}
        for name, stack in stacks.items():
            for frame in stack:
                code = self.code(frame.file)
                if code is not None and within(sections, code.short, frame.place[0]):
                    entry: Entry = [code.short, frame.place[0], frame.place[1]]
                    if found.get(name.rpartition(".")[0]) != entry:
                        found[name] = entry
                    break
        return found

    def _files(self) -> dict[str, Any]:
        """The shown files with what their names mean, and the files that those names lead to."""
        files: dict[str, dict[str, Any]] = {}
        further: dict[str, Code] = {}
        for name, code in self.shown.items():
            meanings = list(code.names())
            further |= {other.short: other for _, other, _ in meanings}
            files[name] = {"text": code.text, "path": str(code.path), "names": {n: list(s) for n, _, s in meanings}}
        for name, code in further.items():
            if name not in files:
                names = {n: list(s) for n, other, s in code.names() if other.short in further or other.short in self.shown}
                files[name] = {"text": code.text, "path": str(code.path), "names": names}
        return files
