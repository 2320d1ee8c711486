"""The rows behind the layer table: the analysis' layers in the chosen order and selection, and the totals of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from explorer.core import units
from explorer.core.columns import COLUMNS, Column, Layers, arranged
from explorer.core.layer_times import TIME, balance
from explorer.core.measures import DEFAULT_PRECISION
from explorer.core.query import Query, compile_query
from explorer.core.tabular import Value
from explorer.views.opinion_words import contradicts, layer_words
from explorer.views.theme import LIGHT, SMALL_PX, Theme, font
from explorer.views.words import engine_sentence, rule_title

Index = QModelIndex | QPersistentModelIndex
Row = dict[str, Any]
PLACES = {column.name: place for place, column in enumerate(COLUMNS)}
PATH, MACS = PLACES["path"], PLACES["macs"]
RIGHT, LEFT = (side | Qt.AlignmentFlag.AlignVCenter for side in (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft))


def translate(text: str) -> str:
    """A text of the table."""
    return QCoreApplication.translate("layers", text)


def column_title(column: Column, layers: Layers) -> str:
    """Title and unit of a column; a column of MACs is called as the counting rule calls them."""
    title = translate(column.title).replace("MACs", rule_title(layers.rule))
    return f"{title} ({translate(column.unit).format(precision=layers.precision)})" if column.unit else title


class LayerModel(QAbstractTableModel):
    """The layers that match, in the chosen order. As long as the rows stay, so does the view.

    Signals: rearranged() when rows were chosen, ordered or counted anew.
    """

    rearranged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.layers = Layers({"layers": (), "params": 0, "macs": 0, "rule": "macs"})
        self.query: Query = compile_query("")
        self.order: list[int] = []
        self.sorted_by: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self._places: dict[int, int] | None = None
        self._plain: QFont = font(SMALL_PX, tabular=True)
        self._opinion: dict[str, Any] | None = None
        self.theme: Theme = LIGHT

    def show_analysis(self, analysis: dict[str, Any], precision: str = DEFAULT_PRECISION) -> None:
        """New rows."""
        before, self.layers = self.layers, Layers(analysis, precision)
        if (self.layers.rule, precision) != (before.rule, before.precision):
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._arrange()

    def show_query(self, query: Query) -> None:
        """Only what matches."""
        self.query = query
        self._arrange()

    def show_opinion(self, opinion: dict[str, Any] | None) -> None:
        """What other counters say of these layers; None where nobody was asked."""
        if opinion is not self._opinion:
            self._opinion = opinion
            if self.order:
                self.dataChanged.emit(self.index(0, MACS), self.index(len(self.order) - 1, MACS))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.order):
            return None
        column, layer = COLUMNS[index.column()], self.order[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(column, layer)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.numeric else LEFT
        if role == Qt.ItemDataRole.FontRole:
            return self._plain
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(column, layer)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(column, layer)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column_title(column, self.layers)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.numeric else LEFT
        return translate(column.sentence) if role == Qt.ItemDataRole.ToolTipRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1 is call order. What is marked stays marked."""
        self.layoutAboutToBeChanged.emit()
        kept, before = self.persistentIndexList(), self.order  # a selection asks for its places only when it hears of it
        self.sorted_by = (column, order)
        self.order = self._ordered()
        self._places = None
        moved = [self.index(self.position_of(before[i.row()]) or 0, i.column()) for i in kept]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()
        self.rearranged.emit()

    def row(self, position: int) -> Row:
        """The layer shown at a position."""
        return dict(self.layers.rows[self.order[position]])

    def position_of(self, layer: int) -> int | None:
        """Where a layer of the analysis is shown; None where the filter leaves it out."""
        if self._places is None:
            self._places = {found: position for position, found in enumerate(self.order)}
        return self._places.get(layer)

    def is_part(self) -> bool:
        """Whether the filter leaves something out."""
        return len(self.order) < len(self.layers.rows)

    def _ordered(self) -> list[int]:
        """The layers that the filter lets through, as they are sorted."""
        rows, layers = self.layers.rows, self.layers
        chosen: Sequence[int] = range(len(rows))
        if self.query:
            chosen = [i for i in chosen if self.query.matches(rows[i], layers.macs, layers.params)]
        place, direction = self.sorted_by
        if place >= 0:
            return arranged(layers, COLUMNS[place], chosen, descending=direction == Qt.SortOrder.DescendingOrder)
        return list(chosen)

    def _arrange(self) -> None:
        """Choose and order; rows come and go at the end, so that the view stays where it is."""
        order = self._ordered()
        before, now = len(self.order), len(order)
        self._places = None
        if now > before:
            self.beginInsertRows(QModelIndex(), before, now - 1)
            self.order = order
            self.endInsertRows()
        elif now < before:
            self.beginRemoveRows(QModelIndex(), now, before - 1)
            self.order = order
            self.endRemoveRows()
        else:
            self.order = order
        if now:
            self.dataChanged.emit(self.index(0, 0), self.index(now - 1, len(COLUMNS) - 1))
        self.rearranged.emit()

    def _text(self, column: Column, layer: int) -> str:
        if column.name == "runs":
            return "" if self.layers.rows[layer]["runs"] else translate("no")
        value = column.read(self.layers, layer)
        if value is None and column.name == "macs":
            return self.tr("not counted")
        return column.text(value)

    def _ink(self, column: Column, layer: int) -> QColor | None:
        """Doubtful counts warn; nothing, and what does not run, stands back."""
        row = self.layers.rows[layer]
        if column.name == "macs" and self._is_doubtful(row):
            return QColor(self.theme.warning)
        if not row["runs"] or (column.numeric and not column.read(self.layers, layer)):
            return QColor(self.theme.dim)
        return None

    def _tip(self, column: Column, layer: int) -> str:
        row = self.layers.rows[layer]
        shown = self._text(column, layer) or (translate("yes") if column.name == "runs" else "–")
        words = f"{column_title(column, self.layers)}: {shown}\n{translate(column.sentence)}"
        if not row["runs"]:
            words += "\n" + self.tr("Does not run at inference: 0 MACs.")
        if column.name == "macs" and self._opinion is not None:
            words += "\n" + layer_words(row["path"], row["kind"], row["macs"], self.layers.rule, self._opinion)
        if column.name == "time" and self.layers.time is not None and row.get(TIME) is not None:
            low, high = (units.duration(self.layers.time["layers"][name][layer]) for name in ("p10_ms", "p90_ms"))
            words += "\n" + self.tr("p10–p90 {0} – {1}, {2} runs").format(low, high, self.layers.time["n"])
        return words.strip()

    def _is_doubtful(self, row: Any) -> bool:
        opinion = self._opinion
        return row["path"] in self.layers.uncounted or (
            opinion is not None and contradicts(row["path"], row["kind"], row["macs"], self.layers.rule, opinion)
        )


