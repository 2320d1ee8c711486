"""The engine's client: asks for analyses, one at a time and only the newest; keeps every preset's own analysis for comparison."""

from __future__ import annotations

from collections.abc import Callable, Collection
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.core import rules
from explorer.core.recipe import Recipe
from explorer.session.jobs import HANG_MS, WorkerProcess

LAY_WAITING_S = 0.004  # an answer read so soon after a paint had been lying in the pipe


class Engine(QObject):
    """Asks the engine process. While one analysis is under way the newest further wish waits, older wishes are dropped.

    Signals: analysed(recipe, analysis, serial) and refused(recipe, error, serial) end a wish; compared(preset, analysis) brings a
    preset's own analysis; catalogued(document) the engine's catalogue; published(points) the published accuracies; settled()
    when nothing is under way any more.
    """

    analysed = Signal(object, object, int)
    refused = Signal(object, object, int)
    compared = Signal(str, object)
    catalogued = Signal(object)
    published = Signal(list)
    settled = Signal()

    def __init__(
        self, worker: WorkerProcess, parent: QObject | None = None, *, now: Callable[[], float] = perf_counter
    ) -> None:
        super().__init__(parent)
        self.worker = worker
        self.rule = rules.DEFAULT
        self.baselines: dict[tuple[str, str], dict[str, Any]] = {}  # by preset and counting rule
        self._running = False
        self._now = now
        self._drawn_at = now() - 1
        self._wish: tuple[Recipe, int] | None = None
        self._baseline_wish = ""

    def ask(self, recipe: Recipe, serial: int = 0) -> None:
        """Analyse this recipe next; what waited before is dropped."""
        self._wish = (recipe, serial)
        self._next()

    def ask_baseline(self, preset: str) -> None:
        """The analysis of a preset as printed; known ones are announced at once."""
        if (preset, self.rule) in self.baselines:
            self.compared.emit(preset, self.baselines[preset, self.rule])
            return
        self._baseline_wish = preset
        self._next()

    def ask_catalogue(self) -> None:
        """The engine's own catalogue, users' architectures included."""
        self.worker.request("catalogue", {}, on_result=self.catalogued.emit, on_error=lambda _error: None, repeat=True)

    def ask_published(self) -> None:
        """The published accuracies of the library, as points of a chart."""
        self.worker.request(
            "published", {}, on_result=lambda found: self.published.emit(found["points"]), on_error=lambda _error: None,
            repeat=True,
        )

    def forget(self, presets: Collection[str]) -> None:
        """These presets are no longer what they were."""
        self.baselines = {key: analysis for key, analysis in self.baselines.items() if key[0] not in presets}

    def is_busy(self) -> bool:
        """Whether an analysis is under way or waiting."""
        return self._running or self._wish is not None

    def _next(self) -> None:
        if self._running:
            return
        if self._wish is not None:
            (recipe, serial), self._wish = self._wish, None
        elif self._baseline_wish:
            recipe, serial = Recipe(self._baseline_wish), -1
            self._baseline_wish = ""
        else:
            self.settled.emit()
            return
        self._running = True
        self.worker.request(
            "analyse", {"recipe": recipe.to_json(), "rule": self.rule}, limit_ms=HANG_MS,
            on_result=lambda analysis: self._on_result(recipe, serial, analysis),
            on_error=lambda error: self._on_error(recipe, serial, error),
        )

    def _on_result(self, recipe: Recipe, serial: int, analysis: dict[str, Any]) -> None:
        self._running = False
        if not recipe.edited() and (recipe.preset, analysis["rule"]) not in self.baselines:
            self.baselines[recipe.preset, analysis["rule"]] = analysis
            self.compared.emit(recipe.preset, analysis)
        self._next_sent_first(recipe, serial, analysis)

    def _next_sent_first(self, recipe: Recipe, serial: int, analysis: dict[str, Any]) -> None:
        """The waiting wish leaves before this answer is drawn, so that engine and window work side by side.

        An answer that lay waiting while the last one was drawn, and is no longer wished for, is not drawn at all: the newer one
        comes within a few milliseconds, drawing takes longer than that. Never two in a row.
        """
        outdated = self._wish is not None and self._now() - self._drawn_at < LAY_WAITING_S
        if self._wish is not None:
            self._next()
        if serial >= 0 and not outdated:
            self.analysed.emit(recipe, analysis, serial)
            QTimer.singleShot(0, self, self._on_drawn)
        if not self._running:
            self._next()

    def _on_drawn(self) -> None:
        self._drawn_at = self._now()

    def _on_error(self, recipe: Recipe, serial: int, error: dict[str, Any]) -> None:
        self._running = False
        if serial >= 0 and self._wish is None:
            self.refused.emit(recipe, error, serial)
        self._next()
