"""Save a chart: format, size of the page, colours, resolution, where to, and how large it will be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from explorer.core.errors import BadInput
from explorer.session.chart_memory import ChartMemory
from explorer.views.figure_files import FORMATS, LEAST_DPI, MOST_DPI, pixels
from explorer.views.figure_page import MM_PER_PIXEL, SIZES, Page
from explorer.views.theme import LARGE_PX, SMALL_PX
from explorer.views.widgets import Segments, Switch, label, mark, say
from explorer.views.words import engine_sentence

MEMORY = "saved"
THEMES = ("light", "dark", "shown")
SEGMENTS_PX = 320
AskPath = Callable[[QWidget, str], str]


@dataclass(frozen=True)
class ChartChoice:
    """How a chart is saved."""

    format: str = "svg"
    size: str = "page"
    theme: str = "light"
    dpi: int = 300
    transparent: bool = False

    @staticmethod
    def recalled(memory: ChartMemory) -> ChartChoice:
        """As the last one was."""
        first = ChartChoice()
        return ChartChoice(
            memory.word(MEMORY, "format", FORMATS, first.format), memory.word(MEMORY, "size", tuple(SIZES), first.size),
            memory.word(MEMORY, "theme", THEMES, first.theme), memory.number(MEMORY, "dpi", LEAST_DPI, MOST_DPI, first.dpi),
            memory.flag(MEMORY, "transparent"),
        )

    def keep(self, memory: ChartMemory) -> None:
        """Remember."""
        for name in ("format", "size", "theme", "dpi", "transparent"):
            memory.keep(MEMORY, name, getattr(self, name))


def ask_path(parent: QWidget, suggestion: str) -> str:
    """The system's file dialog."""
    filters = [f"{name.upper()} (*.{name})" for name in FORMATS]
    first = next((f for f, name in zip(filters, FORMATS, strict=True) if suggestion.endswith(f".{name}")), filters[0])
    return QFileDialog.getSaveFileName(parent, parent.tr("Save chart"), suggestion, ";;".join(filters), first)[0]


def format_of(path: Path) -> str:
    """The format that a file's name asks for. Raises BadInput for a name that asks for none."""
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        raise BadInput("{0} is not a name for a chart; allowed endings: {1}", path.name, ", ".join(f".{f}" for f in FORMATS))
    return suffix


