"""What the keys do, as a list made of the tables of actions and keys, with a field to search it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from explorer.core.actions import ACTIONS, KEYS, MENUS
from explorer.views.theme import LARGE_PX, SMALL_PX, font
from explorer.views.widgets import label, only_downwards, section
from explorer.views.words import action_text


def shortcut_lists() -> list[tuple[str, list[tuple[str, str]]]]:
    """Titles, and below each the keys with what they do: the menus first, then what parts of the window answer to."""
    lists = []
    for menu in MENUS:
        rows = [(_native(row.keys), action_text(row.text)) for row in ACTIONS if row.menu == menu and row.keys]
        if rows:
            lists.append((action_text(menu), rows))
    parts = dict.fromkeys(row.where for row in KEYS)
    for where in parts:
        rows = [(action_text(row.keys), action_text(row.sentence)) for row in KEYS if row.where == where]
        lists.append((action_text(where), rows))
    return lists


def _native(keys: tuple[str, ...]) -> str:
    return ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


class ShortcutsDialog(QDialog):
    """Two columns of lists and a search field, which finds keys and words alike; closes with Esc."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(820, 600)
        self._lists: list[tuple[QLabel, list[tuple[QLabel, QLabel]]]] = []  # titles, and below each keys and words
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(32)
        lists = shortcut_lists()
        menus = sum(1 for title, _ in lists if title in {action_text(menu) for menu in MENUS})
        for part in (lists[:menus], lists[menus:]):
            columns.addLayout(self._column(part), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        only_downwards(area)
        area.setWidget(content)
        self.search = QLineEdit()
        self.search.setObjectName("shortcuts.search")
        self.search.setPlaceholderText(self.tr("Search: a key, or what it does"))
        self.search.setAccessibleName(self.tr("Search the shortcuts"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.look_for)
        self.none = label(self.tr("No key does that. Ctrl+K finds actions that have none."), ink="dim")
        self.none.setObjectName("shortcuts.none")
        self.none.hide()
        close = QPushButton(self.tr("Close"))
        close.setObjectName("shortcuts.close")
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(12)
        outer.addWidget(label(self.tr("Keyboard shortcuts"), pixels=LARGE_PX, bold=True))
        outer.addWidget(self.search)
        outer.addWidget(self.none)
        outer.addWidget(area, 1)
        outer.addLayout(buttons)

    def look_for(self, text: str) -> None:
        """Show the rows that hold every word of this, in their keys, words or title."""
        wanted = text.lower().split()
        known = {action_text(row.text): f"{row.id} {action_text(row.sentence)}" for row in ACTIONS}  # more to find it by
        any_found = False
        for title, rows in self._lists:
            found = False
            for keys, words in rows:
                hay = f"{title.text()} {keys.text()} {words.text()} {known.get(words.text(), '')}".lower()
                shown = all(word in hay for word in wanted)
                keys.setVisible(shown)
                words.setVisible(shown)
                found = found or shown
            title.setVisible(found)
            any_found = any_found or found
        self.none.setVisible(not any_found)

    def _column(self, lists: list[tuple[str, list[tuple[str, str]]]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        metrics = QFontMetrics(font(SMALL_PX, bold=True))
        wide = max(metrics.horizontalAdvance(keys) for _, rows in lists for keys, _ in rows) + 2
        for title, rows in lists:
            heading = section(title)
            column.addWidget(heading)
            grid = QGridLayout()
            grid.setHorizontalSpacing(12)
            grid.setVerticalSpacing(4)
            grid.setColumnStretch(1, 1)
            grid.setColumnMinimumWidth(0, wide)
            made = []
            for i, (keys, words) in enumerate(rows):
                key = label(keys, pixels=SMALL_PX, bold=True)
                grid.addWidget(key, i, 0, Qt.AlignmentFlag.AlignTop)
                sentence = label(words, pixels=SMALL_PX)
                sentence.setWordWrap(True)
                grid.addWidget(sentence, i, 1)
                made.append((key, sentence))
            self._lists.append((heading, made))
            column.addLayout(grid)
            column.addSpacing(8)
        column.addStretch(1)
        return column
