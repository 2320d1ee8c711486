"""Measured times of single layers: when to measure, and what was measured of which recipe under which conditions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer

from explorer.core.layer_times import LayerTimes
from explorer.core.recipe import Recipe
from explorer.session.jobs import WorkerProcess
from explorer.session.latency import SETTLE_MS, Conditions, Latency
from explorer.session.quiet_job import QuietJob

RECALL_MS = 120  # after the last analysis: a document takes some milliseconds to be read
Key = tuple[str, Conditions]  # digest of the recipe, conditions


class LayerTiming(QuietJob):
    """Measures on request, and by itself while somebody looks (``look``) and the latency is measured after each change.

    The conditions are the latency's. A figure holds for one recipe: after a change there is none until it is measured anew, or
    found in the store (``recall``, which may be set: recipe, conditions → document with ``from_store``, or None).
    """

    def __init__(
        self, worker: WorkerProcess, latency: Latency, is_busy_elsewhere: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(worker, "layer_times", lambda: not is_busy_elsewhere() and not latency.is_measuring(), parent)
        self.latency = latency
        self.recall: Callable[[Recipe, Conditions], dict[str, Any] | None] | None = None
        self._documents: dict[Key, dict[str, Any]] = {}
        self._failures: dict[Key, list[str]] = {}
        self._unfit: set[Key] = set()  # stored ones of an older version's network, which had other layers
        self._target: Recipe | None = None
        self._read: tuple[Mapping[str, Any] | None, Conditions, dict[str, Any] | None, LayerTimes | None] | None = None
        self._looked_at = False
        self._stopped = False  # the user ended the measurement of this recipe
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._begin)
        self._recalling = QTimer(self)
        self._recalling.setSingleShot(True)
        self._recalling.setInterval(RECALL_MS)
        self._recalling.timeout.connect(self.look_up)
        latency.conditions_changed.connect(self._on_conditions)
        latency.ended.connect(self.on_others_settled)

    def question(self) -> tuple[object, dict[str, Any]] | None:
        if self._target is None:
            return None
        conditions = self.latency.conditions.of_layers()
        body = {"recipe": self._target.structure().to_json(), "settings": conditions.settings()}
        return (self._target.digest(), conditions), body

    def keep(self, key: object, answer: dict[str, Any]) -> None:
        self._documents[key] = answer  # type: ignore[index]

    def refuse(self, key: object, sentence: list[str]) -> None:
        self._failures[key] = sentence  # type: ignore[index]

    def of(self, analysis: Mapping[str, Any] | None) -> LayerTimes | None:
        """The times of an analysed recipe under the present conditions; None where it was not measured."""
        if analysis is None or not self._documents:
            return None
        conditions = self.latency.conditions.of_layers()
        document = self._documents.get((analysis["digest"], conditions))
        read = self._read
        if read is None or read[0] is not analysis or read[1] != conditions or read[2] is not document:
            if document is not None and not _fits(document, analysis):
                del self._documents[analysis["digest"], conditions]
                self._unfit.add((analysis["digest"], conditions))
                document = None
            times = None if document is None else LayerTimes(document, analysis)
            self._read = read = (analysis, conditions, document, times)
        return read[3]

    def failure(self) -> list[str] | None:
        """Why the shown recipe could not be measured under the present conditions."""
        return self._failures.get(self._key()) if self._target is not None else None

    def look(self, *, on: bool) -> None:
        """Whether somebody looks at times, so that they are wanted after each change."""
        self._looked_at = on
        self._start_if_due()

    def look_up(self) -> None:
        """What the store has of the shown recipe under the present conditions becomes its figure."""
        key = self._key()
        if self.recall is None or self._target is None or key in self._documents or key in self._unfit or self._running:
            return
        found = self.recall(self._target, key[1])
        if found is not None:
            self._documents[key] = found
            if not self.latency.anew:
                self._timer.stop()
            self.changed.emit()

    def measure(self) -> None:
        self._stopped = False
        self._timer.stop()
        super().measure()

    def cancel(self) -> None:
        self._stopped = True
        self._timer.stop()
        super().cancel()

    def on_tweaked(self) -> None:
        """A change was made: what runs would measure the past and disturb the engine."""
        self._timer.stop()
        self._recalling.stop()
        self._wanted = False
        if self._running:
            self.worker.cancel(self._running)

    def on_analysed(self, recipe: Recipe) -> None:
        """This recipe is what the window shows now."""
        if recipe != self._target:
            self._stopped = False
        self._target = recipe
        self._recalling.start()
        self._start_if_due()

    def is_due(self) -> bool:
        """Whether one will begin without being asked for."""
        return self._timer.isActive() or self.is_waiting()

    def follows(self) -> bool:
        """Whether each change is measured by itself, once it has settled."""
        return self._looked_at and self.latency.auto and not self._stopped

    def forget(self, presets: Collection[str]) -> None:
        """These presets are no longer what was measured."""
        kept = {key: d for key, d in self._documents.items() if d["recipe"]["preset"] not in presets}
        if len(kept) < len(self._documents):
            self._documents = kept
            self.changed.emit()
        self._failures.clear()

    def _key(self) -> Key:
        return (self._target.digest() if self._target is not None else "", self.latency.conditions.of_layers())

    def _start_if_due(self) -> None:
        if self._may_start():
            self._timer.start()

    def _may_start(self) -> bool:
        if not self.follows() or self._target is None or self._running:
            return False
        key = self._key()
        known = self._documents.get(key)
        return (known is None or (self.latency.anew and "from_store" in known)) and key not in self._failures

    def _begin(self) -> None:
        """The wait is over; the latency of the same recipe goes first."""
        if self._may_start():
            if self.latency.is_due():
                self._timer.start()
            else:
                self.measure()

    def _on_conditions(self, _conditions: Conditions) -> None:
        self.on_tweaked()
        self._stopped = False
        self.changed.emit()
        self._recalling.start()
        self._start_if_due()


def _fits(document: Mapping[str, Any], analysis: Mapping[str, Any]) -> bool:
    """Whether a document has the analysis' layers; one of the store may be of an older version of the program."""
    return "from_store" not in document or list(document["layers"]["path"]) == [row["path"] for row in analysis["layers"]]
