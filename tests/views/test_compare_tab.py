"""The Compare tab through the window: rows, baseline, order, names, columns, keys and menus."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from explorer.core.compare import CELLS, PLACES
from explorer.core.recipe import Recipe
from explorer.views.bottom import COMPARE, LAYERS
from explorer.views.compare import CompareTab
from explorer.views.window import MainWindow
from tests.views.comparing import BROKEN, THIN, VGG, Keys, go_to, header, names, pin, press, texts
from tests.views.making import PLAIN, analysis


@pytest.fixture(autouse=True)
def _leave_unsaved(window: MainWindow) -> None:
    window.files.ask_unsaved = lambda _parent, _name: QMessageBox.StandardButton.Discard


@pytest.fixture
def tab(window: MainWindow) -> CompareTab:
    """Three pins: MobileNetV2 (the baseline), a thinner one, VGG-16."""
    for recipe, name in ((PLAIN, "plain"), (THIN, "thin"), (VGG, "vgg")):
        pin(window, recipe, name)
    window.bottom.tabs.setCurrentIndex(COMPARE)
    return window.bottom.compare


def test_says_what_to_do_while_nothing_is_pinned(qtbot: QtBot, window: MainWindow) -> None:
    window.bottom.tabs.setCurrentIndex(COMPARE)
    tab = window.bottom.compare
    assert tab.pages.currentWidget() is tab.empty
    assert not window.table["unpin"].isEnabled()
    tab.empty.pin.click()
    assert names(tab) == ["mobilenet_v2"]
    assert tab.pages.currentWidget() is tab.splitter
    assert texts(tab, "name") == ["this recipe", "mobilenet_v2 · baseline"]
    window.table["pin"].trigger()
    assert names(tab) == ["mobilenet_v2"]
    assert window.message.text() == "This recipe is pinned already, as mobilenet_v2."


def test_every_cell_is_the_analysis(tab: CompareTab) -> None:
    for row, recipe in enumerate((PLAIN, PLAIN, THIN, VGG)):
        found = analysis(recipe)
        assert texts(tab, "params")[row] == f"{found['params'] / 1e6:,.2f}"
        assert texts(tab, "macs")[row] == f"{found['macs'] / 1e6:,.2f}"
        assert texts(tab, "peak")[row] == f"{found['memory']['peak'] * 4 / 1e6:,.2f}"
        assert texts(tab, "access")[row] == f"{found['access'] * 4 / 1e6:,.2f}"
        change = 100 * (found["macs"] - analysis(PLAIN)["macs"]) / analysis(PLAIN)["macs"]
        shown = texts(tab, "macs.delta")[row]
        assert shown == {0: "±0", 1: ""}.get(row, f"{change:+,.0f}" if change > 1000 else f"{change:.1f}".replace("-", "−"))
    assert texts(tab, "changed") == ["", "", "α 0.75, t 4 in stages.5", ""]
    assert texts(tab, "top1") == ["72.0", "72.0", "–", "71.5"]
    assert texts(tab, "latency") == ["–"] * 4
    assert [header(tab, name) for name in ("macs", "macs.delta", "peak", "top1.delta")] == [
        "MACs (M)", "Δ %", "peak memory (MB)", "Δ points",
    ]
    assert "conv + linear + matmul, no bias/BN" in tab.tools.words.text()
    assert "cpu, 1 thread, batch 1" in tab.tools.words.text()
    assert "bytes: float32" in tab.tools.words.text()


def test_the_model_keeps_qts_rules(qtbot: QtBot, window: MainWindow, tab: CompareTab) -> None:
    QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(tab.diff.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tab.table.sortByColumn(PLACES["macs"], Qt.SortOrder.DescendingOrder)
    pin(window, BROKEN, "bad")
    tab.pins.unpin([1, 2])
    go_to(tab, 1)
    tab.pins.undo()


def test_the_best_of_a_column_is_bold(tab: CompareTab) -> None:
    def bold(row: int, name: str) -> bool:
        return bool(tab.model.data(tab.model.index(row, PLACES[name]), Qt.ItemDataRole.FontRole).bold())

    def weight(row: int, name: str) -> int:
        return int(tab.model.data(tab.model.index(row, PLACES[name]), Qt.ItemDataRole.FontRole).weight())

    assert [weight(row, "macs") > weight(3, "macs") for row in range(4)] == [False, False, True, False]
    assert [weight(row, "top1") > weight(2, "top1") for row in range(4)] == [True, True, False, False]
    assert not bold(3, "params")


def test_a_fall_is_good_and_a_rise_warns(tab: CompareTab) -> None:
    def ink(row: int, name: str) -> QColor:
        found = tab.model.data(tab.model.index(row, PLACES[name]), Qt.ItemDataRole.ForegroundRole)
        assert isinstance(found, QColor)
        return found

    theme = tab.model.theme
    assert ink(2, "macs.delta") == QColor(theme.good)
    assert ink(3, "macs.delta") == QColor(theme.warning)
    assert ink(3, "top1.delta") == QColor(theme.warning), "less accuracy is no gain"


def test_b_chooses_the_baseline(qtbot: QtBot, tab: CompareTab) -> None:
    go_to(tab, 3)
    press(qtbot, tab, Keys.Key_B)
    assert texts(tab, "name") == ["this recipe", "plain", "thin", "vgg · baseline"]
    assert texts(tab, "params.delta")[3] == ""
    change = 100 * (analysis(PLAIN)["params"] - analysis(VGG)["params"]) / analysis(VGG)["params"]
    assert texts(tab, "params.delta")[1] == f"{change:.1f}".replace("-", "−")
    assert tab.current_key() == tab.model.key(3), "the row stays where the user is"


def test_sorted_by_any_column_with_the_present_recipe_on_top(qtbot: QtBot, tab: CompareTab) -> None:
    tab.table.sortByColumn(PLACES["macs"], Qt.SortOrder.DescendingOrder)
    assert texts(tab, "name") == ["this recipe", "vgg", "plain · baseline", "thin"]
    tab.table.sortByColumn(PLACES["macs.delta"], Qt.SortOrder.AscendingOrder)
    assert texts(tab, "name") == ["this recipe", "thin", "vgg", "plain · baseline"], "what has no value is last"
    go_to(tab, 1)
    press(qtbot, tab, Keys.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(tab) == ["plain", "thin", "vgg"], "a sorted table has no order of one's own to change"
    tab.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert texts(tab, "name")[1:] == ["plain · baseline", "thin", "vgg"]


def test_the_first_row_follows_a_tweak_alone(window: MainWindow, tab: CompareTab) -> None:
    resets: list[int] = []
    tab.model.modelReset.connect(lambda: resets.append(1))
    recipe = Recipe.of("mobilenet_v2", {"alpha": 0.5})
    window.session.document.set_knob("alpha", 0.5)
    window.session.document.accept(recipe, analysis(recipe))
    assert texts(tab, "params")[0] == f"{analysis(recipe)['params'] / 1e6:.2f}"
    assert texts(tab, "changed")[0] == "α 0.5"
    assert texts(tab, "params")[1] == "3.50"
    assert resets == []


def test_a_hidden_table_costs_nothing(window: MainWindow, tab: CompareTab, monkeypatch: pytest.MonkeyPatch) -> None:
    window.bottom.tabs.setCurrentIndex(LAYERS)
    asked: list[int] = []
    monkeypatch.setattr(tab.pins, "present", lambda present=tab.pins.present: asked.append(1) or present())
    recipe = Recipe.of("mobilenet_v2", {"alpha": 0.5})
    window.session.document.set_knob("alpha", 0.5)
    window.session.document.accept(recipe, analysis(recipe))
    tab.pins.rename(1, "renamed")
    assert asked == []
    window.bottom.tabs.setCurrentIndex(COMPARE)
    assert asked
    assert texts(tab, "params")[0] == f"{analysis(recipe)['params'] / 1e6:.2f}"
    assert texts(tab, "name")[1] == "renamed · baseline"


def test_f2_renames(qtbot: QtBot, tab: CompareTab) -> None:
    go_to(tab, 2)
    press(qtbot, tab, Keys.Key_F2)
    editor = tab.table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "thin", "the name alone, no mark of the baseline"
    editor.setText("slim")
    qtbot.keyClick(editor, Keys.Key_Return)
    qtbot.waitUntil(lambda: names(tab) == ["plain", "slim", "vgg"], timeout=3000)
    assert tab.session.document.recipe == PLAIN, "the editor's Return opens nothing"
    go_to(tab, 0)
    assert not tab.model.flags(tab.model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_alt_and_arrows_move_and_the_row_keeps_the_keyboard(qtbot: QtBot, tab: CompareTab) -> None:
    go_to(tab, 3)
    press(qtbot, tab, Keys.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(qtbot, tab, Keys.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(tab) == ["vgg", "plain", "thin"]
    assert tab.table.currentIndex().row() == 1
    tab.steps.place(4)  # let go below the last row
    assert names(tab) == ["plain", "thin", "vgg"]
    tab.steps.place(2)  # between the first and the second pin
    assert names(tab) == ["plain", "vgg", "thin"]


def test_delete_unpins_and_the_message_leads_back(qtbot: QtBot, window: MainWindow, tab: CompareTab) -> None:
    go_to(tab, 1)
    press(qtbot, tab, Keys.Key_Delete)
    assert names(tab) == ["thin", "vgg"]
    assert window.message.text() == "Unpinned: plain."
    assert texts(tab, "name") == ["this recipe", "thin · baseline", "vgg"]
    assert tab.current_key() == 2, "the next one has the keyboard"
    window.message.link.click()
    assert texts(tab, "name") == ["this recipe", "plain · baseline", "thin", "vgg"]
    assert not window.message.isVisible()
    tab.table.selectAll()
    press(qtbot, tab, Keys.Key_Delete)
    assert tab.pages.currentWidget() is tab.empty
    assert not window.table["unpin"].isEnabled()


def test_ctrl_z_in_the_table_is_the_tables(qtbot: QtBot, window: MainWindow, tab: CompareTab) -> None:
    window.session.document.set_knob("alpha", 0.5)
    go_to(tab, 1)
    tab.table.setFocus()
    press(qtbot, tab, Keys.Key_Delete)
    press(qtbot, tab, Keys.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(tab) == ["plain", "thin", "vgg"]
    assert window.session.document.recipe.value("alpha") == 0.5
    assert not window.session.document.is_modified() or window.session.document.stack.canUndo()


def test_enter_opens_a_pin_as_a_step_that_can_be_taken_back(qtbot: QtBot, window: MainWindow, tab: CompareTab) -> None:
    go_to(tab, 2)
    press(qtbot, tab, Keys.Key_Return)
    assert window.session.document.recipe == THIN
    assert window.session.document.stack.undoText() == "open thin"
    window.session.document.stack.undo()
    assert window.session.document.recipe == PLAIN
    go_to(tab, 0)
    press(qtbot, tab, Keys.Key_Return)
    assert window.session.document.recipe == PLAIN


def test_a_refused_recipe_is_a_row_with_its_reason(window: MainWindow, tab: CompareTab) -> None:
    pin(window, BROKEN, "bad")
    figures = window.session.pins.figures
    assert texts(tab, "macs")[4] == "…", "not yet"
    error = {"kind": "bad input", "template": "groups = {0} is not possible", "arguments": ["7"]}
    figures._on_error(BROKEN, error, figures._round)
    assert texts(tab, "changed")[4] == "groups = 7 is not possible"
    assert texts(tab, "macs")[4] == "–"
    assert "groups = 7" in str(tab.model.data(tab.model.index(4, PLACES["macs"]), Qt.ItemDataRole.ToolTipRole))
    go_to(tab, 4)
    assert tab.diff.model.rowCount() == 0


def test_columns_are_chosen_and_remembered(window: MainWindow, tab: CompareTab) -> None:
    def hidden(name: str) -> bool:
        return bool(tab.table.isColumnHidden(PLACES[name]))

    assert hidden("intensity")
    tab.choose_quantity("intensity", shown=True)
    tab.choose_quantity("params", shown=False)
    expected = {"intensity": False, "intensity.delta": False, "params": True, "params.delta": True, "macs": False}
    assert {name: hidden(name) for name in expected} == expected
    assert CompareTab(window.session, window.table).visible_quantities() == tab.visible_quantities()
    menu = tab._columns_menu()
    assert {action.objectName() for action in menu.actions()} == {
        f"column.{c.quantity.name}" for c in CELLS if c.quantity.name != "name"
    }
    menu.close()


def test_another_precision_in_the_inspector_renames_and_halves(qtbot: QtBot, window: MainWindow, tab: CompareTab) -> None:
    before = float(texts(tab, "peak")[1])
    window.inspector.precision.button(1).click()
    assert "bytes: float16" in tab.tools.words.text()
    assert "float16" in tab.model.headerData(PLACES["peak"], Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert float(texts(tab, "peak")[1]) == pytest.approx(before / 2, abs=0.01)


def test_an_edited_recipe_gets_the_name_of_what_is_changed(window: MainWindow, tab: CompareTab) -> None:
    recipe = Recipe.of("mobilenet_v2", {"alpha": 0.5})
    window.session.document.set_knob("alpha", 0.5)
    window.session.document.accept(recipe, analysis(recipe))
    window.table["pin"].trigger()
    assert names(tab)[-1] == "mobilenet_v2 α 0.5"
    assert texts(tab, "top1")[-1] == "65.4", "published of exactly this width"


def test_the_row_menu_does_what_it_says(window: MainWindow, tab: CompareTab) -> None:
    def choose(name: str) -> None:
        menu = tab.steps.menu()
        next(action for action in menu.actions() if action.objectName() == f"pin.{name}").trigger()
        menu.close()

    go_to(tab, 3)
    choose("up")
    assert names(tab) == ["plain", "vgg", "thin"]
    choose("baseline")
    assert tab.pins.set.baseline == tab.pins.set.pins[1].key
    choose("unpin")
    assert names(tab) == ["plain", "thin"]
    go_to(tab, 0)
    menu = tab.steps.menu()
    assert not next(action for action in menu.actions() if action.objectName() == "pin.rename").isEnabled()
    assert window.table["pin"] in menu.actions()
    menu.close()


def test_a_tweak_repaints_its_row_and_what_is_no_longer_the_best(window: MainWindow, tab: CompareTab) -> None:
    def weight(row: int, name: str) -> int:
        return int(tab.model.data(tab.model.index(row, PLACES[name]), Qt.ItemDataRole.FontRole).weight())

    def tweak(alpha: float) -> list[tuple[int, int, str, str]]:
        told: list[tuple[int, int, str, str]] = []

        def tell(first: Any, last: Any) -> None:
            told.append((first.row(), last.row(), CELLS[first.column()].name, CELLS[last.column()].name))

        tab.model.dataChanged.connect(tell)
        recipe = Recipe.of("mobilenet_v2", {"alpha": alpha})
        window.session.document.set_knob("alpha", alpha)
        window.session.document.accept(recipe, analysis(recipe))
        tab.model.dataChanged.disconnect(tell)
        return told

    assert weight(2, "macs") > weight(0, "macs"), "the thin one is the best so far"
    row = (0, 0, CELLS[0].name, CELLS[-1].name)
    assert set(tweak(0.9)) - {(0, 3, "top1", "top1")} == {row}, "its accuracy, where it was one of the best, holds no longer"
    assert tweak(0.85) == [row]
    told = tweak(0.5)
    assert told[0] == row
    assert (0, 3, "macs", "macs") in told
    assert weight(0, "macs") > weight(2, "macs")
