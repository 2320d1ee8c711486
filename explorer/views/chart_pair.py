"""Two charts side by side; where there is no room for both, one of them, with a switch."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.session.chart_memory import ChartMemory
from explorer.views.chart_frame import ChartFrame
from explorer.views.overview import GAP_PX, LEAST_PX
from explorer.views.widgets import Segments

SWITCH_PX = 240


class ChartPair(QWidget):
    """The first one is seen where there is room for one, until the other is chosen; remembered."""

    def __init__(self, charts: tuple[ChartFrame, ChartFrame], titles: tuple[str, str], name: str, memory: ChartMemory) -> None:
        super().__init__()
        self.charts = charts
        self.memory = memory
        self.switch = Segments(titles)
        self.switch.setAccessibleName(self.tr("Which chart"))
        self.switch.setFixedWidth(SWITCH_PX)
        self.setObjectName(name)
        self._only: int | None = None
        self._chosen = int(memory.word(name, "seen", ("0", "1"), "0"))
        self.switch.show_choice(self._chosen)
        self.switch.chosen.connect(self._choose)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        for chart in charts:
            row.addWidget(chart, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.switch)
        column.addLayout(row, 1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_only(self, index: int | None) -> None:
        """One of them alone, since the other has nothing to show; None shows both where there is room."""
        if index != self._only:
            self._only = index
            self._fit()

    def _choose(self, index: int) -> None:
        self._chosen = index
        self.memory.keep(self.objectName(), "seen", str(index))
        self._fit()

    def _fit(self) -> None:
        both = self.width() >= 2 * LEAST_PX + GAP_PX
        alone = self._only is not None
        self.switch.setVisible(not both and not alone)
        for i, chart in enumerate(self.charts):
            chart.setVisible(i == self._only if alone else both or i == self._chosen)
