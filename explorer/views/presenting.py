"""Presentation mode: everything but graph, totals and one chart goes, type grows, colours become those of a projector.

Nothing of the document changes. Leaving puts theme, panels, zoom and the window's size back as they were.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, QRect, Qt, QTimer

from explorer.core import units
from explorer.core.recipe import Recipe
from explorer.core.shares import shares
from explorer.core.story import CHARTS, QUANTITIES, Facts
from explorer.session.session import step_label
from explorer.views.accuracy_chart import AccuracyChart
from explorer.views.chart_frame import ChartFrame
from explorer.views.cost_chart import CostChart
from explorer.views.cost_time import offer_time
from explorer.views.following import follow
from explorer.views.shares_chart import SharesChart
from explorer.views.stage import FigureText
from explorer.views.theme import PROJECTOR
from explorer.views.time_charts import TimeChart
from explorer.views.view_state import ViewState
from explorer.views.words import rule_title

if TYPE_CHECKING:
    from explorer.views.window import MainWindow

READABLE = 1.35  # of the graph's own size: below it a box cannot be read from afar
LEAST = 0.85  # a wide network may become so small, so that it is not cut
ROOMY = 2.2  # above it a small network looks lost


@dataclass(frozen=True)
class _Before:
    """The window as it was."""

    state: QByteArray
    place: QRect
    flags: Qt.WindowState
    view: ViewState


class Presenting(QObject):
    """Enters and leaves; feeds the stage while it is seen, and nothing otherwise."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.session = window.session
        self.stage = window.stage
        self.chart = CHARTS[0]
        self.against: tuple[Recipe, str] | None = None  # of a story's step, and what it is called; None the preset
        self._before: _Before | None = None
        self._charts: dict[str, ChartFrame] = {}
        self._in_story = False
        window.table["present"].toggled.connect(self._on_toggled)
        self.stage.left.connect(self.leave)
        self.stage.chart_wished.connect(self._on_number)
        session, document = window.session, window.session.document
        for changed in (document.analysed, document.baseline_changed, document.selection.nodes_changed, session.latency.measured,
                        session.latency.recalled, session.latency.started, session.latency.ended, session.pins.figures.arrived):
            follow(self, changed, lambda *_: self.refresh())
        window.centre.graph.legend_changed.connect(self._show_legend)

    def enter(self, *, story: bool = False) -> None:
        """Begin; already begun, nothing happens but that a story takes the headline."""
        self._in_story = story
        window = self.window
        if self._before is None:
            self._before = _Before(window.saveState(), window.geometry(), window.windowState(), ViewState.of(window))
            for dock in window.docks.values():
                dock.hide()
            window.topbar.hide()
            window.status.hide()
            window.centre.part.minimap.set_wanted(wanted=False)
            window.centre.code.lend(False)  # noqa: FBT003  (a state)
            window.apply_theme(PROJECTOR)
            self.stage.show_presenting(on=True)
            window.setGeometry(window.screen().geometry())  # also where no window manager listens
            window.showFullScreen()
            window.table["present"].setChecked(True)
            QTimer.singleShot(0, self, self.frame)  # when the stage has its size
        self.choose_chart(self.chart)
        self.refresh()

    def leave(self) -> None:
        """Back to the window as it was; where nothing is presented, nothing happens."""
        before, self._before = self._before, None
        if before is None:
            return
        window = self.window
        self.stage.show_chart(None)
        self.stage.show_presenting(on=False)
        window.topbar.show()
        window.status.show()
        window.setWindowState(before.flags)
        if before.flags == Qt.WindowState.WindowNoState:
            window.setGeometry(before.place)
        window.restoreState(before.state)
        window.panels.restored()
        window.centre.part.minimap.set_wanted(wanted=self.session.preferences.flag("minimap"))
        window.centre.code.lend(None)
        window.choose_theme(self.session.preferences.text("theme"))
        window.table["present"].setChecked(False)
        self.against = None
        if not self._in_story:
            now = ViewState.of(window)
            ViewState(now.opened, now.unfolded, now.nodes, now.node, now.places, now.colour, before.view.tab, before.view.scale,
                      before.view.middle).put_back(window)
        else:
            window.story.on_left()

    def is_on(self) -> bool:
        """Whether something is presented."""
        return self._before is not None

    def view_before(self) -> ViewState | None:
        """What was seen before, for who puts it back."""
        return self._before.view if self._before else None

    def choose_chart(self, name: str) -> None:
        """Show this chart beside the graph: one of ``core.story.CHARTS``."""
        self.chart = name if name in CHARTS else CHARTS[0]
        self.stage.show_chart(self._chart(self.chart) if self.is_on() else None)
        self._feed()

    def frame(self) -> None:
        """The graph as large as it can be read from afar: all of it, or from its beginning, or what is selected."""
        if not self.is_on():
            return
        graph, unit = self.window.centre.graph, self.stage.unit
        graph.look_at(graph.sceneRect(), ROOMY * unit)
        across = graph.viewport().width() / max(graph.sceneRect().width(), 1.0)  # nothing is cut at the sides
        wanted = max(min(READABLE * unit, across), LEAST * unit)
        if graph.scale_now() >= wanted:
            return
        graph.zoom_to(wanted)
        picture = graph.picture
        item = picture.scene.nodes.get(picture.shown_for(self.session.document.selection.node))
        if item is not None:
            graph.centerOn(item.box.center())
        else:
            graph.verticalScrollBar().setValue(graph.verticalScrollBar().minimum())

    def facts(self, recipe: Recipe, *, whole: bool = False) -> Facts:
        """What is known of a recipe: of the shown one from its analysis, of another from the engine's brief one."""
        document, latency = self.session.document, self.session.latency
        point = latency.point(recipe)
        time = None if point is None else float(point.measurement["median_ms"])
        analysis = document.analysis
        if recipe == document.accepted and analysis is not None:
            return Facts.of(analysis, time, {s.kind: s.macs_share for s in shares(analysis)} if whole else None)
        baseline = document.baseline
        if baseline is not None and recipe == Recipe(baseline["preset"]):
            return Facts.of(baseline, time)
        return Facts.of(self.session.pins.figures.of(recipe), time)

    def refresh(self) -> None:
        """New figures."""
        document = self.session.document
        if not self.is_on() or document.analysis is None:
            return
        recipe = document.accepted or document.recipe
        other, name = self.against or (Recipe(recipe.preset), recipe.preset)
        now, before = self.facts(recipe), self.facts(other) if other != recipe else Facts()
        self.stage.show_figures([self._figure(quantity, now, before) for quantity in QUANTITIES[:4]],
                                self.tr("against: {0}").format(name) if other != recipe else "")
        if not self._in_story:
            words = step_label(recipe, self.session.catalogue.architecture(recipe.preset))
            told = [document.path.name] if document.path else []
            told += [words] if words != recipe.preset else []
            self.stage.show_words(recipe.preset, " · ".join(told))
            self.stage.foot.show_text(self.tr("1 to 4, 0: chart · Ctrl+K: anything · Esc: back"))
        self._feed()

    def _figure(self, quantity: str, now: Facts, before: Facts) -> FigureText:
        rule = self.session.document.analysis["rule"] if self.session.document.analysis else ""
        titles = {
            "params": self.tr("Parameters"), "macs": rule_title(rule), "peak": self.tr("Peak memory"),
            "latency": self.tr("{0} latency").format(self.session.latency.conditions.device.upper()),
        }
        value, held = getattr(now, quantity), getattr(before, quantity)
        change = units.change(value, held) if value is not None and held else ""
        ink = {"−": "good", "+": "warning"}.get(change[:1], "dim")
        text = now.text(quantity)
        if quantity == "latency" and value is None:
            text = self.tr("measuring…") if self.session.is_measuring() or self.session.pins.series.is_measuring() else "–"
        return FigureText(titles[quantity], text, change, ink)

    def _feed(self) -> None:
        """The chart that is seen follows."""
        analysis, chart = self.session.document.analysis, self.stage.chart
        if not self.is_on() or analysis is None or chart is None:
            return
        if isinstance(chart, CostChart):
            chart.show_analysis(analysis)
            chart.show_ranges(self._ranges())
        elif isinstance(chart, SharesChart):
            chart.show_analysis(analysis)
        elif isinstance(chart, AccuracyChart):
            chart.show_present(analysis, self.session.catalogue)
        elif isinstance(chart, TimeChart):
            chart.show_points(self.session.latency.history(), self.session.document.recipe)

    def _ranges(self) -> list[tuple[int, int]]:
        network = self.session.document.network
        if network is None:
            return []
        nodes = [node for node in self.session.document.selection.nodes if node in network]
        return [(first, last) for node in nodes for first, last in (network.node(node).layers,)]

    def _chart(self, name: str) -> ChartFrame | None:
        """The chart of a name, made when it is first wanted; it shares what is remembered with its sister below the graph."""
        if name not in self._charts and name != "none":
            memory = self.window.bottom.memory
            made: Any = {"cost": CostChart, "shares": SharesChart, "accuracy": AccuracyChart, "time": TimeChart}[name](memory)
            if isinstance(made, CostChart):
                offer_time(made, self.session.layer_times)
                made.layer_clicked.connect(self.session.document.selection.select)
            elif isinstance(made, AccuracyChart):
                made.show_published(self.window.bottom.published, self.session.catalogue)
                follow(made, self.session.engine.published, lambda points: made.show_published(points, self.session.catalogue))
                made.recipe_chosen.connect(self.session.document.open_preset)
            made.setParent(self.stage)
            made.set_theme(self.window.theme)
            if hasattr(made, "make"):
                made.make()
            files = self.window.chart_files
            for signal, serve in ((made.save_asked, files.open), (made.copy_asked, files.copy)):
                follow(made, signal, lambda chart=made, serve=serve: serve(chart))
            self._charts[name] = made
        return self._charts.get(name)

    def _show_legend(self) -> None:
        if self.is_on():
            legend = self.window.centre.graph.legend()
            title = self.window.table[f"colour_{self.window.centre.colour}"].text()
            self.stage.legend.show_range(
                self.window.centre.colour, f"{title}: 0–{legend.maximum_text}" if legend else title
            )

    def _on_number(self, number: int) -> None:
        if number < len(CHARTS):
            self.choose_chart(CHARTS[number - 1])  # 0 is none, which stands last

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001  (a Qt signal's value)
        if on != self.is_on():
            (self.enter if on else self.leave)()
