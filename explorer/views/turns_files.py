"""Tables of what was measured in turn, on the clipboard and in files: CSV, Markdown or LaTeX, with conditions and method."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from explorer.core.errors import BadInput
from explorer.core.recipe import write_atomically
from explorer.core.tabular import Table
from explorer.core.turns import operators_table, table_of
from explorer.views.layer_files import TITLES, ask_table, put_on_clipboard, writer_of
from explorer.views.layer_tools import popup_menu
from explorer.views.words import dialog_text

if TYPE_CHECKING:
    from explorer.views.turns_tab import TurnsTab


def _ask(parent: QWidget, suggestion: str) -> str:
    return ask_table(parent, dialog_text("Save the table"), suggestion)


class TurnsFiles(QObject):
    """Copies and saves the tables of the current document. ``ask`` is an attribute, so that a test can answer.

    Signals: refused(sentence), noted(sentence) for the message bar.
    """

    refused = Signal(list)
    noted = Signal(list)

    def __init__(self, tab: TurnsTab) -> None:
        super().__init__(tab)
        self.tab = tab
        self.ask: Callable[[QWidget, str], str] = _ask

    def tables(self) -> dict[str, tuple[str, Table]]:
        """By name, what there is: its title in the menu, the table."""
        document = self.tab.turns.current
        if document is None:
            return {}
        if document["kind"] == "micro":
            return {"variants": (self.tr("Variants"), table_of(document))}
        found = {"networks": (self.tr("Networks"), table_of(document))}
        operators = operators_table(document)
        return found if operators is None else found | {"operators": (self.tr("Time by kind of operation"), operators)}

    def copy(self, which: str, name: str = "") -> None:
        """Put a table on the clipboard; without a format's name, for a spreadsheet."""
        table = self.tables()[which][1]
        put_on_clipboard(table, name)
        self.noted.emit(["{0} rows copied.", str(len(table.rows))])

    def save(self, which: str) -> None:
        """Ask for a file and write a table; the ending decides on the format."""
        preferences, table = self.tab.session.preferences, self.tables()[which][1]
        typed = self.ask(self.tab, str(Path(preferences.text("folder")) / f"in-turn-{which}.csv"))
        if not typed:
            return
        path = Path(typed if Path(typed).suffix else f"{typed}.csv")
        try:
            write_atomically(path, writer_of(path)(table).encode())
        except BadInput as error:
            self.refused.emit([error.template, *error.arguments])
            return
        preferences.keep("folder", str(path.resolve().parent))
        self.noted.emit(["{0} rows saved as {1}.", str(len(table.rows)), path.name])

    def menu(self) -> QMenu:
        """For each table: copy, copy as …, save."""
        menu = popup_menu(self.tab)
        for which, (title, _) in self.tables().items():
            if menu.actions():
                menu.addSeparator()
            rows = [("", self.tr("{0}: copy").format(title))]
            rows += [(name, self.tr("{0}: copy as {1}").format(title, text)) for name, text in TITLES.items()]
            for name, text in rows:
                action = menu.addAction(text)
                action.setObjectName(f"turns.copy.{which}.{name or 'plain'}")
                action.triggered.connect(lambda _on=False, which=which, name=name: self.copy(which, name))
            action = menu.addAction(self.tr("{0}: save as CSV, Markdown, LaTeX…").format(title))
            action.setObjectName(f"turns.save.{which}")
            action.triggered.connect(lambda _on=False, which=which: self.save(which))
        menu.addSeparator()
        forget = menu.addAction(self.tr("Delete this comparison"))
        forget.setObjectName("turns.forget")
        forget.setToolTip(self.tr("What its networks took stays in the history."))
        forget.triggered.connect(lambda _on=False: self.tab.turns.forget())
        for action in menu.actions():
            action.setEnabled(self.tab.turns.current is not None)
        return menu
