"""A single layer measured by itself: the entries of its box's menu, and the button in the inspector."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu, QToolButton

from explorer.core.micro import OVER, quantities
from explorer.session.session import Session
from explorer.views.layer_tools import popup_menu
from explorer.views.widgets import mark

MOST = 64  # of equal layers that a box may stand for
SHAPE = ("type", "input", "output", "kernel", "stride", "groups", "params")


def selected_layer(session: Session) -> Mapping[str, Any] | None:
    """The row of the selected layer, where that is a convolution or linear layer that runs; of several of one shape (a folded
    box stands for all of them) the primary one's.
    """
    document = session.document
    path, nodes = document.selection.node, set(document.selection.nodes)
    if document.analysis is None or not path or len(nodes) > MOST:
        return None
    rows = [row for row in document.analysis["layers"] if row["path"] in nodes]
    alike = len(rows) == len(nodes) and len({str([row.get(name) for name in SHAPE]) for row in rows}) == 1
    row = next((row for row in rows if row["path"] == path), None)
    return row if alike and row is not None and quantities(row) else None


def add_micro(menu: QMenu, session: Session) -> bool:
    """A submenu that measures the selected layer over what can be varied of it; whether there is one."""
    row = selected_layer(session)
    if row is None:
        return False
    inner = menu.addMenu(QCoreApplication.translate("micro", "Measure this layer over"))
    inner.setObjectName("menu.micro")
    inner.setToolTipsVisible(True)
    _fill(inner, session, row)
    return True


def _fill(menu: QMenu, session: Session, row: Mapping[str, Any]) -> None:
    recipe, path = session.document.accepted or session.document.recipe, str(row["path"])
    for over in quantities(row):
        action = menu.addAction(QCoreApplication.translate("micro", OVER[over]))
        action.setObjectName(f"micro.{over}")
        action.setToolTip(
            QCoreApplication.translate("micro", "The layer alone, with its own input; its own shape in the middle, all in turn.")
        )
        action.triggered.connect(lambda _on=False, over=over: session.turns.ask_micro(recipe, path, over))


class MicroButton(QToolButton):
    """In the inspector; seen while such a layer is selected."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("inspector.micro")
        self.session = session
        self.setText(self.tr("Measure this layer over ▾"))
        self.setToolTip(self.tr("The layer by itself over its groups, channels or kernel, measured in turn"))
        self.setAccessibleName(self.tr("Measure this layer by itself"))
        mark(self, "pill")
        mark(self, "small")
        self.clicked.connect(lambda: self.menu_of_layer().popup(self.mapToGlobal(QPoint(0, self.height() + 2))))
        for signal in (session.document.selection.changed, session.document.selection.nodes_changed, session.document.analysed):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Seen or not."""
        node = self.session.document.selection.node
        there = bool(node) and selected_layer(self.session) is not None
        if there == self.isHidden():
            self.setVisible(there)

    def menu_of_layer(self) -> QMenu:
        """What it can be measured over."""
        menu, row = popup_menu(self), selected_layer(self.session)
        if row is not None:
            _fill(menu, self.session, row)
        return menu
