"""The knobs' slider: where it can stand, what draws it, what the keys do; one stroke is one undo step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from explorer.core.catalogue import KnobSpec, grid
from explorer.core.recipe import Recipe, Value
from explorer.session.session import Session
from explorer.views.knob_row import NumberRow
from explorer.views.slider import MAGNET_PX, StopSlider
from explorer.views.window import MainWindow
from tests.session.recorded import analysis_of
from tests.views.making import KNOBS, answer, session

LEFT = Qt.MouseButton.LeftButton
ALPHA, EXPANSION, _GROUPS = KNOBS
RESOLUTION = KnobSpec("resolution", "ρ", "resolution", "int", 224, "", "", 32, 600, 1, snaps=(128, 160, 192, 224), unit="px")
SE = KnobSpec("se", "r", "squeeze-excite", "int", 0, "", "", 2, 32, snaps=(2, 4, 8, 16, 32), special={0: "off"})
CHANNELS = KnobSpec("channels", "c", "channels", "int", 64, "", "", 8, 4096, 8)
CLASSES = KnobSpec("classes", "", "classes", "int", 1000, "", "", 1, 100000, snaps=(10, 100, 1000))


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Session, MainWindow]]:
    running = session(tmp_path)
    window = MainWindow(running)
    window.files.ask_unsaved = lambda _parent, _name: QMessageBox.StandardButton.Discard
    qtbot.addWidget(window)
    window.show()
    answer(running)
    yield running, window
    running.stop()


def row_of(window: MainWindow, name: str) -> NumberRow:
    row = window.knobs.rows[name]
    assert isinstance(row, NumberRow)
    return row


def slider_of(qtbot: QtBot, spec: KnobSpec, value: Value) -> StopSlider:
    slider = StopSlider()
    qtbot.addWidget(slider)
    slider.resize(248, 16)
    assert not isinstance(value, str)
    slider.show_stops(spec.stops(None, value), float(value), snaps=spec.snaps, even=bool(spec.special))
    return slider


def at(slider: StopSlider, value: float, off: float = 0.0) -> QPoint:
    return QPoint(round(slider.x_of(value) + off), 8)


def test_where_a_slider_can_stand() -> None:
    assert len(ALPHA.stops(None, 1.0)) == 191
    assert ALPHA.stops(None, 0.333)[23:26] == (0.33, 0.333, 0.34)
    assert EXPANSION.stops(None, 6) == tuple(range(1, 13))
    assert RESOLUTION.stops(None, 224) == (128, 160, 192, 224)
    assert RESOLUTION.stops(None, 200) == (128, 160, 192, 200, 224)
    assert SE.stops(None, 0) == (0, 2, 4, 8, 16, 32)
    assert CHANNELS.stops(None, 64)[:3] == (8, 16, 24)
    assert EXPANSION.stops([1, 2, 4], 2) == (1, 2, 4)
    assert {10, 100, 1000, 1, 100000, 37, 4200} <= set(CLASSES.stops(None, 1000))
    assert grid(0.0, 0.95, 0.05, ())[:3] == (0.0, 0.05, 0.1)


def test_values_between_the_papers_can_be_reached_and_the_papers_draw(qtbot: QtBot) -> None:
    slider = slider_of(qtbot, ALPHA, 1.0)
    chosen: list[float] = []
    slider.stop_chosen.connect(chosen.append)
    qtbot.mousePress(slider, LEFT, pos=at(slider, 0.63))
    assert chosen[-1] == pytest.approx(0.63, abs=0.011)
    for off in (-5, -2, 2, 5):
        qtbot.mouseMove(slider, at(slider, 0.75, off))
        assert slider.stop() == 0.75
    qtbot.mouseMove(slider, at(slider, 0.75, MAGNET_PX + 3))
    assert slider.stop() > 0.75
    qtbot.mouseRelease(slider, LEFT, pos=at(slider, 0.75, MAGNET_PX + 3))
    assert slider.snaps() == (0.25, 0.5, 0.75, 1.0)


def test_between_two_close_snaps_there_is_room(qtbot: QtBot) -> None:
    spec = KnobSpec("alpha", "α", "width", "float", 1.0, "", "", 0.1, 2.0, 0.01, snaps=(1.3, 1.4))
    slider = slider_of(qtbot, spec, 1.0)
    qtbot.mousePress(slider, LEFT, pos=at(slider, 1.35))
    assert 1.3 < slider.stop() < 1.4
    qtbot.mouseRelease(slider, LEFT, pos=at(slider, 1.35))


@pytest.mark.parametrize(("spec", "value"), [(CHANNELS, 64), (CLASSES, 1000), (SE, 0), (RESOLUTION, 224), (EXPANSION, 6)])
def test_the_ends_are_the_least_and_the_greatest(qtbot: QtBot, spec: KnobSpec, value: int) -> None:
    slider = slider_of(qtbot, spec, value)
    qtbot.mousePress(slider, LEFT, pos=QPoint(0, 8))
    assert slider.stop() == slider.stops()[0]
    qtbot.mouseMove(slider, QPoint(247, 8))
    assert slider.stop() == slider.stops()[-1]
    qtbot.mouseRelease(slider, LEFT, pos=QPoint(247, 8))


def test_arrows_go_a_step_and_pages_to_the_papers_next_value(qtbot: QtBot) -> None:
    slider = slider_of(qtbot, ALPHA, 0.6)
    for key, value in (
        (Qt.Key.Key_Right, 0.61), (Qt.Key.Key_Left, 0.6), (Qt.Key.Key_PageUp, 0.75), (Qt.Key.Key_PageUp, 1.0),
        (Qt.Key.Key_PageUp, 2.0), (Qt.Key.Key_PageDown, 1.0), (Qt.Key.Key_PageDown, 0.75), (Qt.Key.Key_Home, 0.1),
        (Qt.Key.Key_End, 2.0),
    ):
        qtbot.keyClick(slider, key)
        assert slider.stop() == value
    repeats = slider_of(qtbot, CHANNELS, 64)
    qtbot.keyClick(repeats, Qt.Key.Key_Up)
    assert repeats.stop() == 72


def test_a_long_drag_is_one_step(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    running, window = made
    slider = row_of(window, "alpha").slider
    qtbot.mousePress(slider, LEFT, pos=at(slider, 1.0))
    for value in (0.97, 0.91, 0.83, 0.66, 0.62):
        qtbot.mouseMove(slider, at(slider, value))
        answer(running)
    qtbot.mouseRelease(slider, LEFT, pos=at(slider, 0.62))
    assert running.document.stack.count() == 1
    assert running.document.recipe.value("alpha") == pytest.approx(0.62, abs=0.011)
    running.document.stack.undo()
    assert running.document.recipe == Recipe("net")


def test_a_wrong_value_is_a_sentence_and_the_field_is_as_before(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    running, window = made
    row = row_of(window, "alpha")
    row.field.selectAll()
    qtbot.keyClicks(row.field, "7")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert "allowed: 0.1 to 2" in window.message.text()
    assert row.field.text() == "1"
    assert running.document.recipe == Recipe("net")


def test_escape_restores_what_was_there(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    running, window = made
    row = row_of(window, "alpha")
    row.field.setFocus()
    row.field.selectAll()
    qtbot.keyClicks(row.field, "0.5")
    qtbot.keyClick(row.field, Qt.Key.Key_Escape)
    assert row.field.text() == "1"
    window.knobs.setFocus()
    assert running.document.recipe == Recipe("net")


def test_a_value_that_is_not_legal_says_why_and_what_is(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    running, window = made
    analysis = analysis_of(running.document.recipe)
    reason = ["it must divide the channel counts {0}", "10, 20"]
    analysis["places"][""]["knobs"]["groups"].update(legal=[1, 2, 5], reason=reason)
    running.document.accept(running.document.recipe, analysis)
    row = row_of(window, "groups")
    row.field.selectAll()
    qtbot.keyClicks(row.field, "3")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert "it must divide the channel counts 10, 20; possible here: 1, 2, 5" in window.message.text()
    assert row.field.text() == "1"
    assert running.document.recipe == Recipe("net")
