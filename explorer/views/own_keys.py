"""Keys that a part of the window answers itself although the window has an action for them."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def claims_select_all(event: QEvent) -> bool:
    """Whether this asks if Ctrl+A is the table's own key. It is then: all of its rows where the focus is here, not all blocks."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    mine = event.matches(QKeySequence.StandardKey.SelectAll)
    if mine:
        event.accept()
    return mine
