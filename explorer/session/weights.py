"""Weights from files: asked of the bench process, which does one thing at a time; reports are kept by recipe and file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.session.jobs import WorkerProcess, sentence_of

QUIET_MS = 300
Key = tuple[str, str, str]


class Weights(QObject):
    """Loads a file that the user chose, at once, and holds the file of a tweaked recipe against it again when all is quiet.

    Signals: chosen(WeightsFile) when a chosen file fits; refused(sentence) when one does not, or when the file of the shown
    recipe cannot be had; arrived() when a report is new or could not be had; started() and ended() around a load.
    """

    chosen = Signal(object)
    refused = Signal(list)
    arrived = Signal()
    started = Signal()
    ended = Signal()

    def __init__(self, worker: WorkerProcess, may_ask: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self._may_ask = may_ask
        self._reports: dict[Key, dict[str, Any]] = {}
        self._failure: tuple[Key, list[str]] | None = None
        self._wish: Recipe | None = None
        self._loading = self._asked = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self._ask)

    def load(self, recipe: Recipe, path: Path) -> None:
        """Hold a file against a recipe; ends in ``chosen`` or ``refused``."""
        if self._loading:
            return
        self._loading = True
        self.started.emit()
        self.worker.request(
            "weights", {"recipe": recipe.to_json(), "path": str(path)}, on_result=self._on_loaded, on_error=self._on_refused
        )

    def is_loading(self) -> bool:
        """Whether a chosen file is being looked at."""
        return self._loading

    def report(self, recipe: Recipe) -> dict[str, Any] | None:
        """The weights report of docs/architecture.md; None where it is not known (yet) or the weights are random."""
        return self._reports.get(_key(recipe))

    def failure(self, recipe: Recipe) -> list[str] | None:
        """Why the recipe's file cannot be had, as a sentence."""
        return self._failure[1] if self._failure is not None and self._failure[0] == _key(recipe) else None

    def forget(self) -> None:
        """An architecture is no longer what it was."""
        self._reports.clear()
        self._failure = None

    def on_tweaked(self) -> None:
        """A change was made: not now."""
        self._wish = None
        self._timer.stop()

    def on_analysed(self, recipe: Recipe) -> None:
        """This recipe is what the window shows now."""
        known = recipe.weights is None or _key(recipe) in self._reports or self.failure(recipe) is not None
        self._wish = None if known else recipe
        if self._wish is not None and not self._asked:
            self._timer.start()

    def _ask(self) -> None:
        """Ask, if nothing is at work; otherwise look again in a while."""
        if self._wish is None or self._asked:
            return
        if self._loading or not self._may_ask():
            self._timer.start()
            return
        recipe, self._wish, self._asked = self._wish, None, True
        self.worker.request(
            "weights", {"recipe": recipe.to_json()}, on_result=lambda result: self._on_result(recipe, result),
            on_error=lambda error: self._on_error(recipe, error),
        )

    def _on_loaded(self, result: dict[str, Any]) -> None:
        self._loading = False
        try:
            recipe = Recipe.from_json(result["recipe"])
        except BadInput as error:
            self.refused.emit([error.template, *error.arguments])
        else:
            self._failure = None
            self._reports[_key(recipe)] = result["report"]
            self.chosen.emit(recipe.weights)
            self.arrived.emit()
        self.ended.emit()

    def _on_refused(self, error: dict[str, Any]) -> None:
        self._loading = False
        self.refused.emit(sentence_of(error))
        self.ended.emit()

    def _on_result(self, recipe: Recipe, result: dict[str, Any]) -> None:
        self._asked = False
        self._reports[_key(recipe)] = result["report"]
        self._on_answered()

    def _on_error(self, recipe: Recipe, error: dict[str, Any]) -> None:
        self._asked = False
        if error.get("kind") != "cancelled":
            self._failure = (_key(recipe), sentence_of(error))
            self.refused.emit(sentence_of(error))
        self._on_answered()

    def _on_answered(self) -> None:
        self.arrived.emit()
        if self._wish is not None:
            self._timer.start()


def _key(recipe: Recipe) -> Key:
    weights = recipe.weights
    return (recipe.digest(), weights.path, weights.sha256) if weights is not None else ("", "", "")
