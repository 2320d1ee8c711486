"""The latency tab: how single runs are spread, and under which conditions they are measured."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from explorer.core.runtimes import interval_words
from explorer.session.chart_memory import ChartMemory
from explorer.session.document import Document
from explorer.session.latency import Latency
from explorer.session.runtimes import SideBySide
from explorer.views.actions import Actions
from explorer.views.chart_pair import ChartPair
from explorer.views.conditions import ConditionsForm
from explorer.views.runtime_bars import RuntimesPanel
from explorer.views.time_charts import SpreadChart
from explorer.views.tweak_chart import TweakChart
from explorer.views.widgets import Figure, Note, Switch, mark, scrolled
from explorer.views.words import engine_sentence

SIDE_PX = 392


class LatencyTab(QWidget):
    """Settings on the left, the distribution in the middle, runtimes side by side on the right."""

    def __init__(
        self, document: Document, latency: Latency, actions: Actions, memory: ChartMemory | None = None,
        runtimes: SideBySide | None = None,
    ) -> None:
        super().__init__()
        self.document = document
        self.latency = latency
        self.chart = SpreadChart(memory)
        self.tweaks = TweakChart(memory)
        titles = self.tr("Runs"), self.tr("Changes")
        self.pair = ChartPair((self.chart, self.tweaks), titles, "latency.charts", memory or ChartMemory())
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
        row.addWidget(self.pair, 1)
        if runtimes is not None:
            row.addWidget(RuntimesPanel(runtimes, actions))
        self.auto.clicked.connect(actions["auto_measure"].trigger)
        actions["auto_measure"].toggled.connect(self.auto.setChecked)

    def refresh(self) -> None:
        """The present recipe's measurement."""
        point = self.latency.point(self.document.recipe)
        self.chart.show_point(point)
        lines = facts_of(point.measurement) if point else ["", "", ""]
        for target, text in zip(self.facts, lines, strict=True):
            target.show_text(text, "warning" if target is self.facts[2] else "dim")

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
