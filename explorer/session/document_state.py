"""A document with its undo steps as plain data: to be set aside and put back, and to be written to a file. Knows no widget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.session.document import Document, Step

MOST_STEPS = 100  # that a file holds; the oldest go first


@dataclass(frozen=True)
class StepRecord:
    """One undo step: the recipe and file before and after it, and its words."""

    before: Recipe
    after: Recipe
    text: str
    path_before: Path | None = None
    path_after: Path | None = None

    def to_json(self) -> dict[str, Any]:
        """The document that ``from_json`` reads."""
        return {
            "before": _recipe_json(self.before), "after": _recipe_json(self.after), "text": self.text,
            "path_before": _path_json(self.path_before), "path_after": _path_json(self.path_after),
        }

    @staticmethod
    def from_json(document: Mapping[str, Any]) -> StepRecord:
        """Raises BadInput or KeyError where it is something else."""
        return StepRecord(
            Recipe.from_json(document["before"]), Recipe.from_json(document["after"]), str(document["text"]),
            _path_of(document["path_before"]), _path_of(document["path_after"]),
        )


@dataclass(frozen=True)
class DocumentState:
    """Recipe, file, steps, how many of them are made (``index``), at which of them the file was saved (``clean``; -1 at none)."""

    recipe: Recipe
    path: Path | None = None
    steps: tuple[StepRecord, ...] = ()
    index: int = 0
    clean: int = 0
    left_unsaved: Recipe | None = None

    @staticmethod
    def of(document: Document) -> DocumentState:
        """What a document holds now."""
        stack = document.stack
        found = [stack.command(i) for i in range(stack.count())]
        steps = tuple(
            StepRecord(step.before, step.after, step.text(), step.path_before, step.path_after)
            for step in found if isinstance(step, Step)
        )
        return DocumentState(document.recipe, document.path, steps, stack.index(), stack.cleanIndex(), document.left_unsaved)

    def put_back(self, document: Document) -> None:
        """Make a document what it was: recipe, file and every step, those to be made again included."""
        stack = document.stack
        blocked = stack.blockSignals(True)  # noqa: FBT003  (a Qt call)
        document.is_replaying = True
        try:
            stack.clear()
            if self.clean < 0:
                stack.resetClean()
            for number, record in enumerate(self.steps, 1):
                step = Step(document, record.after, record.text, path=record.path_after)
                step.before, step.path_before = record.before, record.path_before
                stack.push(step)
                if number == self.clean:
                    stack.setClean()
            stack.setIndex(self.index)
        finally:
            document.is_replaying = False
            stack.blockSignals(blocked)
        document.left_unsaved = self.left_unsaved
        document.show(self.recipe, self.path)
        stack.indexChanged.emit(stack.index())
        document.file_changed.emit()

    def trimmed(self, most: int = MOST_STEPS) -> DocumentState:
        """The same with at most so many steps: the oldest go first."""
        gone = max(len(self.steps) - most, 0)
        gone = min(gone, self.index)
        clean = self.clean - gone if self.clean >= gone else -1
        return DocumentState(self.recipe, self.path, self.steps[gone:][:most], self.index - gone, clean, self.left_unsaved)

    def to_json(self) -> dict[str, Any]:
        """The document that ``from_json`` reads."""
        return {
            "recipe": _recipe_json(self.recipe), "path": _path_json(self.path), "steps": [step.to_json() for step in self.steps],
            "index": self.index, "clean": self.clean,
            "left_unsaved": None if self.left_unsaved is None else _recipe_json(self.left_unsaved),
        }

    @staticmethod
    def from_json(document: object) -> DocumentState:
        """Raises BadInput where it is something else, or its steps do not lead to its recipe."""
        try:
            assert isinstance(document, Mapping)
            left = document["left_unsaved"]
            state = DocumentState(
                Recipe.from_json(document["recipe"]), _path_of(document["path"]),
                tuple(StepRecord.from_json(step) for step in document["steps"]), int(document["index"]), int(document["clean"]),
                None if left is None else Recipe.from_json(left),
            )
        except (AssertionError, KeyError, TypeError, ValueError, AttributeError) as error:
            raise BadInput("the kept work cannot be read: {0}", repr(error)) from error
        if not 0 <= state.index <= len(state.steps) or not -1 <= state.clean <= len(state.steps):
            raise BadInput("the kept work cannot be read: step {0} of {1}", state.index, len(state.steps))
        if state.index and state.steps[state.index - 1].after != state.recipe:
            raise BadInput("the kept work cannot be read: its steps do not lead to its recipe ({0})", state.recipe.preset)
        return state


@lru_cache(maxsize=1024)
def _recipe_json(recipe: Recipe) -> dict[str, Any]:
    """Made once for each recipe: while a knob is dragged the older steps are written again and again."""
    return recipe.to_json()


def _path_json(path: Path | None) -> str | None:
    return None if path is None else str(path)


def _path_of(word: object) -> Path | None:
    return None if word is None else Path(str(word))
