"""Runtimes side by side in the session: asked for once, kept by recipe and conditions, points of the latency; and conditions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from explorer.core.recipe import Recipe
from explorer.session.latency import Conditions, Latency
from explorer.session.layer_times import LayerTiming
from explorer.session.runtimes import SideBySide
from tests.session.recorded import HeldWorker
from tests.session.recorded_runtimes import runtimes_of

RECIPE, OTHER = Recipe("net"), Recipe.of("net", {"alpha": 0.5})


class Room:
    """Latency and runtimes on one worker."""

    def __init__(self) -> None:
        self.worker = HeldWorker()
        self.busy = False
        self.latency = Latency(self.worker, lambda: self.busy)  # type: ignore[arg-type]
        self.latency.set_auto(on=False)
        self.runtimes = SideBySide(self.worker, self.latency, lambda: not self.busy)  # type: ignore[arg-type]

    def show(self, recipe: Recipe) -> None:
        self.latency.on_analysed(recipe, "net", 2000)
        self.runtimes.on_analysed(recipe, "net", 2000)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room()


def test_one_press_measures_and_each_runtime_becomes_a_point(qtbot: QtBot, room: Room) -> None:
    room.show(RECIPE)
    room.runtimes.measure()
    (asked,) = room.worker.asked
    assert (asked["job"], asked["settings"]) == ("runtimes", {"device": "cpu", "threads": 1, "batch": 1})
    with qtbot.waitSignal(room.latency.measured) as measured:
        room.worker.answer(runtimes_of(RECIPE))
    assert measured.args[0].measurement["median_ms"] == 10.0, "of the present conditions"
    assert room.runtimes.current() == runtimes_of(RECIPE)
    found = {c.runtime: p.measurement["median_ms"] for (_, c), p in room.latency.points.items()}
    assert found == {"eager": 10.0, "onnxruntime": 4.0}
    room.latency.set_conditions(Conditions(runtime="onnxruntime"))
    point = room.latency.point()
    assert point is not None
    assert point.measurement["median_ms"] == 4.0
    assert room.runtimes.current() == runtimes_of(RECIPE), "another runtime chosen: the table is the same"


def test_other_conditions_or_recipes_have_none(room: Room) -> None:
    room.show(RECIPE)
    room.runtimes.measure()
    room.worker.answer(runtimes_of(RECIPE))
    room.latency.set_conditions(Conditions(batch=8))
    assert room.runtimes.current() is None
    room.latency.set_conditions(Conditions())
    room.show(OTHER)
    assert room.runtimes.current() is None
    room.show(RECIPE)
    room.runtimes.forget(["net"])
    assert room.runtimes.current() is None


def test_a_tweak_ends_it(room: Room) -> None:
    room.show(RECIPE)
    room.runtimes.measure()
    room.runtimes.on_tweaked()
    assert room.worker.cancelled == [1]
    room.worker.fail("cancelled")
    assert not room.runtimes.is_waiting()


def test_it_waits_for_quiet(room: Room) -> None:
    room.busy = True
    room.show(RECIPE)
    room.runtimes.measure()
    assert room.worker.asked == []
    room.busy = False
    room.runtimes.on_others_settled()
    assert [asked["job"] for asked in room.worker.asked] == ["runtimes"]


def test_figures_under_different_conditions_are_kept_apart(room: Room) -> None:
    assert len({Conditions(), Conditions(fold=True), Conditions(channels_last=True), Conditions(dtype="bfloat16"),
                Conditions(runtime="onnxruntime")}) == 5
    assert Conditions(fold=True, runtime="compile").settings() == {
        "device": "cpu", "threads": 1, "batch": 1, "fold": True, "runtime": "compile"
    }


def test_a_runtime_is_not_asked_for_what_it_decides_itself() -> None:
    chosen = Conditions(fold=True, channels_last=True, batch=4)
    assert chosen.in_runtime("onnxruntime") == Conditions(batch=4, runtime="onnxruntime")
    assert chosen.in_runtime("compile") == replace(chosen, runtime="compile")


def test_layers_are_asked_for_in_eager_whatever_the_runtime_is(qtbot: QtBot, room: Room) -> None:
    timing = LayerTiming(room.worker, room.latency, lambda: False)  # type: ignore[arg-type]
    timing.on_analysed(RECIPE)
    room.latency.set_conditions(Conditions(runtime="compile", fold=True, channels_last=True, threads=2))
    timing.measure()
    assert room.worker.asked[-1]["settings"] == {"device": "cpu", "threads": 2, "batch": 1, "channels_last": True}
