"""The paper's table in the window: cells edited in place, refusals, the shared selection, copies."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QMessageBox
from pytestqt.qtbot import QtBot

from explorer.views.bottom import PAPER
from explorer.views.paper_model import StopField
from explorer.views.paper_tab import PaperTab
from explorer.views.window import MainWindow
from tests.views.making import PLAIN, analysis


@pytest.fixture
def tab(window: MainWindow) -> Iterator[PaperTab]:
    window.files.ask_unsaved = lambda _parent, _name: QMessageBox.StandardButton.Discard
    window.session.document.compare_with(PLAIN.preset, analysis(PLAIN))
    window.bottom.tabs.setCurrentIndex(PAPER)
    yield window.bottom.paper
    QGuiApplication.clipboard().clear()  # Qt's offscreen clipboard must not outlive Python with it


def place_of(tab: PaperTab, node: str, title: str) -> tuple[int, int]:
    row = next(i for i, each in enumerate(tab.model.table.rows) if each.node == node)
    return row, [c.title for c in tab.model.table.columns].index(title)


def text(tab: PaperTab, node: str, title: str) -> str:
    return str(tab.model.data(tab.model.index(*place_of(tab, node, title))))


def edit(tab: PaperTab, node: str, title: str) -> StopField | QComboBox:
    index = tab.model.index(*place_of(tab, node, title))
    tab.view.setCurrentIndex(index)
    tab.view.edit(index)
    found = tab.view.viewport().findChildren(StopField) + tab.view.viewport().findChildren(QComboBox)
    return found[-1]


def type_in(qtbot: QtBot, tab: PaperTab, node: str, title: str, typed: str) -> None:
    editor = edit(tab, node, title)
    assert isinstance(editor, StopField)
    editor.selectAll()
    qtbot.keyClicks(editor, typed)
    with qtbot.waitSignal(tab.delegate.closeEditor):
        qtbot.keyClick(editor, Qt.Key.Key_Return)


def analysed(tab: PaperTab) -> None:
    recipe = tab.document.recipe
    tab.document.accept(recipe, analysis(recipe))


def test_the_model_keeps_to_qts_rules(tab: PaperTab) -> None:
    tester = QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tab.document.set_knob("repeats", 5, "stages.5")
    analysed(tab)
    assert tester.model() is tab.model


def test_an_edit_is_one_step_that_sets_the_stage(qtbot: QtBot, tab: PaperTab) -> None:
    steps = tab.document.stack.count()
    type_in(qtbot, tab, "stages.5", "t", "4")
    assert tab.document.recipe.overrides() == {"stages.5": {"expansion": 4}}
    assert tab.document.stack.count() == steps + 1
    assert "stage 5" in tab.document.stack.undoText()
    analysed(tab)
    assert text(tab, "stages.5", "t") == "6 → 4"
    assert text(tab, "stages.6", "t") == "6"
    tab.document.stack.undo()
    assert tab.document.recipe == PLAIN


def test_a_value_typed_as_it_is_changes_nothing(qtbot: QtBot, tab: PaperTab) -> None:
    type_in(qtbot, tab, "stages.5", "t", "6")
    assert tab.document.recipe == PLAIN
    assert tab.document.stack.count() == 0


def test_arrows_go_to_the_next_value(qtbot: QtBot, tab: PaperTab) -> None:
    editor = edit(tab, "stages.5", "c")
    assert isinstance(editor, StopField)
    qtbot.keyClick(editor, Qt.Key.Key_Up)
    assert editor.text() == "104"  # channels come in steps of 8
    with qtbot.waitSignal(tab.delegate.closeEditor):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert tab.document.recipe.overrides() == {"stages.5": {"channels": 104}}


def test_a_choice_is_offered_in_words(tab: PaperTab) -> None:
    editor = edit(tab, "stages.5", "s")
    assert isinstance(editor, QComboBox)
    assert [editor.itemText(i) for i in range(editor.count())] == ["1", "2"]
    editor.setCurrentIndex(1)
    editor.activated.emit(1)
    assert tab.document.recipe.overrides() == {"stages.5": {"stride": "2"}}


@pytest.mark.parametrize("typed", ["99", "many", "2.5"])
def test_a_value_out_of_range_is_refused_with_what_is_allowed(qtbot: QtBot, tab: PaperTab, typed: str) -> None:
    with qtbot.waitSignal(tab.refused) as said:
        type_in(qtbot, tab, "stages.5", "t", typed)
    assert "1 to 12" in said.args[0][0].format(*said.args[0][1:])  # type: ignore[index]
    assert tab.document.recipe == PLAIN


def test_cells_that_follow_from_others_cannot_be_edited_and_say_why(tab: PaperTab) -> None:
    index = tab.model.index(*place_of(tab, "stages.5", "input"))
    assert not tab.model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert "follows from the network" in tab.model.data(index, Qt.ItemDataRole.ToolTipRole)
    assert tab.model.flags(tab.model.index(*place_of(tab, "stages.5", "t"))) & Qt.ItemFlag.ItemIsEditable


def test_the_row_follows_the_graph_and_leads_it(tab: PaperTab) -> None:
    tab.document.selection.select("stages.3.1.project")
    assert [i.row() for i in tab.view.selectionModel().selectedRows()] == [place_of(tab, "stages.3", "t")[0]]
    assert tab.document.selection.node == "stages.3.1.project"
    tab.view.clicked.emit(tab.model.index(*place_of(tab, "stages.6", "n")))
    assert tab.document.selection.node == "stages.6"
    tab.document.selection.select("")
    assert not tab.view.selectionModel().hasSelection()


def test_it_is_copied_for_spreadsheets_and_papers(tab: PaperTab) -> None:
    tab.files.copy("csv")
    copied = QGuiApplication.clipboard().text()
    rows = list(csv.reader(io.StringIO("".join(line for line in copied.splitlines(True) if not line.startswith("#")))))
    assert rows[0] == ["input", "operator", "t", "c", "n", "s"]
    assert rows[6] == ["14² × 64", "bottleneck", "6", "96", "3", "1"]
    assert "MobileNetV2, Table 2" in copied
    tab.files.copy("latex")
    assert r"\begin{tabular}" in QGuiApplication.clipboard().text()


def test_it_is_saved_by_its_ending_and_a_wrong_one_is_refused(qtbot: QtBot, tab: PaperTab, tmp_path: Path) -> None:
    tab.files.ask_save = lambda _parent, _suggestion: str(tmp_path / "table.md")
    tab.files.save()
    assert "bottleneck" in (tmp_path / "table.md").read_text(encoding="utf-8")
    tab.files.ask_save = lambda _parent, _suggestion: str(tmp_path / "table.docx")
    with qtbot.waitSignal(tab.refused):
        tab.files.save()


def test_a_cell_that_no_longer_differs_says_so_no_more(qtbot: QtBot, tab: PaperTab) -> None:
    type_in(qtbot, tab, "stages.5", "n", "4")
    analysed(tab)
    assert text(tab, "stages.5", "n") == "3 → 4"
    type_in(qtbot, tab, "stages.5", "n", "3")
    analysed(tab)
    assert text(tab, "stages.5", "n") == "3"
    assert tab.document.recipe == PLAIN


def test_the_rows_of_all_selected_boxes_are_lit(tab: PaperTab) -> None:
    tab.document.selection.choose(["stages.2.1", "stages.3", "stages.5.0"], "stages.3")
    chosen = sorted({index.row() for index in tab.view.selectionModel().selectedIndexes()})
    assert [tab.model.table.rows[row].node for row in chosen] == ["stages.2", "stages.3", "stages.5"]
    assert tab.model.table.rows[tab.view.currentIndex().row()].node == "stages.3"
    tab.document.selection.select("stages.5.0")
    assert [tab.model.table.rows[row.row()].node for row in tab.view.selectionModel().selectedRows()] == ["stages.5"]
