"""What a tweak added and where it took something away, outlined for a moment and then faded.

While a mouse button is down (a knob is dragged) the outlines stand still: only what moves costs frames.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from explorer.core.graph import Network
from explorer.views import theme as tokens
from explorer.views.graph.badges import colour
from explorer.views.graph.motion import motion_ms
from explorer.views.graph.view import GraphView

ABOVE = 2e6  # over every depth, and over what a search marks
STAND_MS, FADE_MS = 500, 600
DISTANCE, THICK = 4.0, 2.0


class _Outlines(QGraphicsItem):
    """Rings around boxes: full for what is new, dashed around what lost something."""

    def __init__(self, graph: GraphView) -> None:
        super().__init__()
        self._scene = graph.picture.scene
        self.added: list[QRectF] = []
        self.reduced: list[QRectF] = []
        self.setZValue(ABOVE)
        self.setVisible(False)
        self._scene.addItem(self)

    def show_boxes(self, added: list[QRectF], reduced: list[QRectF]) -> None:
        self.prepareGeometryChange()
        self.added, self.reduced = added, reduced
        self.setOpacity(1.0)
        self.setVisible(bool(added or reduced))
        self.update()

    def boundingRect(self) -> QRectF:
        whole = QRectF()
        for box in (*self.added, *self.reduced):
            whole |= box
        far = DISTANCE + THICK
        return whole.adjusted(-far, -far, far, far)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = min(QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform()), 1.0)
        theme = self._scene.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for boxes, ink, style in (
            (self.added, theme.good, Qt.PenStyle.SolidLine), (self.reduced, theme.warning, Qt.PenStyle.DashLine),
        ):
            painter.setPen(QPen(colour(ink), THICK / scale, style))
            radius = tokens.RADIUS_PX + DISTANCE
            for box in boxes:
                painter.drawRoundedRect(box.adjusted(-DISTANCE, -DISTANCE, DISTANCE, DISTANCE), radius, radius)


class Changes(QObject):
    """Watches one graph: compares each network with the one before, of the same preset."""

    def __init__(self, graph: GraphView) -> None:
        super().__init__(graph)
        self._graph = graph
        self._outlines = _Outlines(graph)
        self._network: Network | None = None
        self._diagram: object = None
        self._added: set[str] = set()
        self._removed: set[str] = set()
        self._stand = QTimer(self)
        self._stand.setSingleShot(True)
        self._stand.setInterval(STAND_MS)
        self._stand.timeout.connect(self._on_stood)
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self._outlines.setOpacity)
        self._fade.finished.connect(self._forget)
        graph.legend_changed.connect(self._on_drawn)

    def outlined(self) -> tuple[int, int]:
        """How many boxes are outlined at present as new, and as having lost something."""
        return (len(self._outlines.added), len(self._outlines.reduced)) if self._outlines.isVisible() else (0, 0)

    def _on_drawn(self) -> None:
        """A network or its colours were drawn; where the boxes stand as before there is nothing to compare."""
        picture = self._graph.picture
        before, self._network = self._network, picture.network
        if picture.scene.diagram is self._diagram:
            return
        self._diagram = picture.scene.diagram
        now = picture.network
        if before is None or now is None or before.preset != now.preset:
            self._forget()
            return
        if before is not now:
            old, new = set(before.ids()), set(now.ids())
            self._added = (self._added & new) | (new - old)
            self._removed = (self._removed - new) | (old - new)
        if self._added or self._removed:
            self._show()

    def _show(self) -> None:
        picture = self._graph.picture
        nodes = picture.scene.nodes
        whole = [n for n in self._added if n.rpartition(".")[0] not in self._added]
        added = {shown for n in whole if (shown := picture.shown_for(n))}
        reduced = {shown for n in self._removed if (shown := picture.shown_for(picture.surviving(n)))} - added
        self._fade.stop()
        self._outlines.show_boxes([nodes[n].box for n in added], [nodes[n].box for n in reduced])
        self._stand.start()

    def _on_stood(self) -> None:
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._stand.start()
            return
        duration = motion_ms(FADE_MS)
        if duration:
            self._fade.setDuration(duration)
            self._fade.start()
        else:
            self._forget()

    def _forget(self) -> None:
        self._stand.stop()
        self._added, self._removed = set(), set()
        self._outlines.show_boxes([], [])
