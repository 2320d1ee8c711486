"""Runs in turn: a machine that wanders leaves ratios alone, intervals hold as often as they say, enough is enough."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from explorer.core.errors import Cancelled
from explorer.measure.load import OtherLoad, power
from explorer.measure.settings import Settings
from explorer.measure.turns import Runner, Turn, in_turn, ratio, wide


class FakeClock:
    """A machine that becomes slower all the time, or hops between two speeds; a run says its name and how long it takes."""

    stamped = "single"

    def __init__(self, slower: float = 0.0005, noise: float = 0.01, hops: bool = False, seed: int = 0) -> None:
        self.now, self.pace, self.slower, self.noise, self.hops = 0.0, 1.0, slower, noise, hops
        self.rng = random.Random(seed)
        self.calls: list[str] = []
        self.untimed: list[str] = []
        self._timing = False
        self._took = 0.0

    def runner(self, name: str, ms: float, cut: Callable[[], list[float]] | None = None) -> Runner:
        return Runner(lambda: self._run(name, ms), cut)

    def milliseconds(self, run: Callable[[], object]) -> float:
        self._timing, self._took = True, 0.0
        run()
        self._timing = False
        self.now += self._took / 1e3
        return self._took

    def _run(self, name: str, ms: float) -> None:
        if not self._timing:
            self.untimed.append(name)
            return
        self.pace *= 1 + self.slower
        if self.hops and self.rng.random() < 0.02:
            self.pace = 3.0 if self.pace < 2 else 1.0
        self._took += ms * self.pace * (1 + self.noise * self.rng.expovariate(1))
        self.calls.append(name)


def _turns(clock: FakeClock, *times: float, **settings: float) -> list[Turn]:
    chosen = Settings(**{"warmup_s": 0.0, "min_runs": 100, "min_s": 0.0, "max_s": 60.0, **settings})  # type: ignore[arg-type]
    runners = [clock.runner("abcdefgh"[i], ms) for i, ms in enumerate(times)]
    return in_turn(runners, clock, chosen, now=lambda: clock.now)


def _ratio(turns: list[Turn], place: int = 1) -> dict[str, Any]:
    return ratio(turns[0].runs_ms, turns[place].runs_ms)


def test_the_ratio_on_a_machine_that_wanders() -> None:
    clock = FakeClock(slower=0.002)
    found = _ratio(_turns(clock, 10, 12))
    assert clock.pace > 1.4
    low, high = found["interval"]
    assert 1.18 < low <= found["ratio"] <= high < 1.22
    assert found["verdict"] == "slower"
    assert _ratio(_turns(FakeClock(), 12, 10))["verdict"] == "faster"
    assert _ratio(_turns(FakeClock(), 10, 10.1))["verdict"] == "equal"


@pytest.mark.parametrize("hops", [False, True], ids=["drifting", "two speeds"])
def test_the_interval_holds_the_true_ratio_about_as_often_as_it_says(hops: bool) -> None:
    """95 % promised. Of 30 measurements on a machine that drifts or changes its speed at least 25 hold it (binomial, 3 σ)."""
    held = 0
    for seed in range(30):
        clock = FakeClock(slower=0.0 if hops else 0.0005, noise=0.03, hops=hops, seed=seed)
        low, high = _ratio(_turns(clock, 10, 11.5, min_runs=60))["interval"]
        held += low <= 1.15 <= high
    assert held >= 25


def test_one_after_the_other_would_be_wrong_there() -> None:
    """The same drifting machine, all of the first before all of the second: what measuring in turn is for."""
    clock = FakeClock(slower=0.002)
    first = [clock.milliseconds(clock.runner("a", 10).run) for _ in range(100)]
    second = [clock.milliseconds(clock.runner("b", 10).run) for _ in range(100)]
    assert ratio(first, second)["verdict"] == "slower", "of two that are equal"
    assert _ratio(_turns(FakeClock(slower=0.002), 10, 10))["verdict"] == "equal"


def test_each_round_has_each_once_in_any_order() -> None:
    clock = FakeClock()
    _turns(clock, 10, 10, 10)
    rounds = ["".join(clock.calls[i : i + 3]) for i in range(30, len(clock.calls), 3)]
    assert all(sorted(each) == ["a", "b", "c"] for each in rounds)
    assert len(set(rounds)) == 6, "every order comes up"
    assert 20 < sum(each[0] == "a" for each in rounds) < 50


def test_each_runs_untimed_right_before_it_is_timed() -> None:
    clock = FakeClock()
    order: list[str] = []
    clock.milliseconds = lambda run: (order.append("timed"), run(), 5.0)[2]  # type: ignore[method-assign, func-returns-value]
    runners = [Runner(lambda: order.append("a")), Runner(lambda: order.append("b"))]
    in_turn(runners, clock, Settings(warmup_s=0.0, min_runs=1, min_s=0.0, max_s=0.0), now=lambda: 0.0)
    after_warmup = order[-6:]
    assert after_warmup in (["a", "timed", "a", "b", "timed", "b"], ["b", "timed", "b", "a", "timed", "a"])


def test_short_runs_are_taken_in_blocks_and_long_ones_are_not() -> None:
    turns = _turns(FakeClock(slower=0.0, noise=0.0), 0.04, 5.0)
    assert [turn.block for turn in turns] == [50, 1]
    assert turns[0].runs_ms[0] == pytest.approx(0.04), "of one run, not of the block"
    assert turns[0].samples().stamped("single") == "blocks of 50"
    assert _ratio(turns)["ratio"] == pytest.approx(125)


def test_those_with_stamps_have_a_cut_in_each_round() -> None:
    clock = FakeClock()
    runners = [clock.runner("a", 10, lambda: [1.0, 2.0, 3.0]), clock.runner("b", 10)]
    chosen = Settings(warmup_s=0.0, min_runs=12, min_s=0.0, max_s=60.0)
    first, second = in_turn(runners, clock, chosen, now=lambda: clock.now)
    assert first.cuts == [[1.0, 2.0, 3.0]] * len(first.runs_ms)
    assert second.cuts == []
    assert len(first.runs_ms) == len(second.runs_ms) == 12


def test_durations_count_for_each_and_too_long_is_the_end() -> None:
    turns = _turns(FakeClock(slower=0.0), 2, 2, min_s=1.0)
    assert 450 < len(turns[0].runs_ms) <= 500, "a second of each"
    short = _turns(FakeClock(slower=0.0, noise=0.0), 1000, 1000, max_s=5.0)
    assert len(short[0].runs_ms) == 5
    assert _ratio(short)["verdict"] == "undecided"
    assert _ratio(short)["interval"] is None


def test_until_the_ratio_is_known_so_well() -> None:
    few = _turns(FakeClock(0.0, noise=0.2), 10, 12, min_runs=20)
    more = _turns(FakeClock(0.0, noise=0.2), 10, 12, min_runs=20, until=4.0)
    assert len(more[0].runs_ms) > 2 * len(few[0].runs_ms)
    low, high = _ratio(more)["interval"]
    assert (high - low) / _ratio(more)["ratio"] <= 0.045
    assert wide(_ratio(more), Settings(until=4.5)) == []
    ((words, reached, asked, _),) = wide(_ratio(few), Settings(until=4.0))
    assert words.startswith("wide: the interval of the ratio")
    assert float(reached) > float(asked) == 4
    assert wide(_ratio(few), Settings()) == wide(None, Settings(until=4.0)) == []


def test_cancelled_between_two_rounds() -> None:
    clock = FakeClock()
    with pytest.raises(Cancelled):
        in_turn(
            [clock.runner("a", 1), clock.runner("b", 1)], clock, Settings(warmup_s=0.0), cancelled=lambda: len(clock.calls) >= 40,
            now=lambda: clock.now,
        )
    assert len(clock.calls) in range(40, 60)


def test_other_load_is_never_negative_and_counts_processors() -> None:
    watch = OtherLoad()
    sum(i * i for i in range(200_000))
    assert watch.processors() >= 0


def test_power_tells_what_is_known() -> None:
    assert set(power()) <= {"governor", "frequency_mhz", "on_battery"}
