"""The graph under the hand: what a click, a key and another analysis do."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.analysis import analyse
from explorer.core.graph import Network
from explorer.core.recipe import Recipe
from explorer.views.graph import GraphView
from explorer.views.graph.scene import GraphScene
from explorer.views.graph.words import breadcrumb
from explorer.views.theme import DARK, LIGHT

Key = Qt.Key


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return analyse(Recipe.of("mobilenet_v2"))


@pytest.fixture
def view(qtbot: QtBot, document: dict[str, Any]) -> GraphView:
    view = GraphView()
    qtbot.addWidget(view)
    view.resize(700, 600)
    view.show()
    view.set_network(Network.from_json(document))
    return view


def _scene(view: GraphView) -> GraphScene:
    scene = view.scene()
    assert isinstance(scene, GraphScene)
    return scene


def _box(view: GraphView, name: str) -> QRectF:
    return next(box for other, box, _ in view.boxes() if other == name)


def _texts(view: GraphView, name: str) -> list[str]:
    return next(texts for other, _, texts in view.boxes() if other == name)


def _on_screen(view: GraphView, name: str, x: float = 30, y: float = 14) -> QPoint:
    return view.mapFromScene(_box(view, name).topLeft() + QPointF(x, y))


def _click(view: GraphView, name: str) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=_on_screen(view, name))


def _variant(**knobs: float) -> Network:
    return Network.from_json(analyse(Recipe.of("mobilenet_v2", knobs)))


def test_click_selects_once_and_tells_it(qtbot: QtBot, view: GraphView) -> None:
    with qtbot.waitSignal(view.node_selected, check_params_cb=lambda name: name == "stages.2"):
        _click(view, "stages.2")
    assert view.selected() == "stages.2"
    with qtbot.assertNotEmitted(view.node_selected):
        _click(view, "stages.2")


def test_click_on_the_ground_selects_the_network(qtbot: QtBot, view: GraphView) -> None:
    _click(view, "stages.2")
    with qtbot.waitSignal(view.node_selected, check_params_cb=lambda name: name == ""):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 300))
    assert view.selected() == ""


def test_selecting_from_outside_tells_nobody(qtbot: QtBot, view: GraphView) -> None:
    with qtbot.assertNotEmitted(view.node_selected):
        view.set_selected("stages.3")
    assert _scene(view).nodes["stages.3"].selected


def test_hidden_and_folded_nodes_light_what_stands_for_them(view: GraphView) -> None:
    view.set_selected("stages.5.2.expand.conv")
    assert view.selected() == "stages.5.2.expand.conv"
    assert _scene(view).nodes["stages.5"].selected
    view.set_opened({"stages.5"})
    assert _scene(view).nodes["stages.5.1"].selected, "5.2 is folded into 5.1"


def test_double_click_opens_and_closes(qtbot: QtBot, view: GraphView) -> None:
    for opened in (True, False):
        spot = _on_screen(view, "stages.2")
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        with qtbot.waitSignal(view.opened_changed):
            QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert ("stages.2" in view.opened()) is opened


def test_click_on_the_chevron_opens(view: GraphView) -> None:
    spot = _on_screen(view, "stages.2", _box(view, "stages.2").width() - 16)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.opened() == {"stages.2"}


def test_drag_pans_and_selects_nothing(qtbot: QtBot, view: GraphView) -> None:
    before = view.verticalScrollBar().value()
    start = _on_screen(view, "stages.4")
    with qtbot.assertNotEmitted(view.node_selected):
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(view.viewport(), start - QPoint(0, 40))
        QTest.mouseMove(view.viewport(), start - QPoint(0, 80))
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start - QPoint(0, 80))
    assert view.verticalScrollBar().value() == before + 80


def test_keys_walk_open_and_leave(view: GraphView) -> None:
    for key, selected in (
        (Key.Key_Down, "stem"), (Key.Key_Down, "stages.1"), (Key.Key_Up, "stem"),
        (Key.Key_End, "classifier"), (Key.Key_Home, "stem"),
        (Key.Key_Down, "stages.1"), (Key.Key_Down, "stages.2"),
        (Key.Key_Right, "stages.2"), (Key.Key_Right, "stages.2.0"), (Key.Key_Down, "stages.2.1"),
        (Key.Key_Return, "stages.2.1"), (Key.Key_Right, "stages.2.1.expand"),
        (Key.Key_Right, "stages.2.1.depthwise"), (Key.Key_Left, "stages.2.1.expand"), (Key.Key_Down, "stages.2.1.expand"),
        (Key.Key_Down, "stages.2.1.expand.conv"), (Key.Key_Right, "stages.2.1.expand.norm"), (Key.Key_Up, "stages.2.1.expand"),
        (Key.Key_Escape, "stages.2.1"), (Key.Key_Left, "stages.2.1"), (Key.Key_Left, "stages.2"), (Key.Key_Escape, ""),
    ):
        QTest.keyClick(view, key)
        assert view.selected() == selected, key
    assert view.opened() == {"stages.2", "stages.2.1.expand"}


def test_keyboard_focus_is_seen(qtbot: QtBot, view: GraphView) -> None:
    view.set_selected("stages.2")
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert _scene(view).nodes["stages.2"].focused
    view.clearFocus()
    assert not _scene(view).nodes["stages.2"].focused


def test_zoom_by_steps_and_wheel(qtbot: QtBot, view: GraphView) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    view.zoom_in()
    assert view.scale_now() == pytest.approx(1.2)
    view.zoom_to(1.0)
    view.zoom_out()
    assert view.scale_now() == pytest.approx(1 / 1.2)
    view.expand_all()
    view.fit()
    assert view.scale_now() < 0.5
    assert view.seen().adjusted(-2, -2, 2, 2).contains(view.sceneRect())
    middle = QPointF(view.viewport().rect().center())
    wheel = QWheelEvent(
        middle, view.viewport().mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, control,
        Qt.ScrollPhase.NoScrollPhase, False,
    )
    before = view.scale_now()
    QApplication.sendEvent(view.viewport(), wheel)
    QApplication.sendEvent(view.viewport(), wheel)
    qtbot.waitUntil(lambda: view.scale_now() == pytest.approx(1.2**2 * before))


def test_opening_holds_the_box_under_the_pointer(view: GraphView) -> None:
    view.verticalScrollBar().setValue(120)
    before = view.mapFromScene(_box(view, "stages.5").topLeft()).y()
    view.expand("stages.5")
    assert view.mapFromScene(_box(view, "stages.5").topLeft()).y() == before


def test_axis_stays_in_the_middle(view: GraphView) -> None:
    middle = _box(view, "stages.3").center().x()
    view.expand_all()
    assert _box(view, "stages.3").center().x() == pytest.approx(middle, abs=1)
    view.set_opened(set())
    assert _box(view, "stages.3").center().x() == middle == 0


def test_same_topology_keeps_items_and_places(view: GraphView) -> None:
    view.set_opened({"stages.5", "stages.5.1"})
    view.set_selected("stages.5.1")
    scene = _scene(view)
    items, places = dict(scene.nodes), {name: box for name, box, _ in view.boxes()}
    lines, cost = dict(scene.lines), _texts(view, "stages.4")[-1]
    scroll = view.verticalScrollBar().value()
    view.set_network(_variant(alpha=0.5))
    assert all(scene.nodes[name] is item for name, item in items.items())
    assert all(scene.lines[key] is item for key, item in lines.items())
    assert {name: box for name, box, _ in view.boxes()} == places
    assert view.selected() == "stages.5.1"
    assert view.verticalScrollBar().value() == scroll
    assert _texts(view, "stages.4")[-1] != cost
    assert scene.lines["", "stem", "stages.1"].line.label == "16 × 112 × 112"
    assert scene.lines["", "stages.5", "stages.6"].line.label == "48 × 14 × 14"


def test_only_what_changed_is_drawn_again(view: GraphView, document: dict[str, Any]) -> None:
    scene = _scene(view)
    QApplication.processEvents()
    changed: list[QRectF] = []
    scene.changed.connect(changed.extend)
    view.set_network(Network.from_json(document))
    QApplication.processEvents()
    assert changed == []


def test_other_topology_keeps_what_is_open(view: GraphView) -> None:
    view.set_opened({"stages.5", "stages.5.1"})
    scene = _scene(view)
    stem, block = scene.nodes["stem"], scene.nodes["stages.5.1"]
    recipe = Recipe.of("mobilenet_v2", at={"stages.5": {"repeats": 1}})
    view.set_selected("stages.5.1")
    view.set_network(Network.from_json(analyse(recipe)))
    assert scene.nodes["stem"] is stem
    assert "stages.5.1" not in scene.nodes
    assert block.scene() is None
    assert view.opened() == {"stages.5"}
    assert view.selected() == "stages.5", "what is gone falls back to what encloses it"


def test_empty_and_other_networks(view: GraphView, document: dict[str, Any]) -> None:
    view.expand_all()
    view.set_network(None)
    assert view.boxes() == []
    view.set_network(Network.from_json(analyse(Recipe.of("mobilenet_v1"))))
    assert any(name == "stages.5" for name, _, _ in view.boxes())
    view.set_network(Network.from_json(document))
    assert any(name == "stages.7" for name, _, _ in view.boxes())


def test_skip_edges_light_up_with_their_block(view: GraphView) -> None:
    view.set_opened({"stages.5", "stages.5.1"})
    skip = _scene(view).lines["stages.5.1", "in", "stages.5.1:add"]
    trunk = _scene(view).lines["stages.5.1", "stages.5.1.expand", "stages.5.1.depthwise"]
    assert not skip.lit
    view.set_selected("stages.5")
    assert skip.lit
    assert not trunk.lit
    view.set_selected("stages.5.1.expand")
    assert not skip.lit


def test_overrides_are_marked(view: GraphView) -> None:
    view.set_overrides({"stages.5": "t = 4 here, 6 elsewhere"})
    assert _scene(view).nodes["stages.5"].shape_data.look.note
    assert "t = 4 here" in view.tooltip("stages.5")
    view.expand("stages.5")
    assert "t = 4 here, 6 elsewhere" in _texts(view, "stages.5")


def test_legend_follows_the_colour(qtbot: QtBot, view: GraphView) -> None:
    legend = view.legend()
    assert legend is not None
    assert (legend.quantity, legend.maximum, legend.maximum_text) == ("macs", 58_103_808, "58.1 M")
    assert len(legend.entries) == 7
    with qtbot.waitSignal(view.legend_changed):
        view.set_colour("params")
    legend = view.legend()
    assert legend is not None
    assert legend.maximum == 1_281_000
    view.set_colour("kind")
    legend = view.legend()
    assert legend is not None
    assert dict(legend.entries)["depthwise"] == dict(LIGHT.kinds)["depthwise"]
    with pytest.raises(ValueError, match="heat"):
        view.set_colour("heat")


def test_words(view: GraphView, document: dict[str, Any]) -> None:
    network = Network.from_json(document)
    assert breadcrumb(network, "stages.5.1.expand") == [
        ("", "Network"), ("stages.5", "stage 5"), ("stages.5.1", "block 5.1"), ("stages.5.1.expand", "expand"),
    ]
    assert breadcrumb(network, "gone") == [("", "Network")]
    tooltip = view.tooltip("stages.5")
    for part in ("stages.5", "64 × 14 × 14 → 96 × 14 × 14", "303,168", "58,103,808", "19.3 %"):
        assert part in tooltip
    assert _texts(view, "stages.5")[:2] == ["InvertedResidual", "stage 5 · 1 + ×2"]
    assert _texts(view, "stages.6")[1] == "stage 6 · /2 + ×2"
    view.expand("stages.5")
    assert _texts(view, "stages.5.0")[:2] == ["5.0", "64 → 96 · no shortcut"]
    assert _texts(view, "stages.5.1")[:3] == ["5.1–5.2", "×2 · 96 → 96 · shortcut", "2 × 22.7 M"]


def test_screen_readers_hear_the_selection(view: GraphView) -> None:
    assert view.accessibleName() == "Block graph"
    view.set_selected("stages.5")
    assert "58,103,808" in view.accessibleDescription()


def test_theme_and_language_change_in_place(view: GraphView) -> None:
    scene = _scene(view)
    items = dict(scene.nodes)
    view.set_theme(DARK)
    assert scene.backgroundBrush().color().name() == DARK.panel
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    assert all(scene.nodes[name] is item for name, item in items.items())


def test_far_away_it_is_drawn_coarsely(view: GraphView) -> None:
    view.expand_all()
    view.zoom_to(0.1)
    assert not view.grab().isNull()
    view.zoom_to(0.01)
    assert view.scale_now() == pytest.approx(0.05)
