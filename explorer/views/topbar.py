"""The bar at the top: menu, name, undo, redo, the open preset, and the few things one does most."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton

from explorer.core.catalogue import Catalogue
from explorer.session.document import Document
from explorer.views.actions import Actions
from explorer.views.theme import LARGE_PX
from explorer.views.widgets import label, mark

WIDE_PX = 1400  # from here on what one can also do by keys has a button


class TopBar(QFrame):
    """Signals: preset_chosen(name) from the menu of the open architecture's presets."""

    preset_chosen = Signal(str)

    def __init__(self, document: Document, actions: Actions, catalogue: Catalogue) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setFixedHeight(44)
        self.document = document
        self.catalogue = catalogue
        self.actions_table = actions
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        menu = self._button("menu", "☰", self.tr("Menu (Alt+M)"))
        menu.setShortcut("Alt+M")
        menu.setMenu(actions.menu(menu))
        menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row.addWidget(menu)
        row.addWidget(label(self.tr("Architecture Explorer"), pixels=LARGE_PX, bold=True))
        row.addSpacing(8)
        for name, sign in (("undo", "↶"), ("redo", "↷")):
            row.addWidget(self._action_button(name, sign))
        self.preset = self._button("preset", "", self.tr("The open preset; the menu has its sister variants"))
        self.preset.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.preset_menu = QMenu(self.preset)
        self.preset_menu.aboutToShow.connect(self._fill_presets)
        self.preset.setMenu(self.preset_menu)
        row.addWidget(self.preset)
        row.addWidget(self._action_button("pin", self.tr("Pin")))
        row.addWidget(self._action_button("open", self.tr("Open…")))
        row.addWidget(self._action_button("save", self.tr("Save")))
        row.addStretch(1)
        self.wide = [
            self._action_button("palette", self.tr("Find anything  Ctrl+K")), self._action_button("present", self.tr("Present")),
        ]
        for button in self.wide:
            row.addWidget(button)
        row.addWidget(self._action_button("sweep", self.tr("Sweep…")))
        row.addWidget(self._action_button("measure", self.tr("Measure ▶")))
        export = self._action_button("export", self.tr("Export…"))
        mark(export, "primary")
        row.addWidget(export)
        document.recipe_changed.connect(self.refresh)
        document.file_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Name, file and whether it is edited."""
        recipe, path = self.document.recipe, self.document.path
        name = f"{path.name} ({recipe.preset})" if path else recipe.preset
        edited = self.tr(" · edited") if (self.document.is_modified() if path else recipe.edited()) else ""
        text = f"{name}{edited} ▾"
        if self.preset.text() != text:
            self.preset.setText(text)
            self.preset.setAccessibleName(f"{name}{edited}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in self.wide:
            button.setVisible(self.width() >= WIDE_PX)

    def set_catalogue(self, catalogue: Catalogue) -> None:
        """The engine's own catalogue replaces the committed one."""
        self.catalogue = catalogue

    def _button(self, name: str, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"top.{name}")
        mark(button, "pill")
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        return button

    def _action_button(self, name: str, text: str) -> QToolButton:
        action = self.actions_table[name]
        button = self._button(name, text, action.toolTip())
        button.setAccessibleName(action.text())
        button.clicked.connect(action.trigger)

        def follow() -> None:  # not setDefaultAction: an undo step's name must not lay the bar out anew at each move
            button.setEnabled(action.isEnabled())
            if button.toolTip() != action.toolTip():
                button.setToolTip(action.toolTip())

        action.changed.connect(follow)
        follow()
        return button

    def _fill_presets(self) -> None:
        self.preset_menu.clear()
        architecture = self.catalogue.architecture(self.document.recipe.preset)
        for preset in architecture.presets if architecture else ():
            action = self.preset_menu.addAction(f"{preset.name}    {preset.source}")
            action.triggered.connect(lambda _on=False, name=preset.name: self.preset_chosen.emit(name))
        self.preset_menu.addSeparator()
        self.preset_menu.addAction(self.actions_table["back_to_preset"])
        self.preset_menu.addAction(self.actions_table["save_as"])
