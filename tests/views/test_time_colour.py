"""Measured time in the window: the colour, what stands there without it, the table, the inspector, pictures, the roofline."""

from __future__ import annotations

from collections.abc import Iterator
from math import log10
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from explorer.core.units import duration
from explorer.session.session import Session
from explorer.views.bottom import LAYERS, ROOFLINE
from explorer.views.docks import LEFT_PX
from explorer.views.graph.export import rendered
from explorer.views.layer_model import PLACES
from explorer.views.picture_choice import PictureChoice
from explorer.views.roofline import RooflineChart
from explorer.views.window import MainWindow
from tests.session.recorded import HeldWorker
from tests.session.recorded_times import peaks_of, times_of
from tests.views.making import PLAIN, analysis

GAPS = {"": 0.1, "stages.2.0": 0.05}


@pytest.fixture
def timed(window: MainWindow) -> Iterator[MainWindow]:
    """MobileNetV2; who measures answers when the test says so."""
    session = window.session
    for job in (session.layer_times, session.peaks, session.latency):
        job.worker = HeldWorker()  # type: ignore[assignment]
    session.latency.set_auto(False)  # nothing begins by itself
    session.layer_times.on_analysed(PLAIN)
    yield window


def layers_ms() -> list[float | None]:
    """The more MACs, the longer; views and sums a microsecond."""
    return [0.001 + row["macs"] * 1e-8 for row in analysis(PLAIN)["layers"]]


def answer(window: MainWindow, **more: Any) -> dict[str, Any]:
    document = times_of(analysis(PLAIN), layers_ms(), GAPS, **more)
    worker = window.session.layer_times.worker
    assert isinstance(worker, HeldWorker)
    worker.answer(document)
    return document


def measure(window: MainWindow, **more: Any) -> dict[str, Any]:
    window.table["measure_layers"].trigger()
    return answer(window, **more)


def texts(window: MainWindow, box: str) -> list[str]:
    return next(found for name, _, found in window.centre.graph.boxes() if name == box)


def test_without_a_measurement_the_legend_says_so_and_measures_on_a_click(qtbot: QtBot, timed: MainWindow) -> None:
    timed.table["colour_time"].trigger()
    part = timed.centre.time
    assert part.isVisible()
    assert timed.centre.legend.isHidden()
    assert part.text() == "not measured — Measure layers ▶"
    assert not any("ms" in text for text in texts(timed, "stages.2"))
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)
    assert part.text() == "measuring layers…"
    timed.session.layer_times.progressed.emit(0.43, ["layers: {0} of {1} pairs of runs", "3", "9"])
    assert part.text() == "measuring layers… 43 %"
    answer(timed)
    assert part.isHidden()
    assert timed.centre.legend.isVisible()
    assert timed.centre.legend.accessibleName().startswith("0–")
    assert timed.centre.legend.accessibleName().endswith("ms")


def test_where_each_change_is_measured_it_says_so(timed: MainWindow) -> None:
    timed.session.latency.auto = True
    timed.table["colour_time"].trigger()
    assert timed.centre.time.text() == "layers: measured once you pause"
    timed.session.stop_measuring()
    assert timed.centre.time.text() == "not measured — Measure layers ▶"


def test_a_second_click_ends_the_measurement(qtbot: QtBot, timed: MainWindow) -> None:
    timed.table["colour_time"].trigger()
    qtbot.mouseClick(timed.centre.time, Qt.MouseButton.LeftButton)
    assert timed.table["stop_measuring"].isEnabled()
    qtbot.mouseClick(timed.centre.time, Qt.MouseButton.LeftButton)
    worker = timed.session.layer_times.worker
    assert isinstance(worker, HeldWorker)
    assert worker.cancelled == [1]
    worker.fail("cancelled")
    assert timed.centre.time.text() == "not measured — Measure layers ▶"
    assert not timed.table["stop_measuring"].isEnabled()


def test_boxes_say_their_time_and_take_its_colour(timed: MainWindow) -> None:
    timed.table["colour_time"].trigger()
    measure(timed)
    times = timed.session.layer_times.of(analysis(PLAIN))
    assert times is not None
    assert texts(timed, "stages.2")[-1] == f"{times.by_node['stages.2']:#.3g} ms"
    nodes = timed.centre.graph.picture.scene.nodes
    slow = max((i for i in nodes), key=lambda i: times.by_node[i])
    fills = {name: item.shape_data.look.fill for name, item in nodes.items()}
    assert fills[slow] == timed.theme.ramp[-1]
    assert fills[":flatten"] != fills[slow]


