"""What every chart of the window has, plotted or painted: a title that is a question, buttons beside it, a menu, a table twin.

A chart describes itself: ``figure`` what it shows, ``table`` its data, ``options`` what can be chosen. From these come the saved
picture, the copied data, the table that a screen reader reads, and the menu. ``ChartFiles`` listens to ``save_asked`` and
``copy_asked`` of every chart it is given.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from explorer.core.tabular import Table
from explorer.session.chart_memory import ChartMemory
from explorer.views.chart_title import LEFT_PX, RIGHT_PX, TITLE_PX, Titled
from explorer.views.figure import Figure
from explorer.views.layer_tools import popup_menu
from explorer.views.table_twin import TableTwin
from explorer.views.theme import Theme

__all__ = ["AXES", "LEFT_PX", "RIGHT_PX", "TITLE_PX", "ChartFrame", "Option"]

AXES = "axes"  # a group of options of which any number is on
LARGE = 1.5  # text of a chart for a projector
SETTLED_MS = 150  # the table twin follows the last change of a drag


class Option(NamedTuple):
    """A row of the menu that is on or off; of those with the same ``group`` one is on. ``choose`` is called with the new state.

    A group of ``many`` has any number on, and a menu of its own with the group's name.
    """

    name: str
    text: str
    on: bool
    choose: Callable[[bool], None]
    group: str = ""
    key: str = ""
    tip: str = ""
    many: bool = False


class ChartFrame(Titled):
    """Title, buttons, menu, table.

    Signals: save_asked() and copy_asked(): the user wants this chart as a file or on the clipboard.
    """

    save_asked = Signal()
    copy_asked = Signal()

    def __init__(self, title: str, name: str, memory: ChartMemory | None = None) -> None:
        super().__init__(title, name)
        self.memory = memory or ChartMemory()
        self.twin: TableTwin | None = None
        self._twin_timer = QTimer(self)
        self._twin_timer.setSingleShot(True)
        self._twin_timer.setInterval(SETTLED_MS)
        self._twin_timer.timeout.connect(self._fill_twin)
        self.more = self.corner_button("⋯", self.tr("Save, copy, table and settings of this chart (M)"), "link")
        self.more.setObjectName(f"{name}.more")
        self.more.clicked.connect(lambda: self._popup(self.more))
        self.more.show()

    # what a chart says of itself

    def figure(self, _theme: Theme) -> Figure | None:
        """What it shows, in the colours of a theme; None where there is nothing yet."""
        return None

    def table(self) -> Table | None:
        """Its data, with what they hold under; None where there is nothing yet."""
        return None

    def options(self) -> list[Option]:
        """What can be chosen of it."""
        return []

    def file_name(self) -> str:
        """How a saved file is called, without its ending."""
        return self.objectName().replace(".", "-")

    # the table twin

    def show_table(self, on: bool) -> None:  # noqa: FBT001  (a menu row's state)
        """The data as a table in place of the picture, or the picture again."""
        if on == (self.twin is not None):
            return
        if on:
            self.twin = TableTwin(self.tr("Data of: {0}").format(self.title), f"{self.objectName()}.table")
            self.twin.copied.connect(self.copy_asked)
            self.twin.left.connect(lambda: self.show_table(False))  # noqa: FBT003
            self.column.addWidget(self.twin)
            self._fill_twin()
            self.twin.setFocus()
        elif self.twin is not None:
            self.twin.deleteLater()
            self.twin = None
            self.setFocus()
        self.show_content(on=not on)
        self.update()

    def show_content(self, *, on: bool) -> None:
        """Hide or show the widgets that the table takes the place of."""

    def data_changed(self) -> None:
        """The data are others: the table, if it is seen, follows when the drag has settled."""
        if self.twin is not None:
            self._twin_timer.start()

    def _fill_twin(self) -> None:
        if self.twin is not None:
            self.twin.show_table(self.table())

    # menu and keys

    def menu(self) -> QMenu:
        """Settings, table, copy, save."""
        menu = popup_menu(self)
        inner: dict[str, QMenu] = {}
        groups: dict[str, QActionGroup] = {}
        for option in (*self.options(), *self._common()):
            if option.many:
                if option.group not in inner:
                    inner[option.group] = menu.addMenu(option.group)
                self._add(inner[option.group], option)
                continue
            if menu.actions() and option.group not in ("", *groups):
                menu.addSeparator()
            action = self._add(menu, option)
            if option.group:
                groups.setdefault(option.group, QActionGroup(menu)).addAction(action)
                groups[option.group].setExclusive(option.group != AXES)
        menu.addSeparator()
        for name, text, asked in (
            ("copy", self.tr("Copy picture and data") + "\tCtrl+C", self.copy_asked),
            ("save", self.tr("Save…") + "\tS", self.save_asked),
        ):
            action = menu.addAction(text)
            action.setObjectName(f"{self.objectName()}.{name}")
            action.setEnabled(not self.empty)
            action.triggered.connect(asked)
        return menu

    def _common(self) -> list[Option]:
        table = Option("as_table", self.tr("Data as a table"), self.twin is not None, self.show_table, key="T")
        tip = self.tr("Words of this chart readable on a projector.")
        return [table, Option("large", self.tr("Large type"), self.scale > 1, self._choose_large, tip=tip)]

    def _choose_large(self, on: bool) -> None:  # noqa: FBT001  (a menu row's state)
        self.memory.keep(self.objectName(), "large", on)
        self.set_text_scale(LARGE if on else 1.0)

    def show_large(self, *, always: bool) -> None:
        """Large words, always or where it was chosen."""
        self.set_text_scale(LARGE if always or self.memory.flag(self.objectName(), "large") else 1.0)

    def recall(self) -> None:
        """Take what is remembered of every chart; a chart calls it when it stands."""
        if self.memory.flag(self.objectName(), "large"):
            self.set_text_scale(LARGE)

    def pick(self, key: str) -> bool:
        """Turn the option of a key over; whether there is one."""
        for option in (*self.options(), *self._common()):
            if option.key == key:
                option.choose(not option.on)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        key = chr(event.key()) if Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z else ""
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and key == "C":
            self.copy_asked.emit()
        elif plain and key == "S":
            self.save_asked.emit()
        elif plain and key == "M":
            self._popup(self.more)
        elif not (plain and key and self.pick(key)):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def _popup(self, below: QWidget) -> None:
        self.menu().popup(below.mapToGlobal(below.rect().bottomLeft()))

    def popup_choices(self, below: QWidget, group: str) -> None:
        """One group of the options as a menu below a button."""
        menu = popup_menu(self)
        for option in self.options():
            if option.group == group:
                self._add(menu, option)
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def _add(self, menu: QMenu, option: Option) -> QAction:
        action = menu.addAction(f"{option.text}\t{option.key}" if option.key else option.text)
        action.setObjectName(f"{self.objectName()}.{option.name}")
        action.setCheckable(True)
        action.setChecked(option.on)
        action.setToolTip(option.tip)
        action.triggered.connect(option.choose)
        return action
