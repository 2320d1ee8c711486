"""The worker protocol from outside: real processes, their pipes, their endings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from explorer.core.bench_environment import bench_environment
from explorer.core.recipe import Recipe

REPOSITORY = Path(__file__).resolve().parents[1]
SMALL = Recipe.of("mobilenet_v2", {"alpha": 0.25, "resolution": 64}).to_json()
ENDLESS = {"min_s": 600, "max_s": 600, "warmup_s": 0}
LEAVE_S = 15

NOISY = """
import os, subprocess, sys
from explorer import worker, worker_jobs

def handlers(kind):
    def noisy(request, progress, cancelled):
        print("stray print")
        os.write(1, b"stray write\\n")
        subprocess.run([sys.executable, "-c", "print('stray child')"])
        return {"read": sys.stdin.read()}
    def broken(request, progress, cancelled):
        raise ZeroDivisionError("first line\\nsecond {line}")
    def unspeakable(request, progress, cancelled):
        return {"latency": float("nan")}
    return {"noisy": noisy, "broken": broken, "unspeakable": unspeakable}

worker_jobs.handlers = handlers
sys.exit(worker.run("engine"))
"""

ORPHAN = """
import subprocess, sys
subprocess.Popen([sys.executable, "main.py", "worker", "engine"]).wait()
"""


class Worker:
    """A worker process and its lines."""

    def __init__(self, *command: str, environment: dict[str, str] | None = None) -> None:
        self.process = subprocess.Popen(
            [sys.executable, *command], cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=environment,
        )

    def send(self, *messages: dict[str, Any] | bytes) -> None:
        lines = [m if isinstance(m, bytes) else json.dumps(m).encode() for m in messages]
        assert self.process.stdin is not None
        self.process.stdin.write(b"".join(line + b"\n" for line in lines))
        self.process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the worker ended"
        message: dict[str, Any] = json.loads(line)
        return message

    def ending(self, identity: object) -> dict[str, Any]:
        """The next message that ends this request; progress is skipped."""
        while True:
            message = self.receive()
            if message.get("id") == identity and "progress" not in message:
                return message

    def leave(self) -> tuple[int, str]:
        """Close its stdin; exit code and stderr."""
        _, stderr = self.process.communicate(timeout=LEAVE_S)
        return self.process.returncode, stderr.decode()


def _started(*command: str, environment: dict[str, str] | None = None) -> Iterator[Worker]:
    worker = Worker(*command, environment=environment)
    yield worker
    worker.process.kill()
    worker.process.communicate()


@pytest.fixture(scope="module")
def engine() -> Iterator[Worker]:
    for worker in _started("main.py", "worker", "engine"):
        hello = worker.receive()["hello"]
        assert (hello["worker"], hello["version"], hello["devices"][0]) == ("engine", 1, "cpu")
        assert hello["cpus"] == os.cpu_count()
        assert hello["torch"]
        yield worker


@pytest.fixture
def bench() -> Iterator[Worker]:
    for worker in _started("main.py", "worker", "bench", environment=bench_environment(1)):
        assert worker.receive()["hello"]["worker"] == "bench"
        yield worker


@pytest.fixture
def noisy() -> Iterator[Worker]:
    for worker in _started("-c", NOISY):
        assert "hello" in worker.receive()
        yield worker


def test_analyse_and_catalogue(engine: Worker) -> None:
    engine.send({"id": 1, "job": "analyse", "recipe": SMALL, "rule": "flops"}, {"id": "two", "job": "catalogue"})
    result = engine.ending(1)["result"]
    assert result["rule"] == "flops"
    assert result["recipe"] == SMALL
    assert any(a["name"] == "mobilenet_v2" for a in engine.ending("two")["result"]["architectures"])


def test_of_waiting_analyses_only_the_newest_is_answered(engine: Worker) -> None:
    identities = list(range(100, 140))
    engine.send(*[{"id": i, "job": "analyse", "recipe": SMALL} for i in identities])
    endings = {}
    while identities[-1] not in endings:
        message = engine.receive()
        assert message["id"] not in endings, "a second ending"
        endings[message["id"]] = message
    answered = [i for i, message in endings.items() if "result" in message]
    cancelled = [i for i, message in endings.items() if message.get("error", {}).get("kind") == "cancelled"]
    assert sorted(answered + cancelled) == identities
    assert answered == sorted(answered)
    assert answered[-1] == identities[-1]
    assert len(cancelled) > len(answered)


@pytest.mark.parametrize(
    ("line", "identity", "named"),
    [
        (b"not json", None, "not a line of JSON"), (b"[" * 50_000, None, "not a line of JSON"), (b"[1, 2]", None, '"id"'),
        (b'{"job": "analyse"}', None, '"id"'), (b'{"id": true, "job": "analyse"}', None, '"id"'),
        (b'{"id": 7, "job": "measure"}', 7, "no job named measure"), (b'{"id": 8, "job": []}', 8, "no job named"),
        (b'{"id": 9, "job": "analyse"}', 9, "not a recipe"),
        (json.dumps({"id": 10, "job": "analyse", "recipe": SMALL, "rule": 3}).encode(), 10, "rule is 3"),
        (json.dumps({"id": 11, "job": "analyse", "recipe": SMALL | {"preset": "nope"}}).encode(), 11, "no preset named nope"),
        (json.dumps({"id": 12, "job": "analyse", "recipe": SMALL | {"knobs": {"groups": 7}}}).encode(), 12, "groups = 7"),
    ],
)
def test_what_cannot_be_done_is_answered_as_bad_input(engine: Worker, line: bytes, identity: object, named: str) -> None:
    engine.send(line)
    error = engine.ending(identity)["error"]
    assert error["kind"] == "bad input"
    assert named in error["sentence"]
    assert error["template"].format(*error["arguments"]) == error["sentence"]


def test_cancelling_what_is_not_there_changes_nothing(engine: Worker) -> None:
    engine.send({"cancel": 12345}, {"cancel": None}, b"", {"id": 200, "job": "analyse", "recipe": SMALL})
    assert "result" in engine.receive()


def test_a_measurement_is_cancelled_and_the_worker_serves_on(bench: Worker) -> None:
    bench.send(
        {"id": 1, "job": "measure", "recipe": SMALL, "settings": ENDLESS}, {"id": 2, "job": "measure", "recipe": SMALL},
        {"cancel": 2},
    )
    assert bench.ending(2)["error"]["kind"] == "cancelled"
    assert bench.receive()["progress"]["text"][0]
    bench.send({"cancel": 1}, {"cancel": 1})
    assert bench.ending(1)["error"]["kind"] == "cancelled"
    bench.send({"id": 3, "job": "measure", "recipe": SMALL, "settings": {"warmup_s": 0, "min_runs": 3, "min_s": 0}})
    result = bench.ending(3)["result"]
    assert result["n"] >= 3
    if sys.platform == "linux":
        assert result["fingerprint"]["malloc"]["MALLOC_TRIM_THRESHOLD_"] == bench_environment()["MALLOC_TRIM_THRESHOLD_"]


def test_a_running_job_ends_with_stdin(bench: Worker) -> None:
    bench.send({"id": 1, "job": "measure", "recipe": SMALL, "settings": ENDLESS})
    assert "progress" in bench.receive()
    assert bench.leave()[0] == 0


def test_an_idle_worker_leaves_with_stdin(noisy: Worker) -> None:
    assert noisy.leave() == (0, "")


def test_stray_output_goes_to_stderr(noisy: Worker) -> None:
    noisy.send({"id": 1, "job": "noisy"})
    assert noisy.receive() == {"id": 1, "result": {"read": ""}}
    _, stderr = noisy.leave()
    assert [word in stderr for word in ("stray print", "stray write", "stray child")] == [True] * 3


def test_a_fault_is_one_sentence_and_the_worker_serves_on(noisy: Worker) -> None:
    noisy.send({"id": 1, "job": "broken"}, {"id": 2, "job": "unspeakable"}, {"id": 3, "job": "noisy"})
    error = noisy.receive()["error"]
    assert (error["kind"], error["sentence"]) == ("fault", "first line")
    assert error["template"].format(*error["arguments"]) == error["sentence"]
    assert noisy.receive()["error"]["kind"] == "fault"
    assert "result" in noisy.receive()
    assert "ZeroDivisionError" in noisy.leave()[1]


def test_export_by_protocol(tmp_path: Path) -> None:
    for worker in _started("main.py", "worker", "export"):
        assert worker.receive()["hello"]["worker"] == "export"
        request = {"job": "export", "recipe": SMALL, "path": str(tmp_path / "net.onnx"), "batch": 2, "opset": 17, "seed": 3}
        worker.send({"id": 1, **request}, {"id": 2, **request, "path": 3}, {"id": 3, **request, "path": str(tmp_path)})
        report = worker.ending(1)["result"]
        assert (report["batch"], report["opset"], report["seed"]) == (2, 17, 3)
        assert "file name" in worker.ending(2)["error"]["sentence"]
        assert "folder" in worker.ending(3)["error"]["sentence"]
        assert [p.name for p in tmp_path.iterdir()] == ["net.onnx"]


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
def test_a_worker_dies_with_its_parent_though_stdin_stays_open() -> None:
    (stdin, kept_open), (lines, stdout) = os.pipe(), os.pipe()
    parent = subprocess.Popen([sys.executable, "-c", ORPHAN], cwd=REPOSITORY, stdin=stdin, stdout=stdout)
    os.close(stdin)
    os.close(stdout)
    with os.fdopen(lines, "rb") as output, os.fdopen(kept_open, "wb"):
        assert b"hello" in output.readline()
        parent.kill()
        parent.wait()
        assert output.read() == b"", "the pipe ends when the last process that holds it has gone"


def test_an_unknown_kind_is_bad_input() -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "worker", "cook"], cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "main.py: no worker named cook; there are: engine, bench, export, sweep, library, trial\n"
