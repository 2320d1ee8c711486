"""Charts: what they say of a place, what a click or a key selects, how they zoom, and that their paints are told of."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QMessageBox, QToolTip
from pytestqt.qtbot import QtBot

from explorer.core.recipe import Recipe
from explorer.session.latency import Point
from explorer.views.chart import Chart, full
from explorer.views.cost_chart import CostChart
from explorer.views.theme import DARK, LIGHT
from explorer.views.time_charts import SpreadChart, TimeChart
from explorer.views.time_plots import Dots
from explorer.views.window import MainWindow
from tests.views.making import answer, session

LEFT = Qt.MouseButton.LeftButton
KINDS = ("standard", "depthwise", "pointwise", "pointwise")


def analysis(macs: tuple[int, ...] = (4_000_000, 1_000_000, 8_000_000, 3_000_000), rule: str = "macs") -> dict[str, Any]:
    """Four layers in two stages, an activation without cost between each."""
    layers = []
    for i, (kind, number) in enumerate(zip(KINDS, macs, strict=True)):
        layers.append({"path": f"l.{i}", "type": "Conv2d", "kind": kind, "macs": number, "detail": "3×3"})
        layers.append({"path": f"a.{i}", "type": "ReLU6", "kind": "activation", "macs": 0, "detail": ""})
    nodes = [{"name": "1", "role": "stage", "layers": [0, 3]}, {"name": "2", "role": "stage", "layers": [4, 7]}]
    return {"rule": rule, "layers": layers, "graph": {"nodes": nodes}}


def measured(name: str, macs: int, median: float, alpha: float) -> Point:
    samples = [median * (1 + 0.01 * (i % 7 - 3)) for i in range(60)]
    figures = {"median_ms": median, "p10_ms": median * 0.97, "p90_ms": median * 1.04, "n": 60, "samples_ms": samples}
    return Point(Recipe("net").with_value("alpha", alpha), name, macs, figures)


POINTS = [
    measured("net", 300_774_272, 18.0, 1.0), measured("α 0.75", 209_000_000, 14.0, 0.75), measured("α 0.5", 97_000_000, 8.0, 0.5),
]


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[Chart], Chart]:
    def show(chart: Chart) -> Chart:
        chart.resize(640, 190)
        qtbot.addWidget(chart)
        with qtbot.waitExposed(chart):
            chart.show()
        return chart

    return show


@pytest.fixture
def cost(shown: Callable[[Chart], Chart]) -> CostChart:
    chart = CostChart()
    shown(chart)
    chart.show_analysis(analysis())
    chart.grab()
    return chart


@pytest.fixture
def time(shown: Callable[[Chart], Chart]) -> TimeChart:
    chart = TimeChart()
    shown(chart)
    chart.show_points(POINTS, POINTS[1].recipe)
    chart.grab()
    return chart


def viewport(chart: Chart) -> Any:
    return chart.make().viewport()


def bar_at(chart: CostChart, i: int, macs: float = 100_000.0) -> QPoint:
    return chart.make().pixels(i + 0.4, macs).toPoint()


def dots_of(chart: TimeChart) -> Dots:
    return next(item for item in chart.make().view.childItems() if isinstance(item, Dots))


def test_a_click_on_a_bar_selects_its_layer(qtbot: QtBot, cost: CostChart) -> None:
    with qtbot.waitSignal(cost.layer_clicked) as clicked:
        qtbot.mouseClick(viewport(cost), LEFT, pos=bar_at(cost, 2))
    assert clicked.args == ["l.2"]


def test_arrows_walk_along_the_bars(qtbot: QtBot, cost: CostChart) -> None:
    chosen: list[str] = []
    cost.layer_clicked.connect(chosen.append)
    for lit, key in (
        (None, Qt.Key.Key_Right), ((0, 0), Qt.Key.Key_Right), ((6, 6), Qt.Key.Key_Right), ((4, 7), Qt.Key.Key_Right),
        ((0, 3), Qt.Key.Key_Left), ((0, 0), Qt.Key.Key_End), ((6, 6), Qt.Key.Key_Home),
    ):
        cost.show_lit(lit)
        qtbot.keyClick(cost, key)
    assert chosen == ["l.0", "l.1", "l.3", "l.2", "l.1", "l.3", "l.0"]


def test_the_tip_has_every_digit(cost: CostChart) -> None:
    assert cost.tip_at(QPointF(2.4, 1)) == "l.2\nConv2d 3×3 · 1×1\n8\u202f000\u202f000 MACs · 50.00 %"
    assert cost.tip_at(QPointF(4.5, 1)) == ""
    assert full(300_774_272) == "300\u202f774\u202f272"


def test_a_pointer_at_rest_shows_the_tip(qtbot: QtBot, cost: CostChart, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: shown.append(text))
    monkeypatch.setattr(QToolTip, "hideText", lambda: shown.append("hidden"))
    for at in (bar_at(cost, 1), QPoint(2, 2)):
        QApplication.sendEvent(viewport(cost), QHelpEvent(QEvent.Type.ToolTip, at, viewport(cost).mapToGlobal(at)))
    assert [text.split("\n")[0] for text in shown] == ["l.1", "hidden"]


def test_the_keyboard_shows_where_it_is(cost: CostChart) -> None:
    QApplication.sendEvent(cost, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    with_focus = cost.grab().toImage()
    QApplication.sendEvent(cost, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert with_focus != cost.grab().toImage()


def test_bars_are_bright_in_the_selection_and_dimmed_beside_it(cost: CostChart) -> None:
    cost.show_lit((4, 7))
    picture = viewport(cost).grab().toImage()
    assert colour(picture, bar_at(cost, 2)) == QColor(LIGHT.kind_colour("pointwise"))
    assert colour(picture, bar_at(cost, 0)) != QColor(LIGHT.kind_colour("standard"))
    assert [m.lit for m in cost.make().bottom.marks()] == [False, True]


def colour(picture: QImage, at: QPoint) -> QColor:
    return picture.pixelColor(at * picture.devicePixelRatio())


def test_bars_are_equally_wide(cost: CostChart) -> None:
    picture = viewport(cost).grab().toImage()
    ground, y = QColor(LIGHT.panel), bar_at(cost, 0).y()
    widths, run = [], 0
    for x in range(32, picture.width() - 10):
        if picture.pixelColor(x, y) != ground:
            run += 1
        elif run:
            widths.append(run)
            run = 0
    assert len(widths) >= 3
    assert len(set(widths[:3])) == 1


def test_the_same_range_makes_no_axis_anew(cost: CostChart) -> None:
    marks = cost.make().left.marks()
    cost.show_analysis(analysis((4_100_000, 1_000_000, 7_900_000, 3_000_000)))
    cost.grab()
    assert cost.make().left.marks() is marks
    cost.show_analysis(analysis((40_000_000, 1_000_000, 7_900_000, 3_000_000)))
    cost.grab()
    assert [m.text for m in cost.make().left.marks()][-1] == "40"


def test_the_title_names_what_is_counted(cost: CostChart) -> None:
    cost.show_analysis(analysis(rule="flops"))
    assert cost.title == "Where is the cost? M FLOPs per layer"
    assert cost.accessibleName() == cost.title
    assert "16.00 M FLOPs" in cost.accessibleDescription()


class Watcher(QObject):
    """As the trace's watch: notes paints by name."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen.append(watched.objectName())
        return False


