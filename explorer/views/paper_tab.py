"""The paper's table of the network, as it is built now: cells that are knobs of their stage are edited in place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QToolButton, QVBoxLayout, QWidget

from explorer.core.catalogue import ArchitectureSpec
from explorer.core.errors import BadInput
from explorer.core.graph import Network
from explorer.core.paper import Cell, PaperTable, as_table, paper_table
from explorer.core.recipe import Value
from explorer.core.tabular import Table
from explorer.session.session import Session
from explorer.views.layers import ROW_PX, LayerView
from explorer.views.paper_files import PaperFiles
from explorer.views.paper_model import CellDelegate, PaperModel
from explorer.views.theme import TINY_PX, Theme, font
from explorer.views.widgets import Figure, Themed, mark
from explorer.views.words import knob_name, knob_title, place_name


class PaperTab(QWidget, Themed):
    """The table and (to be put beside the tabs) its ``tools``. Its selection is the document's. It follows only while it is seen.

    Signals: refused(sentence) for a value that cannot be set, noted(sentence).
    """

    refused = Signal(list)
    noted = Signal(list)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.document = session.document
        self.model = PaperModel()
        self._before: tuple[object, object, PaperTable] | None = None
        self._leading = True
        self.view = LayerView()
        self.view.setObjectName("paper.table")
        self.view.setAccessibleName(self.tr("The paper's table"))
        self.delegate = CellDelegate(self.model, self.view)
        self.files = PaperFiles(self, session.preferences, self.as_table)
        self.files.refused.connect(self.refused)
        self.files.noted.connect(self.noted)
        self.tools = self._make_tools()
        self._make_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 0)
        column.addWidget(self.view)
        self.delegate.typed.connect(self._on_typed)
        self.document.baseline_changed.connect(self._on_baseline)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.model.theme = theme
        self.view.viewport().update()

    def architecture(self) -> ArchitectureSpec | None:
        """The architecture of the open recipe."""
        return self.session.catalogue.architecture(self.document.recipe.preset)

    def refresh(self) -> None:
        """New figures."""
        analysis, network, architecture = self.document.analysis, self.document.network, self.architecture()
        if analysis is None or network is None or architecture is None or analysis["preset"] not in _names(architecture):
            return
        table = paper_table(analysis, network, architecture, self._preset_table(architecture))
        self.delegate.legal = {
            (path, name): reading["legal"]
            for path, place in analysis["places"].items() for name, reading in place["knobs"].items() if "legal" in reading
        }
        fresh = table.columns != self.model.table.columns
        self.model.show_table(table, dict(architecture.knobs))
        own = self.tr("{0}; the table is our own").format(architecture.title)
        self.source.show_text(table.source or own, "dim")
        if fresh:
            self.view.resizeColumnsToContents()
            self._widen()
        self.refresh_selection()

    def refresh_selection(self) -> None:
        """Light the rows of all selected nodes; the primary one's is where the keys go on."""
        chosen, table, view = self.document.selection, self.model.table, self.view
        wanted = {row for node in chosen.nodes if (row := table.row_of(node)) is not None}
        first, current = table.row_of(chosen.node) if chosen.node else None, view.currentIndex()
        if first is not None and current.isValid() and table.rows[current.row()].node == table.rows[first].node:
            wanted = wanted - {first} | {current.row()}  # of a stage in several rows the one that was gone to
            first = current.row()
        selection = view.selectionModel()
        if {i.row() for i in selection.selectedRows()} == wanted:
            return
        flags = QItemSelectionModel.SelectionFlag
        self._leading = False
        selection.clearSelection()
        for row in sorted(wanted):
            selection.select(self.model.index(row, 0), flags.Select | flags.Rows)
        if first is not None:
            index = self.model.index(first, max(current.column(), 0))
            selection.setCurrentIndex(index, flags.NoUpdate)
            view.scrollTo(index)
        self._leading = True

    def as_table(self) -> Table | None:
        """For copies and files; None before the first analysis."""
        analysis = self.document.analysis
        if analysis is None or not self.model.table.rows:
            return None
        title = f"{analysis['title']}, {self.model.table.source}" if self.model.table.source else analysis["title"]
        return as_table(self.model.table, f"{title}.", [f"Preset {analysis['preset']}; recipe SHA-256 {analysis['digest']}"])

    def _preset_table(self, architecture: ArchitectureSpec) -> PaperTable | None:
        """The table of the unedited preset, made once."""
        baseline = self.document.baseline
        if baseline is None or baseline["preset"] != self.document.recipe.preset:
            return None
        if self._before is None or self._before[0] is not baseline or self._before[1] is not architecture:
            self._before = baseline, architecture, paper_table(baseline, Network(baseline), architecture)
        return self._before[2]

    def _make_tools(self) -> QWidget:
        tools = QWidget()
        self.source = Figure(TINY_PX, right=True, mark="dim")
        self.source.setObjectName("paper.source")
        self.source.setMinimumWidth(260)
        button = QToolButton()
        button.setObjectName("paper.copy")
        button.setText(self.tr("Copy, save"))
        button.setToolTip(self.tr("The table as CSV, Markdown or LaTeX"))
        mark(button, "pill")
        mark(button, "small")
        button.clicked.connect(lambda: self.files.menu().popup(button.mapToGlobal(QPoint(0, button.height() + 2))))
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.source, 1)
        row.addWidget(button)
        return tools

    def _make_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(self.delegate)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(ROW_PX)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        view.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        view.setTabKeyNavigation(False)
        header = view.horizontalHeader()
        header.setFont(font(TINY_PX, bold=True))
        header.setHighlightSections(False)
        view.clicked.connect(self._on_led)
        view.moved.connect(self._on_led)
        view.copied.connect(self.files.copy)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(lambda at: self.files.menu().popup(view.viewport().mapToGlobal(at)))

    def _widen(self) -> None:
        """Room for "6 → 4", so that no column moves while a knob is dragged."""
        header = self.view.horizontalHeader()
        for place, column in enumerate(self.model.table.columns):
            header.resizeSection(place, header.sectionSize(place) + (44 if column.knob or column.shows == "channels" else 12))

    def _on_baseline(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_led(self, index: QModelIndex) -> None:
        network = self.document.network
        if index.isValid() and self._leading and network is not None:
            node = self.model.table.rows[index.row()].node
            if node in network:
                self.document.selection.select(node)

    def _on_typed(self, cell: Cell, text: str) -> None:
        spec = self.model.knobs[cell.knob]
        try:
            value: Value = text == "on" if spec.kind == "bool" else text if spec.kind == "choice" else spec.parse(text)
        except BadInput as error:
            self.refused.emit([error.template, *error.arguments])
            return
        reading: dict[str, Any] = self.document.reading(cell.knob, cell.place) or {}
        legal = reading.get("legal")
        if legal is not None and value not in legal:
            template, *arguments = reading.get("reason") or ["{0}", ""]
            possible = ", ".join(spec.text(v) for v in legal)
            sentence = "{0} = {1} is not possible here: {2}; possible here: {3}"
            self.refused.emit([sentence, knob_name(spec), spec.text(value), template.format(*arguments), possible])
            return
        places = self.document.analysis["places"] if self.document.analysis else {}
        level = places[cell.place]["level"] if cell.place in places else ""

        def words() -> str:
            where = " · " + place_name(cell.place, level).lower() if cell.place and level else ""
            return f"{knob_title(spec)} {spec.text_with_unit(value)}{where}"

        self.document.set_knob(cell.knob, value, cell.place, text=words)


def _names(architecture: ArchitectureSpec) -> set[str]:
    return {preset.name for preset in architecture.presets}
