"""Around the Compare tab: copies, files, measuring, the difference, the library, and the pins in the charts."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from explorer.core.compare import PLACES, stages_of
from explorer.core.compare_file import read_pins
from explorer.core.measures import PRECISIONS
from explorer.core.recipe import Recipe, write_recipe
from explorer.session.latency import Point
from explorer.session.pins import PRESENT
from explorer.views.bottom import COMPARE, OVERVIEW
from explorer.views.compare import CompareTab
from explorer.views.graph.export import Sheet, Subject, caption, rendered
from explorer.views.pin_colours import ON_DARK, ON_LIGHT, pin_colour
from explorer.views.pin_overlay import steps_of
from explorer.views.theme import DARK, LIGHT, contrast
from explorer.views.window import MainWindow
from tests.session.recorded import HeldWorker
from tests.views.charting import Saved
from tests.views.comparing import MEASUREMENT, THIN, VGG, go_to, names, pin, texts
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


@pytest.mark.parametrize("colour", ["memory", "access"])
def test_the_graph_s_bytes_are_at_the_inspector_s_precision(window: MainWindow, colour: str) -> None:
    window.centre.set_colour(colour)
    highest = {}
    for i, precision in enumerate(PRECISIONS):
        window.inspector.precision.button(i).click()
        legend = window.centre.graph.legend()
        assert legend is not None
        highest[precision] = legend.maximum
        assert f"Output, {precision}: " in window.centre.graph.tooltip("stages.5")
    assert highest["float32"] == 2 * highest["float16"] == 4 * highest["int8"] > 0
    subject = Subject.of(window.session.document.network, frozenset(), quantity=colour)
    root = ET.fromstring(rendered(Sheet(subject, caption(analysis(PLAIN), None)), "svg", 72))
    assert any("int8" in (element.text or "") for element in root.iter() if element.get("class") == "legend")


@pytest.mark.parametrize("name", ["params", "activations", "access"])
def test_an_outline_is_of_what_the_bars_show_at_its_precision(window: MainWindow, tab: CompareTab, name: str) -> None:
    go_to(tab, 2)
    window.bottom.tabs.setCurrentIndex(OVERVIEW)
    overlay, cost = window.pins.overlay, window.bottom.cost
    window.inspector.precision.button(1).click()
    cost.choose_quantity(name)
    width = 1 if name == "params" else 2  # bytes of float16
    heights = [width * row[name] for row in analysis(THIN)["layers"] if row[name]]
    assert overlay._outline is not None
    assert [height for _, _, height in overlay._outline._steps] == heights
    assert sum(cost.data.values) == width * analysis(PLAIN)[name]
    assert ("float16" in cost.title) is (name != "params")
    saved = Saved(cost)
    assert "outline: thin" in [element.text for element in saved.root.iter()]
    overlay.cost_button.click()
    assert "outline: thin" not in [element.text for element in Saved(cost).root.iter()]


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
