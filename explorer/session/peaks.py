"""This machine's measured roofs: what was kept of them, and measuring them on request."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from explorer.session.jobs import WorkerProcess
from explorer.session.latency import Conditions, Latency
from explorer.session.quiet_job import QuietJob

Key = tuple[str, int]  # device, threads


class Peaks(QuietJob):
    """The ``peaks`` document of docs/architecture.md for the latency's device and threads, in float32."""

    def __init__(
        self, worker: WorkerProcess, latency: Latency, is_quiet: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(worker, "peaks", is_quiet, parent)
        self.latency = latency
        self._known: dict[Key, dict[str, Any] | None] = {}
        self._asking: set[Key] = set()
        self._looked_at = False
        latency.conditions_changed.connect(self._on_conditions)
        latency.ended.connect(self.on_others_settled)

    def current(self) -> dict[str, Any] | None:
        """Those of the present device and threads; None where they are not known."""
        return self._known.get(self._key())

    def look(self) -> None:
        """Somebody looks: ask the bench process, once, for what was kept. Nothing is measured."""
        self._looked_at = True
        key = self._key()
        if key in self._known or key in self._asking:
            return
        self._asking.add(key)
        self.worker.request(
            self.job, {**self._body(), "measure": False}, on_result=lambda answer: self._on_kept(key, answer),
            on_error=lambda _error: self._on_kept(key, {}),  # nothing kept, as far as can be told
        )

    def question(self) -> tuple[object, dict[str, Any]] | None:
        return self._key(), {**self._body(), "again": True}

    def keep(self, key: object, answer: dict[str, Any]) -> None:
        self._known[key] = answer.get("peaks")  # type: ignore[index]

    def _body(self) -> dict[str, Any]:
        conditions = self.latency.conditions
        return {"settings": {"device": conditions.device, "threads": conditions.threads}}

    def _key(self) -> Key:
        return self.latency.conditions.device, self.latency.conditions.threads

    def _on_kept(self, key: Key, answer: dict[str, Any]) -> None:
        self._asking.discard(key)
        if self._known.get(key) is None:  # not where it was measured meanwhile
            self.keep(key, answer)
        self.changed.emit()

    def _on_conditions(self, _conditions: Conditions) -> None:
        self.changed.emit()
        if self._looked_at:
            self.look()
