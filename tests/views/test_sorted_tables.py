"""Tables that are sorted and marked: the arrow never lies on a title, Ctrl+A means the rows of the table that has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QMessageBox, QTableView
from pytestqt.qtbot import QtBot

from explorer.views.bottom import COMPARE, LAYERS
from explorer.views.theme import LIGHT
from explorer.views.window import MainWindow
from tests.views.comparing import THIN, pin
from tests.views.making import PLAIN


@pytest.fixture(autouse=True)
def _leave_unsaved(window: MainWindow) -> None:
    window.files.ask_unsaved = lambda _parent, _name: QMessageBox.StandardButton.Discard


def ink(header: QHeaderView, section: int) -> tuple[list[int], list[int]]:
    """Columns of pixels of a section's picture that have ink of the arrow (the accent), and of the title (dim)."""
    place = QRect(header.sectionViewportPosition(section), 0, header.sectionSize(section), header.height())
    picture = header.grab(place).toImage()
    arrow, title = [], []
    for x in range(picture.width()):
        colours = [picture.pixelColor(x, y) for y in range(picture.height() - 2)]
        blue = [c for c in colours if c.blue() - c.red() > 60]
        grey = [c for c in colours if c.blue() - c.red() <= 60 and c.lightness() < 190]
        arrow += [x] if blue else []
        title += [x] if grey else []
    assert QColor(LIGHT.accent).blue() - QColor(LIGHT.accent).red() > 60
    return arrow, title


def test_the_arrow_of_a_sorted_table_lies_on_no_title(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(3000, 900)
    window.show()
    qtbot.waitExposed(window)
    pin(window, PLAIN, "plain")
    tables = [table for table in window.findChildren(QTableView) if table.isSortingEnabled()]
    assert {table.objectName() for table in tables} >= {"layers.table", "compare.table"}
    for page, name in ((LAYERS, "layers.table"), (COMPARE, "compare.table")):
        window.bottom.tabs.setCurrentIndex(page)
        table = next(each for each in tables if each.objectName() == name)
        header = table.horizontalHeader()
        for place in range(table.model().columnCount()):
            end = header.sectionViewportPosition(place) + header.sectionSize(place)
            if table.isColumnHidden(place) or end > header.viewport().width():
                continue
            table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
            nothing, whole = ink(header, place)
            assert nothing == []
            for order in Qt.SortOrder:
                table.sortByColumn(place, order)
                arrow, title = ink(header, place)
                words = (name, table.model().headerData(place, Qt.Orientation.Horizontal), arrow, title)
                assert len(arrow) >= 5, words
                assert not title or max(title) < min(arrow), words
                assert len(title) == len(whole), (words, "the title is cut")


def test_ctrl_a_marks_the_rows_of_the_table_with_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    window.show()
    qtbot.waitExposed(window)
    for recipe, name in ((PLAIN, "plain"), (THIN, "thin")):
        pin(window, recipe, name)
    window.session.document.selection.select("")
    for page, table in ((LAYERS, window.bottom.layers.table), (COMPARE, window.bottom.compare.table)):
        window.bottom.tabs.setCurrentIndex(page)
        table.setFocus()
        qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        assert len(table.selectionModel().selectedRows()) == table.model().rowCount(), table.objectName()
        assert window.session.document.selection.nodes == (), table.objectName()
