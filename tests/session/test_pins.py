"""Pins in a session: counted one after another behind everything else, kept from run to run, measured on request."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from explorer.analysis import analyse
from explorer.core import rules
from explorer.core.catalogue import read_catalogue
from explorer.core.compare import CELLS, PLACES, brief
from explorer.core.compare_file import read_pins, write_pins
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe, write_recipe
from explorer.core.weights import OwnAccuracy, WeightsFile
from explorer.session.latency import Conditions
from explorer.session.pin_list import UNREADABLE
from explorer.session.pins import PRESENT
from explorer.session.preferences import Preferences
from explorer.session.session import Session
from tests.session.recorded import HeldWorker

PLAIN = Recipe("mobilenet_v2")
SMALL = Recipe.of("mobilenet_v2", {"alpha": 0.25, "resolution": 96})
THIN = Recipe.of("mobilenet_v2", {"alpha": 0.6})
OTHER = Recipe("mobilenet_v1")
MEASUREMENT: dict[str, Any] = {"median_ms": 5.0, "p10_ms": 4.0, "p90_ms": 6.0, "n": 50, "settings": {"threads": 1}, "flags": []}
Held = tuple[Session, HeldWorker, HeldWorker]


@cache
def whole(recipe: Recipe, rule: str = rules.DEFAULT) -> dict[str, Any]:
    return analyse(recipe, rule, edges=False)


def make(folder: Path) -> Held:
    """A session whose engine and bench answer when the test says so; nothing is measured unasked."""
    session = Session(PLAIN, read_catalogue(), Preferences(str(folder)))
    engine, bench = HeldWorker(), HeldWorker()
    pins = session.pins
    session.engine.worker = pins.figures.worker = engine  # type: ignore[assignment]
    for client in (session.latency, session.weights, session.opinions, session.fusion, pins.series, pins.reports):
        client.worker = bench  # type: ignore[assignment]
    session.latency.set_auto(False)
    for client in (pins.figures, pins.series, pins.reports):
        client._timer.setInterval(1)
    return session, engine, bench


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> Held:
    """The same with the first recipe analysed."""
    made = make(tmp_path)
    made[0].start()
    settle(*made[:2])
    return made


def settle(session: Session, engine: HeldWorker) -> None:
    """Answer the engine's analyses until it has no wish left."""
    while session.engine.is_busy():
        last = next(i for i in range(len(engine.asked) - 1, -1, -1) if engine.asked[i]["job"] == "analyse")
        engine.answer(whole(Recipe.from_json(engine.asked[last]["recipe"]), engine.asked[last]["rule"]), at=last)


def asked(engine: HeldWorker, job: str = "figures") -> list[Recipe]:
    return [Recipe.from_json(each["recipe"]) for each in engine.asked if each["job"] == job]


def give_figures(qtbot: QtBot, engine: HeldWorker, count: int) -> None:
    """Wait until so many were asked for in all, and answer the last."""
    qtbot.waitUntil(lambda: len(asked(engine)) == count, timeout=3000)
    request = engine.asked[-1]
    engine.answer(brief(whole(Recipe.from_json(request["recipe"]), request["rule"])))


def cells(session: Session, name: str) -> list[Any]:
    comparison, keys = session.pins.comparison("float32")
    return [comparison.value(row, CELLS[PLACES[name]]) for row in range(len(keys))]


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


def test_pins_are_measured_one_after_another_and_none_twice(qtbot: QtBot, held: Held) -> None:
    session, engine, bench = held
    session.latency.measure()
    bench.answer(MEASUREMENT)
    for recipe in (PLAIN, THIN, SMALL):
        session.pins.pin(recipe)
    give_figures(qtbot, engine, 1)
    give_figures(qtbot, engine, 2)
    assert [pin.recipe for pin in session.pins.unmeasured()] == [THIN, SMALL]
    session.pins.measure()
    assert asked(bench, "measure") == [PLAIN, THIN]
    bench.answer(MEASUREMENT | {"median_ms": 4.0})
    qtbot.waitUntil(lambda: len(asked(bench, "measure")) == 3, timeout=3000)
    bench.answer(MEASUREMENT | {"median_ms": 2.0})
    assert cells(session, "latency") == [5.0, 5.0, 4.0, 2.0]
    assert cells(session, "latency.delta") == [0.0, None, -20.0, -60.0]
    assert not session.pins.series.is_on()
    point = session.latency.point(SMALL)
    assert point is not None
    assert point.macs == whole(SMALL)["macs"]
    session.latency.set_conditions(Conditions(threads=2))
    assert cells(session, "latency") == [None] * 4
    comparison, _ = session.pins.comparison("float32")
    assert comparison.conditions == "cpu, 2 threads, batch 1"
    assert comparison.entries[3].elsewhere == (("cpu, 1 thread, batch 1", 2.0),)


