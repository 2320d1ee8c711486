"""The source of the shown network: asked of the engine when it is wanted and nothing else is to be done. One answer is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.core.recipe import Recipe
from explorer.core.source_book import SourceBook
from explorer.session.jobs import WorkerProcess

QUIET_MS = 250  # after the last change; a tweak must never wait for this


class Source(QObject):
    """Asks once all is quiet, and only while somebody looks.

    Signals: arrived() when ``book`` is new; started() and ended() around a question.
    """

    arrived = Signal()
    started = Signal()
    ended = Signal()

    def __init__(self, worker: WorkerProcess, is_idle: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self.book: SourceBook | None = None
        self._is_idle = is_idle
        self._wanted = False
        self._shown: Recipe | None = None
        self._refused = ""
        self._asked = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self._ask)

    def want(self, *, wanted: bool) -> None:
        """Whether somebody looks at it."""
        self._wanted = wanted
        self._wait()

    def is_asking(self) -> bool:
        """Whether the engine is at it."""
        return self._asked

    def of(self, preset: str) -> SourceBook | None:
        """What is known of a preset's code: of the shown recipe, or of a slightly older one."""
        return self.book if self.book is not None and self.book.preset == preset else None

    def on_tweaked(self) -> None:
        """A change was made: not now."""
        self._shown = None
        self._timer.stop()

    def on_analysed(self, recipe: Recipe) -> None:
        """This recipe is what the window shows now."""
        self._shown = recipe
        self._wait()

    def forget(self) -> None:
        """An architecture is no longer what it was."""
        self.book = None
        self._refused = ""

    def _wait(self) -> None:
        if self._wanted and self._is_due():
            self._timer.start()

    def _is_due(self) -> bool:
        if self._shown is None or self._asked:
            return False
        digest = self._shown.digest()
        return digest != self._refused and (self.book is None or self.book.digest != digest)

    def _ask(self) -> None:
        if not self._wanted or self._shown is None or not self._is_due():
            return
        if not self._is_idle():
            self._timer.start()
            return
        digest = self._shown.digest()
        self._asked = True
        self.started.emit()
        self.worker.request(
            "source", {"recipe": self._shown.to_json()}, repeat=False, on_result=self._on_result,
            on_error=lambda _error: self._on_error(digest),
        )

    def _on_result(self, document: dict[str, Any]) -> None:
        self._asked = False
        self.book = SourceBook(document)
        self.arrived.emit()
        self.ended.emit()
        self._wait()

    def _on_error(self, digest: str) -> None:
        """It cannot be had: what stands there stays, and another recipe is another question."""
        self._asked = False
        self._refused = digest
        self.ended.emit()
        self._wait()
