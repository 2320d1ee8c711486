"""The rows of the History tab: stored measurements, filtered and sorted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from explorer.core.age import age, local_time
from explorer.core.history import COLUMNS, NUMBER, Column, doubts, shown, text_of
from explorer.views.theme import LIGHT, Theme
from explorer.views.words import engine_sentence

if TYPE_CHECKING:
    from explorer.core.store import Stored

Index = QModelIndex | QPersistentModelIndex
RIGHT, LEFT = (side | Qt.AlignmentFlag.AlignVCenter for side in (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft))
Keep = Callable[["Stored"], bool]


def translate(text: str) -> str:
    """A text of the history."""
    return QCoreApplication.translate("history", text)


class HistoryModel(QAbstractTableModel):
    """``shown`` are the measurements that the filter leaves, in the order of a column."""

    def __init__(self) -> None:
        super().__init__()
        self.theme: Theme = LIGHT
        self.entries: Sequence[Stored] = []
        self.shown: list[Stored] = []
        self.sorted_by = (0, Qt.SortOrder.DescendingOrder)
        self._words: dict[str, str] = {}  # by uid, what a filter looks in
        self._filter: tuple[str, Keep | None] = ("", None)

    def show_entries(self, entries: Sequence[Stored]) -> None:
        """What the store holds now; nothing happens where that is the list that is shown already."""
        if entries is not self.entries:
            self.entries = entries
            self._arrange()

    def choose(self, text: str, keep: Keep | None) -> None:
        """Words that must stand in a row, and a further condition."""
        self._filter = (text, keep)
        self._arrange()

    def row_of(self, uid: str) -> int:
        """Where a measurement stands; -1 where it is not shown."""
        return next((row for row, entry in enumerate(self.shown) if entry.uid == uid), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.shown):
            return None
        column, entry = COLUMNS[index.column()], self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(column, entry)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.kind == NUMBER else LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(column, entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(column, entry)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return translate(column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.kind == NUMBER else LEFT
        return translate(column.sentence) if role == Qt.ItemDataRole.ToolTipRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; equal ones stay newest first."""
        if column >= 0 and (column, order) != self.sorted_by:
            self.sorted_by = (column, order)
            self._arrange()

    def _arrange(self) -> None:
        text, keep = self._filter
        words = text.casefold().split()
        place, order = self.sorted_by
        read = COLUMNS[place].read
        self.beginResetModel()
        left = [e for e in self.entries if (keep is None or keep(e)) and self._has(e, words)]
        if place or order != Qt.SortOrder.DescendingOrder:  # as they come: the newest first
            left.sort(key=lambda e: _comparable(read(e)), reverse=order == Qt.SortOrder.DescendingOrder)
        self.shown = left
        self.endResetModel()

    def _has(self, entry: Stored, words: Sequence[str]) -> bool:
        if words and entry.uid not in self._words:
            self._words[entry.uid] = text_of(entry)
        return all(word in self._words[entry.uid] for word in words)

    def _ink(self, column: Column, entry: Stored) -> QColor | None:
        if column.name == "doubts" or (column.name == "median_ms" and entry.flags):
            return QColor(self.theme.warning)
        return QColor(self.theme.dim) if column.name in ("conditions", "machine", "kind", "p10_ms", "p90_ms", "n") else None

    def _tip(self, column: Column, entry: Stored) -> str:
        if column.name == "started":
            return f"{local_time(entry.started)}, {engine_sentence(age(entry.started))}"
        if column.name == "median_ms":
            return f"{entry.median_ms:.6g} ms" + (f"\n{doubts(entry)}" if entry.flags else "")
        if column.name == "doubts":
            return "\n".join(engine_sentence(flag) for flag in entry.flags)
        return shown(column, entry) if column.name in ("preset", "changes", "conditions", "machine") else ""


def _comparable(value: object) -> tuple[float, str]:
    return (float(value), "") if isinstance(value, int | float) else (0.0, str(value or "").casefold())
