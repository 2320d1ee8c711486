"""Pins with the program's own engine: counted behind the shown recipe, under the chosen rule, and there again after a restart."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from explorer.analysis import analyse
from explorer.core.catalogue import read_catalogue
from explorer.core.compare import CELLS, PLACES
from explorer.core.recipe import Recipe
from explorer.session.preferences import Preferences
from explorer.session.session import Session
from explorer.views.bottom import COMPARE
from explorer.views.window import MainWindow

LONG_MS = 60_000
RECIPES = (Recipe("mobilenet_v1"), Recipe.of("mobilenet_v2", {"alpha": 0.6}), Recipe.of("mobilenet_v2", {"groups": 7}))


@pytest.fixture
def real(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Session, MainWindow]]:
    """A window with the program's own workers, analysed once."""
    running = Session(Recipe("mobilenet_v2"), read_catalogue(), Preferences(str(tmp_path)))
    window = MainWindow(running)
    running.latency.set_auto(False)
    window.files.ask_unsaved = lambda _parent, _name: QMessageBox.StandardButton.Discard
    qtbot.addWidget(window)
    window.show()
    window.bottom.tabs.setCurrentIndex(COMPARE)
    running.start()
    qtbot.waitUntil(lambda: running.document.accepted is not None, timeout=LONG_MS)
    yield running, window
    running.stop()
    assert not any(child.is_running() for child in psutil.Process().children(recursive=True) if "worker" in child.cmdline())


def shown(window: MainWindow, name: str) -> list[str]:
    model = window.bottom.compare.model
    return [model.data(model.index(row, PLACES[name])) for row in range(model.rowCount())]


def test_pins_are_counted_by_the_engine_and_survive_its_death_and_a_restart(
    qtbot: QtBot, real: tuple[Session, MainWindow], tmp_path: Path,
) -> None:
    running, window = real
    for recipe in RECIPES:
        running.pins.pin(recipe)
    macs = [analyse(recipe)["macs"] for recipe in RECIPES[:2]]
    texts = [f"{value / 1e6:,.2f}" for value in macs]
    qtbot.waitUntil(lambda: shown(window, "macs") == ["300.77", *texts, "–"], timeout=LONG_MS)
    assert "divide the channel counts" in shown(window, "changed")[3]
    assert shown(window, "top1") == ["72.0", "70.6", "–", "–"]
    os.kill(running.workers["engine"].pid(), signal.SIGKILL)
    running.choose_rule("flops")
    doubled = [f"{2 * value / 1e6:,.2f}" for value in macs]
    qtbot.waitUntil(lambda: shown(window, "macs") == ["601.55", *doubled, "–"], timeout=LONG_MS)
    again = Session(Recipe("mobilenet_v2"), read_catalogue(), Preferences(str(tmp_path)))
    again.pins.load()
    comparison, _ = again.pins.comparison("float32")
    assert [entry.recipe for entry in comparison.entries] == list(RECIPES)
    assert comparison.value(0, CELLS[PLACES["macs"]]) is None, "figures are counted anew, never read"
    again.stop()
