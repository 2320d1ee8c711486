"""The workers of a scheduler as a list to choose from: by ticking them, by tags."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.views.theme import SMALL_PX, TINY_PX, font
from explorer.views.widgets import label, mark
from explorer.views.words import engine_sentence

ROW_PX, MOST_ROWS = 22, 4
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class WorkerList(QWidget):
    """Name, tags, whether it measures, its machine; one that may not be used says why and cannot be ticked.

    Signals: changed() when the user chooses others.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.workers: list[dict[str, Any]] = []
        self.tags: dict[str, QToolButton] = {}
        self.table = QTableWidget(0, 4)
        self.tag_row = QHBoxLayout()
        self.tag_row.setSpacing(6)
        self.tag_words = label(self.tr("Tags"), pixels=SMALL_PX, ink="dim")
        self.tag_row.addWidget(self.tag_words)
        self.tag_row.addStretch(1)
        self._lay_out_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.table)
        column.addLayout(self.tag_row)
        self.show_workers([])

    def show_workers(self, workers: list[dict[str, Any]]) -> None:
        """Those of docs/architecture.md's ``workers``; at first all that may be used are ticked."""
        self.workers = workers
        self.table.blockSignals(True)  # noqa: FBT003
        self.table.setRowCount(len(workers))
        for row, worker in enumerate(workers):
            why, machine = _why(worker), _machine(worker)
            measures = self.tr("measures") if worker["measures"] else ""
            for column, text in enumerate((worker["name"], ", ".join(worker["tags"]), measures, why or machine)):
                item = QTableWidgetItem(text)
                threads = self.tr("{0} threads").format(worker["threads"])
                item.setToolTip("\n".join(word for word in (f"{worker['address']}, {threads}", machine, why) if word))
                item.setFlags(Qt.ItemFlag.NoItemFlags if why else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                if not column:
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                    item.setCheckState(UNCHECKED if why else CHECKED)
                self.table.setItem(row, column, item)
        self.table.blockSignals(False)  # noqa: FBT003
        self._show_tags(sorted({tag for worker in workers for tag in worker["tags"]}))
        rows = min(max(len(workers), 1), MOST_ROWS)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + ROW_PX * rows + 4)
        self.setVisible(bool(workers))

    def tick(self, name: str, *, on: bool) -> None:
        """Choose a worker, or leave it out."""
        for row, worker in enumerate(self.workers):
            if worker["name"] == name and not worker["why"]:
                self._item(row).setCheckState(CHECKED if on else UNCHECKED)

    def wanted_tags(self) -> list[str]:
        """Tags that a worker must have, all of them."""
        return [tag for tag, button in self.tags.items() if button.isChecked()]

    def ticked(self) -> list[dict[str, Any]]:
        """Whatever their tags."""
        return [worker for row, worker in enumerate(self.workers) if self._item(row).checkState() == CHECKED]

    def chosen(self) -> list[dict[str, Any]]:
        """The workers that are ticked and have every tag asked for."""
        return [worker for worker in self.ticked() if all(tag in worker["tags"] for tag in self.wanted_tags())]

    def _item(self, row: int) -> QTableWidgetItem:
        item = self.table.item(row, 0)
        assert item is not None
        return item

    def _show_tags(self, tags: list[str]) -> None:
        for button in self.tags.values():
            self.tag_row.removeWidget(button)
            button.deleteLater()
        self.tags = {}
        for tag in tags:
            button = QToolButton()
            button.setText(tag)
            button.setCheckable(True)
            button.setObjectName(f"sweep.where.tag.{tag}")
            button.setToolTip(self.tr("Only workers with the tag {0}").format(tag))
            mark(button, "pill")
            mark(button, "small")
            button.clicked.connect(lambda _on: self.changed.emit())
            self.tag_row.insertWidget(1 + len(self.tags), button)
            self.tags[tag] = button
        self.tag_words.setVisible(bool(tags))

    def _lay_out_table(self) -> None:
        table = self.table
        table.setObjectName("sweep.where.workers")
        table.setAccessibleName(self.tr("Workers of the scheduler"))
        table.setHorizontalHeaderLabels([self.tr("worker"), self.tr("tags"), "", self.tr("machine")])
        table.horizontalHeader().setFont(font(TINY_PX, bold=True))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(ROW_PX)
        table.setFont(font(SMALL_PX, tabular=True))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.itemChanged.connect(lambda _item: self.changed.emit())


def _why(worker: dict[str, Any]) -> str:
    """Why it may not be used; the sentence's {0} is its name, which stands beside it."""
    if not worker["why"]:
        return ""
    template, *arguments = worker["why"]
    return engine_sentence([template.replace("{1}", "{0}"), *arguments])


def _machine(worker: dict[str, Any]) -> str:
    """``desk, Intel(R) Core(TM) i7, torch 2.13.0, cuda:0 RTX 4090``."""
    card = worker["card"]
    words = [str(card[name]) for name in ("host", "cpu") if card.get(name)]
    words += [f"torch {card['torch']}"] if card.get("torch") else []
    return ", ".join([*words, *(_device(device) for device in card.get("devices", ()) if _device(device) != "cpu")])


def _device(device: object) -> str:
    return str(device.get("name", "")) if isinstance(device, dict) else str(device)
