"""The user's folders of own architectures: which files may be run, trying them, noticing that they changed. Imports none of them.

Consent is kept by folder and file name: a file that appears later is not run before it was asked about. A file that was allowed
may be edited; it is loaded again when it is saved.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from explorer.core.errors import BadInput
from explorer.core.own import OwnFile, own_files
from explorer.session.jobs import Sentence, WorkerProcess, sentence_of
from explorer.session.preferences import Preferences

KEY = "own_folders"
SETTLE_MS = 400  # an editor writes a file in several steps


State = dict[str, tuple[int, int]]


@dataclass
class OwnFolder:
    """One folder: names of files that may be run, of files that the user did not want to be run, and of files to ask about.

    ``kept`` is false for a folder of the command line, which is meant for this run. ``problem`` says why it cannot be read.
    """

    path: str
    allowed: set[str] = field(default_factory=set)
    declined: set[str] = field(default_factory=set)
    kept: bool = True
    open_questions: list[str] = field(default_factory=list)
    problem: Sentence = field(default_factory=list)


class OwnLibrary(QObject):
    """Folders, and what became of their files.

    Signals: changed() when folders or files differ; asked(folder, names) when files wait for the user's word;
    loaded(files) when every allowed file has been tried; failed(sentence) when none could be.
    """

    changed = Signal()
    asked = Signal(str, list)
    loaded = Signal(list)
    failed = Signal(list)

    def __init__(self, worker: WorkerProcess, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self.folders: list[OwnFolder] = []
        self.files: list[OwnFile] = []
        self._preferences = preferences
        self._remembered = _remembered(preferences.text(KEY))
        self.folders = [f for f in self._remembered.values() if f.kept]
        self._job = 0
        self._again = False
        self._settled = False
        self._disk: State = {}
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._on_disk_changed)
        for changed in (self._watcher.directoryChanged, self._watcher.fileChanged):
            changed.connect(lambda _path: self._timer.start())

    def start(self, folders: Iterable[Path] = ()) -> None:
        """Begin with the remembered folders and these of the command line. Nothing happens where there are none."""
        for path in folders:
            self._take(str(path.resolve()), kept=False)
        if self.folders:
            self.reload()
        else:
            self._settled = True
            self.changed.emit()

    def add(self, path: Path) -> None:
        """Another folder, remembered; its files are asked about first. Raises BadInput where it cannot be used."""
        own_files(path)
        folder = self._take(str(path.resolve()), kept=True)
        folder.declined.clear()
        self._remember()
        self.reload()

    def remove(self, path: str) -> None:
        """Forget a folder and the consent given for it; its architectures leave the library."""
        self.folders = [f for f in self.folders if f.path != path]
        self._remembered.pop(path, None)
        self._remember()
        self.reload()

    def answer(self, path: str, names: Sequence[str], *, allowed: bool) -> None:
        """The user's word on these files of a folder."""
        for folder in self.folders:
            if folder.path == path:
                (folder.allowed if allowed else folder.declined).update(names)
                (folder.declined if allowed else folder.allowed).difference_update(names)
        self._remember()
        self.reload()

    def ask_again(self, path: str) -> None:
        """Ask about what was declined before."""
        for folder in self.folders:
            if folder.path == path:
                folder.declined.clear()
        self.reload()

    def reload(self) -> None:
        """Look at the folders again, try every allowed file afresh, ask about the new ones."""
        self._timer.stop()
        self._again = self._job != 0
        if self._again:
            return
        self._disk = _state(self.folders)
        allowed: list[OwnFile] = []
        for folder in self.folders:
            folder.problem, folder.open_questions = [], []
            try:
                files = own_files(Path(folder.path))
            except BadInput as error:
                folder.problem = [error.template, *error.arguments]
                continue
            allowed += [f for f in files if f.file in folder.allowed]
            folder.open_questions = [f.file for f in files if f.file not in folder.allowed | folder.declined]
        self._watch()
        questions = [(f.path, list(f.open_questions)) for f in self.folders if f.open_questions]
        if allowed:
            self._job = self.worker.request(
                "try", {"files": [f.to_json() for f in allowed]}, on_result=self._on_tried, on_error=self._on_error, repeat=False
            )
        else:
            self._settle([])
        self.changed.emit()
        for path, names in questions:
            self.asked.emit(path, names)

    def stop(self) -> None:
        """Notice nothing any more: the program ends."""
        self._timer.stop()
        self._watcher.blockSignals(True)  # noqa: FBT003

    def is_pending(self) -> bool:
        """Whether an architecture may yet appear without the user doing more than answering a question."""
        return not self._settled or self._job != 0 or any(f.open_questions for f in self.folders)

    def is_trying(self) -> bool:
        """Whether files are being tried now."""
        return self._job != 0

    def take(self, files: Iterable[OwnFile]) -> None:
        """What the engine says of the files; it may differ where one changed in between."""
        found = list(files)
        if found != self.files:
            self.files = found
            self.changed.emit()

    def _take(self, path: str, *, kept: bool) -> OwnFolder:
        folder = self._remembered.setdefault(path, OwnFolder(path, kept=kept))
        folder.kept = folder.kept or kept
        if folder not in self.folders:
            self.folders.append(folder)
        return folder

    def _on_tried(self, result: dict[str, Any]) -> None:
        self._job = 0
        if self._again:
            self.reload()
            return
        self._settle([OwnFile.from_json(f) for f in result["files"]])
        self.changed.emit()

    def _on_error(self, error: dict[str, Any]) -> None:
        self._job = 0
        self._settled = True
        if error.get("kind") != "cancelled":
            self.failed.emit(sentence_of(error))
        self.changed.emit()

    def _settle(self, files: list[OwnFile]) -> None:
        had_any = bool(self.files)
        self.files, self._settled = files, True
        self.worker.stop()
        if files or had_any:
            self.loaded.emit(files)

    def _on_disk_changed(self) -> None:
        """Something happened in a folder; only what happened to its Python files matters, not a log that one of them writes."""
        if _state(self.folders) != self._disk:
            self.reload()

    def _watch(self) -> None:
        folders = {f.path for f in self.folders if not f.problem}
        wanted = folders | {path for path in self._disk if str(Path(path).parent) in folders}
        present = {*self._watcher.files(), *self._watcher.directories()}
        if present - wanted:
            self._watcher.removePaths(sorted(present - wanted))
        if wanted - present:
            self._watcher.addPaths(sorted(wanted - present))

    def _remember(self) -> None:
        rows = [
            {"path": f.path, "allowed": sorted(f.allowed), "declined": sorted(f.declined), "kept": f.kept}
            for f in self._remembered.values() if f.kept or f.allowed
        ]
        self._preferences.keep(KEY, json.dumps(rows, ensure_ascii=False))


def _state(folders: Iterable[OwnFolder]) -> State:
    """Path → (time, size) of every Python file in these folders, also of those that others import."""
    found: State = {}
    for folder in folders:
        try:
            for path in Path(folder.path).glob("*.py"):
                status = path.stat()
                found[str(path)] = (status.st_mtime_ns, status.st_size)
        except OSError:  # gone while it was looked at: the next look sees what is there
            found[folder.path] = (0, 0)
    return found


def _remembered(text: str) -> dict[str, OwnFolder]:
    """The folders of the preferences; what cannot be read counts as no consent."""
    try:
        return {
            row["path"]: OwnFolder(str(row["path"]), set(row["allowed"]), set(row["declined"]), kept=bool(row["kept"]))
            for row in json.loads(text or "[]")
        }
    except (ValueError, TypeError, KeyError):
        return {}
