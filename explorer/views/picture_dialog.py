"""Save a picture of the graph: format, part, theme, resolution, where to, and how large it will be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.core.errors import BadInput
from explorer.views.graph.export import FORMATS, LEAST_DPI, MOST_DPI, Sheet, format_of, pixels
from explorer.views.picture_choice import PARTS, THEMES, PictureChoice
from explorer.views.theme import LARGE_PX, SMALL_PX
from explorer.views.widgets import Segments, Switch, label, mark, say
from explorer.views.words import engine_sentence

MM_PER_PIXEL = 25.4 / 96
SEGMENTS_PX = 320
AskPath = Callable[[QWidget, str], str]
MakeSheet = Callable[[PictureChoice], Sheet]


def ask_path(parent: QWidget, suggestion: str) -> str:
    """The system's file dialog."""
    filters = [f"{name.upper()} (*.{name})" for name in FORMATS]
    first = next((f for f, name in zip(filters, FORMATS, strict=True) if suggestion.endswith(f".{name}")), filters[0])
    return QFileDialog.getSaveFileName(parent, parent.tr("Save picture"), suggestion, ";;".join(filters), first)[0]


class PictureDialog(QDialog):
    """One picture. What is chosen shows its size at once.

    Signals: chosen(choice) whenever a choice changed; wanted(path, choice) when the user asks for the file; the owner writes
    it and calls ``refuse`` or closes the dialog.
    """

    chosen = Signal(object)
    wanted = Signal(object, object)

    def __init__(self, parent: QWidget, make: MakeSheet, choice: PictureChoice, path: Path, ask: AskPath = ask_path) -> None:
        super().__init__(parent)
        self.setObjectName("picture")
        self.setWindowTitle(self.tr("Save picture"))
        self.setMinimumWidth(520)
        self._make = make
        self._ask = ask
        self.choice = choice
        self.format = self._segments(self.tr("Format"), ("SVG", "PDF", "PNG"), FORMATS.index(choice.format))
        for index, tip in enumerate((
            self.tr("For papers and for editing: text stays text."),
            self.tr("For LaTeX and printing: one page as large as the picture."),
            self.tr("For slides and the web: pixels at the chosen resolution."),
        )):
            self.format.describe(index, FORMATS[index].upper(), enabled=True, tip=tip)
        self.part = self._segments(self.tr("Part"), (self.tr("Whole graph"), self.tr("Visible part")), PARTS.index(choice.part))
        self.theme = self._segments(
            self.tr("Colours"), (self.tr("Light"), self.tr("Dark"), self.tr("As shown")), THEMES.index(choice.theme)
        )
        self.dpi = QLineEdit(str(choice.dpi))
        self.dpi.setObjectName("picture.dpi")
        self.dpi.setValidator(QIntValidator(LEAST_DPI, MOST_DPI, self.dpi))
        self.dpi.setFixedWidth(64)
        self.dpi.setAccessibleName(self.tr("Resolution in dots per inch"))
        self.transparent = Switch(self.tr("Transparent ground"))
        self.transparent.setObjectName("picture.transparent")
        self.transparent.setChecked(choice.transparent)
        self.transparent.setToolTip(self.tr("Nothing is painted between the boxes: for a slide with a ground of its own."))
        self.path = QLineEdit(str(path.with_suffix(f".{choice.format}")))
        self.path.setObjectName("picture.path")
        self.path.setAccessibleName(self.tr("File"))
        self.browse = QPushButton(self.tr("Choose…"))
        self.extent = label("", pixels=SMALL_PX, ink="dim", tabular=True)
        self.extent.setObjectName("picture.size")
        self.status = label("", pixels=SMALL_PX)
        self.status.setObjectName("picture.status")
        self.status.setWordWrap(True)
        mark(self.status, "warning")
        self.save = QPushButton(self.tr("Save"))
        self.save.setObjectName("picture.save")
        mark(self.save, "primary")
        self.save.setDefault(True)
        self.stop = QPushButton(self.tr("Cancel"))
        self._lay_out()
        for segments in (self.format, self.part, self.theme):
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
        say(self.status, sentence[:1].upper() + sentence[1:])
        self.status.setVisible(True)
        self.path.setFocus()

    def _segments(self, name: str, texts: tuple[str, ...], index: int) -> Segments:
        made = Segments(texts)
        made.setAccessibleName(name)
        made.setFixedWidth(SEGMENTS_PX)
        made.show_choice(index)
        return made

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.path, 1)
        where.addWidget(self.browse)
        ground = QHBoxLayout()
        ground.setSpacing(8)
        ground.addWidget(self.dpi)
        ground.addWidget(label("dpi", pixels=SMALL_PX, ink="dim"))
        ground.addSpacing(16)
        ground.addWidget(self.transparent)
        ground.addStretch(1)
        form = QGridLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        rows = (
            (self.tr("Format"), self.format), (self.tr("Part"), self.part), (self.tr("Colours"), self.theme),
            (self.tr("Resolution"), ground), (self.tr("File"), where), (self.tr("Size"), self.extent),
        )
        for row, (name, content) in enumerate(rows):
            form.addWidget(label(name, pixels=SMALL_PX, ink="dim"), row, 0)
            line = content if isinstance(content, QHBoxLayout) else QHBoxLayout()
            if isinstance(content, QWidget):
                line.addWidget(content)
                line.addStretch(1)
            form.addLayout(line, row, 1)
        form.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.stop)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Save picture"), pixels=LARGE_PX, bold=True))
        column.addLayout(form)
        column.addWidget(self.status)
        column.addStretch(1)
        column.addLayout(buttons)

    def _chosen_index(self, segments: Segments, count: int) -> int:
        return next(i for i in range(count) if segments.button(i).isChecked())

    def _on_chosen(self) -> None:
        before = self.choice.format
        dpi = int(self.dpi.text()) if self.dpi.hasAcceptableInput() else self.choice.dpi
        self.choice = PictureChoice(
            FORMATS[self._chosen_index(self.format, len(FORMATS))], PARTS[self._chosen_index(self.part, len(PARTS))],
            THEMES[self._chosen_index(self.theme, len(THEMES))], dpi, self.transparent.isChecked(),
        )
        text = self.path.text()
        if before != self.choice.format and text.lower().endswith(f".{before}"):
            self.path.setText(text[: -len(before)] + self.choice.format)
        self.chosen.emit(self.choice)
        self._refresh()

    def _on_path_edited(self, text: str) -> None:
        """The name says the format: what is chosen follows it."""
        try:
            wanted = format_of(Path(text.strip()))
        except BadInput:
            return
        if wanted != self.choice.format:
            self.format.show_choice(FORMATS.index(wanted))
            self.choice = replace(self.choice, format=wanted)
            self.chosen.emit(self.choice)
            self._refresh()

    def _on_browse(self) -> None:
        path = self._ask(self, self.path.text())
        if path:
            self.path.setText(path)
            self._on_path_edited(path)

    def _on_save(self) -> None:
        text = self.path.text().strip()
        if not text:
            self.refuse(BadInput("a file name is needed"))
            return
        if self.dpi.isEnabled() and not self.dpi.hasAcceptableInput():
            self.refuse(BadInput("dpi = {0} is not allowed; allowed: {1} to {2}", self.dpi.text() or "∅", LEAST_DPI, MOST_DPI))
            return
        self.wanted.emit(Path(text).expanduser(), self.choice)

    def _refresh(self) -> None:
        """The size, and what the format has no use for."""
        self.status.setVisible(False)
        png = self.choice.format == "png"
        self.dpi.setEnabled(png)
        self.dpi.setToolTip("" if png else self.tr("SVG and PDF have no pixels: they are sharp at any size."))
        try:
            sheet = self._make(self.choice)
        except BadInput as error:
            say(self.extent, engine_sentence([error.template, *error.arguments]))
            return
        wide, high = pixels(sheet, self.choice.dpi) if png else (round(sheet.width), round(sheet.height))
        say(self.extent, f"{wide} × {high} px · {sheet.width * MM_PER_PIXEL:.0f} × {sheet.height * MM_PER_PIXEL:.0f} mm")
