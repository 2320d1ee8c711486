"""Pinned recipes with their figures, which are always counted anew: analyses, latencies, accuracies, and the table of them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Signal

from explorer.core import rules
from explorer.core.compare import Accuracy, Comparison, Entry, stages_of
from explorer.core.compare_file import Pin
from explorer.core.compare_table import conditions_text
from explorer.core.recipe import Recipe
from explorer.core.weights import OwnAccuracy, shown_accuracy
from explorer.session.idle_question import IdleQuestion
from explorer.session.pin_figures import PinFigures
from explorer.session.pin_list import PinList
from explorer.session.series import Series, Target

if TYPE_CHECKING:
    from explorer.session.session import Session

PRESENT = 0  # the key of the row of what the window shows; pins count from 1


class PinEntry(NamedTuple):
    """What a chart draws of a pin. Counts are None until they are known; ``macs`` are under the present rule, ``usual`` under the
    usual one.

    ``stages`` as in ``core.compare.brief``; ``accuracy`` is published of exactly this network or the user's own, None otherwise.
    """

    key: int
    name: str
    colour: int
    digest: str
    params: int | None
    macs: int | None
    usual: int | None
    accuracy: Accuracy | None
    stages: list[dict[str, Any]]
    is_baseline: bool

    @property
    def top1(self) -> float | None:
        """Per cent, where there is an accuracy."""
        return self.accuracy.top1 if self.accuracy else None


class Pins(PinList):
    """The list and everything that is known of each pin.

    Signals: figures_changed() when a figure is new; those of PinList.
    """

    figures_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session.preferences.folder(), session)
        self.session = session
        self.figures = PinFigures(session.workers["engine"], self._is_quiet, self)
        bench = session.workers["bench"]
        self.series = Series(bench, session.latency, session.is_idle, self)
        self.reports = IdleQuestion(bench, "weights", session.is_idle, self, concerns=_states_accuracy)
        self.changed.connect(self._look)
        self.figures.arrived.connect(self.figures_changed)
        self.reports.arrived.connect(self._on_report)
        latency = session.latency
        for signal in (latency.measured, latency.recalled, latency.conditions_changed, session.weights.arrived):
            signal.connect(lambda *_: self.figures_changed.emit())

    def pin(self, recipe: Recipe, name: str = "") -> Pin:
        """Keep a recipe; what is known of it already is not asked for again."""
        document = self.session.document
        if document.accepted == recipe and document.analysis is not None:
            self.figures.take(recipe, document.analysis)
        return super().pin(recipe, name)

    def measure(self, keys: Collection[int] = ()) -> None:
        """Measure these (all where none is named) as far as they have no figure under the present conditions."""
        self.series.begin([t for pin in self.set.pins if not keys or pin.key in keys if (t := self._target(pin)) is not None])

    def on_tweaked(self) -> None:
        """A change was made: pins come after it."""
        self.figures.on_tweaked()
        self.series.on_others_began()

    def on_rule(self) -> None:
        """Another counting rule: every figure anew."""
        self._look()
        self.figures_changed.emit()

    def forget(self, presets: Collection[str]) -> None:
        """These presets are no longer what they were."""
        self.reports.forget()
        self.figures.forget(presets)

    def stop(self) -> None:
        """Ask nothing of anybody any more."""
        self.reports.on_tweaked()
        self.figures.stop()
        self.series.stop()

    def comparison(self, precision: str, *, present: bool = True) -> tuple[Comparison, list[int]]:
        """What the window shows now (where ``present``) and the pins, and the key of each row."""
        document, pins = self.session.document, self.set.pins
        rows = [(PRESENT, self.present())] if present and document.accepted is not None else []
        rows += [(pin.key, self._entry(pin.name, pin.recipe, own=pin.accuracy)) for pin in pins]
        keys = [key for key, _ in rows]
        baseline = keys.index(self.set.baseline) if self.set.baseline in keys else None
        conditions = conditions_text(self.session.latency.conditions.settings())
        found = Comparison([entry for _, entry in rows], baseline, self.session.engine.rule, precision, conditions)
        return found, keys

    @property
    def entries(self) -> list[PinEntry]:
        """The pins as charts draw them."""
        found = []
        for pin in self.set.pins:
            figures, entry = self.figures.of(pin.recipe), self._entry(pin.name, pin.recipe, own=pin.accuracy)
            params, macs = (figures["params"], figures["macs"]) if figures else (None, None)
            usual = int(figures["counted"][rules.DEFAULT]) if figures else None
            stages = stages_of(figures) if figures else []
            baseline = pin.key == self.set.baseline
            digest = pin.recipe.digest()
            found.append(PinEntry(pin.key, pin.name, pin.colour, digest, params, macs, usual, entry.accuracy, stages, baseline))
        return found

    def targets(self) -> list[tuple[Recipe, str, int]]:
        """Recipe, name and MACs of those whose figures are known."""
        return [(t.recipe, t.label, t.macs) for pin in self.set.pins if (t := self._target(pin)) is not None]

    def unmeasured(self) -> list[Pin]:
        """Those that have no figure under the present conditions and could have one."""
        return [pin for pin in self.set.pins if self._target(pin) is not None and self.session.latency.point(pin.recipe) is None]

    def present(self) -> Entry:
        """The row of what the window shows."""
        document = self.session.document
        recipe = document.accepted or document.recipe
        analysis = document.analysis
        name = document.path.name.removesuffix(".json").removesuffix(".recipe") if document.path else recipe.preset
        same_rule = analysis is not None and analysis["rule"] == self.session.engine.rule
        return self._entry(name, recipe, analysis if same_rule else None)

    def own_accuracy(self, recipe: Recipe) -> OwnAccuracy | None:
        """What the user states for this very recipe: for a pin of it, else for its weights where they hold."""
        stated = (pin.accuracy for pin in self.set.pins if pin.accuracy is not None and pin.recipe == recipe)
        return next(stated, None) or self._of_weights(recipe)

    def _entry(
        self, name: str, recipe: Recipe, analysis: dict[str, Any] | None = None, own: OwnAccuracy | None = None
    ) -> Entry:
        latency = self.session.latency
        digest = recipe.digest()
        point = latency.points.get((digest, latency.conditions))
        others = () if point is not None else tuple(
            (conditions_text(conditions.settings()), float(other.measurement["median_ms"]))
            for (measured, conditions), other in latency.points.items() if measured == digest
        )
        return Entry(
            name, recipe, analysis or self.figures.of(recipe), self.figures.refusal(recipe),
            None if point is None else point.measurement, others, own or self.own_accuracy(recipe),
            self.session.catalogue.architecture(recipe.preset),
        )

    def _of_weights(self, recipe: Recipe) -> OwnAccuracy | None:
        if recipe.weights is None:
            return None
        answer = self.reports.of(recipe)
        report = self.session.weights.report(recipe) or (answer["report"] if answer else None)
        return shown_accuracy(recipe.weights, recipe.digest(), report)

    def _target(self, pin: Pin) -> Target | None:
        figures = self.figures.of(pin.recipe)
        return None if figures is None else Target(pin.recipe, pin.name, int(figures["counted"][rules.DEFAULT]))

    def _is_quiet(self) -> bool:
        """Whether the engine is not wished for and no measurement is disturbed."""
        session = self.session
        measuring = session.latency.is_measuring() or self.series.is_measuring() or session.sweeps.is_measuring()
        return session.document.analysis is not None and not session.engine.is_busy() and not measuring

    def _look(self) -> None:
        self.figures.want([pin.recipe for pin in self.set.pins], self.session.engine.rule)
        self._on_report()

    def _on_report(self) -> None:
        """Hold the next weights file with a stated accuracy against its recipe, when all is idle."""
        waiting = [p.recipe for p in self.set.pins if _states_accuracy(p.recipe) and not self.reports.knows(p.recipe)]
        if waiting:
            self.reports.on_analysed(waiting[0])
        self.figures_changed.emit()



def _states_accuracy(recipe: Recipe) -> bool:
    """Whether its weights come with an accuracy that is stated for this very recipe."""
    weights = recipe.weights
    return weights is not None and weights.accuracy is not None and weights.accuracy.digest == recipe.digest()
