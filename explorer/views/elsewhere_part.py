"""Times from elsewhere in the window: the two actions, the dialogs, and the chart that follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.session.session import step_label
from explorer.views.bottom import LATENCY
from explorer.views.bundle_dialog import BundleDialog
from explorer.views.following import follow
from explorer.views.join_dialog import JoinDialog
from explorer.views.sweep_data import SweepData
from explorer.views.words import dialog_text, engine_sentence

if TYPE_CHECKING:
    from explorer.views.window import MainWindow

AskFiles = Callable[[QWidget, str], list[str]]
PLAIN_PAIR = ("macs", "params")  # of a front where the sweep has no figures for what the Front view shows


def ask_files(parent: QWidget, start: str) -> list[str]:
    """The system's dialog."""
    return QFileDialog.getOpenFileNames(parent, dialog_text("Result files of a bundle"), start, "JSON (*.json)")[0]


class ElsewherePart(QObject):
    """``ask_files`` is an attribute, so that a test can answer."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.session = window.session
        self.ask_files: AskFiles = ask_files
        window.table.connect({"bundle": self.bundle, "join": self.join})
        self.session.elsewhere.joined.connect(self._on_joined)
        follow(self, self.session.elsewhere.failed, lambda sentence: window.message.warn(engine_sentence(sentence)))

    def bundle(self) -> BundleDialog:
        """The dialog with everything that can be bundled."""
        dialog = BundleDialog(self.window, self.session.exporter, self.offers(), self._folder())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.set_theme(self.window.theme)
        dialog.open()
        return dialog

    def offers(self) -> Iterator[tuple[str, str, Recipe, bool]]:
        """The open recipe, the pins, the front of the sweep; at first the pins, and where there are none the open recipe."""
        recipe, pins = self.session.document.recipe, self.session.pins.set.pins
        yield self.tr("open"), self._name(recipe), recipe, not pins
        for pin in pins:
            yield self.tr("pinned"), pin.name, pin.recipe, True
        data = self._sweep()
        for row in data.front() or _with_pair(data).front():
            try:
                yield self.tr("front of the sweep"), f"{row.preset} {data.label(row)}", row.recipe(), False
            except BadInput:
                continue  # of a damaged file: the table says so where it is opened

    def join(self) -> None:
        """Ask for result files and read them."""
        names = self.ask_files(self.window, str(self._folder()))
        if names:
            self.session.preferences.keep("folder", str(Path(names[0]).resolve().parent))
            self.session.elsewhere.join([Path(name) for name in names])

    def _on_joined(self, report: dict[str, Any]) -> None:
        dialog = JoinDialog(self.window, report, self.session.catalogue.presets(), self._label)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.set_theme(self.window.theme)
        dialog.compare_asked.connect(self.show_against)
        dialog.open()

    def show_against(self) -> None:
        """The Latency tab with the chart of one machine against another."""
        self.window.docks["bottom"].show()
        self.window.bottom.tabs.setCurrentIndex(LATENCY)
        self.window.bottom.latency.parts.choose("against", on=True)

    def _sweep(self) -> SweepData:
        """The sweep as the tab has it, also where nobody has looked at it yet."""
        tab, data = self.window.bottom.sweep, SweepData()
        data.plan, data.rows, data.catalogue = self.session.sweeps.plan, self.session.sweeps.rows, self.session.catalogue
        data.budget, data.pair, data.machine = tab.budget.budget, tab.data.pair, tab.data.machine
        data.renew()
        return data

    def _label(self, recipe: Recipe) -> str:
        return step_label(recipe, self.session.catalogue.architecture(recipe.preset))

    def _name(self, recipe: Recipe) -> str:
        words = self._label(recipe)
        return recipe.preset if words == recipe.preset else f"{recipe.preset} {words}"

    def _folder(self) -> Path:
        return Path(self.session.preferences.text("folder") or Path.cwd())


def _with_pair(data: SweepData) -> SweepData:
    data.pair = PLAIN_PAIR
    return data
