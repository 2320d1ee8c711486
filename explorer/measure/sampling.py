"""Runs of one thing, timed: warm-up until steady, then runs stamped one by one until enough of them are there.

Runs below a millisecond are taken in blocks, so that reading the clock does not tell in the figure. What other processes did
meanwhile is noted. Times are milliseconds a run.
"""

from __future__ import annotations

import gc
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter, process_time

from explorer.core.watch import IsCancelled, Progress, never, stop_if, unwatched
from explorer.measure import figures, resampling
from explorer.measure.hardware import Clock
from explorer.measure.load import OtherLoad
from explorer.measure.settings import WARMUP_RUNS, Settings

TOLD_EVERY_S = 0.1  # progress goes through a pipe to a window that repaints: seldom, so that it does not disturb
FALLING = 0.02  # runs are steady where the median of the last third is at most this share below that of the third before
WARMUP_AT_MOST = 4  # times the warm-up that was asked for; then it is said that runs still got faster
BLOCK_MS = 1.0  # runs that are shorter are timed in blocks of at least this
TELLING_S = 0.2  # the system counts processor time in hundredths of a second: of less no load is told
LOOK_AGAIN = 1.2  # the interval is looked at again when there are so many times more runs


@dataclass(frozen=True)
class Samples:
    """Every run in order (ms; of blocks the mean run), the warm-up runs before them, and what is to be known of both.

    ``cpu_wall`` is CPU time over wall time of the runs (not over threads); ``first_ms`` the very first run, which warm-up
    includes; ``steady`` None where the warm-up was too short to tell; ``others`` processors that other processes kept busy,
    None where it was too short to tell; ``block`` runs a sample.
    """

    runs_ms: list[float]
    warmup_runs: int
    cpu_wall: float
    first_ms: float = 0.0
    steady: bool | None = None
    others: float | None = None
    block: int = 1

    def stamped(self, how: str) -> str:
        """How the samples were taken with a clock that stamps so: ``single``, ``events``, ``blocks of 5``."""
        return how if self.block == 1 else f"blocks of {self.block}"


def sample(
    run: Callable[[], object], clock: Clock, settings: Settings, *,
    progress: Progress = unwatched, cancelled: IsCancelled = never, blocks: bool = True,
    now: Callable[[], float] = perf_counter, load: Callable[[], OtherLoad] = OtherLoad,
) -> Samples:
    """Warm up until steady, then time runs singly until the settings are met. Raises Cancelled between two runs.

    ``blocks`` allows blocks of short runs: not on a device that computes beside the host, where the runs of a block overlap.
    """
    patience = WARMUP_AT_MOST * settings.warmup_s
    warm = Loop(WARMUP_RUNS, settings.warmup_s, settings.max_s, now=now)
    warm.enough = lambda: warm.elapsed() >= patience or steady(warm.runs_ms)
    for _ in warm.until_met(cancelled):
        warm.add(clock.milliseconds(run))
        warm.tell(progress, 0.0, 0.3, "warm-up: {0} of {1} runs")
    settled = steady(warm.runs_ms) if settings.warmup_s else None
    block = block_of(figures.median(_last_third(warm.runs_ms))) if blocks else 1

    def several() -> None:
        for _ in range(block):
            run()

    once = run if block == 1 else several
    gc.collect()
    collecting = gc.isenabled()
    gc.disable()
    cpu = wall = 0.0
    taken = Loop(settings.min_runs, settings.min_s, settings.max_s, now=now)
    if settings.until:
        taken.enough = _Narrow(taken.runs_ms, settings.until, run)
    began, others = now(), load()
    try:
        for _ in taken.until_met(cancelled):
            cpu_before, wall_before = process_time(), perf_counter()
            taken.add(clock.milliseconds(once) / block)
            cpu += process_time() - cpu_before
            wall += perf_counter() - wall_before
            taken.tell(progress, 0.3, 1.0, "measuring: {0} of {1} runs")
        busy = others.processors() if now() - began >= TELLING_S else None
    finally:
        if collecting:
            gc.enable()
    return Samples(taken.runs_ms, len(warm.runs_ms), cpu / wall if wall else 0.0, warm.runs_ms[0], settled, busy, block)


