"""A bundle timed by its own script, in a process without this program, and its times read back into the store."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest

from explorer import cli
from explorer.core.recipe import Recipe, write_recipe
from explorer.core.store import Store
from explorer.measure.elsewhere import read_times

QUICK = ("--warmup-s", "0", "--min-runs", "5", "--min-s", "0")
Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("bundle")
    write_recipe(Recipe.of("mobilenet_v2", {"alpha": 0.25, "resolution": 64}), place / "small.recipe.json")
    write_recipe(Recipe.of("shufflenet_v2_x0_5", {"resolution": 64}), place / "split.recipe.json")
    words = ["bundle", str(place / "small.recipe.json"), str(place / "split.recipe.json"), "-o", str(place / "out")]
    assert cli.main(words) == 0
    return place / "out"


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    """The folder on another machine."""
    return Path(shutil.copytree(folder, tmp_path / "there"))


def _there(copy: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The script with the interpreter alone: isolated, so that nothing of this program can be imported."""
    return subprocess.run([sys.executable, "-I", "measure.py", *words], cwd=copy, capture_output=True, text=True, check=False)


def _results(copy: Path) -> Path:
    (found,) = copy.glob("results-*.json")
    return found


def test_the_folder_is_whole(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert [entry["name"] for entry in manifest["entries"]] == ["small", "split"]
    names = {file.name for file in folder.iterdir()}
    assert names == {
        "manifest.json", "README.txt", "measure.py", "small.onnx", "small.answer.npy", "split.onnx", "split.answer.npy",
        "input-1x3x64x64.npy",
    }
    for entry in manifest["entries"]:
        session = onnxruntime.InferenceSession((folder / entry["file"]).read_bytes(), providers=["CPUExecutionProvider"])
        answer = session.run(None, {session.get_inputs()[0].name: np.load(folder / entry["input_file"])})[0]
        assert np.allclose(answer, np.load(folder / entry["answer_file"]), atol=1e-3)
        assert Recipe.from_json(entry["recipe"]).digest() == entry["digest"]
    text = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*.[jpt][sxy]*"))
    assert str(folder.parent) not in text, "no folder of this machine"


def test_there_and_back(copy: Path, capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = _there(copy, *QUICK, "--machine", "raspberry-pi")
    assert done.returncode == 0, done.stderr
    assert "small: median" in done.stdout
    file = _results(copy)
    assert file.name == "results-raspberry-pi-onnxruntime-cpu-1threads.json"
    monkeypatch.setenv("ARCHITECTURE_EXPLORER_DATA", str(tmp_path / "data"))
    assert cli.main(["join", str(file), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["measurements"]
    assert [(row["preset"], row["host"], row["new"]) for row in rows] == [
        ("mobilenet_v2", "raspberry-pi", True), ("shufflenet_v2_x0_5", "raspberry-pi", True),
    ]
    with Store() as store:
        assert store.count() == 2
        kept = store.document(rows[0]["uid"])
    raw = json.loads(file.read_text(encoding="utf-8"))["entries"][0]
    assert kept["samples_ms"] == raw["samples_ms"]
    assert kept["median_ms"] == pytest.approx(float(np.median(raw["samples_ms"])))
    assert f"small: median {kept['median_ms']:.3f} ms" in done.stdout, "the figure said there is the figure kept here"
    assert cli.main(["history", "--machine", "raspberry-pi"]) == 0
    assert capsys.readouterr().out.count(" raspberry-pi: ") == 2
    assert kept["fingerprint"]["runtime"] == "ONNX Runtime (CPUExecutionProvider)"
    assert kept["fingerprint"]["host"] == "raspberry-pi"
    assert kept["digest"] == Recipe.of("mobilenet_v2", {"alpha": 0.25, "resolution": 64}).digest()
    assert cli.main(["join", str(file)]) == 0
    assert capsys.readouterr().out.count("was there already") == 2


def test_the_same_command_goes_on(copy: Path) -> None:
    assert _there(copy, *QUICK, "split").returncode == 0
    first = json.loads(_results(copy).read_text(encoding="utf-8"))["entries"]
    assert _there(copy, *QUICK).returncode == 0
    second = json.loads(_results(copy).read_text(encoding="utf-8"))["entries"]
    assert [entry["name"] for entry in second] == ["split", "small"]
    assert second[0] == first[0]


def test_a_damaged_file_is_not_timed(copy: Path) -> None:
    damaged = copy / "small.onnx"
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"x")
    done = _there(copy, *QUICK)
    assert done.returncode == 1
    assert "small: the file small.onnx is not the one that was written" in done.stderr
    assert [e["name"] for e in json.loads(_results(copy).read_text(encoding="utf-8"))["entries"]] == ["split"]


def test_another_answer_is_not_timed(copy: Path) -> None:
    answer = copy / "split.answer.npy"
    np.save(answer, np.load(answer) * 1.01)
    done = _there(copy, *QUICK)
    assert done.returncode == 1
    assert "split: its answer differs from PyTorch's by 0.0099 of the largest" in done.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(["nothing"], "no network named nothing here; there are: small, split"), (["--threads", "0"], "--threads 0 is not allowed"),
     (["--provider", "TPU"], "no provider TPU in this onnxruntime"), (["--tool", "trtexec"], "no trtexec on this machine")],
)
def test_what_is_not_there(copy: Path, words: list[str], sentence: str) -> None:
    done = _there(copy, *QUICK, *words)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


TOOLS = {
    "trtexec": '''
import json, sys
words = dict(w.partition("=")[::2] for w in sys.argv[1:])
assert words["--onnx"].endswith(".onnx") and "--noTF32" in words
json.dump([{"computeMs": 1.5}, {"computeMs": 2.5}, {"computeMs": 3.5}], open(words["--exportTimes"], "w"))
''',
    "benchmark_app": '''
import json, os, sys
words = dict(zip(sys.argv[1:], sys.argv[2:]))
assert words["-nthreads"] == "1" and words["-m"].endswith(".onnx")
report = {"latency (ms)": "2.50", "total number of iterations": "163", "max latency": "9.0"}
json.dump({"execution_results": report}, open(os.path.join(words["-report_folder"], "benchmark_report.json"), "w"))
''',
}


@pytest.mark.skipif(sys.platform == "win32", reason="the tools are made as scripts")
@pytest.mark.parametrize(("tool", "doubt"), [("trtexec", "not compared"), ("benchmark_app", "median of 163 runs")])
def test_other_tools(copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tool: str, doubt: str) -> None:
    """Tools that answer as the real ones do (benchmark_app's report as 2026.4 writes it; trtexec's as NVIDIA documents it)."""
    made = tmp_path / "bin" / tool
    made.parent.mkdir()
    made.write_text(f"#!{sys.executable}{TOOLS[tool]}", encoding="utf-8")
    made.chmod(0o755)
    monkeypatch.setenv("PATH", str(made.parent), prepend=":")
    done = _there(copy, *QUICK, "--tool", tool)
    assert done.returncode == 0, done.stderr
    first = read_times(_results(copy))[0]
    assert first["median_ms"] == 2.5
    assert doubt in " ".join(template.format(*words) for template, *words in first["flags"])


@pytest.mark.parametrize("exists", [True, False])
def test_a_folder_that_cannot_be_made(tmp_path: Path, capsys: Captured, exists: bool) -> None:
    target = tmp_path if exists else tmp_path / "no" / "where"
    assert cli.main(["bundle", "mobilenet_v2", "-o", str(target)]) == 2
    assert ("exists; name a folder" if exists else "there is no folder") in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_where_a_network_is_refused(tmp_path: Path, capsys: Captured) -> None:
    write_recipe(Recipe.of("mobilenet_v2", {"groups": 7}), tmp_path / "bad.json")
    assert cli.main(["bundle", str(tmp_path / "bad.json"), "-o", str(tmp_path / "out")]) == 2
    assert "7" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["bad.json"]


def _entry(**changes: Any) -> dict[str, Any]:
    recipe = Recipe("mobilenet_v2")
    return {
        "name": "a", "digest": recipe.digest(), "recipe": recipe.to_json(), "macs": 1, "input": [1, 3, 224, 224], "sha256": "x",
        "samples_ms": [1.0, 2.0, 3.0], "warmup_runs": 10, "cpu_wall": None, "check": None, "started": "2026-01-01T00:00:00+00:00",
        "settings": {"device": "cuda:0", "threads": 1, "batch": 1, "dtype": "float32"},
        "fingerprint": {"cpu": "x", "cores": 4, "device": "cuda:0", "runtime": "TensorRT", "threads": 1, "device_name": "Orin"},
        **changes,
    }


def _file(path: Path, *entries: dict[str, Any], **changes: Any) -> Path:
    document = {"format": "architecture-explorer/times", "version": 1, "bundle": "b", "entries": list(entries)}
    path.write_text(json.dumps(document | changes), encoding="utf-8")
    return path


def test_times_of_other_tools_say_what_is_not_known(tmp_path: Path) -> None:
    (one,) = read_times(_file(tmp_path / "r.json", _entry(told={"latency_median": 2.0, "runs": 500})))
    words = [template.format(*rest) for template, *rest in one["flags"]]
    assert "its answer was not compared with PyTorch's" in words
    assert "only the median of 500 runs is known" in words
    assert one["median_ms"] == 2.0


@pytest.mark.parametrize(
    ("entry", "changes", "sentence"),
    [
        ({"digest": "0" * 64}, {}, "another recipe than its digest says"), ({"samples_ms": []}, {}, "are no times"),
        ({"samples_ms": [1.0, -1.0]}, {}, "are no times"), ({"samples_ms": ["x"]}, {}, "cannot be read"),
        ({}, {"format": "x"}, "is not a result file"), ({}, {"version": 9}, "version 9"), ({"settings": 1}, {}, "cannot be read"),
    ],
)
def test_what_is_no_result_is_refused(
    tmp_path: Path, capsys: Captured, entry: dict[str, Any], changes: dict[str, Any], sentence: str
) -> None:
    assert cli.main(["join", str(_file(tmp_path / "r.json", _entry(**entry), **changes))]) == 2
    assert sentence in capsys.readouterr().err


def test_a_file_that_is_not_there(tmp_path: Path, capsys: Captured) -> None:
    assert cli.main(["join", str(tmp_path / "no.json")]) == 2
    assert "cannot read" in capsys.readouterr().err
