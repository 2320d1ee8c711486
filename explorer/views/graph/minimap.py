"""The whole graph in a corner of the view, and in it a frame around what is in sight. A click or drag moves the view.

The miniature is a cached picture. It is painted anew a moment after the last change, so that a knob that is dragged pays
nothing for it; scrolling and zooming only move the frame.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from explorer.core.graph import Group
from explorer.views import theme as tokens
from explorer.views.graph.badges import colour
from explorer.views.graph.diagram import HEADER, Shape
from explorer.views.graph.items import NodeItem
from explorer.views.graph.look import Looks, Style
from explorer.views.graph.view import GraphView

LATER_MS = 200  # after the last change
REST_MS = 700  # after the last movement: time to go to the minimap with the pointer
WIDEST_PX, HIGHEST_PX = 104, 200  # of the miniature
LEAST_PX = 28  # of either side: a very long network is drawn wider than it is
PAD_PX, MARGIN_PX = 6, 12
LEAST_FRAME_PX = 4.0
COARSE_SCALE = 0.05
DOT_PX = 3.0  # of an override
CORNERS = ((True, False), (True, True), (False, False), (False, True))  # (right, low): which one is taken first
SLACK_PX = 4  # that may be out of sight on the screen while everything counts as seen


def miniature(shapes: Iterable[Shape], whole: QRectF, looks: Looks, ratio: float) -> QPixmap:
    """The boxes of a diagram in their colours, without words; ``ratio`` is the screen's device pixels for one of ours.

    Of a network so long that boxes in boxes would be specks, only the outermost are drawn, each in the colour of all of it.
    """
    theme = looks.theme
    scale = min(WIDEST_PX / whole.width(), HIGHEST_PX / whole.height())
    width, height = (max(round(side * scale), LEAST_PX) for side in (whole.width(), whole.height()))
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    across, down = width / whole.width(), height / whole.height()
    coarse = down < COARSE_SCALE
    painter = QPainter(picture)
    noted = []
    for shape in shapes:
        style, fill, note = shape.look.style, shape.look.fill, shape.look.note
        if style is Style.ROUND or (coarse and shape.depth):
            continue
        if style is Style.PANEL and coarse:
            closed = looks.look(Group(looks.network.node(shape.id), shape.members, shape.run), Style.ROW)
            fill, note = closed.fill, closed.note
        elif style is Style.PANEL:
            fill = theme.panel if shape.depth % 2 else theme.line
        elif fill == theme.panel:
            fill = theme.line
        place = QPointF((shape.x - whole.left()) * across, (shape.y - whole.top()) * down)
        size = QSizeF(max(shape.width * across, 1.0), max(shape.height * down, 1.0))
        painter.fillRect(QRectF(place, size), colour(fill))
        if note:
            noted.append(place - QPointF(1, 1))
    for place in noted:  # over all boxes
        painter.fillRect(QRectF(place, QSizeF(DOT_PX + 1, DOT_PX + 1)), colour(theme.panel))
        painter.fillRect(QRectF(place, QSizeF(DOT_PX, DOT_PX)), colour(theme.warning))
    painter.end()
    return picture


class Minimap(QWidget):
    """Lies in the first corner of the view, from the upper right one on, where it covers no box; where there is none it is
    seen while the view moves and goes when that has come to rest, unless the pointer is on it. Hidden while all of the graph
    is in sight, and while it is not wanted.

    It is a child of the viewport, which moves its children when it scrolls, and goes back to its corner at once: over the
    viewport as a neighbour it would make Qt repaint all of it at each step instead of moving pixels.
    """

    def __init__(self, graph: GraphView) -> None:
        super().__init__(graph.viewport())
        self.setObjectName("graph.minimap")
        self.setAccessibleName(self.tr("Minimap"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._graph = graph
        self._wanted = False
        self._picture = QPixmap()
        self._whole = QRectF()  # what the miniature shows, in scene pixels
        self._painted_for: tuple[object, ...] = ()
        self._corner: tuple[bool, bool] | None = CORNERS[0]
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self.refresh)
        graph.legend_changed.connect(self._later.start)
        graph.opened_changed.connect(self._later.start)
        self._at_rest = QTimer(self)
        self._at_rest.setSingleShot(True)
        self._at_rest.setInterval(REST_MS)
        self._at_rest.timeout.connect(self.settle)
        graph.moved.connect(self._on_moved)
        self.hide()

    def set_wanted(self, *, wanted: bool) -> None:
        """Whether it may be seen at all."""
        self._wanted = wanted
        self.refresh()

    def refresh(self) -> None:
        """Paint the miniature anew where anything differs, and put it into its corner."""
        self._later.stop()
        scene, looks = self._graph.picture.scene, self._graph.picture.looks
        if self._wanted and scene.nodes and looks is not None:
            ratio = self.devicePixelRatioF()
            state = (
                scene.sceneRect(), scene.theme.name, ratio,
                [(s.x, s.y, s.width, s.height, s.look.fill, s.look.style, s.look.note) for s in scene.diagram.shapes.values()],
            )
            if state != self._painted_for:
                self._painted_for = state
                self._whole = scene.sceneRect()
                self._picture = miniature(scene.diagram.shapes.values(), self._whole, looks, ratio)
                size = self._picture.deviceIndependentSize().toSize()
                self.resize(size + QSize(2 * PAD_PX, 2 * PAD_PX))
        self.settle()
        self.update()

    def settle(self) -> None:
        """The view has come to rest: stay where nothing is covered, or go where nothing would be; not under the pointer."""
        self._at_rest.stop()
        if not self._is_needed():
            self._corner = CORNERS[0]
        elif self.isVisible() and self.underMouse():
            self._at_rest.start()
        else:
            wanted = (self._corner, *CORNERS) if self._corner is not None else CORNERS
            self._corner = next((corner for corner in wanted if self._is_free(corner)), None)
        self._place()

    def frame(self) -> QRectF:
        """What is in sight, in the minimap's own pixels."""
        seen = self._graph.seen() & self._whole
        frame = QRectF(self._to_map(seen.topLeft()), self._to_map(seen.bottomRight()))
        wider, higher = max(LEAST_FRAME_PX - frame.width(), 0) / 2, max(LEAST_FRAME_PX - frame.height(), 0) / 2
        return frame.adjusted(-wider, -higher, wider, higher)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._graph.picture.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(theme.line), 1))
        painter.setBrush(colour(theme.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens.RADIUS_PX, tokens.RADIUS_PX)
        painter.drawPixmap(PAD_PX, PAD_PX, self._picture)
        ground = QColor(theme.accent)
        ground.setAlphaF(0.12)
        painter.setPen(QPen(colour(theme.accent), 1.5))
        painter.setBrush(ground)
        painter.drawRect(self.frame().intersected(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._graph.centerOn(self._to_scene(event.position()))
        event.accept()  # nothing below is meant

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._graph.centerOn(self._to_scene(event.position()))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _on_moved(self) -> None:
        if self._is_needed():
            self._corner = self._corner or CORNERS[0]
            self._at_rest.start()
            self._place()
            self.update()
        elif self.isVisible():
            self.hide()

    def _is_needed(self) -> bool:
        slack = SLACK_PX / self._graph.scale_now()
        seen = self._graph.seen().adjusted(-slack, -slack, slack, slack)
        return self._wanted and not self._picture.isNull() and not seen.contains(self._whole)

    def _area(self, corner: tuple[bool, bool]) -> QRect:
        viewport, (right, low) = self._graph.viewport(), corner
        x = viewport.width() - self.width() - MARGIN_PX if right else MARGIN_PX
        y = viewport.height() - self.height() - MARGIN_PX if low else MARGIN_PX
        return QRect(QPoint(x, y), self.size())

    def _is_free(self, corner: tuple[bool, bool]) -> bool:
        """Whether no box lies there; of an open one the line with its name counts, its ground does not."""
        area = self._area(corner)
        place = self._graph.mapToScene(area).boundingRect()
        if not self._graph.viewport().rect().contains(area):
            return False
        for item in self._graph.picture.scene.items(place, Qt.ItemSelectionMode.IntersectsItemBoundingRect):
            if isinstance(item, NodeItem):
                box = QRectF(item.box)
                if item.shape_data.look.style is Style.PANEL:
                    box.setHeight(HEADER)
                if box.intersects(place):
                    return False
        return True

    def _place(self) -> None:
        if self._corner is not None:
            self.move(self._area(self._corner).topLeft())
        self.setVisible(self._corner is not None and self._is_needed())

    def _to_map(self, place: QPointF) -> QPointF:
        size = self._picture.deviceIndependentSize()
        return QPointF(
            PAD_PX + (place.x() - self._whole.left()) * size.width() / self._whole.width(),
            PAD_PX + (place.y() - self._whole.top()) * size.height() / self._whole.height(),
        )

    def _to_scene(self, place: QPointF) -> QPointF:
        size = self._picture.deviceIndependentSize()
        return QPointF(
            self._whole.left() + (place.x() - PAD_PX) * self._whole.width() / size.width(),
            self._whole.top() + (place.y() - PAD_PX) * self._whole.height() / size.height(),
        )
