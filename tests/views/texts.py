"""Every text that a window holds, with where it stands; and which words of it belong to no language's sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDockWidget,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from explorer.views.chart_frame import ChartFrame
from explorer.views.widgets import Figure

ROWS = 12  # of a table: its texts repeat
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
HANGUL = re.compile(r"[가-힣]")
WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")
RUN = re.compile(r"[A-Za-z][a-z'’]+(?: [a-z'’]+){2,}")


def texts(top: QWidget) -> Iterator[tuple[str, str]]:
    """(where, text) of a window, its widgets, actions and tables."""
    for action in top.findChildren(QAction):
        yield from ((f"action {action.objectName()}", text) for text in (action.text(), action.toolTip()))
    for widget in [top, *top.findChildren(QWidget)]:
        where = f"{type(widget).__name__} {widget.objectName()}"
        for text in (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()):
            yield where, text
        yield from ((where, text) for text in _own(widget))


def _own(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton | Figure):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(i) for i in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(i) for i in range(widget.count()))
    elif isinstance(widget, QMenu | QDockWidget | QGroupBox):
        yield widget.title() if isinstance(widget, QMenu | QGroupBox) else widget.windowTitle()
    elif isinstance(widget, QAbstractSpinBox):
        yield widget.specialValueText()
    elif isinstance(widget, QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, ChartFrame):
        yield from (widget.title, widget.empty, *(option.text for option in widget.options()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget.model())


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    top = QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    for column in range(columns):
        for role in ROLES:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
            for row in range(min(model.rowCount(top), ROWS)):
                yield str(model.data(model.index(row, column, top), role) or "")


def english_words(text: str, allowed: frozenset[str]) -> list[str]:
    """The words of a text in Latin letters that are not allowed; in a Korean text those that stand three in a row, as in a
    sentence. Paths and names with digits or signs are no words."""
    if HANGUL.search(text):
        return [word for run in RUN.findall(text) for word in WORD.findall(run) if word.lower() not in allowed]
    left = re.sub(r"\S*[\d_/\\=:·.@×<>]\S*", " ", text)
    return [word for word in WORD.findall(left) if word.lower() not in allowed]
