"""What is selected and what the knobs act on. Both move together: a drag never edits something else than what is lit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

LEVELS = ("network", "stage", "block")


class Selection(QObject):
    """The selected nodes and the places (module paths of stages or blocks) the knobs act on.

    ``node`` is the primary one of ``nodes`` ("" the whole network), which is what charts, table and breadcrumbs follow;
    ``place`` is its place, one of ``places``. ``places`` is never empty; the whole network is "".

    Signals: changed(node) when the primary node did, nodes_changed() when the set did, place_changed(place) when the places did.
    """

    changed = Signal(str)
    nodes_changed = Signal()
    place_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.node = ""
        self.nodes: tuple[str, ...] = ()
        self.places: tuple[str, ...] = ("",)
        self._levels: dict[str, str] = {}  # place -> level
        self._order: dict[str, int] = {}  # node -> place in call order

    @property
    def place(self) -> str:
        """The place around the primary node that the knobs act on; the first of the places where it has none."""
        mine = [p for p in self.places if p and _is_within(self.node, p)]
        return mine[0] if mine else self.places[0]

    def adopt(self, places: Mapping[str, Mapping[str, Any]], nodes: Collection[str]) -> None:
        """A new analysis, its nodes in call order: what is not there any more falls back to what encloses it."""
        self._order = {node: i for i, node in enumerate(nodes)}
        self._levels = {path: place["level"] for path, place in places.items()}
        nodes = tuple(node for node in self.nodes if node in self._order)
        primary = self.node
        if primary not in self._order:
            around = self._enclosing(primary)
            nodes = nodes or ((around,) if around else ())
            primary = nodes[-1] if nodes else ""
        kept = tuple(p for p in self.places if p in self._levels)  # a wider scope stays, also while its blocks come and go
        self._hold(nodes, primary, kept or _narrowest(nodes, self._levels))

    def tell_again(self) -> None:
        """Say all of it, for a window that is made now."""
        self.changed.emit(self.node)
        self.nodes_changed.emit()
        self.place_changed.emit(self.place)

    def select(self, node: str) -> None:
        """Select one node; the knobs act on the narrowest place around it."""
        if node != self.node or len(self.nodes) > 1:
            self.choose((node,), node)

    def choose(self, nodes: Iterable[str], primary: str = "") -> None:
        """Select several nodes; the knobs act on the narrowest place around each. Without ``primary`` the last one is it."""
        wanted = sorted({n for n in nodes if n}, key=lambda n: self._order.get(n, len(self._order)))
        primary = primary if primary in wanted else wanted[-1] if wanted else ""
        self._hold(tuple(wanted), primary, _narrowest(wanted, self._levels))

    def choose_place(self, place: str) -> None:
        """Act on this place, a wider one than the selection implies, say; the selection stays."""
        self.choose_places((place,))

    def choose_places(self, places: Iterable[str]) -> None:
        """The same with several places."""
        self._hold(self.nodes, self.node, outermost(places))

    def implied(self) -> dict[str, str | None]:
        """The place at each level around the primary node; None where the selection is wider than that."""
        return {"network": "", "stage": None, "block": None} | _around(self.node, self._levels)

    def implied_places(self) -> dict[str, tuple[str, ...]]:
        """The places at each level around every selected node that has a place; empty where one of them is wider.

        ``narrowest`` is what is acted on after a click: each node's own, of whatever level.
        """
        found: dict[str, tuple[str, ...]] = {"network": ("",), "narrowest": _narrowest(self.nodes, self._levels)}
        around = [each for node in self.nodes if (each := _around(node, self._levels))]
        for level in ("stage", "block"):
            known = [each.get(level) for each in around]
            found[level] = outermost(p for p in known if p) if known and all(known) else ()
        return found

    def level(self, place: str) -> str:
        """network, stage or block."""
        return self._levels.get(place, "network")

    def _hold(self, nodes: tuple[str, ...], primary: str, places: tuple[str, ...]) -> None:
        """Take on a state, then say what differs."""
        before = (self.node, self.nodes, self.places)
        self.node, self.nodes, self.places = primary, nodes, places
        if primary != before[0]:
            self.changed.emit(primary)
        if nodes != before[1] and nodes == self.nodes:
            self.nodes_changed.emit()
        if places != before[2] and places == self.places:
            self.place_changed.emit(self.place)

    def _enclosing(self, node: str) -> str:
        path = node.partition(":")[0]
        while path and path not in self._order:
            path = path.rpartition(".")[0]
        return path


def outermost(places: Iterable[str]) -> tuple[str, ...]:
    """Each place once, without those that lie in another of them; the whole network where there is none."""
    wanted = list(dict.fromkeys(places))
    if not wanted or "" in wanted:
        return ("",)
    return tuple(p for p in wanted if not any(q != p and _is_within(p, q) for q in wanted))


def _is_within(path: str, place: str) -> bool:
    return path == place or path.startswith((f"{place}.", f"{place}:"))


def _around(node: str, levels: Mapping[str, str]) -> dict[str, str]:
    """The places around a node by level."""
    found: dict[str, str] = {}
    path = node.partition(":")[0]
    while path:
        if path in levels:
            found.setdefault(levels[path], path)
        path = path.rpartition(".")[0]
    return found


def _narrowest(nodes: Iterable[str], levels: Mapping[str, str]) -> tuple[str, ...]:
    """Each node's narrowest place. A node outside of every place (a stem) adds none beside others: they must not widen to
    the whole network because of it."""
    around = [_around(node, levels) for node in nodes]
    return outermost(each.get("block") or each["stage"] for each in around if "block" in each or "stage" in each)
