"""The Compare tab: the present recipe and the pins in one table, and beside it what differs from the baseline."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout

from explorer.core import rules
from explorer.core.compare import BY_NAME, CELLS, QUANTITIES, SHOWN, Entry
from explorer.session.pins import PRESENT, Pins
from explorer.session.preferences import Preferences
from explorer.session.session import Session
from explorer.views.actions import Actions
from explorer.views.compare_diff import DiffPanel
from explorer.views.compare_files import CompareFiles
from explorer.views.compare_model import CompareModel
from explorer.views.compare_steps import CompareSteps
from explorer.views.compare_tools import CompareTools, EmptyPage
from explorer.views.compare_view import CompareView, DropZone
from explorer.views.following import follow
from explorer.views.layer_tools import popup_menu
from explorer.views.theme import Theme
from explorer.views.widgets import Themed
from explorer.views.words import conditions_words, engine_sentence, rule_title

DIFF_PX = 500


class CompareTab(DropZone, Themed):
    """The table, the difference, and (to be put beside the tabs) its ``tools``. Brought up to date only while it is seen."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("compare")
        self.session = session
        self.pins: Pins = session.pins
        self.preferences: Preferences = session.preferences
        self.model = CompareModel()
        self.table = CompareView()
        self.table.setModel(self.model)
        self.table.set_widths()
        self.diff = DiffPanel()
        self.tools = CompareTools()
        self.files = CompareFiles(self)
        self.steps = CompareSteps(self, actions)
        self.empty = EmptyPage(actions)
        self._chosen = self._remembered()
        self._stale = True
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("compare.splitter")
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.diff)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([900, DIFF_PX])
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 0)
        column.addWidget(self.pages)
        self._connect()
        self._show_columns()

    def refresh(self) -> None:
        """A new analysis of the present recipe: its row and its difference alone, unless more has changed since."""
        if self._stale:
            self.refresh_all()
            return
        self.model.show_present(self.pins.present())
        if self.current_key() == PRESENT:
            self._show_difference()

    def refresh_all(self) -> None:
        """Pins, rule, precision, a latency: everything. Only while it is seen; otherwise when it is seen again."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        marked, current, row = self.marked_keys(), self.current_key(), self.table.currentIndex().row()
        comparison, keys = self.pins.comparison(self.preferences.text("precision"))
        self.model.show_comparison(comparison, keys, self.pins.set)
        self.pages.setCurrentIndex(1 if self.pins.set.pins else 0)
        if current not in (None, *keys) and keys:  # it was taken off the list: the next one gets the keyboard
            current = self.model.key(min(row, len(keys) - 1))
            marked = [current]
        self._mark(marked, current)
        self._show_tools()
        self._show_difference()

    def marked_keys(self) -> list[int]:
        """The pins whose rows are marked, from the top; the present recipe is none."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [key for row in rows if (key := self.model.key(row)) != PRESENT]

    def is_present_marked(self) -> bool:
        """Whether the row of the present recipe is marked."""
        return any(self.model.key(index.row()) == PRESENT for index in self.table.selectionModel().selectedRows())

    def visible_quantities(self) -> list[str]:
        """Names of the quantities that are shown, from the left."""
        return [quantity.name for quantity in QUANTITIES if quantity.name in self._chosen]

    def choose_quantity(self, name: str, *, shown: bool) -> None:
        """Show or hide one with its difference; remembered."""
        self._chosen = (self._chosen | {name}) if shown else (self._chosen - {name})
        self.preferences.keep("compare_columns", ",".join(self.visible_quantities()))
        self._show_columns()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.model.theme = theme

    def _connect(self) -> None:
        session, table = self.session, self.table
        self.pins.changed.connect(self.refresh_all)
        self.pins.figures_changed.connect(self.refresh_all)
        self.pins.series.changed.connect(self._show_tools)
        follow(self, self.pins.series.progressed, lambda _fraction, _sentence: self._show_tools())
        follow(self, session.catalogue_changed, lambda _catalogue: self.refresh_all())
        table.copied.connect(self.files.copy)
        for zone in (table, self, self.empty):
            zone.files_dropped.connect(self.files.pin_paths)
        table.selectionModel().selectionChanged.connect(self._show_difference)
        header = table.horizontalHeader()
        header.customContextMenuRequested.connect(lambda at: self._columns_menu().popup(header.mapToGlobal(at)))
        self.tools.columns_asked.connect(lambda at: self._columns_menu().popup(at))
        self.tools.copying_asked.connect(lambda at: self.files.menu().popup(at))
        self.tools.measure_asked.connect(self._on_measure)
        self.empty.files_asked.connect(self.files.open_pins)

    def _columns_menu(self) -> QMenu:
        menu = popup_menu(self)
        for cell in CELLS:
            quantity = cell.quantity
            if cell.is_delta or quantity.name == "name":
                continue
            action = menu.addAction(self.model.title(cell))
            action.setObjectName(f"column.{quantity.name}")
            action.setCheckable(True)
            action.setChecked(quantity.name in self._chosen)
            action.setToolTip(QCoreApplication.translate("compare", quantity.sentence))
            action.toggled.connect(lambda on, name=quantity.name: self.choose_quantity(name, shown=on))
        return menu

    def _remembered(self) -> frozenset[str]:
        names = frozenset(self.preferences.text("compare_columns").split(",")) & set(BY_NAME)
        return (names or frozenset(SHOWN)) | {"name"}

    def _show_columns(self) -> None:
        for place, cell in enumerate(CELLS):
            self.table.setColumnHidden(place, cell.quantity.name not in self._chosen)

    def _show_tools(self) -> None:
        if self._stale:
            return
        self.table.may_take_back = self.pins.can_undo()
        rule, series = self.session.engine.rule, self.pins.series
        words = f"{rule_title(rule)}: {engine_sentence([rules.RULES[rule].short])}" if rule in rules.RULES else rule
        left = len(series.left())
        if series.current is not None:
            doing = self.tr("measuring {0}, {1} left").format(series.current.label, left)
        elif series.is_on():
            doing = self.tr("{0} to measure, once all is quiet").format(left)
        else:
            doing = self.tr("latency: {0}").format(conditions_words(self.model.comparison.conditions))
        words = self.tr("{0} · bytes: {1}").format(words, self.model.comparison.precision)
        self.tools.show_state(f"{words} · {doing}", measuring=series.is_on(), lacking=len(self.pins.unmeasured()))

    def _show_difference(self) -> None:
        comparison = self.model.comparison
        base = None if comparison.baseline is None else comparison.entries[comparison.baseline]
        row = self.table.currentIndex().row()
        entry = self.model.entry(row) if 0 <= row < len(self.model.order) else None
        if entry is base:
            entry = None
        names = (base.name if base else "", self._shown_name(entry, row))
        self.diff.show_difference(base, entry, names, comparison.rule)

    def _shown_name(self, entry: Entry | None, row: int) -> str:
        if entry is None:
            return ""
        return self.tr("this recipe") if self.model.key(row) == PRESENT else entry.name

    def current_key(self) -> int | None:
        """The key of the row that the keyboard is on; None before there is one."""
        row = self.table.currentIndex().row()
        return self.model.key(row) if 0 <= row < len(self.model.order) else None

    def _mark(self, keys: Iterable[int], current: int | None) -> None:
        """Mark rows by key after they may have moved; the present recipe where nothing was marked yet."""
        selection, flags = self.table.selectionModel(), QItemSelectionModel.SelectionFlag
        present = [PRESENT] if current in (None, PRESENT) else []
        wanted = [row for key in (*keys, *present) if (row := self.model.row_of(key)) is not None]
        row = self.model.row_of(current) if current is not None else 0
        selection.clearSelection()
        for each in wanted:
            selection.select(self.model.index(each, 0), flags.Select | flags.Rows)
        if row is not None and row < self.model.rowCount():
            selection.setCurrentIndex(self.model.index(row, 0), flags.NoUpdate)

    def _on_measure(self) -> None:
        if self.pins.series.is_on():
            self.pins.series.stop()
        else:
            self.pins.measure()
