"""The rows behind the paper's table, and the editors of its cells: a choice of words, or a field that steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explorer.core.catalogue import KnobSpec
from explorer.core.errors import BadInput
from explorer.core.paper import Cell, PaperTable, is_numeric
from explorer.core.recipe import Value
from explorer.views.theme import LIGHT, SMALL_PX, Theme, font
from explorer.views.words import engine_sentence, knob_help, knob_title

Index = QModelIndex | QPersistentModelIndex
EMPTY = PaperTable("", (), ())
RIGHT, LEFT = (side | Qt.AlignmentFlag.AlignVCenter for side in (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft))
CHIP_PX = 3  # around a cell that can be edited


class PaperModel(QAbstractTableModel):
    """The table as it is; cells that differ are told apart from those that do not."""

    def __init__(self) -> None:
        super().__init__()
        self.table = EMPTY
        self.knobs: dict[str, KnobSpec] = {}
        self.theme: Theme = LIGHT
        self._plain: QFont = font(SMALL_PX, tabular=True)
        self._bold: QFont = font(SMALL_PX, tabular=True, bold=True)

    def show_table(self, table: PaperTable, knobs: dict[str, KnobSpec]) -> None:
        """New rows; where the form is the same, only the cells that changed are announced."""
        before, self.knobs = self.table, knobs
        same = table.columns == before.columns and len(table.rows) == len(before.rows)
        if not same:
            self.beginResetModel()
            self.table = table
            self.endResetModel()
            return
        self.table = table
        for number, (new, old) in enumerate(zip(table.rows, before.rows, strict=True)):
            if new.cells != old.cells:
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(table.columns) - 1))

    def cell(self, index: Index) -> Cell:
        """The cell at a place."""
        return self.table.rows[index.row()].cells[index.column()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.table.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsEditable if self.cell(index).knob else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.shown
        if role == Qt.ItemDataRole.EditRole:
            return self.knobs[cell.knob].text(cell.value) if cell.knob else cell.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if cell.was else self._plain
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self.theme.warning if cell.was else self.theme.text if cell.knob else self.theme.dim)
        return self._tip(cell) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.table.columns):
            return None
        column = self.table.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        if role == Qt.ItemDataRole.ToolTipRole and column.knob in self.knobs:
            return f"{knob_title(self.knobs[column.knob])}: {knob_help(self.knobs[column.knob])}"
        return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        return RIGHT if is_numeric(self.table.columns[column]) else LEFT

    def _tip(self, cell: Cell) -> str:
        words = [knob_help(self.knobs[cell.knob])] if cell.knob else [engine_sentence(cell.why)]
        if cell.knob:
            words.append(self.tr("Sets {0}. Enter or a double click edits.").format(cell.place or self.tr("the whole network")))
        if cell.was:
            words.append(self.tr("The preset has {0}.").format(cell.was))
        if cell.mixed:
            words.append(self.tr("Differs below."))
        return "\n".join(words)


class StopField(QAbstractSpinBox):
    """A typed value with arrows that go to the next value that can be built."""

    def __init__(self, parent: QWidget, spec: KnobSpec, legal: Sequence[Value] | None, value: Value) -> None:
        super().__init__(parent)
        self.spec = spec
        self.legal = legal
        self._stops = spec.stops(legal, value)
        self._value = value
        self.setFrame(False)
        self.lineEdit().setText(spec.text(value))
        self.setAccessibleName(knob_title(spec))

    def stepBy(self, steps: int) -> None:
        place = min(range(len(self._stops)), key=lambda i: abs(self._stops[i] - self._now()))
        wanted = min(max(place + steps, 0), len(self._stops) - 1)
        self.lineEdit().setText(self.spec.text(self.spec.value_at(self._stops[wanted])))
        self.lineEdit().selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        flags = QAbstractSpinBox.StepEnabledFlag
        return flags.StepUpEnabled | flags.StepDownEnabled

    def validate(self, text: str, place: int) -> Any:
        return QValidator.State.Acceptable, text, place  # what is wrong is said when it is entered, with what is allowed

    def _now(self) -> float:
        try:
            return float(self.spec.parse(self.text()))
        except BadInput:
            return float(self._value)


class CellDelegate(QStyledItemDelegate):
    """Paints what can be edited in a frame of its own, and edits it.

    Signals: typed(cell, text) when an editor was left with Enter or by going elsewhere.
    """

    typed = Signal(object, str)

    def __init__(self, model: PaperModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = model
        self.legal: dict[tuple[str, str], Sequence[Value]] = {}  # (place, knob) -> what can be built

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if self.model.cell(index).knob:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(self.model.theme.line))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(CHIP_PX + 0.5, 2.5, -CHIP_PX - 0.5, -3.5), 4, 4)
            painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        cell = self.model.cell(index)
        spec, legal = self.model.knobs[cell.knob], self.legal.get((cell.place, cell.knob))
        if spec.kind in ("choice", "bool"):
            words = ["on", "off"] if spec.kind == "bool" else [c for c in spec.choices if legal is None or c in legal]
            box = QComboBox(parent)
            box.addItems(words)
            box.setAccessibleName(knob_title(spec))
            box.activated.connect(lambda: self.commitData.emit(box))
            box.activated.connect(lambda: self.closeEditor.emit(box))
            return box
        return StopField(parent, spec, legal, cell.value)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QComboBox):
            editor.setCurrentText(text)
        elif isinstance(editor, StopField) and not editor.lineEdit().isModified():
            editor.lineEdit().setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        text = editor.currentText() if isinstance(editor, QComboBox) else editor.text() if isinstance(editor, StopField) else ""
        if text.strip() != str(index.data(Qt.ItemDataRole.EditRole)):
            self.typed.emit(self.model.cell(index), text)


