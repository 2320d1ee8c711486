"""The house style on pyqtgraph: axes without lines, a faint grid, layers painted in one go. Imported late: numpy comes along.

A plot is pyqtgraph's view, view box and axes without its PlotItem, whose menus and buttons cost more than everything else here.
Data are painted by layers that lie in the view box and map to whole pixels themselves: bars keep one width, and a new analysis
is one repaint, with no item made or moved.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log10
from typing import Any, NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QStaticText
from PySide6.QtWidgets import QGraphicsView

from explorer.views.chart import paint_words
from explorer.views.scales import log_ticks, ticks
from explorer.views.theme import LIGHT, TINY_PX, Theme, font

LEFT_PX, RIGHT_PX, TOP_PX, BOTTOM_PX = 34, 12, 8, 20
ZOOM_MOST = 200  # a zoomed view shows at least this part of the whole
TEXT_PX = 15
RIGHT_AXIS_PX = 40


class Mark(NamedTuple):
    """A label at a place of an axis."""

    at: float
    text: str
    lit: bool = False


class Axis(pg.AxisItem):  # type: ignore[misc]
    """Numbers and, on the left, the grid; no line beside them. Labels are values times ``scale``, or as ``words`` says.

    ``provide`` gives other marks: it is called with the ends of the axis and its pixels.
    """

    def __init__(self, side: str, view: pg.ViewBox, scale: float = 1.0) -> None:
        super().__init__(side, linkView=view)
        self.enableAutoSIPrefix(False)  # noqa: FBT003
        self.number_scale = scale
        self.log = False
        self.provide: Callable[[float, float, float], list[Mark]] | None = None
        self.words: Callable[[float], str] | None = None
        self.text_scale = 1.0
        self.face = font(TINY_PX, tabular=True)
        self.metrics = QFontMetricsF(self.face)
        self._texts: dict[str, tuple[QStaticText, float]] = {}
        self._shown: tuple[Any, ...] = ()
        self._marks: list[Mark] = []
        self._inks = (QColor(), QColor(), QColor())
        self.setHeight(BOTTOM_PX) if side == "bottom" else self.setWidth(LEFT_PX if side == "left" else 0)
        self.setZValue(-200)  # below the view box: the grid lies under the data

    def set_theme(self, theme: Theme) -> None:
        self._inks = (QColor(theme.line), QColor(theme.dim), QColor(theme.accent))
        repaint(self)

    def set_text_scale(self, scale: float) -> None:
        """Larger words; the axis takes the room that they need."""
        self.text_scale = scale
        self.face = font(round(TINY_PX * scale), tabular=True)
        self.metrics = QFontMetricsF(self.face)
        self._texts.clear()
        if self.orientation == "bottom":
            self.setHeight(round(BOTTOM_PX * scale))
        elif self.orientation == "left":
            self.setWidth(round(LEFT_PX * scale))
        self.renew()

    def renew(self) -> None:
        """The marks that are provided have changed."""
        self._shown = ()
        repaint(self)

    def marks(self) -> list[Mark]:
        """What stands on the axis; made anew only for another range or size."""
        low, high = self.range
        pixels = self.size().width() if self.orientation == "bottom" else self.size().height()
        now = (low, high, pixels, self.log)
        if now != self._shown:
            self._shown = now
            self._marks = self.provide(low, high, pixels) if self.provide else self._numbers(low, high, pixels)
        return self._marks

    def boundingRect(self) -> QRectF:
        view = self.linkedView()
        grid = view.width() if self.orientation == "left" and view is not None else 0
        return QRectF(0, 0, self.size().width() + grid, self.size().height()).adjusted(-TEXT_PX, -TEXT_PX, TEXT_PX, TEXT_PX)

    def paint(self, painter: QPainter, *_: Any) -> None:
        painter.setFont(self.face)
        {"left": self._paint_left, "right": self._paint_right}.get(self.orientation, self._paint_bottom)(painter)

    def _paint_left(self, painter: QPainter) -> None:
        low, high = self.range
        wide, pixels = self.size().width(), self.size().height()
        view = self.linkedView()
        right = wide + view.width() if view is not None else wide
        places = [(round(pixels - (m.at - low) / (high - low) * pixels), m.text) for m in self.marks()]
        painter.setPen(self._inks[0])
        for y, _ in places:
            painter.drawLine(int(wide), y, int(right), y)
        painter.setPen(self._inks[1])
        for y, text in places:
            static, length = self._static(text)
            painter.drawStaticText(QPointF(wide - 6 - length, y - self.metrics.height() / 2), static)

    def _paint_right(self, painter: QPainter) -> None:
        low, high = self.range
        pixels = self.size().height()
        painter.setPen(self._inks[1])
        for mark in self.marks() if self.size().width() > 0 else ():
            y = round(pixels - (mark.at - low) / (high - low) * pixels)
            painter.drawStaticText(QPointF(6, y - self.metrics.height() / 2), self._static(mark.text)[0])

    def _paint_bottom(self, painter: QPainter) -> None:
        low, high = self.range
        pixels = self.size().width()
        for mark in self.marks():
            static, length = self._static(mark.text)
            x = (mark.at - low) / (high - low) * pixels - length / 2
            painter.setPen(self._inks[2 if mark.lit else 1])
            painter.drawStaticText(QPointF(min(x, pixels + RIGHT_PX - length), 4), static)

    def _static(self, text: str) -> tuple[QStaticText, float]:
        """A text laid out once, and its length."""
        if text not in self._texts:
            if len(self._texts) > 500:
                self._texts.clear()
            static = QStaticText(text)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.prepare(font=self.face)
            self._texts[text] = (static, self.metrics.horizontalAdvance(text))
        return self._texts[text]

    def _numbers(self, low: float, high: float, pixels: float) -> list[Mark]:
        room = pixels / self.text_scale
        most = (3 if room < 140 else 4) if self.orientation == "left" else max(int(room / 64), 2)
        words = self.words or (lambda v: f"{v * self.number_scale:.{3 if self.log else 6}g}")
        if self.log:
            return [Mark(log10(v), words(v)) for v in log_ticks(low, high, most)]
        return [Mark(v, words(v)) for v in ticks(low, high, most)]


class View(pg.ViewBox):  # type: ignore[misc]
    """What there is to see (``whole``) and the part that is seen. Wheel and drag move along the axes in ``zooms``."""

    def __init__(self, zooms: str) -> None:
        super().__init__(enableMenu=False, defaultPadding=0.0)
        self.disableAutoRange()
        self.zooms = zooms
        self.setMouseEnabled(x="x" in zooms, y="y" in zooms)
        self.whole = QRectF(0, 0, 1, 1)
        self.zoomed = False
        self.sigRangeChangedManually.connect(self._on_moved)

    def show_whole(self, whole: QRectF) -> None:
        """Another whole. What was zoomed into stays, as far as the axis still means the same."""
        if whole == self.whole:
            return
        other_x = (whole.left(), whole.right()) != (self.whole.left(), self.whole.right())
        self.whole = whole
        self._limit()
        if not self.zoomed or (self.zooms == "x" and other_x):
            self.reset()
        elif "y" not in self.zooms:
            self.setYRange(whole.top(), whole.bottom(), padding=0.0)

    def reset(self) -> None:
        """All of it."""
        was, self.zoomed = self.zoomed, False
        self.setRange(self.whole, padding=0.0, disableAutoRange=False)
        if was:
            self.sigStateChanged.emit(self)

    def zoom(self, factor: float) -> None:
        """Closer (below 1) or farther, around the middle."""
        self.scaleBy(x=factor if "x" in self.zooms else None, y=factor if "y" in self.zooms else None)
        self._on_moved()

    def keep_in_sight(self, low: float, high: float) -> None:
        """Move along x until ``low`` to ``high`` is seen."""
        left, right = self.viewRange()[0]
        if low < left or high > right:
            self.translateBy(x=low - left if low < left else high - right)

    def _limit(self) -> None:
        w = self.whole
        slack = 0.5 if "y" in self.zooms else 0.0
        limits = {
            "xMin": w.left() - slack * w.width(), "xMax": w.right() + slack * w.width(), "minXRange": w.width() / ZOOM_MOST,
            "yMin": w.top() - slack * w.height(), "yMax": w.bottom() + slack * w.height(), "minYRange": w.height() / ZOOM_MOST,
        }
        self.setLimits(**limits)

    def _on_moved(self, _axes: object = None) -> None:
        seen, whole = self.viewRect(), self.whole
        near = 1e-6 * max(whole.width(), 1e-12), 1e-6 * max(whole.height(), 1e-12)
        self.zoomed = bool(
            abs(seen.left() - whole.left()) > near[0] or abs(seen.right() - whole.right()) > near[0]
            or abs(seen.top() - whole.top()) > near[1] or abs(seen.bottom() - whole.bottom()) > near[1]
        )
        self.sigStateChanged.emit(self)


def repaint(item: Any) -> None:
    """Have the widget around an item painted."""
    for each in item.scene().views():
        each.viewport().update()


class Layer(pg.GraphicsObject):  # type: ignore[misc]
    """Something painted all over the view box, in its pixels."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = view
        self.setParentItem(view)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        view.sigResized.connect(lambda *_: self.prepareGeometryChange())

    def boundingRect(self) -> QRectF:
        return QRectF(self.view.rect())

    def set_text_scale(self, _scale: float) -> None:
        """Larger words, in a layer that has some."""

    def repaint(self) -> None:
        """Paint soon, together with the rest of the window."""
        repaint(self)

    def place(self) -> tuple[float, float, float, float]:
        """x0, x per unit, y0, y per unit: a datum (x, y) stands at x0 + x · kx, y0 + y · ky."""
        (left, right), (low, high) = self.view.viewRange()
        wide, tall = self.view.width(), self.view.height()
        kx, ky = wide / (right - left), -tall / (high - low)
        return -left * kx, kx, tall - low * ky, ky


