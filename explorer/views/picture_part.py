"""The window's pictures of the graph: the dialog, the file, the clipboard. What fails is said where the user looks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from explorer.core.errors import BadInput
from explorer.core.recipe import write_atomically
from explorer.session.session import Session
from explorer.views.graph import GraphView
from explorer.views.graph.export import Options, Sheet, caption, captured, format_of, mime_data, rendered
from explorer.views.message import MessageBar
from explorer.views.picture_choice import PictureChoice
from explorer.views.picture_dialog import PictureDialog, ask_path
from explorer.views.save_dialog import AskPath
from explorer.views.theme import DARK, LIGHT
from explorer.views.widgets import set_theme_within
from explorer.views.words import engine_sentence


@contextmanager
def hourglass() -> Iterator[None]:
    """The pointer says that it takes a while: hundreds of millions of pixels are some seconds."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()


class PicturePart(QObject):
    """Save and copy. ``ask`` is the file dialog, so that a test can answer it."""

    def __init__(self, window: QWidget, session: Session, graph: GraphView, message: MessageBar) -> None:
        super().__init__(window)
        self.window = window
        self.session = session
        self.graph = graph
        self.message = message
        self.ask: AskPath = ask_path

    def choice(self) -> PictureChoice:
        """How the last one was drawn."""
        return PictureChoice.from_text(self.session.preferences.text("picture"))

    def sheet(self, choice: PictureChoice) -> Sheet:
        """The page as the graph stands now. Raises BadInput where there is nothing to draw."""
        analysis, subject = self.session.document.analysis, captured(self.graph.picture)
        if analysis is None or subject is None:
            raise BadInput("there is nothing to draw: {0}", "no network")
        themes = {"light": LIGHT, "dark": DARK, "shown": self.graph.picture.scene.theme}
        seen = self.graph.mapToScene(self.graph.viewport().rect()).boundingRect()
        part = seen if choice.part == "visible" else None
        times = self.session.layer_times.of(analysis) if subject.quantity == "time" else None
        timed = times.document if times is not None else None
        words = caption(analysis, self.session.catalogue.architecture(analysis["preset"]), timed)
        return Sheet(subject, words, Options(themes[choice.theme], choice.transparent, part))

    def open(self) -> PictureDialog:
        """Show the dialog."""
        recipe = self.session.document.recipe
        folder = Path(self.session.preferences.text("folder") or Path.cwd())
        path = folder / f"{recipe.preset}{'-edited' if recipe.edited() else ''}.svg"
        dialog = PictureDialog(self.window, self.sheet, self.choice(), path, self.ask)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_theme_within(dialog, self.graph.picture.scene.theme)
        dialog.chosen.connect(self._keep)
        dialog.wanted.connect(lambda target, choice: self._save(dialog, target, choice))
        dialog.open()
        return dialog

    def copy(self) -> None:
        """Put the picture on the clipboard, in pixels, as SVG and as PDF."""
        choice = self.choice()
        try:
            with hourglass():
                data = mime_data(self.sheet(choice), choice.dpi)
        except BadInput as error:
            self.message.warn(engine_sentence([error.template, *error.arguments]))
            return
        QGuiApplication.clipboard().setMimeData(data)
        self.message.note(self.tr("The picture is on the clipboard, as PNG at {0} dpi, as SVG and as PDF.").format(choice.dpi))

    def _keep(self, choice: PictureChoice) -> None:
        self.session.preferences.keep("picture", choice.to_text())

    def _save(self, dialog: PictureDialog, path: Path, choice: PictureChoice) -> None:
        try:
            kind = format_of(path)
            with hourglass():
                sheet = self.sheet(choice)
                write_atomically(path, rendered(sheet, kind, choice.dpi))
        except BadInput as error:
            dialog.refuse(error)
            return
        self._keep(choice)
        self.session.preferences.keep("folder", str(path.resolve().parent))
        dialog.accept()
        lacking, said = sheet.lacking(), self.tr("Saved as {0}.").format(path)
        if lacking:
            said += " " + self.tr("No font of this machine has {0}: boxes stand for these characters.").format(lacking)
        (self.message.warn if lacking else self.message.note)(said)
