"""Comparisons: every cell against figures counted elsewhere, differences by hand, nothing borrowed, copies that parse back."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from functools import cache
from math import prod
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

import models
from explorer.analysis import analyse
from explorer.core import rules
from explorer.core.compare import (
    BY_NAME,
    CELLS,
    PLACES,
    SHOWN,
    Cell,
    Comparison,
    Entry,
    brief,
    cells_of,
    changes,
    distinct,
    named,
    stages_of,
)
from explorer.core.compare_diff import KnobDifference, knob_differences, stage_pairs
from explorer.core.compare_table import chosen_quantities, comparison_table, comparison_text, document
from explorer.core.errors import BadInput
from explorer.core.measures import PRECISIONS
from explorer.core.recipe import Recipe
from explorer.core.tabular import to_csv, to_latex, to_markdown
from explorer.core.weights import OwnAccuracy, WeightsFile

COUNTS = json.loads((Path(__file__).resolve().parents[1] / "data" / "counts.json").read_text(encoding="utf-8"))
PRESETS = ("mobilenet_v2", "mobilenet_v1", "shufflenet_v2_x1_0", "resnet50")
EDITED = Recipe.of("mobilenet_v2", {"alpha": 0.75}, {"stages.5": {"expansion": 4}})
MEASURED: dict[str, Any] = {
    "median_ms": 10.0, "p10_ms": 9.5, "p90_ms": 11.0, "n": 50, "flags": [["noisy: {0} %", "7"]],
    "fingerprint": {"cpu": "CPU X", "runtime": "PyTorch eager", "torch": "2.13.0"},
}


@cache
def figures(recipe: Recipe, rule: str = rules.DEFAULT) -> dict[str, Any]:
    return brief(analyse(recipe, rule, edges=False))


def entry(recipe: Recipe | str, name: str = "", **more: Any) -> Entry:
    chosen = Recipe(recipe) if isinstance(recipe, str) else recipe
    return Entry(name or chosen.preset, chosen, figures(chosen), **more)


def cell(name: str) -> Cell:
    return CELLS[PLACES[name]]


def values(comparison: Comparison, name: str) -> list[Any]:
    return [comparison.value(row, cell(name)) for row in range(len(comparison.entries))]


@pytest.fixture
def comparison() -> Comparison:
    return Comparison([*(entry(preset) for preset in PRESETS), entry(EDITED, "thin")])


def peers(preset: str) -> dict[str, Any]:
    """Parameters and MACs as torchvision or timm count them at 224 px."""
    found = [r for r in COUNTS if r["preset"] == preset and r["knobs"] in ({}, {"alpha": 1.0, "resolution": 224}, {"alpha": 1.0})]
    return found[0]  # type: ignore[no-any-return]


@pytest.mark.parametrize("preset", PRESETS)
def test_params_and_macs_are_the_peers_counts(comparison: Comparison, preset: str) -> None:
    row = PRESETS.index(preset)
    assert comparison.value(row, cell("params")) == peers(preset)["params"] / 1e6
    assert comparison.value(row, cell("macs")) == peers(preset)["macs"] / 1e6


@pytest.mark.parametrize("precision", PRECISIONS)
def test_memory_is_added_up_layer_by_layer(precision: str) -> None:
    for recipe in (Recipe("mobilenet_v2"), EDITED):
        analysis = analyse(recipe)
        shown = Comparison([Entry("a", recipe, brief(analysis))], 0, precision=precision)
        width = {"float32": 4, "float16": 2, "int8": 1}[precision]
        written = sum(y["activations"] for y in analysis["layers"])
        moved = sum(y["access"] for y in analysis["layers"])
        assert shown.value(0, cell("activations")) == width * written / 1e6
        assert shown.value(0, cell("access")) == width * moved / 1e6
        assert shown.value(0, cell("weights")) == width * sum(y["params"] for y in analysis["layers"]) / 1e6
        alive = sum(tensor["elements"] for tensor in analysis["memory"]["alive"])
        assert shown.value(0, cell("peak")) == width * alive / 1e6
        assert shown.value(0, cell("intensity")) == sum(y["macs"] for y in analysis["layers"]) / moved
        assert prod(analysis["input"]) > 0


def test_differences_are_per_cent_of_the_baseline_and_points_of_an_accuracy(comparison: Comparison) -> None:
    for name in ("params", "macs", "peak", "access", "intensity"):
        shown = values(comparison, name)
        assert values(comparison, f"{name}.delta") == [None, *(100 * (v - shown[0]) / shown[0] for v in shown[1:])]
    assert values(comparison, "macs.delta")[1] == pytest.approx(100 * (peers("mobilenet_v1")["macs"] / 300774272 - 1))
    assert values(comparison, "top1") == [72.0, 70.6, 69.4, 76.1, None]
    assert values(comparison, "top1.delta")[1:3] == pytest.approx([-1.4, -2.6])
    assert values(comparison, "top1.delta")[4] is None


def test_another_baseline_moves_every_difference(comparison: Comparison) -> None:
    other = replace(comparison, baseline=3)
    base = peers("resnet50")["macs"]
    assert values(other, "macs.delta")[0] == pytest.approx(100 * (300774272 - base) / base)
    assert values(other, "macs.delta")[3] is None
    assert all(value is None for value in values(replace(comparison, baseline=None), "macs.delta"))


def extras(preset: str) -> int:
    """Outputs of biased layers once, elements of BatchNorms twice, from a real forward pass."""
    seen: list[int] = []

    def note(module: nn.Module, _inputs: object, output: torch.Tensor) -> None:
        seen.append((2 if isinstance(module, nn.BatchNorm2d) else 1) * output.numel())

    net = models.build(preset).eval()
    for module in net.modules():
        if isinstance(module, nn.BatchNorm2d | nn.Conv2d | nn.Linear) and module.bias is not None:
            module.register_forward_hook(note)
    with torch.no_grad():
        net(torch.zeros(1, 3, 224, 224))
    return sum(seen)


@pytest.mark.parametrize("rule", rules.RULES)
def test_every_count_follows_the_rule(rule: str) -> None:
    recipes = [Recipe(preset) for preset in PRESETS]
    shown = Comparison([Entry(r.preset, r, figures(r, rule)) for r in recipes], 0, rule)
    linear = {p: sum(y["macs"] for y in analyse(Recipe(p))["layers"] if y["kind"] == "linear") for p in PRESETS}
    for row, preset in enumerate(PRESETS):
        plain = peers(preset)["macs"]
        expected = {
            "macs": plain, "flops": 2 * plain, "macs-no-fc": plain - linear[preset], "macs-bias-bn": plain + extras(preset),
        }[rule]
        assert shown.value(row, cell("macs")) == expected / 1e6
        assert sum(stage["macs"] for stage in stages_of(shown.entries[row].figures or {})) == expected
        assert shown.value(row, cell("intensity")) == plain / figures(recipes[row])["access"], "intensity knows no rule"
    assert shown.title(cell("macs")).startswith(rules.RULES[rule].title)
    assert shown.title(cell("macs.delta")) == f"Δ {rules.RULES[rule].title} (%)"


def test_a_published_accuracy_is_of_exactly_this_network() -> None:
    published = entry("mobilenet_v2").accuracy
    assert published is not None
    assert published.kind == "published"
    assert published.provenance() == "published: MobileNetV2, Table 4"
    for knob, value in (("alpha", 0.74), ("activation.project", "relu6"), ("resolution", 223)):
        assert entry(Recipe.of("mobilenet_v2", {knob: value})).accuracy is None
    same_by_words = Recipe.of("mobilenet_v2", {"alpha": 1.0})
    assert entry(same_by_words).accuracy == published, "what a recipe says does not matter, only what network it is"


def test_an_own_accuracy_holds_for_its_recipe_alone() -> None:
    own = OwnAccuracy(64.5, "Flowers", EDITED.digest(), 88.0)
    weights = WeightsFile("/data/mine.pth", "ab" * 32, own)
    held = entry(EDITED.with_weights(weights), "mine", own=own).accuracy
    assert held is not None
    assert (held.kind, held.top1, held.top5) == ("own", 64.5, 88.0)
    assert held.provenance() == "own: mine.pth, Flowers"
    further = EDITED.with_value("groups", 2).with_weights(weights)
    assert entry(further, own=own).accuracy is None
    assert entry(EDITED.with_weights(weights)).accuracy is None, "stated, but nobody has held the file against the recipe"
    shown = Comparison([entry("mobilenet_v2"), entry(EDITED.with_weights(weights), "mine", own=own)])
    assert shown.value(1, cell("top1.delta")) is None, "another data set cannot be subtracted"


def test_the_best_of_a_column() -> None:
    shown = Comparison([entry("mobilenet_v2"), entry("mobilenet_v1"), entry("resnet50"), entry("mobilenet_v2", "again")])
    assert shown.best(cell("params")) == {0, 3}
    assert shown.best(cell("top1")) == {2}
    assert shown.best(cell("intensity")) == frozenset(), "neither more nor less of it is better"
    assert Comparison([entry("mobilenet_v2"), entry("mobilenet_v2", "again")]).best(cell("params")) == frozenset()


def test_rows_are_sorted_as_numbers_and_names_and_what_has_no_value_is_last() -> None:
    rows = [entry("resnet50", "net 10"), Entry("net 2", Recipe("nothing")), entry("mobilenet_v2", "net 3")]
    shown = Comparison(rows)
    assert shown.sorted_rows(cell("params")) == [2, 0, 1]
    assert shown.sorted_rows(cell("params"), descending=True) == [0, 2, 1]
    assert shown.sorted_rows(cell("name")) == [1, 2, 0]


def test_latencies_of_other_conditions_are_named_and_not_compared() -> None:
    rows = [entry("mobilenet_v2", latency=MEASURED), entry("mobilenet_v1", elsewhere=(("cpu, 2 threads, batch 1", 7.25),))]
    shown = Comparison(rows, 0, conditions="cpu, 1 thread, batch 1")
    assert values(shown, "latency") == [10.0, None]
    assert values(shown, "latency.delta") == [None, None]
    notes = "\n".join(comparison_table(shown).notes)
    assert "median of single runs, PyTorch eager 2.13.0, cpu, 1 thread, batch 1; runs 50; CPU X" in notes
    assert "mobilenet_v1 was measured under other conditions only, which are not compared" in notes
    assert "(cpu, 2 threads, batch 1: 7.25 ms)" in notes
    assert "Doubt about the latency of mobilenet_v2: noisy: 7 %" in notes


def test_what_cannot_be_built_is_a_row_with_its_reason() -> None:
    broken = Entry("bad", Recipe.of("mobilenet_v2", {"groups": 7}), refusal=("groups = {0} is not possible", "7"))
    shown = Comparison([entry("mobilenet_v2"), broken])
    assert [shown.value(1, each) for each in CELLS if each.numeric] == [None] * sum(each.numeric for each in CELLS)
    notes = "\n".join(comparison_table(shown).notes)
    assert "bad: preset mobilenet_v2, groups=7; no figures: groups = 7 is not possible" in notes
    assert document(shown)["rows"][1]["refusal"] == "groups = 7 is not possible"


def test_csv_is_read_back_digit_by_digit(comparison: Comparison) -> None:
    text = to_csv(comparison_table(comparison, list(BY_NAME)))
    lines = [line for line in text.split("\r\n") if not line.startswith("# ")]
    rows = list(csv.DictReader(io.StringIO("\r\n".join(lines))))
    assert [row["name"] for row in rows] == [*PRESETS, "thin"]
    for row, number in zip(rows, range(5), strict=True):
        for each in CELLS:
            value = comparison.value(number, each)
            title = comparison.title(each)
            if title in row:
                assert row[title] == ("" if value is None else str(value))
            else:
                assert values(comparison, each.quantity.name) == [None] * 5, "a column is left out where nobody has a value"
    assert "latency (ms)" not in rows[0]
    notes = [line for line in text.split("\r\n") if line.startswith("# ")]
    assert any("Counting rule of every row: macs (Multiply-accumulates" in note for note in notes)
    of_thin = next(note for note in notes if "thin: preset mobilenet_v2, alpha=0.75, stages.5:expansion=4" in note)
    assert EDITED.digest() in of_thin
    assert any("accuracy published: MobileNetV2, Table 4 (weights of the source)" in note for note in notes)


def test_markdown_and_latex_hold_the_same_cells(comparison: Comparison) -> None:
    table = comparison_table(comparison, SHOWN)
    wanted = [[" ".join(text.split()) for text in table.texts(row)] for row in table.rows]
    lines = [line for line in to_markdown(table).split("\n") if line.startswith("| ")][2:]
    assert [[c.strip().replace("\\_", "_") for c in line.strip("|").split("|")] for line in lines] == wanted
    body = to_latex(table).partition(r"\midrule")[2].partition(r"\bottomrule")[0]
    rows = [re.split(r" & ", line.removesuffix(r" \\")) for line in body.strip().split("\n")]
    signs = {r"\ensuremath{-}": "−", r"\ensuremath{\pm}": "±", r"\_": "_"}
    for written, sign in signs.items():
        rows = [[c.replace(written, sign) for c in row] for row in rows]
    assert rows == wanted
    caption = next(line for line in to_latex(table).split("\n") if line.startswith(r"\caption"))
    assert "against mobilenet\\_v2" in caption
    assert "conv + linear + matmul, no bias/BN" in caption
    assert "memory at float32" in caption


def test_the_terminal_table_has_every_shown_cell(comparison: Comparison) -> None:
    lines = comparison_text(comparison).split("\n")
    assert lines[1].startswith("mobilenet_v2")
    assert re.search(r"3\.50 +300\.77 ", lines[1])
    assert "−26.4" in lines[5]
    assert "α 0.75, t 4 in stages.5" not in lines[5], "without the catalogue the knobs bear their names"
    assert "alpha 0.75, expansion 4 in stages.5" in lines[5]


def test_columns_are_chosen_by_name() -> None:
    assert chosen_quantities("") == list(SHOWN)
    assert chosen_quantities("name, macs") == ["name", "macs"]
    assert [c.name for c in cells_of(["macs", "name"])] == ["name", "macs", "macs.delta"]
    with pytest.raises(BadInput, match="no column named size; there are: name, preset"):
        chosen_quantities("size")


def test_names_are_told_apart() -> None:
    assert distinct(["a", "b", "a", "a", "a (2)"]) == ["a", "b", "a (2)", "a (3)", "a (2) (2)"]
    assert [e.name for e in named([entry("resnet50"), entry("resnet50")])] == ["resnet50", "resnet50 (2)"]


def test_small_and_large_numbers_keep_their_digits() -> None:
    texts = {name: cell(name).text for name in ("params", "params.delta", "top1", "top1.delta")}
    assert [texts["params"](v) for v in (0.0, 0.00123456, 0.5, 1234.5)] == ["0.00", "0.00123", "0.50", "1,234.50"]
    assert [texts["params.delta"](v) for v in (0.01, -26.44, 1259.6)] == ["±0", "−26.4", "+1,260"]
    assert [texts["top1.delta"](v) for v in (0.0, -1.4, 2.06)] == ["±0", "−1.4", "+2.1"]
    assert texts["top1"](71.878) == "71.878"
    assert texts["params"](None) == ""


def test_changes_are_named_without_a_catalogue() -> None:
    assert changes(EDITED) == ["alpha 0.75", "expansion 4 in stages.5"]
    assert changes(Recipe("resnet50")) == []


def test_a_brief_analysis_says_what_the_whole_one_says() -> None:
    whole = analyse(EDITED)
    short = brief(whole)
    assert len(json.dumps(short)) < len(json.dumps(whole)) / 5
    assert [{k: v for k, v in row.items() if k != "costs"} for row in stages_of(short)] == stages_of(whole)
    for name in ("params", "activations", "access"):
        assert sum(sum(row["costs"][name]) for row in short["stages"]) == whole[name]
    assert sum(sum(stage["bars"]) for stage in short["stages"]) == whole["macs"]
    assert [stage["id"] for stage in short["stages"]][:3] == ["stem", "stages.1", "stages.2"]
    assert short["knobs"]["stages.5"]["expansion"] == 4
    assert Entry("a", EDITED, whole).accuracy is None


def test_knobs_that_differ_are_named_once_at_the_widest_place() -> None:
    base = figures(Recipe("mobilenet_v2"))
    assert knob_differences(base, figures(EDITED)) == [
        KnobDifference("", "alpha", 1.0, 0.75), KnobDifference("stages.5", "expansion", 6, 4),
    ]
    assert knob_differences(base, base) == []
    one_block = Recipe.of("mobilenet_v2", {}, {"stages.5.1": {"activation.project": "relu6"}})
    assert knob_differences(base, figures(one_block)) == [KnobDifference("stages.5.1", "activation.project", "none", "relu6")]
    other = knob_differences(figures(Recipe("mobilenet_v2")), figures(Recipe.of("shufflenet_v2_x1_0", {"split": 0.3})))
    assert KnobDifference("", "split", None, 0.3) in other
    assert all(each.before != each.now for each in other)


def test_stages_stand_side_by_side_and_those_of_one_alone_are_kept() -> None:
    one, other = figures(Recipe("mobilenet_v2")), figures(EDITED)
    pairs = stage_pairs(one, other)
    assert all(pair.before is not None and pair.now is not None for pair in pairs)
    assert sum(pair.now["macs"] for pair in pairs if pair.now) == other["macs"]
    across = stage_pairs(one, figures(Recipe("vgg16")))
    assert {p.id for p in across if p.now is None} == {"stem", "stages.6", "stages.7", "head"}
    assert {p.id for p in across if p.before is None} == {"hidden"}
    assert sum(p.now["macs"] for p in across if p.now) == figures(Recipe("vgg16"))["macs"]
    assert sum(p.before["params"] for p in across if p.before) == one["params"]
