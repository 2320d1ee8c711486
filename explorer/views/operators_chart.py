"""Where does the time go? A bar for each network measured in turn, split by kind of operation, with what lies between layers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from explorer.core import units
from explorer.core.operators import BETWEEN, SCATTER, STAMPS, TITLES, side_by_side
from explorer.core.tabular import Table
from explorer.core.turns import conditions, operators_table, stamps_words, title
from explorer.session.chart_memory import ChartMemory
from explorer.views.chart import paint_words
from explorer.views.chart_frame import LEFT_PX, RIGHT_PX, ChartFrame
from explorer.views.figure import Box, Figure, Key, Line, Scale, Tick
from explorer.views.scales import ticks
from explorer.views.theme import TINY_PX, Theme, contrast_text, font
from explorer.views.words import engine_sentence

BAR_PX, LEAST_BAR_PX, GAP_PX, SWATCH_PX, ENTRY_GAP_PX = 24, 13, 5, 9, 14
NAME_PX, TOTAL_PX = 150, 64
FIGURES_OF = 2  # networks whose ms stand in the legend; of more they are in the tooltip and the table
VCENTRE = Qt.AlignmentFlag.AlignVCenter
COLOURS = {
    "matmul": "#8a7a2e", "norm": "#7f8fb0", "activation": "#c9a227", "pool": "#8c6bb1", "shuffle": "#d1495b",
    "reshape": "#5aa5a5", "concat": "#a0603a", "add": "#5f9e4a", "multiply": "#9aa53f", BETWEEN: "#8b93a3",
}


class Part(NamedTuple):
    """A kind's piece of a bar: which, of which network, from and to in ms."""

    kind: str
    row: int
    start: float
    end: float


def colour_of(kind: str, theme: Theme) -> str:
    """A kind's colour, seen on the panel: the graph's where it has one."""
    if kind == SCATTER:
        return theme.line
    return theme.mark_colour(COLOURS.get(kind) or theme.kind_colour(kind))


def title_of(kind: str) -> str:
    """A kind's name."""
    return QCoreApplication.translate("operators", TITLES[kind])


