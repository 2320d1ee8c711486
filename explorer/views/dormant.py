"""Overrides that act on nothing at present: their block is not there, or does not use the knob. They stay in the recipe."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from explorer.core.catalogue import ArchitectureSpec
from explorer.core.recipe import Value
from explorer.session.document import Document
from explorer.views.theme import TINY_PX
from explorer.views.widgets import label, mark
from explorer.views.words import knob_short

Row = tuple[str, str, Value]


class DormantList(QWidget):
    """One line each: ``dormant: stages.4.3 t = 2 — remove``. Hidden where there are none."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dormant")
        self.document = document
        self._shown: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def refresh(self, architecture: ArchitectureSpec | None) -> None:
        """Show the dormant overrides of the newest analysis that are still in the recipe."""
        analysis, recipe = self.document.analysis, self.document.recipe
        rows: list[Row] = []
        for path, knob in analysis.get("dormant", ()) if analysis else ():
            value = recipe.value(knob, path)
            if value is not None:
                rows.append((path, knob, value))
        if rows == self._shown:
            return
        self._shown = rows
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row in rows:
            self._column.addWidget(self._line(row, architecture))
        self.setVisible(bool(rows))

    def _line(self, row: Row, architecture: ArchitectureSpec | None) -> QWidget:
        path, knob, value = row
        spec = architecture.knobs.get(knob) if architecture else None
        what = f"{path} {knob_short(spec) if spec else knob} = {spec.text(value) if spec else value}"
        line = QWidget()
        words = label(self.tr("dormant: {0} —").format(what), pixels=TINY_PX, ink="dim")
        line.setToolTip(self.tr("No block asks for this at present; it holds again when its block is back."))
        remove = QToolButton()
        mark(remove, "link")
        remove.setText(self.tr("remove"))
        remove.setObjectName(f"dormant.{path}.{knob}")
        remove.setFixedHeight(TINY_PX + 5)
        remove.setAccessibleName(self.tr("remove {0}").format(what))
        remove.setToolTip(self.tr("Takes this setting out of the recipe."))
        remove.clicked.connect(lambda: self.document.reset_knob(knob, path, text=lambda: _removal(what)))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(words)
        layout.addWidget(remove)
        layout.addStretch(1)
        return line


def _removal(what: str) -> str:
    return QCoreApplication.translate("knobs", "remove {0}").format(what)
