"""The source beside the graph: where it has room, what is lit, the ways between graph and code, and its colours."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from explorer.analysis.source import source
from explorer.core.catalogue import read_catalogue
from explorer.core.recipe import Recipe, Value
from explorer.core.source_book import SourceBook
from explorer.session.preferences import Preferences
from explorer.session.session import Session
from explorer.views.code_look import DARK_CODE, LIGHT_CODE, CodeColours
from explorer.views.code_part import CodePart
from explorer.views.theme import DARK, LIGHT, Theme, contrast
from explorer.views.window import MainWindow
from tests.session.recorded import HeldWorker
from tests.views.making import PLAIN, analysis, fakes


@cache
def document(recipe: Recipe) -> dict[str, Any]:
    return source(recipe)


@pytest.fixture
def wide(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """MobileNetV2 in a large window, its source answered."""
    running = Session(PLAIN, read_catalogue(), Preferences(str(tmp_path)), commands=fakes())
    running.latency.set_auto(False)
    running.source.worker = HeldWorker()  # type: ignore[assignment]
    made = MainWindow(running)
    made.files.ask_unsaved = lambda _parent, _name: QMessageBox.StandardButton.Discard
    qtbot.addWidget(made)
    made.resize(1920, 1080)
    made.show()
    running.document.compare_with(PLAIN.preset, analysis(PLAIN))
    running.document.accept(PLAIN, analysis(PLAIN))
    running.source.book = SourceBook(document(PLAIN))
    running.source.arrived.emit()
    yield made
    running.document.stack.clear()
    running.stop()


def part(window: MainWindow) -> CodePart:
    return window.centre.code


def change(window: MainWindow, name: str, value: Value, place: str = "") -> None:
    held = window.session.document
    held.set_knob(name, value, place)
    held.accept(held.recipe, analysis(held.recipe))


def lines(window: MainWindow, positions: frozenset[int]) -> list[str]:
    page = part(window).pane.view.page
    assert page is not None
    return [page.lines[p].text.strip() for p in sorted(positions)]


def go_to(window: MainWindow, text: str, word: str = "") -> None:
    """Put the text cursor on the first line that starts so, within a word."""
    view = part(window).pane.view
    page = view.page
    assert page is not None
    place = next(i for i, line in enumerate(page.lines) if line.text.strip().startswith(text))
    block = view.document().findBlockByNumber(place)
    inside = page.lines[place].text.index(word) + 1 if word else 0
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + inside)
    view.setTextCursor(cursor)


def test_it_stands_beside_the_graph_where_there_is_room(wide: MainWindow) -> None:
    assert part(wide).pane.isVisible()
    assert wide.table["show_code"].isChecked()
    assert wide.centre.graph.width() > 600


def test_it_is_away_in_a_narrow_window_and_f4_brings_it_for_good(window: MainWindow, qtbot: QtBot) -> None:
    assert part(window).pane.isHidden()
    assert not window.table["show_code"].isChecked()
    window.table["show_code"].trigger()
    assert part(window).pane.isVisible()
    assert window.session.preferences.text("code") == "on"
    window.table["show_code"].trigger()
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: window.centre.width() > 1100)
    assert part(window).pane.isHidden()


def test_the_network_then_the_selected_block(wide: MainWindow) -> None:
    view = part(wide).pane.view
    assert "class MobileNetV2(nn.Module):" in view.toPlainText()
    wide.session.document.selection.select("stages.5.1")
    assert "class InvertedResidual(nn.Module):" in view.toPlainText()
    assert view.toPlainText().startswith("STAGES = {")
    assert lines(wide, view.lit()[0]) == ['"5": (6, 96, 3, "1"),']
    assert part(wide).pane.row.text().startswith("MobileNetV2, Table 2: input 14² × 64 · ")


def test_a_selected_layer_has_its_line_lit(wide: MainWindow) -> None:
    wide.session.document.selection.select("stages.5.1.project")
    lit = lines(wide, part(wide).pane.view.lit()[0])
    assert any(line.startswith("self.project = ConvNormAct(") for line in lit)
    assert "y = self.project(y)  # N×C'×H/s×W/s" in lit


def test_a_changed_knob_lights_its_lines_and_says_what_changed(wide: MainWindow) -> None:
    wide.session.document.selection.select("stages.5.1")
    change(wide, "expansion", 4, "stages.5")
    view = part(wide).pane.view
    assert "hidden = in_channels * block.expansion" in lines(wide, view.lit()[1])
    assert set(view.notes().values()) == {"t: 6 → 4"}
    assert "hidden = in_channels * block.expansion" in lines(wide, frozenset(view.notes()))
    change(wide, "expansion", 3, "stages.5")
    assert set(view.notes().values()) == {"t: 6 → 3"}
    wide.session.document.stack.undo()
    wide.session.document.stack.undo()
    wide.session.document.accept(PLAIN, analysis(PLAIN))
    assert view.notes() == {}


def test_a_knob_that_governs_no_line_here_says_where_it_is_read(wide: MainWindow, qtbot: QtBot) -> None:
    wide.session.document.selection.select("stages.5.1")
    change(wide, "repeats", 4, "stages.5")
    link, view = part(wide).pane.elsewhere, part(wide).pane.view
    assert link.isVisible()
    assert "models/mobilenet_v2.py" in link.full
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert "repeated(stage.repeats, stage.depth)" in view.toPlainText()
    wide.table["code_back"].trigger()
    assert "class InvertedResidual(nn.Module):" in view.toPlainText()
    change(wide, "resolution", 192)
    assert "no line" in link.full
    assert not link.isEnabled()
    change(wide, "expansion", 4)
    assert link.isHidden()


def test_a_drag_scrolls_once(wide: MainWindow) -> None:
    wide.session.document.selection.select("stages.5.1")
    view, held = part(wide).pane.view, wide.session.document
    view.setFixedHeight(150)
    held.set_knob("expansion", 4, "stages.5", gesture=7)
    held.accept(held.recipe, analysis(held.recipe))
    assert view.verticalScrollBar().value() > 0
    view.verticalScrollBar().setValue(0)
    held.set_knob("expansion", 3, "stages.5", gesture=7)
    held.accept(held.recipe, analysis(held.recipe))
    assert view.verticalScrollBar().value() == 0


def test_the_tables_row_says_what_its_value_became(wide: MainWindow) -> None:
    wide.session.document.selection.select("stages.5")
    change(wide, "channels", 64, "stages.5")
    view = part(wide).pane.view
    assert '"5": (6, 96, 3, "1"),' in lines(wide, frozenset(p for p, note in view.notes().items() if note == "c: 96 → 64"))


def test_a_line_selects_what_it_makes(wide: MainWindow) -> None:
    wide.session.document.selection.select("stages.5.1")
    view = part(wide).pane.view
    go_to(wide, "self.project = ")
    view.setFocus()
    view.keyPressEvent(_enter())
    assert wide.session.document.selection.node == "stages.5.1.project"


def test_a_row_of_the_table_selects_its_stage(wide: MainWindow) -> None:
    go_to(wide, '"3": (6, 32')
    part(wide).pane.view.keyPressEvent(_enter())
    assert wide.session.document.selection.node == "stages.3"


def test_a_click_on_a_line_does_the_same(wide: MainWindow, qtbot: QtBot) -> None:
    view = part(wide).pane.view
    go_to(wide, '"4": (6, 64', "(6, 64")
    at = view.cursorRect().center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert wide.session.document.selection.node == "stages.4"


def test_a_name_leads_to_its_class_and_back(wide: MainWindow) -> None:
    wide.session.document.selection.select("stages.5.1")
    view, pane = part(wide).pane.view, part(wide).pane
    assert not wide.table["code_back"].isEnabled()
    go_to(wide, "self.project = ", "ConvNormAct")
    view.keyPressEvent(_enter())
    assert view.toPlainText().startswith("class ConvNormAct(nn.Sequential):")
    assert pane.file.text() == "models/blocks.py"
    assert wide.session.document.selection.node == "stages.5.1"
    wide.table["code_back"].trigger()
    assert "class InvertedResidual(nn.Module):" in view.toPlainText()
    assert not wide.table["code_back"].isEnabled()


def test_the_page_is_copied(wide: MainWindow, qtbot: QtBot) -> None:
    pane = part(wide).pane
    qtbot.mouseClick(pane.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == pane.view.toPlainText()


def test_it_is_read_only_and_numbers_are_those_of_the_file(wide: MainWindow) -> None:
    view = part(wide).pane.view
    assert view.isReadOnly()
    assert view.page is not None
    first = view.page.lines[0]
    text = Path(part(wide).session.source.book.path(first.file)).read_text(encoding="utf-8")  # type: ignore[union-attr]
    assert text.splitlines()[first.number - 1] == first.text


def test_an_answer_for_another_preset_is_not_shown(wide: MainWindow) -> None:
    before = part(wide).pane.view.toPlainText()
    wide.session.document.open_preset("mobilenet_v1")
    recipe = wide.session.document.recipe
    wide.session.document.accept(recipe, analysis(recipe))
    assert part(wide).pane.view.toPlainText() == before  # until the engine has answered
    wide.session.source.book = SourceBook(document(recipe))
    wide.session.source.arrived.emit()
    assert "class MobileNetV1(nn.Module):" in part(wide).pane.view.toPlainText()


@pytest.mark.parametrize(("theme", "look"), [(LIGHT, LIGHT_CODE), (DARK, DARK_CODE)], ids=["light", "dark"])
def test_every_ink_can_be_read_on_every_ground(theme: Theme, look: CodeColours) -> None:
    for ground in (theme.panel, look.selected, look.governed):
        for ink in (*look.inks.values(), theme.text, look.note):
            assert contrast(ink, ground) >= 4.5, f"{ink} on {ground}"


def _enter() -> Any:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)


def test_a_drag_repaints_the_lines_whose_words_move_and_no_others(wide: MainWindow, qtbot: QtBot) -> None:
    change(wide, "alpha", 0.9)
    view = part(wide).pane.view
    assert view.notes()
    painted: list[QRect] = []

    class Watcher(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                painted.append(event.rect())
            return False

    watcher = Watcher()
    QApplication.processEvents()
    view.viewport().installEventFilter(watcher)
    change(wide, "alpha", 0.8)
    QApplication.processEvents()
    assert painted
    line = view.fontMetrics().lineSpacing()
    span = max(view.notes()) - min(view.notes()) + 1
    assert max(part.height() for part in painted) <= span * line + line < view.viewport().height()
