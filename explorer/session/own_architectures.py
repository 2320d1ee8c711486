"""Own architectures in a session: what the trial found good is handed to the workers, and what was open is looked at again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from explorer.core.catalogue import ArchitectureSpec
from explorer.core.own import OwnFile, read_files
from explorer.core.recipe import Recipe
from explorer.session.document import Step
from explorer.session.own import OwnLibrary

if TYPE_CHECKING:
    from explorer.session.session import Session

WORKERS = ("engine", "bench", "export", "sweep")
WARNING, NOTE = "warning", "note"
SHOWN_FAILURES, SHOWN_PRESETS = 2, 4  # in one sentence; the list has them all


class OwnArchitectures(QObject):
    """Between the folders and the rest of the session.

    Each worker is given the files before any other job, also when it replaces a lost one. Figures of these presets are forgotten
    with every loading, because a file, or one that it imports, may have changed.

    Signals: loaded() when the engine has them and the catalogue shows them.
    """

    loaded = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.library = OwnLibrary(session.workers["library"], session.preferences, self)
        self._begun = False
        self._folders: tuple[Path, ...] = ()
        self._awaited: list[OwnFile] | None = None
        self._known: dict[str, OwnFile] = {}  # preset -> file, as the engine has them
        self._failed: list[str] = []
        self.library.loaded.connect(self._on_loaded)
        self.library.changed.connect(self._on_changed)
        self.library.failed.connect(lambda sentence: session.said.emit(sentence, WARNING))
        session.workers["engine"].preparation_lost.connect(self._on_lost)

    def begin(self, folders: Iterable[Path] = ()) -> None:
        """Load the remembered folders and these, once the first analysis is on screen: the engine is not to wait for it."""
        self._begun, self._folders = True, tuple(folders)
        self.session.document.analysed.connect(self._on_first_analysis)

    def is_pending(self) -> bool:
        """Whether an architecture may yet appear."""
        return self._begun and (self.library.is_pending() or self._awaited is not None)

    def file_of(self, preset: str) -> OwnFile | None:
        """The file that a preset comes from; None for a bundled one."""
        return self._known.get(preset)

    def on_catalogued(self, document: dict[str, Any]) -> None:
        """The engine's catalogue came: with the files that it was given, or an older one."""
        files = read_files({"files": document.get("own_files", [])})
        if self._awaited is None or [f.path for f in files] != [f.path for f in self._awaited]:
            return
        self._awaited = None
        self.library.take(files)
        before, self._known = self._known, {preset: f for f in files for preset in f.presets}
        self._forget({*before, *self._known})
        self._tell(files, before)
        self._look_again(before)
        self.loaded.emit()

    def _on_first_analysis(self) -> None:
        self.session.document.analysed.disconnect(self._on_first_analysis)
        self.library.start(self._folders)

    def _on_changed(self) -> None:
        """A trial needs the processors; where nothing more is to come, who waited for an architecture is told."""
        for job in (self.session.latency, self.session.layer_times, self.session.peaks):
            (job.on_others_began if self.library.is_trying() else job.on_others_settled)()
        if not self.is_pending():
            self.loaded.emit()

    def _on_loaded(self, files: list[OwnFile]) -> None:
        self._awaited = files
        body = {"files": [f.to_json() for f in files]}
        for kind in WORKERS:
            self.session.workers[kind].prepare("library", body)
        if self.session.workers["engine"].hello:
            self.session.engine.ask_catalogue()

    def _on_lost(self) -> None:
        """The engine died of files that the trial had found good: it goes on without any."""
        self._awaited = None
        for kind in WORKERS:
            self.session.workers[kind].prepare("library", {"files": []})
        lost = [f if f.error else OwnFile(f.folder, f.file, error=("the engine ended while it loaded the files",))
                for f in self.library.files]
        self.library.take(lost)
        self._forget(self._known)
        self._known = {}
        self.session.said.emit(["The engine ended while it loaded own architectures; it goes on without them."], WARNING)

    def _forget(self, presets: Iterable[str]) -> None:
        gone = set(presets)
        if gone:
            self.session.engine.forget(gone)
            self.session.latency.forget(gone)
            self.session.layer_times.forget(gone)
            self.session.runtimes.forget(gone)
            self.session.pins.forget(gone)
            self.session.measured.forget(gone)
            for question in self.session.questions:
                question.forget()

    def _tell(self, files: list[OwnFile], before: dict[str, OwnFile]) -> None:
        """One sentence where something is new."""
        failed = [f"{f.file} ({f.sentence()})" for f in files if f.error]
        worse, self._failed = bool(failed) and failed != self._failed, failed
        names = sorted(set(self._known) - set(before))
        new = ", ".join(names[:SHOWN_PRESETS]) + (", …" if len(names) > SHOWN_PRESETS else "")
        if worse:
            shown = "; ".join(failed[:SHOWN_FAILURES]) + ("; …" if len(failed) > SHOWN_FAILURES else "")
            template = "In the library now: {1}. Not loaded: {0}" if new else "Not loaded: {0}"
            self.session.said.emit([template, shown, new], WARNING)
        elif new:
            self.session.said.emit(["In the library now: {0}.", new], NOTE)

    def _look_again(self, before: dict[str, OwnFile]) -> None:
        """The open recipe, if it is of such a preset: analysed again, with the knobs that are still declared."""
        document = self.session.document
        preset = document.recipe.preset
        spec = self.session.catalogue.architecture(preset)
        if preset in self._known and spec is not None:
            kept = _declared(document.recipe, spec)
            if kept != document.recipe:
                document.stack.push(Step(document, kept, f"reload {self._known[preset].file}", path=document.path))
                self.session.said.emit(["{0} no longer declares all knobs that were set; Undo brings them back.",
                                        self._known[preset].file], NOTE)
            else:
                self.session.engine.ask(document.recipe, document.serial)
            self.session.engine.ask_baseline(preset)
        elif preset in before:
            sentence = "{0} is no longer in the library; what is shown is its last state."
            self.session.said.emit([sentence, preset], WARNING)


def _declared(recipe: Recipe, spec: ArchitectureSpec) -> Recipe:
    """The recipe without values of knobs that the architecture does not declare."""
    at = {path: {k: v for k, v in values.items() if k in spec.knobs} for path, values in recipe.overrides().items()}
    return Recipe.of(recipe.preset, {k: v for k, v in recipe.values().items() if k in spec.knobs}, at)
