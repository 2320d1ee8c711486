"""The Sweep tab and its dialog: MobileNetV1's grid of the paper made in the window, budgets, charts, opening a row, bad input."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from explorer.analysis.published import shelf
from explorer.core.catalogue import read_catalogue
from explorer.core.recipe import Recipe
from explorer.core.sweep import Axis, Plan
from explorer.core.sweep_rows import row_document
from explorer.session.jobs import Command
from explorer.session.preferences import Preferences
from explorer.session.session import Session
from explorer.session.sweep_folder import journal_of
from explorer.session.sweeps import DONE, NONE, PAUSED
from explorer.sweep.tasks import analyse_all
from explorer.views.bottom import SWEEP
from explorer.views.sweep_dialog import SweepDialog
from explorer.views.sweep_tab import SweepTab
from explorer.views.window import MainWindow
from tests.views.charting import SVG, Saved, analysed
from tests.views.making import fakes

LONG_MS = 90_000
V1 = Recipe("mobilenet_v1")
GRID = Plan((V1,), (Axis("alpha", (0.25, 0.5, 0.75, 1.0)), Axis("resolution", (128, 160, 192, 224))))
PRINTED = {  # MobileNets (arXiv:1704.04861), Tables 6, 7 and 9: million multiply-adds, million parameters, top-1
    (1.0, 224): (569, 4.2, 70.6), (0.75, 224): (325, 2.6, 68.4), (0.5, 224): (149, 1.3, 63.7), (0.25, 224): (41, 0.5, 50.6),
    (1.0, 192): (418, 4.2, 69.1), (1.0, 160): (290, 4.2, 67.2), (1.0, 128): (186, 4.2, 64.4), (0.5, 160): (76, 1.32, 60.2),
}


@cache
def grid() -> tuple[dict[str, Any], ...]:
    """The rows of MobileNetV1's grid."""
    shelf()
    told = analyse_all([variant.recipe.to_json() for variant in GRID.variants()], "macs")
    return tuple(row_document(GRID, number, row) for number, row in enumerate(told))


def result(folder: Path, plan: Plan = GRID, rows: tuple[dict[str, Any], ...] = ()) -> Path:
    path = folder / "grid.json"
    path.write_text(json.dumps({"sweep": plan.to_json(), "rows": rows or grid()}))
    return path


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """MobileNetV1 with the Sweep tab in front; the sweep's worker is a real one, the others answer nothing."""
    monkeypatch.setenv("ARCHITECTURE_EXPLORER_DATA", str(tmp_path / "data"))
    commands = fakes() | {"sweep": Command.worker("sweep")}
    running = Session(V1, read_catalogue(), Preferences(str(tmp_path)), commands=commands)
    running.latency.set_auto(False)
    window = MainWindow(running)
    window.files.ask_unsaved = lambda _parent, _name: QMessageBox.StandardButton.Discard
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    running.document.accept(V1, analysed("mobilenet_v1"))
    window.bottom.tabs.setCurrentIndex(SWEEP)
    yield window
    running.document.stack.clear()
    running.stop()


def texts(tab: SweepTab, row: int) -> dict[str, str]:
    """A row of the table by its headings."""
    model = tab.model
    columns = range(model.columnCount())
    return {model.headerData(i, Qt.Orientation.Horizontal): model.index(row, i).data() for i in columns}


def dialog_of(window: MainWindow) -> SweepDialog:
    window.table["sweep"].trigger()
    dialog = window.sweeps.dialog
    assert dialog is not None
    return dialog


def limit(tab: SweepTab, **most: str) -> None:
    """Type budgets."""
    for name, text in most.items():
        field = tab.budget.fields[name]
        field.setText(text)
        field.editingFinished.emit()


def test_the_grid_of_the_paper_is_made_in_the_window(qtbot: QtBot, shown: MainWindow) -> None:
    dialog = dialog_of(shown)
    assert [row.axis() for row in dialog.axes] == list(GRID.axes)  # the paper's values stand there at first
    assert "16 points" in dialog.words.text()
    qtbot.mouseClick(dialog.start_button, Qt.MouseButton.LeftButton)
    sweeps, tab = shown.session.sweeps, shown.bottom.sweep
    qtbot.waitUntil(lambda: sweeps.state == DONE, timeout=LONG_MS)
    qtbot.waitUntil(lambda: tab.model.rowCount() == 16)
    rows = {(float(t["width α"]), int(t["resolution ρ"])): t for t in (texts(tab, i) for i in range(16))}
    for place, (madds, params, top1) in PRINTED.items():
        row = rows[place]
        assert abs(float(row["MACs"].removesuffix(" M")) - madds) < 1
        assert abs(float(row["parameters"].removesuffix(" M").removesuffix(" k")) / (1000 if "k" in row["parameters"] else 1)
                   - params) < 0.05
        assert float(row["published top-1 (%)"]) == top1
        assert "1704.04861" in row["note"]
    assert float(texts(tab, 0)["published top-1 (%)"]) == 70.6  # the best first
    assert "16 / 16" in tab.state.text()
    assert tab.bar.isHidden()


