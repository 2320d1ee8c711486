"""How runs are taken: warm-up until steady, blocks of short runs, until the interval is narrow, others' load. Time is made up."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import count, repeat
from typing import Any

import pytest

from explorer.measure import figures, resampling
from explorer.measure.load import OtherLoad
from explorer.measure.sampling import BLOCK_MS, Samples, block_of, sample, steady, width
from explorer.measure.settings import WARMUP_RUNS, Settings


class Machine:
    """A clock, and runs that take as long as ``runs_ms`` says; both advance the same made-up time."""

    stamped = "single"

    def __init__(self, runs_ms: Iterator[float], busy: float = 0.0) -> None:
        self.seconds, self.runs, self._runs_ms, self.busy = 0.0, 0, runs_ms, busy

    def run(self) -> None:
        self.runs += 1
        self.seconds += next(self._runs_ms) / 1e3

    def milliseconds(self, run: Callable[[], object]) -> float:
        start = self.seconds
        run()
        return (self.seconds - start) * 1e3

    def sample(self, **settings: Any) -> Samples:
        busy = self.busy

        class Load(OtherLoad):
            def processors(self) -> float:
                return busy

        return sample(self.run, self, Settings(**settings), now=lambda: self.seconds, load=Load)


def _falling(start: float, end: float, runs: int) -> Iterator[float]:
    """From ``start`` down to ``end`` in so many runs, by the same factor each, then level."""
    for i in count():
        yield max(end, start * (end / start) ** (i / runs))


def test_warm_up_goes_on_while_runs_get_faster() -> None:
    """Level after 60 runs of 10 to 20 ms: 0.5 s alone would have ended in the middle of the fall."""
    level = Machine(repeat(10.0)).sample(warmup_s=0.5, min_runs=1, min_s=0)
    falling = Machine(_falling(20.0, 10.0, 60)).sample(warmup_s=0.5, min_runs=1, min_s=0)
    assert level.warmup_runs == 50
    assert falling.warmup_runs > 60
    assert (level.steady, falling.steady) == (True, True)
    assert falling.runs_ms == [pytest.approx(10.0)]


def test_warm_up_is_bounded_and_says_that_it_was_not_enough() -> None:
    machine = Machine(_falling(200.0, 0.1, 200))
    found = machine.sample(warmup_s=0.5, min_runs=1, min_s=0)
    assert found.steady is False
    assert machine.seconds < 0.5 * 4 + 1


def test_without_warm_up_nothing_is_said_of_it() -> None:
    found = Machine(_falling(200.0, 1.0, 50)).sample(warmup_s=0, min_runs=5, min_s=0)
    assert (found.warmup_runs, found.steady) == (WARMUP_RUNS, None)


def test_the_first_run_is_kept_apart() -> None:
    found = Machine(iter([58.0, *[20.0] * 100])).sample(warmup_s=0, min_runs=5, min_s=0)
    assert found.first_ms == pytest.approx(58.0)
    assert max(found.runs_ms) == pytest.approx(20.0)


@pytest.mark.parametrize(
    ("runs", "expected"),
    [([10.0] * 9, True), ([20.0] * 3 + [10.0] * 3 + [9.9] * 3, True), ([20.0] * 3 + [10.0] * 3 + [9.7] * 3, False),
     ([9.0, 1.0], True), ([10.0] * 3 + [9.0] * 3 + [12.0] * 3, True)],
)
def test_steady_means_that_the_last_third_is_no_longer_two_per_cent_below(runs: list[float], expected: bool) -> None:
    assert steady(runs) is expected


@pytest.mark.parametrize(
    ("run_ms", "block"), [(9.0, 1), (1.0, 1), (0.99, 2), (0.5, 2), (0.49, 5), (0.2, 5), (0.19, 10), (0.03, 50), (0.0011, 1000)]
)
def test_a_block_is_the_least_of_1_2_5_that_lasts_a_millisecond(run_ms: float, block: int) -> None:
    assert block_of(run_ms) == block
    assert block * run_ms >= BLOCK_MS


def test_short_runs_are_taken_in_blocks_and_marked() -> None:
    machine = Machine(repeat(0.3))
    found = machine.sample(warmup_s=0, min_runs=20, min_s=0)
    assert (found.block, found.stamped("single"), len(found.runs_ms)) == (5, "blocks of 5", 20)
    assert found.runs_ms == pytest.approx([0.3] * 20)
    assert machine.runs == WARMUP_RUNS + 5 * 20


def test_longer_runs_are_stamped_singly() -> None:
    found = Machine(repeat(3.0)).sample(warmup_s=0, min_runs=20, min_s=0)
    assert (found.block, found.stamped("single"), found.stamped("events")) == (1, "single", "events")


def test_blocks_can_be_forbidden() -> None:
    """A device that computes beside the host would overlap the runs of a block."""
    machine = Machine(repeat(0.3))
    found = sample(machine.run, machine, Settings(warmup_s=0, min_runs=5, min_s=0), blocks=False, now=lambda: machine.seconds)
    assert found.block == 1


def _scattered(share: float) -> Iterator[float]:
    rng = random.Random(5)
    while True:
        yield 10 * (1 + share * rng.random())


def test_until_repeats_until_the_interval_is_narrow() -> None:
    usual = Machine(_scattered(0.2)).sample(warmup_s=0, min_runs=20, min_s=0)
    longer = Machine(_scattered(0.2)).sample(warmup_s=0, min_runs=20, min_s=0, until=2, max_s=600)
    assert len(usual.runs_ms) == 20
    assert len(longer.runs_ms) > 20
    interval = resampling.median_interval(longer.runs_ms)
    assert interval is not None
    assert width(interval, figures.median(longer.runs_ms)) <= 0.02


def test_until_ends_at_the_limit() -> None:
    machine = Machine(_scattered(1.0))
    found = machine.sample(warmup_s=0, min_runs=20, min_s=0, until=0.1, max_s=3)
    assert machine.seconds == pytest.approx(3.2, abs=0.3)
    interval = resampling.median_interval(found.runs_ms)
    assert interval is not None
    assert width(interval, figures.median(found.runs_ms)) > 0.001


def test_load_is_told_only_of_a_time_long_enough_to_count() -> None:
    assert Machine(repeat(10.0), busy=1.2).sample(warmup_s=0, min_runs=50, min_s=0).others == 1.2
    assert Machine(repeat(10.0), busy=1.2).sample(warmup_s=0, min_runs=5, min_s=0).others is None
