"""The measurement store as the window reads it: figures that are known already, the list of all, deleting and taking that back.

The processes that measure write (``core.keeping``); this one reads, and deletes when the user says so. Nothing of SQLite is
loaded until there is a store.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.core.data_folder import store_path
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.session.jobs import WorkerProcess
from explorer.session.latency import Conditions, Latency, Point

if TYPE_CHECKING:
    from explorer.core.store import Store, Stored

T = TypeVar("T")
BUSY_S = 1.0  # as long as the window may wait for another process that writes
GROW_OLDER_MS = 60_000
SourceOf = Callable[[str], str | None]  # preset → the hash of the user's own file it comes from; None for a bundled one
Wish = tuple[Recipe, str, int]  # recipe, its name in a chart, its MACs under the rule that charts compare by
Removed = list[tuple[dict[str, Any], str]]  # documents with their kinds, as the store takes them again


class History(QObject):
    """Looks up what the window shows, under the present conditions on this machine.

    Signals: changed() when the store may hold something else; complained(sentence), once for each sentence, where it cannot be
    used: everything else works without it.
    """

    changed = Signal()
    complained = Signal(list)

    def __init__(
        self, worker: WorkerProcess, latency: Latency, source_of: SourceOf = lambda _preset: None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.worker = worker
        self.latency = latency
        self.measured: list[tuple[Conditions, Point]] = []  # in this session, in the order of measuring
        self._source_of = source_of
        self._store: Store | None = None
        self._path = store_path()
        self._edition: tuple[int, int] | None = None
        self._entries: list[Stored] = []
        self._listed: tuple[int, int] | None = None
        self._known: dict[Conditions, dict[str, Any]] = {}  # what the bench process says that conditions are, here and now
        self._asking: set[Conditions] = set()
        self._shown: Wish | None = None
        self._beside: Sequence[Wish] = ()  # the preset that totals are compared with, the pins
        self._lost: list[dict[str, Any]] = []  # comparisons that went with a deleted measurement
        self._closed = False
        self._refused = False  # it cannot be used: not tried again at each step of a drag
        self._once = _Once(self.complained.emit)
        self._older = QTimer(self)
        self._older.setInterval(GROW_OLDER_MS)
        self._older.timeout.connect(latency.recalled)
        latency.measured.connect(self._on_measured)
        latency.conditions_changed.connect(lambda _conditions: self.look())

    def on_analysed(self, recipe: Recipe, label: str, macs: int) -> None:
        """This recipe is what the window shows now: its stored figure, if there is one, at once."""
        self._shown = recipe, label, macs
        self._recall(self._shown)

    def look_beside(self, wishes: Sequence[Wish]) -> None:
        """These recipes are shown too, as pins or to compare with."""
        self._beside = wishes
        for wish in wishes:
            self._recall(wish)

    def look(self) -> None:
        """Look everything up that is shown, under the present conditions."""
        for wish in ([self._shown] if self._shown is not None else []) + list(self._beside):
            self._recall(wish)

    def conditions_here(self) -> dict[str, Any] | None:
        """{machine, conditions} of what a measurement begun now would be kept under; None until the bench process said so."""
        return self._known.get(self.latency.conditions)

    def session_points(self) -> list[Point]:
        """What was measured in this session under the present conditions, in order."""
        return [point for conditions, point in self.measured if conditions == self.latency.conditions]

    def known(self, conditions: Conditions) -> dict[str, Any] | None:
        """{machine, conditions} of a measurement begun now; None until the bench process has said it (``changed``)."""
        known = self._known.get(conditions)
        if known is None and self.store() is not None:
            self._ask(conditions)
        return known

    def store(self) -> Store | None:
        """The open store; None where there is none yet, or where it cannot be used, which is said."""
        if self._store is None and not self._refused and not self._closed and self._path.exists():
            from explorer.core.store import Store

            try:
                self._store = Store(self._path, busy_s=BUSY_S)
            except BadInput as error:
                self._refused = True
                self._once([error.template, *error.arguments])
        return self._store

    def entries(self) -> list[Stored]:
        """Everything in it, newest first; read again only where it has changed."""
        edition = self._try(lambda store: store.edition())
        if edition is not None and edition != self._listed:
            found = self._try(lambda store: store.find())
            self._entries, self._listed = found or [], edition
        return self._entries

    def poll(self) -> None:
        """Whether another window or process has changed something: ``changed`` then. A store that was refused is tried again."""
        self._refused = False
        edition = self._try(lambda store: store.edition())
        if edition is not None and edition != self._edition:
            self._edition = edition
            self.changed.emit()

    def document(self, uid: str) -> dict[str, Any] | None:
        """A whole measurement; None where it cannot be read any more."""
        return self._try(lambda store: store.document(uid))

    def delete(self, uids: Sequence[str]) -> Removed:
        """Forget measurements; what ``restore`` takes them back with. Raises BadInput where the store cannot be written."""
        store = self.store()
        if store is None:
            return []
        from explorer.core.comparisons import of_measurements

        kinds = {entry.uid: entry.kind for entry in self.entries()}
        removed = [(store.document(uid), kinds[uid]) for uid in uids if uid in kinds]
        self._lost += of_measurements(store, uids)
        store.delete(uids)
        gone = set(uids)
        self.latency.points = {key: p for key, p in self.latency.points.items() if p.uid not in gone}
        self.poll()
        self.look()
        self.latency.recalled.emit()
        return removed

    def restore(self, removed: Removed) -> None:
        """Put deleted measurements back as they were. Raises BadInput where the store cannot be written."""
        store = self.store()
        if store is None:
            return
        from explorer.core.comparisons import put_back

        for kind in dict.fromkeys(kind for _, kind in removed):
            store.add_all([document for document, each in removed if each == kind], kind)
        self._lost = put_back(store, self._lost)
        self.poll()
        self.look()

    def close(self) -> None:
        """Let go of the file, for good."""
        self._closed = True
        self._older.stop()
        if self._store is not None:
            self._store.close()
            self._store = None

    def _recall(self, wish: Wish) -> None:
        """The stored figure of a recipe among the points of this session, unless it was measured in it."""
        recipe, label, macs = wish
        conditions = self.latency.conditions
        key = recipe.digest(), conditions
        if key in self.latency.points or self.store() is None:
            return
        known = self.known(conditions)
        if known is None:
            return
        measurement = self.stored(recipe, known)
        if measurement is None:
            return
        self.latency.points[key] = Point(recipe, label, macs, measurement, uid=measurement["stored"])
        asked = self.latency.asked and self.latency.is_measuring()
        if wish is self._shown and not asked and not self.latency.anew:
            self.latency.on_tweaked()  # what began or was about to by itself is not needed
        self._older.start()
        self.latency.recalled.emit()

    def stored(self, recipe: Recipe, known: Mapping[str, Any], kind: str = "latency") -> dict[str, Any] | None:
        """The newest measurement of a recipe under these very conditions, of the same code where it is the user's own."""
        wanted = {**known["conditions"], "source": self._source_of(recipe.preset)}

        def look(store: Store) -> dict[str, Any] | None:
            entry = store.newest(recipe.digest(), known["machine"], wanted, kind)
            return None if entry is None else store.document(entry.uid) | {"stored": entry.uid, "from_store": True}

        return self._try(look)

    def _ask(self, conditions: Conditions) -> None:
        """What these conditions are on this machine with these versions: the bench process knows, and measures nothing for it."""
        if conditions not in self._asking:
            self._asking.add(conditions)
            self.worker.request(
                "conditions", {"settings": conditions.settings()}, on_result=lambda known: self._on_known(conditions, known),
                on_error=lambda _error: self._asking.discard(conditions),  # a device that is not here: said where it is chosen
            )

    def _on_known(self, conditions: Conditions, known: dict[str, Any]) -> None:
        self._asking.discard(conditions)
        self._known[conditions] = known
        if conditions == self.latency.conditions:
            self.look()
        self.changed.emit()

    def _on_measured(self, point: Point) -> None:
        self.measured.append((self.latency.conditions, point))
        reason = point.measurement.get("not_stored")
        if reason:
            self._once(list(reason))
        self.poll()

    def _try(self, work: Callable[[Store], T]) -> T | None:
        """Something done with the store; None where there is none, or where it cannot be used, which is said."""
        store = self.store()
        if store is None:
            return None
        try:
            return work(store)
        except BadInput as error:
            self._once([error.template, *error.arguments])
            return None



def layers_of(history: History) -> Callable[[Recipe, Conditions], dict[str, Any] | None]:
    """How ``LayerTiming`` finds the stored layer times of a recipe under the present conditions."""

    def recall(recipe: Recipe, conditions: Conditions) -> dict[str, Any] | None:
        known = history.known(conditions)
        return None if known is None else history.stored(recipe, known, "layers")

    return recall


class _Once:
    """Says each sentence once, whatever is filled into it."""

    def __init__(self, say: Callable[[list[str]], object]) -> None:
        self._say = say
        self._said: set[str] = set()

    def __call__(self, sentence: list[str]) -> None:
        if sentence[0] not in self._said:
            self._said.add(sentence[0])
            self._say(sentence)
