"""The accuracy chart: lines of families, what a point says and opens, where the open recipe stands."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from explorer.core.published import read_published
from explorer.core.recipe import Recipe
from explorer.core.weights import OwnAccuracy
from explorer.session.chart_memory import ChartMemory
from explorer.session.preferences import Preferences
from explorer.views.accuracy_chart import AccuracyChart
from explorer.views.accuracy_points import PALETTE, Published, front, looks
from explorer.views.figure import RING, TRIANGLE
from explorer.views.figure_layer import FigureLayer
from explorer.views.theme import DARK, LIGHT, VISIBLE, Theme, contrast
from explorer.views.window import MainWindow
from tests.views.charting import analysed, catalogue, points, shown

EDITED = analysed(alpha=0.83)


@pytest.fixture
def chart(qtbot: QtBot) -> AccuracyChart:
    made = AccuracyChart()
    shown(qtbot, made, 640, 220)
    made.show_published(points(), catalogue())
    made.show_present(analysed(), catalogue())
    made.grab()
    return made


def layers(chart: AccuracyChart) -> tuple[FigureLayer, FigureLayer]:
    """The families' layer and the open recipe's."""
    first, second = (item for item in chart.make().view.childItems() if isinstance(item, FigureLayer))
    return first, second


def spot_of(chart: AccuracyChart, preset: str, **knobs: Any) -> tuple[Published, QPointF]:
    point = next(p for p in chart.data.points if p.recipe == Recipe.of(preset, knobs))
    return point, chart.make().pixels(*chart.data.place_of(point))


def test_every_point_of_the_shown_families_is_published(chart: AccuracyChart) -> None:
    records = read_published()
    printed = {(m.recipe, records.by_id[i].top1) for i, m in records.matches.items()}
    shown_points = chart.data.shown()
    assert {p.architecture for p in shown_points} == {"mobilenet_v1", "mobilenet_v2", "shufflenet_v2"}
    assert len(shown_points) == len([p for p in points() if p["architecture"] in chart.data.families()]) > 40
    assert all((p.recipe, p.top1) in printed for p in shown_points)
    assert chart.title == "What accuracy did papers get? top-1 % · MACs"


def test_a_line_rises_and_leaves_nothing_better_out(chart: AccuracyChart) -> None:
    for quantity in ("macs", "params"):
        for family in {p.architecture for p in chart.data.points}:
            mine = [p for p in chart.data.points if p.architecture == family]
            line = front(mine, quantity)
            assert all(a.top1 < b.top1 and a.cost(quantity) <= b.cost(quantity) for a, b in pairwise(line))
            first = [p for p in mine if p.kind in ("paper", "official-repo")]
            judged = first if len(first) > 1 else mine
            assert all(any(q.cost(quantity) <= p.cost(quantity) and q.top1 >= p.top1 for q in line) for p in judged)


def test_a_point_tells_where_it_is_printed(chart: AccuracyChart) -> None:
    _, spot = spot_of(chart, "mobilenet_v1", alpha=0.5)
    told = chart.tip_at(chart.make().data_at(spot))
    assert told.startswith("mobilenet_v1 · α 0.5\ntop-1 63.7 %, published, original weights\nMobileNets (arXiv:1704.04861), ")
    assert "149\u202f" in told.split("\n")[3]


def test_a_click_opens_the_recipe_and_undo_brings_the_old_one_back(qtbot: QtBot, window: MainWindow) -> None:
    document, chart = window.session.document, window.bottom.accuracy
    window.session.engine.published.emit(points())
    window.resize(1600, 900)
    qtbot.waitUntil(lambda: "accuracy" in window.bottom.overview.seen() and chart.plot is not None)
    before = document.recipe
    chart.grab()
    point, spot = spot_of(chart, "mobilenet_v1", alpha=0.25)
    chart.make().clicked.emit(chart.make().data_at(spot))
    assert document.recipe == point.recipe
    assert document.stack.undoText() == "open mobilenet_v1"
    document.stack.undo()
    assert document.recipe == before


def test_a_published_network_stands_at_its_accuracy(chart: AccuracyChart) -> None:
    spot = chart.data.present_spot(LIGHT)
    assert (spot.shape, spot.y, spot.text) == (RING, 72.0, "this recipe 72.0 %")
    assert spot.x == pytest.approx(chart.data.x_of(300_774_272))
    assert "MobileNetV2" in spot.name
    assert "published, original weights" in spot.name


def test_an_edited_network_borrows_nothing(chart: AccuracyChart) -> None:
    chart.show_present(EDITED, catalogue())
    spot = chart.data.present_spot(LIGHT)
    low = chart.make().view.viewRange()[1][0]
    assert (spot.shape, spot.text) == (TRIANGLE, "this recipe: accuracy not measured")
    assert low < spot.y < min(p.top1 for p in chart.data.shown())
    assert spot.x == pytest.approx(chart.data.x_of(EDITED["counted"]["macs"]))
    assert chart.tip_at(QPointF(spot.x, spot.y)) == spot.text


def test_conditions_make_no_accuracy(chart: AccuracyChart) -> None:
    entry = dict(analysed()["published"][0]) | {"conditions": ["8-bit"], "top1": 70.1}
    chart.show_present(EDITED | {"published": [entry]}, catalogue())
    assert chart.data.present_spot(LIGHT).text == "this recipe: accuracy not measured"


@pytest.mark.parametrize(("dataset", "on_axis"), [("ImageNet-1k", False), ("CIFAR-100", True)])
def test_an_own_accuracy_is_shown_as_one(chart: AccuracyChart, dataset: str, on_axis: bool) -> None:
    own = OwnAccuracy(66.6, dataset, EDITED["digest"])
    chart.show_present(EDITED, catalogue(), own)
    spot = chart.data.present_spot(LIGHT)
    assert spot.text == f"this recipe: own 66.6 % on {dataset}"
    assert (spot.y == 66.6) != on_axis


@pytest.mark.parametrize(("width", "height"), [(330, 178), (640, 220), (900, 400)])
@pytest.mark.parametrize("preset", ["mobilenet_v2", "densenet121", "vgg16"])
def test_words_cover_neither_points_nor_each_other(qtbot: QtBot, preset: str, width: int, height: int) -> None:
    made = AccuracyChart()
    shown(qtbot, made, width, height)
    made.show_published(points(), catalogue())
    made.show_present(analysed(preset, resolution=208), catalogue())
    made.grab()
    families, mine = layers(made)
    boxes = [families.key_box(), *(box for box, _ in mine.labels())]
    assert [spot.text for _, spot in mine.labels()] == ["this recipe: accuracy not measured"]
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[:i])
    assert all(families.boundingRect().adjusted(-1, -3, 1, 3).contains(box) for box in boxes)
    x0, kx, y0, ky = families.place()
    spots = [QPointF(x0 + x * kx, y0 + y * ky) for x, y in (made.data.place_of(p) for p in made.data.shown())]
    assert not any(boxes[1].contains(spot) for spot in spots)


def test_families_are_picked_and_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    def chart() -> AccuracyChart:
        made = AccuracyChart(ChartMemory(Preferences(str(tmp_path))))
        qtbot.addWidget(made)
        made.show_published(points(), catalogue())
        made.show_present(analysed(), catalogue())
        return made

    first = chart()
    menus = [action.menu() for action in first.menu().actions() if action.menu() is not None]
    choose = {a.objectName().removeprefix("chart.accuracy.family."): a for a in menus[0].actions()}  # type: ignore[attr-defined]
    assert choose["mobilenet_v2"].text() == "MobileNetV2 (open)"
    choose["resnet"].trigger()
    choose["mobilenet_v1"].trigger()
    assert first.data.families() == ["mobilenet_v2", "shufflenet_v2", "resnet"]
    assert chart().data.families() == ["mobilenet_v2", "shufflenet_v2", "resnet"]


def test_axes_switch(qtbot: QtBot, chart: AccuracyChart) -> None:
    (left, right), _ = chart.make().view.viewRange()
    assert 10**left < 12e6
    assert 10**right > 1.2e9
    qtbot.keyClick(chart, Qt.Key.Key_L)
    assert chart.make().view.viewRange()[0][0] == 0
    qtbot.keyClick(chart, Qt.Key.Key_P)
    chart.grab()
    assert chart.title.endswith("parameters")
    most = max(p.params for p in chart.data.shown())
    assert most < chart.make().view.viewRange()[0][1] < 3 * most
    assert any(m.text.endswith(" M") for m in chart.make().bottom.marks())


def test_the_keyboard_goes_from_point_to_point(
    qtbot: QtBot, chart: AccuracyChart, monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: told.append(text))
    cheapest = chart.data.shown()[0]
    with qtbot.waitSignal(chart.recipe_chosen) as chosen:
        qtbot.keyClick(chart, Qt.Key.Key_Right)
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert chosen.args == [cheapest.recipe]
    assert told == [chart.data.told(cheapest)]


def test_a_foreign_point_is_left_out(chart: AccuracyChart) -> None:
    strange = [dict(points()[0]) | {"architecture": "unknown"}, dict(points()[0]) | {"recipe": {"format": "other"}}]
    chart.show_published([*strange, points()[3]], catalogue())
    assert len(chart.data.points) == 1


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_families_are_told_apart(theme: Theme) -> None:
    names = [f"f{i}" for i in range(len(PALETTE))]
    found = looks(names, "mine", theme)
    assert len({colour for colour, _ in found.values()}) == len(PALETTE) + 1
    assert all(contrast(colour, theme.panel) >= VISIBLE for colour, _ in found.values())
    assert len({shape for _, shape in found.values()}) == 3
    assert found["mine"][0] == theme.accent


def test_an_extent_holds_every_point(chart: AccuracyChart) -> None:
    for preset in ("alexnet", "mobilenet_v3_small", "repvgg_a0", "mixer_s16"):
        chart.show_present(analysed(preset), catalogue())
        area: QRectF = chart.data.extent()
        assert all(area.contains(QPointF(*chart.data.place_of(p))) for p in chart.data.shown())
        spot = chart.data.present_spot(LIGHT)
        assert area.contains(QPointF(spot.x, spot.y)), preset


def test_a_legend_of_many_families_leaves_room_for_them(qtbot: QtBot) -> None:
    made = AccuracyChart()
    shown(qtbot, made, 420, 178)
    made.show_published(points(), catalogue())
    made.show_present(analysed("densenet121"), catalogue())
    for name in ("resnet", "efficientnet", "senet", "repvgg", "vgg"):
        made.pick_family(name, on=True)
    made.grab()
    families, _ = layers(made)
    box, area = families.key_box(), families.boundingRect()
    assert box.height() <= 0.65 * area.height()  # one column of nine would be all of it
    assert area.adjusted(-1, -1, 1, 1).contains(box)


def test_the_kept_picture_follows_zoom_theme_and_picks(chart: AccuracyChart) -> None:
    viewport = chart.make().viewport()
    seen = [viewport.grab().toImage()]
    chart.make().view.zoom(0.5)
    seen.append(viewport.grab().toImage())
    chart.show_whole()
    assert viewport.grab().toImage() == seen[0]
    chart.pick_family("resnet", on=True)
    seen.append(viewport.grab().toImage())
    chart.set_theme(DARK)
    seen.append(viewport.grab().toImage())
    chart.set_text_scale(1.5)
    seen.append(viewport.grab().toImage())
    assert all(a != b for i, a in enumerate(seen) for b in seen[:i])
    chart.show_present(EDITED, catalogue())
    kept = layers(chart)[0]._picture.cacheKey()
    chart.show_present(analysed(alpha=0.84), catalogue())
    viewport.grab()
    assert layers(chart)[0]._picture.cacheKey() == kept  # the open recipe moves, the families stand still
