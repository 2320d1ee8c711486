"""Counting rules, by hand and against an analysis."""

from __future__ import annotations

import pytest

from explorer.analysis import analyse
from explorer.core import rules
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe


@pytest.mark.parametrize(
    ("rule", "kind", "counted"),
    [
        ("macs", "pointwise", 1000), ("macs", "linear", 1000), ("macs", "matmul", 1000),
        ("macs-no-fc", "depthwise", 1000), ("macs-no-fc", "linear", 0), ("macs-no-fc", "matmul", 1000),
        ("flops", "standard", 2000), ("flops", "linear", 2000),
    ],
)
def test_what_a_layer_counts_as(rule: str, kind: str, counted: int) -> None:
    assert rules.named(rule).apply(kind, 1000) == counted


def test_an_unknown_rule_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadInput, match="no counting rule named mac; there are: macs, macs-no-fc, flops"):
        rules.named("mac")


def test_totals_of_mobilenet_v2_under_each_rule() -> None:
    recipe = Recipe.of("mobilenet_v2")
    totals = {rule: analyse(recipe, rule)["macs"] for rule in rules.RULES}
    classifier = 1280 * 1000
    assert totals == {"macs": 300_774_272, "macs-no-fc": 300_774_272 - classifier, "flops": 2 * 300_774_272}


def test_every_rule_explains_itself() -> None:
    for name, rule in rules.RULES.items():
        assert rule.describe() == {"name": name, "title": rule.title, "sentence": rule.sentence}
        assert rule.sentence.endswith(".")
