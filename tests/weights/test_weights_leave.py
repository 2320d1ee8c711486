"""Loaded weights on their way out: the ONNX file, the latency, the command line and the worker's job."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from explorer import cli
from explorer.cli.child import ask_worker
from explorer.core.bench_environment import bench_environment
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe, read_recipe, write_recipe
from explorer.export import export_onnx
from explorer.weights import choose_file, weighted
from tests.weights.files import in_names_of, network, row_of, saved

SMALL = Recipe.of("mobilenet_v2", {"resolution": 64})
WORDS = ("mobilenet_v2", "--set", "resolution=64")
Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    state = in_names_of(row_of("torchvision", "mobilenet_v2"), network(SMALL))
    return saved(state, tmp_path_factory.mktemp("weights") / "peer.pth")


def document(capsys: Captured, *words: str) -> dict[str, Any]:
    assert cli.main([*words, "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    found: dict[str, Any] = json.loads(out)
    return found


@pytest.mark.parametrize("classes", [1000, 10])
def test_the_onnx_file_holds_the_loaded_weights_and_names_them(tmp_path: Path, file: Path, classes: int) -> None:
    recipe = choose_file(SMALL, file).with_value("classes", classes)
    report = export_onnx(recipe, tmp_path / "net.onnx")
    images = np.random.default_rng(3).standard_normal((2, 3, 64, 64)).astype(np.float32)
    got = onnxruntime.InferenceSession(str(tmp_path / "net.onnx")).run(None, {"input": images})[0]
    with torch.inference_mode():
        loaded = weighted(recipe, 0).module(torch.from_numpy(images)).numpy()
        own = network(SMALL)(torch.from_numpy(images)).numpy()
    assert np.abs(got - loaded).max() <= 1e-4 * np.abs(loaded).max()
    assert (classes == 10) or np.abs(got - own).max() <= 1e-4 * np.abs(own).max()
    held = {entry.key: entry.value for entry in onnx.load(tmp_path / "net.onnx").metadata_props}
    chosen, noted = recipe.weights, Recipe.from_json(json.loads(held["architecture_explorer.recipe"]))
    assert chosen is not None
    assert noted == recipe.structure()
    said = held["architecture_explorer.weights"]
    fits = "314 of 314 tensors" if classes == 1000 else "312 of 314 tensors"
    assert all(part in said for part in ("peer.pth", chosen.sha256, fits, "torchvision mobilenet_v2"))
    assert ("the other 2 random, seed 0" in said) == (classes == 10)
    assert report["weights"] == said
    assert report["weights_report"]["matched"] == (314 if classes == 1000 else 312)
    assert str(file.parent).encode() not in (tmp_path / "net.onnx").read_bytes()


def test_analyse_reports_the_match(capsys: Captured, file: Path) -> None:
    found = document(capsys, "analyse", *WORDS, "--weights", str(file))["weights"]
    assert (found["naming"], found["matched"], found["needed"], found["unused"]) == ("torchvision", 314, 314, [])
    tweaked = document(capsys, "analyse", *WORDS, "--set", "classes=10", "--weights", str(file))["weights"]
    assert {entry["name"] for entry in tweaked["reinitialised"]} == {"classifier.weight", "classifier.bias"}
    assert "weights" not in document(capsys, "analyse", *WORDS)
    assert cli.main(["analyse", *WORDS, "--set", "classes=10", "--weights", str(file)]) == 0
    text = capsys.readouterr().out
    assert "peer.pth, 312 of 314 tensors by the names of torchvision mobilenet_v2" in text
    assert "classifier.weight, which has 1000×1280, not 10×1280 (seed 0)" in text


def test_a_recipe_file_brings_its_weights(capsys: Captured, tmp_path: Path, file: Path) -> None:
    beside = tmp_path / "peer.pth"
    beside.write_bytes(file.read_bytes())
    write_recipe(choose_file(SMALL, beside), tmp_path / "own.json")
    assert str(tmp_path) not in (tmp_path / "own.json").read_text()
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("own.json", "peer.pth"):
        (tmp_path / name).rename(moved / name)
    assert read_recipe(moved / "own.json").digest() == SMALL.digest()
    assert document(capsys, "analyse", str(moved / "own.json"))["weights"]["matched"] == 314
    (moved / "peer.pth").write_bytes(b"another")
    assert cli.main(["export", str(moved / "own.json"), "-o", str(tmp_path / "net.onnx")]) == 2
    assert "is not the weights file of this recipe" in capsys.readouterr().err
    assert not (tmp_path / "net.onnx").exists()


def test_files_that_cannot_be_used_are_one_line_on_stderr(capsys: Captured, tmp_path: Path, file: Path) -> None:
    for words in (
        [*WORDS, "--weights", str(tmp_path / "none.pth")], ["squeezenet1_1", "--weights", str(file)],
        [*WORDS, "--weights", str(tmp_path)],
    ):
        assert cli.main(["analyse", *words]) == 2
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)


def test_a_latency_is_taken_with_the_loaded_weights(capsys: Captured, file: Path) -> None:
    quick = ("--warmup-s", "0", "--min-runs", "5", "--min-s", "0")
    found = document(capsys, "measure", *WORDS, *quick, "--weights", str(file))
    assert found["weights"].startswith("peer.pth (SHA-256 ")
    assert found["weights_report"]["matched"] == 314
    assert found["n"] >= 5


def test_the_bench_process_answers_for_the_window(file: Path) -> None:
    environment = bench_environment(1)
    body = {"job": "weights", "recipe": SMALL.to_json(), "path": str(file)}
    found = ask_worker("bench", body, environment)
    recipe = Recipe.from_json(found["recipe"])
    assert recipe == choose_file(SMALL, file)
    assert found["report"]["matched"] == 314
    again = ask_worker("bench", {"job": "weights", "recipe": recipe.with_value("classes", 10).to_json()}, environment)
    assert again["report"]["matched"] == 312
    for wrong in ({"path": 3}, {"path": os.devnull}, {}):
        with pytest.raises(BadInput):
            ask_worker("bench", {"job": "weights", "recipe": SMALL.to_json(), **wrong}, environment)
