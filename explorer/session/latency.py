"""When to measure and what was measured this session. The bench process does the measuring; nothing else may run meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.core.recipe import Recipe
from explorer.core.runtimes import EAGER, left_to
from explorer.session.jobs import WorkerProcess, sentence_of

SETTLE_MS = 700


@dataclass(frozen=True)
class Conditions:
    """Under which a latency is measured; two figures are compared only under the same."""

    device: str = "cpu"
    threads: int = 1
    batch: int = 1
    dtype: str = "float32"
    runtime: str = EAGER
    channels_last: bool = False
    fold: bool = False

    def settings(self) -> dict[str, Any]:
        """As the worker takes them, without what is as usual."""
        usual = Conditions()
        chosen = {name: getattr(self, name) for name in ("dtype", "runtime", "channels_last", "fold")}
        changed = {name: value for name, value in chosen.items() if value != getattr(usual, name)}
        return {"device": self.device, "threads": self.threads, "batch": self.batch, **changed}

    def in_runtime(self, runtime: str) -> Conditions:
        """The same in another runtime, without what that runtime decides itself."""
        own = left_to(runtime, {"channels_last": self.channels_last, "fold": self.fold})
        return replace(self, **own)

    def of_layers(self) -> Conditions:
        """Those under which single layers are timed: PyTorch eager, layers as the analysis has them."""
        return replace(self, runtime=EAGER, fold=False)


@dataclass(frozen=True)
class Point:
    """One measured recipe: its cost, its measurement, how to name it. ``uid``: of a figure that the store had."""

    recipe: Recipe
    label: str
    macs: int
    measurement: dict[str, Any] = field(hash=False)
    uid: str = ""


class Latency(QObject):
    """Measures the recipe it is told, by itself once a change has settled (``auto``) or at once on request.

    Signals: measured(Point); recalled() when figures of the store came among ``points``, left them or grew older;
    progressed(fraction, sentence); started(); ended() after every end; failed(sentence); conditions_changed(Conditions).
    """

    measured = Signal(object)
    recalled = Signal()
    progressed = Signal(float, list)
    started = Signal()
    ended = Signal()
    failed = Signal(list)
    conditions_changed = Signal(object)

    def __init__(self, worker: WorkerProcess, others_are_busy: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self.auto = True
        self.anew = False  # whether what the store has is measured again by itself
        self.asked = False  # whether the user asked for the measurement that runs
        self.conditions = Conditions()
        self.points: dict[tuple[str, Conditions], Point] = {}
        self.failure: tuple[str, Conditions, list[str]] | None = None  # digest, conditions and the sentence of the last failure
        self._others_are_busy = others_are_busy
        self._target: tuple[Recipe, str, int] | None = None
        self._job = 0
        self._wanted = False
        self._stopped = False  # the user ended the measurement of this recipe: it does not begin again by itself
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(lambda: self.measure(asked=False) if self._may_start() else None)

    def on_tweaked(self) -> None:
        """A change was made: what runs would measure the past and disturb the engine."""
        self._timer.stop()
        self._drop()

    def on_analysed(self, recipe: Recipe, label: str, macs: int) -> None:
        """This recipe is what the window shows now."""
        if self._target is None or self._target[0] != recipe:
            self._stopped = False
        self._target = (recipe, label, macs)
        self._start_if_due()

    def on_others_began(self) -> None:
        """Something begins that needs the processors (an export): what runs is dropped and taken up again afterwards."""
        if self._job:
            self._drop()
            self._wanted = True

    def on_others_settled(self) -> None:
        """Nothing else is at work: a wish that waited for this can go."""
        if self._wanted and not self._job:
            self.measure(asked=self.asked)

    def measure(self, *, asked: bool = True) -> None:
        """Measure now, or as soon as the engine is quiet and no export runs."""
        if self._target is None or self._job:
            return
        self.asked = asked
        self._stopped = False
        self._timer.stop()
        self._wanted = self._others_are_busy()
        if self._wanted:
            return
        self.failure = None
        recipe, label, macs = self._target
        conditions = self.conditions
        self._job = self.worker.request(
            # random weights take the same time, and a figure must not be lost with a weights file
            "measure", {"recipe": recipe.structure().to_json(), "settings": conditions.settings()},
            on_progress=lambda p: self.progressed.emit(p["fraction"], p["text"]),
            on_error=lambda error: self._on_error(recipe, conditions, error),
            on_result=lambda result: self._on_result(Point(recipe, label, macs, result), conditions),
        )
        self.started.emit()

    def cancel(self) -> None:
        """End the measurement that runs or waits; it does not begin again by itself."""
        self._timer.stop()
        self._stopped = True
        self._drop()

    def is_measuring(self) -> bool:
        """Whether one is under way."""
        return self._job != 0

    def is_due(self) -> bool:
        """Whether one will begin without being asked for."""
        return self._job == 0 and (self._wanted or self._timer.isActive() or self._may_start())

    def set_auto(self, on: bool) -> None:  # noqa: FBT001  (a toggle's slot)
        """Measure after each change, or only on request."""
        self.auto = on
        if not on:
            self._timer.stop()
            return
        self._stopped = False
        self._start_if_due()

    def set_conditions(self, conditions: Conditions) -> None:
        """Other device, threads or batch: earlier figures are kept apart."""
        if conditions == self.conditions:
            return
        self.conditions = conditions
        self._stopped = False
        self._drop()
        self.conditions_changed.emit(conditions)
        self._start_if_due()

    def point(self, recipe: Recipe | None = None) -> Point | None:
        """What was measured for a recipe (the one shown now) under the present conditions."""
        if recipe is None:
            if self._target is None:
                return None
            recipe = self._target[0]
        return self.points.get((recipe.digest(), self.conditions))

    def history(self) -> list[Point]:
        """Everything measured under the present conditions."""
        return [p for (_, conditions), p in self.points.items() if conditions == self.conditions]

    def forget(self, presets: Collection[str]) -> None:
        """These presets are no longer what was measured."""
        self.points = {key: point for key, point in self.points.items() if point.recipe.preset not in presets}
        self.failure = None
        if self._target is not None and self._target[0].preset in presets:
            self._target = None
            self._drop()

    def _drop(self) -> None:
        self._wanted = False
        if self._job:
            self.worker.cancel(self._job)

    def _start_if_due(self) -> None:
        if self._may_start():
            self._timer.start()

    def _may_start(self) -> bool:
        point = self.point()
        known = point is not None and not (point.uid and self.anew)
        return self.auto and not self._stopped and self._target is not None and not known and not self._failed()

    def _failed(self) -> bool:
        """Whether this very recipe could not be measured under these conditions: once is enough."""
        failure, target = self.failure, self._target
        return failure is not None and target is not None and failure[:2] == (target[0].digest(), self.conditions)

    def _on_result(self, point: Point, conditions: Conditions) -> None:
        self._job = 0
        self.points[point.recipe.digest(), conditions] = point
        self.measured.emit(point)
        self.ended.emit()

    def _on_error(self, recipe: Recipe, conditions: Conditions, error: dict[str, Any]) -> None:
        self._job = 0
        if error.get("kind") != "cancelled":
            self.failure = (recipe.digest(), conditions, sentence_of(error))
        self.ended.emit()
        if error.get("kind") != "cancelled":
            self.failed.emit(sentence_of(error))
        elif self._wanted:
            self.measure(asked=self.asked)
        else:
            self._start_if_due()
