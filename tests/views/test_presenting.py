"""Presentation mode: what is seen and in which size, and that leaving it puts everything back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from explorer.core.recipe import Recipe
from explorer.views.stage import VALUE_PX
from explorer.views.theme import contrast
from explorer.views.view_state import ViewState
from explorer.views.window import MainWindow
from tests.views.making import analysis

SIZES = (QSize(1024, 768), QSize(1280, 800), QSize(1920, 1080))


def present(window: MainWindow, qtbot: QtBot) -> None:
    window.table["present"].trigger()
    qtbot.waitUntil(lambda: window.stage.is_presenting() and window.stage.chart is not None)


def test_nothing_but_graph_figures_and_a_chart_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    present(window, qtbot)
    assert not any(dock.isVisible() for dock in window.docks.values())
    for away in (window.topbar, window.status, window.centre.header):
        assert not away.isVisible()
    assert window.centre.graph.isVisible()
    assert window.stage.chart is not None
    assert window.stage.chart.isVisible()
    assert not [button for button in window.stage.findChildren(QAbstractButton) if button.isVisible()]
    assert window.isFullScreen()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_type_is_large_and_nothing_is_cut(window: MainWindow, qtbot: QtBot, size: QSize) -> None:
    present(window, qtbot)
    window.showNormal()
    window.resize(size)
    qtbot.waitUntil(lambda: window.size() == size)
    stage = window.stage
    assert stage.figures[0].value.font().pixelSize() == round(VALUE_PX * stage.unit) >= 0.035 * size.height()
    for figure in stage.figures:
        for part in (figure.title, figure.value, figure.change):
            assert part.fontMetrics().horizontalAdvance(part.text()) <= part.width(), part.text()
    for line in (stage.foot, stage.caption):
        assert line.fontMetrics().horizontalAdvance(line.text()) <= line.width(), line.text()
    assert stage.chart is not None
    assert stage.chart.title_font.pixelSize() >= 0.02 * size.height()
    texts = [text for text in stage.findChildren(QLabel) if text.isVisible() and text.text()]
    assert min(text.font().pixelSize() for text in texts) >= 0.016 * size.height()
    theme = window.theme
    assert min(contrast(getattr(theme, ink), theme.panel) for ink in ("text", "dim", "good", "warning", "accent")) >= 7


def test_figures_follow_the_recipe_and_name_what_they_are_held_against(window: MainWindow, qtbot: QtBot) -> None:
    document = window.session.document
    document.compare_with("mobilenet_v2", analysis(Recipe("mobilenet_v2")))
    present(window, qtbot)
    macs = window.stage.figures[1]
    assert (macs.value.text(), macs.change.text(), window.stage.caption.text()) == ("300.8 M", "", "")
    document.set_knob("alpha", 0.5)
    document.accept(document.recipe, analysis(document.recipe))
    assert (macs.value.text(), macs.change.text(), macs.change.mark()) == ("97.13 M", "−67.7 %", "good")
    assert window.stage.caption.text() == "against: mobilenet_v2"
    assert window.stage.words.text() == "α 0.5"


def test_escape_puts_everything_back(window: MainWindow, qtbot: QtBot) -> None:
    document = window.session.document
    window.docks["right"].hide()
    window.bottom.tabs.setCurrentIndex(1)
    document.selection.select("stages.3")
    window.centre.graph.expand("stages.3")
    window.centre.graph.zoom_to(0.8)
    document.set_knob("alpha", 0.75)
    before = ViewState.of(window)
    state = (document.recipe, document.stack.count(), window.theme.name, window.size())
    present(window, qtbot)
    qtbot.keyClick(window.stage, Qt.Key.Key_Escape)
    assert not window.stage.is_presenting()
    assert not window.table["present"].isChecked()
    after = ViewState.of(window)
    assert (after.opened, after.nodes, after.colour, after.tab, after.scale) == (
        before.opened, before.nodes, before.colour, before.tab, before.scale
    )
    assert (document.recipe, document.stack.count(), window.theme.name, window.size()) == state
    assert [dock.isVisible() for dock in window.docks.values()] == [True, False, True]
    assert window.topbar.isVisible()


def test_escape_works_with_the_keyboard_in_the_graph_and_closes_a_search_first(window: MainWindow, qtbot: QtBot) -> None:
    present(window, qtbot)
    window.centre.graph.setFocus()
    window.table["find"].trigger()
    assert window.centre.search.bar.isVisible()
    qtbot.keyClick(window.centre.search.bar.field, Qt.Key.Key_Escape)
    assert not window.centre.search.bar.isVisible()
    assert window.stage.is_presenting()
    qtbot.keyClick(window.centre.graph, Qt.Key.Key_Escape)
    assert not window.stage.is_presenting()


def test_digits_choose_the_chart(window: MainWindow, qtbot: QtBot) -> None:
    present(window, qtbot)
    for key, name in (("2", "chart.accuracy"), ("3", "chart.time"), ("4", "chart.shares"), ("1", "chart.cost")):
        qtbot.keyClick(window.stage, key)
        assert window.stage.chart is not None
        assert window.stage.chart.objectName() == name
    qtbot.keyClick(window.stage, "0")
    assert window.stage.chart is None


def test_closing_the_window_leaves_the_stage_first(window: MainWindow, qtbot: QtBot) -> None:
    present(window, qtbot)
    window.close()
    assert not window.session.preferences.layout("state").isEmpty()
    assert not window.stage.is_presenting()
