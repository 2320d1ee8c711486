"""Own architectures in the window: the question before code is run, and the list of folders with what became of each file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.core.errors import BadInput
from explorer.core.own import OwnFile
from explorer.session.own import OwnFolder
from explorer.session.own_architectures import OwnArchitectures
from explorer.views.following import follow
from explorer.views.library import LibraryPanel
from explorer.views.theme import LARGE_PX, SMALL_PX, TINY_PX, font
from explorer.views.widgets import label, mark, only_downwards, rule, say
from explorer.views.words import dialog_text, engine_sentence

SHOWN_NAMES = 8  # of the files a question is about
DETAILS_PX = 120

AskConsent = Callable[[QWidget, str, Sequence[str]], bool]


def ask_folder(parent: QWidget, start: str) -> str:
    """The system's dialog."""
    return QFileDialog.getExistingDirectory(parent, dialog_text("Folder with own architectures"), start)


def ask_consent(parent: QWidget, folder: str, names: Sequence[str]) -> bool:
    """Whether the code may be run; no is the default, and what closing the question means."""
    box = consent_box(parent, folder, names)
    box.exec()
    answer = box.clickedButton() is box.button(QMessageBox.StandardButton.Ok)
    box.deleteLater()
    return answer


def consent_box(parent: QWidget, folder: str, names: Sequence[str]) -> QMessageBox:
    """The question itself."""

    def words(text: str) -> str:
        return QCoreApplication.translate("own", text)

    shown = ", ".join(names[:SHOWN_NAMES]) + (", …" if len(names) > SHOWN_NAMES else "")
    box = QMessageBox(parent)
    box.setObjectName("own.consent")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(words("Own architectures"))
    box.setText(words("This runs code from this folder:\n{0}").format(folder))
    box.setInformativeText(
        words("Files: {0}\n\nIt can do everything that you can do on this computer. Allow it only if you trust who wrote it, "
              "also for later changes of these files.").format(shown)
    )
    box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
    box.button(QMessageBox.StandardButton.Ok).setText(words("Run this code"))
    for button in box.buttons():
        button.setIcon(QIcon())  # Fusion's own pictures are not of this program's look
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.setEscapeButton(QMessageBox.StandardButton.Cancel)
    return box


class OwnPart(QObject):
    """What the window does about own architectures. The dialogs are attributes, so that a test can answer them."""

    def __init__(self, window: QWidget, own: OwnArchitectures, panel: LibraryPanel) -> None:
        super().__init__(window)
        self.window = window
        self.own = own
        self.panel = panel
        self.ask_consent: AskConsent = ask_consent
        self.ask_folder: Callable[[QWidget, str], str] = ask_folder
        self.dialog: OwnDialog | None = None
        self._asking = False
        follow(self, own.library.asked, lambda _path, _names: QTimer.singleShot(0, self, self._ask_next))
        own.library.changed.connect(self._on_changed)
        panel.own_wanted.connect(self.open)

    def open(self) -> None:
        """Show the list."""
        if self.dialog is None:
            self.dialog = OwnDialog(self.window, self)
            self.dialog.destroyed.connect(self._on_closed)
        self.dialog.open()

    def add(self) -> str:
        """Ask for a folder and add it; a sentence where it cannot be used."""
        name = self.ask_folder(self.dialog or self.window, str(Path.home()))
        if not name:
            return ""
        try:
            self.own.library.add(Path(name))
        except BadInput as error:
            return engine_sentence([error.template, *error.arguments])
        return ""

    def _ask_next(self) -> None:
        """One question at a time; each is about all files of a folder that wait."""
        if self._asking:
            return
        waiting = [f for f in self.own.library.folders if f.open_questions]
        if not waiting:
            return
        self._asking = True
        path, names = waiting[0].path, list(waiting[0].open_questions)
        try:
            allowed = self.ask_consent(self.dialog or self.window, path, names)
        finally:
            self._asking = False
        self.own.library.answer(path, names, allowed=allowed)

    def _on_changed(self) -> None:
        self.panel.set_files(self.own.library.files)
        if self.dialog is not None:
            self.dialog.refresh()

    def _on_closed(self) -> None:
        self.dialog = None


