"""The house style on pyqtgraph: axes without lines, a faint grid, bars as one item. Imported late, for numpy comes with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsSceneMouseEvent

from explorer.views.theme import TINY_PX, Theme, font

LEFT_PX, BOTTOM_PX = 34, 20
pg.setConfigOptions(antialias=False, useOpenGL=False)


class Axis(pg.AxisItem):  # type: ignore[misc]
    """Numbers and, on the left, the grid; no line beside them. Labels are values times ``scale``."""

    def __init__(self, side: str, scale: float = 1.0) -> None:
        super().__init__(side)
        self.enableAutoSIPrefix(False)  # noqa: FBT003
        self.setScale(scale)
        self.setStyle(
            tickLength=0, maxTickLevel=0, tickTextOffset=6 if side == "left" else 3, tickFont=font(TINY_PX, tabular=True),
            hideOverlappingLabels=False,
        )
        self.setWidth(LEFT_PX) if side == "left" else self.setHeight(BOTTOM_PX)

    def set_theme(self, theme: Theme) -> None:
        self.setPen(pg.mkPen(theme.line))
        self.setTextPen(pg.mkPen(theme.dim))
        if self.orientation == "left":
            self.setGrid(255)

    def drawPicture(self, painter: QPainter, _axis: Any, ticks: Any, texts: Any) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003
        for pen, start, end in ticks:
            painter.setPen(pen)
            painter.drawLine(start, end)
        painter.setFont(self.style["tickFont"])
        painter.setPen(self.textPen())
        for rect, flags, text in texts:
            painter.drawText(rect, int(flags), text)


class Bars(pg.GraphicsObject):  # type: ignore[misc]
    """All bars of a chart: bar i stands on x from i to i + ``width``, in one paint."""

    def __init__(self, width: float = 0.72) -> None:
        super().__init__()
        self._width = width
        self._bars: list[tuple[float, QColor]] = []
        self._bounds = QRectF()

    def show_bars(self, bars: Sequence[tuple[float, QColor]], top: float) -> None:
        """Heights and colours; ``top`` is the height of the axis."""
        bounds = QRectF(0, 0, max(len(bars), 1), top)
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds
        self._bars = list(bars)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, *_: Any) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003
        width = self._width
        for i, (height, colour) in enumerate(self._bars):
            painter.fillRect(QRectF(i, 0, width, height), colour)


class View(pg.ViewBox):  # type: ignore[misc]
    """Pan and zoom within what there is to see; a double click shows all again. Without a menu."""

    def __init__(self, *, still: bool) -> None:
        super().__init__(enableMenu=False, defaultPadding=0.0)
        self.setMouseEnabled(x=not still, y=not still)
        self.whole = QRectF(0, 0, 1, 1)

    def show_whole(self, whole: QRectF) -> None:
        """The range to show; set only where it is another one, so that axes are not made anew at each step."""
        edge = whole.height() * 0.006  # the marks at both ends are then inside, and written
        whole = whole.adjusted(0, -edge, 0, edge)
        if whole == self.whole:
            return
        self.whole = whole
        self.reset()

    def reset(self) -> None:
        self.setRange(self.whole, padding=0.0, disableAutoRange=True)

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self.reset()
        event.accept()


class Plot(pg.PlotWidget):  # type: ignore[misc]
    """A plot in the house style; ``still`` ones neither pan nor zoom."""

    def __init__(self, name: str, *, still: bool, x_scale: float = 1.0, y_scale: float = 1.0) -> None:
        self.view = View(still=still)
        self.left, self.bottom = Axis("left", y_scale), Axis("bottom", x_scale)
        super().__init__(viewBox=self.view, axisItems={"left": self.left, "bottom": self.bottom})
        self.setObjectName(name)
        self.viewport().setObjectName(name)
        for axis in (self.left, self.bottom):
            axis.setZValue(-1000)  # the grid lies under the data
        self.hideButtons()
        self.setMenuEnabled(False)
        self.setFrameShape(self.Shape.NoFrame)
        self.plotItem.layout.setContentsMargins(0, 6, 14, 0)  # room for half of the outermost numbers

    def set_theme(self, theme: Theme) -> None:
        self.setBackground(theme.panel)
        self.left.set_theme(theme)
        self.bottom.set_theme(theme)

    def data_at(self, point: QPointF) -> QPointF:
        """Data coordinates of a point of the widget."""
        found: QPointF = self.view.mapSceneToView(self.mapToScene(point.toPoint()))
        return found

    def pixels(self, x: float, y: float) -> QPointF:
        """The point of the widget where a datum stands."""
        return QPointF(self.mapFromScene(self.view.mapViewToScene(QPointF(x, y))))


def place_labels(plot: Plot, wanted: Sequence[tuple[float, float, str]]) -> list[tuple[float, float] | None]:
    """For each (x, y, text) the anchor of a text item that keeps it off points and other texts; None where there is no room."""
    metrics = QFontMetricsF(font(TINY_PX, tabular=True))
    spots = [plot.pixels(x, y) for x, y, _ in wanted]
    taken = [QRectF(s.x() - 5, s.y() - 5, 10, 10) for s in spots]
    area = QRectF(plot.rect()).adjusted(LEFT_PX, 0, 0, -BOTTOM_PX)
    anchors: list[tuple[float, float] | None] = []
    for (_, _, text), spot in zip(wanted, spots, strict=True):
        wide, high = metrics.horizontalAdvance(text) + 8, 15.0
        anchors.append(None)
        for anchor in ((-0.0, 0.5), (1.0, 0.5), (0.5, 1.0), (0.5, 0.0)):
            gap_x = 7 if anchor[0] == 0 else -7 if anchor[0] == 1 else 0
            gap_y = -7 if anchor[1] == 1 else 7 if anchor[1] == 0 else 0
            box = QRectF(spot.x() + gap_x - anchor[0] * wide, spot.y() + gap_y - anchor[1] * high, wide, high)
            if area.contains(box) and not any(box.intersects(other) for other in taken):
                taken.append(box)
                anchors[-1] = anchor
                break
    return anchors


def text_item(text: str, colour: str, anchor: tuple[float, float]) -> Any:
    """A label beside a point."""
    item = pg.TextItem(text, color=colour, anchor=anchor)
    item.setFont(font(TINY_PX, tabular=True))
    return item


LEFT_BUTTON = Qt.MouseButton.LeftButton
