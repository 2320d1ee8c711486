"""Weights in the window, against fakes: the row, the dialog with the owner's accuracy, loading, undo, and a file that is gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from explorer.core.recipe import Recipe, read_recipe
from explorer.core.weights import WeightsFile
from explorer.session.session import Session
from explorer.views.weights_dialog import WeightsDialog
from explorer.views.window import MainWindow
from tests.session.recorded import HeldWorker, analysis_of
from tests.views.making import answer, session

HASH = "ab" * 32
LOST = {"name": "classifier.weight", "reason": "shape", "needs": [10, 1280], "has": [1000, 1280]}


def report(**changes: Any) -> dict[str, Any]:
    return {
        "file": "net.pth", "sha256": HASH, "wrapper": "", "naming": "torchvision", "peer": "net", "remark": "", "tensors": 314,
        "needed": 314, "matched": 314, "reinitialised": [], "unused": [], "seed": 0, "fused": False, "trained_from": "",
        "trained_from_this": False, **changes,
    }


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Session, MainWindow, HeldWorker]]:
    running = session(tmp_path)
    bench = HeldWorker()
    running.weights.worker = bench  # type: ignore[assignment]
    running.weights._timer.setInterval(1)
    running.engine.worker = HeldWorker()  # type: ignore[assignment]
    window = MainWindow(running)
    window.files.ask_unsaved = lambda _parent, _name: QMessageBox.StandardButton.Discard
    qtbot.addWidget(window)
    window.show()
    answer(running)
    yield running, window, bench
    running.stop()


def loaded(made: tuple[Session, MainWindow, HeldWorker], path: Path, **changes: Any) -> None:
    """The user picks a file and the bench process answers."""
    _, window, bench = made
    window.weights_files.ask_open = lambda _parent, _folder: str(path)
    window.table["load_weights"].trigger()
    asked = bench.asked[-1]
    assert (asked["job"], asked["path"]) == ("weights", str(path))
    recipe = Recipe.from_json(asked["recipe"]).with_weights(WeightsFile(str(path), HASH))
    bench.answer({"recipe": recipe.to_json(), "report": report(**changes)})


def analysed(running: Session) -> None:
    """The engine answers all it was asked."""
    worker: Any = running.engine.worker
    while running.engine.is_busy():
        worker.answer(analysis_of(Recipe.from_json(worker.asked[-1]["recipe"])))


def texts(window: MainWindow) -> tuple[str, str, str]:
    row = window.weights
    return row.source.text(), row.extent.text(), row.own.text()


def test_random_by_default_then_a_file_then_undone(made: tuple[Session, MainWindow, HeldWorker], tmp_path: Path) -> None:
    running, window, _ = made
    assert texts(window) == ("random, seed 0", "", "")
    loaded(made, tmp_path / "net.pth")
    assert texts(window)[:2] == ("net.pth", "314 of 314 tensors · names of torchvision")
    assert running.document.recipe.weights == WeightsFile(str(tmp_path / "net.pth"), HASH)
    assert window.table["undo"].text() == "Undo load net.pth"
    window.table["undo"].trigger()
    assert texts(window)[0] == "random, seed 0"
    window.table["redo"].trigger()
    assert texts(window)[:2] == ("net.pth", "314 of 314 tensors · names of torchvision")


def test_a_tweak_is_checked_once_all_is_quiet_and_says_what_is_random(
    made: tuple[Session, MainWindow, HeldWorker], qtbot: QtBot, tmp_path: Path
) -> None:
    running, window, bench = made
    loaded(made, tmp_path / "net.pth")
    asked = len(bench.asked)
    running.document.set_knob("alpha", 0.5)
    assert texts(window)[1] == "checking what fits…"
    analysed(running)
    qtbot.waitUntil(lambda: len(bench.asked) == asked + 1)
    assert Recipe.from_json(bench.asked[-1]["recipe"]) == running.document.recipe
    bench.answer({"recipe": running.document.recipe.to_json(), "report": report(matched=300, reinitialised=[LOST] * 14)})
    assert texts(window)[1] == "300 of 314 tensors · 14 random"
    assert window.weights.extent.mark() == "warning"
    window.table["undo"].trigger()
    assert texts(window)[1] == "314 of 314 tensors · names of torchvision"


def test_nothing_is_asked_while_a_knob_moves(made: tuple[Session, MainWindow, HeldWorker], tmp_path: Path) -> None:
    running, _, bench = made
    loaded(made, tmp_path / "net.pth")
    asked = len(bench.asked)
    for i in range(5):
        running.document.set_knob("alpha", 0.5 + i / 100, gesture=1)
        running.weights.on_analysed(running.document.recipe)
        assert running.weights._timer.isActive()
        running.document.set_knob("alpha", 0.6 + i / 100, gesture=1)
        assert not running.weights._timer.isActive()
    assert len(bench.asked) == asked


def test_a_file_that_does_not_fit_is_said_and_changes_nothing(
    made: tuple[Session, MainWindow, HeldWorker], tmp_path: Path
) -> None:
    running, window, bench = made
    before = running.document.recipe
    window.weights_files.load_path(tmp_path / "other.pth")
    assert running.weights.is_loading()
    assert not window.weights.button.isEnabled()
    bench.fail("bad input", "other.pth does not fit net")
    assert "other.pth does not fit net" in window.message.text()
    assert running.document.recipe == before
    assert not running.weights.is_loading()
    assert window.weights.button.isEnabled()


def test_details_name_what_is_random_and_what_is_left_over(
    made: tuple[Session, MainWindow, HeldWorker], qtbot: QtBot, tmp_path: Path
) -> None:
    running, window, _ = made
    loaded(made, tmp_path / "net.pth", matched=313, reinitialised=[LOST], unused=["aux.weight"], remark="timm has ε = 1e-5")
    qtbot.mouseClick(window.weights.button, Qt.MouseButton.LeftButton)
    dialog = window.weights_files.dialog
    assert isinstance(dialog, WeightsDialog)
    tops = [dialog.list.topLevelItem(i) for i in range(2)]
    rows = [(top.text(0), top.child(0).text(0), top.child(0).text(1)) for top in tops if top is not None]
    assert rows == [
        ("Random, seed 0: 1", "classifier.weight", "1000×1280 in the file, 10×1280 here"),
        ("In the file, not used: 1", "aux.weight", "nothing here takes it"),
    ]
    assert dialog.facts["names"].text() == "torchvision net"
    assert dialog.facts["remark"].text() == "timm has ε = 1e-5"
    assert not dialog.keep.isEnabled()
    assert "a part of the weights is random" in dialog.keep.toolTip()
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.mouseClick(dialog.random, Qt.MouseButton.LeftButton)
    assert running.document.recipe.weights is None
    assert window.weights_files.dialog is None


def test_the_owners_accuracy_stands_beside_its_recipe_only(
    made: tuple[Session, MainWindow, HeldWorker], qtbot: QtBot, tmp_path: Path
) -> None:
    running, window, _ = made
    loaded(made, tmp_path / "net.pth")
    window.weights_files.show()
    dialog = window.weights_files.dialog
    assert dialog is not None
    wrong = (("seventy", "CIFAR-100", "Top-1 = seventy"), ("171", "CIFAR-100", "171"), ("71.3", "", "data set"))
    for top1, dataset, words in wrong:
        dialog.top1.setText(top1)
        dialog.dataset.setText(dataset)
        qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
        assert words in dialog.words.text()
        assert running.document.recipe.weights == WeightsFile(str(tmp_path / "net.pth"), HASH)
    dialog.top1.setText("71,3")
    dialog.dataset.setText("CIFAR-100")
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert texts(window)[2] == "own: top-1 71.3 % on CIFAR-100"
    dialog.close()
    running.document.set_knob("alpha", 0.5)
    assert texts(window)[2] == ""
    assert window.weights.own.isVisible(), "its room stays: nothing moves under a drag"
    window.table["undo"].trigger()
    assert texts(window)[2] == "own: top-1 71.3 % on CIFAR-100"
    window.table["undo"].trigger()
    assert texts(window) == ("net.pth", "314 of 314 tensors · names of torchvision", "")


def test_a_recipe_keeps_its_weights_and_one_without_its_file_opens_all_the_same(
    made: tuple[Session, MainWindow, HeldWorker], qtbot: QtBot, tmp_path: Path
) -> None:
    running, window, bench = made
    loaded(made, tmp_path / "net.pth")
    window.files.ask_save = lambda _parent, _name: str(tmp_path / "own.recipe.json")
    window.table["save"].trigger()
    saved = read_recipe(tmp_path / "own.recipe.json")
    assert saved == running.document.recipe
    assert saved.weights is not None
    assert str(tmp_path) not in (tmp_path / "own.recipe.json").read_text(), "the file lies beside it"
    running.document.open_preset("other")
    running.weights._reports.clear()  # as in a new run of the program
    assert window.files.open_path(tmp_path / "own.recipe.json")
    assert running.document.recipe == saved
    analysed(running)
    qtbot.waitUntil(lambda: "path" not in bench.asked[-1])
    bench.fail("bad input", "there is no weights file")
    assert "There is no weights file" in window.message.text()
    assert texts(window)[:2] == ("net.pth", "cannot be used; see Details")
    assert running.document.recipe == saved


def test_back_to_the_preset_keeps_the_weights(made: tuple[Session, MainWindow, HeldWorker], tmp_path: Path) -> None:
    running, _, _ = made
    loaded(made, tmp_path / "net.pth")
    running.document.set_knob("alpha", 0.5)
    running.document.set_knob("expansion", 3, "stages.1")
    assert running.document.recipe.weights is not None
    running.document.back_to_preset()
    assert running.document.recipe == Recipe("net", weights=WeightsFile(str(tmp_path / "net.pth"), HASH))


def test_the_export_dialog_says_which_weights_leave(
    made: tuple[Session, MainWindow, HeldWorker], qtbot: QtBot, tmp_path: Path
) -> None:
    running, window, _ = made
    running.exporter.worker.start = lambda: None  # type: ignore[method-assign]
    loaded(made, tmp_path / "net.pth", matched=313, reinitialised=[LOST])
    window.table["export"].trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    words = [child.text() for child in dialog.findChildren(type(window.message.words)) if child.objectName() == "export.weights"]
    assert words == ["net.pth · 313 of 314 tensors · 1 random"]
    dialog.close()


@pytest.mark.parametrize("name", ["net.safetensors", "net.pth", "own.json", "photo.png"])
def test_a_file_is_dropped_on_the_window(
    made: tuple[Session, MainWindow, HeldWorker], tmp_path: Path, name: str
) -> None:
    _, window, bench = made
    opened: list[Path] = []
    window.files.open_path = lambda path: bool(opened.append(path))  # type: ignore[assignment, func-returns-value]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering, drop = QDragEnterEvent(QPoint(9, 9), *rest), QDropEvent(QPointF(9, 9), *rest)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted() == (name != "photo.png")
    QApplication.sendEvent(window, drop)
    assert [asked["path"] for asked in bench.asked] == ([str(tmp_path / name)] if name.startswith("net") else [])
    assert opened == ([tmp_path / name] if name == "own.json" else [])
