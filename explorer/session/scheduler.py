"""Which workers a scheduler has, asked on request: the ``sweep`` process knows how to speak to one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from explorer.core.cluster import Cluster
from explorer.session.jobs import WorkerProcess, sentence_of

LIMIT_MS = 60_000  # each worker's first answer waits for its torch


class Scheduler(QObject):
    """One question at a time; a newer one takes the place of what runs.

    Signals: arrived(Cluster, workers) with documents as docs/architecture.md has them; failed(Cluster, sentence).
    """

    arrived = Signal(object, list)
    failed = Signal(object, list)

    def __init__(self, worker: WorkerProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self._job = 0

    def is_asking(self) -> bool:
        """Whether an answer is awaited."""
        return self._job != 0

    def ask(self, cluster: Cluster) -> None:
        """Who is there? ``cluster`` says where and how; its names and tags are of no account."""
        self.cancel()

        def on_result(answer: dict[str, Any]) -> None:
            if self._job == job:
                self._job = 0
                self.arrived.emit(cluster, list(answer["workers"]))

        def on_error(error: dict[str, Any]) -> None:
            if self._job == job:
                self._job = 0
                self.failed.emit(cluster, sentence_of(error))

        job = self._job = self.worker.request(
            "workers", {"cluster": cluster.to_json()}, on_result=on_result, on_error=on_error, repeat=False, limit_ms=LIMIT_MS,
        )

    def cancel(self) -> None:
        """The answer is of no use any more."""
        if self._job:
            job, self._job = self._job, 0
            self.worker.cancel(job)
