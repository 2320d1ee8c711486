"""Panels against a session of fakes: what they show, what they send, what they never do by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QLineEdit, QMessageBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

import models
from explorer.core.recipe import Recipe
from explorer.session.latency import Point
from explorer.session.session import Session
from explorer.views.knob_row import NumberRow
from explorer.views.knobs import LEAST_PX
from explorer.views.layer_model import PLACES, LayerModel
from explorer.views.library import LibraryModel, library_rows
from explorer.views.slider import StopSlider
from explorer.views.window import MainWindow
from tests.session.recorded import analysis_of
from tests.views.making import KNOBS, analysis, answer, catalogue, session

BAR_PX = 10
MEASUREMENT = {
    "median_ms": 10.6, "p10_ms": 10.3, "p90_ms": 10.9, "n": 84, "settings": {"threads": 1}, "flags": [],
    "samples_ms": [10.3, 10.6, 10.9],
    "min_ms": 10.3, "iqr_ms": 0.2, "warmup_runs": 10, "fingerprint": {"runtime": "PyTorch eager"},
}


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


def number_row(window: MainWindow, name: str) -> NumberRow:
    row = window.knobs.rows[name]
    assert isinstance(row, NumberRow)
    return row


def at_stop(slider: StopSlider, value: float) -> QPoint:
    return slider.centre_of(slider.stops().index(value)).toPoint()


def test_a_drag_is_one_step_and_every_move_is_live(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    running, window = made
    slider, seen = number_row(window, "alpha").slider, []
    running.document.recipe_changed.connect(lambda r, _serial: seen.append(r.value("alpha")))
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(slider, left, pos=at_stop(slider, 1.0))
    for value in (0.75, 0.5, 0.25):
        qtbot.mouseMove(slider, at_stop(slider, value))
        answer(running)
    qtbot.mouseRelease(slider, left, pos=at_stop(slider, 0.25))
    assert seen == [0.75, 0.5, 0.25]
    assert running.document.stack.count() == 1
    assert running.document.stack.undoText() == "width α 0.25"
    running.document.stack.undo()
    assert running.document.recipe == Recipe("net")


def test_filling_the_panel_edits_nothing(made: tuple[Session, MainWindow]) -> None:
    running, window = made
    for place in ("stages.1", "stages.1.0", ""):
        running.document.selection.choose_place(place)
        answer(running)
    window.knobs.refresh()
    assert running.document.stack.count() == 0


def test_no_panel_can_be_moved_sideways(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    """Where a bar is away nothing would lead back."""
    _running, window = made
    window.resize(1280, 800)
    policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    areas = [area for area in window.findChildren(QScrollArea) if area.horizontalScrollBarPolicy() == policy]
    assert window.knobs.area in areas
    for area in areas:
        bar = area.horizontalScrollBar()
        bar.setRange(0, 20)  # what Qt sets where the content is wider than its view
        bar.setValue(9)
        assert bar.value() == 0, area.parent()


@pytest.mark.parametrize("preset", [entry.presets[0].name for entry in models.architectures()])
def test_no_knob_is_cut_at_the_least_width(window: MainWindow, preset: str) -> None:
    recipe = Recipe(preset)
    window.session.document.open_preset(preset)
    window.session.document.accept(recipe, analysis(recipe))
    places = list(window.session.document.analysis["places"]) if window.session.document.analysis else []
    window.resize(window.minimumSizeHint())
    for node in (places[0], places[len(places) // 2], places[-1]):
        window.session.document.selection.select(node)
        content = window.knobs.area.widget()
        assert content.minimumSizeHint().width() <= LEAST_PX - BAR_PX, node
    assert window.knobs.area.width() >= LEAST_PX


def test_typed_values_and_what_cannot_be_read(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    running, window = made
    field = number_row(window, "alpha").field
    for text, value in (("0.6", 0.6), ("0,7", 0.7)):
        field.clear()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert running.document.recipe.value("alpha") == value
    for wrong in ("nonsense", "9", "nan", ""):
        field.clear()
        qtbot.keyClicks(field, wrong)
        field.setModified(True)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert running.document.recipe.value("alpha") == 0.7
        assert "allowed: 0.1 to 2" in window.message.text()
    assert running.document.stack.count() == 2


def test_undo_in_a_field_is_the_documents_once_the_value_is_in(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    running, window = made
    field = number_row(window, "alpha").field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "0.6")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitExposed(window):
        window.activateWindow()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert running.document.recipe == Recipe("net")


def test_keys_move_a_slider_by_stops(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    running, window = made
    slider = number_row(window, "expansion").slider
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert running.document.recipe.value("expansion") == 5
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert running.document.recipe.value("expansion") == 1
    assert running.document.stack.count() == 2


def test_an_override_is_marked_and_reset(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    running, window = made
    running.document.selection.select("stages.1")
    assert running.document.selection.place == "stages.1"
    qtbot.keyClick(number_row(window, "expansion").slider, Qt.Key.Key_Left)
    answer(running)
    row = number_row(window, "expansion")
    assert running.document.recipe == Recipe.of("net", at={"stages.1": {"expansion": 5}})
    assert row.here.text() == "● here; network 6 —"
    assert row.here.isVisibleTo(window)
    assert row.reset.text() == "reset"
    assert running.document.stack.undoText() == "expansion t 5 · stage 1"
    qtbot.mouseClick(row.reset, Qt.MouseButton.LeftButton)
    assert running.document.recipe == Recipe("net")


def test_scope_follows_the_selection_and_says_why_not(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    running, window = made
    stage, block = (window.knobs.scope.segments.button(i) for i in (1, 2))
    assert not stage.isEnabled()
    assert "Select a stage" in stage.toolTip()
    running.document.selection.select("stages.2.0.conv")
    assert block.isChecked()
    assert block.text() == "Block 2.0"
    assert set(window.knobs.rows) == {"expansion"}
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton)
    assert running.document.selection.place == "stages.2"
    assert running.document.selection.node == "stages.2.0.conv"
    assert set(window.knobs.rows) == {"alpha", "expansion", "groups"}


def test_only_legal_values_are_stops(made: tuple[Session, MainWindow]) -> None:
    running, window = made
    analysis = analysis_of(running.document.recipe)
    reading = analysis["places"][""]["knobs"]["groups"]
    reading.update(legal=[1, 2, 5], reason=["it must divide the channel counts {0}", "10, 20"])
    running.document.accept(running.document.recipe, analysis)
    row = number_row(window, "groups")
    assert row.slider.stops() == (1, 2, 5)
    assert row.note.text() == "legal here: 1, 2, 5"
    assert "it must divide the channel counts 10, 20" in row.toolTip()


def test_every_control_has_a_name_and_a_word(made: tuple[Session, MainWindow]) -> None:
    _, window = made
    wanted = (QAbstractButton, QAbstractSlider, QComboBox, QLineEdit)
    for widget in window.findChildren(QWidget):
        if isinstance(widget, wanted) and widget.isVisibleTo(window) and not widget.objectName().startswith("qt_"):
            parent = widget.parentWidget()
            inner = {"QTabBar", "QSpinBox", "QScrollBar", "QComboBox", "QTableView"}
            if parent is not None and parent.metaObject().className() in inner:
                continue
            if widget.metaObject().className() == "QScrollBar":
                continue
            text = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            assert text, f"{widget.metaObject().className()} {widget.objectName()} has no name"


def test_totals_compare_with_the_preset(made: tuple[Session, MainWindow]) -> None:
    running, window = made
    assert window.totals.macs.change.text() == ""
    running.document.set_knob("alpha", 0.5)
    answer(running)
    assert window.totals.macs.value.text() == "1.00 k"
    assert window.totals.macs.change.text() == "−50.0 %"
    assert window.totals.macs.change.mark() == "good"


def test_a_latency_stands_with_its_spread_and_goes_with_its_recipe(made: tuple[Session, MainWindow]) -> None:
    running, window = made
    recipe, latency = running.document.recipe, running.latency
    assert window.totals.time.value.text() == "–"
    point = Point(recipe, "net", 2000, MEASUREMENT)
    latency.points[recipe.digest(), latency.conditions] = point
    latency.measured.emit(point)
    assert window.totals.time.value.text() == "10.6 ms"
    assert window.totals.time.below.text() == "p10–p90 10.3–10.9 ms · n 84\nPyTorch eager, 1 thread"
    assert window.bottom.time.points == [point]
    running.document.set_knob("alpha", 0.5)
    assert window.totals.time.value.text() == "–"


def test_inspector_shows_the_selection(made: tuple[Session, MainWindow]) -> None:
    running, window = made
    running.document.selection.select("stages.1")
    assert window.inspector.values["macs"].text() == "1.00 k · 50 %"
    assert window.inspector.values["path"].text() == "stages.1"


def test_layer_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = LayerModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    analysis = analysis_of(Recipe("net"))
    model.show_analysis(analysis)
    assert model.rowCount() == 2
    assert model.data(model.index(0, PLACES["macs"])) == "1,000"
    model.sort(PLACES["path"], Qt.SortOrder.DescendingOrder)
    assert model.row(0)["path"] == "stages.2.0.conv"
    changed: list[object] = []
    model.dataChanged.connect(lambda *_: changed.append(1))
    model.modelReset.connect(lambda: pytest.fail("reset although the number of rows is the same"))
    model.show_analysis(analysis_of(Recipe.of("net", {"alpha": 0.5})))
    assert changed
    del tester


def test_library_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = LibraryModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for preset, word in (("net", ""), ("other", ""), ("net", "2020"), ("net", "nothing at all")):
        model.show_rows(library_rows(catalogue(), preset, word))
    assert model.rowCount() == 0
    del tester


def test_library_shows_the_open_ones_presets_and_finds(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    running, window = made
    assert [r.text for r in window.library.model.rows] == ["Net", "net", "net_large", "Other"]
    qtbot.keyClicks(window.library.search, "2020")
    assert [r.text for r in window.library.model.rows] == ["Other"]
    qtbot.keyClick(window.library.search, Qt.Key.Key_Return)
    assert running.document.recipe == Recipe("other")
    assert running.document.stack.undoText() == "open other"


def test_the_layer_table_and_the_selection_are_one(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    running, window = made
    window.bottom.tabs.setCurrentIndex(1)
    table = window.bottom.layers.table
    running.document.selection.select("stages.2")
    assert [i.row() for i in table.selectionModel().selectedRows()] == [1]
    table.selectRow(0)
    table.clicked.emit(window.bottom.layers.model.index(0, 0))
    assert running.document.selection.node == "stages.1.0.conv"


def test_knob_text_and_parsing_agree() -> None:
    for spec in KNOBS:
        for value in (spec.minimum, spec.maximum, *spec.snaps):
            typed = spec.value_at(value)
            assert spec.parse(spec.text_with_unit(typed)) == typed
