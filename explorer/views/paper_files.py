"""The paper's table on the clipboard and in files: CSV, Markdown, LaTeX, with what it is and what is changed in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from explorer.core.errors import BadInput
from explorer.core.recipe import write_atomically
from explorer.core.tabular import Table
from explorer.session.preferences import Preferences
from explorer.views.layer_files import TITLES, ask_table, put_on_clipboard, writer_of
from explorer.views.layer_tools import popup_menu
from explorer.views.words import dialog_text


def _ask_save(parent: QWidget, suggestion: str) -> str:
    return ask_table(parent, dialog_text("Save the paper's table"), suggestion)


class PaperFiles(QObject):
    """Copies and saves. ``ask_save`` is an attribute, so that a test can answer.

    Signals: refused(sentence), noted(sentence) for the message bar.
    """

    refused = Signal(list)
    noted = Signal(list)

    def __init__(self, parent: QWidget, preferences: Preferences, table: Callable[[], Table | None]) -> None:
        super().__init__(parent)
        self._parent = parent
        self._preferences = preferences
        self._table = table
        self.ask_save: Callable[[QWidget, str], str] = _ask_save

    def copy(self, name: str = "") -> None:
        """Onto the clipboard as csv, markdown or latex, or, without a name, for a spreadsheet."""
        table = self._table()
        if table is None:
            return
        put_on_clipboard(table, name)
        self.noted.emit(["{0} rows of the table copied.", str(len(table.rows))])

    def save(self) -> None:
        """Ask for a file; its ending decides on the format."""
        table = self._table()
        if table is None:
            return
        typed = self.ask_save(self._parent, str(Path(self._preferences.text("folder")) / "paper-table.csv"))
        if not typed:
            return
        path = Path(typed if Path(typed).suffix else f"{typed}.csv")
        try:
            write_atomically(path, writer_of(path)(table).encode())
        except BadInput as error:
            self.refused.emit([error.template, *error.arguments])
            return
        self._preferences.keep("folder", str(path.resolve().parent))
        self.noted.emit(["The table was saved as {0}.", path.name])

    def menu(self) -> QMenu:
        """Copy, copy as …, save."""
        menu = popup_menu(self._parent)
        rows = [("", self.tr("Copy") + "\tCtrl+C")]
        rows += [(name, self.tr("Copy as {0}").format(title)) for name, title in TITLES.items()]
        for name, text in rows:
            action = menu.addAction(text)
            action.setObjectName(f"paper.copy.{name or 'plain'}")
            action.triggered.connect(lambda _on=False, chosen=name: self.copy(chosen))
        menu.addSeparator()
        menu.addAction(self.tr("Save as CSV, Markdown, LaTeX…")).triggered.connect(self.save)
        return menu
