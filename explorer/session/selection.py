"""What is selected and what the knobs act on. Both move together: a drag never edits something else than what is lit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

LEVELS = ("network", "stage", "block")


class Selection(QObject):
    """The selected node's id ("" the whole network) and the place (module path of a stage or block) the knobs act on.

    Signals: changed(node) and place_changed(place).
    """

    changed = Signal(str)
    place_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.node = ""
        self.place = ""
        self._levels: dict[str, str] = {}  # place -> level
        self._nodes: frozenset[str] = frozenset()

    def adopt(self, places: Mapping[str, Mapping[str, Any]], nodes: frozenset[str]) -> None:
        """A new analysis: what is not there any more falls back to what encloses it."""
        self._nodes = nodes
        self._levels = {path: place["level"] for path, place in places.items()}
        if self.node and self.node not in nodes:
            self.select(self._enclosing(self.node))
        elif self.place and self.place not in self._levels:
            self.choose_place(self.implied()["stage"] or "")

    def select(self, node: str) -> None:
        """Select a node; the knobs act on the narrowest place around it."""
        if node == self.node:
            return
        self.node = node
        self.changed.emit(node)
        implied = self.implied()
        self.choose_place(implied["block"] or implied["stage"] or "")

    def choose_place(self, place: str) -> None:
        """Act on this place, a wider one than the selection implies, say; the selection stays."""
        if place != self.place:
            self.place = place
            self.place_changed.emit(place)

    def implied(self) -> dict[str, str | None]:
        """The place at each level around the selected node; None where the selection is wider than that."""
        found: dict[str, str | None] = {"network": "", "stage": None, "block": None}
        path = self.node.partition(":")[0]
        while path:
            level = self._levels.get(path)
            if level is not None and found.get(level) is None:
                found[level] = path
            path = path.rpartition(".")[0]
        return found

    def _enclosing(self, node: str) -> str:
        path = node.partition(":")[0]
        while path and path not in self._nodes:
            path = path.rpartition(".")[0]
        return path
