"""Which boxes are chosen: one, several, a row of them or all that a band touches, by mouse and keys. Opens nothing.

A box of a folded row (×3) stands for all of it: choosing it chooses every member.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from explorer.core.graph import ROOT
from explorer.views.graph.camera import Camera
from explorer.views.graph.diagram import Diagram, Shape
from explorer.views.graph.items import NodeItem
from explorer.views.graph.look import Style
from explorer.views.graph.navigation import Deed, move
from explorer.views.graph.picture import Picture

NEAR_PX = 40  # what is scrolled to stands at least this far from the edge
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Band(QWidget):
    """The rectangle under a drag."""

    def __init__(self, viewport: QWidget, ink: str) -> None:
        super().__init__(viewport)
        self._ink = ink
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = QColor(self._ink)
        ground.setAlphaF(0.12)
        painter.setPen(QColor(self._ink))
        painter.setBrush(ground)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class Chooser(Camera):
    """The hand on the boxes. One of the chosen nodes is the primary one; ranges reach from an anchor, the box chosen last
    without Shift.

    Signals: node_selected(id) when the user made another node the primary one ("" the whole network); nodes_chosen(ids, primary)
    when the user chose other nodes; menu_asked(place) when a menu is wanted at this place of the screen.
    """

    node_selected = Signal(str)
    nodes_chosen = Signal(object, str)
    menu_asked = Signal(QPoint)

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(picture.scene, parent)
        self.picture = picture
        self._selected = ROOT
        self._nodes: tuple[str, ...] = ()
        self._anchor = ROOT
        self._modifiers = Qt.KeyboardModifier.NoModifier  # as they were when the button went down
        self._band: Band | None = None
        self._band_from: QPoint | None = None

    def selected(self) -> str:
        """The primary node's id, "" for the whole network. The box that shows it may be one around it."""
        return self._selected

    def chosen(self) -> tuple[str, ...]:
        """Every chosen node; empty for the whole network."""
        return self._nodes

    def lit(self) -> dict[str, bool]:
        """The boxes that show what is chosen; False where a box stands for more than that."""
        return self.picture.lit(self._nodes)

    def set_selected(self, name: str) -> None:
        """Choose one node from outside."""
        self.set_chosen((name,), name)

    def set_chosen(self, nodes: Iterable[str], primary: str) -> None:
        """Choose from outside; nothing is emitted. A node that is not shown lights the nearest box around it."""
        wanted, before = tuple(n for n in nodes if n), self._selected
        if primary == before and set(wanted) == set(self._nodes):
            return
        self._selected, self._nodes = primary, wanted
        self._mark()
        if primary == before:
            return
        self._anchor = self.picture.shown_for(primary)
        item = self.picture.scene.nodes.get(self._anchor)
        if item is not None:
            self.show_box(item)

    def show_box(self, item: NodeItem) -> None:
        """Scroll a box into sight."""
        seen = self.seen()
        if not seen.contains(item.box):
            near = QRectF(item.box.topLeft(), item.box.size().boundedTo(seen.size() * 0.8))  # of a large one, where it begins
            self.ensureVisible(near, NEAR_PX, NEAR_PX)

    def take(self, boxes: Sequence[str], primary: str = ROOT) -> None:
        """The user chooses boxes, with all that they stand for; ``primary`` is one of them, or else the last."""
        primary = primary if primary in boxes else boxes[-1] if boxes else ROOT
        nodes = tuple(dict.fromkeys(node for box in boxes for node in self.picture.stands_for(box)))
        kept = self._selected if self.picture.shown_for(self._selected) == primary and self._selected in nodes else primary
        if (kept, set(nodes)) == (self._selected, set(self._nodes)):
            return
        before, self._selected, self._nodes = self._selected, kept, nodes
        self._mark()
        self.nodes_chosen.emit(nodes, kept)
        if kept != before:
            self.node_selected.emit(kept)

    def choose_all(self) -> None:
        """All blocks that are shown; where none lies open, all stages, or else all that stands at the top."""
        network, shapes = self.picture.network, self.picture.scene.diagram.shapes
        if network is None:
            return
        for role in ("block", "stage"):
            found = [name for name in shapes if network.node(name).role == role]
            if found:
                break
        else:
            found = [name for name, shape in shapes.items() if shape.parent == ROOT]
        self.take(found, self.picture.shown_for(self._selected))

    def box_at(self, place: QPointF) -> NodeItem | None:
        """The innermost box at a place of the scene."""
        return self.picture.scene.node_at(place.x(), place.y())

    def _mark(self, *, boxes: bool = True) -> None:
        """Show what is chosen: on the boxes, and in words for screen readers."""
        if boxes:
            focused = self.picture.shown_for(self._selected) if self.hasFocus() else ROOT
            self.picture.scene.mark(self.lit(), focused=focused)
        words = self.tooltip(self._selected) or self.tr("Nothing is selected")
        if len(self._nodes) > 1:
            words = self.tr("{0} selected, the last one:").format(len(self._nodes)) + "\n" + words
        self.setAccessibleDescription(words)

    def tooltip(self, name: str) -> str:
        """What is said of a node."""
        return name

    def _extend(self, name: str, *, added: bool = False) -> None:
        """Choose from the anchor to this box; ``added`` to what is chosen."""
        anchor = self._anchor if self._anchor in self.picture.scene.diagram.shapes else name
        self._anchor = anchor
        self._take_with(between(self.picture.scene.diagram, anchor, name), name, added=added)

    def _take_with(self, boxes: Sequence[str], primary: str, *, added: bool) -> None:
        self.take([*dict.fromkeys([*(self.lit() if added else ()), *boxes])], primary)

    def clickEvent(self, place: QPointF) -> None:
        item = self.box_at(place)
        name = item.shape_data.id if item is not None else ROOT
        if self._modifiers & (SHIFT | CONTROL) and not name:
            return  # what was gathered must not be lost by a click beside a box
        if self._modifiers & SHIFT:
            self._extend(name, added=bool(self._modifiers & CONTROL))
            return
        self._anchor = name
        if self._modifiers & CONTROL:
            lit = list(self.lit())
            kept = [box for box in lit if box != name]
            self.take(kept if name in lit else [*lit, name], kept[-1] if name in lit and kept else name)
        else:
            self.take([name] if name else [], name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._modifiers = event.modifiers()
        if event.button() == Qt.MouseButton.LeftButton and event.modifiers() & SHIFT:
            self._band_from = event.position().toPoint()
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._band_from is None:
            super().mouseMoveEvent(event)
            return
        here = event.position().toPoint()
        if self._band is None and (here - self._band_from).manhattanLength() >= QApplication.startDragDistance():
            self._band = Band(self.viewport(), self.picture.scene.theme.accent)
        if self._band is not None:
            self._band.setGeometry(QRect(self._band_from, here).normalized())
            self._band.show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._band_from is None:
            super().mouseReleaseEvent(event)
            return
        band = QRectF(self.mapToScene(self._band_from), self.mapToScene(event.position().toPoint())).normalized()
        drawn = self._band is not None
        self._end_band()
        if not drawn:
            self.clickEvent(band.center())
            return
        boxes = caught(self.picture.scene.diagram, band)
        if boxes:
            self._anchor = boxes[0]
            self._take_with(boxes, boxes[-1], added=bool(self._modifiers & CONTROL))

    def _end_band(self) -> None:
        if self._band is not None:
            self._band.hide()
            self._band.deleteLater()
        self._band = self._band_from = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shown = self.picture.shown_for(self._selected)
        key = event.key()
        if key == Qt.Key.Key_Escape and not modifiers and self._band_from is not None:
            self._end_band()
        elif key == Qt.Key.Key_Escape and not modifiers and len(self.lit()) > 1:
            self._anchor = shown
            self.take([shown], shown)
        elif key == Qt.Key.Key_F10 and modifiers == SHIFT:  # Qt on X11 knows the menu key alone
            self.menu_asked.emit(self._below_box())
        elif modifiers == SHIFT and key != Qt.Key.Key_Space:
            wanted = move(self.picture.scene.diagram, shown, key)
            shapes = self.picture.scene.diagram.shapes
            if wanted is None or wanted.deed is not Deed.SELECT or not shown:
                super().keyPressEvent(event)
                return
            if wanted.node in shapes and shapes[wanted.node].parent == shapes[shown].parent:
                self._extend(wanted.node)
                self.show_box(self.picture.scene.nodes[wanted.node])
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            item = self.box_at(self.mapToScene(self.viewport().mapFromGlobal(place)))
            name = item.shape_data.id if item is not None else ROOT
            if name not in self.lit():
                self._anchor = name
                self.take([name] if name else [], name)
        else:
            place = self._below_box()
        event.accept()
        self.menu_asked.emit(place)

    def _below_box(self) -> QPoint:
        """Where on the screen the menu of the selected box stands that keys ask for: at its corner, as far as that is seen."""
        shown = self.picture.scene.nodes.get(self.picture.shown_for(self._selected))
        inside = self.viewport().rect()
        corner = self.mapFromScene(shown.box.bottomLeft()) if shown is not None else inside.center()
        corner = QPoint(min(max(corner.x(), 0), inside.width()), min(max(corner.y(), 0), inside.height()))
        return self.viewport().mapToGlobal(corner)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._end_band()
        self._mark()


def between(diagram: Diagram, anchor: str, name: str) -> list[str]:
    """The boxes from one to another in call order, both included: siblings, or else those of the same depth; where the two
    stand at different depths, the other one alone."""
    shapes = diagram.shapes
    one, other = shapes[anchor], shapes[name]
    if one.depth != other.depth:
        return [name]
    among = [n for n, s in shapes.items() if (s.parent == one.parent if one.parent == other.parent else s.depth == one.depth)]
    first, last = sorted((among.index(anchor), among.index(name)))
    return among[first : last + 1]


def caught(diagram: Diagram, band: QRectF) -> list[str]:
    """What a band touches: the children of the innermost open box that holds all of the band, or else of the network."""
    around = [name for name, shape in diagram.shapes.items() if shape.look.style is Style.PANEL and _box(shape).contains(band)]
    parent = around[-1] if around else ROOT  # parents come before children
    return [name for name, shape in diagram.shapes.items() if shape.parent == parent and _box(shape).intersects(band)]


def _box(shape: Shape) -> QRectF:
    return QRectF(shape.x, shape.y, shape.width, shape.height)
