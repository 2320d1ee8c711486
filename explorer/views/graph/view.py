"""The block graph's widget: shows a network, tells what was selected. Owns what lies open, nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Set

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from explorer.core.graph import ROOT, Network
from explorer.views.graph import measure, words
from explorer.views.graph.camera import Camera
from explorer.views.graph.coarse import paint_above
from explorer.views.graph.items import COARSE
from explorer.views.graph.look import QUANTITIES, Legend
from explorer.views.graph.navigation import Deed, move, toggle
from explorer.views.graph.picture import Picture
from explorer.views.theme import LIGHT, Theme

NEAR_PX = 40  # what is scrolled to stands at least this far from the edge


class GraphView(Camera):
    """The network as boxes and arrows; stages, blocks and groups open in place.

    Signals: node_selected(id) when the user chose a node ("" the whole network); legend_changed() when the colours' meaning did;
    opened_changed() when something was opened or closed; menu_asked(place) when a menu is wanted at this place of the screen.
    """

    node_selected = Signal(str)
    legend_changed = Signal()
    opened_changed = Signal()
    menu_asked = Signal(QPoint)
    far = COARSE

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        self._picture = Picture(theme)
        super().__init__(self._picture.scene, parent)
        self._graph = self._picture.scene
        self.picture = self._picture  # for what stands beside the view: minimap, find, picture files
        self._selected = ROOT
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setBackgroundBrush(QColor(theme.panel))
        self.setAccessibleName(self.tr("Block graph"))

    def set_network(self, network: Network | None) -> None:
        """Show a network. A box stays the same item; things move only where the topology or a width changed."""
        before = self._picture.network
        self._picture.network = network
        if network is not None:
            self._picture.opened &= set(network.ids())
            self._selected = self._picture.surviving(self._selected)
        self._refresh()
        if network is not None and (before is None or before.title != network.title):
            self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

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
        self.setBackgroundBrush(QColor(theme.panel))
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
            self._refresh(anchor)
            self.opened_changed.emit()

    def expand(self, name: str) -> None:
        """Open a node and all that is around it."""
        network = self._picture.network
        if network is not None and name in network:
            self.set_opened(self._picture.opened | set(network.ancestors(name)), name)

    def collapse(self, name: str) -> None:
        """Close a node; what was open in it opens with it again."""
        self.set_opened(self._picture.opened - {name}, name)

    def expand_all(self) -> None:
        """Open everything, down to single layers. ``set_opened(set())`` closes everything."""
        if self._picture.network is not None:
            self.set_opened(set(self._picture.network.ids()))

    def selected(self) -> str:
        """The selected node's id, "" for the whole network. The box that shows it may be one around it."""
        return self._selected

    def set_selected(self, name: str) -> None:
        """Select from outside; nothing is emitted. A node that is not shown lights the nearest box around it."""
        if name == self._selected:
            return
        self._selected = name
        self._mark()
        item = self._graph.nodes.get(self._picture.shown_for(name))
        seen = self.seen()
        if item is not None and not seen.contains(item.box):
            near = QRectF(item.box.topLeft(), item.box.size().boundedTo(seen.size() * 0.8))  # of a large one, where it begins
            self.ensureVisible(near, NEAR_PX, NEAR_PX)

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
        known = network is not None and name in network
        return words.tooltip(network, name, self._picture.overrides.get(name, "")) if network is not None and known else ""

    def boxes(self) -> list[tuple[str, QRectF, list[str]]]:
        """Every box on the scene: id, place, texts."""
        return [(name, item.box, [run.text for run in item.runs]) for name, item in self._graph.nodes.items()]

    def _refresh(self, anchor: str = ROOT) -> None:
        """Show what the picture now holds; where things must move, the anchor stays where it is on the screen."""
        if not self._picture.update():
            held = self._picture.held(self.seen(), anchor, self._selected)
            place = self._picture.place_of(held)
            before = self.mapFromScene(place) if place is not None else None
            self._picture.lay_out()
            place = self._picture.place_of(held)
            if before is not None and place is not None:
                self.shift(self.mapFromScene(place) - before)
            self._graph.mark(self._picture.shown_for(self._selected), focused=self.hasFocus())
        self._mark(boxes=False)
        self.legend_changed.emit()

    def _mark(self, *, boxes: bool = True) -> None:
        """Show what is selected: on the boxes, and in words for screen readers."""
        if boxes:
            self._graph.mark(self._picture.shown_for(self._selected), focused=self.hasFocus())
        self.setAccessibleDescription(self.tooltip(self._selected) or self.tr("Nothing is selected"))

    def _toggle(self, name: str) -> None:
        wanted = toggle(self._graph.diagram, name)
        if wanted is not None:
            (self.expand if wanted.deed is Deed.OPEN else self.collapse)(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.scale_now() >= self.far:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.backgroundBrush())
        painter.setRenderHints(self.renderHints())
        painter.setWorldTransform(self.viewportTransform())
        self._graph.coarse().paint(painter)
        paint_above(painter, self._graph.above, self.mapToScene(event.rect()).boundingRect(), self.viewport())

    def clickEvent(self, place: QPointF) -> None:
        item = self._graph.node_at(place.x(), place.y())
        name = item.shape_data.id if item is not None else ROOT
        if name != self._selected:
            self._selected = name  # what was clicked is seen: nothing is scrolled
            self._mark()
            self.node_selected.emit(name)
        if item is not None and item.chevron().translated(item.pos()).contains(place):
            self._toggle(name)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.mapToScene(event.position().toPoint())
        item = self._graph.node_at(place.x(), place.y())
        on_chevron = item is not None and item.chevron().translated(item.pos()).contains(place)
        if item is not None and event.button() == Qt.MouseButton.LeftButton and not on_chevron:
            self._toggle(item.shape_data.id)
        else:
            self.mousePressEvent(event)  # two quick clicks on a chevron are two clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shown = self._picture.shown_for(self._selected)
        wanted = move(self._graph.diagram, shown, event.key()) if plain and event.key() != Qt.Key.Key_Space else None
        if wanted is None:
            super().keyPressEvent(event)
            return
        event.accept()
        if wanted.deed is not Deed.SELECT:
            self._toggle(wanted.node)
        elif wanted.node != self._selected:
            self.set_selected(wanted.node)
            self.node_selected.emit(wanted.node)

    def spaceEvent(self) -> None:
        shown = self._picture.shown_for(self._selected)
        if shown:
            self._toggle(shown)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = self.mapToScene(self.viewport().mapFromGlobal(event.globalPos()))
            item = self._graph.node_at(place.x(), place.y())
            name = item.shape_data.id if item is not None else ROOT
            if name != self._selected:
                self._selected = name
                self._mark()
                self.node_selected.emit(name)
        event.accept()
        self.menu_asked.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.mapToScene(event.pos())
            item = self._graph.node_at(place.x(), place.y())
            QToolTip.showText(event.globalPos(), self.tooltip(item.shape_data.id) if item else "", self)
            return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            measure.forget()
            self.setAccessibleName(self.tr("Block graph"))
            self._picture.forget()
            self._refresh()
