"""Editing on the graph: the menu of what is selected, with its knobs; folding, selecting all, resetting to the network."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu

from explorer.session.session import Session
from explorer.views.actions import Actions
from explorer.views.graph import GraphView
from explorer.views.graph_part import MENU
from explorer.views.knob_menu import add_knobs
from explorer.views.micro_menu import add_micro
from explorer.views.reach import Reach
from explorer.views.words import places_name

EDITS = ("reset_to_network", "-", "unfold", "fold", "open_selection", "close_selection", "zoom_selection", "-")


class EditPart(QObject):
    """Connects the graph with the rows of core.actions that edit what is selected on it.

    Signals: knob_wanted(name) when the user wants to type a knob's value.
    """

    knob_wanted = Signal(str)

    def __init__(self, graph: GraphView, session: Session, actions: Actions) -> None:
        super().__init__(graph)
        self.graph = graph
        self._session = session
        self._document = session.document
        self._actions = actions
        self._possible: dict[str, bool] = {}
        self._menu: QMenu | None = None
        self.reach = Reach(self._document, lambda: session.catalogue.architecture(self._document.recipe.preset))
        actions.connect({
            "reset_to_network": self.reach.reset_all, "select_all": self.select_all, "unfold": self.unfold, "fold": self.fold,
            "unfold_all": self.unfold_all, "fold_all": lambda: graph.set_unfolded(set(), graph.selected()),
        })
        graph.menu_asked.connect(self.show_menu)
        for signal in (graph.legend_changed, graph.opened_changed, self._document.selection.nodes_changed):
            signal.connect(self._on_folding)
        for signal in (self._document.recipe_changed, self._document.analysed, self._document.selection.place_changed):
            signal.connect(self._on_overrides)
        self._on_folding()
        self._on_overrides()

    def select_all(self) -> None:
        """Every block that is shown."""
        self.graph.choose_all()
        self.graph.setFocus()

    def unfold(self) -> None:
        """Show the rows that the selected boxes stand for one by one."""
        self.graph.set_unfolded(self.graph.unfolded() | set(self._shown()), self.graph.selected())

    def fold(self) -> None:
        """Fold the rows of the selected boxes."""
        network = self.graph.picture.network
        if network is not None:
            runs = {member for name in self._shown() for member in network.run(name)}
            self.graph.set_unfolded(self.graph.unfolded() - runs, self.graph.selected())

    def unfold_all(self) -> None:
        """Show every row one by one."""
        network = self.graph.picture.network
        if network is not None:
            self.graph.set_unfolded(set(network.ids()), self.graph.selected())

    def show_menu(self, place: QPoint) -> None:
        """The menu of the selection at a place of the screen; where one is open (Shift+F10 can ask twice), nothing."""
        if QApplication.activePopupWidget() is None:
            self._menu = self.make_menu()
            self._menu.popup(place)

    def make_menu(self) -> QMenu:
        """What is selected, its knobs, what can be done to it, and what to the graph as a whole."""
        menu = QMenu(self.graph)
        menu.setObjectName("graph.menu")
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        places = self.reach.places()
        if places:
            title = menu.addAction(places_name(places, self._document.selection.level))
            title.setEnabled(False)
            title.setToolTip(", ".join(places) if places != ("",) else "")
            add_knobs(menu, self.reach, self.knob_wanted.emit)
            menu.addSeparator()
        if add_micro(menu, self._session):
            menu.addSeparator()
        graph = QMenu(self.tr("Graph"), menu)
        graph.setObjectName("graph.menu.graph")
        graph.setToolTipsVisible(True)
        for part, names in ((menu, EDITS), (graph, [name for name in MENU if name not in EDITS or name == "-"])):
            for name in names:
                part.addSeparator() if name == "-" else part.addAction(self._actions[name])
        menu.addMenu(graph)
        return menu

    def _shown(self) -> list[str]:
        return list(self.graph.lit())

    def _on_folding(self) -> None:
        """Whether a selected box stands for several, or was unfolded."""
        shapes = self.graph.picture.scene.diagram.shapes
        lit = [shapes[name] for name in self._shown() if name in shapes]
        self._allow("folded", possible=any(len(shape.members) > 1 for shape in lit))
        self._allow("unfolded", possible=any(shape.run for shape in lit))

    def _on_overrides(self) -> None:
        self._allow("overridden", possible=self.reach.is_overridden())

    def _allow(self, needs: str, *, possible: bool) -> None:
        if self._possible.get(needs) != possible:
            self._possible[needs] = possible
            self._actions.allow(needs, possible=possible)
