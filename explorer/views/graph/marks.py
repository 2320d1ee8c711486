"""What a search found, drawn over the boxes: a ring around each, a number where several are inside; the rest may be dimmed or
hidden."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from explorer.views import theme as tokens
from explorer.views.graph.badges import colour
from explorer.views.graph.finding import Finding
from explorer.views.graph.items import COARSE, RING, NodeItem
from explorer.views.graph.look import Style
from explorer.views.graph.measure import baseline, face, width
from explorer.views.graph.scene import GraphScene
from explorer.views.theme import contrast_text

ABOVE = 1e6  # over every depth
RING_WIDTH = 2.0
OUTSIDE_SELECTION = RING + 3.0
BADGE_HEIGHT, BADGE_PAD = 16.0, 5.0


class Others(Enum):
    """What is done with boxes that hold nothing that was found, by their opacity."""

    SHOWN = 1.0
    DIMMED = 0.25
    HIDDEN = 0.0


class _Mark(NamedTuple):
    item: NodeItem
    number: int
    ringed: bool  # an opened box shows its matches itself and carries the number only


class Marks(QGraphicsItem):
    """One item for all marks; invisible while nothing is sought."""

    def __init__(self, scene: GraphScene) -> None:
        super().__init__()
        self._scene = scene
        self._finding = Finding()
        self._others = Others.SHOWN
        self._marks: list[_Mark] = []
        self._of: tuple[object, ...] = ()
        self._bounds = QRectF()
        self.setZValue(ABOVE)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setVisible(False)
        scene.addItem(self)

    def show_finding(self, finding: Finding, others: Others = Others.SHOWN) -> None:
        """Mark what was found, and do this with the others; an empty finding takes every mark away."""
        self._finding, self._others = finding, others
        self.refresh()

    def refresh(self) -> None:
        """Follow the boxes as they stand now; nothing happens where neither they nor the finding changed."""
        state = (self._scene.diagram, self._finding, self._others)
        if all(new is old for new, old in zip(state, self._of, strict=False)) and self._of:
            return
        self._of = state
        counts = self._finding.counts
        self._marks = []
        opacity = self._others.value
        hidden: set[str] = set()
        for name, shape in self._scene.diagram.shapes.items():
            count = sum(counts.get(member, 0) for member in shape.members)
            item = self._scene.nodes[name]
            item.setOpacity(1.0 if count else opacity)
            item.setVisible(bool(count) or opacity > 0)
            if not item.isVisible():
                hidden.add(name)
            if count:
                self._marks.append(_Mark(item, count, shape.look.style is not Style.PANEL))
        self._scene.show_others(hidden, 1.0 if self._others is Others.SHOWN else Others.DIMMED.value)
        self.prepareGeometryChange()
        self._bounds = self._scene.sceneRect()
        self.setVisible(bool(self._marks))
        self.update()

    def marked(self) -> dict[str, int]:
        """How many matches each box that is drawn is or holds."""
        return {mark.item.shape_data.id: mark.number for mark in self._marks}

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        seen: QRectF = option.exposedRect
        ink = self._scene.theme.good
        for item, number, ringed in self._marks:
            box = item.box
            if not box.adjusted(-BADGE_HEIGHT, -BADGE_HEIGHT, BADGE_HEIGHT, BADGE_HEIGHT).intersects(seen):
                continue
            if ringed:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(colour(ink), RING_WIDTH / min(scale, 1.0)))
                if scale < COARSE:
                    painter.drawRect(box)
                else:
                    far = OUTSIDE_SELECTION if item.selected else RING
                    ring = box.adjusted(-far, -far, far, far)
                    round_one = item.shape_data.look.style is Style.ROUND
                    radius = ring.height() / 2 if round_one else tokens.RADIUS_PX + far
                    painter.drawRoundedRect(ring, radius, radius)
            if scale >= COARSE and (number > 1 or item.shape_data.look.opens):
                _paint_badge(painter, box, str(number), ink)


def _paint_badge(painter: QPainter, box: QRectF, text: str, ink: str) -> None:
    """A number on the upper right corner; the dot of an override stands on the left one."""
    wide = max(width(text, tokens.TINY_PX, bold=True) + 2 * BADGE_PAD, BADGE_HEIGHT)
    badge = QRectF(box.right() - wide + BADGE_PAD, box.top() - BADGE_HEIGHT / 2, wide, BADGE_HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ink))
    painter.drawRoundedRect(badge, BADGE_HEIGHT / 2, BADGE_HEIGHT / 2)
    painter.setFont(face(tokens.TINY_PX, bold=True))
    painter.setPen(colour(contrast_text(ink)))
    middle = badge.left() + (wide - width(text, tokens.TINY_PX, bold=True)) / 2
    painter.drawText(QPointF(middle, badge.center().y() + baseline(tokens.TINY_PX, bold=True)), text)
