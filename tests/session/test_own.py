"""Folders of own architectures: consent by file name, remembered; nothing is tried without it; what failed; what vanished."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher
from pytestqt.qtbot import QtBot

from explorer.core.errors import BadInput
from explorer.session.own import OwnLibrary
from explorer.session.preferences import Preferences
from tests.session.recorded import HeldWorker


class Held(HeldWorker):
    """A worker that can be sent home."""

    def stop(self) -> None:
        self.asked_at_stop = len(self.asked)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "library"
    made.mkdir()
    (made / "mine.py").write_text("x = 1\n")
    (made / "_shared.py").write_text("x = 1\n")
    (made / "notes.txt").write_text("no Python\n")
    return made


def library(tmp_path: Path) -> tuple[OwnLibrary, Held, list[tuple[str, list[str]]]]:
    worker = Held()
    made = OwnLibrary(worker, Preferences(str(tmp_path)))  # type: ignore[arg-type]
    asked: list[tuple[str, list[str]]] = []
    made.asked.connect(lambda path, names: asked.append((path, list(names))))
    return made, worker, asked


def tried(worker: Held) -> None:
    worker.answer({"files": [{**f, "presets": [f["file"]]} for f in worker.asked[-1]["files"]]})


def test_nothing_is_tried_before_the_answer(qtbot: QtBot, tmp_path: Path, folder: Path) -> None:
    own, worker, asked = library(tmp_path)
    own.add(folder)
    assert worker.asked == []
    assert asked == [(str(folder), ["mine.py"])]
    assert own.is_pending()
    own.answer(str(folder), ["mine.py"], allowed=True)
    assert [f["file"] for f in worker.asked[-1]["files"]] == ["mine.py"]
    with qtbot.waitSignal(own.loaded) as blocker:
        tried(worker)
    assert [f.presets for f in blocker.args[0]] == [("mine.py",)]
    assert not own.is_pending()
    assert len(asked) == 1


def test_a_refusal_is_kept_and_can_be_taken_back(tmp_path: Path, folder: Path) -> None:
    own, worker, asked = library(tmp_path)
    own.add(folder)
    own.answer(str(folder), ["mine.py"], allowed=False)
    assert not own.is_pending()
    again, worker_again, asked_again = library(tmp_path)
    again.start()
    assert worker.asked == worker_again.asked == []
    assert (len(asked), asked_again) == (1, [])
    assert again.folders[0].declined == {"mine.py"}
    again.ask_again(str(folder))
    assert asked_again == [(str(folder), ["mine.py"])]


def test_consent_is_remembered_but_not_for_files_that_appear_later(tmp_path: Path, folder: Path) -> None:
    own, worker, _ = library(tmp_path)
    own.add(folder)
    own.answer(str(folder), ["mine.py"], allowed=True)
    tried(worker)
    (folder / "new.py").write_text("x = 1\n")
    again, worker_again, asked = library(tmp_path)
    again.start()
    assert [f["file"] for f in worker_again.asked[-1]["files"]] == ["mine.py"]
    assert asked == [(str(folder), ["new.py"])]


def test_a_folder_of_the_command_line_is_not_kept_but_its_consent_is(tmp_path: Path, folder: Path) -> None:
    own, worker, asked = library(tmp_path)
    own.start([folder])
    assert asked
    assert worker.asked == []
    own.answer(str(folder), ["mine.py"], allowed=True)
    tried(worker)
    plain, _, _ = library(tmp_path)
    plain.start()
    assert plain.folders == []
    named, worker_named, asked_named = library(tmp_path)
    named.start([folder])
    assert asked_named == []
    assert len(worker_named.asked) == 1


def test_removing_a_folder_forgets_the_consent(qtbot: QtBot, tmp_path: Path, folder: Path) -> None:
    own, worker, _ = library(tmp_path)
    own.add(folder)
    own.answer(str(folder), ["mine.py"], allowed=True)
    tried(worker)
    with qtbot.waitSignal(own.loaded) as blocker:
        own.remove(str(folder))
    assert blocker.args == [[]]
    again, worker_again, asked = library(tmp_path)
    again.add(folder)
    assert worker_again.asked == []
    assert asked == [(str(folder), ["mine.py"])]


def test_a_folder_that_vanished_is_a_sentence(tmp_path: Path, folder: Path) -> None:
    own, worker, _ = library(tmp_path)
    own.add(folder)
    own.answer(str(folder), ["mine.py"], allowed=True)
    tried(worker)
    folder.rename(tmp_path / "elsewhere")
    again, worker_again, _ = library(tmp_path)
    again.start()
    assert worker_again.asked == []
    assert again.folders[0].problem == ["the folder {0} of own architectures is not there", str(folder)]
    with pytest.raises(BadInput, match="is not there"):
        again.add(tmp_path / "never")


def test_a_saved_file_is_tried_again(qtbot: QtBot, tmp_path: Path, folder: Path) -> None:
    own, worker, _ = library(tmp_path)
    own.add(folder)
    own.answer(str(folder), ["mine.py"], allowed=True)
    tried(worker)
    (folder / "mine.py").write_text("x = 2\n")
    qtbot.waitUntil(lambda: len(worker.asked) == 2, timeout=10_000)
    own.reload()
    assert len(worker.asked) == 2, "one trial at a time"
    tried(worker)
    assert len(worker.asked) == 3, "what was saved during a trial is tried after it"
    tried(worker)
    seen: list[str] = []
    other = QFileSystemWatcher([str(folder / "mine.py")])
    other.fileChanged.connect(seen.append)
    own.stop()
    (folder / "mine.py").write_text("x = 33\n")
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    assert not own._timer.isActive()
    assert len(worker.asked) == 3


def test_what_a_file_writes_beside_itself_is_no_reason_to_try_again(qtbot: QtBot, tmp_path: Path, folder: Path) -> None:
    own, worker, _ = library(tmp_path)
    own.add(folder)
    own.answer(str(folder), ["mine.py"], allowed=True)
    tried(worker)
    changes: list[str] = []
    own._watcher.directoryChanged.connect(changes.append)
    (folder / "log.txt").write_text("imported\n")
    qtbot.waitUntil(lambda: bool(changes), timeout=10_000)
    qtbot.waitUntil(lambda: not own._timer.isActive(), timeout=10_000)
    assert len(worker.asked) == 1
    (folder / "_shared.py").write_text("x = 3\n")
    qtbot.waitUntil(lambda: len(worker.asked) == 2, timeout=10_000)


def test_settings_that_cannot_be_read_are_no_consent(tmp_path: Path) -> None:
    for damaged in ("{", "[1]", '[{"path": 3}]', '[{"path": "x", "allowed": 3, "declined": [], "kept": true}]'):
        Preferences(str(tmp_path)).keep("own_folders", damaged)
        own, _, _ = library(tmp_path)
        assert own.folders == []
