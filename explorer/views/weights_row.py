"""Where the weights come from, below the totals: random, or a file and how much of it fits, with its owner's accuracy."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from explorer.session.session import Session
from explorer.views import weights_words as words
from explorer.views.theme import SMALL_PX, TINY_PX
from explorer.views.widgets import Figure, label, mark, rule


class WeightsRow(QWidget):
    """Three lines at most; they come and go with the file, never while a knob is dragged.

    Signals: asked() when the button is pressed: for a file where the weights are random, for details where there is one.
    """

    asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("weights")
        self.session = session
        self._shown: tuple[object, ...] = ()
        self.source, self.extent, self.own = (Figure(pixels, mark=ink) for pixels, ink in (
            (SMALL_PX, "text"), (TINY_PX, "dim"), (TINY_PX, "good"),
        ))
        for name, line in (("source", self.source), ("extent", self.extent), ("own", self.own)):
            line.setObjectName(f"weights.{name}")
        self.button = QToolButton()
        self.button.setObjectName("weights.button")
        mark(self.button, "link")
        self.button.setFixedHeight(TINY_PX + 5)
        self.button.clicked.connect(self.asked.emit)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(label(self.tr("Weights"), pixels=SMALL_PX, ink="dim"), 1)
        head.addWidget(self.button)
        lines = QVBoxLayout()
        lines.setContentsMargins(12, 2, 12, 8)
        lines.setSpacing(1)
        lines.addLayout(head)
        for line in (self.source, self.extent, self.own):
            lines.addWidget(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(lines)
        ground = QHBoxLayout()
        ground.setContentsMargins(12, 0, 12, 0)
        ground.addWidget(rule())
        column.addLayout(ground)
        session.document.recipe_changed.connect(self.refresh)
        session.weights.arrived.connect(self.refresh)
        session.weights.started.connect(self.refresh)
        session.weights.ended.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say where the weights of the open recipe come from."""
        recipe, weights = self.session.document.recipe, self.session.weights
        if recipe.weights is None:
            state: tuple[object, ...] = (weights.is_loading(),)
        else:
            state = (recipe.weights, *words.extent(recipe, weights), words.own(recipe, weights), weights.is_loading())
        if state == self._shown:
            return
        self._shown = state
        self.source.show_text(words.source(recipe))
        self.extent.show_text(*words.extent(recipe, weights))
        self.own.show_text(words.own(recipe, weights))
        self.extent.setVisible(recipe.weights is not None)
        self.own.setVisible(recipe.weights is not None and recipe.weights.accuracy is not None)
        self.button.setText(self.tr("Details…") if recipe.weights else self.tr("Load…"))
        self.button.setEnabled(not weights.is_loading())
        tips = self.tr("What of the file fits, what is random, and its accuracy."), self.tr("Loads weights from a file (Ctrl+L).")
        busy = self.tr("A file is being read.")
        self.button.setToolTip(busy if weights.is_loading() else tips[0] if recipe.weights else tips[1])
        self.button.setAccessibleName(self.tr("Weights: {0}").format(self.button.text()))
        self.setAccessibleDescription(" · ".join(filter(None, (line.text() for line in (self.source, self.extent, self.own)))))
