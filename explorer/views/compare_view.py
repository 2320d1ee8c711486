"""The table of the Compare tab as a widget: keys, a row that is dragged to another place, files that are dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from explorer.core.compare import CELLS
from explorer.views.own_keys import claims_select_all
from explorer.views.sort_header import SortHeader

ROW_PX = 24
DELTA_PX = 62


def dropped_recipes(event: QDropEvent) -> list[Path]:
    """The .json files that are dragged; empty where anything else is among them."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    right = bool(paths) and len(paths) == len(event.mimeData().urls()) and all(path.suffix == ".json" for path in paths)
    return paths if right else []


class CompareView(QTableView):
    """A table that tells what keys and mouse ask for.

    Signals: copied(), removed() by Delete, opened(row), moved(by) by Alt+Up or Alt+Down, placed(row) where a dragged row was
    let go, marked() by B for the baseline, accuracy_asked() by A, taken_back() by Ctrl+Z, files_dropped(paths).
    """

    copied = Signal()
    removed = Signal()
    opened = Signal(int)
    moved = Signal(int)
    placed = Signal(int)
    marked = Signal()
    accuracy_asked = Signal()
    taken_back = Signal()
    files_dropped = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("compare.table")
        self.setAccessibleName(self.tr("Comparison"))
        self.may_take_back = False
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setDragDropOverwriteMode(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = SortHeader(self)
        self.setHorizontalHeader(header)
        header.setStretchLastSection(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def set_widths(self) -> None:
        """As the columns are declared; the model is there."""
        for place, cell in enumerate(CELLS):
            self.setColumnWidth(place, DELTA_PX if cell.is_delta else cell.quantity.width)
        self.setSortingEnabled(True)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z is this table's as long as it has something to take back: the window's Undo is for the recipe."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and self.may_take_back
            if undo or event.key() == Qt.Key.Key_F2 or event.matches(QKeySequence.StandardKey.Copy):
                event.accept()
                return True
        return claims_select_all(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._answers(event):
            super().keyPressEvent(event)

    def _answers(self, event: QKeyEvent) -> bool:
        key, row = event.key(), self.currentIndex().row()
        if self.state() == QAbstractItemView.State.EditingState:  # what the name's editor leaves over, its Return say
            return False
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) and self.may_take_back:
            self.taken_back.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.opened.emit(row)
        elif key == Qt.Key.Key_B and not event.modifiers():
            self.marked.emit()
        elif key == Qt.Key.Key_A and not event.modifiers():
            self.accuracy_asked.emit()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_F2 and row >= 0:
            self.edit(self.model().index(row, 0))
        else:
            return False
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_recipes(event):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if dropped_recipes(event):
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """A row is let go above or below another; the model is told by its owner, nothing is copied."""
        paths = dropped_recipes(event)
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)
        elif event.source() is self:
            event.setDropAction(Qt.DropAction.IgnoreAction)  # so that Qt does not take the dragged row away afterwards
            event.accept()
            self.placed.emit(self._row_at(event))

    def _row_at(self, event: QDropEvent) -> int:
        index: QModelIndex = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return self.model().rowCount()
        below = event.position().y() > self.visualRect(index).center().y()
        return index.row() + below


class DropZone(QWidget):
    """A widget that takes dropped recipe files. Signals: files_dropped(paths)."""

    files_dropped = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_recipes(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_recipes(event)
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)
