"""What saving a picture and saving a chart have in common: format, one more choice, colours, resolution, where to, how large."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from explorer.core.errors import BadInput
from explorer.views.theme import LARGE_PX, SMALL_PX
from explorer.views.widgets import Segments, Switch, label, mark, say
from explorer.views.words import engine_sentence

SEGMENTS_PX = 320
AskPath = Callable[[QWidget, str], str]


def ask_path(parent: QWidget, title: str, suggestion: str, formats: Sequence[str]) -> str:
    """The system's file dialog."""
    filters = [f"{name.upper()} (*.{name})" for name in formats]
    first = next((f for f, name in zip(filters, formats, strict=True) if suggestion.endswith(f".{name}")), filters[0])
    return QFileDialog.getSaveFileName(parent, title, suggestion, ";;".join(filters), first)[0]


@dataclass(frozen=True)
class Between:
    """The choice between format and colours: the field of the choice it sets, its name, and the words of its values."""

    field: str
    title: str
    values: Mapping[str, str]


class SaveDialog(QDialog):
    """One file. What is chosen shows its size at once.

    The choice is a dataclass with ``format``, ``theme``, ``dpi``, ``transparent`` and the field of ``Between``. Subclasses say
    what the formats are for and how large the file will be.
    Signals: chosen(choice) whenever a choice changed; wanted(path, choice) when the user asks for the file; the owner writes
    it and calls ``refuse`` or closes the dialog.
    """

    chosen = Signal(object)
    wanted = Signal(object, object)
    THEMES: ClassVar[tuple[str, ...]] = ("light", "dark", "shown")
    DPI: ClassVar[tuple[int, int]] = (72, 600)
    PLAIN: ClassVar[frozenset[str]] = frozenset()  # formats without a picture

    def __init__(self, parent: QWidget, name: str, title: str, between: Between, choice: Any, path: Path, ask: AskPath) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        self.choice = choice
        self._ask, self._between = ask, between
        self.formats = tuple(self.format_tips())
        self.format = self._segments(self.tr("Format"), [f.upper() for f in self.formats], self.formats.index(choice.format))
        for index, (kind, tip) in enumerate(self.format_tips().items()):
            self.format.describe(index, kind.upper(), enabled=True, tip=tip)
        values = tuple(between.values)
        self.middle = self._segments(between.title, list(between.values.values()), values.index(getattr(choice, between.field)))
        colours = [self.tr("Light"), self.tr("Dark"), self.tr("As shown")]
        self.theme = self._segments(self.tr("Colours"), colours, self.THEMES.index(choice.theme))
        self.dpi = QLineEdit(str(choice.dpi))
        self.dpi.setObjectName(f"{name}.dpi")
        self.dpi.setValidator(QIntValidator(*self.DPI, self.dpi))
        self.dpi.setFixedWidth(64)
        self.dpi.setAccessibleName(self.tr("Resolution in dots per inch"))
        self.transparent = Switch(self.tr("Transparent ground"))
        self.transparent.setObjectName(f"{name}.transparent")
        self.transparent.setChecked(choice.transparent)
        self.path = QLineEdit(str(path))
        self.path.setObjectName(f"{name}.path")
        self.path.setAccessibleName(self.tr("File"))
        self.browse = QPushButton(self.tr("Choose…"))
        self.extent = label("", pixels=SMALL_PX, ink="dim", tabular=True)
        self.extent.setObjectName(f"{name}.size")
        self.status = label("", pixels=SMALL_PX)
        self.status.setObjectName(f"{name}.status")
        self.status.setWordWrap(True)
        mark(self.status, "warning")
        self.save = QPushButton(self.tr("Save"))
        self.save.setObjectName(f"{name}.save")
        mark(self.save, "primary")
        self.save.setDefault(True)
        self.stop = QPushButton(self.tr("Cancel"))
        self._lay_out(title)
        for segments in (self.format, self.middle, self.theme):
            segments.chosen.connect(self._on_chosen)
        self.dpi.textChanged.connect(self._on_chosen)
        self.transparent.toggled.connect(self._on_chosen)
        self.path.textEdited.connect(self._on_path_edited)
        self.browse.clicked.connect(self._on_browse)
        self.save.clicked.connect(self._on_save)
        self.stop.clicked.connect(self.reject)
        self._refresh()

    # what a subclass says

    def format_tips(self) -> dict[str, str]:
        """The formats in order, and what each is for."""
        raise NotImplementedError

    def no_pixels(self) -> str:
        """Why the other formats have no resolution."""
        raise NotImplementedError

    def extent_words(self) -> str:
        """How large the file will be. Raises BadInput where there is nothing to save."""
        raise NotImplementedError

    def refuse(self, error: BadInput) -> None:
        """The file could not be written: say why and stay open."""
        sentence = engine_sentence([error.template, *error.arguments])
        typed = error.template.startswith("{0}")  # what the user typed keeps its case
        say(self.status, sentence if typed else sentence[:1].upper() + sentence[1:])
        self.status.setVisible(True)
        self.path.setFocus()

    def _segments(self, name: str, texts: Sequence[str], index: int) -> Segments:
        made = Segments(tuple(texts))
        made.setAccessibleName(name)
        made.setFixedWidth(SEGMENTS_PX)
        made.show_choice(index)
        return made

    def _lay_out(self, title: str) -> None:
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
            (self.tr("Format"), self.format), (self._between.title, self.middle), (self.tr("Colours"), self.theme),
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
        column.addWidget(label(title, pixels=LARGE_PX, bold=True))
        column.addLayout(form)
        column.addWidget(self.status)
        column.addStretch(1)
        column.addLayout(buttons)

    def _on_chosen(self) -> None:
        before = self.choice.format
        self.choice = replace(
            self.choice, format=_picked(self.format, self.formats), theme=_picked(self.theme, self.THEMES),
            dpi=int(self.dpi.text()) if self.dpi.hasAcceptableInput() else self.choice.dpi,
            transparent=self.transparent.isChecked(), **{self._between.field: _picked(self.middle, tuple(self._between.values))},
        )
        text = self.path.text()
        if before != self.choice.format and text.lower().endswith(f".{before}"):
            self.path.setText(text[: -len(before)] + self.choice.format)
        self.chosen.emit(self.choice)
        self._refresh()

    def _on_path_edited(self, text: str) -> None:
        """The name says the format: what is chosen follows it."""
        suffix = Path(text.strip()).suffix.lower().removeprefix(".")
        if suffix in self.formats and suffix != self.choice.format:
            self.format.show_choice(self.formats.index(suffix))
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
            self.refuse(BadInput("dpi = {0} is not allowed; allowed: {1} to {2}", self.dpi.text() or "∅", *self.DPI))
        else:
            self.wanted.emit(Path(text).expanduser(), self.choice)

    def _refresh(self) -> None:
        """The size, and what the format has no use for."""
        self.status.setVisible(False)
        kind = self.choice.format
        self.dpi.setEnabled(kind == "png")
        self.dpi.setToolTip("" if kind == "png" else self.no_pixels())
        for control in (self.middle, self.theme, self.transparent):
            control.setEnabled(kind not in self.PLAIN)
        try:
            say(self.extent, self.extent_words())
        except BadInput as error:
            say(self.extent, engine_sentence([error.template, *error.arguments]))


def _picked(segments: Segments, values: Sequence[str]) -> str:
    return next(value for i, value in enumerate(values) if segments.button(i).isChecked())