def test_a_tweak_ends_a_pins_measurement_which_begins_again(qtbot: QtBot, held: Held) -> None:
    session, engine, bench = held
    session.pins.pin(THIN)
    give_figures(qtbot, engine, 1)
    session.pins.measure()
    assert session.pins.series.is_measuring()
    session.document.set_knob("alpha", 0.5)
    assert bench.cancelled == [1]
    bench.fail("cancelled")
    assert session.pins.series.is_on()
    assert len(asked(bench, "measure")) == 1
    settle(session, engine)
    qtbot.waitUntil(lambda: len(asked(bench, "measure")) == 2, timeout=3000)
    session.pins.series.stop()
    assert bench.cancelled == [1, 2]
    bench.fail("cancelled")
    assert not session.pins.series.is_on()


def test_a_pin_that_cannot_be_measured_is_said_and_left_out(qtbot: QtBot, held: Held) -> None:
    session, engine, bench = held
    for recipe in (THIN, SMALL):
        session.pins.pin(recipe, recipe.digest()[:4])
    give_figures(qtbot, engine, 1)
    give_figures(qtbot, engine, 2)
    failed: list[str] = []
    session.pins.series.failed.connect(lambda name, _sentence: failed.append(name))
    session.pins.measure()
    bench.fail("bad input", "not enough memory")
    assert failed == [THIN.digest()[:4]]
    qtbot.waitUntil(lambda: len(asked(bench, "measure")) == 2, timeout=3000)
    assert asked(bench, "measure") == [THIN, SMALL]


def test_the_present_recipe_is_measured_before_further_pins(qtbot: QtBot, held: Held) -> None:
    session, engine, bench = held
    for recipe in (THIN, SMALL):
        session.pins.pin(recipe)
    give_figures(qtbot, engine, 1)
    give_figures(qtbot, engine, 2)
    session.pins.measure()
    session.latency.measure()
    assert asked(bench, "measure") == [THIN], "not two at once"
    bench.answer(MEASUREMENT)
    assert asked(bench, "measure") == [THIN, PLAIN]
    bench.answer(MEASUREMENT)
    qtbot.waitUntil(lambda: len(asked(bench, "measure")) == 3, timeout=3000)
    assert asked(bench, "measure")[-1] == SMALL


def test_a_stated_accuracy_stands_only_once_the_file_was_held_against_the_recipe(qtbot: QtBot, held: Held) -> None:
    session, engine, bench = held
    own = OwnAccuracy(60.0, "Flowers", THIN.digest())
    loaded = THIN.with_weights(WeightsFile("/data/net.pth", "ab" * 32, own))
    session.pins.pin(loaded)
    give_figures(qtbot, engine, 1)
    assert cells(session, "top1") == [72.0, None]
    qtbot.waitUntil(lambda: any(each["job"] == "weights" for each in bench.asked), timeout=3000)
    bench.answer({"recipe": loaded.to_json(), "report": {"matched": 3, "needed": 3, "reinitialised": []}})
    assert cells(session, "top1") == [72.0, 60.0]
    assert cells(session, "source")[1] == "own: net.pth, Flowers"
    edited = loaded.with_value("groups", 2)
    session.pins.pin(edited)
    give_figures(qtbot, engine, 2)
    assert cells(session, "top1") == [72.0, 60.0, None], "stated for another recipe"


def test_entries_are_plain_data_for_charts(qtbot: QtBot, held: Held) -> None:
    session, engine, _ = held
    session.pins.pin(PLAIN, "plain")
    session.pins.pin(THIN, "thin")
    first, second = session.pins.entries
    assert (first.name, first.colour, first.params, first.macs, first.top1) == ("plain", 0, 3_504_872, 300_774_272, 72.0)
    assert (second.name, second.colour, second.params, second.stages, second.is_baseline) == ("thin", 1, None, [], False)
    give_figures(qtbot, engine, 1)
    second = session.pins.entries[1]
    assert sum(sum(stage["bars"]) for stage in second.stages) == second.macs == whole(THIN)["macs"]
    assert second.digest == THIN.digest()


def test_the_first_row_is_what_the_window_shows(held: Held) -> None:
    session, engine, _ = held
    assert session.pins.comparison("int8")[1] == [PRESENT]
    session.pins.pin(PLAIN)
    session.document.set_knob("alpha", 0.5)
    settle(session, engine)
    comparison, keys = session.pins.comparison("int8")
    assert keys[0] == PRESENT
    assert comparison.entries[0].recipe == Recipe.of("mobilenet_v2", {"alpha": 0.5})
    assert comparison.value(0, CELLS[PLACES["weights"]]) == whole(Recipe.of("mobilenet_v2", {"alpha": 0.5}))["params"] / 1e6
    assert session.pins.comparison("int8", present=False)[1] == keys[1:]


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