def test_a_budget_lists_what_fits_first_and_shades(qtbot: QtBot, shown: MainWindow, tmp_path: Path) -> None:
    shown.session.sweeps.open(result(tmp_path))
    tab = shown.bottom.sweep
    limit(tab, macs="≤ 300 M", params="3 M")
    expected = {row["number"] for row in grid() if row["macs"] <= 300e6 and row["params"] <= 3e6}
    assert 0 < len(expected) < 16
    assert {row.number for row in tab.model.shown[: len(expected)]} == expected
    assert f"{len(expected)} fit the budget" in tab.state.text()
    tops = [row.figures["top1"] for row in tab.model.shown[: len(expected)] if row.figures["top1"] is not None]
    assert tops == sorted(tops, reverse=True)
    tab.show_view("front")
    (shade,) = tab.charts["front"].figure(tab.theme).boxes  # type: ignore[union-attr]
    assert shade.right == 300e6
    tab.show_view("curves")
    (shade,) = tab.charts["curves"].figure(tab.theme).boxes  # type: ignore[union-attr]
    assert shade.high == 300e6
    tab.tools.filter.setText("fits")
    assert {row.number for row in tab.model.shown} == expected
    said: list[list[str]] = []
    tab.refused.connect(said.append)
    limit(tab, macs="a lot")
    assert said[0][0].startswith("{0} is no budget")
    assert {row.number for row in tab.model.shown} == expected  # the budget that held before holds
    limit(tab, macs="", params="")
    assert tab.model.rowCount() == 16


