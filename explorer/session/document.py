"""The open recipe: its values, its analysis, its undo steps and its file. Knows no widget, no process and no network."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from explorer.core.graph import Network
from explorer.core.recipe import Recipe, Value, read_recipe, write_recipe
from explorer.core.weights import WeightsFile
from explorer.session.jobs import sentence_of
from explorer.session.selection import Selection

Places = str | Sequence[str]  # the path of one place, or of several
Words = str | Callable[[], str]  # what a step is called; a function says it in the language that is spoken by then


class Step(QUndoCommand):
    """From one recipe (and file) to another.

    Steps of one gesture (a drag) melt into one by ``absorb``, not by QUndoCommand.mergeWith: PySide6 keeps every merged
    command alive for ever, which at each move of a drag would leak.
    """

    def __init__(self, document: Document, after: Recipe, text: Words, *, gesture: int = 0, path: Path | None = None) -> None:
        super().__init__(_said(text))
        self.document = document
        self.before, self.after = document.recipe, after
        self.path_before, self.path_after = document.path, path
        self.gesture = gesture
        self.texts = {after: text}  # every recipe of the gesture and its words, for the case that the last is refused

    def redo(self) -> None:
        self.document.show(self.after, self.path_after)

    def undo(self) -> None:
        self.document.show(self.before, self.path_before)

    def absorb(self, after: Recipe, text: Words) -> None:
        """The gesture goes on to another recipe."""
        self.after = after
        self.texts[after] = text
        self.say()

    def say(self) -> None:
        """Its name in the language that is spoken now."""
        self.setText(_said(self.texts[self.after]))


class Document(QObject):
    """One recipe under edit.

    Signals: recipe_changed(recipe, serial) after every change, whoever made it; analysed() when analysis and network are new;
    baseline_changed(); refused(sentence) when the engine could not build a change, which is taken back; file_changed() when
    name or saved state differ; step_grew() when a drag went on within its step; noted(sentence) for what
    is worth a word but no error.
    """

    recipe_changed = Signal(object, int)
    analysed = Signal()
    baseline_changed = Signal()
    refused = Signal(list)
    file_changed = Signal()
    step_grew = Signal()
    noted = Signal(list)

    def __init__(self, recipe: Recipe, fallback: str = "mobilenet_v2", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recipe = recipe
        self.path: Path | None = None
        self.serial = 0
        self.analysis: dict[str, Any] | None = None
        self.network: Network | None = None
        self.accepted: Recipe | None = None
        self.baseline: dict[str, Any] | None = None
        self.selection = Selection(self)
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(1000)
        self.stack.cleanChanged.connect(self.file_changed)
        self._fallback = fallback
        self._inherited: dict[tuple[str, str], Value] = {}
        self.left_unsaved: Recipe | None = None
        self.is_replaying = False  # while steps are put back (document_state), they show nothing

    # what the user does

    def set_knob(self, name: str, value: Value, place: Places = "", *, text: Words = "", gesture: int = 0) -> None:
        """One knob at one place, or at several as one step. Steps with the same ``gesture`` are one undo step; 0 is a step of
        its own."""
        wanted: dict[str, Value | None] = {}
        for path in _each(place):
            if path == "":
                self._inherited = {key: v for key, v in self._inherited.items() if key[1] != name or not key[0]}
            if self.recipe.value(name, path) is None:
                reading = self.reading(name, path)
                if reading is not None and self.accepted == self.recipe:
                    self._inherited[path, name] = reading["value"]
            wanted[path] = None if self._inherited.get((path, name)) == value else value
        self._push(self.recipe.with_values(name, wanted), text or f"{name} {value}", gesture=gesture)

    def reset_knob(self, name: str, place: Places = "", *, text: Words = "") -> None:
        """Take the setting of a knob at a place, or at several, away."""
        self._push(self.recipe.with_values(name, dict.fromkeys(_each(place))), text or _step("reset {0}", name))

    def reset_places(self, places: Iterable[str], *, text: Words = "") -> None:
        """Take away all that is set at these places and within them, as one step: the network's values hold there again."""
        self._push(self.recipe.without_overrides(places), text or _step("reset to network"))

    def back_to_preset(self) -> None:
        """Take every change away, as one step; the weights stay."""
        self._push(self.recipe.unedited(), _step("back to {0}", self.recipe.preset))

    def set_weights(self, weights: WeightsFile | None, text: Words = "") -> None:
        """The weights of a file, or random ones; its own accuracy is part of it."""
        own = _step("load {0}", weights.name) if weights else _step("random weights")
        self._push(self.recipe.with_weights(weights), text or own)

    def open_preset(self, preset: str | Recipe, name: str = "") -> None:
        """Another preset, or a recipe that is at hand (a published variant, a pin) under a name, as a step that can be undone."""
        recipe = preset if isinstance(preset, Recipe) else Recipe(preset)
        if self.recipe != recipe:
            self._leave()
            self.stack.push(Step(self, recipe, _step("open {0}", name or recipe.preset)))

    def open_recipe(self, path: Path) -> None:
        """A saved recipe, as a step that can be taken back. Raises BadInput; nothing is changed then."""
        recipe = read_recipe(path)
        self._leave()
        self.stack.push(Step(self, recipe, _step("open {0}", path.name), path=path))
        self.stack.setClean()
        self.file_changed.emit()

    def save(self, path: Path) -> None:
        """Write the recipe. Raises BadInput; an older file stays whole then."""
        analysed = self.analysis if self.analysis and self.analysis["preset"] == self.recipe.preset else {}
        write_recipe(self.recipe, path, analysed.get("source"))
        self.path = path
        self.left_unsaved = None
        self.stack.setClean()
        self.file_changed.emit()

    # what the rest of the program tells

    def show(self, recipe: Recipe, path: Path | None) -> None:
        """A step was made or taken back."""
        if self.is_replaying:
            return
        moved, self.path = path != self.path, path
        if recipe.preset != self.recipe.preset:
            self._inherited.clear()
        self.recipe = recipe
        self.serial += 1
        self.recipe_changed.emit(recipe, self.serial)
        if moved:
            self.file_changed.emit()

    def accept(self, recipe: Recipe, analysis: dict[str, Any]) -> None:
        """The engine's answer to this recipe or a slightly older one."""
        if recipe.preset != self.recipe.preset:
            return
        another = self.analysis is not None and self.analysis.get("architecture") != analysis.get("architecture")
        self.accepted, self.analysis = recipe, analysis
        self.network = Network(analysis)
        if another:  # a path that both have is not the same block: the knobs must not act on what nobody chose here
            self.selection.select("")
        self.selection.adopt(analysis["places"], self.network.ids())
        self.analysed.emit()

    def refuse(self, recipe: Recipe, error: dict[str, Any]) -> None:
        """The engine cannot build this recipe: go back to the last one of this gesture that it could, or to before it."""
        if recipe != self.recipe:
            return
        step = self._top()
        if step is not None and step.after == recipe:
            if self.accepted in step.texts and self.accepted is not None and self.accepted != recipe:
                step.after = self.accepted
                step.say()
                self.show(self.accepted, step.path_after)
            else:
                before, path = step.before, step.path_before
                step.setObsolete(True)
                self.stack.undo()  # Qt drops an obsolete step without undoing it
                self.show(before, path)
        elif self.accepted is not None and self.accepted != recipe:
            self.show(self.accepted, self.path)
        elif recipe != Recipe(self._fallback):
            self.show(Recipe(self._fallback), None)
        self.refused.emit(sentence_of(error))

    def compare_with(self, preset: str, analysis: dict[str, Any]) -> None:
        """The analysis of the unedited preset arrived."""
        if preset == self.recipe.preset:
            self.baseline = analysis
            self.baseline_changed.emit()

    # what can be asked

    def reading(self, name: str, place: str) -> dict[str, Any] | None:
        """How the engine read a knob at a place: value, origin, legal values, reason, note."""
        places = self.analysis["places"] if self.analysis else {}
        found: dict[str, Any] | None = places.get(place, {}).get("knobs", {}).get(name)
        return found

    def is_modified(self) -> bool:
        """Whether closing now would lose this recipe."""
        return not self.stack.isClean() and (self.path is not None or self.recipe != Recipe(self.recipe.preset))

    def unsaved(self) -> Recipe | None:
        """The recipe that closing would lose: this one, or the edited one that was left for another preset."""
        return self.recipe if self.is_modified() else self.left_unsaved

    def _push(self, recipe: Recipe, text: Words, *, gesture: int = 0) -> None:
        if recipe == self.recipe:
            return
        top = self._top()
        if gesture == 0 or top is None or top.gesture != gesture or self.stack.isClean():
            self.stack.push(Step(self, recipe, text, gesture=gesture, path=self.path))
            return
        top.absorb(recipe, text)
        if recipe == top.before:
            top.setObsolete(True)
            self.stack.undo()
        self.show(recipe, self.path)
        self.step_grew.emit()

    def _top(self) -> Step | None:
        """The step that Undo would take back."""
        index = self.stack.index() - 1
        step = self.stack.command(index) if index >= 0 and not self.stack.canRedo() else None
        return step if isinstance(step, Step) else None

    def _leave(self) -> None:
        if self.is_modified():
            self.left_unsaved = self.recipe
            self.noted.emit(["The edited {0} was left unsaved; Undo brings it back.", self.recipe.preset])


def _said(words: Words) -> str:
    return words if isinstance(words, str) else words()


def _step(template: str, *arguments: str) -> Words:
    return lambda: QCoreApplication.translate("steps", template).format(*arguments)


def _each(place: Places) -> tuple[str, ...]:
    return (place,) if isinstance(place, str) else tuple(place)
