"""What is shown of a network on a scene: what lies open, how it looks, and whether anything must move. Knows no widget."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF

from explorer.core.graph import ROOT, Group, Network
from explorer.views.graph.diagram import Builder, Diagram, skeleton
from explorer.views.graph.look import Looks
from explorer.views.graph.scene import GraphScene
from explorer.views.theme import Theme


class Picture:
    """Set the attributes, then call ``update``; where that is not enough, ``lay_out``."""

    def __init__(self, theme: Theme) -> None:
        self.scene = GraphScene(theme)
        self.network: Network | None = None
        self.quantity = "macs"
        self.overrides: dict[str, str] = {}
        self.times: dict[str, float] = {}
        self.opened: set[str] = set()
        self.looks: Looks | None = None
        self._skeleton: tuple[object, ...] = ()

    def update(self) -> bool:
        """New texts and colours in the present places; False where the topology or a box's width asks for a new layout."""
        if self.network is None:
            return False
        looks = self.looks = Looks(self.network, self.scene.theme, self.quantity, self.overrides, self.times)
        if skeleton(self.network, self.opened) != self._skeleton:
            return False
        new = {
            name: looks.look(Group(self.network.node(name), shape.members), shape.look.style)
            for name, shape in self.scene.diagram.shapes.items()
        }
        if not all(self.scene.fits(name, look) for name, look in new.items()):
            return False
        self.scene.show_looks(looks, new)
        return True

    def lay_out(self) -> None:
        """Place everything anew; items keep their identity."""
        if self.network is None or self.looks is None:
            self.looks, self._skeleton = None, ()
            self.scene.show_diagram(Diagram())
            return
        self._skeleton = skeleton(self.network, self.opened)
        self.scene.show_diagram(Builder(self.looks, self.opened).build())

    def forget(self) -> None:
        """The next ``update`` lays out: a font or the language changed."""
        self._skeleton = ()

    def with_inside(self, names: Iterable[str]) -> set[str]:
        """Those of the names that exist and have something inside."""
        network = self.network
        return {name for name in names if name in network and network.children(name)} if network is not None else set()

    def shown_for(self, name: str) -> str:
        """The box that stands for a node: itself, the first of its equal siblings, or the nearest around it; "" for none."""
        network = self.network
        if network is None or name not in network:
            return ROOT
        nodes = self.scene.nodes
        for ancestor in reversed(network.ancestors(name)):
            if ancestor in nodes:
                return ancestor
            parent = network.node(ancestor).parent
            for shape in self.scene.diagram.shapes.values():
                if shape.parent == parent and ancestor in shape.members:
                    return shape.id
        return ROOT

    def around(self, name: str) -> set[str]:
        """What has to lie open so that a node is seen; of equal siblings that are folded, the first one."""
        network = self.network
        if network is None or name not in network:
            return set()
        return {
            next(g.first.id for g in network.groups(network.node(outer).parent) if outer in g.members)
            for outer in network.ancestors(network.node(name).parent)
        }

    def held(self, seen: QRectF, anchor: str, selected: str) -> str:
        """Which box keeps its place on the screen while things move: the anchor, the selected one if it is in sight, or else
        the first of the network's boxes that reaches into sight."""
        nodes = self.scene.nodes
        if anchor in nodes:
            return anchor
        shown = self.shown_for(selected)
        if shown and nodes[shown].box.intersects(seen):
            return shown
        top = (name for name, shape in self.scene.diagram.shapes.items() if shape.parent == ROOT)
        return next((name for name in top if nodes[name].box.bottom() > seen.top()), ROOT)

    def place_of(self, name: str) -> QPointF | None:
        """The point of a box that is held: its corner; of what stands on the network's axis, the axis at its upper edge."""
        item = self.scene.nodes.get(name)
        if item is None:
            return None
        return QPointF(0.0, item.box.top()) if item.shape_data.parent == ROOT else item.box.topLeft()

    def surviving(self, name: str) -> str:
        """The node itself, or what encloses it where it is gone."""
        path = name
        while path and (self.network is None or path not in self.network):
            path = path.rpartition(":")[0] if ":" in path else path.rpartition(".")[0]
        return path