def test_a_double_click_opens_the_row_and_undo_leads_back(qtbot: QtBot, shown: MainWindow, tmp_path: Path) -> None:
    shown.session.sweeps.open(result(tmp_path))
    tab, document = shown.bottom.sweep, shown.session.document
    place = tab.model.row_of(5)
    tab.table.setCurrentIndex(tab.model.index(place, 0))
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    assert document.recipe == Recipe.of("mobilenet_v1", {"alpha": 0.5, "resolution": 160})
    assert "α 0.5" in shown.table["undo"].text()
    document.stack.undo()
    assert document.recipe == V1
    tab.show_view("heat")
    chart = tab.charts["heat"]
    x, y, row = next(p for p in chart.places if p[2].values == (0.25, 192))
    assert chart.plot is not None
    spot = chart.plot.pixels(x, y).toPoint()
    qtbot.mouseDClick(chart.plot.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert document.recipe == Recipe.of("mobilenet_v1", {"alpha": 0.25, "resolution": 192})
    tab.show_view("front")
    front = tab.charts["front"]
    x, y, row = front.places[0]
    assert "double click" in front.tip_at(QPointF(x, y))
    tab.mark(row.number)
    qtbot.keyClick(front, Qt.Key.Key_Return)
    assert document.recipe.digest() == row.recipe().digest()


def test_the_open_recipe_is_marked_where_it_lies(qtbot: QtBot, shown: MainWindow, tmp_path: Path) -> None:
    shown.session.sweeps.open(result(tmp_path))
    tab, document = shown.bottom.sweep, shown.session.document
    present = tab.data.present()
    assert present is not None
    assert present.values == (1.0, 224)
    other = Recipe.of("mobilenet_v1", {"alpha": 0.5})
    document.open_preset(other)
    document.accept(other, analysed("mobilenet_v1", alpha=0.5))
    present = tab.data.present()
    assert present is not None
    assert present.values == (0.5, 224)
    assert "the open recipe" in tab.data.told(present)
    document.accept(other, analysed("mobilenet_v1", alpha=0.6))
    assert tab.data.present() is None


def test_a_refused_cell_is_hatched_and_says_why(qtbot: QtBot, shown: MainWindow, tmp_path: Path) -> None:
    rows = [dict(row) for row in grid()]
    rows[6] = row_document(GRID, 6, {"refused": ["groups = {0} does not divide {1} channels", "3", "64"]})
    shown.session.sweeps.open(result(tmp_path, rows=tuple(rows)))
    tab = shown.bottom.sweep
    tab.show_view("heat")
    assert tab.model.shown[-1].number == 6
    assert "1 cannot be built" in tab.state.text()
    chart = tab.charts["heat"]
    x, y, row = next(p for p in chart.places if p[2].number == 6)
    assert "groups = 3 does not divide 64 channels" in chart.tip_at(QPointF(x, y))
    saved = Saved(chart)
    assert sum("does not divide" in "".join(title.itertext()) for title in saved.root.iter(f"{SVG}title")) == 1
    said: list[list[str]] = []
    tab.refused.connect(said.append)
    tab.open(row)
    assert said == [row.refused]
    assert shown.session.document.recipe == V1
    tab.tools.filter.setText("refused")
    assert [r.number for r in tab.model.shown] == [6]


def test_every_view_can_be_saved_and_read_as_a_table(qtbot: QtBot, shown: MainWindow, tmp_path: Path) -> None:
    shown.session.sweeps.open(result(tmp_path))
    tab = shown.bottom.sweep
    for name, chart in tab.charts.items():
        tab.show_view(name)
        for theme in ("light", "dark"):
            assert Saved(chart, theme=theme).size()[0] > 300
        table = chart.table()
        assert table is not None
        assert len(table.rows) == len(chart.places)
        assert len({option.name for option in chart.options()}) == len(chart.options())
        for option in chart.options():  # every choice can be shown
            option.choose(not option.on)
            assert chart.places or chart.empty


def test_curves_have_a_line_for_each_value_of_the_other_axis(qtbot: QtBot, shown: MainWindow, tmp_path: Path) -> None:
    shown.session.sweeps.open(result(tmp_path))
    figure = shown.bottom.sweep.charts["curves"].figure(shown.theme)
    assert figure is not None
    assert [line.name for line in figure.lines] == ["ρ 128", "ρ 160", "ρ 192", "ρ 224"]
    by_place = {tuple(row["values"]): row["macs"] for row in grid()}
    for line, side in zip(figure.lines, (128, 160, 192, 224), strict=True):
        assert list(line.places) == [(alpha, by_place[alpha, side]) for alpha in (0.25, 0.5, 0.75, 1.0)]


def test_the_dialog_says_what_is_wrong_and_does_not_start(qtbot: QtBot, shown: MainWindow) -> None:
    dialog = dialog_of(shown)
    assert not dialog.isModal()
    first = dialog.axes[0]
    for typed, said in (("9", "allowed"), ("", "no values"), ("0.1..2:0", "STEP above 0"), ("wide", "not a number")):
        first.values.setText(typed)
        assert said in dialog.words.text()
        assert dialog.words.mark() == "warning"
        assert not dialog.start_button.isEnabled()
    first.values.setText("0.1..2:0.01")
    dialog.axes[1].values.setText("32..600:1")
    assert "the window takes up to 10000" in dialog.words.text()
    dialog.sample.setValue(50)
    assert "50 of" in dialog.words.text()
    assert dialog.start_button.isEnabled()
    dialog.axes[1].knob.setCurrentIndex(dialog.axes[1].knob.findData("alpha"))
    dialog.axes[1].knob.activated.emit(0)
    assert "alpha is an axis twice" in dialog.words.text()
    dialog.presets.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert "at least one network" in dialog.words.text()
    assert shown.session.sweeps.state == NONE


def test_the_dialog_offers_stages_and_a_menu_of_values(qtbot: QtBot, shown: MainWindow) -> None:
    dialog = dialog_of(shown)
    row = dialog.add_axis("stages.4", "groups")
    assert row.axis() == Axis("groups", (1, 2, 3, 4, 8), "stages.4")
    menu = row.menu()
    actions = {action.text(): action for action in menu.actions()}
    assert actions["3"].isChecked()
    actions["3"].trigger()
    assert row.axis().values == (1, 2, 4, 8)
    next(action for text, action in actions.items() if "Whole range" in text).trigger()
    assert len(row.axis().values) == 64
    plan = dialog.plan()
    assert plan.axes[2].name == "stages.4:groups"
    dialog.search.setText("v2_x0_5")
    visible = [dialog.presets.item(i).text() for i in range(dialog.presets.count()) if not dialog.presets.item(i).isHidden()]
    assert visible == ["mobilenet_v1 (open)", "shufflenet_v2_x0_5"]
    second = next(i for i in range(dialog.presets.count()) if dialog.presets.item(i).text() == "shufflenet_v2_x0_5")
    dialog.presets.item(second).setCheckState(Qt.CheckState.Checked)
    assert len(dialog.plan().recipes) == 2
    assert all(axis.place == "" for axis in dialog.plan().axes)  # places are of one network


def test_an_unfinished_sweep_is_offered_when_the_program_comes_back(qtbot: QtBot, shown: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "sweeps"
    folder.mkdir(parents=True)
    lines = [json.dumps(GRID.to_json())]
    for row in grid()[:5]:
        kept = {k: v for k, v in row.items() if k not in ("number", "values", "preset")}
        lines.append(json.dumps({"analysed": row["number"], **kept}))
    journal_of(folder / "old.json").write_text("\n".join(lines) + "\n")
    shown.session.sweeps._looked = False  # as a new run of the program
    shown.bottom.tabs.setCurrentIndex(0)
    shown.bottom.tabs.setCurrentIndex(SWEEP)
    sweeps, tab = shown.session.sweeps, shown.bottom.sweep
    assert sweeps.state == PAUSED
    assert tab.model.rowCount() == 5
    assert "5 of 16 points are done" in shown.message.text()
    assert tab.tools.pause.text() == "Resume"
    qtbot.mouseClick(tab.tools.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sweeps.state == DONE, timeout=LONG_MS)
    qtbot.waitUntil(lambda: tab.model.rowCount() == 16)
    menu = tab.tools.kept_menu()
    assert any("old" in action.text() for action in menu.actions())


def test_a_sweep_of_one_axis_and_of_none_have_no_heat_map(qtbot: QtBot, shown: MainWindow, tmp_path: Path) -> None:
    tab = shown.bottom.sweep
    tab.show_view("heat")
    assert "No sweep yet" in tab.charts["heat"].empty
    plan = replace(GRID, axes=(GRID.axes[0],))
    rows = tuple(row_document(plan, i, analyse_all([plan.variant(i).recipe.to_json()], "macs")[0]) for i in range(4))
    shown.session.sweeps.open(result(tmp_path, plan, rows))
    assert "needs two axes" in tab.charts["heat"].empty
    tab.show_view("curves")
    assert len(tab.charts["curves"].places) == 4


def test_the_dialog_follows_the_window(qtbot: QtBot, shown: MainWindow) -> None:
    dialog, document = dialog_of(shown), shown.session.document
    other = Recipe.of("mobilenet_v1", {"alpha": 0.5})
    document.open_preset(other)
    document.accept(other, analysed("mobilenet_v1", alpha=0.5))
    qtbot.waitUntil(lambda: dialog.plan().recipes == (other,))
    assert dialog.presets.item(0).text() == "mobilenet_v1 α 0.5 (open)"
    assert [row.axis() for row in dialog.axes] == list(GRID.axes)


def test_a_sweep_of_a_paper_is_ready_made(qtbot: QtBot, shown: MainWindow) -> None:
    dialog = dialog_of(shown)
    dialog.presets.item(5).setCheckState(Qt.CheckState.Checked)
    dialog.add_axis()
    menu = dialog.ready_menu()
    assert {action.objectName() for action in menu.actions()} >= {"sweep.ready.v1-grid", "sweep.ready.v2-grid"}
    next(action for action in menu.actions() if action.objectName() == "sweep.ready.v2-grid").trigger()
    plan = dialog.plan()
    assert [recipe.preset for recipe in plan.recipes] == ["mobilenet_v2"]
    assert [(axis.knob, len(axis.values)) for axis in plan.axes] == [("alpha", 6), ("resolution", 5)]
    assert "30 points" in dialog.words.text()
    assert "22 of them published" in dialog.words.text()
    qtbot.mouseClick(dialog.start_button, Qt.MouseButton.LeftButton)
    sweeps, tab = shown.session.sweeps, shown.bottom.sweep
    qtbot.waitUntil(lambda: sweeps.state == DONE, timeout=LONG_MS)
    heat = tab.charts["heat"]
    qtbot.waitUntil(lambda: heat.isVisible() and len(heat.places) == 30)
    cells = Saved(heat).names("bar")
    assert sum("top-1" in name for name in cells) == 22
    assert any("75" in name and "α 1.4" in name for name in cells)
