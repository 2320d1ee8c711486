"""The process that ``benchmarks/graph_view.py`` measures: the window on a display, analyses from a file, figures as JSON.

``python benchmarks/graph_frames.py DISPLAY ANALYSES.json [--peer] [--short]``
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import psutil
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainterPath, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
)

from explorer.core.catalogue import read_catalogue
from explorer.core.recipe import Recipe
from explorer.session.preferences import Preferences
from explorer.session.session import Session
from explorer.views.graph import GraphView
from explorer.views.graph.diagram import SHAPE_PX, Builder
from explorer.views.graph.measure import face
from explorer.views.window import MainWindow

FAR = 0.3  # a scale at which boxes are drawn without words
PAN_STEP_PX = 14
ZOOM_STEP = 1.2 ** (1 / 3)
CLOSEST = 4.0
LEAST = 0.05
XCB = "libxcb.so.1"


class Effort(NamedTuple):
    """How often something is done. Zooming always goes through every scale."""

    pan_steps: int
    tweaks: int
    layouts: int


WHOLE, SHORT = Effort(160, 24, 5), Effort(80, 8, 3)


class Frame(NamedTuple):
    """Milliseconds by the clock, and of them those that the window's thread computed."""

    wall: float
    cpu: float


class Display:
    """The connection that Qt draws through, for waiting until the server has done all of it."""

    def __init__(self, application: QApplication) -> None:
        self._xcb = ctypes.CDLL(XCB)
        self._xcb.xcb_get_input_focus.restype = ctypes.c_uint
        self._xcb.xcb_get_input_focus_reply.restype = ctypes.c_void_p
        native: Any = application.nativeInterface()
        self._connection = ctypes.c_void_p(native.connection())
        self._free = ctypes.CDLL(None).free

    def wait(self) -> None:
        """A round trip: requests of one connection are worked off in order."""
        cookie = self._xcb.xcb_get_input_focus(self._connection)
        answer = self._xcb.xcb_get_input_focus_reply(self._connection, cookie, None)
        self._free(ctypes.c_void_p(answer))


class Frames(QObject):
    """Times frames of one view."""

    def __init__(self, application: QApplication, display: Display, view: QGraphicsView) -> None:
        super().__init__()
        self._application, self._display, self.view = application, display, view
        self._painted = False
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._painted = True
        return False

    def settle(self, seconds: float = 0.4) -> None:
        """Let timers and late paints pass, so that they do not fall into a frame."""
        deadline = time.perf_counter() + seconds
        while time.perf_counter() < deadline:
            self._application.processEvents()
            time.sleep(0.01)

    def of(self, act: Callable[[], object]) -> Frame | None:
        """The frame that an act leads to; None where nothing had to be painted."""
        self._painted = False
        start, computed = time.perf_counter(), time.thread_time()
        act()
        self._application.processEvents()
        self._display.wait()
        taken = Frame((time.perf_counter() - start) * 1000, (time.thread_time() - computed) * 1000)
        return taken if self._painted else None

    def all_of(self, acts: Iterator[Callable[[], object]]) -> list[Frame]:
        """The frames of one act after another."""
        return [taken for act in acts if (taken := self.of(act)) is not None]