class TotalsModel(QAbstractTableModel):
    """What the columns add up to: of all layers and, where a filter leaves some out, of those shown, above it."""

    def __init__(self, of: LayerModel) -> None:
        super().__init__()
        self.of = of
        self._rows = 1
        self._known: dict[tuple[bool, int], Value] = {}
        self._bold: QFont = font(SMALL_PX, bold=True, tabular=True)
        of.rearranged.connect(self._on_arranged)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, part = COLUMNS[index.column()], index.row() == 0 and self._rows == 2
        doubtful = column.name == "macs" and bool(self.of.layers.uncounted)
        if role == Qt.ItemDataRole.DisplayRole:
            if index.column() == PATH:
                return self.tr("shown") if part else self._total_words()
            text = column.text(self._value(index.column(), part=part))
            return f"≥ {text}" if doubtful else text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.numeric else LEFT
        if role == Qt.ItemDataRole.FontRole:
            return self._bold
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self.of.theme.warning) if doubtful else None
        time = self.of.layers.time
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == PATH and time is not None:
            return engine_sentence(balance(time))
        if role == Qt.ItemDataRole.ToolTipRole and column.sums:
            count = len(self.of.order) if part else len(self.of.layers.rows)
            words = self.tr("{0}, {1} layers").format(column_title(column, self.of.layers), count)
            return words if column.needs != TIME or time is None else f"{words}\n{engine_sentence(balance(time))}"
        return None

    def _total_words(self) -> str:
        """Where times are shown, what lies between layers is named: it is in no row."""
        time = self.of.layers.time
        if time is None:
            return self.tr("total")
        return self.tr("total, and {0} between").format(units.duration(time["between"]["total_ms"]))

    def _value(self, place: int, *, part: bool) -> Value:
        """Each sum once per analysis, and only of columns that are seen."""
        if (part, place) not in self._known:
            layers = self.of.layers
            indices = self.of.order if part else range(len(layers.rows))
            known: dict[str, Value] = {} if part else {"params": layers.params, "macs": layers.macs}
            name = COLUMNS[place].name
            self._known[part, place] = known[name] if name in known else COLUMNS[place].total(layers, indices)
        return self._known[part, place]

    def _on_arranged(self) -> None:
        self._known = {}
        rows = 2 if self.of.is_part() else 1
        if rows > self._rows:
            self.beginInsertRows(QModelIndex(), 0, 0)
            self._rows = rows
            self.endInsertRows()
        elif rows < self._rows:
            self.beginRemoveRows(QModelIndex(), 0, 0)
            self._rows = rows
            self.endRemoveRows()
        self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, len(COLUMNS) - 1))
