"""Weights beside measurements and exports: a picked file goes first, a tweak's question waits, nothing runs side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from explorer.core.recipe import Recipe
from explorer.core.weights import OwnAccuracy, WeightsFile
from explorer.session.preferences import Preferences
from explorer.session.session import Session
from tests.session.recorded import HeldWorker, analysis_of
from tests.views.making import catalogue

PLAIN = Recipe("net")
FILE = WeightsFile("/data/net.pth", "ab" * 32)
REPORT: dict[str, Any] = {"matched": 3, "needed": 3, "reinitialised": []}
MEASUREMENT: dict[str, Any] = {"median_ms": 1.0, "p10_ms": 0.9, "p90_ms": 1.1, "n": 50, "settings": {"threads": 1}, "flags": []}


def held(tmp_path: Path) -> tuple[Session, HeldWorker, HeldWorker]:
    """A session, its engine and its bench; nothing is measured unasked."""
    session = Session(PLAIN, catalogue(), Preferences(str(tmp_path)))
    engine, bench = HeldWorker(), HeldWorker()
    session.engine.worker = engine  # type: ignore[assignment]
    session.latency.worker = session.weights.worker = session.opinions.worker = bench  # type: ignore[assignment]
    session.latency.set_auto(False)
    session.weights._timer.setInterval(1)
    return session, engine, bench


def settle(session: Session, engine: HeldWorker) -> None:
    while session.engine.is_busy():
        engine.answer(analysis_of(Recipe.from_json(engine.asked[-1]["recipe"])))


def test_a_picked_file_interrupts_a_measurement_which_begins_again(qtbot: QtBot, tmp_path: Path) -> None:
    session, engine, bench = held(tmp_path)
    session.start()
    settle(session, engine)
    session.latency.measure()
    assert [asked["job"] for asked in bench.asked] == ["measure"]
    session.weights.load(session.document.recipe, Path(FILE.path))
    assert bench.cancelled == [1]
    bench.fail("cancelled", at=0)
    assert [asked["job"] for asked in bench.asked] == ["measure", "weights"], "nothing is measured while a file is read"
    bench.answer({"recipe": PLAIN.with_weights(FILE).to_json(), "report": REPORT})
    assert session.document.recipe.weights == FILE
    settle(session, engine)
    session.latency.measure()
    assert bench.asked[-1]["job"] == "measure"
    assert bench.asked[-1]["recipe"] == PLAIN.to_json(), "a latency does not depend on a file"
    bench.answer(MEASUREMENT)
    assert session.latency.point(PLAIN.with_weights(FILE)) is not None


def test_a_tweak_is_asked_about_once_and_not_beside_a_measurement(qtbot: QtBot, tmp_path: Path) -> None:
    session, engine, bench = held(tmp_path)
    session.document.set_weights(FILE)
    settle(session, engine)
    session.latency.measure()
    looked: list[bool] = []
    may_ask = session.weights._may_ask
    session.weights._may_ask = lambda: bool(looked.append(True)) or may_ask()  # type: ignore[func-returns-value]
    qtbot.waitUntil(lambda: len(looked) > 2)
    assert [asked["job"] for asked in bench.asked] == ["measure"]
    bench.answer(MEASUREMENT)
    qtbot.waitUntil(lambda: len(bench.asked) == 2)
    with qtbot.waitSignal(session.weights.arrived):
        bench.answer({"recipe": bench.asked[-1]["recipe"], "report": REPORT})
    assert session.weights.report(session.document.recipe) == REPORT
    assert session.weights.report(PLAIN) is None
    session.weights.on_analysed(session.document.recipe)
    assert not session.weights._timer.isActive()


def test_an_accuracy_needs_no_new_look_at_the_file(qtbot: QtBot, tmp_path: Path) -> None:
    session, engine, bench = held(tmp_path)
    session.weights.load(PLAIN, Path(FILE.path))
    bench.answer({"recipe": PLAIN.with_weights(FILE).to_json(), "report": REPORT})
    stated = WeightsFile(FILE.path, FILE.sha256, OwnAccuracy(71.3, "CIFAR-100", PLAIN.digest()))
    session.document.set_weights(stated, "own accuracy")
    settle(session, engine)
    assert session.weights.report(session.document.recipe) == REPORT
    assert not session.weights._timer.isActive()
    assert session.document.is_modified(), "closing would lose it"


def test_a_tweak_under_way_gets_the_file_all_the_same(qtbot: QtBot, tmp_path: Path) -> None:
    session, engine, bench = held(tmp_path)
    session.weights.load(session.document.recipe, Path(FILE.path))
    session.document.set_knob("alpha", 0.5)
    bench.answer({"recipe": PLAIN.with_weights(FILE).to_json(), "report": REPORT})
    assert session.document.recipe == Recipe.of("net", {"alpha": 0.5}).with_weights(FILE)
    settle(session, engine)
    qtbot.waitUntil(lambda: len(bench.asked) == 2)
    assert Recipe.from_json(bench.asked[-1]["recipe"]) == session.document.recipe
