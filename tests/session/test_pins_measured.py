"""What is known of pins beside their counts: latencies measured one after another, accuracies, the data that charts draw."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.core.compare import CELLS, PLACES
from explorer.core.recipe import Recipe
from explorer.core.weights import OwnAccuracy, WeightsFile
from explorer.session.latency import Conditions
from explorer.session.pins import PRESENT
from tests.session.pinning import (
    MEASUREMENT,
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
