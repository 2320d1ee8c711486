"""The Sweep tab: how far it is, budgets, the table of its variants, and three views of them."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QProgressBar, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from explorer.core.errors import BadInput
from explorer.core.sweep_rows import SweepRow, title_of
from explorer.core.sweep_table import sweep_table
from explorer.core.tabular import to_tsv
from explorer.core.uncollected import uncollected
from explorer.session.chart_memory import ChartMemory
from explorer.session.session import Session
from explorer.session.sweeps import DONE, FAILED, HELD, NONE, PAUSED, RUNNING
from explorer.views.actions import Actions
from explorer.views.following import follow
from explorer.views.sweep_budget import BudgetLine
from explorer.views.sweep_chart import SweepChart
from explorer.views.sweep_curves import CurvesChart
from explorer.views.sweep_data import SweepData, tr
from explorer.views.sweep_heat import HeatChart
from explorer.views.sweep_model import SweepModel
from explorer.views.sweep_scatter import FrontChart
from explorer.views.sweep_tools import SweepTools
from explorer.views.sweep_view import SweepView
from explorer.views.theme import Theme
from explorer.views.widgets import Figure, Segments, Themed
from explorer.views.words import engine_sentence

GROW_MS = 200  # so often at most table and charts follow a sweep that runs
STATES = {RUNNING: "running", HELD: "waits until all is quiet", PAUSED: "paused", DONE: "done", FAILED: "stopped"}


class SweepTab(QWidget, Themed):
    """Follows only while it is seen.

    Signals: refused(sentence) and noted(sentence) for the message bar.
    """

    refused = Signal(list)
    noted = Signal(list)

    def __init__(self, session: Session, actions: Actions, memory: ChartMemory | None = None) -> None:
        super().__init__()
        self.setObjectName("sweep")
        self.session = session
        self.sweeps = session.sweeps
        self.data = SweepData()
        self.model = SweepModel(self.data)
        self.table = SweepView()
        self.table.setModel(self.model)
        self.budget = BudgetLine()
        self.tools = SweepTools(session, actions)
        self.charts: dict[str, SweepChart] = {
            "curves": CurvesChart(self.data, memory), "heat": HeatChart(self.data, memory),
            "front": FrontChart(self.data, memory),
        }
        self.memory = memory or ChartMemory()
        self.views = Segments([self.tr("Curves"), self.tr("Heat map"), self.tr("Front")])
        self.stack = QStackedWidget()
        self.machine = QComboBox()
        self.machine.setObjectName("sweep.machine")
        self.machine.setAccessibleName(self.tr("Whose latencies are shown"))
        self.machine.setToolTip(self.tr("Several machines measured: figures of one of them are shown at a time."))
        self.machine.hide()
        self.state = Figure(mark="dim")
        self.state.setObjectName("sweep.state")
        self.bar = QProgressBar()
        self.bar.setObjectName("sweep.progress")
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the sweep"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GROW_MS)
        self._timer.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Everything that is seen."""
        if not self.isVisible():
            return
        began = monotonic()
        with uncollected():
            self._refresh()
        self._timer.setInterval(max(GROW_MS, round(10_000 * (monotonic() - began))))  # a large one is looked at more rarely

    def _refresh(self) -> None:
        sweeps, data, document = self.sweeps, self.data, self.session.document
        if data.plan is not sweeps.plan:
            self.model.sorted_by = (-1, self.model.sorted_by[1])
            self.table.horizontalHeader().setSortIndicator(-1, self.model.sorted_by[1])
            data.by = ""
            for chart in self.charts.values():
                chart.chosen = None
                chart.show_whole()
        other = data.plan is not sweeps.plan
        data.plan, data.rows, data.catalogue, data.budget = sweeps.plan, sweeps.rows, self.session.catalogue, self.budget.budget
        data.digest = document.analysis["digest"] if document.analysis else document.recipe.digest()
        data.renew()
        self._offer_machines()
        self.budget.offer(data.quantities(), data.best().name)
        if sweeps.plan is not None:
            self.budget.name_count(sweeps.plan.rule)
        chosen, known = self._chosen(), len(self.model.columns)
        self.model.renew()
        if other or known != len(self.model.columns):
            for place, column in enumerate(self.model.columns):
                self.table.setColumnWidth(place, column.width)
        self.mark(chosen)
        self._refresh_chart()
        self.show_state()

    def refresh_present(self) -> None:
        """The window shows another network: only where it lies in the sweep is new."""
        analysis = self.session.document.analysis
        if self.isVisible() and analysis is not None and analysis["digest"] != self.data.digest:
            before = self.data.present()
            self.data.digest = analysis["digest"]
            if before is not None or self.data.present() is not None:
                self.table.viewport().update()
                self._refresh_chart()

    def show_state(self) -> None:
        """The line above the table, and the buttons."""
        sweeps, data = self.sweeps, self.data
        words = ""
        if sweeps.state != NONE and sweeps.plan is not None:
            state = tr(STATES[sweeps.state])
            told = engine_sentence(sweeps.words) if sweeps.state == RUNNING else f"{len(sweeps.rows)} / {len(sweeps.plan)}"
            if sweeps.state == FAILED:
                state = f"{state}: {engine_sentence(sweeps.failure)}"
            fit = len(data.ordered()[0])
            fits = self.tr("{0} fit the budget").format(fit) if data.budget else ""
            none = sum(bool(row.refused) for row in sweeps.rows.values())
            refused = self.tr("{0} cannot be built").format(none) if none else ""
            where = self.tr("on {0}").format(sweeps.cluster.address) if sweeps.cluster is not None else ""
            words = " · ".join(word for word in (title_of(sweeps.plan), where, state, told, fits, refused) if word)
        self.state.show_text(words, "warning" if sweeps.state == FAILED else "dim")
        self.bar.setValue(round(1000 * sweeps.fraction))
        self.bar.setVisible(sweeps.state in (RUNNING, HELD, PAUSED))
        self.tools.refresh()

    def show_view(self, name: str) -> None:
        """curves, heat or front; remembered."""
        names = list(self.charts)
        self.views.show_choice(names.index(name))
        self.stack.setCurrentIndex(names.index(name))
        self.memory.keep("sweep", "view", name)
        self._refresh_chart()

    def mark(self, number: int | None) -> None:
        """Mark a row of the sweep in table and charts."""
        place = self.model.row_of(number)
        if place >= 0:
            self.table.setCurrentIndex(self.model.index(place, 0))
        for chart in self.charts.values():
            chart.choose(number if place >= 0 else None)

    def open(self, row: SweepRow) -> None:
        """Its recipe in the window, as one step that can be undone; a word where it cannot be built."""
        if row.refused:
            self.refused.emit(row.refused)
            return
        try:
            recipe = row.recipe()
        except BadInput as error:
            self.refused.emit([error.template, *error.arguments])
            return
        if self.session.catalogue.architecture(recipe.preset) is None:
            self.refused.emit(["there is no preset {0} in the library now", recipe.preset])
            return
        self.session.document.open_preset(recipe, self.data.label(row))

    def set_theme(self, theme: Theme) -> None:
        """Colours of the table's words."""
        super().set_theme(theme)
        self.model.theme = theme
        self.table.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.sweeps.look()
        self.refresh()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.budget)
        head.addWidget(self.machine)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.state)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(4)
        top = QHBoxLayout()
        self.views.setFixedWidth(230)
        top.addWidget(self.views)
        top.addStretch(1)
        beside.addLayout(top)
        beside.addWidget(self.stack, 1)
        for chart in self.charts.values():
            self.stack.addWidget(chart)
        self.splitter = QSplitter()
        self.splitter.setObjectName("sweep.splitter")
        self.splitter.setHandleWidth(12)
        self.splitter.setStyleSheet("QSplitter#sweep\\.splitter::handle { background: transparent; }")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(right)
        self.splitter.setSizes([600, 600])
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 4)
        row.addWidget(self.splitter)
        self.show_view(self.memory.word("sweep", "view", tuple(self.charts), "curves"))

    def _connect(self) -> None:
        sweeps = self.sweeps
        sweeps.changed.connect(self.refresh)
        follow(self, sweeps.rows_came, lambda _numbers: self._timer.isActive() or self._timer.start())
        follow(self, sweeps.progressed, lambda _fraction, _sentence: self.show_state())
        self.views.chosen.connect(lambda index: self.show_view(list(self.charts)[index]))
        self.machine.activated.connect(self._on_machine)
        self.budget.changed.connect(self._on_budget)
        self.budget.refused.connect(self.refused)
        self.tools.typed.connect(self._on_typed)
        self.tools.left.connect(self.table.setFocus)
        self.table.opened.connect(lambda place: self.open(self.model.shown[place]))
        self.table.copied.connect(self._on_copied)
        self.table.setSortingEnabled(True)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        for chart in self.charts.values():
            chart.row_chosen.connect(self.mark)
            chart.row_opened.connect(lambda number: self.open(self.data.rows[number]))

    def _refresh_chart(self) -> None:
        list(self.charts.values())[self.stack.currentIndex()].refresh()

    def _chosen(self) -> int | None:
        place = self.table.currentIndex().row()
        return self.model.shown[place].number if 0 <= place < len(self.model.shown) else None

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            for chart in self.charts.values():
                chart.choose(self.model.shown[now.row()].number)

    def _offer_machines(self) -> None:
        """A choice where several measured."""
        data, names = self.data, list(self.data.machines)
        if names != [self.machine.itemData(i) for i in range(self.machine.count())]:
            self.machine.clear()
            for name in names:
                self.machine.addItem(name, name)
        self.machine.setCurrentIndex(self.machine.findData(data.shown_machine()))
        self.machine.setVisible(len(names) > 1)

    def _on_machine(self, _index: int) -> None:
        self.data.machine = str(self.machine.currentData() or "")
        self.refresh()

    def _on_budget(self) -> None:
        self.data.by = self.budget.chosen()
        self.refresh()

    def _on_typed(self, query: str) -> None:
        self.model.query = query
        self.refresh()

    def _on_copied(self) -> None:
        if self.data.plan is not None:
            table = sweep_table(self.data.plan, [row.document for row in self.model.shown])
            QGuiApplication.clipboard().setText(to_tsv(table))
            self.noted.emit(["{0} rows of the sweep are on the clipboard.", str(len(self.model.shown))])
