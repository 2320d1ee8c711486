"""Runs in turn: a machine that wanders leaves the ratio alone; orders vary; enough, too long, cancelled."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from explorer.core.errors import Cancelled
from explorer.measure.load import OtherLoad, power
from explorer.measure.pairs import compared, in_turn
from explorer.measure.settings import Settings


class FakeClock:
    """A machine that becomes slower all the time; a run tells how long it takes at the start."""

    stamped = "single"

    def __init__(self, slower: float = 0.002) -> None:
        self.now, self.pace, self.slower = 0.0, 1.0, slower
        self.rng = random.Random(0)
        self.calls: list[str] = []

    def milliseconds(self, run: Callable[[], object]) -> float:
        name, base = str(run()).split()
        took = float(base) * self.pace * (1 + 0.01 * self.rng.random())
        self.now += took / 1e3
        self.pace *= 1 + self.slower
        self.calls.append(name)
        return took


def _run(first: str, second: str, *, slower: float = 0.002, **settings: float) -> tuple[FakeClock, dict[str, object]]:
    clock = FakeClock(slower)
    chosen = Settings(**{"warmup_s": 0.0, "min_runs": 100, "min_s": 0.0, "max_s": 60.0, **settings})  # type: ignore[arg-type]
    rounds = in_turn(lambda: first, lambda: second, clock, chosen, now=lambda: clock.now)
    return clock, compared(rounds)


def test_the_ratio_on_a_machine_that_wanders() -> None:
    clock, found = _run("a 10", "b 12")
    assert clock.pace > 1.5
    low, high = found["interval"]  # type: ignore[misc]
    assert 1.18 < low <= high < 1.22
    assert low <= found["ratio"] <= high  # type: ignore[operator]
    assert found["verdict"] == "slower"
    assert _run("a 12", "b 10")[1]["verdict"] == "faster"
    assert _run("a 10", "b 10.1")[1]["verdict"] == "equal"


def test_each_goes_first_about_half_of_the_time() -> None:
    clock, _ = _run("a 10", "b 10")
    rounds = [clock.calls[i : i + 2] for i in range(20, len(clock.calls), 2)]
    assert all(sorted(pair) == ["a", "b"] for pair in rounds)
    assert 30 < sum(pair[0] == "a" for pair in rounds) < 70


def test_enough_runs_and_enough_time() -> None:
    _, found = _run("a 1", "b 1", slower=0.0, min_s=1.0)
    assert found["first"]["n"] == found["second"]["n"]  # type: ignore[index]
    assert found["first"]["n"] >= 495  # type: ignore[index]
    _, short = _run("a 1000", "b 1000", slower=0.0, max_s=5.0)
    assert short["first"]["n"] == 3  # type: ignore[index]
    assert short["verdict"] == "undecided"


def test_cancelled_between_two_rounds() -> None:
    clock = FakeClock()
    with pytest.raises(Cancelled):
        in_turn(
            lambda: "a 1", lambda: "b 1", clock, Settings(warmup_s=0.0), cancelled=lambda: len(clock.calls) >= 40,
            now=lambda: clock.now,
        )
    assert len(clock.calls) == 40


def test_other_load_is_never_negative_and_counts_processors() -> None:
    watch = OtherLoad()
    sum(i * i for i in range(200_000))
    assert watch.processors() >= 0


def test_power_tells_what_is_known() -> None:
    assert set(power()) <= {"governor", "frequency_mhz", "on_battery"}
