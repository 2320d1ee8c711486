"""Where is the cost? One bar a layer, coloured by kind, the selection bright and the rest dimmed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from explorer.views.chart import LEFT_PX, RIGHT_PX, TITLE_PX, Chart, ceiling
from explorer.views.theme import Theme
from explorer.views.words import rule_title

if TYPE_CHECKING:
    from explorer.views.plots import Bars, Plot

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
        self.empty = self.tr("The engine is starting.")
        self.bars: list[Bar] = []
        self._stages: list[tuple[str, int, int]] = []
        self._lit: tuple[int, int] | None = None
        self._shares: list[tuple[str, str]] = []
        self._legend_px = 0.0
        self._colours: dict[str, tuple[QColor, QColor]] = {}
        self._items: Bars | None = None
        self._names: list[tuple[float, str]] = []
        self.set_theme(self.theme)

    def new_plot(self) -> Plot:
        from explorer.views.plots import LEFT_BUTTON, Bars, Plot

        plot = Plot(self.objectName(), still=True, y_scale=1e-6)
        self._items = Bars()
        plot.addItem(self._items)

        def on_clicked(event: Any) -> None:
            bar = self._bar_at(plot.view.mapSceneToView(event.scenePos()).x())
            if bar is not None and event.button() == LEFT_BUTTON:
                self.layer_clicked.emit(bar.path)

        plot.scene().sigMouseClicked.connect(on_clicked)
        return plot

    def show_analysis(self, analysis: dict[str, Any]) -> None:
        """New costs."""
        title = self.tr("Where is the cost? M {0} per layer").format(rule_title(analysis["rule"]))
        if title != self.title:
            self.title = title
            self.setAccessibleName(title)
            self.update()
        self.bars = bars_of(analysis)
        self._stages = stages_of(analysis)
        total = sum(b.macs for b in self.bars) or 1
        by_kind: dict[str, int] = {}
        for bar in self.bars:
            by_kind[bar.kind] = by_kind.get(bar.kind, 0) + bar.macs
        ranked = sorted(by_kind.items(), key=lambda item: item[1])[-3:]
        shares = [(kind, f"{kind_name(kind)} {100 * macs / total:.0f} %") for kind, macs in ranked]
        if shares != self._shares:
            self._shares = shares
            metrics = QFontMetricsF(self.title_font)
            self._legend_px = sum(metrics.horizontalAdvance(text) + 18 for _, text in shares)
            self.setAccessibleDescription(", ".join(text for _, text in reversed(shares)))
            self.update(0, 0, self.width(), TITLE_PX)
        self.say_empty("" if self.bars else self.tr("No layer of this network costs a multiply-accumulate."))
        self._refresh()

    def show_lit(self, layers: tuple[int, int] | None) -> None:
        """First and last layer of the selection; None lights everything."""
        if layers != self._lit:
            self._lit = layers
            if self.bars:
                self._refresh()

    def set_theme(self, theme: Theme) -> None:
        self._colours = {}
        panel = QColor(theme.panel)
        for kind, _ in theme.kinds:
            bright = QColor(theme.kind_colour(kind))
            pairs = zip(bright.getRgbF()[:3], panel.getRgbF()[:3], strict=True)  # type: ignore[index]
            self._colours[kind] = (bright, QColor.fromRgbF(*(DIM_ALPHA * a + (1 - DIM_ALPHA) * b for a, b in pairs)))
        super().set_theme(theme)

    def theme_plot(self, theme: Theme) -> None:
        if self.bars:
            self._refresh()

    def tip_at(self, at: QPointF) -> str:
        bar = self._bar_at(at.x())
        if bar is None:
            return ""
        share = 100 * bar.macs / (sum(b.macs for b in self.bars) or 1)
        exact = f"{bar.macs:,}".replace(",", "\u202f")
        return f"{bar.path}\n{bar.detail}  {kind_name(bar.kind)}\n{exact} MACs · {share:.1f} %"

    def title_width(self) -> float:
        return max(super().title_width() - self._legend_px, 40.0)

    def paint_corner(self, painter: QPainter) -> None:
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

    def _refresh(self) -> None:
        plot, lit, colours = self.make(), self._lit, self._colours
        other = colours["other"]
        top = ceiling(max((b.macs for b in self.bars), default=1))
        heights = [
            (float(b.macs), colours.get(b.kind, other)[lit is not None and not lit[0] <= b.index <= lit[1]]) for b in self.bars
        ]
        if self._items is not None:
            self._items.show_bars(heights, top)
        plot.view.show_whole(QRectF(0, 0, max(len(self.bars), 1), top))
        names = self._stage_names()
        if names != self._names:
            self._names = names
            plot.bottom.setTicks([names, []])

    def _bar_at(self, x: float) -> Bar | None:
        return self.bars[int(x)] if 0 <= x < len(self.bars) else None

    def _stage_names(self) -> list[tuple[float, str]]:
        """Where on the axis each stage's name stands; names that would run into each other are left out."""
        metrics = QFontMetricsF(self.title_font)
        pitch = max(self.width() - LEFT_PX - RIGHT_PX, 1) / max(len(self.bars), 1)
        indices = [b.index for b in self.bars]
        names, free_from = [], -20.0
        for name, first, last in self._stages:
            inside = [i for i, index in enumerate(indices) if first <= index <= last]
            text = f"s{name}" if name.isdigit() else name
            wide = metrics.horizontalAdvance(text)
            if not inside or wide > max(pitch * len(inside) * 2.2, 16):
                continue
            centre = (inside[0] + inside[-1] + 1) / 2
            if centre * pitch - wide / 2 < free_from:
                continue
            free_from = centre * pitch + wide / 2 + 6
            names.append((centre, text))
        return names


def kind_name(kind: str) -> str:
    """A kind of layer in the field's words."""
    return KIND_NAMES.get(kind, kind)
