"""The coordinator with executors that lose processes on purpose, and with real ones: every variant once, whatever happens."""

from __future__ import annotations

import json
import os
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import models
from explorer.analysis import analyse
from explorer.analysis.totals import totals
from explorer.core import rules
from explorer.core.errors import BadInput, Cancelled
from explorer.core.recipe import Recipe
from explorer.core.sweep import Axis, Plan
from explorer.sweep import tasks
from explorer.sweep.journal import Journal
from explorer.sweep.local import pools
from explorer.sweep.run import Pools, run

SMALL = Plan(
    (Recipe.of("mobilenet_v2", {"resolution": 64}),), (Axis("alpha", (0.25, 0.3, 0.35, 0.4)), Axis("expansion", (1, 2, 6)))
)


class Pool(Executor):
    """Runs tasks in a thread, one after another; a task in which ``fatal`` finds a variant breaks the pool, as a death does."""

    def __init__(self, fatal: Callable[[str], bool]) -> None:
        self.fatal = fatal
        self.broken = False
        self.tasks: deque[tuple[Future[Any], Callable[[], Any], list[str]]] = deque()
        self.come = threading.Condition()
        self.thread = threading.Thread(target=self._work, daemon=True)
        self.thread.start()

    def submit(self, fn: Callable[..., Any], /, *arguments: Any, **_named: Any) -> Future[Any]:
        recipes = arguments[0] if isinstance(arguments[0], list) else [arguments[0]]
        future: Future[Any] = Future()
        with self.come:
            if self.broken:
                raise BrokenProcessPool("gone")
            self.tasks.append((future, partial(fn, *arguments), [json.dumps(recipe["knobs"]) for recipe in recipes]))
            self.come.notify()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        with self.come:
            self.broken = True
            self.tasks.clear()
            self.come.notify()
        self.thread.join()

    def _work(self) -> None:
        while True:
            with self.come:
                self.come.wait_for(lambda: self.tasks or self.broken)
                if self.broken:
                    return
                future, task, recipes = self.tasks.popleft()
                if any([self.fatal(recipe) for recipe in recipes]):  # noqa: C419  (each is asked)
                    self.broken = True
                    for lost in (future, *(waiting for waiting, _, _ in self.tasks)):
                        lost.set_exception(BrokenProcessPool("gone"))
                    return
            future.set_result(task())


def _pools(fatal: Callable[[str], bool], processes: int = 2) -> tuple[Pools, list[Pool]]:
    made: list[Pool] = []

    @contextmanager
    def opened() -> Iterator[Executor]:
        made.append(Pool(fatal))
        with made[-1] as pool:
            yield pool

    return Pools(opened, opened, processes), made


def _never(_recipe: str) -> bool:
    return False


def _expected(plan: Plan) -> list[dict[str, Any]]:
    return tasks.analyse_all([v.recipe.to_json() for v in plan.variants()], plan.rule)


def _figures(rows: Sequence[dict[str, Any]]) -> list[Any]:
    return [(row.get("params"), row.get("macs"), row.get("peak"), row.get("refused")) for row in rows]


def _lines(path: Path) -> Counter[int]:
    return Counter(json.loads(line)["analysed"] for line in path.read_text(encoding="utf-8").splitlines()[1:])


def test_totals_are_those_of_the_analysis_for_every_preset() -> None:
    for name in models.presets():
        whole, short = analyse(Recipe(name), edges=False), totals(Recipe(name))
        assert [short[k] for k in ("params", "macs", "activations", "access", "incomplete")] == [
            whole[k] for k in ("params", "macs", "activations", "access", "incomplete")
        ], name
        assert short["peak"] == whole["memory"]["peak"], name
        accuracies = [p["record"] for p in whole["published"] if p["top1"] is not None]
        assert [p["record"] for p in short["published"]] == accuracies, name


@pytest.mark.parametrize("rule", rules.RULES)
def test_totals_count_by_the_rule(rule: str) -> None:
    assert totals(Recipe("shufflenet_v1"), rule)["macs"] == analyse(Recipe("shufflenet_v1"), rule)["macs"]


def test_every_variant_once_and_in_order(tmp_path: Path) -> None:
    path = tmp_path / "j"
    told: list[float] = []
    with Journal(path, SMALL) as journal:
        rows = run(SMALL, journal, _pools(_never)[0], progress=lambda fraction, _text: told.append(fraction))
    assert [row["number"] for row in rows] == list(range(12))
    assert _figures(rows) == _figures(_expected(SMALL))
    assert set(_lines(path).values()) == {1}
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_variant_equal_to_the_preset_has_its_digest(tmp_path: Path) -> None:
    plan = Plan((Recipe("mobilenet_v2"),), (Axis("alpha", (0.5, 1.0)),))
    with Journal(tmp_path / "j", plan) as journal:
        half, whole = run(plan, journal, _pools(_never)[0])
    assert whole["digest"] == Recipe("mobilenet_v2").digest()
    assert whole["recipe"] == Recipe("mobilenet_v2").to_json()
    assert half["digest"] == Recipe.of("mobilenet_v2", {"alpha": 0.5}).digest()


