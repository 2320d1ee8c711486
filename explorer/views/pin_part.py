"""Pins in the window: the actions, the library's context menu, the words in the message bar, and the way back after unpinning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt

from explorer.core.recipe import Recipe
from explorer.session.session import step_label
from explorer.views.bottom import COMPARE
from explorer.views.layer_tools import popup_menu
from explorer.views.library import LibraryRow
from explorer.views.pin_overlay import PinOverlay
from explorer.views.words import engine_sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from explorer.views.window import MainWindow


class PinPart(QObject):
    """Connects actions, library, inspector and message bar to the pins and their tab."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.session = window.session
        self.pins = window.session.pins
        self.tab = window.bottom.compare
        table = window.table
        table.connect({
            "pin": self.pin, "unpin": self.unpin, "pin_files": self.tab.files.open_pins, "save_pins": self.tab.files.save_pins,
            "show_compare": self.show, "measure_pins": self.pins.measure,
        })
        self.tab.files.refused.connect(lambda sentence: window.message.warn(engine_sentence(sentence)))
        self.tab.files.noted.connect(lambda sentence: window.message.note(engine_sentence(sentence)))
        self.pins.series.failed.connect(self._on_failed)
        self.pins.changed.connect(self._on_changed)
        table["stop_measuring"].triggered.connect(lambda _on=False: self.pins.series.stop())
        for signal in (self.pins.series.changed, self.session.latency.started, self.session.latency.ended):
            signal.connect(self._on_measuring)
        window.inspector.precision.chosen.connect(lambda _index: self.tab.refresh_all())
        window.inspector.precision.chosen.connect(lambda _index: window.centre.refresh())
        window.inspector.precision.chosen.connect(
            lambda _index: window.bottom.show_precision(self.session.preferences.precision())
        )
        library = window.library.list
        library.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        library.customContextMenuRequested.connect(self._on_library)
        self.overlay = PinOverlay(self.session, window.bottom)
        self._on_changed()

    def pin(self) -> None:
        """Keep what the window shows. The very same recipe twice is a slip, and said."""
        document = self.session.document
        recipe = document.recipe
        known = next((pin for pin in self.pins.set.pins if pin.recipe == recipe), None)
        if known is not None:
            self.window.message.note(self.tr("This recipe is pinned already, as {0}.").format(known.name))
            return
        self._say_pinned(self.pins.pin(recipe, self._name(recipe)).name)

    def pin_preset(self, preset: str) -> None:
        """Keep a preset as printed, without opening it."""
        self._say_pinned(self.pins.pin(Recipe(preset), preset).name)

    def unpin(self) -> None:
        """Take the marked pins off the list; the message has the way back."""
        keys = self.tab.marked_keys()
        names = [pin.name for pin in self.pins.set.pins if pin.key in keys]
        if not self.pins.unpin(keys):
            return
        words = self.tr("Unpinned: {0}.").format(names[0] if len(names) == 1 else len(names))
        self.window.message.note(words, self.tr("Undo"), self.pins.undo)

    def show(self) -> None:
        """The tab, with the keyboard in it."""
        self.window.docks["bottom"].show()
        self.window.bottom.tabs.setCurrentIndex(COMPARE)
        self.tab.table.setFocus()

    def preset_menu(self, preset: str) -> QMenu:
        """What can be done with a preset of the library."""
        menu = popup_menu(self.window.library)
        open_it = self.window.library.preset_chosen.emit
        for name, text, run in (("open", self.tr("Open"), open_it), ("pin", self.tr("Pin for comparison"), self.pin_preset)):
            action = menu.addAction(f"{text}  {preset}")
            action.setObjectName(f"library.{name}")
            action.triggered.connect(lambda _on=False, chosen=run: chosen(preset))
        return menu

    def _name(self, recipe: Recipe) -> str:
        """The file's name, or the preset with what differs from it."""
        path = self.session.document.path
        if path is not None and not self.session.document.is_modified():
            return path.name.removesuffix(".json").removesuffix(".recipe")
        words = step_label(recipe, self.session.catalogue.architecture(recipe.preset))
        return recipe.preset if words == recipe.preset else f"{recipe.preset} {words}"

    def _say_pinned(self, name: str) -> None:
        self.window.message.note(self.tr("Pinned: {0}.").format(name), self.tr("Compare"), self.show)

    def _on_library(self, at: QPoint) -> None:
        row = self.window.library.list.indexAt(at).data(Qt.ItemDataRole.UserRole)
        if isinstance(row, LibraryRow) and row.preset:
            self.preset_menu(row.preset).popup(self.window.library.list.viewport().mapToGlobal(at))

    def _on_failed(self, name: str, sentence: list[str]) -> None:
        self.window.message.warn(self.tr("No latency of {0}: {1}").format(name, engine_sentence(sentence)))

    def _on_measuring(self) -> None:
        """Stop measuring ends a series too."""
        measuring = self.session.latency.is_measuring() or self.pins.series.is_on()
        self.window.table.allow("measuring", possible=measuring)

    def _on_changed(self) -> None:
        self.window.table.allow("pinned", possible=bool(self.pins.set.pins))
