"""The chart of shares: pieces that add up, Table 2's count, clicks and keys that mark the layers in the graph."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from explorer.session.chart_memory import ChartMemory
from explorer.session.preferences import Preferences
from explorer.views.shares_chart import SharesChart, colour_of
from explorer.views.theme import DARK, LIGHT, VISIBLE, Theme, contrast
from explorer.views.window import MainWindow
from tests.views.charting import analysed, shown

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def chart(qtbot: QtBot) -> SharesChart:
    made = SharesChart()
    shown(qtbot, made, 520, 190)
    made.show_analysis(analysed("mobilenet_v1"))
    made.grab()
    return made


def test_both_bars_are_whole(chart: SharesChart) -> None:
    for row in (0, 1):
        parts = [part for part in chart.parts() if part.row == row]
        assert parts[0].start == 0
        assert parts[-1].end == pytest.approx(1)
        assert all(a.end == b.start for a, b in pairwise(parts))


def test_table_2_without_batchnorm(qtbot: QtBot, chart: SharesChart) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_W)
    figures = {s.name: (round(100 * s.macs_share, 2), round(100 * s.weights_share, 2)) for s in chart.shares}
    table_2 = {"1×1": (94.86, 74.59), "depthwise": (3.06, 1.06), "standard": (1.91, 0.02), "FC": (0.18, 24.33)}
    assert figures == table_2 | {"other": (0, 0)}
    assert chart.title == "Which operations cost? MACs and weights by kind"
    assert "74.6 %" in chart.accessibleDescription()
    qtbot.keyClick(chart, Qt.Key.Key_W)
    assert "74.2 %" in chart.accessibleDescription()


def test_the_choice_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    for expected in (False, True):
        made = SharesChart(ChartMemory(Preferences(str(tmp_path))))
        qtbot.addWidget(made)
        made.show_analysis(analysed("mobilenet_v1"))
        assert made.weights_only == expected
        if not expected:
            made.pick("W")


def test_a_click_on_a_piece_or_its_name_asks_for_the_layers(qtbot: QtBot, chart: SharesChart) -> None:
    for boxes in (chart._boxes, chart._keys):
        for box, what in boxes:
            share = what.share if hasattr(what, "share") else what
            if box.width() < 3:
                continue
            with qtbot.waitSignal(chart.kind_clicked) as clicked:
                qtbot.mouseClick(chart, LEFT, pos=box.center().toPoint())
            assert clicked.args == [share.query]
    assert chart.kind_at(QPointF(2, 2)) is None


def test_keys_go_from_kind_to_kind(qtbot: QtBot, chart: SharesChart) -> None:
    asked: list[str] = []
    chart.kind_clicked.connect(asked.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Return):
        qtbot.keyClick(chart, key)
    assert asked == ["dw", "pw"]


def test_pieces_have_their_colours_and_names_fit(chart: SharesChart) -> None:
    picture = chart.grab().toImage()
    for box, part in chart._boxes:
        if box.width() > 6:
            at = QPointF(box.left() + 2, box.top() + 2).toPoint()
            assert picture.pixelColor(at) == QColor(colour_of(part.share.kind, LIGHT))
    assert {share.kind for _, share in chart._keys} == {share.kind for share in chart.shares}
    assert all(chart.rect().contains(box.toAlignedRect()) for box, _ in chart._keys)


@pytest.mark.parametrize(("width", "height"), [(330, 178), (520, 178), (700, 300)])
def test_every_kind_has_its_figures_at_every_size(qtbot: QtBot, width: int, height: int) -> None:
    made = SharesChart()
    shown(qtbot, made, width, height)
    for preset in ("mobilenet_v1", "inception_v3", "resnext50_32x4d"):
        made.show_analysis(analysed(preset))
        made.grab()
        assert len(made._keys) == len(made.shares), preset


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_kinds_are_seen_on_the_panel(theme: Theme) -> None:
    for kind in ("pointwise", "depthwise", "group", "standard", "linear", "matmul", "other", "idle"):
        assert contrast(colour_of(kind, theme), theme.panel) >= VISIBLE


def test_the_same_figures_paint_nothing(chart: SharesChart) -> None:
    before = chart.shares
    chart.show_analysis(dict(analysed("mobilenet_v1")))
    assert chart.shares is before


def test_a_kind_is_marked_in_the_graph(qtbot: QtBot, window: MainWindow) -> None:
    bottom = window.bottom
    bottom.overview.choose("shares", on=True)
    qtbot.waitUntil(lambda: bool(bottom.shares.shares))
    bottom.shares.grab()
    box = next(box for box, share in bottom.shares._keys if share.kind == "depthwise")
    qtbot.mouseClick(bottom.shares, LEFT, pos=box.center().toPoint())
    search = window.centre.search
    assert search.bar.field.text() == "dw"
    kinds = {window.session.document.network.node(m.node).type for m in search.finding.matches}  # type: ignore[union-attr]
    assert len(search.finding.matches) == 17
    assert kinds == {"Conv2d"}
