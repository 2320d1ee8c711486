"""Whoever measures keeps it before it answers; a process that is killed loses only what it had not answered."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from explorer.core.keeping import kept
from explorer.core.recipe import Recipe
from explorer.core.store import Store, conditions_of, hardware_of, key_of
from explorer.measure import Settings
from explorer.measure.conditions import conditions
from explorer.sweep.tasks import measure_one
from tests.core.stored import measurement

MAIN = Path(__file__).resolve().parents[2] / "main.py"
QUICK = {"warmup_s": 0.0, "min_runs": 2, "min_s": 0.0, "max_s": 5.0}
SMALL = Recipe.of("mobilenet_v2", {"alpha": 0.25, "resolution": 96})


def worker() -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, str(MAIN), "worker", "bench"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )
    assert process.stdout is not None
    assert b"hello" in process.stdout.readline()
    return process


def ask(process: subprocess.Popen[bytes], identity: int, job: str = "measure", **settings: Any) -> None:
    assert process.stdin is not None
    request = {"id": identity, "job": job, "recipe": SMALL.to_json(), "settings": QUICK | settings}
    process.stdin.write(json.dumps(request).encode() + b"\n")
    process.stdin.flush()


def result(process: subprocess.Popen[bytes]) -> dict[str, Any]:
    assert process.stdout is not None
    for line in process.stdout:
        message = json.loads(line)
        if "progress" not in message:
            found: dict[str, Any] = message["result"]
            return found
    raise AssertionError("the worker ended")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_killed_bench_process_loses_nothing_that_it_answered() -> None:
    told: set[str] = set()
    for answers in (1, 3):
        process = worker()
        for identity in range(40):  # so that it is at the next one, measuring or writing, whenever it is killed
            ask(process, identity)
        told |= {result(process)["stored"] for _ in range(answers)}
        process.kill()
        rest = process.communicate()[0].splitlines()
        told |= {m["result"]["stored"] for line in rest if line.endswith(b"}") and "result" in (m := json.loads(line))}
        with Store() as store:
            kept_now = {entry.uid for entry in store.find()}
            assert told <= kept_now
            assert all(len(store.document(uid)["samples_ms"]) >= 2 for uid in kept_now)
            path = store.path
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    raw.close()


def test_what_the_process_answers_is_what_the_store_has_under_the_conditions_it_foretold() -> None:
    process = worker()
    ask(process, 1, "conditions")
    foretold = result(process)
    ask(process, 2)
    answer = result(process)
    ask(process, 3, "layer_times")
    layers = result(process)
    process.communicate()
    with Store() as store:
        document = store.document(answer["stored"])
        assert document == {name: value for name, value in answer.items() if name != "stored"}
        assert foretold == {"machine": key_of(hardware_of(answer)), "conditions": conditions_of(answer)}
        found = store.newest(SMALL.digest(), foretold["machine"], foretold["conditions"])
        assert found is not None
        assert found.uid == answer["stored"]
        assert store.document(layers["stored"]) == {name: value for name, value in layers.items() if name != "stored"}
        found = store.newest(SMALL.digest(), foretold["machine"], foretold["conditions"], "layers")
        assert found is not None, "layer times are found again under the same conditions"
        assert found.uid == layers["stored"]
        (entry,) = store.find(kind="layers")
        assert entry.median_ms == layers["uninstrumented"]["median_ms"]


@pytest.mark.parametrize(
    "settings",
    [{}, {"batch": 2}, {"min_runs": 3, "max_s": 9.0}, {"runtime": "onnxruntime"}, {"fold": True, "channels_last": True}],
)
def test_the_foretold_conditions_are_those_of_the_measurement(settings: dict[str, Any]) -> None:
    answer = measure_one(SMALL.to_json(), QUICK | settings)
    told = conditions(Settings.from_json(QUICK | settings))
    assert told == {"machine": key_of(hardware_of(answer)), "conditions": conditions_of(answer)}


def test_a_measured_variant_of_a_sweep_is_kept() -> None:
    answer = measure_one(SMALL.to_json(), QUICK)
    with Store() as store:
        assert [entry.uid for entry in store.find(preset="mobilenet_v2")] == [answer["stored"]]


def test_a_folder_that_cannot_be_made_costs_no_measurement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("ARCHITECTURE_EXPLORER_DATA", str(tmp_path / "file"))
    answer = measure_one(SMALL.to_json(), QUICK)
    assert answer["stored"] == ""
    template, *words = answer["not_stored"]
    assert "cannot be opened" in template.format(*words)
    assert answer["median_ms"] > 0


def test_a_full_disk_costs_no_measurement(monkeypatch: pytest.MonkeyPatch) -> None:
    Store().close()

    class Full(sqlite3.Connection):
        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
            if sql.startswith("INSERT INTO measurement"):
                raise sqlite3.OperationalError("database or disk is full")
            return super().execute(sql, *values)

    connect = sqlite3.connect
    monkeypatch.setattr("explorer.core.store.sqlite3.connect", lambda *a, **k: connect(*a, factory=Full, **k))
    given = measurement(SMALL, 1.0, 2.0)
    answer = kept(given)
    assert answer.pop("stored") == ""
    template, *words = answer.pop("not_stored")
    assert "cannot be written" in template.format(*words)
    assert "disk is full" in template.format(*words)
    assert answer == given


def test_said_of_keeping_is_no_part_of_the_measurement() -> None:
    once = kept(measurement(SMALL, 1.0))
    again = kept(once | {"worker": "gpu-server"})
    assert once["stored"] == again["stored"]
    with Store() as store:
        assert store.count() == 1


def test_own_code_that_changed_is_another_condition() -> None:
    first = measurement(SMALL, 1.0) | {"source": {"file": "net.py", "sha256": "a" * 64}}
    second = measurement(SMALL, 2.0) | {"source": {"file": "net.py", "sha256": "b" * 64}}
    with Store() as store:
        store.add_all([first, second])
        machine = key_of(hardware_of(first))
        assert [
            (found := store.newest(SMALL.digest(), machine, {"source": source})) and found.median_ms
            for source in ("a" * 64, "b" * 64, None)
        ] == [1.0, 2.0, None]
