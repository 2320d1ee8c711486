"""The work kept from run to run: steps put back as they were, what is written and when, two windows, damaged files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.session.document import Document
from explorer.session.document_state import DocumentState
from explorer.session.work import Work, WorkKeeper


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    """Three steps, the last taken back; the first of them saved."""
    made = Document(Recipe("net"), "net")
    made.set_knob("alpha", 0.75, text="width α 0.75")
    made.stack.setClean()
    made.set_knob("groups", 2, text="g 2")
    made.set_knob("expansion", 3, "stages.1", text="t 3 · stage 1")
    made.stack.undo()
    return made


@pytest.fixture
def keepers(tmp_path: Path) -> Iterator[list[WorkKeeper]]:
    """Keepers of windows that are open at once; each begun."""
    made: list[WorkKeeper] = []
    yield made
    for keeper in made:
        keeper.release()


def begun(keepers: list[WorkKeeper], document: Document, folder: Path) -> Work | None:
    keeper = WorkKeeper(document, folder)
    keepers.append(keeper)
    work = keeper.found()
    keeper.begin()
    return work


def texts(document: Document) -> list[str]:
    return [document.stack.text(i) for i in range(document.stack.count())]


def test_steps_are_put_back_as_they_were(document: Document) -> None:
    state = DocumentState.of(document)
    other = Document(Recipe("other"), "net")
    other.set_knob("alpha", 0.5)
    shown: list[Recipe] = []
    other.recipe_changed.connect(lambda recipe, _serial: shown.append(recipe))
    DocumentState.from_json(json.loads(json.dumps(state.to_json()))).put_back(other)
    assert shown == [document.recipe]  # the steps were not shown one by one
    assert texts(other) == ["width α 0.75", "g 2", "t 3 · stage 1"]
    assert (other.stack.index(), other.stack.cleanIndex()) == (2, 1)
    assert other.is_modified()
    other.stack.redo()
    assert other.recipe.value("expansion", "stages.1") == 3
    other.stack.setIndex(0)
    assert other.recipe == Recipe("net")
    assert DocumentState.of(other).steps == state.steps


def test_a_drag_after_that_is_a_step_of_its_own(document: Document) -> None:
    DocumentState.of(document).put_back(document)
    document.set_knob("alpha", 0.6, gesture=1)
    document.set_knob("alpha", 0.5, gesture=1)
    assert document.stack.count() == 3
    document.stack.undo()
    assert document.recipe.value("alpha") == 0.75


def test_only_the_last_steps_are_kept_and_the_saved_one_is_forgotten_with_the_older(qtbot: QtBot) -> None:
    document = Document(Recipe("net"), "net")
    for i in range(1, 301):
        document.set_knob("alpha", i / 100)
    state = DocumentState.of(document).trimmed()
    assert (len(state.steps), state.index, state.clean) == (100, 100, -1)
    assert state.steps[0].after.value("alpha") == 2.01
    state.put_back(document)
    assert document.is_modified()
    assert not document.stack.isClean()


@pytest.mark.parametrize("change", [{"index": 9}, {"clean": -2}, {"steps": None}, {"recipe": {}}, {"index": 1}])
def test_a_state_that_does_not_fit_together_is_refused(document: Document, change: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        DocumentState.from_json(DocumentState.of(document).to_json() | change)


def test_a_change_is_written_soon_and_found_by_the_next_run(
    qtbot: QtBot, document: Document, keepers: list[WorkKeeper], tmp_path: Path
) -> None:
    assert begun(keepers, document, tmp_path) is None
    keepers[0].view = lambda: {"tab": 3}
    with qtbot.waitSignal(keepers[0].kept):
        document.set_knob("alpha", 0.25)
    work = Work.read(tmp_path / "work.json")
    assert work.state.recipe.value("alpha") == 0.25
    assert (work.view, work.closed, work.is_unsaved()) == ({"tab": 3}, False, True)


def test_what_did_not_change_is_not_written(
    qtbot: QtBot, document: Document, keepers: list[WorkKeeper], tmp_path: Path
) -> None:
    begun(keepers, document, tmp_path)
    keepers[0].keep()
    before = (tmp_path / "work.json").stat()
    keepers[0].keep()
    assert (tmp_path / "work.json").stat().st_ino == before.st_ino  # a new file has a new number


def test_two_windows_keep_their_own_and_unsaved_work_is_found_first(
    document: Document, keepers: list[WorkKeeper], tmp_path: Path
) -> None:
    plain = Document(Recipe("net"), "net")
    begun(keepers, plain, tmp_path)
    keepers[0].keep()
    begun(keepers, document, tmp_path)
    keepers[1].keep()
    assert sorted(path.name for path in tmp_path.glob("work*.json")) == ["work-2.json", "work.json"]
    for keeper in keepers:
        keeper.release()
    found = begun(keepers, Document(Recipe("net"), "net"), tmp_path)
    assert found is not None
    assert found.state.recipe == document.recipe
    assert keepers[2].path == tmp_path / "work-2.json"


def test_what_the_user_did_not_want_to_save_does_not_come_back(
    document: Document, keepers: list[WorkKeeper], tmp_path: Path
) -> None:
    begun(keepers, document, tmp_path)
    keepers[0].close()
    work = Work.read(tmp_path / "work.json")
    assert work.state == DocumentState(Recipe("net"))
    assert work.closed
    assert not work.is_unsaved()


def test_a_saved_recipe_comes_back_with_its_steps(
    document: Document, keepers: list[WorkKeeper], tmp_path: Path
) -> None:
    begun(keepers, document, tmp_path)
    document.save(tmp_path / "mine.json")
    keepers[0].close()
    work = Work.read(tmp_path / "work.json")
    assert work.state.path == tmp_path / "mine.json"
    assert [step.text for step in work.state.steps] == ["width α 0.75", "g 2", "t 3 · stage 1"]
    assert not work.is_unsaved()


@pytest.mark.parametrize("content", ["{", "[]", '{"format": "architecture-explorer/work", "version": 2}', "\ud800"])
def test_a_damaged_file_is_put_aside_and_said(
    document: Document, keepers: list[WorkKeeper], tmp_path: Path, content: str
) -> None:
    (tmp_path / "work.json").write_text(content, encoding="utf-8", errors="surrogatepass")
    keeper = WorkKeeper(document, tmp_path)
    keepers.append(keeper)
    said: list[list[str]] = []
    keeper.complained.connect(said.append)
    assert keeper.found() is None
    assert "kept as" in said[0][0]
    assert (tmp_path / "work.unreadable.json").exists()
    keeper.begin()
    keeper.keep()
    assert Work.read(tmp_path / "work.json").state.recipe == document.recipe


def test_a_folder_that_cannot_be_written_is_said_once(document: Document, keepers: list[WorkKeeper], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    keeper = WorkKeeper(document, tmp_path / "file")
    keepers.append(keeper)
    said: list[list[str]] = []
    keeper.complained.connect(said.append)
    assert keeper.found() is None
    keeper.begin()
    document.set_knob("alpha", 0.3)
    keeper.keep()
    assert len(said) == 1
    assert "cannot be kept" in said[0][0]


def test_a_drag_is_written_when_it_is_over(
    qtbot: QtBot, document: Document, keepers: list[WorkKeeper], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(keepers, document, tmp_path)
    keepers[0].keep()
    down = [Qt.MouseButton.LeftButton]
    monkeypatch.setattr("explorer.session.work.QGuiApplication.mouseButtons", lambda: down[0])
    written: list[bool] = []
    keepers[0].kept.connect(lambda: written.append(down[0] == Qt.MouseButton.NoButton))
    document.set_knob("alpha", 0.4, gesture=7)
    qtbot.waitUntil(lambda: keepers[0]._waits > 1)
    assert written == []
    down[0] = Qt.MouseButton.NoButton
    qtbot.waitUntil(lambda: written == [True])
