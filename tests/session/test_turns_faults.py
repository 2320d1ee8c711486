"""The bench process killed or hung while networks are measured in turn: a sentence, a new process, a store that is whole."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import psutil
import pytest
from pytestqt.qtbot import QtBot

from explorer.core import comparisons
from explorer.core.recipe import Recipe
from explorer.core.store import Store
from explorer.session.jobs import WorkerProcess
from explorer.session.latency import Conditions, Latency
from explorer.session.turns import InTurn

SMALL = Recipe.of("mobilenet_v2", {"alpha": 0.25, "resolution": 64})
OTHER = Recipe.of("mobilenet_v2", {"alpha": 0.25, "resolution": 64, "groups": 2})
WAIT_MS = 120_000
pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs POSIX signals")


@pytest.fixture
def turns(qtbot: QtBot) -> Iterator[InTurn]:
    worker = WorkerProcess("bench")
    latency = Latency(worker, lambda: False)
    latency.set_auto(on=False)
    made = InTurn(worker, latency, lambda: True)
    yield made
    worker.stop()


def _ask(turns: InTurn) -> None:
    turns.ask_pair([("a", SMALL), ("b", OTHER)])


def test_killed_twice_it_says_so_and_the_next_one_is_measured(qtbot: QtBot, turns: InTurn) -> None:
    killed: list[int] = []

    def kill() -> None:
        """At the first progress of each of two processes."""
        pid = turns.worker.pid()
        if pid and pid not in killed and len(killed) < 2:
            killed.append(pid)
            os.kill(pid, signal.SIGKILL)

    turns.progressed.connect(lambda _fraction, _sentence: kill())
    with qtbot.waitSignal(turns.failed, timeout=WAIT_MS) as failed:
        _ask(turns)
    assert len(set(killed)) == 2, "it was tried a second time"
    assert failed.args[0][0] == "the {0} process ended ({1}) before it could finish"
    assert turns.failure == failed.args[0]
    with Store() as store:
        assert comparisons.find(store) == []
        assert store.count() == 0
    with qtbot.waitSignal(turns.ended, timeout=WAIT_MS):
        turns.ask_micro(SMALL, "stages.3.1.expand.conv", "kernel")
    assert turns.current is not None
    assert turns.current["kind"] == "micro"
    with Store() as store:
        assert [kept.kind for kept in comparisons.find(store)] == ["micro"]


def test_one_that_hangs_is_ended_by_a_cancel(qtbot: QtBot, turns: InTurn) -> None:
    with qtbot.waitSignal(turns.progressed, timeout=WAIT_MS):
        _ask(turns)
    pid = turns.worker.pid()
    os.kill(pid, signal.SIGSTOP)
    with qtbot.waitSignal(turns.ended, timeout=WAIT_MS):
        turns.cancel()
    assert not turns.is_running()
    assert turns.current is None
    assert not psutil.pid_exists(pid) or turns.worker.pid() != pid


def test_a_batch_that_memory_cannot_hold_is_refused_in_words(qtbot: QtBot, turns: InTurn) -> None:
    turns.latency.set_conditions(Conditions(batch=1024))
    with qtbot.waitSignal(turns.failed, timeout=WAIT_MS) as failed:
        turns.ask_pair([("a", Recipe.of("vgg16", {"resolution": 600})), ("b", Recipe("vgg16"))])
    assert failed.args[0][0].startswith("these networks together need about")
    with Store() as store:
        assert store.count() == 0
