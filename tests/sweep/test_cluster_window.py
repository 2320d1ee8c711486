"""A sweep sent from the window to a real scheduler with two worker processes: chosen, paused, resumed, lost, kept apart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from explorer.analysis import analyse
from explorer.analysis.totals import totals
from explorer.core.catalogue import read_catalogue
from explorer.core.cluster import Cluster
from explorer.core.recipe import Recipe
from explorer.session.jobs import Command
from explorer.session.latency import Conditions
from explorer.session.preferences import Preferences
from explorer.session.session import Session
from explorer.session.sweep_folder import where_of
from explorer.session.sweeps import DONE, FAILED, PAUSED, RUNNING
from explorer.views.bottom import SWEEP
from explorer.views.sweep_dialog import SweepDialog
from explorer.views.sweep_where import THERE
from explorer.views.window import MainWindow
from tests.sweep.farms import Farm, tls
from tests.views.making import fakes

LONG_MS = 90_000
NET = Recipe("mobilenet_v2")
LARGE = ("0.1..1.5:0.02", "96, 128, 160, 192, 224")
SMALL = ("0.25, 0.5", "64, 96")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """MobileNetV2 with the Sweep tab in front; the sweep's worker is a real one, the others answer nothing."""
    monkeypatch.setenv("ARCHITECTURE_EXPLORER_DATA", str(tmp_path / "data"))
    commands = fakes() | {"sweep": Command.worker("sweep")}
    running = Session(NET, read_catalogue(), Preferences(str(tmp_path)), commands=commands)
    running.latency.set_auto(False)
    window = MainWindow(running)
    window.files.ask_unsaved = lambda _parent, _name: QMessageBox.StandardButton.Discard
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    running.document.accept(NET, analyse(NET))
    window.bottom.tabs.setCurrentIndex(SWEEP)
    yield window
    running.document.stack.clear()
    running.stop()


def dialog_of(window: MainWindow, values: tuple[str, str], address: str) -> SweepDialog:
    """Alpha and resolution with these values, to be sent to this scheduler."""
    window.table["sweep"].trigger()
    dialog = window.sweeps.dialog
    assert dialog is not None
    for row, text in zip(dialog.axes, values, strict=True):
        row.values.setText(text)
    dialog.where.choose(THERE)
    dialog.where.address.setText(address)
    return dialog


def looked(qtbot: QtBot, dialog: SweepDialog) -> None:
    qtbot.mouseClick(dialog.where.look, LEFT)
    qtbot.waitUntil(lambda: bool(dialog.where.list.workers), timeout=LONG_MS)


def texts(dialog: SweepDialog, column: int) -> list[str]:
    table = dialog.where.list.table
    return [table.item(row, column).text() for row in range(table.rowCount())]  # type: ignore[union-attr]


def documents(window: MainWindow) -> list[dict[str, Any]]:
    rows = window.session.sweeps.rows
    return [rows[number].document for number in sorted(rows)]


def test_workers_are_listed_chosen_and_used(qtbot: QtBot, opened: MainWindow, farm: Farm) -> None:
    dialog, session = dialog_of(opened, SMALL, farm.address), opened.session
    assert "press Look" in dialog.words.text()
    assert not dialog.start_button.isEnabled()
    looked(qtbot, dialog)
    assert texts(dialog, 0) == ["one", "two"]
    assert texts(dialog, 1) == ["laptop", "server"]
    assert texts(dialog, 2) == ["measures", "measures"]
    assert all("torch" in text for text in texts(dialog, 3)), "the machine's card"
    assert dialog.where.words.text() == "2 of 2 workers chosen, 2 of them measure"
    assert dialog.where.cluster() == Cluster(farm.address), "all of them: also those that come later"
    qtbot.mouseClick(dialog.where.list.tags["server"], LEFT)
    assert dialog.where.cluster() == Cluster(farm.address, tags=("server",))
    qtbot.mouseClick(dialog.where.list.tags["server"], LEFT)
    dialog.where.list.tick("two", on=False)
    assert dialog.where.cluster() == Cluster(farm.address, ("one",))
    dialog.measured.setChecked(True)
    session.latency.set_conditions(Conditions())
    qtbot.mouseClick(dialog.start_button, LEFT)
    qtbot.waitUntil(lambda: session.sweeps.state in (DONE, FAILED), timeout=LONG_MS)
    assert session.sweeps.state == DONE, session.sweeps.failure
    found = documents(opened)
    assert [row["measured"]["worker"] for row in found] == ["one"] * 4
    assert [row["macs"] for row in found] == [totals(Recipe.from_json(row["recipe"]))["macs"] for row in found]
    assert session.sweeps.path is not None
    assert not where_of(session.sweeps.path).exists(), "done: nothing is left to be resumed"
    kept = json.loads(session.preferences.text("cluster"))
    assert kept == {"address": farm.address, "insist": False, "ca": "", "certificate": "", "key": ""}


