"""Saved and copied charts: the SVG taken apart, the PNG's size, the CSV against the data; the dialog; the table twin."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetricsF, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.core.errors import BadInput
from explorer.core.layer_times import LayerTimes
from explorer.core.recipe import Recipe
from explorer.core.roofline import roofline
from explorer.core.tabular import to_csv
from explorer.core.units import duration
from explorer.session.chart_memory import ChartMemory
from explorer.session.latency import Point
from explorer.views.accuracy_chart import AccuracyChart
from explorer.views.chart_dialog import ChartChoice, ChartDialog
from explorer.views.chart_files import content
from explorer.views.chart_frame import ChartFrame
from explorer.views.cost_chart import CostChart
from explorer.views.cost_quantities import Quantity
from explorer.views.cost_time import time_notes
from explorer.views.figure_page import SIZES
from explorer.views.roofline import RooflineChart
from explorer.views.shares_chart import SharesChart
from explorer.views.theme import FAMILIES, LIGHT, font
from explorer.views.time_charts import SpreadChart, TimeChart
from explorer.views.window import MainWindow
from tests.session.recorded_times import peaks_of, times_of
from tests.views.charting import SVG, Saved, analysed, catalogue, points, shown

CONDITIONS = {
    "fingerprint": {"cpu": "Some CPU", "runtime": "PyTorch eager", "torch": "2.13.0", "os": "Linux"},
    "settings": {"device": "cpu", "threads": 1, "batch": 1, "dtype": "float32"},
}


def measured(name: str, macs: int, median: float, alpha: float) -> Point:
    samples = [median * (1 + 0.01 * (i % 7 - 3)) for i in range(60)]
    figures = {"median_ms": median, "p10_ms": median * 0.97, "p90_ms": median * 1.04, "n": 60, "samples_ms": samples}
    return Point(Recipe("net").with_value("alpha", alpha), name, macs, figures | CONDITIONS)


POINTS = [measured("net", 300_774_272, 18.0, 1.0), measured("α 0.75", 209_000_000, 14.0, 0.75)]


def cost() -> CostChart:
    made = CostChart()
    made.show_analysis(analysed())
    return made


def shares() -> SharesChart:
    made = SharesChart()
    made.show_analysis(analysed())
    return made


def accuracy() -> AccuracyChart:
    made = AccuracyChart()
    made.show_published(points(), catalogue())
    made.show_present(analysed(alpha=0.83), catalogue())
    return made


def times() -> TimeChart:
    made = TimeChart()
    made.show_points(POINTS, POINTS[1].recipe)
    return made


def spread() -> SpreadChart:
    made = SpreadChart()
    made.show_point(POINTS[0])
    return made


FLAGS = [["noisy: the middle half of the runs spreads over {0} % of the median", "23"]]


def layer_ms(answer: dict[str, Any]) -> list[float | None]:
    return [row["macs"] / 2e7 + 0.01 if row["runs"] else None for row in answer["layers"]]


def timed_cost() -> CostChart:
    times = LayerTimes(times_of(analysed(), layer_ms(analysed()), {"": 0.4}, flags=FLAGS), analysed())
    made = CostChart()
    made.add_quantity(Quantity(
        "time", "measured time", "ms", 1.0, lambda _answer: [ms or 0.0 for ms in times.by_layer], duration, "time (ms)",
        "CPU, 1 thread, batch 1", notes=lambda _answer: time_notes(times),
    ))
    made.show_analysis(analysed())
    made.choose_quantity("time")
    return made


def bounds() -> RooflineChart:
    made = RooflineChart()
    made.show_roofline(roofline(analysed(), None, peaks_of(1e11, 4e10)["peaks"]), analysed())
    return made


def rates() -> RooflineChart:
    made, answer = RooflineChart(), analysed(rule="flops")
    times = LayerTimes(times_of(answer, layer_ms(answer), {"": 0.4}), answer)
    made.show_roofline(roofline(answer, times, peaks_of(1e11, 4e10)["peaks"]), answer, times)
    return made


CHARTS: dict[str, Callable[[], ChartFrame]] = {
    "cost": cost, "shares": shares, "accuracy": accuracy, "times": times, "spread": spread, "bounds": bounds, "rates": rates,
    "time": timed_cost,
}
every = pytest.mark.parametrize("name", list(CHARTS))


@pytest.fixture
def chart(qtbot: QtBot, name: str) -> ChartFrame:
    made = CHARTS[name]()
    shown(qtbot, made)
    made.grab()
    return made


def boxes(saved: Saved) -> list[tuple[str, QRectF]]:
    """Every text with the box it takes."""
    found = []
    for element in saved.root.iter(f"{SVG}text"):
        face: QFont = font(int(element.get("font-size", 0)), bold=element.get("font-weight") == "600", tabular=True)
        metrics, text = QFontMetricsF(face), element.text or ""
        wide = metrics.horizontalAdvance(text)
        x = float(element.get("x", 0)) - {"middle": wide / 2, "end": wide}.get(element.get("text-anchor", ""), 0)
        tall = metrics.capHeight()
        found.append((text, QRectF(x, float(element.get("y", 0)) - tall, wide, tall)))
    return found


@every
@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_texts_are_texts_and_lie_apart_on_the_page(chart: ChartFrame, size: str, theme: str) -> None:
    saved = Saved(chart, size, theme)
    wide, high = saved.size()
    assert wide == SIZES[size].width
    assert " ".join(saved.texts("title")).startswith(chart.title)
    assert len(saved.texts("tick")) >= 3
    assert saved.texts("axis")
    assert saved.texts("note")[-1].startswith("Architecture Explorer ")
    assert all(family in (saved.root.get("font-family") or "") for family in FAMILIES)
    words = boxes(saved)
    page = QRectF(0, 0, wide, high)
    assert all(page.contains(box) for _, box in words), [text for text, box in words if not page.contains(box)]
    meeting = [(a, b) for i, (a, first) in enumerate(words) for b, second in words[:i] if first.intersects(second)]
    assert not meeting
    assert not list(saved.root.iter(f"{SVG}g"))  # no transform, no matrix


def test_a_bar_for_every_layer_and_a_point_for_every_result(qtbot: QtBot) -> None:
    chart = cost()
    shown(qtbot, chart)
    chart.pick("C")
    chart.grab()
    saved = Saved(chart)
    costly = [row for row in analysed()["layers"] if row["macs"]]
    assert len(saved.of("bar")) == len(costly) == 53
    assert [name.partition(":")[0] for name in saved.names("bar")] == [row["path"] for row in costly]
    heights = [float(bar.get("height", 0)) for bar in saved.of("bar")]
    most = max(row["macs"] for row in costly)
    assert heights == pytest.approx([row["macs"] / most * max(heights) for row in costly], abs=0.6)
    line = saved.of("line")[0].get("points", "").split()
    assert len(line) == 53
    assert saved.texts("tick").count("100 %") == 1
    assert any("no bias/BN" in note for note in saved.texts("note"))
    assert any(analysed()["digest"][:12] in note for note in saved.texts("note"))


def test_the_other_charts_have_all_their_data(qtbot: QtBot) -> None:
    made = {name: CHARTS[name]() for name in CHARTS}
    for each in made.values():
        shown(qtbot, each)
        each.grab()
    pieces = Saved(made["shares"])
    assert len(pieces.of("bar")) == len(made["shares"].parts())  # type: ignore[attr-defined]
    assert len(pieces.of("legend")) == 2 * len(made["shares"].shares)  # type: ignore[attr-defined]
    places = Saved(made["accuracy"])
    assert len(places.of("point")) == len(made["accuracy"].data.shown()) + 1  # type: ignore[attr-defined]
    assert len(places.of("line")) == 3
    assert places.texts("mark") == ["published, original weights"]
    assert "this recipe: accuracy not measured" in places.texts("label")
    dots = Saved(made["times"])
    assert len(dots.of("point")) == len(dots.of("spread")) == 2
    assert set(dots.texts("label")) == {"net", "this recipe"}
    assert " · ".join(dots.texts("note")).startswith("MACs: conv + linear + matmul, no bias/BN · Measured on: Some CPU, Linux, P")
    runs = Saved(made["spread"])
    counted = [int(name.rpartition(": ")[2]) for name in runs.names("bar")]
    assert sum(counted) == 60
    assert len(runs.of("median")) == len(runs.of("band")) == 1


@pytest.mark.parametrize(("made", "measured_there"), [(bounds, False), (rates, True)])
def test_the_roofline_has_its_layers_its_roofs_and_its_conditions(
    qtbot: QtBot, made: Callable[[], RooflineChart], measured_there: bool
) -> None:
    shown(qtbot, chart := made())
    saved, costly = Saved(chart), [row for row in analysed()["layers"] if row["macs"]]
    named = {(title.text or "").partition(":")[0] for title in saved.root.iter(f"{SVG}title")}
    assert {row["path"] for row in costly} <= named
    notes = " ".join(saved.texts("note"))
    assert "100.0 GMAC/s (200.0 GFLOP/s), memory 40.00 GB/s" in notes
    assert ("Times: Test CPU, 1 thread, batch 1" in notes) is measured_there
    assert ("Layers not measured" in notes) is not measured_there
    table = chart.table()
    assert table is not None
    rows = list(csv.reader(line for line in to_csv(table).splitlines() if not line.startswith("#")))
    assert [row[0] for row in rows[1:]] == [*(row["path"] for row in costly), "network"]
    for line, row in zip(rows[1:], costly, strict=False):
        assert float(line[3]) == row["macs"], "MACs, whatever the window counts"
        assert float(line[5]) == pytest.approx(row["macs"] / (4 * row["access"]))
        if measured_there:
            assert float(line[7]) == pytest.approx(row["macs"] / float(line[6]) * 1e3)


def test_what_is_zoomed_into_is_what_is_saved(qtbot: QtBot) -> None:
    chart = cost()
    shown(qtbot, chart)
    chart.grab()
    chart.make().view.zoom(0.25)
    saved = Saved(chart)
    (left, right), _ = chart.make().view.viewRange()
    assert len(saved.of("bar")) == sum(left <= i + 0.5 <= right for i in range(53))
    assert any(note.startswith("Shown: bars ") for note in saved.texts("note"))
    table = chart.table()
    assert table is not None
    assert len(table.rows) == 53


@every
def test_a_png_has_its_resolution(chart: ChartFrame) -> None:
    saved = Saved(chart)
    for dpi in (96, 300):
        image = QImage.fromData(content(chart, "png", ChartChoice("png", dpi=dpi)), "PNG")
        assert image.width() == round(saved.size()[0] * dpi / 96)
        assert image.height() == pytest.approx(saved.size()[1] * dpi / 96, abs=1)
        assert image.dotsPerMeterX() == pytest.approx(dpi / 0.0254, abs=1)
        assert image.pixelColor(2, 2).name() == LIGHT.panel
        assert image.text("Title").startswith(chart.title)
    clear = QImage.fromData(content(chart, "png", ChartChoice("png", dpi=96, transparent=True)), "PNG")
    assert clear.pixelColor(2, 2).alpha() == 0
    assert not re.search('class="page"', content(chart, "svg", ChartChoice("svg", transparent=True)).decode())
    with pytest.raises(BadInput, match="dpi = 1000"):
        content(chart, "png", ChartChoice("png", dpi=1000))


@every
def test_the_csv_is_the_table_with_its_conditions(chart: ChartFrame, name: str) -> None:
    lines = content(chart, "csv", ChartChoice("csv")).decode().splitlines()
    notes = [line for line in lines if line.startswith("# ")]
    rows = list(csv.reader(lines[len(notes):]))
    table = chart.table()
    assert table is not None
    assert rows[0] == [heading.title for heading in table.headings]
    assert len(rows) - 1 == len(table.rows) > 0
    assert rows[1] == ["" if value is None else str(value) for value in table.rows[0]]
    said = "\n".join(notes)
    if name in ("cost", "shares"):
        assert analysed()["digest"] in said
        assert "Counting rule: macs" in said
        counted = [float(row[rows[0].index("MACs")]) for row in rows[1:]]
        assert sum(counted) == analysed()["macs"]
    elif name == "accuracy":
        assert "original weights" in said
    elif name in ("rates", "time", "bounds"):
        assert analysed()["digest"] in said
        assert ("Times: Test CPU, 1 thread, batch 1, float32, PyTorch eager" in said) is (name != "bounds")
        assert ("noisy" in said) is (name == "time"), "what is doubtful is saved as doubtful"
    else:
        assert "Some CPU" in said
        assert "threads 1" in said


@every
def test_the_table_twin_shows_the_same_data(qtbot: QtBot, chart: ChartFrame) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_T)
    assert chart.twin is not None
    model, table = chart.twin.model(), chart.table()
    assert table is not None
    assert model.rowCount() == len(table.rows) + len(table.totals)
    columns = range(model.columnCount())
    assert [model.headerData(i, Qt.Orientation.Horizontal) for i in columns] == [h.title for h in table.headings]
    assert [model.index(0, i).data() for i in columns] == table.texts(table.rows[0])
    assert chart.twin.accessibleName() == f"Data of: {chart.title}"
    plot = getattr(chart, "plot", None)
    assert plot is None or not plot.isVisible()
    with qtbot.waitSignal(chart.copy_asked):
        qtbot.keyClick(chart.twin, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(chart.twin, Qt.Key.Key_Escape)
    assert chart.twin is None
    assert plot is None or plot.isVisible()


def test_the_table_twin_follows(qtbot: QtBot) -> None:
    chart = cost()
    shown(qtbot, chart)
    chart.show_table(True)
    chart.show_analysis(analysed(alpha=0.5))
    assert chart.twin is not None
    first = f"{analysed(alpha=0.5)['layers'][0]['macs']:,}"
    qtbot.waitUntil(lambda: chart.twin is not None and chart.twin.model().index(0, 4).data() == first)


def dialog_of(window: MainWindow) -> ChartDialog:
    return window.findChildren(ChartDialog)[-1]


def test_a_chart_is_saved_from_the_window(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.bottom.cost.setFocus()
    qtbot.keyClick(window.bottom.cost, Qt.Key.Key_S)
    dialog = dialog_of(window)
    assert dialog.path.text().endswith("mobilenet_v2-macs-per-layer.svg")
    assert dialog.extent.text().startswith("680 × ")
    dialog.page.button(1).click()
    assert dialog.extent.text().startswith("332 × ")
    target = tmp_path / "figure.png"
    dialog.path.setText(str(target))
    dialog.path.textEdited.emit(str(target))
    assert dialog.choice.format == "png"
    dialog.dpi.setText("20")
    dialog.save.click()
    assert dialog.status.text() == "Dpi = 20 is not allowed; allowed: 72 to 600"
    dialog.dpi.setText("150")
    dialog.save.click()
    assert QImage(str(target)).width() == round(332 * 150 / 96)
    assert ChartChoice.recalled(window.bottom.memory) == ChartChoice("png", "column", "light", 150)
    assert window.session.preferences.text("folder") == str(tmp_path)
    again = ChartMemory(window.session.preferences)
    assert ChartChoice.recalled(again).size == "column"


@pytest.mark.parametrize(("typed", "words"), [
    ("", "A file name is needed"), ("figure.jpg", "figure.jpg is not a name for a chart; allowed endings: .svg, .png, .csv"),
    ("/nowhere/at/all/figure.svg", "/nowhere"),
])
def test_what_cannot_be_saved_is_said(qtbot: QtBot, window: MainWindow, typed: str, words: str) -> None:
    dialog = window.chart_files.open(window.bottom.cost)
    assert dialog is not None
    dialog.path.setText(typed)
    dialog.save.click()
    assert words in dialog.status.text()
    assert dialog.isVisible()
    dialog.reject()


def test_csv_leaves_the_picture_s_choices_out(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = window.chart_files.open(window.bottom.cost)
    assert dialog is not None
    dialog.format.button(2).click()
    assert not dialog.dpi.isEnabled()
    assert not dialog.page.isEnabled()
    answers = [str(tmp_path / "figures.csv")]
    dialog._ask = lambda _parent, _path: answers[0]
    dialog.browse.click()
    dialog.save.click()
    table = window.bottom.cost.table()
    assert table is not None
    assert Path(answers[0]).read_text(encoding="utf-8").replace("\r", "").endswith(to_csv(table).replace("\r", ""))


def test_copying_gives_picture_and_data(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window.bottom.cost, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert bytes(data.data("image/svg+xml").data()).startswith(b"<?xml")
    assert data.text().splitlines()[0].split("\t")[:5] == ["layer", "type", "detail", "kind", "MACs"]


def test_an_empty_chart_says_why(qtbot: QtBot, window: MainWindow) -> None:
    assert window.chart_files.open(window.bottom.time) is None
    assert "Each measured recipe becomes a point" in window.message.words.text()
    menu = window.bottom.time.menu()
    assert not any(a.isEnabled() for a in menu.actions() if a.objectName() in ("chart.time.save", "chart.time.copy"))
    menu.deleteLater()


def test_a_right_click_opens_the_menu(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QWidget] = []
    monkeypatch.setattr(type(window.bottom.cost), "contextMenuEvent", lambda self, _event: opened.append(self))
    middle = (viewport := window.bottom.cost.make().viewport()).rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, viewport.mapToGlobal(middle))
    QApplication.sendEvent(viewport, event)
    assert opened == [window.bottom.cost]
