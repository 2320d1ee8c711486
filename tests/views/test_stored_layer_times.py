"""Layer times of the store in the window: a recipe that was timed before shows them at once, marked with their age."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from explorer.core.recipe import Recipe
from explorer.core.store import LAYERS, Store, conditions_of, hardware_of, key_of
from explorer.views.window import MainWindow
from tests.session.recorded import HeldWorker
from tests.session.recorded_times import times_of
from tests.views.making import PLAIN, analysis


def document() -> dict[str, Any]:
    """MobileNetV2's layers, three days ago."""
    made = times_of(analysis(PLAIN), [0.001 + row["macs"] * 1e-8 for row in analysis(PLAIN)["layers"]], {"": 0.1})
    made["uninstrumented"] = made["uninstrumented"] | {"samples_ms": [1.0, 2.0]}
    return made | {"started": (datetime.now(UTC) - timedelta(days=3, hours=1)).isoformat(timespec="seconds")}


@pytest.fixture
def stored(measurements_of_its_own: None, window: MainWindow) -> Iterator[MainWindow]:
    """The window on MobileNetV2, its layer times kept by an earlier run; who measures answers when the test says so."""
    with Store() as store:
        store.add(document(), LAYERS)
    session = window.session
    for job in (session.layer_times, session.latency, session.history):
        job.worker = HeldWorker()  # type: ignore[attr-defined,assignment]
    window.table["colour_time"].trigger()
    yield window


def foretold(window: MainWindow, **card: Any) -> None:
    """The bench process says what the present conditions are."""
    made = document()
    made["fingerprint"] = made["fingerprint"] | card
    worker = window.session.history.worker
    assert isinstance(worker, HeldWorker)
    worker.answer({"machine": key_of(hardware_of(made)), "conditions": conditions_of(made)})


def test_they_colour_the_graph_and_say_how_old_they_are(qtbot: QtBot, stored: MainWindow) -> None:
    timing = stored.session.layer_times
    timing.on_analysed(PLAIN)
    worker = stored.session.history.worker
    assert isinstance(worker, HeldWorker)
    qtbot.waitUntil(lambda: [asked["job"] for asked in worker.asked] == ["conditions"])
    assert stored.centre.time.isVisible(), "nothing is known yet"
    foretold(stored)
    assert stored.centre.time.isHidden()
    assert stored.centre.legend.accessibleName().endswith("ms, measured 3 days ago")
    assert stored.inspector.overhead.text().startswith("measured 3 days ago")
    assert "ms" in stored.inspector.values["time"].text()
    own = timing.worker
    assert isinstance(own, HeldWorker)
    assert own.asked == [], "nothing was measured"


def test_under_other_conditions_they_stay_where_they_are(qtbot: QtBot, stored: MainWindow) -> None:
    stored.session.layer_times.on_analysed(PLAIN)
    worker = stored.session.history.worker
    assert isinstance(worker, HeldWorker)
    qtbot.waitUntil(lambda: bool(worker.asked))
    foretold(stored, torch="2.14.0")
    assert stored.centre.time.isVisible()
    assert stored.session.layer_times.of(analysis(PLAIN)) is None


def test_another_recipe_has_none(qtbot: QtBot, stored: MainWindow) -> None:
    thin = Recipe.of("mobilenet_v2", {"alpha": 0.5})
    stored.session.layer_times.on_analysed(thin)
    worker = stored.session.history.worker
    assert isinstance(worker, HeldWorker)
    qtbot.waitUntil(lambda: bool(worker.asked))
    foretold(stored)
    assert stored.session.layer_times.of(analysis(thin)) is None
