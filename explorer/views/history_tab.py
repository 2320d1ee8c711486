"""The History tab: everything that was measured and kept, with filters, details, deleting and files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSplitter, QStackedWidget, QTableView, QVBoxLayout, QWidget

from explorer.core.errors import BadInput
from explorer.core.history import COLUMNS, changes, recipe_of
from explorer.session.chart_memory import ChartMemory
from explorer.session.session import Session
from explorer.views.following import follow
from explorer.views.history_detail import HistoryDetail
from explorer.views.history_files import HistoryFiles
from explorer.views.history_model import HistoryModel
from explorer.views.history_tools import HistoryTools
from explorer.views.theme import SMALL_PX, TINY_PX, Theme, font
from explorer.views.widgets import Themed, label
from explorer.views.words import engine_sentence

if TYPE_CHECKING:
    from explorer.core.store import Stored
    from explorer.session.history import Removed

ROW_PX = 22
LOOK_MS = 1000  # how often another window's measurements are looked for while this is seen
DETAIL_PX = 400


class HistoryView(QTableView):
    """A table that tells what keys ask for. Signals: opened(row), removed(), taken_back()."""

    opened = Signal(int)
    removed = Signal()
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("history.table")
        self.setAccessibleName(self.tr("Stored measurements"))
        self.may_take_back = False
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.setFont(font(SMALL_PX, tabular=True))
        self.horizontalHeader().setFont(font(TINY_PX, bold=True))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z is this table's as long as it has something to take back; Ctrl+A marks rows, not blocks."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and self.may_take_back
            if undo or event.matches(QKeySequence.StandardKey.SelectAll):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.matches(QKeySequence.StandardKey.Undo) and self.may_take_back:
            self.taken_back.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)


class HistoryTab(QWidget, Themed):
    """Table and details, and (to be put beside the tabs) its ``tools``. Follows the store only while it is seen.

    Signals: refused(sentence) and noted(sentence) for the message bar; deleted(sentence) where ``take_back`` is offered.
    """

    refused = Signal(list)
    noted = Signal(list)
    deleted = Signal(list)

    def __init__(self, session: Session, memory: ChartMemory | None = None) -> None:
        super().__init__()
        self.setObjectName("history")
        self.session = session
        self.history = session.history
        self.preferences = session.preferences
        self.model = HistoryModel()
        self.table = HistoryView()
        self.table.setModel(self.model)
        for place, column in enumerate(COLUMNS):
            self.table.setColumnWidth(place, column.width)
        header = self.table.horizontalHeader()
        header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        self.table.setSortingEnabled(True)
        self.tools = HistoryTools()
        self.detail = HistoryDetail(memory)
        self.files = HistoryFiles(self)
        self.empty = label("", pixels=SMALL_PX, ink="dim")
        self.empty.setObjectName("history.empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._removed: list[Removed] = []
        self._refusal = ""
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.history.poll)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("history.splitter")
        splitter.setHandleWidth(1)
        splitter.addWidget(self.table)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(0, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([900, DETAIL_PX])
        self.pages = QStackedWidget()
        self.pages.addWidget(splitter)
        self.pages.addWidget(self.empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 0, 12, 0)
        box.addWidget(self.pages)
        self._connect()

    def refresh(self) -> None:
        """What the store holds now; nothing is read where it has not changed, and nothing at all while this is not seen."""
        if not self.isVisible():
            return
        self.model.show_entries(self.history.entries())
        self._show_found()

    def marked(self) -> list[Stored]:
        """The marked measurements, from the top."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.shown[row] for row in rows]

    def open_row(self, row: int) -> None:
        """The recipe of a row becomes the window's, as a step that can be undone."""
        self.open_entry(self.model.shown[row])

    def open_entry(self, entry: Stored) -> None:
        """The same for any measurement of the store."""
        known = self.session.catalogue.presets()
        if known and entry.preset not in known:
            self.refused.emit(["the library has no preset {0} (any more)", entry.preset])
            return
        try:
            self.session.document.open_preset(recipe_of(entry), f"{entry.preset} {changes(entry)}".strip())
        except BadInput as error:
            self.refused.emit([error.template, *error.arguments])

    def delete(self) -> None:
        """Forget the marked measurements."""
        uids = [entry.uid for entry in self.marked()]
        if not uids:
            return
        row = self.table.currentIndex().row()
        try:
            removed = self.history.delete(uids)
        except BadInput as error:
            self.refused.emit([error.template, *error.arguments])
            return
        self._removed.append(removed)
        self.table.may_take_back = True
        self.refresh()
        if self.model.shown:
            self.table.selectRow(min(row, len(self.model.shown) - 1))
        one = ["1 measurement deleted."]
        self.deleted.emit(one if len(removed) == 1 else ["{0} measurements deleted.", str(len(removed))])

    def take_back(self) -> None:
        """The last deletion."""
        if not self._removed:
            return
        try:
            self.history.restore(self._removed[-1])
        except BadInput as error:
            self.refused.emit([error.template, *error.arguments])
            return
        self._removed.pop()
        self.table.may_take_back = bool(self._removed)
        self.refresh()

    def take_over(self, other: HistoryTab) -> None:
        """What was deleted in another window can be taken back in this one."""
        self._removed = list(other._removed)
        self.table.may_take_back = bool(self._removed)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.model.theme = theme

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.history.poll()
        self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _connect(self) -> None:
        self.history.changed.connect(self.refresh)
        self.history.complained.connect(self._on_complained)
        self.files.refused.connect(self.refused)
        self.files.noted.connect(self.noted)
        self.tools.changed.connect(self._on_filter)
        self.tools.left.connect(self._enter_table)
        self.tools.open_asked.connect(lambda: self.open_row(self.table.currentIndex().row()) if self.marked() else None)
        self.tools.delete_asked.connect(self.delete)
        self.tools.files_asked.connect(lambda at: self.files.menu().popup(at))
        follow(self, self.session.document.recipe_changed, lambda _recipe, _serial: self._follow_recipe())
        self.table.opened.connect(self.open_row)
        self.table.removed.connect(self.delete)
        self.table.taken_back.connect(self.take_back)
        self.table.customContextMenuRequested.connect(
            lambda at: self.files.menu().popup(self.table.viewport().mapToGlobal(at)) if self.model.shown else None
        )
        self.table.selectionModel().selectionChanged.connect(self._on_marked)
        self.model.modelReset.connect(self._on_marked)

    def _follow_recipe(self) -> None:
        """The filter is about what the window shows."""
        if self.isVisible() and self.tools.what.currentIndex():
            self._on_filter()

    def _on_filter(self) -> None:
        recipe = self.session.document.recipe
        self.model.choose(self.tools.filter.text(), self.tools.condition(recipe.preset, recipe.digest()))
        self._show_found()

    def _enter_table(self) -> None:
        self.table.setFocus()
        if self.model.shown and not self.marked():
            self.table.selectRow(0)

    def _on_marked(self) -> None:
        marked = self.marked()
        entry = marked[0] if marked else None
        self.detail.show_measurement(entry, self.history.document(entry.uid) if entry is not None else None)
        self._show_found()

    def _on_complained(self, sentence: list[str]) -> None:
        self._refusal = engine_sentence(sentence)
        self._show_found()

    def _show_found(self) -> None:
        total = len(self.model.entries)
        self.tools.show_found(len(self.model.shown), len(self.marked()), total)
        words = self.tr("Nothing was measured yet. Every measurement is kept here, also those of the command line.")
        if not total and self.history.store() is None and self._refusal:
            words = self._refusal[:1].upper() + self._refusal[1:]
        if self.empty.text() != words:
            self.empty.setText(words)
        self.pages.setCurrentIndex(0 if total else 1)
