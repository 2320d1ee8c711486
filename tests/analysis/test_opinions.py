"""The second and third opinions: they agree with ours, layer by layer, or say why they differ."""

from __future__ import annotations

import pytest

from explorer.analysis import analyse
from explorer.analysis.opinions import opinions
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from tests.analysis.oracles import RECIPES, title


@pytest.mark.parametrize("recipe", RECIPES, ids=title)
def test_both_counters_agree_layer_by_layer(recipe: Recipe) -> None:
    answer, other = analyse(recipe), opinions(recipe)
    ours = {y["path"]: y for y in answer["layers"]}
    counted = {path: y["macs"] for path, y in ours.items() if y["macs"]}
    assert other["flop_counter"]["macs"] == answer["macs"]
    assert other["flop_counter"]["layers"] == counted
    for path, opinion in other["torchinfo"]["layers"].items():
        positions = 1
        for side in ours[path]["output"][2:]:
            positions *= side
        bias = ours[path]["output"][1] * positions if opinion["counts_bias"] else 0
        assert opinion["macs"] == ours[path]["macs"] + bias, path
    over_tokens = {path for path in counted if ours[path]["type"] == "Linear" and len(ours[path]["input"]) > 2}
    assert set(other["torchinfo"]["layers"]) == set(counted) - over_tokens


def test_a_recipe_that_cannot_be_built_is_refused() -> None:
    with pytest.raises(BadInput, match="groups = 3"):
        opinions(Recipe.of("mobilenet_v2", {"groups": 3}))
