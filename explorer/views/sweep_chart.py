"""What the three charts of a sweep share: rows that stand at places, a row under the pointer, keys from row to row."""

from __future__ import annotations

from collections.abc import Callable
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolTip

from explorer.core.sweep_rows import SweepRow
from explorer.core.tabular import Heading, Table, Value
from explorer.core.uncollected import uncollected
from explorer.session.chart_memory import ChartMemory
from explorer.views.chart import Chart
from explorer.views.chart_frame import Option
from explorer.views.sweep_data import SweepData, notes_of, tr
from explorer.views.theme import Theme

if TYPE_CHECKING:
    from explorer.views.plots import Plot
    from explorer.views.sweep_plots import SweepPlot

NEAR_PX = 12
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SweepChart(Chart):
    """Subclasses place the rows (``arrange``) and draw them (``draw``). A double click or Enter opens a row's recipe.

    Signals: row_chosen(number) and row_opened(number) of the sweep.
    """

    row_chosen = Signal(int)
    row_opened = Signal(int)

    def __init__(self, data: SweepData, name: str, memory: ChartMemory | None = None) -> None:
        super().__init__("", name, memory)
        self.data = data
        self.places: list[tuple[float, float, SweepRow]] = []
        self.chosen: int | None = None  # number of the row that is marked in the table
        self.empty = tr("No sweep yet.")

    def arrange(self) -> None:
        """Places, axes and title from the data."""
        raise NotImplementedError

    def draw(self, theme: Theme) -> None:
        """Hand what is seen to the plot's layers."""
        raise NotImplementedError

    def new_sweep_plot(self, zooms: str = "xy") -> SweepPlot:
        """The plot, which tells clicks."""
        from explorer.views.sweep_plots import SweepPlot

        plot = SweepPlot(self.objectName(), zooms)
        plot.clicked.connect(self._on_clicked)
        plot.double_clicked.connect(self._on_double_clicked)
        return plot

    def refresh(self) -> None:
        """Other rows, another budget, another choice."""
        if not self.isVisible():
            return
        self.arrange()
        self.place_corner()
        if self.places:
            self.make()
            with uncollected():
                self.draw(self.theme)
            self.say_empty("")
        self.data_changed()

    def choose(self, number: int | None) -> None:
        """Mark a row."""
        if number != self.chosen:
            self.chosen = number
            if self.places and self.plot is not None and self.isVisible():
                self.draw(self.theme)

    def theme_plot(self, theme: Theme) -> None:
        if self.places and self.plot is not None:
            self.draw(theme)

    def row_at(self, at: QPointF) -> SweepRow | None:
        """The row near a place in data coordinates."""
        if self.plot is None or not self.places:
            return None
        here = self.plot.pixels(at.x(), at.y())
        spots = ((self.plot.pixels(x, y) - here, row) for x, y, row in self.places)
        away, _, row = min((hypot(spot.x(), spot.y()), row.number, row) for spot, row in spots)
        return row if away <= NEAR_PX else None

    def tip_at(self, at: QPointF) -> str:
        row = self.row_at(at)
        return "" if row is None else self.data.told(row) + "\n" + tr("A double click opens it.")

    def table(self) -> Table | None:
        data = self.data
        if not self.places or data.plan is None:
            return None

        def text(value: Value) -> str:
            return "" if value is None else f"{value:,}"

        known = data.quantities()
        headings = [Heading(data.axis_title(axis)) for axis in data.axes()]
        headings += [Heading(data.title(q.name), numeric=True, text=text) for q in known]
        headings += [Heading("published in"), Heading("on the front"), Heading("fits the budget")]
        ahead = {row.number for row in data.front()}
        rows: list[list[Value]] = []
        for _, _, row in sorted(self.places, key=lambda place: place[2].number):
            cells: list[Value] = [data.value_text(axis, data.value(row, axis)) for axis in data.axes()]
            cells += [row.figures[q.name] for q in known]
            rows.append([*cells, row.source, "yes" if row.number in ahead else "", "yes" if data.fits(row) else "no"])
        return Table(headings, rows, (), self.title, notes_of(data))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        rows = [row for _, _, row in self.places]
        here = next((i for i, row in enumerate(rows) if row.number == self.chosen), -1)
        if bare and rows and key in STEPS:
            there = min(max(here + STEPS[key], 0), len(rows) - 1)
            self.row_chosen.emit(rows[there].number)
            plot = self.make()
            spot = plot.pixels(*self.places[there][:2]).toPoint()
            QToolTip.showText(plot.viewport().mapToGlobal(spot), self.data.told(rows[there]), self)
        elif bare and here >= 0 and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.row_opened.emit(rows[here].number)
        else:
            super().keyPressEvent(event)

    def choices(self, group: str, kept: str, words: list[tuple[str, str]], now: str) -> list[Option]:
        """Options of which one is on; the choice is remembered under ``kept``."""

        def choosing(name: str) -> Callable[[bool], None]:
            def choose(_on: bool) -> None:  # noqa: FBT001  (a menu row's state)
                self.memory.keep(self.objectName(), kept, name)
                self.picked(kept, name)
                self.show_whole()
                self.refresh()

            return choose

        return [Option(f"{kept}.{name}", text, name == now, choosing(name), group) for name, text in words]

    def picked(self, kept: str, name: str) -> None:
        """Something was chosen in the menu."""

    def _on_clicked(self, at: QPointF) -> None:
        row = self.row_at(at)
        if row is not None:
            self.row_chosen.emit(row.number)

    def _on_double_clicked(self, at: QPointF) -> None:
        row = self.row_at(at)
        if row is not None:
            self.row_opened.emit(row.number)
        else:
            self.show_whole()

    def new_plot(self) -> Plot:
        raise NotImplementedError
