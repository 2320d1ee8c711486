"""The graph from near: what most boxes and lines look like, in a few calls for many of them.

Items that paint themselves, each in Python, took two thirds of a frame where hundreds are in sight, laying texts out for each
new scale most of the rest. What stands near each other at one depth makes a tile. A tile collects what is to be drawn by
colour when it is first seen, and keeps it until something looks otherwise. Boxes that need more (selected, overridden, a
sign in a circle) paint themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QGlyphRun, QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from explorer.views import theme as tokens
from explorer.views.graph.badges import badge_ink, chevron_pen, chevron_points, colour, fold_line, fold_pen
from explorer.views.graph.diagram import SHAPE_PX
from explorer.views.graph.items import WITHIN_RIM, Z_LINE, NodeItem, rim_pen
from explorer.views.graph.lines import LIT, LineItem, Strip, y_base
from explorer.views.graph.measure import Glyphs, face, glyphs
from explorer.views.theme import Theme

TILE_PX = 512.0  # height of the smallest tiles, in the scene's pixels
LAID_OUT = 40  # texts in a frame, at most: a new one takes some 30 µs, four times as long as to draw it once

EVERYWHERE = QRectF(-1e9, -1e9, 2e9, 2e9)

Ink = tuple[str, float]  # colour and opacity
Item = TypeVar("Item")


class _Words(NamedTuple):
    text: str
    x: float
    y: float
    pixels: int
    bold: bool
    ink: Ink


class _Texts:
    """Texts of a tile: drawn one by one at first, laid out and put together by font and colour when they are seen again."""

    def __init__(self, waiting: list[_Words]) -> None:
        self._waiting = sorted(waiting, key=lambda words: (words.pixels, words.bold, words.ink))
        self._ready: list[tuple[Ink, QGlyphRun]] = []
        self._apart: list[_Words] = []  # what no single font holds
        self._seen = False

    def paint(self, painter: QPainter, spare: int) -> int:
        """Paint; at most ``spare`` texts are laid out. Returns how many more may be."""
        if self._seen and self._waiting and spare > 0:
            now, self._waiting = self._waiting[:spare], self._waiting[spare:]
            spare -= len(now)
            self._put_together(now)
        self._seen = True
        for (ink, opacity), run in self._ready:
            painter.setOpacity(opacity)
            painter.setPen(colour(ink))
            painter.drawGlyphRun(QPointF(), run)
        for words in (*self._apart, *self._waiting):
            ink, opacity = words.ink
            painter.setOpacity(opacity)
            painter.setPen(colour(ink))
            painter.setFont(face(words.pixels, bold=words.bold))
            painter.drawText(QPointF(words.x, words.y), words.text)
        return spare

    def _put_together(self, words: Iterable[_Words]) -> None:
        sets: dict[tuple[object, Ink], tuple[Glyphs, list[int], list[QPointF]]] = {}
        for one in words:
            laid = glyphs(one.text, one.pixels, one.bold)
            if laid is None:
                self._apart.append(one)
                continue
            _, indexes, places = sets.setdefault((laid.name, one.ink), (laid, [], []))
            indexes += laid.indexes
            places += [QPointF(one.x + x, one.y + y) for x, y in laid.places]
        for (_, ink), (laid, indexes, places) in sets.items():
            run = QGlyphRun()
            run.setRawFont(laid.font)
            run.setGlyphIndexes(indexes)
            run.setPositions(places)
            self._ready.append((ink, run))


class _Boxes:
    """How the boxes of a tile look."""

    def __init__(self, items: Iterable[NodeItem], theme: Theme) -> None:
        self._grounds: dict[tuple[str, bool, float], list[QRectF]] = {}
        self._chevrons: dict[Ink, QPainterPath] = {}
        self._folds: dict[Ink, list[QLineF]] = {}
        self._alone: list[NodeItem] = []
        self._theme = theme
        words: list[_Words] = []
        for item in items:
            if not item.plain:
                self._alone.append(item)
                continue
            shape, place, opacity, box = item.shape_data, item.pos(), item.opacity(), item.box
            rim = item.has_rim
            self._grounds.setdefault((item.ground, rim, opacity), []).append(box.adjusted(*WITHIN_RIM) if rim else box)
            x, y = shape.x, shape.y
            words += [_Words(r.text, x + r.x, y + r.y, r.pixels, r.bold, (r.colour, opacity)) for r in item.runs]
            ink = (badge_ink(shape, theme), opacity)
            corners = chevron_points(shape)
            if corners:
                self._chevrons.setdefault(ink, QPainterPath()).addPolygon(QPolygonF(corners).translated(place))
            line = fold_line(shape)
            if not line.isNull():
                self._folds.setdefault(ink, []).append(line.translated(place))
        self._texts = _Texts(words)

    def paint(self, painter: QPainter, spare: int) -> int:
        """Paint; at most ``spare`` texts are laid out. Returns how many more may be."""
        for (fill, rim, opacity), boxes in self._grounds.items():
            painter.setOpacity(opacity)
            painter.setBrush(colour(fill))
            painter.setPen(rim_pen(self._theme.line) if rim else Qt.PenStyle.NoPen)
            for box in boxes:
                painter.drawRoundedRect(box, tokens.RADIUS_PX, tokens.RADIUS_PX)
        spare = self._texts.paint(painter, spare)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for (ink, opacity), corners in self._chevrons.items():
            painter.setOpacity(opacity)
            painter.setPen(chevron_pen(ink))
            painter.drawPath(corners)
        for (ink, opacity), lines in self._folds.items():
            painter.setOpacity(opacity)
            painter.setPen(fold_pen(ink))
            painter.drawLines(lines)
        option = QStyleOptionGraphicsItem()
        for item in self._alone:
            painter.save()
            painter.setOpacity(item.opacity())
            painter.translate(item.pos())
            item.paint(painter, option)
            painter.restore()
        return spare


class _Lines:
    """How the lines of a tile look; what several of them draw in one place is drawn once."""

    def __init__(self, lines: Iterable[LineItem], theme: Theme) -> None:
        strips: dict[Ink, set[Strip]] = {}
        heads: dict[Ink, dict[Strip, QPolygonF]] = {}
        words: list[_Words] = []
        for line in lines:
            opacity, head = line.opacity(), line.head
            ink = (theme.accent if line.lit else theme.dim, opacity)
            strips.setdefault(ink, set()).update(line.strips())
            if not head.isEmpty():
                tip, corner = head.first(), head.last()
                heads.setdefault(ink, {})[tip.x(), tip.y(), corner.x(), corner.y()] = head
            if line.line.label:
                box = line.label_box()
                base = y_base(box, above=line.line.above)
                words.append(_Words(line.line.label, box.left(), base, SHAPE_PX, bold=False, ink=(theme.dim, opacity)))
        self._strips = {ink: [QRectF(*strip) for strip in found] for ink, found in strips.items()}
        self._heads = {ink: _together(found.values()) for ink, found in heads.items()}
        self._texts = _Texts(words)

    def paint(self, painter: QPainter, spare: int) -> int:
        """Paint; at most ``spare`` texts are laid out. Returns how many more may be."""
        painter.setPen(Qt.PenStyle.NoPen)
        for (ink, opacity), strips in self._strips.items():
            painter.setOpacity(opacity)
            painter.setBrush(colour(ink))
            painter.drawRects(strips)
        for (ink, opacity), heads in self._heads.items():
            painter.setOpacity(opacity)
            painter.setBrush(colour(ink))
            painter.drawPath(heads)
        return self._texts.paint(painter, spare)


def _together(polygons: Iterable[QPolygonF]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for polygon in polygons:
        path.addPolygon(polygon)
        path.closeSubpath()
    return path


_Drawing = _Boxes | _Lines


class _Tile(Generic[Item]):
    """Items that stand near each other, and the drawing made of them once they are in sight."""

    def __init__(self, make: Callable[[list[Item]], _Drawing], items: list[Item], bounds: QRectF) -> None:
        self.bounds = bounds
        self._items = items
        self._make = make
        self._drawing: _Drawing | None = None

    def add(self, item: Item, bounds: QRectF) -> None:
        """One more."""
        self._items.append(item)
        self.bounds = self.bounds | bounds

    def forget(self) -> None:
        """Items look otherwise than they did."""
        self._drawing = None

    def paint(self, painter: QPainter, spare: int) -> int:
        """Paint; at most ``spare`` texts are laid out. Returns how many more may be."""
        if self._drawing is None:
            self._drawing = self._make(self._items)
        return self._drawing.paint(painter, spare)


class Near:
    """All boxes and lines of a scene by depth and place. Whoever changes how one looks calls ``forget``; where one stands
    otherwise, another one of these is needed."""

    def __init__(self, nodes: Iterable[NodeItem], lines: Iterable[LineItem], theme: Theme) -> None:
        def boxes(items: list[NodeItem]) -> _Drawing:
            return _Boxes(items, theme)

        def dim(items: list[LineItem]) -> _Drawing:
            return _Lines((item for item in items if not item.lit), theme)

        def lit(items: list[LineItem]) -> _Drawing:
            return _Lines((item for item in items if item.lit), theme)

        panels_and_boxes: dict[float, list[NodeItem]] = {}
        for node in nodes:
            panels_and_boxes.setdefault(node.zValue(), []).append(node)
        by_depth: dict[int, list[LineItem]] = {}
        for line in lines:
            by_depth.setdefault(line.line.depth, []).append(line)
        layers: dict[float, list[_Tile[Any]]] = {}
        for z, items in panels_and_boxes.items():
            layers[z] = _tiles([(item, item.boundingRect().translated(item.pos())) for item in items], boxes)
        for depth, along in by_depth.items():
            layers[depth + Z_LINE] = _tiles([(item, item.boundingRect()) for item in along], dim)
            layers[depth + Z_LINE + LIT] = [_Tile(lit, along, EVERYWHERE)]  # few, long, and others at any time: not by place
        self._layers = [layers[z] for z in sorted(layers)]

    def forget(self) -> None:
        """Something looks otherwise than it did."""
        for tiles in self._layers:
            for tile in tiles:
                tile.forget()

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint what reaches into a part of the scene, with a painter whose coordinates are the scene's."""
        spare = LAID_OUT
        for tiles in self._layers:
            for tile in tiles:
                if tile.bounds.intersects(exposed):
                    spare = tile.paint(painter, spare)
        painter.setOpacity(1.0)


def _tiles(items: Iterable[tuple[Item, QRectF]], make: Callable[[list[Item]], _Drawing]) -> list[_Tile[Item]]:
    """Each item in the smallest tile that is as high as its bounds, where their upper edge lies."""
    found: dict[tuple[float, int], _Tile[Item]] = {}
    for item, bounds in items:
        high = TILE_PX
        while high < bounds.height():
            high *= 2
        place = (high, int(bounds.top() // high))
        tile = found.get(place)
        if tile is None:
            found[place] = _Tile(make, [item], bounds)
        else:
            tile.add(item, bounds)
    return list(found.values())
