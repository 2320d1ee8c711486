"""What the charts of stored measurements share: a point for each recipe, which a click or Enter opens in the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import hypot, log10
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolTip

from explorer.core.grounds import name_of
from explorer.session.chart_memory import ChartMemory
from explorer.session.measured import Measured
from explorer.views.chart import Chart, nearest, scale_of
from explorer.views.chart_frame import AXES, Option
from explorer.views.figure import CIRCLE, RING, Figure, Line, Scale, Spot
from explorer.views.scales import ceiling, log_range
from explorer.views.theme import Theme

if TYPE_CHECKING:
    from explorer.core.store import Stored
    from explorer.views.figure_layer import FigureLayer
    from explorer.views.plots import Plot

NEAR_PX = 12
NAMED = 40  # points that may bear their names; of more only the present recipe and the presets
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PointsChart(Chart):
    """Subclasses set ``places`` (x, y, entry: figures, not yet logarithms) and ``mark``, and call ``redraw``.

    Signals: opened(Stored): its recipe is wanted in the window.
    """

    opened = Signal(object)

    def __init__(self, title: str, name: str, measured: Measured, memory: ChartMemory | None = None) -> None:
        super().__init__(title, name, memory)
        self.measured = measured
        self.places: list[tuple[float, float, Stored]] = []
        self.mark = ""
        self.digest = ""  # of the recipe that the window shows
        self.log = self.memory.flag(name, "log", default=True)
        self._digests: frozenset[str] = frozenset()  # of the places that were drawn last
        self._at = -1  # the point that the keyboard stands on
        self._layer: FigureLayer | None = None

    def told(self, x: float, y: float, entry: Stored) -> str:
        """What a point is, for a tooltip and a screen reader."""
        raise NotImplementedError

    def axis_titles(self) -> tuple[str, str]:
        """Of x and y, for a saved picture."""
        raise NotImplementedError

    def notes(self) -> list[str]:
        """Lines below a saved picture."""
        raise NotImplementedError

    def lines(self, _theme: Theme) -> tuple[Line, ...]:
        """Lines among the points, in the plot's coordinates."""
        return ()

    def new_plot(self) -> Plot:
        from explorer.views.figure_layer import FigureLayer
        from explorer.views.plots import Plot

        plot = Plot(self.objectName(), "xy")
        self._layer = FigureLayer(plot.view, still=True)
        plot.clicked.connect(self._on_clicked)
        return plot

    def show_present(self, digest: str) -> None:
        """The window shows another recipe."""
        if digest != self.digest:
            before, self.digest = self.digest, digest
            if {before, digest} & self._digests:
                self.redraw()

    def redraw(self) -> None:
        """Hand everything to the plot."""
        self._digests = frozenset(entry.digest for _, _, entry in self.places)
        if not self.places or self.empty:
            return
        plot = self.make()
        plot.left.log = plot.bottom.log = self.log
        plot.view.show_whole(self.whole())
        if self._layer is not None:
            self._layer.show_figure(self.lines(self.theme), self.spots(self.theme), self.theme, mark=self.mark)

    def theme_plot(self, _theme: Theme) -> None:
        self.redraw()

    def place(self, x: float, y: float) -> tuple[float, float]:
        """The plot's coordinates: powers of ten on logarithmic axes."""
        return (log10(x), log10(y)) if self.log else (x, y)

    def whole(self) -> QRectF:
        """What is seen of the plot before anybody zooms."""
        xs, ys = [x for x, _, _ in self.places], [y for _, y, _ in self.places]
        return area(log_range(min(xs), max(xs)), log_range(min(ys), max(ys))) if self.log else QRectF(
            0, 0, ceiling(max(xs) * 1.06), ceiling(max(ys) * 1.1))

    def spots(self, theme: Theme) -> tuple[Spot, ...]:
        """The present recipe first, then presets, then the others; doubtful ones as rings."""
        order = sorted(range(len(self.places)), key=lambda i: (i != self._at, *self._rank(self.places[i][2])))
        few, found = len(order) <= NAMED, []
        for i in order:
            x, y, entry = self.places[i]
            mine, there = entry.digest == self.digest, i == self._at
            named = few or mine or there or name_of(entry) == entry.preset
            text = (self.tr("this recipe") if mine else name_of(entry)) if named else ""
            colour, ink = (theme.good, theme.good) if mine else (theme.accent, theme.dim)
            told, shape = self.told(x, y, entry).replace("\n", ", "), RING if entry.flags else CIRCLE
            found.append(Spot(*self.place(x, y), colour, shape, 4.5 if mine or there else 3.5, told, text, ink))
        return tuple(found)

    def figure(self, theme: Theme) -> Figure | None:
        if not self.places or self.empty:
            return None
        plot = self.make()
        (left, right), (low, high) = plot.view.viewRange()
        log = self.tr(", logarithmic") if self.log else ""
        titles = [title + log for title in self.axis_titles()]
        along, up = scale_of(plot.bottom, titles[0]), scale_of(plot.left, titles[1])
        return Figure(
            self.title, Scale(along.title, left, right, along.ticks), Scale(up.title, low, high, up.ticks), tuple(self.notes()),
            lines=self.lines(theme), spots=self.spots(theme), mark=self.mark,
        )

    def options(self) -> list[Option]:
        return [Option("log", self.tr("Logarithmic axes"), self.log, self._set_log, AXES, "L")]

    def tip_at(self, at: QPointF) -> str:
        found = self._index_at(at)
        if found < 0:
            return ""
        return self.told(*self.places[found]) + "\n" + self.tr("A click opens it; Undo brings the present recipe back.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if bare and self.places and not self.empty and key in STEPS:
            self._at = min(max(self._at + STEPS[key], 0), len(self.places) - 1)
            x, y, entry = self.places[self._at]
            plot = self.make()
            spot = plot.pixels(*self.place(x, y)).toPoint()
            QToolTip.showText(plot.viewport().mapToGlobal(spot), self.told(x, y, entry), self)
            self.redraw()
        elif bare and 0 <= self._at < len(self.places) and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.places[self._at][2])
        else:
            super().keyPressEvent(event)

    def choosing(self, kept: str, value: str, then: Callable[[], None]) -> Callable[[bool], None]:
        """What a row of the menu does: the choice is remembered and shown."""

        def choose(_on: bool) -> None:  # noqa: FBT001  (a menu row's state)
            self.memory.keep(self.objectName(), kept, value)
            self.show_whole()
            then()

        return choose

    def _set_log(self, on: bool) -> None:  # noqa: FBT001  (a menu row's state)
        self.memory.keep(self.objectName(), "log", on)
        self.log = on
        self.show_whole()
        self.redraw()

    def _rank(self, entry: Stored) -> tuple[bool, bool]:
        return entry.digest != self.digest, name_of(entry) != entry.preset

    def _index_at(self, at: QPointF) -> int:
        if self.plot is None or not self.places or self.empty:
            return -1
        here = self.plot.pixels(at.x(), at.y())
        away = [hypot(spot.x(), spot.y()) for spot in (self.plot.pixels(*self.place(x, y)) - here for x, y, _ in self.places)]
        found = nearest(away)
        return found if away[found] <= NEAR_PX else -1

    def _on_clicked(self, at: QPointF) -> None:
        found = self._index_at(at)
        if found >= 0:
            self.opened.emit(self.places[found][2])


def area(along: Sequence[float], up: Sequence[float]) -> QRectF:
    """From the ends of two axes."""
    return QRectF(along[0], up[0], along[1] - along[0], up[1] - up[0])
