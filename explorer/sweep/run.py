"""The coordinator of a sweep: hands variants to an executor, notes what comes back, survives the loss of processes.

Written against ``concurrent.futures.Executor``. Analyses go in chunks, several at a time. Where a process dies, what was with
the executor is handed out again one by one, so that a variant that kills its process is found and noted, and the others are
not lost. Measurements follow when all is analysed, one at a time and alone on the machine.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass
from time import monotonic
from typing import Any

from explorer.core.keeping import kept
from explorer.core.sweep import Plan, Variant
from explorer.core.watch import IsCancelled, Progress, never, stop_if, unwatched
from explorer.sweep import tasks
from explorer.sweep.journal import Journal

CHUNK = 16  # variants in one task: some tenths of a second
AHEAD = 2  # tasks with the executor for each of its processes
LOOK_S = 0.2  # how often a cancel is looked for
TRIES = 2  # a variant that kills its process as often as this, alone, is noted as lost
DIED = ["the process that analysed it ended {0} times", str(TRIES)]
MEASUREMENT_DIED = ["the process that measured it ended {0} times", str(TRIES)]

OpenExecutor = Callable[[], AbstractContextManager[Executor]]


@dataclass(frozen=True)
class Pools:
    """How executors are opened, anew after a loss, and how many processes one for analyses has.

    ``lost`` are the exceptions that say a task's own process ended each time it was tried, while the executor lives on.
    """

    analysing: OpenExecutor
    measuring: OpenExecutor
    processes: int
    lost: tuple[type[BaseException], ...] = ()
    measure: Callable[[dict[str, Any], dict[str, Any]], dict[str, Any]] = tasks.measure_one
    measuring_at_once: int = 1


def run(
    plan: Plan, journal: Journal, pools: Pools, *, progress: Progress = unwatched, cancelled: IsCancelled = never,
) -> list[dict[str, Any]]:
    """Every variant's row in the plan's order: {number, digest, values, preset, …totals, measured?} or {…, refused}.

    Raises Cancelled between two tasks; what was finished until then is in the journal, and the same call goes on from there.
    """
    variants = list(plan.variants())
    clock = _Clock(len(variants) * (1 if plan.measure is None else 2), progress)
    _analyse(plan, [v for v in variants if v.number not in journal.analysed], journal, pools, clock, cancelled)
    if plan.measure is not None:
        _measure(plan, variants, journal, pools, clock, cancelled)
    return [row_of(variant, journal) for variant in variants]


def row_of(variant: Variant, journal: Journal) -> dict[str, Any]:
    """The row of an analysed variant."""
    measured = journal.measured.get(variant.number)
    return {
        "number": variant.number, "digest": variant.recipe.digest(), "preset": variant.recipe.preset,
        "values": list(variant.values), "recipe": variant.recipe.to_json(), **journal.analysed[variant.number],
        **({} if measured is None else {"measured": measured}),
    }


def _analyse(
    plan: Plan, waiting: Sequence[Variant], journal: Journal, pools: Pools, clock: _Clock, cancelled: IsCancelled
) -> None:
    chunk = max(1, min(CHUNK, math.ceil(len(waiting) / (4 * pools.processes))))
    todo = deque(list(waiting[i : i + chunk]) for i in range(0, len(waiting), chunk))
    clock.begin(len(journal.analysed))
    deaths: dict[int, int] = {}
    suspects: deque[list[Variant]] = deque()
    while todo or suspects:
        with pools.analysing() as executor:
            running: dict[Future[list[dict[str, Any]]], list[Variant]] = {}
            broken = blamed = False
            while (todo or suspects or running) and not broken:
                alone = bool(suspects) or any(v.number in deaths for part in running.values() for v in part)
                room = 1 if alone else AHEAD * pools.processes
                while len(running) < room and (suspects or (todo and not alone)):
                    part = suspects.popleft() if suspects else todo.popleft()
                    running[_handed(executor, tasks.analyse_all, [v.recipe.to_json() for v in part], plan.rule)] = part
                stop_if(cancelled)
                done, _ = wait(running, timeout=LOOK_S, return_when=FIRST_COMPLETED)
                for future in done:
                    error = _error(future)
                    if isinstance(error, BrokenExecutor):
                        broken, blamed = True, not isinstance(error, _Gone)
                        continue
                    part = running.pop(future)
                    if isinstance(error, pools.lost) and len(part) > 1:
                        todo.extend([variant] for variant in part)
                        continue
                    rows = [{"refused": DIED}] if isinstance(error, pools.lost) else future.result()
                    journal.add_analyses(dict(zip([v.number for v in part], rows, strict=True)))
                    clock.advance(len(part))
            if broken and blamed:
                suspects.extend(_hand_out_again(running.values(), deaths, journal, clock))
            elif broken:
                todo.extendleft(running.values())


class _Gone(BrokenExecutor):
    """The executor went away with its tasks (a scheduler on another machine), none of which is to blame."""


def _error(future: Future[Any]) -> BaseException | None:
    """What a finished task ended with."""
    return _Gone("taken back") if future.cancelled() else future.exception()


def _handed(executor: Executor, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
    """The task with the executor; a future that has failed where the executor broke since we looked."""
    try:
        return executor.submit(function, *arguments)
    except BrokenExecutor as error:
        lost: Future[Any] = Future()
        lost.set_exception(error)
        return lost


def _hand_out_again(
    parts: Iterable[list[Variant]], deaths: dict[int, int], journal: Journal, clock: _Clock
) -> Iterator[list[Variant]]:
    """What was with an executor that broke, one by one; a variant that was alone with it is to blame."""
    lost = [variant for part in parts for variant in part]
    for variant in lost:
        if len(lost) == 1:
            deaths[variant.number] = deaths.get(variant.number, 0) + 1
        if deaths.get(variant.number, 0) >= TRIES:
            journal.add_analyses({variant.number: {"refused": DIED}})
            clock.advance(1)
        else:
            deaths.setdefault(variant.number, 0)
            yield [variant]


def _measure(
    plan: Plan, variants: Sequence[Variant], journal: Journal, pools: Pools, clock: _Clock, cancelled: IsCancelled
) -> None:
    analysed, measured = journal.analysed, journal.measured
    waiting = deque(v for v in variants if v.number not in measured and "refused" not in analysed[v.number])
    clock.begin(2 * len(variants) - len(waiting))
    deaths: dict[int, int] = {}
    while waiting:
        with pools.measuring() as executor:
            running: dict[Future[dict[str, Any]], Variant] = {}
            broken = blamed = False
            while (waiting or running) and not broken:
                while waiting and len(running) < pools.measuring_at_once:
                    variant = waiting.popleft()
                    settings = dict(plan.measure or {})
                    running[_handed(executor, pools.measure, analysed[variant.number]["recipe"], settings)] = variant
                stop_if(cancelled)
                done, _ = wait(running, timeout=LOOK_S, return_when=FIRST_COMPLETED)
                for future in done:
                    error = _error(future)
                    if isinstance(error, BrokenExecutor):
                        broken, blamed = True, not isinstance(error, _Gone)
                        continue
                    variant = running.pop(future)
                    row = {"refused": MEASUREMENT_DIED} if isinstance(error, pools.lost) else future.result()
                    journal.add_measurement(variant.number, row)
                    if "worker" in row and "median_ms" in row:  # kept where it was measured, and where it was asked for
                        kept(row)
                    clock.advance(1)
            for variant in running.values():  # lost with the executor
                deaths[variant.number] = deaths.get(variant.number, 0) + blamed
                if len(running) == 1 and deaths[variant.number] >= TRIES:
                    journal.add_measurement(variant.number, {"refused": MEASUREMENT_DIED})
                    clock.advance(1)
                else:
                    waiting.append(variant)


class _Clock:
    """Tells how much is done and how long the rest may take, from the pace of this run."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._total, self._progress = max(total, 1), progress
        self._done = self._since = 0
        self._start = monotonic()

    def begin(self, done: int) -> None:
        """A stretch with a pace of its own begins; so many are done before it."""
        self._done = self._since = done
        self._start = monotonic()
        self._tell()

    def advance(self, count: int) -> None:
        self._done += count
        self._tell()

    def _tell(self) -> None:
        new = self._done - self._since
        words: list[str] = ["{0} of {1} variants", str(self._done), str(self._total)]
        if new:
            left = (monotonic() - self._start) / new * (self._total - self._done)
            words = ["{0} of {1} variants, about {2} s left", str(self._done), str(self._total), f"{left:.0f}"]
        self._progress(self._done / self._total, words)
