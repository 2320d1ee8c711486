"""The Compare tab through the window: rows, baseline, order, names, copies, files, the difference, and the pins in the charts."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from explorer.core.compare import CELLS, PLACES, stages_of
from explorer.core.compare_file import read_pins
from explorer.core.recipe import Recipe, write_recipe
from explorer.session.latency import Point
from explorer.session.pins import PRESENT
from explorer.views.bottom import COMPARE, LAYERS, OVERVIEW
from explorer.views.compare import CompareTab
from explorer.views.pin_colours import ON_DARK, ON_LIGHT, pin_colour
from explorer.views.pin_overlay import steps_of
from explorer.views.theme import DARK, LIGHT, contrast
from explorer.views.window import MainWindow
from tests.session.recorded import HeldWorker
from tests.views.making import PLAIN, analysis

THIN = Recipe.of("mobilenet_v2", {"alpha": 0.75}, {"stages.5": {"expansion": 4}})
VGG = Recipe("vgg16")
BROKEN = Recipe.of("mobilenet_v2", {"groups": 7})
MEASUREMENT: dict[str, Any] = {
    "median_ms": 10.0, "p10_ms": 9.0, "p90_ms": 12.0, "n": 50, "settings": {"threads": 1}, "flags": [], "fingerprint": {},
}
Keys = Qt.Key


def pin(window: MainWindow, recipe: Recipe, name: str = "") -> int:
    """Pin a recipe whose figures are there."""
    pins = window.session.pins
    if recipe != BROKEN:
        pins.figures.take(recipe, analysis(recipe))
    return pins.pin(recipe, name).key


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


def texts(tab: CompareTab, name: str) -> list[str]:
    return [tab.model.data(tab.model.index(row, PLACES[name])) for row in range(tab.model.rowCount())]


def header(tab: CompareTab, name: str) -> str:
    return str(tab.model.headerData(PLACES[name], Qt.Orientation.Horizontal))


def go_to(tab: CompareTab, row: int) -> None:
    tab.table.setCurrentIndex(tab.model.index(row, 0))


def names(tab: CompareTab) -> list[str]:
    return [each.name for each in tab.pins.set.pins]


def press(qtbot: QtBot, tab: CompareTab, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(tab.table, key, modifier)


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
        "MACs (M)", "Δ %", "peak memory (MB, float32)", "Δ points",
    ]
    assert "conv + linear + matmul, no bias/BN" in tab.tools.words.text()
    assert "cpu, 1 thread, batch 1" in tab.tools.words.text()


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
    assert header(tab, "peak") == "peak memory (MB, float16)"
    assert float(texts(tab, "peak")[1]) == pytest.approx(before / 2, abs=0.01)


def test_copies_parse_back(tab: CompareTab) -> None:
    clipboard = QGuiApplication.clipboard()
    tab.files.copy()
    rows = list(csv.reader(io.StringIO(clipboard.text()), delimiter="\t"))
    assert [row[0] for row in rows] == ["name", "mobilenet_v2", "plain", "thin", "vgg"]
    macs = rows[0].index("MACs (M)")
    assert [float(row[macs]) for row in rows[1:]] == [analysis(r)["macs"] / 1e6 for r in (PLAIN, PLAIN, THIN, VGG)]
    assert b"# Counting rule of every row: macs" in clipboard.mimeData().data("text/csv").data()
    tab.files.copy("markdown")
    assert len([line for line in clipboard.text().split("\n") if line.startswith("| ")]) == 6
    tab.files.copy("latex")
    assert r"\toprule" in clipboard.text()
    selection = tab.table.selectionModel()
    selection.clearSelection()
    for row in (2, 3):
        selection.select(tab.model.index(row, 0), selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
    tab.files.copy("markdown")
    assert [line.split("|")[1].strip() for line in clipboard.text().split("\n") if line.startswith("| ")][2:] == ["thin", "vgg"]


def test_tables_and_pins_are_saved(window: MainWindow, tab: CompareTab, tmp_path: Path) -> None:
    tab.files.ask_table = lambda _parent, _name: str(tmp_path / "table.tex")
    tab.files.save()
    assert r"\bottomrule" in (tmp_path / "table.tex").read_text(encoding="utf-8")
    assert window.message.text() == "4 rows saved as table.tex."
    tab.files.ask_table = lambda _parent, _name: str(tmp_path / "table.xls")
    tab.files.save()
    assert ".xls" in window.message.text()
    assert not (tmp_path / "table.xls").exists()
    tab.files.ask_pins = lambda _parent, _name: str(tmp_path / "three")
    window.table["save_pins"].trigger()
    saved = read_pins(tmp_path / "three.comparison.json")
    assert [(each.name, each.recipe) for each in saved.pins] == [("plain", PLAIN), ("thin", THIN), ("vgg", VGG)]
    tab.files.ask_pins = lambda _parent, _name: str(tmp_path / "no" / "where.json")
    window.table["save_pins"].trigger()
    assert "Cannot write" in window.message.text()


def test_files_are_pinned_by_dialog_and_by_dropping(window: MainWindow, tab: CompareTab, tmp_path: Path) -> None:
    write_recipe(VGG, tmp_path / "big.recipe.json")
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    tab.files.ask_open = lambda _parent, _folder: [str(tmp_path / "big.recipe.json")]
    window.table["pin_files"].trigger()
    assert names(tab)[-1] == "big"
    assert window.message.text() == "One recipe pinned."
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("big.recipe.json", "bad.json")])
    drop = QDropEvent(
        QPointF(20, 20), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )
    tab.table.dropEvent(drop)
    assert names(tab)[-2:] == ["big", "big (2)"]
    assert "bad.json is not a comparison" in window.message.text()


def test_a_preset_is_pinned_from_the_library_without_opening_it(window: MainWindow, tab: CompareTab) -> None:
    menu = window.pins.preset_menu("shufflenet_v2_x1_0")
    next(action for action in menu.actions() if action.objectName() == "library.pin").trigger()
    menu.close()
    assert tab.pins.set.pins[-1].recipe == Recipe("shufflenet_v2_x1_0")
    assert window.session.document.recipe == PLAIN
    assert window.message.text() == "Pinned: shufflenet_v2_x1_0."
    window.bottom.tabs.setCurrentIndex(OVERVIEW)
    window.message.link.click()
    assert window.bottom.tabs.currentIndex() == COMPARE


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


def test_the_difference_names_knobs_then_stages(tab: CompareTab) -> None:
    go_to(tab, 2)
    lines = [tab.diff.model.lines[row].texts for row in range(tab.diff.model.rowCount())]
    assert lines[0][:2] == ("α", "1 → 0.75")
    assert lines[1][:2] == ("t in stage 5", "6 → 4")
    assert tab.diff.title.text() == "plain → thin · 2 knobs differ"
    stage = next(line for line in lines if line[0] == "stage 5")
    before, now = (next(s for s in analysis(r)["graph"]["nodes"] if s["id"] == "stages.5")["macs"] for r in (PLAIN, THIN))
    assert stage[1] == f"{before / 1e6:.2f} M → {now / 1e6:.2f} M"
    assert stage[2] == f"{100 * (now - before) / before:.1f}".replace("-", "−")
    go_to(tab, 1)
    assert tab.diff.model.rowCount() == 0
    go_to(tab, 3)
    marks = [line.texts[0] for line in tab.diff.model.lines]
    assert "− stem" in marks
    assert "+ hidden" in marks


def test_measuring_is_offered_while_a_pin_lacks_a_latency(window: MainWindow, tab: CompareTab) -> None:
    latency = window.session.latency
    assert tab.tools.measure.isEnabled()
    for recipe, ms in ((PLAIN, 10.0), (THIN, 5.0), (VGG, 40.0)):
        point = Point(recipe, recipe.preset, analysis(recipe)["macs"], MEASUREMENT | {"median_ms": ms})
        latency.points[recipe.digest(), latency.conditions] = point
        latency.measured.emit(point)
    assert texts(tab, "latency") == ["10.00", "10.00", "5.00", "40.00"]
    assert texts(tab, "latency.delta") == ["±0", "", "−50.0", "+300.0"]
    assert not tab.tools.measure.isEnabled()
    tip = str(tab.model.data(tab.model.index(2, PLACES["latency"]), Qt.ItemDataRole.ToolTipRole))
    assert "p10–p90 9–12 ms, n 50; cpu, 1 thread, batch 1" in tip


def test_an_outline_stands_stage_on_stage() -> None:
    thin = window_stages(THIN)
    steps = steps_of(analysis(PLAIN), thin, by_stage=True)
    bars = [row["macs"] for row in analysis(THIN)["layers"] if row["macs"]]
    assert [macs for _, _, macs in steps] == bars
    assert (steps[0][0], steps[-1][1]) == (0.0, len([y for y in analysis(PLAIN)["layers"] if y["macs"]]))
    deep = Recipe.of("mobilenet_v2", {"depth": 2.0})
    deeper = steps_of(analysis(PLAIN), window_stages(deep), by_stage=True)
    assert len(deeper) > len(steps)
    assert deeper[-1][1] == steps[-1][1], "more layers stand closer"
    across = steps_of(analysis(PLAIN), window_stages(VGG), by_stage=False)
    assert len(across) == 16
    assert (across[0][0], across[-1][1]) == (0.0, steps[-1][1])


def window_stages(recipe: Recipe) -> list[dict[str, Any]]:
    return stages_of(analysis(recipe))


def test_the_charts_show_the_pins_and_leave_them_out(qtbot: QtBot, window: MainWindow, tab: CompareTab) -> None:
    go_to(tab, 2)
    window.bottom.tabs.setCurrentIndex(OVERVIEW)
    overlay, cost, time = window.pins.overlay, window.bottom.cost, window.bottom.time
    entry = overlay.outlined()
    assert entry is not None
    assert entry.name == "thin"

    def outline() -> int:
        return len(overlay._outline._steps) if overlay._outline else 0

    assert outline() == len([y for y in analysis(THIN)["layers"] if y["macs"]])
    assert overlay.cost_button.text() == "thin"
    overlay.cost_button.click()
    assert outline() == 0
    overlay.cost_button.click()
    tab.pins.unpin([2])
    assert not overlay.cost_button.isVisible(), "the baseline is what the window shows"
    tab.pins.choose_baseline(3)
    assert overlay.cost_button.text() == "vgg"
    top = max(y["macs"] for y in analysis(VGG)["layers"])
    assert cost.make().view.whole.bottom() >= top, "the outline is within the axis"
    latency = window.session.latency
    point = Point(VGG, "vgg16", analysis(VGG)["macs"], MEASUREMENT)
    latency.points[VGG.digest(), latency.conditions] = point
    latency.measured.emit(point)

    def dots() -> list[tuple[str, QColor]]:
        return [(dot.text, dot.colour) for dot in time._dots._dots] if time._dots else []

    assert dots() == [("vgg", pin_colour(time.theme, 2))]
    overlay.time_button.click()
    assert dots() == [("vgg16", QColor(time.theme.accent))]


@pytest.mark.parametrize(("theme", "colours"), [(LIGHT, ON_LIGHT), (DARK, ON_DARK)])
def test_colours_of_pins_can_be_read(theme: Any, colours: tuple[str, ...]) -> None:
    assert len(set(colours)) == len(colours)
    for colour in colours:
        assert contrast(colour, theme.panel) >= 4.5, f"names stand in {colour} on the panel"


def test_pins_of_the_last_run_are_there(window: MainWindow, tab: CompareTab, qtbot: QtBot) -> None:
    document = json.loads(tab.pins.path.read_text(encoding="utf-8"))
    assert [row["name"] for row in document["pins"]] == ["plain", "thin", "vgg"]
    tab.pins.set = type(tab.pins.set)()
    tab.pins.load()
    assert texts(tab, "name") == ["this recipe", "plain · baseline", "thin", "vgg"]
    assert tab.model.key(0) == PRESENT
    assert tab.table.rowAt(QPoint(5, 5).y()) == 0


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
    assert tweak(0.9) == [row]
    told = tweak(0.5)
    assert told[0] == row
    assert (0, 3, "macs", "macs") in told
    assert weight(0, "macs") > weight(2, "macs")


def test_stop_measuring_ends_a_series(window: MainWindow, tab: CompareTab) -> None:
    bench = HeldWorker()
    series = tab.pins.series
    series.worker = bench  # type: ignore[assignment]
    assert not window.table["stop_measuring"].isEnabled()
    tab.tools.measure.click()
    assert [each["job"] for each in bench.asked] == ["measure"]
    assert tab.tools.measure.text() == "Stop"
    assert "measuring plain, 3 left" in tab.tools.words.text()
    window.table["stop_measuring"].trigger()
    assert bench.cancelled == [1]
    bench.fail("cancelled")
    assert tab.tools.measure.text() == "Measure pins ▶"
    assert not window.table["stop_measuring"].isEnabled()
    window.table["measure_pins"].trigger()
    bench.fail("bad input", "not enough memory")
    assert window.message.text() == "No latency of plain: not enough memory"
