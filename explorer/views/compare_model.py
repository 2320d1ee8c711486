"""The rows behind the Compare tab: the present recipe first, then the pins, in the user's order or by a column."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from explorer.core import rules
from explorer.core.age import age, local_time
from explorer.core.compare import CELLS, LESS, PERCENT, PLACES, Accuracy, Cell, Comparison, Entry
from explorer.core.compare_file import PinSet
from explorer.session.pins import PRESENT
from explorer.views.pin_colours import swatch
from explorer.views.theme import LIGHT, SMALL_PX, Theme, font
from explorer.views.words import conditions_words, engine_sentence, rule_title

Index = QModelIndex | QPersistentModelIndex
RIGHT, LEFT = (side | Qt.AlignmentFlag.AlignVCenter for side in (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft))
NAME, CHANGED = PLACES["name"], PLACES["changed"]
NONE, PENDING = "–", "…"
COUNTS = {"params": "params", "macs": "macs"}  # quantities in millions whose every digit stands in the tooltip


def translate(text: str) -> str:
    """A text of the comparison."""
    return QCoreApplication.translate("compare", text)


class CompareModel(QAbstractTableModel):
    """Cells of ``core.compare``. The present recipe stands first whatever the order; a drag renews its row alone.

    Signals: renamed(key, name) when a name was typed.
    """

    renamed = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.comparison = Comparison([], None)
        self.keys: list[int] = []
        self.pins = PinSet()
        self.order: list[int] = []  # rows of the comparison in the order of the table
        self.sorted_by: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self.theme: Theme = LIGHT
        self._best: dict[str, frozenset[int]] = {}
        self._plain: QFont = font(SMALL_PX, tabular=True)
        self._bold: QFont = font(SMALL_PX, bold=True, tabular=True)

    def show_comparison(self, comparison: Comparison, keys: list[int], pins: PinSet) -> None:
        """New rows or new figures."""
        header = (comparison.rule, comparison.precision) != (self.comparison.rule, self.comparison.precision)
        self.pins = pins
        before = len(self.order)
        if len(keys) == before:
            self.comparison, self.keys = comparison, keys
            self._arrange()
        else:
            self.beginResetModel()
            self.comparison, self.keys = comparison, keys
            self._arrange(tell=False)
            self.endResetModel()
        if header:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(CELLS) - 1)

    def show_present(self, entry: Entry) -> None:
        """The present recipe has new figures: its row, and columns of which another value is the best now."""
        if self.keys[:1] != [PRESENT]:
            return
        self.comparison = replace(self.comparison, entries=[entry, *self.comparison.entries[1:]])
        self.dataChanged.emit(self.index(0, 0), self.index(0, len(CELLS) - 1))
        last = len(self.order) - 1
        for name, before in self._best.items():
            self._best[name] = self.comparison.best(CELLS[PLACES[name]])
            if self._best[name] != before:
                self.dataChanged.emit(self.index(0, PLACES[name]), self.index(last, PLACES[name]))

    def key(self, row: int) -> int:
        """PRESENT or the pin's key."""
        return self.keys[self.order[row]]

    def row_of(self, key: int) -> int | None:
        """Where a pin is shown."""
        return next((row for row in range(len(self.order)) if self.key(row) == key), None)

    def entry(self, row: int) -> Entry:
        """What a row shows."""
        return self.comparison.entries[self.order[row]]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(CELLS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled  # between rows, never onto one
        if self.key(index.row()) == PRESENT:
            return flags
        flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != NAME:
            return False
        self.renamed.emit(self.key(index.row()), str(value))
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.order):
            return None
        row, cell = self.order[index.row()], CELLS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, cell)
        if role == Qt.ItemDataRole.EditRole:
            return self.comparison.entries[row].name if index.column() == NAME else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if cell.numeric else LEFT
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if self._is_marked(row, cell) else self._plain
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(row, cell)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == NAME:
            pin = self.pins.of(self.keys[row])
            return swatch(self.theme, pin.colour if pin else None, filled=self._is_baseline(row))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, cell)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(CELLS):
            return None
        cell = CELLS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"Δ {cell.quantity.delta}".replace("points", translate("points")) if cell.is_delta else self.title(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if cell.numeric else LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._header_tip(cell)
        return None

    def title(self, cell: Cell) -> str:
        """A heading with its unit; a column of MACs is called as the counting rule calls them.

        The precision of bytes stands above the table and in the tooltip.
        """
        quantity, comparison = cell.quantity, self.comparison
        title = translate(quantity.title).replace("MACs", rule_title(comparison.rule))
        unit = quantity.unit.partition(", {")[0]
        return f"{title} ({translate(unit)})" if unit else title

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1 is the user's own order."""
        self.sorted_by = (column, order)
        self._arrange()

    def _arrange(self, *, tell: bool = True) -> None:
        self._best = {}
        place, direction = self.sorted_by
        rows = range(len(self.keys))
        if place >= 0:
            rows_sorted = self.comparison.sorted_rows(CELLS[place], descending=direction == Qt.SortOrder.DescendingOrder)
            self.order = [r for r in rows_sorted if self.keys[r] == PRESENT] + [r for r in rows_sorted if self.keys[r] != PRESENT]
        else:
            self.order = list(rows)
        if tell and self.order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.order) - 1, len(CELLS) - 1))

    def _is_baseline(self, row: int) -> bool:
        return row == self.comparison.baseline

    def _is_marked(self, row: int, cell: Cell) -> bool:
        """The best of its column, and the name of the baseline."""
        if cell.name == "name":
            return self._is_baseline(row)
        if cell.name not in self._best:
            self._best[cell.name] = self.comparison.best(cell)
        return row in self._best[cell.name]

    def _text(self, row: int, cell: Cell) -> str:
        entry = self.comparison.entries[row]
        if cell.name == "name":
            if self.keys[row] == PRESENT:
                return translate("this recipe")
            return translate("{0} · baseline").format(entry.name) if self._is_baseline(row) else entry.name
        if cell.name == "changed" and entry.refusal:
            return engine_sentence(list(entry.refusal))
        if cell.name == "source" and entry.accuracy is not None:
            return _provenance(entry.accuracy)
        value = self.comparison.value(row, cell)
        if value is None:
            waits = entry.figures is None and not entry.refusal and cell.numeric and not cell.is_delta
            return PENDING if waits else "" if cell.is_delta or not cell.numeric else NONE
        text = cell.text(value)
        return f"≥ {text}" if cell.name == "macs" and entry.figures and entry.figures.get("incomplete") else text

    def _ink(self, row: int, cell: Cell) -> QColor | None:
        """A fall of what is better low is good, as in the totals; what is not there stands back; a reason warns."""
        entry = self.comparison.entries[row]
        if cell.name == "changed" and entry.refusal:
            return QColor(self.theme.warning)
        if cell.name == "macs" and entry.figures and entry.figures.get("incomplete"):
            return QColor(self.theme.warning)
        value = self.comparison.value(row, cell)
        stored = cell.quantity.name in ("latency", "p10", "p90") and not cell.is_delta and (entry.latency or {}).get("from_store")
        if value is None or stored or cell.quantity.name in ("changed", "source"):
            return QColor(self.theme.dim)
        if not cell.is_delta or not isinstance(value, int | float):
            return None
        if abs(value) < 0.05 or not cell.quantity.better:
            return QColor(self.theme.dim)
        return QColor(self.theme.good if (value < 0) == (cell.quantity.better == LESS) else self.theme.warning)

    def _tip(self, row: int, cell: Cell) -> str:
        entry, quantity = self.comparison.entries[row], cell.quantity
        if entry.refusal:
            return engine_sentence(list(entry.refusal))
        lines = [self._text(row, cell)] if not cell.numeric else []
        value = self.comparison.value(row, cell)
        if quantity.name in COUNTS and entry.figures and not cell.is_delta:
            lines.append(f"{entry.figures[COUNTS[quantity.name]]:,}")
        elif cell.is_delta and value is not None and quantity.delta == PERCENT:
            lines.append(f"{value:+.3f} %")
        if quantity.name in ("latency", "p10", "p90"):
            lines += self._about_latency(entry)
        if quantity.name in ("top1", "top5", "source") and entry.accuracy is not None:
            lines.append(_provenance(entry.accuracy))
        if self._is_marked(row, cell) and cell.numeric:
            lines.append(translate("the best of this column"))
        if cell.name == "name":
            lines += [f"{entry.recipe.preset}" + (f": {entry.changed}" if entry.changed else "")]
        return "\n".join(dict.fromkeys(line for line in lines if line and line not in (NONE, PENDING)))

    def _about_latency(self, entry: Entry) -> list[str]:
        m = entry.latency
        if m is not None:
            words = translate("p10–p90 {0}–{1} ms, n {2}; {3}")
            figures = (f"{m['p10_ms']:.3g}", f"{m['p90_ms']:.3g}", m["n"], conditions_words(self.comparison.conditions))
            lines = [words.format(*figures), *(engine_sentence(flag) for flag in m.get("flags") or [])]
            if m.get("from_store"):
                lines.append(translate("measured {0} ({1})").format(engine_sentence(age(m["started"])), local_time(m["started"])))
            return lines
        lines = [translate("not measured under {0}").format(conditions_words(self.comparison.conditions))]
        for conditions, ms in entry.elsewhere:
            lines.append(translate("{0} ms under {1}: not compared").format(f"{ms:.4g}", conditions_words(conditions)))
        return lines

    def _header_tip(self, cell: Cell) -> str:
        words = translate(cell.quantity.sentence)
        if cell.quantity.name == "macs" and self.comparison.rule in rules.RULES:
            words += "\n" + engine_sentence([rules.RULES[self.comparison.rule].sentence])
        if cell.quantity.name in ("latency", "p10", "p90"):
            words += "\n" + conditions_words(self.comparison.conditions)
        if "{precision}" in cell.quantity.unit:
            words += "\n" + self.comparison.precision
        if cell.is_delta:
            words = translate("Difference to the baseline.") + "\n" + words
        return words


def _provenance(accuracy: Accuracy) -> str:
    """``published: MobileNetV2, Table 4``."""
    kind = translate("published") if accuracy.kind == "published" else translate("own")
    return kind + accuracy.provenance().removeprefix(accuracy.kind)
