"""The cost chart: quantities, order, logarithmic axis, cumulative line, selection, no needless work."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from explorer.core.measures import bytes_of
from explorer.session.chart_memory import ChartMemory
from explorer.session.preferences import Preferences
from explorer.views.cost_chart import CostChart
from explorer.views.cost_quantities import MACS, QUANTITIES, Quantity
from explorer.views.theme import LIGHT
from models.registry import REGISTRY
from tests.views.charting import Saved, analysed, shown


@pytest.fixture
def cost(qtbot: QtBot) -> CostChart:
    chart = CostChart()
    shown(qtbot, chart)
    chart.show_analysis(analysed())
    chart.grab()
    return chart


def pick(chart: CostChart, name: str) -> None:
    """What the menu does."""
    menu = chart.menu()
    next(action for action in menu.actions() if action.objectName() == f"chart.cost.{name}").trigger()


@pytest.mark.parametrize(("name", "total"), [
    ("macs", analysed()["macs"]), ("params", analysed()["params"]), ("activations", bytes_of(analysed()["activations"])),
    ("access", bytes_of(analysed()["access"])),
])
def test_the_bars_of_a_quantity_add_up(cost: CostChart, name: str, total: float) -> None:
    pick(cost, name)
    assert sum(bar.value for bar in cost.bars) == total
    assert max(cost.data.heights) == max(bar.value for bar in cost.bars)
    assert cost.data.running()[-1] == pytest.approx(1)
    assert cost.choice.text().startswith(QUANTITIES[[q.name for q in QUANTITIES].index(name)].title)


@pytest.mark.parametrize("preset", list(REGISTRY.presets))
def test_cumulative_ends_at_all_of_it(preset: str) -> None:
    chart = CostChart()
    whole = analysed(preset)
    for quantity in QUANTITIES:
        chart.data.quantity = quantity
        chart.data.take(whole)
        chart.data.arrange()
        running = chart.data.running()
        assert running == sorted(running)
        assert running[-1] == pytest.approx(1)
        expected = list(accumulate(v for v in quantity.values(whole) if v))
        assert running == pytest.approx([v / expected[-1] for v in expected])
    chart.deleteLater()


def test_largest_first(qtbot: QtBot, cost: CostChart) -> None:
    qtbot.keyClick(cost, Qt.Key.Key_O)
    values = [bar.value for bar in cost.bars]
    assert values == sorted(values, reverse=True)
    assert next(m.text for m in cost.make().bottom.marks()) == "10"
    assert cost.tip_at(QPointF(0.5, 1)).startswith(cost.bars[0].path)
    with qtbot.waitSignal(cost.layer_clicked) as clicked:
        qtbot.keyClick(cost, Qt.Key.Key_Home)
    assert clicked.args == [max(analysed()["layers"], key=lambda row: row["macs"])["path"]]
    qtbot.keyClick(cost, Qt.Key.Key_O)
    assert [bar.number for bar in cost.bars] == sorted(bar.number for bar in cost.bars)


def test_a_logarithmic_axis_shows_small_bars(qtbot: QtBot, cost: CostChart) -> None:
    qtbot.keyClick(cost, Qt.Key.Key_L)
    (_, _), (low, high) = cost.make().view.viewRange()
    values = [bar.value for bar in cost.bars]
    assert 10**low <= min(values)
    assert 10**high >= max(values)
    assert "1M" in [m.text for m in cost.make().left.marks()]
    picture = cost.make().viewport().grab().toImage()
    smallest = values.index(min(values))
    at = cost.make().pixels(smallest + 0.4, low + 0.02 * (high - low)).toPoint()
    assert picture.pixelColor(at * picture.devicePixelRatio()) != QColor(LIGHT.panel)


def test_the_cumulative_line_has_an_axis_of_its_own(qtbot: QtBot, cost: CostChart) -> None:
    plot = cost.make()
    before = plot.view.width()
    qtbot.keyClick(cost, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: plot.view.width() < before)
    cost.grab()
    assert [m.text for m in plot.right.marks()] in (["0 %", "50 %", "100 %"], ["0 %", "25 %", "50 %", "75 %", "100 %"])
    assert cost.tip_at(QPointF(len(cost.bars) - 0.5, 1)).endswith("100.0 % up to here")
    picture = plot.viewport().grab().toImage()
    middle = len(cost.bars) // 2
    y = plot.pixels(0, 0).y() - cost.data.running()[middle] * plot.view.height()
    column = [picture.pixelColor(int(plot.pixels(middle + 0.5, 0).x()), int(y) + d) for d in (-1, 0, 1, 2)]
    assert any(ink.lightness() < 120 for ink in column)
    qtbot.keyClick(cost, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: plot.view.width() == before)


def test_choices_are_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    def chart() -> CostChart:
        made = CostChart(ChartMemory(Preferences(str(tmp_path))))
        qtbot.addWidget(made)
        made.show_analysis(analysed())
        return made

    first = chart()
    for name in ("params", "largest", "cumulative", "log"):
        pick(first, name)
    second = chart()
    assert second.data.quantity.name == "params"
    assert (second.data.sorting, second.cumulative, second.data.log) == ("largest", True, True)
    assert second.title == "Where is the cost? parameters per layer"


def test_several_selected_nodes_light_their_bars(cost: CostChart) -> None:
    ranges = [(0, 2), (40, 60)]
    cost.show_ranges(ranges)
    inside = [at for at, bar in enumerate(cost.bars) if any(a <= bar.number <= b for a, b in ranges)]
    assert cost.data.lit_places() == inside
    picture = cost.make().viewport().grab().toImage()
    bright = QColor(LIGHT.mark_colour(LIGHT.kind_colour("pointwise")))
    for place, bar in enumerate(cost.bars):
        if bar.kind == "pointwise":
            at = cost.make().pixels(place + 0.4, 1_000_000).toPoint()
            assert (picture.pixelColor(at * picture.devicePixelRatio()) == bright) == (place in inside)


def test_a_new_height_keeps_colours_and_places(cost: CostChart) -> None:
    colours, arranged = cost._painted, []
    cost.arranged.connect(lambda: arranged.append(1))
    cost.show_analysis(analysed(resolution=192))
    assert cost._painted is colours
    assert not arranged
    pick(cost, "largest")
    assert arranged


def test_nothing_is_painted_where_nothing_differs(cost: CostChart, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[int] = []
    monkeypatch.setattr(cost, "refresh", lambda *_a, **_k: painted.append(1))
    cost.show_analysis(dict(analysed()))
    assert not painted
    cost.show_analysis(analysed(alpha=0.5))
    assert painted


def test_a_further_quantity(qtbot: QtBot, cost: CostChart) -> None:
    times = {row["path"]: 0.25 for row in analysed()["layers"][:8]}

    def values(analysis: Any) -> list[float]:
        return [times.get(row["path"], 0.0) for row in analysis["layers"]]

    cost.add_quantity(Quantity("time", "time", "ms", 1.0, values, lambda v: f"{v:.3g} ms", "time (ms)", "this machine"))
    pick(cost, "time")
    assert len(cost.bars) == 8
    assert cost.title == "Where is the cost? ms time per layer (this machine)"
    assert "0.25 ms time · 12.50 %" in cost.tip_at(QPointF(0.5, 0.1))
    times[analysed()["layers"][8]["path"]] = 1.0
    cost.choose_quantity("time")
    assert len(cost.bars) == 9
    saved = Saved(cost)
    assert len(saved.of("bar")) == 9
    cost.choose_quantity(MACS.name)


def test_a_network_without_that_cost_says_so(cost: CostChart) -> None:
    cost.add_quantity(Quantity("none", "nothing", "M", 1.0, lambda a: [0.0] * len(a["layers"]), str, "nothing"))
    cost.choose_quantity("none")
    assert cost.empty == "No layer of this network costs nothing."
    assert cost.table() is None
    assert cost.figure(LIGHT) is None
    cost.choose_quantity("macs")
    assert cost.empty == ""
