"""Stored measurements sorted into groups of equal conditions, and two groups set against each other."""

from __future__ import annotations

from pathlib import Path

from explorer.core.grounds import Ground, grouped, partner, shared
from explorer.core.recipe import Recipe
from explorer.core.store import LAYERS, Store
from tests.core.stored import measurement

NET, THIN, DEEP = Recipe("net"), Recipe.of("net", {"alpha": 0.5}), Recipe("other")


def store(folder: Path) -> Store:
    made = Store(folder / "m.sqlite3")
    made.add_all([
        measurement(NET, 3.0, 2.0, 4.0), measurement(NET, 3.1, 2.0, 4.0, started="2026-11-22T07:00:00+00:00"),
        measurement(THIN, 1.0), measurement(DEEP, 5.0, torch="2.14.0"), measurement(NET, 1.9, threads=2),
        measurement(NET, 1.5, runtime="ONNX Runtime"), measurement(THIN, 0.6, runtime="ONNX Runtime"),
        measurement(NET, 40.0, host="pi", cpu="Cortex-A76", device_name="Raspberry Pi 5",
                    runtime="ONNX Runtime (CPUExecutionProvider)"),
    ])
    made.add(measurement(DEEP, 9.0, threads=4), LAYERS)
    return made


def test_the_newest_of_each_recipe_under_equal_conditions(tmp_path: Path) -> None:
    with store(tmp_path) as kept:
        groups = grouped(kept.find())
    assert [len(group.entries) for group in groups] == [3, 2, 1, 1]
    first = groups[0]
    assert {entry.recipe["preset"] + str(entry.median_ms) for entry in first.entries.values()} == {"net3.1", "net1.0", "other5.0"}
    assert first.older == 1
    assert first.mixed() == ["torch 2.13.0, 2.14.0"]
    assert first.ground.words() == "Some CPU · cpu, PyTorch eager, 1 thread, batch 1"
    assert not any("4 threads" in group.ground.words() for group in groups), "runs with stamps between layers are no latency"


def test_what_tells_two_grounds_apart(tmp_path: Path) -> None:
    with store(tmp_path) as kept:
        groups = grouped(kept.find())
    eager, onnx = groups[0], groups[1]
    assert (eager.ground.against(onnx.ground), onnx.ground.against(eager.ground)) == ("PyTorch eager", "ONNX Runtime")
    pi = next(group for group in groups if "pi" in group.ground.words())
    assert pi.ground.against(onnx.ground) == "pi, ONNX Runtime (CPUExecutionProvider)"
    assert onnx.ground.against(pi.ground) == "Some CPU, ONNX Runtime"
    two = next(group for group in groups if "2 threads" in group.ground.words())
    assert two.ground.against(eager.ground) == "2 threads"
    assert partner(eager, groups) is onnx, "of those with one difference the one with most recipes in common"
    assert [(a.median_ms, b.median_ms) for a, b in shared(eager, onnx)] == [(1.0, 0.6), (3.1, 1.5)]


def test_settings_and_fingerprint_name_the_same_runtime() -> None:
    """A measurement's settings say ``eager``, times from elsewhere have the title alone."""
    there = Ground.of("m", {"cpu": "A"}, {"runtime": "eager", "device": "cpu"})
    assert there == Ground.of("m", {"cpu": "A"}, {"runtime": "PyTorch eager"})
    assert there != Ground.of("m", {"cpu": "A"}, {"runtime": "eager", "fold": True})
    assert there.differs(Ground.of("n", {"cpu": "B"}, {"runtime": "onnxruntime"})) == 2


def test_cpu_against_gpu_is_told_by_the_device() -> None:
    cpu = Ground.of("m", {"cpu": "A", "device_name": "A"}, {"device": "cpu"})
    gpu = Ground.of("n", {"cpu": "A", "device_name": "RTX"}, {"device": "cuda:0", "tf32": True})
    assert (cpu.against(gpu), gpu.against(cpu)) == ("cpu, no TF32", "cuda:0, TF32")
    assert gpu.words() == "RTX · cuda:0, PyTorch eager, 1 thread, batch 1, TF32"
