"""Several nodes selected: what the knobs act on, what survives an analysis, and one step for all places."""

from __future__ import annotations

from typing import Any

import pytest

from explorer.core.recipe import Recipe
from explorer.core.weights import WeightsFile
from explorer.session.document import Document
from explorer.session.selection import Selection, outermost
from tests.session.recorded import analysis_of

NODES = (
    "stem", "stem.conv", "stages.1", "stages.1.0", "stages.1.0.conv", "stages.1.1", "stages.1.1.conv", "stages.1.1:add",
    "stages.2", "stages.2.0", "stages.2.1", "head",
)
LEVELS = {"": "network", "stages.1": "stage", "stages.2": "stage"} | dict.fromkeys(
    ("stages.1.0", "stages.1.1", "stages.2.0", "stages.2.1"), "block"
)


def adopt(selection: Selection, *without: str) -> None:
    places = {path: {"level": level} for path, level in LEVELS.items() if path not in without}
    selection.adopt(places, [node for node in NODES if node not in without])


@pytest.fixture
def selection() -> Selection:
    made = Selection()
    adopt(made)
    return made


@pytest.fixture
def document() -> Document:
    made = Document(Recipe("net"), "net")
    accept(made)
    return made


def accept(document: Document) -> None:
    document.accept(document.recipe, analysis_of(document.recipe))


@pytest.mark.parametrize(("nodes", "places"), [
    (["stages.2.0", "stages.1.1.conv"], ("stages.1.1", "stages.2.0")),  # in call order, each node's own block
    (["stages.1.1.conv", "stages.1.1:add"], ("stages.1.1",)),  # once
    (["stages.1", "stages.1.0", "stages.2.1"], ("stages.1", "stages.2.1")),  # what lies in another one is not acted on twice
    (["stem.conv", "stages.1.0"], ("stages.1.0",)),  # a stem has no place and must not widen the rest to the network
    (["stem", "head"], ("",)),
    ([], ("",)),
])
def test_knobs_act_on_each_nodes_own_place(selection: Selection, nodes: list[str], places: tuple[str, ...]) -> None:
    selection.choose(nodes)
    assert selection.places == places
    assert selection.place in places


def test_the_primary_node_leads_and_the_set_follows(selection: Selection) -> None:
    heard: list[str] = []
    selection.changed.connect(lambda node: heard.append(f"changed {node}"))
    selection.nodes_changed.connect(lambda: heard.append(f"nodes {len(selection.nodes)}"))
    selection.place_changed.connect(lambda place: heard.append(f"place {place}"))
    selection.choose(["stages.1.1", "stages.1.0"], "stages.1.0")
    assert (selection.node, selection.nodes) == ("stages.1.0", ("stages.1.0", "stages.1.1"))
    assert heard == ["changed stages.1.0", "nodes 2", "place stages.1.0"]
    heard.clear()
    selection.choose(["stages.1.0", "stages.1.1", "stages.2.0"], "stages.1.0")
    assert heard == ["nodes 3", "place stages.1.0"]  # charts that follow the primary node have nothing to do
    heard.clear()
    selection.select("stages.1.0")
    assert (selection.nodes, selection.places) == (("stages.1.0",), ("stages.1.0",))
    assert heard == ["nodes 1", "place stages.1.0"]
    heard.clear()
    selection.select("stages.1.0")
    assert heard == []


def test_wider_places_are_offered_where_every_node_has_one(selection: Selection) -> None:
    selection.choose(["stages.1.0", "stages.1.1", "stages.2.0"])
    offered = selection.implied_places()
    assert offered["stage"] == ("stages.1", "stages.2")
    assert offered["block"] == offered["narrowest"] == ("stages.1.0", "stages.1.1", "stages.2.0")
    selection.choose(["stages.1", "stages.2.0"])
    offered = selection.implied_places()
    assert offered["block"] == ()
    assert offered["stage"] == ("stages.1", "stages.2")
    assert offered["narrowest"] == ("stages.1", "stages.2.0")


def test_an_analysis_leaves_what_is_still_there(selection: Selection) -> None:
    selection.choose(["stages.1.0", "stages.1.1", "stages.2.0"], "stages.1.1")
    adopt(selection)
    assert len(selection.nodes) == 3
    adopt(selection, "stages.1.1", "stages.1.1.conv", "stages.1.1:add")
    assert selection.nodes == selection.places == ("stages.1.0", "stages.2.0")
    assert selection.node in selection.nodes
    selection.choose_places(("stages.1", "stages.2"))
    adopt(selection)
    assert selection.places == ("stages.1", "stages.2")
    adopt(selection, *(n for n in NODES if n.startswith("stages.")))
    assert (selection.node, selection.nodes, selection.places) == ("", (), ("",))


