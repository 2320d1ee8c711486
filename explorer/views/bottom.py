"""The lower side: tabs of charts and tables. Only the tab that is seen is brought up to date."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from explorer.session.session import Session
from explorer.views.actions import Actions
from explorer.views.cost_chart import CostChart
from explorer.views.latency_tab import LatencyTab
from explorer.views.layers import LayersTab
from explorer.views.paper_tab import PaperTab
from explorer.views.time_charts import TimeChart

OVERVIEW, LAYERS, PAPER, LATENCY = range(4)


class BottomPanel(QWidget):
    """Overview, layers, the paper's table, latency."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("bottom")
        self.session = session
        document, latency = session.document, session.latency
        self.cost = CostChart()
        self.time = TimeChart()
        overview = QWidget()
        row = QHBoxLayout(overview)
        row.setContentsMargins(12, 0, 12, 4)
        row.setSpacing(24)
        row.addWidget(self.cost, 3)
        row.addWidget(self.time, 2)
        self.layers = LayersTab(document, session.preferences)
        self.paper = PaperTab(session)
        self.latency = LatencyTab(document, latency, actions)
        self.tabs = QTabBar()
        self.tabs.setObjectName("bottom.tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("Charts and tables"))
        self.pages = QStackedWidget()
        titles = (self.tr("Overview"), self.tr("Layers"), self.tr("Paper"), self.tr("Latency"))
        for title, page in zip(titles, (overview, self.layers, self.paper, self.latency), strict=True):
            self.tabs.addTab(title)
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.layers.tools)
        head.addWidget(self.paper.tools)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        self.tabs.currentChanged.connect(self._on_tab)
        self.cost.layer_clicked.connect(self._on_layer_clicked)
        document.analysed.connect(self.refresh)
        document.selection.changed.connect(self.refresh_selection)
        document.recipe_changed.connect(self.refresh_times)
        latency.measured.connect(self.refresh_times)
        latency.conditions_changed.connect(self.refresh_times)

    def make_charts(self) -> None:
        """Make the plots of the first page now, while the engine starts: importing pyqtgraph would delay the first window."""
        QTimer.singleShot(0, self.cost.make)
        QTimer.singleShot(0, self.time.make)

    def refresh(self) -> None:
        """A new analysis: the tab that is seen follows."""
        analysis = self.session.document.analysis
        if analysis is None or not self.isVisible():
            return
        page = self.pages.currentIndex()
        if page == OVERVIEW:
            self.cost.show_analysis(analysis)
        elif page == LAYERS:
            self.layers.refresh()
        elif page == PAPER:
            self.paper.refresh()
        self.refresh_selection()

    def refresh_selection(self) -> None:
        """The selection moved."""
        document = self.session.document
        page = self.pages.currentIndex()
        if page == OVERVIEW and document.network is not None:
            node = document.selection.node
            first, last = document.network.node(node).layers if node in document.network else (0, 0)
            self.cost.show_lit((first, last) if node else None)
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

    def showEvent(self, _event: QShowEvent) -> None:
        self._on_tab(self.tabs.currentIndex())

    def _on_tab(self, index: int) -> None:
        self.pages.setCurrentIndex(index)
        self.layers.tools.setVisible(index == LAYERS)
        self.paper.tools.setVisible(index == PAPER)
        self.refresh()
        self.refresh_times()

    def _on_layer_clicked(self, path: str) -> None:
        network = self.session.document.network
        if network is not None and path in network:
            self.session.document.selection.select(path)
