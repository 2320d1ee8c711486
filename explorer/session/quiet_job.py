"""A job of the bench process that the user asked for, and that must run alone: begun when all is quiet, given up when it is not.

Layer times and a machine's peaks are such jobs. A measured latency is another, older one (``explorer.session.latency``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from explorer.session.jobs import WorkerProcess, sentence_of


class QuietJob(QObject):
    """One job at a time. Subclasses say what is asked (``question``) and keep the answer (``keep``).

    Signals: changed() when there is something new to show: an answer, another state; progressed(fraction, sentence); started();
    ended() after every end; failed(sentence).
    """

    changed = Signal()
    progressed = Signal(float, list)
    started = Signal()
    ended = Signal()
    failed = Signal(list)

    def __init__(self, worker: WorkerProcess, job: str, is_quiet: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self.job = job
        self._is_quiet = is_quiet
        self._running = 0
        self._wanted = False

    def question(self) -> tuple[object, dict[str, Any]] | None:
        """What the answer will be kept under, and the body of the request; None where there is nothing to ask."""
        raise NotImplementedError

    def keep(self, key: object, answer: dict[str, Any]) -> None:
        """An answer came."""
        raise NotImplementedError

    def refuse(self, key: object, sentence: list[str]) -> None:
        """There is no answer, for a reason."""

    def measure(self) -> None:
        """Now, or as soon as nothing else runs."""
        asked = self.question()
        if asked is None or self._running:
            return
        self._wanted = not self._is_quiet()
        if self._wanted:
            self.changed.emit()
            return
        key, body = asked
        self._running = self.worker.request(
            self.job, body, on_result=lambda answer: self._on_result(key, answer),
            on_error=lambda error: self._on_error(key, error),
            on_progress=lambda p: self.progressed.emit(p["fraction"], p["text"]),
        )
        self.started.emit()
        self.changed.emit()

    def cancel(self) -> None:
        """End what runs or waits."""
        self._wanted = False
        if self._running:
            self.worker.cancel(self._running)
        self.changed.emit()

    def is_running(self) -> bool:
        """Whether it is under way."""
        return self._running != 0

    def is_waiting(self) -> bool:
        """Whether it will begin once all is quiet."""
        return self._wanted

    def on_others_began(self) -> None:
        """Something begins that needs the processors: what runs is given up and taken up again afterwards."""
        if self._running:
            self.worker.cancel(self._running)
            self._wanted = True

    def on_others_settled(self) -> None:
        """Something else has ended."""
        if self._wanted and not self._running:
            self.measure()

    def _on_result(self, key: object, answer: dict[str, Any]) -> None:
        self._running = 0
        self.keep(key, answer)
        self._end()

    def _on_error(self, key: object, error: dict[str, Any]) -> None:
        self._running = 0
        if error.get("kind") == "cancelled":
            self._end()
            if self._wanted:
                self.measure()
            return
        sentence = sentence_of(error)
        self.refuse(key, sentence)
        self._end()
        self.failed.emit(sentence)

    def _end(self) -> None:
        self.ended.emit()
        self.changed.emit()
