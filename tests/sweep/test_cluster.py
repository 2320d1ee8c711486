"""Sweeps on a real scheduler with two worker processes on loopback: killed workers and schedulers, tags, TLS, what is refused."""

from __future__ import annotations

import csv
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from explorer import cli
from explorer.core.cluster import Cluster
from explorer.core.errors import BadInput
from tests.sweep.farms import PAUSE, Farm, tls

ROOT = Path(__file__).resolve().parents[2]
GRID = (
    "mobilenet_v2", "--grid", "alpha=0.1..1.5:0.05", "--grid", "expansion=1,2,3,4,5,6", "--grid", "resolution=96,128,160,192,224",
)
ALL = 29 * 6 * 5
QUICK = ("--measure", "--warmup-s", "0", "--min-runs", "3", "--min-s", "0")


def _sweep(farm: Farm, path: Path, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "main.py", "sweep", *words, "--scheduler", farm.address, "-o", str(path), "--json"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _wait_for_lines(path: Path, count: int, process: subprocess.Popen[str]) -> None:
    part = path.with_name(path.name + ".part")
    while process.poll() is None and (not part.exists() or part.read_bytes().count(b"\n") <= count):
        PAUSE.wait(0.02)
    assert process.poll() is None, process.communicate()


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")))


def _whole(path: Path) -> None:
    rows = _rows(path)
    assert len({(r["alpha"], r["expansion"], r["resolution"]) for r in rows}) == len(rows) == ALL
    assert all(r["parameters"] and not r["not built because"] for r in rows)


def test_a_worker_killed_on_the_way_costs_nothing(farm: Farm, tmp_path: Path) -> None:
    path = tmp_path / "k.csv"
    process = _sweep(farm, path, *GRID)
    _wait_for_lines(path, 30, process)
    farm.kill("two")
    out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    assert json.loads(out)["variants"] == ALL
    _whole(path)
    local = tmp_path / "local.csv"
    assert cli.main(["sweep", *GRID, "--sample", "40", "-o", str(local)]) == 0
    there = {row["digest"]: row for row in _rows(path)}
    assert all(there[row["digest"]] == row for row in _rows(local))


def test_a_scheduler_killed_on_the_way_and_started_again(farm: Farm, tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    process = _sweep(farm, path, *GRID)
    _wait_for_lines(path, 30, process)
    for name in ("scheduler", "one", "two"):
        farm.kill(name)
    farm.scheduler()  # at the same port: the sweep finds it
    farm.worker("one")
    out, err = process.communicate()
    assert process.returncode == 0, err
    assert json.loads(out)["variants"] == ALL
    _whole(path)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_the_coordinator_killed_and_another_machine_goes_on(farm: Farm, tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    process = _sweep(farm, path, *GRID)
    _wait_for_lines(path, 30, process)
    process.kill()
    process.communicate()
    process = _sweep(farm, path, *GRID)
    out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    assert json.loads(out)["resumed"] >= 30
    _whole(path)


def test_measured_where_the_tag_says(farm: Farm, tmp_path: Path) -> None:
    path = tmp_path / "m.json"
    process = _sweep(farm, path, "mobilenet_v2", "--grid", "alpha=0.25,0.5", "--grid", "resolution=64", *QUICK, "--tag", "server")
    _out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    rows = json.loads(path.read_text(encoding="utf-8"))["rows"]
    assert [row["measured"]["worker"] for row in rows] == ["two", "two"]
    assert all(row["measured"]["n"] >= 3 and row["measured"]["fingerprint"]["cpu"] for row in rows)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--worker", "three"], "no worker three"),
        (["--worker", "one", "--tag", "server"], "no worker one with the tags asked for; there are: "),
        (["--tag", "raspberry-pi"], "no worker as asked for"),
        (["--processes", "2"], "--processes is for this machine"),
    ],
)
def test_workers_that_are_not_there(farm: Farm, tmp_path: Path, words: list[str], sentence: str) -> None:
    process = _sweep(farm, tmp_path / "x.csv", "mobilenet_v2", *words)
    out, err = process.communicate()
    assert (process.returncode, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1


def testtls(tmp_path: Path) -> None:
    ca, cert, key = tls(tmp_path)
    farm = Farm(tmp_path, ("--tls-ca-file", ca, "--tls-cert", cert, "--tls-key", key))
    try:
        farm.scheduler()
        farm.worker("one")
        good = ("--tls-ca", ca, "--tls-cert", cert, "--tls-key", key)
        process = _sweep(farm, tmp_path / "t.csv", "mobilenet_v2", "--grid", "alpha=0.5,1", *good)
        _out, err = process.communicate()
        assert (process.returncode, err) == (0, "")
        assert len(_rows(tmp_path / "t.csv")) == 2
        other_ca, other, other_key = tls(tmp_path, "other-")
        bad = ("--tls-ca", other_ca, "--tls-cert", other, "--tls-key", other_key)
        process = _sweep(farm, tmp_path / "b.csv", "mobilenet_v2", *bad)
        out, err = process.communicate()
        assert (process.returncode, out) == (2, "")
        assert "no scheduler answers" in err
    finally:
        farm.close()


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("10.0.0.1:8786", "is not tcp://HOST:PORT"), ("tcp://host", "is not tcp://HOST:PORT"),
        ("tcp://host:port", "is not tcp://HOST:PORT"),
        ("http://127.0.0.1:1", "is not tcp://HOST:PORT"), ("tcp://10.0.0.1:8786", "plain TCP would let everyone"),
        ("tcp://lab.example:8786", "plain TCP would let everyone"),
        ("tls://10.0.0.1:8786", "tls:// needs three files: authority"),
    ],
)
def test_addresses_that_are_refused(address: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        Cluster(address)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:8786", "tcp://[::1]:8786", "tcp://localhost:8786", "tcp://127.3.2.1:1"])
def test_plain_tcp_stays_on_this_machine(address: str) -> None:
    assert Cluster(address).address == address
    assert Cluster("tcp://10.0.0.1:8786", insist=True).insist


def test_options_of_a_cluster_need_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--tag", "x"], ["--worker", "x"], ["--plain-tcp"], ["--tls-ca", "x"]):
        assert cli.main(["sweep", "mobilenet_v2", *words, "-o", str(tmp_path / "x.csv")]) == 2
        assert f"{words[0]} needs --scheduler" in capsys.readouterr().err
