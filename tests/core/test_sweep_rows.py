"""Rows of a sweep: order, files that are whole, torn or no sweep, and values as they are typed."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from explorer.core.budget import Budget
from explorer.core.catalogue import KnobSpec, read_catalogue
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.core.sweep import Axis, Plan
from explorer.core.sweep_rows import SweepRow, best_first, default_best, read_journal, read_result, row_document, title_of
from explorer.core.sweep_values import papers_values, text_of, values_of, whole_range

PLAN = Plan((Recipe("mobilenet_v1"),), (Axis("alpha", (0.5, 1.0)), Axis("resolution", (128, 160, 192))))


def document(number: int, **figures: Any) -> dict[str, Any]:
    """A row as the coordinator writes it."""
    return row_document(PLAN, number, {"params": 10, "macs": 100 - number, "activations": 1, "access": 2, "peak": 3} | figures)


def published(top1: float, conditions: list[str] | None = None) -> list[dict[str, Any]]:
    return [{"record": "r", "paper": "P", "table": "T", "top1": top1, "dataset": "ImageNet-1k", "conditions": conditions or []}]


def knob(preset: str, name: str) -> KnobSpec:
    architecture = read_catalogue().architecture(preset)
    assert architecture is not None
    return architecture.knobs[name]


def test_numbers_are_the_same_one_by_one_and_in_a_row() -> None:
    for plan in (PLAN, Plan(PLAN.recipes, PLAN.axes, sample=4, seed=7)):
        assert [plan.variant(i) for i in range(len(plan))] == list(plan.variants())
        with pytest.raises(IndexError):
            plan.variant(len(plan))


def test_best_first_and_what_does_not_fit_after_it() -> None:
    rows = [
        SweepRow(document(0, published=published(70.0), macs=500)), SweepRow(document(1, published=published(60.0), macs=100)),
        SweepRow(document(2, macs=50)), SweepRow(document(3, refused=["no {0}", "way"])),
        SweepRow(document(4, published=published(65.0), macs=300)),
    ]
    random.Random(1).shuffle(rows)
    fit, rest = best_first(rows, Budget({"macs": 400}), "top1")
    assert [row.number for row in fit] == [4, 1, 2]  # without an accuracy after those that have one
    assert [row.number for row in rest] == [0, 3]
    assert [row.number for row in best_first(rows, Budget(), "macs")[0]] == [2, 1, 4, 0]
    assert default_best(rows) == "top1"
    assert default_best([row for row in rows if row.number in (2, 3)]) == "macs"


def test_an_accuracy_under_conditions_is_none_here() -> None:
    assert SweepRow(document(0, published=published(75.0, ["10-crop"]))).figures["top1"] is None
    row = SweepRow(document(0, published=published(70.6)))
    assert (row.figures["top1"], row.source) == (70.6, "P, T")


def test_a_result_is_read_and_its_samples_are_left_out(tmp_path: Path) -> None:
    measured = {"median_ms": 3.0, "samples_ms": [3.0] * 50, "flags": []}
    path = tmp_path / "x.json"
    path.write_text(json.dumps({"sweep": PLAN.to_json(), "rows": [document(i) | {"measured": measured} for i in range(6)]}))
    plan, rows = read_result(path)
    assert plan == PLAN
    assert [SweepRow(row).figures["latency"] for row in rows] == [3.0] * 6
    assert all("samples_ms" not in row["measured"] for row in rows)
    assert title_of(plan) == "mobilenet_v1 · alpha × resolution · 6 points"


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"sweep": {}, "rows": []}', "no"])
def test_what_is_no_result_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(content)
    with pytest.raises(BadInput):
        read_result(path)
    with pytest.raises(BadInput, match="is not the journal of a sweep"):
        read_journal(path)


def test_a_damaged_row_is_refused_and_a_missing_file_too(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps({"sweep": PLAN.to_json(), "rows": [document(0) | {"values": [1]}]}))
    with pytest.raises(BadInput, match="a row of it is damaged"):
        read_result(path)
    with pytest.raises(BadInput, match="cannot read"):
        read_result(tmp_path / "none.json")


def test_a_torn_journal_has_all_but_its_last_line(tmp_path: Path) -> None:
    figures = {"macs": 5, "params": 6}
    lines = [json.dumps(PLAN.to_json()), *(json.dumps({"analysed": number, **figures}) for number in (2, 0))]
    lines.append(json.dumps({"measured": 0, "median_ms": 4.0, "samples_ms": [4.0]}))
    path = tmp_path / "x.json.part"
    path.write_text("\n".join(lines) + '\n{"analysed": 5, "ma')
    plan, rows = read_journal(path)
    assert plan == PLAN
    assert [(row["number"], row["values"]) for row in rows] == [(0, [0.5, 128]), (2, [0.5, 192])]
    assert rows[0]["measured"] == {"median_ms": 4.0}
    assert rows[1]["digest"] == PLAN.variant(2).recipe.digest()


def test_values_as_they_are_typed() -> None:
    alpha, resolution = knob("mobilenet_v1", "alpha"), knob("mobilenet_v1", "resolution")
    assert values_of(alpha, "0.25..1:0.25, 0.3") == (0.25, 0.5, 0.75, 1.0, 0.3)
    assert values_of(resolution, "224, 224,128") == (224, 128)
    assert papers_values(resolution) == (128, 160, 192, 224)
    assert values_of(knob("mobilenet_v1", "shuffle"), "off, on") == (False, True)
    assert values_of(knob("mobilenet_v1", "kernel"), "3, 7") == ("3", "7")


@pytest.mark.parametrize(("name", "typed", "said"), [
    ("alpha", "", "no values"), ("alpha", "wide", "not a number"), ("alpha", "0.25..1:0", "STEP above 0"),
    ("alpha", "9", "allowed"),
    ("resolution", "128.5", "whole numbers"), ("shuffle", "perhaps", "on, off"), ("kernel", "4", "3, 5, 7"),
    ("alpha", "0..1e9:0.001", "more than"),
])
def test_values_that_are_none(name: str, typed: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        values_of(knob("mobilenet_v1", name), typed)


def test_the_papers_values_of_every_knob_can_be_typed_back() -> None:
    for architecture in read_catalogue().architectures:
        for spec in architecture.knobs.values():
            values = papers_values(spec)
            assert values_of(spec, text_of(spec, values)) == values, (architecture.name, spec.name)
            assert bool(whole_range(spec)) == (spec.kind in ("int", "float"))
