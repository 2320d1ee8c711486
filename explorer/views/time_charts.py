"""Do MACs predict time here, and how are single runs spread? Only what was measured in this session."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from explorer.core.recipe import Recipe
from explorer.session.latency import Point
from explorer.views.chart import Chart, ceiling, ticks


class TimeChart(Chart):
    """MACs against median milliseconds, with a bar from p10 to p90; the present recipe in green."""

    def __init__(self) -> None:
        super().__init__(self.tr("Do MACs predict time here? median ms · M MACs"), "chart.time")
        self.empty = self.tr("Each measured recipe becomes a point. Change a knob and pause, or press Measure.")
        self._waiting = self.empty
        self.points: list[Point] = []
        self._current: Recipe | None = None

    def show_points(self, points: Sequence[Point], current: Recipe) -> None:
        """The measurements under the present conditions."""
        new = list(points)
        measured = current if any(p.recipe == current for p in new) else None
        if new == self.points and measured == self._current:
            return
        self.points, self._current = new, measured
        self.empty = "" if new else self._waiting
        told = (f"{p.label}: {p.macs / 1e6:.0f} M, {p.measurement['median_ms']:.3g} ms" for p in new)
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def paint_data(self, painter: QPainter, plot: QRectF) -> None:
        right = ceiling(max(p.macs for p in self.points) * 1.08)
        top = ceiling(max(p.measurement["p90_ms"] for p in self.points) * 1.05)
        self.paint_grid(painter, plot, top)
        dim = QColor(self.theme.dim)
        painter.setPen(dim)
        for mark in ticks(right):
            x = plot.left() + mark / right * plot.width()
            painter.drawText(QRectF(x - 30, plot.bottom() + 3, 60, 15), Qt.AlignmentFlag.AlignCenter, f"{mark / 1e6:g}")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        taken: list[QRectF] = []
        ordered = sorted(self.points, key=lambda p: p.recipe != self._current)
        for point in reversed(ordered):
            self._paint_point(painter, plot, point, right, top)
        for point in ordered:
            self._paint_label(painter, plot, point, self._place(plot, point, right, top), taken)

    def _place(self, plot: QRectF, point: Point, right: float, top: float) -> QPointF:
        return QPointF(
            plot.left() + point.macs / right * plot.width(), plot.bottom() - point.measurement["median_ms"] / top * plot.height()
        )

    def _colour(self, point: Point) -> QColor:
        return QColor(self.theme.good if point.recipe == self._current else self.theme.accent)

    def _paint_point(self, painter: QPainter, plot: QRectF, point: Point, right: float, top: float) -> None:
        centre, colour = self._place(plot, point, right, top), self._colour(point)
        scale = plot.height() / top
        low, high = plot.bottom() - point.measurement["p10_ms"] * scale, plot.bottom() - point.measurement["p90_ms"] * scale
        painter.setPen(QPen(colour, 1.6))
        painter.drawLine(QLineF(centre.x(), low, centre.x(), high))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        size = 4.5 if point.recipe == self._current else 3.5
        painter.drawEllipse(centre, size, size)

    def _paint_label(self, painter: QPainter, plot: QRectF, point: Point, at: QPointF, taken: list[QRectF]) -> None:
        mine = point.recipe == self._current
        text = self.tr("this recipe") if mine else point.label
        wide = QFontMetricsF(self.tick_font).horizontalAdvance(text) + 2
        for box in (QRectF(at.x() + 8, at.y() - 8, wide, 15), QRectF(at.x() - 8 - wide, at.y() - 8, wide, 15),
                    QRectF(at.x() + 6, at.y() + 5, wide, 15), QRectF(at.x() + 6, at.y() - 20, wide, 15)):
            inside = box.left() >= plot.left() and box.right() <= plot.right() + 8
            if inside and not any(box.intersects(other) for other in taken):
                taken.append(box)
                painter.setPen(QColor(self.theme.good) if mine else QColor(self.theme.dim))
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
                return


class SpreadChart(Chart):
    """How single runs of the present recipe are spread: a histogram with median and p10–p90."""

    def __init__(self) -> None:
        super().__init__(self.tr("How steady is it? runs by ms"), "chart.spread")
        self._waiting = self.tr("No measurement of this recipe yet. Press Measure (F9).")
        self.empty = self._waiting
        self._point: Point | None = None

    def show_point(self, point: Point | None) -> None:
        """The measurement of the present recipe."""
        if point is not self._point:
            self._point = point
            self.empty = "" if point else self._waiting
            self.update()

    def paint_data(self, painter: QPainter, plot: QRectF) -> None:
        if self._point is None:
            return
        m = self._point.measurement
        samples = sorted(m["samples_ms"])
        low, high = samples[0], samples[min(int(len(samples) * 0.99), len(samples) - 1)]
        span = (high - low) or max(low * 0.1, 1e-3)
        low, high = low - 0.05 * span, high + 0.05 * span
        bins = [0] * max(min(int(len(samples) ** 0.5 * 2), 60), 8)
        for sample in samples:
            if sample <= high:
                bins[min(int((sample - low) / (high - low) * len(bins)), len(bins) - 1)] += 1
        top = ceiling(max(bins))
        self.paint_grid(painter, plot, top)
        pitch = plot.width() / len(bins)

        def x_of(ms: float) -> float:
            return float(plot.left() + (ms - low) / (high - low) * plot.width())

        band = QRectF(x_of(m["p10_ms"]), plot.top(), x_of(min(m["p90_ms"], high)) - x_of(m["p10_ms"]), plot.height())
        painter.fillRect(band, QColor(self.theme.soft))
        for i, number in enumerate(bins):
            height = number / top * plot.height()
            bar = QRectF(plot.left() + i * pitch, plot.bottom() - height, pitch * 0.8, height)
            painter.fillRect(bar, QColor(self.theme.accent))
        middle = x_of(m["median_ms"])
        painter.setPen(QPen(QColor(self.theme.good), 1.5))
        painter.drawLine(QLineF(middle, plot.top(), middle, plot.bottom()))
        words = self.tr("median {0} ms").format(f"{m['median_ms']:.4g}")
        painter.drawText(QRectF(middle + 5, plot.top(), 160, 15), Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(QColor(self.theme.dim))
        for i in range(5):
            ms = low + (high - low) * i / 4
            box = QRectF(plot.left() + plot.width() * i / 4 - 30, plot.bottom() + 3, 60, 15)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{ms:.3g}")
