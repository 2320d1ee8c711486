"""Layer times and peaks in the session: asked for, waiting for quiet, dropped by a tweak, kept by recipe and conditions."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from explorer.core.recipe import Recipe
from explorer.session.latency import Conditions, Latency
from explorer.session.layer_times import LayerTiming
from explorer.session.peaks import Peaks
from tests.session.recorded import HeldWorker, analysis_of
from tests.session.recorded_times import peaks_of, times_of

RECIPE, OTHER = Recipe("net"), Recipe.of("net", {"alpha": 0.5})
ANALYSIS = analysis_of(RECIPE)
DOCUMENT = times_of(ANALYSIS, [2.0, 1.0], {"": 0.5})


class Room:
    """Latency and layer times on one worker."""

    def __init__(self, *, auto: bool = False) -> None:
        self.worker = HeldWorker()
        self.busy = False
        self.latency = Latency(self.worker, lambda: self.busy)  # type: ignore[arg-type]
        self.latency.set_auto(auto)
        self.timing = LayerTiming(self.worker, self.latency, lambda: self.busy)  # type: ignore[arg-type]

    def show(self, recipe: Recipe) -> None:
        self.latency.on_analysed(recipe, "net", 2000)
        self.timing.on_analysed(recipe)

    def jobs(self) -> list[str]:
        return [request["job"] for request in self.worker.asked]


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room()


def test_on_request_the_shown_recipe_is_measured_and_kept(qtbot: QtBot, room: Room) -> None:
    room.show(RECIPE)
    assert room.timing.of(ANALYSIS) is None
    room.timing.measure()
    assert room.worker.asked[0]["job"] == "layer_times"
    assert room.worker.asked[0]["settings"] == {"device": "cpu", "threads": 1, "batch": 1}
    assert Recipe.from_json(room.worker.asked[0]["recipe"]) == RECIPE
    assert room.timing.is_running()
    with qtbot.waitSignal(room.timing.changed):
        room.worker.answer(DOCUMENT)
    times = room.timing.of(ANALYSIS)
    assert times is not None
    assert times.by_node["stages.1"] == 2.0
    assert room.timing.of(ANALYSIS) is times  # read once
    assert room.timing.of(analysis_of(OTHER)) is None  # another recipe has no times, however alike it is


def test_it_waits_for_quiet(room: Room) -> None:
    room.show(RECIPE)
    room.busy = True
    room.timing.measure()
    assert room.jobs() == []
    assert room.timing.is_waiting()
    room.busy = False
    room.timing.on_others_settled()
    assert room.jobs() == ["layer_times"]


def test_it_lets_a_running_latency_end(room: Room) -> None:
    room.show(RECIPE)
    room.latency.measure()
    room.timing.measure()
    assert room.jobs() == ["measure"]
    room.worker.answer({"median_ms": 1.0})
    assert room.jobs() == ["measure", "layer_times"]


def test_a_tweak_ends_it_for_good(room: Room) -> None:
    room.show(RECIPE)
    room.timing.measure()
    room.timing.on_tweaked()
    assert room.worker.cancelled == [1]
    room.worker.fail("cancelled")
    room.show(OTHER)
    assert room.jobs() == ["layer_times"]
    assert not room.timing.is_waiting()


def test_an_export_interrupts_it(room: Room) -> None:
    room.show(RECIPE)
    room.timing.measure()
    room.busy = True
    room.timing.on_others_began()
    room.worker.fail("cancelled")
    assert room.jobs() == ["layer_times"]
    room.busy = False
    room.timing.on_others_settled()
    assert room.jobs() == ["layer_times", "layer_times"]


def test_while_somebody_looks_it_follows_each_change(qtbot: QtBot) -> None:
    room = Room(auto=True)
    room.show(RECIPE)
    room.timing.look(on=True)
    qtbot.waitUntil(lambda: room.jobs() == ["measure"], timeout=5000)  # the latency goes first
    room.worker.answer({"median_ms": 1.0})
    qtbot.waitUntil(lambda: room.jobs() == ["measure", "layer_times"], timeout=5000)
    room.worker.answer(DOCUMENT)
    room.show(RECIPE)
    assert not room.timing.is_due()  # known already
    room.timing.on_tweaked()
    room.show(OTHER)
    assert room.timing.is_due()


def test_without_the_wish_nothing_is_measured_by_itself(room: Room) -> None:
    room.timing.look(on=True)
    room.show(RECIPE)
    assert not room.timing.is_due()  # "measure after each change" is off


def test_cancelled_by_the_user_it_stays_so(room: Room) -> None:
    room.latency.auto = True
    room.timing.on_analysed(RECIPE)
    room.timing.measure()
    room.timing.cancel()
    room.worker.fail("cancelled")
    room.timing.look(on=True)
    assert not room.timing.is_due()
    assert not room.timing.is_running()


def test_a_failure_is_told_and_not_tried_again_by_itself(qtbot: QtBot, room: Room) -> None:
    room.latency.auto = True
    room.timing.on_analysed(RECIPE)
    with qtbot.waitSignal(room.timing.failed) as told:
        room.timing.measure()
        room.worker.fail(sentence="too large")
    assert told.args == [["too large"]]
    assert room.timing.failure() == ["too large"]
    room.timing.look(on=True)
    assert not room.timing.is_due()


def test_figures_hold_under_their_conditions_only(room: Room) -> None:
    room.show(RECIPE)
    room.timing.measure()
    room.worker.answer(DOCUMENT)
    room.latency.set_conditions(Conditions(threads=2))
    assert room.timing.of(ANALYSIS) is None
    room.latency.set_conditions(Conditions())
    assert room.timing.of(ANALYSIS) is not None
    room.timing.forget(["net"])
    assert room.timing.of(ANALYSIS) is None


def peaks(room: Room) -> Peaks:
    return Peaks(room.worker, room.latency, lambda: not room.busy)  # type: ignore[arg-type]


def test_peaks_are_looked_up_once_and_measured_on_request(room: Room) -> None:
    found = peaks(room)
    found.look()
    found.look()
    asked: list[dict[str, Any]] = room.worker.asked
    assert [(r["job"], r["measure"]) for r in asked] == [("peaks", False)]
    room.worker.answer({"peaks": None})
    assert found.current() is None
    found.look()
    assert len(asked) == 1
    found.measure()
    assert asked[1]["again"] is True
    room.worker.answer(peaks_of(1e9, 4e8))
    assert found.current() == peaks_of(1e9, 4e8)["peaks"]


def test_peaks_belong_to_a_device_and_its_threads(room: Room) -> None:
    found = peaks(room)
    found.look()
    room.worker.answer(peaks_of(1e9, 4e8))
    room.latency.set_conditions(Conditions(threads=2))
    assert found.current() is None
    assert room.worker.asked[-1]["settings"] == {"device": "cpu", "threads": 2}
    room.latency.set_conditions(Conditions(batch=8))
    assert found.current() is not None


def test_stored_times_are_there_without_measuring(qtbot: QtBot) -> None:
    room = Room(auto=True)
    asked: list[tuple[Recipe, Conditions]] = []

    def recall(recipe: Recipe, conditions: Conditions) -> dict[str, Any] | None:
        asked.append((recipe, conditions))
        return DOCUMENT | {"from_store": True, "stored": "x"} if recipe == RECIPE else None

    room.timing.recall = recall
    room.timing.look(on=True)
    with qtbot.waitSignal(room.timing.changed):
        room.show(RECIPE)
    times = room.timing.of(ANALYSIS)
    assert times is not None
    assert times.document["from_store"]
    assert asked == [(RECIPE, Conditions())]
    assert not room.timing._timer.isActive(), "nothing is to be measured by itself"
    room.latency.anew = True
    room.timing.look(on=True)
    assert room.timing._timer.isActive(), "but for who wants stored ones measured anew"
    room.timing.measure()
    room.worker.answer(DOCUMENT)
    newer = room.timing.of(ANALYSIS)
    assert newer is not None
    assert "from_store" not in newer.document


def test_a_drag_looks_nothing_up(qtbot: QtBot, room: Room) -> None:
    asked: list[Recipe] = []
    room.timing.recall = lambda recipe, _conditions: asked.append(recipe)
    for _ in range(3):
        room.show(RECIPE)
        room.timing.on_tweaked()
    room.show(OTHER)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [OTHER]


def test_stored_times_of_another_version_are_left(qtbot: QtBot, room: Room) -> None:
    older = DOCUMENT | {"from_store": True, "layers": DOCUMENT["layers"] | {"path": ["stem", "head"]}}
    room.timing.recall = lambda _recipe, _conditions: older
    with qtbot.waitSignal(room.timing.changed):
        room.show(RECIPE)
    assert room.timing.of(ANALYSIS) is None
    room.timing.look_up()
    assert room.timing.of(ANALYSIS) is None
