"""What a window made anew takes over from the one before it: everything that the user set and that no session object holds.

Both windows were made by the same code for the same session, so their widgets stand in the same order. Where the pairs differ
in value (a tab, a text typed, a column's width, a marked row, a place scrolled to), the new one is set as if the user had done
it. What shows the session's own state is equal already, and nothing is set.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QSplitter,
    QTabBar,
    QWidget,
)

from explorer.views.chart import Chart
from explorer.views.chart_frame import ChartFrame
from explorer.views.graph import GraphView


def pairs(old: QWidget, new: QWidget) -> Iterator[tuple[QWidget, QWidget]]:
    """The widgets of two windows that stand in the same place; windows of their own and menus are left out."""
    yield old, new
    for kind in dict.fromkeys((type(each), each.objectName()) for each in _children(old)):
        mine, theirs = ([w for w in _children(side) if (type(w), w.objectName()) == kind] for side in (old, new))
        for first, second in zip(mine, theirs, strict=False):  # what one of them has more of has no like
            yield from pairs(first, second)


def carry(old: QWidget, new: QWidget) -> None:
    """Tabs, switches and texts first, since others show by them; then what lies within."""
    both = list(pairs(old, new))
    for first, second in both:
        _choose(first, second)
    for first, second in both:
        _arrange(first, second)
    for first, second in both:
        _mark(first, second)
    focused = old.focusWidget()
    for first, second in both:
        if first is focused:
            second.setFocus()


def carry_places(old: QWidget, new: QWidget) -> None:
    """Where one had scrolled to; when the new window has been laid out."""
    for first, second in pairs(old, new):
        if isinstance(first, GraphView) and isinstance(second, GraphView):
            second.setTransform(first.transform())
        if isinstance(first, Chart) and isinstance(second, Chart) and first.plot is not None and first.plot.view.zoomed:
            second.make().view.setRange(rect=first.plot.view.viewRect(), padding=0)
        if isinstance(first, QAbstractScrollArea) and isinstance(second, QAbstractScrollArea):
            second.horizontalScrollBar().setValue(first.horizontalScrollBar().value())
            second.verticalScrollBar().setValue(first.verticalScrollBar().value())
        if isinstance(first, GraphView) and isinstance(second, GraphView):
            second.moved.emit()


def _children(widget: QWidget) -> list[QWidget]:
    return [c for c in widget.children() if isinstance(c, QWidget) and not c.isWindow() and not isinstance(c, QMenu)]


def _choose(old: QWidget, new: QWidget) -> None:
    """What one clicks or types."""
    if isinstance(old, QTabBar) and isinstance(new, QTabBar):
        new.setCurrentIndex(old.currentIndex())
    elif isinstance(old, QAbstractButton) and isinstance(new, QAbstractButton):
        _press(old, new)
    elif isinstance(old, QComboBox) and isinstance(new, QComboBox):
        if old.currentIndex() != new.currentIndex() and old.currentIndex() < new.count():
            new.setCurrentIndex(old.currentIndex())
            new.activated.emit(new.currentIndex())
    elif isinstance(old, QSpinBox) and isinstance(new, QSpinBox):
        new.setValue(old.value())
    elif isinstance(old, QLineEdit) and isinstance(new, QLineEdit) and old.text() != new.text():
        new.setText(old.text())
        new.textEdited.emit(new.text())
    if isinstance(old, GraphView) and isinstance(new, GraphView):
        new.set_unfolded(old.unfolded())
        new.set_opened(old.opened())
    if isinstance(old, ChartFrame) and isinstance(new, ChartFrame):
        new.show_table(old.twin is not None)
        chosen = {option.name: option.on for option in old.options()}
        for option in new.options():
            if chosen.get(option.name, option.on) != option.on and (chosen[option.name] or not option.group):
                option.choose(chosen[option.name])


def _press(old: QAbstractButton, new: QAbstractButton) -> None:
    if not old.isCheckable() or old.isChecked() == new.isChecked():
        return
    group = new.group()
    if group is not None and group.exclusive() and not old.isChecked():
        return  # another one of the group is pressed for it
    new.click()


def _arrange(old: QWidget, new: QWidget) -> None:
    """Widths that one drags, and orders that one sorts by."""
    if isinstance(old, QSplitter) and isinstance(new, QSplitter):
        new.restoreState(old.saveState())
    if isinstance(old, QHeaderView) and isinstance(new, QHeaderView) and old.count() == new.count():
        new.restoreState(old.saveState())


def _mark(old: QWidget, new: QWidget) -> None:
    """Marked rows, where the new table has as many, and the cursor of a text."""
    if isinstance(old, QAbstractItemView) and isinstance(new, QAbstractItemView):
        _mark_rows(old, new)
    elif isinstance(old, QPlainTextEdit) and isinstance(new, QPlainTextEdit) and old.toPlainText() == new.toPlainText():
        cursor, before = new.textCursor(), old.textCursor()
        cursor.setPosition(before.anchor())
        cursor.setPosition(before.position(), cursor.MoveMode.KeepAnchor)
        if cursor.position() != new.textCursor().position() or cursor.anchor() != new.textCursor().anchor():
            new.setTextCursor(cursor)


def _size(model: QAbstractItemModel) -> tuple[int, int]:
    """Rows and columns; a list's one column cannot be asked for."""
    top = QModelIndex()
    return model.rowCount(top), 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)


def _mark_rows(old: QAbstractItemView, new: QAbstractItemView) -> None:
    before: QAbstractItemModel | None = old.model()  # a view without rows has none yet
    after: QAbstractItemModel | None = new.model()
    if before is None or after is None or _size(before) != _size(after):
        return
    marks, target, top = old.selectionModel(), new.selectionModel(), QModelIndex()
    wanted = {(i.row(), i.column()) for i in marks.selectedIndexes()}
    if wanted != {(i.row(), i.column()) for i in target.selectedIndexes()}:
        target.clearSelection()
        for row, column in sorted(wanted):
            target.select(after.index(row, column, top), QItemSelectionModel.SelectionFlag.Select)
    here = marks.currentIndex()
    if here.isValid() and not here.parent().isValid():
        target.setCurrentIndex(after.index(here.row(), here.column(), top), QItemSelectionModel.SelectionFlag.NoUpdate)
