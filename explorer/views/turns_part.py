"""What is measured in turn, in the window: its actions, its tab, the ready comparisons that an architecture has the knobs for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from explorer.core.ready import FIXED_CHANNELS, FIXED_MACS, READY, SHUFFLE_OFF, lacking
from explorer.core.recipe import Recipe
from explorer.session.pins import PRESENT
from explorer.views.bottom import TURNS
from explorer.views.turns_tab import PRINTED
from explorer.views.words import engine_sentence

if TYPE_CHECKING:
    from explorer.views.window import MainWindow

OF_ACTION = {"ready_channels": FIXED_CHANNELS, "ready_macs": FIXED_MACS, "ready_shuffle": SHUFFLE_OFF}


class TurnsPart(QObject):
    """Connects actions, message bar and tab."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.session = window.session
        self.tab = window.bottom.turns
        table = window.table
        ready = {action: lambda name=name: self._ready(name) for action, name in OF_ACTION.items()}
        table.connect({"show_turns": self.show, "measure_pair": self.measure_pair, **ready})
        self.tab.files.refused.connect(lambda sentence: window.message.warn(engine_sentence(sentence)))
        self.tab.files.noted.connect(lambda sentence: window.message.note(engine_sentence(sentence)))
        self.session.turns.asked.connect(self.show)
        for signal in (self.session.document.recipe_changed, self.session.catalogue_changed):
            signal.connect(self._on_recipe)
        self._preset = ""
        self._on_recipe()

    def show(self) -> None:
        """The tab."""
        self.window.docks["bottom"].show()
        self.window.bottom.tabs.setCurrentIndex(TURNS)

    def measure_pair(self) -> None:
        """This recipe against the baseline of the comparison, or where nothing is pinned as such, against its preset."""
        document, pins = self.session.document, self.session.pins.set
        recipe = document.accepted or document.recipe
        baseline = pins.of(pins.baseline)
        if baseline is None and not recipe.edited():
            self.window.message.note(self.tr("This is the preset itself, and nothing is pinned: there is nothing to compare."))
            return
        self.show()
        self.tab.choose(PRINTED if baseline is None else baseline.key, PRESENT)
        both = self.tab.chosen()
        if len(both) == 2:
            self.session.turns.ask_pair(both)

    def _ready(self, name: str) -> None:
        document = self.session.document
        self.session.turns.ask_ready(document.accepted or document.recipe, name)

    def _on_recipe(self, *_what: object) -> None:
        """Which ready comparisons the shown architecture has the knobs for; looked at when another preset is shown."""
        recipe: Recipe = self.session.document.recipe
        architecture = self.session.catalogue.architecture(recipe.preset)
        known = f"{recipe.preset} {sorted(architecture.knobs) if architecture else ''}"
        if known == self._preset:
            return
        self._preset = known
        for action, name in OF_ACTION.items():
            ready = READY[name]
            missing = lacking(ready, architecture.knobs) if architecture is not None else list(ready.needs)
            self.window.table[action].setEnabled(not missing)
            words = self.tr("{0} has no knob {1}.")
            title = architecture.title if architecture is not None else recipe.preset
            self.window.table.explain(action, words.format(title, ", ".join(missing)) if missing else "")
