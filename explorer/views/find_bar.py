"""The line above the graph that one searches in, and the list of matches below it. They show and ask; they search nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QLineEdit, QTableView, QToolButton, QVBoxLayout, QWidget

from explorer.core.query import HELP
from explorer.core.units import count
from explorer.views.actions import Actions
from explorer.views.graph.finding import Match
from explorer.views.theme import SMALL_PX, TINY_PX, font
from explorer.views.widgets import label, mark, restyle, say

ROW_PX, MOST_ROWS, DROP_PX = 22, 6, 440
NUMBER_PX = 64
Index = QModelIndex | QPersistentModelIndex


class FindBar(QWidget):
    """Signals: asked(text) at every change of the text; wanted(by) for the next (1) or previous (-1) match; closed()."""

    asked = Signal(str)
    wanted = Signal(int)
    list_wanted = Signal(bool)
    closed = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("find")
        self.field = QLineEdit()
        self.field.setObjectName("find.field")
        self.field.setPlaceholderText(self.tr("Find: dw, 1×1, SE, groups>1, stride=2, macs>5%"))
        self.field.setAccessibleName(self.tr("Find in the graph"))
        meanings = (f"{example}: {QCoreApplication.translate('query', meaning)}" for example, meaning in HELP)
        self.field.setToolTip("\n".join(meanings))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.asked)
        self.field.installEventFilter(self)
        self.number = label(pixels=TINY_PX, tabular=True)
        self.number.setObjectName("find.number")
        self.number.setFixedWidth(NUMBER_PX)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.listing = self._button("find.list", self.tr("List"), self.tr("The layers found (↓)"))
        self.listing.setCheckable(True)
        self.listing.clicked.connect(self.list_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 8)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        row.addWidget(self.number)
        for name, sign in (("find_previous", "‹"), ("find_next", "›")):
            row.addWidget(self._action_button(actions, name, sign))
        row.addWidget(self.listing)
        row.addWidget(self._action_button(actions, "dim_others", self.tr("Dim others")))
        row.addWidget(self._action_button(actions, "only_found", self.tr("Only these")))
        close = self._button("find.close", "×", self.tr("Close the search (Esc)"))
        close.clicked.connect(self.closed)
        row.addWidget(close)
        self.hide()

    def open(self) -> None:
        """Show it; the text of last time is selected, so that typing replaces it."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_number(self, position: int, found: int, *, asked: bool) -> None:
        """``3 of 17``, ``17 found``, or that there is nothing."""
        restyle(self.number, "warning", asked and not found)
        if not asked:
            say(self.number, "")
        elif not found:
            say(self.number, self.tr("none"))
        else:
            several = self.tr("{0} of {1}") if position >= 0 else self.tr("{1} found")
            say(self.number, several.format(position + 1, found))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.field or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(-1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key == Qt.Key.Key_Down and not modifiers:
            self.list_wanted.emit(True)  # noqa: FBT003  (a Qt signal's value)
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            return False
        return True

    def _button(self, name: str, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        mark(button, "pill")
        mark(button, "small")
        return button

    def _action_button(self, actions: Actions, name: str, text: str) -> QToolButton:
        action = actions[name]
        action.setIconText(text)
        button = self._button(f"find.{name}", text, action.toolTip())
        button.setDefaultAction(action)
        button.setAccessibleName(action.text())
        return button


class MatchModel(QAbstractTableModel):
    """Path, what it is, MACs."""

    def __init__(self) -> None:
        super().__init__()
        self.matches: Sequence[Match] = ()

    def show_matches(self, matches: Sequence[Match]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self.matches = matches
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.matches)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.matches[index.row()].row, index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (row["path"], f"{row['type']} {row['detail']}".strip(), count(row["macs"]) if row["macs"] else "–")[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(row["path"])
        if role == Qt.ItemDataRole.FontRole:
            return font(SMALL_PX, tabular=True)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == 2:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class FindDrop(QFrame):
    """Hangs below the field, over the graph: the list of matches, or the sentence that says what cannot be understood.

    Signals: picked(position) when a match is chosen; left() when the keyboard goes back to the field.
    """

    picked = Signal(int)
    left = Signal()

    def __init__(self, host: QWidget, bar: FindBar) -> None:
        super().__init__(host)
        self._host = host
        self.setObjectName("find.drop")
        mark(self, "drop")
        self._bar = bar
        self.model = MatchModel()
        self.sentence = label("", pixels=SMALL_PX, ink="warning")
        self.sentence.setObjectName("find.sentence")
        self.sentence.setWordWrap(True)
        self.table = QTableView()
        self.table.setObjectName("find.matches")
        self.table.setAccessibleName(self.tr("Matches"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.table.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(1, 130)
        header.resizeSection(2, 80)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.sentence)
        column.addWidget(self.table, 1)
        self.sentence.setContentsMargins(10, 6, 10, 6)
        self.table.clicked.connect(lambda index: self.picked.emit(index.row()))
        self.table.installEventFilter(self)
        bar.installEventFilter(self)
        self.hide()

    def show_state(self, sentence: str, matches: Sequence[Match] | None) -> None:
        """A sentence ("" none) and the matches (None: no list). With neither it goes away."""
        say(self.sentence, sentence)
        self.sentence.setVisible(bool(sentence))
        self.table.setVisible(bool(matches))
        if matches and matches is not self.model.matches:
            kept = self.table.currentIndex().row()
            self.model.show_matches(matches)
            if kept >= 0:
                self.table.selectRow(min(kept, len(matches) - 1))
        self.setVisible(bool(sentence or matches))
        if self.isVisible():
            self.raise_()
            self._place()

    def light(self, position: int) -> None:
        """Mark the row of the match that the graph shows."""
        if 0 <= position < self.model.rowCount():
            self.table.selectRow(position)

    def enter(self) -> None:
        """The keyboard goes into the list."""
        if self.table.isVisible():
            self.table.setFocus()
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._bar and event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._place()
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.picked.emit(self.table.currentIndex().row())
                return True
            if event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Up and self.table.currentIndex().row() <= 0):
                self.left.emit()
                return True
        return False

    def _place(self) -> None:
        field = self._bar.field
        corner = field.mapTo(self._host, QPoint(0, field.height() + 2))
        wide = min(DROP_PX, self._host.width() - 2 * corner.x())
        words = self.sentence.heightForWidth(wide - 2) if self.sentence.isVisibleTo(self) else 0
        rows = min(self.model.rowCount(), MOST_ROWS) * ROW_PX if self.table.isVisibleTo(self) else 0
        self.setGeometry(corner.x(), corner.y(), wide, words + rows + 2)
