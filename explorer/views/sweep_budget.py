"""The line of budgets above a sweep's table: the most of each figure, and by which figure the best is the first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from explorer.core import rules
from explorer.core.budget import COUNT, EXAMPLES, Budget, amount
from explorer.core.errors import BadInput
from explorer.core.sweep_rows import BY_NAME, LIMITED, Quantity
from explorer.views.sweep_data import tr
from explorer.views.theme import SMALL_PX, font
from explorer.views.widgets import label, say

FIELD_PX = 72
SHORT = {"macs": "MACs", "params": "params", "peak": "memory", "latency": "latency"}


class BudgetLine(QWidget):
    """A field for each figure of ``core.sweep_rows.LIMITED``.

    Signals: changed(); refused(sentence), the field keeps what was typed and the budget what held before.
    """

    changed = Signal()
    refused = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.budget = Budget()
        self.fields: dict[str, QLineEdit] = {}
        self.labels: dict[str, QLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        for name in LIMITED:
            quantity = BY_NAME[name]
            field = self.fields[name] = QLineEdit()
            field.setObjectName(f"sweep.budget.{name}")
            field.setProperty("value", True)  # noqa: FBT003
            field.setFont(font(SMALL_PX))
            field.setFixedWidth(FIELD_PX)
            field.setPlaceholderText("≤ 300 M" if quantity.kind == COUNT else "≤ 20 ms")
            field.setAccessibleName(self.tr("At most: {0}").format(tr(quantity.title)))
            unit = self.tr(" Elements held at once.") if name == "peak" else ""
            field.setToolTip(self.tr("The most {0} that fits: {1}. Empty for no limit.").format(
                tr(quantity.title), EXAMPLES[quantity.kind]) + unit)
            field.editingFinished.connect(self._read)
            self.labels[name] = label(tr(SHORT[name]), pixels=SMALL_PX, ink="dim")
            row.addWidget(self.labels[name])
            row.addWidget(field)
        self.by = QComboBox()
        self.by.setObjectName("sweep.by")
        self.by.setMinimumWidth(118)
        self.by.setAccessibleName(self.tr("Best first by"))
        self.by.setToolTip(self.tr("What fits is listed first, the best of this figure on top."))
        self.by.activated.connect(lambda _index: self.changed.emit())
        row.addSpacing(4)
        row.addWidget(label(self.tr("best"), pixels=SMALL_PX, ink="dim"))
        row.addWidget(self.by)

    def offer(self, known: Sequence[Quantity], now: str) -> None:
        """The figures there are to be best by."""
        names = [quantity.name for quantity in known]
        if names != [self.by.itemData(i) for i in range(self.by.count())]:
            self.by.clear()
            for quantity in known:
                self.by.addItem(tr(quantity.title), quantity.name)
        self.by.setCurrentIndex(names.index(now) if now in names else -1)

    def name_count(self, rule: str) -> None:
        """What the sweep counts is called as its rule calls it; the rule's whole name is in the tooltip."""
        counted = tr(rules.named(rule).title)
        say(self.labels["macs"], counted.partition(" ")[0])
        self.fields["macs"].setAccessibleName(self.tr("At most: {0}").format(counted))
        self.fields["macs"].setToolTip(
            self.tr("The most {0} that fits: {1}. Empty for no limit.").format(counted, EXAMPLES[BY_NAME["macs"].kind])
        )
        if (place := self.by.findData("macs")) >= 0:
            self.by.setItemText(place, counted)

    def chosen(self) -> str:
        """The figure's name."""
        return str(self.by.currentData() or "")

    def _read(self) -> None:
        most: dict[str, float] = {}
        try:
            for name, field in self.fields.items():
                value = amount(field.text(), BY_NAME[name].kind)
                if value is not None:
                    most[name] = value
        except BadInput as error:
            self.refused.emit([error.template, *error.arguments])
            return
        if most != self.budget.most:
            self.budget = Budget(most)
            self.changed.emit()
