"""Second and third opinions on the count: asked of the bench process when nothing else is to be done, kept by recipe."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.core.recipe import Recipe
from explorer.session.jobs import HANG_MS, WorkerProcess

IDLE_MS = 1500


class Opinions(QObject):
    """Asks for the shown recipe, once, when ``is_idle`` says that the processors are free.

    Signals: arrived(digest) when an opinion is new. An opinion that cannot be had is left out without a word: it is a second
    look, and its recipe has been counted.
    """

    arrived = Signal(str)

    def __init__(self, worker: WorkerProcess, is_idle: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self._is_idle = is_idle
        self._known: dict[str, dict[str, Any] | None] = {}
        self._wish: Recipe | None = None
        self._asked = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(IDLE_MS)
        self._timer.timeout.connect(self._ask)

    def of(self, digest: str) -> dict[str, Any] | None:
        """What others count for a recipe, as docs/architecture.md says; None where it is not known (yet)."""
        return self._known.get(digest)

    def on_tweaked(self) -> None:
        """A change was made: not now."""
        self._wish = None
        self._timer.stop()

    def on_analysed(self, recipe: Recipe) -> None:
        """This recipe is what the window shows now."""
        self._wish = None if recipe.digest() in self._known else recipe
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
            "opinions", {"recipe": recipe.to_json()}, limit_ms=HANG_MS, repeat=False,
            on_result=lambda opinion: self._on_result(recipe, opinion), on_error=lambda error: self._on_error(recipe, error),
        )

    def _on_result(self, recipe: Recipe, opinion: dict[str, Any]) -> None:
        self._asked = False
        self._known[recipe.digest()] = opinion
        self.arrived.emit(recipe.digest())
        self._wait()

    def _on_error(self, recipe: Recipe, error: dict[str, Any]) -> None:
        self._asked = False
        if error.get("kind") == "bad input":  # asking again would not help
            self._known[recipe.digest()] = None
        self._wait()
