"""Measurements in and out of the store by a worker process: times of other machines read, long lists written as files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from explorer.session.history import History
from explorer.session.jobs import WorkerProcess, sentence_of


class LongExport(QObject):
    """A history of thousands of rows as a file, written by a process, so that the window stays alive.

    Signals: written(path, how many), failed(sentence).
    """

    written = Signal(str, int)
    failed = Signal(list)

    def __init__(self, worker: WorkerProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self._job = 0

    def is_writing(self) -> bool:
        """Whether a file is being written."""
        return self._job != 0

    def write(self, uids: Sequence[str], path: Path, name: str, *, samples: bool) -> None:
        """These measurements in a format of ``core.history_files``; one file at a time."""
        if self._job:
            return
        body = {"uids": list(uids), "path": str(path), "format": name, "samples": samples}
        self._job = self.worker.request("history", body, on_result=self._on_result, on_error=self._on_error)

    def _on_result(self, report: dict[str, Any]) -> None:
        self._job = 0
        self.written.emit(report["path"], report["measurements"])

    def _on_error(self, error: dict[str, Any]) -> None:
        self._job = 0
        self.failed.emit(sentence_of(error))


class Elsewhere(QObject):
    """One reading at a time. Signals: joined(report) as docs/architecture.md has it; failed(sentence)."""

    joined = Signal(object)
    failed = Signal(list)

    def __init__(self, worker: WorkerProcess, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self.history = history
        self._job = 0

    def join(self, paths: Sequence[Path]) -> None:
        """Read result files of a bundle's script; the store has their measurements afterwards."""
        if self._job:
            return
        self._job = self.worker.request(
            "join", {"paths": [str(path) for path in paths]}, on_result=self._on_result, on_error=self._on_error,
        )

    def is_joining(self) -> bool:
        """Whether files are being read."""
        return self._job != 0

    def _on_result(self, report: dict[str, Any]) -> None:
        self._job = 0
        self.history.poll()
        self.joined.emit(report)

    def _on_error(self, error: dict[str, Any]) -> None:
        self._job = 0
        self.failed.emit(sentence_of(error))
