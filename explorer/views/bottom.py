"""The lower side: tabs of charts and tables. Only the tab that is seen is brought up to date."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from explorer.session.chart_memory import ChartMemory
from explorer.session.session import Session
from explorer.views.accuracy_chart import AccuracyChart
from explorer.views.actions import Actions
from explorer.views.chart import Chart
from explorer.views.compare import CompareTab
from explorer.views.cost_chart import CostChart
from explorer.views.cost_quantities import byte_quantities
from explorer.views.cost_time import offer_time
from explorer.views.history_tab import HistoryTab
from explorer.views.latency_tab import LatencyTab
from explorer.views.layers import LayersTab
from explorer.views.overview import Overview
from explorer.views.paper_tab import PaperTab
from explorer.views.roofline_tab import RooflineTab
from explorer.views.shares_chart import SharesChart
from explorer.views.sweep_tab import SweepTab
from explorer.views.time_charts import TimeChart
from explorer.views.turns_tab import TurnsTab

OVERVIEW, LAYERS, PAPER, COMPARE, SWEEP, ROOFLINE, LATENCY, HISTORY, TURNS = range(9)
FIRST = ("cost", "accuracy", "time", "shares")  # charts of the overview, the first to get room first


class BottomPanel(QWidget):
    """Overview, layers, the paper's table, comparison, sweep, roofline, latency, history."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("bottom")
        self.session = session
        document, latency = session.document, session.latency
        self.memory = ChartMemory(session.preferences)
        self.cost = CostChart(self.memory)
        offer_time(self.cost, session.layer_times)
        self.time = TimeChart(self.memory)
        self.shares = SharesChart(self.memory)
        self.accuracy = AccuracyChart(self.memory)
        self.overview = Overview({
            "cost": (self.cost, self.tr("Cost per layer")), "shares": (self.shares, self.tr("Shares by kind of operation")),
            "accuracy": (self.accuracy, self.tr("Published accuracy")), "time": (self.time, self.tr("MACs and time")),
        }, self.memory, FIRST)
        self.layers = LayersTab(document, session.preferences)
        self.paper = PaperTab(session)
        self.compare = CompareTab(session, actions)
        self.sweep = SweepTab(session, actions, self.memory)
        self.latency = LatencyTab(document, latency, actions, self.memory, session.runtimes, session.measured)
        self.history = HistoryTab(session, self.memory)
        self.turns = TurnsTab(session, actions, self.memory)
        self.roofline = RooflineTab(session, actions, self.memory)
        self.roofline.layer_clicked.connect(self._on_layer_clicked)
        self.tabs = QTabBar()
        self.tabs.setObjectName("bottom.tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("Charts and tables"))
        self.pages = QStackedWidget()
        pages = {
            self.tr("Overview"): self.overview, self.tr("Layers"): self.layers, self.tr("Paper"): self.paper,
            self.tr("Compare"): self.compare, self.tr("Sweep"): self.sweep, self.tr("Roofline"): self.roofline,
            self.tr("Latency"): self.latency, self.tr("History"): self.history,
            self.tr("Pairs"): self.turns,
        }
        for title, page in pages.items():
            self.tabs.addTab(title)
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.layers.tools)
        head.addWidget(self.overview.button)
        head.addWidget(self.compare.tools, 4)
        head.addWidget(self.paper.tools)
        head.addWidget(self.sweep.tools, 4)
        head.addWidget(self.history.tools, 4)
        head.addWidget(self.latency.tools)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        self._show_tools(OVERVIEW)
        self.tabs.currentChanged.connect(self._on_tab)
        self.cost.layer_clicked.connect(self._on_layer_clicked)
        for chart in (self.accuracy, self.time, self.latency.tweaks):
            chart.recipe_chosen.connect(document.open_preset)
        for stored in (self.latency.correlation, self.latency.against):
            stored.opened.connect(self.history.open_entry)
        self.published: list[dict[str, Any]] = []
        session.engine.published.connect(self._on_published)
        self.overview.rearranged.connect(self._on_rearranged)
        document.analysed.connect(self.refresh)
        document.selection.changed.connect(self.refresh_selection)
        document.selection.nodes_changed.connect(self.refresh_selection)
        document.recipe_changed.connect(self.refresh_times)
        latency.measured.connect(self.refresh_times)
        latency.recalled.connect(self.refresh_times)
        latency.conditions_changed.connect(self.refresh_times)
        self.show_precision(session.preferences.precision())

    def _on_published(self, points: list[dict[str, Any]]) -> None:
        self.published = points
        self.accuracy.show_published(points, self.session.catalogue)

    def make_charts(self) -> None:
        """Make the plots of the first page now, while the engine starts: importing pyqtgraph would delay the first window."""
        for name in self.overview.seen():
            chart = self.overview.charts[name]
            if isinstance(chart, Chart):
                QTimer.singleShot(0, chart.make)

    def refresh(self) -> None:
        """A new analysis: the tab that is seen follows."""
        analysis = self.session.document.analysis
        if analysis is None or not self.isVisible():
            return
        page = self.pages.currentIndex()
        if page == OVERVIEW:
            self._refresh_overview(analysis)
        elif page == LAYERS:
            self.layers.refresh()
        elif page == ROOFLINE:
            self.roofline.refresh()
        elif page == COMPARE:
            self.compare.refresh()
        elif page == SWEEP:
            self.sweep.refresh_present()
        elif page == PAPER:
            self.paper.refresh()
        self.refresh_selection()

    def show_precision(self, precision: str) -> None:
        """Bytes in charts and tables as they are at a precision of core.measures."""
        for quantity in byte_quantities(precision):
            self.cost.add_quantity(quantity)
        if self.pages.currentIndex() == LAYERS:
            self.layers.refresh()

    def refresh_own(self) -> None:
        """Another accuracy is stated of what is shown, perhaps."""
        analysis = self.session.document.analysis
        if analysis is not None and self.pages.currentIndex() == OVERVIEW:
            self._refresh_overview(analysis)

    def _refresh_overview(self, analysis: dict[str, Any]) -> None:
        """The charts that are seen."""
        seen, session, recipe = self.overview.seen(), self.session, self.session.document.recipe
        if "cost" in seen:
            self.cost.show_analysis(analysis)
        if "shares" in seen:
            self.shares.show_analysis(analysis)
        if "accuracy" in seen:
            own = session.pins.own_accuracy(session.document.accepted or recipe)
            self.accuracy.show_present(analysis, session.catalogue, own)

    def refresh_selection(self) -> None:
        """The selection moved."""
        document = self.session.document
        page = self.pages.currentIndex()
        if page in (OVERVIEW, ROOFLINE) and document.network is not None:
            network, chosen = document.network, document.selection.nodes
            ranges = [(first, last) for node in chosen if node in network for first, last in (network.node(node).layers,)]
            if page == OVERVIEW:
                self.cost.show_ranges(ranges)
            else:
                self.roofline.chart.show_ranges(ranges)
        elif page == LAYERS:
            self.layers.refresh_selection()
        elif page == PAPER:
            self.paper.refresh_selection()

    def refresh_times(self) -> None:
        """A measurement came, or another recipe is shown."""
        page = self.pages.currentIndex()
        if page == OVERVIEW:
            self.time.show_points(self.session.latency.history(), self.session.document.recipe)
        elif page == LATENCY:
            self.latency.refresh()
            self.latency.tweaks.show_points(self.session.history.session_points(), self.session.document.recipe)

    def showEvent(self, _event: QShowEvent) -> None:
        self._on_tab(self.tabs.currentIndex())

    def _on_rearranged(self) -> None:
        """Other charts are seen: those that were not have missed something."""
        self.refresh()
        self.refresh_times()

    def _show_tools(self, index: int) -> None:
        """Those of one tab stand beside the tabs. The others go first: Qt makes room at once for what it shows."""
        of_tabs = {
            LAYERS: self.layers.tools, COMPARE: self.compare.tools, OVERVIEW: self.overview.button, PAPER: self.paper.tools,
            HISTORY: self.history.tools, SWEEP: self.sweep.tools, LATENCY: self.latency.tools,
        }
        for tab, tools in of_tabs.items():
            if tab != index:
                tools.hide()
        if index in of_tabs:
            of_tabs[index].show()

    def _on_tab(self, index: int) -> None:
        self.pages.setCurrentIndex(index)
        self._show_tools(index)
        self.refresh()
        self.refresh_times()

    def _on_layer_clicked(self, path: str) -> None:
        network = self.session.document.network
        if network is not None and path in network:
            self.session.document.selection.select(path)
