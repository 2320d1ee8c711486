"""Editing on the graph through the window: several boxes at once, folded rows, the context menu, the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from explorer.core.recipe import Recipe
from explorer.views.knob_row import NumberRow
from explorer.views.window import MainWindow
from tests.views.making import analysis

LEFT = Qt.MouseButton.LeftButton
SHIFT, CONTROL, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
Key = Qt.Key


def answer(window: MainWindow) -> None:
    """The engine's answer to what is open now."""
    recipe = window.session.document.recipe
    window.session.document.accept(recipe, analysis(recipe))


def open_preset(window: MainWindow, name: str) -> None:
    window.session.document.open_preset(name)
    answer(window)
    window.session.document.stack.clear()
    window.table["level_blocks"].trigger()


def at(window: MainWindow, name: str, x: float = 20, y: float = 5) -> QPoint:
    """A place in a box, scrolled into sight: by itself near its corner, left of every word."""
    graph = window.centre.graph
    box = graph.picture.scene.nodes[name].box
    graph.ensureVisible(box, 60, 60)
    return graph.mapFromScene(box.topLeft() + QPointF(x, y))


def click(window: MainWindow, name: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(window.centre.graph.viewport(), LEFT, modifiers, at(window, name))


def band(window: MainWindow, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = SHIFT) -> None:
    viewport = window.centre.graph.viewport()
    QTest.mousePress(viewport, LEFT, modifiers, start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, LEFT, modifiers, end)


def nodes(window: MainWindow) -> tuple[str, ...]:
    return window.session.document.selection.nodes


def submenu(window: MainWindow, name: str) -> QMenu:
    found = window.centre.edit.make_menu().findChild(QMenu, f"menu.{name}")
    assert isinstance(found, QMenu)
    return found


def entry(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


FOLDED = {
    "mobilenet_v2": ("stages.4.1", 3, "expand"), "resnet50": ("stages.4.1", 5, "spatial"),
    "efficientnet_b0": ("stages.7.1", 3, "expand"), "shufflenet_v2_x1_0": ("stages.3.1", 7, "reduce"),
    "repvgg_a0": ("stages.3.1", 3, "add"),
}


@pytest.mark.parametrize("preset", FOLDED)
def test_a_folded_box_is_all_its_blocks_to_knobs_menu_and_way_back(window: MainWindow, preset: str) -> None:
    document = window.session.document
    open_preset(window, preset)
    first, count, slot = FOLDED[preset]
    stage, _, number = first.rpartition(".")
    members = tuple(f"{stage}.{int(number) + i}" for i in range(count))
    assert window.centre.graph.picture.scene.diagram.shapes[first].members == members
    click(window, first)
    assert nodes(window) == document.selection.places == members
    tail = stage.rpartition(".")[2]
    span = f"{tail}.{number}–{tail}.{int(number) + count - 1}"
    assert window.knobs.scope.segments.button(2).text() == span
    assert window.inspector.title.text() == f"Blocks {span}"
    assert not window.table["reset_to_network"].isEnabled()
    name = f"activation.{slot}"
    value = "silu" if document.reading(name, first)["value"] != "silu" else "relu"  # type: ignore[index]
    entry(submenu(window, name), value).trigger()
    assert document.recipe == Recipe.of(preset, at={member: {name: value} for member in members})
    assert document.stack.undoText().endswith(f"{value} · blocks {span}")
    answer(window)
    shape = window.centre.graph.picture.scene.diagram.shapes[first]
    assert shape.members == members  # still equal, still one box, and marked
    assert value in shape.look.note
    assert not shape.look.hollow
    assert nodes(window) == members
    choice = window.knobs.rows[name].findChild(QComboBox)
    assert isinstance(choice, QComboBox)
    assert choice.currentText() == value
    window.table["reset_to_network"].trigger()
    assert document.recipe == Recipe(preset)
    answer(window)
    assert not window.centre.graph.picture.scene.diagram.shapes[first].look.note
    document.stack.undo()
    document.stack.undo()
    assert document.recipe == Recipe(preset)


def test_control_adds_and_takes_away_shift_takes_the_range(window: MainWindow) -> None:
    open_preset(window, "mobilenet_v2")
    click(window, "stages.2.0")
    click(window, "stages.3.1", CONTROL)  # a folded one
    assert nodes(window) == ("stages.2.0", "stages.3.1", "stages.3.2")
    assert window.session.document.selection.node == "stages.3.1"
    assert window.knobs.scope.segments.button(2).text() == "3 blocks"
    assert window.knobs.scope.segments.button(1).text() == "2 stages"
    click(window, "stages.2.0", CONTROL)
    assert nodes(window) == ("stages.3.1", "stages.3.2")
    click(window, "stages.2.0")
    click(window, "stages.4.0", SHIFT)  # over the stages' borders, among boxes of the same depth
    assert nodes(window) == ("stages.2.0", "stages.2.1", "stages.3.0", "stages.3.1", "stages.3.2", "stages.4.0")
    click(window, "stages.2.1", SHIFT)  # the range goes on from the same end
    assert nodes(window) == ("stages.2.0", "stages.2.1")
    click(window, "stages.5", CONTROL)
    assert window.session.document.selection.places == ("stages.2.0", "stages.2.1", "stages.5")
    assert window.knobs.scope.segments.button(2).text() == "3 places"
    graph = window.centre.graph
    QTest.mouseClick(graph.viewport(), LEFT, CONTROL, QPoint(3, 3))  # beside every box: nothing that was gathered is lost
    assert len(nodes(window)) == 3
    QTest.mouseClick(graph.viewport(), LEFT, NONE, QPoint(3, 3))
    assert nodes(window) == ()


def test_a_band_takes_what_it_touches_in_the_box_that_holds_it(window: MainWindow) -> None:
    open_preset(window, "mobilenet_v2")
    graph = window.centre.graph
    graph.zoom_to(0.5)
    scene = graph.picture.scene.nodes
    inside = scene["stages.3.0"].box
    band(
        window, graph.mapFromScene(inside.topLeft() + QPointF(-6, -4)),
        graph.mapFromScene(scene["stages.3.1"].box.topLeft() + QPointF(40, 8)),
    )
    assert nodes(window) == ("stages.3.0", "stages.3.1", "stages.3.2")
    band(
        window, graph.mapFromScene(scene["stages.4"].box.topLeft() + QPointF(-20, -10)),
        graph.mapFromScene(scene["stages.5"].box.topLeft() + QPointF(40, 10)), SHIFT | CONTROL,
    )
    assert nodes(window) == ("stages.3.0", "stages.3.1", "stages.3.2", "stages.4", "stages.5")
    before = graph.verticalScrollBar().value()
    band(window, QPoint(2, 300), QPoint(8, 360))  # over nothing: neither the view nor the selection moves
    assert (len(nodes(window)), graph.verticalScrollBar().value()) == (5, before)


def test_all_blocks_and_back_to_one(window: MainWindow) -> None:
    graph = window.centre.graph
    window.table["select_all"].trigger()
    assert nodes(window) == tuple(f"stages.{i}" for i in range(1, 8))
    window.table["level_blocks"].trigger()
    click(window, "stages.5.1")
    QTest.keyClick(graph, Key.Key_A, CONTROL)
    network = window.session.document.network
    assert network is not None
    assert nodes(window) == tuple(i for i in network.ids() if network.node(i).role == "block")
    assert window.session.document.selection.node == "stages.5.1"
    QTest.keyClick(graph, Key.Key_Escape)
    assert nodes(window) == ("stages.5.1", "stages.5.2")  # the box, whole
    QTest.keyClick(graph, Key.Key_Escape)
    assert nodes(window) == ("stages.5",)


def test_all_is_the_texts_in_a_field_and_the_layers_in_the_table(qtbot: QtBot, window: MainWindow) -> None:
    window.table["level_blocks"].trigger()
    with qtbot.waitExposed(window):
        window.activateWindow()
    field = window.knobs.rows["alpha"].findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClick(field, Key.Key_A, CONTROL)
    assert field.selectedText() == field.text()
    assert nodes(window) == ()
    window.bottom.tabs.setCurrentIndex(1)
    table = window.bottom.layers.table
    table.setFocus()
    QTest.keyClick(table, Key.Key_A, CONTROL)
    assert len(table.selectionModel().selectedRows()) == table.model().rowCount()
    assert len(nodes(window)) <= 1


def test_shift_and_arrows_extend_among_siblings(window: MainWindow) -> None:
    open_preset(window, "mobilenet_v2")
    graph = window.centre.graph
    click(window, "stages.6.0")
    QTest.keyClick(graph, Key.Key_Down, SHIFT)
    assert nodes(window) == ("stages.6.0", "stages.6.1", "stages.6.2")
    QTest.keyClick(graph, Key.Key_Down, SHIFT)  # the last of its stage: nothing further, and nothing scrolls
    assert len(nodes(window)) == 3
    QTest.keyClick(graph, Key.Key_Up, SHIFT)
    assert nodes(window) == ("stages.6.0",)
    click(window, "stages.4")
    QTest.keyClick(graph, Key.Key_End, SHIFT)
    assert nodes(window)[:4] == ("stages.4", "stages.5", "stages.6", "stages.7")
    assert "selected" in graph.accessibleDescription()
    QTest.keyClick(graph, Key.Key_Up)
    assert len(nodes(window)) == 1


def test_several_values_are_said_to_be_mixed_and_one_wish_makes_them_equal(qtbot: QtBot, window: MainWindow) -> None:
    document = window.session.document
    document.set_knob("expansion", 3, "stages.3.1")
    document.set_knob("activation.expand", "relu", "stages.3.1")
    answer(window)
    document.selection.choose(["stages.3.1", "stages.4.1", "stages.4.2"], "stages.4.1")
    row = window.knobs.rows["expansion"]
    assert isinstance(row, NumberRow)
    assert row.field.text() == "mixed"
    assert row.note.text() == "mixed: 3, 6"
    assert "Block 3.1: 3" in row.toolTip()
    assert row.here.text() == "● at 1 of 3; network 6 —"
    choice = window.knobs.rows["activation.expand"].findChild(QComboBox)
    assert isinstance(choice, QComboBox)
    assert choice.currentIndex() == -1
    assert choice.placeholderText() == "mixed"
    before = document.recipe
    row.field.setFocus()
    qtbot.keyClick(row.field, Key.Key_Return)  # nothing was typed
    assert document.recipe == before
    QTest.mouseClick(row.slider, LEFT, pos=row.slider.centre_of(row.slider.stops().index(6.0)).toPoint())  # 6 for all
    assert document.recipe.overrides() == {"stages.3.1": {"activation.expand": "relu"}}  # all as without a setting of their own
    answer(window)
    assert row.field.text() == "6"
    row.field.selectAll()
    qtbot.keyClicks(row.field, "4")
    qtbot.keyClick(row.field, Key.Key_Return)
    assert document.stack.undoText() == "expansion t 4 · 3 blocks"
    assert {p: v["expansion"] for p, v in document.recipe.overrides().items()} == dict.fromkeys(
        ("stages.3.1", "stages.4.1", "stages.4.2"), 4
    )
    answer(window)
    row.reset.click()
    assert all("expansion" not in values for values in document.recipe.overrides().values())


def test_a_drag_over_several_blocks_is_one_step(qtbot: QtBot, window: MainWindow) -> None:
    document = window.session.document
    document.selection.choose(["stages.3.1", "stages.5.1", "stages.5.2"])
    row = window.knobs.rows["expansion"]
    assert isinstance(row, NumberRow)
    slider = row.slider

    def stop(value: float) -> QPoint:
        return slider.centre_of(slider.stops().index(value)).toPoint()

    qtbot.mousePress(slider, LEFT, pos=stop(6.0))
    for value in (5.0, 4.0, 3.0):
        qtbot.mouseMove(slider, stop(value))
        answer(window)
    qtbot.mouseRelease(slider, LEFT, pos=stop(3.0))
    assert document.recipe == Recipe.of("mobilenet_v2", at={p: {"expansion": 3} for p in document.selection.places})
    assert document.stack.count() == 1
    assert len(document.selection.nodes) == 3
    document.stack.undo()
    assert document.recipe == Recipe("mobilenet_v2")


def test_legal_is_what_all_blocks_allow_and_the_reason_names_the_block(qtbot: QtBot, window: MainWindow) -> None:
    document = window.session.document
    document.selection.choose(["stages.2.1", "stages.7.0"])  # 24 and 160 → 320 channels
    assert document.analysis is not None
    one, other = (set(document.analysis["places"][p]["knobs"]["groups"]["legal"]) for p in document.selection.places)
    row = window.knobs.rows["groups"]
    assert isinstance(row, NumberRow)
    assert set(row.slider.stops()) == one & other
    assert 3 in one - other
    assert 5 in other - one
    for value, block in ((3, "Block 7.0"), (5, "Block 2.1")):
        qtbot.waitUntil(row.isVisible)
        row.field.setFocus()
        row.field.selectAll()
        qtbot.keyClicks(row.field, str(value))
        qtbot.keyClick(row.field, Key.Key_Return)
        assert f"{block}: it must divide the channel counts" in window.message.text()
    assert document.recipe == Recipe("mobilenet_v2")
    menu = submenu(window, "groups")
    assert not entry(menu, "3").isEnabled()
    assert entry(menu, "3").toolTip().startswith("Block 7.0: it must divide")
    assert entry(menu, "8").isEnabled()
    assert entry(menu, "1").isChecked()


def test_a_knob_that_one_block_lacks_is_left_out_with_a_word(window: MainWindow) -> None:
    document = window.session.document
    document.selection.choose(["stages.3.1"])
    assert "shortcut" in window.knobs.rows
    assert window.knobs.missing.isHidden()
    document.selection.choose(["stages.3.0", "stages.3.1"])  # the strided one has no shortcut
    assert "shortcut" not in window.knobs.rows
    assert "expansion" in window.knobs.rows
    assert window.knobs.missing.text() == (
        "not at all of them: activation after add (not at block 3.0); shortcut (not at block 3.0)"
    )
    assert window.centre.edit.make_menu().findChild(QMenu, "menu.shortcut") is None


def test_reset_of_a_stage_takes_its_blocks_back_too(window: MainWindow) -> None:
    document = window.session.document
    for place, value in (("stages.5", 4), ("stages.5.1", 3), ("stages.6.0", 2)):
        document.set_knob("expansion", value, place)
    answer(window)
    document.selection.select("stages.5")
    assert window.knobs.to_network.isVisibleTo(window)
    window.knobs.to_network.click()
    assert document.recipe.overrides() == {"stages.6.0": {"expansion": 2}}
    assert document.stack.undoText() == "reset to network · stage 5"
    answer(window)
    assert not window.knobs.to_network.isVisibleTo(window)
    assert window.table["reset_to_network"].toolTip().startswith("Nothing is set apart")
    document.selection.select("")
    assert window.knobs.to_network.text() == "reset stages and blocks"
    window.knobs.to_network.click()
    assert document.recipe == Recipe("mobilenet_v2")


def test_inspector_adds_up_what_is_selected(window: MainWindow) -> None:
    network = window.session.document.network
    assert network is not None
    chosen = ["stages.2.1", "stages.3.1", "stages.3.2", "stages.3.2.expand"]
    window.session.document.selection.choose(chosen)
    macs = sum(network.node(name).macs for name in chosen[:3])  # what lies in another one counts once
    assert window.inspector.values["macs"].text() == f"{macs / 1e6:.2f} M · {100 * macs / network.macs:.0f} %"
    assert window.inspector.values["path"].text() == "stages.2.1, stages.3.1, stages.3.2"
    assert window.inspector.title.text() == "3 blocks"
