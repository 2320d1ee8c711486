"""Everything of one run of the program but its widgets: document, engine, latency, export, and how they hear of each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from explorer.core import rules
from explorer.core.bench_environment import bench_environment
from explorer.core.catalogue import ArchitectureSpec, Catalogue
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe, Value
from explorer.session.document import Document
from explorer.session.elsewhere import Elsewhere, LongExport
from explorer.session.engine import Engine
from explorer.session.exporter import Exporter
from explorer.session.giving_way import take_turns
from explorer.session.history import History, layers_of
from explorer.session.idle_question import IdleQuestion
from explorer.session.jobs import Command, WorkerProcess
from explorer.session.latency import Latency, Point
from explorer.session.layer_times import LayerTiming
from explorer.session.measured import Measured
from explorer.session.own_architectures import OwnArchitectures
from explorer.session.peaks import Peaks
from explorer.session.pins import Pins
from explorer.session.preferences import Preferences
from explorer.session.runtimes import SideBySide
from explorer.session.scheduler import Scheduler
from explorer.session.source import Source
from explorer.session.sweeps import Sweeps
from explorer.session.trace import Trace
from explorer.session.turns import InTurn
from explorer.session.weights import Weights

WARNING, NOTE = "warning", "note"
FUSION_MS = 300_000  # RepVGG-B3 takes some seconds; a busy machine many


class Session(QObject):
    """The rooms' objects and their wiring.

    Signals: said(sentence, level), level WARNING or NOTE, for the message bar; catalogue_changed(Catalogue); greeted(hello)
    when the engine is ready; own_loaded() when the library has the user's own architectures, or none are to come.
    """

    said = Signal(list, str)
    catalogue_changed = Signal(object)
    greeted = Signal(dict)
    own_loaded = Signal()

    def __init__(
        self, recipe: Recipe, catalogue: Catalogue, preferences: Preferences, trace: Trace | None = None,
        commands: Mapping[str, Command] | None = None, parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.catalogue = catalogue
        self.preferences = preferences
        self.trace = trace or Trace()
        self.shown_serial = 0
        self.hello: dict[str, Any] | None = None  # what the engine said of itself
        started_by = {
            "engine": Command.worker("engine"), "bench": Command.worker("bench", bench_environment()),
            "export": Command.worker("export"), "library": Command.worker("library"), "sweep": Command.worker("sweep"),
            **(commands or {}),
        }
        self.workers = {kind: WorkerProcess(kind, started_by[kind], self) for kind in started_by}
        first = (catalogue.presets() or [recipe.preset])[0]
        fallback = "mobilenet_v2" if "mobilenet_v2" in catalogue.presets() else first
        self.document = Document(recipe, fallback, self)
        self.engine = Engine(self.workers["engine"], self)
        self.exporter = Exporter(self.workers["export"], self)
        bench = self.workers["bench"]
        self.latency = Latency(bench, self._is_busy_elsewhere, self)
        self.layer_times = LayerTiming(bench, self.latency, self._is_busy_elsewhere, self)
        self.peaks = Peaks(bench, self.latency, lambda: not self._is_busy_elsewhere() and not self._is_timing(), self)
        self.runtimes = SideBySide(bench, self.latency, lambda: not self._is_busy_elsewhere() and not self.is_measuring(), self)
        self.weights = Weights(bench, lambda: not self._is_busy_elsewhere() and not self._is_timing(), self)
        self.opinions = IdleQuestion(bench, "opinions", self.is_idle, self)
        self.fusion = IdleQuestion(
            bench, "fusion", self.is_idle, self, concerns=lambda recipe: deployable(self.catalogue, recipe), limit_ms=FUSION_MS
        )
        self.source = Source(self.workers["engine"], lambda: not self.engine.is_busy(), self)
        self.questions = (self.weights, self.opinions, self.fusion, self.source)
        self.own = OwnArchitectures(self)
        self.sweeps = Sweeps(self.workers["sweep"], lambda: self._is_busy_beside_sweep() or self.is_measuring(), self)
        self.scheduler = Scheduler(self.workers["sweep"], self)
        self.pins = Pins(self)
        self.history = History(bench, self.latency, self._source_of, self)
        self.layer_times.recall = layers_of(self.history)
        self.history.changed.connect(self.layer_times.look_up)
        self.long_export = LongExport(self.workers["export"], self)
        self.elsewhere = Elsewhere(self.workers["export"], self.history, self)
        self.turns = InTurn(
            bench, self.latency, self._is_free, self.history.store, self.history.conditions_here, self._source_of, self,
        )
        self.measured = Measured(self.workers["engine"], self.history, self._source_of, self._is_free, self)
        rule = preferences.text("rule")
        self.engine.rule = rule if rule in rules.RULES else rules.DEFAULT
        self._wire()

    def start(self) -> None:
        """Ask for the first analysis; the engine process starts."""
        document = self.document
        self.engine.ask(document.recipe, document.serial)
        self.engine.ask_baseline(document.recipe.preset)

    def choose_rule(self, name: str) -> None:
        """Count by another rule (a name of ``core.rules.RULES``); what is shown is analysed again."""
        if name == self.engine.rule or name not in rules.RULES:
            return
        self.engine.rule = name
        self.preferences.keep("rule", name)
        self.start()
        self.pins.on_rule()

    def is_idle(self) -> bool:
        """Whether nothing is analysed, measured or exported, and no measurement is about to begin."""
        due = self.latency.is_due() or self.layer_times.is_due()
        return not self._is_busy_elsewhere() and not self._is_timing() and not self.peaks.is_running() and not due

    def stop_measuring(self) -> None:
        """End whatever is measured or waits to be."""
        for job in (self.latency, self.layer_times, self.peaks, self.runtimes, self.turns):
            job.cancel()

    def is_measuring(self) -> bool:
        """Whether a latency, layer times or the machine's peaks are under way."""
        return self._is_timing() or self.peaks.is_running()

    def stop(self) -> None:
        """End every process. Nothing is announced any more: a stack that is taken down clears itself aloud."""
        self.document.stack.blockSignals(True)  # noqa: FBT003
        for question in self.questions:
            question.on_tweaked()  # what waits for a quiet moment must not start a process again
        self.latency.on_tweaked()
        self.layer_times.on_tweaked()
        self.runtimes.on_tweaked()
        self.turns.cancel()
        self.pins.stop()
        self.measured.stop()
        self.own.library.stop()
        for worker in self.workers.values():
            worker.stop()
        self.history.close()
        self.trace.close()

    def _wire(self) -> None:
        document, engine, latency = self.document, self.engine, self.latency
        document.recipe_changed.connect(self._on_recipe_changed)
        document.refused.connect(lambda sentence: self.said.emit(sentence, WARNING))
        document.noted.connect(lambda sentence: self.said.emit(sentence, NOTE))
        engine.analysed.connect(self._on_analysed)
        engine.refused.connect(lambda recipe, error, _serial: document.refuse(recipe, error))
        engine.compared.connect(document.compare_with)
        engine.catalogued.connect(self._on_catalogued)
        take_turns(self)
        for job in (latency, self.layer_times, self.peaks, self.runtimes, self.turns, self.sweeps):
            job.failed.connect(lambda sentence: self.said.emit(sentence, WARNING))
        self.weights.chosen.connect(document.set_weights)
        self.weights.refused.connect(lambda sentence: self.said.emit(sentence, WARNING))
        self.pins.said.connect(self.said)
        latency.measured.connect(self._on_measured)
        self.history.complained.connect(lambda sentence: self.said.emit(sentence, WARNING))
        document.baseline_changed.connect(self._look_beside)
        self.pins.changed.connect(self._look_beside)
        self.pins.figures.arrived.connect(self._look_beside)
        for worker in self.workers.values():
            worker.worker_replaced.connect(lambda sentence: self.said.emit(sentence, WARNING))
            worker.worker_failed.connect(lambda sentence: self.said.emit(sentence, WARNING))
        self.workers["engine"].greeted.connect(self._on_engine_greeted)
        self.own.loaded.connect(self.own_loaded)

    def _on_recipe_changed(self, recipe: Recipe, serial: int) -> None:
        if self.document.accepted is not None:
            self.trace.event("knob", serial=serial, digest=recipe.digest() if self.trace else "")
        self.engine.ask(recipe, serial)
        if self.document.baseline is None or self.document.baseline["preset"] != recipe.preset:
            self.engine.ask_baseline(recipe.preset)
        self.latency.on_tweaked()
        self.layer_times.on_tweaked()
        self.runtimes.on_tweaked()
        self.peaks.on_others_began()
        self.turns.on_others_began()
        self.pins.on_tweaked()
        self.measured.on_tweaked()
        self.sweeps.on_others_began()
        for question in self.questions:
            question.on_tweaked()

    def _is_timing(self) -> bool:
        """Whether the bench process times this recipe."""
        busy = self.latency.is_measuring() or self.layer_times.is_running() or self.runtimes.is_running()
        return busy or self.turns.is_running()

    def _is_free(self) -> bool:
        """Whether neither anything else runs nor anything is measured."""
        return not self._is_busy_elsewhere() and not self.is_measuring()

    def _is_busy_elsewhere(self) -> bool:
        """Whether something runs beside which nothing may be measured."""
        return self.sweeps.is_running() or self._is_busy_beside_sweep()

    def _is_busy_beside_sweep(self) -> bool:
        """The same but for a sweep: beside it a sweep may not measure."""
        return (
            self.engine.is_busy() or self.exporter.is_exporting() or self.weights.is_loading() or self.own.library.is_trying()
            or self.pins.figures.is_asking() or self.pins.series.is_measuring() or self.source.is_asking()
            or self.measured.is_asking()
        )

    def _on_analysed(self, recipe: Recipe, analysis: dict[str, Any], serial: int) -> None:
        self.shown_serial = serial
        self.document.accept(recipe, analysis)
        if recipe == self.document.recipe:
            macs = analysis.get("counted", {}).get(rules.DEFAULT, analysis["macs"])  # charts compare under one rule
            label = step_label(recipe, self.catalogue.architecture(recipe.preset))
            self.history.on_analysed(recipe, label, int(macs))
            self.latency.on_analysed(recipe, label, int(macs))
            self.runtimes.on_analysed(recipe, label, int(macs))
            self.layer_times.on_analysed(recipe)
            for question in self.questions:
                question.on_analysed(recipe)

    def _source_of(self, preset: str) -> str | None:
        file = self.own.file_of(preset)
        return None if file is None else file.sha256

    def _look_beside(self) -> None:
        """The preset that the totals are compared with, and the pins, may have been measured before."""
        baseline = self.document.baseline
        wishes = self.pins.targets()
        if baseline is not None:
            macs = baseline.get("counted", {}).get(rules.DEFAULT, baseline["macs"])
            wishes.append((Recipe(baseline["preset"]), baseline["preset"], int(macs)))
        self.history.look_beside(wishes)

    def _on_engine_greeted(self, hello: dict[str, Any]) -> None:
        self.hello = hello
        self.greeted.emit(hello)
        self.engine.ask_catalogue()
        self.engine.ask_published()

    def _on_catalogued(self, document: dict[str, Any]) -> None:
        try:
            catalogue = Catalogue.of(document)
        except BadInput as error:
            self.said.emit([error.template, *error.arguments], WARNING)
            return
        if catalogue != self.catalogue:
            self.catalogue = catalogue
            self.catalogue_changed.emit(catalogue)
        self.own.on_catalogued(document)

    def _on_measured(self, point: Point) -> None:
        m = point.measurement
        self.trace.event("measured", median_ms=m["median_ms"], n=m["n"], digest=point.recipe.digest())


def deployable(catalogue: Catalogue, recipe: Recipe) -> bool:
    """Whether the architecture has a deployed form."""
    architecture = catalogue.architecture(recipe.preset)
    return architecture is not None and "deploy" in architecture.knobs


def step_label(recipe: Recipe, architecture: ArchitectureSpec | None = None) -> str:
    """A short name for a point in a chart: the preset, or what differs from it (``α 0.75``)."""

    def words_of(name: str, value: Value) -> str:
        spec = architecture.knobs.get(name) if architecture else None
        short = (spec.symbol or spec.title) if spec else name.removeprefix("activation.")
        return f"{short} {spec.text(value) if spec else value}"

    words = [words_of(name, value) for name, value in recipe.knobs]
    words += [f"{words_of(name, value)} at {path}" for path, values in recipe.at for name, value in values]
    if not words:
        return recipe.preset
    return ", ".join(words[:2]) + (" …" if len(words) > 2 else "")
