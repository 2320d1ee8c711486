"""What the store has is shown at once and marked; nothing of another machine or version is; a bad store costs nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from explorer.core.data_folder import store_path
from explorer.core.recipe import Recipe
from explorer.core.store import Store, conditions_of, hardware_of, key_of
from explorer.session.history import History
from explorer.session.latency import Conditions, Latency
from tests.core.stored import measurement
from tests.session.recorded import HeldWorker

THIN, WIDE = Recipe.of("net", {"alpha": 0.5}), Recipe.of("net", {"alpha": 1.4})
Made = tuple[History, Latency, HeldWorker, HeldWorker]


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[Made]:
    """History and latency; each with a worker of its own, so that what they ask can be told apart."""
    asked, measuring = HeldWorker(), HeldWorker()
    parent = QObject()
    latency = Latency(measuring, lambda: False, parent)  # type: ignore[arg-type]
    history = History(asked, latency, parent=parent)  # type: ignore[arg-type]
    yield history, latency, asked, measuring
    history.close()
    latency.on_tweaked()


def here(**changed: Any) -> dict[str, Any]:
    """What the bench process says of the conditions of ``measurement``."""
    sample = measurement(THIN, 1.0, **changed)
    return {"machine": key_of(hardware_of(sample)), "conditions": conditions_of(sample)}


def keep(*measurements: dict[str, Any]) -> list[str]:
    with Store() as store:
        return store.add_all(measurements)


def show(made: Made, recipe: Recipe) -> None:
    made[0].on_analysed(recipe, "label", 1000)
    made[1].on_analysed(recipe, "label", 1000)


def test_a_stored_figure_is_shown_at_once_and_not_measured_again(made: Made, qtbot: QtBot) -> None:
    history, latency, asked, measuring = made
    old, new = measurement(THIN, 9.0, started="2026-01-01T00:00:00+00:00"), measurement(THIN, 1.0, 3.0, 2.0)
    uids = keep(new, old)
    show(made, THIN)
    assert latency.is_due()
    with qtbot.waitSignal(latency.recalled):
        asked.answer(here())
    point = latency.point(THIN)
    assert point is not None
    assert (point.uid, point.label, point.measurement["samples_ms"]) == (uids[0], "label", [1.0, 3.0, 2.0])
    assert latency.history() == [point]
    assert not latency.is_due()
    assert measuring.asked == []
    assert history.session_points() == []


def test_what_began_by_itself_is_given_up_and_what_was_asked_for_is_not(made: Made) -> None:
    _, latency, asked, measuring = made
    keep(measurement(THIN, 1.0))
    show(made, THIN)
    latency.measure(asked=False)
    asked.answer(here())
    assert measuring.cancelled == [1]
    measuring.fail("cancelled")
    assert not latency.is_due()
    latency.measure()
    assert len(measuring.asked) == 2, "F9 measures what the store has anew"
    measuring.answer(measurement(THIN, 5.0))
    point = latency.point(THIN)
    assert point is not None
    assert (point.uid, point.measurement["median_ms"]) == ("", 5.0)


def test_the_user_may_have_stored_ones_measured_anew(made: Made) -> None:
    _, latency, asked, _ = made
    latency.anew = True
    keep(measurement(THIN, 1.0))
    show(made, THIN)
    asked.answer(here())
    assert latency.point(THIN) is not None, "shown until the new one is there"
    assert latency.is_due()


@pytest.mark.parametrize("other", [
    {"torch": "2.12.0"}, {"threads": 2}, {"cpu": "Another CPU"}, {"os": "Linux-7"}, {"governor": "performance"},
])
def test_other_conditions_are_never_the_present_figure(made: Made, other: dict[str, Any]) -> None:
    history, latency, asked, _ = made
    keep(measurement(THIN, 1.0))
    show(made, THIN)
    asked.answer(here(**other))
    assert latency.point(THIN) is None
    assert len(history.entries()) == 1, "it is in the list all the same"


def test_layer_times_are_no_latency(made: Made) -> None:
    _, latency, asked, _ = made
    with Store() as store:
        store.add(measurement(THIN, 1.0), "layers")
    show(made, THIN)
    asked.answer(here())
    assert latency.point(THIN) is None


def test_code_of_ones_own_that_changed_is_not_shown(qtbot: QtBot) -> None:
    sources = {"net": "new"}
    asked, latency = HeldWorker(), Latency(HeldWorker(), lambda: False)  # type: ignore[arg-type]
    latency.set_auto(False)
    history = History(asked, latency, sources.get)  # type: ignore[arg-type]
    keep(measurement(THIN, 1.0) | {"source": {"file": "net.py", "sha256": "old"}})
    history.on_analysed(THIN, "", 1)
    asked.answer(here())
    assert latency.point(THIN) is None
    keep(measurement(THIN, 2.0) | {"source": {"file": "net.py", "sha256": "new"}})
    history.look()
    point = latency.point(THIN)
    assert point is not None
    assert point.measurement["median_ms"] == 2.0
    history.close()


def test_each_set_of_conditions_is_looked_up_by_itself(made: Made) -> None:
    _, latency, asked, _ = made
    keep(measurement(THIN, 1.0), measurement(THIN, 2.0, threads=2))
    show(made, THIN)
    asked.answer(here())
    latency.set_conditions(Conditions(threads=2))
    assert latency.point(THIN) is None
    assert asked.asked[-1]["settings"]["threads"] == 2
    asked.answer(here(threads=2))
    point = latency.point(THIN)
    assert point is not None
    assert point.measurement["median_ms"] == 2.0
    latency.set_conditions(Conditions())
    assert len(asked.asked) == 2, "known conditions are not asked for again"


def test_pins_and_the_preset_are_looked_up_too(made: Made) -> None:
    history, latency, asked, _ = made
    keep(measurement(THIN, 1.0), measurement(WIDE, 4.0))
    show(made, THIN)
    asked.answer(here())
    history.look_beside([(WIDE, "wide", 5)])
    point = latency.point(WIDE)
    assert point is not None
    assert (point.label, point.macs, point.measurement["median_ms"]) == ("wide", 5, 4.0)


def test_without_a_store_nothing_is_asked_and_nothing_made(made: Made) -> None:
    history, _, asked, _ = made
    show(made, THIN)
    history.poll()
    assert (asked.asked, history.entries(), store_path().exists()) == ([], [], False)


def test_another_process_is_noticed(made: Made, qtbot: QtBot) -> None:
    history, _, _, _ = made
    keep(measurement(THIN, 1.0))
    history.poll()
    before = history.entries()
    assert history.entries() is before, "read once"
    keep(measurement(WIDE, 1.0))
    with qtbot.waitSignal(history.changed):
        history.poll()
    assert len(history.entries()) == 2
    with qtbot.assertNotEmitted(history.changed):
        history.poll()


def test_deleting_takes_the_figure_away_and_restoring_brings_it_back(made: Made) -> None:
    history, latency, asked, _ = made
    latency.set_auto(False)
    uids = keep(measurement(THIN, 1.0, 2.0))
    show(made, THIN)
    asked.answer(here())
    removed = history.delete(uids)
    assert latency.point(THIN) is None
    assert history.entries() == []
    history.restore(removed)
    assert [entry.uid for entry in history.entries()] == uids
    point = latency.point(THIN)
    assert point is not None
    assert point.measurement["samples_ms"] == [1.0, 2.0]


def test_deleting_the_newest_shows_the_one_before(made: Made) -> None:
    history, latency, asked, _ = made
    new, _ = keep(measurement(THIN, 1.0), measurement(THIN, 7.0, started="2026-01-01T00:00:00+00:00"))
    show(made, THIN)
    asked.answer(here())
    history.delete([new])
    point = latency.point(THIN)
    assert point is not None
    assert point.measurement["median_ms"] == 7.0


def test_a_store_that_cannot_be_used_is_said_once_and_costs_nothing(made: Made) -> None:
    history, latency, asked, measuring = made
    said: list[list[str]] = []
    history.complained.connect(said.append)
    store_path().parent.mkdir(parents=True)
    store_path().write_bytes(b"some text that is no database, and long enough" * 50)
    for _ in range(3):
        show(made, THIN)
        history.poll()
    assert len(said) == 1
    assert "cannot be opened" in said[0][0]
    assert asked.asked == []
    latency.measure()
    measuring.answer(measurement(THIN, 1.0) | {"stored": "", "not_stored": ["the disk {0} is full", "/"]})
    assert latency.point(THIN) is not None
    assert said[1:] == [["the disk {0} is full", "/"]]
    store_path().unlink()
    keep(measurement(WIDE, 1.0))
    history.poll()
    assert len(history.entries()) == 1, "a store that was mended is used again"


def test_the_order_of_measuring_under_the_present_conditions(made: Made) -> None:
    history, latency, _, measuring = made
    for recipe, median in ((THIN, 1.0), (WIDE, 2.0), (THIN, 1.5)):
        show(made, recipe)
        latency.measure()
        measuring.answer(measurement(recipe, median))
    latency.set_conditions(Conditions(batch=4))
    show(made, THIN)
    latency.measure()
    measuring.answer(measurement(THIN, 9.0))
    assert [p.measurement["median_ms"] for p in history.session_points()] == [9.0]
    latency.set_conditions(Conditions())
    assert [p.measurement["median_ms"] for p in history.session_points()] == [1.0, 2.0, 1.5]


@pytest.mark.slow
def test_a_look_up_costs_no_frame(made: Made) -> None:
    """Goal: under 1 ms for each step of a drag with 5,000 measurements kept; wide of it, for a busy machine."""
    history, _, asked, _ = made
    keep(*(measurement(Recipe.of("net", {"alpha": i / 1000}), *[float(k) for k in range(1, 60)]) for i in range(5000)))
    show(made, THIN)
    asked.answer(here())
    recipes = [Recipe.of("net", {"alpha": i / 1000 + 0.0005}) for i in range(300)]
    start = time.perf_counter()
    for recipe in recipes:
        history.on_analysed(recipe, "", 1)
    each_ms = (time.perf_counter() - start) / len(recipes) * 1e3
    assert each_ms < 3, f"{each_ms:.2f} ms"
