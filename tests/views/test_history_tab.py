"""The History tab and the figures of the store in the window: filtered, opened, deleted and taken back, written to files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QPointF, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from explorer.core.data_folder import store_path
from explorer.core.history import COLUMNS
from explorer.core.recipe import Recipe
from explorer.core.store import Store, conditions_of, hardware_of, key_of
from explorer.session.session import Session
from explorer.views.bottom import HISTORY, LATENCY, OVERVIEW
from explorer.views.history_tab import HistoryTab
from explorer.views.window import MainWindow
from tests.core.stored import measurement
from tests.session.recorded import HeldWorker
from tests.views.making import answer

THIN, WIDE, OTHER = Recipe.of("net", {"alpha": 0.5}), Recipe.of("net", {"alpha": 1.4}), Recipe("other")
PLACES = {column.name: place for place, column in enumerate(COLUMNS)}
Made = tuple[Session, MainWindow]


@pytest.fixture
def seen(made: Made) -> Iterator[Made]:
    """The window on the History tab; who is asked for conditions answers when the test says so."""
    session, window = made
    session.history.worker = HeldWorker()  # type: ignore[assignment]
    window.resize(1280, 800)
    window.bottom.tabs.setCurrentIndex(HISTORY)
    yield session, window


@pytest.fixture
def uids(measurements_of_its_own: None) -> list[str]:
    """Three measurements, the newest first."""
    with Store() as store:
        kept = store.add_all([
            measurement(WIDE, 3.5, 3.25, 4.0, started="2026-01-01T12:00:00+00:00"),
            measurement(OTHER, 9.5, started="2026-01-02T12:00:00+00:00", flags=[["noisy: {0} %", "12"]]),
            measurement(THIN, 1.5, 1.25, started="2026-01-03T12:00:00+00:00", cpu="Raspberry Pi", device_name="Raspberry Pi"),
        ])
    return kept[::-1]


def foretold(session: Session, **card: Any) -> None:
    """The bench process says what the present conditions are."""
    sample = measurement(THIN, 1.0, **card)
    worker = session.history.worker
    assert isinstance(worker, HeldWorker)
    worker.answer({"machine": key_of(hardware_of(sample)), "conditions": conditions_of(sample)})


def rows(tab: HistoryTab, name: str) -> list[str]:
    model = tab.model
    return [str(model.index(row, PLACES[name]).data()) for row in range(model.rowCount())]


def test_everything_is_listed_newest_first(uids: list[str], seen: Made) -> None:
    tab = seen[1].bottom.history
    QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert rows(tab, "preset") == ["net", "other", "net"]
    assert rows(tab, "median_ms") == ["1.5", "9.5", "3.5"]
    assert rows(tab, "doubts") == ["", "noisy", ""]
    assert tab.tools.found.text() == "3"


def test_sorting_and_filters(uids: list[str], seen: Made) -> None:
    session, window = seen
    tab = window.bottom.history
    tab.table.sortByColumn(PLACES["median_ms"], Qt.SortOrder.DescendingOrder)
    assert rows(tab, "median_ms") == ["9.5", "3.5", "1.5"]
    tab.tools.filter.setText("raspberry")
    assert rows(tab, "median_ms") == ["1.5"]
    assert tab.tools.found.text() == "1 of 3"
    tab.tools.filter.setText("2026-01-0 net")
    assert rows(tab, "median_ms") == ["3.5", "1.5"]
    tab.tools.filter.clear()
    tab.tools.what.setCurrentIndex(1)
    tab.tools.what.activated.emit(1)
    assert rows(tab, "preset") == ["net", "net"]
    session.document.open_preset("other")
    assert rows(tab, "preset") == ["other"], "this preset is the one the window shows"
    tab.tools.when.setCurrentIndex(1)
    tab.tools.when.activated.emit(1)
    assert rows(tab, "preset") == []


def test_details_have_the_runs_and_every_condition(uids: list[str], seen: Made, qtbot: QtBot) -> None:
    tab = seen[1].bottom.history
    qtbot.waitUntil(lambda: tab.model.rowCount() == 3)
    only = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows

    def selected() -> None:
        tab.table.clearSelection()  # selectRow would ask which keys the test before has left pressed
        tab.table.selectionModel().select(tab.model.index(2, 0), only)
        assert [entry.uid for entry in tab.marked()] == uids[2:], "the row that is selected is the one marked"
        assert seen[0].history.document(uids[2]) is not None, seen[1].message.text()
        assert tab.detail.chart.table() is not None

    qtbot.waitUntil(selected)
    table = tab.detail.chart.table()
    assert table is not None
    assert [row[1] for row in table.rows] == [3.5, 3.25, 4.0]
    facts = {tab.detail.facts.item(r, 0).text(): tab.detail.facts.item(r, 1).text() for r in range(tab.detail.facts.rowCount())}
    assert facts["torch"] == "2.13.0"
    assert facts["cpu"] == "Some CPU"
    assert facts["threads"] == "1"
    assert facts["uid"] == uids[2]
    tab.table.clearSelection()
    assert tab.detail.chart.table() is None


def test_a_row_opens_its_recipe_and_undo_leads_back(uids: list[str], seen: Made, qtbot: QtBot) -> None:
    session, window = seen
    before = session.document.recipe
    tab = window.bottom.history
    tab.table.selectRow(2)
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    assert session.document.recipe == WIDE
    session.document.stack.undo()
    assert session.document.recipe == before


def test_a_preset_that_is_gone_is_a_sentence(seen: Made) -> None:
    session, window = seen
    with Store() as store:
        store.add(measurement(Recipe("gone"), 1.0))
    session.history.poll()
    before = session.document.recipe
    window.bottom.history.open_row(0)
    assert "no preset gone" in window.message.text()
    assert session.document.recipe == before


def test_deleting_and_taking_it_back(uids: list[str], seen: Made, qtbot: QtBot) -> None:
    window = seen[1]
    tab = window.bottom.history
    tab.table.selectRow(1)
    qtbot.keyClick(tab.table, Qt.Key.Key_Delete)
    assert rows(tab, "preset") == ["net", "net"]
    assert "1 measurement deleted" in window.message.text()
    with Store() as store:
        assert store.count() == 2
    window.message.link.click()
    assert rows(tab, "preset") == ["net", "other", "net"]
    with Store() as store:
        assert store.document(uids[1])["samples_ms"] == [9.5]
    tab.table.selectAll()
    tab.delete()
    assert tab.empty.isVisible()
    qtbot.keyClick(tab.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(rows(tab, "preset")) == 3


def test_files(uids: list[str], seen: Made, tmp_path: Path) -> None:
    window = seen[1]
    tab = window.bottom.history
    tab.files.ask_save = lambda _parent, suggestion: str(tmp_path / Path(suggestion).name)
    tab.files.save("json", samples=True)
    document = json.loads((tmp_path / "measurements.json").read_text())
    assert [row["uid"] for row in document["measurements"]] == uids
    assert "3 measurements saved as measurements.json" in window.message.text()
    tab.table.selectRow(0)
    tab.table.selectionModel().select(tab.model.index(2, 0), tab.table.selectionCommand(tab.model.index(2, 0)).Select
                                      | tab.table.selectionCommand(tab.model.index(2, 0)).Rows)
    tab.files.save("csv", samples=True, marked=True)
    text = (tmp_path / "measurements.csv").read_text()
    assert uids[0] in text
    assert uids[2] in text
    assert uids[1] not in text
    assert "[3.5, 3.25, 4.0]" in text
    tab.files.save("latex", samples=False)
    tab.files.save("markdown", samples=False)
    assert r"\usepackage{booktabs" in (tmp_path / "measurements.tex").read_text()
    assert (tmp_path / "measurements.md").read_text().count("\n| ") == 2 + len(uids)
    tab.files.ask_save = lambda _parent, _suggestion: str(tmp_path / "nowhere" / "m.csv")
    tab.files.save("csv", samples=False)
    assert "cannot write" in window.message.text().lower()


@pytest.mark.parametrize("there", [True, False])
def test_parquet_is_offered_with_the_reason_where_it_cannot_be(
    there: bool, uids: list[str], seen: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.parquet.find_spec", lambda _name: object() if there else None)
    menu = seen[1].bottom.history.files.menu()
    action = next(each for each in menu.actions() if each.objectName() == "history.parquet")
    assert action.isEnabled() is there
    assert ("pyarrow" in action.toolTip()) is not there
    menu.close()


def test_another_window_s_measurement_comes_by_itself(uids: list[str], seen: Made, qtbot: QtBot) -> None:
    tab = seen[1].bottom.history
    with Store() as other:
        other.add(measurement(THIN, 7.0, started="2026-02-01T00:00:00+00:00"))
    qtbot.waitUntil(lambda: tab.model.rowCount() == 4)
    assert rows(tab, "median_ms")[0] == "7"


def test_a_store_that_is_none_is_one_sentence_and_all_else_works(made: Made) -> None:
    session, window = made
    store_path().parent.mkdir(parents=True)
    store_path().write_bytes(b"some text that is no database, and long enough" * 50)
    window.bottom.tabs.setCurrentIndex(HISTORY)
    tab = window.bottom.history
    assert tab.empty.isVisible()
    assert "cannot be opened" in tab.empty.text()
    assert "cannot be opened" in window.message.text()
    window.bottom.tabs.setCurrentIndex(OVERVIEW)
    session.document.set_knob("alpha", 0.75)
    answer(session)
    assert window.totals.params.value.text() == "20"


def test_the_totals_mark_a_stored_figure_with_its_age(seen: Made, qtbot: QtBot) -> None:
    session, window = seen
    plain = Recipe("net")
    with Store() as store:
        store.add(measurement(plain, 2.0, 4.0, 3.0, started="2026-01-01T12:00:00+00:00"))
    session.history.on_analysed(plain, "net", 1000)
    assert window.totals.time.value.text() == "–"
    foretold(session)
    assert window.totals.time.value.text() == "3.00 ms"
    assert "measured" in window.totals.time.title.text()
    assert "ago" in window.totals.time.title.text()
    assert "2026-01-01" in window.totals.time.toolTip()
    window.bottom.tabs.setCurrentIndex(OVERVIEW)
    chart = window.bottom.time
    table = chart.table()
    assert table is not None
    assert "2026-01-01T12:00:00+00:00" in table.rows[0]
    figure = chart.figure(chart.theme)
    assert figure is not None
    assert figure.spots[0].shape == "ring"
    assert "ago" in chart.tip_at(QPointF(1000, 3.0))
    comparison, _ = session.pins.comparison("float32")
    assert [(entry.latency["median_ms"], entry.latency["from_store"]) for entry in comparison.entries if entry.latency] == [
        (3.0, True)
    ]


def test_the_preference_is_kept(made: Made) -> None:
    session, window = made
    assert not session.latency.anew
    window.table["measure_anew"].trigger()
    assert session.latency.anew
    assert session.preferences.flag("measure_anew")


def test_changes_in_the_order_of_measuring(made: Made) -> None:
    session, window = made
    latency = session.latency
    window.resize(1280, 800)
    window.bottom.tabs.setCurrentIndex(LATENCY)
    chart, picks = window.bottom.latency.tweaks, window.bottom.latency.tools
    if not chart.isVisible():  # no room for it beside those that come first
        picks.buttons["tweaks"].click()
    assert chart.isVisible()
    assert chart.empty
    for recipe, label, samples in ((Recipe("net"), "net", (3.0, 2.0, 4.0)), (THIN, "α 0.5", (1.0, 0.9, 1.2))):
        latency.on_analysed(recipe, label, 1000)
        latency.measure()
        assert isinstance(latency.worker, HeldWorker)
        latency.worker.answer(measurement(recipe, *samples))
    figure, table = chart.figure(chart.theme), chart.table()
    assert figure is not None
    assert table is not None
    assert sorted((s.x, s.y, s.low, s.high, s.text) for s in figure.spots) == [
        (1, 3.0, 2.0, 4.0, "net"), (2, 1.0, 0.9, 1.2, "α 0.5"),
    ]
    assert [row[:5] for row in table.rows] == [[1, "net", "net", 3.0, 2.0], [2, "α 0.5", "net", 1.0, 0.9]]
    assert "-66.7 %" in chart.tip_at(QPointF(2, 1.0))
    good = {s.x for s in figure.spots if s.colour == chart.theme.good}
    assert good == {1}, "the recipe that the window shows"
