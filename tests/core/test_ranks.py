"""Spearman's ρ with ties against independent formulas, its bootstrap against a plain one, the exact interval of a median."""

from __future__ import annotations

import random
from collections import Counter
from math import comb, inf, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.core.ranks import FEWEST_FOR_INTERVAL, Bootstrap, median_interval, ranks, ratios, spearman

PAIRS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=4, max_size=30)  # many ties


def _by_differences(xs: list[float], ys: list[float]) -> float:
    """Kendall's formula with corrections for ties, from the squared differences of ranks (numpy's sort, not ours)."""

    def place(values: list[float]) -> np.ndarray:
        array = np.asarray(values)
        return np.array([(array < v).sum() + ((array == v).sum() + 1) / 2 for v in array])

    def spread(values: list[float]) -> float:
        return (len(values) ** 3 - len(values) - sum(t**3 - t for t in Counter(values).values())) / 12

    squares = float(((place(xs) - place(ys)) ** 2).sum())
    return (spread(xs) + spread(ys) - squares) / (2 * sqrt(spread(xs) * spread(ys)))


def test_a_worked_example_with_ties() -> None:
    xs, ys = [1, 2, 2, 3, 4], [10, 30, 20, 20, 50]
    assert ranks(xs) == [1, 2.5, 2.5, 4, 5]
    assert ranks(ys) == [1, 4, 2.5, 2.5, 5]
    # differences of ranks 0, -1.5, 0, 1.5, 0: Σd² = 4.5; each variable (5³ - 5)/12 - (2³ - 2)/12 = 9.5; (19 - 4.5)/19
    assert spearman(xs, ys) == pytest.approx(14.5 / 19)


def test_without_ties_it_is_the_textbook_formula() -> None:
    xs, ys = [86, 97, 99, 100, 101, 103, 106, 110, 112, 113], [2, 20, 28, 27, 50, 29, 7, 17, 6, 12]
    squares = sum((a - b) ** 2 for a, b in zip(ranks(xs), ranks(ys), strict=True))
    assert squares == 194  # Spearman's example of IQ and hours of television
    assert spearman(xs, ys) == pytest.approx(1 - 6 * 194 / (10 * 99))


@given(PAIRS)
def test_against_the_formula_with_corrections(pairs: list[tuple[int, int]]) -> None:
    xs, ys = [float(x) for x, _ in pairs], [float(y) for _, y in pairs]
    found = spearman(xs, ys)
    if len(set(xs)) == 1 or len(set(ys)) == 1:
        assert found is None
    else:
        assert found == pytest.approx(_by_differences(xs, ys), abs=1e-12)


def test_only_the_order_matters() -> None:
    xs = [1.0, 5.0, 3.0, 8.0]
    assert spearman(xs, [x**3 for x in xs]) == pytest.approx(1)
    assert spearman(xs, [-x for x in xs]) == pytest.approx(-1)
    assert spearman(xs[:3], xs[:3]) is None, "three points are no correlation"
    with pytest.raises(ValueError, match="no pairs"):
        spearman(xs, xs[:3])


def _plain(xs: list[float], ys: list[float], resamples: int) -> tuple[float, float]:
    """The same draws written out, ρ of each by the other formula."""
    drawing, found = random.Random(0), []
    for _ in range(resamples):
        places = drawing.choices(range(len(xs)), k=len(xs))
        a, b = [xs[i] for i in places], [ys[i] for i in places]
        if len(set(a)) > 1 and len(set(b)) > 1:
            found.append(_by_differences(a, b))
    low, high = np.percentile(found, [2.5, 97.5])
    return float(low), float(high)


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=8, max_size=20).filter(
    lambda pairs: len({x for x, _ in pairs}) > 1 and len({y for _, y in pairs}) > 1))
def test_the_bootstrap_is_a_plain_one(pairs: list[tuple[int, int]]) -> None:
    xs, ys = [float(x) for x, _ in pairs], [float(y) for _, y in pairs]
    bootstrap = Bootstrap(xs, ys, resamples=60)
    assert bootstrap.interval() is None
    while not bootstrap.advance(0):  # one resample at a time
        pass
    assert bootstrap.interval() == pytest.approx(_plain(xs, ys, 60))


def test_few_pairs_have_no_interval_and_many_have_a_narrow_one() -> None:
    few = [float(i) for i in range(FEWEST_FOR_INTERVAL - 1)]
    bootstrap = Bootstrap(few, few)
    assert bootstrap.advance(0)
    assert bootstrap.interval() is None
    drawing = random.Random(1)
    xs = [drawing.gauss(0, 1) for _ in range(200)]
    ys = [x + drawing.gauss(0, 1) for x in xs]  # Pearson 0.707, Spearman 6/π asin(0.707/2) = 0.690
    bootstrap = Bootstrap(xs, ys, resamples=400)
    assert bootstrap.advance(inf)
    interval = bootstrap.interval()
    assert interval is not None
    assert interval[0] < 0.690 < interval[1]
    assert 0.05 < interval[1] - interval[0] < 0.25


@pytest.mark.parametrize(("n", "place"), [(6, 1), (8, 1), (9, 2), (12, 3), (15, 4), (20, 6), (30, 10), (50, 18)])
def test_the_exact_interval_of_a_median(n: int, place: int) -> None:
    """Places as printed in tables for the sign test (Conover, Practical Nonparametric Statistics, and others)."""
    values = [float(i) for i in range(1, n + 1)]
    assert median_interval(values[::-1]) == (place, n + 1 - place)
    outside = sum(comb(n, i) for i in range(place)) / 2**n
    assert 2 * outside <= 0.05 < 2 * (outside + comb(n, place) / 2**n)


def test_ratios() -> None:
    assert median_interval([1.0, 2.0, 3.0, 4.0, 5.0]) is None
    assert ratios([2.0, 4.0, 10.0], [1.0, 1.0, 8.0]) == (0.5, None)
    with pytest.raises(ValueError, match="no pair"):
        ratios([], [])