def test_a_change_is_one_paint(qtbot: QtBot, cost: CostChart) -> None:
    watcher = Watcher()
    cost.watch_paints(watcher)
    for most in (4_000_000, 9_000_000, 90_000_000):  # the axis changes, too
        qtbot.waitUntil(lambda: quiet(watcher))
        cost.show_analysis(analysis((most, 1_000_000, 2_000_000, 3_000_000)))
        cost.show_lit((0, 0) if most == 9_000_000 else None)
        for _ in range(5):
            QApplication.processEvents()
        assert watcher.seen == ["chart.cost"]


def quiet(watcher: Watcher) -> bool:
    """Whether nothing has been painted since it was last asked."""
    QApplication.processEvents()
    was, watcher.seen = watcher.seen, []
    return not was


def test_the_windows_charts_are_painted_with_its_graph(qtbot: QtBot, tmp_path: Path) -> None:
    """What the trace's ``painted`` event relies on: graph, totals and costs in one go, before a timer started with the data."""
    running = session(tmp_path)
    window, watcher = MainWindow(running), Watcher()
    window.files.ask_unsaved = lambda _parent, _name: QMessageBox.StandardButton.Discard
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.bottom.cost.make()
    window.bottom.cost.watch_paints(watcher)
    window.totals.macs.value.installEventFilter(watcher)
    qtbot.waitUntil(lambda: quiet(watcher))
    for alpha in (1.0, 0.5, 0.75):
        running.document.set_knob("alpha", alpha)
        qtbot.waitUntil(lambda: quiet(watcher))
        answer(running)
        QTimer.singleShot(0, watcher, lambda: watcher.seen.append("timer"))
        qtbot.waitUntil(lambda: "timer" in watcher.seen)
        assert {"chart.cost", "total.macs.value"} <= set(watcher.seen[: watcher.seen.index("timer")]), alpha
    running.stop()


def test_a_zoom_stays_through_a_tweak_and_ends_with_another_network(qtbot: QtBot, cost: CostChart) -> None:
    view = cost.make().view
    qtbot.keyClick(cost, Qt.Key.Key_Plus)
    seen = view.viewRange()[0]
    assert view.zoomed
    assert cost.whole_button.isVisible()
    cost.show_analysis(analysis((40_000_000, 1_000_000, 7_900_000, 3_000_000)))
    assert view.viewRange()[0] == seen
    assert view.viewRange()[1] == [0, 40_000_000]
    fewer = analysis()
    fewer["layers"] = fewer["layers"][:4]
    cost.show_analysis(fewer)
    assert view.viewRange()[0] == [0, 2]
    assert cost.whole_button.isHidden()


