"""Charts as files and on the clipboard. Any ``ChartFrame`` can be adopted: it says itself what it shows and what its data are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from explorer.core.errors import BadInput
from explorer.core.recipe import write_atomically
from explorer.core.tabular import to_csv, to_tsv
from explorer.session.chart_memory import ChartMemory
from explorer.session.preferences import Preferences
from explorer.views.chart_dialog import ChartChoice, ChartDialog, ask_path, format_of
from explorer.views.chart_frame import ChartFrame
from explorer.views.figure_files import PROGRAM, mime_data, png, svg
from explorer.views.figure_page import SIZES, Page, page
from explorer.views.message import MessageBar
from explorer.views.save_dialog import AskPath
from explorer.views.theme import DARK, LIGHT
from explorer.views.widgets import set_theme_within
from explorer.views.words import engine_sentence

NOTHING = "there is nothing to save yet: {0}"


class ChartFiles(QObject):
    """Save and copy. ``ask`` is the file dialog, so that a test can answer it."""

    def __init__(self, window: QWidget, preferences: Preferences, memory: ChartMemory, message: MessageBar) -> None:
        super().__init__(window)
        self.window = window
        self.preferences = preferences
        self.memory = memory
        self.message = message
        self.ask: AskPath = ask_path

    def adopt(self, panel: QWidget) -> None:
        """Serve every chart within a panel."""
        for chart in panel.findChildren(ChartFrame):
            chart.save_asked.connect(lambda chart=chart: self.open(chart))
            chart.copy_asked.connect(lambda chart=chart: self.copy(chart))

    def open(self, chart: ChartFrame) -> ChartDialog | None:
        """Show the dialog; a word where there is nothing to save."""
        choice = ChartChoice.recalled(self.memory)
        try:
            drawn(chart, choice)
        except BadInput as error:
            self._warn(error)
            return None
        folder = Path(self.preferences.text("folder") or Path.cwd())
        dialog = ChartDialog(self.window, lambda choice: drawn(chart, choice), choice, folder / chart.file_name(), self.ask)
        set_theme_within(dialog, chart.theme)
        dialog.wanted.connect(lambda path, choice: self._save(dialog, chart, path, choice))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def copy(self, chart: ChartFrame) -> None:
        """Put picture and data on the clipboard: a slide takes the one, a spreadsheet the other."""
        choice = ChartChoice.recalled(self.memory)
        try:
            table = chart.table()
            data = mime_data(drawn(chart, choice), choice.dpi, to_tsv(table) if table is not None else "")
        except BadInput as error:
            self._warn(error)
            return
        QGuiApplication.clipboard().setMimeData(data)
        words = self.tr("The chart is on the clipboard, as PNG at {0} dpi, as SVG, and its data as text.")
        self.message.note(words.format(choice.dpi))

    def _save(self, dialog: ChartDialog, chart: ChartFrame, path: Path, choice: ChartChoice) -> None:
        try:
            write_atomically(path, content(chart, format_of(path), choice))
        except BadInput as error:
            dialog.refuse(error)
            return
        choice.keep(self.memory)
        self.preferences.keep("folder", str(path.resolve().parent))
        dialog.accept()
        self.message.note(self.tr("Saved as {0}.").format(path))

    def _warn(self, error: BadInput) -> None:
        self.message.warn(engine_sentence([error.template, *error.arguments]))


def drawn(chart: ChartFrame, choice: ChartChoice) -> Page:
    """The chart as it stands, on a page. Raises BadInput where it shows nothing."""
    theme = {"light": LIGHT, "dark": DARK}.get(choice.theme, chart.theme)
    figure = chart.figure(theme)
    if figure is None or chart.empty:
        raise BadInput(NOTHING, chart.empty or chart.title)
    figure = replace(figure, notes=(*figure.notes, PROGRAM))
    return page(figure, theme, SIZES[choice.size])


def content(chart: ChartFrame, kind: str, choice: ChartChoice) -> bytes:
    """A file's content. Raises BadInput where the chart shows nothing, or a resolution is not allowed."""
    if kind == "csv":
        table = chart.table()
        if table is None:
            raise BadInput(NOTHING, chart.empty or chart.title)
        return f"# {PROGRAM}\r\n{to_csv(table)}".encode()
    made = drawn(chart, choice)
    return png(made, choice.dpi, transparent=choice.transparent) if kind == "png" else svg(made, transparent=choice.transparent)
