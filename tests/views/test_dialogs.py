"""Export dialog, list of shortcuts, library and tooltips, against fakes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from explorer.core.actions import ACTIONS, KEYS
from explorer.core.recipe import Recipe
from explorer.session.session import Session
from explorer.views.export_dialog import ExportDialog, report_lines
from explorer.views.library import is_web_address
from explorer.views.shortcuts import ShortcutsDialog, shortcut_lists
from explorer.views.window import MainWindow
from tests.session.recorded import HeldWorker
from tests.views.making import answer, session

REPORT: dict[str, Any] = {
    "path": "/tmp/net.onnx", "bytes": 1234567, "sha256": "ab" * 32, "exporter": "TorchScript", "opset": 17, "batch": "dynamic",
    "checker": "full check passed", "weights": "seeded 0", "seconds": {"build": 0.5, "export": 1.0},
    "checks": [
        {"batch": b, "seed": 0, "max_abs": 1e-6, "max_rel": 2e-6, "argmax_equal": True, "tolerance": 1e-4, "passed": True}
        for b in (1, 3)
    ],
    "torch": "2.13.0", "onnx": "1.20", "onnxruntime": "1.23",
}


class HeldExport(HeldWorker):
    """A worker that can also be started and stopped."""

    def start(self) -> None:
        return

    def stop(self) -> None:
        return


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Session, MainWindow]]:
    running = session(tmp_path)
    running.exporter.worker = HeldExport()  # type: ignore[assignment]
    window = MainWindow(running)
    window.files.ask_unsaved = lambda _parent, _name: QMessageBox.StandardButton.Discard
    qtbot.addWidget(window)
    window.show()
    answer(running)
    yield running, window
    running.stop()


def opened(qtbot: QtBot, window: MainWindow, running: Session, folder: Path) -> tuple[ExportDialog, HeldExport]:
    dialog = ExportDialog(window, running.exporter, running.document.recipe, folder)
    qtbot.addWidget(dialog)
    dialog.open()
    worker = running.exporter.worker
    assert isinstance(worker, HeldExport)
    return dialog, worker


def test_export_shows_progress_and_says_why_nothing_can_be_changed(
    qtbot: QtBot, made: tuple[Session, MainWindow], tmp_path: Path
) -> None:
    running, window = made
    dialog, worker = opened(qtbot, window, running, tmp_path)
    assert not dialog.images.isEnabled()
    assert "dynamic batch" in dialog.images.toolTip()
    dialog.start.click()
    worker.asked[-1]["on_progress"]({"fraction": 0.5, "text": ["checking batch {0}", "3"]})
    assert dialog.progress.value() == 500
    assert dialog.status.text() == "checking batch 3"
    assert dialog.stop.text() == "Cancel"
    assert not dialog.start.isEnabled()
    assert "An export is running" in dialog.start.toolTip()
    dialog.stop.click()
    assert worker.cancelled == [1]
    worker.fail("cancelled")
    assert "nothing was written" in dialog.status.text()
    assert dialog.start.isEnabled()
    assert dialog.start.toolTip() == ""


def test_an_export_that_fails_keeps_the_path(qtbot: QtBot, made: tuple[Session, MainWindow], tmp_path: Path) -> None:
    running, window = made
    dialog, worker = opened(qtbot, window, running, tmp_path)
    dialog.path.setText("/nowhere/net.onnx")
    dialog.start.click()
    worker.fail("bad input", "cannot write /nowhere/net.onnx: there is no folder /nowhere")
    assert dialog.status.text() == "Cannot write /nowhere/net.onnx: there is no folder /nowhere"
    assert dialog.path.text() == "/nowhere/net.onnx"
    assert dialog.start.isEnabled()


def test_a_closed_dialog_hears_nothing_of_the_next_export(
    qtbot: QtBot, made: tuple[Session, MainWindow], tmp_path: Path
) -> None:
    running, window = made
    window.table["export"].trigger()
    first = window.findChild(ExportDialog)
    assert first is not None
    first.start.click()
    worker = running.exporter.worker
    assert isinstance(worker, HeldExport)
    with qtbot.waitSignal(first.destroyed):
        first.close()
    assert set(worker.cancelled) == {1}
    worker.fail("cancelled")  # must not reach what is gone
    dialog, _ = opened(qtbot, window, running, tmp_path)
    dialog.start.click()
    worker.fail("fault", "disk full")
    assert dialog.status.text() == "Disk full"


def test_the_report_is_whole_and_can_be_copied(qtbot: QtBot, made: tuple[Session, MainWindow], tmp_path: Path) -> None:
    running, window = made
    dialog, worker = opened(qtbot, window, running, tmp_path)
    dialog.start.click()
    worker.answer(REPORT)
    assert dialog.status.text() == "Written and verified."
    shown = "\n".join(w.text() for w in dialog.findChildren(QLabel))
    for words in (
        "/tmp/net.onnx", "1,234,567 bytes", "ab" * 32, "full check passed", "batch 1: max abs 1e-06, max rel 2e-06",
        "batch 3: max abs", "TorchScript, opset 17, batch dynamic",
    ):
        assert words in shown
    digest = next(w for w in dialog.findChildren(QLabel) if w.text() == "ab" * 32)
    assert digest.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert len(report_lines(REPORT)) == 9


def test_the_list_of_shortcuts_has_every_key(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    _running, window = made
    lists = dict(shortcut_lists())
    listed = [keys for rows in lists.values() for keys, _ in rows]
    assert sum(1 for row in ACTIONS if row.keys) + len(KEYS) == len(listed)
    assert ("Alt+1", "Colour by MACs") in lists["View"]
    window.table["shortcuts"].trigger()
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None
    assert any(w.text() == "Ctrl+E" for w in dialog.findChildren(QLabel))
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()


NAMES = {"←": "Left", "→": "Right", "↑": "Up", "↓": "Down", "Page Up": "PgUp", "Page Down": "PgDown", "−": "-", "Delete": "Del"}
BY_MOUSE = ("drag", "click", "wheel")
CLAIMED = {"In the comparison": {"Ctrl+Z"}, "In the history": {"Ctrl+Z"}}  # while it has a step of its own to take back


def sequences(written: str) -> list[str]:
    """The keys of a row of the list as Qt names them: "Shift+← →" are two. Gestures of the mouse are none."""
    found = []
    for group in written.split(", "):
        modifiers = ""
        for part in [group] if group in NAMES else group.split(" "):
            held, plus, key = part.rpartition("+") if len(part) > 1 else ("", "", part)
            modifiers = f"{held}{plus}" or modifiers
            if key not in BY_MOUSE:
                sequence = QKeySequence(f"{modifiers}{NAMES.get(key, key)}")
                assert sequence.count() == 1, (written, part)
                assert sequence[0].key() != Qt.Key.Key_unknown, (written, part)
                found.append(sequence.toString())
    return found


def test_the_keys_of_the_list_are_read() -> None:
    assert sequences("Shift+← → ↑ ↓") == ["Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down"]
    assert sequences("Page Up, Page Down") == ["PgUp", "PgDown"]
    assert sequences("+ −, A") == ["+", "-", "A"]
    assert sequences("Menu, Shift+F10") == ["Menu", "Shift+F10"]
    assert sequences("drag, Space+drag") == []


@pytest.mark.parametrize("where", sorted({row.where for row in KEYS}))
def test_no_key_means_two_things(where: str) -> None:
    """Two actions never share a key; a part of the window has each key once, and none of the window's but what it claims."""
    of_actions = [QKeySequence(key).toString() for row in ACTIONS for key in row.keys] + ["Alt+M"]
    assert len(set(of_actions)) == len(of_actions)
    mine = [key for row in KEYS if row.where == where for key in sequences(row.keys)]
    assert len(mine) == len(set(mine)), mine
    assert set(mine) & set(of_actions) == CLAIMED.get(where, set())


