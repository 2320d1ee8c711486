"""An answer in two parts is the whole answer: the frame that is found again, the figures put into it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from explorer.analysis import analyse
from explorer.core.advice import advice
from explorer.core.compare import stages_of
from explorer.core.frame import Outline, drawn, whole
from explorer.core.measures import resolutions
from explorer.core.recipe import Recipe
from tests.analysis.oracles import RECIPES, title


def sent(recipe: Recipe, known: str) -> dict[str, Any]:
    """An answer as it comes out of the pipe."""
    answer: dict[str, Any] = json.loads(json.dumps(analyse(recipe, edges=False, known=known)))
    return answer


@pytest.mark.parametrize("recipe", RECIPES, ids=title)
def test_frame_and_figures_are_the_document(recipe: Recipe) -> None:
    answer = sent(recipe, "")
    assert whole(answer, answer["frame"]) == json.loads(json.dumps(analyse(recipe, edges=False)))


@pytest.mark.parametrize("preset", ["mobilenet_v2", "densenet121", "googlenet", "mixer_s16", "vgg11", "se_resnet50"])
def test_a_drag_of_the_width_sends_the_frame_once(preset: str) -> None:
    frame: dict[str, Any] = {"id": ""}
    sizes = []
    for alpha in (0.5, 0.55, 0.6, 0.65):
        recipe = Recipe.of(preset, {"alpha": alpha})
        answer = sent(recipe, frame["id"])
        if isinstance(answer["frame"], dict):
            frame = answer["frame"]
        sizes.append(len(json.dumps(answer)))
        assert whole(answer, frame) == json.loads(json.dumps(analyse(recipe, edges=False)))
    assert sizes[-1] < sizes[0] / 2


def test_another_structure_is_another_frame() -> None:
    plain = sent(Recipe("mobilenet_v2"), "")["frame"]["id"]
    for knobs in ({"expansion": 1}, {"depth": 1.5}, {"activation.expand": "hswish"}, {"shortcut": "none"}, {"kernel": "5"}):
        assert isinstance(sent(Recipe.of("mobilenet_v2", knobs), plain)["frame"], dict), knobs
    assert sent(Recipe("mobilenet_v2"), plain)["frame"] == plain


def drawn_of(recipe: Recipe) -> tuple[dict[str, Any], dict[str, Any]]:
    """An analysis as a window has it, and the same as a whole document."""
    answer = sent(recipe, "")
    return drawn(answer, Outline(answer["frame"])), json.loads(json.dumps(analyse(recipe, edges=False)))


@pytest.mark.parametrize("preset", ["mobilenet_v2", "googlenet", "shufflenet_v2_x1_0", "densenet121", "mixer_s16"])
def test_what_is_read_of_a_drawn_analysis_is_what_is_read_of_the_whole(preset: str) -> None:
    lazy, document = drawn_of(Recipe(preset))
    assert stages_of(lazy) == stages_of(document)
    assert advice(lazy) == advice(document)
    assert resolutions(lazy) == resolutions(document)


def test_a_reader_makes_the_rows_that_it_reads_and_no_others() -> None:
    lazy, document = drawn_of(Recipe("mobilenet_v2"))
    graph = lazy["graph"]
    made: set[str] = set()
    row = graph.row
    graph.row = lambda node_id: made.add(node_id) or row(node_id)
    resolutions(lazy)
    assert not made
    stages_of(lazy)
    assert made == {node["id"] for node in document["graph"]["nodes"] if not node["parent"]}
    made.clear()
    assert {remark["path"] for remark in advice(lazy, "stages.5.1")} == {"stages.5.1"}
    assert made == {"stages.5.1"}
