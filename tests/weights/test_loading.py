"""Weights from a file: the same network again under every naming and format, what a tweak keeps, and what the report says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from explorer.analysis import instantiate
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.core.weights import OwnAccuracy
from explorer.weights import Checkpoint, choose_file, report_of, weighted
from explorer.weights.match import match
from tests.weights.files import ROWS, answer, in_names_of, network, row_of, saved

SMALL = Recipe.of("mobilenet_v2", {"resolution": 64})
PEERS = (
    ("torchvision", "mobilenet_v2", 64), ("timm", "mobilenetv2_100", 64), ("torchvision", "resnet18", 64),
    ("torchvision", "efficientnet_b0", 64), ("timm", "mobilenetv3_small_100", 64), ("torchvision", "shufflenet_v2_x0_5", 64),
    ("timm", "repvgg_a0", 64), ("torchvision", "squeezenet1_1", 64), ("torchvision", "densenet121", 64),
)


def recipe_of(row: dict[str, Any], side: int) -> Recipe:
    return Recipe.of(row["preset"], {**row["knobs"], "resolution": side})


@pytest.mark.parametrize(("package", "peer", "side"), PEERS, ids=str)
def test_a_peers_checkpoint_gives_the_peers_network(tmp_path: Path, package: str, peer: str, side: int) -> None:
    row = row_of(package, peer)
    recipe = recipe_of(row, side)
    net = network(recipe)
    chosen = choose_file(recipe, saved(in_names_of(row, net), tmp_path / "peer.pth"))
    loaded = weighted(chosen, 0)
    assert torch.equal(answer(loaded.module, recipe), answer(net, recipe))
    report = loaded.report
    assert report is not None
    assert (report["naming"], report["peer"]) == (package, peer)
    assert report["matched"] == report["needed"] == report["tensors"] == len(net.state_dict())
    assert report["reinitialised"] == report["unused"] == []
    assert ("ε" in report["remark"]) == (peer == "mobilenetv3_small_100")


def rows() -> list[Any]:
    """Every peer; those of many layers for make test-full only."""
    deep = 250
    return [
        pytest.param(row, id=f"{row['package']} {row['peer']}", marks=[pytest.mark.slow] * (len(row["ours"]) > deep))
        for row in ROWS
    ]


@pytest.mark.parametrize("row", rows())
def test_every_peers_names_lead_to_every_tensor(row: dict[str, Any], tmp_path: Path) -> None:
    """By shapes alone, on the meta device; scripts/parity_load.py loads what the packages themselves save."""
    recipe = Recipe.of(row["preset"], row["knobs"])
    with torch.device("meta"):
        net = instantiate(recipe)
    state = in_names_of(row, net)
    found = match(recipe, Checkpoint(tmp_path / "peer.pth", "", state))
    called = {name.rpartition(".")[0] for name in net.state_dict()} & set(row["ours"])
    assert set(found.fitting) == {name for name in net.state_dict() if name.rpartition(".")[0] in called}
    assert found.unused == []
    alike = [other for other in ROWS if other["theirs"] == row["theirs"] and other["preset"] == row["preset"]]
    alike = [other for other in alike if other["knobs"] == row["knobs"]]
    if any(path.startswith("aux") for path in row["ours"]):  # a file without the heads is taken for the peer's that has none
        headless = [other for other in ROWS if other["preset"] == row["preset"] and set(other["theirs"]) < set(row["theirs"])]
        alike = headless or alike
    assert (found.naming.convention, found.naming.peer) == (alike[0]["package"], alike[0]["peer"])


def test_a_linear_layer_written_as_a_convolution_fits(tmp_path: Path) -> None:
    row = row_of("timm", "mobilenetv3_small_100")
    recipe = recipe_of(row, 64)
    net = network(recipe)
    state = in_names_of(row, net)
    state["conv_head.weight"] = state["conv_head.weight"][:, :, None, None]  # timm's own shape of it
    loaded = weighted(choose_file(recipe, saved(state, tmp_path / "peer.safetensors")), 0)
    assert torch.equal(answer(loaded.module, recipe), answer(net, recipe))


def test_torchvisions_old_densenet_names_are_read(tmp_path: Path) -> None:
    row = row_of("torchvision", "densenet121")
    recipe = recipe_of(row, 64)
    net = network(recipe)
    state = {name.replace("norm1.", "norm.1.").replace("conv2.", "conv.2."): t for name, t in in_names_of(row, net).items()}
    state = {name: t for name, t in state.items() if not name.endswith("num_batches_tracked")}  # they came later
    assert any(".norm.1.weight" in name for name in state)
    report = report_of(choose_file(recipe, saved(state, tmp_path / "old.pth")))
    assert report["matched"] == report["needed"] == report["tensors"] == len(state)


@pytest.mark.parametrize("name", ["own.safetensors", "own.pth", "own.bin"])
@pytest.mark.parametrize("dtype", [torch.float32, torch.float16])
def test_our_own_names_in_both_formats(tmp_path: Path, name: str, dtype: torch.dtype) -> None:
    net = network(SMALL).to(dtype)
    loaded = weighted(choose_file(SMALL, saved(net.state_dict(), tmp_path / name)), 0)
    assert loaded.report is not None
    assert (loaded.report["naming"], loaded.report["peer"]) == ("architecture_explorer", "")
    assert torch.equal(answer(loaded.module, SMALL), answer(net.float(), SMALL))


@pytest.mark.parametrize(
    ("wrapper", "prefix"), [("state_dict", "module."), ("model", "_orig_mod."), ("model_ema", "module._orig_mod."), ("ema", "")]
)
def test_wrappers_and_prefixes_are_taken_off(tmp_path: Path, wrapper: str, prefix: str) -> None:
    net = network(SMALL)
    state = {wrapper: {prefix + name: tensor for name, tensor in net.state_dict().items()}, "epoch": 3}
    loaded = weighted(choose_file(SMALL, saved(state, tmp_path / "wrapped.pt")), 0)
    assert loaded.report is not None
    assert (loaded.report["wrapper"], loaded.report["unused"]) == (wrapper, [])
    assert torch.equal(answer(loaded.module, SMALL), answer(net, SMALL))


@pytest.mark.parametrize("suffix", ["safetensors", "pth"])
def test_a_file_of_our_training_script_knows_its_recipe(tmp_path: Path, suffix: str) -> None:
    recipe = Recipe.of("mobilenet_v2", {"alpha": 0.5, "resolution": 64, "classes": 10})
    notes = {
        "architecture_explorer.recipe": json.dumps(recipe.to_json()), "architecture_explorer.digest": recipe.digest(),
    }
    path = tmp_path / f"trained.{suffix}"
    state = network(recipe).state_dict()
    if suffix == "pth":
        torch.save({"state_dict": state, **notes}, path)
    else:
        from safetensors.torch import save_file

        save_file(state, path, metadata=notes)
    assert report_of(choose_file(recipe, path))["trained_from_this"]
    other = report_of(choose_file(recipe.with_value("activation.expand", "silu"), path))
    assert not other["trained_from_this"]
    assert other["trained_from"] == recipe.digest()
    with pytest.raises(BadInput, match="trained from a recipe of mobilenet_v2"):
        choose_file(Recipe.of("squeezenet1_1"), path)
    assert report_of(choose_file(recipe.with_value("alpha", 1.7).with_value("classes", 7), path))["matched"] >= 0


def test_a_tweak_keeps_what_fits_and_draws_the_rest_from_the_seed(tmp_path: Path) -> None:
    net = network(SMALL)
    row = row_of("torchvision", "mobilenet_v2")
    path = saved(in_names_of(row, net), tmp_path / "peer.pth")
    tweaked = choose_file(SMALL, path).with_value("classes", 10).with_value("expansion", 3, "stages.5.1")
    loaded = weighted(tweaked, 0)
    report, held = loaded.report, net.state_dict()
    assert report is not None
    random = {entry["name"]: entry for entry in report["reinitialised"]}
    assert {name for name in random if not name.startswith("stages.5.1.")} == {"classifier.weight", "classifier.bias"}
    assert random["classifier.weight"] == {
        "name": "classifier.weight", "reason": "shape", "needs": [10, 1280], "has": [1000, 1280],
    }
    assert "stages.5.1.project.norm.weight" not in random, "its channels did not change"
    for name, tensor in loaded.module.state_dict().items():
        if name in random:
            assert tensor.ndim == 1 or float(tensor.std()) > 0
        elif not name.startswith("stages.5.1.") or not name.endswith("num_batches_tracked"):
            assert torch.equal(tensor, held[name]), name
    assert report["matched"] + len(random) == report["needed"]
    assert f"the other {len(random)} random, seed 0" in loaded.words
    assert torch.equal(answer(weighted(tweaked, 0).module, SMALL), answer(loaded.module, SMALL))
    assert not torch.equal(answer(weighted(tweaked, 1).module, SMALL), answer(loaded.module, SMALL))
    assert bool(answer(loaded.module, SMALL).isfinite().all())


def test_a_block_that_is_new_is_missing_in_the_file_and_one_that_went_is_unused(tmp_path: Path) -> None:
    path = saved(network(SMALL).state_dict(), tmp_path / "own.safetensors")
    more = report_of(choose_file(SMALL.with_value("se", 4, "stages.3.1"), path))
    assert {entry["reason"] for entry in more["reinitialised"]} == {"missing"}
    assert {entry["name"].rpartition(".")[0] for entry in more["reinitialised"]} == {
        "stages.3.1.se.reduce", "stages.3.1.se.expand",
    }
    fewer = report_of(choose_file(SMALL.with_value("repeats", 2, "stages.3"), path))
    assert fewer["reinitialised"] == []
    assert fewer["unused"]
    assert all(name.startswith("stages.3.2.") for name in fewer["unused"])


def test_statistics_of_a_file_stay_as_they_are_and_fresh_ones_suit_the_signal(tmp_path: Path) -> None:
    path = saved(network(SMALL).state_dict(), tmp_path / "own.safetensors")
    recipe = choose_file(SMALL, path).with_value("expansion", 4, "stages.3.1")
    module = weighted(recipe, 0).module
    seen: dict[str, torch.Tensor] = {}
    norm = module.get_submodule("stages.3.1.expand.norm")
    assert isinstance(norm, nn.BatchNorm2d)
    norm.register_forward_hook(lambda _module, _inputs, output: seen.update(out=output))
    answer(module, SMALL)
    assert 0.3 < float(seen["out"].std()) < 3.0


def test_a_deployed_repvgg_takes_a_training_checkpoint_and_its_own(tmp_path: Path) -> None:
    training = Recipe.of("repvgg_a0", {"resolution": 64})
    deployed = training.with_value("deploy", value=True)
    net = network(training)
    for state in (net.state_dict(), in_names_of(row_of("timm", "repvgg_a0"), net)):
        loaded = weighted(choose_file(deployed, saved(state, tmp_path / "train.pth")), 0)
        assert loaded.report is not None
        assert loaded.report["fused"]
        assert loaded.report["reinitialised"] == []
        assert all("fused" in name or name.startswith("classifier") for name in loaded.module.state_dict())
        expected = answer(net, training)
        assert float((answer(loaded.module, training) - expected).abs().max() / expected.abs().max()) < 1e-4
    fused = weighted(choose_file(deployed, saved(net.state_dict(), tmp_path / "train.pth")), 0).module
    names = dict(zip(*(row_of("timm", "repvgg_a0")[side] for side in ("ours", "theirs")), strict=True))
    timm = {}
    for name, tensor in fused.state_dict().items():
        path, _, kind = name.rpartition(".")
        theirs = names[path.replace(".fused", ".conv.conv")].replace("conv_kxk.conv", "reparam_conv")
        timm[f"{theirs}.{kind}"] = tensor
    for state in (fused.state_dict(), timm):
        again = weighted(choose_file(deployed, saved(state, tmp_path / "deploy.pth")), 0)
        assert again.report is not None
        assert not again.report["fused"]
        assert again.report["matched"] == again.report["needed"]
        assert torch.equal(answer(again.module, training), answer(fused, training))


def test_own_accuracy_counts_for_the_recipe_it_was_stated_for_only(tmp_path: Path) -> None:
    path = saved(network(SMALL).state_dict(), tmp_path / "own.safetensors")
    chosen = choose_file(SMALL, path)
    assert chosen.weights is not None
    own = OwnAccuracy(71.3, "CIFAR-100", SMALL.digest())
    from dataclasses import replace

    stated = chosen.with_weights(replace(chosen.weights, accuracy=own))
    assert report_of(stated)["own_accuracy"] == {"top1": 71.3, "dataset": "CIFAR-100", "digest": SMALL.digest()}
    assert "own_accuracy" not in report_of(stated.with_value("resolution", 96))
    assert "own_accuracy" not in report_of(stated.with_value("classes", 10))
    assert "own_accuracy" not in report_of(chosen)
    assert choose_file(stated, path) == stated
    saved(network(SMALL.with_value("alpha", 0.5)).state_dict(), path)
    assert "own_accuracy" not in report_of(choose_file(stated.with_value("alpha", 0.5), path))
