"""The header of a table that can be sorted. Its arrow stands in the free space right of the title, never on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QTableView

from explorer.views.theme import TINY_PX, font

ARROW_PX, HIGH_PX, EDGE_PX = 6.0, 4.5, 1.0  # the style sheet leaves 8 px free beside a title


class SortHeader(QHeaderView):
    """A third click on a title takes the order back. Qt's own arrow would lie on titles that stand on the right."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setFont(font(TINY_PX, bold=True))
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        super().initStyleOptionForIndex(option, section)
        option.sortIndicator = QStyleOptionHeader.SortIndicator.None_

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        if self.isSortIndicatorShown() and section == self.sortIndicatorSection():
            right, middle = rect.right() - EDGE_PX, rect.center().y() + 0.5
            up = -1 if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else 1
            tip, foot = middle + up * HIGH_PX / 2, middle - up * HIGH_PX / 2
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().highlight())
            painter.drawPolygon([QPointF(right - ARROW_PX, foot), QPointF(right, foot), QPointF(right - ARROW_PX / 2, tip)])
            painter.restore()
