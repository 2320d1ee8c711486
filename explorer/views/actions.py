"""The table of actions as QActions: texts, keys, tooltips that say why not, and the menus made of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from explorer.core.actions import ACTIONS, BY_ID, MENUS
from explorer.views.words import action_text


class Actions:
    """Every action by its id, owned by the window so that its keys work everywhere in it."""

    def __init__(self, window: QWidget) -> None:
        self._all: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for row in ACTIONS:
            action = QAction(action_text(row.text), window)
            action.setObjectName(f"action.{row.id}")
            action.setShortcuts([QKeySequence(k) for k in row.keys])
            action.setCheckable(row.toggle or bool(row.choice))
            if row.choice:
                groups.setdefault(row.choice, QActionGroup(window)).addAction(action)
            self._all[row.id] = action
            window.addAction(action)
        self._allowed: dict[str, bool] = {}
        for needs in {row.needs for row in ACTIONS}:
            self.allow(needs, possible=not needs)

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def connect(self, handlers: dict[str, Callable[[], object]]) -> None:
        """What each action does."""
        for name, handler in handlers.items():
            self._all[name].triggered.connect(lambda _on=False, run=handler: run())

    def allow(self, needs: str, *, possible: bool) -> None:
        """A condition of the table holds or not: its actions follow, and say why not."""
        if self._allowed.get(needs) == possible:
            return
        self._allowed[needs] = possible
        for row in ACTIONS:
            if row.needs == needs:
                self._all[row.id].setEnabled(possible)
                self.explain(row.id, "" if possible else action_text(row.why_not))

    def explain(self, name: str, why_not: str = "", sentence: str = "") -> None:
        """Tooltip: what it does and its keys, or why it cannot."""
        row = BY_ID[name]
        keys = QKeySequence(row.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if row.keys else ""
        tip = why_not or sentence or action_text(row.sentence)
        tip = f"{tip} ({keys})" if keys else tip
        if self._all[name].toolTip() != tip:
            self._all[name].setToolTip(tip)

    def menu(self, parent: QWidget) -> QMenu:
        """All menus as one."""
        whole = QMenu(parent)
        whole.setToolTipsVisible(True)
        for name in MENUS:
            part = whole.addMenu(action_text(name))
            part.setToolTipsVisible(True)
            for row in ACTIONS:
                if row.menu == name:
                    if row.begins_group:
                        part.addSeparator()
                    part.addAction(self._all[row.id])
        return whole
