"""A latency in other runtimes, layouts and with BatchNorm folded: answers checked first, what came before the runs told apart."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import shutil
from typing import Any

import pytest
import torch

from explorer.core.errors import BadInput, Cancelled
from explorer.core.host_lock import WAITING, alone_on
from explorer.core.recipe import Recipe
from explorer.measure import Settings, backends, measure, measure_layers, side_by_side
from explorer.measure.backends import Prepared

SMALL = Recipe.of("mobilenet_v2", {"alpha": 0.25, "resolution": 64})
QUICK: dict[str, Any] = {"warmup_s": 0, "min_runs": 12, "min_s": 0}


def test_onnx_runtime_is_measured_and_named() -> None:
    found = measure(SMALL, Settings(runtime="onnxruntime", **QUICK))
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert found["fingerprint"]["runtime"] == "ONNX Runtime"
    assert set(found["versions"]) == {"onnxruntime", "opset"}
    assert set(found["prepared_s"]) == {"export", "load"}
    assert min(found["prepared_s"].values()) > 0
    assert found["checked"]["passed"]
    assert 0 < found["checked"]["max_rel"] <= 1e-4, "the same network, another order of sums"
    assert found["n"] == 12


@pytest.mark.parametrize("change", [{"fold": True}, {"channels_last": True}, {"fold": True, "channels_last": True}])
def test_layout_and_folding_are_settings_with_a_checked_answer(change: dict[str, bool], monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[bool, bool, bool]] = []
    prepare = backends.prepare

    def watched(runtime: str, module: torch.nn.Module, image: torch.Tensor, threads: int) -> Prepared:
        weights = [p for p in module.parameters() if p.dim() == 4 and p.shape[1] > 1]
        norms = any(isinstance(m, torch.nn.BatchNorm2d) for m in module.modules())
        last = all(p.is_contiguous(memory_format=torch.channels_last) for p in weights)
        seen.append((norms, last, image.is_contiguous(memory_format=torch.channels_last)))
        return prepare(runtime, module, image, threads)

    monkeypatch.setattr(backends, "prepare", watched)
    found = measure(SMALL, Settings(**change, **QUICK))
    last = change.get("channels_last", False)
    assert seen == [(not change.get("fold", False), last, last)]
    assert found["checked"]["passed"]
    assert {name: found["settings"][name] for name in change} == change
    assert ("fold" in found["prepared_s"]) == change.get("fold", False)


def test_a_runtime_with_another_answer_gets_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(_runtime: str, module: torch.nn.Module, image: torch.Tensor, _threads: int) -> Prepared:
        return Prepared(lambda: None, lambda: module(image) * 1.01)

    monkeypatch.setattr(backends, "prepare", wrong)
    with pytest.raises(BadInput, match=r"ONNX Runtime does not answer as PyTorch eager does: off by 0\.01"):
        measure(SMALL, Settings(runtime="onnxruntime", **QUICK))


def test_a_network_that_cannot_be_traced_is_not_folded() -> None:
    class Branching(torch.nn.Module):
        def forward(self, x: torch.Tensor) -> torch.Tensor:
            return x if x.sum() > 0 else -x

    with pytest.raises(BadInput, match="BatchNorm cannot be folded: the network's code cannot be traced"):
        backends.folded(Branching())


def test_a_missing_runtime_is_refused_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    there = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *more: None if name == "openvino" else there(name, *more))
    with pytest.raises(BadInput, match=r"OpenVINO is not installed \(pip install openvino\)"):
        measure(SMALL, Settings(runtime="openvino", **QUICK))


def test_openvino_is_measured_and_answers_as_eager_does() -> None:
    found = measure(SMALL, Settings(runtime="openvino", **QUICK))
    assert found["checked"]["passed"]
    assert found["fingerprint"]["runtime"] == "OpenVINO"
    assert found["versions"]["openvino"] == importlib.metadata.version("openvino")
    assert {"export", "load"} <= found["prepared_s"].keys()


def test_torch_compile_without_a_compiler_is_refused_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(BadInput, match=r"torch\.compile needs a C"):
        measure(SMALL, Settings(runtime="compile", **QUICK))


@pytest.mark.slow
def test_torch_compile_is_measured() -> None:
    reason = backends.missing("compile")
    if reason is not None:
        pytest.skip(reason[0].format(*reason[1:]))
    found = measure(SMALL, Settings(runtime="compile", **QUICK))
    assert found["checked"]["passed"]
    assert found["prepared_s"]["compile"] > found["median_ms"] / 1e3


def test_side_by_side_gives_each_runtime_what_it_does_not_decide_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    settings = Settings(channels_last=True, fold=True, **QUICK)
    told: list[tuple[float, list[str]]] = []
    found = side_by_side(SMALL, settings, progress=lambda f, text: told.append((f, text)), extra={"note": 1})
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    rows = {row["runtime"]: row for row in found["runtimes"]}
    assert list(rows) == ["eager", "compile", "onnxruntime", "openvino"]
    assert rows["eager"]["measurement"]["settings"]["fold"]
    assert not rows["onnxruntime"]["measurement"]["settings"]["fold"]
    assert rows["onnxruntime"]["measurement"]["note"] == 1
    assert "compiler" in rows["compile"]["missing"][0]
    assert found["settings"] == settings.to_json()
    fractions = [f for f, _ in told]
    assert fractions == sorted(fractions)
    assert any("ONNX Runtime" in text for _, text in told)  # another may be waiting for the machine


@pytest.mark.parametrize("names", [[], "eager", ["tflite"]])
def test_side_by_side_refuses_what_it_does_not_know(names: object) -> None:
    with pytest.raises(BadInput, match="runtime"):
        side_by_side(SMALL, Settings(**QUICK), names)


def test_side_by_side_of_nothing_that_is_here_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(BadInput, match="compiler"):
        side_by_side(SMALL, Settings(**QUICK), ["compile"])


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"runtime": "tflite"}, "no runtime named tflite; there are: eager, compile, onnxruntime, openvino"),
        ({"runtime": "onnxruntime", "dtype": "float16"}, "ONNX Runtime is measured in float32 on the CPU; dtype is float16"),
        ({"runtime": "onnxruntime", "fold": True}, "ONNX Runtime folds BatchNorm itself"),
        ({"runtime": "openvino", "channels_last": True}, "OpenVINO chooses the layout of tensors itself"),
        ({"tf32": True}, "TF32 is a number type of CUDA devices; the device is cpu"),
        ({"tf32": True, "device": "cuda:0", "dtype": "float16"}, "TF32 replaces float32"),
        ({"cuda_graph": True}, "a CUDA graph needs a CUDA device; the device is cpu"),
        ({"cuda_graph": True, "device": "cuda:0", "runtime": "compile"}, "captured of PyTorch eager"),
        ({"until": -1}, "until = -1"), ({"until": 101}, "0 to 100"), ({"fold": 1}, "fold = 1 is not allowed"),
    ],
)
def test_settings_that_exclude_each_other(change: dict[str, Any], named: str) -> None:
    with pytest.raises(BadInput, match=named):
        Settings.from_json(change)


@pytest.mark.parametrize(
    ("change", "named"), [({"runtime": "onnxruntime"}, "in PyTorch eager only"), ({"fold": True}, "BatchNorm folded")]
)
def test_layers_are_timed_as_the_analysis_has_them(change: dict[str, Any], named: str) -> None:
    with pytest.raises(BadInput, match=named):
        measure_layers(SMALL, Settings(**change, **QUICK))


def test_a_second_measurement_waits_and_can_be_cancelled() -> None:
    told: list[list[str]] = []
    with alone_on("cpu"), pytest.raises(Cancelled):
        measure(SMALL, Settings(**QUICK), progress=lambda _f, text: told.append(text), cancelled=lambda: bool(told))
    assert told == [WAITING]
