"""What stands beside the tabs while the layer table is seen: its filter, what came of it, and the buttons of its menus."""

from __future__ import annotations

import html

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from explorer.core.query import HELP
from explorer.views.theme import TINY_PX, font
from explorer.views.widgets import Figure, mark


def popup_menu(parent: QWidget) -> QMenu:
    """A menu that shows its tooltips and goes when it is closed."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


class FilterField(QLineEdit):
    """Where a query is typed. Down goes into the table, Escape empties it.

    Signals: left() towards the table.
    """

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class LayerTools(QWidget):
    """Filter, its result, two buttons.

    Signals: typed(query), left() towards the table, columns_asked(where), copying_asked(where): where a menu is to open.
    """

    typed = Signal(str)
    left = Signal()
    columns_asked = Signal(QPoint)
    copying_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.found = Figure(TINY_PX, right=True, mark="dim")
        self.found.setObjectName("layers.found")
        self.found.setMinimumWidth(160)
        self.filter = FilterField()
        self.filter.setObjectName("layers.filter")
        self.filter.setFont(font())
        self.filter.setPlaceholderText(self.tr("Filter: dw stride=2, macs>5%, -bn"))
        self.filter.setAccessibleName(self.tr("Filter the layers"))
        self.filter.setToolTip(query_help())
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(250)
        self.filter.textChanged.connect(self.typed)
        self.filter.left.connect(self.left)
        self.columns_button, self.copy_button = QToolButton(), QToolButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.found, 1)
        row.addWidget(self.filter)
        for button, name, text, tip, asked in (
            (self.columns_button, "layers.columns", self.tr("Columns"),
             self.tr("Which columns are shown; also by a right click on the titles"), self.columns_asked),
            (self.copy_button, "layers.copy", self.tr("Copy, save"),
             self.tr("The layers as CSV, Markdown or LaTeX, with rule, recipe and units"), self.copying_asked),
        ):
            button.setObjectName(name)
            button.setText(text)
            button.setToolTip(tip)
            mark(button, "pill")
            mark(button, "small")
            button.clicked.connect(
                lambda _on=False, at=button, said=asked: said.emit(at.mapToGlobal(QPoint(0, at.height() + 2)))
            )
            row.addWidget(button)


def query_help() -> str:
    """The filter language as a table of examples, for a tooltip."""
    texts = [(html.escape(example), html.escape(QCoreApplication.translate("query", words))) for example, words in HELP]
    rows = "".join(f"<tr><td><b>{example}</b>&nbsp;&nbsp;</td><td>{words}</td></tr>" for example, words in texts)
    return f"<table>{rows}</table>"