def steady(runs_ms: Sequence[float]) -> bool:
    """Whether the runs have stopped getting faster: the last third against the one before it. Fewer than 9 runs tell nothing."""
    third = len(runs_ms) // 3
    if third < 3:
        return True
    return figures.median(runs_ms[-third:]) >= (1 - FALLING) * figures.median(runs_ms[-2 * third : -third])


def block_of(run_ms: float) -> int:
    """How many runs make a block of at least ``BLOCK_MS``: 1, 2, 5, 10, 20, 50, …, as ``timeit`` tries them."""
    if run_ms >= BLOCK_MS:
        return 1
    wanted = BLOCK_MS / max(run_ms, 1e-6)
    scale = 10 ** math.floor(math.log10(wanted))
    return int(next(step * scale for step in (1, 2, 5, 10) if step * scale >= wanted))


def width(interval: Sequence[float], median: float) -> float:
    """Of an interval, as a share of the median."""
    return (interval[1] - interval[0]) / median if median else math.inf


def _last_third(runs_ms: Sequence[float]) -> Sequence[float]:
    return runs_ms[-max(1, len(runs_ms) // 3) :]


class _Narrow:
    """Whether the median is known well enough. Drawing takes time and cache: seldom, and a run is thrown away after it."""

    def __init__(self, runs_ms: Sequence[float], per_cent: float, run: Callable[[], object]) -> None:
        self._runs_ms, self._share, self._run = runs_ms, per_cent / 100, run
        self._look_at = 0.0

    def __call__(self) -> bool:
        count = len(self._runs_ms)
        if count < self._look_at:
            return False
        self._look_at = LOOK_AGAIN * count
        interval = resampling.median_interval(self._runs_ms)
        if interval is not None and width(interval, figures.median(self._runs_ms)) <= self._share:
            return True
        self._run()
        return False


class Loop:
    """Runs until enough of them, and enough seconds, and whatever ``enough`` says, or too many seconds; at least one."""

    def __init__(self, min_runs: int, min_s: float, max_s: float, now: Callable[[], float] = perf_counter) -> None:
        self.runs_ms: list[float] = []
        self.enough: Callable[[], bool] | None = None
        self._min_runs, self._min_s, self._max_s, self._now = min_runs, min_s, max_s, now
        self._start = self._told = now()

    def elapsed(self) -> float:
        """Seconds since this was made."""
        return self._now() - self._start

    def until_met(self, cancelled: IsCancelled) -> Iterator[None]:
        while True:
            stop_if(cancelled)
            elapsed = self.elapsed()
            if self.runs_ms and (elapsed >= self._max_s or (self._fraction(elapsed) >= 1 and self._is_enough())):
                return
            yield

    def add(self, run_ms: float) -> None:
        self.runs_ms.append(run_ms)

    def tell(self, progress: Progress, low: float, high: float, template: str) -> None:
        now = self._now()
        if now - self._told < TOLD_EVERY_S:
            return
        self._told = now
        expected = max(self._min_runs, round(len(self.runs_ms) / max(self._fraction(now - self._start), 1e-6)))
        expected = max(expected, len(self.runs_ms))
        fraction = min(1.0, len(self.runs_ms) / expected)
        progress(low + (high - low) * fraction, [template, str(len(self.runs_ms)), str(expected)])

    def _is_enough(self) -> bool:
        return self.enough is None or self.enough()

    def _fraction(self, elapsed: float) -> float:
        by_time = elapsed / self._min_s if self._min_s else 1.0
        return min(by_time, len(self.runs_ms) / self._min_runs)
