"""The latency tab: how single runs are spread, and under which conditions they are measured."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from explorer.session.chart_memory import ChartMemory
from explorer.session.document import Document
from explorer.session.latency import Conditions, Latency
from explorer.views.actions import Actions
from explorer.views.chart_pair import ChartPair
from explorer.views.theme import SMALL_PX
from explorer.views.time_charts import SpreadChart
from explorer.views.tweak_chart import TweakChart
from explorer.views.widgets import Figure, Switch, label, mark
from explorer.views.words import engine_sentence

BATCHES = (1, 2, 4, 8, 16, 32)


class LatencyTab(QWidget):
    """Settings on the left, the distribution on the right."""

    def __init__(self, document: Document, latency: Latency, actions: Actions, memory: ChartMemory | None = None) -> None:
        super().__init__()
        self.document = document
        self.latency = latency
        self.chart = SpreadChart(memory)
        self.tweaks = TweakChart(memory)
        titles = self.tr("Runs"), self.tr("Changes")
        self.pair = ChartPair((self.chart, self.tweaks), titles, "latency.charts", memory or ChartMemory())
        self.device = QComboBox()
        self.device.setObjectName("latency.device")
        self.device.addItem("cpu")
        self.threads = QComboBox()
        self.threads.setObjectName("latency.threads")
        self.threads.addItem(str(latency.conditions.threads))
        self.batch = QComboBox()
        self.batch.setObjectName("latency.batch")
        self.batch.addItems([str(b) for b in BATCHES])
        self.auto = Switch(self.tr("after each change"))
        self.auto.setObjectName("latency.auto")
        self.auto.setChecked(actions["auto_measure"].isChecked())  # what is remembered comes through the action
        self.facts = [Figure(mark="dim") for _ in range(3)]
        named = (
            (self.tr("device"), self.device, self.tr("Where it runs.")),
            (self.tr("threads"), self.threads, self.tr("Threads of one operation (torch.set_num_threads).")),
            (self.tr("batch"), self.batch, self.tr("Images at once.")),
            (self.tr("measure"), self.auto, self.tr("Measure by itself once a change has settled.")),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for i, (title, control, tip) in enumerate(named):
            grid.addWidget(label(title, pixels=SMALL_PX, ink="dim"), i, 0)
            control.setAccessibleName(title)
            control.setToolTip(tip)
            grid.addWidget(control, i, 1)
        side = QVBoxLayout()
        side.setSpacing(6)
        side.addLayout(grid)
        buttons = QHBoxLayout()
        for name in ("measure", "stop_measuring"):
            button = QToolButton()
            mark(button, "pill")
            mark(button, "small")
            button.setDefaultAction(actions[name])
            buttons.addWidget(button)
        buttons.addStretch(1)
        side.addLayout(buttons)
        side.addStretch(1)
        for fact in self.facts:
            side.addWidget(fact)
        holder = QWidget()
        holder.setFixedWidth(300)
        holder.setLayout(side)
        side.setContentsMargins(0, 0, 0, 6)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(holder)
        row.addWidget(self.pair, 1)
        self.device.activated.connect(self._on_conditions)
        self.batch.activated.connect(self._on_conditions)
        self.threads.activated.connect(self._on_conditions)
        self.auto.clicked.connect(actions["auto_measure"].trigger)
        actions["auto_measure"].toggled.connect(self.auto.setChecked)
        latency.conditions_changed.connect(self._show_conditions)
        self._show_conditions(latency.conditions)

    def refresh(self) -> None:
        """The present recipe's measurement."""
        point = self.latency.point(self.document.recipe)
        self.chart.show_point(point)
        lines = facts_of(point.measurement) if point else ["", "", ""]
        for target, text in zip(self.facts, lines, strict=True):
            target.show_text(text, "warning" if target is self.facts[2] else "dim")

    def on_greeted(self, hello: dict[str, Any]) -> None:
        """What the engine's machine has."""
        devices, cores = hello.get("devices", []), hello.get("cpus", 1)
        known = [self.device.itemText(i) for i in range(self.device.count())]
        if devices != known and devices:
            self.device.clear()
            self.device.addItems(devices)
        if self.threads.count() != cores:
            self.threads.clear()
            self.threads.addItems([str(n + 1) for n in range(max(cores, 1))])
            self.threads.setCurrentText(str(self.latency.conditions.threads))

    def _on_conditions(self) -> None:
        self.latency.set_conditions(
            Conditions(self.device.currentText(), int(self.threads.currentText()), int(self.batch.currentText()))
        )

    def _show_conditions(self, conditions: Conditions) -> None:
        self.device.setCurrentText(conditions.device)
        self.threads.setCurrentText(str(conditions.threads))
        self.batch.setCurrentText(str(conditions.batch))


def facts_of(measurement: dict[str, Any]) -> list[str]:
    """Machine, protocol, and the reasons to distrust it, a line each."""
    m, machine = measurement, measurement.get("fingerprint", {})
    centre = f"median {m['median_ms']:.4g} ms, min {m['min_ms']:.4g}, IQR {m['iqr_ms']:.2g}"
    protocol = f"{centre}, n {m['n']}, warm-up {m['warmup_runs']}"
    where = ", ".join(str(machine[k]) for k in ("cpu", "runtime") if machine.get(k))
    return [where, protocol, " ".join(engine_sentence(f) for f in m.get("flags") or [])]
