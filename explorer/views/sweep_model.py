"""The rows of a sweep as a table: what fits first and best first, or by a column; what does not fit is dimmed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from explorer.core.recipe import Value
from explorer.core.sweep_rows import BY_NAME, SweepRow
from explorer.views.sweep_data import SweepData, short, text_key, tr
from explorer.views.theme import LIGHT, SMALL_PX, Theme, font
from explorer.views.words import engine_sentence

Index = QModelIndex | QPersistentModelIndex
RIGHT, LEFT = (side | Qt.AlignmentFlag.AlignVCenter for side in (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft))
FITS, FRONT, REFUSED = "fits", "front", "refused"  # words of the filter


class Column(NamedTuple):
    """Heading, text of a row, what it is sorted by (None comes last), whether it holds numbers, pixels."""

    title: str
    text: Callable[[SweepRow], str]
    key: Callable[[SweepRow], float | str | None]
    numeric: bool
    width: int


class SweepModel(QAbstractTableModel):
    """``shown`` are the rows in the table's order. New rows of a sweep that runs come in at once."""

    def __init__(self, data: SweepData) -> None:
        super().__init__()
        self.data_of = data
        self.columns: list[Column] = []
        self.shown: list[SweepRow] = []
        self.query = ""
        self.theme: Theme = LIGHT
        self.sorted_by: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self._front: frozenset[int] = frozenset()
        self._plain: QFont = font(SMALL_PX, tabular=True)
        self._bold: QFont = font(SMALL_PX, bold=True, tabular=True)

    def renew(self) -> None:
        """Other rows, budget, order or filter."""
        self.beginResetModel()
        self._front = frozenset(row.number for row in self.data_of.front())
        self.columns = self._made()
        fit, rest = self.data_of.ordered()
        rows = [row for row in (*fit, *rest) if self._matches(row)]
        place, direction = self.sorted_by
        if 0 <= place < len(self.columns):
            key = self.columns[place].key
            known = [row for row in rows if key(row) is not None]
            known.sort(key=lambda row: (key(row),), reverse=direction == Qt.SortOrder.DescendingOrder)
            rows = [*known, *(row for row in rows if key(row) is None)]
        self.shown = rows
        self.endResetModel()

    def row_of(self, number: int | None) -> int:
        """Where a row of the sweep is shown, -1 where it is not."""
        return next((i for i, row in enumerate(self.shown) if row.number == number), -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1 is best first."""
        self.sorted_by = (column, order)
        self.renew()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.shown):
            return None
        row, column = self.shown[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.numeric else LEFT
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if self.data_of.is_present(row) else self._plain
        if role == Qt.ItemDataRole.ForegroundRole:
            if self.data_of.is_present(row):
                return QColor(self.theme.good)
            return None if self.data_of.fits(row) else QColor(self.theme.dim)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.data_of.told(row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self.columns[section].numeric else LEFT
        return None

    def _matches(self, row: SweepRow) -> bool:
        words = self.query.lower().split()
        marks = {FITS: self.data_of.fits(row), FRONT: row.number in self._front, REFUSED: bool(row.refused)}
        text = text_key(self.data_of)(row) if words else ""
        return all(marks.get(word, word in text) for word in words)

    def _made(self) -> list[Column]:
        data = self.data_of
        made = [Column("", lambda row: "◆" if row.number in self._front else "", lambda row: row.number not in self._front,
                       numeric=False, width=26)]
        made += [self._axis(axis) for axis in data.axes()]
        made += [self._figure(quantity.name) for quantity in data.quantities()]
        if len(data.machines) > 1:
            made.append(Column(tr("measured on"), _machine, lambda row: row.machine or None, numeric=False, width=150))
        notes = any(row.refused or row.unmeasured or row.source for row in data.rows.values())
        return [*made, *([Column(tr("note"), _note, _note, numeric=False, width=220)] if notes else [])]

    def _axis(self, axis: int) -> Column:
        data, places = self.data_of, {value: i for i, value in enumerate(self.data_of.values(axis))}

        def value(row: SweepRow) -> Value:
            return data.value(row, axis)

        title = data.axis_title(axis)
        wide = max(len(title), *(len(data.value_text(axis, v)) for v in places)) * 7 + 26
        return Column(title, lambda row: data.value_text(axis, value(row)), lambda row: places.get(value(row)), numeric=axis >= 0,
                      width=wide)

    def _figure(self, name: str) -> Column:
        def text(row: SweepRow) -> str:
            value = row.figures[name]
            return "" if value is None else short(BY_NAME[name], value)

        title = self.data_of.title(name).replace(tr(" (elements)"), "")
        return Column(title, text, lambda row: row.figures[name], numeric=True, width=max(len(title) * 7 + 20, 78))


def _machine(row: SweepRow) -> str:
    return row.machine


def _note(row: SweepRow) -> str:
    """Why there are no figures, or where the accuracy is printed."""
    return engine_sentence(row.refused or row.unmeasured) or row.source