@pytest.mark.parametrize("how", ["key", "double click", "button"])
def test_all_is_shown_again(qtbot: QtBot, time: TimeChart, how: str) -> None:
    view = time.make().view
    before = view.viewRange()
    view.zoom(0.5)
    assert view.viewRange() != before
    if how == "key":
        qtbot.keyClick(time, Qt.Key.Key_A)
    elif how == "button":
        time.whole_button.click()
    else:
        qtbot.mouseDClick(viewport(time), LEFT, pos=viewport(time).rect().center())
    assert view.viewRange() == before
    assert time.whole_button.isHidden()


def test_names_cover_neither_points_nor_each_other(time: TimeChart) -> None:
    dots = dots_of(time)
    for name, macs, median in (("near", 205_000_000, 13.8), ("nearer", 210_000_000, 14.2), ("on it", 209_000_000, 14.0)):
        time.show_points([*time.points, measured(name, macs, median, macs / 1e9)], POINTS[1].recipe)
        time.grab()
    x0, kx, y0, ky = dots.place()
    boxes = [box for box, _ in dots.labels()]
    spots = [QPointF(x0 + p.macs * kx, y0 + p.measurement["median_ms"] * ky) for p in time.points]
    assert dots.labels()[0][1].text == "this recipe"
    assert not any(box.contains(spot) for box in boxes for spot in spots)
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[:i])
    assert all(dots.boundingRect().contains(box) for box in boxes)


def test_axes_switch_to_logarithms_and_back(qtbot: QtBot, time: TimeChart) -> None:
    plot = time.make()
    linear = plot.view.viewRange()
    assert linear[0][0] == 0
    time.log.click()
    time.grab()
    (left, right), (low, high) = plot.view.viewRange()
    assert 10**left < 97e6
    assert 300e6 < 10**right < 1e9
    assert 1 < 10**low < 8
    assert 18 < 10**high < 50
    assert {"100", "200"} <= {m.text for m in plot.bottom.marks()}
    spot = plot.data_at(plot.pixels(*time._place(POINTS[0].macs, 18.0)))
    assert "300\u202f774\u202f272 MACs" in time.tip_at(spot)
    time.log.click()
    assert plot.view.viewRange() == linear


def test_nothing_is_said_far_from_a_point(time: TimeChart) -> None:
    assert time.tip_at(QPointF(50_000_000, 19.0)) == ""
    assert time.tip_at(QPointF(209_000_000, 14.0)).startswith("α 0.75\n209\u202f000\u202f000 MACs\nmedian 14.000 ms")


def test_a_distribution_tells_its_runs(shown: Callable[[Chart], Chart]) -> None:
    chart = SpreadChart()
    shown(chart)
    assert chart.plot is None
    chart.show_point(POINTS[0])
    chart.grab()
    (left, right), (low, _) = chart.make().view.viewRange()
    assert left < 18.0 * 0.97 < 18.0 * 1.03 < right
    assert low == 0
    assert chart.tip_at(QPointF(18.0, 1)).endswith("of 60 runs")
    assert chart.tip_at(QPointF(right + 1, 1)) == ""
    assert "median 18 ms" in chart.accessibleDescription()
    chart.show_point(None)
    assert chart.empty == "No measurement of this recipe yet. Press Measure (F9)."


@pytest.mark.parametrize("kind", [CostChart, TimeChart, SpreadChart])
def test_the_theme_changes_live(shown: Callable[[Chart], Chart], kind: type[Chart]) -> None:
    chart = kind()  # type: ignore[call-arg]
    shown(chart)
    if isinstance(chart, CostChart):
        chart.show_analysis(analysis())
    elif isinstance(chart, TimeChart):
        chart.show_points(POINTS, POINTS[0].recipe)
    elif isinstance(chart, SpreadChart):
        chart.show_point(POINTS[0])
    for theme in (DARK, LIGHT):
        chart.set_theme(theme)
        picture = chart.grab().toImage()
        corners = [(1, 1), (picture.width() - 2, picture.height() - 2), (36, 24)]
        assert {picture.pixelColor(x, y).name() for x, y in corners} == {theme.panel}


def test_words_stand_where_there_is_nothing_to_see(shown: Callable[[Chart], Chart]) -> None:
    chart = CostChart()
    shown(chart)
    assert chart.empty
    assert chart.plot is None
    before = chart.grab().toImage()
    with_words = [chart.make().grab().toImage()]
    chart.show_analysis(analysis((0, 0, 0, 0)))
    assert chart.empty.startswith("No layer")
    with_words.append(chart.make().grab().toImage())
    chart.show_analysis(analysis())
    assert not chart.empty
    pictures = [before, *with_words, chart.make().grab().toImage()]
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])


def test_the_window_is_there_before_the_plots() -> None:
    """Importing pyqtgraph must not stand between the start and the first window."""
    code = "import sys, explorer.views.window; sys.exit('pyqtgraph' in sys.modules or 'numpy' in sys.modules)"
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
