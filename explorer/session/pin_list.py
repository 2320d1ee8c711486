"""The list of pinned recipes: names, order, baseline, steps back, and the file that keeps it from run to run."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from explorer.core.compare_file import Pin, PinSet, is_comparison, read_document, read_pins, write_pins
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe, read_recipe
from explorer.core.weights import OwnAccuracy

MOST_STEPS = 100
FILE, UNREADABLE = "pins.json", "pins.unreadable.json"


class PinList(QObject):
    """Recipes in the user's order, one of them the baseline. Every step is written at once and can be taken back.

    The steps are no part of the document's undo: what is pinned is no part of the recipe, and must not make its file look
    changed.

    Signals: changed() when pins, names, order or baseline differ; said(sentence, level) for the message bar.
    """

    changed = Signal()
    said = Signal(list, str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.set = PinSet()
        self.path = folder / FILE
        self._past: list[PinSet] = []
        self._may_write = True

    def pin(self, recipe: Recipe, name: str = "") -> Pin:
        """Keep a recipe at the end of the list."""
        self._become(self.set.added(name or recipe.preset, recipe))
        return self.set.pins[-1]

    def unpin(self, keys: Iterable[int]) -> int:
        """Take pins off the list; how many went. ``undo`` brings them back."""
        before = len(self.set.pins)
        self._become(self.set.without(frozenset(keys)))
        return before - len(self.set.pins)

    def rename(self, key: int, name: str) -> None:
        """Another name; one that is taken gets a number."""
        self._become(self.set.renamed(key, name))

    def state_accuracy(self, key: int, accuracy: OwnAccuracy | None) -> None:
        """What the user measured for this recipe, or nothing any more."""
        self._become(self.set.stated(key, accuracy))

    def move(self, key: int, place: int) -> None:
        """To another place of the list."""
        self._become(self.set.moved(key, place))

    def choose_baseline(self, key: int) -> None:
        """What the others are compared with."""
        if self.set.of(key) is not None:
            self._become(PinSet(self.set.pins, key))

    def undo(self) -> None:
        """Take the last of these steps back."""
        if self._past:
            self.set = self._past.pop()
            self._keep()

    def can_undo(self) -> bool:
        """Whether there is such a step."""
        return bool(self._past)

    def open_file(self, path: Path) -> int:
        """Pin what a recipe file or a comparison file holds; how many that were. Raises BadInput; nothing is changed then."""
        document = read_document(path)
        grown = self.set
        if is_comparison(document):
            opened = read_pins(path)
            for pin in opened.pins:
                grown = grown.added(pin.name, pin.recipe)
                grown = grown.stated(grown.pins[-1].key, pin.accuracy)
        else:
            grown = grown.added(path.name.removesuffix(".json").removesuffix(".recipe"), read_recipe(path))
        count = len(grown.pins) - len(self.set.pins)
        self._become(grown)
        return count

    def save(self, path: Path) -> None:
        """Write the list as a comparison file. Raises BadInput."""
        write_pins(self.set, path)

    def load(self) -> None:
        """What was pinned in the last run. A file that cannot be read is put aside, and a sentence says where."""
        if not self.path.exists():
            return
        try:
            self.set = read_pins(self.path)
        except BadInput as error:
            self._put_aside(error)
        self.changed.emit()

    def _become(self, pins: PinSet) -> None:
        if pins != self.set:
            self._past = [*self._past[1 - MOST_STEPS:], self.set]
            self.set = pins
            self._keep()

    def _keep(self) -> None:
        """Write the file and tell everybody."""
        if self._may_write:
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                write_pins(self.set, self.path)
            except (BadInput, OSError) as error:
                self._may_write = False  # said once
                self.said.emit(["The pins cannot be kept for the next start: {0}", str(error)], "warning")
        self.changed.emit()

    def _put_aside(self, error: BadInput) -> None:
        aside = self.path.with_name(UNREADABLE)
        try:
            self.path.replace(aside)
        except OSError:
            self._may_write = False  # rather no pins kept than those of the user overwritten
            self.said.emit(["The pins of the last run cannot be read; the file stays as it is. {0}", str(error)], "warning")
        else:
            sentence = ["The pins of the last run cannot be read; the file is kept as {1}. {0}", str(error), str(aside)]
            self.said.emit(sentence, "warning")

