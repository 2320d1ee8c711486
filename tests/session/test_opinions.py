"""Second opinions: asked for when all is quiet, once a recipe, never beside a measurement or an export."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from explorer.core.catalogue import read_catalogue
from explorer.core.recipe import Recipe
from explorer.session.exporter import Exporter
from explorer.session.idle_question import IdleQuestion
from explorer.session.latency import Latency
from explorer.session.preferences import Preferences
from explorer.session.session import Session, step_label
from tests.session.recorded import HeldWorker
from tests.views.making import catalogue

PLAIN, NARROW = Recipe("net"), Recipe.of("net", {"alpha": 0.5})
OPINION: dict[str, Any] = {"flop_counter": {"version": "2", "macs": 5, "layers": {}}, "torchinfo": {"version": "1", "layers": {}}}
MEASUREMENT: dict[str, Any] = {"median_ms": 1.0, "p10_ms": 0.9, "p90_ms": 1.1, "n": 50, "settings": {"threads": 1}, "flags": []}


def quick(opinions: IdleQuestion) -> IdleQuestion:
    opinions._timer.setInterval(5)
    return opinions


def test_asked_once_a_recipe_when_quiet(qtbot: QtBot) -> None:
    worker, idle = HeldWorker(), [False]
    looked: list[bool] = []

    def is_idle() -> bool:
        looked.append(idle[0])
        return idle[0]

    opinions = quick(IdleQuestion(worker, "opinions", is_idle))  # type: ignore[arg-type]
    opinions.on_analysed(PLAIN)
    qtbot.waitUntil(lambda: len(looked) > 2)
    assert worker.asked == []
    idle[0] = True
    qtbot.waitUntil(lambda: len(worker.asked) == 1)
    assert worker.asked[0]["job"] == "opinions"
    assert worker.asked[0]["recipe"] == PLAIN.to_json()
    with qtbot.waitSignal(opinions.arrived):
        worker.answer(OPINION)
    assert opinions.of(PLAIN) == OPINION
    opinions.on_analysed(NARROW)
    qtbot.waitUntil(lambda: len(worker.asked) == 2)
    worker.fail("bad input")
    opinions.on_analysed(PLAIN)
    assert not opinions._timer.isActive()
    assert opinions.of(NARROW) is None


def test_a_tweak_takes_the_wish_back(qtbot: QtBot) -> None:
    worker = HeldWorker()
    opinions = IdleQuestion(worker, "opinions", lambda: True)  # type: ignore[arg-type]
    opinions.on_analysed(PLAIN)
    assert opinions._timer.isActive()
    opinions.on_tweaked()
    assert not opinions._timer.isActive()


def test_a_session_is_idle_only_when_nothing_is_at_work(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(PLAIN, catalogue(), Preferences(str(tmp_path)))
    bench, export = HeldWorker(), HeldWorker()
    session.latency.worker = bench  # type: ignore[assignment]
    session.exporter.worker = export  # type: ignore[assignment]
    assert session.is_idle()
    session.latency.on_analysed(PLAIN, "net", 1)
    assert not session.is_idle()  # it is about to be measured
    session.latency.measure()
    assert not session.is_idle()
    bench.answer(MEASUREMENT)
    assert session.is_idle()
    session.exporter.export(PLAIN, tmp_path / "a.onnx", "dynamic")
    assert not session.is_idle()
    export.fail()
    assert session.is_idle()


def test_nothing_is_measured_while_an_export_runs(qtbot: QtBot, tmp_path: Path) -> None:
    bench, export = HeldWorker(), HeldWorker()
    exporter = Exporter(export)  # type: ignore[arg-type]
    latency = Latency(bench, exporter.is_exporting)  # type: ignore[arg-type]
    exporter.started.connect(latency.on_others_began)
    exporter.ended.connect(latency.on_others_settled)
    latency.set_auto(False)
    latency.on_analysed(PLAIN, "net", 1)
    latency.measure()
    exporter.export(PLAIN, tmp_path / "a.onnx", "dynamic")
    assert bench.cancelled == [1]
    bench.fail("cancelled")
    latency.measure()
    assert len(bench.asked) == 1
    export.fail("cancelled")
    assert len(bench.asked) == 2  # taken up again
    bench.answer(MEASUREMENT)
    assert latency.point() is not None


def test_a_measurement_the_user_ended_does_not_begin_again(qtbot: QtBot) -> None:
    bench = HeldWorker()
    latency = Latency(bench, lambda: False)  # type: ignore[arg-type]
    latency.on_analysed(PLAIN, "net", 1)
    latency.measure()
    latency.cancel()
    bench.fail("cancelled")
    assert not latency.is_due()
    latency.on_analysed(PLAIN, "net", 1)
    assert not latency.is_due()
    latency.on_analysed(NARROW, "α 0.5", 1)
    assert latency.is_due()


def test_the_rule_goes_with_every_question_and_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(PLAIN, catalogue(), Preferences(str(tmp_path)))
    engine = HeldWorker()
    session.engine.worker = engine  # type: ignore[assignment]
    session.choose_rule("flops")
    assert engine.asked[-1]["rule"] == "flops"
    assert Session(PLAIN, catalogue(), Preferences(str(tmp_path))).engine.rule == "flops"


def test_points_are_named_by_symbols() -> None:
    recipe = Recipe.of("net", {"alpha": 1.0}, {"stages.1": {"expansion": 4}})
    assert step_label(recipe, catalogue().architecture("net")) == "α 1, t 4 at stages.1"


def test_a_real_worker_agrees_on_mobilenet_v2(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(Recipe("mobilenet_v2"), read_catalogue(), Preferences(str(tmp_path)))
    session.latency.set_auto(False)
    quick(session.opinions)
    with qtbot.waitSignal(session.opinions.arrived, timeout=60_000):
        session.start()
    opinion = session.opinions.of(session.document.recipe)
    analysis = session.document.analysis
    session.stop()
    assert opinion is not None
    assert analysis is not None
    assert opinion["flop_counter"]["macs"] == analysis["counted"]["macs"] == 300_774_272
    assert analysis["counted"]["flops"] == 2 * 300_774_272
    assert analysis["counted"]["macs-no-fc"] == 300_774_272 - 1_280_000