def drag(view: QGraphicsView, most: int) -> Iterator[Callable[[], object]]:
    """Drags down through the scene and back up, as the pointer's moves."""
    port = view.viewport()

    def send(kind: QEvent.Type, place: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        at = QPointF(place)
        modifiers = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(port, QMouseEvent(kind, at, QPointF(port.mapToGlobal(place)), button, held, modifiers))

    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    x, top, bottom = port.width() // 2, 10, port.height() - 10
    steps, way = most, -1
    while steps > 0:
        here = QPoint(x, bottom if way < 0 else top)
        send(QEvent.Type.MouseButtonPress, here, left, left)
        while steps > 0 and top <= here.y() + way * PAN_STEP_PX <= bottom:
            here = here + QPoint(steps % 3 - 1, way * PAN_STEP_PX)
            steps -= 1
            yield lambda here=here: send(QEvent.Type.MouseMove, here, none, left)  # type: ignore[misc]
        send(QEvent.Type.MouseButtonRelease, here, left, none)
        bar = view.verticalScrollBar()
        if bar.value() in (bar.maximum(), bar.minimum()) or steps == most // 2:
            way = -way


def turns(view: QGraphicsView, zoom: Callable[[float], None]) -> Iterator[Callable[[], object]]:
    """Zoom from all of the network to the closest and back."""
    for factor in (ZOOM_STEP, 1 / ZOOM_STEP):
        while view.transform().m11() > 2 * LEAST if factor < 1 else view.transform().m11() < CLOSEST / ZOOM_STEP:
            yield lambda factor=factor: zoom(factor)  # type: ignore[misc]


def touch(view: GraphView, factor: float) -> None:
    """A touchpad's step of the wheel with Ctrl."""
    port = view.viewport()
    place = QPoint(port.width() // 2 - 20, port.height() // 2)
    angle = 40 if factor > 1 else -40  # a third of a wheel's notch
    event = QWheelEvent(
        QPointF(place), QPointF(port.mapToGlobal(place)), QPoint(0, angle // 4), QPoint(0, angle), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003
    )
    QApplication.sendEvent(port, event)


def moved(frames: Frames, zoom: Callable[[float], None], effort: Effort) -> dict[str, list[Frame]]:
    """Frames of every way to move."""
    view, found = frames.view, {}
    for name, scale in (("pan", 1.0), ("far", FAR)):
        view.resetTransform()
        view.scale(scale, scale)
        view.verticalScrollBar().setValue(view.verticalScrollBar().minimum())
        frames.settle()
        found[name] = frames.all_of(drag(view, effort.pan_steps))
    view.resetTransform()
    view.fitInView(view.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
    frames.settle()
    found["zoom"] = frames.all_of(turns(view, zoom))
    return found


def plain_items(graph: GraphView) -> QGraphicsScene:
    """The same boxes, texts and lines as Qt's own items."""
    scene = QGraphicsScene()
    drawn = graph.picture.scene
    for item in sorted(drawn.nodes.values(), key=QGraphicsItem.zValue):
        box = QGraphicsRectItem(0, 0, item.box.width(), item.box.height())
        box.setPos(item.pos())
        box.setZValue(item.zValue())
        box.setBrush(QColor(item.ground))
        box.setPen(QPen(QColor(drawn.theme.line), 1))
        scene.addItem(box)
        for run in item.runs:
            _text(run.text, run.x, run.y - run.pixels, face(run.pixels, bold=run.bold), run.colour).setParentItem(box)
    for line in drawn.lines.values():
        path = QPainterPath(line.drawn[0])
        for point in line.drawn[1:]:
            path.lineTo(point)
        edge = QGraphicsPathItem(path)
        edge.setZValue(line.zValue())
        edge.setPen(QPen(QColor(drawn.theme.dim), 1.5))
        scene.addItem(edge)
        if line.line.label:
            corner = line.label_box().topLeft()
            _text(line.line.label, corner.x(), corner.y(), face(SHAPE_PX), drawn.theme.dim).setParentItem(edge)
    scene.setSceneRect(drawn.sceneRect())
    return scene


def _text(words: str, x: float, y: float, font: QFont, ink: str) -> QGraphicsSimpleTextItem:
    text = QGraphicsSimpleTextItem(words)
    text.setFont(font)
    text.setBrush(QColor(ink))
    text.setPos(x, y)
    return text


def peer_frames(application: QApplication, display: Display, graph: GraphView, effort: Effort) -> dict[str, list[Frame]]:
    """The same moves of a plain view of the same size, in a window of its own."""
    scene = plain_items(graph)
    view = QGraphicsView(scene)
    view.setRenderHints(graph.renderHints())
    view.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
    view.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
    view.resize(graph.size())
    view.show()
    return moved(Frames(application, display, view), lambda factor: view.scale(factor, factor), effort)


def megabytes() -> float:
    """Memory of this process that no other shares, with what it shares counted in parts."""
    return float(psutil.Process().memory_full_info().pss) / 1e6


def measure(analyses: list[dict[str, Any]], effort: Effort, *, peer: bool) -> dict[str, Any]:
    """Everything there is to tell of one network."""
    application = QApplication(sys.argv[:1])
    QApplication.setStyle("Fusion")
    recipe = Recipe(analyses[0]["preset"])
    with tempfile.TemporaryDirectory() as folder:
        session = Session(recipe, read_catalogue(), Preferences(folder))
        session.latency.set_auto(False)
        window = MainWindow(session)
        window.bottom.make_charts()
        window.resize(1440, 900)
        window.show()
        gc.freeze()  # as explorer/app.py does
        gc.set_threshold(100_000, 20, 50)
        display, graph = Display(application), window.centre.graph
        frames = Frames(application, display, graph)
        frames.settle()
        waits = [frames_of_nothing(display) for _ in range(50)]
        document = session.document
        document.accept(recipe, analyses[0])
        frames.settle()
        opened = frames.of(graph.expand_all)
        frames.settle()
        looks = graph.picture.looks
        assert looks is not None
        layouts = [timed(lambda: Builder(looks, graph.opened()).build()) for _ in range(effort.layouts)]
        ours = moved(frames, lambda factor: touch(graph, factor), effort)
        graph.zoom_to(1.0)
        frames.settle()
        ours["tweak"] = frames.all_of(
            (lambda i=i: document.accept(recipe, analyses[(i + 1) % 2])) for i in range(effort.tweaks)  # type: ignore[misc]
        )
        scene = graph.picture.scene
        figures = {
            "boxes": len(scene.nodes), "lines": len(scene.lines), "layout_ms": statistics.median(layouts),
            "open_ms": opened.wall if opened else 0.0, "sync_ms": statistics.median(waits), "memory_mb": megabytes(),
            "ours": _by_clock(ours), "cpu": {move: [frame.cpu for frame in found] for move, found in ours.items()},
        }
        if peer:
            figures["peer"] = _by_clock(peer_frames(application, display, graph, effort))
        session.stop()
        window.close()
    return figures


def _by_clock(moves: dict[str, list[Frame]]) -> dict[str, list[float]]:
    return {move: [frame.wall for frame in found] for move, found in moves.items()}


def frames_of_nothing(display: Display) -> float:
    """Milliseconds of a round trip."""
    return timed(display.wait)


def timed(act: Callable[[], object]) -> float:
    """Milliseconds of a call."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Measure and write JSON to standard output."""
    os.environ.update(DISPLAY=sys.argv[1], QT_QPA_PLATFORM="xcb")
    analyses = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    options = sys.argv[3:]
    json.dump(measure(analyses, SHORT if "--short" in options else WHOLE, peer="--peer" in options), sys.stdout)
    sys.stdout.flush()
    os._exit(0)  # thousands of items are not worth taking down


if __name__ == "__main__":
    main()
