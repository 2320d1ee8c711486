"""Statistics of samples against numpy, and when figures are flagged."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.measure import figures

SAMPLES = st.lists(st.floats(min_value=0.001, max_value=1e5), min_size=1, max_size=200)


@given(SAMPLES)
def test_summary_equals_numpy(samples: list[float]) -> None:
    got = figures.summarise(samples)
    low, quarter, middle, three_quarters, high = np.percentile(samples, [10, 25, 50, 75, 90])
    expected = {"median_ms": middle, "p10_ms": low, "p90_ms": high, "min_ms": min(samples), "iqr_ms": three_quarters - quarter}
    for name, value in expected.items():
        assert got[name] == pytest.approx(value, rel=1e-9, abs=1e-9)
    assert got["n"] == len(samples)


@given(SAMPLES)
def test_order_of_the_figures(samples: list[float]) -> None:
    got = figures.summarise(samples)
    assert got["min_ms"] <= got["p10_ms"] <= got["median_ms"] <= got["p90_ms"]


def test_drift_compares_the_halves() -> None:
    assert figures.drift([10.0] * 10 + [11.0] * 10) == pytest.approx(0.1)
    assert figures.drift([10.0] * 10 + [9.0] * 10) == pytest.approx(-0.1)
    assert figures.drift([1.0, 2.0]) == 0


def _flags(iqr: float = 0.0, cpu_wall: float | None = 1.0, drift: float = 0.0) -> list[str]:
    found = figures.flags({"median_ms": 10.0, "iqr_ms": iqr, "drift": drift}, cpu_wall)
    return [template.format(*words) for template, *words in found]


def test_quiet_figures_have_no_flag() -> None:
    assert _flags(iqr=1.0, cpu_wall=0.95, drift=0.05) == []


@pytest.mark.parametrize(
    ("doubt", "word"),
    [
        ({"iqr": 1.1}, "11 %"), ({"cpu_wall": 0.57}, "57 %"), ({"drift": 0.07}, "7 % slower"), ({"drift": -0.07}, "7 % faster"),
    ],
)
def test_each_doubt_is_named_with_its_figure(doubt: dict[str, float], word: str) -> None:
    (sentence,) = _flags(**doubt)
    assert word in sentence


def test_an_accelerator_is_not_judged_by_the_processors_share() -> None:
    assert _flags(cpu_wall=None) == []