def test_every_action_has_a_tooltip_with_its_keys(made: tuple[Session, MainWindow]) -> None:
    _running, window = made
    for row in ACTIONS:
        tip = window.table[row.id].toolTip()
        assert tip, row.id
        if row.keys:
            assert window.table[row.id].shortcuts()[0].toString() in tip, row.id


def test_the_paper_opens_in_the_browser(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    _running, window = made
    asked: list[QUrl] = []
    window.library.open_url = asked.append
    paper = window.library.paper
    assert paper.full == "Net (arXiv:0000.00001) · Table 1 ↗"
    assert "https://example.org" in paper.toolTip()
    qtbot.mouseClick(paper, Qt.MouseButton.LeftButton)
    assert asked == [QUrl("https://example.org")]
    assert is_web_address("https://arxiv.org/abs/1801.04381")
    for other in ("http://arxiv.org", "file:///etc/passwd", "javascript:alert(1)", "", "https://"):
        assert not is_web_address(other)


def test_the_library_works_by_keyboard(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    running, window = made
    search, library = window.library.search, window.library.list
    search.setFocus()
    qtbot.keyClicks(search, "large")
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert library.currentIndex().row() == 0
    qtbot.keyClick(library, Qt.Key.Key_Down)
    qtbot.keyClick(library, Qt.Key.Key_Return)
    assert running.document.recipe == Recipe("net_large")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    qtbot.keyClicks(search, "no such thing")
    assert window.library.empty.isVisibleTo(window)
    assert "Nothing matches" in window.library.empty.text()
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert running.document.recipe == Recipe("net_large")


PYTHON_REPORT: dict[str, Any] = {
    "format": "python", "path": "/tmp/net.py", "bytes": 9000, "lines": 199, "sha256": "cd" * 32, "classes": ["Block", "Net"],
    "checks": [
        {"check": "first weights", "tensors": 314, "equal": 314, "passed": True},
        {"check": "training", "max_abs": 0.0, "max_rel": 0.0, "tolerance": 1e-6, "passed": True},
    ],
    "training": {"source": "A paper, section 6"}, "torch": "2.13.0", "seconds": {"build": 0.5, "verify": 1.0},
}


def test_choosing_python_changes_the_name_and_asks_for_no_batch(
    qtbot: QtBot, made: tuple[Session, MainWindow], tmp_path: Path
) -> None:
    running, window = made
    dialog, worker = opened(qtbot, window, running, tmp_path)
    assert dialog.batch.isVisible()
    dialog.format.button(1).click()
    assert dialog.path.text().endswith(".py")
    assert not dialog.batch.isVisible()
    assert not dialog.images.isVisible()
    assert "torch alone" in dialog.about.text()
    dialog.start.click()
    assert worker.asked[-1]["path"].endswith(".py")
    assert not dialog.format.isEnabled()
    worker.answer(PYTHON_REPORT)
    shown = "\n".join(w.text() for w in dialog.findChildren(QLabel))
    for words in (
        "/tmp/net.py", "199 lines", "cd" * 32, "Block, Net", "314 tensors equal", "max abs 0, max rel 0 (passed at 1e-06)",
        "A paper, section 6",
    ):
        assert words in shown


def test_a_typed_name_decides_the_format(qtbot: QtBot, made: tuple[Session, MainWindow], tmp_path: Path) -> None:
    running, window = made
    dialog, _worker = opened(qtbot, window, running, tmp_path)
    dialog.path.selectAll()
    qtbot.keyClicks(dialog.path, "net.py")
    assert dialog.format.button(1).isChecked()
    assert not dialog.batch.isVisible()
    dialog.path.selectAll()
    qtbot.keyClicks(dialog.path, "net.onnx")
    assert dialog.format.button(0).isChecked()
    assert dialog.batch.isVisible()