class Bars(Layer):
    """All bars of a chart in one paint: bar i stands on ``start + i * pitch`` and fills ``share`` of its place.

    Bars rise from the lower end of the axis; a height of 0 or below it is no bar.
    """

    def __init__(self, view: View, share: float = 0.72) -> None:
        super().__init__(view)
        self._share = share
        self._heights: Sequence[float] = ()
        self._colours: Sequence[QColor] = ()
        self._start, self._pitch = 0.0, 1.0

    def show_bars(self, bars: list[tuple[float, QColor]], start: float = 0.0, pitch: float = 1.0) -> None:
        """Heights and colours."""
        self._start, self._pitch = start, pitch
        self.show_heights([height for height, _ in bars], [colour for _, colour in bars])

    def show_heights(self, heights: Sequence[float], colours: Sequence[QColor]) -> None:
        """The same as two lists, which may be handed over again when only one of them is new."""
        self._heights, self._colours = heights, colours
        self.repaint()

    def paint(self, painter: QPainter, *_: Any) -> None:
        x0, kx, y0, ky = self.place()
        left, pitch = x0 + self._start * kx, self._pitch * kx
        wide = max(int(pitch * self._share), 1)
        low = self.view.viewRange()[1][0]
        bottom, end = round(y0 + low * ky), self.view.width()
        fill = painter.fillRect
        for i, (height, colour) in enumerate(zip(self._heights, self._colours, strict=True)):
            x = left + i * pitch
            if height and height > low and -pitch < x < end:
                tall = max(round((low - height) * ky), 1)
                fill(round(x), bottom - tall, wide, tall, colour)


