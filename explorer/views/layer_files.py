"""Layers on the clipboard and in files: as CSV, Markdown or LaTeX, with what their numbers hold under."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from explorer.core.columns import BY_NAME, layer_table
from explorer.core.errors import BadInput
from explorer.core.recipe import write_atomically
from explorer.core.tabular import FORMATS, Table, to_csv, to_tsv
from explorer.views.layer_tools import popup_menu
from explorer.views.words import dialog_text

if TYPE_CHECKING:
    from explorer.views.layers import LayersTab

TITLES = {"csv": "CSV", "markdown": "Markdown", "latex": "LaTeX"}


def ask_table(parent: QWidget, title: str, suggestion: str) -> str:
    """The file dialog for a table, in every form that one can be written in; empty where it was cancelled."""
    filters = ";;".join(f"{TITLES[name]} (*{ending})" for name, (ending, _) in FORMATS.items())
    return QFileDialog.getSaveFileName(parent, title, suggestion, filters)[0]


def _ask_save(parent: QWidget, suggestion: str) -> str:
    return ask_table(parent, dialog_text("Save layers"), suggestion)


class LayerFiles(QObject):
    """Copies and saves what the table shows. ``ask_save`` is an attribute, so that a test can answer.

    Signals: refused(sentence), noted(sentence) for the message bar.
    """

    refused = Signal(list)
    noted = Signal(list)

    def __init__(self, tab: LayersTab, columns: Callable[[], list[str]]) -> None:
        super().__init__(tab)
        self.tab = tab
        self.columns = columns
        self.ask_save: Callable[[QWidget, str], str] = _ask_save

    def marked(self) -> list[int]:
        """The marked layers, or all that are shown where none is, in the order of the table."""
        rows = sorted(index.row() for index in self.tab.table.selectionModel().selectedRows())
        order = self.tab.model.order
        return [order[row] for row in rows] if rows else list(order)

    def copy(self, name: str = "") -> None:
        """Put the marked layers on the clipboard: as csv, markdown or latex, or, without a name, for a spreadsheet."""
        table = self._table(self.marked())
        if table is None:
            return
        put_on_clipboard(table, name)
        self.noted.emit(["{0} layers copied.", str(len(table.rows))])

    def save(self) -> None:
        """Ask for a file and write the layers that are shown, in their order; the ending decides on the format."""
        preferences, document = self.tab.preferences, self.tab.document
        table = self._table(self.tab.model.order)
        if table is None:
            return
        folder = Path(preferences.text("folder"))
        typed = self.ask_save(self.tab, str(folder / f"{document.recipe.preset}-layers.csv"))
        if not typed:
            return
        path = Path(typed if Path(typed).suffix else f"{typed}.csv")
        try:
            write_atomically(path, writer_of(path)(table).encode())
        except BadInput as error:
            self.refused.emit([error.template, *error.arguments])
            return
        preferences.keep("folder", str(path.resolve().parent))
        self.noted.emit(["{0} layers saved as {1}.", str(len(table.rows)), path.name])

    def menu(self) -> QMenu:
        """Copy, copy as …, save."""
        menu, marked = popup_menu(self.tab), len(self.tab.table.selectionModel().selectedRows())
        shown = len(self.tab.model.order)
        what = self.tr("{0} marked").format(marked) if marked else self.tr("all {0} shown").format(shown)
        rows = [("", self.tr("Copy ({0})").format(what) + "\tCtrl+C")]
        rows += [(name, self.tr("Copy as {0}").format(title)) for name, title in TITLES.items()]
        for name, text in rows:
            action = menu.addAction(text)
            action.setObjectName(f"copy.{name or 'plain'}")
            action.triggered.connect(lambda _on=False, chosen=name: self.copy(chosen))
        menu.addSeparator()
        save = menu.addAction(self.tr("Save all {0} shown as CSV, Markdown, LaTeX…").format(shown))
        save.setObjectName("copy.save")
        save.triggered.connect(self.save)
        for action in menu.actions():
            action.setEnabled(bool(shown))
        return menu

    def _table(self, layers: Sequence[int]) -> Table | None:
        """The columns that are seen of some layers; None before the first analysis."""
        analysis = self.tab.rows.analysis()
        if analysis is None:
            return None
        columns, query = [BY_NAME[name] for name in self.columns()], self.tab.model.query.text.strip()
        return layer_table(analysis, columns, layers, query=query, precision=self.tab.preferences.precision())


def put_on_clipboard(table: Table, name: str = "") -> None:
    """A table as csv, markdown or latex, or, without a name, for a spreadsheet."""
    data = QMimeData()
    data.setText(FORMATS[name][1](table) if name else to_tsv(table))
    if not name:
        data.setData("text/csv", to_csv(table).encode())
    QGuiApplication.clipboard().setMimeData(data)


def writer_of(path: Path) -> Callable[[Table], str]:
    """The writer of a file's ending; raises BadInput where there is none."""
    for ending, write in FORMATS.values():
        if path.suffix.lower() == ending:
            return write
    endings = ", ".join(ending for ending, _ in FORMATS.values())
    raise BadInput("{0} cannot be written: the ending {1} is unknown; there are: {2}", path.name, path.suffix, endings)
