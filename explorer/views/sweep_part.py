"""Sweeps in the window: the action, the dialog, the tab, the words in the message bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from explorer.session.sweeps import PAUSED
from explorer.views.bottom import SWEEP
from explorer.views.sweep_dialog import SweepDialog
from explorer.views.words import engine_sentence

if TYPE_CHECKING:
    from explorer.views.window import MainWindow


class SweepPart(QObject):
    """Connects action, dialog and tab."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.tab = window.bottom.sweep
        self.dialog: SweepDialog | None = None
        window.table.connect({"sweep": self.open, "show_sweep": self.show})
        for source in (self.tab, self.tab.tools):
            source.refused.connect(lambda sentence: window.message.warn(engine_sentence(sentence)))
            source.noted.connect(lambda sentence: window.message.note(engine_sentence(sentence)))
        window.session.sweeps.opened.connect(self._on_opened)

    def open(self) -> None:
        """The dialog, which stays beside the window."""
        if self.dialog is None:
            self.dialog = SweepDialog(self.window, self.window.session)
            self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.dialog.set_theme(self.window.theme)
            self.dialog.destroyed.connect(self._on_closed)
            self.dialog.started.connect(self._on_started)
        if self.dialog.isVisible():
            self.dialog.raise_()
        self.dialog.show()
        self.dialog.activateWindow()

    def show(self) -> None:
        """The tab, with the keyboard in it."""
        self.window.docks["bottom"].show()
        self.window.bottom.tabs.setCurrentIndex(SWEEP)
        self.tab.table.setFocus()

    def take_over(self, other: SweepPart) -> None:
        """The dialog of another window, as far as it was filled in."""
        if other.dialog is not None and other.dialog.isVisible():
            self.open()
            if self.dialog is not None:
                self.dialog.take_over(other.dialog)

    def _on_started(self, of_a_paper: bool) -> None:  # noqa: FBT001  (a signal's argument)
        """The tab; of a paper's sweep the published accuracies, as curves or as a map."""
        self.show()
        plan = self.window.session.sweeps.plan
        if of_a_paper and plan is not None:
            self.tab.charts["heat"].picked("colour", "top1")
            self.tab.charts["curves"].picked("y", "top1")
            self.tab.show_view("heat" if len(plan.axes) > 1 else "curves")

    def _on_opened(self, state: str) -> None:
        """A sweep of an earlier run came back: where it is unfinished, the way on is offered."""
        if state == PAUSED:
            words = self.tr("A sweep is unfinished: {0} of {1} points are done.")
            sweeps = self.window.session.sweeps
            total = len(sweeps.plan) if sweeps.plan is not None else 0
            self.window.message.note(words.format(len(sweeps.rows), total), self.tr("Resume"), sweeps.resume)

    def _on_closed(self) -> None:
        self.dialog = None
        self.window.session.scheduler.cancel()
