"""What stands beside the tabs while the sweep is seen: a new one, pause and resume, those kept, saving, the filter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QMessageBox, QToolButton, QWidget

from explorer.core.errors import BadInput
from explorer.session.session import Session
from explorer.session.sweep_folder import Kept
from explorer.session.sweeps import FAILED, HELD, NONE, PAUSED, RUNNING, save_rows
from explorer.views.actions import Actions
from explorer.views.layer_tools import FilterField, popup_menu
from explorer.views.theme import font
from explorer.views.widgets import mark
from explorer.views.words import dialog_text

SHOWN_KEPT = 12
AskSave = Callable[[QWidget, str], str]
AskDelete = Callable[[QWidget, str], bool]


def ask_save(parent: QWidget, start: str) -> str:
    """The system's dialog."""
    kinds = "CSV (*.csv);;Markdown (*.md);;LaTeX (*.tex);;JSON (*.json)"
    return QFileDialog.getSaveFileName(parent, dialog_text("Save the sweep"), start, kinds)[0]


def ask_open(parent: QWidget, start: str) -> str:
    """The system's dialog."""
    return QFileDialog.getOpenFileName(parent, dialog_text("Open the result of a sweep"), start, "JSON (*.json)")[0]


def ask_delete(parent: QWidget, name: str) -> bool:
    """Whether a kept sweep may go for good; no is the default."""
    buttons = QMessageBox.StandardButton
    words = dialog_text("Delete the sweep {0} for good?").format(name)
    return QMessageBox.question(parent, dialog_text("Delete a sweep"), words, buttons.Yes | buttons.No, buttons.No) == buttons.Yes


class SweepTools(QWidget):
    """The dialogs are attributes, so that a test can answer them.

    Signals: typed(query), left() towards the table, refused(sentence), noted(sentence).
    """

    typed = Signal(str)
    left = Signal()
    refused = Signal(list)
    noted = Signal(list)

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self.session = session
        self.sweeps = session.sweeps
        self.ask_save: AskSave = ask_save
        self.ask_open: AskSave = ask_open
        self.ask_delete: AskDelete = ask_delete
        self.filter = FilterField()
        self.filter.setObjectName("sweep.filter")
        self.filter.setFont(font())
        self.filter.setPlaceholderText(self.tr("Filter: fits, front, α=0.5"))
        self.filter.setAccessibleName(self.tr("Filter the rows of the sweep"))
        self.filter.setToolTip(self.tr(
            "fits: within the budget; front: on the front (◆); refused: what cannot be built; else words of the row, such as "
            "alpha=0.5 or a paper's name. Several words hold together."
        ))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(190)
        self.filter.textChanged.connect(self.typed)
        self.filter.left.connect(self.left)
        self.new = self._button("new", self.tr("New sweep…"), actions["sweep"].toolTip(), actions["sweep"].trigger)
        self.pause = self._button("pause", self.tr("Pause"), "", self._on_pause)
        self.away = self._button(
            "cancel", self.tr("Cancel"), self.tr("Ends it. What is finished stays among the kept sweeps."), self.sweeps.put_away,
        )
        told = self.tr("Earlier sweeps, and results of main.py sweep")
        self.kept = self._button("kept", self.tr("Kept ▾"), told, self._on_kept)
        self.save = self._button("save", self.tr("Save…"), self.tr("The rows as CSV, Markdown, LaTeX or JSON"), self._on_save)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        for widget in (self.filter, self.pause, self.away, self.new, self.kept, self.save):
            row.addWidget(widget)
        self.refresh()

    def refresh(self) -> None:
        """Which of them do something now."""
        state = self.sweeps.state
        going = state in (RUNNING, HELD)
        self.pause.setVisible(going or state in (PAUSED, FAILED))
        self.pause.setText(self.tr("Pause") if going else self.tr("Resume"))
        self.pause.setToolTip(self.tr("Stops here; Resume goes on where it was, also after the program was ended.") if going
                              else self.tr("Goes on where it was; nothing that is finished is done again."))
        self.away.setVisible(going or state in (PAUSED, FAILED))
        self.save.setEnabled(state != NONE and bool(self.sweeps.rows))

    def kept_menu(self) -> QMenu:
        """Open or delete each of those kept."""
        menu = popup_menu(self)
        found = self.sweeps.folder.kept()
        for kept in found[:SHOWN_KEPT]:
            state = "" if kept.finished else self.tr(" (unfinished)")
            inner = menu.addMenu(f"{kept.name}{state}")
            inner.addAction(self.tr("Open")).triggered.connect(lambda _on=False, path=kept.path: self.open(path))
            inner.addAction(self.tr("Delete…")).triggered.connect(lambda _on=False, kept=kept: self._on_delete(kept))
        if not found:
            menu.addAction(self.tr("No sweep is kept yet")).setEnabled(False)
        elif len(found) > SHOWN_KEPT:
            more = menu.addAction(self.tr("{0} older ones in {1}").format(len(found) - SHOWN_KEPT, self.sweeps.folder.path))
            more.setEnabled(False)
        menu.addSeparator()
        action = menu.addAction(self.tr("Open a result…"))
        action.setObjectName("sweep.open")
        action.triggered.connect(self._on_open)
        return menu

    def open(self, path: Path) -> None:
        """Show a kept sweep or a result; a word where it is none."""
        try:
            self.sweeps.open(path)
        except BadInput as error:
            self.refused.emit([error.template, *error.arguments])

    def _on_pause(self) -> None:
        if self.sweeps.state in (RUNNING, HELD):
            self.sweeps.pause()
        else:
            self.sweeps.resume()

    def _on_kept(self) -> None:
        self.kept_menu().popup(self.kept.mapToGlobal(self.kept.rect().bottomLeft()))

    def _on_open(self) -> None:
        name = self.ask_open(self, self.session.preferences.text("folder") or str(Path.cwd()))
        if name:
            self.open(Path(name))

    def _on_delete(self, kept: Kept) -> None:
        if self.ask_delete(self, kept.name):
            self.sweeps.delete(kept.path)

    def _on_save(self) -> None:
        folder = Path(self.session.preferences.text("folder") or Path.cwd())
        stem = self.sweeps.path.stem if self.sweeps.path else "sweep"
        name = self.ask_save(self, str(folder / f"{stem}.csv"))
        if not name:
            return
        try:
            save_rows(self.sweeps, Path(name))
        except BadInput as error:
            self.refused.emit([error.template, *error.arguments])
        else:
            self.noted.emit(["Saved as {0}.", name])

    def _button(self, name: str, text: str, tip: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"sweep.{name}")
        button.setText(text)
        button.setToolTip(tip)
        mark(button, "pill")
        mark(button, "small")
        button.clicked.connect(lambda _on=False: act())
        return button
