"""A story in the window: steps by keys, figures as they are computed, and the user's work exactly as it was afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.core.compare import brief
from explorer.core.recipe import Recipe
from explorer.core.story import DEMO_FILE, NOT_KNOWN, read_story
from explorer.session.document_state import DocumentState
from explorer.session.work import Work
from explorer.views.view_state import ViewState
from explorer.views.window import MainWindow
from tests.session.recorded import HeldWorker
from tests.views.making import analysis

NARROW = {"preset": "mobilenet_v2", "knobs": {"alpha": 0.5}}
STEPS: list[dict[str, Any]] = [
    {
        "title": "Narrow", "text": "{macs} against {against.macs}.", "source": "Table 4", "recipe": NARROW,
        "against": {"preset": "mobilenet_v2", "knobs": {"alpha": 1.4}, "name": "wide"},
        "view": {"colour": "kind", "chart": "shares"},
    },
    {"title": "Open", "text": "{share.pointwise} are 1×1.", "recipe": {"preset": "mobilenet_v2"},
     "view": {"open": ["stages.3"], "select": "stages.3.1", "chart": "none"}},
    {"title": "Measured", "text": "{latency}", "recipe": NARROW, "measure": True},
]


@pytest.fixture
def told(window: MainWindow, tmp_path: Path) -> Iterator[MainWindow]:
    """A window with work in it, kept in a file; no worker answers by itself."""
    session = window.session
    session.pins.figures.worker = HeldWorker()  # type: ignore[assignment]
    session.pins.series.worker = HeldWorker()  # type: ignore[assignment]
    window.work.bring_back()
    document = session.document
    document.set_knob("alpha", 0.75, text="width α 0.75")
    document.set_knob("groups", 2, "stages.3", text="g 2")
    document.stack.undo()
    answered(window)
    document.selection.select("stages.5")
    window.centre.graph.expand("stages.5")
    window.bottom.tabs.setCurrentIndex(1)
    yield window
    window.work.keeper.release()


def answered(window: MainWindow) -> None:
    """The engine's answer to what is shown."""
    document = window.session.document
    document.accept(document.recipe, analysis(document.recipe))


def file_of(folder: Path, steps: list[dict[str, Any]]) -> Path:
    path = folder / "mine.json"
    story = {"format": "architecture-explorer/story", "version": 1, "title": "Mine", "steps": steps}
    path.write_text(json.dumps(story), encoding="utf-8")
    return path


def test_figures_stand_in_the_text_as_they_are_computed(told: MainWindow, tmp_path: Path) -> None:
    assert told.story.open_path(file_of(tmp_path, STEPS))
    stage, figures = told.stage, told.session.pins.figures
    assert stage.headline.text() == "Narrow"
    assert stage.words.text() == f"{NOT_KNOWN} against {NOT_KNOWN}."
    answered(told)
    assert stage.words.text() == f"97.13 M against {NOT_KNOWN}."
    wide = Recipe.of("mobilenet_v2", {"alpha": 1.4})
    figures.take(wide, analysis(wide))
    figures.arrived.emit()
    assert stage.words.text() == "97.13 M against 582.2 M."
    assert stage.caption.text() == "against: wide"
    assert stage.figures[1].change.text() == f"{100 * (97.13 / 582.2 - 1):.1f} %".replace("-", "−")
    assert (stage.source.text(), stage.foot.text()[:6]) == ("Table 4", "1 of 3")
    assert told.centre.colour == "kind"
    assert stage.chart is not None
    assert stage.chart.objectName() == "chart.shares"


