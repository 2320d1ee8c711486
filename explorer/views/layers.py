"""The layer table: every operation with its shapes and costs, below a row of totals that the columns add up to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from explorer.core import units
from explorer.session.document import Document
from explorer.session.idle_question import IdleQuestion
from explorer.views.opinion_words import contradicts, layer_words
from explorer.views.theme import LIGHT, SMALL_PX, Theme, font
from explorer.views.widgets import Themed
from explorer.views.words import rule_title

Index = QModelIndex | QPersistentModelIndex
Row = dict[str, Any]


def translate(text: str) -> str:
    """A text of the table."""
    return QCoreApplication.translate("layers", text)


def _shapes(row: Row) -> str:
    shapes = row.get("inputs") or [row["input"]]
    return " + ".join(units.shape(s) for s in shapes if s)


MACS, RUNS = 6, 7
COLUMNS: tuple[tuple[str, str, Callable[[Row], str], Callable[[Row], Any], bool], ...] = (
    # title, tooltip, text, sort key, is a number
    ("layer", "Module path; of an operation, the module that calls it", lambda r: r["path"],
     lambda r: r["path"], False),
    ("type", "Class or operation", lambda r: f"{r['type']} {r['detail']}".strip(),
     lambda r: r["type"], False),
    ("kind", "What kind of layer it counts as", lambda r: r["kind"], lambda r: r["kind"], False),
    ("input", "C×H×W", _shapes, _shapes, False),
    ("output", "C×H×W", lambda r: units.shape(r["output"]), lambda r: units.shape(r["output"]), False),
    ("params", "Learnable tensors", lambda r: f"{r['params']:,}" if r["params"] else "",
     lambda r: r["params"], True),
    ("MACs", "Multiply-accumulates, one image", lambda r: f"{r['macs']:,}" if r["macs"] else "",
     lambda r: r["macs"], True),
    ("runs", "Whether it runs at inference",
     lambda r: "" if r["runs"] else translate("no"), lambda r: bool(r["runs"]), False),
)


class LayerModel(QAbstractTableModel):
    """The analysis' layers in the chosen order, totals first, where they are seen. As long as the rows stay, so does the view."""

    def __init__(self) -> None:
        super().__init__()
        self._layers: list[Row] = []
        words = dict.fromkeys(("path", "type", "detail", "kind"), "")
        self._totals: Row = {**words, "input": [], "output": [], "params": 0, "macs": 0, "runs": True}
        self._order: list[int] = []
        self._sorted_by: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self._bold: QFont = font(SMALL_PX, bold=True, tabular=True)
        self._plain: QFont = font(SMALL_PX, tabular=True)
        self._uncounted: frozenset[str] = frozenset()
        self._rule = "macs"
        self._opinion: dict[str, Any] | None = None
        self.theme: Theme = LIGHT

    def show_analysis(self, analysis: dict[str, Any]) -> None:
        """New rows."""
        layers = analysis["layers"]
        same = len(layers) == len(self._layers)
        if not same:
            self.beginResetModel()
        self._layers = layers
        self._uncounted = frozenset(row["path"] for row in analysis.get("uncounted", ()))
        if analysis["rule"] != self._rule:
            self._rule = analysis["rule"]
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, MACS, MACS)
        self._totals = self._totals | {"path": self.tr("total"), "params": analysis["params"], "macs": analysis["macs"]}
        self._arrange()
        if same:
            self.dataChanged.emit(self.index(0, 0), self.index(len(layers), len(COLUMNS) - 1))
        else:
            self.endResetModel()

    def show_opinion(self, opinion: dict[str, Any] | None) -> None:
        """What other counters say of these layers; None where nobody was asked."""
        if opinion is not self._opinion:
            self._opinion = opinion
            if self._layers:
                self.dataChanged.emit(self.index(0, MACS), self.index(len(self._layers), MACS))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or not self._layers else len(self._layers) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row(index.row())
        _title, tip, text, _key, number = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._macs_text(row) if index.column() == MACS else text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if row is self._totals else self._plain
        if role == Qt.ItemDataRole.ToolTipRole:
            shown = self._macs_text(row) if index.column() == MACS else text(row)
            words = f"{self._title(index.column())}: {shown or self._empty(index.column())}\n{translate(tip)}"
            return f"{words}\n{self._others(row)}".strip() if index.column() == MACS else words
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == MACS and self._is_doubtful(row):
            return QColor(self.theme.warning)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        _title, tip, _text, _key, number = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        return translate(tip) if role == Qt.ItemDataRole.ToolTipRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1 is call order. The totals stay first."""
        self.layoutAboutToBeChanged.emit()
        self._sorted_by = (column, order)
        self._arrange()
        self.layoutChanged.emit()

    def row(self, position: int) -> Row:
        """The layer shown at a position; the totals at 0."""
        return self._layers[self._order[position - 1]] if 0 < position <= len(self._order) else self._totals

    def position_of(self, layer: int) -> int:
        """Where a layer of the analysis is shown."""
        return self._order.index(layer) + 1

    def _title(self, column: int) -> str:
        return rule_title(self._rule) if column == MACS else translate(COLUMNS[column][0])

    def _empty(self, column: int) -> str:
        """What an empty cell stands for."""
        return "0" if COLUMNS[column][4] else translate("yes") if column == RUNS else "–"

    def _macs_text(self, row: Row) -> str:
        if row is self._totals and self._uncounted:
            return f"≥ {row['macs']:,}"
        if row["path"] in self._uncounted:
            return self.tr("not counted")
        return f"{row['macs']:,}" if row["macs"] else ""

    def _is_doubtful(self, row: Row) -> bool:
        if row is self._totals:
            return bool(self._uncounted)
        opinion = self._opinion
        return row["path"] in self._uncounted or (
            opinion is not None and contradicts(row["path"], row["kind"], row["macs"], self._rule, opinion)
        )

    def _others(self, row: Row) -> str:
        if row is self._totals or self._opinion is None:
            return ""
        return layer_words(row["path"], row["kind"], row["macs"], self._rule, self._opinion)

    def _arrange(self) -> None:
        column, order = self._sorted_by
        self._order = list(range(len(self._layers)))
        if column >= 0:
            key = COLUMNS[column][3]
            self._order.sort(key=lambda i: key(self._layers[i]), reverse=order == Qt.SortOrder.DescendingOrder)


class LayersTab(QWidget, Themed):
    """The table. Its selection is the document's; it follows only while it is seen."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self.opinions: IdleQuestion | None = None
        self.model = LayerModel()
        self.table = QTableView()
        self.table.setObjectName("layers.table")
        self.table.setAccessibleName(self.tr("Layers"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(22)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        for column, width in enumerate((220, 150, 90, 180, 110, 90, 110, 50)):
            header.resizeSection(column, width)
        header.setStretchLastSection(True)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(12, 0, 12, 0)
        column_layout.addWidget(self.table)
        self.table.clicked.connect(self._on_opened)
        self.table.activated.connect(self._on_opened)

    def follow(self, opinions: IdleQuestion) -> None:
        """Show what other counters say, as it arrives."""
        self.opinions = opinions
        opinions.arrived.connect(self._show_opinion)

    def refresh(self) -> None:
        """New figures."""
        if self.document.analysis is not None:
            self.model.show_analysis(self.document.analysis)
            self._show_opinion()
            self.refresh_selection()

    def refresh_selection(self) -> None:
        """Light the rows of the selected node."""
        analysis, network, node = self.document.analysis, self.document.network, self.document.selection.node
        selection = self.table.selectionModel()
        if analysis is None or network is None or self.model.rowCount() == 0:
            return
        if node not in network or not node:
            selection.clearSelection()
            return
        first, last = network.node(node).layers
        flags = QItemSelectionModel.SelectionFlag
        shown = {i.row() for i in selection.selectedRows()}
        wanted = {self.model.position_of(i) for i in range(first, last + 1) if i < len(analysis["layers"])}
        if shown == wanted:
            return
        selection.clearSelection()
        for position in sorted(wanted):
            selection.select(self.model.index(position, 0), flags.Select | flags.Rows)
        if wanted:
            self.table.doItemsLayout()  # a table that was just filled or shown has no range to scroll in yet
            self.table.scrollTo(self.model.index(min(wanted), 0), QAbstractItemView.ScrollHint.EnsureVisible)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.model.theme = theme

    def _show_opinion(self) -> None:
        if self.document.analysis is not None and self.opinions is not None:
            self.model.show_opinion(self.opinions.of(self.document.accepted))

    def _on_opened(self, index: QModelIndex) -> None:
        path = self.model.row(index.row())["path"]
        if self.document.network is not None and path in self.document.network:
            self.document.selection.select(path)
