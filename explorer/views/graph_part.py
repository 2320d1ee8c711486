"""What one can do to the graph as a picture: its levels and zoom, the menu of them, the minimap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QToolButton

from explorer.session.session import Session
from explorer.views.actions import Actions
from explorer.views.graph import GraphView
from explorer.views.graph.changes import Changes
from explorer.views.graph.levels import LEVELS, opened_to, within
from explorer.views.graph.look import Manner
from explorer.views.graph.minimap import Minimap
from explorer.views.widgets import mark

MENU = (
    "find", "-", "level_stages", "level_blocks", "level_layers", "-", "open_selection", "close_selection", "-", "sideways",
    "shapes", "figures", "-", "zoom_fit", "zoom_full", "zoom_selection", "-", "minimap", "-", "save_picture", "copy_picture",
)
MANNER = tuple(each.name for each in fields(Manner))


class GraphPart(QObject):
    """Connects the graph with the rows of core.actions that are about it."""

    def __init__(self, graph: GraphView, session: Session, actions: Actions) -> None:
        super().__init__(graph)
        self.graph = graph
        self._session = session
        self._actions = actions
        self.minimap = Minimap(graph)
        self.changes = Changes(graph)
        self._menu = QMenu(graph)
        self._menu.setToolTipsVisible(True)
        for name in MENU:
            if name == "-":
                self._menu.addSeparator()
            else:
                self._menu.addAction(actions[name])
        deeds: dict[str, Callable[[], object]] = {
            f"level_{level}": lambda level=level: self.open_to(level) for level in LEVELS  # type: ignore[misc]
        }
        actions.connect({
            **deeds, "open_selection": self.open_selection, "close_selection": self.close_selection, "zoom_fit": graph.fit,
            "zoom_full": lambda: graph.zoom_to(1.0), "zoom_selection": graph.zoom_to_selection, "zoom_in": graph.zoom_in,
            "zoom_out": graph.zoom_out,
        })
        session.document.selection.changed.connect(self._on_selection)
        actions["minimap"].toggled.connect(self._on_minimap)
        actions["minimap"].setChecked(session.preferences.flag("minimap"))
        self.minimap.set_wanted(wanted=session.preferences.flag("minimap"))
        for name in MANNER:
            actions[name].setChecked(session.preferences.flag(name))
            actions[name].toggled.connect(self._on_manner)
        self._on_manner()

    def level_button(self) -> QToolButton:
        """The control for the line above the graph: the same menu."""
        button = QToolButton()
        button.setObjectName("graph.level")
        button.setText(self.tr("Levels ▾"))
        button.setToolTip(self.tr("How far the graph lies open, and how large it is drawn"))
        button.setAccessibleName(self.tr("Open, close and zoom the graph"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self._menu)
        mark(button, "pill")
        mark(button, "small")
        return button

    def open_to(self, level: str) -> None:
        """Open down to stages, blocks or layers."""
        network = self.graph.picture.network
        if network is not None:
            self.graph.set_opened(opened_to(network, level))

    def open_selection(self) -> None:
        """Open the selected node and everything in it."""
        network, primary = self.graph.picture.network, self.graph.selected()
        for name in self.graph.chosen():
            if network is not None and name in network:
                self.graph.set_opened(self.graph.opened() | self.graph.picture.around(name), primary)
                shown = self.graph.picture.shown_for(name)  # of equal siblings that are folded, the first one
                self.graph.set_opened(self.graph.opened() | within(network, shown), self.graph.picture.shown_for(primary))

    def close_selection(self) -> None:
        """Close the selected node and everything in it."""
        network = self.graph.picture.network
        if network is not None and self.graph.chosen():
            shown = {self.graph.picture.shown_for(name) for name in self.graph.chosen()}
            inside = {name for box in shown if box for name in within(network, box)}
            self.graph.set_opened(self.graph.opened() - inside, self.graph.picture.shown_for(self.graph.selected()))

    def _on_selection(self, node: str) -> None:
        self._actions.allow("selected", possible=bool(node))

    def _on_manner(self) -> None:
        wanted = {name: self._actions[name].isChecked() for name in MANNER}
        for name, on in wanted.items():
            if on != self._session.preferences.flag(name):
                self._session.preferences.keep(name, on)
        self.graph.set_manner(Manner(**wanted))

    def _on_minimap(self, wanted: bool) -> None:  # noqa: FBT001  (a Qt signal's value)
        self._session.preferences.keep("minimap", wanted)
        self.minimap.set_wanted(wanted=wanted)
