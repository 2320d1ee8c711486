"""The history in the window: its actions, and its words in the message bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from explorer.views.bottom import HISTORY
from explorer.views.words import engine_sentence

if TYPE_CHECKING:
    from explorer.views.window import MainWindow


class HistoryPart(QObject):
    """Connects actions, preference and message bar to the tab."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.tab = window.bottom.history
        latency, preferences, anew = window.session.latency, window.session.preferences, window.table["measure_anew"]
        window.table.connect({"show_history": self.show})
        latency.anew = preferences.flag("measure_anew")
        anew.setChecked(latency.anew)
        anew.toggled.connect(self._on_anew)
        self.tab.refused.connect(lambda sentence: window.message.warn(engine_sentence(sentence)))
        self.tab.noted.connect(lambda sentence: window.message.note(engine_sentence(sentence)))
        self.tab.deleted.connect(
            lambda sentence: window.message.note(engine_sentence(sentence), self.tr("Undo"), self.tab.take_back)
        )

    def show(self) -> None:
        """The tab, with the keyboard in its table."""
        self.window.docks["bottom"].show()
        self.window.bottom.tabs.setCurrentIndex(HISTORY)
        self.tab.table.setFocus()

    def _on_anew(self, on: bool) -> None:  # noqa: FBT001  (a toggle's slot)
        latency = self.window.session.latency
        latency.anew = on
        self.window.session.preferences.keep("measure_anew", on)
        if on:
            latency.set_auto(latency.auto)  # what is shown may be due now