def test_a_wider_scope_stays_while_its_blocks_come_and_go(selection: Selection) -> None:
    gone = ("stages.1.1", "stages.1.1.conv", "stages.1.1:add")
    for nodes in (["stages.1.1"], ["stages.1.0", "stages.1.1"]):
        selection.choose(nodes, "stages.1.1")
        selection.choose_place("stages.1")  # where the number of repeats is dragged
        adopt(selection, *gone)
        assert selection.places == ("stages.1",)
        assert selection.node == ("stages.1.0" if len(nodes) > 1 else "stages.1")
        adopt(selection)
        assert selection.places == ("stages.1",)
    selection.select("stages.1.1.conv")
    adopt(selection, *gone)
    assert (selection.node, selection.places) == ("stages.1", ("stages.1",))


def test_outermost_tells_names_that_only_begin_alike_apart() -> None:
    assert outermost(["stages.1", "stages.10", "stages.1.0"]) == ("stages.1", "stages.10")
    assert outermost(["stages.1", ""]) == ("",)


def test_one_value_at_several_places_is_one_step(document: Document) -> None:
    places = ("stages.1.0", "stages.2.0")
    document.set_knob("expansion", 4, places, text="t 4 · 2 blocks")
    assert document.recipe == Recipe.of("net", at={place: {"expansion": 4} for place in places})
    assert (document.stack.count(), document.stack.undoText()) == (1, "t 4 · 2 blocks")
    document.stack.undo()
    assert document.recipe == Recipe("net")
    document.stack.redo()
    document.reset_knob("expansion", places)
    assert document.recipe == Recipe("net")
    assert document.stack.count() == 2


def test_a_drag_at_several_places_is_one_step_and_leaves_none_where_it_ends_as_it_began(document: Document) -> None:
    places = ("stages.1.0", "stages.2.0")
    for value in (5, 4, 3):
        document.set_knob("expansion", value, places, gesture=1)
        accept(document)
    assert document.stack.count() == 1
    for value in (4, 6):  # 6 is what both inherit
        document.set_knob("expansion", value, places, gesture=1)
        accept(document)
    assert document.recipe == Recipe("net")
    assert document.stack.count() == 0


def test_places_that_inherit_differently_come_back_each_to_its_own(document: Document) -> None:
    document.set_knob("expansion", 2, "stages.2")
    accept(document)
    document.set_knob("expansion", 6, ("stages.1.0", "stages.2.0"))  # what the first has already, and the second has not
    assert document.recipe.overrides() == {"stages.2": {"expansion": 2}, "stages.2.0": {"expansion": 6}}


def test_what_cannot_be_built_is_taken_back_at_all_places(document: Document) -> None:
    document.set_knob("groups", 7, ("stages.1", "stages.2"))
    document.refuse(document.recipe, {"kind": "bad input", "template": "no", "arguments": [], "sentence": ""})
    assert document.recipe == Recipe("net")
    assert document.stack.count() == 0


def test_reset_takes_away_what_is_set_there_and_within(document: Document) -> None:
    at: dict[str, Any] = {
        "stages.1": {"groups": 2}, "stages.1.0": {"expansion": 3}, "stages.10.0": {"expansion": 3},
        "stages.2.0": {"expansion": 5},
    }
    weights = WeightsFile("w.safetensors", "0" * 64)
    edited = Recipe.of("net", {"alpha": 0.5}, at).with_weights(weights)
    document.set_weights(weights)
    for place, values in at.items():
        for name, value in values.items():
            document.set_knob(name, value, place)
    document.set_knob("alpha", 0.5)
    assert document.recipe == edited
    before = document.stack.count()
    document.reset_places(["stages.1"])
    assert document.recipe.overrides() == {"stages.10.0": {"expansion": 3}, "stages.2.0": {"expansion": 5}}
    assert (document.recipe.values(), document.recipe.weights) == ({"alpha": 0.5}, weights)
    assert document.stack.count() == before + 1
    document.reset_places([""])
    assert document.recipe.overrides() == {}
    assert document.recipe.values() == {"alpha": 0.5}
    document.stack.undo()
    document.stack.undo()
    assert document.recipe == edited
    document.reset_places(["stages.3"])
    assert document.stack.count() == before + 2  # nothing to take away: no step, and what can be redone stays


def test_another_architecture_begins_with_nothing_selected(document: Document) -> None:
    """A path that both have is not the same block; another preset of the same architecture keeps what is selected."""
    def show(architecture: str) -> None:
        document.accept(document.recipe, analysis_of(document.recipe) | {"architecture": architecture})

    show("one")
    assert document.network is not None
    node = document.network.ids()[0]
    document.selection.select(node)
    show("one")
    assert document.selection.nodes == (node,)
    show("another")
    assert document.selection.nodes == ()
    assert document.selection.places == ("",)
