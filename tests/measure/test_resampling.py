"""Intervals of medians and ratios: covered as often as they promise, wider where runs resemble each other; and two groups."""

from __future__ import annotations

import random
from itertools import pairwise
from math import comb, log
from statistics import fmean, median

import numpy as np
import pytest

from explorer.measure.modes import two_groups
from explorer.measure.resampling import FEWEST, median_interval, ratio_interval, verdict


def _noisy(rng: random.Random, count: int, centre: float = 10.0) -> list[float]:
    return [centre * (1 + 0.02 * rng.expovariate(1)) for _ in range(count)]


def test_the_interval_holds_the_true_median_about_as_often_as_it_says() -> None:
    """95 % promised; of 200 intervals between 180 and 199 hold it unless the method is wrong (binomial, beyond 3 σ)."""
    rng = random.Random(1)
    true = 10 * (1 + 0.02 * np.log(2))
    held = 0
    for _ in range(200):
        low, high = median_interval(_noisy(rng, 60)) or (0, 0)
        held += low <= true <= high
    assert 180 <= held <= 199


def test_it_agrees_with_the_formula_where_runs_are_independent() -> None:
    """Of n single draws the median is at most the k-th sample with probability P(Bin(n, k/n) > n/2): nothing to draw."""
    count = 401
    ordered = [10 * (1 - 0.02 * log(1 - (i + 0.5) / count)) for i in range(count)]

    def at_most(k: int) -> float:
        p = k / count
        return sum(comb(count, j) * p**j * (1 - p) ** (count - j) for j in range(count // 2 + 1, count + 1))

    low = ordered[next(k for k in range(1, count) if at_most(k) >= 0.025) - 1]
    high = ordered[next(k for k in range(1, count) if at_most(k) >= 0.975) - 1]
    rng, widths = random.Random(0), []
    for _ in range(20):
        rng.shuffle(samples := ordered[:])
        ours = median_interval(samples)
        assert ours is not None
        assert ours[0] <= median(samples) <= ours[1]
        widths.append(ours[1] - ours[0])
    assert fmean(widths) == pytest.approx(high - low, rel=0.1)


def test_runs_that_resemble_their_neighbours_tell_less() -> None:
    rng = random.Random(3)
    steps = [0.0]
    for _ in range(799):
        steps.append(0.9 * steps[-1] + rng.gauss(0, 0.1))
    walking = [10 + s for s in steps]
    shuffled = walking[:]
    rng.shuffle(shuffled)
    wide, narrow = median_interval(walking), median_interval(shuffled)
    assert wide is not None
    assert narrow is not None
    assert wide[1] - wide[0] > 1.5 * (narrow[1] - narrow[0])


def test_more_runs_narrow_it() -> None:
    rng = random.Random(4)
    widths = []
    for count in (40, 160, 640, 2560):
        low, high = median_interval(_noisy(rng, count)) or (0, 0)
        widths.append(high - low)
    assert all(after < before for before, after in pairwise(widths))


def test_the_same_runs_give_the_same_interval() -> None:
    samples = _noisy(random.Random(5), 50)
    assert median_interval(samples) == median_interval(samples)
    low, high = median_interval([3.0] * 50) or (0, 0)
    assert (low, high) == (3.0, 3.0)


def test_too_few_runs_have_none() -> None:
    assert median_interval([1.0] * (FEWEST - 1)) is None
    assert ratio_interval([1.0] * (FEWEST - 1), [1.0] * (FEWEST - 1)) is None
    assert verdict(None) == "undecided"
    with pytest.raises(ValueError, match="8 and 9 runs"):
        ratio_interval([1.0] * 8, [1.0] * 9)


def test_what_befalls_both_leaves_the_ratio_alone() -> None:
    """A machine that becomes half as fast midway: each median is uncertain, their ratio is not."""
    rng = random.Random(6)
    slow = [1.0 if i < 100 else 2.0 for i in range(200)]
    first = [s * f for s, f in zip(slow, _noisy(rng, 200, 10.0), strict=True)]
    second = [s * f for s, f in zip(slow, _noisy(rng, 200, 12.0), strict=True)]
    alone, together = median_interval(first), ratio_interval(first, second)
    assert alone is not None
    assert together is not None
    assert (alone[1] - alone[0]) / median(first) > 0.3
    assert 1.15 < together[0] < 1.2 < together[1] < 1.25
    assert verdict(together) == "slower"


@pytest.mark.parametrize(
    ("interval", "said"),
    [((1.04, 1.2), "slower"), ((0.8, 0.96), "faster"), ((0.99, 1.02), "equal"), ((1.01, 1.2), "undecided"),
     ((0.9, 1.1), "undecided"), ((0.97, 1.03), "equal")],
)
def test_a_difference_is_called_one_only_beyond_the_margin(interval: tuple[float, float], said: str) -> None:
    assert verdict(interval) == said


def test_equal_networks_are_called_equal() -> None:
    rng = random.Random(7)
    said = [verdict(ratio_interval(_noisy(rng, 100), _noisy(rng, 100))) for _ in range(50)]
    assert set(said) == {"equal"}


def test_two_groups_are_found() -> None:
    rng = random.Random(8)
    for share in (0.15, 0.3, 0.5, 0.8):
        samples = [(12.0 if rng.random() < share else 10.0) * (1 + 0.01 * rng.gauss(0, 1)) for _ in range(200)]
        found = two_groups(samples)
        assert found is not None
        assert found[0] == pytest.approx(10, rel=0.02)
        assert found[1] == pytest.approx(12, rel=0.02)
        assert found[2] == pytest.approx(sum(s > 11 for s in samples) / 200)


def test_an_outlier_does_not_hide_them() -> None:
    rng = random.Random(9)
    samples = [(12.0 if i % 3 else 10.0) * (1 + 0.01 * rng.gauss(0, 1)) for i in range(90)]
    assert two_groups([*samples, 400.0]) is not None


@pytest.mark.parametrize("shape", ["normal", "uniform", "exponential", "lognormal", "tail"])
def test_one_hump_is_not_two_groups(shape: str) -> None:
    """Of 200 draws of each shape at most two are taken for two groups."""
    rng = random.Random(10)
    draw = {
        "normal": lambda: 10 + rng.gauss(0, 1), "uniform": lambda: rng.uniform(10, 14),
        "exponential": lambda: 10 + rng.expovariate(1), "lognormal": lambda: 10 * rng.lognormvariate(0, 0.3),
        "tail": lambda: 10 + 0.1 * rng.gauss(0, 1) + (rng.expovariate(0.3) if rng.random() < 0.08 else 0),
    }[shape]
    found = [two_groups([draw() for _ in range(100)]) for _ in range(200)]
    assert sum(f is not None for f in found) <= 2


def test_two_groups_that_hardly_differ_are_one() -> None:
    assert two_groups([10.0, 10.2] * 50) is None
    assert two_groups([10.0, 20.0] * 10) is None  # too few runs
