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
from explorer.views.graph.badges import LINE_WIDTH, badge_ink, chevron_pen, chevron_points, colour, fold_line, fold_pen
from explorer.views.graph.diagram import SHAPE_PX
from explorer.views.graph.items import WITHIN_RIM, Z_LINE, NodeItem, rim_pen
from explorer.views.graph.lines import LIT, LineItem, Way, joined, ways, y_base
from explorer.views.graph.measure import Glyphs, face, glyphs
from explorer.views.theme import Theme

TILE_PX = 512.0  # height of the smallest tiles, in the scene's pixels
WIDE_PX = 1024.0  # half of their width: what flows downwards lies on both sides of x = 0, and is seldom wider than this
LAID_OUT = 24  # texts in a frame, at most: a new one takes some 30 µs, four times as long as to draw it once

MOVING = 3  # paints after which a text is laid out: a figure that is dragged is never seen as often

EVERYWHERE = QRectF(-1e9, -1e9, 2e9, 2e9)

Item = TypeVar("Item")


class _Words(NamedTuple):
    text: str
    x: float  # where the baseline begins
    y: float
    pixels: int
    bold: bool
    ink: str


class _Texts:
    """Texts of a tile: drawn one by one at first; when they are seen again and again, laid out and put
    together by font and colour."""

    def __init__(self, waiting: list[_Words]) -> None:
        self._waiting = sorted(waiting, key=lambda words: (words.pixels, words.bold, words.ink))
        self._ready: list[tuple[str, QGlyphRun]] = []
        self._apart: list[_Words] = []  # what no single font holds
        self._seen = 0  # times

    def paint(self, painter: QPainter, spare: int) -> int:
        """Paint; at most ``spare`` texts are laid out. Returns how many more may be."""
        if self._waiting and spare > 0 and self._seen >= MOVING:
            now, self._waiting = self._waiting[:spare], self._waiting[spare:]
            spare -= len(now)
            self._put_together(now)
        self._seen += 1
        for ink, run in self._ready:
            painter.setPen(colour(ink))
            painter.drawGlyphRun(QPointF(), run)
        for words in (*self._apart, *self._waiting):
            painter.setPen(colour(words.ink))
            painter.setFont(face(words.pixels, bold=words.bold))
            painter.drawText(QPointF(words.x, words.y), words.text)
        return spare

    def _put_together(self, words: Iterable[_Words]) -> None:
        sets: dict[tuple[object, str], tuple[Glyphs, list[int], list[QPointF]]] = {}
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
    """How some boxes look."""

    def __init__(self, items: Iterable[NodeItem], theme: Theme) -> None:
        self._grounds: dict[tuple[str, bool], list[QRectF]] = {}  # by fill, and whether there is a rim
        self._chevrons: dict[str, QPainterPath] = {}
        self._folds: dict[str, list[QLineF]] = {}
        self._alone: list[NodeItem] = []
        self._theme = theme
        words: list[_Words] = []
        for item in items:
            if not item.plain:
                self._alone.append(item)
                continue
            shape, place, box, rim = item.shape_data, item.pos(), item.box, item.has_rim
            self._grounds.setdefault((item.ground, rim), []).append(box.adjusted(*WITHIN_RIM) if rim else box)
            words += [_Words(r.text, shape.x + r.x, shape.y + r.y, r.pixels, r.bold, r.colour) for r in item.runs]
            ink, corners, line = badge_ink(shape, theme), chevron_points(shape), fold_line(shape)
            if corners:
                self._chevrons.setdefault(ink, QPainterPath()).addPolygon(QPolygonF(corners).translated(place))
            if not line.isNull():
                self._folds.setdefault(ink, []).append(line.translated(place))
        self._texts = _Texts(words)

    def paint(self, painter: QPainter, spare: int) -> int:
        """Paint; at most ``spare`` texts are laid out. Returns how many more may be."""
        for (fill, rim), boxes in self._grounds.items():
            painter.setBrush(colour(fill))
            painter.setPen(rim_pen(self._theme.line) if rim else Qt.PenStyle.NoPen)
            for box in boxes:
                painter.drawRoundedRect(box, tokens.RADIUS_PX, tokens.RADIUS_PX)
        spare = self._texts.paint(painter, spare)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ink, corners in self._chevrons.items():
            painter.setPen(chevron_pen(ink))
            painter.drawPath(corners)
        for ink, lines in self._folds.items():
            painter.setPen(fold_pen(ink))
            painter.drawLines(lines)
        option = QStyleOptionGraphicsItem()
        for item in self._alone:
            painter.save()
            painter.translate(item.pos())
            item.paint(painter, option)
            painter.restore()
        return spare


