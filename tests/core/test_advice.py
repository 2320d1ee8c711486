"""Advice and measures read out of real analyses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from explorer.analysis import analyse
from explorer.core.advice import REASONS, advice
from explorer.core.errors import BadInput
from explorer.core.measures import bytes_of, receptive_of, resolutions
from explorer.core.recipe import Recipe
from explorer.core.rules import RULES

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def rules_at(recipe: Recipe, place: str) -> set[str]:
    return {remark["rule"] for remark in advice(analyse(recipe, edges=False), place)}


@pytest.mark.parametrize(
    ("rule", "place", "has", "has_not"),
    [
        ("G1", "stages.3.1", Recipe.of("mobilenet_v2"), Recipe.of("mobilenet_v2", {"expansion": 2})),
        ("G2", "stages.3.1", Recipe.of("resnext101_32x8d"), Recipe.of("resnet50")),
        ("G3", "stages.3.a", Recipe.of("googlenet"), Recipe.of("squeezenet1_1")),
        ("G4", "stages.3.1", Recipe.of("mobilenet_v2"), Recipe.of("mobilenet_v2", {"convolution": "standard"})),
        ("narrow", "stages.3.1", Recipe.of("mobilenet_v2", {"activation.project": "relu6"}), Recipe.of("mobilenet_v2")),
        ("multiple", "stages.2.1", Recipe.of("shufflenet_v2_x1_0"), Recipe.of("mobilenet_v2")),
        ("fragments", "stages.2.1", Recipe.of("resnext50_32x4d"), Recipe.of("resnet50")),
        ("standard", "stages.2.0", Recipe.of("mobilenet_v1", {"convolution": "standard"}), Recipe.of("mobilenet_v1")),
    ],
)
def test_a_rule_speaks_where_it_should_and_only_there(rule: str, place: str, has: Recipe, has_not: Recipe) -> None:
    if rule == "G3":
        place = next(n["id"] for n in analyse(has)["graph"]["nodes"] if n["role"] == "block")
    assert rule in rules_at(has, place)
    assert rule not in rules_at(has_not, "" if rule == "G3" else place)


def test_every_remark_can_be_said_and_names_its_source() -> None:
    found = advice(analyse(Recipe.of("googlenet", {"groups": 4}), edges=False))
    assert found
    for remark in found:
        template, *arguments = remark["text"]
        assert "{" not in template.format(*arguments)
        assert remark["reason"][0] == REASONS[remark["rule"]][0]
        assert "arXiv" in remark["source"] or "NVIDIA" in remark["source"]


@pytest.mark.parametrize("recipe", [
    Recipe("densenet121"), Recipe("repvgg_a0"), Recipe("mobilenet_v2"), Recipe("inception_v3"), Recipe("alexnet"),
], ids=lambda recipe: recipe.preset)
def test_advice_is_the_same_whatever_is_counted(recipe: Recipe) -> None:
    usual = advice(analyse(recipe, edges=False))
    for rule in RULES:
        assert advice(analyse(recipe, rule, edges=False)) == usual, rule


def test_what_a_separable_convolution_would_take_is_the_paper_s_formula() -> None:
    remark = next(r for r in advice(analyse(Recipe("vgg16"), "flops", edges=False)) if r["path"] == "stages.3.1")
    assert remark["text"][-1] == f"{1 / (1 / 256 + 1 / 9):.1f}"


def test_a_layer_gets_the_advice_of_its_block() -> None:
    answer = analyse(Recipe.of("mobilenet_v2"), edges=False)
    assert advice(answer, "stages.3.1.expand.conv") == advice(answer, "stages.3.1")
    inside = [r for r in advice(answer) if r["path"].startswith("stages.3.")]
    assert advice(answer, "stages.3") == inside


def test_g1_says_how_far_from_the_bound() -> None:
    """48 → 48 channels would be the bound itself; 32 → 192 on 28×28 moves hw(c1 + c2) + c1c2 = 181,760 for at least 129,092."""
    (remark, *_) = [r for r in advice(analyse(Recipe("mobilenet_v2")), "stages.3.1") if r["rule"] == "G1"]
    area, macs = 28 * 28, 28 * 28 * 32 * 192
    least = 2 * (area * macs) ** 0.5 + macs / area
    assert remark["text"][-1] == f"{(area * 224 + 32 * 192) / least:.1f}"


def table_of(preset: str, **knobs: object) -> Callable[[], dict[int, dict[str, Any]]]:
    return lambda: table(preset, **knobs)


def table(preset: str, **knobs: object) -> dict[int, dict[str, Any]]:
    return {row["size"][0]: row for row in resolutions(analyse(Recipe.of(preset, knobs), edges=False))}


PRINTED = {
    "MobileNetV1_channels/KB": table_of("mobilenet_v1"), "MobileNetV2": table_of("mobilenet_v2"),
    "ShuffleNet_2x_g3": table_of("shufflenet_v1", alpha=2.0, groups=3),
}
AGREE = {  # (column, side): as printed, up to the paper's rounding; docs/numbers.md explains the others
    ("MobileNetV1_channels/KB", 56), ("MobileNetV1_channels/KB", 28), ("MobileNetV1_channels/KB", 14),
    ("MobileNetV1_channels/KB", 1), ("MobileNetV2", 1), ("ShuffleNet_2x_g3", 56),
}


def test_table_3_of_mobilenet_v2_agrees_where_the_document_says() -> None:
    records = json.loads((RESOURCES / "published.json").read_text(encoding="utf-8"))["records"]
    rows = {r["variant"]: r["metrics"] for r in records if r["variant"].startswith("max channels/memory at ")}
    agree = set()
    for side in (56, 28, 14, 7, 1):
        for column, printed in rows[f"max channels/memory at {side}x{side}"].items():
            channels, kilobytes = printed.rstrip("K").split("/")
            ours = PRINTED[column]()[side]["between"]
            near = abs(bytes_of(ours["elements"], "float16") / 1000 - float(kilobytes)) < max(1, 0.01 * float(kilobytes))
            if ours["channels"] == int(channels) and near:
                agree.add((column, side))
    assert agree == AGREE


def test_the_largest_single_tensors_of_mobilenet_v2() -> None:
    rows = table("mobilenet_v2")
    assert [rows[s]["single"]["channels"] for s in (112, 56, 28, 14)] == [96, 144, 192, 576]
    assert rows[56]["single"]["elements"] == 144 * 56 * 56


def test_a_node_has_the_receptive_field_of_its_last_layer() -> None:
    answer = analyse(Recipe("mobilenet_v2"), edges=False)
    nodes = {n["id"]: n for n in answer["graph"]["nodes"]}
    assert receptive_of(answer, nodes["stem"]) == {"size": [3, 3], "stride": [2, 2], "start": [-1, -1]}
    assert receptive_of(answer, nodes["classifier"]) == {"size": [224, 224], "stride": [224, 224], "start": [0, 0]}


def test_an_unknown_precision_is_refused() -> None:
    assert bytes_of(10, "int8") == 10
    with pytest.raises(BadInput, match="no precision named bfloat16"):
        bytes_of(10, "bfloat16")
