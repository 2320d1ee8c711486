"""What is measured in turn, in the session: asked for once, given way, taken up again, kept, recalled, forgotten."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from explorer.core import comparisons
from explorer.core.recipe import Recipe
from explorer.core.store import Store, conditions_of, hardware_of, key_of
from explorer.session.history import History
from explorer.session.latency import Conditions, Latency
from explorer.session.turns import InTurn
from tests.session.recorded import HeldWorker
from tests.session.recorded_turns import micro_of, pair_of, ready_of

FIRST, SECOND = Recipe("net"), Recipe.of("net", {"groups": 2})


class Room:
    """The job on a worker that answers when told to, and a store."""

    def __init__(self) -> None:
        self.worker = HeldWorker()
        self.busy = False
        self.store = Store()
        self.latency = Latency(self.worker, lambda: self.busy)  # type: ignore[arg-type]
        self.latency.set_auto(on=False)
        m = pair_of()["runs"][0]["measurement"]
        self.known = {"machine": key_of(hardware_of(m)), "conditions": conditions_of(m)}
        self.turns = InTurn(
            self.worker, self.latency, lambda: not self.busy, lambda: self.store, lambda: self.known  # type: ignore[arg-type]
        )

    def ask(self) -> None:
        self.turns.ask_pair([("a", FIRST), ("b", SECOND)])


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    made = Room()
    yield made
    made.store.close()


def test_a_pair_is_asked_for_under_the_present_conditions(qtbot: QtBot, room: Room) -> None:
    room.latency.set_conditions(Conditions(batch=4, runtime="onnxruntime"))
    with qtbot.waitSignal(room.turns.asked):
        room.ask()
    (asked,) = room.worker.asked
    assert (asked["job"], asked["names"]) == ("pair", ["a", "b"])
    assert asked["recipes"] == [FIRST.to_json(), SECOND.to_json()]
    assert asked["settings"] == {"device": "cpu", "threads": 1, "batch": 4, "runtime": "onnxruntime"}
    assert room.turns.is_running()
    with qtbot.waitSignal(room.turns.ended):
        room.worker.answer(pair_of() | {"stored": "x"})
    assert room.turns.current is not None
    assert not room.turns.is_running()


def test_a_single_layer_is_asked_for_in_eager(room: Room) -> None:
    room.latency.set_conditions(Conditions(runtime="compile", fold=True, threads=2))
    room.turns.ask_micro(FIRST, "stages.1.0.conv", "groups")
    (asked,) = room.worker.asked
    assert (asked["job"], asked["layer"], asked["over"]) == ("micro", "stages.1.0.conv", "groups")
    assert asked["settings"] == {"device": "cpu", "threads": 2, "batch": 1}


def test_it_waits_for_quiet_and_gives_way_to_a_change(room: Room) -> None:
    room.busy = True
    room.turns.ask_ready(FIRST, "fixed_channels")
    assert room.worker.asked == []
    assert room.turns.is_waiting()
    room.busy = False
    room.turns.on_others_settled()
    assert [asked["ready"] for asked in room.worker.asked] == ["fixed_channels"]
    room.turns.on_others_began()
    assert room.worker.cancelled == [1]
    room.worker.fail("cancelled")
    assert len(room.worker.asked) == 2, "taken up again when all was quiet"
    room.worker.answer(ready_of() | {"stored": "x"})
    assert room.turns.current is not None
    assert not room.turns.is_waiting()


def test_another_question_takes_the_place_of_the_one_that_runs(room: Room) -> None:
    room.ask()
    room.turns.ask_micro(FIRST, "stages.1.0.conv", "kernel")
    assert room.worker.cancelled == [1]
    room.worker.fail("cancelled", at=0)
    assert [asked["job"] for asked in room.worker.asked] == ["pair", "micro"]
    room.worker.answer(micro_of() | {"stored": "y"})
    assert room.turns.current == micro_of() | {"stored": "y"}


def test_an_answer_faster_than_the_cancel_loses_nothing(room: Room) -> None:
    room.ask()
    room.turns.ask_micro(FIRST, "stages.1.0.conv", "kernel")
    room.worker.answer(pair_of() | {"stored": "x"}, at=0)
    assert [asked["job"] for asked in room.worker.asked] == ["pair", "micro"]


def test_cancelled_by_the_user_it_does_not_come_back(room: Room) -> None:
    room.ask()
    room.turns.cancel()
    room.worker.fail("cancelled")
    room.turns.on_others_settled()
    assert len(room.worker.asked) == 1
    assert room.turns.current is None


def test_a_failure_is_said_and_what_was_looked_at_stays(qtbot: QtBot, room: Room) -> None:
    room.ask()
    room.worker.answer(pair_of() | {"stored": "x"})
    room.ask()
    with qtbot.waitSignal(room.turns.failed) as failed:
        room.worker.fail("fault", "the bench process ended (signal 9) before it could finish")
    assert failed.args == [["the bench process ended (signal 9) before it could finish"]]
    assert room.turns.failure == failed.args[0]
    assert room.turns.current == pair_of() | {"stored": "x"}
    room.ask()
    assert room.turns.failure == []


def test_what_was_measured_before_is_listed_and_shown_at_first_sight(room: Room) -> None:
    kept = comparisons.add(room.store, pair_of())
    comparisons.add(room.store, micro_of())
    assert room.turns.past == [], "nothing is read before somebody looks"
    room.turns.look()
    assert len(room.turns.past) == 2
    assert room.turns.shown() == 0
    place = [past.uid for past in room.turns.past].index(kept)
    room.turns.choose(place)
    assert room.turns.current == pair_of() | {"stored": kept}
    assert room.turns.shown() == place


def test_choosing_two_that_were_measured_before_shows_it(room: Room) -> None:
    kept = comparisons.add(room.store, pair_of())
    room.turns.recall([("x", FIRST), ("y", SECOND)])
    assert room.turns.current == pair_of() | {"stored": kept}
    room.turns.current = None
    room.turns.recall([("y", SECOND), ("x", FIRST)])
    assert room.turns.current is None, "the other way round is another ratio"
    room.known = {**room.known, "machine": "another"}
    room.turns.recall([("x", FIRST), ("y", SECOND)])
    assert room.turns.current is None


def test_what_no_store_could_take_is_still_there(qtbot: QtBot, room: Room) -> None:
    room.ask()
    reason = ["the measurement store {0} cannot be written: {1}", "m", "disk full"]
    with qtbot.waitSignal(room.turns.failed) as failed:
        room.worker.answer(pair_of() | {"stored": "", "not_stored": reason})
    assert failed.args == [reason]
    comparisons.add(room.store, micro_of())
    room.turns.look()
    room.turns.choose(1)
    assert room.turns.current is not None
    assert room.turns.current["kind"] == "micro"
    room.turns.choose(0)
    assert room.turns.current["kind"] == "pair"
    assert room.turns.shown() == 0


def test_deleting_one_of_its_measurements_in_the_history_can_be_taken_back(room: Room) -> None:
    kept = comparisons.add(room.store, pair_of())
    history = History(room.worker, room.latency)  # type: ignore[arg-type]
    history.changed.connect(room.turns.on_history_changed)
    room.turns.look()
    entry = history.entries()[0]
    removed = history.delete([entry.uid])
    assert room.turns.past == []
    history.restore(removed)
    assert [past.uid for past in room.turns.past] == [kept]
    assert comparisons.read(room.store, kept) == pair_of()
    history.close()


def test_forgotten_it_leaves_the_list_and_its_measurements_stay(room: Room) -> None:
    comparisons.add(room.store, pair_of())
    room.turns.look()
    room.turns.forget()
    assert room.turns.past == []
    assert room.turns.current is None
    assert room.store.count() == 2
