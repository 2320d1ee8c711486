"""What is known of one stored measurement: how its runs are spread, and everything it says of its conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from explorer.core.age import age, local_time
from explorer.core.history import changes, facts, recipe_of, samples_of
from explorer.session.chart_memory import ChartMemory
from explorer.session.latency import Point
from explorer.views.theme import TINY_PX, font
from explorer.views.time_charts import SpreadChart
from explorer.views.widgets import Figure, Segments
from explorer.views.words import engine_sentence

if TYPE_CHECKING:
    from explorer.core.store import Stored

ROW_PX = 20


class HistoryDetail(QWidget):
    """Two pages: runs and conditions."""

    def __init__(self, memory: ChartMemory | None = None) -> None:
        super().__init__()
        self.setObjectName("history.detail")
        self.title = Figure(TINY_PX, mark="dim")
        self.title.setObjectName("history.detail.title")
        self.pages = QStackedWidget()
        self.switch = Segments((self.tr("Runs"), self.tr("Conditions")))
        self.switch.setAccessibleName(self.tr("Details"))
        self.switch.show_choice(0)
        self.switch.chosen.connect(self.pages.setCurrentIndex)
        self.chart = SpreadChart(memory, "chart.stored", self.tr("Mark a measurement to see its runs."))
        self.facts = QTableWidget(0, 2)
        self.facts.setObjectName("history.facts")
        self.facts.setAccessibleName(self.tr("Conditions of the measurement"))
        self.facts.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.facts.setShowGrid(False)
        self.facts.setWordWrap(False)
        self.facts.setFont(font(TINY_PX))
        self.facts.verticalHeader().hide()
        self.facts.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.facts.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.facts.horizontalHeader().hide()
        self.facts.horizontalHeader().setStretchLastSection(True)
        self.facts.setColumnWidth(0, 130)
        for page in (self.chart, self.facts):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(self.switch)
        column.addWidget(self.title)
        column.addWidget(self.pages, 1)

    def show_measurement(self, entry: Stored | None, document: dict[str, Any] | None) -> None:
        """One measurement with its document; nothing where none is marked."""
        if entry is None or document is None:
            self.title.show_text(self.tr("Mark a measurement to see its runs and conditions."))
            self.chart.show_point(None)
            self.facts.setRowCount(0)
            return
        when = f"{local_time(entry.started)} ({engine_sentence(age(entry.started))})"
        self.title.show_text(f"{entry.preset} {changes(entry)}".strip() + f" · {when}")
        runs = document.get("uninstrumented", {})
        figures = {**document, **runs, "samples_ms": samples_of(document)}
        self.chart.show_point(Point(recipe_of(entry), changes(entry) or entry.preset, 0, figures, uid=entry.uid))
        rows = [("uid", entry.uid), *facts(document)]
        self.facts.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for side, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.facts.setItem(place, side, item)
