"""The files of the architectures as text and syntax tree: which definition a frame stands in, which one a class is.

A file is known by a short name: ``models/resnet.py`` of the library, ``my_net.py`` of the user's own folder.
"""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from types import FunctionType
from typing import Any, NamedTuple

import torch

import models
from explorer.analysis.source.flow import Body, definitions, first_line, functions

LIBRARY = Path(models.__file__).resolve().parent
_ELSEWHERE = (Path(torch.__file__).parents[1], Path(os.__file__).parent)
FOREIGN = tuple({str(folder) + os.sep for each in _ELSEWHERE for folder in (each, each.resolve())})


class Section(NamedTuple):
    """A definition or a table: short name of its file, first and last line."""

    file: str
    first: int
    last: int


class Method:
    """A function or method: its class ("" for a function), name, lines and body."""

    def __init__(self, file: str, owner: str, name: str, body: Body) -> None:
        self.file = file
        self.owner = owner
        self.name = name
        self.body = body
        node = body.function
        self.first, self.last = first_line(node), node.end_lineno or node.lineno


class Code:
    """One file of ours."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text
        self.short = f"models/{path.name}" if path.parent == LIBRARY else path.name
        self.tree = ast.parse(text)
        self.definitions = definitions(self.tree)
        self.methods = [Method(self.short, owner, name, Body(node)) for owner, name, node in functions(self.tree)]

    def section(self, name: str) -> Section | None:
        """The class or function of that name."""
        lines = self.definitions.get(name)
        return None if lines is None else Section(self.short, *lines)

    def method_at(self, line: int) -> Method | None:
        """The function or method that a line stands in."""
        return next((m for m in self.methods if m.first <= line <= m.last), None)

    def definition_at(self, line: int) -> Section | None:
        """The class or function at the top of the file that a line stands in."""
        return next((Section(self.short, a, b) for a, b in self.definitions.values() if a <= line <= b), None)

    def bases(self, owner: str) -> list[str]:
        """Names of a class's bases, as they are written."""
        node = next((n for n in self.tree.body if isinstance(n, ast.ClassDef) and n.name == owner), None)
        return [b.id if isinstance(b, ast.Name) else getattr(b, "attr", "") for b in node.bases] if node else []

    def names(self) -> Iterator[tuple[str, Code, Section]]:
        """What the file's names mean: classes and functions of ours, its own and imported ones, and where those stand."""
        module = next((m for m in list(sys.modules.values()) if getattr(m, "__file__", None) == str(self.path)), None)
        for name, value in vars(module).items() if module is not None else ():
            found = defined(value) if isinstance(value, type | FunctionType) else None
            if found is not None:
                yield name, *found


def code_of(path: str) -> Code | None:
    """The file of that path, None where it isn't ours (torch, the standard library) or cannot be read."""
    if path.startswith((*FOREIGN, "<")):
        return None
    try:
        stamp = Path(path).stat().st_mtime_ns
    except OSError:
        return None
    return _read(path, stamp)


@lru_cache(maxsize=64)
def _read(path: str, _stamp: int) -> Code | None:
    try:
        return Code(Path(path), Path(path).read_text(encoding="utf-8"))
    except (OSError, SyntaxError, ValueError):
        return None


def defined(value: Any) -> tuple[Code, Section] | None:
    """The file and the lines that define a class or function; None for one that isn't ours."""
    module = sys.modules.get(getattr(value, "__module__", "") or "")
    code = code_of(getattr(module, "__file__", None) or "")
    section = code.section(value.__qualname__) if code is not None else None
    return None if code is None or section is None else (code, section)


def own_classes(cls: type) -> list[Section]:
    """A class and its bases, as far as they are ours, the class itself first."""
    return [found[1] for each in cls.__mro__ if (found := defined(each)) is not None]


def within(sections: Iterable[Section], file: str, line: int) -> bool:
    """Whether a line stands in one of these."""
    return any(s.file == file and s.first <= line <= s.last for s in sections)
