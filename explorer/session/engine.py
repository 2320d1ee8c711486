"""The engine's client: asks for analyses, one at a time and only the newest; keeps every preset's own analysis for comparison."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QObject, Signal

from explorer.core import rules
from explorer.core.frame import Outline, drawn
from explorer.core.recipe import Recipe
from explorer.session.jobs import HANG_MS, WorkerProcess


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

    def __init__(self, worker: WorkerProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self.rule = rules.DEFAULT
        self.points: list[Any] | None = None  # the published accuracies, once they were told
        self.baselines: dict[tuple[str, str], dict[str, Any]] = {}  # by preset and counting rule
        self._running = False
        self._wish: tuple[Recipe, int] | None = None
        self._baseline_wish = ""
        self._outline: Outline | None = None  # of the last frame; the engine leaves it out where it is still the same

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
            "published", {}, on_result=lambda found: self._on_published(found["points"]), on_error=lambda _error: None,
            repeat=True,
        )

    def forget(self, presets: Collection[str]) -> None:
        """These presets are no longer what they were."""
        self.baselines = {key: analysis for key, analysis in self.baselines.items() if key[0] not in presets}

    def is_busy(self) -> bool:
        """Whether an analysis is under way or waiting."""
        return self._running or self._wish is not None

    def _on_published(self, points: list[Any]) -> None:
        self.points = points
        self.published.emit(points)

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
        known = self._outline.frame["id"] if self._outline else ""
        self.worker.request(
            "analyse", {"recipe": recipe.to_json(), "rule": self.rule, "frame": known}, limit_ms=HANG_MS,
            on_result=lambda analysis: self._on_result(recipe, serial, analysis),
            on_error=lambda error: self._on_error(recipe, serial, error),
        )

    def _on_result(self, recipe: Recipe, serial: int, answer: dict[str, Any]) -> None:
        self._running = False
        if isinstance(answer.get("frame"), dict):
            self._outline = Outline(answer["frame"])
        self._next_sent_first(recipe, serial, answer, self._outline)

    def _next_sent_first(self, recipe: Recipe, serial: int, answer: dict[str, Any], outline: Outline | None) -> None:
        """The waiting wish leaves before this answer is drawn, so that engine and window work side by side."""
        if self._wish is not None:
            self._next()
        analysis = drawn(answer, outline) if outline is not None and "figures" in answer else answer
        if not recipe.edited() and (recipe.preset, analysis["rule"]) not in self.baselines:
            self.baselines[recipe.preset, analysis["rule"]] = analysis
            self.compared.emit(recipe.preset, analysis)
        if serial >= 0:
            self.analysed.emit(recipe, analysis, serial)
        if not self._running:
            self._next()

    def _on_error(self, recipe: Recipe, serial: int, error: dict[str, Any]) -> None:
        self._running = False
        if serial >= 0 and self._wish is None:
            self.refused.emit(recipe, error, serial)
        self._next()
