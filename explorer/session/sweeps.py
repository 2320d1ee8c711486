"""The present sweep, and those kept in the data folder. The ``sweep`` process does the work and keeps the journal.

A finished sweep is NAME.json, an unfinished one NAME.json.part (docs/architecture.md, "Sweeps"). Whatever ends the program, what
was finished is in one of them, and the newest is there again when somebody looks.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.core.cluster import Cluster
from explorer.core.errors import BadInput
from explorer.core.recipe import write_atomically
from explorer.core.sweep import Plan
from explorer.core.sweep_rows import SweepRow, read_journal, read_result
from explorer.core.sweep_table import sweep_table
from explorer.core.tabular import FORMATS
from explorer.core.uncollected import uncollected
from explorer.session.jobs import Sentence, WorkerProcess, sentence_of
from explorer.session.sweep_folder import JSON, SweepFolder, journal_of, where_of

NONE, RUNNING, HELD, PAUSED, DONE, FAILED = "none", "running", "held", "paused", "done", "failed"
SETTLE_MS = 1000
MOST = 10_000  # rows that a window shows; more is for the command line


class Sweeps(QObject):
    """One sweep at a time: ``plan``, ``rows`` by number, ``state``.

    HELD is a sweep that measures and gives way to what the user does; it goes on by itself. Signals: changed() when there is
    another sweep or another state; rows_came(numbers); progressed(fraction, sentence); started() and ended() of its work;
    failed(sentence); opened(state) when one of the folder came back by itself.
    """

    changed = Signal()
    rows_came = Signal(list)
    progressed = Signal(float, list)
    started = Signal()
    ended = Signal()
    failed = Signal(list)
    opened = Signal(str)

    def __init__(
        self, worker: WorkerProcess, others_are_busy: Callable[[], bool], parent: QObject | None = None, *,
        folder: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self.worker = worker
        self.state = NONE
        self.plan: Plan | None = None
        self.path: Path | None = None
        self.rows: dict[int, SweepRow] = {}
        self.fraction = 0.0
        self.words: Sentence = []
        self.failure: Sentence = []
        self.folder = SweepFolder(folder)
        self._others_are_busy = others_are_busy
        self.cluster: Cluster | None = None  # whose workers do the work; None: processes of this machine
        self._processes: int | None = None
        self._job = 0
        self._after: list[Callable[[], None]] = []  # what is to be done when the cancelled job has ended
        self._gives_way = False
        self.pace_s: float | None = None  # seconds an analysed variant took, when some last were
        self._first: tuple[float, int] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._go_on)
        self._looked = False

    def begin(self, plan: Plan, processes: int | None = None, cluster: Cluster | None = None) -> None:
        """Start a sweep, here or on a scheduler's workers; the present one stays in the folder.

        Raises BadInput where it is too large or cannot be kept.
        """
        check_size(plan)
        self.folder.make()
        path = self.folder.free_name(plan)

        def start() -> None:
            self._take(plan, path, [])
            self._processes, self.cluster = processes, cluster
            try:
                self.folder.keep_where(path, cluster)
            except BadInput as error:
                self.failed.emit([error.template, *error.arguments])
            self._run()

        self._looked = True
        self._when_free(start)

    def pause(self) -> None:
        """Stop here; what is finished is kept and ``resume`` goes on from it."""
        self._gives_way = False
        if self.state == HELD and not self._job:
            self._become(PAUSED)
        elif self._job:
            self.worker.cancel(self._job)

    def resume(self) -> None:
        """Go on where it was."""
        if self.plan is not None and self.state in (PAUSED, FAILED, HELD) and not self._job:
            self._run()

    def put_away(self) -> None:
        """Show no sweep any more. One that runs is ended; its journal stays among those kept and can be opened again."""
        self._when_free(lambda: self._take(None, None, []))

    def look(self) -> None:
        """Somebody looks for the first time: the newest of the folder comes back, as it was left."""
        if self._looked or self.plan is not None:
            return
        self._looked = True
        for kept in self.folder.kept()[:1]:
            try:
                self.open(kept.path)
            except BadInput as error:
                self.failed.emit([error.template, *error.arguments])
            else:
                self.opened.emit(self.state)

    def open(self, path: Path) -> None:
        """Show a kept sweep, or the JSON result of ``main.py sweep``. Raises BadInput; what was shown stays then."""
        self._looked = True
        journal = journal_of(path)
        finished = path.is_file() or not journal.is_file()
        with uncollected():
            plan, documents = read_result(path) if finished else read_journal(journal)
        if len(plan) > MOST:
            raise BadInput("{0} has {1} rows; the window shows up to {2}", path, len(plan), MOST)
        cluster = None
        try:
            cluster = None if finished else self.folder.where(path)
        except BadInput as error:  # a certificate that is gone: what is finished can be looked at all the same
            self.failed.emit([error.template, *error.arguments])
        self._when_free(lambda: self._take(plan, path, documents, DONE if finished else PAUSED, cluster))

    def delete(self, path: Path) -> None:
        """Remove a kept sweep for good; the present one is put away first."""
        if path == self.path:
            self.put_away()

        def remove() -> None:
            try:
                self.folder.remove(path)
            except BadInput as error:
                self.failed.emit([error.template, *error.arguments])
            self.changed.emit()

        self._when_free(remove)

    def is_running(self) -> bool:
        """Whether its processes work on this machine, or may: a scheduler reached by loopback has workers here."""
        return self._job != 0 and (self.cluster is None or self.cluster.is_here())

    def is_measuring(self) -> bool:
        """Whether it measures now on this machine: then nothing else may."""
        return self.is_running() and self.plan is not None and self.plan.measure is not None and self.fraction >= 0.5

    def on_others_began(self) -> None:
        """The user does something that needs the processors: what measures gives way, what only analyses goes on."""
        if self.is_measuring():
            self._gives_way = True
            self.worker.cancel(self._job)

    def on_others_settled(self) -> None:
        """Something has ended: a sweep that gave way goes on as soon as it stays quiet."""
        if self.state == HELD:
            self._timer.start()

    def _go_on(self) -> None:
        if self.state != HELD or self._job:
            return
        if self._others_are_busy():
            self._timer.start()
        else:
            self._run()

    def _run(self) -> None:
        if self.plan is None or self.path is None:
            return
        body: dict[str, Any] = {"plan": self.plan.to_json(), "path": str(self.path)}
        if self.cluster is not None:
            body["cluster"] = self.cluster.to_json()
        elif self._processes is not None:
            body["processes"] = self._processes
        self.failure, self.words, self.fraction, self._first = [], [], 0.0, None
        self._gives_way = False
        self._job = self.worker.request(
            "sweep", body, on_progress=self._on_progress, on_result=lambda _answer: self._end(DONE), on_error=self._on_error,
        )
        if self.is_running():
            self.started.emit()
        self._become(RUNNING)

    def _take(
        self, plan: Plan | None, path: Path | None, documents: list[dict[str, Any]], state: str = NONE,
        cluster: Cluster | None = None,
    ) -> None:
        self.plan, self.path, self.cluster = plan, path, cluster
        with uncollected():
            self.rows = {row.number: row for row in map(SweepRow, documents)}
        self.failure, self.words = [], []
        self.fraction = len(self.rows) / len(plan) if plan else 0.0
        self._become(state)

    def _become(self, state: str) -> None:
        self.state = state
        self.changed.emit()

    def _when_free(self, act: Callable[[], None]) -> None:
        """Now, or when the job that runs has been ended for it."""
        if self._job:
            self._after.append(act)
            self.worker.cancel(self._job)
        else:
            act()

    def _on_progress(self, progress: dict[str, Any]) -> None:
        self.fraction, self.words = float(progress["fraction"]), list(progress["text"])
        came = [SweepRow(document) for document in progress.get("rows", ())]
        self.rows.update((row.number, row) for row in came)
        if self._first is None:  # what its processes need to start is left out
            self._first = (monotonic(), len(self.rows))
        elif len(self.rows) > self._first[1] and not self.is_measuring():
            self.pace_s = (monotonic() - self._first[0]) / (len(self.rows) - self._first[1])
        if came:
            self.rows_came.emit([row.number for row in came])
        self.progressed.emit(self.fraction, self.words)
        if not self._gives_way and self.is_measuring() and self._others_are_busy():
            self.on_others_began()

    def _on_error(self, error: dict[str, Any]) -> None:
        if error.get("kind") == "cancelled":
            self._end(HELD if self._gives_way else PAUSED)
            return
        self.failure = sentence_of(error)
        self._end(FAILED)
        self.failed.emit(self.failure)

    def _end(self, state: str) -> None:
        self._job, self._gives_way = 0, False
        if state == DONE and self.path is not None:
            where_of(self.path).unlink(missing_ok=True)
        after, self._after = self._after, []
        self._become(state)
        for act in after:
            act()
        if state == HELD:
            self._timer.start()
        self.ended.emit()


def check_size(plan: Plan) -> None:
    """Raises BadInput where the window would not show so many rows."""
    if len(plan) > MOST:
        raise BadInput(
            "the sweep has {0} points; the window takes up to {1}. Take fewer values or a sample, or use main.py sweep",
            len(plan), MOST,
        )


def save_rows(sweeps: Sweeps, target: Path) -> None:
    """The rows as CSV, Markdown, LaTeX or JSON, as the ending says; of an unfinished sweep those that there are.

    JSON is the whole result with every sample and is there once the sweep is done. Raises BadInput.
    """
    writers = dict(FORMATS.values())
    if sweeps.plan is None:
        raise BadInput("there is no sweep to save")
    if target.suffix == JSON:
        if sweeps.state != DONE or sweeps.path is None:
            raise BadInput("{0} is written when the sweep is done; an unfinished one can be saved as CSV", target.name)
        try:
            shutil.copyfile(sweeps.path, target)
        except (OSError, shutil.SameFileError) as error:
            raise BadInput("cannot write {0}: {1}", target, error) from error
        return
    if target.suffix not in writers:
        raise BadInput("{0} ends in {1}; allowed: {2}", target, target.suffix or "nothing", ", ".join((*writers, JSON)))
    table = sweep_table(sweeps.plan, [sweeps.rows[number].document for number in sorted(sweeps.rows)])
    write_atomically(target, writers[target.suffix](table).encode())
