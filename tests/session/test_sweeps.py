"""The session's sweep with the real coordinator: small grids, paused, killed, brought back, and every row exactly once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from explorer.analysis.totals import totals
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.core.sweep import Axis, Plan
from explorer.core.sweep_rows import read_result
from explorer.session.jobs import Command, WorkerProcess
from explorer.session.sweep_folder import journal_of
from explorer.session.sweeps import DONE, FAILED, HELD, NONE, PAUSED, RUNNING, Sweeps, save_rows
from tests.session.recorded import HeldWorker
from tests.views.making import answer, session

LONG_MS = 90_000
GRID = Plan((Recipe("mobilenet_v1"),), (Axis("alpha", (0.25, 0.5, 0.75, 1.0)), Axis("resolution", (128, 160, 192, 224))))
LARGE = Plan(
    (Recipe("mobilenet_v2"),),
    (Axis("alpha", tuple(0.3 + 0.05 * i for i in range(12))), Axis("resolution", (96, 128, 160, 192, 224))),
)
MEASURED = Plan(GRID.recipes, (Axis("alpha", (0.25, 0.5)),), measure={"max_s": 0.1, "min_s": 0.0, "warmup_s": 0.0, "min_runs": 1})


@pytest.fixture
def real(qtbot: QtBot, tmp_path: Path) -> Iterator[Sweeps]:
    worker = WorkerProcess("sweep", Command.worker("sweep"))
    yield Sweeps(worker, lambda: False, folder=tmp_path / "sweeps")
    worker.stop()


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> tuple[Sweeps, HeldWorker, list[bool]]:
    """A worker that the test answers for, and whether others are busy."""
    worker, busy = HeldWorker(), [False]
    return Sweeps(worker, lambda: busy[0], folder=tmp_path / "sweeps"), worker, busy  # type: ignore[arg-type]


def until(qtbot: QtBot, sweeps: Sweeps, state: str) -> None:
    qtbot.waitUntil(lambda: sweeps.state == state, timeout=LONG_MS)


def test_the_rows_come_while_it_runs_and_are_those_of_the_analysis(qtbot: QtBot, real: Sweeps) -> None:
    came: Counter[int] = Counter()
    states: list[str] = []
    real.rows_came.connect(came.update)
    real.changed.connect(lambda: states.append(real.state))
    real.begin(GRID, 1)
    until(qtbot, real, DONE)
    assert came == Counter(range(16))
    assert states == [NONE, RUNNING, DONE]
    assert real.fraction == 1.0
    assert real.pace_s is not None
    for number in (0, 7, 15):
        expected = totals(GRID.variant(number).recipe)
        assert {name: real.rows[number].figures[name] for name in ("macs", "params", "peak", "access")} == {
            name: expected[name] for name in ("macs", "params", "peak", "access")
        }
    assert not real.rows[15].recipe().edited()  # α 1 at 224 px is the preset itself
    assert real.path is not None
    assert len(read_result(real.path)[1]) == 16
    assert not journal_of(real.path).exists()
    assert [kept.finished for kept in real.folder.kept()] == [True]


def test_paused_then_taken_up_by_another_window_each_row_exactly_once(qtbot: QtBot, real: Sweeps, tmp_path: Path) -> None:
    real.begin(LARGE, 1)
    qtbot.waitUntil(lambda: len(real.rows) >= 4, timeout=LONG_MS)
    real.pause()
    until(qtbot, real, PAUSED)
    assert real.path is not None
    done = len(real.rows)
    assert 4 <= done < len(LARGE)
    worker = WorkerProcess("sweep", Command.worker("sweep"))
    try:
        later = Sweeps(worker, lambda: False, folder=tmp_path / "sweeps")
        states: list[str] = []
        later.opened.connect(states.append)
        later.look()
        assert states == [PAUSED]
        assert later.plan == LARGE
        assert len(later.rows) >= done  # the journal may know of some that the window was not told of any more
        numbers = [json.loads(line)["analysed"] for line in journal_of(real.path).read_text().splitlines()[1:]]
        assert sorted(later.rows) == sorted(numbers)
        later.resume()
        until(qtbot, later, DONE)
        assert sorted(later.rows) == list(range(len(LARGE)))
        assert later.path is not None
        rows = json.loads(later.path.read_text())["rows"]
        assert [row["number"] for row in rows] == list(range(len(LARGE)))
    finally:
        worker.stop()


def test_a_killed_coordinator_leaves_nobody_behind_and_loses_nothing(qtbot: QtBot, real: Sweeps) -> None:
    real.begin(LARGE, 1)
    qtbot.waitUntil(lambda: len(real.rows) >= 4, timeout=LONG_MS)
    assert real.path is not None
    journal = journal_of(real.path)
    coordinator = psutil.Process(real.worker.pid())
    pool = [child for child in coordinator.children(recursive=True) if "resource_tracker" not in " ".join(child.cmdline())]
    assert pool
    finished = journal.read_text().splitlines()[1:]
    coordinator.kill()
    until(qtbot, real, DONE)  # started again, and asked again once
    _, alive = psutil.wait_procs(pool, timeout=10)
    assert not alive
    assert len(finished) >= 4
    assert sorted(real.rows) == list(range(len(LARGE)))
    assert [row["number"] for row in read_result(real.path)[1]] == list(range(len(LARGE)))


def test_stopping_the_worker_ends_the_pool_too(qtbot: QtBot, real: Sweeps) -> None:
    real.begin(LARGE, 1)
    qtbot.waitUntil(lambda: len(real.rows) >= 1, timeout=LONG_MS)
    children = psutil.Process(real.worker.pid()).children(recursive=True)
    pool = [child for child in children if "resource_tracker" not in " ".join(child.cmdline())]
    assert pool
    real.worker.stop()
    _, alive = psutil.wait_procs(pool, timeout=10)
    assert not alive


def test_a_measured_sweep_has_latencies(qtbot: QtBot, real: Sweeps) -> None:
    real.begin(MEASURED, 1)
    until(qtbot, real, DONE)
    assert all((row.figures["latency"] or 0) > 0 for row in real.rows.values())
    assert real.path is not None
    assert all("samples_ms" in row["measured"] for row in json.loads(real.path.read_text())["rows"])  # in the file, not here
    assert all("samples_ms" not in row.document["measured"] for row in real.rows.values())


def test_a_place_that_no_network_has_is_said_and_nothing_is_lost(qtbot: QtBot, real: Sweeps) -> None:
    real.begin(Plan(GRID.recipes, (Axis("groups", (1, 2), "stages.99"),)), 1)
    until(qtbot, real, FAILED)
    assert real.failure[0] == "no network of this sweep has {0} at {1}; places are {2}"
    real.begin(Plan(GRID.recipes, (Axis("alpha", (0.5,)),)), 1)
    until(qtbot, real, DONE)


def test_a_sweep_that_measures_gives_way_and_goes_on(
    qtbot: QtBot, held: tuple[Sweeps, HeldWorker, list[bool]]
) -> None:
    sweeps, worker, busy = held
    sweeps.begin(MEASURED)
    tell = worker.asked[0]["on_progress"]
    tell({"fraction": 0.25, "text": ["{0} of {1} variants", "1", "4"]})
    assert not sweeps.is_measuring()
    sweeps.on_others_began()
    assert not worker.cancelled  # what only analyses goes on beside the user
    busy[0] = True
    tell({"fraction": 0.5, "text": ["{0} of {1} variants", "2", "4"]})
    assert worker.cancelled  # it would measure beside the engine
    worker.fail("cancelled", "cancelled")
    assert sweeps.state == HELD
    sweeps.on_others_settled()
    busy[0] = False
    with qtbot.waitSignal(sweeps.started, timeout=5000):
        sweeps.on_others_settled()
    assert sweeps.state == RUNNING


def test_putting_away_while_it_runs_keeps_the_journal(qtbot: QtBot, real: Sweeps) -> None:
    real.begin(LARGE, 1)
    qtbot.waitUntil(lambda: len(real.rows) >= 1, timeout=LONG_MS)
    real.put_away()
    until(qtbot, real, NONE)
    assert real.plan is None
    kept = real.folder.kept()
    assert [k.finished for k in kept] == [False]
    real.open(kept[0].path)
    assert real.state == PAUSED
    real.delete(kept[0].path)
    assert real.state == NONE
    assert not real.folder.kept()


def test_what_is_too_large_or_no_sweep_is_refused(held: tuple[Sweeps, HeldWorker, list[bool]], tmp_path: Path) -> None:
    sweeps, worker, _ = held
    huge = Plan(GRID.recipes, (Axis("alpha", tuple(0.1 + i / 1e4 for i in range(201))), Axis("classes", tuple(range(1, 101)))))
    with pytest.raises(BadInput, match="20100 points; the window takes up to 10000"):
        sweeps.begin(huge)
    (tmp_path / "no.json").write_text("{}")
    with pytest.raises(BadInput, match="is not the result of a sweep"):
        sweeps.open(tmp_path / "no.json")
    with pytest.raises(BadInput, match="there is no sweep to save"):
        save_rows(sweeps, tmp_path / "x.csv")
    assert not worker.asked
    assert sweeps.state == NONE


def test_rows_are_saved_as_the_ending_says(qtbot: QtBot, real: Sweeps, tmp_path: Path) -> None:
    plan = Plan(GRID.recipes, (Axis("alpha", (0.5, 1.0)),))
    real.begin(plan, 1)
    until(qtbot, real, DONE)
    for ending, mark in ((".csv", "preset,alpha,"), (".md", "| preset"), (".tex", r"\toprule"), (".json", '"sweep"')):
        target = tmp_path / f"rows{ending}"
        save_rows(real, target)
        assert mark in target.read_text()
    assert read_result(tmp_path / "rows.json")[0] == plan
    with pytest.raises(BadInput, match=r"ends in \.xlsx; allowed"):
        save_rows(real, tmp_path / "rows.xlsx")
    with pytest.raises(BadInput, match="cannot write"):
        save_rows(real, tmp_path / "none" / "rows.csv")


def test_nothing_is_measured_beside_a_sweep(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARCHITECTURE_EXPLORER_DATA", str(tmp_path / "data"))
    made = session(tmp_path)
    bench, engine, pool = HeldWorker(), HeldWorker(), HeldWorker()
    made.latency.worker, made.engine.worker, made.sweeps.worker = bench, engine, pool  # type: ignore[assignment]
    try:
        answer(made)
        made.latency.on_analysed(Recipe("net"), "net", 1)
        made.latency.measure()
        assert made.latency.is_measuring()
        made.sweeps.begin(MEASURED)
        assert bench.cancelled  # what was measured gives way
        bench.fail("cancelled", "cancelled")
        made.latency.measure()
        assert not made.latency.is_measuring()
        assert not made.is_idle()
        pool.asked[0]["on_progress"]({"fraction": 0.5, "text": ["x"]})
        made.document.set_knob("alpha", 0.5)  # the user comes first
        assert pool.cancelled
        pool.fail("cancelled", "cancelled")
        assert made.sweeps.state == HELD
        made.sweeps.pause()
        assert made.sweeps.state == PAUSED
    finally:
        made.stop()
