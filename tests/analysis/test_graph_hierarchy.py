"""The hierarchy that a reader opens box by box: nothing to open that holds one box again."""

from __future__ import annotations

import pytest

import models
from explorer.analysis import analyse
from explorer.core.recipe import Recipe


@pytest.mark.parametrize("preset", [entry.presets[0].name for entry in models.architectures()])
def test_no_box_holds_one_group_alone(preset: str) -> None:
    nodes = analyse(Recipe(preset))["graph"]["nodes"]
    inside: dict[str, list[str]] = {}
    for node in nodes:
        inside.setdefault(node["parent"], []).append(node["role"])
    assert [parent for parent, roles in inside.items() if parent and roles == ["group"]] == []


def test_an_inception_module_opens_on_its_branches() -> None:
    nodes = analyse(Recipe("inception_v3"))["graph"]["nodes"]
    inside = [node for node in nodes if node["parent"] == "stages.5.b"]
    assert len(inside) == 5  # four branches (Figure 5) and what joins them
    assert {node["role"] for node in inside} == {"group", "op"}
