"""Where is the cost? One bar a layer, coloured by kind, the selection bright and the rest dimmed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip

from explorer.core import units
from explorer.views.chart import LEFT_PX, RIGHT_PX, Chart, ceiling
from explorer.views.theme import Theme

KIND_NAMES = {
    "pointwise": "1×1",
}
DIM_ALPHA = 0.38


@dataclass(frozen=True)
class Bar:
    """One layer that costs something."""

    index: int
    path: str
    kind: str
    macs: int
    detail: str


def bars_of(analysis: dict[str, Any]) -> list[Bar]:
    """The layers with MACs, in call order."""
    return [
        Bar(i, row["path"], row["kind"], row["macs"], row["detail"]) for i, row in enumerate(analysis["layers"]) if row["macs"]
    ]


def stages_of(analysis: dict[str, Any]) -> list[tuple[str, int, int]]:
    """(name, first layer, last layer) of every stage."""
    return [(n["name"], *n["layers"]) for n in analysis["graph"]["nodes"] if n["role"] == "stage"]


class CostChart(Chart):
    """Bars by layer; a click selects.

    Signals: layer_clicked(path).
    """

    layer_clicked = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Where is the cost? M MACs per layer"), "chart.cost")
        self.setMouseTracking(False)
        self.empty = self.tr("The engine is starting.")
        self.bars: list[Bar] = []
        self._stages: list[tuple[str, int, int]] = []
        self._lit: tuple[int, int] | None = None
        self._shares: list[tuple[str, str]] = []
        self._legend_px = 0.0
        self._colours: dict[str, tuple[QColor, QColor]] = {}
        self.set_theme(self.theme)

    def show_analysis(self, analysis: dict[str, Any]) -> None:
        """New costs."""
        self.empty = ""
        self.bars = bars_of(analysis)
        self._stages = stages_of(analysis)
        total = sum(b.macs for b in self.bars) or 1
        by_kind: dict[str, int] = {}
        for bar in self.bars:
            by_kind[bar.kind] = by_kind.get(bar.kind, 0) + bar.macs
        ranked = sorted(by_kind.items(), key=lambda item: item[1])[-3:]
        self._shares = [(kind, f"{KIND_NAMES.get(kind, kind)} {100 * macs / total:.0f} %") for kind, macs in ranked]
        metrics = QFontMetricsF(self.title_font)
        self._legend_px = sum(metrics.horizontalAdvance(text) + 18 for _, text in self._shares)
        self.setAccessibleDescription(", ".join(text for _, text in reversed(self._shares)))
        self.update()

    def show_lit(self, layers: tuple[int, int] | None) -> None:
        """First and last layer of the selection; None lights everything."""
        if layers != self._lit:
            self._lit = layers
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self._colours = {}
        for kind, _ in theme.kinds:
            bright = QColor(theme.kind_colour(kind))
            panel = QColor(theme.panel)
            dim = QColor.fromRgbF(*(
                DIM_ALPHA * a + (1 - DIM_ALPHA) * b
                for a, b in ((bright.redF(), panel.redF()), (bright.greenF(), panel.greenF()), (bright.blueF(), panel.blueF()))
            ))
            self._colours[kind] = (bright, dim)
        super().set_theme(theme)

    def title_width(self) -> float:
        return max(super().title_width() - self._legend_px, 40.0)

    def paint_data(self, painter: QPainter, plot: QRectF) -> None:
        bars, lit, colours = self.bars, self._lit, self._colours
        if not bars:
            return
        top = ceiling(max(b.macs for b in bars))
        self.paint_grid(painter, plot, top, 1e6)
        pitch = plot.width() / len(bars)
        width = max(pitch * 0.72, 1.0)
        bottom, scale = plot.bottom(), plot.height() / top
        other = colours["other"]
        for i, bar in enumerate(bars):
            dimmed = lit is not None and not lit[0] <= bar.index <= lit[1]
            height = max(bar.macs * scale, 1.0)
            colour = colours.get(bar.kind, other)[dimmed]
            painter.fillRect(QRectF(plot.left() + i * pitch, bottom - height, width, height), colour)
        self._paint_stages(painter, plot, pitch)
        self._paint_shares(painter)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bar = self._bar_at(event.pos().x())
            if bar is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), f"{bar.path}\n{bar.detail}  {bar.kind}\n{units.count(bar.macs)} MACs", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar = self._bar_at(event.position().x())
        if bar is not None and event.button() == Qt.MouseButton.LeftButton:
            self.layer_clicked.emit(bar.path)

    def _bar_at(self, x: float) -> Bar | None:
        plot = self.plot_rect()
        if not self.bars or not plot.left() <= x < plot.right():
            return None
        return self.bars[min(int((x - plot.left()) / plot.width() * len(self.bars)), len(self.bars) - 1)]

    def _paint_stages(self, painter: QPainter, plot: QRectF, pitch: float) -> None:
        accent, dim = QColor(self.theme.accent), QColor(self.theme.dim)
        metrics = QFontMetricsF(self.tick_font)
        free_from = plot.left() - 20
        indices = [b.index for b in self.bars]
        for name, first, last in self._stages:
            inside = [i for i, index in enumerate(indices) if first <= index <= last]
            if not inside:
                continue
            text = f"s{name}" if name.isdigit() else name
            wide = metrics.horizontalAdvance(text)
            centre = plot.left() + (inside[0] + inside[-1] + 1) / 2 * pitch
            if centre - wide / 2 < free_from or wide > max(pitch * len(inside) * 2.2, 16):
                continue
            free_from = centre + wide / 2 + 6
            painter.setPen(accent if self._lit and first <= self._lit[0] and self._lit[1] <= last else dim)
            painter.drawText(QRectF(centre - wide, plot.bottom() + 3, 2 * wide, 15), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_shares(self, painter: QPainter) -> None:
        painter.setFont(self.title_font)
        metrics = QFontMetricsF(self.title_font)
        x = float(self.width() - RIGHT_PX)
        for kind, text in reversed(self._shares):
            wide = metrics.horizontalAdvance(text)
            x -= wide
            if x < LEFT_PX:
                return
            painter.setPen(QColor(self.theme.kind_colour(kind)))
            painter.drawText(QRectF(x, 2, wide + 1, 18), Qt.AlignmentFlag.AlignVCenter, text)
            x -= 18
