"""Parameters, MACs and shapes of every preset and a grid of tweaks, against a real forward pass and FlopCounterMode."""

from __future__ import annotations

import json

import pytest

from explorer.analysis import analyse, input_shape, instantiate
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from tests.analysis.oracles import RECIPES, flop_counter_macs, real_shapes, title


@pytest.mark.parametrize("recipe", RECIPES, ids=title)
def test_analysis_agrees_with_a_real_network(recipe: Recipe) -> None:
    model = instantiate(recipe)
    shape = input_shape(recipe)
    answer = analyse(recipe)
    assert answer["params"] == sum(p.numel() for p in model.parameters())
    assert answer["macs"] == flop_counter_macs(model, shape)
    assert not answer["incomplete"] and not answer["uncounted"]
    real = real_shapes(model, shape)
    ours = {n["id"]: (n["input"], n["output"]) for n in answer["graph"]["nodes"] if n["id"] in real}
    assert ours == real


@pytest.mark.parametrize("recipe", RECIPES, ids=title)
def test_columns_add_up(recipe: Recipe) -> None:
    answer = analyse(recipe)
    nodes = answer["graph"]["nodes"]
    tops = [n for n in nodes if not n["parent"]]
    for column in ("params", "macs"):
        assert sum(y[column] for y in answer["layers"]) == answer[column]
        assert sum(n[column] for n in tops) == answer[column]
        for parent in nodes:
            children = [n for n in nodes if n["parent"] == parent["id"]]
            if children:
                assert sum(n[column] for n in children) == parent[column], parent["id"]


@pytest.mark.parametrize("recipe", RECIPES, ids=title)
def test_the_graph_connects_every_running_layer(recipe: Recipe) -> None:
    answer = analyse(recipe)
    layers, edges = answer["layers"], answer["edges"]
    fed = {target for _, target, _ in edges}
    used = {source for source, _, _ in edges}
    running = [i for i, y in enumerate(layers) if y["runs"]]
    assert set(running) <= fed and set(running) <= used
    assert all(source < target for source, target, _ in edges if target is not None)
    for source, _, shape in edges:
        output = answer["input"] if source < 0 else layers[source]["output"]
        if source >= 0 and layers[source]["type"] == "split":  # its row shows the first part, an edge carries its own
            shape, output = shape[2:], output[2:]
        assert shape == output
    ids = {n["id"] for n in answer["graph"]["nodes"]}
    parent_of = {n["id"]: n["parent"] for n in answer["graph"]["nodes"]}
    for parent, among in answer["graph"]["edges"].items():
        for start, end, _ in among:
            assert start == "in" or (start in ids and parent_of[start] == parent)
            assert end == "out" or (end in ids and parent_of[end] == parent)


def test_an_answer_is_json_and_the_same_twice() -> None:
    recipe = RECIPES[6]
    assert json.loads(json.dumps(analyse(recipe))) == analyse(recipe)


def test_counting_rules_are_applied_layer_by_layer() -> None:
    recipe = Recipe.of("mobilenet_v2")
    plain, without_fc, flops = (analyse(recipe, rule) for rule in ("macs", "macs-no-fc", "flops"))
    assert plain["macs"] - without_fc["macs"] == 1280 * 1000
    assert flops["macs"] == 2 * plain["macs"]
    assert sum(y["macs"] for y in flops["layers"]) == flops["macs"]
    with pytest.raises(BadInput, match="no counting rule named thop"):
        analyse(recipe, "thop")


@pytest.mark.parametrize(
    ("recipe", "sentence"),
    [
        (Recipe.of("resnet9000"), "no preset named resnet9000"),
        (Recipe.of("mobilenet_v2", {"beta": 1}), "no knob named beta"),
        (Recipe.of("mobilenet_v2", {"alpha": 3}), "alpha = 3 is not allowed; allowed: 0.1 to 2"),
        (Recipe.of("mobilenet_v2", {"groups": 3}), "groups = 3 is not possible at stages.1.0"),
        (Recipe.of("mobilenet_v2", {"resolution": 31}), "32 to 600 px"),
        (Recipe.of("mobilenet_v2", {}, {"stages.2": {"resolution": 96}}), "acts on the whole network"),
        (Recipe.of("mobilenet_v2", {}, {"stages.2.0": {"alpha": 0.5}}), "alpha is set per network or stage, not per block"),
    ],
)
def test_refusals_say_what_is_allowed(recipe: Recipe, sentence: str) -> None:
    with pytest.raises(BadInput) as refusal:
        analyse(recipe)
    assert sentence in str(refusal.value)


def test_an_override_whose_block_vanished_is_dormant() -> None:
    recipe = Recipe.of("mobilenet_v2", {"depth": 0.5}, {"stages.4.3": {"expansion": 2}, "stages.4.1": {"expansion": 3}})
    assert analyse(recipe)["dormant"] == [["stages.4.3", "expansion"]]
    assert analyse(recipe.with_value("depth", 1.0))["dormant"] == []
