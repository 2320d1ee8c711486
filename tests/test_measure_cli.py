"""``measure`` in other runtimes and side by side, and the same options of ``sweep`` and ``compare``, as scripts see them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from explorer import cli

SMALL = ("mobilenet_v2", "--set", "alpha=0.25", "--set", "resolution=64")
QUICK = ("--warmup-s", "0", "--min-runs", "12", "--min-s", "0")
Captured = pytest.CaptureFixture[str]


def _document(capsys: Captured, *words: str) -> dict[str, Any]:
    assert cli.main([*words, "--json"]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def test_options_reach_the_measurement(capsys: Captured) -> None:
    found = _document(capsys, "measure", *SMALL, *QUICK, "--channels-last", "--fold", "--until", "50")
    assert {name: found["settings"][name] for name in ("channels_last", "fold", "until", "runtime")} == {
        "channels_last": True, "fold": True, "until": 50, "runtime": "eager"
    }
    low, high = found["interval_ms"]
    assert low <= found["median_ms"] <= high
    assert found["checked"]["passed"]


def test_one_runtime_as_text(capsys: Captured) -> None:
    assert cli.main(["measure", *SMALL, *QUICK, "--runtime", "onnxruntime"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    facts = dict(line.split("  ", 1) for line in out.splitlines() if not line.startswith("doubt"))
    assert "95 %" in facts["median"]
    assert facts["runtime"].strip().startswith("ONNX Runtime (onnxruntime ")
    assert "as PyTorch eager's" in facts["answer"]
    assert "before it export" in facts["first run"]


def test_several_runtimes_stand_side_by_side(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")  # where no compiler is
    words = ["measure", *SMALL, *QUICK]
    for runtime in ("eager", "compile", "onnxruntime", "openvino"):
        words += ["--runtime", runtime]
    assert cli.main(words) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[:2] == ["runtime", "median"]
    assert [line.split("  ")[0] for line in lines[1:4]] == ["PyTorch eager", "ONNX Runtime", "OpenVINO"]
    assert "1.00 ×" in lines[1]
    assert any(line.startswith("torch.compile") and "not measured: torch.compile needs a C++" in line for line in lines)
    found = _document(capsys, *words)
    assert [row["runtime"] for row in found["runtimes"]] == ["eager", "compile", "onnxruntime", "openvino"]
    assert [found["runtimes"][n]["measurement"]["fingerprint"]["runtime"] for n in (2, 3)] == ["ONNX Runtime", "OpenVINO"]


def test_sweep_and_compare_take_the_same_options(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "found.json"
    grid = ("--grid", "alpha=0.25", "--grid", "resolution=64")
    runtime = ("--measure", "--runtime", "onnxruntime", *QUICK)
    _document(capsys, "sweep", "mobilenet_v2", *grid, *runtime, "-o", str(path), "--processes", "1")
    (row,) = json.loads(path.read_bytes())["rows"]
    assert row["measured"]["fingerprint"]["runtime"] == "ONNX Runtime"
    recipe = tmp_path / "small.json"
    recipe.write_text(json.dumps(row["recipe"]))
    found = _document(capsys, "compare", str(recipe), *runtime)
    assert found["conditions"] == "cpu, 1 thread, batch 1, ONNX Runtime"
    assert found["rows"][0]["latency"] > 0


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("measure", *SMALL, "--runtime", "tflite"), "no runtime named tflite"),
        (("measure", *SMALL, "--runtime", "onnxruntime", "--fold"), "ONNX Runtime folds BatchNorm itself"),
        (("measure", *SMALL, "--runtime", "onnxruntime", "--dtype", "float16"), "measured in float32"),
        (("measure", *SMALL, "--tf32"), "TF32 is a number type of CUDA devices"),
        (("measure", *SMALL, "--cuda-graph"), "a CUDA graph needs a CUDA device"),
        (("measure", *SMALL, "--until", "-2"), "until = -2"),
        (("measure", *SMALL, "--layers", "--fold"), "BatchNorm folded"),
        (("measure", *SMALL, "--layers", "--runtime", "eager", "--runtime", "onnxruntime"), "--layers takes one runtime"),
        (("compare", "mobilenet_v2", "--measure", "--runtime", "eager", "--runtime", "compile"), "may be given once here"),
        (("compare", "mobilenet_v2", "--measure", "--cuda-graph"), "a CUDA graph needs a CUDA device"),
        (("sweep", "mobilenet_v2", "--measure", "--runtime", "tflite", "-o", "x.json"), "no runtime named tflite"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], named: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(list(words)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert named in err
    assert err.count("\n") == 1