def test_a_variant_that_cannot_be_built_is_a_row_with_its_reason(tmp_path: Path) -> None:
    plan = Plan((Recipe("mobilenet_v2"),), (Axis("groups", (1, 2, 7)),))
    with Journal(tmp_path / "j", plan) as journal:
        rows = run(plan, journal, _pools(_never)[0])
    assert ["refused" in row for row in rows] == [False, False, True]
    assert "7" in rows[2]["refused"][0].format(*rows[2]["refused"][1:])


def test_a_process_that_dies_once_costs_nothing(tmp_path: Path) -> None:
    deaths: list[str] = []

    def once(recipe: str) -> bool:
        if '"alpha": 0.35' in recipe and not deaths:
            deaths.append(recipe)
            return True
        return False

    pools_, made = _pools(once)
    path = tmp_path / "j"
    with Journal(path, SMALL) as journal:
        rows = run(SMALL, journal, pools_)
    assert len(made) == 2
    assert _figures(rows) == _figures(_expected(SMALL))
    assert set(_lines(path).values()) == {1}


def test_a_variant_that_kills_its_process_each_time_is_found_and_the_others_are_not_lost(tmp_path: Path) -> None:
    def deadly(recipe: str) -> bool:
        return '"alpha": 0.35' in recipe and '"expansion": 2' in recipe

    path = tmp_path / "j"
    with Journal(path, SMALL) as journal:
        rows = run(SMALL, journal, _pools(deadly)[0])
    refused = [row["values"] for row in rows if "refused" in row]
    assert refused == [[0.35, 2]]
    expected = zip(_figures(_expected(SMALL)), rows, strict=True)
    assert [f for f in _figures(rows) if f[3] is None] == [f for f, row in expected if "refused" not in row]
    assert set(_lines(path).values()) == {1}


@pytest.mark.parametrize("stop_after", [0, 1, 5, 9])
def test_a_cancelled_sweep_goes_on_where_it_was(tmp_path: Path, stop_after: int) -> None:
    path = tmp_path / "j"
    with Journal(path, SMALL) as journal, pytest.raises(Cancelled):
        run(SMALL, journal, _pools(_never, 1)[0], cancelled=lambda: len(journal.analysed) >= stop_after)
    before = _lines(path)
    with Journal(path, SMALL) as journal:
        assert set(journal.analysed) == set(before)
        rows = run(SMALL, journal, _pools(_never)[0])
    assert _figures(rows) == _figures(_expected(SMALL))
    assert set(_lines(path).values()) == {1}


def test_a_torn_line_is_done_again(tmp_path: Path) -> None:
    path = tmp_path / "j"
    with Journal(path, SMALL) as journal:
        run(SMALL, journal, _pools(_never)[0])
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    with Journal(path, SMALL) as journal:
        assert len(journal.analysed) == 11
        run(SMALL, journal, _pools(_never)[0])
    assert sorted(path.read_bytes().splitlines()) == sorted(whole.splitlines())


def test_the_journal_of_another_sweep_that_finished_nothing_gives_way(tmp_path: Path) -> None:
    path = tmp_path / "j"
    other = Plan((Recipe("mobilenet_v1"),))
    Journal(path, other).close()
    with Journal(path, SMALL) as journal:
        run(SMALL, journal, _pools(_never)[0])
    assert json.loads(path.read_bytes().splitlines()[0]) == SMALL.to_json()
    with pytest.raises(BadInput, match="another sweep that is not finished"):
        Journal(path, other)


def test_the_journal_of_another_sweep_is_refused_and_left(tmp_path: Path) -> None:
    path = tmp_path / "j"
    with Journal(path, SMALL) as journal:
        run(SMALL, journal, _pools(_never)[0])
    before = path.read_bytes()
    with pytest.raises(BadInput, match="another sweep that is not finished"):
        Journal(path, Plan((Recipe("mobilenet_v1"),)))
    path.write_bytes(b"some text\n")
    with pytest.raises(BadInput, match="not the journal of a sweep"):
        Journal(path, SMALL)
    assert path.read_bytes() == b"some text\n"
    path.write_bytes(before)
    with Journal(path, SMALL), pytest.raises(BadInput, match="running in another process"):
        Journal(path, SMALL)


def test_real_processes(tmp_path: Path) -> None:
    with Journal(tmp_path / "j", SMALL) as journal:
        rows = run(SMALL, journal, pools(2, 1))
    assert _figures(rows) == _figures(_expected(SMALL))


def test_measured_one_after_another_behind_the_analyses(tmp_path: Path) -> None:
    settings = {"warmup_s": 0.0, "min_runs": 3, "min_s": 0.0}
    plan = Plan((Recipe.of("mobilenet_v2", {"resolution": 64, "alpha": 0.25}),), (Axis("groups", (1, 7)),), measure=settings)
    path = tmp_path / "j"
    with Journal(path, plan) as journal:
        good, bad = run(plan, journal, pools(1, 1))
    assert good["measured"]["n"] == len(good["measured"]["samples_ms"]) == 3
    assert good["measured"]["digest"] == good["digest"]
    assert "measured" not in bad
    assert good["measured"]["fingerprint"]["malloc"] or os.name != "posix"
    with Journal(path, plan) as journal:
        assert run(plan, journal, _pools(lambda _recipe: True)[0]) == [good, bad]  # nothing is done again