def test_paused_and_resumed_there_by_another_window(qtbot: QtBot, opened: MainWindow, farm: Farm) -> None:
    dialog, session = dialog_of(opened, LARGE, farm.address), opened.session
    looked(qtbot, dialog)
    qtbot.mouseClick(dialog.start_button, LEFT)
    sweeps, tab = session.sweeps, opened.bottom.sweep
    qtbot.waitUntil(lambda: 20 < len(sweeps.rows) < 355 and sweeps.state == RUNNING, timeout=LONG_MS)
    qtbot.mouseClick(tab.tools.pause, LEFT)
    qtbot.waitUntil(lambda: sweeps.state == PAUSED, timeout=LONG_MS)
    done, path = len(sweeps.rows), sweeps.path
    assert path is not None
    sweeps.put_away()
    sweeps.open(path)  # as another window finds it
    assert sweeps.cluster == Cluster(farm.address)
    assert len(sweeps.rows) >= done
    qtbot.mouseClick(tab.tools.pause, LEFT)
    qtbot.waitUntil(lambda: sweeps.state == DONE, timeout=LONG_MS)
    assert sorted(sweeps.rows) == list(range(355))


def test_a_scheduler_that_is_not_there(qtbot: QtBot, opened: MainWindow) -> None:
    dialog = dialog_of(opened, SMALL, "tcp://127.0.0.1:9")
    dialog.where.address.returnPressed.emit()
    assert "Asking" in dialog.where.words.text()
    qtbot.waitUntil(lambda: "no scheduler answers at tcp://127.0.0.1:9" in dialog.where.words.text(), timeout=LONG_MS)
    assert not dialog.start_button.isEnabled()
    assert "no scheduler answers" in dialog.words.text()
    dialog.where.choose(0)
    assert dialog.start_button.isEnabled(), "this machine is still there"


@pytest.mark.parametrize(
    ("address", "sentence"),
    [("127.0.0.1:8786", "is not tcp://HOST:PORT"), ("tcp://10.0.0.1:8786", "plain TCP would let everyone"),
     ("tls://10.0.0.1:8786", "tls:// needs three files"), ("tcp://me:secret@127.0.0.1:8786", "is not tcp://HOST:PORT")],
)
def test_addresses_that_are_refused_here(qtbot: QtBot, opened: MainWindow, address: str, sentence: str) -> None:
    dialog = dialog_of(opened, SMALL, address)
    qtbot.mouseClick(dialog.where.look, LEFT)
    assert sentence in dialog.where.words.text()
    assert not opened.session.scheduler.is_asking()
    assert not opened.session.preferences.text("cluster"), "what is refused is not remembered"


def test_plain_tcp_only_where_the_user_insists(qtbot: QtBot, opened: MainWindow) -> None:
    dialog = dialog_of(opened, SMALL, "tcp://127.0.0.1:8786")
    assert not dialog.where.insist.isVisible()
    dialog.where.address.setText("tcp://10.255.255.1:8786")
    assert dialog.where.insist.isVisible()
    dialog.where.insist.click()
    assert dialog.where._typed() == Cluster("tcp://10.255.255.1:8786", insist=True)


def test_certificates_are_files_of_the_dialog(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    ca, certificate, key = tls(tmp_path)
    farm = Farm(tmp_path, ("--tls-ca-file", ca, "--tls-cert", certificate, "--tls-key", key))
    try:
        farm.scheduler()
        farm.worker("one")
        dialog = dialog_of(opened, SMALL, farm.address)
        assert dialog.where.files.isVisible()
        for name, path in (("ca", ca), ("certificate", certificate), ("key", key)):
            dialog.where.fields[name].setText(path)
        looked(qtbot, dialog)
        assert texts(dialog, 0) == ["one"]
        dialog.measured.setChecked(True)
        assert "offers to measure" in dialog.words.text()
        assert not dialog.start_button.isEnabled()
        kept = opened.session.preferences.text("cluster")
        assert "BEGIN" not in kept
        assert json.loads(kept)["key"] == key
    finally:
        farm.close()


def test_no_dask_is_said(qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stub = tmp_path / "without" / "distributed"
    stub.mkdir(parents=True)
    (stub / "__init__.py").write_text("raise ImportError('not installed')\n")
    monkeypatch.setenv("PYTHONPATH", str(stub.parent))
    dialog = dialog_of(opened, SMALL, "tcp://127.0.0.1:8786")
    qtbot.mouseClick(dialog.where.look, LEFT)
    qtbot.waitUntil(lambda: "pip install" in dialog.where.words.text(), timeout=LONG_MS)
    assert "dask.distributed, which is not installed" in dialog.where.words.text()


def test_latencies_of_two_machines_are_kept_apart(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    from tests.views.test_sweep_tab import GRID, grid, result

    card = {"device_name": "CPU"}
    measured = [{"worker": "one" if i % 3 else "two", "median_ms": 10.0 + i, "fingerprint": card} for i in range(16)]
    plan = type(GRID)(GRID.recipes, GRID.axes, measure={"threads": 1})
    rows = tuple({**row, "measured": each} for row, each in zip(grid(), measured, strict=True))
    opened.session.sweeps.open(result(tmp_path, plan, rows))
    tab = opened.bottom.sweep
    assert tab.machine.isVisible()
    assert [tab.machine.itemText(i) for i in range(2)] == ["one: CPU", "two: CPU"], "the one with most rows first"
    assert sum(row.figures["latency"] is not None for row in tab.data.rows.values()) == 10
    tab.machine.setCurrentIndex(1)
    tab.machine.activated.emit(1)
    assert {n for n, row in tab.data.rows.items() if row.figures["latency"] is not None} == {0, 3, 6, 9, 12, 15}
    headings = [column.title for column in tab.model.columns]
    assert "measured on" in headings
