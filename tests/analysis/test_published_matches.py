"""What the analysis says is published: of exactly this network, under the source's own rules, and of nothing near it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

import models
from explorer.analysis import analyse, build, settings_of
from explorer.analysis import published as door
from explorer.core.conventions import CONVENTIONS
from explorer.core.published import read_published
from explorer.core.recipe import Recipe, Value
from scripts import match_published

At = dict[str, dict[str, Value]]


def entries(preset: str, knobs: dict[str, Value] | None = None, at: At | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = analyse(Recipe.of(preset, knobs, at))["published"]
    return found


def numbers(found: list[dict[str, Any]]) -> set[int]:
    return {entry["record"] for entry in found}


def test_the_matches_are_those_the_script_writes() -> None:
    assert match_published.MATCHES_FILE.read_text(encoding="utf-8") == match_published.generated()


def test_every_matched_recipe_is_one_of_ours() -> None:
    for recipe in read_published().by_recipe:
        settings_of(recipe)  # raises BadInput where a preset, a knob or a value is not ours


def test_a_paper_s_row_with_its_source_and_difference() -> None:
    first = entries("mobilenet_v2", {"alpha": 1.4})[0]
    assert (first["paper"], first["table"], first["url"]) == (
        "MobileNetV2 (arXiv:1801.04381)", "Table 4", "https://arxiv.org/abs/1801.04381"
    )
    assert (first["kind"], first["top1"], first["macs_m"], first["rule"]) == ("paper", 74.7, 585, "macs")
    assert first["our_macs"] == 582_195_824  # reference/counts.json
    assert first["macs_difference"] == pytest.approx(100 * (582.195824 / 585 - 1), abs=1e-3)


def test_a_large_difference_comes_with_its_reason() -> None:
    first = entries("mobilenet_v2", {"alpha": 1.4})[0]
    assert not first["params_digits"]
    assert "6.06" in first["params_reason"]
    assert first["macs_reason"] == ""
    small = entries("mobilenet_v2")[0]
    assert (small["params_m"], small["params_digits"], small["params_reason"]) == (3.4, True, "")


def test_the_source_s_rules_and_not_the_shown_one() -> None:
    recipe = Recipe.of("shufflenet_v1", {"groups": 4})
    shown = analyse(recipe, "flops")
    row = next(e for e in shown["published"] if e["table"] == "Table 1")
    assert row["rule"] == "macs-no-fc"
    assert row["our_macs"] == analyse(recipe, "macs-no-fc")["macs"] != shown["macs"]
    assert abs(row["macs_difference"]) < 0.5  # 133 M as printed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Recipe.of("shufflenet_v2_x1_0", {"alpha": 0.5}), Recipe("shufflenet_v2_x0_5")),
        (Recipe.of("efficientnet_b0", {"phi": 3}), Recipe("efficientnet_b3")),
        (Recipe.of("resnet50", at={"stages.4": {"repeats": 23}}), Recipe("resnet101")),
        (Recipe.of("mobilenet_v2", {"alpha": 1.0}), Recipe("mobilenet_v2")),
        (Recipe.of("mobilenet_v2", at={"stages.5": {"expansion": 6}}), Recipe("mobilenet_v2")),
        (Recipe.of("repvgg_a1", at={f"stages.{i}": {"repeats": n} for i, n in ((2, 4), (3, 6), (4, 16))}), Recipe("repvgg_b0")),
    ],
)
def test_the_same_network_however_it_is_written(one: Recipe, other: Recipe) -> None:
    found = analyse(one)["published"]
    assert found
    assert found == analyse(other)["published"]


@pytest.mark.parametrize(
    "recipe",
    [
        Recipe.of("mobilenet_v2", {"alpha": 1.39}),
        Recipe.of("mobilenet_v2", {"resolution": 223}),
        Recipe.of("mobilenet_v2", {"activation.expand": "relu"}),  # same counts, another network
        Recipe.of("mobilenet_v2", {"classes": 10}),
        Recipe.of("mobilenet_v2", at={"stages.5.1": {"activation.project": "relu6"}}),
        Recipe.of("mobilenet_v2", at={"stages.9": {"expansion": 4}}),  # acts nowhere: still not the paper's recipe
        Recipe.of("repvgg_a0", {"identity": False}),
    ],
)
def test_what_nobody_reported_borrows_nothing(recipe: Recipe) -> None:
    assert analyse(recipe)["published"] == []


def test_train_and_deploy_have_their_own_records() -> None:
    train, deploy = entries("repvgg_a0"), entries("repvgg_a0", {"deploy": True})
    assert train
    assert deploy
    assert not numbers(train) & numbers(deploy)


def test_an_accuracy_with_conditions_stands_behind_one_without() -> None:
    found = entries("resnet50", {"stride_on": "1x1"})
    first = next(e for e in found if e["top1"] is not None)
    assert first["conditions"] == []
    assert any("10-crop" in e["conditions"] for e in found)
    assert [bool(e["conditions"]) for e in found] == sorted(bool(e["conditions"]) for e in found)


@pytest.mark.parametrize("preset", ["mobilenet_v1", "squeezenet1_0", "mixer_s32", "densenet121", "repvgg_a0", "vgg11_bn"])
def test_conventions_of_parameters_against_torch_s_own_modules(preset: str) -> None:
    net = models.build(preset)
    analysis = analyse(Recipe(preset))
    counted = door.counted_parameters(build(Recipe(preset))[0].modules(), analysis["layers"])
    state = {name: value for name, value in net.state_dict().items() if not name.endswith("num_batches_tracked")}
    norms = {name for name, module in net.named_modules() if isinstance(module, nn.BatchNorm2d)}
    linear = [module for module in net.modules() if isinstance(module, nn.Linear)]
    learnable = {name: p.numel() for name, p in net.named_parameters()}
    assert counted.keys() == CONVENTIONS.keys()
    assert counted["learnable"] == sum(learnable.values())
    assert counted["statistics"] == sum(v.numel() for v in state.values() if isinstance(v, torch.Tensor))
    assert counted["no-bn"] == sum(n for name, n in learnable.items() if name.rpartition(".")[0] not in norms)
    assert counted["no-bias"] == sum(n for name, n in learnable.items() if not name.endswith("bias"))
    head = sum(p.numel() for p in linear[-1].parameters()) if linear else 0
    assert counted["no-head"] == sum(learnable.values()) - head


def test_a_damaged_data_set_keeps_no_network_from_its_analysis(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tmp_path / "published.json"
    broken.write_text("{", encoding="utf-8")
    monkeypatch.setattr(door, "read_published", lambda: read_published(broken))
    door.shelf.cache_clear()
    try:
        with caplog.at_level(logging.WARNING):
            assert entries("mobilenet_v2") == []
        assert "published results are left out" in caplog.text
    finally:
        door.shelf.cache_clear()
