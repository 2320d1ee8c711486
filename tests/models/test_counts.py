"""Parameters and MACs against other libraries (data/counts.json) and against the papers (data/facts.json)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import models
from explorer.analysis import analyse
from explorer.core.recipe import Recipe
from tests.models.building import build

DATA = Path(__file__).parents[1] / "data"
Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    """Rows whose preset the library holds."""
    found: list[Row] = json.loads((DATA / name).read_text(encoding="utf-8"))
    return [row for row in found if row["preset"] in models.presets()]


def label(row: Row) -> str:
    places = [f"{path}:{k}={v}" for path, values in row.get("at", {}).items() for k, v in values.items()]
    return " ".join([row["preset"], *(f"{k}={v}" for k, v in row["knobs"].items()), *places, row.get("quantity", "")]).strip()


@pytest.mark.parametrize("row", rows("counts.json"), ids=label)
def test_counts_equal_another_library(row: Row) -> None:
    side = row["input"][-1]  # the resolution where the row's knobs do not name it
    built = build(row["preset"], {"resolution": side, **row["knobs"]})
    assert (built.params(), built.macs()) == (row["params"], row["macs"]), row["peer"]


@pytest.mark.parametrize("row", rows("facts.json"), ids=label)
def test_counts_agree_with_the_paper(row: Row) -> None:
    """By the analysis, which other tests hold against real forward passes and torch's own counter."""
    answer = analyse(Recipe.of(row["preset"], row["knobs"], row.get("at", {})))
    quantity, _, without = row["quantity"].partition(" without ")
    counted = answer[quantity]
    if without:
        types = {"linear": "Linear", "norm": "BatchNorm2d"}
        left_out = [y for y in answer["layers"] if (y["type"] == types[without] if without in types else y["path"] == without)]
        assert left_out
        counted -= sum(y[quantity] for y in left_out)
    assert abs(counted / 1e6 - row["millions"]) <= row["within"], row["source"]


def test_shufflenet_columns_are_those_of_table_1() -> None:
    table = {1: (144, 288, 576), 2: (200, 400, 800), 3: (240, 480, 960), 4: (272, 544, 1088), 8: (384, 768, 1536)}
    for groups, widths in table.items():
        net = build("shufflenet_v1", {"groups": groups}).net
        units = [net.get_submodule(f"stages.{stage}.1.expand.conv") for stage in "234"]
        assert tuple(unit.out_channels for unit in units) == widths
        assert {unit.groups for unit in units} == {groups}


def test_shufflenet_changes_groups_alone_in_a_fixed_column() -> None:
    column = build("shufflenet_v1", {"column": "8", "groups": 8}).structure()
    other = build("shufflenet_v1", {"column": "8", "groups": 6}).structure()
    differing = {key for path in column for key, value in zip_attributes(column[path], other[path]) if value}
    assert differing == {"groups"}


def zip_attributes(one: tuple[Any, ...], other: tuple[Any, ...]) -> list[tuple[str, bool]]:
    """Names of the attributes, and whether they differ."""
    return [(a[0], a != b) for a, b in zip(one[1:], other[1:], strict=True)]


def test_xception_spectrum_ends_in_an_ordinary_convolution() -> None:
    extreme, ordinary = build("xception"), build("xception", {"segments": 1})
    place = "stages.middle.0.branch.separable1.spatial"
    assert extreme.net.get_submodule(place).groups == 728
    assert ordinary.net.get_submodule(place).groups == 1
    inception = build("xception", {"segments": 4})
    assert extreme.params() < inception.params() < ordinary.params()
