"""What is shown of a network on a scene: what lies open, how it looks, and whether anything must move. Knows no widget."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF

from explorer.core.graph import ROOT, Group, Network
from explorer.views.graph.diagram import Builder, Diagram, skeleton
from explorer.views.graph.look import PLAIN, Looks
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
        self.manner = PLAIN
        self.unfolded: set[str] = set()  # members of rows of equal siblings that are shown one by one
        self.looks: Looks | None = None
        self._skeleton: tuple[object, ...] = ()
        self._boxes: dict[str, str] = {}  # every node that a box of the diagram stands for by itself -> the box
        self._boxes_of: Diagram | None = None

    def update(self) -> bool:
        """New texts and colours in the present places; False where the topology or a box's width asks for a new layout."""
        if self.network is None:
            return False
        looks = self.looks = Looks(
            self.network, self.scene.theme, self.quantity, self.overrides, self.times, figures=self.manner.figures
        )
        if skeleton(self.network, self.opened, unfolded=self.unfolded) != self._skeleton:
            return False
        new = {
            name: looks.look(Group(self.network.node(name), shape.members, shape.run), shape.look.style)
            for name, shape in self.scene.diagram.shapes.items()
        }
        if not all(self.scene.fits(name, look) for name, look in new.items()):
            return False
        return self.scene.show_looks(looks, new)

    def lay_out(self) -> None:
        """Place everything anew; items keep their identity."""
        if self.network is None or self.looks is None:
            self.looks, self._skeleton = None, ()
            self.scene.show_diagram(Diagram())
            return
        self._skeleton = skeleton(self.network, self.opened, unfolded=self.unfolded)
        self.scene.show_diagram(Builder(self.looks, self.opened, self.unfolded, self.manner).build())

    def forget(self) -> None:
        """The next ``update`` lays out: a font, the language or the manner changed."""
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
        boxes = self._standing()
        return next((boxes[ancestor] for ancestor in reversed(network.ancestors(name)) if ancestor in boxes), ROOT)

    def stands_for(self, name: str) -> tuple[str, ...]:
        """All nodes that a box shows: of a folded row every member, in a row that lies open folded the same part of each."""
        network, shapes = self.network, self.scene.diagram.shapes
        if network is None or name not in shapes:
            return ()
        found = [name]
        outer = name
        while outer in shapes:
            members = shapes[outer].members
            if len(members) > 1:
                found = [m + each[len(outer):] for m in members for each in found if each.startswith(outer)]
            outer = shapes[outer].parent
        return tuple(each for each in dict.fromkeys(found) if each in network)

    def lit(self, chosen: Iterable[str]) -> dict[str, bool]:
        """The boxes that show these nodes; False of one that stands for others beside them."""
        wanted = list(chosen)
        held, lit = set(wanted), {}
        for name in {shown for each in wanted if (shown := self.shown_for(each))}:
            own = self.stands_for(name)
            lit[name] = held.isdisjoint(own) or held.issuperset(own)  # apart from all of them: what is chosen lies within
        return lit

    def around(self, name: str) -> set[str]:
        """What has to lie open so that a node is seen; of equal siblings that are folded, the first one."""
        network = self.network
        if network is None or name not in network:
            return set()
        return {
            next(g.first.id for g in network.groups(network.node(outer).parent, self.unfolded) if outer in g.members)
            for outer in network.ancestors(network.node(name).parent)
        }

    def _standing(self) -> dict[str, str]:
        diagram = self.scene.diagram
        if diagram is not self._boxes_of:
            self._boxes = {member: shape.id for shape in diagram.shapes.values() for member in shape.members}
            self._boxes |= {name: name for name in diagram.shapes}
            self._boxes_of = diagram
        return self._boxes

    def held(self, seen: QRectF, anchor: str, selected: str) -> str:
        """Which box keeps its place on the screen while things move: the anchor, the selected one if it is in sight, or else
        the first of the network's boxes that reaches into sight."""
        nodes = self.scene.nodes
        if anchor in nodes:
            return anchor
        shown = self.shown_for(selected)
        if shown and nodes[shown].box.intersects(seen):
            return shown
        top = [name for name, shape in self.scene.diagram.shapes.items() if shape.parent == ROOT]
        if self.scene.diagram.sideways:
            return next((name for name in top if nodes[name].box.right() > seen.left()), ROOT)
        return next((name for name in top if nodes[name].box.bottom() > seen.top()), ROOT)

    def place_of(self, name: str, *, corner: bool = True) -> QPointF | None:
        """The point of a box that is held: its ``corner``, or else, and of what stands on the network's axis, the axis at its
        first edge."""
        item = self.scene.nodes.get(name)
        if item is None:
            return None
        if corner and item.shape_data.parent != ROOT:
            return item.box.topLeft()
        return QPointF(item.box.left(), 0.0) if self.scene.diagram.sideways else QPointF(0.0, item.box.top())

    def surviving(self, name: str) -> str:
        """The node itself, or what encloses it where it is gone."""
        path = name
        while path and (self.network is None or path not in self.network):
            path = path.rpartition(":")[0] if ":" in path else path.rpartition(".")[0]
        return path
