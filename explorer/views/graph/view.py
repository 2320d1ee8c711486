"""The block graph's widget: shows a network, tells what was selected. Owns what lies open, nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Set

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from explorer.core.graph import ROOT, Network
from explorer.views.graph import measure, words
from explorer.views.graph.choosing import CONTROL, NEAR_PX, SHIFT, Chooser
from explorer.views.graph.items import COARSE
from explorer.views.graph.look import QUANTITIES, Legend, Manner
from explorer.views.graph.navigation import Deed, past_hidden, toggle
from explorer.views.graph.picture import Picture
from explorer.views.theme import LIGHT, Theme

ALONG = {  # where a network stands that is smaller than the view, by whether it flows sideways
    False: Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, True: Qt.AlignmentFlag.AlignCenter,
}


class GraphView(Chooser):
    """The network as boxes and arrows; stages, blocks and groups open in place, rows of equal siblings (×3) unfold.

    Signals: those of Chooser; legend_changed() when the colours' meaning did; opened_changed() when something was opened,
    closed, folded or unfolded.
    """

    legend_changed = Signal()
    opened_changed = Signal()
    far = COARSE

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        self._picture = Picture(theme)  # ``picture`` for what stands beside the view: minimap, find, picture files
        super().__init__(self._picture, parent)
        self._graph = self._picture.scene
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Block graph"))

    def set_network(self, network: Network | None) -> None:
        """Show a network. A box stays the same item; things move only where the topology or a width changed."""
        before = self._picture.network
        self._picture.network = network
        if network is not None:
            self._picture.opened &= set(network.ids())
            self._picture.unfolded &= set(network.ids())
            self._selected = self._picture.surviving(self._selected)
            left = tuple(node for node in self._nodes if node in network)
            self._nodes = left if self._selected in left else (*left, self._selected) if self._selected else left
        self._refresh()
        if network is not None and (before is None or before.title != network.title):
            bar = self.horizontalScrollBar() if self._picture.manner.sideways else self.verticalScrollBar()
            bar.setValue(bar.minimum())

    def set_colour(self, quantity: str, times: Mapping[str, float] | None = None) -> None:
        """Colour by ``macs``, ``params``, ``memory``, ``time`` (measured milliseconds by id) or ``kind``; the figures follow."""
        if quantity not in QUANTITIES:
            raise ValueError(f"no quantity to colour by: {quantity!r}; one of {', '.join(QUANTITIES)} is needed")
        self._picture.quantity = quantity
        self._picture.times = dict(times or {})
        self._refresh()

    def set_overrides(self, overrides: Mapping[str, str]) -> None:
        """Places that differ from the network, and what to say of each: a dot, and the words where it lies open."""
        if overrides != self._picture.overrides:
            self._picture.overrides = dict(overrides)
            self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """The other colour scheme."""
        self._graph.recolour(theme)
        self._refresh()

    def set_manner(self, manner: Manner) -> None:
        """From left to right or from top to bottom, with shapes and figures or without; what is selected, or else the first box
        in sight, stays in sight."""
        if manner != self._picture.manner:
            self._picture.manner = manner
            self._picture.forget()
            self.setAlignment(ALONG[manner.sideways])
            self._refresh()

    def legend(self) -> Legend | None:
        """What the colours mean at present; None without a network."""
        return self._picture.looks.legend() if self._picture.looks else None

    def opened(self) -> frozenset[str]:
        """Ids of the nodes that lie open."""
        return frozenset(self._picture.opened)

    def set_opened(self, names: Set[str], anchor: str = ROOT) -> None:
        """Open exactly these nodes; the box ``anchor`` (or else the selected one) stays where it is on the screen."""
        known = self._picture.with_inside(names)
        if known != self._picture.opened:
            self._picture.opened = known
            self._refresh(anchor, opens=True)
            self.opened_changed.emit()

    def expand(self, name: str) -> None:
        """Open a node and all that is around it."""
        network = self._picture.network
        if network is not None and name in network:
            self.set_opened(self._picture.opened | set(network.ancestors(name)), name)

    def expand_all(self) -> None:
        """Open everything, down to single layers. ``set_opened(set())`` closes everything."""
        if self._picture.network is not None:
            self.set_opened(set(self._picture.network.ids()))

    def unfolded(self) -> frozenset[str]:
        """Members of rows of equal siblings that are shown one by one."""
        return frozenset(self._picture.unfolded)

    def set_unfolded(self, names: Set[str], anchor: str = ROOT) -> None:
        """Show exactly the rows of equal siblings that these nodes belong to one by one, and fold the others."""
        network = self._picture.network
        known = set() if network is None else {member for name in names for member in network.run(name)}
        if known != self._picture.unfolded:
            self._picture.unfolded = known
            self._refresh(anchor, opens=True)
            self.opened_changed.emit()

    def toggle_fold(self, name: str) -> None:
        """Unfold the row that a box stands for, or fold the one that it was unfolded from; the row's first box stays where it
        is."""
        network = self._picture.network
        run = network.run(name) if network is not None else ()
        if run:
            apart = self._picture.unfolded.isdisjoint(run)
            self.set_unfolded(self._picture.unfolded | set(run) if apart else self._picture.unfolded - set(run), run[0])

    def reveal(self, name: str) -> None:
        """Open what is around a node and bring its box into the middle; where it is in sight already, nothing moves."""
        network = self._picture.network
        if network is None or name not in network:
            return
        self.set_opened(self._picture.opened | self._picture.around(name), name)
        item = self._graph.nodes.get(self._picture.shown_for(name))
        if item is not None and not self.seen().contains(item.box):
            self.centerOn(item.box.center())

    def zoom_to_selection(self) -> None:
        """The selected box as large as it fits; the whole network where nothing is selected."""
        item = self._graph.nodes.get(self._picture.shown_for(self._selected))
        if item is None:
            self.fit()
        else:
            self.look_at(item.box.adjusted(-NEAR_PX, -NEAR_PX, NEAR_PX, NEAR_PX))

    def tooltip(self, name: str) -> str:
        """All that is known of a node, in exact numbers; empty where there is none."""
        network = self._picture.network
        if network is None or name not in network:
            return ""
        shape = self._graph.diagram.shapes.get(name)
        return words.tooltip(network, name, shape.look.note if shape else self._picture.overrides.get(name, ""))

    def boxes(self) -> list[tuple[str, QRectF, list[str]]]:
        """Every box on the scene: id, place, texts."""
        return [(name, item.box, [run.text for run in item.runs]) for name, item in self._graph.nodes.items()]

    def _refresh(self, anchor: str = ROOT, *, opens: bool = False) -> None:
        """Show what the picture now holds. Where things must move, the anchor, or what ``held`` finds, stays where it is on the
        screen: with its corner where something ``opens``; after an edit the network's axis stays too, and all that stands on it.
        """
        if not self._picture.update():
            held = self._picture.held(self.seen(), anchor, self._selected)
            place = self._picture.place_of(held, corner=opens)
            before = self.mapFromScene(place) if place is not None else None
            self._picture.lay_out()
            self._graph.near()  # made now, and not in a frame of the zoom that needs it
            place = self._picture.place_of(held, corner=opens)
            if before is not None and place is not None:
                self.shift(self.mapFromScene(place) - before)
            self._mark()
        else:
            self._mark(boxes=False)
        self.legend_changed.emit()

    def _toggle(self, name: str) -> None:
        wanted = toggle(self._graph.diagram, name)
        if wanted is not None and wanted.deed is Deed.OPEN:
            self.expand(name)
        elif wanted is not None:
            self.set_opened(self._picture.opened - {name}, name)  # what is open in it opens with it again

    def clickEvent(self, place: QPointF) -> None:
        super().clickEvent(place)
        item = self.box_at(place)
        if item is None or self._modifiers & (SHIFT | CONTROL):
            return
        if item.chevron().contains(place):
            self._toggle(item.shape_data.id)
        elif item.fold().contains(place):
            self.toggle_fold(item.shape_data.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.mapToScene(event.position().toPoint())
        item = self.box_at(place)
        on_handle = item is not None and (item.chevron().contains(place) or item.fold().contains(place))
        gathers = event.modifiers() & (SHIFT | CONTROL)
        if item is not None and event.button() == Qt.MouseButton.LeftButton and not on_handle and not gathers:
            self._toggle(item.shape_data.id)
        else:
            self.mousePressEvent(event)  # two quick clicks on a handle are two clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shown = self._picture.shown_for(self._selected)
        several = event.key() == Qt.Key.Key_Escape and (len(self.lit()) > 1 or self._band_from is not None)
        wanted = None
        if plain and event.key() != Qt.Key.Key_Space and not several:
            hidden = {name for name, item in self._graph.nodes.items() if not item.isVisible()}
            wanted = past_hidden(self._graph.diagram, shown, event.key(), hidden)
        if wanted is None:
            super().keyPressEvent(event)
            return
        event.accept()
        if wanted.deed is not Deed.SELECT:
            self._toggle(wanted.node)
        else:
            self._anchor = wanted.node
            self.take([wanted.node] if wanted.node else [], wanted.node)
            item = self._graph.nodes.get(wanted.node)
            if item is not None:
                self.show_box(item)

    def spaceEvent(self) -> None:
        shown = self._picture.shown_for(self._selected)
        if shown:
            self._toggle(shown)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.mapToScene(event.pos())
            item = self.box_at(place)
            said = self.tooltip(item.shape_data.id) if item else ""
            if item is not None and item.fold().contains(place):
                folded = len(item.shape_data.members) > 1
                said = self.tr("Click to show them one by one.") if folded else self.tr("Click to fold them into one box.")
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            measure.forget()
            self.setAccessibleName(self.tr("Block graph"))
            self._picture.forget()
            self._refresh()
