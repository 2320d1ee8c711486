"""Save a picture of the graph: format, part, theme, resolution, where to, and how large it will be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from explorer.views.graph.export import FORMATS, LEAST_DPI, MOST_DPI, Sheet, pixels
from explorer.views.picture_choice import PARTS, THEMES, PictureChoice
from explorer.views.save_dialog import AskPath, Between, SaveDialog
from explorer.views.save_dialog import ask_path as ask_any
from explorer.views.words import dialog_text

MM_PER_PIXEL = 25.4 / 96
MakeSheet = Callable[[PictureChoice], Sheet]


def ask_path(parent: QWidget, suggestion: str) -> str:
    """The system's file dialog."""
    return ask_any(parent, dialog_text("Save picture"), suggestion, FORMATS)


class PictureDialog(SaveDialog):
    """One picture of the graph."""

    THEMES: ClassVar[tuple[str, ...]] = THEMES
    DPI: ClassVar[tuple[int, int]] = (LEAST_DPI, MOST_DPI)

    def __init__(self, parent: QWidget, make: MakeSheet, choice: PictureChoice, path: Path, ask: AskPath = ask_path) -> None:
        self._make = make
        words = dict(zip(PARTS, (dialog_text("Whole graph"), dialog_text("Visible part")), strict=True))
        super().__init__(
            parent, "picture", dialog_text("Save picture"), Between("part", dialog_text("Part"), words), choice,
            path.with_suffix(f".{choice.format}"), ask,
        )
        self.part = self.middle
        self.transparent.setToolTip(self.tr("Nothing is painted between the boxes: for a slide with a ground of its own."))

    def format_tips(self) -> dict[str, str]:
        tips = (
            self.tr("For papers and for editing: text stays text."),
            self.tr("For LaTeX and printing: one page as large as the picture."),
            self.tr("For slides and the web: pixels at the chosen resolution."),
        )
        return dict(zip(FORMATS, tips, strict=True))

    def no_pixels(self) -> str:
        return self.tr("SVG and PDF have no pixels: they are sharp at any size.")

    def extent_words(self) -> str:
        sheet, png = self._make(self.choice), self.choice.format == "png"
        wide, high = pixels(sheet, self.choice.dpi) if png else (round(sheet.width), round(sheet.height))
        return f"{wide} × {high} px · {sheet.width * MM_PER_PIXEL:.0f} × {sheet.height * MM_PER_PIXEL:.0f} mm"
