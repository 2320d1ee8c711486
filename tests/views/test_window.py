"""The window as a whole, some with real workers: start, kill, save, close, themes, export."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from explorer.core.actions import ACTIONS, MENUS
from explorer.core.catalogue import CATALOGUE_FILE, read_catalogue
from explorer.core.recipe import Recipe
from explorer.session.jobs import SILENCE_MS
from explorer.session.preferences import PREFERENCES, Preferences
from explorer.session.session import Session
from explorer.views.export_dialog import ExportDialog
from explorer.views.window import MainWindow
from tests.views.making import answer, session

Answer = QMessageBox.StandardButton
LONG_MS = 60_000


@pytest.fixture
def real(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Session, MainWindow]]:
    """A window with the program's own workers, analysed once."""
    running = Session(Recipe("mobilenet_v2"), read_catalogue(), Preferences(str(tmp_path)))
    window = MainWindow(running)
    running.latency.set_auto(False)
    window.files.ask_unsaved = lambda _parent, _name: Answer.Discard
    qtbot.addWidget(window)
    window.show()
    running.start()
    qtbot.waitUntil(lambda: running.document.accepted is not None and not running.workers["engine"].is_busy(), timeout=LONG_MS)
    yield running, window
    running.stop()
    assert not any(child.is_running() for child in psutil.Process().children(recursive=True) if "worker" in child.cmdline())


@pytest.fixture
def faked(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Session, MainWindow]]:
    running = session(tmp_path)
    window = MainWindow(running)
    window.files.ask_unsaved = lambda _parent, _name: Answer.Discard
    qtbot.addWidget(window)
    window.show()
    answer(running)
    yield running, window
    running.stop()


def test_engine_killed_at_work_is_replaced_and_asked_again(qtbot: QtBot, real: tuple[Session, MainWindow]) -> None:
    running, window = real
    pid = running.workers["engine"].pid()
    os.kill(pid, signal.SIGSTOP)  # so that the job is surely running when the process dies
    running.document.set_knob("alpha", 0.5)
    assert running.engine.is_busy()
    assert running.workers["engine"].is_busy()
    os.kill(pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: running.document.accepted == running.document.recipe, timeout=LONG_MS)
    assert running.workers["engine"].pid() not in (0, pid)
    assert window.isVisible()
    assert "started again" in window.message.text()
    assert window.totals.params.value.text() == "1.97 M"
    assert running.document.stack.undoText()


def test_bench_killed_at_work_is_replaced_and_measures_again(qtbot: QtBot, real: tuple[Session, MainWindow]) -> None:
    running, window = real
    running.document.set_knob("resolution", 64)
    qtbot.waitUntil(lambda: running.document.accepted == running.document.recipe, timeout=LONG_MS)
    with qtbot.waitSignal(running.latency.progressed, timeout=LONG_MS):
        running.latency.measure()
    pid = running.workers["bench"].pid()
    assert running.latency.is_measuring()
    os.kill(pid, signal.SIGKILL)
    with qtbot.waitSignal(running.latency.measured, timeout=LONG_MS):
        pass
    assert running.workers["bench"].pid() != pid
    assert "bench" in window.message.text()
    assert window.totals.time.value.text().endswith(" ms")
    assert running.latency.points


def test_bench_hung_at_work_is_ended_and_the_window_lives(qtbot: QtBot, real: tuple[Session, MainWindow]) -> None:
    running, window = real
    running.document.set_knob("resolution", 64)
    qtbot.waitUntil(lambda: running.document.accepted == running.document.recipe, timeout=LONG_MS)
    bench = running.workers["bench"]
    with qtbot.waitSignal(running.latency.progressed, timeout=LONG_MS):
        running.latency.measure()
    pid = bench.pid()
    os.kill(pid, signal.SIGSTOP)
    with qtbot.waitSignal(bench.worker_replaced, timeout=LONG_MS):
        bench.silence.start(100)
    bench.silence.setInterval(SILENCE_MS)
    assert "no sign of life for 0.1 s" in window.message.text()
    with qtbot.waitSignal(running.latency.measured, timeout=LONG_MS):
        pass
    assert bench.pid() not in (0, pid)
    assert window.isVisible()
    assert len(running.history.entries()) == 1


def test_a_value_that_cannot_be_built_goes_back_with_a_sentence(qtbot: QtBot, real: tuple[Session, MainWindow]) -> None:
    running, window = real
    running.document.set_knob("groups", 7)
    with qtbot.waitSignal(running.document.refused, timeout=LONG_MS):
        pass
    assert running.document.recipe == Recipe("mobilenet_v2")
    assert "it must divide the channel counts" in window.message.text()
    assert not window.table["undo"].isEnabled()


def test_export_writes_and_reports(qtbot: QtBot, real: tuple[Session, MainWindow], tmp_path: Path) -> None:
    running, window = real
    dialog = ExportDialog(window, running.exporter, Recipe.of("mobilenet_v2", {"resolution": 64}), tmp_path)
    qtbot.addWidget(dialog)
    dialog.open()
    path = tmp_path / "net.onnx"
    dialog.path.setText(str(path))
    with qtbot.waitSignal(running.exporter.exported, timeout=LONG_MS):
        dialog.start.click()
    assert dialog.report is not None
    assert path.stat().st_size == dialog.report["bytes"]
    assert dialog.lines.count() >= 14
    dialog.close()