class _Lines:
    """How some lines look, all in one colour; what several of them draw in one place is drawn once."""

    def __init__(self, lines: Iterable[LineItem], ink: str, theme: Theme) -> None:
        pieces: list[Way] = []
        heads: dict[tuple[float, ...], QPolygonF] = {}
        words: list[_Words] = []
        half = LINE_WIDTH / 2
        for line in lines:
            pieces += ways(line.own, half)
            head = line.head
            if not head.isEmpty():
                tip, corner = head.first(), head.last()
                heads[tip.x(), tip.y(), corner.x(), corner.y()] = head
            if line.line.label:
                box = line.label_box()
                base = y_base(box, above=line.line.above)
                words.append(_Words(line.line.label, box.left(), base, SHAPE_PX, bold=False, ink=theme.dim))
        self._ink = ink
        self._strips = [  # as Qt would stroke them: a stroke takes seven times as long
            QRectF(place - half, begin, LINE_WIDTH, end - begin) if down else QRectF(begin, place - half, end - begin, LINE_WIDTH)
            for down, place, begin, end in joined(pieces)
        ]
        self._heads = _together(heads.values())
        self._texts = _Texts(words)

    def paint(self, painter: QPainter, spare: int) -> int:
        """Paint; at most ``spare`` texts are laid out. Returns how many more may be."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._ink))
        painter.drawRects(self._strips)
        painter.drawPath(self._heads)
        return self._texts.paint(painter, spare)


def _together(polygons: Iterable[QPolygonF]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for polygon in polygons:
        path.addPolygon(polygon)
        path.closeSubpath()
    return path


_Drawings = list[tuple[float, _Boxes | _Lines]]  # each with its opacity


class _Tile(Generic[Item]):
    """Items that stand near each other, and the drawings made of them once they are in sight."""

    def __init__(self, make: Callable[[list[Item]], _Drawings], items: list[Item], bounds: QRectF) -> None:
        self.bounds = bounds
        self.items = items
        self._make = make
        self._drawings: _Drawings | None = None

    def forget(self) -> None:
        """Items look otherwise than they did."""
        self._drawings = None

    def paint(self, painter: QPainter, spare: int) -> int:
        """Paint; at most ``spare`` texts are laid out. Returns how many more may be."""
        if self._drawings is None:
            self._drawings = self._make(self.items)
        for opacity, drawing in self._drawings:
            painter.setOpacity(opacity)
            spare = drawing.paint(painter, spare)
        return spare


class Near:
    """All boxes and lines of a scene by depth and place. Whoever changes how one looks says so; where one stands otherwise,
    another one of these is needed. ``faint`` is the opacity of every line."""

    def __init__(self, nodes: Iterable[NodeItem], lines: Iterable[LineItem], faint: float, theme: Theme) -> None:
        self._faint = faint
        self._theme = theme
        by_z: dict[float, list[NodeItem]] = {}
        for node in nodes:
            by_z.setdefault(node.zValue(), []).append(node)
        by_depth: dict[int, list[LineItem]] = {}
        for line in lines:
            by_depth.setdefault(line.line.depth, []).append(line)
        layers: dict[float, list[_Tile[Any]]] = {}
        for z, items in by_z.items():
            layers[z] = _tiles([(item, item.boundingRect().translated(item.pos())) for item in items], self._boxes)
        for depth, along in by_depth.items():
            layers[depth + Z_LINE] = _tiles([(item, item.boundingRect()) for item in along], self._dim)
            layers[depth + Z_LINE + LIT] = [_Tile(self._lit, along, EVERYWHERE)]  # few, long, and others at any time
        self._layers = [layers[z] for z in sorted(layers)]
        self._of: dict[NodeItem | LineItem, _Tile[Any]] = {}
        self._lit_at = {depth: layers[depth + Z_LINE + LIT][0] for depth in by_depth}
        for z in (*by_z, *(depth + Z_LINE for depth in by_depth)):
            for tile in layers[z]:
                self._of.update(dict.fromkeys(tile.items, tile))

    def forget(self, item: NodeItem | LineItem) -> None:
        """An item looks otherwise than it did; one that is hidden stands in no tile."""
        if item not in self._of:
            return
        self._of[item].forget()
        if isinstance(item, LineItem):
            self._lit_at[item.line.depth].forget()

    def forget_all(self, faint: float) -> None:
        """Everything looks otherwise than it did."""
        self._faint = faint
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

    def _boxes(self, items: list[NodeItem]) -> _Drawings:
        by_opacity: dict[float, list[NodeItem]] = {}
        for item in items:
            by_opacity.setdefault(item.opacity(), []).append(item)
        return [(opacity, _Boxes(alike, self._theme)) for opacity, alike in by_opacity.items()]

    def _dim(self, items: list[LineItem]) -> _Drawings:
        found = [item for item in items if not item.lit]
        return [(self._faint, _Lines(found, self._theme.dim, self._theme))] if found else []

    def _lit(self, items: list[LineItem]) -> _Drawings:
        found = [item for item in items if item.lit]
        return [(self._faint, _Lines(found, self._theme.accent, self._theme))] if found else []


def _tiles(items: Iterable[tuple[Item, QRectF]], make: Callable[[list[Item]], _Drawings]) -> list[_Tile[Item]]:
    """Each item in the smallest tile that is as high and wide as its bounds, where their upper left corner lies."""
    found: dict[tuple[float, int, float, int], tuple[list[Item], list[tuple[float, float, float, float]]]] = {}
    for item, bounds in items:
        corners: Any = bounds.getCoords()
        high, wide = TILE_PX, 2 * WIDE_PX
        while high < corners[3] - corners[1]:
            high *= 2
        while wide < corners[2] - corners[0]:
            wide *= 2
        place = (high, int(corners[1] // high), wide, int((corners[0] + WIDE_PX) // wide))
        members, reach = found.setdefault(place, ([], []))
        members.append(item)
        reach.append(corners)
    tiles = []
    for members, reach in found.values():
        left, top, right, bottom = zip(*reach, strict=True)
        tiles.append(_Tile(make, members, QRectF(QPointF(min(left), min(top)), QPointF(max(right), max(bottom)))))
    return tiles
