"""Worker processes: every request has one ending, whatever becomes of the process."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from pytestqt.qtbot import QtBot

from explorer.session.jobs import Command, WorkerProcess

FAKE = Path(__file__).with_name("fake_worker.py")


class Endings:
    """What a request came to."""

    def __init__(self) -> None:
        self.results: list[dict[str, Any]] = []
        self.errors: list[dict[str, Any]] = []
        self.progress: list[dict[str, Any]] = []

    def ask(self, worker: WorkerProcess, job: str, **options: Any) -> int:
        body = options.pop("body", {})
        return worker.request(
            job, body, on_result=self.results.append, on_error=self.errors.append, on_progress=self.progress.append, **options
        )

    def count(self) -> int:
        return len(self.results) + len(self.errors)


def fake(*arguments: str) -> Command:
    return Command(sys.executable, (str(FAKE), *arguments))


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[WorkerProcess]:
    made = WorkerProcess("fake", fake())
    yield made
    made.stop()


def test_answers_come_in_order_and_once(qtbot: QtBot, worker: WorkerProcess) -> None:
    seen = Endings()
    for text in "abc":
        seen.ask(worker, "echo", body={"text": text})
    assert seen.count() == 0  # never from within the call
    qtbot.waitUntil(lambda: seen.count() == 3)
    assert [r["said"] for r in seen.results] == ["a", "b", "c"]
    assert not worker.is_busy()


def test_an_error_carries_its_template(qtbot: QtBot, worker: WorkerProcess) -> None:
    seen = Endings()
    seen.ask(worker, "refuse")
    qtbot.waitUntil(lambda: seen.count() == 1)
    assert seen.errors[0]["template"] == "{0} is not allowed"


def test_cancel_ends_a_running_request(qtbot: QtBot, worker: WorkerProcess) -> None:
    seen = Endings()
    number = seen.ask(worker, "wait")
    qtbot.waitUntil(lambda: bool(seen.progress))
    pid = worker.pid()
    worker.cancel(number)
    qtbot.waitUntil(lambda: seen.count() == 1)
    assert seen.errors[0]["kind"] == "cancelled"
    assert worker.pid() == pid


def test_cancel_before_the_worker_is_ready(qtbot: QtBot, worker: WorkerProcess) -> None:
    seen = Endings()
    worker.cancel(seen.ask(worker, "wait"))
    qtbot.waitUntil(lambda: seen.count() == 1)
    assert seen.errors[0]["kind"] == "cancelled"


def test_a_worker_deaf_to_cancel_is_replaced_without_a_word(qtbot: QtBot, worker: WorkerProcess) -> None:
    seen, said = Endings(), []
    worker.worker_replaced.connect(said.append)
    number = seen.ask(worker, "deaf")
    qtbot.waitUntil(lambda: bool(seen.progress))
    pid = worker.pid()
    worker.cancel(number)
    qtbot.waitUntil(lambda: seen.count() == 1, timeout=5000)
    assert seen.errors[0]["kind"] == "cancelled"
    assert said == []
    seen.ask(worker, "echo")
    qtbot.waitUntil(lambda: bool(seen.results))
    assert worker.pid() != pid


def test_killed_at_a_job_that_may_be_repeated(qtbot: QtBot, worker: WorkerProcess, tmp_path: Path) -> None:
    seen, said = Endings(), []
    worker.worker_replaced.connect(said.append)
    seen.ask(worker, "die once", body={"file": str(tmp_path / "died")})
    qtbot.waitUntil(lambda: seen.count() == 1)
    assert seen.results
    assert len(said) == 1
    assert "repeated" in said[0][0]


def test_killed_twice_at_the_same_job_is_an_error(qtbot: QtBot, worker: WorkerProcess) -> None:
    seen, said = Endings(), []
    worker.worker_replaced.connect(said.append)
    seen.ask(worker, "die")
    qtbot.waitUntil(lambda: seen.count() == 1)
    assert seen.errors[0]["kind"] == "fault"
    assert len(said) == 2


def test_killed_at_a_job_that_must_not_be_repeated(qtbot: QtBot, worker: WorkerProcess) -> None:
    seen = Endings()
    seen.ask(worker, "wait", repeat=False)
    qtbot.waitUntil(lambda: bool(seen.progress))
    os.kill(worker.pid(), signal.SIGKILL)
    qtbot.waitUntil(lambda: seen.count() == 1)
    assert "ended (signal 9) before it could finish" in seen.errors[0]["sentence"]


def test_no_answer_in_time_is_a_hang(qtbot: QtBot, worker: WorkerProcess) -> None:
    seen, said = Endings(), []
    worker.worker_replaced.connect(said.append)
    seen.ask(worker, "silence", limit_ms=300)
    qtbot.waitUntil(lambda: seen.count() == 1, timeout=5000)
    assert seen.errors[0]["kind"] == "fault"
    assert said


def test_a_worker_that_cannot_start_says_why_and_is_given_up(qtbot: QtBot) -> None:
    worker, seen, said = WorkerProcess("fake", fake("broken")), Endings(), []
    worker.worker_failed.connect(said.append)
    seen.ask(worker, "echo")
    qtbot.waitUntil(lambda: bool(said), timeout=10000)
    assert "no such module: torch" in said[0][2]
    assert seen.count() == 1
    worker.stop()


def test_a_program_that_is_not_there(qtbot: QtBot) -> None:
    worker, seen = WorkerProcess("fake", Command("/nonexistent/python", ())), Endings()
    seen.ask(worker, "echo")
    qtbot.waitUntil(lambda: seen.count() == 1)
    assert "cannot be started" in seen.errors[0]["sentence"]
    worker.stop()


def test_stop_leaves_no_process(qtbot: QtBot, worker: WorkerProcess) -> None:
    seen = Endings()
    seen.ask(worker, "deaf")
    qtbot.waitUntil(lambda: bool(seen.progress))
    pid = worker.pid()
    worker.stop()
    assert not psutil.pid_exists(pid)
    assert seen.count() == 0


def test_a_worker_that_never_says_hello_is_a_failed_start(qtbot: QtBot) -> None:
    made, seen = WorkerProcess("engine", fake("silent")), Endings()
    made._hello_timer.setInterval(50)
    with qtbot.waitSignal(made.worker_failed, timeout=20_000) as failed:
        seen.ask(made, "echo")
    assert "cannot be started" in failed.args[0][0]
    assert "did not answer" in failed.args[0][2]
    assert [e["kind"] for e in seen.errors] == ["fault"]
    made.stop()
