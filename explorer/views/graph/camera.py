"""Moving over the graph: pan by dragging, zoom by wheel and keys. Knows no network."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsScene, QGraphicsView, QWidget

LEAST, MOST = 0.05, 4.0
STEP = 1.2


class Camera(QGraphicsView):
    """A view that pans and zooms. A press and release without a drag between is left to ``clickEvent``."""

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

    def clickEvent(self, place: QPointF) -> None:
        """A click at this place of the scene."""

    def scale_now(self) -> float:
        """Screen pixels for one of the scene."""
        return self.transform().m11()

    def zoom_to(self, scale: float, anchor: QPoint | None = None) -> None:
        """Zoom within sensible limits; the place under ``anchor`` (the middle where there is none) stays where it is."""
        factor = min(max(scale, LEAST), MOST) / self.scale_now()
        if anchor is None:
            self.scale(factor, factor)
            return
        before = self.mapToScene(anchor)
        self.scale(factor, factor)
        self.shift(self.mapFromScene(before) - anchor)

    def zoom_in(self) -> None:
        """One step closer."""
        self.zoom_to(self.scale_now() * STEP)

    def zoom_out(self) -> None:
        """One step away."""
        self.zoom_to(self.scale_now() / STEP)

    def fit(self) -> None:
        """The whole network in the window, not larger than it is."""
        self.fitInView(self.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        self.zoom_to(min(self.scale_now(), 1.0))

    def shift(self, pixels: QPoint) -> None:
        """Scroll by screen pixels."""
        for bar, distance in ((self.horizontalScrollBar(), pixels.x()), (self.verticalScrollBar(), pixels.y())):
            bar.setValue(bar.value() + distance)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self.scale_now() * STEP ** (event.angleDelta().y() / 120), event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pressed, self._panned = event.position().toPoint(), False
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
        self.viewport().unsetCursor()
        if not self._panned and event.button() == Qt.MouseButton.LeftButton:
            self.clickEvent(self.mapToScene(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            deed = {
                Qt.Key.Key_0: self.fit, Qt.Key.Key_1: lambda: self.zoom_to(1.0), Qt.Key.Key_Plus: self.zoom_in,
                Qt.Key.Key_Equal: self.zoom_in, Qt.Key.Key_Minus: self.zoom_out,
            }.get(Qt.Key(event.key()))
            if deed is not None:
                deed()
                event.accept()
                return
        super().keyPressEvent(event)
