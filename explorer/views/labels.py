"""Where words stand beside points: at a free place near each, or nowhere. Knows no chart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF

GAP_PX = 8


class Place(NamedTuple):
    """A point in pixels with its half size, the ends of its spread, and the size of its words (width 0: none).

    ``far``: where nothing is free beside it, its words may stand farther away (``leader`` draws a line to them).
    """

    at: QPointF
    size: float
    top: float
    bottom: float
    wide: float
    tall: float
    far: bool = False


def leader(at: QPointF, box: QRectF) -> QLineF | None:
    """From a point to words that stand so far away that they could be another's; None where they are near."""
    return QLineF(at, _nearest(at, box)) if _distance(at, box) > 1.5 * GAP_PX else None


def _distance(at: QPointF, box: QRectF) -> float:
    return QLineF(at, _nearest(at, box)).length()


def _nearest(at: QPointF, box: QRectF) -> QPointF:
    """The place of a box that is nearest to a point."""
    return QPointF(min(max(at.x(), box.left()), box.right()), min(max(at.y(), box.top()), box.bottom()))


def placed(places: Sequence[Place], area: QRectF, taken: Sequence[QRectF] = ()) -> list[tuple[int, QRectF]]:
    """(index, box of its words) for those that cover neither a point nor each other; the first come first."""
    used, found = list(taken), []
    for p in places:
        used.append(QRectF(p.at.x() - p.size - 1, p.at.y() - p.size - 1, 2 * p.size + 2, 2 * p.size + 2))
        used.append(QRectF(p.at.x() - 1, p.top, 2, p.bottom - p.top))
    for i, p in enumerate(places):
        if not p.wide or not area.contains(p.at):
            continue
        x, tops = p.at.x(), (p.at.y() - p.tall / 2, p.top - p.tall - 1, p.bottom + 1)
        tries = [(x + GAP_PX, tops[0]), (x - GAP_PX - p.wide, tops[0]), (x - p.wide / 2, tops[1]), (x - p.wide / 2, tops[2])]
        tries += [(left, top) for top in (tops[0] - 12, tops[0] + 12) for left in (x + GAP_PX, x - GAP_PX - p.wide)]
        if p.far:
            sides = (x + GAP_PX, x - GAP_PX - p.wide, x - p.wide / 2, area.left(), area.right() - p.wide)
            steps = [0.0, *(side * n * p.tall for n in (1.5, 2.5, 3.5, 4.5, 5.5, 6.5) for side in (1, -1))]
            away = [QRectF(left, top, p.wide, p.tall) for top in (*tops[1:], *(tops[0] + s for s in steps)) for left in sides]
            away.sort(key=partial(_distance, p.at))
            tries += [(box.left(), box.top()) for box in away]
        for left, top in tries:
            box = QRectF(left, top, p.wide, p.tall)
            if area.contains(box) and not any(box.intersects(other) for other in used):
                used.append(box)
                found.append((i, box))
                break
    return found
