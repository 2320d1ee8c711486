"""The latency tab: conditions, and what was measured: single runs, each change, the whole store, runtimes side by side."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from explorer.core.runtimes import interval_words
from explorer.session.chart_memory import ChartMemory
from explorer.session.document import Document
from explorer.session.latency import Latency
from explorer.session.measured import Measured
from explorer.session.runtimes import SideBySide
from explorer.views.actions import Actions
from explorer.views.against_chart import AgainstChart
from explorer.views.conditions import ConditionsForm
from explorer.views.correlation_chart import CorrelationChart
from explorer.views.following import follow
from explorer.views.overview import Overview, Picks
from explorer.views.runtime_bars import RuntimesPanel
from explorer.views.time_charts import SpreadChart
from explorer.views.tweak_chart import TweakChart
from explorer.views.widgets import Figure, Note, Switch, mark, scrolled
from explorer.views.words import engine_sentence

SIDE_PX = 392
FIRST = ("runs", "correlation", "runtimes", "tweaks", "against")  # the first to get room first


class LatencyTab(QWidget):
    """Settings on the left, then as many charts as there is room for; ``tools`` (to be put beside the tabs) chooses them."""

    def __init__(
        self, document: Document, latency: Latency, actions: Actions, memory: ChartMemory, runtimes: SideBySide,
        measured: Measured,
    ) -> None:
        super().__init__()
        self.document = document
        self.latency = latency
        self.chart = SpreadChart(memory)
        self.tweaks = TweakChart(memory)
        self.measured = measured
        self.correlation, self.against = CorrelationChart(measured, memory), AgainstChart(measured, memory)
        self.parts = Overview({
            "runs": (self.chart, self.tr("Runs of this recipe: how steady is it?")),
            "correlation": (self.correlation, self.tr("MACs and time of everything measured here")),
            "tweaks": (self.tweaks, self.tr("What did each change do?")),
            "against": (self.against, self.tr("One runtime, device or machine against another")),
            "runtimes": (RuntimesPanel(runtimes, actions), self.tr("This recipe in each runtime")),
        }, memory, FIRST, "latency", 0)
        self.tools = Picks(self.parts, (
            self.tr("Runs"), self.tr("MACs and time"), self.tr("Changes"), self.tr("A against B"), self.tr("Runtimes")))
        self.form = ConditionsForm(latency)
        self.auto = Switch(self.tr("after each change"))
        self.auto.setObjectName("latency.auto")
        self.auto.setChecked(actions["auto_measure"].isChecked())  # what is remembered comes through the action
        self.auto.setAccessibleName(self.tr("measure after each change"))
        self.auto.setToolTip(self.tr("Measure by itself once a change has settled."))
        self.form.grid.addWidget(self.auto, 3, 0, 1, 2)
        self.facts = [Figure(mark="dim"), Figure(mark="dim"), Note(most=2)]
        side = QVBoxLayout()
        side.setSpacing(4)
        side.addWidget(self.form)
        buttons = QHBoxLayout()
        for name in ("measure", "stop_measuring"):
            button = QToolButton()
            mark(button, "pill")
            mark(button, "small")
            button.setDefaultAction(actions[name])
            buttons.addWidget(button)
        buttons.addStretch(1)
        side.addLayout(buttons)
        words = QVBoxLayout()
        words.setSpacing(0)
        for fact in self.facts:
            words.addWidget(fact)
        side.addLayout(words)
        side.addStretch(1)
        holder = QWidget()
        holder.setLayout(side)
        side.setContentsMargins(0, 0, 6, 0)
        panel = scrolled(holder)
        panel.setFixedWidth(SIDE_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(panel)
        row.addWidget(self.parts, 1)
        measured.changed.connect(self.refresh_stored)
        self.parts.rearranged.connect(self.refresh_stored)
        follow(self, latency.conditions_changed, lambda _conditions: self.refresh_stored())
        self.auto.clicked.connect(actions["auto_measure"].trigger)
        actions["auto_measure"].toggled.connect(self.auto.setChecked)

    def refresh(self) -> None:
        """The present recipe's measurement."""
        point = self.latency.point(self.document.recipe)
        self.chart.show_point(point)
        lines = facts_of(point.measurement) if point else ["", "", ""]
        for target, text in zip(self.facts, lines, strict=True):
            target.show_text(text, "warning" if target is self.facts[2] else "dim")
        digest = self.document.recipe.digest()
        for chart in self._stored_charts():
            chart.show_present(digest)  # no more at each step of a drag

    def refresh_stored(self) -> None:
        """The charts of the store, as far as they are seen: other measurements, conditions, or another chart beside them."""
        digest = self.document.recipe.digest()
        for chart in self._stored_charts():
            chart.refresh()
            chart.show_present(digest)

    def _stored_charts(self) -> list[CorrelationChart | AgainstChart]:
        seen = self.parts.seen() if self.isVisible() else ()
        named: dict[str, CorrelationChart | AgainstChart] = {"correlation": self.correlation, "against": self.against}
        return [chart for name, chart in named.items() if name in seen]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.measured.look(on=True)
        self.refresh_stored()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.measured.look(on=False)

    def on_greeted(self, hello: dict[str, Any]) -> None:
        """What the engine's machine has."""
        self.form.on_greeted(hello)


def facts_of(measurement: dict[str, Any]) -> list[str]:
    """Median and protocol, machine, and the reasons to distrust it, a line each."""
    m, machine = measurement, measurement.get("fingerprint", {})
    translate = QCoreApplication.translate
    median = translate("LatencyTab", "median {0} ms").format(f"{m['median_ms']:.4g}")
    centre = ", ".join(part for part in (median, interval_words(m)) if part)
    rest = translate("LatencyTab", "IQR {0}, min {1}, n {2}, warm-up {3}")
    protocol = f"{centre}, " + rest.format(f"{m['iqr_ms']:.2g}", f"{m['min_ms']:.4g}", m["n"], m["warmup_runs"])
    where = ", ".join(str(machine[k]) for k in ("cpu", "runtime") if machine.get(k))
    return [protocol, where, "; ".join(engine_sentence(f) for f in m.get("flags") or [])]
