"""Colours of Python source in both themes, and the highlighter that puts them on a page. Contrast is 4.5 : 1 on every ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from explorer.core.python_text import COMMENT, DEFINITION, KEYWORD, NUMBER, SELF, STRING, Span
from explorer.views.theme import Theme


@dataclass(frozen=True)
class CodeColours:
    """Inks by kind of token, and the grounds of lines: the selection's and those that a knob governs."""

    inks: dict[str, str]
    selected: str
    governed: str
    note: str


LIGHT_CODE = CodeColours(
    {
        KEYWORD: "#7a2f9e", STRING: "#0b6343", COMMENT: "#586174", NUMBER: "#8f4a05", DEFINITION: "#2747b8", SELF: "#4b5568",
    },
    "#e9eefc", "#fdf0d5", "#8f4a05",
)
DARK_CODE = CodeColours(
    {
        KEYWORD: "#cda0ee", STRING: "#7fd6a8", COMMENT: "#a7b0c1", NUMBER: "#f3b478", DEFINITION: "#9db4ff", SELF: "#b6bfce",
    },
    "#26304d", "#40331c", "#f3b478",
)


def colours(theme: Theme) -> CodeColours:
    """Those of a theme."""
    return DARK_CODE if theme.dark else LIGHT_CODE


class Highlighter(QSyntaxHighlighter):
    """Colours a page by spans that are known beforehand, a list for each of its lines."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._spans: Sequence[Sequence[Span]] = ()
        self._formats: dict[str, QTextCharFormat] = {}

    def set_theme(self, theme: Theme) -> None:
        """Colours."""
        self._formats = {}
        for kind, ink in colours(theme).inks.items():
            made = QTextCharFormat()
            made.setForeground(QColor(ink))
            self._formats[kind] = made
        self.rehighlight()

    def set_spans(self, spans: Sequence[Sequence[Span]]) -> None:
        """Of the page that comes next."""
        self._spans = spans

    def highlightBlock(self, _text: str) -> None:
        line = self.currentBlock().blockNumber()
        for first, length, kind in self._spans[line] if line < len(self._spans) else ():
            found = self._formats.get(kind)
            if found is not None:
                self.setFormat(first, length, found)
