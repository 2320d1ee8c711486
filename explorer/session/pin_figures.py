"""The figures of pinned recipes: asked of the engine one by one while nothing else is wished of it, kept by recipe and rule."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.core import rules
from explorer.core.compare import brief
from explorer.core.recipe import Recipe
from explorer.session.jobs import HANG_MS, WorkerProcess, sentence_of

QUIET_MS = 300  # after the last change; a drag changes something every few milliseconds
Key = tuple[str, str]  # digest, counting rule


class PinFigures(QObject):
    """Asks for ``brief`` analyses. Nothing is asked while ``is_quiet`` says no, or within QUIET_MS of a change; so a drag waits
    for one of these answers at most, and only at its first step.

    Signals: arrived() when a figure, or the reason why there is none, is new; ended() after each question.
    """

    arrived = Signal()
    ended = Signal()

    def __init__(self, worker: WorkerProcess, is_quiet: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self.rule = rules.DEFAULT
        self._is_quiet = is_quiet
        self._known: dict[Key, dict[str, Any]] = {}
        self._refused: dict[str, tuple[str, ...]] = {}
        self._faults: set[str] = set()  # of the refused: those that another time may go well
        self._wanted: Sequence[Recipe] = ()
        self._asked = False
        self._round = 0  # an answer to a question from before ``forget`` is of no use
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self._ask)

    def want(self, recipes: Sequence[Recipe], rule: str) -> None:
        """These are pinned now, and this is the rule. What failed for no fault of the recipe is tried again."""
        for digest in self._faults:
            self._refused.pop(digest, None)
        self._faults.clear()
        self._wanted, self.rule = list(recipes), rule
        self._wait()

    def of(self, recipe: Recipe) -> dict[str, Any] | None:
        """The ``brief`` analysis under the present rule; None where it is not known (yet)."""
        return self._known.get((recipe.digest(), self.rule))

    def refusal(self, recipe: Recipe) -> tuple[str, ...]:
        """Why a recipe cannot be counted, as a sentence; empty where it can, or nobody knows yet."""
        return self._refused.get(recipe.digest(), ())

    def take(self, recipe: Recipe, analysis: dict[str, Any]) -> None:
        """An analysis that is there already."""
        self._known[recipe.digest(), analysis["rule"]] = brief(analysis)

    def forget(self, presets: Collection[str]) -> None:
        """These presets are no longer what they were; what could not be built may be there now."""
        self._known = {key: figures for key, figures in self._known.items() if figures["preset"] not in presets}
        self._refused.clear()
        self._round += 1
        self._wait()
        self.arrived.emit()

    def on_tweaked(self) -> None:
        """A change was made: not now."""
        if self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Ask nothing any more."""
        self._wanted = ()
        self._timer.stop()

    def is_asking(self) -> bool:
        """Whether the engine is at one of them."""
        return self._asked

    def _missing(self) -> Recipe | None:
        return next((r for r in self._wanted if self.of(r) is None and not self.refusal(r)), None)

    def _wait(self) -> None:
        if not self._asked and self._missing() is not None:
            self._timer.start()

    def _ask(self) -> None:
        """Ask for the next one, if all is quiet; otherwise look again in a while."""
        recipe = self._missing()
        if self._asked or recipe is None:
            return
        if not self._is_quiet():
            self._timer.start()
            return
        self._asked = True
        asked_in = self._round
        self.worker.request(
            "figures", {"recipe": recipe.structure().to_json(), "rule": self.rule}, limit_ms=HANG_MS,
            on_result=lambda figures: self._on_result(recipe, figures, asked_in),
            on_error=lambda error: self._on_error(recipe, error, asked_in),
        )

    def _on_result(self, recipe: Recipe, figures: dict[str, Any], asked_in: int) -> None:
        if asked_in == self._round:
            self._known[recipe.digest(), figures["rule"]] = figures
        self._on_ended()

    def _on_error(self, recipe: Recipe, error: dict[str, Any], asked_in: int) -> None:
        if asked_in == self._round and error.get("kind") != "cancelled":
            self._refused[recipe.digest()] = tuple(sentence_of(error))
            if error.get("kind") != "bad input":
                self._faults.add(recipe.digest())
        self._on_ended()

    def _on_ended(self) -> None:
        self._asked = False
        self.arrived.emit()
        self.ended.emit()
        if self._is_quiet():
            self._ask()
        else:
            self._wait()
