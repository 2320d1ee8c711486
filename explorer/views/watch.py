"""What end-to-end tests and benchmarks are told of the window, through the trace: first paint, first graph, painted changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from explorer.session.session import Session
from explorer.views.following import follow
from explorer.views.widgets import Figure
from explorer.views.window import MainWindow

KEY_PREFIXES = (
    "slider.", "field.", "choice.", "reset.", "scope.", "top.", "total.", "library", "knobs", "graph", "bottom", "chart.",
    "colour.", "export.", "find.", "compare.", "palette", "stage",
)
LOOK_MS = 200


class Watch(QObject):
    """Writes events to the session's trace; made only where one was asked for.

    A change is painted when every widget it made dirty has painted: Qt delivers updates as posted events, and the timer of
    zero that is started with the new data runs after them. ``paints`` names what was painted in between.

    ``geometry`` events tell where the key widgets are (the part that can be seen, in screen pixels) and what they say, ``dialog``
    which dialog is open. They are told again when that has changed, never while a mouse button is down: what is measured then is
    not disturbed.
    """

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self.window = window
        self.session = session
        self.trace = session.trace
        self._graph_seen = False
        self._paints: set[str] = set()
        self._told: dict[str, tuple[list[int], str]] = {}
        self._dialog = ""
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._tell_places)
        window.first_painted.connect(self._on_first_paint)
        session.document.analysed.connect(self._on_analysed)
        follow(self, session.document.selection.changed, lambda node: self.trace.event("selected", node=node))
        follow(self, session.said, lambda sentence, level: self.trace.event("said", sentence=sentence, level=level))
        for widget in (window.centre.graph.viewport(), window.totals.macs.value):
            widget.installEventFilter(self)
        window.bottom.cost.watch_paints(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._paints.add(watched.objectName() or "graph")
        return False

    def _on_first_paint(self) -> None:
        self.trace.event("first_paint")

    def _on_analysed(self) -> None:
        analysis, serial = self.session.document.analysis, self.session.shown_serial
        if analysis is None:
            return
        self._paints.clear()
        self.trace.event("totals", params=analysis["params"], macs=analysis["macs"], digest=analysis["digest"], serial=serial)
        QTimer.singleShot(0, self, lambda: self._on_painted(serial))

    def _on_painted(self, serial: int) -> None:
        if not self._graph_seen:
            self._graph_seen = True
            self.trace.event("first_graph")
            self._look.start()
        self.trace.event("painted", serial=serial, paints=sorted(self._paints))

    def _tell_places(self) -> None:
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        modal = QApplication.activeModalWidget()
        dialog = type(modal).__name__ if modal is not None else ""
        if dialog != self._dialog:
            self._dialog = dialog
            self.trace.event("dialog", type=dialog)
        seen = {}
        for widget in self.window.findChildren(QWidget):
            name = widget.objectName()
            if name.startswith(KEY_PREFIXES) and widget.isVisible():
                seen[name] = (_in_sight(widget), _text(widget))
        for name in self._told.keys() - seen.keys():
            self.trace.event("geometry", objectName=name, rect=[0, 0, 0, 0], text="")
        for name, (rect, text) in seen.items():
            if self._told.get(name) != (rect, text):
                self.trace.event("geometry", objectName=name, rect=rect, text=text)
        self._told = seen


def _in_sight(widget: QWidget) -> list[int]:
    """x, y, width, height on the screen of what the widgets around it leave of a widget; all 0 where nothing is left."""
    part, around = widget.rect(), widget
    while not around.isWindow() and (outer := around.parentWidget()) is not None:
        part = part.translated(around.pos()) & outer.rect()
        around = outer
    if part.isEmpty():
        return [0, 0, 0, 0]
    corner = around.mapToGlobal(part.topLeft())
    return [corner.x(), corner.y(), part.width(), part.height()]


def _text(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text() if isinstance(widget, QLabel | QLineEdit | QAbstractButton | Figure) else ""
