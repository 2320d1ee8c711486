"""Weights files: the dialog that asks for one, details of the present one, and files that are dropped on the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.session.session import Session
from explorer.views.files import Files
from explorer.views.weights_dialog import WeightsDialog
from explorer.views.words import dialog_text

SUFFIXES = (".safetensors", ".pth", ".pt", ".bin")
RECIPE_SUFFIX = ".json"


def _ask_weights(parent: QWidget, folder: str) -> str:
    kinds = dialog_text("Weights ({0})").format(" ".join(f"*{suffix}" for suffix in SUFFIXES))
    return QFileDialog.getOpenFileName(parent, dialog_text("Load weights"), folder, kinds)[0]


class WeightsFiles(QObject):
    """What the user does with weights files. The dialog is an attribute, so that a test can answer it."""

    def __init__(self, window: QWidget, session: Session, files: Files) -> None:
        super().__init__(window)
        self.window = window
        self.session = session
        self.files = files
        self.ask_open: Callable[[QWidget, str], str] = _ask_weights
        self.dialog: WeightsDialog | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def load(self) -> None:
        """Ask which, and load it."""
        name = self.ask_open(self.window, self.session.preferences.text("folder"))
        if name:
            self.load_path(Path(name))

    def load_path(self, path: Path) -> None:
        """Load a file; a sentence is shown where it cannot be used."""
        self.session.preferences.keep("folder", str(path.absolute().parent))
        self.session.weights.load(self.session.document.recipe, path)

    def show(self) -> None:
        """Details of the present file; without one, ask for one."""
        if self.session.document.recipe.weights is None:
            self.load()
            return
        if self.dialog is None:
            self.dialog = WeightsDialog(self.window, self.session)
            self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.dialog.another_asked.connect(self.load)
            self.dialog.destroyed.connect(self._on_closed)
            self.dialog.open()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):  # of which entering and moving are kinds
            return False
        path = dropped(event)
        if path is None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._take(path)
        return True

    def _take(self, path: Path) -> None:
        if path.suffix == RECIPE_SUFFIX:
            self.files.open_path(path)
        else:
            self.load_path(path)

    def _on_closed(self) -> None:
        self.dialog = None


def dropped(event: QDropEvent) -> Path | None:
    """The one recipe or weights file that is dragged; None where it is something else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix in (*SUFFIXES, RECIPE_SUFFIX) else None
