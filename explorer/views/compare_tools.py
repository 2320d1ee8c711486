"""What stands beside the tabs while the comparison is seen, and what is seen while there is nothing to compare."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from explorer.views.actions import Actions
from explorer.views.compare_view import DropZone
from explorer.views.theme import BODY_PX, TINY_PX
from explorer.views.widgets import Figure, label, mark


class CompareTools(QWidget):
    """The rule and the conditions in words, and three buttons.

    Signals: measure_asked(), columns_asked(where), copying_asked(where): where a menu is to open.
    """

    measure_asked = Signal()
    columns_asked = Signal(QPoint)
    copying_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.words = Figure(TINY_PX, right=True, mark="dim")
        self.words.setObjectName("compare.words")
        self.words.setMinimumWidth(200)
        self.measure, self.columns, self.copying = QToolButton(), QToolButton(), QToolButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        tips = (
            self.tr("Measures the pins that have no latency under the present conditions, one after another"),
            self.tr("Which columns are shown; also by a right click on the titles"),
            self.tr("The table as CSV, Markdown or LaTeX, with rule, conditions and sources; the pins as a file"),
        )
        named = (
            (self.measure, "measure", ""), (self.columns, "columns", self.tr("Columns")),
            (self.copying, "copy", self.tr("Copy, save")),
        )
        for (button, name, text), tip in zip(named, tips, strict=True):
            button.setObjectName(f"compare.{name}")
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(text or tip)
            mark(button, "pill")
            mark(button, "small")
            row.addWidget(button)
        self.measure.clicked.connect(self.measure_asked)
        for button, asked in ((self.columns, self.columns_asked), (self.copying, self.copying_asked)):
            button.clicked.connect(
                lambda _on=False, at=button, said=asked: said.emit(at.mapToGlobal(QPoint(0, at.height() + 2)))
            )
        self.show_state("", measuring=False, lacking=0)

    def show_state(self, words: str, *, measuring: bool, lacking: int) -> None:
        """The words at the left, and what the measuring button does now; ``lacking`` pins have no latency."""
        self.words.show_text(words)
        text = self.tr("Stop") if measuring else self.tr("Measure pins ▶")
        if self.measure.text() != text:
            self.measure.setText(text)
            self.measure.setAccessibleName(text)
        self.measure.setEnabled(measuring or lacking > 0)


class EmptyPage(DropZone):
    """What to do while nothing is pinned. Signals: files_asked()."""

    files_asked = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("compare.empty")
        what = self.tr("Pin recipes to compare parameters, MACs, memory, time and published accuracy under one counting rule.")
        how = self.tr("A preset is pinned by its context menu in the library; recipe files can be dropped here.")
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addStretch(1)
        for words, ink in ((what, ""), (how, "dim")):
            text = label(words, pixels=BODY_PX, ink=ink)
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            text.setWordWrap(True)
            column.addWidget(text)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.pin, self.files = QToolButton(), QToolButton()
        named = ((self.pin, "pin", self.tr("Pin this recipe")), (self.files, "files", self.tr("Pin recipe files…")))
        for button, name, title in named:
            button.setObjectName(f"compare.empty.{name}")
            button.setText(title)
            mark(button, "pill")
            row.addWidget(button)
        row.addStretch(1)
        column.addSpacing(6)
        column.addLayout(row)
        column.addStretch(1)
        action = actions["pin"]
        self.pin.clicked.connect(action.trigger)
        self.pin.setToolTip(action.toolTip())
        self.files.clicked.connect(self.files_asked)