class OwnDialog(QDialog):
    """Folders, their files, what they brought or why they could not be loaded."""

    def __init__(self, parent: QWidget, part: OwnPart) -> None:
        super().__init__(parent)
        self.setObjectName("own")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Own architectures"))
        self.resize(680, 460)
        self.part = part
        self.opened: set[Path] = set()  # files whose details are shown
        self.show_folder: Callable[[QUrl], object] = QDesktopServices.openUrl
        self.status = label("", pixels=SMALL_PX, ink="dim")
        self.status.setWordWrap(True)
        self.status.setObjectName("own.status")
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        only_downwards(self.area)
        self.add_button = QPushButton(self.tr("Add folder…"))
        self.add_button.setObjectName("own.add")
        self.reload_button = QPushButton(self.tr("Reload"))
        self.reload_button.setObjectName("own.reload")
        self.reload_button.setToolTip(self.tr("Imports every file afresh; the open recipe keeps its knobs."))
        close = QPushButton(self.tr("Close"))
        close.setObjectName("own.close")
        intro = label(
            self.tr("Python files with an @architecture class, as docs/adding-an-architecture.md shows. A file is loaded again "
                    "when it is saved."), pixels=SMALL_PX, ink="dim",
        )
        intro.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.reload_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Own architectures"), pixels=LARGE_PX, bold=True))
        column.addWidget(intro)
        column.addWidget(self.area, 1)
        column.addWidget(self.status)
        column.addLayout(buttons)
        self.add_button.clicked.connect(lambda: say(self.status, self.part.add()))
        self.reload_button.clicked.connect(part.own.library.reload)
        close.clicked.connect(self.close)
        self.refresh()

    def refresh(self) -> None:
        """The folders and files as they are now."""
        library = self.part.own.library
        place = self.area.verticalScrollBar().value()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(6)
        if not library.folders:
            empty = label(self.tr("No folder yet."), ink="dim")
            empty.setObjectName("own.empty")
            column.addWidget(empty)
        for i, folder in enumerate(library.folders):
            if i:
                column.addSpacing(6)
                column.addWidget(rule())
                column.addSpacing(2)
            column.addLayout(self._head(folder))
            if folder.problem:
                column.addWidget(_line(engine_sentence(folder.problem), "warning"))
            files = [f for f in library.files if f.folder == folder.path]
            for file in files:
                self._add_file(column, file)
            for name in sorted(folder.declined):
                column.addWidget(_line(self.tr("{0}: not run, because you have not allowed it").format(name), "dim"))
            if not files and not folder.declined and not folder.problem and not library.is_trying():
                column.addWidget(_line(self.tr("No Python file in it."), "dim"))
        column.addStretch(1)
        self.area.setWidget(content)
        self.area.verticalScrollBar().setValue(place)
        self.reload_button.setEnabled(bool(library.folders))
        say(self.status, self.tr("Trying the files in a process of their own…") if library.is_trying() else "")

    def _head(self, folder: OwnFolder) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        path = label(folder.path + ("" if folder.kept else self.tr(" (this run only)")), bold=True)
        path.setWordWrap(True)
        row.addWidget(path, 1)
        if folder.declined:
            row.addWidget(self._link(self.tr("Allow…"), "own.allow", lambda: self.part.own.library.ask_again(folder.path)))
        row.addWidget(self._link(self.tr("Show"), "own.show", lambda: self.show_folder(QUrl.fromLocalFile(folder.path))))
        row.addWidget(self._link(self.tr("Remove"), "own.remove", lambda: self.part.own.library.remove(folder.path)))
        return row

    def _add_file(self, column: QVBoxLayout, file: OwnFile) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.setContentsMargins(12, 0, 0, 0)
        name = label(file.file, pixels=SMALL_PX)
        name.setFixedWidth(150)
        name.setToolTip(str(file.path))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(name, 0, top)
        if file.error:
            text, ink = "⚠ " + engine_sentence(file.error), "warning"
        else:
            text, ink = ", ".join(file.presets) or self.tr("no @architecture in it"), "" if file.presets else "dim"
        sentence = label(text, pixels=SMALL_PX, ink=ink)
        sentence.setWordWrap(True)
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(sentence, 1, top)
        column.addLayout(row)
        if not file.details:
            return
        shown = file.path in self.opened
        more = self._link(self.tr("Less") if shown else self.tr("Details"), "own.details", lambda: self._toggle(file.path))
        row.addWidget(more, 0, top)
        if shown:
            details = QPlainTextEdit(file.details)
            details.setObjectName("own.traceback")
            details.setAccessibleName(self.tr("Traceback of {0}").format(file.file))
            details.setReadOnly(True)
            details.setFont(font(TINY_PX, monospace=True))
            details.setFixedHeight(DETAILS_PX)
            column.addWidget(details)

    def _toggle(self, path: Path) -> None:
        self.opened ^= {path}
        QTimer.singleShot(0, self, self.refresh)  # not now: the button that was pressed goes with the old content

    def _link(self, text: str, name: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        mark(button, "link")
        button.setObjectName(name)
        button.setText(text)
        button.setFixedHeight(18)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: QTimer.singleShot(0, self, act))
        return button


def _line(text: str, ink: str) -> QWidget:
    made = label(text, pixels=SMALL_PX, ink=ink)
    made.setWordWrap(True)
    made.setContentsMargins(12, 0, 0, 0)
    return made
