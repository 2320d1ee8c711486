"""Legal values at every place are exact: each one offered builds, each one not offered is refused with its reason."""

from __future__ import annotations

import pytest

from explorer.analysis import analyse
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from tests.analysis.oracles import title

CASES = [
    Recipe.of("mobilenet_v2", {"resolution": 64}, {"stages.3": {"groups": 4}}),
    Recipe.of("mobilenet_v1", {"alpha": 0.75, "resolution": 64}),
    Recipe.of("shufflenet_v1", {"resolution": 64}),
    Recipe.of("xception", {"resolution": 96, "alpha": 0.5}),
    Recipe.of("resnet50", {"resolution": 64, "depth": 0.5}),
    Recipe.of("densenet121", {"resolution": 64, "depth": 0.3}),
]


@pytest.mark.parametrize("recipe", CASES, ids=title)
@pytest.mark.parametrize("knob", ["groups", "segments"])
def test_offered_values_build_and_others_are_refused(recipe: Recipe, knob: str) -> None:
    places = analyse(recipe)["places"]
    offering = [p for p, place in places.items() if "legal" in place["knobs"].get(knob, {})]
    for path in [p for i, p in enumerate(offering) if i < 4 or i % 5 == 0]:  # the network, early places, and every fifth
        entry = places[path]["knobs"][knob]
        assert entry["value"] in entry["legal"] and entry["reason"]
        for value in entry["legal"]:
            analyse(recipe.with_value(knob, value, path))
        for value in sorted(set(range(1, 34)) - set(entry["legal"]))[:6]:
            with pytest.raises(BadInput):
                analyse(recipe.with_value(knob, value, path))


def test_origin_tells_who_decided() -> None:
    recipe = Recipe.of("mobilenet_v2", {"expansion": 4}, {"stages.3": {"expansion": 2}, "stages.3.1": {"expansion": 3}})
    places = analyse(recipe)["places"]

    def seen(path: str) -> tuple[object, object]:
        entry = places[path]["knobs"]["expansion"]
        return entry["value"], entry["origin"]

    assert seen("") == (4, "network")
    assert seen("stages.1.0") == (1, "table")
    assert seen("stages.2.0") == (4, "network")
    assert seen("stages.3") == (2, "stages.3") and places["stages.3"]["knobs"]["expansion"]["mixed"]
    assert seen("stages.3.0") == (2, "stages.3")
    assert seen("stages.3.1") == (3, "stages.3.1")


def test_the_effect_of_alpha_is_named() -> None:
    note = analyse(Recipe.of("mobilenet_v2", {"alpha": 0.75}))["places"]["stages.5"]["knobs"]["alpha"]["note"]
    assert note[0].format(*note[1:]) == "72 channels (96 × 0.75, multiple of 8)"