def test_folded_blocks_show_their_mean(timed: MainWindow) -> None:
    timed.table["colour_time"].trigger()
    measure(timed)
    timed.table["level_blocks"].trigger()
    times = timed.session.layer_times.of(analysis(PLAIN))
    assert times is not None
    item = next(i for i in timed.centre.graph.picture.scene.nodes.values() if len(i.shape_data.members) > 1)
    members = item.shape_data.members
    mean = sum(times.by_node[m] for m in members) / len(members)
    assert any(f"{len(members)} × {mean:#.3g} ms" in run.text for run in item.runs)


def test_a_changed_recipe_has_no_time(timed: MainWindow) -> None:
    timed.table["colour_time"].trigger()
    measure(timed)
    document = timed.session.document
    changed = PLAIN.with_value("alpha", 0.5)
    document.accept(changed, analysis(changed))
    assert timed.centre.time.isVisible()
    assert not any("ms" in text for text in texts(timed, "stages.2"))
    document.accept(PLAIN, analysis(PLAIN))
    assert timed.centre.time.isHidden()
    assert any("ms" in text for text in texts(timed, "stages.2"))


def test_the_choice_is_remembered_and_others_need_no_measurement(timed: MainWindow) -> None:
    timed.table["colour_time"].trigger()
    assert timed.centre.colour == "time"
    timed.table["colour_macs"].trigger()
    assert timed.centre.time.isHidden()
    assert timed.centre.legend.isVisible()
    assert timed.table["colour_time"].shortcut().toString() == "Alt+6"
    assert timed.table["measure_layers"].shortcut().toString() == "Ctrl+F9"


def test_the_table_has_a_column_and_its_total_names_what_lies_between(timed: MainWindow) -> None:
    timed.bottom.tabs.setCurrentIndex(LAYERS)
    tab = timed.bottom.layers
    assert "time" not in tab.visible_columns()
    measure(timed)
    assert {"time", "time_share"} <= set(tab.visible_columns())
    model, totals = tab.model, tab.totals
    ms = layers_ms()
    assert model.data(model.index(0, PLACES["time"])) == f"{1000 * (ms[0] or 0):,.2f}"
    assert totals.data(totals.index(0, PLACES["time"])) == f"{1000 * sum(m or 0 for m in ms):,.2f}"
    assert totals.data(totals.index(0, PLACES["path"])) == "total, and 0.150 ms between"
    assert "between layers 0.150 ms" in totals.data(totals.index(0, PLACES["time"]), Qt.ItemDataRole.ToolTipRole)
    tab.files.copy("csv")
    assert "# Time: Test CPU, 1 thread" in QGuiApplication.clipboard().text()
    changed = PLAIN.with_value("alpha", 0.5)
    timed.session.document.accept(changed, analysis(changed))
    assert "time" not in tab.visible_columns()
    assert totals.data(totals.index(0, PLACES["path"])) == "total"


def test_the_inspector_has_time_share_and_overhead(timed: MainWindow) -> None:
    panel = timed.inspector
    assert panel.values["time"].text() == "not measured"
    assert panel.overhead.isHidden()
    measure(timed, flags=[["noisy: the middle half of the runs spreads over {0} % of the median", "27"]])
    timed.session.document.selection.select("stages.2")
    times = timed.session.layer_times.of(analysis(PLAIN))
    assert times is not None
    ms = times.by_node["stages.2"]
    assert panel.values["time"].text() == f"{ms:#.3g} ms · {100 * ms / times.total:.1f} %"
    assert "between its layers: 50.0 µs" in panel.values["time"].toolTip()
    assert "not subtracted" in panel.overhead.text()
    assert "noisy" in panel.overhead.text()
    assert panel.overhead.mark() == "warning"


def test_a_picture_says_under_which_conditions(timed: MainWindow, tmp_path: Path) -> None:
    timed.table["colour_time"].trigger()
    choice = PictureChoice()
    without = rendered(timed.pictures.sheet(choice), "svg", 96)
    assert "not measured" in svg_texts(without)
    measure(timed)
    said = svg_texts(rendered(timed.pictures.sheet(choice), "svg", 96))
    assert "time: Test CPU, 1 thread, batch 1, float32, PyTorch eager 2.13.0, median of 60 runs" in said
    assert "Colour and figures: measured time" in said
    timed.table["colour_macs"].trigger()
    assert "Test CPU" not in svg_texts(rendered(timed.pictures.sheet(choice), "svg", 96))


