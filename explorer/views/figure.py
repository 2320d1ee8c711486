"""What a chart shows, free of any widget: axes with their marks, boxes, lines, points, words. What is saved is drawn from it.

A chart makes its ``Figure`` (``ChartFrame.figure``); ``figure_page`` lays it out, ``figure_files`` writes it. Coordinates are the
chart's own data coordinates: powers of ten where an axis is logarithmic. Colours are ``#rrggbb`` of the theme it is asked for in.
"""

from __future__ import annotations

from dataclasses import dataclass

DIGEST_SIGNS = 12  # of a recipe's SHA-256 below a picture; its data have all of it
CIRCLE, SQUARE, DIAMOND, TRIANGLE, RING = "circle", "square", "diamond", "triangle", "ring"


@dataclass(frozen=True)
class Tick:
    """A mark of an axis and its words."""

    at: float
    text: str


@dataclass(frozen=True)
class Scale:
    """An axis: what it measures, its ends, its marks."""

    title: str
    low: float
    high: float
    ticks: tuple[Tick, ...] = ()


@dataclass(frozen=True)
class Box:
    """A bar, or a part of one. ``name`` is its tooltip in the file; ``text`` is written into it, where it fits."""

    left: float
    low: float
    right: float
    high: float
    colour: str
    name: str = ""
    text: str = ""


@dataclass(frozen=True)
class Line:
    """A line through places. ``on_right``: its y is a share of the right axis."""

    places: tuple[tuple[float, float], ...]
    colour: str
    name: str = ""
    width: float = 1.6
    on_right: bool = False


@dataclass(frozen=True)
class Spot:
    """A point with the spread around it; ``text`` is written beside it, where there is room: the first come first."""

    x: float
    y: float
    colour: str
    shape: str = CIRCLE
    size: float = 3.5
    name: str = ""
    text: str = ""
    ink: str = ""
    low: float | None = None
    high: float | None = None
    far: bool = False  # its words may stand farther away, with a line to them


@dataclass(frozen=True)
class Stretch:
    """A part of the x axis with a ground of its own (p10 to p90), or, where both ends are one, a line across (the median)."""

    low: float
    high: float
    colour: str
    text: str = ""
    ink: str = ""


@dataclass(frozen=True)
class Key:
    """An entry of the legend."""

    colour: str
    text: str
    shape: str = SQUARE


@dataclass(frozen=True)
class Figure:
    """One chart. ``notes`` are lines below it: network, rule, conditions, recipe. ``grid`` draws a line at each mark of y."""

    title: str
    x: Scale
    y: Scale
    notes: tuple[str, ...]
    right: Scale | None = None
    boxes: tuple[Box, ...] = ()
    lines: tuple[Line, ...] = ()
    spots: tuple[Spot, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    legend: tuple[Key, ...] = ()
    grid: bool = True
    tall: float = 1.0  # height of the plot, of the page's usual one
    mark: str = ""  # words in the upper left corner of the plot: what kind of figures these are
