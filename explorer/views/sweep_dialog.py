"""Setting up a sweep: networks, axes, a sample of them, measured or not; how many points that makes, or what is wrong with it."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.core.catalogue import KnobSpec
from explorer.core.errors import BadInput
from explorer.core.paper_sweeps import PAPER_SWEEPS, PaperSweep
from explorer.core.recipe import Recipe
from explorer.core.sweep import MOST as MOST_POINTS
from explorer.core.sweep import Plan
from explorer.core.sweep_values import text_of
from explorer.session.session import Session, step_label
from explorer.session.sweeps import RUNNING, check_size
from explorer.views.carried import carry
from explorer.views.layer_tools import popup_menu
from explorer.views.sweep_axis import AxisRow, Places
from explorer.views.sweep_where import WhereForm
from explorer.views.theme import LARGE_PX, SMALL_PX, Theme
from explorer.views.widgets import Note, Switch, label, mark, rule, scrolled, section, set_theme_within
from explorer.views.words import engine_sentence

FIRST_AXES = ("alpha", "resolution")
MOST_AXES = 6
LIST_PX = 132
SETTLED_MS = 250  # the list follows the window when a drag has settled


class SweepDialog(QDialog):
    """Stays open beside the window.

    Signals: started(whether it is as a paper prints it) when a sweep has begun.
    """

    started = Signal(bool)

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self.setObjectName("sweep.dialog")
        self.setWindowTitle(self.tr("New sweep"))
        self.setModal(False)
        self.resize(640, 620)
        self.session = session
        self.axes: list[AxisRow] = []
        self.recipe = session.document.recipe.structure()
        self.search, self.presets = QLineEdit(), QListWidget()
        self.sample, self.seed = QSpinBox(), QSpinBox()
        self.measured = Switch()
        self.ready = QToolButton()
        self.paper: PaperSweep | None = None  # what was taken from a paper last
        self.where = WhereForm(session.scheduler, session.preferences, lambda: session.sweeps.state == RUNNING)
        self.words = Note(SMALL_PX, mark="text", most=3, least=2)
        self.start_button = QPushButton(self.tr("Start"))
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED_MS)
        self._settling.timeout.connect(self._on_present)
        session.document.analysed.connect(self._settling.start)
        self._lay_out()
        self._fill_presets()
        for knob in FIRST_AXES:
            if any(spec.name == knob for spec in self._places()[""][1]):
                self.add_axis("", knob)
        if not self.axes:
            self.add_axis()
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Colours: Fusion's own ticks have a frame that is not seen in the dark."""
        box = f"QAbstractItemView::indicator {{ border: 1px solid {theme.dim}; border-radius: 3px; width: 11px; height: 11px; }}"
        ticked = f"QAbstractItemView::indicator:checked {{ background: {theme.accent}; border-color: {theme.accent}; }}"
        for view in (self.presets, self.where.list.table):
            view.setStyleSheet(box + ticked)
        set_theme_within(self, theme)

    def plan(self) -> Plan:
        """What is set up. Raises BadInput with what is wrong."""
        recipes = self._recipes()
        axes = tuple(row.axis() for row in self.axes)
        for axis in axes:
            for recipe in recipes:
                architecture = self.session.catalogue.architecture(recipe.preset)
                if architecture is None or axis.knob not in architecture.knobs:
                    raise BadInput("{0} has no knob {1}; sweep it alone, or take the axis away", recipe.preset, axis.knob)
        settings = self.session.latency.conditions.settings() if self.measured.isChecked() else None
        return Plan(recipes, axes, self.sample.value(), self.seed.value(), self.session.engine.rule, settings)

    def add_axis(self, place: str = "", knob: str = "") -> AxisRow:
        """One more; at first a knob that is no axis yet."""
        taken = {row.knob.currentData() for row in self.axes}
        places = self._places()
        free = next((spec.name for spec in places[""][1] if spec.name not in taken), "")
        row = AxisRow(places, place, knob or free)
        row.changed.connect(self.refresh)
        row.removed.connect(lambda: self._remove(row))
        self.axes.append(row)
        self.column.insertWidget(len(self.axes) - 1, row)
        self.refresh()
        return row

    def ready_menu(self) -> QMenu:
        """The sweeps of papers, as far as the library has their networks."""
        menu = popup_menu(self)
        for sweep in PAPER_SWEEPS:
            if self.session.catalogue.architecture(sweep.recipe.preset) is not None:
                action = menu.addAction(f"{self.tr(sweep.title)}\t{sweep.source}")
                action.setObjectName(f"sweep.ready.{sweep.name}")
                action.setToolTip(self.tr(sweep.note))
                action.triggered.connect(lambda _on=False, chosen=sweep: self.take(chosen))
        return menu

    def take(self, sweep: PaperSweep) -> None:
        """Set up a sweep as a paper prints it: its network alone, its axes and values, every point."""
        self.presets.blockSignals(True)  # noqa: FBT003
        for i in range(self.presets.count()):
            item = self.presets.item(i)
            its = item.data(Qt.ItemDataRole.UserRole) == sweep.recipe
            item.setCheckState(Qt.CheckState.Checked if its else Qt.CheckState.Unchecked)
            if its:
                self.presets.scrollToItem(item)
        self.presets.blockSignals(False)  # noqa: FBT003
        for row in list(self.axes):
            self._remove(row)
        for axis in sweep.axes:
            row = self.add_axis(axis.place, axis.knob)
            spec = row.spec()
            if spec is not None:
                row.values.setText(text_of(spec, axis.values))
        self.sample.setValue(0)
        self.paper = sweep
        self.refresh()

    def refresh(self) -> None:
        """How many points, how long; or what is wrong."""
        self.add_button.setEnabled(len(self.axes) < MOST_AXES)
        self.seed.setEnabled(self.sample.value() > 0)
        try:
            plan = self.plan()
            check_size(plan)
            self._check_cluster(plan)
        except BadInput as error:
            self.words.show_text(engine_sentence([error.template, *error.arguments]), "warning")
            self.start_button.setEnabled(False)
            return
        self.words.show_text(self._told(plan), "text")
        self.start_button.setEnabled(True)

    def start(self) -> None:
        """Begin; the dialog closes. What is wrong is said here."""
        try:
            plan = self.plan()
            self._check_cluster(plan)
            self.session.sweeps.begin(plan, max((os.cpu_count() or 2) - 1, 1), self.where.cluster())
        except BadInput as error:
            self.words.show_text(engine_sentence([error.template, *error.arguments]), "warning")
            return
        taken = self.paper is not None and plan.axes == self.paper.axes
        self.started.emit(taken)
        self.close()

    def take_over(self, other: SweepDialog) -> None:
        """What was set in a dialog of the same session."""
        for i in range(min(self.presets.count(), other.presets.count())):
            self.presets.item(i).setCheckState(other.presets.item(i).checkState())
        for row in tuple(self.axes):
            self._remove(row)
        for before in other.axes:
            row = self.add_axis(before.place.currentData(), before.knob.currentData() or "")
            row.values.setText(before.values.text())
        carry(other, self)
        self.restoreGeometry(other.saveGeometry())

    def _check_cluster(self, plan: Plan) -> None:
        """Raises BadInput where the workers chosen cannot do it."""
        if self.where.cluster() is None:
            return
        for recipe in plan.recipes:
            if self.session.own.file_of(recipe.preset) is not None:
                raise BadInput("{0} is an own architecture; a scheduler's workers have bundled ones only", recipe.preset)
        if plan.measure is not None and not any(worker["measures"] for worker in self.where.chosen()):
            raise BadInput("none of the workers chosen offers to measure: start one with --resources \"measure=1\"")

    def _recipes(self) -> tuple[Recipe, ...]:
        items = (self.presets.item(i) for i in range(self.presets.count()))
        found = [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]
        if not found:
            raise BadInput("a sweep needs at least one network")
        return tuple(dict.fromkeys(found))

    def _places(self) -> Places:
        """The whole network with the knobs that every network chosen has; stages and blocks where only the open one is chosen."""
        try:
            recipes = self._recipes()
        except BadInput:
            recipes = (self.recipe,)
        architectures = (self.session.catalogue.architecture(recipe.preset) for recipe in recipes)
        known = [architecture.knobs for architecture in architectures if architecture is not None]
        shared = [spec for spec in known[0].values() if all(spec.name in knobs for knobs in known[1:])] if known else []
        whole = [spec for spec in shared if not spec.scopes or "network" in spec.scopes]
        places: dict[str, tuple[str, list[KnobSpec]]] = {"": ("network", whole)}
        analysis = self.session.document.analysis
        if analysis is not None and known and recipes == (self.recipe,) and analysis["preset"] == self.recipe.preset:
            for path, place in analysis["places"].items():
                there = (known[0][name] for name in place["knobs"] if name in known[0])
                specs = [spec for spec in there if place["level"] in spec.scopes]
                if path and specs:
                    places[path] = (place["level"], specs)
        return places

    def _told(self, plan: Plan) -> str:
        words = [self.tr("{0} points").format(len(plan))]
        if plan.sample and plan.sample < plan.size():
            words = [self.tr("{0} of {1} points, drawn at random").format(len(plan), plan.size())]
        pace = self.session.sweeps.pace_s
        point = self.session.latency.point()
        if pace is None or not self.where.is_here():
            words.append(self.tr("the time shows once the first are done"))
        else:
            seconds = pace * len(plan)
            if plan.measure is not None and point is not None:
                m = point.measurement  # the open recipe's, for want of the others'
                seconds += len(plan) * (m["n"] + m["warmup_runs"]) * m["median_ms"] / 1e3
            words.append(self.tr("about {0} s").format(f"{max(seconds, 1):.0f}"))
        conditions = self.session.latency.conditions
        measuring = [worker for worker in self.where.chosen() if worker["measures"]]
        if plan.measure is not None and len(measuring) > 1:
            told = self.tr("shared out among {0} workers that measure, whose figures are kept apart")
            words.append(told.format(len(measuring)))
        if plan.measure is not None:
            words.append(self.tr("each measured on {0}, threads {1}, batch {2} (Latency tab), one at a time").format(
                conditions.device, conditions.threads, conditions.batch))
        source = ""
        if self.paper is not None and (plan.recipes, plan.axes) == ((self.paper.recipe,), self.paper.axes):
            source = f" {self.paper.source}. {self.tr(self.paper.note)}"
        return ", ".join(words) + "." + source

    def _remove(self, row: AxisRow) -> None:
        self.axes.remove(row)
        self.column.removeWidget(row)
        row.deleteLater()
        self.refresh()

    def _fill_presets(self) -> None:
        architecture = self.session.catalogue.architecture(self.recipe.preset)
        words = step_label(self.recipe, architecture)
        name = self.recipe.preset if words == self.recipe.preset else f"{self.recipe.preset} {words}"
        self._add_preset(self.tr("{0} (open)").format(name), self.recipe, checked=True)
        for preset in self.session.catalogue.presets():
            if Recipe(preset) != self.recipe:
                self._add_preset(preset, Recipe(preset), checked=False)

    def _add_preset(self, text: str, recipe: Recipe, *, checked: bool) -> None:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, recipe)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        self.presets.addItem(item)

    def _on_present(self) -> None:
        """The window shows another recipe by now: it is the first of the list."""
        recipe = self.session.document.recipe.structure()
        if recipe != self.recipe:
            words = step_label(recipe, self.session.catalogue.architecture(recipe.preset))
            name = recipe.preset if words == recipe.preset else f"{recipe.preset} {words}"
            self.recipe = recipe
            item = self.presets.item(0)
            item.setData(Qt.ItemDataRole.UserRole, recipe)
            item.setText(self.tr("{0} (open)").format(name))

    def _on_presets(self) -> None:
        places = self._places()
        for row in self.axes:
            row.offer(places)
        self.refresh()

    def _on_search(self, text: str) -> None:
        words = text.lower().split()
        for i in range(self.presets.count()):
            item = self.presets.item(i)
            on = item.checkState() == Qt.CheckState.Checked
            item.setHidden(not on and not all(word in item.text().lower() for word in words))

    def _lay_out(self) -> None:
        self.search.setObjectName("sweep.search")
        self.search.setPlaceholderText(self.tr("Search presets"))
        self.search.setAccessibleName(self.tr("Search presets"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search)
        self.presets.setObjectName("sweep.presets")
        self.presets.setAccessibleName(self.tr("Networks of the sweep"))
        self.presets.setFixedHeight(LIST_PX)
        self.presets.itemChanged.connect(lambda _item: self._on_presets())
        holder = QWidget()
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.add_button = QPushButton(self.tr("Add an axis"))
        self.add_button.setObjectName("sweep.add")
        self.add_button.clicked.connect(lambda _on=False: self.add_axis())
        self.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.sample.setObjectName("sweep.sample")
        self.sample.setRange(0, MOST_POINTS)
        self.sample.setSpecialValueText(self.tr("all points"))
        self.sample.setToolTip(self.tr("So many different points drawn at random; 0 takes all."))
        self.seed.setObjectName("sweep.seed")
        self.seed.setRange(0, 2**31 - 1)
        self.seed.setToolTip(self.tr("The same seed draws the same points."))
        for spin, words in ((self.sample, self.tr("Sample")), (self.seed, self.tr("Seed"))):
            spin.setAccessibleName(words)
            spin.setMinimumWidth(96)
            spin.setStyleSheet("QSpinBox::up-button, QSpinBox::down-button { width: 0; border: 0; }")  # the arrow keys step
            spin.valueChanged.connect(lambda _value: self.refresh())
        self.ready.setObjectName("sweep.ready")
        self.ready.setText(self.tr("From a paper ▾"))
        self.ready.setToolTip(self.tr("Sweeps as papers print them, with the published accuracies"))
        self.ready.clicked.connect(lambda _on: self.ready_menu().popup(self.ready.mapToGlobal(self.ready.rect().bottomLeft())))
        mark(self.ready, "pill")
        mark(self.ready, "small")
        self.measured.setText(self.tr("Measure the latency of each"))
        self.measured.setObjectName("sweep.measured")
        self.measured.toggled.connect(lambda _on: self.refresh())
        self.where.changed.connect(self.refresh)
        self.words.setObjectName("sweep.size")
        self.start_button.setObjectName("sweep.start")
        mark(self.start_button, "primary")
        for button in (self.add_button, self.start_button):
            button.setAutoDefault(False)  # Enter in a field starts nothing
        self.start_button.clicked.connect(self.start)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        options = QHBoxLayout()
        options.setSpacing(8)
        for widget in (label(self.tr("Sample"), ink="dim"), self.sample, label(self.tr("Seed"), ink="dim"), self.seed):
            options.addWidget(widget)
        options.addSpacing(12)
        options.addWidget(self.measured)
        options.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.start_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("New sweep"), pixels=LARGE_PX, bold=True))
        head.addStretch(1)
        head.addWidget(self.ready)
        column.addLayout(head)
        column.addWidget(section(self.tr("Networks")))
        column.addWidget(self.search)
        column.addWidget(self.presets)
        column.addWidget(section(self.tr("Axes")))
        column.addWidget(scrolled(holder), 1)
        column.addWidget(section(self.tr("Where")))
        column.addWidget(self.where)
        column.addWidget(rule())
        column.addLayout(options)
        column.addWidget(self.words)
        column.addLayout(buttons)
        self.search.setFocus()  # not the button above it
