"""Searching the graph through the window: what is found, how it is marked, where the keys lead, and what a tweak does to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.core.catalogue import read_catalogue
from explorer.core.graph import Network
from explorer.core.query import compile_query
from explorer.core.recipe import Recipe
from explorer.session.preferences import Preferences
from explorer.session.session import Session
from explorer.views.graph import GraphView
from explorer.views.graph.finding import Finding, find
from explorer.views.graph.marks import Marks, Others
from explorer.views.window import MainWindow
from tests.views.making import PLAIN, analysis, fakes

DEPTHWISE = 17  # one a block
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def search(window: MainWindow, text: str) -> None:
    window.table["find"].trigger()
    window.centre.search.bar.field.setText(text)


def number(window: MainWindow) -> str:
    return window.centre.search.bar.number.text()


def press(window: MainWindow, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.centre.search.bar.field, key, modifier)


def marked(window: MainWindow) -> dict[str, int]:
    return window.centre.search.marks.marked()


@pytest.mark.parametrize(
    ("preset", "text", "holds"),
    [
        ("mobilenet_v2", "dw", lambda row, _: row["kind"] == "depthwise"),
        ("mobilenet_v2", "macs>5%", lambda row, total: row["macs"] > 0.05 * total),
        ("mobilenet_v2", "stages.5", lambda row, _: row["path"].startswith("stages.5.")),
        ("inception_v3", "1x7", lambda row, _: row["detail"].startswith("1×7")),
        ("densenet121", "concat", lambda row, _: row["kind"] == "concat"),
    ],
)
def test_what_is_found_is_counted_in_everything_around_it(preset: str, text: str, holds: Any) -> None:
    document = analysis(Recipe(preset))
    network = Network.from_json(document)
    found = find(compile_query(text), network, document)
    wanted = [row["path"] for row in document["layers"] if row["runs"] and holds(row, document["macs"])]
    assert [match.row["path"] for match in found.matches] == wanted != []
    for name in network.ids():
        first, last = network.node(name).layers
        inside = sum(row["runs"] and bool(holds(row, document["macs"])) for row in document["layers"][first : last + 1])
        assert found.counts.get(name, 0) == inside, name


def test_matches_are_marked_before_anything_opens(window: MainWindow) -> None:
    search(window, "dw")
    assert number(window) == f"{DEPTHWISE} found"
    assert marked(window) == {f"stages.{i}": n for i, n in enumerate((1, 2, 3, 4, 3, 3, 1), 1)}
    assert window.centre.graph.opened() == frozenset()
    assert window.session.document.selection.node == ""


def test_enter_goes_from_match_to_match_and_round_the_end(window: MainWindow) -> None:
    graph, selection = window.centre.graph, window.session.document.selection
    search(window, "dw")
    press(window, Key.Key_Return)
    assert selection.node == "stages.1.0.depthwise.conv"
    assert number(window) == f"1 of {DEPTHWISE}"
    press(window, Key.Key_Return)
    assert selection.node == "stages.2.0.depthwise.conv"
    box = next(box for name, box, _ in graph.boxes() if name == selection.node)
    assert graph.seen().contains(box)
    press(window, Key.Key_Return, SHIFT)
    press(window, Key.Key_Return, SHIFT)
    assert number(window) == f"{DEPTHWISE} of {DEPTHWISE}"
    assert selection.node == "stages.7.0.depthwise.conv"
    assert graph.seen().contains(next(box for name, box, _ in graph.boxes() if name == selection.node))
    selection.select("stages.5")  # the search goes on from what is selected
    window.table["find_next"].trigger()
    assert selection.node == "stages.5.0.depthwise.conv"
    selection.select("stages.5")
    window.table["find_previous"].trigger()
    assert selection.node == "stages.5.2.depthwise.conv"
    assert graph.opened() >= {"stages.5", "stages.5.1"}, "5.2 is folded behind 5.1"


def test_marks_are_seen(window: MainWindow) -> None:
    graph = window.centre.graph
    good = QColor(window.theme.good)

    def greens() -> int:
        image = graph.grab().toImage()
        return sum(image.pixelColor(x, y) == good for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))

    before = greens()
    search(window, "dw")
    assert greens() > before + 100
    window.centre.search.close()
    assert greens() == before


def test_others_are_dimmed_while_it_is_wanted(window: MainWindow) -> None:
    nodes = window.centre.graph.picture.scene.nodes
    search(window, "path:stages.5")
    window.table["dim_others"].trigger()
    assert {name for name, item in nodes.items() if item.opacity() == 1} == {"stages.5"}
    window.table["level_blocks"].trigger()
    bright = {name for name, item in nodes.items() if item.opacity() == 1}
    assert bright == {"stages.5", "stages.5.0", "stages.5.1"}, "new boxes are dimmed with the others"
    window.centre.search.bar.field.setText("nothing is called that")
    assert all(item.opacity() == 1 for item in nodes.values())
    assert number(window) == "none"
    assert not window.table["find_next"].isEnabled()
    assert window.table["find_next"].toolTip().startswith("Nothing is found.")


def test_only_what_is_found_is_shown_and_nothing_moves(window: MainWindow) -> None:
    graph, scene = window.centre.graph, window.centre.graph.picture.scene
    window.table["level_blocks"].trigger()
    before = {name: (box.x(), box.y()) for name, box, _ in graph.boxes()}
    search(window, "dw stride=2")
    window.table["only_found"].trigger()
    holding = {"stages.2", "stages.3", "stages.4", "stages.6"}
    holding |= {f"{stage}.0" for stage in holding}
    assert {name for name, item in scene.nodes.items() if item.isVisible()} == holding
    assert {name: (box.x(), box.y()) for name, box, _ in graph.boxes()} == before
    joined = {(source, target) for (parent, source, target), line in scene.lines.items() if line.isVisible() and not parent}
    assert joined == {("stages.2", "stages.3"), ("stages.3", "stages.4")}
    hidden = scene.nodes["stages.5"].box
    assert scene.node_at(hidden.center().x(), hidden.top() + 4) is None, "nothing can be clicked that is not seen"
    for scale in (0.2, 1.0):  # as it is painted from far away, and from near
        graph.zoom_to(scale)
        graph.centerOn(scene.nodes["stages.5.1"].box.center())
        image = graph.grab().toImage()
        lower = scene.nodes["stages.5.1"].box.center() + QPointF(0, 8)
        assert image.pixelColor(graph.mapFromScene(lower)) == QColor(window.theme.panel), scale
    graph.zoom_to(1.0)
    graph.setFocus()
    window.session.document.selection.select("stages.4")
    QTest.keyClick(graph, Qt.Key.Key_Down)
    assert graph.selected() == "stages.6", "keys pass over what is hidden"
    QTest.keyClick(graph, Qt.Key.Key_Up)
    assert graph.selected() == "stages.4"
    QTest.keyClick(graph, Qt.Key.Key_End)
    assert graph.selected() == "stages.6"
    QTest.keyClick(graph, Qt.Key.Key_Right)
    assert graph.selected() == "stages.6.0"
    window.centre.search.bar.field.setText("nothing is called that")
    assert all(item.isVisible() for item in (*scene.nodes.values(), *scene.lines.values()))
    window.centre.search.close()
    assert all(item.isVisible() and item.opacity() == 1 for item in scene.nodes.values())


def test_a_line_is_whole_where_the_longer_one_that_drew_it_is_hidden(qtbot: QtBot) -> None:
    """In a dense block the lines of one source share a lane, and the longest draws it for all."""
    document = analysis(Recipe("densenet121"))
    network = Network.from_json(document)
    view = GraphView()
    qtbot.addWidget(view)
    view.set_network(network)
    view.expand("stages.1")
    lines = view.picture.scene.lines
    edge = ("stages.1", "stages.1.0", "stages.1.2")
    marks = Marks(view.picture.scene)
    assert lines[edge].own[0] != lines[edge].drawn[0], "another one draws its beginning"
    shared = {key: line.shared for key, line in lines.items()}
    marks.show_finding(find(compile_query("path:stages.1.0 or path:stages.1.2"), network, document), Others.HIDDEN)
    assert {key for key, line in lines.items() if line.isVisible() and key[1] != "in"} == {edge}
    assert lines[edge].own == lines[edge].drawn
    marks.show_finding(Finding())
    assert {key: line.shared for key, line in lines.items()} == shared


def test_a_sentence_says_what_is_not_understood_and_nothing_is_lost(window: MainWindow) -> None:
    search(window, "dw")
    before = marked(window)
    window.centre.search.bar.field.setText("dw macs>")
    drop = window.centre.search.drop
    assert drop.isVisible()
    assert "lacks a number" in drop.sentence.text()
    assert marked(window) == before
    window.centre.search.bar.field.setText("dw macs>1%")
    assert not drop.isVisible()
    assert 0 < sum(marked(window).values()) < DEPTHWISE


def test_list_by_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    part = window.centre.search
    search(window, "dw")
    press(window, Key.Key_Down)
    table = part.drop.table
    assert part.drop.isVisible()
    qtbot.waitUntil(table.hasFocus)
    shown = [[table.model().index(row, column).data() for column in range(3)] for row in range(table.model().rowCount())]
    assert shown[0] == ["stages.1.0.depthwise.conv", "Conv2d 3×3", "3.61 M"]
    assert len(shown) == DEPTHWISE
    QTest.keyClick(table, Key.Key_Down)
    QTest.keyClick(table, Key.Key_Return)
    assert window.session.document.selection.node == "stages.2.0.depthwise.conv"
    assert number(window) == f"2 of {DEPTHWISE}"
    box = next(box for name, box, _ in window.centre.graph.boxes() if name == "stages.2.0.depthwise.conv")
    corner = window.centre.graph.mapFromScene(box.topLeft())
    assert not part.drop.geometry().contains(window.centre.graph.mapTo(window.centre, corner)), "the list covers the match"
    QTest.keyClick(table, Key.Key_Escape)
    qtbot.waitUntil(part.bar.field.hasFocus)
    press(window, Key.Key_Escape)
    assert not part.drop.isVisible()
    assert part.bar.isVisible()
    press(window, Key.Key_Escape)
    assert not part.bar.isVisible()


def test_escape_takes_everything_away_and_the_text_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    search(window, "dw")
    window.table["dim_others"].trigger()
    press(window, Key.Key_Escape)
    assert not window.centre.search.bar.isVisible()
    assert marked(window) == {}
    assert all(item.opacity() == 1 for item in window.centre.graph.picture.scene.nodes.values())
    qtbot.waitUntil(window.centre.graph.hasFocus)
    window.table["find"].trigger()
    field = window.centre.search.bar.field
    assert (field.text(), field.selectedText()) == ("dw", "dw")
    assert sum(marked(window).values()) == DEPTHWISE


def test_matches_follow_a_tweak(qtbot: QtBot, window: MainWindow) -> None:
    search(window, "dw")
    window.table["level_blocks"].trigger()
    deeper = Recipe.of("mobilenet_v2", at={"stages.5": {"repeats": 5}})
    window.session.document.accept(deeper, analysis(deeper))
    qtbot.waitUntil(lambda: number(window) == f"{DEPTHWISE + 2} found")
    assert marked(window)["stages.5"] == 5
    search(window, "params>100k")
    before = len(window.centre.search.finding.matches)
    narrow = Recipe.of("mobilenet_v2", {"alpha": 0.5})
    window.session.document.accept(narrow, analysis(narrow))
    qtbot.waitUntil(lambda: len(window.centre.search.finding.matches) < before)


def test_nothing_is_searched_while_the_bar_is_away(window: MainWindow) -> None:
    search(window, "dw")
    press(window, Key.Key_Escape)
    narrow = Recipe.of("mobilenet_v2", {"alpha": 0.5})
    window.session.document.accept(narrow, analysis(narrow))
    assert window.centre.search.finding.matches == ()
    assert not window.table["find_next"].isEnabled()


def test_a_search_without_a_network_waits_for_one(qtbot: QtBot, tmp_path: Path) -> None:
    running = Session(PLAIN, read_catalogue(), Preferences(str(tmp_path)), commands=fakes())
    running.latency.set_auto(False)
    window = MainWindow(running)
    qtbot.addWidget(window)
    window.show()
    assert not window.table["find"].isEnabled()
    window.centre.search.open()
    window.centre.search.bar.field.setText("dw")
    running.document.accept(PLAIN, analysis(PLAIN))
    qtbot.waitUntil(lambda: number(window) == f"{DEPTHWISE} found")
    running.stop()


def test_a_slash_opens_the_search_but_can_be_typed(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    window.library.search.setFocus()
    qtbot.waitUntil(window.library.search.hasFocus)
    QTest.keyClick(window.library.search, Key.Key_Slash)
    assert window.library.search.text() == "/"
    assert not window.centre.search.bar.isVisible()
    window.centre.graph.setFocus()
    QTest.keyClick(window.centre.graph, Key.Key_Slash)
    qtbot.waitUntil(window.centre.search.bar.field.hasFocus)
