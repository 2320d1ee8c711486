"""A figure laid out on a page: rectangles, paths and words in pixels of 1/96 inch, which every format then writes as they are.

From the top: title, legend, the plot with the name of its y axis above it, the name of the x axis, notes. Words keep their size
on every page; what would run into its neighbour is left out, notes are broken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetrics, QFontMetricsF

from explorer.views.figure import CIRCLE, DIAMOND, RING, SQUARE, TRIANGLE, Figure, Scale, Spot
from explorer.views.labels import Place, leader, placed
from explorer.views.theme import Theme, contrast_text, font
from explorer.views.widgets import broken

MM_PER_PIXEL = 25.4 / 96
NOTE_LINES = 3
START, MIDDLE, END = "start", "middle", "end"


@dataclass(frozen=True)
class Size:
    """A kind of page: its width and the height of the plot alone, and the size of its words, in pixels."""

    name: str
    width: int
    plot: int
    text: int


SIZES = {
    size.name: size for size in (Size("page", 680, 280, 12), Size("column", 332, 200, 11), Size("slide", 1280, 500, 20))
}  # a page 180 mm wide between its margins, a column of two, a slide of 16 : 9


@dataclass(frozen=True)
class Word:
    """Text on the page; ``y`` is its base line, ``anchor`` the side that stands at ``x``."""

    role: str
    x: float
    y: float
    text: str
    pixels: int
    colour: str
    anchor: str = START
    bold: bool = False


@dataclass(frozen=True)
class Patch:
    """A filled rectangle."""

    role: str
    box: QRectF
    colour: str
    name: str = ""


@dataclass(frozen=True)
class Path:
    """A line through points, or, filled, the outline of a mark. A colour of "" is none."""

    role: str
    points: tuple[QPointF, ...]
    stroke: str
    width: float = 1.0
    fill: str = ""
    name: str = ""


@dataclass(frozen=True)
class Dot:
    """A circle."""

    role: str
    at: QPointF
    radius: float
    fill: str
    stroke: str = ""
    name: str = ""


Item = Word | Patch | Path | Dot


@dataclass
class Page:
    """What to draw, from back to front."""

    title: str
    width: int
    height: int
    ground: str
    notes: tuple[str, ...]
    items: list[Item] = field(default_factory=list)


def page(figure: Figure, theme: Theme, size: Size) -> Page:
    """The figure on a page of this size."""
    return _Layout(figure, theme, size).made()


class _Layout:
    def __init__(self, figure: Figure, theme: Theme, size: Size) -> None:
        self.figure, self.theme, self.size = figure, theme, size
        self.metrics = QFontMetricsF(font(size.text, tabular=True))
        self.line = round(size.text * 1.45)
        self.margin = size.text
        self.items: list[Item] = []
        self.area = QRectF()

    def made(self) -> Page:
        figure, text, margin = self.figure, self.size.text, self.margin
        y = float(margin)
        for words in broken(figure.title, QFontMetrics(font(text + 2, bold=True)), self.size.width - 2 * margin, 3):
            y += self.line
            self._word("title", margin, y - 4, words, self.theme.text, bold=True, pixels=text + 2)
        y = self._legend(y + 4) + self.size.text * 0.5
        y += self.line if figure.y.title or figure.right else 0.0
        left = margin + max((self._wide(t.text) for t in figure.y.ticks), default=0.0) + 6
        ends = [self._wide(t.text) for t in figure.right.ticks] if figure.right else []
        right = self.size.width - margin - (max(ends, default=0.0) + 6 if figure.right else 0)
        self._word("axis", margin, y - 4, figure.y.title, self.theme.dim)
        if figure.right:
            self._word("axis", self.size.width - margin, y - 4, figure.right.title, self.theme.dim, END)
        self.area = QRectF(left, y + self.size.text * 0.6, right - left, round(self.size.plot * figure.tall))
        self._axes()
        self._data()
        y = self.area.bottom() + 2 * self.line
        self._word("axis", self.area.center().x(), y, figure.x.title, self.theme.dim, MIDDLE)
        y += self.line * 0.5
        small = max(text - 1, 10)
        metrics = QFontMetrics(font(small))
        for note in figure.notes:
            for words in broken(note, metrics, self.size.width - 2 * margin, NOTE_LINES):
                y += round(small * 1.4)
                self._word("note", margin, y, words, self.theme.dim, pixels=small)
        return Page(figure.title, self.size.width, round(y) + margin, self.theme.panel, figure.notes, self.items)

    def _legend(self, y: float) -> float:
        """Entries side by side, on as many lines as they need."""
        x, side = float(self.margin), self.size.text * 0.8
        first = True
        for key in self.figure.legend:
            wide = side + 6 + self._wide(key.text) + 16
            if first or x + wide - 16 > self.size.width - self.margin:
                x, y, first = float(self.margin), y + self.line, False
            middle = QPointF(x + side / 2, y - side / 2)
            if key.shape == SQUARE:
                self.items.append(Patch("legend", QRectF(x, y - side, side, side), key.colour))
            else:
                self._shape("legend", middle, side / 2, key.shape, key.colour, "")
            self._word("legend", x + side + 6, y, key.text, self.theme.text)
            x += wide
        return y

    def _axes(self) -> None:
        figure, area = self.figure, self.area
        down = area.bottom() + self.line * 0.9
        for stretch in figure.stretches:
            if stretch.low != stretch.high:
                x0, x1 = (min(max(self._x(v), area.left()), area.right()) for v in (stretch.low, stretch.high))
                self.items.append(Patch("band", QRectF(x0, area.top(), x1 - x0, area.height()), stretch.colour))
        for tick in figure.y.ticks:
            y = self._y(tick.at)
            if figure.grid:
                self.items.append(Path("grid", (QPointF(area.left(), y), QPointF(area.right(), y)), self.theme.line, 0.8))
            self._word("tick", area.left() - 6, y + self.size.text * 0.35, tick.text, self.theme.dim, END)
        if figure.right is not None:
            for tick in figure.right.ticks:
                y = area.bottom() - _share(figure.right, tick.at) * area.height()
                self._word("tick", self.size.width - self.margin, y + self.size.text * 0.35, tick.text, self.theme.dim, END)
        free = -1e9
        for tick in figure.x.ticks:
            x, half = self._x(tick.at), self._wide(tick.text) / 2
            x = min(x, self.size.width - self.margin - half)
            if x - half > free and area.left() - 1 <= self._x(tick.at) <= area.right() + 1:
                free = x + half + 6
                self._word("tick", x, down, tick.text, self.theme.dim, MIDDLE)
        base = (area.bottomLeft(), area.bottomRight())
        self.items.append(Path("base", base, self.theme.dim, 0.8))

    def _data(self) -> None:
        figure, area = self.figure, self.area
        for box in figure.boxes:
            x0, x1, y0, y1 = self._x(box.left), self._x(box.right), self._y(box.low), self._y(box.high)
            bar = QRectF(x0, min(y0, y1), x1 - x0, max(abs(y0 - y1), 0.5))
            self.items.append(Patch("bar", bar, box.colour, box.name))
            if box.text and self._wide(box.text) + 8 < bar.width():
                ink = contrast_text(box.colour)
                self._word("value", bar.center().x(), bar.center().y() + self.size.text * 0.35, box.text, ink, MIDDLE)
        for line in figure.lines:
            scale = figure.right if line.on_right and figure.right is not None else figure.y
            points = tuple(QPointF(self._x(x), area.bottom() - _share(scale, y) * area.height()) for x, y in line.places)
            self.items.append(Path("line", points, line.colour, line.width * self.size.text / 12, name=line.name))
        for spot in reversed(figure.spots):
            self._spot(spot)
        taken = self._across()
        if figure.mark:
            self._word("mark", area.left() + 6, area.top() + self.line * 0.75, figure.mark, self.theme.dim)
            taken.append(QRectF(area.left(), area.top(), self._wide(figure.mark) + 12, self.line))
        places = [self._place(spot) for spot in figure.spots]
        for i, room in placed(places, area.adjusted(0, -2, 2, 0), taken):
            spot = figure.spots[i]
            base = room.center().y() + self.size.text * 0.35
            to_words = leader(places[i].at, room)
            if to_words is not None:
                self.items.append(Path("leader", (to_words.p1(), to_words.p2()), spot.ink or self.theme.text, 0.8))
            self._word("label", room.left() + 1, base, spot.text, spot.ink or self.theme.text)

    def _across(self) -> list[QRectF]:
        """The lines across the plot and their words, side by side where there is room; the boxes of the words."""
        area = self.area
        taken: list[QRectF] = []
        for stretch in (s for s in self.figure.stretches if s.text or s.low == s.high):
            x = self._x(stretch.low)
            if stretch.low == stretch.high:
                self.items.append(Path("median", (QPointF(x, area.top()), QPointF(x, area.bottom())), stretch.colour, 2.0))
            wide = self._wide(stretch.text)
            for start in (x + 6, x - 6 - wide, self._x(stretch.high) + 6, self._x(stretch.high) - 6 - wide):
                box = QRectF(start, area.top(), wide, self.line)
                if stretch.text and area.contains(box.adjusted(0, 1, 0, 0)) and not any(box.intersects(t) for t in taken):
                    taken.append(box)
                    self._word("label", start, area.top() + self.line * 0.75, stretch.text, stretch.ink or self.theme.text)
                    break
        return taken

    def _place(self, spot: Spot) -> Place:
        at = QPointF(self._x(spot.x), self._y(spot.y))
        top = at.y() if spot.high is None else self._y(spot.high)
        bottom = at.y() if spot.low is None else self._y(spot.low)
        radius = self._radius(spot)
        wide = self._wide(spot.text) + 2 if spot.text else 0.0
        return Place(at, radius, min(top, at.y() - radius), max(bottom, at.y() + radius), wide, self.line, spot.far)

    def _spot(self, spot: Spot) -> None:
        at = QPointF(self._x(spot.x), self._y(spot.y))
        if spot.low is not None and spot.high is not None:
            ends = (QPointF(at.x(), self._y(spot.low)), QPointF(at.x(), self._y(spot.high)))
            self.items.append(Path("spread", ends, spot.colour, 1.4))
        self._shape("point", at, self._radius(spot), spot.shape, spot.colour, spot.name)

    def _radius(self, spot: Spot) -> float:
        return spot.size * self.size.text / 12

    def _shape(self, role: str, at: QPointF, r: float, shape: str, colour: str, name: str) -> None:
        if shape in (CIRCLE, RING):
            hollow = shape == RING
            self.items.append(Dot(role, at, r, self.theme.panel if hollow else colour, colour if hollow else "", name))
            return
        self.items.append(Path(role, outline(shape, at, r), "", fill=colour, name=name))

    def _x(self, value: float) -> float:
        return self.area.left() + _share(self.figure.x, value) * self.area.width()

    def _y(self, value: float) -> float:
        return self.area.bottom() - _share(self.figure.y, value) * self.area.height()

    def _wide(self, text: str) -> float:
        return self.metrics.horizontalAdvance(text)

    def _word(
        self, role: str, x: float, y: float, text: str, colour: str, anchor: str = START, *, bold: bool = False, pixels: int = 0,
    ) -> None:
        if text:
            self.items.append(Word(role, x, y, text, pixels or self.size.text, colour, anchor, bold))


def outline(shape: str, at: QPointF, r: float) -> tuple[QPointF, ...]:
    """The corners of a mark that is no circle."""
    corners: dict[str, Sequence[tuple[float, float]]] = {
        SQUARE: ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)), DIAMOND: ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
        TRIANGLE: ((0, -1.25), (1.2, 0.95), (-1.2, 0.95)),
    }
    return tuple(at + QPointF(x * r, y * r) for x, y in corners[shape])


def _share(scale: Scale, value: float) -> float:
    return (value - scale.low) / ((scale.high - scale.low) or 1.0)
