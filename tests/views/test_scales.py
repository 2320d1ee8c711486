"""Round numbers on axes, and samples in bins."""

from __future__ import annotations

from math import isclose, log10

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.views.scales import ceiling, histogram, log_range, log_ticks, ticks

positive = st.floats(1e-3, 1e12)


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(2, 8))
def test_ticks_are_few_round_and_within(low: float, span: float, most: int) -> None:
    found = ticks(low, low + span, most)
    step = span / most
    assert len(found) <= most + 2
    assert all(low - 1e-6 * step <= t <= low + span + 1e-6 * step for t in found)


@given(positive, st.integers(2, 6))
def test_a_ceiling_holds_its_value_without_much_room(top: float, most: int) -> None:
    assert top <= ceiling(top, most) * (1 + 1e-9) <= 2 * top * (1 + 1e-6)


def test_an_axis_without_data_has_an_end() -> None:
    assert ceiling(0) == 1.0
    assert ticks(3, 3) == [3]


@given(positive, st.floats(1, 1e6))
def test_a_logarithmic_axis_holds_both_ends_and_has_numbers(least: float, factor: float) -> None:
    low, high = log_range(least, least * factor)
    assert low < log10(least) <= log10(least * factor) < high
    found = log_ticks(low, high)
    assert len(found) >= 1
    assert all(low - 1e-6 <= log10(v) <= high + 1e-6 for v in found)


@pytest.mark.parametrize(("low", "high", "expected"), [(0, 1, [1, 2, 5, 10]), (0, 3, [1, 10, 100, 1000])])
def test_decades_are_divided_where_there_is_room(low: float, high: float, expected: list[float]) -> None:
    assert all(isclose(a, b) for a, b in zip(log_ticks(low, high), expected, strict=True))


@given(st.lists(st.floats(0.01, 1e4), min_size=1, max_size=400))
def test_every_run_is_in_a_bin_or_beyond(samples: list[float]) -> None:
    found = histogram(samples)
    assert sum(found.counts) + found.beyond == len(samples)
    assert found.beyond <= len(samples) / 10
    assert found.low < min(samples) < found.high
    assert isclose(found.edges(0)[0], found.low)
    assert isclose(found.edges(len(found.counts) - 1)[1], found.high)
