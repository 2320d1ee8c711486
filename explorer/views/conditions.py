"""Under what a latency is measured: the controls of the latency tab, and what is usual or excluded for each runtime."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from explorer.core.runtimes import EAGER, OWN_GRAPH, TITLES
from explorer.session.latency import Conditions, Latency
from explorer.views.theme import SMALL_PX
from explorer.views.widgets import Switch, label

BATCHES = (1, 2, 4, 8, 16, 32)
DTYPES = ("float32", "bfloat16", "float16")


class ConditionsForm(QWidget):
    """Two columns of controls, which show and set ``latency.conditions``."""

    def __init__(self, latency: Latency) -> None:
        super().__init__()
        self.latency = latency
        self.device, self.threads, self.batch = QComboBox(), QComboBox(), QComboBox()
        self.runtime, self.dtype = QComboBox(), QComboBox()
        self.device.addItem("cpu")
        self.threads.addItem(str(latency.conditions.threads))
        self.batch.addItems([str(b) for b in BATCHES])
        self.dtype.addItems(DTYPES)
        for name, title in TITLES.items():
            self.runtime.addItem(title, name)
        self.channels_last = Switch(self.tr("channels-last"))
        self.fold = Switch(self.tr("BN folded"))
        titled: tuple[tuple[str, QWidget, str, str], ...] = (
            ("device", self.device, self.tr("device"), self.tr("Where it runs.")),
            ("runtime", self.runtime, self.tr("runtime"), self.tr("What runs the network; its answer is checked first.")),
            ("threads", self.threads, self.tr("threads"), self.tr("Threads of one operation (torch.set_num_threads).")),
            ("dtype", self.dtype, self.tr("numbers"), self.tr("Number type of weights and activations.")),
            ("batch", self.batch, self.tr("batch"), self.tr("Images at once.")),
        )
        switches = (
            ("channels_last", self.channels_last, self.tr("Tensors laid out N×H×W×C in memory instead of N×C×H×W.")),
            ("fold", self.fold, self.tr("BatchNorm folded into the convolution before it, as runtimes for inference do.")),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(3, 1)
        for i, (name, control, title, tip) in enumerate(titled):
            row, column = divmod(i, 2)
            grid.addWidget(label(title, pixels=SMALL_PX, ink="dim"), row, 2 * column)
            grid.addWidget(control, row, 2 * column + 1)
            control.setObjectName(f"latency.{name}")
            control.setAccessibleName(title)
            control.setToolTip(tip)
        for place, (name, switch, tip) in zip(((2, 2, 2), (3, 2, 2)), switches, strict=True):
            row, column, span = place
            grid.addWidget(switch, row, column, 1, span)
            switch.setObjectName(f"latency.{name}")
            switch.setAccessibleName(switch.text())
            switch.setToolTip(tip)
            switch.clicked.connect(self._on_conditions)
        self.grid = grid
        for box in (self.device, self.threads, self.batch, self.runtime, self.dtype):
            box.activated.connect(self._on_conditions)
        latency.conditions_changed.connect(self._show)
        self._show(latency.conditions)

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
        chosen = Conditions(
            self.device.currentText(), int(self.threads.currentText()), int(self.batch.currentText()),
            self.dtype.currentText(), EAGER, self.channels_last.isChecked(), self.fold.isChecked(),
        )
        self.latency.set_conditions(chosen.in_runtime(str(self.runtime.currentData())))

    def _show(self, conditions: Conditions) -> None:
        with QSignalBlocker(self.runtime):
            self.runtime.setCurrentIndex(self.runtime.findData(conditions.runtime))
        self.device.setCurrentText(conditions.device)
        self.threads.setCurrentText(str(conditions.threads))
        self.batch.setCurrentText(str(conditions.batch))
        self.dtype.setCurrentText(conditions.dtype)
        for switch, on in ((self.channels_last, conditions.channels_last), (self.fold, conditions.fold)):
            switch.setChecked(on)
            switch.setEnabled(conditions.runtime not in OWN_GRAPH)
