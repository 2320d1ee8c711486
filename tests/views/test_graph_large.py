"""A network of two thousand boxes, wholly open: everything stands in its place, is seen from far away, and answers the hand."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from benchmarks import synthetic
from explorer.analysis import analyse
from explorer.core.graph import Network
from explorer.core.query import compile_query
from explorer.core.recipe import Recipe
from explorer.views.graph import GraphView
from explorer.views.graph.finding import find
from explorer.views.graph.look import Style
from explorer.views.graph.marks import Marks, Others
from explorer.views.graph.scene import GraphScene
from explorer.views.theme import LIGHT

BOXES = 2000
FAR = 0.3


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return synthetic.analysis(BOXES)


@pytest.fixture
def view(qtbot: QtBot, document: dict[str, Any]) -> GraphView:
    view = GraphView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.set_network(Network.from_json(document))
    view.expand_all()
    return view


def _scene(view: GraphView) -> GraphScene:
    return view.picture.scene


def _looks(view: GraphView) -> QImage:
    return view.viewport().grab().toImage()



def _about(view: GraphView, place: QPoint) -> list[QColor]:
    """The colours of the pixels above and below a place of the screen."""
    picture = _looks(view)
    return [picture.pixelColor(place + QPoint(0, dy)) for dy in (-2, -1, 0, 1, 2)]


def test_every_node_is_a_box_and_none_overlaps_another(view: GraphView, document: dict[str, Any]) -> None:
    boxes = {name: box for name, box, _ in view.boxes()}
    assert boxes.keys() == {node["id"] for node in document["graph"]["nodes"]}
    assert len(boxes) == BOXES
    siblings = defaultdict(list)
    for node in document["graph"]["nodes"]:
        siblings[node["parent"]].append(boxes[node["id"]])
        if node["parent"]:
            assert boxes[node["parent"]].contains(boxes[node["id"]]), node["id"]
    for inside in siblings.values():
        for i, one in enumerate(inside):
            assert not any(one.intersects(other) for other in inside[i + 1 :])


def test_the_lines_join_what_the_network_joins(view: GraphView, document: dict[str, Any]) -> None:
    wanted = {(p, s, t) for p, edges in document["graph"]["edges"].items() for s, t, _ in edges if s != "in" and t != "out"}
    assert wanted <= _scene(view).lines.keys()


def test_a_click_selects_and_zoom_brings_the_box_up(qtbot: QtBot, view: GraphView) -> None:
    name = [name for name in _scene(view).nodes if name.endswith(".norm")][BOXES // 8]
    view.reveal(name)
    place = view.mapFromScene(_scene(view).nodes[name].box.center())
    with qtbot.waitSignal(view.node_selected, check_params_cb=lambda selected: selected == name):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    view.zoom_to_selection()
    assert view.scale_now() > 1
    assert view.seen().contains(_scene(view).nodes[name].box)


def test_find_marks_what_it_finds(view: GraphView, document: dict[str, Any]) -> None:
    network = view.picture.network
    assert network is not None
    finding = find(compile_query("concat"), network, document)
    expected = {row["path"] for row in document["layers"] if row["kind"] == "concat"}
    assert {match.node for match in finding.matches} == expected
    marks = Marks(_scene(view))
    marks.show_finding(finding)
    assert expected <= marks.marked().keys()


def test_from_far_away_every_closed_box_has_its_colour(view: GraphView) -> None:
    view.zoom_to(FAR)
    view.centerOn(_scene(view).nodes["stage3"].box.center())
    picture, seen = _looks(view), 0
    for name, item in _scene(view).nodes.items():
        place = view.mapFromScene(item.box.center())
        if item.shape_data.look.style in (Style.CARD, Style.ROW) and picture.rect().adjusted(9, 9, -9, -9).contains(place):
            assert picture.pixelColor(place) == QColor(item.ground), name
            seen += 1
    assert seen > 30


def test_from_far_away_the_selection_has_a_ring_and_other_figures_other_colours(view: GraphView) -> None:
    view.zoom_to(FAR)
    view.centerOn(_scene(view).nodes["stage3"].box.center())
    name = next(
        name for name, item in _scene(view).nodes.items()
        if item.shape_data.look.style is Style.CARD and view.seen().adjusted(40, 40, -40, -40).contains(item.box)
    )
    box = _scene(view).nodes[name].box
    edge = view.mapFromScene(QPointF(box.center().x(), box.top()))
    assert QColor(LIGHT.accent) not in _about(view, edge)
    view.set_selected(name)
    assert QColor(LIGHT.accent) in _about(view, edge)
    view.set_selected("")
    assert QColor(LIGHT.accent) not in _about(view, edge)
    before = _scene(view).nodes[name].ground
    view.set_colour("memory")
    now = _scene(view).nodes[name].ground
    assert now != before
    assert _looks(view).pixelColor(view.mapFromScene(box.center())) == QColor(now)


def test_a_mark_is_seen_from_far_away(view: GraphView, document: dict[str, Any]) -> None:
    network = view.picture.network
    assert network is not None
    view.zoom_to(FAR)
    item = next(i for n, i in _scene(view).nodes.items() if n.endswith(":concat"))
    view.centerOn(item.box.center())
    before = _looks(view)
    marks = Marks(_scene(view))
    marks.show_finding(find(compile_query("concat"), network, document), Others.DIMMED)
    assert _looks(view) != before
    edge = view.mapFromScene(QPointF(item.box.center().x(), item.box.top()))
    assert QColor(LIGHT.good) in _about(view, edge)


@pytest.mark.parametrize("preset", ["densenet121", "googlenet"])
def test_lines_that_share_a_lane_draw_all_of_it_together(qtbot: QtBot, preset: str) -> None:
    view = GraphView()
    qtbot.addWidget(view)
    view.set_network(Network.from_json(analyse(Recipe(preset))))
    view.expand_all()
    lines = _scene(view).lines
    drawn: dict[tuple[str, str], list[QRectF]] = defaultdict(list)
    for (parent, source, _), item in lines.items():
        drawn[parent, source] += [QRectF(a, b).normalized().adjusted(-0.01, -0.01, 0.01, 0.01) for a, b in pairwise(item.own)]
    left_out = 0
    for (parent, source, _), item in lines.items():
        left_out += len(item.drawn) - len(item.own)
        for a, b in pairwise(item.drawn):
            for part in (a, (a + b) / 2, b):
                assert any(piece.contains(part) for piece in drawn[parent, source])
    assert left_out > 0
    name = next(source for (_, source, _), item in lines.items() if item.shared)
    view.set_selected(name)
    assert all(item.own == item.drawn for (_, source, target), item in lines.items() if name in (source, target) and item.lit)
