"""Find anything: one field for every action, preset, tab and knob. Typed, chosen with the arrows, done with Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from explorer.core.actions import ACTIONS
from explorer.core.palette import ACTION, KNOB, PRESET, SORT, TAB, Entry, knob_value, matches, set_to
from explorer.core.recipe import Recipe
from explorer.views.theme import BODY_PX, LIGHT, SMALL_PX, Theme, font
from explorer.views.words import action_text, engine_sentence, knob_title, places_name

if TYPE_CHECKING:
    from explorer.core.catalogue import KnobSpec
    from explorer.views.window import MainWindow

WIDE_PX, ROW_PX, MOST_ROWS, TOP_PX, GAP_PX = 640, 30, 11, 56, 10
Index = QModelIndex | QPersistentModelIndex
MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: MOST_ROWS - 1, Qt.Key.Key_PageUp: 1 - MOST_ROWS}


class PaletteModel(QAbstractListModel):
    """The entries that match."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return side_text(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (entry.text, side_text(entry))))
        return entry if role == Qt.ItemDataRole.UserRole else None


def side_text(entry: Entry) -> str:
    """What stands at the right of a row: why it cannot be chosen, or its keys or source."""
    return engine_sentence(entry.why_not) if entry.why_not else entry.detail


class PaletteDelegate(QStyledItemDelegate):
    """Text at the left, keys or the reason why not at the right."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        theme, area = self.theme, QRect(option.rect)
        lit = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, QColor(theme.soft if lit else theme.panel))
        area.adjust(14, 0, -14, 0)
        face, small = font(BODY_PX, bold=lit), font(SMALL_PX)
        words = QFontMetrics(face).horizontalAdvance(entry.text)
        side = QFontMetrics(small)
        room = max(area.width() - words - 24, area.width() // 3)
        painter.setFont(small)
        painter.setPen(QColor(theme.warning if entry.why_not else theme.dim))
        middle = Qt.AlignmentFlag.AlignVCenter
        told = side.elidedText(side_text(entry), Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, told)
        painter.setFont(face)
        painter.setPen(QColor(theme.dim if entry.why_not else theme.text))
        left = area.width() - side.horizontalAdvance(told) - 16
        painter.drawText(area, middle, QFontMetrics(face).elidedText(entry.text, Qt.TextElideMode.ElideRight, left))


class Palette(QFrame):
    """A field and the list below it, over the window. Takes no focus but the field's; goes when that is lost.

    Signals: asked(text) at every change; chosen(entry).
    """

    asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setProperty("drop", True)  # noqa: FBT003  (a Qt call)
        self.field = QLineEdit()
        self.field.setObjectName("palette.field")
        self.field.setPlaceholderText(self.tr("An action, a preset, a knob and its value: alpha 0.5"))
        self.field.setAccessibleName(self.tr("Find anything"))
        self.model = PaletteModel(self)
        self.delegate = PaletteDelegate(self)
        self.list = QListView()
        self.list.setObjectName("palette.list")
        self.list.setAccessibleName(self.tr("What can be done"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self._before: QWidget | None = None
        self.field.textChanged.connect(self.asked)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it, empty, with the cursor in the field."""
        self._before = self.window().focusWidget()
        self.field.clear()
        self.asked.emit("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """What matches; the first that can be chosen is lit."""
        self.model.show_entries(entries)
        first = next((i for i, entry in enumerate(entries) if not entry.why_not), 0)
        self.list.setCurrentIndex(self.model.index(first))
        self.list.scrollToTop()
        self._place()

    def close_up(self) -> None:
        """Hide; the keyboard goes back to where it was."""
        if not self.isHidden():
            self.hide()
            if self._before is not None and self._before.isVisible():
                self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(Qt.Key(event.key()))
        if watched is self.field and event.type() == QEvent.Type.FocusOut:
            self.hide()
        if watched is not self.field and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _on_key(self, key: Qt.Key) -> bool:
        if key in MOVES:
            row = self.list.currentIndex().row() + MOVES[key]
            row = row % len(self.model.entries) if abs(MOVES[key]) == 1 and self.model.entries else row
            self.list.setCurrentIndex(self.model.index(min(max(row, 0), max(len(self.model.entries) - 1, 0))))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex().row())
        elif key == Qt.Key.Key_Escape:
            self.close_up()
        else:
            return False
        return True

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.model.entries) and not self.model.entries[row].why_not:
            entry = self.model.entries[row]
            self.close_up()
            self.chosen.emit(entry)

    def _place(self) -> None:
        host = self.window()
        rows = min(max(len(self.model.entries), 1), MOST_ROWS)
        self.list.setFixedHeight(rows * ROW_PX + 2)
        wide = min(host.width() - 2 * GAP_PX, WIDE_PX)
        high = self.sizeHint().height()
        self.setGeometry((host.width() - wide) // 2, min(TOP_PX, max(host.height() - high, 0)), wide, high)


class PalettePart(QObject):
    """Gathers the entries from the actions, the library, the tabs and the knobs of the selection, and does what is chosen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.palette = Palette(window)
        self.palette.asked.connect(self._on_asked)
        self.palette.chosen.connect(self.do)
        window.table.connect({"palette": self.open})

    def open(self) -> None:
        """Show the field."""
        self.palette.delegate.theme = self.window.theme
        self.palette.open()

    def entries(self, query: str = "") -> list[Entry]:
        """Everything that can be done now, and what cannot with the reason; knobs with the value that the query has for them."""
        return [*self._knobs(query), *self._actions(), *self._tabs(), *self._sorts(), *self._presets()]

    def found(self, query: str) -> list[Entry]:
        """What a query means, the best first."""
        entries = self.entries(query)
        valued = [entry for entry in entries if entry.kind == KNOB and " → " in entry.text]
        rest = matches(query, [entry for entry in entries if entry not in valued])
        return [*sorted(valued, key=lambda entry: bool(entry.why_not)), *rest]

    def do(self, entry: Entry) -> None:
        """What an entry stands for."""
        window = self.window
        if entry.kind == ACTION:
            window.table[entry.key].trigger()
        elif entry.kind == PRESET:
            window.session.document.open_preset(entry.key)
        elif entry.kind == TAB:
            window.docks["bottom"].show()
            window.bottom.tabs.setCurrentIndex(int(entry.key))
        elif entry.kind == SORT:
            self._sort(int(entry.key))
        elif entry.value is None:
            window.centre.edit.knob_wanted.emit(entry.key)
        else:
            window.knobs.reach.set(window.knobs.reach.specs()[entry.key], entry.value)

    def _on_asked(self, query: str) -> None:
        self.palette.show_entries(self.found(query))

    def _actions(self) -> list[Entry]:
        found = []
        for row in ACTIONS:
            action = self.window.table[row.id]
            keys = QKeySequence(row.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if row.keys else ""
            if row.id != "palette":
                found.append(Entry(
                    ACTION, row.id, action.text().replace("&", ""), keys or action_text(row.sentence),
                    f"{row.id} {row.text} {action_text(row.menu)}", () if action.isEnabled() else (row.why_not,),
                ))
        return found

    def _tabs(self) -> list[Entry]:
        tabs = self.window.bottom.tabs
        return [
            Entry(TAB, str(i), self.tr("Show {0}").format(tabs.tabText(i)), self.tr("tab"), "go tab") for i in range(tabs.count())
        ]

    def _table(self) -> QTableView | None:
        """The table of the tab that is seen, where it can be sorted: its titles take no keys."""
        tables = self.window.bottom.pages.findChildren(QTableView)
        return next((table for table in tables if table.isVisible() and table.isSortingEnabled()), None)

    def _sorts(self) -> list[Entry]:
        table = self._table()
        if table is None:
            return []
        model, side = table.model(), Qt.Orientation.Horizontal
        columns = [i for i in range(model.columnCount()) if not table.isColumnHidden(i) and model.headerData(i, side)]
        text = self.tr("Sort by {0}")
        return [
            Entry(SORT, str(i), text.format(model.headerData(i, side)), self.tr("again: the other way round"), "sort column")
            for i in columns
        ]

    def _sort(self, column: int) -> None:
        table = self._table()
        if table is not None:
            header = table.horizontalHeader()
            down = Qt.SortOrder.DescendingOrder
            turned = header.sortIndicatorSection() == column and header.sortIndicatorOrder() == down
            table.sortByColumn(column, Qt.SortOrder.AscendingOrder if turned else down)

    def _presets(self) -> list[Entry]:
        recipe = self.window.session.document.recipe
        is_open = ("this preset is open, as printed",)
        return [
            Entry(
                PRESET, preset.name, self.tr("Open {0}").format(preset.name), f"{spec.title} · {preset.source}",
                f"open {spec.title} {spec.family} {spec.year}", is_open if recipe == Recipe(preset.name) else (),
            )
            for spec in self.window.session.catalogue.architectures for preset in spec.presets
        ]

    def _knobs(self, query: str) -> list[Entry]:
        knobs = self.window.knobs
        architecture, specs = knobs.architecture(), knobs.reach.specs()
        if architecture is None:
            return []
        where = places_name(knobs.reach.places() or ("",), self.window.session.document.selection.level)
        found = []
        for name, spec in architecture.knobs.items():
            title = self.tr("activation after {0}").format(knob_title(spec)) if spec.is_slot else knob_title(spec)
            entry = Entry(KNOB, name, title, where, f"{name} {spec.title} {spec.symbol} knob set")
            if not specs:
                entry = replace(entry, why_not=("The engine is starting; the knobs follow in a moment.",))
            elif name not in specs:
                entry = replace(entry, why_not=("not a knob of {0}; select the whole network or another place", where))
            typed = knob_value(query, spec, title)
            rows = [entry] if typed is None else set_to(entry, spec, typed)
            found += [self._legal(row, spec) for row in rows]
        return found

    def _legal(self, entry: Entry, spec: KnobSpec) -> Entry:
        """With the present value beside it; with the reason where what is typed cannot be built."""
        shown = None if entry.why_not else self.window.knobs.reach.shown(spec)
        if shown is None:
            return entry
        if entry.value is None:
            return replace(entry, detail=f"{spec.text_with_unit(shown.value)} · {entry.detail}")
        reason = shown.why_not(entry.value)
        if reason:
            return replace(entry, why_not=("{0}", reason))
        if entry.value == shown.value and not shown.varies:
            return replace(entry, why_not=("it is {0} already", spec.text_with_unit(shown.value)))
        return entry
