"""The document: undo steps, gestures, refusals, files, what would be lost."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.session.document import Document
from tests.session.recorded import analysis_of

REFUSAL = {"kind": "bad input", "template": "groups = {0} is not possible", "arguments": ["7"], "sentence": ""}


@pytest.fixture
def document() -> Document:
    made = Document(Recipe("net"), "net")
    accept(made)
    return made


def accept(document: Document) -> None:
    """The engine could build it."""
    document.accept(document.recipe, analysis_of(document.recipe))


def test_a_step_has_a_name_and_can_be_taken_back(document: Document) -> None:
    document.set_knob("alpha", 0.75, text="width α 0.75")
    assert document.stack.undoText() == "width α 0.75"
    document.stack.undo()
    assert document.recipe == Recipe("net")
    assert document.stack.redoText() == "width α 0.75"
    document.stack.redo()
    assert document.recipe.value("alpha") == 0.75


def test_a_drag_is_one_step_named_after_where_it_ended(document: Document) -> None:
    for value in (0.9, 0.8, 0.75):
        document.set_knob("alpha", value, text=f"width α {value}", gesture=1)
        accept(document)
    document.set_knob("alpha", 0.5, text="width α 0.5", gesture=2)
    assert document.stack.count() == 2
    document.stack.undo()
    assert document.recipe.value("alpha") == 0.75
    assert document.stack.undoText() == "width α 0.75"
    document.stack.undo()
    assert document.recipe == Recipe("net")


def test_a_drag_back_to_where_it_began_leaves_no_step(document: Document) -> None:
    for value in (8, 4, 6):
        document.set_knob("expansion", value, "stages.1", gesture=1)
    assert document.recipe == Recipe("net")
    assert document.stack.count() == 0


def test_equal_value_is_no_step(document: Document) -> None:
    document.set_knob("alpha", 0.5)
    document.set_knob("alpha", 0.5)
    assert document.stack.count() == 1


def test_override_reset_and_whole_preset(document: Document) -> None:
    document.set_knob("expansion", 4, "stages.1")
    document.set_knob("alpha", 0.5)
    document.reset_knob("expansion", "stages.1", text="reset expansion t")
    assert document.recipe == Recipe.of("net", {"alpha": 0.5})
    document.back_to_preset()
    assert document.recipe == Recipe("net")
    document.stack.undo()
    assert document.recipe.value("alpha") == 0.5


def test_a_refused_value_goes_back_and_says_why(document: Document) -> None:
    said: list[list[str]] = []
    document.refused.connect(said.append)
    document.set_knob("groups", 7)
    document.refuse(document.recipe, REFUSAL)
    assert document.recipe == Recipe("net")
    assert document.stack.count() == 0
    assert said == [["groups = {0} is not possible", "7"]]


def test_a_refusal_within_a_drag_goes_back_to_the_last_value_that_could_be_built(document: Document) -> None:
    document.set_knob("groups", 2, text="groups 2", gesture=1)
    accept(document)
    document.set_knob("groups", 7, text="groups 7", gesture=1)
    document.refuse(document.recipe, REFUSAL)
    assert document.recipe.value("groups") == 2
    assert document.stack.undoText() == "groups 2"
    document.stack.undo()
    assert document.recipe == Recipe("net")
    document.stack.redo()
    assert document.recipe.value("groups") == 2


def test_a_refusal_of_an_older_wish_changes_nothing(document: Document) -> None:
    document.set_knob("groups", 7)
    old = document.recipe
    document.set_knob("groups", 2)
    document.refuse(old, REFUSAL)
    assert document.recipe.value("groups") == 2


def test_a_file_that_cannot_be_built_leaves_what_was_open(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text(json.dumps(Recipe.of("net", {"groups": 7}).to_json()))
    document.open_recipe(path)
    document.refuse(document.recipe, REFUSAL)
    assert document.recipe == Recipe("net")
    assert document.path is None


def test_a_first_recipe_that_cannot_be_built_falls_back() -> None:
    document = Document(Recipe("gone"), "net")
    document.refuse(document.recipe, REFUSAL)
    assert document.recipe == Recipe("net")


def test_save_and_open(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "a.recipe.json"
    document.set_knob("alpha", 0.5)
    assert document.is_modified()
    document.save(path)
    assert not document.is_modified()
    assert document.unsaved() is None
    other = Document(Recipe("net"), "net")
    other.open_recipe(path)
    assert other.recipe == document.recipe
    assert other.path == path
    assert not other.is_modified()
    other.stack.undo()
    assert other.path is None  # Save must not write over a.recipe.json now


VERSION_9 = '{"format": "architecture-explorer/recipe", "version": 9}'


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": "x"}', VERSION_9])
def test_a_damaged_file_changes_nothing(document: Document, tmp_path: Path, content: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(content)
    with pytest.raises(BadInput):
        document.open_recipe(path)
    assert document.recipe == Recipe("net")
    assert document.stack.count() == 0


def test_leaving_an_edited_recipe_for_another_preset_loses_nothing(document: Document) -> None:
    noted: list[list[str]] = []
    document.noted.connect(noted.append)
    document.set_knob("alpha", 0.5)
    edited = document.recipe
    document.open_preset("other")
    assert noted
    assert not document.is_modified()
    assert document.unsaved() == edited
    document.stack.undo()
    assert document.recipe == edited


def test_selection_implies_the_place_and_falls_back_where_it_vanishes(document: Document) -> None:
    selection = document.selection
    selection.select("stages.1.0.conv")
    assert selection.place == "stages.1.0"
    selection.choose_place("stages.1")
    assert selection.node == "stages.1.0.conv"
    analysis = analysis_of(document.recipe)
    analysis["graph"]["nodes"] = [n for n in analysis["graph"]["nodes"] if n["id"] != "stages.1.0.conv"]
    document.accept(document.recipe, analysis)
    assert selection.node == "stages.1.0"
    selection.select("")
    assert selection.place == ""


def test_a_thousand_edits_leave_the_reference_counts_alone(document: Document) -> None:
    before = [sys.getrefcount(each) for each in (None, True, False)]
    for i in range(1000):
        document.set_knob("alpha", 0.5 + 0.1 * (i % 5), gesture=1 + i // 100)
        document.stack.canUndo()
        document.stack.isClean()
    after = [sys.getrefcount(each) for each in (None, True, False)]
    assert all(abs(now - then) < 200 for now, then in zip(after, before, strict=True))
