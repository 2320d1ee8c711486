"""A machine's roofs: measured once, kept, found again under the same conditions only."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import torch
from torch.utils.benchmark import Timer

from explorer.core.errors import BadInput, Cancelled
from explorer.measure import Settings, peaks
from explorer.measure.hardware import WallClock
from explorer.measure.protocol import switches
from tests.measure.test_accelerator import accelerator

module = import_module("explorer.measure.peaks")  # the package has a function of that name
ONCE = Settings()

__all__ = ["accelerator"]  # a fixture


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Small kernels, and a data folder of its own."""
    monkeypatch.setenv("ARCHITECTURE_EXPLORER_DATA", str(tmp_path / "data"))
    for name, value in (
        ("GEMMS", (32, 64)), ("CONVOLUTIONS", ((8, 14, 3),)), ("MIN_S", 0.0), ("MIN_RUNS", 3), ("STREAM_BYTES", 2**16),
    ):
        monkeypatch.setattr(module, name, value)
    monkeypatch.setattr(module, "last_cache_bytes", lambda: 2**14)
    return tmp_path / "data"


class CountedClock:
    """Every run takes a millisecond."""

    stamped = "single"

    def milliseconds(self, run: Any) -> float:
        run()
        return 1.0


def measured(settings: Settings = ONCE, **how: bool) -> dict[str, Any]:
    found = peaks(settings, **how)
    assert found is not None
    return found


def test_roofs_are_work_over_the_best_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.hardware, "clock", lambda _device: CountedClock())
    got = measured()
    assert got["macs_per_s"] == 64**3 * 1000  # the largest of all kernels in a millisecond
    assert got["bytes_per_s"] == 3 * 2**16 * 1000  # triad: two arrays read, one written
    assert {row["name"]: row["work"] for row in got["arithmetic"]} == {
        "GEMM 32": 32**3, "GEMM 64": 64**3, "convolution 3×3, 8 channels, 14×14": 8 * 8 * 9 * 14 * 14,
    }
    assert [row["n"] for row in got["arithmetic"]] == [3, 3, 3]
    assert got["array_bytes"] >= 4 * got["cache_bytes"]
    assert json.loads(json.dumps(got)) == got


def test_they_are_measured_once_and_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert peaks(ONCE, measure=False) is None
    first = measured()
    assert json.loads((folder / "peaks.json").read_text())["peaks"] == [first]

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("measured again")

    monkeypatch.setattr(module, "measure_peaks", refuse)
    assert peaks(ONCE) == peaks(ONCE, measure=False) == first


def test_on_request_they_replace_what_was_kept(folder: Path) -> None:
    first = measured()
    again = measured(again=True)
    assert again != first
    assert json.loads((folder / "peaks.json").read_text())["peaks"] == [again]


def test_other_conditions_are_kept_apart(folder: Path) -> None:
    measured()
    assert peaks(Settings(dtype="bfloat16"), measure=False) is None
    measured(Settings(dtype="bfloat16"))
    assert len(json.loads((folder / "peaks.json").read_text())["peaks"]) == 2
    kept = json.loads((folder / "peaks.json").read_text())
    kept["peaks"][0]["fingerprint"]["cpu"] = "another machine"
    (folder / "peaks.json").write_text(json.dumps(kept))
    assert peaks(ONCE, measure=False) is None


@pytest.mark.parametrize("content", ["no json", "[]", '{"version": 99, "peaks": 7}', '{"version": 1, "peaks": [3]}'])
def test_a_file_that_cannot_be_read_is_measured_anew(folder: Path, content: str) -> None:
    folder.mkdir()
    (folder / "peaks.json").write_text(content)
    got = measured()
    assert json.loads((folder / "peaks.json").read_text())["peaks"] == [got]


def test_a_folder_that_cannot_be_made_costs_nothing_but_the_file(folder: Path) -> None:
    folder.write_text("a file stands in the way")
    assert measured()["macs_per_s"] > 0
    assert folder.read_text() == "a file stands in the way"


def test_cancel_and_refusal(folder: Path) -> None:
    with pytest.raises(Cancelled):
        peaks(ONCE, cancelled=lambda: True)
    assert not (folder / "peaks.json").exists()
    with pytest.raises(BadInput, match="no device named"):
        peaks(Settings(device="cuda:9"))


def test_a_kernel_that_would_take_too_long_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_S", 0.002)  # twice what 32³ took; 64³ is eight times as much
    monkeypatch.setattr(module.hardware, "clock", lambda _device: CountedClock())
    monkeypatch.setattr(module, "CONVOLUTIONS", ())
    assert [row["name"] for row in measured()["arithmetic"]] == ["GEMM 32"]


def test_the_last_cache_is_the_largest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    for i, size in enumerate(("48K", "1024K", "32M")):
        (tmp_path / f"index{i}").mkdir()
        (tmp_path / f"index{i}" / "size").write_text(size + "\n")
    monkeypatch.setattr(module, "CACHES", tmp_path)
    assert module.last_cache_bytes() == 32 * 2**20
    monkeypatch.setattr(module, "CACHES", tmp_path / "nothing")
    assert module.last_cache_bytes() == module.CACHE_BYTES


def test_it_agrees_with_torchs_own_timer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A generous factor: both take the least of many, on a machine that may be busy."""
    (kernel,) = [k for k in module._arithmetic(torch.device("cpu"), torch.float32) if k.name == "GEMM 64"]
    monkeypatch.setattr(module, "MIN_RUNS", 200)
    with switches(1):
        got = module._best(kernel, WallClock(torch.device("cpu")), lambda: False)
    a, b, out = (torch.rand(64, 64) for _ in range(3))
    timer = Timer("torch.mm(a, b, out=out)", globals={"torch": torch, "a": a, "b": b, "out": out})  # one thread
    times = timer.blocked_autorange(min_run_time=0.05)
    assert 0.1 < got["min_ms"] / (min(times.times) * 1e3) < 10


@pytest.mark.usefixtures("accelerator")
def test_an_accelerator_has_roofs_of_its_own() -> None:
    got = measured(Settings(device="meta:1"))
    assert got["fingerprint"]["device"] == "meta:1"
    assert {row["min_ms"] for row in got["arithmetic"] + got["streams"]} == {7.5}
