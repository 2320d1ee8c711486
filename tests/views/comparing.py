"""The Compare tab in tests: recipes with their figures at hand, and what the table says."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.core.compare import PLACES
from explorer.core.recipe import Recipe
from explorer.views.compare import CompareTab
from explorer.views.window import MainWindow
from tests.views.making import analysis

THIN = Recipe.of("mobilenet_v2", {"alpha": 0.75}, {"stages.5": {"expansion": 4}})
VGG = Recipe("vgg16")
BROKEN = Recipe.of("mobilenet_v2", {"groups": 7})
MEASUREMENT: dict[str, Any] = {
    "median_ms": 10.0, "p10_ms": 9.0, "p90_ms": 12.0, "n": 50, "settings": {"threads": 1}, "flags": [], "fingerprint": {},
}
Keys = Qt.Key


def pin(window: MainWindow, recipe: Recipe, name: str = "") -> int:
    """Pin a recipe whose figures are there."""
    pins = window.session.pins
    if recipe != BROKEN:
        pins.figures.take(recipe, analysis(recipe))
    return pins.pin(recipe, name).key


def texts(tab: CompareTab, name: str) -> list[str]:
    return [tab.model.data(tab.model.index(row, PLACES[name])) for row in range(tab.model.rowCount())]


def header(tab: CompareTab, name: str) -> str:
    return str(tab.model.headerData(PLACES[name], Qt.Orientation.Horizontal))


def go_to(tab: CompareTab, row: int) -> None:
    tab.table.setCurrentIndex(tab.model.index(row, 0))


def names(tab: CompareTab) -> list[str]:
    return [each.name for each in tab.pins.set.pins]


def press(qtbot: QtBot, tab: CompareTab, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(tab.table, key, modifier)
