"""Own architectures in the window, with the program's own workers: asked first, then like any other; what fails hurts nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from explorer.core.catalogue import read_catalogue
from explorer.core.recipe import Recipe, read_recipe, read_source, write_recipe
from explorer.session.preferences import Preferences
from explorer.session.session import Session
from explorer.views.library import FAILED, HEADING
from explorer.views.own_dialog import OwnDialog, consent_box
from explorer.views.window import MainWindow
from tests.own_files import page_code, tiny, tiny_params

LONG_MS = 120_000


class Asked:
    """Answers the question and keeps what it was about."""

    def __init__(self, *, allow: bool) -> None:
        self.allow = allow
        self.about: list[tuple[str, list[str]]] = []

    def __call__(self, _parent: object, folder: str, names: Sequence[str]) -> bool:
        self.about.append((folder, list(names)))
        return self.allow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "library"
    made.mkdir()
    (made / "mine.py").write_text(tiny("tiny"))
    return made


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Session, MainWindow]]:
    running = Session(Recipe("mobilenet_v2"), read_catalogue(), Preferences(str(tmp_path)))
    window = MainWindow(running)
    running.latency.set_auto(False)
    window.files.ask_unsaved = lambda _parent, _name: QMessageBox.StandardButton.Discard
    window.own.ask_consent = Asked(allow=True)
    qtbot.addWidget(window)
    window.show()
    running.start()
    yield running, window
    running.stop()


def begin(qtbot: QtBot, running: Session, folder: Path) -> None:
    running.own.begin([folder])
    qtbot.waitUntil(lambda: running.document.analysis is not None and not running.own.is_pending(), timeout=LONG_MS)


def rows(window: MainWindow, kind: str) -> list[str]:
    return [r.text for r in window.library.model.rows if r.kind == kind]


def settled(running: Session) -> bool:
    return running.document.accepted == running.document.recipe and not running.engine.is_busy()


def test_after_the_question_it_is_like_any_other(
    qtbot: QtBot, opened: tuple[Session, MainWindow], folder: Path, tmp_path: Path
) -> None:
    running, window = opened
    (folder / "broken.py").write_text("import nothing_of_that_name\n")
    begin(qtbot, running, folder)
    assert window.own.ask_consent.about == [(str(folder), ["broken.py", "mine.py"])]  # type: ignore[attr-defined]
    assert rows(window, HEADING) == ["Own"]
    assert rows(window, FAILED) == ["broken.py"]
    failed = next(r for r in window.library.model.rows if r.kind == FAILED)
    assert "nothing_of_that_name" in failed.tip
    own = next(r for r in window.library.model.rows if r.preset == "tiny")
    assert "mine.py" in own.tip
    window.library.preset_chosen.emit("tiny")
    qtbot.waitUntil(lambda: running.document.recipe.preset == "tiny" and settled(running), timeout=LONG_MS)
    assert running.document.analysis["params"] == tiny_params(16)  # type: ignore[index]
    assert {"alpha", "resolution", "activation.stem", "classes"} <= set(window.knobs.rows)
    running.document.set_knob("alpha", 0.5)
    qtbot.waitUntil(lambda: settled(running), timeout=LONG_MS)
    assert running.document.analysis["params"] == tiny_params(8)  # type: ignore[index]
    with qtbot.waitSignal(running.latency.measured, timeout=LONG_MS) as measured:
        running.latency.measure()
    assert measured.args[0].measurement["source"]["file"] == "mine.py"
    with qtbot.waitSignal(running.exporter.exported, timeout=LONG_MS) as exported:
        running.exporter.export(running.document.recipe, tmp_path / "net.onnx", "dynamic")
    assert exported.args[0]["source"]["file"] == "mine.py"
    running.document.stack.undo()
    running.document.stack.undo()
    assert running.document.recipe == Recipe("mobilenet_v2")


def test_the_page_on_adding_one_in_the_window(qtbot: QtBot, opened: tuple[Session, MainWindow], folder: Path) -> None:
    running, window = opened
    (folder / "mine.py").write_text(page_code(), encoding="utf-8")
    begin(qtbot, running, folder)
    qtbot.keyClicks(window.library.search, "convmixer_768")
    qtbot.keyClick(window.library.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: running.document.recipe.preset == "convmixer_768_32" and settled(running), timeout=LONG_MS)
    assert window.totals.params.value.text() == "21.11 M"
    assert window.library.paper.text().startswith("ConvMixer (arXiv:2201.09792)")
    assert "patch" in window.knobs.rows
    running.document.selection.choose_place("stages.1.3")
    qtbot.waitUntil(lambda: "kernel" in window.knobs.rows, timeout=LONG_MS)
    running.document.set_knob("kernel", "3", "stages.1.3")
    qtbot.waitUntil(lambda: settled(running), timeout=LONG_MS)
    assert running.document.analysis["params"] == 21_110_248 - 768 * (49 - 9)  # type: ignore[index]
    running.document.stack.undo()
    qtbot.waitUntil(lambda: settled(running) and window.totals.params.value.text() == "21.11 M", timeout=LONG_MS)


def test_refused_nothing_is_run(qtbot: QtBot, opened: tuple[Session, MainWindow], folder: Path, tmp_path: Path) -> None:
    running, window = opened
    trace = tmp_path / "was-run"
    (folder / "mine.py").write_text(f"open({str(trace)!r}, 'w').close()\n" + tiny("tiny"))
    window.own.ask_consent = Asked(allow=False)
    begin(qtbot, running, folder)
    assert not trace.exists()
    assert running.catalogue.architecture("tiny") is None
    window.own.open()
    assert isinstance(window.own.dialog, OwnDialog)
    window.own.ask_consent = Asked(allow=True)
    allow = window.own.dialog.findChild(QToolButton, "own.allow")
    with qtbot.waitSignal(running.own_loaded, timeout=LONG_MS):
        qtbot.mouseClick(allow, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: running.catalogue.architecture("tiny") is not None, timeout=LONG_MS)
    assert trace.exists()
    window.own.dialog.close()


def test_a_new_worker_has_them_too(qtbot: QtBot, opened: tuple[Session, MainWindow], folder: Path) -> None:
    running, _ = opened
    begin(qtbot, running, folder)
    running.document.open_preset("tiny")
    qtbot.waitUntil(lambda: settled(running), timeout=LONG_MS)
    pid = running.workers["engine"].pid()
    os.kill(pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: running.workers["engine"].pid() not in (0, pid), timeout=LONG_MS)
    running.document.set_knob("alpha", 0.5)
    qtbot.waitUntil(lambda: settled(running), timeout=LONG_MS)
    assert running.document.analysis["params"] == tiny_params(8)  # type: ignore[index]


def test_saving_the_file_shows_the_new_network(qtbot: QtBot, opened: tuple[Session, MainWindow], folder: Path) -> None:
    running, window = opened
    begin(qtbot, running, folder)
    running.document.open_preset("tiny")
    running.document.set_knob("alpha", 0.5)
    running.document.set_knob("classes", 10)
    qtbot.waitUntil(lambda: settled(running), timeout=LONG_MS)
    path = folder / "mine.py"

    path.write_text(tiny("tiny").replace("16 *", "32 *").replace("    common.classes(),\n", "").replace("knobs.classes", "1000"))
    qtbot.waitUntil(lambda: settled(running) and running.document.analysis["params"] == tiny_params(16), timeout=LONG_MS)  # type: ignore[index]
    assert running.document.recipe == Recipe.of("tiny", {"alpha": 0.5}), "the knob that is no longer declared went"

    path.write_text("def f(:\n")
    qtbot.waitUntil(lambda: rows(window, FAILED) == ["mine.py"], timeout=LONG_MS)
    assert running.document.recipe == Recipe.of("tiny", {"alpha": 0.5}), "a slip while editing costs no work"
    assert running.document.network is not None

    path.write_text(tiny("tiny"))
    qtbot.waitUntil(lambda: settled(running) and running.document.analysis["params"] == tiny_params(8), timeout=LONG_MS)  # type: ignore[index]
    assert rows(window, FAILED) == []


def test_an_engine_that_dies_of_them_goes_on_without(qtbot: QtBot, opened: tuple[Session, MainWindow], folder: Path) -> None:
    """It behaves in the trial and not in the engine, whatever that may be."""
    running, window = opened
    test = "import os, sys\nif 'engine' in sys.argv:\n    os._exit(3)\n"
    (folder / "mine.py").write_text(test + tiny("tiny"))
    begin(qtbot, running, folder)
    qtbot.waitUntil(lambda: rows(window, FAILED) == ["mine.py"], timeout=LONG_MS)
    running.document.set_knob("alpha", 0.5)
    qtbot.waitUntil(lambda: settled(running), timeout=LONG_MS)
    assert window.totals.params.value.text() == "1.97 M"


def test_a_recipe_of_an_own_architecture_waits_for_it(
    qtbot: QtBot, opened: tuple[Session, MainWindow], folder: Path, tmp_path: Path
) -> None:
    running, window = opened
    path = tmp_path / "mine.recipe.json"
    write_recipe(Recipe.of("tiny", {"alpha": 0.5}), path)
    running.own.begin([folder])
    assert not window.files.open_path(path)
    qtbot.waitUntil(lambda: running.document.recipe.preset == "tiny" and settled(running), timeout=LONG_MS)
    assert running.document.path == path
    qtbot.waitUntil(lambda: running.document.accepted == running.document.recipe, timeout=LONG_MS)
    assert window.files.save()
    assert read_source(path)["file"] == "mine.py"
    assert read_recipe(path) == Recipe.of("tiny", {"alpha": 0.5})
    assert running.document.analysis["params"] == tiny_params(8)  # type: ignore[index]


def test_a_recipe_whose_architecture_is_not_loaded_is_a_sentence(
    qtbot: QtBot, opened: tuple[Session, MainWindow], tmp_path: Path
) -> None:
    running, window = opened
    path = tmp_path / "mine.recipe.json"
    write_recipe(Recipe("tiny"), path)
    assert not window.files.open_path(path)
    assert "own architecture" in window.message.text()
    write_recipe(Recipe("tiny"), path, {"file": "mine.py", "sha256": "0"})
    assert not window.files.open_path(path)
    assert "of the own file mine.py" in window.message.text()
    assert running.document.recipe == Recipe("mobilenet_v2")
    running.own.begin()
    assert not window.files.open_path(path)
    window.message.hide()
    qtbot.waitUntil(lambda: "own file mine.py" in window.message.text() and window.message.isVisible(), timeout=LONG_MS)


def test_opening_a_recipe_brings_its_architecture_into_sight(
    qtbot: QtBot, opened: tuple[Session, MainWindow], tmp_path: Path
) -> None:
    _, window = opened
    path = tmp_path / "last.recipe.json"
    last = read_catalogue().architectures[-1].presets[0].name
    write_recipe(Recipe(last), path)
    assert window.files.open_path(path)
    current = window.library.list.currentIndex()
    assert window.library.model.rows[current.row()].preset == last
    assert window.library.list.viewport().rect().contains(window.library.list.visualRect(current))


def test_the_question_has_no_as_its_default(qtbot: QtBot, opened: tuple[Session, MainWindow]) -> None:
    _, window = opened
    box = consent_box(window, "/some/folder", [f"{i}.py" for i in range(20)])
    assert "runs code from this folder" in box.text()
    assert "/some/folder" in box.text()
    assert "7.py, …" in box.informativeText()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    assert box.escapeButton() is box.button(QMessageBox.StandardButton.Cancel)
    box.deleteLater()


def test_the_list_shows_errors_and_their_tracebacks(qtbot: QtBot, opened: tuple[Session, MainWindow], folder: Path) -> None:
    running, window = opened
    (folder / "broken.py").write_text("x = 1\n1 / 0\n")
    window.own.open()
    assert window.own.dialog is not None
    dialog = window.own.dialog
    window.own.ask_folder = lambda _parent, _start: str(folder)
    running.own.begin()
    qtbot.waitUntil(lambda: running.document.analysis is not None, timeout=LONG_MS)
    dialog.add_button.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QToolButton, "own.details")), timeout=LONG_MS)
    dialog.findChild(QToolButton, "own.details").click()
    from PySide6.QtWidgets import QPlainTextEdit

    qtbot.waitUntil(lambda: bool(dialog.findChildren(QPlainTextEdit, "own.traceback")), timeout=LONG_MS)
    assert "ZeroDivisionError" in dialog.findChildren(QPlainTextEdit, "own.traceback")[0].toPlainText()
    seen = []
    dialog.show_folder = lambda url: seen.append(url.toLocalFile())
    dialog.findChildren(QToolButton, "own.show")[0].click()
    qtbot.waitUntil(lambda: seen == [str(folder)], timeout=LONG_MS)
    window.own.ask_folder = lambda _parent, _start: str(folder / "absent")
    qtbot.waitUntil(lambda: not running.own.is_pending(), timeout=LONG_MS)
    dialog.add_button.click()
    assert "is not there" in dialog.status.text()
    dialog.findChildren(QToolButton, "own.remove")[0].click()
    qtbot.waitUntil(lambda: running.catalogue.architecture("tiny") is None and not running.own.is_pending(), timeout=LONG_MS)
    assert rows(window, HEADING) == []
    dialog.close()
