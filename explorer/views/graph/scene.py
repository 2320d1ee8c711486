"""The scene: one item a node, one a line, kept by key. A new diagram changes only what differs from the last one."""

from __future__ import annotations

from collections.abc import Mapping, Set

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsScene, QStyleOptionGraphicsItem

from explorer.core.graph import Network
from explorer.views.graph.coarse import Coarse, hairs
from explorer.views.graph.diagram import Diagram, Line, label_room, line_label, needed_width, reach, shared_corners
from explorer.views.graph.items import COARSE, NodeItem
from explorer.views.graph.lines import LineItem
from explorer.views.graph.look import Look, Looks, Style
from explorer.views.graph.near import Near
from explorer.views.theme import Theme

BORDER = 40.0  # free space around the network
FEW = 500  # items for which a spatial index costs more than it saves


class GraphScene(QGraphicsScene):
    """Boxes by node id, arrows by (parent, source, target). It paints them itself, as its background: what others put over
    them are items that do."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.diagram = Diagram()
        self.nodes: dict[str, NodeItem] = {}
        self.lines: dict[tuple[str, str, str], LineItem] = {}
        self.faint = 1.0  # opacity of every line
        self._hairs: dict[int, list[QLineF]] | None = None
        self._coarse: Coarse | None = None
        self._near: Near | None = None
        self._lit: Mapping[str, bool] = {}
        self._focused = ""
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setBackgroundBrush(QColor(theme.panel))

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        super().drawBackground(painter, rect)
        if QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform()) < COARSE:
            self.coarse().paint(painter)
        else:
            self.near().paint(painter, QRectF(rect))

    def near(self) -> Near:
        """How all of it looks from near."""
        if self._near is None:
            self._near = Near(*self._shown(), self.faint, self.theme)
        return self._near

    def coarse(self) -> Coarse:
        """How all of it looks from far away."""
        if self._coarse is None:
            nodes, lines = self._shown()
            if self._hairs is None:
                self._hairs = hairs(lines)
            self._coarse = Coarse(nodes, lines, self._hairs, self.faint, self.theme)
        return self._coarse

    def _shown(self) -> tuple[list[NodeItem], list[LineItem]]:
        """What is not hidden by a search."""
        nodes, lines = self.nodes.values(), self.lines.values()
        return [node for node in nodes if node.isVisible()], [line for line in lines if line.isVisible()]

    def forget_looks(self) -> None:
        """Who changed items or their opacity from outside calls this: they are painted anew."""
        self._coarse = None
        if self._near is not None:
            self._near.forget_all(self.faint)
        self.update()

    def _renew(self, item: NodeItem | LineItem, part: QRectF) -> None:
        """An item looks otherwise than it did, in this part of the scene."""
        self._coarse = None
        if self._near is not None:
            self._near.forget(item)
        self.update(part)

    def show_diagram(self, diagram: Diagram) -> None:
        """Put every item where the diagram says; make what is new, drop what is gone."""
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)  # moving things in a tree costs six times as much
        self._hairs = self._coarse = self._near = None
        self.diagram = diagram
        for key in self.nodes.keys() - diagram.shapes.keys():
            self.removeItem(self.nodes.pop(key))
        for line_key in self.lines.keys() - diagram.lines.keys():
            del self.lines[line_key]
        for name, shape in diagram.shapes.items():
            item = self.nodes.get(name)
            if item is None:
                self.nodes[name] = item = NodeItem(shape, self.theme)
                self.addItem(item)
            else:
                item.place(shape, self.theme)
        for edge, line in diagram.lines.items():
            drawn = self.lines.get(edge)
            if drawn is None:
                self.lines[edge] = LineItem(line, self.theme)
            else:
                drawn.place(line, self.theme)
        self._share_lanes()
        if len(self.nodes) > FEW:
            self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        self.setSceneRect(_room(diagram))
        self.mark(self._lit, focused=self._focused)
        self.update()

    def _share_lanes(self) -> None:
        """Of the lines in sight that leave a source along one lane, the longest draws the lane; in a dense block a hundred others
        would draw it once more each. Whoever hides or shows an item calls this."""
        self._hairs = self._coarse = self._near = None
        shown = {key: item for key, item in self.lines.items() if item.isVisible()}
        longest: dict[tuple[str, str], Line] = {}
        for (parent, source, _), item in shown.items():
            before = longest.get((parent, source))
            if before is None or reach(item.line) > reach(before):
                longest[parent, source] = item.line
        for (parent, source, _), item in shown.items():
            lane = longest[parent, source]
            item.share(0 if lane is item.line else shared_corners(item.line.points, lane.points))

    def show_others(self, hidden: Set[str], faint: float) -> None:
        """Boxes were dimmed or hidden: lines at hidden ones go too, ``faint`` is the opacity of the rest."""
        before = [line.isVisible() for line in self.lines.values()]
        for key, line in self.lines.items():
            line.setVisible(hidden.isdisjoint(key))
        if before != [line.isVisible() for line in self.lines.values()]:
            self._share_lanes()
        self.faint = faint
        self.forget_looks()

    def show_looks(self, looks: Looks, groups: Mapping[str, Look]) -> bool:
        """Other texts and colours in the same places; False where a shape no longer has room over its arrow."""
        for name, look in groups.items():
            item = self.nodes[name]
            shape = item.shape_data
            if look != shape.look:
                shape.look = look
                item.refresh(self.theme)
                self._renew(item, item.sceneBoundingRect())
        return self._show_labels(looks.network)

    def _show_labels(self, network: Network) -> bool:
        parent, shapes, fit = None, {}, True
        for (of, source, target), item in self.lines.items():
            if of != parent:
                parent = of
                shapes = {(s, t): shape for s, t, shape in network.edges(of)}
            if item.line.label:
                label = line_label(network, item.line, self._folded(shapes, source, target))
                if label != item.line.label:
                    self._renew(item, item.set_label(label))
                    fit = fit and label_room(label) <= item.line.room
        return fit

    def _folded(
        self, shapes: dict[tuple[str, str], list[int]], source: str, target: str
    ) -> dict[tuple[str, str], list[int]]:
        """An edge that leaves a folded group leaves its last member."""
        if (source, target) in shapes or source not in self.diagram.shapes:
            return shapes
        last = self.diagram.shapes[source].members[-1]
        return {(source, target): shapes[last, target]} if (last, target) in shapes else shapes

    def fits(self, name: str, look: Look) -> bool:
        """Whether a node's new texts stand in its present box."""
        shape = self.diagram.shapes[name]
        return look.style is shape.look.style and needed_width(look) <= shape.width

    def mark(self, lit: Mapping[str, bool], *, focused: str = "") -> None:
        """Show boxes as selected (False: only part of what the box stands for) and light the skip edges in them and at them;
        ``focused`` is the one that the keyboard is at."""
        self._lit, self._focused = lit, focused
        inside: set[str] = set(lit)
        for name, shape in self.diagram.shapes.items():  # parents come before children
            within = shape.parent in inside
            if within:
                inside.add(name)
            box = self.nodes[name]
            if box.set_state(
                selected=name in lit, inside=within, focused=name == focused and name in lit, partly=not lit.get(name, True)
            ):
                self._renew(box, box.sceneBoundingRect())
        for (parent, *ends), item in self.lines.items():
            shines = not item.line.straight and (parent in inside or any(end in lit for end in ends))
            if shines != item.lit:
                self._renew(item, item.set_lit(lit=shines))

    def node_at(self, x: float, y: float) -> NodeItem | None:
        """The innermost box at a place on the scene."""
        found: NodeItem | None = None
        for item in self.items(QRectF(x, y, 0.01, 0.01), Qt.ItemSelectionMode.IntersectsItemBoundingRect):
            if isinstance(item, NodeItem) and item.box.contains(x, y) and (found is None or item.zValue() > found.zValue()):
                found = item
        return found

    def recolour(self, theme: Theme) -> None:
        """Another scheme; looks follow through ``show_looks``."""
        self.theme = theme
        self._coarse = self._near = None
        for item in self.nodes.values():
            item.refresh(theme)
        for line in self.lines.values():
            line.place(line.line, theme)
        self.share_lanes()
        self.setBackgroundBrush(QColor(theme.panel))

    def opened(self, name: str) -> bool:
        """Whether a node lies open."""
        shape = self.diagram.shapes.get(name)
        return shape is not None and shape.look.style is Style.PANEL


def _room(diagram: Diagram) -> QRectF:
    """The scene: the network's axis stays in the middle whatever opens."""
    if diagram.sideways:
        half = max(-diagram.top, diagram.top + diagram.height) + BORDER
        return QRectF(-BORDER / 2, -half, diagram.right + BORDER, 2 * half)
    half = max(-diagram.left, diagram.right) + BORDER
    return QRectF(-half, -BORDER / 2, 2 * half, diagram.height + BORDER)
