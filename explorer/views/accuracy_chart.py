"""What accuracy did papers get? Published top-1 on ImageNet against MACs or parameters, one line a family.

The accuracies are those of the sources' own weights. The open recipe stands on the axis, unless its very network is published or
its owner stated an accuracy: it never borrows one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import hypot
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolTip

from explorer.core.catalogue import Catalogue
from explorer.core.errors import BadInput
from explorer.core.tabular import Table
from explorer.core.weights import OwnAccuracy
from explorer.session.chart_memory import ChartMemory
from explorer.views.accuracy_data import FIRST, MACS, PARAMS, AccuracyData, Pinned, Present, pin_rows
from explorer.views.accuracy_points import Published, points_table
from explorer.views.chart import Chart, nearest, scale_of, short_count
from explorer.views.chart_frame import AXES, Option
from explorer.views.figure import DIGEST_SIGNS, Figure, Scale
from explorer.views.theme import Theme

if TYPE_CHECKING:
    from explorer.views.figure_layer import FigureLayer
    from explorer.views.plots import Plot

NEAR_PX = 12
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class AccuracyChart(Chart):
    """Points and lines; a click on a point opens its recipe. Keys: Left and Right go from point to point, Enter opens one.

    Signals: recipe_chosen(Recipe).
    """

    recipe_chosen = Signal(object)

    def __init__(self, memory: ChartMemory | None = None) -> None:
        super().__init__("", "chart.accuracy", memory)
        self._waiting = self.tr("The engine is starting.")
        self.empty = self._waiting
        name = self.objectName()
        self.data = AccuracyData(
            self.memory.words(name, "families", FIRST), self.memory.word(name, "x", (MACS, PARAMS), MACS),
            log=self.memory.flag(name, "log", default=True),
        )
        self._at = -1  # the point that the keyboard stands on, among those shown
        self._lines: FigureLayer | None = None
        self._mine: FigureLayer | None = None
        self.families = self.corner_button(self.tr("families ▾"), self.tr("Which families are shown"), "link")
        self.families.setObjectName("chart.accuracy.families")
        self.families.clicked.connect(lambda: self.popup_choices(self.families, self.tr("Families")))
        self._show_title()
        self.recall()

    def new_plot(self) -> Plot:
        from explorer.views.figure_layer import FigureLayer
        from explorer.views.plots import Plot

        plot = Plot(self.objectName(), "xy")
        self._lines = FigureLayer(plot.view, still=True)
        self._mine = FigureLayer(plot.view, self._lines)
        plot.bottom.words = short_count
        plot.bottom.log = self.data.log
        plot.clicked.connect(self._on_clicked)
        return plot

    def show_published(self, points: Sequence[dict[str, Any]], catalogue: Catalogue) -> None:
        """The engine's answer. A point that is no recipe of this program, or of an architecture it does not have, is left out."""
        self.data.specs = {spec.name: spec for spec in catalogue.architectures}
        self.data.points = [point for point in map(_read, points) if point is not None and point.architecture in self.data.specs]
        self.families.setVisible(bool(self.data.points))
        self.place_corner()
        self._refresh()

    def show_present(self, analysis: dict[str, Any], catalogue: Catalogue, own: OwnAccuracy | None = None) -> None:
        """The open recipe moved."""
        spec = catalogue.architecture(analysis["preset"])
        pins = self.data.pin_spots(self.theme)
        before, self.data.present = self.data.present, Present.of(analysis, spec.name if spec else "", own)
        if self.data.present == before:
            return
        if before is None or before.family != self.data.present.family or pins != self.data.pin_spots(self.theme):
            self._refresh()
        elif self.plot is not None and self.data.points:
            self._refresh_present(self.plot)

    def show_pins(self, pins: Sequence[Pinned]) -> None:
        """Pinned recipes, in their colours."""
        if list(pins) != list(self.data.pins):
            self.data.pins = tuple(pins)
            self._refresh()

    def theme_plot(self, theme: Theme) -> None:
        self._refresh()

    def tip_at(self, at: QPointF) -> str:
        point = self._point_at(at)
        if point is not None:
            return self.data.told(point) + "\n" + self.tr("A click opens it; Undo brings the present recipe back.")
        if self.plot is not None and self.data.present is not None:
            here = self.plot.pixels(at.x(), at.y())
            for spot in (self.data.present_spot(self.theme), *self.data.pin_spots(self.theme)):
                mine = self.plot.pixels(spot.x, spot.y) - here
                if hypot(mine.x(), mine.y()) <= NEAR_PX:
                    return spot.name
        return ""

    def options(self) -> list[Option]:
        data, group = self.data, self.tr("Families")
        mine = data.present.family if data.present else ""
        axes = [
            Option(MACS, self.tr("Over MACs"), data.quantity == MACS, lambda _on: self._pick("x", MACS), "x"),
            Option(PARAMS, self.tr("Over parameters"), data.quantity == PARAMS,
                   lambda on: self._pick("x", PARAMS if on else MACS), "x", "P"),
            Option("log", self.tr("Logarithmic axis"), data.log, lambda on: self._pick("log", on), AXES, "L"),
        ]
        return axes + [
            Option(f"family.{name}", data.title_of(name) + (self.tr(" (open)") if name == mine else ""),
                   name == mine or name in data.picked, _picking(self, name), group, many=True)
            for name in dict.fromkeys(point.architecture for point in data.points)
        ]

    def pick_family(self, name: str, *, on: bool) -> None:
        """Show a family, or leave it out; remembered. The open recipe's own is always shown."""
        self.data.picked = [*(n for n in self.data.picked if n != name), *([name] if on else [])]
        self.memory.keep(self.objectName(), "families", self.data.picked)
        self._at = -1
        self._refresh()

    def figure(self, theme: Theme) -> Figure | None:
        data, present = self.data, self.data.present
        if not data.points or present is None:
            return None
        plot, (lines, spots) = self.make(), data.drawn(theme)
        (left, right), (low, high) = plot.view.viewRange()
        log = self.tr(", logarithmic") if data.log else ""
        along, up = scale_of(plot.bottom, self._over() + log), scale_of(plot.left, self.tr("top-1, %"))
        notes = (*data.notes(), self.tr("This recipe: {0}").format(present.digest[:DIGEST_SIGNS]))
        return Figure(
            self.title, Scale(along.title, left, right, along.ticks), Scale(up.title, low, high, up.ticks), notes, lines=lines,
            spots=(data.present_spot(theme), *data.pin_spots(theme), *spots), legend=data.legend(theme), mark=data.mark(),
        )

    def table(self) -> Table | None:
        data = self.data
        return points_table(data.shown(), data.title_of, data.spec, data.notes(), pin_rows(data)) if data.points else None

    def file_name(self) -> str:
        return f"published-accuracy-over-{self.data.quantity}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        along = self.data.shown()
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if bare and along and event.key() in STEPS:
            self._at = min(max(self._at + STEPS[Qt.Key(event.key())], 0), len(along) - 1)
            plot = self.make()
            spot = plot.pixels(*self.data.place_of(along[self._at])).toPoint()
            QToolTip.showText(plot.viewport().mapToGlobal(spot), self.data.told(along[self._at]), self)
            self._refresh()
        elif bare and 0 <= self._at < len(along) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.recipe_chosen.emit(along[self._at].recipe)
        else:
            super().keyPressEvent(event)

    def _pick(self, what: str, value: str | bool) -> None:  # noqa: FBT001  (a menu row's state)
        self.memory.keep(self.objectName(), what, value)
        if what == "x":
            self.data.quantity = str(value)
        else:
            self.data.log = bool(value)
        self._show_title()
        if self.plot is not None:
            self.plot.bottom.log = self.data.log
            self.show_whole()  # what was zoomed into lies elsewhere now
            self.plot.bottom.renew()
        self._refresh()

    def _over(self) -> str:
        return self.tr("MACs") if self.data.quantity == MACS else self.tr("parameters")

    def _show_title(self) -> None:
        long, short = self.tr("What accuracy did papers get? top-1 % · {0}"), self.tr("Accuracy? top-1 % · {0}")
        self.set_title(long.format(self._over()), short.format(self._over()))

    def _refresh(self) -> None:
        """Other points, families, axes or colours."""
        data = self.data
        self.say_empty("" if data.is_ready() else self._waiting)
        if not data.is_ready():
            return
        plot, shown = self.make(), data.shown()
        lines, spots = data.drawn(self.theme, shown[self._at] if 0 <= self._at < len(shown) else None)
        if self._lines is not None:
            spots = (*data.pin_spots(self.theme), *spots)
            self._lines.show_figure(lines, spots, self.theme, data.legend(self.theme), data.mark())
        highest = {name: max(p.top1 for p in shown if p.architecture == name) for name in data.families()}
        told = ", ".join(f"{data.title_of(name)}: {top1} %" for name, top1 in highest.items())
        self.setAccessibleDescription(
            self.tr("{0} published accuracies; the highest of each family: {1}").format(len(shown), told)
        )
        self.data_changed()
        self._refresh_present(plot)

    def _refresh_present(self, plot: Plot) -> None:
        plot.view.show_whole(self.data.extent())
        if self._mine is not None:
            self._mine.show_figure((), (self.data.present_spot(self.theme),), self.theme)

    def _point_at(self, at: QPointF) -> Published | None:
        shown = self.data.shown()
        if not shown or self.plot is None or self.data.present is None:
            return None
        here = self.plot.pixels(at.x(), at.y())
        spots = [self.plot.pixels(*self.data.place_of(p)) - here for p in shown]
        away = [hypot(spot.x(), spot.y()) for spot in spots]
        found = nearest(away)
        return shown[found] if away[found] <= NEAR_PX else None

    def _on_clicked(self, at: QPointF) -> None:
        point = self._point_at(at)
        if point is not None:
            self.recipe_chosen.emit(point.recipe)


def _read(point: dict[str, Any]) -> Published | None:
    try:
        return Published.of(point)
    except BadInput:
        return None  # of another version's engine: the other points are right all the same


def _picking(chart: AccuracyChart, name: str) -> Callable[[bool], None]:
    return lambda on: chart.pick_family(name, on=on)