def svg_texts(content: bytes) -> str:
    return " ".join(e.text or "" for e in ET.fromstring(content).iter("{http://www.w3.org/2000/svg}text"))


def roofline(window: MainWindow) -> RooflineChart:
    window.bottom.tabs.setCurrentIndex(ROOFLINE)
    return window.bottom.roofline.chart


def held(window: MainWindow) -> HeldWorker:
    worker = window.session.peaks.worker
    assert isinstance(worker, HeldWorker)
    return worker


def test_the_roofline_says_what_to_do_first(timed: MainWindow) -> None:
    chart = roofline(timed)
    assert "Measure the layers (Ctrl+F9)" in chart.empty
    assert [(r["job"], r["measure"]) for r in held(timed).asked] == [("peaks", False)]
    held(timed).answer({"peaks": None})
    assert "not measured yet" in timed.bottom.roofline.peaks.text()
    timed.table["measure_peaks"].trigger()
    assert held(timed).asked[-1]["again"] is True
    held(timed).answer(peaks_of(1e11, 4e10))
    assert chart.empty == ""
    said = timed.bottom.roofline.peaks.text()
    assert said == "peak 100.0 GMAC/s (200.0 GFLOP/s), memory 40.00 GB/s; they meet at 2.5 MACs/byte"
    assert "hollow" in timed.bottom.roofline.times.text()
    assert chart.roofline is not None
    assert chart.roofline.rows()[1][7] is None


def test_its_points_are_layers_and_a_click_selects(qtbot: QtBot, timed: MainWindow) -> None:
    measure(timed)
    chart = roofline(timed)
    held(timed).answer(peaks_of(1e11, 4e10))
    assert chart.roofline is not None
    rows = chart.roofline.rows()
    costly = [row for row in analysis(PLAIN)["layers"] if row["macs"]]
    assert [row[0] for row in rows[1:-1]] == [row["path"] for row in costly]
    assert rows[-1][0] == "network"
    assert chart.plot is not None
    point = chart.roofline.points[0]
    place = QPointF(log10(point.intensity), log10(point.rate or 1))
    assert point.path in chart.tip_at(place)
    assert "attainable" in chart.tip_at(place)
    chart.plot.clicked.emit(place)
    assert timed.session.document.selection.node == point.path
    assert "100 layers without MACs" in timed.bottom.roofline.rest.text()
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert timed.session.document.selection.node == chart.roofline.points[1].path
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert timed.session.document.selection.node == chart.roofline.points[-1].path


def test_words_where_the_legend_stands_do_not_push_the_panels(timed: MainWindow) -> None:
    before = {name: dock.width() for name, dock in timed.docks.items()}
    timed.table["colour_time"].trigger()
    assert timed.centre.time.isVisible()
    assert {name: dock.width() for name, dock in timed.docks.items()} == before
    assert before["left"] == LEFT_PX


def test_nothing_else_is_asked_of_the_bench_meanwhile(timed: MainWindow) -> None:
    session = timed.session
    assert session.is_idle()
    timed.table["measure_layers"].trigger()
    assert session.is_measuring()
    assert not session.is_idle()
    session.stop_measuring()
    worker = session.layer_times.worker
    assert isinstance(worker, HeldWorker)
    worker.fail("cancelled")
    assert session.is_idle()


def test_a_rows_tip_has_the_spread(timed: MainWindow) -> None:
    timed.bottom.tabs.setCurrentIndex(LAYERS)
    measure(timed)
    model = timed.bottom.layers.model
    ms = layers_ms()[0] or 0
    tip = model.data(model.index(0, PLACES["time"]), Qt.ItemDataRole.ToolTipRole)
    assert f"p10–p90 {duration(0.9 * ms)} – {duration(1.1 * ms)}, 60 runs" in tip


def test_a_hidden_tab_asks_nothing(made: tuple[Session, MainWindow]) -> None:
    running, _ = made
    worker = HeldWorker()
    running.peaks.worker = worker  # type: ignore[assignment]
    running.layer_times.changed.emit()
    assert worker.asked == []
