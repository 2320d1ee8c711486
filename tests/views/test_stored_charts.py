"""Charts of everything measured: MACs against time with Spearman's ρ, one way of running against another; opened by a click."""

from __future__ import annotations

from collections.abc import Iterator
from math import log10
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from explorer.core.recipe import Recipe
from explorer.core.store import Store, conditions_of, hardware_of, key_of
from explorer.session.session import Session
from explorer.views.against_chart import AgainstChart
from explorer.views.bottom import LATENCY
from explorer.views.correlation_chart import CorrelationChart
from explorer.views.points_chart import PointsChart
from explorer.views.window import MainWindow
from tests.core.stored import measurement
from tests.session.recorded import HeldWorker
from tests.views.charting import Saved

ALPHAS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 0.4)
MACS = (10, 20, 30, 40, 50, 60, 70, 80, 20)  # million; the last one like the second: a tie
TIMES = (1.0, 2.0, 4.0, 3.0, 5.0, 6.0, 8.0, 7.0, 2.5)
# ranks of MACs 1 2.5 4 5 6 7 8 9 2.5, of times 1 2 5 4 6 7 9 8 3: Σd² = .25+1+1+1+1+.25 = 4.5; (59.5 + 60 - 4.5)/(2 √(59.5·60))
RHO = (59.5 + 60 - 4.5) / (2 * (59.5 * 60) ** 0.5)
Made = tuple[Session, MainWindow]


def recipe(alpha: float) -> Recipe:
    return Recipe.of("net", {"alpha": alpha})


def counted(session: Session, **unlike: Any) -> None:
    """The engine counts what it was asked for."""
    worker = session.measured.worker
    assert isinstance(worker, HeldWorker)
    by_digest = {recipe(a).digest(): m * 10**6 for a, m in zip(ALPHAS, MACS, strict=True)}
    asked = [Recipe.from_json(document) for document in worker.asked[-1]["recipes"]]
    worker.answer({"counts": [{"macs": by_digest.get(r.digest(), 7), "incomplete": False, **unlike} for r in asked]})


@pytest.fixture
def seen(made: Made, measurements_of_its_own: None) -> Iterator[Made]:
    """The window on the Latency tab, wide; the store holds nine recipes in eager, three of them in ONNX Runtime too."""
    session, window = made
    both = list(zip(ALPHAS, TIMES, strict=True))
    with Store() as store:
        store.add_all([measurement(recipe(a), ms, 0.9 * ms, 1.1 * ms) for a, ms in both])
        store.add_all([measurement(recipe(a), ms / 2, runtime="ONNX Runtime") for a, ms in both[:3]])
        store.add(measurement(recipe(0.25), 0.9, started="2026-11-21T06:00:00+00:00"))
    session.history.worker = HeldWorker()  # type: ignore[assignment]
    session.measured.worker = HeldWorker()  # type: ignore[assignment]
    window.resize(1920, 1000)
    window.bottom.tabs.setCurrentIndex(LATENCY)
    yield session, window


def settled(qtbot: QtBot, session: Session) -> None:
    """Conditions are known, MACs counted."""
    sample = measurement(recipe(1.0), 1.0)
    session.history.worker.answer({"machine": key_of(hardware_of(sample)), "conditions": conditions_of(sample)})  # type: ignore[attr-defined]
    worker = session.measured.worker
    assert isinstance(worker, HeldWorker)
    qtbot.waitUntil(lambda: [asked["job"] for asked in worker.asked] == ["counts"])
    counted(session)


def correlation(window: MainWindow) -> CorrelationChart:
    return window.bottom.latency.correlation


def against(window: MainWindow) -> AgainstChart:
    window.bottom.latency.parts.choose("against", on=True)
    return window.bottom.latency.against


def click(qtbot: QtBot, chart: PointsChart, x: float, y: float) -> None:
    plot = chart.make()
    spot = plot.pixels(*chart.place(x, y)).toPoint()
    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_rho_of_everything_under_the_present_conditions(qtbot: QtBot, seen: Made) -> None:
    session, window = seen
    chart = correlation(window)
    assert "Press Measure" in chart.empty or "counted" in chart.empty
    settled(qtbot, session)
    assert chart.rho == pytest.approx(RHO)
    qtbot.waitUntil(lambda: chart.interval is not None)
    low, high = chart.interval or (0, 0)
    assert 0.5 < low < RHO < high <= 1
    assert chart.mark == f"Spearman ρ {RHO:.2f} (95 % {low:.2f}–{high:.2f}), n 9"
    notes = "\n".join(chart.notes())
    assert "1 older measurements of the same recipes" in notes
    assert "Some CPU · cpu, PyTorch eager, 1 thread, batch 1" in notes
    assert chart.mark in chart.accessibleDescription()


def test_what_is_left_out_is_said(qtbot: QtBot, seen: Made) -> None:
    session, window = seen
    with Store() as store:
        store.add(measurement(Recipe("other"), 9.0, flags=[["noisy: {0} %", "12"]]))
    settled(qtbot, session)
    chart = correlation(window)
    assert len(chart.places) == 10
    (doubtful,) = [spot for spot in chart.spots(chart.theme) if spot.shape == "ring"]
    assert "doubtful: noisy: 12 %" in doubtful.name
    next(option for option in chart.options() if option.name == "trusted").choose(True)
    assert len(chart.places) == 9
    assert chart.mark.endswith("n 9 · 1 left out")
    assert "1 doubtful" in "\n".join(chart.notes())


