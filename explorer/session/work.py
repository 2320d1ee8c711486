"""The user's work from run to run: document, undo steps and what is seen of them, written while one works. Knows no widget.

A window writes ``work.json`` in the folder of the settings (a second window at the same time ``work-2.json``, and so on; a lock
tells which are taken). It is written within KEEP_MS of a change, a drag being one, under a temporary name and renamed: a program
that is killed loses at most what was done in that time, and never the whole.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe, read_recipe, write_atomically
from explorer.session.document import Document
from explorer.session.document_state import DocumentState

FORMAT, VERSION = "architecture-explorer/work", 1
KEEP_MS = 400
MOST_WAITS = 10  # of these while a mouse button is down: a drag must not lose frames to the disk
MOST_WINDOWS = 8
UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Work:
    """What a run left: the document, what was seen of it (the window's own words), and whether the run ended in order."""

    state: DocumentState
    view: dict[str, Any] = field(default_factory=dict)
    closed: bool = False

    def is_unsaved(self) -> bool:
        """Whether it holds an edit that no file has."""
        state = self.state
        edited = state.path is not None or state.recipe.edited() or state.recipe.weights is not None
        return state.left_unsaved is not None or (edited and state.index != state.clean)

    def to_bytes(self) -> bytes:
        """The file's content."""
        document = {
            "format": FORMAT, "version": VERSION, "closed": self.closed, "document": self.state.trimmed().to_json(),
            "view": self.view,
        }
        return (json.dumps(document, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")

    @staticmethod
    def read(path: Path) -> Work:
        """Raises BadInput where the file is something else."""
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise BadInput("cannot read {0}: {1}", path, error.strerror or error) from error
        except (ValueError, RecursionError) as error:
            raise BadInput("{0} is not kept work: not valid JSON ({1})", path, error) from error
        if not isinstance(document, dict) or document.get("format") != FORMAT or document.get("version") != VERSION:
            raise BadInput("{0} is not kept work of version {1}", path, VERSION)
        view = document.get("view")
        state = DocumentState.from_json(document.get("document"))
        return Work(state, view if isinstance(view, dict) else {}, closed=document.get("closed") is True)


class WorkKeeper(QObject):
    """Keeps the work of one window.

    Signals: kept() after each writing; complained(sentence) once where it cannot be kept or read.
    """

    kept = Signal()
    complained = Signal(list)

    def __init__(self, document: Document, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.folder = folder
        self.path: Path | None = None
        self.view: Callable[[], dict[str, Any]] = dict
        self._lock: QLockFile | None = None
        self._is_on = False
        self._written = b""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_MS)
        self._waits = 0
        self._timer.timeout.connect(self._on_due)
        for changed in (document.recipe_changed, document.file_changed, document.stack.indexChanged, document.selection.changed):
            changed.connect(self.touch)

    def found(self) -> Work | None:
        """What an earlier run left in the first place that no other window has; unsaved work comes first. Takes the place."""
        places = []
        for number in range(1, MOST_WINDOWS + 1):
            path = self.folder / ("work.json" if number == 1 else f"work-{number}.json")
            lock = self._locked(path)
            if lock is None:
                continue
            places.append((path, lock, self._read(path)))
            if not path.exists():
                break  # no later one was ever needed
        unsaved = [place for place in places if place[2] is not None and place[2].is_unsaved()]
        chosen = next(iter([*unsaved, *places]), None)
        for place in places:
            if place is not chosen:
                place[1].unlock()
        if chosen is None:
            self.complained.emit(["What you do cannot be kept for the next start: {0} cannot be written.", str(self.folder)])
            return None
        self.path, self._lock, work = chosen
        return work

    def begin(self) -> None:
        """Write from now on."""
        self._is_on = self.path is not None

    def pause(self) -> None:
        """Write what there is and nothing more until ``begin``: the document is lent to something else."""
        self.keep()
        self._is_on = False

    def touch(self) -> None:
        """Something is different: it is written soon; while a knob is dragged, once the drag is over or has gone on for long."""
        if self._is_on and not self._timer.isActive():
            self._timer.start()

    def keep(self, *, closed: bool = False) -> None:
        """Write now what there is, where it differs from what was written."""
        self._timer.stop()
        if self._is_on:
            self._write(Work(DocumentState.of(self.document), self.view(), closed=closed))

    def close(self) -> None:
        """The window closes in order. An edit that the user did not want to save is not brought back."""
        if not self._is_on:
            self.release()
            return
        if self.document.unsaved() is None:
            self.keep(closed=True)
        else:
            recipe, path = self._last_saved()
            self._write(Work(DocumentState(recipe, path), self.view(), closed=True))
        self._is_on = False
        self.release()

    def release(self) -> None:
        """Write what is not written yet and let go of the place."""
        if self._timer.isActive():
            self.keep()  # where it is on
        self._is_on = False
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _on_due(self) -> None:
        dragged = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        self._waits = self._waits + 1 if dragged and self._waits < MOST_WAITS else 0
        if self._waits:
            self._timer.start()
        else:
            self.keep()

    def _last_saved(self) -> tuple[Recipe, Path | None]:
        path = self.document.path
        if path is not None:
            try:
                return read_recipe(path), path
            except BadInput:
                path = None
        return Recipe(self.document.recipe.preset), path

    def _write(self, work: Work) -> None:
        content = work.to_bytes()
        if content == self._written or self.path is None:
            return
        try:
            write_atomically(self.path, content)
        except BadInput as error:
            self._is_on = False  # said once
            self.complained.emit(["What you do cannot be kept for the next start: {0}", str(error)])
            return
        self._written = content
        self.kept.emit()

    def _locked(self, path: Path) -> QLockFile | None:
        """The lock of a place; None where another window has it. One of a program that was killed is taken over."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return None
        lock = QLockFile(f"{path}.lock")
        lock.setStaleLockTime(0)
        return lock if lock.tryLock(0) else None

    def _read(self, path: Path) -> Work | None:
        """What a file holds. One that cannot be read is put aside, and a sentence says where."""
        if not path.exists():
            return None
        try:
            return Work.read(path)
        except BadInput as error:
            aside = path.with_suffix(f".{UNREADABLE}.json")
            try:
                path.replace(aside)
            except OSError:
                self.complained.emit(["The work of the last run cannot be read. {0}", str(error)])
            else:
                sentence = ["The work of the last run cannot be read; the file is kept as {1}. {0}", str(error), str(aside)]
                self.complained.emit(sentence)
        return None
