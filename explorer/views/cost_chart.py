"""Where is the cost? One bar a layer, coloured by kind, the selection bright and the rest dimmed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter

from explorer.core import units
from explorer.core.frame import boxes_of
from explorer.views.chart import LEFT_PX, TITLE_PX, Chart, full
from explorer.views.scales import ceiling
from explorer.views.theme import Theme
from explorer.views.words import rule_title

if TYPE_CHECKING:
    from explorer.views.plots import Bars, Mark, Plot

KIND_NAMES = {
    "pointwise": "1×1",
}
DIM_ALPHA = 0.38
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Bar(NamedTuple):
    """One layer that costs something."""

    number: int  # among all layers
    path: str
    type: str
    kind: str
    macs: int
    detail: str


def bars_of(analysis: dict[str, Any]) -> list[Bar]:
    """The layers with MACs, in call order."""
    return [
        Bar(i, row["path"], row["type"], row["kind"], row["macs"], row["detail"])
        for i, row in enumerate(analysis["layers"]) if row["macs"]
    ]


def stages_of(analysis: dict[str, Any]) -> list[tuple[str, int, int]]:
    """(name, first layer, last layer) of every stage."""
    return [(n["name"], *n["layers"]) for n in boxes_of(analysis) if n["role"] == "stage"]


class CostChart(Chart):
    """Bars by layer; a click selects, Left and Right walk along them, wheel and drag zoom along the layers.

    Signals: layer_clicked(path).
    """

    layer_clicked = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Where is the cost? M {0} per layer").format("MACs"), "chart.cost")
        self.empty = self.tr("The engine is starting.")
        self.bars: list[Bar] = []
        self._stages: list[tuple[str, int, int]] = []
        self._lit: tuple[int, int] | None = None
        self._shares: list[tuple[str, str, float]] = []
        self._colours: dict[str, tuple[QColor, QColor]] = {}
        self._items: Bars | None = None
        self._counted = "MACs"
        self._room = 0  # MACs that something laid over the bars needs
        self.set_theme(self.theme)

    def new_plot(self) -> Plot:
        from explorer.views.plots import Bars, Plot

        plot = Plot(self.objectName(), "x", y_scale=1e-6)
        self._items = Bars(plot.view)
        plot.bottom.provide = self._stage_marks
        plot.clicked.connect(self._on_clicked)
        return plot

    def show_analysis(self, analysis: dict[str, Any]) -> None:
        """New costs."""
        counted = rule_title(analysis["rule"])
        if counted != self._counted:
            self._counted = counted
            self.title = self.tr("Where is the cost? M {0} per layer").format(counted)
            self.setAccessibleName(self.title)
            self.update(0, 0, self.width(), TITLE_PX)
        self.bars = bars_of(analysis)
        stages = stages_of(analysis)
        total = sum(b.macs for b in self.bars)
        by_kind: dict[str, int] = {}
        for bar in self.bars:
            by_kind[bar.kind] = by_kind.get(bar.kind, 0) + bar.macs
        ranked = sorted(by_kind.items(), key=lambda item: item[1])[-3:]
        words = [(kind, f"{kind_name(kind)} {100 * macs / (total or 1):.0f} %") for kind, macs in ranked]
        if words != [share[:2] for share in self._shares]:
            self._shares = [(kind, text, self._title_metrics.horizontalAdvance(text)) for kind, text in words]
            self.update(0, 0, self.width(), TITLE_PX)
        self._describe(total, [text for _, text in words])
        plot = self.make()
        if stages != self._stages:
            self._stages = stages
            plot.bottom.renew()
        self.say_empty("" if self.bars else self.tr("No layer of this network costs a multiply-accumulate."))
        self._refresh(plot)

    def show_lit(self, layers: tuple[int, int] | None) -> None:
        """First and last layer of the selection; None lights everything."""
        if layers != self._lit:
            self._lit = layers
            if self.bars:
                plot = self.make()
                plot.bottom.renew()
                self._refresh(plot)

    def make_room(self, macs: int) -> None:
        """Something laid over the bars reaches this high."""
        if macs != self._room:
            self._room = macs
            self._refresh(self.make())

    def set_theme(self, theme: Theme) -> None:
        self._colours = {}
        panel = QColor(theme.panel)
        for kind, _ in theme.kinds:
            bright = QColor(theme.kind_colour(kind))
            pairs = ((bright.redF(), panel.redF()), (bright.greenF(), panel.greenF()), (bright.blueF(), panel.blueF()))
            self._colours[kind] = (bright, QColor.fromRgbF(*(DIM_ALPHA * a + (1 - DIM_ALPHA) * b for a, b in pairs)))
        super().set_theme(theme)

    def theme_plot(self, theme: Theme) -> None:
        if self.plot is not None:
            self._refresh(self.plot)

    def tip_at(self, at: QPointF) -> str:
        bar = self._bar_at(at.x())
        if bar is None:
            return ""
        share = 100 * bar.macs / (sum(b.macs for b in self.bars) or 1)
        what = " ".join(word for word in (bar.type, bar.detail) if word)
        return f"{bar.path}\n{what} · {kind_name(bar.kind)}\n{full(bar.macs)} {self._counted} · {share:.2f} %"

    def corner_width(self) -> float:
        return sum(wide + 18 for _, _, wide in self._shares)

    def paint_corner(self, painter: QPainter, right: float) -> None:
        for kind, text, wide in reversed(self._shares):
            right -= wide
            if right < LEFT_PX:
                return
            painter.setPen(QColor(self.theme.kind_colour(kind)))
            painter.drawText(QRectF(right, 2, wide + 1, 18), Qt.AlignmentFlag.AlignVCenter, text)
            right -= 18

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if bare and self.bars and event.key() in (*STEPS, Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    def _walk(self, key: Qt.Key) -> None:
        inside = self._lit_bars()
        by = STEPS.get(key, 0)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            at = 0 if key == Qt.Key.Key_Home else len(self.bars) - 1
        elif len(inside) == 1:
            at = min(max(inside[0] + by, 0), len(self.bars) - 1)
        else:  # into the selected stage, or into the network
            among = inside or range(len(self.bars))
            at = among[0] if by > 0 else among[-1]
        if self.plot is not None:
            self.plot.view.keep_in_sight(at, at + 1)
        self.layer_clicked.emit(self.bars[at].path)

    def _lit_bars(self) -> range:
        if self._lit is None:
            return range(0)
        indices = [b.number for b in self.bars]
        return range(bisect_left(indices, self._lit[0]), bisect_right(indices, self._lit[1]))

    def _refresh(self, plot: Plot) -> None:
        lit, colours = self._lit, self._colours
        first, last = lit if lit is not None else (0, 1 << 30)
        other = colours["other"]
        if self._items is not None:
            self._items.show_bars([(b.macs, colours.get(b.kind, other)[not first <= b.number <= last]) for b in self.bars])
        top = max(self._room, max((b.macs for b in self.bars), default=1))
        plot.view.show_whole(QRectF(0, 0, max(len(self.bars), 1), ceiling(top)))

    def _describe(self, total: int, shares: list[str]) -> None:
        """What the chart shows, for those who do not see it."""
        if not self.bars:
            return
        most = max(self.bars, key=lambda b: b.macs)
        self.setAccessibleDescription(self.tr("{0} layers, {1} {2}; {3}; the most in {4}: {5}").format(
            len(self.bars), units.count(total), self._counted, ", ".join(reversed(shares)), most.path, units.count(most.macs)
        ))

    def _on_clicked(self, at: QPointF) -> None:
        bar = self._bar_at(at.x())
        if bar is not None:
            self.layer_clicked.emit(bar.path)

    def _bar_at(self, x: float) -> Bar | None:
        return self.bars[int(x)] if 0 <= x < len(self.bars) else None

    def _stage_marks(self, low: float, high: float, pixels: float) -> list[Mark]:
        """Where each stage's name stands; names that would run into each other are left out."""
        from explorer.views.plots import Mark

        pitch = pixels / (high - low)
        indices = [b.number for b in self.bars]
        names, free_from = [], -LEFT_PX / 2
        for name, first, last in self._stages:
            start, end = max(bisect_left(indices, first), low), min(bisect_right(indices, last), high)  # of what is seen
            if start >= end:
                continue
            text = f"s{name}" if name.isdigit() else name
            wide = self._title_metrics.horizontalAdvance(text)
            x = ((start + end) / 2 - low) * pitch
            if wide > max(pitch * (end - start) * 2.2, 16) or x - wide / 2 < free_from:
                continue
            free_from = x + wide / 2 + 6
            lit = self._lit is not None and first <= self._lit[0] and self._lit[1] <= last
            names.append(Mark((start + end) / 2, text, lit))
        return names


def kind_name(kind: str) -> str:
    """A kind of layer in the field's words."""
    return KIND_NAMES.get(kind, kind)
