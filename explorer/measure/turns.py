"""Several things measured in turn, so that whatever the machine does befalls all of them: ABBAAB…, and ratios with intervals.

In each round every one runs once, in an order drawn from a fixed seed: none always runs in the same one's wake. Right before it
is timed each runs once untimed, so that it finds its own data in the caches as in a latency of its own: else it would pay for
the size of the one before. Times are milliseconds a run. docs/measuring.md has the reasons.
"""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import perf_counter, process_time
from typing import Any

from explorer.core.watch import IsCancelled, Progress, never, unwatched
from explorer.measure import figures, resampling
from explorer.measure.hardware import Clock
from explorer.measure.load import OtherLoad
from explorer.measure.sampling import LOOK_AGAIN, TELLING_S, WARMUP_AT_MOST, Loop, Samples, block_of, steady, width
from explorer.measure.settings import WARMUP_RUNS, Settings

SEED = 0


@dataclass(frozen=True)
class Runner:
    """One of those that take turns: ``run`` runs it once; ``cut`` runs it once with stamps and gives its intervals in ms."""

    run: Callable[[], object]
    cut: Callable[[], list[float]] | None = None


@dataclass
class Turn:
    """What was taken of one of them: a time and (where it has stamps) the intervals of a run in each round, in order."""

    runs_ms: list[float] = field(default_factory=list)
    cuts: list[list[float]] = field(default_factory=list)
    warmup_ms: list[float] = field(default_factory=list)
    cpu_s: float = 0.0
    wall_s: float = 0.0
    block: int = 1
    others: float | None = None

    def samples(self, *, tell_steady: bool = True) -> Samples:
        """As a latency of its own has them."""
        settled = steady(self.warmup_ms) if tell_steady else None
        share = self.cpu_s / self.wall_s if self.wall_s else 0.0
        return Samples(self.runs_ms, len(self.warmup_ms), share, self.warmup_ms[0], settled, self.others, self.block)


def in_turn(
    runners: Sequence[Runner], clock: Clock, settings: Settings, *, progress: Progress = unwatched,
    cancelled: IsCancelled = never, blocks: bool = True, now: Callable[[], float] = perf_counter,
    load: Callable[[], OtherLoad] = OtherLoad,
) -> list[Turn]:
    """Warm all up until each is steady, then take rounds until there are ``min_runs`` of each and the time is over.

    The durations of the settings count for each of them: of three, three times as long. With ``until`` rounds go on until the
    interval of each ratio to the first is at most so many per cent of it wide. ``blocks`` as in ``sampling.sample``. Raises
    Cancelled between two rounds.
    """
    many = len(runners)
    turns = [Turn() for _ in runners]
    order = random.Random(SEED)
    patience = WARMUP_AT_MOST * settings.warmup_s * many
    warm = Loop(WARMUP_RUNS, settings.warmup_s * many, settings.max_s * many, now=now)
    warm.enough = lambda: warm.elapsed() >= patience or all(steady(turn.warmup_ms) for turn in turns)
    for _ in warm.until_met(cancelled):
        for place in _order(many, order):
            turns[place].warmup_ms.append(clock.milliseconds(runners[place].run))
        warm.add(sum(turn.warmup_ms[-1] for turn in turns))
        warm.tell(progress, 0.0, 0.25, "warm-up: {0} of {1} rounds")
    for turn in turns:
        last = turn.warmup_ms[-max(1, len(turn.warmup_ms) // 3) :]
        turn.block = block_of(figures.median(last)) if blocks else 1
    gc.collect()
    collecting = gc.isenabled()
    gc.disable()
    taken = Loop(settings.min_runs, settings.min_s * many, settings.max_s * many, now=now)
    if settings.until:
        taken.enough = _Narrow(turns, settings.until)
    began, others = now(), load()
    try:
        for _ in taken.until_met(cancelled):
            for place in _order(many, order):
                _take(runners[place], turns[place], clock)
            taken.add(sum(turn.runs_ms[-1] for turn in turns))
            taken.tell(progress, 0.25, 1.0, "in turn: {0} of {1} rounds")
        busy = others.processors() if now() - began >= TELLING_S else None
    finally:
        if collecting:
            gc.enable()
    for turn in turns:
        turn.others = busy
    return turns


def ratio(first: Sequence[float], second: Sequence[float]) -> dict[str, Any]:
    """{ratio: median second ÷ median first, interval, confidence, margin, verdict}; verdict as in ``resampling.verdict``."""
    interval = resampling.ratio_interval(first, second)
    return {
        "ratio": figures.median(second) / figures.median(first), "interval": None if interval is None else list(interval),
        "confidence": resampling.CONFIDENCE, "margin": resampling.MARGIN, "verdict": resampling.verdict(interval),
    }


def wide(found: dict[str, Any] | None, settings: Settings) -> list[list[str]]:
    """The doubt that a ratio is not known as well as ``until`` asked for; nothing where it is, or was not asked for."""
    if found is None or not settings.until:
        return []
    reached = None if found["interval"] is None else 100 * width(found["interval"], found["ratio"])
    if reached is not None and reached <= settings.until:
        return []
    told = "?" if reached is None else f"{reached:.1f}"
    words = "wide: the interval of the ratio is {0} % of it wide; {1} % was not reached in {2} s"
    return [[words, told, f"{settings.until:g}", f"{settings.max_s:g}"]]


def _order(many: int, order: random.Random) -> list[int]:
    places = list(range(many))
    order.shuffle(places)
    return places


def _take(runner: Runner, turn: Turn, clock: Clock) -> None:
    """One turn: an untimed run, a timed one (or a block of them), one with stamps."""
    run, block = runner.run, turn.block

    def several() -> None:
        for _ in range(block):
            run()

    run()
    cpu_before, wall_before = process_time(), perf_counter()
    turn.runs_ms.append(clock.milliseconds(run if block == 1 else several) / block)
    turn.cpu_s += process_time() - cpu_before
    turn.wall_s += perf_counter() - wall_before
    if runner.cut is not None:
        turn.cuts.append(runner.cut())


class _Narrow:
    """Whether every ratio to the first is known well enough; looked at seldom, since drawing takes time."""

    def __init__(self, turns: Sequence[Turn], per_cent: float) -> None:
        self._turns, self._share = turns, per_cent / 100
        self._look_at = 0.0

    def __call__(self) -> bool:
        first, *rest = (turn.runs_ms for turn in self._turns)
        if len(first) < self._look_at:
            return False
        self._look_at = LOOK_AGAIN * len(first)
        for other in rest:
            found = ratio(first, other)
            if found["interval"] is None or width(found["interval"], found["ratio"]) > self._share:
                return False
        return True