def test_incomplete_counts_are_no_points(qtbot: QtBot, seen: Made) -> None:
    session, window = seen
    sample = measurement(recipe(1.0), 1.0)
    session.history.worker.answer({"machine": key_of(hardware_of(sample)), "conditions": conditions_of(sample)})  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(session.measured.worker.asked))  # type: ignore[attr-defined]
    counted(session, incomplete=True)
    chart = correlation(window)
    assert not chart.places
    assert chart.rho is None
    assert chart.empty


def test_other_conditions_can_be_looked_at(qtbot: QtBot, seen: Made) -> None:
    session, window = seen
    settled(qtbot, session)
    chart = correlation(window)
    other = next(option for option in chart.options() if "ONNX Runtime" in option.text)
    assert other.text == "Some CPU · cpu, ONNX Runtime, 1 thread, batch 1 (3)"
    other.choose(True)
    assert sorted(y for _, y, _ in chart.places) == [0.5, 1.0, 2.0]
    assert chart.mark == "n 3: for Spearman's ρ 4 recipes are needed"


def test_a_click_opens_the_recipe_and_undo_leads_back(qtbot: QtBot, seen: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("explorer.views.points_chart.QToolTip.showText", lambda _at, text, _widget: told.append(text))
    session, window = seen
    settled(qtbot, session)
    chart, document = correlation(window), session.document
    qtbot.waitUntil(chart.isVisible)
    before = document.recipe
    click(qtbot, chart, 50e6, 5.0)
    assert document.recipe == recipe(1.25)
    assert "A click opens it" in chart.tip_at(QPointF(log10(50e6), log10(5.0)))
    document.stack.undo()
    assert document.recipe == before
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert document.recipe == recipe(0.25), "the one with the fewest MACs comes first"
    assert told[-1].startswith("net alpha=0.25")


def test_saved_it_says_the_same(qtbot: QtBot, seen: Made) -> None:
    session, window = seen
    settled(qtbot, session)
    chart = correlation(window)
    qtbot.waitUntil(lambda: chart.interval is not None)
    saved = Saved(chart)
    assert len(saved.of("point")) == 9
    assert any("Spearman ρ" in text for text in saved.texts("note"))
    table = chart.table()
    assert table is not None
    assert sorted((row[2], row[3]) for row in table.rows) == sorted(zip((m * 10**6 for m in MACS), TIMES, strict=True))


def test_eager_against_onnx_runtime(qtbot: QtBot, seen: Made) -> None:
    session, window = seen
    settled(qtbot, session)
    chart = against(window)
    assert chart.title == "ONNX Runtime against PyTorch eager: the same recipes, median ms"
    assert [(x, y) for x, y, _ in chart.places] == [(1.0, 0.5), (2.0, 1.0), (4.0, 2.0)]
    assert chart.mark == "median ratio 0.5, n 3"
    assert "Left out, measured under one of the two only: 6 and 0" in chart.notes()
    (line,) = chart.lines(chart.theme)
    assert all(x == y for x, y in line.places), "the line of equality"
    click(qtbot, chart, 2.0, 1.0)
    assert session.document.recipe == recipe(0.5)
    saved = Saved(chart)
    assert len(saved.of("point")) == 3
    assert len(saved.of("line")) == 1


def test_this_machine_against_another(qtbot: QtBot, seen: Made) -> None:
    session, window = seen
    with Store() as store:
        store.add_all([
            measurement(recipe(a), 10 * ms, host="pi", cpu="Cortex-A76", device_name="Raspberry Pi 5")
            for a, ms in zip(ALPHAS, TIMES, strict=True)
        ])
    settled(qtbot, session)
    chart = against(window)
    pi = next(option for option in chart.options() if option.group == "y" and "Raspberry Pi 5" in option.text)
    assert pi.text.endswith("(9, 9 in common)")
    pi.choose(True)
    assert chart.title == "pi against Some CPU: the same recipes, median ms"
    assert chart.mark == "median ratio 10 (95 % 10–10), n 9"
    assert "Spearman ρ 1.00: how alike the two order the recipes" in chart.notes()
    swapped = next(o for o in chart.options() if o.group == "x" and "Raspberry Pi 5" in o.text)
    swapped.choose(True)
    assert chart.mark.startswith("median ratio 0.1 "), "the same on both axes would say nothing: they change places"


def test_nothing_in_common_says_what_to_do(qtbot: QtBot, made: Made, measurements_of_its_own: None) -> None:
    _, window = made
    window.resize(1920, 1000)
    window.bottom.tabs.setCurrentIndex(LATENCY)
    chart = against(window)
    assert "Alt+F9" in chart.empty
    assert "Join times from elsewhere" in chart.empty
    assert "Press Measure" in correlation(window).empty
    assert chart.figure(chart.theme) is None
    assert chart.table() is None


def test_nothing_is_counted_while_nobody_looks(qtbot: QtBot, seen: Made) -> None:
    session, window = seen
    window.bottom.tabs.setCurrentIndex(0)
    session.measured._ask()
    assert not session.measured.worker.asked  # type: ignore[attr-defined]


def test_a_drag_costs_nothing_but_the_mark(qtbot: QtBot, seen: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """Groups are not sorted anew at each step; the point of the recipe that the window shows is lit all the same."""
    session, window = seen
    settled(qtbot, session)
    chart = correlation(window)
    sorted_anew: list[str] = []
    monkeypatch.setattr(type(chart), "refresh", lambda _self: sorted_anew.append("correlation"))
    monkeypatch.setattr(AgainstChart, "refresh", lambda _self: sorted_anew.append("against"))
    for alpha in (0.3, 0.31, 0.5):
        session.document.set_knob("alpha", alpha)
    assert sorted_anew == []
    (mine,) = [spot for spot in chart.spots(chart.theme) if spot.text == "this recipe"]
    assert mine.y == pytest.approx(log10(2.0))
