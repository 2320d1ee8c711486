"""The window as it opens: its size is kept, nothing in it asks for more than the least screen has; what was remembered holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from explorer.core.catalogue import read_catalogue
from explorer.core.recipe import Recipe
from explorer.session.preferences import Preferences
from explorer.session.session import Session
from explorer.views.window import MainWindow
from tests.views.comparing import pin
from tests.views.making import PLAIN, analysis, fakes

LEAST = QSize(1280, 800)


@pytest.mark.parametrize("size", [LEAST, QSize(1440, 900)])
def test_it_opens_as_large_as_it_is_told_to(qtbot: QtBot, tmp_path: Path, size: QSize) -> None:
    running = Session(PLAIN, read_catalogue(), Preferences(str(tmp_path)), commands=fakes())
    running.latency.set_auto(False)
    window = MainWindow(running)
    qtbot.addWidget(window)
    window.resize(size)
    window.show()
    qtbot.waitExposed(window)
    running.document.accept(PLAIN, analysis(PLAIN))
    assert window.size() == size
    running.stop()


@pytest.mark.parametrize("rule", ["macs", "macs-bias-bn"])
def test_no_tab_needs_more_than_the_least_screen(window: MainWindow, qtbot: QtBot, rule: str) -> None:
    window.session.engine.rule = rule
    for i in range(3):
        pin(window, Recipe.of("mobilenet_v2", {"alpha": 0.5 + i / 10}), f"a pin with a rather long name, the {i}th of them")
    tabs = window.bottom.tabs
    for index in range(tabs.count()):
        tabs.setCurrentIndex(index)
        assert window.minimumSizeHint().width() <= LEAST.width(), tabs.tabText(index)
        assert window.minimumSizeHint().height() <= LEAST.height(), tabs.tabText(index)
    qtbot.waitUntil(lambda: window.size() == LEAST)


@pytest.mark.parametrize("on", [True, False])
def test_the_latency_tab_s_switch_stands_as_it_is_remembered(qtbot: QtBot, tmp_path: Path, on: bool) -> None:
    kept = Preferences(str(tmp_path))
    kept.keep("auto_measure", value=on)
    running = Session(PLAIN, read_catalogue(), kept, commands=fakes())
    window = MainWindow(running)
    qtbot.addWidget(window)
    switch, action = window.bottom.latency.auto, window.table["auto_measure"]
    assert (switch.isChecked(), action.isChecked(), running.latency.auto) == (on, on, on)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert (switch.isChecked(), action.isChecked(), running.latency.auto) == (not on, not on, not on)
    running.stop()
