"""The context menu of what is selected on the graph: the values it offers, what it does, where it stands."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from explorer.core.recipe import Recipe
from explorer.views.knob_menu import offered
from explorer.views.window import MainWindow
from tests.views.making import analysis
from tests.views.test_editing_on_graph import CONTROL, SHIFT, Key, answer, at, click, entry, nodes, open_preset, submenu


@pytest.mark.parametrize(
    "preset", ["mobilenet_v1", "mobilenet_v2", "resnet50", "efficientnet_b0", "shufflenet_v1", "mobilenet_v3_large"]
)
def test_what_is_legal_at_several_blocks_can_be_built_at_all_of_them(window: MainWindow, preset: str) -> None:
    document, reach = window.session.document, window.centre.edit.reach
    open_preset(window, preset)
    assert document.analysis is not None
    blocks = [path for path, place in document.analysis["places"].items() if place["level"] == "block"]
    draw = random.Random(preset)
    for _ in range(3):
        document.selection.choose(draw.sample(blocks, 3))
        shown = reach.shown(reach.specs()["groups"])
        assert shown is not None
        assert shown.legal is not None
        value = draw.choice(shown.legal)
        recipe = Recipe(preset).with_values("groups", dict.fromkeys(reach.places(), value))
        built = analysis(recipe)["places"]
        assert [built[p]["knobs"]["groups"]["value"] for p in reach.places()] == [value] * 3
        every = {v for p in reach.places() for v in document.analysis["places"][p]["knobs"]["groups"]["legal"]}
        for other in every - set(shown.legal):
            where, _, reason = shown.why_not(other).partition(": ")
            refusing = next(p for p in reach.places() if reach.name_of(p) == where)
            assert other not in document.analysis["places"][refusing]["knobs"]["groups"]["legal"]
            assert reason


@pytest.mark.parametrize("preset", ["mobilenet_v2", "resnet50", "vgg16", "densenet121", "mixer_b16", "inception_v3", "xception"])
def test_there_is_a_menu_at_every_place_with_one_value_checked(window: MainWindow, preset: str) -> None:
    document, reach = window.session.document, window.centre.edit.reach
    open_preset(window, preset)
    assert document.analysis is not None
    seen = set()
    for path, place in document.analysis["places"].items():
        if (place["level"], tuple(place["knobs"])) in seen:
            continue
        seen.add((place["level"], tuple(place["knobs"])))
        document.selection.choose_place(path)
        menu = window.centre.edit.make_menu()
        for name in reach.specs():
            inner = menu.findChild(QMenu, f"menu.{name}")
            assert isinstance(inner, QMenu), name
            assert [a.isEnabled() for a in inner.actions() if a.isChecked()] == [True], f"{name} at {path}"
        menu.deleteLater()


def test_numbers_of_the_menu_are_the_papers_and_the_legal_ones(window: MainWindow) -> None:
    document = window.session.document
    document.selection.select("stages.5.1")
    reach = window.centre.edit.reach
    for name in ("expansion", "groups", "se", "kernel"):
        spec = reach.specs()[name]
        shown = reach.shown(spec)
        assert shown is not None
        values = offered(spec, shown)
        assert shown.value in values
        assert {float(v) for v in values if not isinstance(v, str)} >= {float(s) for s in (*spec.snaps, *spec.special)}
        assert all(shown.why_not(v) == "" for v in shown.legal or ())
    texts = [a.text() for a in submenu(window, "se").actions()]
    assert "off" in texts
    assert "Other…" in texts
    entry(submenu(window, "se"), "4").trigger()
    assert document.recipe.overrides() == {"stages.5.1": {"se": 4}}
    answer(window)
    menu = submenu(window, "se")
    assert menu.title().startswith("● ")
    entry(menu, "Take the setting away here").trigger()
    assert document.recipe == Recipe("mobilenet_v2")
    document.selection.select("stages.3")
    entry(submenu(window, "stride"), "1").trigger()
    assert document.recipe.overrides() == {"stages.3": {"stride": "1"}}


def test_other_puts_the_cursor_into_the_panels_field(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitExposed(window):
        window.activateWindow()
    window.docks["left"].hide()
    window.session.document.selection.select("stages.5.1")
    entry(submenu(window, "expansion"), "Other…").trigger()
    field = window.knobs.rows["expansion"].findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    assert field.selectedText() == "6"
    qtbot.keyClicks(field, "7")
    qtbot.keyClick(field, Key.Key_Return)
    assert window.session.document.recipe.overrides() == {"stages.5.1": {"expansion": 7}}


def test_the_menu_keeps_a_set_under_the_pointer_and_stands_at_the_box_for_the_keyboard(window: MainWindow) -> None:
    open_preset(window, "mobilenet_v2")
    graph = window.centre.graph
    graph.menu_asked.disconnect()  # no menu can grab the keyboard of a platform without one
    asked: list[QPoint] = []
    graph.menu_asked.connect(asked.append)
    click(window, "stages.2.0")
    click(window, "stages.2.1", CONTROL)
    for name, count in (("stages.2.0", 2), ("stages.3.0", 1)):
        place = at(window, name)
        there = graph.viewport().mapToGlobal(place)
        QApplication.sendEvent(graph.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, there))
        assert asked[-1] == there
        assert len(nodes(window)) == count
    QTest.keyClick(graph, Key.Key_F10, SHIFT)
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), graph.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(graph, by_key)
    box = graph.picture.scene.nodes["stages.3.0"].box
    assert asked[-2:] == [graph.viewport().mapToGlobal(graph.mapFromScene(box.bottomLeft()))] * 2
