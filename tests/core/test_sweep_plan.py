"""Plans of sweeps: the points of a grid, samples of it, what is refused, and the table of the result."""

from __future__ import annotations

import csv
import itertools
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.core.sweep import Axis, Plan
from explorer.core.sweep_table import sweep_table
from explorer.core.tabular import to_csv, to_markdown

GRID = (Axis("alpha", (0.5, 1.0)), Axis("expansion", (2, 4, 6), "stages.3"))


def test_a_grid_is_the_product_with_the_last_axis_fastest() -> None:
    plan = Plan((Recipe("a"), Recipe("b")), GRID)
    points = [(v.recipe.preset, *v.values) for v in plan.variants()]
    assert points == list(itertools.product("ab", (0.5, 1.0), (2, 4, 6)))
    assert [v.number for v in plan.variants()] == list(range(12))
    assert len(plan) == plan.size() == 12
    last = list(plan.variants())[-1].recipe
    assert (last.values(), last.overrides()) == ({"alpha": 1.0}, {"stages.3": {"expansion": 6}})


@given(st.integers(1, 300), st.integers(0, 5))
def test_a_sample_has_different_points_of_the_grid(count: int, seed: int) -> None:
    axes = (Axis("x", tuple(range(10))), Axis("y", tuple(range(20))))
    whole = [v.values for v in Plan((Recipe("a"),), axes).variants()]
    plan = Plan((Recipe("a"),), axes, sample=count, seed=seed)
    chosen = [v.values for v in plan.variants()]
    assert len(chosen) == len(set(chosen)) == len(plan) == min(count, 200)
    assert chosen == sorted(chosen)
    assert set(chosen) <= set(whole)
    assert chosen == [v.values for v in plan.variants()]


def test_samples_of_other_seeds_differ() -> None:
    axes = (Axis("x", tuple(range(1000))),)
    drawn = {tuple(v.values for v in Plan((Recipe("a"),), axes, sample=10, seed=seed).variants()) for seed in range(5)}
    assert len(drawn) == 5


def test_a_sample_of_a_vast_grid_is_drawn_without_making_it() -> None:
    axes = tuple(Axis(f"k{i}", tuple(range(100))) for i in range(8))
    assert len(list(Plan((Recipe("a"),), axes, sample=3).variants())) == 3


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (((),), "at least one network"),
        (((Recipe("a"),), (Axis("x", ()),)), "the axis x has no values"),
        (((Recipe("a"),), (Axis("x", (1, 1)),)), "the axis x has a value twice: 1, 1"),
        (((Recipe("a"),), (Axis("x", (1,)), Axis("x", (2,)))), "x is an axis twice"),
        (((Recipe("a"),), (Axis("x", tuple(range(2000))), Axis("y", tuple(range(2000))))), "4000000 points; allowed: up to"),
        (((Recipe("a"),), (), -1), "sample = -1 is not allowed"),
        (((Recipe("a"),), (), 0, 0, "nonsense"), "nonsense"),
    ],
)
def test_what_is_no_sweep_is_refused(arguments: tuple[Any, ...], sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        Plan(*arguments)


def test_the_same_knob_at_two_places_is_two_axes() -> None:
    assert len(Plan((Recipe("a"),), (Axis("x", (1, 2)), Axis("x", (1, 2), "stages.1")))) == 4


def test_json_round_trip() -> None:
    plan = Plan((Recipe.of("a", {"alpha": 0.5}),), GRID, 3, 7, "flops", {"threads": 2})
    again = Plan.from_json(json.loads(json.dumps(plan.to_json())))
    assert again == plan
    assert again.digest() == plan.digest()
    assert plan.digest() != Plan((Recipe("a"),), GRID, 3, 7, "flops", {"threads": 2}).digest()


@pytest.mark.parametrize(
    "change",
    [{"format": "x"}, {"version": 2}, {"recipes": "x"}, {"axes": [{"knob": "x"}]}, {"axes": [{"knob": "x", "values": [[1]]}]},
     {"measure": 3}, {"sample": "many"}],
)
def test_what_is_no_document_of_a_sweep_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        Plan.from_json(Plan((Recipe("a"),), GRID).to_json() | change)


FIGURES = {"params": 1234567, "macs": 89, "activations": 7, "access": 6, "peak": 5}
PAPER = {"paper": "A (arXiv:1)", "table": "Table 2", "top1": 70.6, "dataset": "ImageNet-1k", "conditions": []}
EIGHT_BITS = {"conditions": ["8-bit"], "top1": 1.0}


def test_the_table_says_what_was_not_built_and_whose_accuracy_it_is() -> None:
    plan = Plan((Recipe("a"),), (Axis("x", (1, 2, 3)), Axis("flag", (True,))))
    rows = [
        {"preset": "a", "values": [1, True], "digest": "d1", **FIGURES, "published": [PAPER | EIGHT_BITS, PAPER]},
        {"preset": "a", "values": [2, True], "digest": "d2", **FIGURES, "published": [PAPER | {"dataset": "COCO"}]},
        {"preset": "a", "values": [3, True], "digest": "d3", "refused": ["x = {0} is not allowed", "3"]},
    ]
    text = to_csv(sweep_table(plan, rows))
    assert text.startswith("# MACs: ")
    read = list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
    assert [(r["x"], r["flag"], r["parameters"], r["MACs"]) for r in read] == [
        ("1", "true", "1234567", "89"), ("2", "true", "1234567", "89"), ("3", "true", "", ""),
    ]
    assert [(r["published top-1 (%)"], r["published in"]) for r in read] == [("70.6", "A (arXiv:1), Table 2"), ("", ""), ("", "")]
    assert [r["not built because"] for r in read] == ["", "", "x = 3 is not allowed"]
    assert "1,234,567" in to_markdown(sweep_table(plan, rows))


def test_the_table_of_a_measured_sweep_names_conditions_and_doubts() -> None:
    plan = Plan((Recipe("a"),), (Axis("x", (1, 2)),), measure={"device": "cpu", "threads": 2})
    card = {"device_name": "Some CPU", "torch": "2.13.0", "runtime": "PyTorch eager"}
    taken = {"median_ms": 2.5, "p10_ms": 2.25, "p90_ms": 3.0, "n": 50, "flags": [["noisy: {0} %", "12"]], "fingerprint": card,
             "worker": "lab"}
    row = {"preset": "a", "digest": "d", **FIGURES, "published": []}
    rows = [row | {"values": [1], "measured": taken}, row | {"values": [2], "measured": {"refused": ["too large: {0}", "9 GB"]}}]
    text = to_csv(sweep_table(plan, rows))
    assert "# measured with device cpu, threads 2\r\n# on Some CPU, torch 2.13.0, PyTorch eager\r\n" in text
    first, second = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    assert (first["median (ms)"], first["p90 (ms)"], first["runs"], first["doubts"]) == ("2.5", "3.0", "50", "noisy: 12 %")
    assert (first["measured on"], second["measured on"]) == ("lab: Some CPU", "")
    assert (second["median (ms)"], second["MACs"], second["not built because"]) == ("", "89", "too large: 9 GB")
