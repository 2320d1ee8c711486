"""Several recipes measured one after another, each when nothing else is at work; what the user does meanwhile comes first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.core.recipe import Recipe
from explorer.session.jobs import WorkerProcess, sentence_of
from explorer.session.latency import Conditions, Latency, Point

LOOK_MS = 400


class Target(NamedTuple):
    """A recipe to measure, its name, its MACs under the rule that charts compare by."""

    recipe: Recipe
    label: str
    macs: int


class Series(QObject):
    """Measures what has no figure under the present conditions of ``latency``, whose points it adds to.

    Signals: changed() when it began, went on to the next or ended; progressed(fraction of the present one, sentence);
    failed(name, sentence); step_ended() when the processors are free again.
    """

    changed = Signal()
    progressed = Signal(float, list)
    failed = Signal(str, list)
    step_ended = Signal()

    def __init__(
        self, worker: WorkerProcess, latency: Latency, is_idle: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.worker = worker
        self.latency = latency
        self.current: Target | None = None
        self._is_idle = is_idle
        self._targets: list[Target] = []
        self._given_up: set[tuple[str, Conditions]] = set()
        self._job = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._go_on)
        latency.conditions_changed.connect(self.on_others_began)

    def begin(self, targets: Sequence[Target]) -> None:
        """Measure those of them that have no figure; what was not begun of an earlier series is left out."""
        self._targets = list(targets)
        self._given_up.clear()
        self._go_on()
        self.changed.emit()

    def stop(self) -> None:
        """End the one that runs and leave the others out."""
        self._targets = []
        self._timer.stop()
        if self._job:
            self.worker.cancel(self._job)
        self.changed.emit()

    def on_others_began(self) -> None:
        """A change, an export, other conditions: what runs is dropped and taken up again when all is quiet."""
        if self._job:
            self.worker.cancel(self._job)

    def left(self) -> list[Target]:
        """What has no figure yet, the one that runs first."""
        conditions = self.latency.conditions
        return [
            t for t in self._targets
            if (t.recipe.digest(), conditions) not in self._given_up and self.latency.point(t.recipe) is None
        ]

    def is_on(self) -> bool:
        """Whether any is left, or one runs."""
        return self._job != 0 or bool(self.left())

    def is_measuring(self) -> bool:
        """Whether one is under way."""
        return self._job != 0

    def _go_on(self) -> None:
        """The next one, if all is quiet; otherwise look again in a while."""
        left = self.left()
        if self._job or not left:
            return
        if not self._is_idle():
            self._timer.start()
            return
        self.current = target = left[0]
        conditions = self.latency.conditions
        self._job = self.worker.request(
            "measure", {"recipe": target.recipe.structure().to_json(), "settings": conditions.settings()},
            on_progress=lambda p: self.progressed.emit(p["fraction"], p["text"]),
            on_error=lambda error: self._on_error(target, conditions, error),
            on_result=lambda result: self._on_result(target, conditions, result),
        )
        self.changed.emit()

    def _on_result(self, target: Target, conditions: Conditions, measurement: dict[str, Any]) -> None:
        point = Point(target.recipe, target.label, target.macs, measurement)
        self.latency.points[target.recipe.digest(), conditions] = point
        self.latency.measured.emit(point)
        self._on_ended()

    def _on_error(self, target: Target, conditions: Conditions, error: dict[str, Any]) -> None:
        if error.get("kind") != "cancelled":
            self._given_up.add((target.recipe.digest(), conditions))
            self.failed.emit(target.label, sentence_of(error))
        self._on_ended()

    def _on_ended(self) -> None:
        self._job, self.current = 0, None
        self.step_ended.emit()
        if self.left():
            self._timer.start()
        self.changed.emit()
