"""The history as files: CSV, JSON and, where pyarrow is there, Parquet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from explorer import parquet
from explorer.core.errors import BadInput
from explorer.core.history_files import ENDINGS, format_of
from explorer.core.recipe import write_atomically
from explorer.views.layer_tools import popup_menu
from explorer.views.words import dialog_text, engine_sentence, later

if TYPE_CHECKING:
    from explorer.core.store import Stored
    from explorer.views.history_tab import HistoryTab

MANY = 300  # measurements; more are written by a process of their own
FILES = (  # name of the format, whether with raw samples, text, tip
    ("csv", False, "CSV…", later("HistoryFiles", "A row a measurement, with all conditions and the recipe.")),
    ("csv", True, later("HistoryFiles", "CSV with raw samples…"),
     later("HistoryFiles", "The same with every run in a last column, as JSON.")),
    ("markdown", False, "Markdown…", later("HistoryFiles", "The columns of the table, for a text.")),
    ("latex", False, "LaTeX…", later("HistoryFiles", "The columns of the table with booktabs, for a paper.")),
    ("json", True, "JSON…",
     later("HistoryFiles", "The measurements as they were taken, raw samples and fingerprint included.")),
    ("parquet", True, "Parquet…",
     later("HistoryFiles", "Typed columns for pandas and others, raw samples as a list.")),
)


def _ask_save(parent: QWidget, suggestion: str) -> str:
    ending = Path(suggestion).suffix
    filters = f"{ending.removeprefix('.').upper()} (*{ending})"
    return QFileDialog.getSaveFileName(parent, dialog_text("Export measurements"), suggestion, filters)[0]


class HistoryFiles(QObject):
    """``ask_save`` is an attribute, so that a test can answer. Signals: refused(sentence), noted(sentence)."""

    refused = Signal(list)
    noted = Signal(list)

    def __init__(self, tab: HistoryTab) -> None:
        super().__init__(tab)
        self.tab = tab
        self.ask_save: Callable[[QWidget, str], str] = _ask_save
        self.writer = tab.session.long_export
        self.writer.failed.connect(self.refused)
        self.writer.written.connect(self._on_written)

    def menu(self) -> QMenu:
        """What can be written, of how many measurements; a format that cannot be says why."""
        menu = popup_menu(self.tab)
        shown, marked = len(self.tab.model.shown), len(self.tab.marked())
        if 0 < marked < shown:
            self._fill(menu, self.tr("{0} marked").format(marked), marked=True)
            menu.addSeparator()
        self._fill(menu, self.tr("all {0}").format(shown), marked=False)
        return menu

    def _fill(self, menu: QMenu, of_what: str, *, marked: bool) -> None:
        for name, samples, text, tip in FILES:
            action = menu.addAction(f"{self.tr(text)}  ({of_what})")
            action.setObjectName(f"history.{name}{'.samples' if samples and name == 'csv' else ''}{'.marked' if marked else ''}")
            action.setToolTip(self.tr(tip))
            action.triggered.connect(lambda _on=False, chosen=name, raw=samples: self.save(chosen, samples=raw, marked=marked))
            if name == "parquet" and not parquet.is_possible():
                action.setEnabled(False)
                action.setText(self.tr("{0} needs pyarrow").format(self.tr(text)))
                action.setToolTip(engine_sentence([parquet.WHY_NOT]))

    def save(self, name: str, *, samples: bool, marked: bool = False) -> None:
        """Ask for a file and write the marked measurements, or all that are shown."""
        preferences, entries = self.tab.preferences, self.tab.marked() if marked else list(self.tab.model.shown)
        suggestion = Path(preferences.text("folder")) / f"measurements{ENDINGS[name]}"
        typed = self.ask_save(self.tab, str(suggestion))
        if not typed:
            return
        path = Path(typed)
        path = path if path.suffix else path.with_name(path.name + ENDINGS[name])
        if len(entries) > MANY:
            self._save_many(path, entries, samples=samples)
            return
        try:
            write_atomically(path, self._content(format_of(path), entries, samples=samples))
        except BadInput as error:
            self.refused.emit([error.template, *error.arguments])
            return
        preferences.keep("folder", str(path.resolve().parent))
        self.noted.emit(["{0} measurements saved as {1}.", str(len(entries)), path.name])

    def _save_many(self, path: Path, entries: Sequence[Stored], *, samples: bool) -> None:
        """By a process: reading and writing so many takes seconds."""
        if self.writer.is_writing():
            self.refused.emit(["another export is being written; wait for it"])
            return
        try:
            name = format_of(path)
        except BadInput as error:
            self.refused.emit([error.template, *error.arguments])
            return
        self.writer.write([entry.uid for entry in entries], path, name, samples=samples)
        self.noted.emit(["Writing {0} measurements to {1}…", str(len(entries)), path.name])

    def _on_written(self, path: str, count: int) -> None:
        self.tab.preferences.keep("folder", str(Path(path).resolve().parent))
        self.noted.emit(["{0} measurements saved as {1}.", str(count), Path(path).name])

    def _content(self, name: str, entries: Sequence[Stored], *, samples: bool) -> bytes:
        store = self.tab.history.store()
        if store is None:
            raise BadInput("there is no measurement store to read from")
        return parquet.content_of(store, entries, name, samples=samples)
