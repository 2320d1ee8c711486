"""Export to ONNX or Python in a process of its own, so that it can be cancelled and never stalls a drag."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from explorer.core.recipe import Recipe
from explorer.session.jobs import WorkerProcess, sentence_of

OPSET = 17
SEED = 0


class Exporter(QObject):
    """One export at a time.

    Signals: started(); progressed(fraction, sentence); exported(report), of a bundle bundled(report); failed(sentence);
    cancelled(). Each export ends in exactly one of the last four, and then in ended().
    """

    started = Signal()
    ended = Signal()
    progressed = Signal(float, list)
    exported = Signal(object)
    bundled = Signal(object)
    failed = Signal(list)
    cancelled = Signal()

    def __init__(self, worker: WorkerProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self._job = 0

    def export(self, recipe: Recipe, path: Path, batch: str | int) -> None:
        """Write ``recipe`` to ``path``: ONNX, or Python where it ends in .py; ``batch`` (ONNX) is "dynamic" or a number."""
        if self._job:
            return
        self.started.emit()
        body = {"recipe": recipe.to_json(), "path": str(path), "batch": batch, "opset": OPSET, "seed": SEED}
        self._job = self.worker.request(
            "export", body, repeat=False, on_result=self._on_result, on_error=self._on_error,
            on_progress=lambda p: self.progressed.emit(p["fraction"], p["text"]),
        )

    def bundle(self, recipes: Mapping[str, Recipe], folder: Path, batch: int) -> None:
        """Write networks, by the names of their files, as a folder to be timed elsewhere (``export.bundle``)."""
        if self._job:
            return
        self.started.emit()
        body = {"recipes": {name: recipe.to_json() for name, recipe in recipes.items()}, "path": str(folder), "batch": batch,
                "seed": SEED}
        self._job = self.worker.request(
            "bundle", body, repeat=False, on_result=self._on_bundled, on_error=lambda error: self._on_bundle_error(folder, error),
            on_progress=lambda p: self.progressed.emit(p["fraction"], p["text"]),
        )

    def cancel(self) -> None:
        """Stop; a worker that does not within a second is killed. The file of that name stays as it was."""
        if self._job:
            self.worker.cancel(self._job)

    def is_exporting(self) -> bool:
        """Whether one is under way."""
        return self._job != 0

    def rest(self) -> None:
        """Give the process's memory back."""
        if not self._job:
            self.worker.stop()

    def _on_result(self, report: dict[str, Any]) -> None:
        self._job = 0
        self.exported.emit(report)
        self.ended.emit()

    def _on_bundled(self, report: dict[str, Any]) -> None:
        self._job = 0
        self.bundled.emit(report)
        self.ended.emit()

    def _on_bundle_error(self, folder: Path, error: dict[str, Any]) -> None:
        """A process that was killed leaves the folder's beginning behind."""
        for left in folder.parent.glob(f".{folder.name}.*"):
            shutil.rmtree(left, ignore_errors=True)
        self._on_error(error)

    def _on_error(self, error: dict[str, Any]) -> None:
        self._job = 0
        if error.get("kind") == "cancelled":
            self.cancelled.emit()
        else:
            self.failed.emit(sentence_of(error))
        self.ended.emit()
