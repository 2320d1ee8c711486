"""The question for the source: asked when somebody looks and all is quiet, never twice, and a refusal leaves what stands."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from explorer.core.recipe import Recipe
from explorer.session.source import Source
from tests.session.recorded import HeldWorker


def document(recipe: Recipe) -> dict[str, Any]:
    return {"digest": recipe.digest(), "preset": recipe.preset, "files": {}, "views": [], "places": {}, "table": None}


@pytest.fixture
def held() -> tuple[Source, HeldWorker]:
    worker = HeldWorker()
    return Source(worker, lambda: True), worker  # type: ignore[arg-type]


def test_nothing_is_asked_while_nobody_looks(qtbot: QtBot, held: tuple[Source, HeldWorker]) -> None:
    source, worker = held
    source.on_analysed(Recipe("net"))
    assert not source._timer.isActive()
    source.want(wanted=True)
    qtbot.waitUntil(lambda: len(worker.asked) == 1)
    assert worker.asked[0]["job"] == "source"
    assert Recipe.from_json(worker.asked[0]["recipe"]) == Recipe("net")


def test_a_tweak_puts_the_question_off_and_an_answer_is_kept(qtbot: QtBot, held: tuple[Source, HeldWorker]) -> None:
    source, worker = held
    source.want(wanted=True)
    source.on_analysed(Recipe("net"))
    source.on_tweaked()
    assert not source._timer.isActive()
    source.on_analysed(Recipe.of("net", {"alpha": 0.5}))
    qtbot.waitUntil(lambda: len(worker.asked) == 1)
    with qtbot.waitSignals([source.arrived, source.ended]):
        worker.answer(document(Recipe.of("net", {"alpha": 0.5})))
    assert source.of("net") is source.book
    assert source.of("other") is None
    source.on_analysed(Recipe.of("net", {"alpha": 0.5}))
    assert not source._timer.isActive()


def test_a_refusal_is_not_repeated_and_leaves_what_stands(qtbot: QtBot, held: tuple[Source, HeldWorker]) -> None:
    source, worker = held
    source.want(wanted=True)
    source.on_analysed(Recipe("net"))
    qtbot.waitUntil(lambda: len(worker.asked) == 1)
    worker.answer(document(Recipe("net")))
    source.on_analysed(Recipe.of("net", {"alpha": 2}))
    qtbot.waitUntil(lambda: len(worker.asked) == 2)
    worker.fail()
    assert source.of("net") is not None
    source.on_analysed(Recipe.of("net", {"alpha": 2}))
    assert not source._timer.isActive()


def test_it_waits_while_the_engine_is_busy(qtbot: QtBot) -> None:
    worker, busy = HeldWorker(), [True]
    source = Source(worker, lambda: not busy[0])  # type: ignore[arg-type]
    source.want(wanted=True)
    source.on_analysed(Recipe("net"))
    with qtbot.waitSignal(source._timer.timeout):
        pass
    assert worker.asked == []
    busy[0] = False
    qtbot.waitUntil(lambda: len(worker.asked) == 1)
