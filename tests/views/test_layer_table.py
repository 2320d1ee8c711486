"""The layer table through the window: sorting, filter, columns, totals that stay, selection, copies and files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from explorer.analysis import analyse
from explorer.core.columns import COLUMNS
from explorer.core.recipe import Recipe
from explorer.session.session import Session
from explorer.views.bottom import LAYERS
from explorer.views.layer_model import PLACES
from explorer.views.layers import LayersTab
from explorer.views.window import MainWindow
from tests.views.making import session

PRESET = "mobilenet_v2"


@pytest.fixture(scope="module")
def analysis() -> dict[str, Any]:
    return analyse(Recipe(PRESET))


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path, analysis: dict[str, Any]) -> Iterator[tuple[Session, MainWindow]]:
    running = session(tmp_path)
    window = MainWindow(running)
    window.files.ask_unsaved = lambda _parent, _name: QMessageBox.StandardButton.Discard
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    running.document.accept(running.document.recipe, analysis)
    window.bottom.tabs.setCurrentIndex(LAYERS)
    yield running, window
    running.stop()


@pytest.fixture
def tab(made: tuple[Session, MainWindow]) -> LayersTab:
    return made[1].bottom.layers


def shown(tab: LayersTab, name: str) -> list[str]:
    return [tab.model.data(tab.model.index(row, PLACES[name])) for row in range(tab.model.rowCount())]


def total(tab: LayersTab, name: str, row: int = -1) -> str:
    last = tab.totals.rowCount() - 1
    return tab.totals.data(tab.totals.index(last if row < 0 else row, PLACES[name])) or ""


def number(text: str) -> int:
    return int(text.replace(",", ""))


def marked(tab: LayersTab) -> list[str]:
    return [tab.model.row(index.row())["path"] for index in sorted(tab.table.selectionModel().selectedRows())]


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_the_columns_add_up_to_the_totals_row(tab: LayersTab, analysis: dict[str, Any]) -> None:
    assert sum(number(cell) for cell in shown(tab, "macs")) == number(total(tab, "macs")) == analysis["macs"]
    assert sum(number(cell) for cell in shown(tab, "params")) == number(total(tab, "params")) == analysis["params"]
    assert total(tab, "macs_share") == "100.00"
    assert tab.totals.rowCount() == 1
    assert tab.sums.isVisible()
    assert total(tab, "path") == "total"


def test_the_totals_stay_in_sight_and_under_their_columns(tab: LayersTab) -> None:
    tab.table.verticalScrollBar().setValue(tab.table.verticalScrollBar().maximum())
    assert tab.sums.isVisible()
    assert tab.sums.height() > 0
    for place, column in enumerate(COLUMNS):
        assert tab.sums.isColumnHidden(place) == tab.table.isColumnHidden(place), column.name
        assert tab.sums.columnWidth(place) == tab.table.columnWidth(place), column.name
    tab.table.horizontalHeader().resizeSection(PLACES["type"], 171)
    assert tab.sums.columnWidth(PLACES["type"]) == 171


@pytest.mark.parametrize(("preset", "rule"), [
    ("inception_v3", "macs"), ("vgg19", "macs-bias-bn"), ("senet154", "flops"), ("repvgg_b3", "flops"), ("mixer_h14", "flops"),
])
def test_no_total_is_cut_off(made: tuple[Session, MainWindow], tab: LayersTab, preset: str, rule: str) -> None:
    found = analyse(Recipe(preset), rule)
    made[0].document.accept(made[0].document.recipe, found)
    assert total(tab, "macs") == f"{found['macs']:,}"
    for column in COLUMNS:
        tab.choose_column(column.name, shown=True)
    for place, column in enumerate(COLUMNS):
        index = tab.totals.index(0, place)
        words, font = index.data(), index.data(Qt.ItemDataRole.FontRole)
        if column.sums and not tab.sums.isColumnHidden(place):
            assert tab.sums.sizeHintForIndex(index).width() <= tab.sums.columnWidth(place), f"{column.name}: {words}"
            assert font.bold()


def test_three_clicks_on_a_title_sort_up_down_and_back(qtbot: QtBot, tab: LayersTab, analysis: dict[str, Any]) -> None:
    header = tab.table.horizontalHeader()
    tab.table.scrollTo(tab.model.index(0, PLACES["macs"]))
    calls = [row["macs"] for row in analysis["layers"]]
    for expected in (sorted(calls), sorted(calls, reverse=True), calls):
        at = header.sectionViewportPosition(PLACES["macs"]) + 10
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.viewport().rect().topLeft().__class__(at, 8))
        assert [number(cell) for cell in shown(tab, "macs")] == expected


@pytest.mark.parametrize("place", range(len(COLUMNS)), ids=[column.name for column in COLUMNS])
def test_every_column_sorts_without_losing_a_row(tab: LayersTab, place: int, analysis: dict[str, Any]) -> None:
    everything = sorted(row["path"] for row in analysis["layers"])
    for order in Qt.SortOrder:
        tab.model.sort(place, order)
        assert sorted(shown(tab, "path")) == everything
    tab.model.sort(-1)
    assert shown(tab, "path") == [row["path"] for row in analysis["layers"]]


def test_a_filter_shows_what_matches_with_its_own_sum(qtbot: QtBot, tab: LayersTab, analysis: dict[str, Any]) -> None:
    qtbot.keyClicks(tab.tools.filter, "dw stride=2")
    wanted = [row for row in analysis["layers"] if row["kind"] == "depthwise" and row["detail"].endswith("/2")]
    assert shown(tab, "path") == [row["path"] for row in wanted]
    assert tab.tools.found.text() == f"{len(wanted)} of {len(analysis['layers'])} layers"
    assert tab.totals.rowCount() == 2
    assert number(total(tab, "macs", 0)) == sum(row["macs"] for row in wanted)
    assert number(total(tab, "macs", 1)) == analysis["macs"]
    assert [total(tab, "path", row) for row in (0, 1)] == ["shown", "total"]
    qtbot.keyClick(tab.tools.filter, Qt.Key.Key_Escape)
    assert tab.tools.filter.text() == ""
    assert len(shown(tab, "path")) == len(analysis["layers"])
    assert tab.totals.rowCount() == 1


def test_a_query_that_is_not_finished_keeps_the_rows_and_says_why(qtbot: QtBot, tab: LayersTab) -> None:
    qtbot.keyClicks(tab.tools.filter, "dw")
    before = shown(tab, "path")
    tab.tools.filter.setText("dw macs>")
    assert shown(tab, "path") == before
    assert tab.tools.found.text() == "macs> lacks a number"
    assert tab.tools.found.mark() == "warning"
    qtbot.keyClicks(tab.tools.filter, "1%")
    assert tab.tools.found.mark() == "dim"
    assert "depthwise" in tab.tools.filter.toolTip()


def test_nothing_found_is_an_empty_table_with_totals(qtbot: QtBot, tab: LayersTab, analysis: dict[str, Any]) -> None:
    qtbot.keyClicks(tab.tools.filter, "nosuchlayer")
    assert tab.model.rowCount() == 0
    assert number(total(tab, "macs", 0)) == 0
    assert number(total(tab, "macs", 1)) == analysis["macs"]
    tab.files.copy()
    assert clipboard().count("\n") == 1


def test_columns_are_chosen_and_remembered(qtbot: QtBot, made: tuple[Session, MainWindow], tab: LayersTab) -> None:
    running, _window = made
    assert "macs_running" not in tab.visible_columns()
    menu = tab._columns_menu()
    actions = {action.objectName(): action for action in menu.actions()}
    assert "column.access" in actions
    actions["column.macs_running"].trigger()
    actions["column.kind"].trigger()
    assert "macs_running" in tab.visible_columns()
    assert "kind" not in tab.visible_columns()
    assert not tab.table.isColumnHidden(PLACES["macs_running"])
    assert tab.sums.isColumnHidden(PLACES["kind"])
    again = LayersTab(running.document, running.preferences)
    qtbot.addWidget(again)
    again.refresh()
    assert again.visible_columns() == tab.visible_columns()


def test_the_last_column_cannot_be_hidden(tab: LayersTab) -> None:
    for column in COLUMNS:
        tab.choose_column(column.name, shown=column.name == "macs")
    only = next(action for action in tab._columns_menu().actions() if action.objectName() == "column.macs")
    assert not only.isEnabled()
    assert tab.visible_columns() == ["macs"]


def test_new_fields_become_columns(made: tuple[Session, MainWindow], tab: LayersTab, analysis: dict[str, Any]) -> None:
    running, _window = made
    layers = [row | {"access": 7, "receptive": {"size": 3, "stride": 2, "start": 0}} for row in analysis["layers"]]
    running.document.accept(running.document.recipe, analysis | {"layers": layers})
    tab.choose_column("access", shown=True)
    assert "access" in tab.visible_columns()
    assert number(total(tab, "access")) == 7 * len(layers)


def test_graph_and_table_lead_each_other(qtbot: QtBot, made: tuple[Session, MainWindow], tab: LayersTab) -> None:
    running, _window = made
    running.document.selection.select("stages.5.1")
    paths = marked(tab)
    assert paths
    assert all(path.startswith(("stages.5.1.", "stages.5.1:")) for path in paths)
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_Down)
    assert running.document.selection.node == tab.model.row(tab.table.currentIndex().row())["path"]
    assert marked(tab) == [running.document.selection.node]
    running.document.selection.select("")
    assert marked(tab) == []


def test_a_block_that_the_filter_cuts_shows_its_rest(
    qtbot: QtBot, made: tuple[Session, MainWindow], tab: LayersTab
) -> None:
    running, _window = made
    qtbot.keyClicks(tab.tools.filter, "dw")
    running.document.selection.select("stages.5.1")
    assert marked(tab) == ["stages.5.1.depthwise.conv"]
    tab.tools.filter.clear()
    assert len(marked(tab)) > 1


def test_rows_marked_by_hand_stay_while_figures_change(
    made: tuple[Session, MainWindow], tab: LayersTab, analysis: dict[str, Any]
) -> None:
    running, _window = made
    selection = tab.table.selectionModel()
    for row in (2, 5, 9):
        selection.select(tab.model.index(row, 0), selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
    before = marked(tab)
    running.document.accept(running.document.recipe, analysis | {"macs": analysis["macs"] + 1})
    assert marked(tab) == before
    assert len(before) == 3
    running.document.selection.select("stages.5.1")
    assert marked(tab) != before


def test_copying_takes_what_is_marked_or_all_that_is_shown(
    qtbot: QtBot, made: tuple[Session, MainWindow], tab: LayersTab, analysis: dict[str, Any]
) -> None:
    running, window = made
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rows = list(csv.DictReader(io.StringIO(clipboard()), delimiter="\t"))
    assert [row["layer"] for row in rows] == [layer["path"] for layer in analysis["layers"]]
    assert sum(int(row["MACs"]) for row in rows) == analysis["macs"]
    assert window.message.text() == f"{len(rows)} layers copied."
    running.document.selection.select("stages.5.1")
    qtbot.keyClick(tab.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert [row["layer"] for row in csv.DictReader(io.StringIO(clipboard()), delimiter="\t")] == marked(tab)


@pytest.mark.parametrize("name", ["csv", "markdown", "latex"])
def test_copies_name_rule_recipe_preset_and_units(tab: LayersTab, analysis: dict[str, Any], name: str) -> None:
    action = next(a for a in tab.files.menu().actions() if a.objectName() == f"copy.{name}")
    action.trigger()
    text = clipboard()
    for fact in (analysis["digest"], PRESET, "Counting rule: macs", "Units: ", "3×224×224", f"{analysis['macs']}"):
        assert fact in text, fact


@pytest.mark.parametrize(("typed", "start"), [("a.csv", "# Layers"), ("a.md", "<!--"), ("a.tex", "% Layers"), ("a", "# Layers")])
def test_saving_writes_what_the_ending_says(
    qtbot: QtBot, made: tuple[Session, MainWindow], tab: LayersTab, tmp_path: Path, typed: str, start: str
) -> None:
    _running, window = made
    qtbot.keyClicks(tab.tools.filter, "pw")
    tab.model.sort(PLACES["macs"], Qt.SortOrder.DescendingOrder)
    tab.files.ask_save = lambda _parent, _name: str(tmp_path / typed)
    tab.files.save()
    path = tmp_path / (typed if "." in typed else f"{typed}.csv")
    text = path.read_text(encoding="utf-8")
    assert text.startswith(start)
    assert "layers that match pw" in text
    places = [text.replace("\\allowbreak{}", "").index(layer) for layer in shown(tab, "path")[:3]]
    assert places == sorted(places)
    assert window.message.text() == f"{tab.model.rowCount()} layers saved as {path.name}."


@pytest.mark.parametrize(("typed", "words"), [("a.xls", "the ending .xls is unknown"), ("none/a.csv", "annot write")])
def test_a_file_that_cannot_be_written_is_said(
    made: tuple[Session, MainWindow], tab: LayersTab, tmp_path: Path, typed: str, words: str
) -> None:
    tab.files.ask_save = lambda _parent, _name: str(tmp_path / typed)
    tab.files.save()
    assert words in made[1].message.text()


def test_keys_go_from_the_filter_to_the_table_and_back(qtbot: QtBot, tab: LayersTab) -> None:
    tab.tools.filter.setFocus()
    qtbot.keyClick(tab.tools.filter, Qt.Key.Key_Down)
    assert tab.table.hasFocus()
    assert tab.table.currentIndex().isValid()
    qtbot.keyClick(tab.table, Qt.Key.Key_Escape)
    assert tab.tools.filter.hasFocus()


def test_what_does_not_run_is_marked(made: tuple[Session, MainWindow], tab: LayersTab) -> None:
    running, window = made
    idle = analyse(Recipe("googlenet").with_value("aux", value=True))
    running.document.accept(running.document.recipe, idle)
    rows = [i for i, cell in enumerate(shown(tab, "runs")) if cell == "no"]
    assert [shown(tab, "path")[i] for i in rows] == [row["path"] for row in idle["layers"] if not row["runs"]]
    assert {shown(tab, "macs")[i] for i in rows} == {"0"}
    index = tab.model.index(rows[0], PLACES["path"])
    assert tab.model.data(index, Qt.ItemDataRole.ForegroundRole) == QColor(window.theme.dim)
    assert "Does not run" in tab.model.data(index, Qt.ItemDataRole.ToolTipRole)
    assert sum(number(cell) for cell in shown(tab, "params")) == idle["params"]


def test_figures_change_in_place(made: tuple[Session, MainWindow], tab: LayersTab) -> None:
    """A drag: other numbers, other numbers of rows; the view is never reset, so scrolling and current row stay."""
    running, _window = made
    testers = [QAbstractItemModelTester(m, QAbstractItemModelTester.FailureReportingMode.Fatal) for m in (tab.model, tab.totals)]
    tab.model.modelReset.connect(lambda: pytest.fail("reset"))
    tab.table.verticalScrollBar().setValue(20)
    for knobs in ({"alpha": 0.5}, {"depth": 1.5}, {"alpha": 1.0}, {"expansion": 1}):
        document = analyse(Recipe.of(PRESET, knobs))
        running.document.accept(running.document.recipe, document)
        assert sum(number(cell) for cell in shown(tab, "macs")) == number(total(tab, "macs")) == document["macs"]
        assert tab.table.verticalScrollBar().value() == 20
    assert testers


def test_a_hidden_table_computes_nothing(
    made: tuple[Session, MainWindow], tab: LayersTab, analysis: dict[str, Any]
) -> None:
    running, window = made
    window.bottom.tabs.setCurrentIndex(0)
    assert not tab.tools.isVisible()
    seen: list[int] = []
    tab.model.rearranged.connect(lambda: seen.append(1))
    running.document.accept(running.document.recipe, analysis | {"macs": 1})
    running.document.selection.select("stages.5.1")
    assert seen == []
    window.bottom.tabs.setCurrentIndex(LAYERS)
    assert number(total(tab, "macs")) == 1
    assert marked(tab)


def test_the_rows_of_all_selected_boxes_are_lit(made: tuple[Session, MainWindow], tab: LayersTab) -> None:
    running, _window = made
    running.document.selection.choose(["stem", "stages.2.0", "stages.5.1"], "stages.5.1")
    paths = marked(tab)
    assert {path.split(".")[0] if path.startswith("stem") else path[: len("stages.2.0")] for path in paths} == {
        "stem", "stages.2.0", "stages.5.1",
    }
    within = ("stem", "stages.2.0.", "stages.2.0:", "stages.5.1.", "stages.5.1:")
    assert paths == [path for path in shown(tab, "path") if path.startswith(within)]
    assert tab.model.row(tab.table.currentIndex().row())["path"].startswith("stages.5.1")
    running.document.selection.choose(["stem", "stages.2.0"], "stages.2.0")
    assert not any(path.startswith("stages.5.1") for path in marked(tab))


def test_what_is_marked_stays_marked_while_the_table_is_sorted(made: tuple[Session, MainWindow], tab: LayersTab) -> None:
    running, _window = made
    running.document.selection.choose(["stages.2.0", "stages.5.1"], "stages.5.1")
    before = set(marked(tab))
    for place in (PLACES["macs"], PLACES["input"], -1):
        tab.table.sortByColumn(place, Qt.SortOrder.DescendingOrder)
        assert set(marked(tab)) == before
    running.document.selection.select("")
    selection = tab.table.selectionModel()
    for row in (2, 5, 9):
        selection.select(tab.model.index(row, 0), selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
    before = set(marked(tab))
    tab.table.sortByColumn(PLACES["params"], Qt.SortOrder.DescendingOrder)
    assert set(marked(tab)) == before, "rows marked by hand, to be copied"


def test_marks_do_not_wander_to_other_layers_while_a_sorted_table_moves(
    made: tuple[Session, MainWindow], tab: LayersTab
) -> None:
    running, _window = made
    tab.table.sortByColumn(PLACES["macs"], Qt.SortOrder.DescendingOrder)
    selection = tab.table.selectionModel()
    for row in (0, 1):
        selection.select(tab.model.index(row, 0), selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
    before = set(marked(tab))
    running.document.accept(running.document.recipe, analyse(Recipe.of(PRESET, {"alpha": 0.35})))
    assert marked(tab) == [] or set(marked(tab)) == before
