"""What stands beside the tabs while the history is seen: its filters, how many it shows, and the buttons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from explorer.core.age import read_time
from explorer.views.layer_tools import FilterField
from explorer.views.theme import TINY_PX, font
from explorer.views.widgets import Figure, mark

if TYPE_CHECKING:
    from explorer.core.store import Stored

DAYS = (0, 1, 7, 30)  # 0: any time
ALL, PRESET, RECIPE = range(3)


class HistoryTools(QWidget):
    """Words, what of, since when, and three buttons.

    Signals: changed() when a filter is another; left() towards the table; open_asked(), delete_asked(), files_asked(where).
    """

    changed = Signal()
    left = Signal()
    open_asked = Signal()
    delete_asked = Signal()
    files_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.found = Figure(TINY_PX, right=True, mark="dim")
        self.found.setObjectName("history.found")
        self.found.setMinimumWidth(60)
        self.filter = FilterField()
        self.filter.setObjectName("history.filter")
        self.filter.setFont(font())
        self.filter.setPlaceholderText(self.tr("Filter: mobilenet noisy 2026-11"))
        self.filter.setAccessibleName(self.tr("Filter the history"))
        self.filter.setToolTip(self.tr("Words that must all stand in a row: preset, change, condition, machine, date, doubt."))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(230)
        self.filter.setMinimumWidth(110)
        self.filter.textChanged.connect(self.changed)
        self.filter.left.connect(self.left)
        self.what, self.when = QComboBox(), QComboBox()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.found, 1)
        row.addWidget(self.filter, 2)
        for box, name, title, texts in (
            (self.what, "what", self.tr("Of what"), (self.tr("all networks"), self.tr("this preset"), self.tr("this recipe"))),
            (self.when, "when", self.tr("Since when"),
             (self.tr("any time"), self.tr("last day"), self.tr("last 7 days"), self.tr("last 30 days"))),
        ):
            box.setObjectName(f"history.{name}")
            box.setAccessibleName(title)
            box.setToolTip(title)
            box.addItems(texts)
            box.activated.connect(self.changed)
            row.addWidget(box)
        self.open, self.delete, self.files = QToolButton(), QToolButton(), QToolButton()
        for button, name, text, tip in (
            (self.open, "open", self.tr("Open"), self.tr("Opens the recipe of the marked row; Undo leads back (Enter)")),
            (self.delete, "delete", self.tr("Delete"), self.tr("Forgets the marked measurements; can be taken back (Delete)")),
            (self.files, "files", self.tr("Export"), self.tr("The marked measurements, or all shown, as CSV, JSON or Parquet")),
        ):
            button.setObjectName(f"history.{name}")
            button.setText(text)
            button.setToolTip(tip)
            mark(button, "pill")
            mark(button, "small")
            row.addWidget(button)
        self.open.clicked.connect(self.open_asked)
        self.delete.clicked.connect(self.delete_asked)
        self.files.clicked.connect(lambda: self.files_asked.emit(self.files.mapToGlobal(QPoint(0, self.files.height() + 2))))

    def condition(self, preset: str, digest: str) -> Callable[[Stored], bool]:
        """What the two boxes ask for; ``preset`` and ``digest`` are what the window shows."""
        what, days = self.what.currentIndex(), DAYS[self.when.currentIndex()]
        since = datetime.now(UTC) - timedelta(days=days)

        def keep(entry: Stored) -> bool:
            if (what == PRESET and entry.preset != preset) or (what == RECIPE and entry.digest != digest):
                return False
            then = read_time(entry.started) if days else None
            return not days or (then is not None and then >= since)

        return keep

    def show_found(self, shown: int, marked: int, total: int) -> None:
        """How many rows there are, and what the buttons can do."""
        words = str(total) if shown == total else self.tr("{0} of {1}").format(shown, total)
        self.found.show_text(self.tr("{0}, {1} marked").format(words, marked) if marked > 1 else words)
        self.open.setEnabled(marked == 1)
        self.delete.setEnabled(marked > 0)
        self.files.setEnabled(shown > 0)
