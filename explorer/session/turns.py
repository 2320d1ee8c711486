"""What is measured in turn on request: pairs, ready comparisons, one layer by itself; and what was measured so before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from explorer.core.errors import BadInput
from explorer.core.micro import OVER
from explorer.core.ready import READY
from explorer.core.recipe import Recipe
from explorer.core.turns import title
from explorer.session.jobs import WorkerProcess
from explorer.session.latency import Latency
from explorer.session.quiet_job import QuietJob

if TYPE_CHECKING:
    from explorer.core.store import Store

MOST = 40  # of the newest that are offered to be looked at again


class Past(NamedTuple):
    """One that was measured: where it is kept ("" nowhere), its title as a sentence, when it began (ISO 8601, UTC)."""

    uid: str
    title: list[str]
    started: str


class InTurn(QuietJob):
    """``current`` is the document that is looked at: the one measured last, or one of ``past``, the newest first.

    The conditions are the latency's; a single layer is measured in PyTorch eager. Signals: asked() when the user wants one.
    """

    asked = Signal()

    def __init__(
        self, worker: WorkerProcess, latency: Latency, is_quiet: Callable[[], bool],
        store: Callable[[], Store | None] = lambda: None, known: Callable[[], Mapping[str, Any] | None] = lambda: None,
        source_of: Callable[[str], str | None] = lambda _preset: None, parent: QObject | None = None,
    ) -> None:
        super().__init__(worker, "pair", is_quiet, parent)
        self.latency = latency
        self.current: dict[str, Any] | None = None
        self.past: list[Past] = []
        self.about: list[str] = []  # what was asked for last, as a sentence
        self.failure: list[str] = []  # why there is no answer to what was asked last
        self._store = store
        self._known = known
        self._source_of = source_of  # preset → the hash of the user's own file it comes from: the same digest may be other code
        self._unkept: dict[str, dict[str, Any]] = {}  # by title and time: what no store could take
        self._asked: dict[str, Any] | None = None
        self._looked = False
        latency.ended.connect(self.on_others_settled)

    def ask_pair(self, chosen: Sequence[tuple[str, Recipe]]) -> None:
        """Measure these (name, recipe) in turn; ratios are to the first."""
        recipes = [recipe.structure().to_json() for _, recipe in chosen]
        body = {"recipes": recipes, "names": [name for name, _ in chosen]}
        about = ["{0} against {1}", ", ".join(name for name, _ in chosen[1:]), *(name for name, _ in chosen[:1])]
        self._ask("pair", body | {"settings": self.latency.conditions.settings()}, about)

    def ask_ready(self, recipe: Recipe, name: str) -> None:
        """Measure a ready comparison (``core.ready``) made from a recipe."""
        body = {"recipe": recipe.structure().to_json(), "ready": name}
        about = ["{0}: {1}", recipe.preset, READY[name].title]
        self._ask("pair", body | {"settings": self.latency.conditions.settings()}, about)

    def ask_micro(self, recipe: Recipe, layer: str, over: str) -> None:
        """Measure a layer of a recipe by itself, over a quantity (``core.micro``)."""
        body = {"recipe": recipe.structure().to_json(), "layer": layer, "over": over}
        settings = self.latency.conditions.of_layers().settings()
        self._ask("micro", body | {"settings": settings}, ["{0}, over {1}", layer, OVER[over]])

    def question(self) -> tuple[object, dict[str, Any]] | None:
        return None if self._asked is None else (self.job, self._asked)

    def keep(self, key: object, answer: dict[str, Any]) -> None:
        self.current, self.failure = answer, []
        self._forget_question(key)
        if not answer.get("stored"):
            past = Past("", title(answer), answer["started"])
            self._unkept[_name(past)] = answer
        if answer.get("not_stored"):
            self.failed.emit(list(answer["not_stored"]))
        self._list()

    def refuse(self, key: object, sentence: list[str]) -> None:
        self.failure = sentence
        self._forget_question(key)

    def look(self) -> None:
        """Somebody looks: what was measured before is listed, and the newest of it shown where there is nothing else."""
        if not self._looked:
            self._looked = True
            self._list()
            if self.current is None and self.past:
                self.choose(0)

    def on_history_changed(self) -> None:
        """Something was added to the store or deleted from it, here or elsewhere."""
        if self._looked:
            self._list()

    def recall(self, chosen: Sequence[tuple[str, Recipe]]) -> None:
        """Look at what was measured before of these, in this order, under the present conditions on this machine."""
        store, known = self._store(), self._known()
        if store is None or known is None or self._running or len(chosen) < 2:
            return
        from explorer.core.comparisons import newest

        digests = [recipe.digest() for _, recipe in chosen]
        try:
            wanted = [{**known["conditions"], "source": self._source_of(recipe.preset)} for _, recipe in chosen]
            found = newest(store, digests, known["machine"], wanted)
        except BadInput as error:
            self.failed.emit([error.template, *error.arguments])
            return
        if found is not None:
            self.current = found
            self.changed.emit()

    def choose(self, place: int) -> None:
        """Look at one of the past."""
        past = self.past[place]
        document = self._unkept.get(_name(past)) if not past.uid else self._read(past.uid)
        if document is not None:
            self.current = document
            self.changed.emit()

    def shown(self) -> int | None:
        """The place of the current one among the past; None where it is none of them."""
        if self.current is None:
            return None
        uid = self.current.get("stored", "")
        for place, past in enumerate(self.past):
            if past.uid == uid and (uid or _name(past) == _name(Past("", title(self.current), self.current["started"]))):
                return place
        return None

    def forget(self) -> None:
        """Take the current one out of the store; what its networks took stays in the history."""
        store, current = self._store(), self.current
        if current is None:
            return
        self._unkept.pop(_name(Past("", title(current), current["started"])), None)
        if store is not None and current.get("stored"):
            from explorer.core.comparisons import delete

            try:
                delete(store, [current["stored"]])
            except BadInput as error:
                self.failed.emit([error.template, *error.arguments])
                return
        self.current = None
        self._list()
        if self.past:
            self.choose(0)
        self.changed.emit()

    def _ask(self, job: str, body: Mapping[str, Any], about: list[str]) -> None:
        """In place of what runs or waits."""
        self.cancel()
        self.job, self._asked, self.failure, self.about = job, dict(body), [], about
        self.asked.emit()
        if self._running:
            self._wanted = True  # begun when the one before has ended
        else:
            self.measure()

    def _forget_question(self, key: object) -> None:
        """It has its answer; unless another was asked meanwhile."""
        if isinstance(key, tuple) and key[1] is self._asked:
            self._asked = None

    def _on_result(self, key: object, answer: dict[str, Any]) -> None:
        super()._on_result(key, answer)
        if self._asked is not None and self._wanted:  # the answer was faster than the cancel
            self.measure()

    def _read(self, uid: str) -> dict[str, Any] | None:
        from explorer.core.comparisons import read

        store = self._store()
        if store is None:
            return None
        try:
            return read(store, uid) | {"stored": uid}
        except BadInput as error:
            self.failed.emit([error.template, *error.arguments])
            self._list()
            return None

    def _list(self) -> None:
        """The newest of the store, and before them what no store could take."""
        unkept = [Past("", title(document), document["started"]) for document in self._unkept.values()]
        self.past = [*reversed(unkept), *self._stored()]
        self.changed.emit()

    def _stored(self) -> list[Past]:
        store = self._store()
        if store is None:
            return []
        from explorer.core.comparisons import find

        try:
            return [Past(kept.uid, kept.title, kept.started) for kept in find(store)[:MOST]]
        except BadInput as error:
            self.failed.emit([error.template, *error.arguments])
            return []


def _name(past: Past) -> str:
    return f"{past.title} {past.started}"
