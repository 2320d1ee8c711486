"""Exported files: run again by a plain onnxruntime session, checked for what they hold, and what happens when they are wrong."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from onnx import numpy_helper
from torch import nn

from explorer.analysis import instantiate
from explorer.core import memory
from explorer.core.errors import BadInput, Cancelled, ExplorerError
from explorer.core.recipe import Recipe
from explorer.export import deliver, export_onnx, exporter, verify
from explorer.export.exporter import to_onnx
from explorer.weights import calibration_batch, settle

SMALL = Recipe.of("mobilenet_v2", {"alpha": 0.25, "resolution": 64}, {"stages.5.1": {"expansion": 3, "se": 4}})
SHAPE = (1, 3, 64, 64)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    path = tmp_path_factory.mktemp("export") / "net.onnx"
    return path, export_onnx(SMALL, path)


def _run(path: Path, images: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    output: np.ndarray[Any, Any] = session.run(None, {session.get_inputs()[0].name: images})[0]
    return output


@pytest.mark.parametrize("batch", [1, 2, 5])
def test_the_file_computes_what_the_network_computes(exported: tuple[Path, dict[str, Any]], batch: int) -> None:
    images = np.random.default_rng(batch).standard_normal((batch, 3, 64, 64)).astype(np.float32)
    network = settle(instantiate(SMALL, seed=0), SHAPE, 0)
    with torch.inference_mode():
        expected = network(torch.from_numpy(images)).numpy()
    got = _run(exported[0], images)
    assert np.abs(expected).max() > 0.5, "an answer near zero would hide an error"
    assert np.abs(got - expected).max() <= 1e-4 * np.abs(expected).max()


def test_the_report_says_what_was_checked(exported: tuple[Path, dict[str, Any]]) -> None:
    path, report = exported
    assert json.loads(json.dumps(report, allow_nan=False)) == report
    assert (report["exporter"], report["opset"], report["batch"]) == ("TorchScript", 18, "dynamic")
    assert report["checker"] == "full check passed"
    assert [check["batch"] for check in report["checks"]] == [1, 3]
    for check in report["checks"]:
        assert check["passed"]
        assert check["argmax_equal"]
        assert 0 <= check["max_rel"] <= check["tolerance"] == 1e-4
        assert check["max_abs"] >= 0
    assert set(report["seconds"]) == {"build", "export", "check", "verify"}
    assert "BatchNorm statistics" in report["weights"]
    content = path.read_bytes()
    assert report["bytes"] == len(content)
    assert report["sha256"] == hashlib.sha256(content).hexdigest()


def test_the_file_holds_its_recipe(exported: tuple[Path, dict[str, Any]]) -> None:
    held = {entry.key: entry.value for entry in onnx.load(exported[0]).metadata_props}
    recipe = Recipe.from_json(json.loads(held["architecture_explorer.recipe"]))
    assert recipe == SMALL
    assert held["architecture_explorer.digest"] == SMALL.digest()
    assert held["architecture_explorer.input"] == "3×64×64"
    assert held["architecture_explorer.version"]


def test_the_held_recipe_makes_the_same_file_again(exported: tuple[Path, dict[str, Any]], tmp_path: Path) -> None:
    held = {entry.key: entry.value for entry in onnx.load(exported[0]).metadata_props}
    recipe = Recipe.from_json(json.loads(held["architecture_explorer.recipe"]))
    assert export_onnx(recipe, tmp_path / "again.onnx")["sha256"] == exported[1]["sha256"]
    assert export_onnx(recipe, tmp_path / "other.onnx", seed=1)["sha256"] != exported[1]["sha256"]


@pytest.mark.parametrize("opset", [17, 18, 21])
def test_no_path_of_this_machine_and_one_file_only(tmp_path: Path, opset: int, capsys: pytest.CaptureFixture[str]) -> None:
    report = export_onnx(SMALL, tmp_path / "net.onnx", opset=opset)
    assert report["exporter"] == ("dynamo" if opset > 20 else "TorchScript")
    assert [p.name for p in tmp_path.iterdir()] == ["net.onnx"]
    content = (tmp_path / "net.onnx").read_bytes()
    for private in (str(Path.cwd()), str(Path(torch.__file__).parent), str(Path(__file__).parents[2])):
        assert private.encode() not in content
    assert [entry.version for entry in onnx.load_from_string(content).opset_import if not entry.domain] == [opset]
    assert capsys.readouterr().out == ""


def test_a_fixed_batch_is_fixed(tmp_path: Path) -> None:
    report = export_onnx(SMALL, tmp_path / "net.onnx", batch=2)
    assert [check["batch"] for check in report["checks"]] == [2, 2]
    (described,) = onnx.load(tmp_path / "net.onnx").graph.input
    assert [side.dim_value for side in described.type.tensor_type.shape.dim] == [2, 3, 64, 64]


@pytest.mark.parametrize(("preset", "side"), [("efficientnet_b0", 64), ("mobilenet_v3_small", 32)])
def test_small_images_leave_enough_values_for_the_statistics(tmp_path: Path, preset: str, side: int) -> None:
    """Two images of 64 px gave eight values a channel, and a network that amplified rounding errors beyond every tolerance."""
    report = export_onnx(Recipe.of(preset, {"resolution": side}), tmp_path / "net.onnx", seed=0)
    assert max(check["max_rel"] for check in report["checks"]) < 1e-4
    assert calibration_batch((1, 3, side, side)) * (side // 32) ** 2 >= 98
    assert calibration_batch((1, 3, 600, 600)) == 2


def test_batchnorm_statistics_are_not_trivial() -> None:
    norms = [m for m in settle(instantiate(SMALL), SHAPE, 0).modules() if isinstance(m, nn.BatchNorm2d)]
    for norm in norms:
        assert norm.running_mean is not None
        assert norm.running_var is not None
        for tensor in (norm.running_mean, norm.running_var, norm.weight, norm.bias):
            assert tensor.isfinite().all()
            assert tensor.std() > 0
        assert norm.running_var.min() > 0
        assert (norm.momentum, norm.training) == (0.1, False)


def _tampered(change: Callable[[onnx.ModelProto], None]) -> Callable[..., tuple[onnx.ModelProto, str]]:
    def make(*words: Any, **options: Any) -> tuple[onnx.ModelProto, str]:
        model, name = to_onnx(*words, **options)
        change(model)
        return model, name

    return make


def _scale_a_weight(model: onnx.ModelProto) -> None:
    weight = max(model.graph.initializer, key=lambda tensor: len(tensor.raw_data))
    weight.CopyFrom(numpy_helper.from_array(1.01 * numpy_helper.to_array(weight), weight.name))


def _drop_the_last_node(model: onnx.ModelProto) -> None:
    del model.graph.node[-1]


@pytest.mark.parametrize(("change", "named"), [(_scale_a_weight, "does not agree"), (_drop_the_last_node, "not valid ONNX")])
def test_a_wrong_file_is_not_delivered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[onnx.ModelProto], None], named: str
) -> None:
    target = tmp_path / "net.onnx"
    target.write_bytes(b"older")
    monkeypatch.setattr(deliver, "to_onnx", _tampered(change))
    with pytest.raises(ExplorerError, match=named) as caught:
        export_onnx(SMALL, target)
    assert not isinstance(caught.value, BadInput)
    assert [p.name for p in tmp_path.iterdir()] == ["net.onnx"]
    assert target.read_bytes() == b"older"


def test_two_classes_within_the_tolerance_are_no_difference() -> None:
    reference = verify.Reference(1, 0, np.array([[1.0, 0.99999]], dtype=np.float32))
    assert verify.judge(reference, np.array([[0.99999, 1.0]], dtype=np.float32))["passed"]
    other = verify.judge(reference, np.array([[0.5, 1.0]], dtype=np.float32))
    assert not other["passed"]
    with pytest.raises(ExplorerError, match="not finite"):
        verify.judge(reference, np.array([[np.nan, 1.0]], dtype=np.float32))
    with pytest.raises(ExplorerError, match="shape"):
        verify.judge(reference, np.zeros((1, 3), dtype=np.float32))


@pytest.mark.parametrize("step", ["build", "export", "check", "verify"])
def test_cancel_at_every_step_leaves_nothing(tmp_path: Path, step: str) -> None:
    steps = ["build", "export", "check", "verify"]
    told: list[float] = []
    with pytest.raises(Cancelled):
        export_onnx(
            SMALL, tmp_path / "net.onnx", progress=lambda fraction, text: told.append(fraction),
            cancelled=lambda: len(told) > steps.index(step),
        )
    assert told == sorted(told)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"batch": 0}, "batch = 0"), ({"batch": 1025}, "1 to 1024"), ({"batch": "two"}, "dynamic"),
        ({"batch": True}, "batch = True"),
        ({"opset": 12}, "opset = 12"), ({"opset": 24}, "13 to 23"), ({"opset": "17"}, "whole"), ({"seed": -1}, "seed = -1"),
        ({"seed": 1.5}, "seed = 1.5"),
    ],
)
def test_requests_that_cannot_be_met(tmp_path: Path, options: dict[str, Any], named: str) -> None:
    with pytest.raises(BadInput, match=named):
        export_onnx(SMALL, tmp_path / "net.onnx", **options)


@pytest.mark.parametrize("place", ["absent/net.onnx", "", "pipe", "x" * 300])
def test_places_that_cannot_be_written_are_refused_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr(deliver, "weighted", lambda *_, **__: pytest.fail("worked before looking at the place"))
    with pytest.raises(BadInput, match="cannot write"):
        export_onnx(SMALL, tmp_path / place)
    assert [p.name for p in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unwritable for root")
def test_a_folder_without_permission_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(BadInput, match="Permission denied"):
        export_onnx(SMALL, tmp_path / "net.onnx")
    tmp_path.chmod(0o700)


def test_an_illegal_recipe_and_too_little_memory_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadInput, match="groups = 7"):
        export_onnx(SMALL.with_value("groups", 7), tmp_path / "net.onnx")
    (tmp_path / "meminfo").write_text("MemAvailable: 1000 kB\n")
    monkeypatch.setattr(memory, "MEMINFO", tmp_path / "meminfo")
    with pytest.raises(BadInput, match="exporting this network needs about"):
        export_onnx(SMALL, tmp_path / "net.onnx")
    monkeypatch.setattr(deliver, "ONE_FILE_BYTES", 1000)
    with pytest.raises(BadInput, match="one ONNX file holds at most"):
        export_onnx(SMALL, tmp_path / "net.onnx")


def test_dynamo_takes_over_what_torchscript_cannot_write() -> None:
    network = nn.Sequential(nn.Conv2d(3, 4, 1), nn.ChannelShuffle(2)).eval()
    image = torch.zeros(2, 3, 4, 4)
    model, name = to_onnx(network, image, 18, dynamic=True)
    assert name == exporter.DYNAMO
    onnx.checker.check_model(model, full_check=True)
    with pytest.raises(BadInput, match="take 18 or newer"):
        to_onnx(network, image, 17, dynamic=True)