class ChartDialog(QDialog):
    """One chart.

    Signals: wanted(path, choice) when the user asks for the file; the owner writes it and calls ``refuse`` or closes the dialog.
    """

    wanted = Signal(object, object)

    def __init__(
        self, parent: QWidget, make: Callable[[ChartChoice], Page], choice: ChartChoice, path: Path, ask: AskPath = ask_path,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("chart_file")
        self.setWindowTitle(self.tr("Save chart"))
        self.setMinimumWidth(520)
        self._make, self._ask = make, ask
        self.choice = choice
        self.format = self._segments(self.tr("Format"), ("SVG", "PNG", "CSV"), FORMATS.index(choice.format))
        for index, tip in enumerate((
            self.tr("For papers and for editing: text stays text."),
            self.tr("For slides and the web: pixels at the chosen resolution."),
            self.tr("The chart's data, with what they hold under in lines that begin with #."),
        )):
            self.format.describe(index, FORMATS[index].upper(), enabled=True, tip=tip)
        pages = (self.tr("Page, 180 mm"), self.tr("Column, 88 mm"), self.tr("Slide"))
        self.page = self._segments(self.tr("Page"), pages, list(SIZES).index(choice.size))
        self.theme = self._segments(
            self.tr("Colours"), (self.tr("Light"), self.tr("Dark"), self.tr("As shown")), THEMES.index(choice.theme)
        )
        self.dpi = QLineEdit(str(choice.dpi))
        self.dpi.setObjectName("chart_file.dpi")
        self.dpi.setValidator(QIntValidator(LEAST_DPI, MOST_DPI, self.dpi))
        self.dpi.setFixedWidth(64)
        self.dpi.setAccessibleName(self.tr("Resolution in dots per inch"))
        self.transparent = Switch(self.tr("Transparent ground"))
        self.transparent.setObjectName("chart_file.transparent")
        self.transparent.setChecked(choice.transparent)
        self.path = QLineEdit(str(path.with_name(f"{path.name}.{choice.format}")))
        self.path.setObjectName("chart_file.path")
        self.path.setAccessibleName(self.tr("File"))
        self.browse = QPushButton(self.tr("Choose…"))
        self.extent = label("", pixels=SMALL_PX, ink="dim", tabular=True)
        self.extent.setObjectName("chart_file.size")
        self.status = label("", pixels=SMALL_PX)
        self.status.setWordWrap(True)
        mark(self.status, "warning")
        self.save = QPushButton(self.tr("Save"))
        self.save.setObjectName("chart_file.save")
        mark(self.save, "primary")
        self.save.setDefault(True)
        self.stop = QPushButton(self.tr("Cancel"))
        self._lay_out()
        for segments in (self.format, self.page, self.theme):
            segments.chosen.connect(self._on_chosen)
        self.dpi.textChanged.connect(self._on_chosen)
        self.transparent.toggled.connect(self._on_chosen)
        self.path.textEdited.connect(self._on_path_edited)
        self.browse.clicked.connect(self._on_browse)
        self.save.clicked.connect(self._on_save)
        self.stop.clicked.connect(self.reject)
        self._refresh()

    def refuse(self, error: BadInput) -> None:
        """The file could not be written: say why and stay open."""
        sentence = engine_sentence([error.template, *error.arguments])
        typed = error.template.startswith("{0}")  # what the user typed keeps its case
        say(self.status, sentence if typed else sentence[:1].upper() + sentence[1:])
        self.status.setVisible(True)
        self.path.setFocus()

    def _segments(self, name: str, texts: tuple[str, ...], index: int) -> Segments:
        made = Segments(texts)
        made.setAccessibleName(name)
        made.setFixedWidth(SEGMENTS_PX)
        made.show_choice(index)
        return made

    def _lay_out(self) -> None:
        where, ground, buttons = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (where, ground, buttons):
            row.setSpacing(8)
        where.addWidget(self.path, 1)
        where.addWidget(self.browse)
        ground.addWidget(self.dpi)
        ground.addWidget(label("dpi", pixels=SMALL_PX, ink="dim"))
        ground.addSpacing(16)
        ground.addWidget(self.transparent)
        ground.addStretch(1)
        form = QGridLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        rows = (
            (self.tr("Format"), self.format), (self.tr("Page"), self.page), (self.tr("Colours"), self.theme),
            (self.tr("Resolution"), ground), (self.tr("File"), where), (self.tr("Size"), self.extent),
        )
        for at, (name, content) in enumerate(rows):
            form.addWidget(label(name, pixels=SMALL_PX, ink="dim"), at, 0)
            line = content if isinstance(content, QHBoxLayout) else QHBoxLayout()
            if isinstance(content, QWidget):
                line.addWidget(content)
                line.addStretch(1)
            form.addLayout(line, at, 1)
        form.setColumnStretch(1, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.stop)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Save chart"), pixels=LARGE_PX, bold=True))
        column.addLayout(form)
        column.addWidget(self.status)
        column.addStretch(1)
        column.addLayout(buttons)

    def _index(self, segments: Segments) -> int:
        return next(i for i in range(3) if segments.button(i).isChecked())

    def _on_chosen(self) -> None:
        before = self.choice.format
        dpi = int(self.dpi.text()) if self.dpi.hasAcceptableInput() else self.choice.dpi
        self.choice = ChartChoice(
            FORMATS[self._index(self.format)], list(SIZES)[self._index(self.page)], THEMES[self._index(self.theme)], dpi,
            self.transparent.isChecked(),
        )
        text = self.path.text()
        if before != self.choice.format and text.lower().endswith(f".{before}"):
            self.path.setText(text[: -len(before)] + self.choice.format)
        self._refresh()

    def _on_path_edited(self, text: str) -> None:
        """The name says the format: what is chosen follows it."""
        suffix = Path(text.strip()).suffix.lower().removeprefix(".")
        if suffix in FORMATS and suffix != self.choice.format:
            self.format.show_choice(FORMATS.index(suffix))
            self._on_chosen()

    def _on_browse(self) -> None:
        path = self._ask(self, self.path.text())
        if path:
            self.path.setText(path)
            self._on_path_edited(path)

    def _on_save(self) -> None:
        text = self.path.text().strip()
        if not text:
            self.refuse(BadInput("a file name is needed"))
        elif self.dpi.isEnabled() and not self.dpi.hasAcceptableInput():
            self.refuse(BadInput("dpi = {0} is not allowed; allowed: {1} to {2}", self.dpi.text() or "∅", LEAST_DPI, MOST_DPI))
        else:
            self.wanted.emit(Path(text).expanduser(), self.choice)

    def _refresh(self) -> None:
        """The size, and what the format has no use for."""
        self.status.setVisible(False)
        kind = self.choice.format
        self.dpi.setEnabled(kind == "png")
        self.dpi.setToolTip("" if kind == "png" else self.tr("SVG and CSV have no pixels."))
        for control in (self.page, self.theme, self.transparent):
            control.setEnabled(kind != "csv")
            control.setToolTip("" if kind != "csv" else self.tr("CSV holds the data alone."))
        if kind == "csv":
            say(self.extent, self.tr("the chart's data as text"))
            return
        made = self._make(self.choice)
        wide, high = pixels(made, self.choice.dpi) if kind == "png" else (made.width, made.height)
        say(self.extent, f"{wide} × {high} px · {made.width * MM_PER_PIXEL:.0f} × {made.height * MM_PER_PIXEL:.0f} mm")
