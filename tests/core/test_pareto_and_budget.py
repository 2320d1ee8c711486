"""Fronts and budgets against the definitions, spelt out anew here."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.core.budget import COUNT, TIME, Budget, amount, told
from explorer.core.errors import BadInput
from explorer.core.pareto import front

SMALL = st.integers(-3, 3)


def beaten(point: tuple[int, ...], others: list[tuple[int, ...]], more: list[bool]) -> bool:
    """Whether any other is at least as good everywhere and better somewhere."""
    for other in others:
        good = [o >= p if up else o <= p for o, p, up in zip(other, point, more, strict=True)]
        if all(good) and other != point:
            return True
    return False


@given(st.integers(1, 4).flatmap(lambda n: st.tuples(
    st.lists(st.tuples(*[SMALL] * n), max_size=25), st.lists(st.booleans(), min_size=n, max_size=n))))
def test_the_front_is_what_nothing_beats(case: tuple[list[tuple[int, ...]], list[bool]]) -> None:
    points, more = case
    found = front(points, more)
    assert sorted(found) == [i for i, point in enumerate(points) if not beaten(point, points, more)]
    assert [points[i][0] for i in found] == sorted(points[i][0] for i in found)
    assert len(set(found)) == len(found)


def test_the_front_of_macs_and_accuracy_of_mobilenet_v1() -> None:
    """MobileNets, Table 6 and 7: (million multiply-adds, top-1). 0.75 at 224 beats nothing less than 325 M; 186 M at 64.4 beats
    149 M at 63.7 in accuracy only, so that both stay."""
    points = [(569, 70.6), (325, 68.4), (149, 63.7), (41, 50.6), (418, 69.1), (290, 67.2), (186, 64.4), (400, 68.0)]
    assert front(points, (False, True)) == [3, 2, 6, 5, 1, 4, 0]


@pytest.mark.parametrize(("typed", "kind", "value"), [
    ("300 M", COUNT, 300e6), ("≤ 300 M MACs", COUNT, 300e6), ("<=5M params", COUNT, 5e6), ("4,2 M", COUNT, 4.2e6),
    ("1.5G", COUNT, 1.5e9), ("5000000", COUNT, 5e6), ("1 000 000", COUNT, 1e6), ("3e8", COUNT, 3e8),
    ("20 ms", TIME, 20), ("0.02 s", TIME, 20), ("800 µs", TIME, 0.8), ("20", TIME, 20), ("  ", COUNT, None), ("≤", TIME, None),
])
def test_what_is_typed(typed: str, kind: str, value: float | None) -> None:
    found = amount(typed, kind)
    assert found == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize(("typed", "kind"), [
    ("many", COUNT), ("-3 M", COUNT), ("0", COUNT), ("20 ms", COUNT), ("300 M", TIME), ("1e999", COUNT), ("3 M M", COUNT),
    ("nan", TIME), ("1..2", COUNT),
])
def test_what_is_no_budget(typed: str, kind: str) -> None:
    with pytest.raises(BadInput, match="is no budget; allowed: a number above 0") as caught:
        amount(typed, kind)
    assert typed in str(caught.value)


@given(st.floats(1, 999), st.sampled_from([1e3, 1e6, 1e9]))
def test_a_budget_survives_the_way_there_and_back(number: float, scale: float) -> None:
    back = amount(told(number * scale, COUNT), COUNT)
    assert back == pytest.approx(number * scale, rel=0.01)


NAMES, NUMBERS = st.sampled_from("abc"), st.floats(0, 10)


@given(st.dictionaries(NAMES, NUMBERS), st.dictionaries(NAMES, st.none() | NUMBERS))
def test_what_fits(most: dict[str, float], figures: dict[str, float | None]) -> None:
    expected = True
    for name, limit in most.items():
        value = figures.get(name)
        if value is None or value > limit:
            expected = False
    assert Budget(most).fits(figures) is expected
    assert bool(Budget(most)) is bool(most)
