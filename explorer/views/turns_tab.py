"""The tab of what is measured in turn: which two, the answer in words, does the time follow the MACs, where does the time go."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from explorer.core.age import local_time
from explorer.core.recipe import Recipe
from explorer.core.turns import conditions, doubts, stamps_words, summary
from explorer.session.chart_memory import ChartMemory
from explorer.session.pins import PRESENT
from explorer.session.session import Session, step_label
from explorer.views.actions import Actions
from explorer.views.chart_pair import ChartPair
from explorer.views.following import follow
from explorer.views.operators_chart import OperatorsChart
from explorer.views.theme import BODY_PX, SMALL_PX, font
from explorer.views.turns_chart import TurnsChart
from explorer.views.turns_files import TurnsFiles
from explorer.views.widgets import Note, label, mark, scrolled
from explorer.views.words import engine_sentence

SIDE_PX = 392
PRINTED = -1  # the key of the preset as printed; pins count from 1
READY_ACTIONS = ("ready_channels", "ready_macs", "ready_shuffle")


class Candidate(NamedTuple):
    """A network that can be chosen: its key, what the list says, its name in the answer, its recipe."""

    key: int
    text: str
    name: str
    recipe: Recipe


class TurnsTab(QWidget):
    """Choice and answer on the left, charts on the right. Brought up to date only while it is seen."""

    def __init__(self, session: Session, actions: Actions, memory: ChartMemory | None = None) -> None:
        super().__init__()
        self.setObjectName("turns")
        self.session = session
        self.turns = session.turns
        self.actions_table = actions
        self.chart, self.operators = TurnsChart(memory), OperatorsChart(memory)
        titles = self.tr("Time and MACs"), self.tr("Where it goes")
        self.pair = ChartPair((self.chart, self.operators), titles, "turns.charts", memory or ChartMemory())
        self.files = TurnsFiles(self)
        self.second, self.first, self.past = (_combo(name) for name in ("second", "first", "past"))
        self.measure, self.ready, self.copying = (_button(name) for name in ("measure", "ready", "copy"))
        self.answer = Note(BODY_PX, mark="text", most=12)
        self.answer.setObjectName("turns.answer")
        self.doubt = Note(mark="warning", most=6)
        self.doubt.setObjectName("turns.doubt")
        self.state = Note(mark="dim", most=3)
        self.state.setObjectName("turns.state")
        self.about = Note(mark="dim", most=12)
        self.about.setObjectName("turns.about")
        self._candidates: list[Candidate] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(self._side())
        row.addWidget(self.pair, 1)
        self._connect()

    def _side(self) -> QWidget:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        rows = ((0, self.tr("measure"), self.second), (1, self.tr("against"), self.first), (3, self.tr("result"), self.past))
        for place, text, combo in rows:
            grid.addWidget(label(text, pixels=SMALL_PX, ink="dim"), place, 0)
            grid.addWidget(combo, place, 1, 1, 1 if combo is self.past else 2)
            combo.setAccessibleName(text)
        grid.addWidget(self.copying, 3, 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.ready.setText(self.tr("Ready comparisons…"))
        self.ready.setToolTip(self.tr("Made from this recipe: what do groups and shuffles cost?"))
        self.copying.setText(self.tr("Copy, save"))
        self.copying.setToolTip(self.tr("The tables as CSV, Markdown or LaTeX, with conditions and method"))
        for button in (self.measure, self.ready, self.copying):
            button.setAccessibleName(button.text())
        self.measure.setText(self.tr("Measure in turn ▶"))
        self.measure.setMinimumWidth(self.measure.sizeHint().width())  # nothing moves when it says Stop
        buttons.addWidget(self.measure)
        buttons.addWidget(self.ready)
        buttons.addStretch(1)
        grid.addLayout(buttons, 2, 0, 1, 3)
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 6, 0)
        side.setSpacing(6)
        side.addLayout(grid)
        for note in (self.state, self.answer, self.doubt, self.about):
            side.addWidget(note)
        side.addStretch(1)
        holder = QWidget()
        holder.setLayout(side)
        panel = scrolled(holder)
        panel.setFixedWidth(SIDE_PX)
        return panel

    def _connect(self) -> None:
        turns = self.turns
        turns.changed.connect(self.refresh)
        turns.progressed.connect(self._on_progressed)
        self.session.pins.changed.connect(self.refresh)
        follow(self, self.session.document.recipe_changed, lambda _recipe, _serial: self.refresh_candidates())
        self.measure.clicked.connect(self.on_measure)
        self.ready.clicked.connect(lambda: self._popup(self.ready_menu(), self.ready))
        self.copying.clicked.connect(lambda: self._popup(self.files.menu(), self.copying))
        self.past.activated.connect(turns.choose)
        for combo in (self.first, self.second):
            combo.activated.connect(lambda _index: turns.recall(self.chosen()))

    def showEvent(self, _event: QShowEvent) -> None:
        self.turns.look()
        self.refresh()

    def refresh(self) -> None:
        """The candidates, what runs, the answer. Only while it is seen."""
        if not self.isVisible():
            return
        self.refresh_candidates()
        self._show_past()
        self._show_state("")
        document = self.turns.current
        self.chart.show_document(document)
        network = document if document is not None and document["kind"] == "pair" else None
        self.operators.show_document(network)
        self.pair.show_only(0 if document is not None and network is None else None)
        said = summary(document) if document is not None else []
        doubted = [] if document is None else doubts(document)
        texts = (
            (self.answer, "\n".join(_sentence(sentence) for sentence in said)),
            (self.doubt, "\n".join(f"{name}: {engine_sentence(flag)}" for name, flag in doubted)),
            (self.about, "\n".join(self._about())),
        )
        for note, text in texts:
            note.show_text(text)
            note.setVisible(bool(text))

    def refresh_candidates(self) -> None:
        """What can be chosen; what was chosen stays."""
        if not self.isVisible():
            return
        self._candidates = self._find_candidates()
        baseline = self.session.pins.set.baseline
        first = next((c.key for c in self._candidates if c.key in (baseline, PRINTED)), self._candidates[-1].key)
        for combo, default in ((self.second, PRESENT), (self.first, first)):
            listed = [(combo.itemText(i), combo.itemData(i)) for i in range(combo.count())]
            if listed == [(c.text, c.key) for c in self._candidates]:
                continue
            chosen = combo.currentData()
            combo.clear()
            for candidate in self._candidates:
                combo.addItem(candidate.text, candidate.key)
            keys = [c.key for c in self._candidates]
            combo.setCurrentIndex(keys.index(chosen if chosen in keys else default))

    def chosen(self) -> list[tuple[str, Recipe]]:
        """(name, recipe) of both, the one that is compared with first."""
        by_key = {c.key: c for c in self._find_candidates()}
        found = [by_key[combo.currentData()] for combo in (self.first, self.second) if combo.currentData() in by_key]
        return [(candidate.name, candidate.recipe) for candidate in found]

    def choose(self, first: int, second: int) -> None:
        """Set both by their keys."""
        self.refresh_candidates()
        for combo, key in ((self.first, first), (self.second, second)):
            place = combo.findData(key)
            if place >= 0:
                combo.setCurrentIndex(place)

    def on_measure(self) -> None:
        """Measure both in turn, or stop."""
        if self.turns.is_running() or self.turns.is_waiting():
            self.turns.cancel()
            return
        both = self.chosen()
        if len(both) == 2:
            self.turns.ask_pair(both)

    def ready_menu(self) -> QMenu:
        """The ready comparisons of the shown recipe; one that its architecture has no knobs for says so."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        for name in READY_ACTIONS:
            menu.addAction(self.actions_table[name])
        return menu

    def _find_candidates(self) -> list[Candidate]:
        session = self.session
        recipe = session.document.accepted or session.document.recipe
        words = step_label(recipe, session.catalogue.architecture(recipe.preset))
        name = recipe.preset if words == recipe.preset else f"{recipe.preset} {words}"
        found = [Candidate(PRESENT, self.tr("this recipe"), name, recipe)]
        if recipe.edited():
            printed = self.tr("{0} as printed").format(recipe.preset)
            found.append(Candidate(PRINTED, printed, recipe.preset, Recipe(recipe.preset)))
        pins = session.pins.set
        for pin in pins.pins:
            text = self.tr("{0} (baseline)").format(pin.name) if pin.key == pins.baseline else pin.name
            found.append(Candidate(pin.key, text, pin.name, pin.recipe))
        return found

    def _show_past(self) -> None:
        texts = [f"{engine_sentence(past.title)} · {local_time(past.started)}" for past in self.turns.past]
        if texts != [self.past.itemText(i) for i in range(self.past.count())]:
            self.past.clear()
            self.past.addItems(texts)
        self.past.setCurrentIndex(-1 if self.turns.shown() is None else self.turns.shown() or 0)
        self.past.setEnabled(bool(texts))
        self.past.setToolTip(self.past.currentText())

    def _show_state(self, words: str) -> None:
        turns = self.turns
        busy = turns.is_running() or turns.is_waiting()
        text = self.tr("Stop") if busy else self.tr("Measure in turn ▶")
        if text != self.measure.text():
            self.measure.setText(text)
            self.measure.setAccessibleName(text)
        self.copying.setEnabled(turns.current is not None)
        if turns.is_running():
            words = f"{engine_sentence(turns.about)} · {words or self.tr('measuring in turn…')}"
        elif turns.is_waiting():
            words = f"{engine_sentence(turns.about)} · {self.tr('measured once all is quiet')}"
        elif turns.failure:
            words = engine_sentence(turns.failure)
        self.state.show_text(words, "warning" if turns.failure and not busy else "dim")
        self.state.setVisible(bool(words))

    def _about(self) -> list[str]:
        """Notes of a ready comparison, what the stamps cost, conditions."""
        document = self.turns.current
        if document is None:
            hint = self.tr(
                "Two networks run in turn, so that whatever the machine does befalls both. Pin others (Ctrl+P) to choose them "
                "here. A single layer is measured from the menu of its box in the graph."
            )
            return [hint]
        ready = document.get("ready")
        lines = [engine_sentence(note) for note in (ready["notes"] if ready else ())]
        if document["kind"] == "pair":
            lines += [engine_sentence(words) for words in stamps_words(document)]
        return [*lines, *conditions(document)]

    def _on_progressed(self, fraction: float, sentence: list[str]) -> None:
        if self.isVisible():
            self._show_state(f"{engine_sentence(sentence)} · {round(100 * fraction)} %")

    def _popup(self, menu: QMenu, button: QToolButton) -> None:
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))


def _sentence(sentence: list[str]) -> str:
    words = engine_sentence(sentence)
    return words[:1].upper() + words[1:] if sentence[0][:1] != "{" else words


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setObjectName(f"turns.{name}")
    combo.setFont(font())
    combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
    return combo


def _button(name: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(f"turns.{name}")
    mark(button, "pill")
    mark(button, "small")
    return button
