"""Moving in the graph through the window: levels, zoom, pan, minimap, and what survives a tweak."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from explorer.core.graph import Network
from explorer.core.recipe import Recipe
from explorer.views.graph.levels import opened_to, within
from explorer.views.window import MainWindow
from tests.views.making import PLAIN, analysis

LEFT = Qt.MouseButton.LeftButton


def shown(window: MainWindow) -> set[str]:
    return {name for name, _box, _texts in window.centre.graph.boxes()}


def on_screen(window: MainWindow, name: str) -> QPoint:
    graph = window.centre.graph
    return graph.mapFromScene(next(box for other, box, _ in graph.boxes() if other == name).topLeft() + QPointF(30, 14))


@pytest.mark.parametrize("preset", ["mobilenet_v2", "inception_v3", "alexnet", "mixer_b16", "densenet121"])
def test_levels_end_where_their_name_says(preset: str) -> None:
    network = Network.from_json(analysis(Recipe(preset)))
    roles = {name: network.node(name).role for name in network.ids()}
    for level, role in (("stages", "stage"), ("blocks", "block")):
        opened = opened_to(network, level)
        seen = {name for name in roles if network.node(name).parent in opened | {""}}
        assert not any(roles[name] == role for name in opened)
        assert {name for name in roles if roles[name] == role} <= seen
    assert opened_to(network, "layers") == {network.node(name).parent for name in roles} - {""}
    assert within(network, "") == opened_to(network, "layers")


def test_actions_open_to_a_level(window: MainWindow) -> None:
    window.table["level_blocks"].trigger()
    assert {"stages.5.0", "stages.5.1"} <= shown(window)
    assert window.centre.graph.opened() == {f"stages.{i}" for i in range(1, 8)}
    window.table["level_layers"].trigger()
    assert "stages.5.1.depthwise.conv" in shown(window)
    window.table["level_stages"].trigger()
    assert window.centre.graph.opened() == frozenset()
    assert "stages.5" in shown(window)


def test_selection_opens_and_closes_whole(window: MainWindow) -> None:
    action = window.table["open_selection"]
    assert not action.isEnabled()
    assert action.toolTip().startswith("No box is selected.")
    window.session.document.selection.select("stages.5.2")  # stands folded behind 5.1
    action.trigger()
    opened = window.centre.graph.opened()
    assert {"stages.5", "stages.5.1", "stages.5.1.depthwise"} <= opened
    assert not any(name.startswith("stages.4") for name in opened)
    assert "stages.5.1.depthwise.conv" in shown(window)
    window.table["close_selection"].trigger()
    assert window.centre.graph.opened() == {"stages.5"}


def test_zoom_to_the_selection_and_back_to_all(window: MainWindow) -> None:
    graph = window.centre.graph
    window.table["level_layers"].trigger()
    window.session.document.selection.select("stages.6.1")
    window.table["zoom_selection"].trigger()
    box = next(box for name, box, _ in graph.boxes() if name == "stages.6.1")
    assert graph.seen().contains(box)
    assert box.width() > 0.5 * graph.seen().width() or box.height() > 0.5 * graph.seen().height()
    window.table["zoom_fit"].trigger()
    assert graph.seen().adjusted(-2, -2, 2, 2).contains(graph.sceneRect())
    window.table["zoom_full"].trigger()
    assert graph.scale_now() == pytest.approx(1)


def test_the_longest_network_fits_too(window: MainWindow) -> None:
    recipe = Recipe("densenet264")
    window.session.document.open_preset("densenet264")
    window.session.document.accept(recipe, analysis(recipe))
    window.table["level_layers"].trigger()
    window.table["zoom_fit"].trigger()
    graph = window.centre.graph
    assert graph.seen().adjusted(-80, -80, 80, 80).contains(graph.sceneRect())
    before = graph.scale_now()
    graph.zoom_out()
    assert graph.scale_now() == before
    graph.zoom_in()
    assert graph.scale_now() == pytest.approx(1.2 * before)


def test_wheel_zooms_smoothly_around_the_pointer(qtbot: QtBot, window: MainWindow) -> None:
    graph = window.centre.graph
    window.table["level_layers"].trigger()
    graph.shift(QPoint(0, 400))
    pointer = QPointF(graph.viewport().width() * 0.4, graph.viewport().height() * 0.7)
    under = graph.mapToScene(pointer.toPoint())
    for _ in range(4):
        QApplication.sendEvent(graph.viewport(), QWheelEvent(
            pointer, graph.viewport().mapToGlobal(pointer), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
        ))
    assert graph.scale_now() < 1.2**4, "it glides"
    qtbot.waitUntil(lambda: graph.scale_now() == pytest.approx(1.2**4))
    there = graph.mapFromScene(under)
    assert (there - pointer.toPoint()).manhattanLength() <= 2


def test_space_drag_and_middle_button_move_the_view(window: MainWindow) -> None:
    graph = window.centre.graph
    window.table["level_blocks"].trigger()
    bar = graph.verticalScrollBar()
    graph.setFocus()
    for button, space in ((LEFT, True), (Qt.MouseButton.MiddleButton, False)):
        before, start = bar.value(), on_screen(window, "stages.2")
        if space:
            QTest.keyPress(graph, Qt.Key.Key_Space)
        QTest.mousePress(graph.viewport(), button, pos=start)
        QTest.mouseMove(graph.viewport(), start - QPoint(0, 30))
        QTest.mouseMove(graph.viewport(), start - QPoint(0, 60))
        QTest.mouseRelease(graph.viewport(), button, pos=start - QPoint(0, 60))
        if space:
            QTest.keyRelease(graph, Qt.Key.Key_Space)
        assert bar.value() == before + 60
        assert graph.selected() == ""
    before = bar.value()
    QTest.keyClick(graph, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert bar.value() == before + 80
    assert graph.selected() == ""


def test_space_alone_still_opens(window: MainWindow) -> None:
    graph = window.centre.graph
    graph.setFocus()
    window.session.document.selection.select("stages.3")
    QTest.keyClick(graph, Qt.Key.Key_Space)
    assert graph.opened() == {"stages.3"}


def test_menu_under_the_pointer_is_about_what_lies_there(qtbot: QtBot, window: MainWindow) -> None:
    graph = window.centre.graph
    graph.menu_asked.disconnect()  # no menu can grab the keyboard of a platform without one
    place = on_screen(window, "stages.2")
    there = graph.viewport().mapToGlobal(place)
    with qtbot.waitSignal(graph.menu_asked, check_params_cb=lambda asked: asked == there):
        QApplication.sendEvent(graph.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, there))
    assert window.session.document.selection.node == "stages.2"
    button = window.centre.findChild(QToolButton, "graph.level")
    assert isinstance(button, QToolButton)
    listed = {action.objectName() for action in button.menu().actions()}
    assert {"action.open_selection", "action.level_blocks", "action.zoom_fit", "action.find"} <= listed


def test_minimap_shows_the_part_in_sight_and_moves_it(window: MainWindow) -> None:
    graph, minimap = window.centre.graph, window.centre.part.minimap
    window.table["level_blocks"].trigger()
    minimap.refresh()
    assert minimap.isVisible()
    graph.setFocus()
    QTest.mouseClick(minimap, LEFT, pos=QPoint(minimap.width() // 2, minimap.height() // 2))
    middle = graph.sceneRect().center()
    assert graph.seen().center().y() == pytest.approx(middle.y(), abs=0.03 * graph.sceneRect().height())
    frame = minimap.frame()
    assert frame.center().y() == pytest.approx(minimap.height() / 2, abs=3)
    assert frame.height() / minimap.height() == pytest.approx(graph.seen().height() / graph.sceneRect().height(), abs=0.05)
    QTest.mousePress(minimap, LEFT, pos=QPoint(20, 20))
    QTest.mouseMove(minimap, QPoint(20, minimap.height() - 10))
    QTest.mouseRelease(minimap, LEFT, pos=QPoint(20, minimap.height() - 10))
    assert graph.seen().bottom() == pytest.approx(graph.sceneRect().bottom(), abs=20)
    assert graph.selected() == "", "a click on the minimap is none on the graph"
    assert graph.hasFocus()
    assert minimap.geometry().right() < graph.viewport().width(), "scrolling leaves it in its corner"
    assert minimap.y() == 12


def covered(window: MainWindow) -> list[str]:
    """Boxes that the minimap lies over; of an open one the line with its name."""
    graph, minimap = window.centre.graph, window.centre.part.minimap
    here = graph.mapToScene(minimap.geometry()).boundingRect()
    found = []
    for name, box, _texts in graph.boxes():
        part = QRectF(box.left(), box.top(), box.width(), min(box.height(), 32.0))
        if part.intersects(here):
            found.append(name)
    return found if minimap.isVisible() else []


def test_minimap_at_rest_covers_no_box(window: MainWindow) -> None:
    graph, minimap = window.centre.graph, window.centre.part.minimap
    window.table["level_blocks"].trigger()
    minimap.refresh()
    bar = graph.verticalScrollBar()
    seen = []
    for width in (760, 560, 340, 900, 300):
        graph.setFixedWidth(width)
        for place in range(bar.minimum(), bar.maximum() + 1, max((bar.maximum() - bar.minimum()) // 7, 1)):
            bar.setValue(place)
            minimap.settle()
            assert covered(window) == [], (width, place)
            seen.append(minimap.isVisible())
    assert True in seen
    assert False in seen, "a narrow view has no free corner"


def test_minimap_that_has_no_free_corner_is_seen_while_the_view_moves(qtbot: QtBot, window: MainWindow) -> None:
    graph, minimap = window.centre.graph, window.centre.part.minimap
    graph.setFixedWidth(300)
    window.table["level_layers"].trigger()
    window.table["zoom_full"].trigger()
    minimap.refresh()
    assert not minimap.isVisible()
    graph.verticalScrollBar().setValue(graph.verticalScrollBar().value() + 30)
    assert minimap.isVisible()
    qtbot.waitUntil(lambda: not minimap.isVisible())


def test_minimap_stays_in_its_corner_while_that_is_free(qtbot: QtBot, window: MainWindow) -> None:
    graph, minimap = window.centre.graph, window.centre.part.minimap
    window.table["level_stages"].trigger()
    graph.zoom_to(1.5)
    minimap.refresh()
    places = set()
    for value in range(0, graph.verticalScrollBar().maximum(), 40):
        graph.verticalScrollBar().setValue(value)
        places.add((minimap.x(), minimap.y()))
    assert len(places) == 1


def test_minimap_hides_where_all_is_seen_and_where_it_is_not_wanted(qtbot: QtBot, window: MainWindow) -> None:
    minimap = window.centre.part.minimap
    window.table["level_blocks"].trigger()
    minimap.refresh()
    window.table["zoom_fit"].trigger()
    assert not minimap.isVisible()
    window.table["zoom_full"].trigger()
    assert minimap.isVisible()
    window.table["minimap"].trigger()
    assert not minimap.isVisible()
    assert not window.session.preferences.flag("minimap")
    window.table["minimap"].trigger()
    assert minimap.isVisible()
    before = minimap.grab().toImage()
    window.table["colour_params"].trigger()
    qtbot.waitUntil(lambda: minimap.grab().toImage() != before)


def test_zoom_expansion_selection_and_place_survive_a_tweak(window: MainWindow) -> None:
    graph, document = window.centre.graph, window.session.document
    window.table["level_blocks"].trigger()
    document.selection.select("stages.5.1")
    graph.zoom_to(0.8)
    opened, place = graph.opened(), on_screen(window, "stages.5.1")
    for recipe in (Recipe.of("mobilenet_v2", {"alpha": 0.5}), Recipe.of("mobilenet_v2", at={"stages.2": {"repeats": 5}})):
        document.accept(recipe, analysis(recipe))
        assert graph.scale_now() == pytest.approx(0.8)
        assert graph.opened() == opened
        assert document.selection.node == "stages.5.1"
        assert (on_screen(window, "stages.5.1") - place).manhattanLength() <= 1


@pytest.mark.parametrize("level", ["level_blocks", "level_layers"])
def test_what_an_edit_of_one_block_does_not_change_does_not_move(window: MainWindow, level: str) -> None:
    """A block grows by squeeze-and-excitation: what stands before it stays, what follows only makes way along the flow."""
    graph, document = window.centre.graph, window.session.document
    window.table[level].trigger()
    document.selection.select("stages.5.1")
    graph.zoom_to(0.8)
    before = {name: graph.mapFromScene(box.topLeft()) for name, box, _ in graph.boxes()}
    recipe = Recipe.of("mobilenet_v2", at={"stages.5.1": {"se": 4}})
    document.accept(recipe, analysis(recipe))
    moved = {name: graph.mapFromScene(box.topLeft()) - before[name] for name, box, _ in graph.boxes() if name in before}
    for name, way in moved.items():
        if name.startswith("stem") or "stages." <= name < "stages.5":
            assert way.manhattanLength() <= 1, (name, way)
        elif not name.startswith("stages.5"):
            assert abs(way.x()) <= 1, (name, way)
    after = [way.y() for name, way in moved.items() if name.startswith(("stages.6", "stages.7", "head"))]
    assert 0 < max(after) <= min(after) + 1


def test_a_long_path_does_not_widen_the_window(window: MainWindow) -> None:
    before = window.width(), window.minimumSizeHint().width()
    window.session.document.selection.select("stages.5.1.depthwise.conv")
    QApplication.processEvents()
    assert (window.width(), window.minimumSizeHint().width()) == before
    crumbs = [b for b in window.centre.crumbs.children() if b.property("crumb") and b.isVisibleTo(window)]  # type: ignore[attr-defined]
    assert crumbs[-1].text() == "conv"  # type: ignore[attr-defined]


def test_new_and_reduced_boxes_are_outlined_for_a_moment(qtbot: QtBot, window: MainWindow) -> None:
    document, changes = window.session.document, window.centre.part.changes
    window.table["level_layers"].trigger()
    assert changes.outlined() == (0, 0), "opening is no change"
    narrow = Recipe.of("mobilenet_v2", {"alpha": 0.5})
    document.accept(narrow, analysis(narrow))
    assert changes.outlined() == (0, 0), "the same boxes, other figures"
    squeezed = Recipe.of("mobilenet_v2", at={"stages.5.0": {"se": 4}})
    document.accept(squeezed, analysis(squeezed))
    added, reduced = changes.outlined()
    assert added >= 1
    assert reduced == 0
    document.accept(PLAIN, analysis(PLAIN))
    added, reduced = changes.outlined()
    assert added == 0
    assert reduced >= 1
    qtbot.waitUntil(lambda: changes.outlined() == (0, 0))


def test_another_preset_is_no_change_of_blocks(window: MainWindow) -> None:
    document, other = window.session.document, Recipe("mobilenet_v1")
    document.open_preset("mobilenet_v1")
    document.accept(other, analysis(other))
    assert window.centre.part.changes.outlined() == (0, 0)


def test_what_opens_leaves_the_axis_where_it_is(window: MainWindow) -> None:
    graph, document, dense = window.centre.graph, window.session.document, Recipe("densenet121")
    document.open_preset("densenet121")
    document.accept(dense, analysis(dense))
    axis = graph.mapFromScene(QPointF(0, 0)).x()
    for level in ("blocks", "layers", "stages"):
        window.table[f"level_{level}"].trigger()
        assert abs(graph.mapFromScene(QPointF(0, 0)).x() - axis) <= 8, "but for half a scroll bar"


def test_the_axis_stays_in_the_middle_when_the_view_gets_another_width(window: MainWindow) -> None:
    graph = window.centre.graph
    window.table["level_blocks"].trigger()
    for width in (760, 380, 300, 520, 900):
        graph.setFixedWidth(width)
        assert graph.mapFromScene(QPointF(0, 0)).x() == pytest.approx(graph.viewport().width() / 2, abs=6), width


@pytest.mark.parametrize("scale", [0.3, 0.15, 0.08])
def test_from_far_away_selected_boxes_keep_their_colours_in_sight(window: MainWindow, scale: float) -> None:
    graph = window.centre.graph
    window.table["level_blocks"].trigger()
    window.table["select_all"].trigger()
    scene = graph.picture.scene
    picture = QImage(graph.sceneRect().size().toSize() * scale, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.scale(scale, scale)
    painter.translate(-graph.sceneRect().topLeft())
    scene.coarse().paint(painter)
    painter.end()
    accent = QColor(scene.theme.accent)
    lit = [scene.nodes[name] for name in graph.lit()]
    assert len(lit) > 5
    for item in lit:
        place = (item.box.center() - graph.sceneRect().topLeft()) * scale
        seen, fill = picture.pixelColor(place.toPoint()), QColor(item.ground)
        far, near = (abs(seen.red() - c.red()) + abs(seen.blue() - c.blue()) for c in (accent, fill))
        assert near < far, (item.shape_data.id, seen.name(), fill.name())
