"""Pins in a session: counted one after another behind everything else, kept from run to run, each step taken back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from explorer.core.compare import brief
from explorer.core.compare_file import read_pins, write_pins
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe, write_recipe
from explorer.session.pin_list import UNREADABLE
from tests.session.pinning import (
    MEASUREMENT,
    OTHER,
    PLAIN,
    SMALL,
    THIN,
    Held,
    asked,
    cells,
    give_figures,
    make,
    settle,
    whole,
)


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> Held:
    """The same with the first recipe analysed."""
    made = make(tmp_path)
    made[0].start()
    settle(*made[:2])
    return made


def test_what_the_window_shows_needs_no_further_analysis(held: Held) -> None:
    session, engine, _ = held
    session.pins.pin(PLAIN)
    assert cells(session, "macs") == [300.774272, 300.774272]
    assert cells(session, "macs.delta") == [0.0, None]
    assert asked(engine) == []


def test_others_are_asked_for_one_after_another(qtbot: QtBot, held: Held) -> None:
    session, engine, _ = held
    for recipe in (THIN, SMALL, OTHER):
        session.pins.pin(recipe)
    give_figures(qtbot, engine, 1)
    assert asked(engine) == [THIN, SMALL]
    give_figures(qtbot, engine, 2)
    assert cells(session, "macs")[1:] == [whole(THIN)["macs"] / 1e6, whole(SMALL)["macs"] / 1e6, None]
    give_figures(qtbot, engine, 3)
    assert None not in cells(session, "macs")
    assert asked(engine) == [THIN, SMALL, OTHER]


def test_a_drag_goes_first(qtbot: QtBot, held: Held) -> None:
    session, engine, _ = held
    session.document.set_knob("alpha", 0.9, gesture=1)  # the engine is at it
    session.pins.pin(SMALL)
    session.pins.figures._ask()
    assert asked(engine) == [], "while an analysis is under way"
    settle(session, engine)
    give_figures(qtbot, engine, 1)
    session.pins.pin(OTHER)
    qtbot.waitUntil(lambda: len(asked(engine)) == 2, timeout=3000)
    session.document.set_knob("alpha", 0.8, gesture=2)
    assert engine.asked[-1]["job"] == "analyse", "a tweak is sent at once, whatever is asked of a pin"
    assert not session.is_idle()


def test_nothing_is_asked_beside_a_measurement(qtbot: QtBot, held: Held) -> None:
    session, engine, bench = held
    session.latency.measure()
    session.pins.pin(SMALL)
    session.pins.figures._ask()
    assert asked(engine) == []
    bench.answer(MEASUREMENT)
    give_figures(qtbot, engine, 1)
    assert asked(engine) == [SMALL]


def test_no_measurement_begins_while_a_pin_is_counted(qtbot: QtBot, held: Held) -> None:
    session, engine, bench = held
    session.pins.pin(SMALL)
    qtbot.waitUntil(lambda: len(asked(engine)) == 1, timeout=3000)
    session.latency.measure()
    assert bench.asked == []
    engine.answer(brief(whole(SMALL)))
    assert [each["job"] for each in bench.asked] == ["measure"]


def test_another_rule_changes_every_cell(qtbot: QtBot, held: Held) -> None:
    session, engine, _ = held
    for recipe in (PLAIN, THIN):
        session.pins.pin(recipe)
    give_figures(qtbot, engine, 1)
    before = cells(session, "macs")
    session.choose_rule("flops")
    assert cells(session, "macs") == [None, None, None], "no figure of another rule stands in the column"
    settle(session, engine)
    give_figures(qtbot, engine, 2)
    give_figures(qtbot, engine, 3)
    assert cells(session, "macs") == [2 * value for value in before]
    session.choose_rule("macs")
    assert cells(session, "macs")[1:] == before[1:], "known ones are there at once"


def test_what_cannot_be_built_says_why(qtbot: QtBot, held: Held) -> None:
    session, engine, _ = held
    session.pins.pin(Recipe.of("mobilenet_v2", {"groups": 7}))
    session.pins.pin(THIN)
    qtbot.waitUntil(lambda: len(asked(engine)) == 1, timeout=3000)
    engine.fail("bad input", "groups = 7 is not possible")
    give_figures(qtbot, engine, 2)
    comparison, _ = session.pins.comparison("float32")
    assert comparison.entries[1].refusal == ("groups = 7 is not possible",)
    assert comparison.entries[2].refusal == ()
    assert [pin.macs for pin in session.pins.entries] == [None, whole(THIN)["macs"]]


def test_own_architectures_are_counted_again_after_they_were_loaded(qtbot: QtBot, held: Held) -> None:
    session, engine, _ = held
    session.pins.pin(Recipe("mine"))
    session.pins.pin(THIN)
    qtbot.waitUntil(lambda: len(asked(engine)) == 1, timeout=3000)
    engine.fail("bad input", "no preset named mine")
    give_figures(qtbot, engine, 2)
    session.pins.forget({"mine"})
    qtbot.waitUntil(lambda: len(asked(engine)) == 3, timeout=3000)
    assert asked(engine)[-1] == Recipe("mine")
    assert session.pins.figures.of(THIN) is not None


def test_an_answer_from_before_a_file_was_loaded_again_is_not_kept(qtbot: QtBot, held: Held) -> None:
    session, engine, _ = held
    session.pins.pin(THIN)
    qtbot.waitUntil(lambda: len(asked(engine)) == 1, timeout=3000)
    session.pins.forget({"mobilenet_v2"})
    engine.answer(brief(whole(THIN)))
    assert session.pins.figures.of(THIN) is None
    give_figures(qtbot, engine, 2)
    assert session.pins.figures.of(THIN) is not None


def test_pins_are_there_after_a_restart(qtbot: QtBot, held: Held, tmp_path: Path) -> None:
    session, _, _ = held
    for recipe, name in ((PLAIN, "first"), (THIN, "second"), (OTHER, "third")):
        session.pins.pin(recipe, name)
    session.pins.choose_baseline(session.pins.set.pins[2].key)
    session.pins.rename(session.pins.set.pins[1].key, "zwei")
    session.pins.move(session.pins.set.pins[1].key, 0)
    again = make(tmp_path)[0]
    assert again.pins.set.pins == ()
    again.pins.load()
    assert [(pin.name, pin.recipe) for pin in again.pins.set.pins] == [("zwei", THIN), ("first", PLAIN), ("third", OTHER)]
    baseline = again.pins.set.of(again.pins.set.baseline)
    assert baseline is not None
    assert baseline.name == "third"
    document = json.loads((tmp_path / "pins.json").read_text(encoding="utf-8"))
    assert "macs" not in json.dumps(document), "recipes only"


def test_a_broken_file_is_put_aside_and_costs_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "pins.json").write_text("{ what the user pinned", encoding="utf-8")
    session, _, _ = make(tmp_path)
    said: list[tuple[list[str], str]] = []
    session.said.connect(lambda sentence, level: said.append((sentence, level)))
    session.pins.load()
    assert session.pins.set.pins == ()
    assert (tmp_path / UNREADABLE).read_text(encoding="utf-8") == "{ what the user pinned"
    [(sentence, level)] = said
    assert level == "warning"
    assert "not valid JSON" in sentence[0].format(*sentence[1:])
    assert str(tmp_path / UNREADABLE) in sentence[0].format(*sentence[1:])
    session.pins.pin(THIN)
    assert read_pins(tmp_path / "pins.json").pins[0].recipe == THIN


def test_no_file_is_no_matter(qtbot: QtBot, tmp_path: Path) -> None:
    session, _, _ = make(tmp_path)
    said: list[Any] = []
    session.said.connect(lambda *words: said.append(words))
    session.pins.load()
    assert said == []
    assert not (tmp_path / "pins.json").exists()


def test_a_place_that_cannot_be_written_is_said_once(qtbot: QtBot, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    session, _, _ = make(tmp_path)
    session.pins.path = blocked / "pins.json"
    said: list[list[str]] = []
    session.said.connect(lambda sentence, _level: said.append(sentence))
    session.pins.pin(THIN)
    session.pins.pin(OTHER)
    assert [pin.recipe for pin in session.pins.set.pins] == [THIN, OTHER], "pinned all the same"
    assert len(said) == 1
    assert said[0][0].startswith("The pins cannot be kept")


def test_every_step_can_be_taken_back(held: Held) -> None:
    session, _, _ = held
    pins = session.pins
    assert not pins.can_undo()
    states = [pins.set]
    for step in (
        lambda: pins.pin(PLAIN), lambda: pins.pin(THIN), lambda: pins.rename(2, "x"), lambda: pins.move(2, 0),
        lambda: pins.choose_baseline(2), lambda: pins.unpin([1, 2]),
    ):
        step()
        assert pins.set != states[-1]
        states.append(pins.set)
    pins.rename(1, "nobody")
    assert pins.set == states[-1]
    for state in reversed(states[:-1]):
        pins.undo()
        assert pins.set == state
    assert not pins.can_undo()
    assert not session.document.is_modified(), "pins are no part of the recipe"
    assert not session.document.stack.canUndo()


def test_recipe_and_comparison_files_are_pinned(held: Held, tmp_path: Path) -> None:
    session, _, _ = held
    write_recipe(THIN, tmp_path / "slim.recipe.json")
    assert session.pins.open_file(tmp_path / "slim.recipe.json") == 1
    session.pins.pin(OTHER, "other")
    session.pins.save(tmp_path / "both.json")
    assert session.pins.open_file(tmp_path / "both.json") == 2
    assert [(pin.name, pin.recipe) for pin in session.pins.set.pins] == [
        ("slim", THIN), ("other", OTHER), ("slim (2)", THIN), ("other (2)", OTHER),
    ]
    before = session.pins.set
    for content in ("{}", "[", json.dumps({"format": "architecture-explorer/comparison", "version": 1, "pins": [{}]})):
        (tmp_path / "bad.json").write_text(content, encoding="utf-8")
        with pytest.raises(BadInput):
            session.pins.open_file(tmp_path / "bad.json")
    assert session.pins.set == before
    with pytest.raises(BadInput):
        session.pins.save(tmp_path / "missing" / "pins.json")


def test_fifty_pins(qtbot: QtBot, held: Held, tmp_path: Path) -> None:
    session, engine, _ = held
    recipes = [Recipe.of("mobilenet_v2", {"alpha": round(0.5 + 0.01 * n, 2), "resolution": 96}) for n in range(50)]
    write_pins(session.pins.set, tmp_path / "empty.json")
    for recipe in recipes:
        session.pins.pin(recipe)
    for count in range(1, 51):
        give_figures(qtbot, engine, count)
    assert asked(engine) == recipes
    assert cells(session, "macs")[1:] == [whole(recipe)["macs"] / 1e6 for recipe in recipes]
    assert len(read_pins(tmp_path / "pins.json").pins) == 50


def test_a_fault_is_said_and_tried_again_with_the_next_step(qtbot: QtBot, held: Held) -> None:
    session, engine, _ = held
    session.pins.pin(THIN)
    qtbot.waitUntil(lambda: len(asked(engine)) == 1, timeout=3000)
    engine.fail("fault", "the engine process ended")
    assert session.pins.comparison("float32")[0].entries[1].refusal == ("the engine process ended",)
    assert len(asked(engine)) == 1, "not over and over"
    session.pins.rename(1, "again")
    give_figures(qtbot, engine, 2)
    assert session.pins.comparison("float32")[0].entries[1].refusal == ()
    assert cells(session, "macs")[1] == whole(THIN)["macs"] / 1e6
