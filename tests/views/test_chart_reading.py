"""Charts on a projector: sizes and contrast of words and marks in both schemes, large type, nothing cut."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from explorer.session.chart_memory import ChartMemory
from explorer.session.preferences import Preferences
from explorer.views.accuracy_chart import AccuracyChart
from explorer.views.chart import Chart
from explorer.views.chart_dialog import ChartChoice
from explorer.views.chart_files import content
from explorer.views.chart_frame import LARGE, ChartFrame
from explorer.views.cost_chart import CostChart
from explorer.views.shares_chart import SharesChart, colour_of
from explorer.views.theme import DARK, LIGHT, READABLE, VISIBLE, Theme, contrast
from explorer.views.window import MainWindow
from tests.views.charting import SVG, analysed, catalogue, points, shown

LEAST_TICK_PX = 11
ROLES_OF_MARKS = ("bar", "line", "point", "legend", "median")


def cost(memory: ChartMemory | None = None) -> CostChart:
    made = CostChart(memory)
    made.show_analysis(analysed())
    return made


def shares(memory: ChartMemory | None = None) -> SharesChart:
    made = SharesChart(memory)
    made.show_analysis(analysed())
    return made


def accuracy(memory: ChartMemory | None = None) -> AccuracyChart:
    made = AccuracyChart(memory)
    made.show_published(points(), catalogue())
    made.show_present(analysed(), catalogue())
    return made


CHARTS = {"cost": cost, "shares": shares, "accuracy": accuracy}
every = pytest.mark.parametrize("name", list(CHARTS))


@pytest.fixture
def chart(qtbot: QtBot, name: str) -> ChartFrame:
    made = CHARTS[name]()
    shown(qtbot, made)
    made.grab()
    return made


@every
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", ["page", "column", "slide"])
def test_a_saved_chart_can_be_read(chart: ChartFrame, theme: str, size: str) -> None:
    root = ET.fromstring(content(chart, "svg", ChartChoice("svg", size, theme)))
    ground = {"light": LIGHT, "dark": DARK}[theme].panel
    for text in root.iter(f"{SVG}text"):
        pixels = int(text.get("font-size", 0))
        assert pixels >= (10 if text.get("class") == "note" else LEAST_TICK_PX), text.text
        under = ground if text.get("class") != "value" else ""
        if under:
            assert contrast(text.get("fill", ""), under) >= READABLE, text.text
    marks = [element for element in root.iter() if element.get("class") in ROLES_OF_MARKS and element.tag != f"{SVG}text"]
    assert marks
    for mark in marks:
        colours = {mark.get("fill", "none"), mark.get("stroke", "none")} - {"none", ground}
        assert all(contrast(colour, ground) >= VISIBLE for colour in colours), mark.attrib


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_words_on_the_band_of_a_distribution(theme: Theme) -> None:
    for ink in (theme.text, theme.good):
        assert contrast(ink, theme.soft) >= READABLE


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_colours_on_screen(theme: Theme) -> None:
    for kind, _ in theme.kinds:
        assert contrast(theme.mark_colour(theme.kind_colour(kind)), theme.panel) >= VISIBLE
        assert contrast(theme.ink_colour(theme.kind_colour(kind)), theme.panel) >= READABLE
        assert contrast(colour_of(kind, theme), theme.panel) >= VISIBLE
    for ink in (theme.dim, theme.text, theme.good, theme.accent):
        assert contrast(ink, theme.panel) >= READABLE
    assert theme.mark_colour(theme.accent) == theme.accent  # what is seen already stays


@every
def test_words_are_large_enough_and_grow(chart: ChartFrame) -> None:
    before = chart.title_font.pixelSize()
    assert before >= LEAST_TICK_PX
    chart.set_text_scale(LARGE)
    chart.grab()
    assert chart.title_font.pixelSize() == round(before * LARGE)
    if isinstance(chart, Chart):
        plot = chart.make()
        assert all(axis.face.pixelSize() >= 16 for axis in (plot.left, plot.bottom))
        left = max(plot.left.metrics.horizontalAdvance(mark.text) for mark in plot.left.marks())
        assert left + 6 <= plot.left.size().width()
    chart.set_text_scale(1.0)
    assert chart.title_font.pixelSize() == before


@every
def test_large_type_is_remembered(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    first = CHARTS[name](ChartMemory(Preferences(str(tmp_path))))
    qtbot.addWidget(first)
    large = next(action for action in first.menu().actions() if action.objectName().endswith(".large"))
    large.trigger()
    second = CHARTS[name](ChartMemory(Preferences(str(tmp_path))))
    shown(qtbot, second)
    second.grab()
    assert first.scale == second.scale == LARGE


def test_the_right_axis_has_room_in_large_type(qtbot: QtBot) -> None:
    chart = cost()
    shown(qtbot, chart)
    chart.pick("C")
    chart.set_text_scale(LARGE)
    axis = chart.make().right
    widest = max(axis.metrics.horizontalAdvance(mark.text) for mark in axis.marks())
    qtbot.waitUntil(lambda: axis.size().width() >= widest + 6)


@pytest.mark.parametrize(("width", "height", "least"), [(1280, 800, 3), (1440, 900, 3), (1920, 1080, 4), (1000, 700, 2)])
def test_the_overview_fits(qtbot: QtBot, window: MainWindow, width: int, height: int, least: int) -> None:
    bottom = window.bottom
    window.session.engine.published.emit(points())
    window.resize(width, height)
    qtbot.waitUntil(lambda: bottom.overview.width() == window.width() and len(bottom.overview.seen()) >= least)
    seen = [bottom.overview.charts[name] for name in bottom.overview.seen()]
    qtbot.waitUntil(lambda: all(chart.isVisible() for chart in seen))
    window.grab()
    places = [QRectF(chart.geometry()) for chart in seen]
    assert all(QRectF(bottom.overview.rect()).contains(place) for place in places)
    assert not any(a.intersects(b) for i, a in enumerate(places) for b in places[:i])
    for chart in seen:
        metrics = QFontMetricsF(chart.title_font)
        assert metrics.horizontalAdvance(chart.title_words()) <= chart.title_width() + 0.5, chart.title
        if isinstance(chart, Chart) and chart.plot is not None and not chart.empty:
            for axis, edge in ((chart.plot.left, chart.plot.left.size().width()), (chart.plot.bottom, 1e9)):
                for mark in axis.marks():
                    assert axis.metrics.horizontalAdvance(mark.text) + 6 <= edge, (chart.objectName(), mark.text)


def test_what_has_no_room_gives_way_and_says_so(qtbot: QtBot, window: MainWindow) -> None:
    overview = window.bottom.overview
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: overview.width() == 1280)
    assert overview.seen() == ("cost", "accuracy", "time")
    texts = {a.objectName(): a.text() for a in overview.menu().actions()}
    assert texts["overview.shares"] == "Shares by kind of operation (no room at this width)"
    overview.choose("shares", on=True)  # what was picked just now is seen
    assert "shares" in overview.seen()
    assert len(overview.seen()) == 3
    for name in ("cost", "accuracy", "time"):
        overview.choose(name, on=False)
    assert overview.seen() == ("shares",)
    overview.choose("shares", on=False)
    assert overview.seen() == ("shares",)  # one stays
    assert ChartMemory(window.session.preferences).words("overview", "charts") == ("shares",)


def test_a_chart_that_comes_back_is_up_to_date(qtbot: QtBot, window: MainWindow) -> None:
    overview, bottom = window.bottom.overview, window.bottom
    overview.choose("cost", on=False)
    document = window.session.document
    halved = document.recipe.with_value("alpha", 0.5)
    document.show(halved, None)
    document.accept(halved, analysed(alpha=0.5))
    assert sum(bar.value for bar in bottom.cost.bars) != analysed(alpha=0.5)["macs"]
    overview.choose("cost", on=True)
    assert sum(bar.value for bar in bottom.cost.bars) == analysed(alpha=0.5)["macs"]


def test_a_damaged_memory_is_taken_for_empty(tmp_path: Path) -> None:
    preferences = Preferences(str(tmp_path))
    for text in ("", "{", "[]", '{"chart.cost": 3}', '{"chart.cost": {"log": 7, "quantity": "nonsense", "sorting": []}}'):
        preferences.keep("charts", text)
        memory = ChartMemory(preferences)
        assert memory.flag("chart.cost", "log") is False
        assert memory.word("chart.cost", "quantity", ("macs",), "macs") == "macs"
        assert memory.word("chart.cost", "sorting", ("order",), "order") == "order"
        assert memory.number("chart.cost", "dpi", 72, 600, 300) == 300
        assert memory.words("overview", "charts", ("cost",)) == ("cost",)
