"""What is seen of a document: which boxes lie open, what is selected, colour, zoom, tab. As plain data, to be put back later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF

from explorer.views.graph import QUANTITIES

if TYPE_CHECKING:
    from explorer.views.window import MainWindow


@dataclass(frozen=True)
class ViewState:
    """``opened`` and ``unfolded`` are node ids, ``nodes`` the selected ones and ``node`` the primary of them, ``places`` what the
    knobs act on; ``scale`` is screen pixels for one of the scene, ``middle`` the place of the scene in the middle of the view."""

    opened: tuple[str, ...] = ()
    unfolded: tuple[str, ...] = ()
    nodes: tuple[str, ...] = ()
    node: str = ""
    places: tuple[str, ...] = ("",)
    colour: str = "macs"
    tab: int = 0
    scale: float = 1.0
    middle: tuple[float, float] | None = None

    @staticmethod
    def of(window: MainWindow) -> ViewState:
        """What the window shows now."""
        graph, selection = window.centre.graph, window.session.document.selection
        middle = graph.seen().center()
        return ViewState(
            tuple(sorted(graph.opened())), tuple(sorted(graph.unfolded())), selection.nodes, selection.node, selection.places,
            window.centre.colour, window.bottom.tabs.currentIndex(), round(graph.scale_now(), 4),
            (round(middle.x(), 1), round(middle.y(), 1)),
        )

    def put_back(self, window: MainWindow) -> None:
        """Show it again; of what the present network does not have, nothing happens."""
        graph, selection = window.centre.graph, window.session.document.selection
        network = graph.picture.network
        if self.colour in QUANTITIES and self.colour != window.centre.colour:
            window.table[f"colour_{self.colour}"].trigger()
        if 0 <= self.tab < window.bottom.tabs.count():
            window.bottom.tabs.setCurrentIndex(self.tab)
        if network is None:
            return
        known = set(network.ids())
        graph.set_opened(set(self.opened) & known)
        graph.set_unfolded(set(self.unfolded) & known)
        selection.choose([node for node in self.nodes if node in known], self.node if self.node in known else "")
        kept = window.session.document.analysis or {}
        places = [place for place in self.places if place in kept.get("places", {})]
        if places and tuple(places) != selection.places:
            selection.choose_places(places)
        graph.zoom_to(self.scale)
        if self.middle is not None:
            graph.centerOn(QPointF(*self.middle))

    def to_json(self) -> dict[str, Any]:
        """The document that ``from_json`` reads."""
        return asdict(self)

    @staticmethod
    def from_json(document: Mapping[str, Any]) -> ViewState:
        """As much of it as can be read; what cannot has its first value."""
        first = ViewState()

        def names(key: str, default: tuple[str, ...]) -> tuple[str, ...]:
            found = document.get(key)
            return tuple(found) if isinstance(found, list | tuple) and all(isinstance(n, str) for n in found) else default

        def number(value: object, default: float) -> float:
            return float(value) if isinstance(value, int | float) and isfinite(value) else default

        middle, tab = document.get("middle"), document.get("tab")
        whole = isinstance(middle, list | tuple) and len(middle) == 2
        return ViewState(
            names("opened", ()), names("unfolded", ()), names("nodes", ()), str(document.get("node") or ""),
            names("places", ("",)) or ("",), str(document.get("colour") or first.colour),
            tab if isinstance(tab, int) else 0, max(number(document.get("scale"), 1.0), 0.01),
            (number(middle[0], 0.0), number(middle[1], 0.0)) if whole else None,  # type: ignore[index]
        )