def test_figures_of_what_it_is_held_against_are_asked_of_the_engine(
    told: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures, held = told.session.pins.figures, HeldWorker()
    monkeypatch.setattr(figures, "worker", held)
    monkeypatch.setattr(figures, "_is_quiet", lambda: True)  # the engine of this window never answers
    told.story.open_path(file_of(tmp_path, STEPS))
    answered(told)
    qtbot.waitUntil(lambda: bool(held.asked))
    wide = Recipe.of("mobilenet_v2", {"alpha": 1.4})
    assert held.asked[-1]["recipe"] == wide.to_json()
    held.answer(brief(analysis(wide)))
    assert told.stage.words.text().endswith("582.2 M.")


def test_keys_step_and_a_step_shows_what_it_wants_shown(told: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    told.story.open_path(file_of(tmp_path, STEPS))
    answered(told)
    qtbot.keyClick(told.stage, Qt.Key.Key_Right)
    answered(told)
    assert told.stage.headline.text() == "Open"
    assert told.stage.words.text() == "89 % are 1×1."
    assert told.session.document.selection.node == "stages.3.1"
    assert told.centre.graph.opened() == {"stages.3"}
    assert told.stage.chart is None
    told.centre.graph.setFocus()
    qtbot.keyClick(told.centre.graph, Qt.Key.Key_PageUp)  # what a presenter's remote sends, wherever the keyboard is
    assert told.stage.headline.text() == "Narrow"
    qtbot.keyClick(told.stage, Qt.Key.Key_PageUp)
    assert told.stage.headline.text() == "Narrow"


def test_one_may_try_things_and_take_the_step_as_it_was_written(told: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    told.story.open_path(file_of(tmp_path, STEPS))
    answered(told)
    document = told.session.document
    document.set_knob("alpha", 0.35)
    answered(told)
    assert told.stage.words.text().startswith("59.")  # authors: 59.2 M
    document.stack.undo()
    assert document.recipe.value("alpha") == 0.5
    document.stack.redo()
    qtbot.keyClick(told.stage, Qt.Key.Key_R)
    assert document.recipe.value("alpha") == 0.5
    assert not document.stack.canUndo()


def test_leaving_puts_the_users_work_back_exactly(told: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    document = told.session.document
    state, view, pins = DocumentState.of(document), ViewState.of(told), told.session.pins.set
    colour = told.centre.colour
    told.story.open_path(file_of(tmp_path, STEPS))
    answered(told)
    document.set_knob("alpha", 0.35)
    qtbot.keyClick(told.stage, Qt.Key.Key_Right)
    answered(told)
    qtbot.keyClick(told.stage, Qt.Key.Key_Escape)
    assert DocumentState.of(document) == state
    answered(told)
    after = ViewState.of(told)
    for name in ("opened", "nodes", "node", "places", "tab", "colour"):
        assert getattr(after, name) == getattr(view, name), name
    assert (told.centre.colour, told.session.pins.set) == (colour, pins)
    document.stack.redo()
    assert document.recipe.overrides() == {"stages.3": {"groups": 2}}
    assert not told.story.is_on()


def test_a_program_that_dies_in_a_story_keeps_the_users_work(told: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    state = DocumentState.of(told.session.document)
    told.story.open_path(file_of(tmp_path, STEPS))
    told.session.document.set_knob("alpha", 0.35)
    told.work.keeper.keep()
    assert Work.read(tmp_path / "work.json").state == state


def test_what_is_held_against_each_other_is_measured_once(told: MainWindow, tmp_path: Path) -> None:
    told.story.open_path(file_of(tmp_path, STEPS))
    answered(told)
    told.story.go(2)
    answered(told)
    series = told.session.pins.series
    assert [target.recipe for target in series.left()] == [Recipe.of("mobilenet_v2", {"alpha": 0.5})]
    series._given_up.add((series.left()[0].recipe.digest(), told.session.latency.conditions))  # it could not be measured
    told.session.pins.figures.arrived.emit()
    assert not series.left()


def test_a_step_that_cannot_be_built_says_so_and_the_story_goes_on(told: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    told.story.open_path(file_of(tmp_path, STEPS))
    answered(told)
    document = told.session.document
    told.story.go(1)
    document.refuse(document.recipe, {"kind": "bad input", "template": "groups = {0} is not possible", "arguments": ["7"]})
    assert told.stage.words.text() == "groups = 7 is not possible"
    qtbot.keyClick(told.stage, Qt.Key.Key_Right)
    assert told.stage.headline.text() == "Measured"


def test_a_file_that_cannot_be_told_is_a_sentence_and_changes_nothing(told: MainWindow, tmp_path: Path) -> None:
    state = DocumentState.of(told.session.document)
    assert not told.story.open_path(file_of(tmp_path, [{"title": "x"}]))
    assert "step 1" in told.message.text()
    assert not told.stage.is_presenting()
    assert DocumentState.of(told.session.document) == state


def test_the_menu_tells_the_demo_and_a_file_of_ones_own(told: MainWindow, tmp_path: Path) -> None:
    told.table["demo"].trigger()
    assert told.story.story == read_story(DEMO_FILE)
    told.story.ask = lambda _parent, _folder: str(file_of(tmp_path, STEPS))
    told.table["open_story"].trigger()
    assert told.story.story is not None
    assert told.story.story.title == "Mine"
    told.presenting.leave()
    assert not told.story.is_on()


def test_a_step_may_show_the_source_and_what_is_remembered_of_it_stays(told: MainWindow, tmp_path: Path) -> None:
    preferences, pane = told.session.preferences, told.centre.code.pane
    preferences.keep("code", "off")
    told.story.open_path(file_of(tmp_path, [{**STEPS[0], "view": {"code": True}}, STEPS[1]]))
    answered(told)
    assert not pane.isHidden()
    told.story.go_by(1)
    assert pane.isHidden()
    told.table["show_code"].trigger()
    assert not pane.isHidden()
    told.presenting.leave()
    assert pane.isHidden()
    assert preferences.text("code") == "off"
    assert not told.table["show_code"].isChecked()
