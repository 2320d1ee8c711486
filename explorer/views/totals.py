"""The totals against the preset: parameters, MACs under their rule, latency with its spread."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from explorer.core import units
from explorer.core.recipe import Recipe
from explorer.session.document import Document
from explorer.session.latency import Latency, Point
from explorer.views.theme import BODY_PX, SMALL_PX, TINY_PX, TOTAL_PX
from explorer.views.widgets import Figure, label, rule, section
from explorer.views.words import engine_sentence


class TotalRow(QWidget):
    """One total: what it is, the number, its change, a line below."""

    def __init__(self, name: str, title: str, tip: str, *, explained: bool = True) -> None:
        super().__init__()
        self.setObjectName(f"total.{name}")
        self.title = label(title, pixels=SMALL_PX, ink="dim")
        self.value = Figure(TOTAL_PX, bold=True)
        self.value.show_text("–")
        self.value.setObjectName(f"total.{name}.value")
        self.change = Figure(BODY_PX, right=True)
        self.below = Figure(TINY_PX, mark="dim")
        self.setToolTip(tip)
        self.setAccessibleName(title)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.title, 0, 0, 1, 2)
        grid.addWidget(self.value, 1, 0)
        grid.addWidget(self.change, 1, 1, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self.below, 2, 0, 1, 2)
        self.below.setVisible(explained)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)

    def show_total(self, value: str, change: str = "", below: str = "", *, warning: bool = False) -> None:
        """The number as text; less is better, so a fall is good."""
        self.value.show_text(value)
        self.change.show_text(change, {"−": "good", "+": "warning"}.get(change[:1], "dim"))
        self.below.show_text(below, "warning" if warning else "dim")
        self.setAccessibleDescription(" ".join(filter(None, (value, change, below))))


class TotalsPanel(QWidget):
    """The numbers a reader looks for first."""

    def __init__(self, document: Document, latency: Latency) -> None:
        super().__init__()
        self.setObjectName("totals")
        self.document = document
        self.latency = latency
        tips = (
            self.tr("All learnable tensors, BatchNorm's γ and β included; running statistics not."),
            self.tr("Multiply-accumulates for one image, under the rule named below."),
            self.tr("Median of single runs on this machine; p10–p90 beside it."),
        )
        self.params = TotalRow("params", self.tr("Parameters"), tips[0], explained=False)
        self.macs = TotalRow("macs", self.tr("MACs"), tips[1])
        self.time = TotalRow("latency", self.tr("CPU latency"), tips[2])
        self._measuring = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 4)
        column.setSpacing(0)
        column.addWidget(section(self.tr("Totals, against the preset")))
        column.addSpacing(4)
        for i, row in enumerate((self.params, self.macs, self.time)):
            if i:
                column.addWidget(rule())
            column.addWidget(row)
        column.addWidget(rule())
        document.analysed.connect(self.refresh)
        document.baseline_changed.connect(self.refresh)
        document.recipe_changed.connect(self.refresh_latency)
        latency.measured.connect(self.refresh_latency)
        latency.conditions_changed.connect(self.refresh_latency)
        latency.started.connect(lambda: self._show_measuring(self.tr("measuring…")))
        latency.progressed.connect(self._on_progressed)
        latency.ended.connect(lambda: self._show_measuring(""))
        self.refresh_latency()

    def refresh(self) -> None:
        """Parameters and MACs from the newest analysis."""
        analysis, baseline = self.document.analysis, self.document.baseline
        if analysis is None:
            return
        before: dict[str, Any] = baseline if baseline and baseline["preset"] == analysis["preset"] else {}
        self.params.show_total(units.count(analysis["params"]), self._change(analysis["params"], before.get("params", 0)))
        incomplete = bool(analysis.get("incomplete"))
        below = self.tr("rule: {0}").format(analysis["rule"])
        if incomplete:
            below = self.tr("incomplete: {0} operations not counted").format(len(analysis["uncounted"]))
        self.macs.show_total(
            units.count(analysis["macs"]), self._change(analysis["macs"], before.get("macs", 0)), below, warning=incomplete
        )
        self.refresh_latency()

    def refresh_latency(self) -> None:
        """The measurement of exactly this recipe, or why there is none."""
        recipe = self.document.recipe
        point = self.latency.point(recipe)
        if point is None:
            waits = self.latency.auto
            idle = self.tr("measured once you pause") if waits else self.tr("not measured yet; press Measure")
            self.time.show_total("–", "", self._measuring or idle)
            return
        measurement = point.measurement
        preset = self.latency.point(Recipe(recipe.preset))
        change = self._change(measurement["median_ms"], preset.measurement["median_ms"]) if preset else ""
        flags = measurement.get("flags") or []
        below = self.tr("noisy · {0}").format(spread(point)) if flags else spread(point)
        self.time.show_total(f"{measurement['median_ms']:#.3g} ms", change, self._measuring or below, warning=bool(flags))
        tip = "\n".join([spread(point), *(engine_sentence(f) for f in flags)])
        if self.time.toolTip() != tip:
            self.time.setToolTip(tip)

    def _change(self, now: float, before: float) -> str:
        change = units.change(now, before)
        return "" if change == "±0 %" and not self.document.recipe.edited() else change

    def _on_progressed(self, fraction: float, _sentence: list[str]) -> None:
        self._show_measuring(self.tr("measuring… {0} %").format(round(100 * fraction)))

    def _show_measuring(self, text: str) -> None:
        self._measuring = text
        self.refresh_latency()


def spread(point: Point) -> str:
    """``10.3–10.9 ms · n 84 · eager, 1 thread``."""
    m = point.measurement
    threads = m["settings"]["threads"]
    runtime = str(m.get("fingerprint", {}).get("runtime", "PyTorch eager")).removeprefix("PyTorch ")
    return f"{m['p10_ms']:#.3g}–{m['p90_ms']:#.3g} ms · n {m['n']} · {runtime}, {threads} thread{'s' if threads != 1 else ''}"
