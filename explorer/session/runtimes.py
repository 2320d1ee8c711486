"""One recipe in all runtimes that are here, side by side: measured on request, kept by recipe and conditions."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from PySide6.QtCore import QObject

from explorer.core.recipe import Recipe
from explorer.core.runtimes import EAGER
from explorer.session.jobs import WorkerProcess
from explorer.session.latency import Conditions, Latency, Point
from explorer.session.quiet_job import QuietJob

Key = tuple[str, Conditions]  # digest of the recipe; conditions, in PyTorch eager


class SideBySide(QuietJob):
    """The ``runtimes`` document of what the window shows; its measurements become points of the latency."""

    def __init__(
        self, worker: WorkerProcess, latency: Latency, is_quiet: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(worker, "runtimes", is_quiet, parent)
        self.latency = latency
        self._documents: dict[Key, dict[str, Any]] = {}
        self._target: tuple[Recipe, str, int] | None = None
        self._asked: dict[object, tuple[Recipe, str, int, Conditions]] = {}
        latency.conditions_changed.connect(self._on_conditions)
        latency.ended.connect(self.on_others_settled)

    def current(self) -> dict[str, Any] | None:
        """Those of the recipe that is shown, under the present conditions but the runtime; None where they were not measured."""
        return self._documents.get(self._key()) if self._documents and self._target is not None else None

    def on_analysed(self, recipe: Recipe, label: str, macs: int) -> None:
        """This recipe is what the window shows now."""
        self._target = (recipe, label, macs)
        if self._documents:
            self.changed.emit()

    def on_tweaked(self) -> None:
        """A change was made: what runs would measure the past and disturb the engine."""
        self._wanted = False
        if self._running:
            self.worker.cancel(self._running)

    def question(self) -> tuple[object, dict[str, Any]] | None:
        if self._target is None:
            return None
        key = self._key()
        self._asked = {key: (*self._target, key[1])}
        # random weights take the same time, as for a latency
        return key, {"recipe": self._target[0].structure().to_json(), "settings": key[1].settings()}

    def keep(self, key: object, answer: dict[str, Any]) -> None:
        recipe, label, macs, conditions = self._asked[key]
        digest = recipe.digest()
        self._documents[digest, conditions] = answer
        for row in answer["runtimes"]:
            if "measurement" in row:
                under = conditions.in_runtime(row["runtime"])
                point = Point(recipe, label, macs, row["measurement"])
                self.latency.points[digest, under] = point
                if under == self.latency.conditions:
                    self.latency.measured.emit(point)

    def forget(self, presets: Collection[str]) -> None:
        """These presets are no longer what was measured."""
        self._documents = {key: d for key, d in self._documents.items() if d["recipe"]["preset"] not in presets}
        self.changed.emit()

    def _key(self) -> Key:
        digest = self._target[0].digest() if self._target is not None else ""
        return digest, self.latency.conditions.in_runtime(EAGER)  # from which each runtime's are made

    def _on_conditions(self, _conditions: Conditions) -> None:
        self.on_tweaked()
        self.changed.emit()
