"""What the user does with rows of the comparison: open, baseline, rename, move, measure, unpin; by key, mouse and menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from explorer.core.published_entries import with_accuracy
from explorer.core.recipe import Recipe
from explorer.session.pins import PRESENT
from explorer.views.accuracy_dialog import AccuracyDialog
from explorer.views.actions import Actions
from explorer.views.layer_tools import popup_menu

if TYPE_CHECKING:
    from explorer.views.compare import CompareTab


class CompareSteps(QObject):
    """Connects the table's signals to the pins, and has the menu of a row."""

    def __init__(self, tab: CompareTab, actions: Actions) -> None:
        super().__init__(tab)
        self.tab = tab
        self.pins = tab.pins
        self.actions_table = actions
        table = tab.table
        tab.model.renamed.connect(self.pins.rename)
        table.removed.connect(self.unpin)
        table.opened.connect(lambda row: self.open(tab.model.key(row)))
        table.moved.connect(self.move)
        table.placed.connect(self.place)
        table.marked.connect(self.choose_baseline)
        table.taken_back.connect(self.pins.undo)
        table.accuracy_asked.connect(self.state_accuracy)
        table.customContextMenuRequested.connect(lambda at: self.menu().popup(table.viewport().mapToGlobal(at)))

    def menu(self) -> QMenu:
        """What can be done with the marked rows."""
        tab = self.tab
        menu, keys = popup_menu(tab), tab.marked_keys()
        one = len(keys) == 1
        key = keys[0] if one else PRESENT
        movable = one and self.may_move()
        rows = (
            ("open", self.tr("Open in the window") + "\tReturn", one, lambda: self.open(key)),
            ("baseline", self.tr("Compare the others with this one") + "\tB", one, lambda: self.pins.choose_baseline(key)),
            ("rename", self.tr("Rename") + "\tF2", one, self.rename),
            ("up", self.tr("Move up") + "\tAlt+↑", movable, lambda: self.move(-1)),
            ("down", self.tr("Move down") + "\tAlt+↓", movable, lambda: self.move(1)),
            ("accuracy", self.tr("Own accuracy…") + "\tA", one, self.state_accuracy),
            ("measure", self.tr("Measure"), bool(keys), lambda: self.pins.measure(keys)),
            ("in_turn", self.tr("Measure in turn with the baseline"), bool(self.in_turn()), self.measure_in_turn),
            ("unpin", self.tr("Unpin") + "\tDel", bool(keys), self.unpin),
        )
        for name, text, possible, run in rows:
            action = menu.addAction(text)
            action.setObjectName(f"pin.{name}")
            action.setEnabled(possible)
            action.triggered.connect(lambda _on=False, chosen=run: chosen())
        if tab.is_present_marked():
            menu.addAction(self.actions_table["pin"])
        menu.addSeparator()
        copying = tab.files.menu()
        copying.setTitle(self.tr("Copy, save"))
        menu.addMenu(copying)
        return menu

    def may_move(self) -> bool:
        """Whether the rows stand in the user's own order."""
        return self.tab.model.sorted_by[0] < 0

    def move(self, by: int) -> None:
        """The current pin up (−1) or down (1)."""
        places, key = [pin.key for pin in self.pins.set.pins], self.tab.current_key()
        if key not in places:
            return
        if self.may_move():
            self.pins.move(key, places.index(key) + by)
        else:
            self.tab.files.noted.emit(["The rows are sorted by a column; click its title until they stand in your own order."])

    def place(self, row: int) -> None:
        """The dragged pin was let go before this row of the table."""
        places, key = [pin.key for pin in self.pins.set.pins], self.tab.current_key()
        if key not in places or not self.may_move():
            self.move(0)
            return
        place = max(row - (len(self.tab.model.order) - len(places)), 0)
        self.pins.move(key, place - 1 if places.index(key) < place else place)

    def in_turn(self) -> list[tuple[str, Recipe]]:
        """(name, recipe) of the baseline and of the marked rows; nothing where there is no baseline or nothing else is marked."""
        comparison, order = self.tab.model.comparison, self.tab.model.order
        rows = sorted({index.row() for index in self.tab.table.selectionModel().selectedRows()})
        entries = [comparison.entries[order[row]] for row in rows if order[row] != comparison.baseline]
        if comparison.baseline is None or not entries:
            return []
        return [(entry.name, entry.recipe) for entry in (comparison.entries[comparison.baseline], *entries)]

    def measure_in_turn(self) -> None:
        """The marked rows in turn with the baseline: ratios with intervals."""
        self.tab.session.turns.ask_pair(self.in_turn())

    def open(self, key: int) -> None:
        """The pin becomes what the window shows: a step that can be taken back."""
        pin = self.pins.set.of(key)
        if pin is not None:
            self.tab.session.document.open_preset(pin.recipe, pin.name)

    def choose_baseline(self) -> None:
        """The others are compared with the current pin."""
        key = self.tab.current_key()
        if key:
            self.pins.choose_baseline(key)

    def rename(self) -> None:
        """Type another name."""
        self.tab.table.edit(self.tab.model.index(self.tab.table.currentIndex().row(), 0))

    def state_accuracy(self) -> None:
        """Ask what the user measured for the current pin."""
        pin = self.pins.set.of(self.tab.current_key() or PRESENT)
        if pin is not None:
            published = with_accuracy((self.pins.figures.of(pin.recipe) or {}).get("published") or ())
            AccuracyDialog(self.tab, self.pins, pin, published).open()

    def unpin(self) -> None:
        """Take the marked pins off the list."""
        self.actions_table["unpin"].trigger()
