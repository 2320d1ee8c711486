"""The layer table: every operation with its shapes and costs above its totals; filtered, sorted, copied and saved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QVBoxLayout, QWidget

from explorer.core.columns import BY_NAME, COLUMNS
from explorer.core.errors import BadInput
from explorer.core.graph import Network
from explorer.core.query import compile_query
from explorer.session.document import Document
from explorer.session.idle_question import IdleQuestion
from explorer.session.preferences import Preferences
from explorer.views.layer_files import LayerFiles
from explorer.views.layer_model import PLACES, LayerModel, TotalsModel, column_title
from explorer.views.layer_tools import LayerTools, popup_menu
from explorer.views.own_keys import claims_select_all
from explorer.views.sort_header import SortHeader
from explorer.views.theme import Theme
from explorer.views.timed_rows import TimedRows
from explorer.views.widgets import Themed
from explorer.views.words import engine_sentence

ROW_PX = 22
MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}


def runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Rows as stretches (first, last) without a gap: 1, 2, 3, 7 are (1, 3) and (7, 7)."""
    ordered = sorted(rows)
    starts = [row for i, row in enumerate(ordered) if not i or ordered[i - 1] != row - 1]
    ends = [row for i, row in enumerate(ordered) if i + 1 == len(ordered) or ordered[i + 1] != row + 1]
    return zip(starts, ends, strict=True)


