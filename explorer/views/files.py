"""Recipes as files: the dialogs, and the question before anything unsaved is lost. What fails is said in the message bar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from explorer.core.errors import BadInput
from explorer.core.recipe import read_recipe, read_source, write_recipe
from explorer.session.session import Session
from explorer.views.message import MessageBar
from explorer.views.words import dialog_text, engine_sentence

Answer = QMessageBox.StandardButton
SUFFIX = ".recipe.json"


def _ask_open(parent: QWidget, folder: str) -> str:
    return QFileDialog.getOpenFileName(parent, dialog_text("Open recipe"), folder, dialog_text("Recipes (*.json)"))[0]


def _ask_save(parent: QWidget, suggestion: str) -> str:
    return QFileDialog.getSaveFileName(parent, dialog_text("Save recipe"), suggestion, dialog_text("Recipes (*.json)"))[0]


def _ask_unsaved(parent: QWidget, name: str) -> Answer:
    return QMessageBox.question(
        parent, dialog_text("Unsaved recipe"), dialog_text("The edited {0} has not been saved.").format(name),
        Answer.Save | Answer.Discard | Answer.Cancel, Answer.Save,
    )


class Files(QObject):
    """Open, save, and may we close. The dialogs are attributes, so that a test can answer them."""

    def __init__(self, window: QWidget, session: Session, message: MessageBar) -> None:
        super().__init__(window)
        self.window = window
        self.session = session
        self.message = message
        self.ask_open: Callable[[QWidget, str], str] = _ask_open
        self.ask_save: Callable[[QWidget, str], str] = _ask_save
        self.ask_unsaved: Callable[[QWidget, str], Answer] = _ask_unsaved
        self._waiting: Path | None = None
        session.own_loaded.connect(self._on_own_loaded)

    def open(self) -> None:
        """Ask which, and open it."""
        name = self.ask_open(self.window, self.session.preferences.text("folder"))
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> bool:
        """Open a recipe; the sentence is shown where it cannot be. One of an own architecture waits until those are loaded."""
        self._waiting = None
        try:
            preset = read_recipe(path).preset
            if preset not in self.session.catalogue.presets() and self.session.own.is_pending():
                self._waiting = path
                return False
            self._refuse_unknown(path, preset)
            self.session.document.open_recipe(path)
        except BadInput as error:
            self._warn(error)
            return False
        self._remember(path)
        self._compare_source(path, preset)
        return True

    def _refuse_unknown(self, path: Path, preset: str) -> None:
        """Raises BadInput for a preset that the library does not have."""
        known = self.session.catalogue.presets()
        if not known or preset in known:
            return
        file = read_source(path).get("file")
        if file:
            template = "{0} cannot be opened: its preset {1} is of the own file {2}. Add its folder with File, Own architectures…"
            raise BadInput(template, path.name, preset, file)
        raise BadInput(
            "{0} cannot be opened: the library has no preset {1}. If it is an own architecture, add its folder with "
            "File, Own architectures…", path.name, preset,
        )

    def _compare_source(self, path: Path, preset: str) -> None:
        """A word where the file of an own architecture is no longer the one that the recipe was saved with."""
        then, now = read_source(path), self.session.own.file_of(preset)
        if then and now is not None and then["sha256"] != now.sha256:
            self.message.note(self.tr("{0} was changed since this recipe was saved; its numbers may differ.").format(now.file))

    def _on_own_loaded(self) -> None:
        if self._waiting is not None and not self.session.own.is_pending():
            self.open_path(self._waiting)

    def save(self) -> bool:
        """Save under its name, or ask for one."""
        path = self.session.document.path
        return self._save_to(path) if path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a name and save."""
        folder = Path(self.session.preferences.text("folder"))
        name = self.ask_save(self.window, str(folder / (self.session.document.recipe.preset + SUFFIX)))
        if not name:
            return False
        path = Path(name)
        return self._save_to(path if path.suffix else path.with_name(path.name + SUFFIX))

    def may_close(self) -> bool:
        """Ask about what is unsaved; False where the user wants to stay or saving failed."""
        document = self.session.document
        unsaved = document.unsaved()
        if unsaved is None:
            return True
        answer = self.ask_unsaved(self.window, unsaved.preset)
        if answer != Answer.Save:
            return answer == Answer.Discard
        if unsaved == document.recipe:
            return self.save()
        name = self.ask_save(self.window, unsaved.preset + SUFFIX)
        if not name:
            return False
        try:
            write_recipe(unsaved, Path(name))
        except BadInput as error:
            self._warn(error)
            return False
        return True

    def remember_export(self, report: dict[str, Any]) -> None:
        """The next dialog starts where the last file was written."""
        self._remember(Path(str(report["path"])))
        self.session.trace.event("exported", path=str(report["path"]), sha256=report["sha256"])

    def _save_to(self, path: Path) -> bool:
        try:
            self.session.document.save(path)
        except BadInput as error:
            self._warn(error)
            return False
        self._remember(path)
        self.message.note(self.tr("Saved as {0}.").format(path.name))
        return True

    def _remember(self, path: Path) -> None:
        self.session.preferences.keep("folder", str(path.resolve().parent))

    def _warn(self, error: BadInput) -> None:
        self.message.warn(engine_sentence([error.template, *error.arguments]))