def test_export_can_be_cancelled(qtbot: QtBot, real: tuple[Session, MainWindow], tmp_path: Path) -> None:
    running, window = real
    dialog = ExportDialog(window, running.exporter, Recipe("mobilenet_v2"), tmp_path)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.path.setText(str(tmp_path / "net.onnx"))
    with qtbot.waitSignal(running.exporter.progressed, timeout=LONG_MS):
        dialog.start.click()
    with qtbot.waitSignal(running.exporter.cancelled, timeout=LONG_MS):
        dialog.stop.click()
    assert list(tmp_path.glob("*.onnx")) == []
    dialog.close()


def test_the_engines_catalogue_is_the_committed_one(qtbot: QtBot, real: tuple[Session, MainWindow]) -> None:
    running, _window = real
    assert running.catalogue == read_catalogue(CATALOGUE_FILE), "run: python scripts/generate_catalogue.py"


def test_undo_names_stand_in_the_menu_and_say_why_not(faked: tuple[Session, MainWindow]) -> None:
    running, window = faked
    assert not window.table["undo"].isEnabled()
    assert "Nothing to undo" in window.table["undo"].toolTip()
    running.document.set_knob("alpha", 0.5, text="width α 0.5")
    assert window.table["undo"].text() == "Undo width α 0.5"
    window.table["undo"].trigger()
    assert window.table["redo"].text() == "Redo width α 0.5"
    assert running.document.recipe == Recipe("net")


def test_save_open_and_what_is_asked_at_close(faked: tuple[Session, MainWindow], tmp_path: Path) -> None:
    running, window = faked
    asked: list[str] = []

    def stay(_parent: object, name: str) -> Answer:
        asked.append(name)
        return Answer.Cancel

    window.files.ask_unsaved = stay
    running.document.set_knob("alpha", 0.5)
    assert not window.close()
    assert window.isVisible()
    window.files.ask_save = lambda _parent, _name: str(tmp_path / "mine")
    window.table["save"].trigger()
    saved = tmp_path / "mine.recipe.json"
    assert saved.exists()
    assert "mine.recipe.json" in window.topbar.preset.text()
    running.document.set_knob("alpha", 0.75)
    window.files.ask_open = lambda _parent, _folder: str(saved)
    window.table["open"].trigger()
    assert running.document.recipe.value("alpha") == 0.5
    assert not window.close()  # 0.75 was never saved
    running.document.save(saved)
    assert window.close()
    assert asked == ["net", "net"]


def test_a_place_that_cannot_be_written_is_a_sentence(faked: tuple[Session, MainWindow], tmp_path: Path) -> None:
    running, window = faked
    running.document.set_knob("alpha", 0.5)
    window.files.ask_save = lambda _parent, _name: str(tmp_path / "nowhere" / "a.json")
    window.table["save_as"].trigger()
    assert "Cannot write" in window.message.text()
    assert running.document.is_modified()


def test_a_broken_recipe_is_a_sentence(faked: tuple[Session, MainWindow], tmp_path: Path) -> None:
    running, window = faked
    (tmp_path / "bad.json").write_text("{")
    assert not window.files.open_path(tmp_path / "bad.json")
    assert "not valid JSON" in window.message.text()
    assert running.document.recipe == Recipe("net")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_theme_is_chosen_and_remembered(qtbot: QtBot, faked: tuple[Session, MainWindow], tmp_path: Path, name: str) -> None:
    running, window = faked
    window.table[f"theme_{name}"].trigger()
    assert window.theme.name == name
    assert window.bottom.cost.theme.name == name
    assert window.knobs.rows["alpha"].note.theme.name == name  # type: ignore[attr-defined]
    assert running.preferences.text("theme") == name
    other = session(tmp_path)
    again = MainWindow(other)
    qtbot.addWidget(again)
    assert again.theme.name == name
    other.stop()


def test_panels_close_and_come_back(faked: tuple[Session, MainWindow]) -> None:
    _running, window = faked
    window.table["show_left"].trigger()
    assert not window.docks["left"].isVisible()
    window.table["reset_layout"].trigger()
    assert window.docks["left"].isVisible()
    assert window.table["show_left"].isChecked()


def test_the_window_opens_as_large_as_it_is_asked_to(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    running, _window = made
    fresh = MainWindow(running)
    qtbot.addWidget(fresh)
    fresh.resize(1280, 800)
    fresh.show()
    assert (fresh.width(), fresh.height()) == (1280, 800)
    for page in range(fresh.bottom.tabs.count()):
        fresh.bottom.tabs.setCurrentIndex(page)
        qtbot.waitUntil(lambda: fresh.minimumSizeHint().width() <= 1280)
        assert fresh.width() == 1280, fresh.bottom.tabs.tabText(page)


def test_actions_are_rows_without_clashes() -> None:
    ids = [row.id for row in ACTIONS]
    keys = [key for row in ACTIONS for key in row.keys]
    assert len(ids) == len(set(ids))
    assert len(keys) == len(set(keys))
    assert all(row.menu in MENUS and row.sentence for row in ACTIONS)
    assert all(row.why_not for row in ACTIONS if row.needs)


def test_preferences_are_typed_rows(tmp_path: Path) -> None:
    kept = Preferences(str(tmp_path))
    assert kept.flag("auto_measure")
    kept.keep("auto_measure", value=False)
    kept.sync()
    assert not Preferences(str(tmp_path)).flag("auto_measure")
    assert len({row.key for row in PREFERENCES}) == len(PREFERENCES)
