"""Networks to another machine and times back, through the window: pins bundled, timed by the folder's own script, joined."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from explorer.core.catalogue import read_catalogue
from explorer.core.recipe import Recipe
from explorer.core.store import Store
from explorer.parquet import content_of
from explorer.session.jobs import Command
from explorer.session.preferences import Preferences
from explorer.session.session import Session
from explorer.views.history_files import MANY
from explorer.views.join_dialog import JoinDialog
from explorer.views.window import MainWindow
from tests.core.stored import measurement
from tests.views.charting import analysed
from tests.views.making import fakes
from tests.views.test_sweep_tab import result

LONG_MS = 90_000
SMALL, SPLIT = Recipe.of("mobilenet_v2", {"alpha": 0.35, "resolution": 64}), Recipe.of("shufflenet_v2_x0_5", {"resolution": 64})
OPEN = Recipe("mobilenet_v1")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """MobileNetV1, two small networks pinned; the export process is a real one."""
    monkeypatch.setenv("ARCHITECTURE_EXPLORER_DATA", str(tmp_path / "data"))
    running = Session(OPEN, read_catalogue(), Preferences(str(tmp_path)), commands=fakes() | {"export": Command.worker("export")})
    running.latency.set_auto(False)
    running.preferences.keep("folder", str(tmp_path))
    window = MainWindow(running)
    window.files.ask_unsaved = lambda _parent, _name: QMessageBox.StandardButton.Discard
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    running.document.accept(OPEN, analysed("mobilenet_v1"))
    running.pins.pin(SMALL, "small α 0.35")
    running.pins.pin(SPLIT, "split")
    yield window
    running.document.stack.clear()
    running.stop()


def entry(recipe: Recipe, **changes: Any) -> dict[str, Any]:
    """A network in a result file."""
    return {
        "name": recipe.preset, "digest": recipe.digest(), "recipe": recipe.to_json(), "macs": 1, "input": [1, 3, 64, 64],
        "samples_ms": [1.0, 2.0, 3.0], "warmup_runs": 10, "cpu_wall": None, "check": None, "started": "2026-01-01T00:00:00+00:00",
        "settings": {"device": "cuda:0", "threads": 1, "batch": 1, "dtype": "float32"}, "sha256": "x",
        "fingerprint": {"host": "orin", "cpu": "x", "cores": 4, "device": "cuda:0", "runtime": "TensorRT", "threads": 1,
                        "device_name": "Orin"}, **changes,
    }


def joined(qtbot: QtBot, window: MainWindow, *paths: Path) -> JoinDialog:
    """Read files as the action does."""
    window.elsewhere.ask_files = lambda _parent, _start: [str(path) for path in paths]
    with qtbot.waitSignal(window.session.elsewhere.joined, timeout=LONG_MS):
        window.table["join"].trigger()
    dialog = window.findChild(JoinDialog)
    assert dialog is not None
    return dialog


def cells(dialog: JoinDialog, column: int) -> list[str]:
    return [dialog.table.item(row, column).text() for row in range(dialog.table.rowCount())]  # type: ignore[union-attr]


def test_there_and_back(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    dialog = opened.elsewhere.bundle()
    shown = [dialog.networks.item(i).text() for i in range(dialog.networks.count())]
    assert shown == ["mobilenet_v1   (open)", "small α 0.35   (pinned)", "split   (pinned)"]
    assert list(dialog.chosen()) == ["small-alpha-0.35", "split"], "the pins; their names are files on every system"
    assert dialog.path.text() == str(tmp_path / "bundle")
    qtbot.mouseClick(dialog.start_button, LEFT)
    qtbot.waitUntil(lambda: "written to" in dialog.status.text() or dialog.status.mark() == "warning", timeout=LONG_MS)
    assert dialog.status.text().startswith(f"Networks written to {tmp_path / 'bundle'}: 2.")
    assert "Join times from elsewhere" in dialog.status.text()
    dialog.close()
    done = subprocess.run(
        [sys.executable, "-I", "measure.py", "--warmup-s", "0", "--min-runs", "5", "--min-s", "0", "--machine", "pi"],
        cwd=tmp_path / "bundle", capture_output=True, text=True, check=False,
    )
    assert done.returncode == 0, done.stderr
    (file,) = (tmp_path / "bundle").glob("results-*.json")
    report = joined(qtbot, opened, file)
    assert report.words.text() == "2 measurements joined by the hash of their recipes."
    assert [text.partition(" ")[0] for text in cells(report, 0)] == ["mobilenet_v2", "shufflenet_v2_x0_5"]
    assert all(text.startswith("pi") for text in cells(report, 3))
    assert cells(report, 1) == ["joined", "joined"]
    with Store() as store:
        assert {found.digest for found in store.find()} == {SMALL.digest(), SPLIT.digest()}
        assert {found.conditions["host"] for found in store.find()} == {"pi"}
    qtbot.mouseClick(report.compare, LEFT)
    assert opened.bottom.latency.against.isVisible()
    again = joined(qtbot, opened, file)
    assert "0 measurements joined" in again.words.text()
    assert "already there: 2" in again.words.text()
    again.accept()


def test_what_did_not_match_is_said_and_the_rest_joined(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    document = {"format": "architecture-explorer/times", "version": 1, "bundle": "b", "entries": [
        entry(SMALL), entry(SPLIT, digest="0" * 64), entry(Recipe("gone")), "nonsense"]}
    good, bad = tmp_path / "r.json", tmp_path / "x.json"
    good.write_text(json.dumps(document))
    bad.write_text("{}")
    dialog = joined(qtbot, opened, good, bad)
    assert dialog.words.text() == "2 measurements joined by the hash of their recipes, not joined: 3."
    told = dict(zip(cells(dialog, 0), cells(dialog, 1), strict=True))
    assert "another recipe than its digest says" in told["shufflenet_v2_x0_5"]
    assert "is not a result file" in told["x.json"]
    assert told["gone"] == "joined; the library has no gone"
    with Store() as store:
        assert {found.digest for found in store.find()} == {SMALL.digest(), Recipe("gone").digest()}
    dialog.accept()


def test_the_front_of_a_sweep_is_offered(opened: MainWindow, tmp_path: Path) -> None:
    opened.session.sweeps.open(result(tmp_path))
    found = [(what, name) for what, name, _, chosen in opened.elsewhere.offers() if not chosen and what]
    fronts = [name for what, name in found if what == "front of the sweep"]
    assert any("α 0.25" in name for name in fronts)
    assert fronts[-1] == "mobilenet_v1 α 1 · ρ 224", "the most accurate"


def test_a_folder_that_exists_is_refused(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    dialog = opened.elsewhere.bundle()
    dialog.path.setText(str(tmp_path))
    qtbot.mouseClick(dialog.start_button, LEFT)
    qtbot.waitUntil(lambda: dialog.status.mark() == "warning", timeout=LONG_MS)
    assert "exists; name a folder that does not" in dialog.status.text()
    for i in range(dialog.networks.count()):
        dialog.networks.item(i).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.start_button.isEnabled()
    dialog.close()


def test_a_long_history_is_written_by_a_process(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    with Store() as store:
        store.add_all([measurement(SMALL, 1.0 + i / 1000, 2.0, 3.0) for i in range(MANY + 1)])
    opened.table["show_history"].trigger()
    tab = opened.bottom.history
    qtbot.waitUntil(lambda: len(tab.model.shown) == MANY + 1)
    path = tmp_path / "many.csv"
    tab.files.ask_save = lambda _parent, _suggestion: str(path)
    tab.files.save("csv", samples=True)
    assert not path.exists(), "the window goes on meanwhile"
    tab.files.save("csv", samples=True)
    assert "another export is being written" in opened.message.text().lower()
    qtbot.waitUntil(lambda: f"{MANY + 1} measurements saved as many.csv" in opened.message.text(), timeout=LONG_MS)
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) == MANY + 2
    order = list(csv.DictReader(lines))
    assert [row["uid"] for row in order] == [entry.uid for entry in tab.model.shown], "in the table's order"
    with Store() as store:
        assert path.read_bytes() == content_of(store, tab.model.shown, "csv", samples=True)
    tab.files.ask_save = lambda _parent, _suggestion: str(tmp_path / "nowhere" / "m.csv")
    tab.files.save("csv", samples=False)
    qtbot.waitUntil(lambda: "cannot write" in opened.message.text().lower(), timeout=LONG_MS)


def test_cancelled_leaves_nothing_behind(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    dialog = opened.elsewhere.bundle()
    for i in range(dialog.networks.count()):
        dialog.networks.item(i).setCheckState(Qt.CheckState.Checked)
    with qtbot.waitSignal(opened.session.exporter.progressed, timeout=LONG_MS):
        qtbot.mouseClick(dialog.start_button, LEFT)
    qtbot.mouseClick(dialog.stop_button, LEFT)
    qtbot.waitUntil(lambda: "Cancelled" in dialog.status.text(), timeout=LONG_MS)
    assert not [path for path in tmp_path.iterdir() if "bundle" in path.name]
    dialog.close()
