"""Builds a recipe's module and notes which line of code made each module, read each knob and ran each operation.

While the building lasts, the constructors of ``nn.Module`` and of the common leaves, and ``Scope.read``, look up the stack; while
the walk lasts, so does what it records of an operation without a module. All is put back afterwards, whatever happens. One
thread, as quick construction.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from types import CodeType, FrameType
from typing import Any, NamedTuple

import torch
from torch import nn

import models.knobs
from explorer.analysis.answer import settings_of
from explorer.analysis.leaves import QUICK, quick_construction
from explorer.analysis.source.flow import Place
from explorer.analysis.walk import Walk, walk
from explorer.core.errors import BadInput, ExplorerError
from explorer.core.recipe import Recipe
from models import KnobError, Settings
from models.knobs import Reading, Scope
from models.registry import Architecture, construct, input_shape

DEEPEST = 40  # frames above a constructor or a read


class Frame(NamedTuple):
    """A call under way: file, the function's name, the expression that is being computed."""

    file: str
    function: str
    place: Place


Stack = tuple[Frame, ...]  # innermost first


@dataclass
class Trace:
    """A built module, who made each of its modules (by id) and who read each knob at each place (path, knob)."""

    preset: str
    module: nn.Module
    architecture: Architecture
    settings: Settings
    makers: dict[int, Stack] = field(default_factory=dict)
    readers: dict[tuple[str, str], set[Stack]] = field(default_factory=dict)
    operations: dict[str, Stack] = field(default_factory=dict)  # by node path, such as stages.5.1:add


def trace(recipe: Recipe) -> Trace:
    """Build a recipe and take notes. Raises BadInput as the analysis does."""
    architecture, settings = settings_of(recipe)
    found = Trace(recipe.preset, nn.Module(), architecture, settings)
    try:
        try:
            with quick_construction(), _noting(found, QUICK):
                found.module = construct(settings, architecture.builder)
        except KnobError:
            raise
        except (ExplorerError, TypeError, AttributeError, RuntimeError):  # a module that needs real tensors to build
            found.makers.clear()
            with torch.device("meta"), _noting(found, {}):
                found.module = construct(settings, architecture.builder)
    except KnobError as error:
        raise BadInput(error.template, *error.arguments) from error
    with _noting_operations(found):
        walk(found.module, input_shape(found.settings))
    return found


@contextmanager
def _noting(found: Trace, quick: Mapping[type, Any]) -> Iterator[None]:
    constructors: dict[type, Callable[..., None]] = {cls: cls.__init__ for cls in (nn.Module, *quick)}  # type: ignore[misc]
    alive: list[object] = []  # an id is unique only among what is alive
    plain = Scope.read

    def noted(original: Callable[..., None]) -> Callable[..., None]:
        def constructor(self: nn.Module, *args: Any, **kwargs: Any) -> None:
            if id(self) not in found.makers:
                alive.append(self)
                found.makers[id(self)] = _stack(self)
            original(self, *args, **kwargs)

        return constructor

    def read(self: Scope, name: str) -> Reading:
        found.readers.setdefault((self.path, name), set()).add(_stack(None))
        return plain(self, name)

    for cls, original in constructors.items():
        cls.__init__ = noted(original)  # type: ignore[misc]
    Scope.read = read  # type: ignore[method-assign]
    try:
        yield
    finally:
        Scope.read = plain  # type: ignore[method-assign]
        for cls, original in constructors.items():
            cls.__init__ = original  # type: ignore[misc]


@contextmanager
def _noting_operations(found: Trace) -> Iterator[None]:
    plain = Walk._results

    def results(self: Walk, *args: Any) -> Any:
        answer = plain(self, *args)
        found.operations[self.records[-1].path] = _stack(None)
        return answer

    Walk._results = results  # type: ignore[assignment, method-assign]
    try:
        yield
    finally:
        Walk._results = plain  # type: ignore[method-assign]


def _stack(made: object) -> Stack:
    """The frames above, but those of this file, of the knobs and of the constructors of ``made`` itself."""
    frame: FrameType | None = sys._getframe(2)
    frames: list[Frame] = []
    skipped = (__file__, models.knobs.__file__)
    while frame is not None and len(frames) < DEEPEST:
        code = frame.f_code
        if code.co_filename in skipped or (code.co_name == "__init__" and frame.f_locals.get("self") is made):
            frame = frame.f_back
            continue
        if code is construct.__code__:  # what lies above is not the architecture
            break
        frames.append(Frame(code.co_filename, code.co_qualname, _place(code, frame.f_lasti)))
        frame = frame.f_back
    return tuple(frames)


@lru_cache(maxsize=4096)
def _place(code: CodeType, instruction: int) -> Place:
    first, last, start, end = next(islice(code.co_positions(), instruction // 2, None))
    line = first or code.co_firstlineno
    return line, last or line, start or 0, end or 0
