"""Everything in the measurement store, sorted for charts: groups of equal conditions, and the MACs of what was measured.

The store holds recipes, not their MACs: the engine counts them, a few at a time while nothing else is wished of it, and only
while somebody looks.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.core import rules
from explorer.core.grounds import Ground, Group, grouped
from explorer.session.history import History, SourceOf
from explorer.session.jobs import HANG_MS, WorkerProcess

if TYPE_CHECKING:
    from explorer.core.store import Stored

QUIET_MS = 300  # after the last change; a drag changes something every few milliseconds
AT_ONCE = 64  # recipes of one question; the engine answers as many as it can in a twentieth of a second


class Measured(QObject):
    """``groups`` of the whole store and ``macs`` of its recipes, under the rule that charts compare by.

    Signals: changed() when groups or MACs are others; ended() after each question to the engine.
    """

    changed = Signal()
    ended = Signal()

    def __init__(
        self, worker: WorkerProcess, history: History, source_of: SourceOf, is_quiet: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.worker = worker
        self.history = history
        self.groups: list[Group] = []
        self._source_of, self._is_quiet = source_of, is_quiet
        self._entries: Sequence[Stored] = ()
        self._counts: dict[str, int | None] = {}  # by digest; None: cannot be counted
        self._looking = False
        self._asked = False
        self._round = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self._ask)
        history.changed.connect(self.refresh)

    def look(self, *, on: bool) -> None:
        """Whether somebody looks; nothing is read and counted otherwise."""
        self._looking = on
        if on:
            self.history.poll()
            self.refresh()

    def refresh(self) -> None:
        """Read the store again where it has changed."""
        if not self._looking:
            return
        entries = self.history.entries()
        if entries is not self._entries:
            self._entries = entries
            self.groups = grouped(entry for entry in entries if self._is_same_code(entry))
            self.changed.emit()
        self._wait()

    def macs(self, digest: str) -> int | None:
        """Of a recipe of the store; None where it is not counted (yet)."""
        return self._counts.get(digest)

    def is_counted(self, digest: str) -> bool:
        """Whether the engine has said its MACs, or that they cannot be said."""
        return digest in self._counts

    def waiting(self) -> int:
        """Recipes that are still to be counted."""
        return len(self._missing())

    def present(self) -> Ground | None:
        """This machine under the present conditions. Until the bench process has said what they are: where most was measured
        under these settings, but for times from elsewhere; None where nothing was.
        """
        known = self.history.known(self.history.latency.conditions)
        if known is not None:
            return Ground.of(known["machine"], {}, known["conditions"])  # equal whatever its name
        wanted = Ground.of("", {}, asdict(self.history.latency.conditions)).values
        return next((group.ground for group in self.groups if group.ground.values == wanted), None)

    def group(self, ground: Ground | None) -> Group | None:
        """The measurements of a ground; None where there are none."""
        return next((group for group in self.groups if group.ground == ground), None)

    def forget(self, presets: Collection[str]) -> None:
        """These presets are no longer what they were; what could not be built may be there now."""
        kept = {entry.digest for entry in self._entries if entry.preset not in presets}
        self._counts = {digest: macs for digest, macs in self._counts.items() if digest in kept and macs is not None}
        self._entries, self._round = (), self._round + 1
        self.refresh()

    def on_tweaked(self) -> None:
        """A change was made: not now."""
        if self._timer.isActive():
            self._timer.start()

    def is_asking(self) -> bool:
        """Whether the engine counts."""
        return self._asked

    def stop(self) -> None:
        """Ask nothing any more."""
        self._looking = False
        self._timer.stop()

    def _is_same_code(self, entry: Stored) -> bool:
        """Of a user's own architecture the same digest may be other code by now."""
        return bool(entry.conditions.get("source") == self._source_of(entry.preset))

    def _missing(self) -> dict[str, Stored]:
        found = {digest: entry for group in self.groups for digest, entry in group.entries.items()}
        return {digest: entry for digest, entry in found.items() if digest not in self._counts}

    def _wait(self) -> None:
        if self._looking and not self._asked and self._missing():
            self._timer.start()

    def _ask(self) -> None:
        missing = list(self._missing().items())[:AT_ONCE]
        if not self._looking or self._asked or not missing:
            return
        if not self._is_quiet():
            self._timer.start()
            return
        self._asked = True
        asked_in, digests = self._round, [digest for digest, _ in missing]
        body = {"recipes": [entry.recipe for _, entry in missing], "rule": rules.DEFAULT}
        self.worker.request(
            "counts", body, limit_ms=HANG_MS,
            on_result=lambda answer: self._on_result(digests, answer, asked_in),
            on_error=lambda _error: self._on_result(digests[:1], {"counts": [{}]}, asked_in),  # the first is to blame
        )

    def _on_result(self, digests: Sequence[str], answer: dict[str, Any], asked_in: int) -> None:
        self._asked = False
        if asked_in == self._round:
            for digest, counted in zip(digests, answer["counts"], strict=False):  # as many as it came to
                self._counts[digest] = None if counted.get("incomplete") else counted.get("macs")
            self.changed.emit()
        self.ended.emit()
        if self._is_quiet():
            self._ask()
        else:
            self._wait()
