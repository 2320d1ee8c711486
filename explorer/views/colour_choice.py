"""What colours the graph: a button for each quantity, or, where there is little room, one button with a menu of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QToolButton, QWidget

from explorer.views.theme import SMALL_PX
from explorer.views.widgets import label, mark


class ColourChoice(QWidget):
    """One of several actions that exclude each other; ``actions`` and their short texts by quantity.

    Signals: chosen(quantity).
    """

    chosen = Signal(str)

    def __init__(self, actions: Mapping[str, tuple[QAction, str]]) -> None:
        super().__init__()
        self.setObjectName("colours")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._title = label(self.tr("Colour"), pixels=SMALL_PX, ink="dim")
        row.addWidget(self._title)
        self._menu = QMenu(self)
        self._group = QButtonGroup(self)
        self._texts = {name: text for name, (_, text) in actions.items()}
        self._actions = {name: action for name, (action, _) in actions.items()}
        for name, (action, text) in actions.items():
            action.setIconText(text)
            button = self._button(f"colour.{name}")
            button.setDefaultAction(action)
            button.setAccessibleName(action.text())
            self._group.addButton(button)
            row.addWidget(button)
            self._menu.addAction(action)
            action.triggered.connect(lambda _on=False, by=name: self.chosen.emit(by))
        self._compact = self._button("colour.menu")
        self._compact.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._compact.setMenu(self._menu)
        self._compact.setToolTip(self.tr("What the colours of the boxes mean."))
        row.addWidget(self._compact)
        self.show_narrow(narrow=False)

    def show_narrow(self, *, narrow: bool) -> None:
        """One button instead of all."""
        for button in self._group.buttons():
            button.setVisible(not narrow)
        self._title.setVisible(not narrow)
        self._compact.setVisible(narrow)

    def rename(self, name: str, text: str, tip: str) -> None:
        """Another short text for one of them (what is counted has another name now), and what it means in full."""
        action = self._actions[name]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tip = f"{tip} ({keys})" if keys else tip
        if text != self._texts[name] or tip != action.toolTip():
            was_shown = self._compact.text() == self.tr("Colour: {0} ▾").format(self._texts[name])
            self._texts[name] = text
            action.setIconText(text)
            action.setToolTip(tip)
            if was_shown:
                self.show_choice(name)

    def show_choice(self, name: str) -> None:
        """Which one is on."""
        self._compact.setText(self.tr("Colour: {0} ▾").format(self._texts.get(name, name)))
        self._compact.setAccessibleName(self._compact.text().removesuffix(" ▾"))

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        mark(button, "pill")
        mark(button, "small")
        return button