class LayerView(QTableView):
    """A table that tells what keys ask for.

    Signals: moved(index) when an arrow key went to a row, copied(), left() on Escape.
    """

    moved = Signal(QModelIndex)
    copied = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        return claims_select_all(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
            if event.key() in MOVES and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
                self.moved.emit(self.currentIndex())


class LayersTab(QWidget, Themed):
    """The table, its totals and (to be put beside the tabs) its ``tools``. Its selection is the document's; it follows only while
    it is seen.
    """

    def __init__(self, document: Document, preferences: Preferences) -> None:
        super().__init__()
        self.document = document
        self.preferences = preferences
        self.opinions: IdleQuestion | None = None
        self.rows = TimedRows(document, self)
        self.rows.changed.connect(lambda: self.refresh() if self.isVisible() else None)
        self.model = LayerModel()
        self.totals = TotalsModel(self.model)
        self.table = LayerView()
        self.table.setObjectName("layers.table")
        self.table.setAccessibleName(self.tr("Layers"))
        self.sums = QTableView()
        self.sums.setObjectName("layers.totals")
        self.sums.setAccessibleName(self.tr("Totals of the layers"))
        self.tools = LayerTools()
        self.files = LayerFiles(self, self.visible_columns)
        remembered = frozenset(self.preferences.text("layer_columns").split(",")) & set(BY_NAME)
        self._chosen = remembered or frozenset(column.name for column in COLUMNS if column.shown)
        self._lighting = False
        self._own: tuple[str, ...] | None = None  # the graph's selection while the user has marked several rows
        self._make_tables()
        self.tools.typed.connect(self._on_typed)
        self.tools.left.connect(self._enter_table)
        self.tools.columns_asked.connect(lambda at: self._columns_menu().popup(at))
        self.tools.copying_asked.connect(lambda at: self.files.menu().popup(at))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.sums)
        self._show_columns()

    def follow(self, opinions: IdleQuestion) -> None:
        """Show what other counters say, as it arrives."""
        self.opinions = opinions
        opinions.arrived.connect(self._show_opinion)

    def refresh(self) -> None:
        """New figures."""
        analysis = self.rows.analysis()
        if analysis is not None:
            fields, order = self.model.layers.fields, self.model.order
            self._lighting = True
            self.model.show_analysis(analysis, self.preferences.precision())
            self._lighting = False
            if self.model.order != order:  # the marks stand at other layers now
                self._own = None
            self._show_found()
            if self.model.layers.fields != fields:
                self._show_columns()
            self._show_opinion()
            self.refresh_selection()

    def refresh_selection(self) -> None:
        """Light the rows of all selected nodes, unless the user has marked several rows of his own since."""
        selection = self.document.selection
        if self.document.analysis is None or self.document.network is None or self._own == selection.nodes:
            return
        self._own = None
        self._lighting = True
        self._light(self.document.network, selection.nodes, selection.node)
        self._lighting = False

    def _light(self, network: Network, nodes: Sequence[str], primary: str) -> None:
        """Light the rows of these nodes; the first row of the primary one comes into sight."""
        places = {node: self._places(network, node) for node in nodes if node in network}
        wanted = set().union(*places.values())
        selection, last = self.table.selectionModel(), self.model.columnCount() - 1
        if {i.row() for i in selection.selectedRows()} == wanted:
            return
        lit = QItemSelection()
        for first, end in runs(wanted):
            lit.append(QItemSelectionRange(self.model.index(first, 0), self.model.index(end, last)))
        flags = QItemSelectionModel.SelectionFlag
        selection.select(lit, flags.ClearAndSelect)
        if wanted:
            index = self.model.index(min(places.get(primary) or wanted), PLACES["path"])
            selection.setCurrentIndex(index, flags.NoUpdate)
            self.table.doItemsLayout()  # a table that was just filled or shown has no range to scroll in yet
            self.table.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _places(self, network: Network, node: str) -> set[int]:
        """Where the layers of a node are shown; the filter may leave some out."""
        first, last = network.node(node).layers
        places = (self.model.position_of(i) for i in range(first, last + 1))
        return {place for place in places if place is not None}

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.model.theme = theme
        self.sums.setStyleSheet(f"QTableView {{ border-top: 1px solid {theme.line}; }}")

    def visible_columns(self) -> list[str]:
        """Names of the columns that are seen, from the left."""
        present = {column.name for column in self.model.layers.columns()}
        return [column.name for column in COLUMNS if column.name in self._chosen and column.name in present]

    def choose_column(self, name: str, *, shown: bool) -> None:
        """Show or hide one; remembered."""
        self._chosen = (self._chosen | {name}) if shown else (self._chosen - {name})
        self.preferences.keep("layer_columns", ",".join(c.name for c in COLUMNS if c.name in self._chosen))
        self._show_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_sums()

    def _make_tables(self) -> None:
        for view, model in ((self.table, self.model), (self.sums, self.totals)):
            view.setModel(model)
            view.setShowGrid(False)
            view.setWordWrap(False)
            view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            view.verticalHeader().hide()
            view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            view.verticalHeader().setDefaultSectionSize(ROW_PX)
            view.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.sums.horizontalHeader().hide()
        self.sums.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.sums.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sums.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sums.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = SortHeader(self.table)
        self.table.setHorizontalHeader(header)
        self.table.setSortingEnabled(True)
        header.sectionResized.connect(lambda place, _old, new: self.sums.setColumnWidth(place, new))
        for place, column in enumerate(COLUMNS):
            header.resizeSection(place, column.width)
        header.setStretchLastSection(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self._columns_menu().popup(header.mapToGlobal(at)))
        bar = self.table.horizontalScrollBar()
        bar.valueChanged.connect(self.sums.horizontalScrollBar().setValue)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(lambda at: self.files.menu().popup(self.table.viewport().mapToGlobal(at)))
        self.table.selectionModel().selectionChanged.connect(self._on_marked)
        self.table.clicked.connect(self._on_opened)
        self.table.activated.connect(self._on_opened)
        self.table.moved.connect(self._on_opened)
        self.table.copied.connect(self.files.copy)
        self.table.left.connect(self.tools.filter.setFocus)
        self.totals.rowsInserted.connect(self._place_sums)
        self.totals.rowsRemoved.connect(self._place_sums)

    def _columns_menu(self) -> QMenu:
        menu = popup_menu(self)
        for column in self.model.layers.columns():
            action = menu.addAction(column_title(column, self.model.layers))
            action.setObjectName(f"column.{column.name}")
            action.setCheckable(True)
            action.setChecked(column.name in self._chosen)
            action.setToolTip(QCoreApplication.translate("layers", column.sentence))
            action.setEnabled(self.visible_columns() != [column.name])  # one stays
            action.toggled.connect(lambda on, name=column.name: self.choose_column(name, shown=on))
        return menu

    def _show_columns(self) -> None:
        shown = set(self.visible_columns())
        for place, column in enumerate(COLUMNS):
            for view in (self.table, self.sums):
                view.setColumnHidden(place, column.name not in shown)
        for place in range(len(COLUMNS)):
            self.sums.setColumnWidth(place, self.table.columnWidth(place))

    def _show_opinion(self) -> None:
        if self.document.analysis is not None and self.opinions is not None:
            self.model.show_opinion(self.opinions.of(self.document.accepted))

    def _show_found(self, refused: str = "") -> None:
        shown, whole = len(self.model.order), len(self.model.layers.rows)
        if refused:
            self.tools.found.show_text(refused, "warning")
        else:
            self.tools.found.show_text(self.tr("{0} of {1} layers").format(shown, whole) if self.model.query else "", "dim")

    def _place_sums(self) -> None:
        self.sums.setFixedHeight(self.totals.rowCount() * ROW_PX + 1)

    def _enter_table(self) -> None:
        self.table.setFocus()
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, PLACES["path"]))

    def _on_typed(self, text: str) -> None:
        try:
            query = compile_query(text)
        except BadInput as error:
            self._show_found(engine_sentence([error.template, *error.arguments]))
            return
        self._lighting = True
        self.model.show_query(query)
        self._lighting = False
        self._own = None
        self._show_found()
        self.refresh_selection()

    def _on_marked(self) -> None:
        """Several rows marked by hand stay marked until the graph's selection moves: they are there to be copied."""
        if not self._lighting:
            several = len(self.table.selectionModel().selectedRows()) > 1
            self._own = self.document.selection.nodes if several else None

    def _on_opened(self, index: QModelIndex) -> None:
        network = self.document.network
        if index.isValid() and self._own is None and network is not None:
            path = self.model.row(index.row())["path"]
            if path in network:
                self.document.selection.select(path)
