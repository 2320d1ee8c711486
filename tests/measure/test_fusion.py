"""The comparison of the fused with the training-time network: what it says, and that it would notice an error."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from torch import nn

from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.measure import compare_fused
from models.registry import REGISTRY

THIN = {"alpha": 0.25, "resolution": 64, "classes": 10}
BLOCKS = 22  # of RepVGG-A0
CASES = [
    Recipe.of("repvgg_a0", THIN),
    Recipe.of("repvgg_a0", {**THIN, "deploy": True}),
    Recipe.of("repvgg_a0", {**THIN, "se": 4, "groups": 2}, {"stages.4": {"identity": False}}),
]


@pytest.mark.parametrize("recipe", CASES, ids=str)
def test_both_forms_are_one_function_up_to_rounding(recipe: Recipe) -> None:
    report = compare_fused(recipe, seed=3)
    single, double = report["checks"]
    assert report["passed"]
    assert (single["dtype"], double["dtype"]) == ("float32", "float64")
    assert 0 < double["max_rel"] < 1e-9
    assert 1e6 < single["max_rel"] / double["max_rel"] < 1e11, "rounding shrinks with the precision"
    trained, fused = report["convolutions"]
    assert trained - fused == BLOCKS  # a 3×3 and a 1×1 become one convolution
    assert report["params"][1] < report["params"][0]
    assert report["digest"] == recipe.digest()


def test_the_same_seed_gives_the_same_figures() -> None:
    one, two, other = (compare_fused(CASES[0], seed)["checks"] for seed in (1, 1, 2))
    assert one == two
    assert one != other


def test_a_wrong_fusion_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bias that is off by a thousandth of it, in one layer."""
    entry, preset = REGISTRY.presets["repvgg_a0"]
    right = entry.fuse
    assert right is not None

    def wrong(net: nn.Module) -> nn.Module:
        fused = right(net)
        bias = next(m for m in fused.modules() if isinstance(m, nn.Conv2d)).bias
        assert bias is not None
        with torch.no_grad():
            bias.mul_(1.001)
        return fused

    monkeypatch.setitem(REGISTRY.presets, "repvgg_a0", (replace(entry, fuse=wrong), preset))
    report = compare_fused(CASES[0])
    assert not report["passed"]
    assert report["checks"][1]["max_rel"] > 1e-6


def test_an_architecture_without_a_fused_form_is_refused() -> None:
    with pytest.raises(BadInput, match="ResNet has no fused form"):
        compare_fused(Recipe("resnet18"))
