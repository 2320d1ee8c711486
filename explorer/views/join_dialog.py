"""What was joined from another machine's result files, line by line, and what was not and why."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.core.recipe import Recipe
from explorer.views.theme import LARGE_PX, SMALL_PX, TINY_PX, Theme, font
from explorer.views.widgets import Note, label, mark, set_theme_within
from explorer.views.words import engine_sentence

ROW_PX, RESULT_PX = 22, 110
RESULT, MEDIAN = 1, 2  # columns
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class JoinDialog(QDialog):
    """The report of ``Elsewhere.joined``. Signals: compare_asked(): this machine against that one is wanted."""

    compare_asked = Signal()

    def __init__(
        self, parent: QWidget, report: dict[str, Any], presets: Collection[str], label_of: Callable[[Recipe], str]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("join")
        self.setWindowTitle(self.tr("Times from elsewhere"))
        self.resize(880, 420)
        rows = [self._joined(m, presets, label_of) for m in report["measurements"]]
        refused = [self._refused(entry) for entry in report["refused"]]
        self.table = QTableWidget(len(rows) + len(refused), 5)
        self.words = Note(SMALL_PX, mark="text", most=3, least=1)
        self.words.setObjectName("join.words")
        self._fill([*refused, *rows], len(refused))
        new = sum(m["new"] for m in report["measurements"])
        told = [self.tr("{0} measurements joined by the hash of their recipes").format(new)]
        there = len(report["measurements"]) - new
        told += [self.tr("already there: {0}").format(there)] if there else []
        told += [self.tr("not joined: {0}").format(len(refused))] if refused else []
        self.words.show_text(", ".join(told) + ".", "warning" if refused else "text")
        self.compare = QPushButton(self.tr("Against this machine"))
        self.compare.setObjectName("join.compare")
        self.compare.setToolTip(self.tr("The chart of both machines, on the Latency tab"))
        self.compare.setEnabled(bool(rows))
        mark(self.compare, "primary")
        close = QPushButton(self.tr("Close"))
        self.compare.clicked.connect(self._on_compare)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Times from elsewhere"), pixels=LARGE_PX, bold=True))
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def set_theme(self, theme: Theme) -> None:
        """Colours."""
        set_theme_within(self, theme)

    def _joined(self, m: dict[str, Any], presets: Collection[str], label_of: Callable[[Recipe], str]) -> tuple[str, ...]:
        recipe = Recipe.from_json(m["recipe"])
        name = label_of(recipe)
        state = self.tr("joined") if m["new"] else self.tr("there already")
        if m["preset"] not in presets:
            state = self.tr("{0}; the library has no {1}").format(state, m["preset"])
        machine = ", ".join(dict.fromkeys(word for word in (m["host"], m["device_name"]) if word))
        return (f"{m['preset']} {name}" if name != m["preset"] else name, state, f"{m['median_ms']:.4g}", machine, m["runtime"])

    def _refused(self, entry: dict[str, Any]) -> tuple[str, ...]:
        return (entry["name"] or entry["file"], engine_sentence(entry["why"]), "", "", "")

    def _fill(self, rows: list[tuple[str, ...]], refused: int) -> None:
        table = self.table
        table.setObjectName("join.table")
        table.setAccessibleName(self.tr("Measurements of the files"))
        table.setHorizontalHeaderLabels([
            self.tr("network"), self.tr("result"), self.tr("median ms"), self.tr("machine"), self.tr("runtime")])
        for i, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == MEDIAN:
                    item.setTextAlignment(RIGHT)
                if i < refused:
                    item.setFont(font(SMALL_PX, bold=True))
                table.setItem(i, column, item)
            if i < refused:
                table.setSpan(i, RESULT, 1, len(row) - RESULT)
        table.horizontalHeader().setFont(font(TINY_PX, bold=True))
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(RESULT, QHeaderView.ResizeMode.Interactive)  # a reason spans the rest
        table.setColumnWidth(RESULT, RESULT_PX)
        table.horizontalHeader().setStretchLastSection(True)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(ROW_PX)
        table.setFont(font(SMALL_PX, tabular=True))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)

    def _on_compare(self) -> None:
        self.compare_asked.emit()
        self.accept()
