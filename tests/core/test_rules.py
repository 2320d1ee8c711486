"""Counting rules, by hand and against an analysis."""

from __future__ import annotations

from math import prod

import pytest
import torch
from torch import nn
from torch.nn import functional

import models
from explorer.analysis import analyse
from explorer.analysis.additions import additions
from explorer.analysis.walk import walk
from explorer.core import rules
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe


@pytest.mark.parametrize(
    ("rule", "kind", "counted"),
    [
        ("macs", "pointwise", 1000), ("macs", "linear", 1000), ("macs", "matmul", 1000),
        ("macs-no-fc", "depthwise", 1000), ("macs-no-fc", "linear", 0), ("macs-no-fc", "matmul", 1000),
        ("macs-bias-bn", "standard", 1000), ("flops", "standard", 2000), ("flops", "linear", 2000),
    ],
)
def test_what_a_layer_counts_as(rule: str, kind: str, counted: int) -> None:
    assert rules.named(rule).apply(kind, 1000) == counted


def test_an_unknown_rule_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadInput, match="no counting rule named mac; there are: macs, macs-no-fc, macs-bias-bn, flops"):
        rules.named("mac")


def test_totals_of_mobilenet_v2_under_each_rule() -> None:
    recipe = Recipe.of("mobilenet_v2")
    totals = {rule: analyse(recipe, rule)["macs"] for rule in rules.RULES}
    classifier = 1280 * 1000
    extras = totals.pop("macs-bias-bn") - 300_774_272
    assert totals == {"macs": 300_774_272, "macs-no-fc": 300_774_272 - classifier, "flops": 2 * 300_774_272}
    net = models.build("mobilenet_v2").eval()
    seen: list[int] = []

    def note(module: nn.Module, _inputs: object, output: torch.Tensor) -> None:
        seen.append(2 * output.numel() if isinstance(module, nn.BatchNorm2d) else output.numel())

    for module in net.modules():
        if isinstance(module, nn.BatchNorm2d) or getattr(module, "bias", None) is not None:
            module.register_forward_hook(note)
    with torch.no_grad():
        net(torch.zeros(1, 3, 224, 224))
    assert extras == sum(seen)


@pytest.mark.parametrize("preset", models.presets())
def test_biases_and_normalisations_of_every_preset(preset: str) -> None:
    """By hand from the rows: a biased convolution or linear layer adds its output once, a BatchNorm or LayerNorm twice."""
    plain, more = analyse(Recipe.of(preset)), analyse(Recipe.of(preset), "macs-bias-bn")
    assert more["macs"] == sum(row["macs"] for row in more["layers"]) == plain["counted"]["macs-bias-bn"]
    for one, other in zip(plain["layers"], more["layers"], strict=True):
        extra = 0
        if one["kind"] == "norm" and one["runs"]:
            extra = (2 if one["params"] else 1) * prod(one["output"])
        elif one["kind"] in ("standard", "depthwise", "pointwise", "group", "linear") and one["runs"]:
            ins, out = one["input"][-1 if one["kind"] == "linear" else 1], one["output"][-1 if one["kind"] == "linear" else 1]
            kernel = prod(one.get("kernel", [1]))
            biased = one["params"] == ins // one.get("groups", 1) * out * kernel + out
            extra = prod(one["output"]) if biased else 0
        assert other["macs"] == one["macs"] + extra, one["path"]


def test_functions_with_a_bias_count_it() -> None:
    class Net(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.weight, self.bias = nn.Parameter(torch.zeros(8, 3, 1, 1)), nn.Parameter(torch.zeros(8))

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            x = functional.conv2d(x, self.weight, self.bias)
            x = functional.conv2d(x, torch.zeros(8, 8, 1, 1))
            return functional.layer_norm(functional.conv2d(x, self.weight[:, :1].expand(8, 8, 1, 1), bias=self.bias), (4, 4))

    walked = walk(Net(), (1, 3, 4, 4))
    assert [a for a, r in zip(additions(walked), walked.records, strict=True) if r.macs or r.kind == "norm"] == [128, 0, 128, 128]


def test_every_rule_explains_itself() -> None:
    for name, rule in rules.RULES.items():
        assert rule.describe() == {"name": name, "title": rule.title, "sentence": rule.sentence}
        assert rule.sentence.endswith(".")