class Plot(pg.GraphicsView):  # type: ignore[misc]
    """A plot in the house style: ``zooms`` names the axes that wheel and drag move along. A double click shows all again.

    Signals: clicked(QPointF) in data coordinates.
    """

    clicked = Signal(QPointF)

    def __init__(self, name: str, zooms: str, x_scale: float = 1.0, y_scale: float = 1.0) -> None:
        super().__init__(background=None)
        self.setAntialiasing(False)
        # The widget is told when to paint, never by the scene: a scene does that in an event of its own, after which the window
        # would paint once more.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.NoViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the chart around it has the keyboard
        self.setMinimumSize(0, 0)
        self.viewport().setObjectName(name)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.view = View(zooms)
        self.left, self.bottom = Axis("left", self.view, y_scale), Axis("bottom", self.view, x_scale)
        self.right = Axis("right", self.view)
        grid = self.centralLayout
        grid.setContentsMargins(0, TOP_PX, RIGHT_PX, 0)
        grid.setSpacing(0)
        for item, row, column in ((self.left, 0, 0), (self.view, 0, 1), (self.right, 0, 2), (self.bottom, 1, 1)):
            grid.addItem(item, row, column)
        self.scene().sigMouseClicked.connect(self._on_clicked)
        self.view.sigRangeChanged.connect(lambda *_: self.viewport().update())
        self.view.sigResized.connect(lambda *_: self.viewport().update())
        self._words = ""
        self._scale = 1.0
        self._theme = LIGHT

    def set_text_scale(self, scale: float) -> None:
        """Larger words on axes and layers."""
        self._scale = scale
        for axis in (self.left, self.right, self.bottom):
            axis.set_text_scale(scale)
        self.show_right(on=self.right.size().width() > 0)
        for layer in self.view.childItems():
            if isinstance(layer, Layer):
                layer.set_text_scale(scale)
                layer.repaint()
        self.viewport().update()

    def show_right(self, *, on: bool) -> None:
        """Whether there is an axis on the right; it takes the place of the margin."""
        wide = round(RIGHT_AXIS_PX * self._scale) if on else 0
        if self.right.size().width() != wide:
            self.right.setWidth(wide)
            self.centralLayout.setContentsMargins(0, TOP_PX, 2 if on else RIGHT_PX, 0)

    def say(self, words: str) -> None:
        """Words instead of the data. The widget stays as it is: nothing is laid out anew when data come."""
        self._words = words
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._words:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._theme.panel))
        paint_words(painter, QRectF(self.viewport().rect()), self._words, self._theme, self._scale)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setBackground(theme.panel)
        for axis in (self.left, self.right, self.bottom):
            axis.set_theme(theme)

    def data_at(self, point: QPointF) -> QPointF:
        """Data coordinates of a point of the widget."""
        found: QPointF = self.view.mapSceneToView(point)
        return found

    def pixels(self, x: float, y: float) -> QPointF:
        """The point of the widget where a datum stands."""
        found: QPointF = self.view.mapViewToScene(QPointF(x, y))
        return found

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.view.reset()
        event.accept()

    def _on_clicked(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.view.sceneBoundingRect().contains(event.scenePos()):
            self.clicked.emit(self.data_at(event.scenePos()))
