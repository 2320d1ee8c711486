"""The window after a start: the last run's work is back, with what was seen of it, its steps, and a word where it was unsaved."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMessageBox
from pytestqt.qtbot import QtBot

from explorer.core.catalogue import read_catalogue
from explorer.core.recipe import Recipe, write_recipe
from explorer.session.preferences import Preferences
from explorer.session.session import Session
from explorer.session.work import Work
from explorer.views.view_state import ViewState
from explorer.views.window import MainWindow
from tests.views.making import PLAIN, analysis, fakes

Answer = QMessageBox.StandardButton
EDITED = Recipe.of("mobilenet_v2", {"alpha": 0.75})


class Runs:
    """Windows one after another on the same settings."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.windows: list[MainWindow] = []

    def start(self, *, another: bool = False) -> MainWindow:
        """A window of a new run, with the work of the last one."""
        session = Session(PLAIN, read_catalogue(), Preferences(str(self.folder)), commands=fakes())
        session.latency.set_auto(False)
        window = MainWindow(session)
        window.files.ask_unsaved = lambda _parent, _name: Answer.Discard
        self.qtbot.addWidget(window)
        self.windows.append(window)
        window.work.bring_back(another=another)
        window.show()
        answered(window)
        return window

    def kill(self) -> None:
        """The run ends as by kill -9: nothing is written any more; what is kept is what was written before."""
        window = self.windows[-1]
        self.qtbot.waitUntil(lambda: not window.work.keeper._timer.isActive())
        keeper = window.work.keeper
        keeper._is_on = False
        keeper.release()
        window.session.preferences.sync()
        window.session.document.stack.clear()
        window.hide()


@pytest.fixture
def runs(qtbot: QtBot, tmp_path: Path) -> Iterator[Runs]:
    made = Runs(qtbot, tmp_path)
    yield made
    for window in made.windows:
        window.work.keeper.release()
        window.session.document.stack.clear()
        window.session.stop()


def answered(window: MainWindow) -> None:
    """The engine's answer to what is shown."""
    document = window.session.document
    document.accept(document.recipe, analysis(document.recipe))


def edit(window: MainWindow) -> None:
    """Some work: an edit, a selection, an open stage, a tab, a colour."""
    window.session.document.set_knob("alpha", 0.75, text="width α 0.75")
    answered(window)
    window.centre.graph.expand("stages.5")
    window.session.document.selection.select("stages.5.1")
    window.bottom.tabs.setCurrentIndex(2)
    window.table["colour_kind"].trigger()


def test_a_killed_program_loses_no_work(runs: Runs) -> None:
    window = runs.start()
    edit(window)
    view = ViewState.of(window)
    runs.kill()
    again = runs.start()
    document = again.session.document
    assert document.recipe == EDITED
    assert document.is_modified()
    assert "ended without being closed" in again.message.text()
    assert "Its last step can be undone." in again.message.text()
    after = ViewState.of(again)
    for name in ("opened", "nodes", "node", "places", "colour", "tab"):
        assert getattr(after, name) == getattr(view, name), name
    assert document.stack.undoText() == "width α 0.75"
    document.stack.undo()
    assert document.recipe == PLAIN


def test_a_closed_window_comes_back_without_a_word(runs: Runs, tmp_path: Path) -> None:
    window = runs.start()
    edit(window)
    window.session.document.save(tmp_path / "mine.json")
    window.close()
    again = runs.start()
    assert again.session.document.path == tmp_path / "mine.json"
    assert again.session.document.recipe == EDITED
    assert not again.session.document.is_modified()
    assert again.message.isHidden()
    assert again.session.document.stack.undoText() == "width α 0.75"


def test_what_was_discarded_stays_away(runs: Runs) -> None:
    edit(runs.start())
    runs.windows[-1].close()
    again = runs.start()
    assert again.session.document.recipe == PLAIN
    assert not again.session.document.stack.canUndo()
    assert again.message.isHidden()


def test_a_recipe_on_the_command_line_comes_first_and_unsaved_work_is_one_undo_away(runs: Runs, tmp_path: Path) -> None:
    edit(runs.start())
    runs.kill()
    write_recipe(Recipe("resnet18"), tmp_path / "other.json")
    again = runs.start(another=True)
    again.files.open_path(tmp_path / "other.json")
    assert again.session.document.recipe == Recipe("resnet18")
    again.session.document.stack.undo()
    assert again.session.document.recipe == EDITED


def test_saved_work_does_not_stand_behind_a_recipe_on_the_command_line(runs: Runs, tmp_path: Path) -> None:
    runs.start().close()
    again = runs.start(another=True)
    assert not again.session.document.stack.canUndo()


def test_work_on_an_architecture_that_is_gone_is_put_aside_and_said(runs: Runs, tmp_path: Path) -> None:
    edit(runs.start())
    runs.kill()
    path = tmp_path / "work.json"
    path.write_text(path.read_text(encoding="utf-8").replace("mobilenet_v2", "my_net"), encoding="utf-8")
    again = runs.start()
    assert "my_net" in again.message.text()
    assert again.session.document.recipe == PLAIN
    assert Work.read(tmp_path / "work.left.json").state.recipe.preset == "my_net"


@pytest.mark.parametrize("view", [{}, {"opened": 3, "middle": "x", "scale": "big", "tab": 99, "nodes": ["none"], "colour": "x"}])
def test_a_view_that_cannot_be_read_costs_no_work(runs: Runs, tmp_path: Path, view: dict[str, object]) -> None:
    edit(runs.start())
    runs.kill()
    path = tmp_path / "work.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(document | {"view": view}), encoding="utf-8")
    assert runs.start().session.document.recipe == EDITED


@pytest.mark.qt_log_ignore("does not support raise", extend=True)  # the offscreen platform, of a floating panel
def test_panels_move_float_and_come_back(runs: Runs, qtbot: QtBot) -> None:
    window = runs.start()
    movable, floatable = QDockWidget.DockWidgetFeature.DockWidgetMovable, QDockWidget.DockWidgetFeature.DockWidgetFloatable
    dock = window.docks["right"]
    assert not dock.features() & movable
    window.table["arrange"].trigger()
    assert dock.features() & movable
    assert dock.features() & floatable
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    window.docks["left"].setFloating(True)
    window.table["arrange"].trigger()
    assert not dock.features() & movable
    assert window.docks["left"].features() & movable, "a floating panel keeps its bar"
    window.close()
    again = runs.start()
    assert again.dockWidgetArea(again.docks["right"]) == Qt.DockWidgetArea.LeftDockWidgetArea
    assert again.docks["left"].isFloating()
    assert again.docks["left"].features() & movable
    again.table["reset_layout"].trigger()
    assert again.dockWidgetArea(again.docks["right"]) == Qt.DockWidgetArea.RightDockWidgetArea
    assert not again.docks["left"].isFloating()
    assert not again.docks["left"].features() & movable
    assert all(each.isVisible() for each in again.docks.values())
