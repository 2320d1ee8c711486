"""``main.py sweep`` as scripts see it, and after a crash: the papers' grids, refused words, kill -9 and going on."""

from __future__ import annotations

import csv
import json
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import psutil
import pytest

import models
from explorer import cli

ROOT = Path(__file__).resolve().parents[1]
Captured = pytest.CaptureFixture[str]
PAUSE = threading.Event()  # never set: between two looks at a file that another process writes


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")))


def test_the_grid_of_mobilenet_v1(tmp_path: Path, capsys: Captured) -> None:
    """MobileNets (arXiv:1704.04861), Tables 6, 7 and 9: million multiply-adds and parameters, top-1 where the paper has it."""
    path = tmp_path / "v1.csv"
    words = ["sweep", "mobilenet_v1", "--grid", "alpha=0.25..1:0.25", "--grid", "resolution=128,160,192,224"]
    assert cli.main([*words, "--processes", "1", "-o", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"path": str(path), "variants": 16, "refused": 0, "measured": 0, "resumed": 0}
    rows = {(float(r["alpha"]), int(r["resolution"])): r for r in _rows(path)}
    assert len(rows) == 16
    printed = {
        (1.0, 224): (569, 4.2, 70.6), (0.75, 224): (325, 2.6, 68.4), (0.5, 224): (149, 1.3, 63.7), (0.25, 224): (41, 0.5, 50.6),
        (1.0, 192): (418, 4.2, 69.1), (1.0, 160): (290, 4.2, 67.2), (1.0, 128): (186, 4.2, 64.4), (0.5, 160): (76, 1.32, 60.2),
    }
    for place, (madds, params, top1) in printed.items():
        row = rows[place]
        assert abs(int(row["MACs"]) / 1e6 - madds) < 1
        assert abs(int(row["parameters"]) / 1e6 - params) < 0.05
        assert float(row["published top-1 (%)"]) == top1
        assert "1704.04861" in row["published in"]
    assert not path.with_name("v1.csv.part").exists()
    for (alpha, resolution), row in list(rows.items())[::5]:
        net = models.build("mobilenet_v1", alpha=alpha, resolution=resolution)
        assert int(row["parameters"]) == sum(p.numel() for p in net.parameters())


def test_places_samples_and_several_networks(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "s.json"
    words = ["sweep", "mobilenet_v2", "mobilenet_v3_large", "--grid", "stages.3:expansion=2,4", "--grid", "alpha=0.5,1"]
    assert cli.main([*words, "--sample", "5", "--seed", "3", "--processes", "1", "-o", str(path)]) == 0
    assert "variants   5" in capsys.readouterr().out
    document = json.loads(path.read_text(encoding="utf-8"))
    assert len(document["rows"]) == 5
    assert document["sweep"]["sample"] == 5
    whole = {(r["preset"], *r["values"]) for r in document["rows"]}
    assert len(whole) == 5


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nonsense"], "no preset named nonsense"),
        (["mobilenet_v2", "--grid", "alpha"], "--grid alpha is not KNOB=VALUE"),
        (["mobilenet_v2", "--grid", "alfa=1"], "no knob named alfa"),
        (["mobilenet_v2", "--grid", "alpha=0.5,none"], "none"),
        (["mobilenet_v2", "--grid", "alpha=1..0.5:0.1"], "LOW <= HIGH"),
        (["mobilenet_v2", "--grid", "alpha=0..1:0"], "STEP above 0"),
        (["mobilenet_v2", "--grid", "alpha=a..b"], "a..b is not LOW..HIGH:STEP"),
        (["mobilenet_v2", "--grid", "alpha=0..1:0.000001"], "more than 10000 values"),
        (["mobilenet_v2", "--grid", "stages.99:expansion=2"], "no network of this sweep has expansion at stages.99"),
        (["mobilenet_v2", "--grid", "stages.3:resolution=128"], "no network of this sweep has resolution at stages.3"),
        (["mobilenet_v2", "--grid", "alpha=0.5", "--grid", "alpha=1"], "alpha is an axis twice"),
        (["mobilenet_v2", "--processes", "0"], "--processes 0 is not allowed"),
        (["mobilenet_v2", "--rule", "x"], "x"),
        (["mobilenet_v2", "--measure", "--device", "tpu"], "no device named tpu"),
        (["efficientnet_b0", "efficientnet_b3", "--grid", "rho=0.5"], "sweep them one by one"),
    ],
)
def test_refused_words(tmp_path: Path, capsys: Captured, words: list[str], sentence: str) -> None:
    assert cli.main(["sweep", *words, "-o", str(tmp_path / "x.csv")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert sentence in err
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("name", "sentence"), [("x.xls", "allowed: .csv, .md, .tex, .json"), ("no/x.csv", "there is no folder")])
def test_refused_files(tmp_path: Path, capsys: Captured, name: str, sentence: str) -> None:
    assert cli.main(["sweep", "mobilenet_v2", "-o", str(tmp_path / name)]) == 2
    assert sentence in capsys.readouterr().err


def test_rho_is_each_networks_own(tmp_path: Path) -> None:
    assert cli.main(["sweep", "efficientnet_b3", "--grid", "rho=0.5,1", "--processes", "1", "-o", str(tmp_path / "x.csv")]) == 0
    assert [r["resolution"] for r in _rows(tmp_path / "x.csv")] == ["150", "300"]


def _start(path: Path, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "main.py", "sweep", "mobilenet_v2", "--grid", "alpha=0.1..1.5:0.05", "--grid",
               "expansion=1,2,3,4,5,6", "--grid", "resolution=96,128,160,192,224", "--processes", "2", "-o", str(path), *words]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _wait_for_lines(part: Path, count: int, process: subprocess.Popen[str]) -> None:
    while process.poll() is None and (not part.exists() or part.read_bytes().count(b"\n") <= count):
        PAUSE.wait(0.02)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_killed_and_taken_up_again(tmp_path: Path) -> None:
    path, part = tmp_path / "k.csv", tmp_path / "k.csv.part"
    finished: set[str] = set()
    for many in (20, 200):
        process = _start(path)
        _wait_for_lines(part, many, process)
        children = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        process.communicate()
        _gone, alive = psutil.wait_procs(children, timeout=10)
        assert not alive, "the processes of a killed sweep leave with it"
        assert not path.exists()
        lines = part.read_text(encoding="utf-8").splitlines()
        assert finished <= set(lines)
        finished |= set(lines[:-1])
    process = _start(path, "--json")
    out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    report: dict[str, Any] = json.loads(out)
    assert report["variants"] == 29 * 6 * 5
    assert report["resumed"] >= len(finished) - 1
    assert not part.exists()
    rows = _rows(path)
    assert len({(r["alpha"], r["expansion"], r["resolution"]) for r in rows}) == len(rows) == report["variants"]


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_interrupted(tmp_path: Path) -> None:
    path, part = tmp_path / "i.csv", tmp_path / "i.csv.part"
    process = _start(path)
    _wait_for_lines(part, 16, process)
    children = psutil.Process(process.pid).children(recursive=True)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, out) == (130, "")
    assert err.startswith("main.py: interrupted; ")
    assert "the same command goes on" in err
    assert err.count("\n") == 1
    assert not psutil.wait_procs(children, timeout=10)[1]
    assert part.exists()
    assert not path.exists()
