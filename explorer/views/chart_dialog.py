"""Save a chart: format, size of the page, colours, resolution, where to, and how large it will be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from explorer.core.errors import BadInput
from explorer.session.chart_memory import ChartMemory
from explorer.views.figure_files import FORMATS, LEAST_DPI, MOST_DPI, pixels
from explorer.views.figure_page import MM_PER_PIXEL, SIZES, Page
from explorer.views.save_dialog import AskPath, Between, SaveDialog
from explorer.views.save_dialog import ask_path as ask_any
from explorer.views.words import dialog_text

MEMORY = "saved"
THEMES = ("light", "dark", "shown")


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
    return ask_any(parent, dialog_text("Save chart"), suggestion, FORMATS)


def format_of(path: Path) -> str:
    """The format that a file's name asks for. Raises BadInput for a name that asks for none."""
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        raise BadInput("{0} is not a name for a chart; allowed endings: {1}", path.name, ", ".join(f".{f}" for f in FORMATS))
    return suffix


class ChartDialog(SaveDialog):
    """One chart."""

    THEMES: ClassVar[tuple[str, ...]] = THEMES
    DPI: ClassVar[tuple[int, int]] = (LEAST_DPI, MOST_DPI)
    PLAIN: ClassVar[frozenset[str]] = frozenset({"csv"})

    def __init__(
        self, parent: QWidget, make: Callable[[ChartChoice], Page], choice: ChartChoice, path: Path, ask: AskPath = ask_path,
    ) -> None:
        self._make = make
        words = dict(zip(SIZES, (dialog_text("Page, 180 mm"), dialog_text("Column, 88 mm"), dialog_text("Slide")), strict=True))
        super().__init__(
            parent, "chart_file", dialog_text("Save chart"), Between("size", dialog_text("Page"), words), choice,
            path.with_name(f"{path.name}.{choice.format}"), ask,
        )
        self.page = self.middle

    def format_tips(self) -> dict[str, str]:
        tips = (
            self.tr("For papers and for editing: text stays text."),
            self.tr("For slides and the web: pixels at the chosen resolution."),
            self.tr("The chart's data, with what they hold under in lines that begin with #."),
        )
        return dict(zip(FORMATS, tips, strict=True))

    def no_pixels(self) -> str:
        return self.tr("SVG and CSV have no pixels.")

    def extent_words(self) -> str:
        kind = self.choice.format
        for control in (self.middle, self.theme, self.transparent):
            control.setToolTip("" if kind != "csv" else self.tr("CSV holds the data alone."))
        if kind == "csv":
            return self.tr("the chart's data as text")
        made = self._make(self.choice)
        wide, high = pixels(made, self.choice.dpi) if kind == "png" else (made.width, made.height)
        return f"{wide} × {high} px · {made.width * MM_PER_PIXEL:.0f} × {made.height * MM_PER_PIXEL:.0f} mm"
