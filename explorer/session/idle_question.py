"""A question about the shown recipe that can wait: asked of a worker when nothing else is to be done, its answer kept by recipe.

Second opinions on the count are one such question, the comparison of RepVGG's two forms another.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.core.recipe import Recipe
from explorer.session.jobs import HANG_MS, WorkerProcess

IDLE_MS = 1500


def always(_: Recipe) -> bool:
    """A question that every recipe is asked."""
    return True


class IdleQuestion(QObject):
    """Asks ``job`` of a worker for the shown recipe, once, when ``is_idle`` says that the processors are free.

    ``concerns`` tells which recipes are asked about at all. Signals: arrived(recipe) when an answer is new. One that cannot be
    had is left out without a word: it is a second look at what stands on screen already. Answers are kept by structure and
    weights file.
    """

    arrived = Signal(object)

    def __init__(
        self, worker: WorkerProcess, job: str, is_idle: Callable[[], bool], parent: QObject | None = None, *,
        concerns: Callable[[Recipe], bool] = always, limit_ms: int = HANG_MS,
    ) -> None:
        super().__init__(parent)
        self.worker = worker
        self.job = job
        self._limit_ms = limit_ms
        self._concerns = concerns
        self._is_idle = is_idle
        self._known: dict[str, dict[str, Any] | None] = {}
        self._wish: Recipe | None = None
        self._asked = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(IDLE_MS)
        self._timer.timeout.connect(self._ask)

    def of(self, recipe: Recipe | None) -> dict[str, Any] | None:
        """The answer for a recipe, as docs/architecture.md says; None where it is not known (yet)."""
        return None if recipe is None else self._known.get(_identity(recipe))

    def knows(self, recipe: Recipe) -> bool:
        """Whether there is an answer, or asking again would not help."""
        return _identity(recipe) in self._known

    def on_tweaked(self) -> None:
        """A change was made: not now."""
        self._wish = None
        self._timer.stop()

    def on_analysed(self, recipe: Recipe) -> None:
        """This recipe is what the window shows now."""
        wanted = self._concerns(recipe) and _identity(recipe) not in self._known
        self._wish = recipe if wanted else None
        self._wait()

    def forget(self) -> None:
        """An architecture is no longer what it was; asking again costs little."""
        self._known.clear()

    def _wait(self) -> None:
        if self._wish is not None and not self._asked:
            self._timer.start()

    def _ask(self) -> None:
        """Ask, if all is quiet; otherwise look again in a while."""
        if self._wish is None or self._asked:
            return
        if not self._is_idle():
            self._timer.start()
            return
        recipe, self._wish, self._asked = self._wish, None, True
        self.worker.request(
            self.job, {"recipe": recipe.to_json()}, limit_ms=self._limit_ms, repeat=False,
            on_result=lambda answer: self._on_result(recipe, answer), on_error=lambda error: self._on_error(recipe, error),
        )

    def _on_result(self, recipe: Recipe, answer: dict[str, Any]) -> None:
        self._asked = False
        self._known[_identity(recipe)] = answer
        self.arrived.emit(recipe)
        self._wait()

    def _on_error(self, recipe: Recipe, error: dict[str, Any]) -> None:
        self._asked = False
        if error.get("kind") == "bad input":  # asking again would not help
            self._known[_identity(recipe)] = None
        self._wait()


def _identity(recipe: Recipe) -> str:
    """Structure and weights file; the same structure with other weights is another question."""
    return recipe.digest() + (recipe.weights.sha256 if recipe.weights is not None else "")
