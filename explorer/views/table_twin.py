"""A chart's data as a table: for screen readers, for those who want the figures, for copying. Values are those of the file."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from explorer.core.tabular import Table
from explorer.views.own_keys import claims_select_all
from explorer.views.theme import TINY_PX, font

ROW_PX = 22
Index = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()


class TableModel(QAbstractTableModel):
    """Rows, then totals, of a table; numbers stand right."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: Table | None = None

    def show_table(self, table: Table | None) -> None:
        """Another one."""
        self.beginResetModel()
        self.shown = table
        self.endResetModel()

    def rowCount(self, parent: Index = NONE) -> int:
        return 0 if self.shown is None or parent.isValid() else len(self.shown.rows) + len(self.shown.totals)

    def columnCount(self, parent: Index = NONE) -> int:
        return 0 if self.shown is None or parent.isValid() else len(self.shown.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.shown is None or not index.isValid():
            return None
        heading = self.shown.headings[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if heading.numeric else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            return font(12, bold=index.row() >= len(self.shown.rows), tabular=True)
        if role == Qt.ItemDataRole.DisplayRole:
            rows = self.shown.rows
            row = rows[index.row()] if index.row() < len(rows) else self.shown.totals[index.row() - len(rows)]
            return heading.text(row[index.column()])
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.shown is None or way != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown.headings[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.data(self.index(0, section), role)
        return None


class TableTwin(QTableView):
    """Signals: copied() on Ctrl+C, left() on Escape or T."""

    copied = Signal()
    left = Signal()

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.rows = TableModel()
        self.setModel(self.rows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.horizontalHeader().setFont(font(TINY_PX, bold=True))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)

    def show_table(self, table: Table | None) -> None:
        """Other data; the place that is seen and the widths stay as far as the columns do."""
        before = self.rows.columnCount()
        place = self.verticalScrollBar().value()
        self.rows.show_table(table)
        if self.rows.columnCount() != before:
            self.resizeColumnsToContents()
        self.verticalScrollBar().setValue(place)

    def event(self, event: QEvent) -> bool:
        return claims_select_all(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_C:
            self.copied.emit()
        elif event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_T and not event.modifiers()):
            self.left.emit()
        else:
            super().keyPressEvent(event)
