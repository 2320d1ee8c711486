"""Every reason to distrust a latency, raised by the runs, the load or the power state that it names; and none without."""

from __future__ import annotations

import random
from typing import Any

import pytest

from explorer.core.recipe import Recipe
from explorer.measure import Settings, machine, measure, protocol
from explorer.measure.figures import flags, summarise
from explorer.measure.sampling import Samples

SMALL = Recipe.of("mobilenet_v2", {"alpha": 0.25, "resolution": 64})
LEVEL = [10 + 0.01 * (i * 7 % 13) for i in range(60)]


def _measured(monkeypatch: pytest.MonkeyPatch, samples: Samples, **settings: Any) -> dict[str, Any]:
    monkeypatch.setattr(protocol, "sample", lambda *_args, **_more: samples)
    return measure(SMALL, Settings(**settings))


def _words(found: dict[str, Any]) -> list[str]:
    return [template.format(*words) for template, *words in found["flags"]]


def test_a_quiet_measurement_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    found = _measured(monkeypatch, Samples(LEVEL, 20, 1.0, 30.0, steady=True, others=0.05))
    assert found["flags"] == []
    low, high = found["interval_ms"]
    assert low <= found["median_ms"] <= high
    assert (found["first_ms"], found["steady"], found["others"]) == (30.0, True, 0.05)
    assert (found["checked"], found["prepared_s"]) == (None, {})


def test_other_processes_are_named_as_the_cause(monkeypatch: pytest.MonkeyPatch) -> None:
    quiet_runs = _measured(monkeypatch, Samples(LEVEL, 20, 1.0, others=1.2))
    assert _words(quiet_runs) == ["noisy: other processes kept 1.2 processors busy"]
    rng = random.Random(1)
    wide = [10 + 4 * rng.random() for _ in range(60)]
    scattered = _measured(monkeypatch, Samples(wide, 20, 1.0, others=1.2))
    assert any("spreads over" in w and "other processes kept 1.2 processors busy" in w for w in _words(scattered))
    alone = _measured(monkeypatch, Samples(wide, 20, 1.0, others=0.0))
    assert any("spreads over" in w for w in _words(alone))
    assert not any("other processes" in w for w in _words(alone))


def test_a_large_machine_bears_more_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 64)
    assert flags(summarise(LEVEL), 1.0, 3.0) == []
    assert len(flags(summarise(LEVEL), 1.0, 3.4)) == 1


def test_two_groups_are_told_with_both(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(2)
    runs = [(10 if rng.random() < 0.7 else 10.8) + 0.02 * rng.random() for _ in range(100)]
    found = _words(_measured(monkeypatch, Samples(runs, 20, 1.0)))
    assert any(w.startswith("two groups:") and "10.81 ms" in w and "10.01 ms" in w for w in found), found


def test_a_warm_up_that_was_not_enough_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _words(_measured(monkeypatch, Samples(LEVEL, 40, 1.0, steady=False))) == [
        "warm-up: after 40 runs they were still getting faster by more than 2 %"
    ]


def test_an_interval_that_stayed_wide_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(3)
    wide = Samples([10 + rng.random() for _ in range(30)], 20, 1.0)
    found = _measured(monkeypatch, wide, min_runs=20, until=0.5, max_s=4)
    low, high = found["interval_ms"]
    share = 100 * (high - low) / found["median_ms"]
    assert f"wide: the interval of the median is {share:.1f} % wide; 0.5 % was not reached in 4 s" in _words(found)
    assert not any(w.startswith("wide") for w in _words(_measured(monkeypatch, wide, min_runs=20)))


def test_too_few_runs_for_an_interval_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    found = _measured(monkeypatch, Samples([10.0] * 5, 10, 1.0), min_runs=5, until=2)
    assert found["interval_ms"] is None
    assert any(w.startswith("wide: the interval of the median is ? % wide") for w in _words(found))


def test_the_power_state_is_in_the_fingerprint_and_a_battery_is_a_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    state = {"governor": "powersave", "frequency_mhz": 1400, "on_battery": True}
    monkeypatch.setattr("explorer.measure.load.power", lambda: state)
    monkeypatch.setattr(machine, "power", lambda: state)
    found = _measured(monkeypatch, Samples(LEVEL, 20, 1.0))
    assert (found["fingerprint"]["governor"], found["fingerprint"]["on_battery"]) == ("powersave", True)
    assert "frequency_mhz" not in found["fingerprint"], "what varies would part figures that belong together"
    assert found["clocks"] == {"cpu_mhz": 1400}
    assert _words(found) == ["on battery: the processor may run slower than on mains"]
