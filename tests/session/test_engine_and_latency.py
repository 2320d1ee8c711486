"""One analysis at a time, the newest wins; a measurement only when the engine is quiet."""

from __future__ import annotations

import json
from typing import Any

from pytestqt.qtbot import QtBot

from explorer.analysis import analyse
from explorer.core.recipe import Recipe
from explorer.session.engine import Engine
from explorer.session.latency import Conditions, Latency
from tests.session.recorded import HeldWorker, analysis_of

MEASUREMENT: dict[str, Any] = {"median_ms": 1.0, "p10_ms": 0.9, "p90_ms": 1.1, "n": 50, "settings": {"threads": 1}, "flags": []}


def recipe(alpha: float) -> Recipe:
    return Recipe.of("net", {"alpha": alpha})


def test_the_newest_wish_wins(qtbot: QtBot) -> None:
    worker = HeldWorker()
    engine = Engine(worker)  # type: ignore[arg-type]
    answered: list[tuple[Recipe, int]] = []
    engine.analysed.connect(lambda r, _a, serial: answered.append((r, serial)))
    for serial, alpha in enumerate((0.1, 0.2, 0.3), 1):
        engine.ask(recipe(alpha), serial)
    assert len(worker.asked) == 1
    worker.answer(analysis_of(recipe(0.1)))
    assert len(worker.asked) == 2
    assert worker.asked[1]["recipe"]["knobs"] == {"alpha": 0.3}
    worker.answer(analysis_of(recipe(0.3)))
    assert answered == [(recipe(0.1), 1), (recipe(0.3), 3)]
    assert not engine.is_busy()


def test_the_next_wish_leaves_before_an_answer_is_drawn(qtbot: QtBot) -> None:
    worker = HeldWorker()
    engine = Engine(worker)  # type: ignore[arg-type]
    asked_when_drawn: list[int] = []
    engine.analysed.connect(lambda *_: asked_when_drawn.append(len(worker.asked)))
    engine.ask(recipe(0.1), 1)
    engine.ask(recipe(0.2), 2)
    worker.answer(analysis_of(recipe(0.1)))
    worker.answer(analysis_of(recipe(0.2)))
    assert asked_when_drawn == [2, 2]


def test_a_frame_that_the_window_has_is_not_sent_again_and_the_document_is_whole(qtbot: QtBot) -> None:
    worker = HeldWorker()
    engine = Engine(worker)  # type: ignore[arg-type]
    documents: list[dict[str, Any]] = []
    engine.analysed.connect(lambda _r, analysis, _s: documents.append(analysis))
    recipes = [Recipe.of("mobilenet_v1", {"alpha": alpha}) for alpha in (0.5, 0.6)]
    for wanted in recipes:
        engine.ask(wanted, 1)
        answer = json.loads(json.dumps(analyse(wanted, known=worker.asked[-1]["frame"])))
        assert isinstance(answer["frame"], str) is (wanted is recipes[1])
        worker.answer(answer)
    assert documents == [json.loads(json.dumps(analyse(wanted, edges=False))) for wanted in recipes]


def test_a_refusal_is_told_unless_there_is_a_newer_wish(qtbot: QtBot) -> None:
    worker = HeldWorker()
    engine = Engine(worker)  # type: ignore[arg-type]
    refused: list[int] = []
    engine.refused.connect(lambda _r, _e, serial: refused.append(serial))
    engine.ask(recipe(9), 1)
    engine.ask(recipe(8), 2)
    worker.fail()
    worker.fail()
    assert refused == [2]


def test_the_preset_is_analysed_once_for_comparison(qtbot: QtBot) -> None:
    worker = HeldWorker()
    engine = Engine(worker)  # type: ignore[arg-type]
    compared: list[str] = []
    engine.compared.connect(lambda preset, _a: compared.append(preset))
    engine.ask(recipe(0.5), 1)
    engine.ask_baseline("net")
    worker.answer(analysis_of(recipe(0.5)))
    assert worker.asked[-1]["recipe"]["knobs"] == {}
    worker.answer(analysis_of(Recipe("net")))
    engine.ask_baseline("net")
    assert compared == ["net", "net"]
    assert len(worker.asked) == 2


def test_measures_once_a_change_has_settled(qtbot: QtBot) -> None:
    worker = HeldWorker()
    latency = Latency(worker, lambda: False)  # type: ignore[arg-type]
    latency.on_analysed(recipe(0.5), "α 0.5", 1000)
    qtbot.waitUntil(lambda: bool(worker.asked), timeout=3000)
    with qtbot.waitSignal(latency.measured):
        worker.answer(MEASUREMENT)
    point = latency.point()
    assert point is not None
    assert point.measurement["median_ms"] == 1.0
    latency.on_analysed(recipe(0.5), "α 0.5", 1000)
    assert len(worker.asked) == 1  # known already


def test_a_tweak_cancels_and_the_engine_goes_first(qtbot: QtBot) -> None:
    worker, busy = HeldWorker(), [False]
    latency = Latency(worker, lambda: busy[0])  # type: ignore[arg-type]
    latency.on_analysed(recipe(0.5), "α 0.5", 1000)
    latency.measure()
    latency.on_tweaked()
    assert worker.cancelled == [1]
    worker.fail("cancelled")
    busy[0] = True
    latency.measure()
    assert len(worker.asked) == 1
    busy[0] = False
    latency.on_others_settled()
    assert len(worker.asked) == 2


def test_figures_of_other_conditions_are_kept_apart(qtbot: QtBot) -> None:
    worker = HeldWorker()
    latency = Latency(worker, lambda: False)  # type: ignore[arg-type]
    latency.set_auto(False)
    latency.on_analysed(recipe(0.5), "α 0.5", 1000)
    latency.measure()
    worker.answer(MEASUREMENT)
    latency.set_conditions(Conditions(threads=2))
    assert latency.point() is None
    assert latency.history() == []
    latency.set_conditions(Conditions())
    assert len(latency.history()) == 1


def test_a_failure_is_told(qtbot: QtBot) -> None:
    worker = HeldWorker()
    latency = Latency(worker, lambda: False)  # type: ignore[arg-type]
    latency.on_analysed(recipe(0.5), "α 0.5", 1000)
    with qtbot.waitSignal(latency.failed):
        latency.measure()
        worker.fail("bad input", "not enough memory")
    assert not latency.is_measuring()
