"""Find anything: every action, preset, tab and knob is reached by typing; what cannot be done says why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from explorer.core.actions import ACTIONS
from explorer.core.palette import ACTION, KNOB, PRESET, SORT, Entry
from explorer.core.recipe import Recipe
from explorer.views.palette import Palette
from explorer.views.window import MainWindow


def typed(window: MainWindow, qtbot: QtBot, text: str) -> Palette:
    """The palette, opened by its key, with this in its field."""
    palette = window.palette_part.palette
    window.table["palette"].trigger()
    qtbot.waitUntil(palette.isVisible)
    qtbot.keyClicks(palette.field, text)
    return palette


def rows(palette: Palette) -> list[Entry]:
    return palette.model.entries


def test_every_action_is_found_by_its_own_words(window: MainWindow) -> None:
    for row in ACTIONS:
        if row.id != "palette":
            found = window.palette_part.found(window.table[row.id].text())
            assert row.id in [entry.key for entry in found if entry.kind == ACTION][:3], row.id


def test_every_preset_is_the_first_of_what_its_name_finds(window: MainWindow) -> None:
    for preset in window.session.catalogue.presets():
        found = [entry for entry in window.palette_part.found(f"open {preset}") if entry.kind == PRESET]
        assert found[0].key == preset


def test_every_knob_of_the_open_architecture_is_found_by_name_symbol_and_title(window: MainWindow) -> None:
    architecture = window.knobs.architecture()
    assert architecture is not None
    for name, spec in architecture.knobs.items():
        for words in filter(None, (name, spec.symbol, spec.title)):
            assert name in [entry.key for entry in window.palette_part.found(words) if entry.kind == KNOB], (name, words)


def test_a_knob_is_set_by_typing_it(window: MainWindow, qtbot: QtBot) -> None:
    palette = typed(window, qtbot, "alpha 0.5")
    assert rows(palette)[0].text == "width α → 0.5"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    document = window.session.document
    assert document.recipe == Recipe.of("mobilenet_v2", {"alpha": 0.5})
    assert document.stack.undoText() == "width α 0.5"
    assert palette.isHidden()


def test_a_knob_acts_where_the_knobs_act(window: MainWindow, qtbot: QtBot) -> None:
    window.session.document.selection.select("stages.3")
    palette = typed(window, qtbot, "t 4")
    assert rows(palette)[0].detail == "Stage 3"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.session.document.recipe == Recipe.of("mobilenet_v2", {}, {"stages.3": {"expansion": 4}})


def test_a_knob_without_a_value_takes_the_cursor_to_its_field(window: MainWindow, qtbot: QtBot) -> None:
    window.docks["left"].hide()
    palette = typed(window, qtbot, "resolution")
    assert rows(palette)[0].detail == "224 px · Network"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.selectedText() == "224 px"
    assert window.docks["left"].isVisible()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("groups 7", "divide"), ("alpha 9", "allowed: 0.1 to 2"), ("redo", "Nothing to redo."), ("se yes", "allowed"),
        ("resolution 224", "it is 224 px already"), ("open mobilenet_v2", "this preset is open, as printed"),
        ("activation project tanh", "allowed: none, relu"),
    ],
)
def test_what_cannot_be_done_says_why_and_does_nothing(window: MainWindow, qtbot: QtBot, text: str, words: str) -> None:
    palette = typed(window, qtbot, text)
    told = palette.model.data(palette.model.index(0), Qt.ItemDataRole.ToolTipRole)
    before = window.session.document.recipe
    assert rows(palette)[0].why_not
    assert words in str(told)
    palette.list.setCurrentIndex(palette.model.index(0))
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert window.session.document.recipe == before


def test_a_knob_that_the_selection_lacks_says_where_it_is(window: MainWindow) -> None:
    window.session.document.selection.select("stages.3.1")
    row = next(entry for entry in window.palette_part.found("resolution") if entry.kind == KNOB)
    assert row.why_not[0].startswith("not a knob of {0}")
    assert row.why_not[1] == "Block 3.1"


def test_arrows_move_round_escape_leaves_and_the_keyboard_goes_back(window: MainWindow, qtbot: QtBot) -> None:
    window.centre.graph.setFocus()
    palette = typed(window, qtbot, "colour by")
    assert [entry.key for entry in rows(palette)][:2] == ["colour_macs", "colour_params"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == len(rows(palette)) - 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert window.focusWidget() is window.centre.graph


def test_a_tab_is_shown_and_an_action_is_done(window: MainWindow, qtbot: QtBot) -> None:
    window.docks["bottom"].hide()
    qtbot.keyClick(typed(window, qtbot, "show layers").field, Qt.Key.Key_Return)
    assert window.docks["bottom"].isVisible()
    assert window.bottom.tabs.tabText(window.bottom.tabs.currentIndex()) == "Layers"
    qtbot.keyClick(typed(window, qtbot, "colour kind").field, Qt.Key.Key_Return)
    assert window.centre.colour == "kind"


def test_the_model_keeps_qts_rules_and_reads_aloud(window: MainWindow, qtbot: QtBot) -> None:
    palette = typed(window, qtbot, "redo")
    QAbstractItemModelTester(palette.model)
    index = palette.model.index(0)
    assert palette.model.rowCount(index) == 0
    assert palette.model.rowCount(QModelIndex()) == len(rows(palette))
    assert palette.model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Redo, Nothing to redo."


def test_a_table_is_sorted_without_a_mouse(window: MainWindow, qtbot: QtBot) -> None:
    assert not [entry for entry in window.palette_part.found("sort by") if entry.kind == SORT]
    window.bottom.tabs.setCurrentIndex(1)
    table = window.bottom.layers.table
    titles = [table.model().headerData(i, Qt.Orientation.Horizontal) for i in range(table.model().columnCount())]
    column = titles.index("MACs")

    def first() -> str:
        return str(table.model().index(0, column).data())

    for best in ("20,070,400", "0"):  # the costliest layer of MobileNetV2; then, turned round, one without a cost
        before = first()
        palette = typed(window, qtbot, "sort by macs")
        assert rows(palette)[0].text == "Sort by MACs"
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        assert first() != before
        assert first() == best
