"""The main window: puts the panels in their places and gives the actions something to do. Panels own their widgets."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QMessageBox, QSplitter, QVBoxLayout, QWidget

from explorer.core.catalogue import Catalogue
from explorer.session.latency import Conditions
from explorer.session.session import WARNING, Session
from explorer.views.actions import Actions
from explorer.views.bottom import BottomPanel
from explorer.views.centre import CentrePanel
from explorer.views.chart_files import ChartFiles
from explorer.views.chart_frame import ChartFrame
from explorer.views.docks import Docks
from explorer.views.elsewhere_part import ElsewherePart
from explorer.views.export_dialog import ExportDialog
from explorer.views.files import Files
from explorer.views.focus_ring import FocusRing
from explorer.views.following import follow
from explorer.views.graph import QUANTITIES
from explorer.views.history_part import HistoryPart
from explorer.views.inspector import InspectorPanel
from explorer.views.knobs import KnobsPanel
from explorer.views.language import LANGUAGES, SYSTEM
from explorer.views.library import LibraryPanel
from explorer.views.message import MessageBar
from explorer.views.micro_menu import MicroButton
from explorer.views.own_dialog import OwnPart
from explorer.views.palette import PalettePart
from explorer.views.picture_part import PicturePart
from explorer.views.pin_part import PinPart
from explorer.views.presenting import Presenting
from explorer.views.shortcuts import ShortcutsDialog
from explorer.views.stage import Stage
from explorer.views.status import StatusLine
from explorer.views.story_part import StoryPart
from explorer.views.style import sheet
from explorer.views.sweep_part import SweepPart
from explorer.views.theme import DARK, LIGHT, PROJECTOR, THEMES, Theme, font, palette, scheme
from explorer.views.topbar import TopBar
from explorer.views.totals import TotalsPanel
from explorer.views.turns_part import TurnsPart
from explorer.views.weights_files import WeightsFiles
from explorer.views.weights_row import WeightsRow
from explorer.views.weights_words import whole
from explorer.views.widgets import scrolled, set_theme_within
from explorer.views.words import engine_sentence
from explorer.views.work_part import WorkPart

DOCKS = ("left", "right", "bottom")


class MainWindow(QMainWindow):
    """Panels around one session.

    Signals: first_painted() once, when the window has been on screen; language_chosen(choice), one of language.LANGUAGES.

    ``first``: whether the session begins with it; a later one (window_keeper.py) leaves what runs as it is.
    """

    first_painted = Signal()
    language_chosen = Signal(str)

    def __init__(self, session: Session, *, first: bool = True) -> None:
        super().__init__()
        self.setObjectName("window")
        self.session = session
        self.theme = LIGHT
        self._painted = False
        self._action_state: tuple[object, ...] = ()
        self.table = Actions(self)
        document, catalogue = session.document, session.catalogue
        self.topbar = TopBar(document, self.table, catalogue)
        self.library = LibraryPanel(document, catalogue)
        self.knobs = KnobsPanel(document, catalogue)
        self.centre = CentrePanel(session, self.table)
        self.totals = TotalsPanel(session)
        self.weights = WeightsRow(session)
        self.inspector = InspectorPanel(document, session.fusion, session.preferences)
        self.inspector.add_button(MicroButton(session))
        self.bottom = BottomPanel(session, self.table)
        self.status = StatusLine(session)
        self.message = MessageBar(self.centre.graph)
        self.files = Files(self, session, self.message)
        self.weights_files = WeightsFiles(self, session, self.files)
        self.own = OwnPart(self, session.own, self.library)
        self.pictures = PicturePart(self, session, self.centre.graph, self.message)
        self.pins = PinPart(self)
        self.history = HistoryPart(self)
        self.sweeps = SweepPart(self)
        self.turns = TurnsPart(self)
        self.elsewhere = ElsewherePart(self)
        self.chart_files = ChartFiles(self, session.preferences, self.bottom.memory, self.message)
        self.chart_files.adopt(self.bottom)
        self.setMenuWidget(self.topbar)
        self.stage = Stage(self.centre)
        self.setCentralWidget(self.stage)
        self.setStatusBar(self.status)
        self.docks = self._make_docks()
        self.panels = Docks(self)
        self._begin(first=first)
        self._connect()
        self.presenting = Presenting(self)
        self.story = StoryPart(self)
        self.palette_part = PalettePart(self)
        self.work = WorkPart(self)
        self.ring = FocusRing(self)
        self._restore()

    def _make_docks(self) -> dict[str, QDockWidget]:
        left = QSplitter(Qt.Orientation.Vertical)
        left.setObjectName("left.splitter")
        left.addWidget(self.library)
        left.addWidget(self.knobs)
        left.setStretchFactor(1, 1)
        left.setSizes([190, 420])
        left.setChildrenCollapsible(False)
        left.setHandleWidth(1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.totals)
        column.addWidget(self.weights)
        column.addWidget(self.inspector, 1)
        areas = Qt.DockWidgetArea
        placed = zip(
            DOCKS, (left, scrolled(right), self.bottom),
            (areas.LeftDockWidgetArea, areas.RightDockWidgetArea, areas.BottomDockWidgetArea),
            (self.tr("Library and knobs"), self.tr("Totals and inspector"), self.tr("Charts and tables")), strict=True,
        )
        docks = {}
        for name, content, area, title in placed:
            dock = QDockWidget(title, self)
            dock.setObjectName(f"dock.{name}")
            dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
            dock.setTitleBarWidget(QWidget(dock))  # the panels carry their own titles
            dock.setWidget(content)
            self.addDockWidget(area, dock)
            docks[name] = dock
        return docks

    def _connect(self) -> None:
        session, document, table = self.session, self.session.document, self.table
        for source in (self.library, self.topbar):
            source.preset_chosen.connect(document.open_preset)
        session.said.connect(self._on_said)
        session.catalogue_changed.connect(self._on_catalogue)
        self.knobs.refused.connect(lambda sentence: self.message.warn(engine_sentence(sentence)))
        document.stack.indexChanged.connect(self._refresh_actions)
        document.step_grew.connect(self._refresh_actions)
        document.file_changed.connect(self._refresh_actions)
        document.analysed.connect(self._on_analysed)
        for job in (session.latency, session.layer_times, session.peaks, session.runtimes, session.turns):
            follow(self, job.started, lambda: table.allow("measuring", possible=True))
            follow(self, job.ended, lambda: table.allow("measuring", possible=session.is_measuring()))
        session.greeted.connect(self.bottom.latency.on_greeted)
        session.exporter.exported.connect(self.files.remember_export)
        self.bottom.layers.follow(session.opinions)
        self.bottom.layers.rows.follow(session.layer_times)
        self.inspector.follow_times(session.layer_times)
        self.bottom.shares.kind_clicked.connect(self.centre.search.look_for)
        self.bottom.layers.files.refused.connect(lambda sentence: self.message.warn(engine_sentence(sentence)))
        self.bottom.layers.files.noted.connect(lambda sentence: self.message.note(engine_sentence(sentence)))
        self.centre.code.said.connect(lambda sentence: self.message.note(engine_sentence(sentence)))
        self.bottom.paper.refused.connect(lambda sentence: self.message.warn(engine_sentence(sentence)))
        self.bottom.paper.noted.connect(lambda sentence: self.message.note(engine_sentence(sentence)))
        self.weights.asked.connect(self.weights_files.show)
        self.centre.edit.knob_wanted.connect(lambda _name: self.docks["left"].show())
        self.centre.edit.knob_wanted.connect(self.knobs.focus_knob)
        table.connect({
            "open": self.files.open, "save": self.files.save, "save_as": self.files.save_as, "export": self._on_export,
            "quit": self.close, "load_weights": self.weights_files.load,
            "undo": document.stack.undo, "redo": document.stack.redo, "back_to_preset": document.back_to_preset,
            "find_preset": self.library.search.setFocus, "whole_network": lambda: document.selection.select(""),
            "measure": session.latency.measure, "stop_measuring": session.stop_measuring,
            "about": self._on_about, "shortcuts": lambda: ShortcutsDialog(self).open(),
            "measure_layers": session.layer_times.measure, "measure_peaks": session.peaks.measure,
            "measure_runtimes": session.runtimes.measure,
            "own": self.own.open,
            "save_picture": self.pictures.open, "copy_picture": self.pictures.copy,
        })
        for name in ("system", *THEMES):
            table[f"theme_{name}"].triggered.connect(lambda _on=False, chosen=name: self.choose_theme(chosen))
        for name in LANGUAGES:
            table[f"language_{name}"].triggered.connect(lambda _on=False, chosen=name: self.language_chosen.emit(chosen))
        table["auto_measure"].toggled.connect(session.latency.set_auto)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme)
        self._refresh_actions()

    def _begin(self, *, first: bool) -> None:
        """How the session measures: as it was left at the end of the last run, or as it does now."""
        preferences, latency = self.session.preferences, self.session.latency
        if first:
            latency.set_auto(preferences.flag("auto_measure"))
            latency.set_conditions(Conditions(threads=min(max(preferences.number("threads"), 1), os.cpu_count() or 1)))
        self.table["auto_measure"].setChecked(latency.auto)
        self.table.allow("measuring", possible=self.session.is_measuring())

    def _restore(self) -> None:
        preferences, table = self.session.preferences, self.table
        self.resize(1440, 900)
        self.restoreGeometry(preferences.layout("geometry"))
        self.restoreState(preferences.layout("state"))
        if preferences.layout("state").isEmpty():
            self.panels.reset()
        self.panels.restored()
        colour = preferences.text("colour")
        table[f"colour_{colour if colour in QUANTITIES else 'macs'}"].trigger()
        language = preferences.text("language")
        table[f"language_{language if language in LANGUAGES else SYSTEM}"].setChecked(True)
        theme = preferences.text("theme")
        self.choose_theme(theme if theme in THEMES else "system")

    def choose_theme(self, name: str) -> None:
        """light, dark, projector, or system."""
        hints = QGuiApplication.styleHints()
        schemes = {name: scheme(theme) for name, theme in THEMES.items()} | {"system": Qt.ColorScheme.Unknown}
        self.session.preferences.keep("theme", name)
        self.table[f"theme_{name}"].setChecked(True)
        hints.setColorScheme(schemes[name])
        of_system = DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
        self.apply_theme(THEMES.get(name, of_system))
        for chart in self.bottom.findChildren(ChartFrame):
            chart.show_large(always=name == PROJECTOR.name)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  (Qt's own name)
        self.ring.by_keys = True
        try:
            return bool(super().focusNextPrevChild(next))
        finally:
            self.ring.by_keys = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.presenting.leave()
        if not self.files.may_close():
            event.ignore()
            return
        self.work.close()
        self.remember()
        event.accept()

    def remember(self) -> None:
        """Keep what the next window begins with."""
        preferences = self.session.preferences
        preferences.keep("geometry", self.saveGeometry())
        preferences.keep("state", self.saveState())
        screen = self.screen()
        for name, pixels in (("width", screen.size().width()), ("height", screen.size().height())):
            preferences.keep(f"screen_{name}", round(pixels * screen.devicePixelRatio()))
        preferences.keep("colour", self.centre.colour)
        preferences.keep("auto_measure", self.session.latency.auto)
        preferences.keep("threads", self.session.latency.conditions.threads)
        preferences.sync()

    def apply_theme(self, theme: Theme) -> None:
        """Colours of everything, not remembered."""
        self.theme = theme
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette(theme))
            application.setFont(font())
        self.setStyleSheet(sheet(theme))
        set_theme_within(self, theme)
        for panel in (self.library, self.knobs, self.centre):
            panel.set_theme(theme)
        self.pins.overlay.refresh()

    def _refresh_actions(self) -> None:
        stack, table, document = self.session.document.stack, self.table, self.session.document
        state = (
            stack.undoText(), stack.redoText(), stack.canUndo(), stack.canRedo(), document.recipe.edited(),
            document.is_modified(), document.recipe.preset, document.path,
        )
        if state == self._action_state:
            return
        self._action_state = state
        table.allow("undo", possible=stack.canUndo())
        table.allow("redo", possible=stack.canRedo())
        table.allow("edited", possible=self.session.document.recipe.edited())
        for name, text in (("undo", stack.undoText()), ("redo", stack.redoText())):
            word = self.tr("Undo") if name == "undo" else self.tr("Redo")
            table[name].setText(f"{word} {text}".strip())
            if text:
                table.explain(name, sentence=f"{word} {text}")
        if document.is_modified() != self.isWindowModified():  # Qt tells every child of both; during a drag neither changes
            self.setWindowModified(document.is_modified())
        name = document.path.name if document.path else document.recipe.preset
        title = f"{name}[*] – " + self.tr("Architecture Explorer")
        if title != self.windowTitle():
            self.setWindowTitle(title)

    def _on_analysed(self) -> None:
        self.table.allow("analysed", possible=True)

    def _on_said(self, sentence: list[str], level: str) -> None:
        (self.message.warn if level == WARNING else self.message.note)(engine_sentence(sentence))

    def _on_catalogue(self, catalogue: Catalogue) -> None:
        for panel in (self.library, self.knobs, self.topbar):
            panel.set_catalogue(catalogue)

    def _on_system_scheme(self) -> None:
        if self.session.preferences.text("theme") == "system":
            self.choose_theme("system")

    def _on_export(self) -> None:
        folder = Path(self.session.preferences.text("folder") or Path.cwd())
        recipe = self.session.document.recipe
        dialog = ExportDialog(self, self.session.exporter, recipe, folder, weights=whole(recipe, self.session.weights))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_about(self) -> None:
        version = QApplication.applicationVersion()
        QMessageBox.about(self, self.tr("About"), self.tr("Architecture Explorer {0}\n\nPySide6 and PyTorch.").format(version))
