"""Which kind of operation costs? MACs and parameters as two bars, split by kind: MobileNets' Table 2 for any network.

A click on a kind asks for its layers to be marked in the graph.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from explorer.core import rules
from explorer.core.columns import network_notes, network_title
from explorer.core.shares import IDLE, Share, shares, shares_table
from explorer.core.tabular import Table
from explorer.session.chart_memory import ChartMemory
from explorer.views.chart import full, paint_words
from explorer.views.chart_frame import LEFT_PX, RIGHT_PX, ChartFrame, Option
from explorer.views.figure import DIGEST_SIGNS, Box, Figure, Key, Scale, Tick
from explorer.views.theme import TINY_PX, Theme, contrast_text, font
from explorer.views.words import rule_title

BAR_PX, LEAST_BAR_PX, GAP_PX, SWATCH_PX = 26, 15, 6, 9
KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
VCENTRE = Qt.AlignmentFlag.AlignVCenter


class Part(NamedTuple):
    """A kind's piece of one bar: which share, of which bar (0 MACs, 1 parameters), from and to (0 to 1)."""

    share: Share
    row: int
    start: float
    end: float


class _Grid(NamedTuple):
    """The legend's cells: height of a line, width of an entry, entries on a line."""

    line: int
    cell: int
    columns: int

    @staticmethod
    def of(texts: Sequence[str], metrics: QFontMetrics, width: int, scale: float) -> _Grid:
        """As many on a line as there is room for."""
        cell = max(metrics.horizontalAdvance(text) for text in texts) + round(SWATCH_PX * scale) + 22
        return _Grid(metrics.height() + 1, cell, max((width - LEFT_PX - RIGHT_PX + 16) // cell, 1))


def colour_of(kind: str, theme: Theme) -> str:
    """A kind's colour, seen on the panel; what the graph has no colour for has one here."""
    if kind == "matmul":
        return theme.mark_colour("#8a7a2e")
    return theme.mark_colour(theme.line if kind == IDLE else theme.kind_colour(kind))


class SharesChart(ChartFrame):
    """Two bars and a legend with figures. Keys: Left and Right go from kind to kind, Enter marks its layers.

    Signals: kind_clicked(query): what finds the layers of the kind (core.query).
    """

    kind_clicked = Signal(str)

    def __init__(self, memory: ChartMemory | None = None) -> None:
        super().__init__("", "chart.shares", memory)
        self.empty = self.tr("The engine is starting.")
        self.analysis: dict[str, Any] | None = None
        self.shares: list[Share] = []
        self.weights_only = self.memory.flag(self.objectName(), "weights_only")
        self._marked = ""
        self._boxes: list[tuple[QRectF, Part]] = []
        self._keys: list[tuple[QRectF, Share]] = []
        self.setMouseTracking(True)
        self._show_title()
        self.recall()

    def show_analysis(self, analysis: dict[str, Any]) -> None:
        """New costs."""
        new = shares(analysis, weights=self.weights_only)
        other_rule = self.analysis is None or self.analysis["rule"] != analysis["rule"]
        self.analysis = analysis
        if new == self.shares and not other_rule:
            return
        self.shares = new
        self.empty = "" if new else self.tr("This network has neither parameters nor multiply-accumulates.")
        if other_rule:
            self._show_title()
        told = (f"{s.name} {100 * s.macs_share:.1f} %, {100 * self._second(s)[1]:.1f} %" for s in new)
        self.setAccessibleDescription("; ".join(told))
        self.data_changed()
        self.update()

    def parts(self) -> list[Part]:
        """The pieces of both bars, from the left; what has no share has no piece."""
        found = []
        for row in (0, 1):
            start = 0.0
            for share in self.shares:
                part = share.macs_share if row == 0 else self._second(share)[1]
                if part:
                    found.append(Part(share, row, start, start + part))
                    start += part
        return found

    def options(self) -> list[Option]:
        return [Option(
            "weights_only", self.tr("Without BatchNorm and bias"), self.weights_only, self._choose_weights, key="W",
            tip=self.tr("Counts the weights of convolutions and FC layers alone, as MobileNets' Table 2 does."),
        )]

    def figure(self, theme: Theme) -> Figure | None:
        if self.analysis is None or not self.shares:
            return None
        boxes = tuple(
            Box(100 * p.start, 1.12 - p.row, 100 * p.end, 1.88 - p.row, colour_of(p.share.kind, theme), self.told(p.share),
                f"{100 * (p.end - p.start):.1f} %") for p in self.parts()
        )
        legend = tuple(Key(colour_of(s.kind, theme), f"{s.name} {self._figures(s)}") for s in self.shares)
        names = (Tick(1.5, self._names()[0]), Tick(0.5, self._names()[1]))
        along = Scale("%", 0, 100, tuple(Tick(v, str(v)) for v in (0, 20, 40, 60, 80, 100)))
        notes = [note for note in network_notes(self.analysis) if note.startswith(("Changed", "Counting rule"))]
        notes.append(self.tr("Recipe {0}").format(self.analysis["digest"][:DIGEST_SIGNS]))
        title = f"{self.title} · {network_title(self.analysis)}"
        return Figure(title, along, Scale("", 0, 2, names), tuple(notes), boxes=boxes, legend=legend, grid=False, tall=0.5)

    def table(self) -> Table | None:
        if self.analysis is None:
            return None
        caption = f"Shares of {network_title(self.analysis)}."
        rule = rules.named(self.analysis["rule"]).title
        return shares_table(shares(self.analysis), rule, caption=caption, notes=network_notes(self.analysis))

    def file_name(self) -> str:
        return f"{self.analysis['preset'] if self.analysis else 'chart'}-shares-by-kind"

    def told(self, share: Share) -> str:
        """A kind in full: name, layers, figures."""
        first, second = self._names()
        count, part = self._second(share)
        return self.tr("{0}, {1} layers\n{2} {3} · {4} %\n{5} {6} · {7} %").format(
            share.name, share.layers, full(share.macs), first, f"{100 * share.macs_share:.2f}", full(count), second,
            f"{100 * part:.2f}",
        )

    def kind_at(self, at: QPointF) -> Share | None:
        """The kind whose piece or name stands there."""
        for box, part in self._boxes:
            if box.contains(at):
                return part.share
        return next((share for box, share in self._keys if box.contains(at)), None)

    def paint_content(self, painter: QPainter) -> None:
        top = self.title_px() + round(4 * self.scale)
        self._boxes, self._keys = [], []
        if not self.shares:
            paint_words(painter, QRectF(self.rect()).adjusted(0, top, 0, 0), self.empty, self.theme, self.scale)
            return
        painter.setFont(font(round(TINY_PX * self.scale), tabular=True))
        metrics = painter.fontMetrics()
        grid = _Grid.of([self._key(share) for share in self.shares], metrics, self.width(), self.scale)
        lines = -(-len(self.shares) // grid.columns) * grid.line
        tall = round(min(BAR_PX * self.scale, max((self.height() - top - 2 * GAP_PX - 4 - lines) / 2, LEAST_BAR_PX * self.scale)))
        left = LEFT_PX + max(metrics.horizontalAdvance(name) for name in self._names()) + 8
        wide = max(self.width() - left - RIGHT_PX, 10)
        for row, name in enumerate(self._names()):
            y = top + row * (tall + GAP_PX)
            painter.setPen(QColor(self.theme.dim))
            painter.drawText(QRectF(LEFT_PX, y, left - LEFT_PX - 8, tall), VCENTRE, name)
        for part in self.parts():
            x0, x1 = round(left + part.start * wide), round(left + part.end * wide)
            self._paint_part(painter, part, QRectF(x0, top + part.row * (tall + GAP_PX), max(x1 - x0, 1), tall))
        self._paint_legend(painter, top + 2 * (tall + GAP_PX) + 2, grid)

    def _paint_part(self, painter: QPainter, part: Part, box: QRectF) -> None:
        colour = colour_of(part.share.kind, self.theme)
        painter.fillRect(box.adjusted(0, 0, -1 if box.width() > 3 else 0, 0), QColor(colour))
        text = f"{100 * (part.end - part.start):.1f} %"
        if painter.fontMetrics().horizontalAdvance(text) + 8 < box.width():
            painter.setPen(QColor(contrast_text(colour)))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        if part.share.kind == self._marked and self.hasFocus():
            painter.setPen(QPen(QColor(self.theme.text), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -1))
        self._boxes.append((box, part))

    def _paint_legend(self, painter: QPainter, top: float, grid: _Grid) -> None:
        """Swatch, name and both figures; as many columns as there is room for."""
        line, cell, columns = grid
        side = round(SWATCH_PX * self.scale)
        for i, share in enumerate(self.shares):
            x, y = LEFT_PX + i % columns * cell, top + i // columns * line
            box = QRectF(x, y, cell - 20, line)
            if box.bottom() > self.height():
                break
            painter.fillRect(QRectF(x, y + (line - side) / 2, side, side), QColor(colour_of(share.kind, self.theme)))
            lit = share.kind == self._marked and self.hasFocus()
            painter.setPen(QColor(self.theme.accent if lit else self.theme.text))
            painter.drawText(QRectF(x + side + 6, y, cell, line), VCENTRE, self._key(share))
            self._keys.append((box, share))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        share = self.kind_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and share is not None:
            self._marked = share.kind
            self.kind_clicked.emit(share.query)
            self.update()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.kind_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            share = self.kind_at(QPointF(event.pos()))
            if share is not None:
                QToolTip.showText(event.globalPos(), self.told(share) + "\n" + self.tr("A click marks them in the graph."), self)
                return True
            QToolTip.hideText()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        kinds = [share.kind for share in self.shares]
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if bare and kinds and event.key() in KEYS:
            by = KEYS[Qt.Key(event.key())]
            at = kinds.index(self._marked) + by if self._marked in kinds else (0 if by > 0 else len(kinds) - 1)
            self._marked = kinds[min(max(at, 0), len(kinds) - 1)]
            self.update()
        elif bare and self._marked in kinds and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.kind_clicked.emit(self.shares[kinds.index(self._marked)].query)
        else:
            super().keyPressEvent(event)

    def _key(self, share: Share) -> str:
        return f"{share.name}  {self._figures(share)}"

    def _names(self) -> tuple[str, str]:
        counted = rule_title(self.analysis["rule"]) if self.analysis else "MACs"
        return counted, self.tr("weights") if self.weights_only else self.tr("params")

    def _second(self, share: Share) -> tuple[int, float]:
        """Count and share of the second bar."""
        return (share.weights, share.weights_share) if self.weights_only else (share.params, share.params_share)

    def _figures(self, share: Share) -> str:
        return f"{100 * share.macs_share:.2f} · {100 * self._second(share)[1]:.2f} %"

    def _show_title(self) -> None:
        long = self.tr("Which operations cost? {0} and {1} by kind").format(*self._names())
        self.set_title(long, self.tr("Cost by kind of operation"))

    def _choose_weights(self, on: bool) -> None:  # noqa: FBT001  (a menu row's state)
        self.memory.keep(self.objectName(), "weights_only", on)
        self.weights_only, self.shares = on, []
        if self.analysis is not None:
            self.show_analysis(self.analysis)
        self._show_title()
        self.update()
