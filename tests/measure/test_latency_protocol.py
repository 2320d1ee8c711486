"""Taking a latency: the document, the rules of stopping, cancelling, and what is refused beforehand."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import pytest
import torch
from torch.utils.benchmark import Timer

from explorer.analysis import input_shape, instantiate
from explorer.core import memory
from explorer.core.errors import BadInput, Cancelled
from explorer.core.recipe import Recipe
from explorer.measure import Settings, devices, measure, sample
from explorer.measure.settings import WARMUP_RUNS, usable_cpus
from explorer.weights import seeded_input, settle

SMALL = Recipe.of("mobilenet_v2", {"alpha": 0.25, "resolution": 64})
QUICK = Settings(warmup_s=0, min_runs=12, min_s=0)


class FixedClock:
    """A clock under which every run takes as long as the next number says; the run itself is called."""

    stamped = "single"

    def __init__(self, *runs_ms: float) -> None:
        self.runs_ms = runs_ms
        self.calls = 0

    def milliseconds(self, run: Any) -> float:
        run()
        self.calls += 1
        return self.runs_ms[(self.calls - 1) % len(self.runs_ms)]


@pytest.fixture(scope="module")
def measurement() -> dict[str, Any]:
    return measure(SMALL, QUICK)


def test_the_document_is_complete_and_json(measurement: dict[str, Any]) -> None:
    assert json.loads(json.dumps(measurement, allow_nan=False)) == measurement
    assert {
        "settings", "samples_ms", "stamped", "median_ms", "p10_ms", "p90_ms", "min_ms", "iqr_ms", "n", "warmup_runs", "cpu_wall",
        "drift", "flags", "fingerprint", "recipe", "digest", "started",
    } <= set(measurement)
    assert measurement["settings"] == QUICK.to_json()
    assert measurement["stamped"] == "single"
    assert Recipe.from_json(measurement["recipe"]) == SMALL
    assert measurement["digest"] == SMALL.digest()
    assert datetime.fromisoformat(measurement["started"]).utcoffset() is not None


def test_the_figures_follow_from_the_raw_samples(measurement: dict[str, Any]) -> None:
    samples = measurement["samples_ms"]
    assert len(samples) == measurement["n"] >= QUICK.min_runs
    assert min(samples) > 0
    assert measurement["median_ms"] == pytest.approx(np.median(samples))
    assert measurement["iqr_ms"] == pytest.approx(np.subtract(*np.percentile(samples, [75, 25])))
    assert measurement["warmup_runs"] >= WARMUP_RUNS
    assert measurement["cpu_wall"] > 0


def test_the_machine_card_names_what_the_figure_depends_on(measurement: dict[str, Any]) -> None:
    card = measurement["fingerprint"]
    assert card["torch"] == torch.__version__
    assert card["runtime"] == "PyTorch eager"
    assert (card["device"], card["threads"]) == ("cpu", 1)
    assert card["cores"] == os.cpu_count()
    assert card["cpu"]
    assert card["malloc"] == {k: v for k, v in card["malloc"].items() if os.environ[k] == v}


def test_the_thread_count_is_put_back() -> None:
    before = torch.get_num_threads()
    torch.set_num_threads(before + 1)
    try:
        measure(SMALL, Settings(threads=1, warmup_s=0, min_runs=1, min_s=0))
        assert torch.get_num_threads() == before + 1
    finally:
        torch.set_num_threads(before)


@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
def test_batch_and_number_type_reach_the_network(dtype: str) -> None:
    got = measure(SMALL, Settings(batch=3, dtype=dtype, warmup_s=0, min_runs=1, min_s=0))
    assert got["input"] == [3, 3, 64, 64]
    assert got["settings"]["dtype"] == dtype


def test_runs_go_on_until_both_runs_and_seconds_are_met() -> None:
    clock = FixedClock(1.0)
    got = sample(lambda: None, clock, Settings(warmup_s=0, min_runs=30, min_s=0))
    assert (got.warmup_runs, len(got.runs_ms), clock.calls) == (WARMUP_RUNS, 30, WARMUP_RUNS + 30)
    start = perf_counter()
    got = sample(lambda: None, FixedClock(1.0), Settings(warmup_s=0, min_runs=1, min_s=0.05))
    assert perf_counter() - start >= 0.05
    assert len(got.runs_ms) > 1


def test_too_slow_a_network_ends_at_the_limit_and_says_so() -> None:
    got = measure(SMALL, Settings(warmup_s=0, min_runs=1000, min_s=0, max_s=0))
    assert got["n"] == 1
    assert any("1 of 1000 runs" in template.format(*words) for template, *words in got["flags"])


def test_cancel_takes_effect_between_two_runs() -> None:
    runs = []
    with pytest.raises(Cancelled):
        sample(lambda: runs.append(1), FixedClock(1.0), Settings(), cancelled=lambda: len(runs) == 13)
    assert len(runs) == 13


def test_cancel_before_the_network_is_built() -> None:
    with pytest.raises(Cancelled):
        measure(SMALL, QUICK, cancelled=lambda: True)


def test_progress_rises_and_is_told_in_sentences() -> None:
    told: list[tuple[float, list[str]]] = []
    measure(SMALL, Settings(warmup_s=0.3, min_runs=1, min_s=0.3), progress=lambda f, text: told.append((f, text)))
    fractions = [fraction for fraction, _ in told]
    assert fractions == sorted(fractions)
    assert 0 <= fractions[0] <= fractions[-1] <= 1
    assert {template for _, (template, *_) in told} >= {"warm-up: {0} of {1} runs", "measuring: {0} of {1} runs"}
    assert all(template.format(*words) for _, (template, *words) in told)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"threads": 0}, "threads = 0"), ({"threads": usable_cpus() + 1}, f"1 to {usable_cpus()}"), ({"threads": 1.5}, "whole"),
        ({"threads": True}, "threads = True"), ({"batch": 0}, "1 to 1024"), ({"batch": 1025}, "batch = 1025"),
        ({"batch": "4"}, "batch = 4"), ({"dtype": "int8"}, "bfloat16"), ({"warmup_s": -1}, "warmup_s = -1"),
        ({"min_s": float("nan")}, "min_s = nan"), ({"max_s": float("inf")}, "max_s = inf"), ({"min_runs": 0}, "min_runs = 0"),
        ({"device": 3}, "device = 3"), ({"colour": "red"}, "no measurement setting named colour"),
    ],
)
def test_settings_that_are_refused(change: dict[str, Any], named: str) -> None:
    with pytest.raises(BadInput, match=named.replace("(", r"\(")):
        Settings.from_json(change)


def test_settings_survive_json() -> None:
    settings = Settings(batch=4, min_s=0.5)
    assert Settings.from_json(json.loads(json.dumps(settings.to_json()))) == settings
    with pytest.raises(BadInput, match="object"):
        Settings.from_json([1])


def test_an_absent_device_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadInput, match=r"no device named tpu:7 on this machine; there are: cpu"):
        measure(SMALL, Settings(device="tpu:7"))
    assert devices()[0] == "cpu"


def test_an_illegal_recipe_is_refused() -> None:
    with pytest.raises(BadInput, match="groups = 7"):
        measure(SMALL.with_value("groups", 7), QUICK)


def test_more_memory_than_there_is_is_refused_beforehand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "meminfo").write_text("MemTotal: 90000 kB\nMemAvailable: 60000 kB\n")
    monkeypatch.setattr(memory, "MEMINFO", tmp_path / "meminfo")
    measure(SMALL, Settings(warmup_s=0, min_runs=1, min_s=0))
    with pytest.raises(BadInput, match=r"needs about .* MB of memory and 61\.44 MB is free"):
        measure(SMALL, Settings(batch=64))
    monkeypatch.setattr(memory, "MEMINFO", tmp_path / "absent")
    assert memory.available_bytes() is None


def test_the_median_agrees_with_torchs_own_timer() -> None:
    """A wrong unit or a lazy run would be off by far more than a busy machine's noise; the 3 % are held by benchmarks/."""
    ours = measure(SMALL, Settings(warmup_s=0.1, min_runs=50, min_s=0.2))
    shape = input_shape(SMALL)
    module = settle(instantiate(SMALL), shape, 0)
    with torch.inference_mode():
        timer = Timer("module(image)", globals={"module": module, "image": seeded_input(shape, 0)}, num_threads=1)
        theirs = timer.blocked_autorange(min_run_time=0.3)
    assert 0.33 < ours["min_ms"] / (1e3 * min(theirs.times)) < 3