class OperatorsChart(ChartFrame):
    """Bars and a legend with figures; a line in each bar where the median without stamps ends."""

    def __init__(self, memory: ChartMemory | None = None) -> None:
        super().__init__("", "chart.operators", memory)
        self._waiting = self.tr("Where the time of networks measured in turn goes.")
        self.empty = self._waiting
        self.document: Mapping[str, Any] | None = None
        self.kinds: list[tuple[str, list[float]]] = []
        self._boxes: list[tuple[QRectF, str]] = []
        self.set_title(self.tr("Where does the time go? ms by kind of operation"), self.tr("Time by kind"))
        self.recall()

    def show_document(self, document: Mapping[str, Any] | None) -> None:
        """A ``pair`` document; of one without operators its reason stands there."""
        if document is self.document:
            return
        self.document = document
        missing = document["operators_missing"] if document is not None else None
        if document is None:
            self.kinds, self.empty = [], self._waiting
        elif missing:
            self.kinds, self.empty = [], engine_sentence(missing)
        else:
            self.kinds, self.empty = side_by_side([run["operators"] for run in document["runs"]]), ""
        told = (f"{title_of(kind)} " + ", ".join(units.duration(each) for each in ms) for kind, ms in self.kinds)
        self.setAccessibleDescription("; ".join(told))
        self.data_changed()
        self.update()

    def names(self) -> list[str]:
        """Of the networks."""
        return [run["name"] for run in self.document["runs"]] if self.document is not None and self.kinds else []

    def medians(self) -> list[float]:
        """Without stamps, ms."""
        return [run["measurement"]["median_ms"] for run in self.document["runs"]] if self.document is not None else []

    def parts(self) -> list[Part]:
        """The pieces of every bar, from the left; what is taken away (stamps) is none, nor what is nothing."""
        found = []
        for row in range(len(self.names())):
            start = 0.0
            for kind, ms in self.kinds:
                if kind != STAMPS and ms[row] > 0:
                    found.append(Part(kind, row, start, start + ms[row]))
                    start += ms[row]
        return found

    def figure(self, theme: Theme) -> Figure | None:
        if not self.kinds or self.document is None:
            return None
        names, many, most = self.names(), len(self.names()), self._most()
        boxes = tuple(
            Box(p.start, many - p.row - 0.85, p.end, many - p.row - 0.15, colour_of(p.kind, theme), self.told(p.kind),
                title_of(p.kind)) for p in self.parts()
        )
        lines = tuple(
            Line(((ms, many - row - 0.95), (ms, many - row - 0.05)), theme.text, self.tr("median without stamps"))
            for row, ms in enumerate(self.medians())
        )
        legend = tuple(Key(colour_of(kind, theme), self._key(kind, ms)) for kind, ms in self.kinds if kind != STAMPS)
        rows = tuple(Tick(many - row - 0.5, name) for row, name in enumerate(names))
        along = Scale("ms", 0, most, tuple(Tick(v, f"{v:g}") for v in ticks(0, most, 6)))
        notes = [engine_sentence(title(self.document)), *conditions(self.document)]
        notes += [self.tr("lines: median without stamps"), *(engine_sentence(words) for words in stamps_words(self.document))]
        return Figure(
            self.title, along, Scale("", 0, many, rows), tuple(notes), boxes=boxes, lines=lines, legend=legend, grid=False,
            tall=0.3 + 0.14 * many,
        )

    def table(self) -> Table | None:
        return None if self.document is None else operators_table(self.document)

    def file_name(self) -> str:
        return "time-by-operator"

    def told(self, kind: str) -> str:
        """A kind in full: ms and share of each network."""
        ms = dict(self.kinds)[kind]
        lines = [title_of(kind)]
        for name, each, whole in zip(self.names(), ms, self.medians(), strict=True):
            lines.append(self.tr("{0}: {1}, {2} % of {3}").format(
                name, units.duration(each), f"{100 * each / whole:.1f}", units.duration(whole)
            ))
        return "\n".join(lines)

    def paint_content(self, painter: QPainter) -> None:
        top = self.title_px() + round(4 * self.scale)
        self._boxes = []
        if not self.kinds:
            paint_words(painter, QRectF(self.rect()).adjusted(0, top, 0, 0), self.empty, self.theme, self.scale)
            return
        painter.setFont(font(round(TINY_PX * self.scale), tabular=True))
        metrics, many = painter.fontMetrics(), len(self.names())
        keys = [(kind, self._key(kind, ms)) for kind, ms in self.kinds if kind != STAMPS]
        keys.append((STAMPS, self.tr("median without stamps")))
        places = self._legend_places([text for _, text in keys], metrics)
        legend = places[-1].bottom() if places else 0
        room = (self.height() - top - legend - many * GAP_PX - 4) / many
        tall = round(min(BAR_PX * self.scale, max(room, LEAST_BAR_PX * self.scale)))
        self._paint_bars(painter, metrics, top, tall)
        self._paint_legend(painter, keys, places, top + many * (tall + GAP_PX) + 2)

    def _paint_bars(self, painter: QPainter, metrics: QFontMetrics, top: float, tall: float) -> None:
        names = self.names()
        widest = max(metrics.horizontalAdvance(name) for name in names)
        left = LEFT_PX + min(widest, round(NAME_PX * self.scale)) + 8
        wide = max(self.width() - left - round(TOTAL_PX * self.scale) - RIGHT_PX, 10)
        per_ms = wide / self._most()
        for part in self.parts():
            x0, x1 = round(left + part.start * per_ms), round(left + part.end * per_ms)
            box = QRectF(x0, top + part.row * (tall + GAP_PX), max(x1 - x0, 1), tall)
            colour = colour_of(part.kind, self.theme)
            painter.fillRect(box.adjusted(0, 0, -1 if box.width() > 3 else 0, 0), QColor(colour))
            text = title_of(part.kind)
            if metrics.horizontalAdvance(text) + 8 < box.width():
                painter.setPen(QColor(contrast_text(colour)))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            self._boxes.append((box, part.kind))
        for row, (name, median) in enumerate(zip(names, self.medians(), strict=True)):
            y = top + row * (tall + GAP_PX)
            painter.setPen(QColor(self.theme.text))
            elided = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, int(left - LEFT_PX - 6))
            painter.drawText(QRectF(LEFT_PX, y, left - LEFT_PX - 8, tall), VCENTRE, elided)
            end = max((p.end for p in self.parts() if p.row == row), default=0.0)
            beside = QRectF(left + max(end, median) * per_ms + 6, y, TOTAL_PX * self.scale, tall)
            painter.drawText(beside, VCENTRE, units.duration(median))
            painter.setPen(QPen(QColor(self.theme.text), 2))
            x = round(left + median * per_ms)
            painter.drawLine(QLineF(x, y - 2, x, y + tall + 2))

    def _legend_places(self, texts: Sequence[str], metrics: QFontMetrics) -> list[QRectF]:
        """Where the entries stand, one after another in lines, from (0, 0) on."""
        line, right = metrics.height() + 1, self.width() - LEFT_PX - RIGHT_PX
        found: list[QRectF] = []
        x = y = 0.0
        for text in texts:
            wide = metrics.horizontalAdvance(text) + round(SWATCH_PX * self.scale) + 8
            if x and x + wide > right:
                x, y = 0.0, y + line
            found.append(QRectF(x, y, wide, line))
            x += wide + ENTRY_GAP_PX
        return found

    def _paint_legend(
        self, painter: QPainter, keys: Sequence[tuple[str, str]], places: Sequence[QRectF], top: float
    ) -> None:
        side = round(SWATCH_PX * self.scale)
        for (kind, text), place in zip(keys, places, strict=True):
            box = place.translated(LEFT_PX, top)
            if box.bottom() > self.height():
                break
            wide, tall = (2, side + 2) if kind == STAMPS else (side, side)
            swatch = QRectF(box.left() + (side - wide) / 2, box.center().y() - tall / 2, wide, tall)
            painter.fillRect(swatch, QColor(self.theme.text if kind == STAMPS else colour_of(kind, self.theme)))
            painter.setPen(QColor(self.theme.text))
            painter.drawText(box.adjusted(side + 6, 0, 4, 0), VCENTRE, text)
            self._boxes.append((box, kind))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            kind = next((kind for box, kind in self._boxes if box.contains(QPointF(event.pos()))), "")
            if kind:
                QToolTip.showText(event.globalPos(), self.told(kind), self)
                return True
            QToolTip.hideText()
        return super().event(event)

    def _most(self) -> float:
        """Where the longest bar ends, ms."""
        return max([*self.medians(), *(p.end for p in self.parts())], default=1.0) or 1.0

    def _key(self, kind: str, ms: Sequence[float]) -> str:
        if len(ms) > FIGURES_OF:
            return title_of(kind)
        return f"{title_of(kind)}  " + " · ".join("–" if not each else f"{each:#.3g}" for each in ms)
