"""The Pairs tab: what can be chosen and is asked for, the answer in words and charts, tables as files, a layer's menu."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from explorer.core.recipe import Recipe
from explorer.session.pins import PRESENT
from explorer.session.session import Session
from explorer.views.bottom import COMPARE, TURNS
from explorer.views.chart_dialog import ChartChoice
from explorer.views.chart_files import content
from explorer.views.edit_part import EditPart
from explorer.views.micro_menu import MicroButton, selected_layer
from explorer.views.theme import DARK, LIGHT
from explorer.views.turns_tab import PRINTED, TurnsTab
from explorer.views.window import MainWindow
from tests.session.recorded import HeldWorker, analysis_of
from tests.session.recorded_turns import micro_of, pair_of, ready_of

Made = tuple[Session, MainWindow]


@pytest.fixture
def turns(made: Made) -> tuple[HeldWorker, TurnsTab, MainWindow]:
    """The tab, seen; what it asks for is held."""
    running, window = made
    worker = HeldWorker()
    running.turns.worker = worker  # type: ignore[assignment]
    window.resize(1280, 800)
    window.turns.show()
    return worker, window.bottom.turns, window


def _show(tab: TurnsTab, document: dict[str, Any]) -> None:
    tab.turns.current = document
    tab.turns.changed.emit()


def test_nothing_measured_says_what_to_do(turns: tuple[HeldWorker, TurnsTab, MainWindow]) -> None:
    _, tab, _ = turns
    assert tab.chart.empty.startswith("Choose two networks")
    assert "Pin others" in tab.about.text()
    assert not tab.copying.isEnabled()
    assert tab.answer.isHidden()


def test_a_pin_against_the_baseline(turns: tuple[HeldWorker, TurnsTab, MainWindow]) -> None:
    worker, tab, window = turns
    pins = window.session.pins
    base = pins.pin(Recipe("net_large"), "large")
    pins.choose_baseline(base.key)
    assert [tab.first.itemText(i) for i in range(tab.first.count())] == ["this recipe", "large (baseline)"]
    tab.choose(base.key, PRESENT)
    tab.measure.click()
    (asked,) = worker.asked
    assert asked["names"] == ["large", "net"]
    assert [r["preset"] for r in asked["recipes"]] == ["net_large", "net"]
    assert tab.measure.text() == "Stop"
    asked["on_progress"]({"fraction": 0.5, "text": ["in turn: {0} of {1} rounds", "5", "10"]})
    assert tab.state.text() == "net against large · in turn: 5 of 10 rounds · 50 %"
    tab.measure.click()
    assert worker.cancelled == [1]
    worker.fail("cancelled")
    assert tab.measure.text() == "Measure in turn ▶"
    assert tab.state.isHidden()


def test_an_edited_recipe_can_be_measured_against_its_preset(turns: tuple[HeldWorker, TurnsTab, MainWindow]) -> None:
    worker, tab, window = turns
    document = window.session.document
    document.set_knob("groups", 2)
    engine = window.session.engine.worker
    assert isinstance(engine, HeldWorker)
    engine.answer(analysis_of(document.recipe))
    window.table["measure_pair"].trigger()
    (asked,) = worker.asked
    assert asked["recipes"][1]["knobs"] == {"groups": 2}
    assert asked["recipes"][0]["knobs"] == {}
    assert asked["names"][0] == "net"
    assert tab.first.currentData() == PRINTED
    assert window.session.turns.is_running()


def test_the_preset_itself_has_nothing_to_be_compared_with(turns: tuple[HeldWorker, TurnsTab, MainWindow]) -> None:
    worker, _, window = turns
    window.table["measure_pair"].trigger()
    assert worker.asked == []
    assert "nothing to compare" in window.message.text()


def test_the_answer_stands_in_words_and_charts(turns: tuple[HeldWorker, TurnsTab, MainWindow]) -> None:
    _, tab, _ = turns
    _show(tab, pair_of())
    lines = tab.answer.text().splitlines()
    assert lines[0] == "Fewer MACs, and slower"
    assert lines[-1] == "grouped takes 1.23 times as long as wide (95 % interval 1.19 to 1.27)"
    assert "stamps cost wide" in tab.about.text()
    figure = tab.chart.figure(LIGHT)
    assert figure is not None
    measured = [spot for spot in figure.spots if spot.low is not None]
    assert [spot.y for spot in measured] == [10.0, 12.3]
    assert (measured[1].low, measured[1].high) == pytest.approx((12.3 * 0.98, 12.3 * 1.02))
    rings = [spot.y for spot in figure.spots if spot.shape == "ring"]
    assert rings == [5.0], "half the MACs: half the time, if it followed them"
    assert figure.lines == (), "two networks chosen by hand are no series"
    assert [tick.text for tick in figure.x.ticks] == ["wide", "grouped"]
    assert "1.23 ×" in [spot.text for spot in figure.spots]
    assert "1.23 times as long (1.19 to 1.27), slower" in tab.chart.accessibleDescription()


def test_where_the_time_goes_adds_up(turns: tuple[HeldWorker, TurnsTab, MainWindow]) -> None:
    _, tab, _ = turns
    _show(tab, pair_of())
    parts = tab.operators.parts()
    for row, median in enumerate((10.0, 12.3)):
        ends = [(p.start, p.end) for p in parts if p.row == row]
        assert all(after[0] == before[1] for before, after in pairwise(ends)), "no gap between the pieces"
        assert ends[-1][1] == pytest.approx(median + 0.3), "with stamps; their cost is taken away"
    figure = tab.operators.figure(DARK)
    assert figure is not None
    assert [line.places[0][0] for line in figure.lines] == [10.0, 12.3], "a mark where the median without stamps ends"
    assert any(key.text.startswith("shuffle  – · 2.50") for key in figure.legend)
    table = tab.operators.table()
    assert table is not None
    assert table.totals[0][1:3] == pytest.approx([10.0, 12.3])
    _show(tab, pair_of() | {"operators_missing": ["layers are timed in PyTorch eager only; the runtime is {0}", "ONNX Runtime"]})
    assert tab.operators.empty == "layers are timed in PyTorch eager only; the runtime is ONNX Runtime"


def test_a_ready_comparison_is_a_series(turns: tuple[HeldWorker, TurnsTab, MainWindow]) -> None:
    _, tab, _ = turns
    _show(tab, ready_of())
    figure = tab.chart.figure(LIGHT)
    assert figure is not None
    followed, measured = figure.lines
    assert [y for _, y in measured.places] == [10.0, 12.3, 10.1]
    assert [y for _, y in followed.places] == [10.0, 5.0, 2.5]
    assert "g = 3 is left out: it must divide 16" in tab.about.text()
    assert tab.answer.text().splitlines()[0] == "Against wide, 10.0 ms:"


def test_a_single_layer_has_a_chart_alone(turns: tuple[HeldWorker, TurnsTab, MainWindow]) -> None:
    _, tab, _ = turns
    _show(tab, micro_of())
    assert tab.operators.isHidden()
    assert tab.chart.title == "Does the time follow the MACs? median ms over groups g"
    assert "Fewer MACs, and slower: 4" in tab.answer.text()
    table = tab.chart.table()
    assert table is not None
    assert [row[0] for row in table.rows] == ["1", "2", "4"]
    _show(tab, pair_of())
    assert not tab.operators.isHidden() or not tab.pair.switch.isHidden()


def test_log_axis_and_saved_pictures(turns: tuple[HeldWorker, TurnsTab, MainWindow]) -> None:
    _, tab, _ = turns
    for document in (micro_of(), pair_of()):
        _show(tab, document)
        assert tab.chart.pick("L")
        figure = tab.chart.figure(LIGHT)
        assert figure is not None
        assert figure.y.low < figure.y.high
        assert tab.chart.pick("L")
        for chart in (tab.chart, *(() if document["kind"] == "micro" else (tab.operators,))):
            choice = ChartChoice.recalled(chart.memory)
            assert content(chart, "svg", choice).startswith(b"<?xml")
            assert content(chart, "png", choice)[:4] == b"\x89PNG"
            assert b"# Measured on: Some CPU" in content(chart, "csv", choice)


def test_tables_are_copied_and_saved(turns: tuple[HeldWorker, TurnsTab, MainWindow], tmp_path: Path) -> None:
    _, tab, window = turns
    _show(tab, pair_of())
    menu = tab.files.menu()
    names = [action.objectName() for action in menu.actions() if action.objectName()]
    assert {"turns.copy.networks.latex", "turns.copy.operators.markdown", "turns.save.operators", "turns.forget"} <= set(names)
    tab.files.copy("operators", "markdown")
    assert "median without stamps" in QGuiApplication.clipboard().text()
    tab.files.ask = lambda _parent, _suggestion: str(tmp_path / "pair.tex")
    tab.files.save("networks")
    assert r"\begin{tabular}" in (tmp_path / "pair.tex").read_text(encoding="utf-8")
    assert window.message.text() == "2 rows saved as pair.tex."
    tab.files.ask = lambda _parent, _suggestion: str(tmp_path / "pair.doc")
    tab.files.save("networks")
    assert "the ending .doc is unknown" in window.message.text()


def test_doubts_and_failures_are_said(turns: tuple[HeldWorker, TurnsTab, MainWindow]) -> None:
    worker, tab, window = turns
    document = pair_of()
    document["runs"][1]["measurement"]["flags"] = [["noisy: other processes kept {0} processors busy", "1.2"]]
    _show(tab, document)
    assert tab.doubt.text() == "grouped: noisy: other processes kept 1.2 processors busy"
    window.session.turns.ask_pair([("a", Recipe("net")), ("b", Recipe("net_large"))])
    worker.fail("bad input", "these networks together need about 9 GB of memory, 1 GB is free")
    assert tab.state.text().startswith("these networks together need")
    assert "hese networks together need" in window.message.text()
    assert tab.answer.text(), "what was looked at stays"


def test_an_architecture_without_the_knob_says_so(turns: tuple[HeldWorker, TurnsTab, MainWindow]) -> None:
    worker, tab, window = turns
    menu: QMenu = tab.ready_menu()
    by_name = {action.objectName(): action for action in menu.actions()}
    assert by_name["action.ready_channels"].isEnabled()
    assert not by_name["action.ready_shuffle"].isEnabled()
    assert by_name["action.ready_shuffle"].toolTip() == "Net has no knob shuffle."
    by_name["action.ready_macs"].trigger()
    (asked,) = worker.asked
    assert (asked["job"], asked["ready"], asked["recipe"]["preset"]) == ("pair", "fixed_macs", "net")
    assert window.bottom.tabs.currentIndex() == TURNS


def test_marked_rows_of_the_comparison_in_turn_with_the_baseline(turns: tuple[HeldWorker, TurnsTab, MainWindow]) -> None:
    worker, _, window = turns
    pins = window.session.pins
    base, other = pins.pin(Recipe("net_large"), "large"), pins.pin(Recipe("other"), "other")
    window.pins.show()
    compare = window.bottom.compare
    steps = compare.steps
    pins.choose_baseline(base.key)
    compare.table.clearSelection()
    assert steps.in_turn() == [], "nothing is marked"
    compare.table.selectAll()
    names = [name for name, _ in steps.in_turn()]
    assert names[0] == "large"
    assert set(names[1:]) == {"net", "other"}
    assert window.bottom.tabs.currentIndex() == COMPARE
    next(action for action in steps.menu().actions() if action.objectName() == "pin.in_turn").trigger()
    assert worker.asked[0]["names"][0] == "large"
    assert window.bottom.tabs.currentIndex() == TURNS
    assert other.name == "other"


def test_a_layer_is_measured_from_its_box_and_from_the_inspector(qtbot: QtBot, window: MainWindow) -> None:
    worker = HeldWorker()
    window.session.turns.worker = worker  # type: ignore[assignment]
    selection = window.session.document.selection
    button = window.findChild(MicroButton, "inspector.micro")
    assert button is not None
    assert button.isHidden()
    selection.select("stages.3.1.expand.conv")
    assert not button.isHidden()
    edit: EditPart = window.centre.edit
    inner = next(m for m in edit.make_menu().findChildren(QMenu) if m.objectName() == "menu.micro")
    assert [action.objectName() for action in inner.actions()] == ["micro.groups", "micro.channels", "micro.kernel"]
    inner.actions()[2].trigger()
    (asked,) = worker.asked
    assert (asked["job"], asked["layer"], asked["over"]) == ("micro", "stages.3.1.expand.conv", "kernel")
    assert asked["recipe"]["preset"] == "mobilenet_v2"
    assert window.bottom.tabs.currentIndex() == TURNS
    selection.select("classifier")
    assert [action.objectName() for action in button.menu_of_layer().actions()] == ["micro.channels"]
    for node in ("stages.3", "stages.3.1.expand.norm", ""):
        selection.select(node)
        assert button.isHidden()
        assert selected_layer(window.session) is None


def test_both_themes_paint(turns: tuple[HeldWorker, TurnsTab, MainWindow]) -> None:
    _, tab, window = turns
    for document in (pair_of(), ready_of(), micro_of()):
        for theme in ("dark", "light"):
            window.choose_theme(theme)
            _show(tab, document)
            picture = tab.grab()
            assert not picture.isNull()
