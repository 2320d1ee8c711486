"""The comparison on the clipboard and in files: CSV, Markdown or LaTeX, with rule, conditions and sources; pins as a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from explorer.core.compare import Comparison, named
from explorer.core.compare_table import comparison_table
from explorer.core.errors import BadInput
from explorer.core.recipe import write_atomically
from explorer.core.tabular import Table
from explorer.views.layer_files import TITLES, ask_table, put_on_clipboard, writer_of
from explorer.views.layer_tools import popup_menu
from explorer.views.words import dialog_text

if TYPE_CHECKING:
    from explorer.views.compare import CompareTab

PINS_SUFFIX = ".comparison.json"


def _ask_table(parent: QWidget, suggestion: str) -> str:
    return ask_table(parent, dialog_text("Save the comparison"), suggestion)


def _ask_pins(parent: QWidget, suggestion: str) -> str:
    return QFileDialog.getSaveFileName(parent, dialog_text("Save pins"), suggestion, dialog_text("Comparisons (*.json)"))[0]


def _ask_open(parent: QWidget, folder: str) -> list[str]:
    kinds = dialog_text("Recipes and comparisons (*.json)")
    return QFileDialog.getOpenFileNames(parent, dialog_text("Pin recipe files"), folder, kinds)[0]


class CompareFiles(QObject):
    """Copies and saves what the table shows, saves and opens pins. The dialogs are attributes, so that a test can answer.

    Signals: refused(sentence), noted(sentence) for the message bar.
    """

    refused = Signal(list)
    noted = Signal(list)

    def __init__(self, tab: CompareTab) -> None:
        super().__init__(tab)
        self.tab = tab
        self.ask_table: Callable[[QWidget, str], str] = _ask_table
        self.ask_pins: Callable[[QWidget, str], str] = _ask_pins
        self.ask_open: Callable[[QWidget, str], list[str]] = _ask_open

    def copy(self, name: str = "") -> None:
        """Put the marked rows (all where fewer than two are) on the clipboard; without a name, for a spreadsheet."""
        table = self._table(self._marked())
        put_on_clipboard(table, name)
        self.noted.emit(["{0} rows copied.", str(len(table.rows))])

    def save(self) -> None:
        """Ask for a file and write all rows in their order; the ending decides on the format."""
        typed = self.ask_table(self.tab, str(self._folder() / "comparison.csv"))
        if not typed:
            return
        path = Path(typed if Path(typed).suffix else f"{typed}.csv")
        table = self._table(list(self.tab.model.order))
        self._written(lambda: write_atomically(path, writer_of(path)(table).encode()), path, len(table.rows))

    def save_pins(self) -> None:
        """Ask for a file and write the pins as a comparison, which this window and ``main.py compare`` open."""
        typed = self.ask_pins(self.tab, str(self._folder() / f"pins{PINS_SUFFIX}"))
        if typed:
            path = Path(typed if Path(typed).suffix else f"{typed}{PINS_SUFFIX}")
            self._written(lambda: self.tab.pins.save(path), path, len(self.tab.pins.set.pins))

    def open_pins(self) -> None:
        """Ask for recipe or comparison files and pin what they hold."""
        self.pin_paths([Path(name) for name in self.ask_open(self.tab, str(self._folder()))])

    def pin_paths(self, paths: list[Path]) -> None:
        """Pin what these files hold; one that cannot be read is said and leaves the others be."""
        pinned, failed = 0, False
        for path in paths:
            try:
                pinned += self.tab.pins.open_file(path)
            except BadInput as error:
                failed = True
                self.refused.emit([error.template, *error.arguments])
        if paths:
            self.tab.preferences.keep("folder", str(paths[-1].resolve().parent))
        if pinned and not failed:
            self.noted.emit(["{0} recipes pinned.", str(pinned)] if pinned > 1 else ["One recipe pinned."])

    def menu(self) -> QMenu:
        """Copy, copy as …, save, pins as a file."""
        menu, marked = popup_menu(self.tab), self._marked()
        shown = len(self.tab.model.order)
        what = self.tr("{0} marked").format(len(marked)) if len(marked) < shown else self.tr("all {0}").format(shown)
        rows = [("", self.tr("Copy ({0})").format(what) + "\tCtrl+C")]
        rows += [(name, self.tr("Copy as {0}").format(title)) for name, title in TITLES.items()]
        for name, text in rows:
            action = menu.addAction(text)
            action.setObjectName(f"copy.{name or 'plain'}")
            action.triggered.connect(lambda _on=False, chosen=name: self.copy(chosen))
        menu.addSeparator()
        others = (
            ("save", self.tr("Save as CSV, Markdown, LaTeX…"), self.save),
            ("save_pins", self.tr("Save the pins…"), self.save_pins), ("open_pins", self.tr("Pin recipe files…"), self.open_pins),
        )
        for name, text, run in others:
            action = menu.addAction(text)
            action.setObjectName(f"copy.{name}")
            action.triggered.connect(lambda _on=False, chosen=run: chosen())
        return menu

    def _marked(self) -> list[int]:
        rows = sorted(index.row() for index in self.tab.table.selectionModel().selectedRows())
        order = self.tab.model.order
        return [order[row] for row in rows] if len(rows) > 1 else list(order)

    def _table(self, rows: list[int]) -> Table:
        found = self.tab.model.comparison
        unique = Comparison(named(found.entries), found.baseline, found.rule, found.precision, found.conditions)
        return comparison_table(unique, self.tab.visible_quantities(), rows)

    def _folder(self) -> Path:
        return Path(self.tab.preferences.text("folder"))

    def _written(self, write: Callable[[], None], path: Path, rows: int) -> None:
        try:
            write()
        except BadInput as error:
            self.refused.emit([error.template, *error.arguments])
            return
        self.tab.preferences.keep("folder", str(path.resolve().parent))
        self.noted.emit(["{0} rows saved as {1}.", str(rows), path.name])
