"""Rows of equal siblings: unfolded and folded by hand and action; what stays where it is; marks of overrides at every size."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from explorer.core.graph import Network
from explorer.core.recipe import Recipe
from explorer.views.graph.export import Caption, Sheet, captured
from explorer.views.graph.export.svg import svg
from explorer.views.graph.items import COARSE
from explorer.views.graph.minimap import miniature
from explorer.views.shortcuts import shortcut_lists
from explorer.views.window import MainWindow
from tests.views.graph_checks import cut_texts, overlaps, placed, runs_through, ways
from tests.views.making import analysis

LEFT = Qt.MouseButton.LeftButton
SVG = "{http://www.w3.org/2000/svg}"
FOLDED = {
    "mobilenet_v2": "stages.4.1", "resnet50": "stages.4.1", "efficientnet_b0": "stages.7.1", "shufflenet_v2_x1_0": "stages.3.1",
}


def answer(window: MainWindow) -> None:
    recipe = window.session.document.recipe
    window.session.document.accept(recipe, analysis(recipe))


def open_preset(window: MainWindow, name: str) -> Network:
    window.session.document.open_preset(name)
    answer(window)
    window.table["level_blocks"].trigger()
    network = window.session.document.network
    assert network is not None
    return network


def boxes(window: MainWindow) -> dict[str, QRectF]:
    return {name: QRectF(box) for name, box, _ in window.centre.graph.boxes()}


def press(window: MainWindow, place: QPointF) -> None:
    graph = window.centre.graph
    graph.ensureVisible(QRectF(place, place), 60, 60)
    QTest.mouseClick(graph.viewport(), LEFT, pos=graph.mapFromScene(place))


def words(window: MainWindow, name: str) -> list[str]:
    return next(texts for other, _, texts in window.centre.graph.boxes() if other == name)


def test_groups_of_a_network_come_apart_whole_rows_at_a_time() -> None:
    network = Network.from_json(analysis(Recipe("mobilenet_v2")))
    assert [g.members for g in network.groups("stages.4")] == [("stages.4.0",), ("stages.4.1", "stages.4.2", "stages.4.3")]
    apart = network.groups("stages.4", {"stages.4.2"})
    assert [g.members for g in apart] == [("stages.4.0",), ("stages.4.1",), ("stages.4.2",), ("stages.4.3",)]
    assert [len(g.run) for g in apart] == [0, 3, 3, 3]
    assert network.groups("stages.4") == network.groups("stages.4", {"stages.5.1"})
    assert network.run("stages.4.3") == ("stages.4.1", "stages.4.2", "stages.4.3")
    assert network.run("stages.4.0") == network.run("nowhere") == ()


@pytest.mark.parametrize("preset", FOLDED)
def test_a_click_on_the_number_unfolds_and_another_folds(window: MainWindow, preset: str) -> None:
    network = open_preset(window, preset)
    graph, first = window.centre.graph, FOLDED[preset]
    run = network.run(first)
    before = boxes(window)
    item = graph.picture.scene.nodes[first]
    assert words(window, first)[1].startswith(f"×{len(run)} · ")
    press(window, item.fold().center())
    after = boxes(window)
    assert set(after) - set(before) == set(run[1:])
    assert graph.unfolded() == set(run)
    assert words(window, run[1])[1].startswith(f"2 of {len(run)} · ")
    assert window.session.document.selection.nodes == run  # what was one box is still what is selected
    lower = after[run[-1]].top() - before[first].top()
    stage = network.node(first).parent
    assert after[first] == before[first]
    for name, box in before.items():
        if name not in (stage, first):
            shift = lower if box.top() > before[first].top() else 0
            assert after[name] == box.translated(0, shift), f"{name} moved sidewards, or by more than the new boxes need"
    scene = graph.picture.scene
    assert overlaps(placed(scene.nodes)) == []
    assert runs_through(placed(scene.nodes), ways(scene.lines.values())) == []
    assert cut_texts(scene.nodes.values()) == []
    press(window, graph.picture.scene.nodes[run[1]].fold().center())
    assert boxes(window) == before
    assert graph.unfolded() == frozenset()


@pytest.mark.parametrize("preset", ["vgg16", "inception_v3", "mixer_b16", "xception", "efficientnet_b4", "resnext50_32x4d"])
def test_wholly_unfolded_nothing_overlaps_and_no_text_is_cut(window: MainWindow, preset: str) -> None:
    network = open_preset(window, preset)
    scene = window.centre.graph.picture.scene
    folded = sum(len(shape.members) for shape in scene.diagram.shapes.values())
    assert folded > len(scene.nodes)
    window.table["unfold_all"].trigger()
    assert len(scene.nodes) == folded
    assert {name for name in network.ids() if network.node(name).role == "block"} <= set(scene.nodes)
    assert overlaps(placed(scene.nodes)) == []
    assert runs_through(placed(scene.nodes), ways(scene.lines.values())) == []
    assert cut_texts(scene.nodes.values()) == []


def test_unfolded_rows_survive_tweaks_and_members_that_differ(window: MainWindow) -> None:
    open_preset(window, "mobilenet_v2")
    document, graph = window.session.document, window.centre.graph
    document.selection.choose(["stages.4.1", "stages.4.2", "stages.4.3"])
    window.table["unfold"].trigger()
    places = boxes(window)
    document.set_knob("expansion", 4, "stages.4.2")
    answer(window)
    assert {"stages.4.1", "stages.4.2", "stages.4.3"} <= set(boxes(window))
    assert {name: box.topLeft() for name, box in boxes(window).items()} == {name: box.topLeft() for name, box in places.items()}
    assert not words(window, "stages.4.2")[1].startswith("2 of 3")  # it differs: nothing to be folded into
    document.stack.undo()
    answer(window)
    assert boxes(window) == places
    assert words(window, "stages.4.2")[1].startswith("2 of 3")
    document.set_knob("alpha", 0.5)
    answer(window)
    assert graph.unfolded() == {"stages.4.1", "stages.4.2", "stages.4.3"}
    document.set_knob("repeats", 5, "stages.4")
    answer(window)
    assert "stages.4.4" in boxes(window)
    assert words(window, "stages.4.4")[1].startswith("4 of 4")  # a new one joins the row
    assert document.selection.nodes == ("stages.4.1", "stages.4.2", "stages.4.3")


def test_actions_say_why_not_and_reach_all(window: MainWindow) -> None:
    network = open_preset(window, "mobilenet_v2")
    graph, table = window.centre.graph, window.table
    assert not table["unfold"].isEnabled()
    assert "No selected box stands for several" in table["unfold"].toolTip()
    window.session.document.selection.choose(["stages.5.1", "stages.5.2"])
    assert table["unfold"].isEnabled()
    assert not table["fold"].isEnabled()
    table["unfold"].trigger()
    assert table["fold"].isEnabled()
    assert not table["unfold"].isEnabled()
    table["fold"].trigger()
    assert graph.unfolded() == frozenset()
    table["unfold_all"].trigger()
    blocks = [name for name in network.ids() if network.node(name).role == "block"]
    assert set(blocks) <= set(boxes(window))
    assert all(len(shape.members) == 1 for shape in graph.picture.scene.diagram.shapes.values())
    table["fold_all"].trigger()
    assert graph.unfolded() == frozenset()
    listed = {a.objectName() for a in window.centre.edit.make_menu().actions()}
    assert {"action.unfold", "action.fold", "action.reset_to_network"} <= listed


def test_a_part_of_a_folded_row_is_lit_as_a_part(window: MainWindow) -> None:
    open_preset(window, "mobilenet_v2")
    graph, selection = window.centre.graph, window.session.document.selection
    selection.select("stages.4.2")  # the layer table, a link, a search
    assert graph.lit() == {"stages.4.1": False}
    assert graph.picture.scene.nodes["stages.4.1"].partly
    assert selection.places == ("stages.4.2",)
    selection.choose(["stages.4.1", "stages.4.2", "stages.4.3"])
    assert graph.lit() == {"stages.4.1": True}
    assert not graph.picture.scene.nodes["stages.4.1"].partly
    selection.select("stages.4.0.expand.conv")  # within a closed box
    assert graph.lit() == {"stages.4.0": True}


def test_in_a_row_that_lies_open_folded_a_layer_stands_for_that_of_each(window: MainWindow) -> None:
    open_preset(window, "mobilenet_v2")
    graph, selection = window.centre.graph, window.session.document.selection
    graph.expand("stages.5.1")
    press(window, graph.picture.scene.nodes["stages.5.1.depthwise"].box.topLeft() + QPointF(6, 5))
    assert selection.nodes == ("stages.5.1.depthwise", "stages.5.2.depthwise")
    assert selection.places == ("stages.5.1", "stages.5.2")
    sign = next(name for name in boxes(window) if name.startswith("stages.5.1:"))
    press(window, graph.picture.scene.nodes[sign].box.center())
    assert selection.nodes == (sign, sign.replace("stages.5.1", "stages.5.2"))
    press(window, graph.picture.scene.nodes["stages.5.1"].fold().center())  # in the head of what lies open
    assert {"stages.5.1.depthwise", "stages.5.2"} <= set(boxes(window))


def test_pictures_show_what_is_unfolded(window: MainWindow) -> None:
    open_preset(window, "resnet50")
    window.centre.graph.set_unfolded({"stages.4.3"})
    window.session.document.set_knob("groups", 2, "stages.3.1")
    answer(window)
    window.centre.graph.set_opened(window.centre.graph.opened() - {"stages.3"})
    subject = captured(window.centre.graph.picture)
    assert subject is not None
    page = ET.fromstring(svg(Sheet(subject, Caption("t", (), (), ""))))
    drawn = {group.get("id"): group for group in page.iter(SVG + "g")}
    assert {f"stages.4.{i}" for i in range(6)} <= set(drawn)
    assert drawn["stages.2.1"].get("data-members") == "stages.2.1 stages.2.2"
    assert "2 of 5 · 1024 → 1024 · shortcut" in [t.text for t in drawn["stages.4.2"].iter(SVG + "text")]
    classes = [circle.get("class") for circle in drawn["stages.3"].iter(SVG + "circle")]
    assert classes == ["overridden", "overridden-inside"]


def warning_pixels(image: QImage, colour: str) -> int:
    wanted = QColor(colour)
    return sum(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_what_is_set_apart_is_marked_closed_open_folded_and_from_far(window: MainWindow) -> None:
    open_preset(window, "mobilenet_v2")
    document, graph = window.session.document, window.centre.graph
    scene = graph.picture.scene
    window.table["level_stages"].trigger()
    plain = miniature(scene.diagram.shapes.values(), scene.sceneRect(), graph.picture.looks, 1.0).toImage()  # type: ignore[arg-type]
    assert warning_pixels(plain, scene.theme.warning) == 0
    for place in ("stages.4.1", "stages.4.2", "stages.4.3"):
        document.set_knob("expansion", 4, place)
    answer(window)
    closed = scene.diagram.shapes["stages.4"].look  # its blocks cannot be seen: it says so for them
    assert closed.hollow
    assert closed.note.splitlines() == [f"4.{i}: t = 4 here, 6 elsewhere" for i in (1, 2, 3)]
    assert "4.2: t = 4" in graph.tooltip("stages.4")
    assert not scene.diagram.shapes["stages.5"].look.note
    small = miniature(scene.diagram.shapes.values(), scene.sceneRect(), graph.picture.looks, 1.0).toImage()  # type: ignore[arg-type]
    assert warning_pixels(small, scene.theme.warning) > 0
    scale = COARSE / 2
    image = QImage(120, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    box = scene.nodes["stages.4"].box
    scene.render(painter, QRectF(0, 0, box.width() * scale, box.height() * scale), box)
    painter.end()
    assert warning_pixels(image, scene.theme.warning) >= 9
    window.table["level_blocks"].trigger()
    assert not scene.diagram.shapes["stages.4"].look.note  # what lies open shows its blocks' own dots
    folded = scene.diagram.shapes["stages.4.1"].look
    assert folded.note == "t = 4 here, 6 elsewhere"
    assert not folded.hollow
    graph.expand("stages.4.1")
    head = scene.diagram.shapes["stages.4.1"].look
    assert [run.text for run in scene.nodes["stages.4.1"].runs][:3] == ["4.1–4.3", "×3", head.note]
    press(window, QPointF(scene.nodes["stages.4.1"].fold().center()))
    assert graph.unfolded() == {"stages.4.1", "stages.4.2", "stages.4.3"}


def test_keys_of_selecting_stand_in_the_list_of_shortcuts() -> None:
    lists = dict(shortcut_lists())
    keys = {keys for keys, _ in lists["In the graph"]}
    assert {"Shift+← → ↑ ↓", "Shift+drag", "Menu, Shift+F10"} <= keys
    assert {"Ctrl+A", "Ctrl+Shift+Backspace"} <= {keys for keys, _ in lists["Edit"]}
    assert {"Ctrl+U", "Ctrl+Shift+U"} <= {keys for keys, _ in lists["Graph"]}
