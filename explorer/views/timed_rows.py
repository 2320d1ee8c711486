"""The analysis as the layer table shows it: with measured times in its rows, while the shown recipe has some."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from explorer.core.layer_times import LayerTimes
from explorer.session.document import Document
from explorer.session.layer_times import LayerTiming


class TimedRows(QObject):
    """Signals: changed() when the shown recipe has other times than before, or none any more."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.timing: LayerTiming | None = None
        self._made: tuple[LayerTimes | None, dict[str, Any]] = (None, {})

    def follow(self, timing: LayerTiming) -> None:
        """Take times from here."""
        self.timing = timing
        timing.changed.connect(self._on_changed)

    def analysis(self) -> dict[str, Any] | None:
        """The document's own object where there are no times."""
        analysis = self.document.analysis
        times = self.timing.of(analysis) if self.timing is not None else None
        if analysis is None or times is None:
            return analysis
        if self._made[0] is not times:
            self._made = times, times.with_times(analysis)
        return self._made[1]

    def _on_changed(self) -> None:
        times = self.timing.of(self.document.analysis) if self.timing is not None else None
        if times is not self._made[0]:
            self._made = (None, {})
            self.changed.emit()
