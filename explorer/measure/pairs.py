"""Two networks measured in turn, so that whatever the machine does befalls both: ABBAAB…, and the ratio with its interval.

In each round both run once, in an order drawn from a fixed seed: neither always runs in the other's wake.
"""

from __future__ import annotations

import gc
import random
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from explorer.core.watch import IsCancelled, Progress, never, stop_if, unwatched
from explorer.measure import figures, resampling
from explorer.measure.hardware import Clock
from explorer.measure.settings import WARMUP_RUNS, Settings

SEED = 0
TOLD_EVERY_S = 0.1


@dataclass(frozen=True)
class Rounds:
    """Milliseconds of each network's run in every round, in order."""

    first_ms: list[float]
    second_ms: list[float]


def in_turn(
    first: Callable[[], object], second: Callable[[], object], clock: Clock, settings: Settings, *,
    progress: Progress = unwatched, cancelled: IsCancelled = never, now: Callable[[], float] = perf_counter,
) -> Rounds:
    """Warm both up, then take rounds until there are ``min_runs`` and ``min_s`` have passed, or ``max_s`` have.

    Raises Cancelled between two rounds.
    """
    order = random.Random(SEED)
    start = now()
    warm = 0
    while warm < WARMUP_RUNS or now() - start < settings.warmup_s:
        stop_if(cancelled)
        clock.milliseconds(first)
        clock.milliseconds(second)
        warm += 1
        if now() - start >= settings.max_s:
            break
    gc.collect()
    collecting = gc.isenabled()
    gc.disable()
    taken = Rounds([], [])
    start = told = now()
    try:
        while True:
            stop_if(cancelled)
            elapsed, count = now() - start, len(taken.first_ms)
            if count and (elapsed >= settings.max_s or (count >= settings.min_runs and elapsed >= settings.min_s)):
                return taken
            if order.random() < 0.5:
                taken.first_ms.append(clock.milliseconds(first))
                taken.second_ms.append(clock.milliseconds(second))
            else:
                taken.second_ms.append(clock.milliseconds(second))
                taken.first_ms.append(clock.milliseconds(first))
            if now() - told >= TOLD_EVERY_S:
                told = now()
                fraction = min(len(taken.first_ms) / settings.min_runs, elapsed / settings.min_s if settings.min_s else 1.0, 1.0)
                progress(fraction, ["measuring in turn: {0} rounds", str(len(taken.first_ms))])
    finally:
        if collecting:
            gc.enable()


def compared(rounds: Rounds) -> dict[str, Any]:
    """{first, second: figures, ratio: median second ÷ first, interval, verdict}; ``verdict`` as in ``resampling.verdict``."""
    first, second = figures.summarise(rounds.first_ms), figures.summarise(rounds.second_ms)
    interval = resampling.ratio_interval(rounds.first_ms, rounds.second_ms)
    return {
        "first": first, "second": second, "ratio": second["median_ms"] / first["median_ms"],
        "interval": None if interval is None else list(interval), "margin": resampling.MARGIN,
        "verdict": resampling.verdict(interval),
    }
