"""The graph's colour "time": the figures of the shown recipe, and, where it was not measured, words and a click that measures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton

from explorer.session.document import Document
from explorer.session.layer_times import LayerTiming
from explorer.views.widgets import mark
from explorer.views.words import engine_sentence


class TimePart(QToolButton):
    """Stands in the legend's place as long as there is no time. A click measures, or ends the measurement.

    Signals: times_changed() when the shown recipe has other times than before, or none any more.
    """

    times_changed = Signal()

    def __init__(self, document: Document, timing: LayerTiming) -> None:
        super().__init__()
        self.setObjectName("legend.time")
        mark(self, "link")
        mark(self, "small")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.document = document
        self.timing = timing
        self._known: object = None
        self._chosen = False
        self._progress = ""
        self.hide()
        self.clicked.connect(self._on_clicked)
        timing.changed.connect(self._on_changed)
        timing.progressed.connect(self._on_progressed)

    def times(self) -> Mapping[str, float]:
        """Milliseconds by node of the graph; empty where the recipe was not measured."""
        times = self.timing.of(self.document.analysis)
        return times.by_node if times is not None else {}

    def document_of_times(self) -> Mapping[str, Any] | None:
        """The measurement behind the figures."""
        times = self.timing.of(self.document.analysis)
        return times.document if times is not None else None

    def choose(self, *, on: bool) -> None:
        """Whether time is what the graph is coloured by."""
        self._chosen = on
        self.timing.look(on=on)
        self.refresh()

    def refresh(self) -> None:
        """Words for what there is, in the legend's place where there are no figures."""
        missing = self._chosen and not self.times()
        if missing:
            words, tip = self._words()
            if words != self.text():
                self.setText(words)
                self.setAccessibleName(words.removesuffix(" ▶"))
            if tip != self.toolTip():
                self.setToolTip(tip)
        if self.isHidden() == missing:
            self.setVisible(missing)

    def _words(self) -> tuple[str, str]:
        timing = self.timing
        if timing.is_running():
            return self._progress or self.tr("measuring layers…"), self.tr("Click to end it (Shift+F9).")
        if timing.is_waiting():
            return self.tr("layers: measured once all is quiet"), self.tr("Something else needs the processors.")
        failure = timing.failure()
        if failure is not None:
            return self.tr("not measured — again ▶"), engine_sentence(failure)
        tip = self.tr("This recipe's layers were not measured under these conditions. Click to measure them (Ctrl+F9).")
        if timing.follows():
            return self.tr("layers: measured once you pause"), tip
        return self.tr("not measured — Measure layers ▶"), tip

    def _on_clicked(self) -> None:
        if self.timing.is_running() or self.timing.is_waiting():
            self.timing.cancel()
        else:
            self.timing.measure()

    def _on_progressed(self, fraction: float, _sentence: list[str]) -> None:
        self._progress = self.tr("measuring layers… {0} %").format(round(100 * fraction))
        self.refresh()

    def _on_changed(self) -> None:
        if not self.timing.is_running():
            self._progress = ""
        self.refresh()
        known = self.timing.of(self.document.analysis)
        if known is not self._known:
            self._known = known
            self.times_changed.emit()
