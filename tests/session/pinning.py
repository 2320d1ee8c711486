"""A session whose engine and bench answer when the test says so, with pins in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from explorer.analysis import analyse
from explorer.core import rules
from explorer.core.catalogue import read_catalogue
from explorer.core.compare import CELLS, PLACES, brief
from explorer.core.recipe import Recipe
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
