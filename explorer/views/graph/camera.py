"""Moving over the graph: pan by dragging and by keys, zoom by the wheel. Knows no network."""

from __future__ import annotations

from math import exp, log

from PySide6.QtCore import QEasingCurve, QPoint, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsScene, QGraphicsView, QWidget

from explorer.views.graph.motion import motion_ms

LEAST, MOST = 0.05, 4.0
STEP = 1.2
GLIDE_MS = 140  # of one turn of the wheel
PAN_PX = 80  # of one key
CLOSE = 1.6  # the largest scale that looking at one box zooms to


class Camera(QGraphicsView):
    """A view that pans and zooms. A press and release without a drag between is left to ``clickEvent``; the space bar, pressed
    and released without a drag between, to ``spaceEvent``.

    Signals: moved() when another part of the scene is seen, or at another scale.
    """

    moved = Signal()
    far = 0.0  # below this scale a view is painted whole

    def __init__(self, scene: QGraphicsScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)  # every item sets its own pen and brush
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self._pressed: QPoint | None = None
        self._panned = False
        self._space = self._space_used = False
        self._held = (QPointF(), QPoint())  # while a glide runs: a place of the scene, and where on the screen it stays
        self._goal = 1.0
        self._glide = QVariantAnimation(self)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._on_glide)
        self.moved.connect(self._on_moved)

    def clickEvent(self, place: QPointF) -> None:
        """A click at this place of the scene."""

    def spaceEvent(self) -> None:
        """The space bar, as a key."""

    def scale_now(self) -> float:
        """Screen pixels for one of the scene."""
        return self.transform().m11()

    def zoom_to(self, scale: float, anchor: QPoint | None = None) -> None:
        """Zoom within sensible limits; the place under ``anchor`` (the middle where there is none) stays where it is."""
        self._glide.stop()
        factor = self._within(scale) / self.scale_now()
        if anchor is None:
            self.scale(factor, factor)
            self.moved.emit()
            return
        self._held = (self.mapToScene(anchor), anchor)
        self._zoom_held(factor)

    def glide_to(self, scale: float, anchor: QPoint) -> None:
        """The same within a moment; a further call goes on from the goal of the one before."""
        duration = motion_ms(GLIDE_MS)
        if not duration:
            self.zoom_to(scale, anchor)
            return
        self._glide.stop()
        self._held = (self.mapToScene(anchor), anchor)
        self._goal = self._within(scale)
        self._glide.setDuration(duration)
        self._glide.setStartValue(log(self.scale_now()))
        self._glide.setEndValue(log(self._goal))
        self._glide.start()

    def _within(self, scale: float) -> float:
        """The scale within its limits; what was fitted into the view may be smaller than they allow, and then only grows."""
        return min(max(scale, min(LEAST, self.scale_now())), MOST)

    def _on_glide(self, logarithm: float) -> None:
        self._zoom_held(exp(logarithm) / self.scale_now())

    def _zoom_held(self, factor: float) -> None:
        place, anchor = self._held
        self.scale(factor, factor)
        self.shift(self.mapFromScene(place) - anchor)
        self.moved.emit()

    def zoom_in(self) -> None:
        """One step closer."""
        self.zoom_to(self.scale_now() * STEP)

    def zoom_out(self) -> None:
        """One step away."""
        self.zoom_to(self.scale_now() / STEP)

    def fit(self) -> None:
        """The whole network in the window, not larger than it is."""
        self.look_at(self.sceneRect(), 1.0)

    def look_at(self, part: QRectF, most: float = CLOSE) -> None:
        """A part of the scene as large as it fits, but not above the scale ``most``."""
        self._glide.stop()
        self.fitInView(part, Qt.AspectRatioMode.KeepAspectRatio)
        if self.scale_now() > most:
            self.zoom_to(most)
        self.centerOn(part.center())
        self.moved.emit()

    def seen(self) -> QRectF:
        """The part of the scene that is in sight."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def shift(self, pixels: QPoint) -> None:
        """Scroll by screen pixels."""
        for bar, distance in ((self.horizontalScrollBar(), pixels.x()), (self.verticalScrollBar(), pixels.y())):
            bar.setValue(bar.value() + distance)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            running = self._glide.state() == QVariantAnimation.State.Running
            wanted = (self._goal if running else self.scale_now()) * STEP ** (event.angleDelta().y() / 120)
            fine = not event.pixelDelta().isNull()  # a touchpad tells every pixel and needs no smoothing
            (self.zoom_to if fine else self.glide_to)(wanted, event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(self._along(event))

    def _along(self, event: QWheelEvent) -> QWheelEvent:
        """The same turn from left to right where there is nothing to scroll up or down."""
        high, wide = self.verticalScrollBar(), self.horizontalScrollBar()
        if high.minimum() < high.maximum() or wide.minimum() == wide.maximum() or event.angleDelta().x():
            return event
        return QWheelEvent(
            event.position(), event.globalPosition(), event.pixelDelta().transposed(), event.angleDelta().transposed(),
            event.buttons(), event.modifiers(), event.phase(), event.inverted(),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._glide.stop()
            self._pressed, self._panned = event.position().toPoint(), self._space
            self._space_used = self._space
            if self._panned:
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        here = event.position().toPoint()
        if not self._panned and (here - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        if not self._panned:
            self._panned = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.shift(self._pressed - here)
        self._pressed = here

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseReleaseEvent(event)
            return
        self._pressed = None
        self._show_hand()
        if not self._panned and event.button() == Qt.MouseButton.LeftButton:
            self.clickEvent(self.mapToScene(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat() and not self._space:
                self._space, self._space_used = True, self._pressed is not None
                self._show_hand()
            event.accept()
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = {
                Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
            }.get(Qt.Key(event.key()))
            if step is not None:
                self.shift(QPoint(*step) * PAN_PX)
                event.accept()
                return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat() or not self._space:
            super().keyReleaseEvent(event)
            return
        self._space = False
        self._show_hand()
        event.accept()
        if not self._space_used:
            self.spaceEvent()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = False
        self._show_hand()
        super().focusOutEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands in the middle from left to right stays there: the network's axis, mostly."""
        before = event.oldSize().width()
        middle = self.mapToScene(QPoint(before // 2, 0))
        super().resizeEvent(event)
        if before > 0:
            self.shift(QPoint(self.mapFromScene(middle).x() - event.size().width() // 2, 0))
        self.moved.emit()

    def _on_moved(self) -> None:
        modes = self.ViewportUpdateMode
        mode = modes.FullViewportUpdate if self.scale_now() < self.far else modes.SmartViewportUpdate
        if mode != self.viewportUpdateMode():
            self.setViewportUpdateMode(mode)

    def _show_hand(self) -> None:
        if self._space:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif self._pressed is None:
            self.viewport().unsetCursor()
