"""The graph from left to right: drawn as soundly as downwards, chosen in the window and on the command line, kept in place."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import models
from explorer import cli
from explorer.analysis import analyse
from explorer.core.graph import Network
from explorer.core.recipe import Recipe
from explorer.session.preferences import Preferences
from explorer.views.graph import GraphView
from explorer.views.graph.export import Sheet, Subject, caption, opened_at, rendered
from explorer.views.graph.levels import LEVELS, opened_to
from explorer.views.graph.look import Manner
from explorer.views.graph.scene import GraphScene
from explorer.views.window import MainWindow
from scripts.check_picture import SVG
from tests.views.graph_checks import covered_labels, cut_texts, loose_ends, overlaps, placed, runs_through, ways
from tests.views.test_picture_check import faults

FIRST = [entry.presets[0].name for entry in models.architectures()]
PRESETS = [  # one of each architecture, the others for make test-full
    pytest.param(name, marks=[] if name in FIRST else [pytest.mark.slow]) for name in sorted(models.presets())
]

SIDEWAYS = Manner(sideways=True)


@cache
def _document(preset: str, **knobs: Any) -> dict[str, Any]:
    return analyse(Recipe.of(preset, knobs))


def _view(qtbot: QtBot, preset: str) -> GraphView:
    view = GraphView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.set_manner(SIDEWAYS)
    view.set_network(Network.from_json(_document(preset)))
    return view


def _faults(view: GraphView) -> list[str]:
    scene = view.scene()
    assert isinstance(scene, GraphScene)
    boxes, lines = placed(scene.nodes), ways(scene.lines.values())
    return [
        *overlaps(boxes), *runs_through(boxes, lines), *loose_ends(boxes, lines), *cut_texts(scene.nodes.values()),
        *covered_labels(scene.nodes, scene.lines.values()),
    ]


def _at(view: GraphView) -> dict[str, tuple[float, float]]:
    return {name: (box.x(), box.y()) for name, box, _ in view.boxes()}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_is_drawn_soundly(qtbot: QtBot, preset: str, level: str) -> None:
    view = _view(qtbot, preset)
    network = view.picture.network
    assert network is not None
    view.set_opened(opened_to(network, level))
    assert _faults(view) == []
    boxes = {name: box for name, box, _ in view.boxes()}
    for parent in ("", *(n for n in boxes if network.node(n).role == "stage")):
        for source, target, _ in network.edges(parent):  # what comes later stands farther right
            if source in boxes and target in boxes:
                assert boxes[source].right() < boxes[target].left(), (source, target)


@pytest.mark.parametrize("opened", ["none", "stages", "all"])
@pytest.mark.parametrize("preset", PRESETS)
def test_every_picture_passes_the_judge(qtbot: QtBot, preset: str, opened: str) -> None:
    analysis = _document(preset)
    network = Network.from_json(analysis)
    sheet = Sheet(Subject.of(network, opened_at(network, [opened]), manner=SIDEWAYS), caption(analysis, None))
    assert faults(rendered(sheet, "svg")) == []


def test_shapes_are_whole_between_stages_and_channels_within_blocks(qtbot: QtBot) -> None:
    view = _view(qtbot, "mobilenet_v2")
    view.set_opened({"stages.5", "stages.5.1"})
    scene = view.scene()
    assert isinstance(scene, GraphScene)
    said = {(line.parent, line.source): line.label for line in (item.line for item in scene.lines.values()) if line.label}
    assert said["", "stages.4"] == "64 × 14 × 14"
    assert said["stages.5", "stages.5.0"] == "96 × 14 × 14"
    assert said["stages.5.1", "stages.5.1.expand"] == "576"


def test_a_tweak_moves_nothing_until_a_shape_needs_more_room(qtbot: QtBot) -> None:
    view = _view(qtbot, "mobilenet_v2")
    view.set_opened({"stages.5"})
    before = _at(view)
    for alpha in (0.9, 0.75, 1.0):
        view.set_network(Network.from_json(_document("mobilenet_v2", alpha=alpha)))
        assert _at(view) == before, alpha
    for alpha, resolution in ((2.0, 576), (0.35, 96)):
        view.set_network(Network.from_json(_document("mobilenet_v2", alpha=alpha, resolution=resolution)))
        assert _faults(view) == []


def test_the_window_turns_it_keeps_what_is_selected_in_place_and_remembers(window: MainWindow) -> None:
    graph = window.centre.graph
    graph.zoom_to(2.0)
    name = "stages.5"
    window.session.document.selection.select(name)
    across = {box.left() for _, box, _ in graph.boxes()}
    window.table["sideways"].trigger()
    assert len({box.left() for _, box, _ in graph.boxes()}) == len(graph.boxes()) > len(across)
    assert graph.selected() == name
    assert graph.seen().contains(graph.picture.scene.nodes[name].box.center())
    window.session.preferences.sync()
    assert Preferences(str(window.session.preferences.folder())).flag("sideways")
    root = ET.fromstring(rendered(window.pictures.sheet(window.pictures.choice()), "svg"))
    page = (float(root.get("width", "0")), float(root.get("height", "0")))
    assert page[0] > page[1]  # the picture is as the window shows it
    window.table["sideways"].trigger()
    assert {box.left() for _, box, _ in graph.boxes()} == across


def test_the_arrows_follow_the_flow(window: MainWindow) -> None:
    graph = window.centre.graph
    window.table["sideways"].trigger()
    names = [name for name, _, _ in graph.boxes()]
    window.session.document.selection.select(names[0])
    for key, wanted in ((Qt.Key.Key_Right, names[1]), (Qt.Key.Key_Left, names[0])):
        QApplication.sendEvent(graph, _key(key))
        assert graph.selected() == wanted


def _key(key: Qt.Key) -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)


def test_the_wheel_moves_along_a_graph_that_is_wide_and_not_high(qtbot: QtBot) -> None:
    view = _view(qtbot, "mobilenet_v2")
    view.show()
    bar = view.horizontalScrollBar()
    assert view.verticalScrollBar().maximum() == view.verticalScrollBar().minimum()
    assert bar.value() == bar.minimum()
    middle = view.viewport().rect().center()
    turn = QWheelEvent(
        QPointF(middle), QPointF(view.viewport().mapToGlobal(middle)), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )
    QApplication.sendEvent(view.viewport(), turn)
    assert bar.value() > bar.minimum()


@pytest.mark.parametrize("sideways", [False, True])
@pytest.mark.parametrize(("shapes", "figures"), [(False, True), (True, False), (False, False)])
def test_without_shapes_or_figures(qtbot: QtBot, sideways: bool, shapes: bool, figures: bool) -> None:
    analysis = _document("mobilenet_v2")
    network = Network.from_json(analysis)
    opened = opened_at(network, ["stages.5.1"])

    def page(manner: Manner) -> tuple[Sheet, ET.Element]:
        sheet = Sheet(Subject.of(network, opened, manner=manner), caption(analysis, None))
        content = rendered(sheet, "svg")
        assert faults(content) == []
        return sheet, ET.fromstring(content)

    sheet, root = page(Manner(sideways, shapes, figures))
    full, _ = page(Manner(sideways))
    said = {role: {e.text for e in root.iter(SVG + "text") if e.get("class") == role} for role in ("shape", "run", "legend")}
    assert bool(said["shape"]) == shapes
    stage = f"{network.node('stages.6').macs / 1e6:.1f} M"
    assert any(stage in (text or "") for text in said["run"]) == figures
    assert ("Colour and figures: MACs" in said["legend"]) == figures
    assert ("Colour: MACs" in said["legend"]) != figures
    assert any("stage 6" in (text or "") for text in said["run"])
    assert sheet.width <= full.width
    if sideways:
        assert sheet.width < full.width, "what is not said takes no room"


@pytest.mark.parametrize(("action", "missing"), [("shapes", "64 × 14 × 14"), ("figures", "58.1 M")])
def test_the_window_leaves_them_out_too_and_remembers(window: MainWindow, action: str, missing: str) -> None:
    graph, scene = window.centre.graph, window.centre.graph.picture.scene

    def said() -> set[str]:
        labels = {item.line.label for item in scene.lines.values()}
        return labels | {text for _, _, texts in graph.boxes() for text in texts}

    tops = {name: box.top() for name, box, _ in graph.boxes()}
    assert missing in said()
    window.table[action].trigger()
    assert missing not in said()
    assert {name: box.top() for name, box, _ in graph.boxes()} == tops
    half = Recipe.of("mobilenet_v2", {"alpha": 0.5})
    window.session.document.accept(half, _document("mobilenet_v2", alpha=0.5))
    assert not any(" × 14 × 14" in text for text in said()) or action == "figures"
    window.session.preferences.sync()
    assert not Preferences(str(window.session.preferences.folder())).flag(action)
    root = ET.fromstring(rendered(window.pictures.sheet(window.pictures.choice()), "svg"))
    assert missing not in {e.text for e in root.iter(SVG + "text")}
    window.session.document.accept(Recipe("mobilenet_v2"), _document("mobilenet_v2"))
    window.table[action].trigger()
    assert missing in said()


def test_the_command_line_draws_it_too(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pages = []
    for words in ([], ["--sideways", "--no-shapes", "--no-figures"]):
        path = tmp_path / f"{len(words)}.svg"
        assert cli.main(["picture", "squeezenet1_0", "-o", str(path), "--json", *words]) == 0
        report = json.loads(capsys.readouterr().out)
        pages.append((report["width"], report["height"]))
        assert faults(path.read_bytes()) == []
        assert ET.fromstring(path.read_bytes()).tag == SVG + "svg"
    assert pages[0][0] < pages[0][1]
    assert pages[1][0] > pages[1][1]
    texts = [e.text or "" for e in ET.fromstring((tmp_path / "3.svg").read_bytes()).iter(SVG + "text")]
    assert not [text for text in texts if text.endswith("× 54")]
    assert "Colour: MACs" in texts
