"""Where everything stands: the network as far as it is opened, laid out from the inside out. Draws nothing.

The network and its stages flow downwards, blocks and groups from left to right where they are narrow enough for it. Or all of
it flows from left to right (``sideways``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf
from typing import NamedTuple

from explorer.core.graph import IN, OUT, ROOT, Group, Network
from explorer.core.layout import Box, Layout, Point, Spacing, arrange
from explorer.views import theme
from explorer.views.graph.look import PLAIN, SIGNS, Look, Looks, Manner, Style, shape_text
from explorer.views.graph.measure import width

TITLE_PX = {Style.ROW: theme.BODY_PX, Style.CARD: theme.SMALL_PX, Style.ROUND: theme.BODY_PX, Style.PANEL: theme.BODY_PX}
DETAIL_PX = {Style.ROW: theme.BODY_PX, Style.CARD: theme.TINY_PX, Style.ROUND: theme.TINY_PX, Style.PANEL: theme.SMALL_PX}
COST_PX = theme.SMALL_PX
SHAPE_PX = theme.TINY_PX

ROW_HEIGHT, INNER_ROW_HEIGHT, CARD_HEIGHT, ROUND_SIZE = 32.0, 28.0, 48.0, 24.0
ROW_WIDTH, INNER_ROW_WIDTH, CARD_WIDTH = 280.0, 240.0, 64.0
PAD, CARD_PAD, CHEVRON, DOT, WORD = 12.0, 8.0, 16.0, 12.0, 6.0
HEADER = 32.0
JOINS = ("add", "multiply", "concat")  # what branches come into from the side
GAP, CLOSE_GAP, LABEL_GAP = 24.0, 16.0, 12.0
LABEL_ROOM = 1.5  # beside a shape over its arrow, at least; with LABEL_GAP that leaves room for one figure more
WIDEST_FLOW = 760.0  # of a block from left to right; what is wider flows downwards
FEATURE_MAP = 4  # dimensions of N×C×H×W
COST_RESERVE = "99.9 M"  # so that boxes keep their width while a knob is dragged


class Content(NamedTuple):
    """One opened node: which of its children stand where in it, and which lie themselves open."""

    layout: Layout
    groups: list[Group]
    sizes: dict[str, Box]
    looks: dict[str, Look]
    inner: dict[str, Content]
    downwards: bool


@dataclass(slots=True)
class Shape:
    """A box on the scene, in scene pixels. ``members`` are the equal siblings it stands for, itself first; ``run`` the row that
    it was unfolded from, empty for none."""

    id: str
    members: tuple[str, ...]
    parent: str
    x: float
    y: float
    width: float
    height: float
    depth: int
    look: Look
    small: bool = False  # a row inside a panel
    run: tuple[str, ...] = ()


@dataclass(slots=True)
class Line:
    """An edge on the scene. ``label`` is the tensor's shape, at ``place``: left middle, or bottom middle where ``above``."""

    parent: str
    source: str
    target: str
    points: tuple[Point, ...]
    straight: bool
    arrow: bool
    depth: int
    label: str = ""
    place: Point = (0.0, 0.0)
    above: bool = False
    room: float = inf  # length for the label

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.parent, self.source, self.target)


@dataclass(slots=True)
class Diagram:
    """All boxes and lines. ``downwards`` tells of each opened node (and the network) which way its children follow each other."""

    shapes: dict[str, Shape] = field(default_factory=dict)
    lines: dict[tuple[str, str, str], Line] = field(default_factory=dict)
    downwards: dict[str, bool] = field(default_factory=dict)
    left: float = 0.0  # what it covers; the network's axis is x = 0, or y = 0 where it flows sideways
    right: float = 0.0
    top: float = 0.0
    height: float = 0.0
    sideways: bool = False


def skeleton(
    network: Network, opened: Set[str], node_id: str = ROOT, *, unfolded: Set[str] = frozenset()
) -> tuple[object, ...]:
    """What decides the layout besides the widths of texts: what is shown, folded how, joined how. Equal: nothing moves."""
    groups = network.groups(node_id, unfolded)
    parts: list[object] = [
        (
            g.members, g.run, g.first.type,
            skeleton(network, opened, g.first.id, unfolded=unfolded) if g.first.id in opened else None,
        )
        for g in groups
    ]
    parts.append([(source, target) for source, target, _ in network.edges(node_id)])
    return tuple(parts)


def needed_width(look: Look) -> float:
    """The narrowest box of this look that cuts no text."""
    style = look.style
    if style is Style.ROUND:
        return ROUND_SIZE
    title = width(look.title, TITLE_PX[style], bold=True)
    detail = width(look.detail, DETAIL_PX[style])
    if style is Style.CARD:
        return max(CARD_WIDTH, max(title, detail) + 2 * CARD_PAD)
    cost = width(look.cost, COST_PX)
    words = title + (detail + WORD if look.detail else 0)
    if style is Style.PANEL and look.note:
        words += DOT + WORD + width(look.note, DETAIL_PX[style])
    return words + (cost + 2 * PAD if cost else 0) + 2 * PAD + CHEVRON


def reserved_width(look: Look) -> float:
    """A whole number of steps, with room for the longest cost."""
    reserve = 0.0
    if look.style is Style.CARD and " · " in look.detail:
        words = look.detail.rpartition(" · ")[0]
        reserve = width(f"{words} · {COST_RESERVE}", DETAIL_PX[look.style]) + 2 * CARD_PAD
    return _stepped(max(needed_width(look), reserve))


def _stepped(length: float) -> float:
    return -(-length // theme.STEP_PX) * theme.STEP_PX


class Builder:
    """Lays out one network under one set of looks, in one manner."""

    def __init__(self, looks: Looks, opened: Set[str], unfolded: Set[str] = frozenset(), manner: Manner = PLAIN) -> None:
        self._looks = looks
        self._unfolded = unfolded
        self._network = looks.network
        self._opened = opened
        self._diagram = Diagram(sideways=manner.sideways)
        self._shapes = manner.shapes

    def build(self) -> Diagram:
        content = self._measure(ROOT, 0)
        layout = content.layout
        left, top = (0.0, -layout.axis) if self._diagram.sideways else (-layout.axis, 0.0)
        self._place(ROOT, content, left, top, 0)
        self._diagram.left, self._diagram.right = left, left + layout.width
        self._diagram.top, self._diagram.height = top, layout.height
        return self._diagram

    def _measure(self, node_id: str, depth: int) -> Content:
        groups = self._network.groups(node_id, self._unfolded)
        downwards = self._flows_down(node_id, groups)
        plain = Style.ROW if downwards else Style.CARD
        inner, looks, sizes = {}, {}, {}
        for group in groups:
            name = group.first.id
            if name in self._opened and self._network.children(name):
                looks[name] = self._looks.look(group, Style.PANEL)
                inner[name] = self._measure(name, depth + 1)
                sizes[name] = _panel_size(inner[name], looks[name], downwards=downwards)
            else:
                looks[name] = self._looks.look(group, Style.ROUND if group.first.type in SIGNS else plain)
                sizes[name] = self._plain_size(looks[name], depth)
                if name in self._unfolded and looks[name].style is not Style.ROUND:  # as wide as folded: beside it nothing moves
                    folded = self._looks.look(Group(group.first, group.run or (name, name)), plain)
                    sizes[name] = Box(max(sizes[name].width, self._plain_size(folded, depth).width), sizes[name].height)
        if downwards:
            _align_rows(sizes, looks, depth)
        layout = self._arrange(node_id, groups, sizes, looks, downwards=downwards)
        return Content(layout, groups, sizes, looks, inner, downwards)

    def _flows_down(self, node_id: str, groups: list[Group]) -> bool:
        if self._diagram.sideways:
            return False
        if node_id == ROOT or self._network.node(node_id).role == "stage":
            return True
        looks = {g.first.id: self._looks.look(g, Style.ROUND if g.first.type in SIGNS else Style.CARD) for g in groups}
        sizes = {name: self._plain_size(look, 1) for name, look in looks.items()}
        if sum(box.width + GAP for box in sizes.values()) <= WIDEST_FLOW:
            return False
        return self._arrange(node_id, groups, sizes, looks, downwards=False).width > WIDEST_FLOW

    def _plain_size(self, look: Look, depth: int) -> Box:
        if look.style is Style.ROUND:
            return Box(ROUND_SIZE, ROUND_SIZE)
        if look.style is Style.CARD:
            return Box(reserved_width(look), CARD_HEIGHT)
        return Box(reserved_width(look), INNER_ROW_HEIGHT if depth else ROW_HEIGHT)

    def _arrange(
        self, node_id: str, groups: list[Group], sizes: dict[str, Box], looks: dict[str, Look], *, downwards: bool,
    ) -> Layout:
        edges = self._shown_edges(node_id, groups)
        boxes = dict(sizes)
        gaps: dict[str, float] = {}
        entering = {t for s, t, _ in edges if s == IN}
        waiting = {t for s, t, _ in edges if s != IN}
        if node_id == ROOT or len(entering) > 1:
            boxes = {IN: Box(0, 0), **boxes}
        if node_id == ROOT or len({s for s, t, _ in edges if t == OUT}) > 1:
            boxes[OUT] = Box(0, 0)
            gaps[OUT] = theme.STEP_PX * (6 if node_id == ROOT else 2)
        if not downwards:
            for source, target, shape in edges:
                labelled = (source != IN or node_id == ROOT) and _takes_shape(node_id, target, looks)
                words = edge_text(self._network, node_id, shape, above=True) if self._shapes else ""
                needed = width(words, SHAPE_PX) + LABEL_GAP if labelled else 0.0
                gaps[target] = max(gaps.get(target, CLOSE_GAP), _stepped(needed))
        if node_id != ROOT:
            gaps.update(dict.fromkeys(entering - waiting, theme.STEP_PX * (3.0 if not downwards else 4.0)))
        joins = frozenset(g.first.id for g in groups if g.first.type in JOINS)
        weights = {g.first.id: float(g.first.macs) for g in groups}
        kept = [(s, t) for s, t, _ in edges if s in boxes and t in boxes]
        spacing = Spacing(gap=GAP, beside=GAP if downwards else CLOSE_GAP, gaps=gaps)
        return arrange(boxes, kept, horizontal=not downwards, spacing=spacing, side_entry=joins, weights=weights)

    def _shown_edges(self, node_id: str, groups: list[Group]) -> list[tuple[str, str, list[int]]]:
        """Edges between what is shown: a folded member stands under its group's first."""
        shown = {member: g.first.id for g in groups for member in g.members}
        edges = [(shown.get(s, s), shown.get(t, t), shape) for s, t, shape in self._network.edges(node_id)]
        return [(s, t, shape) for s, t, shape in edges if s != t]

    def _place(self, node_id: str, content: Content, x: float, y: float, depth: int) -> None:
        self._diagram.downwards[node_id] = content.downwards
        for group in content.groups:
            name = group.first.id
            dx, dy = content.layout.places[name]
            box, look = content.sizes[name], content.looks[name]
            self._diagram.shapes[name] = Shape(
                name, group.members, node_id, x + dx, y + dy, box.width, box.height, depth, look, small=depth > 0,
                run=group.run,
            )
            if name in content.inner:
                inside = content.inner[name]
                inner_x = x + dx + _inset(inside, box)
                self._place(name, inside, inner_x, y + dy + HEADER, depth + 1)
        shapes = {(s, t): shape for s, t, shape in reversed(self._shown_edges(node_id, content.groups))}
        labelled: set[str] = set()
        lines: list[Line] = []
        for route in content.layout.routes:
            points = tuple((x + px, y + py) for px, py in route.points)
            line = Line(
                node_id, route.source, route.target, points, route.straight, arrow=route.target != OUT or node_id == ROOT,
                depth=depth, above=not content.downwards,
            )
            if route.straight and route.source not in labelled:
                self._label(line, shapes[route.source, route.target], content)
                labelled.add(route.source)
            self._diagram.lines[line.key] = line
            lines.append(line)
        if self._shapes:
            self._label_branches(lines, content, shapes, labelled)

    def _label_branches(
        self, lines: Sequence[Line], content: Content, shapes: Mapping[tuple[str, str], list[int]], labelled: set[str]
    ) -> None:
        """What leaves a box on a branch alone has its shape where it leaves, if there is room for it."""
        boxes = [self._diagram.shapes[group.first.id] for group in content.groups]
        for line in lines:
            if line.straight or line.source == IN or line.source in labelled:
                continue
            label = edge_text(self._network, line.parent, shapes[line.source, line.target], above=line.above)
            (x1, y1), (x2, y2) = line.points[:2]
            place = ((x1 + x2) / 2, y1 - 4) if line.above else (x1 + 10, (y1 + y2) / 2)
            room = abs(x2 - x1) if line.above else abs(y2 - y1) + width(label, SHAPE_PX) - SHAPE_PX
            if label_room(label) <= room and _is_free(label_area(label, place, above=line.above), boxes, lines):
                line.label, line.place, line.room = label, place, room
                labelled.add(line.source)

    def _label(self, line: Line, shape: list[int], content: Content) -> None:
        if not self._shapes or not _takes_shape(line.parent, line.target, content.looks) or (line.source == IN and line.parent):
            return
        (x1, y1), (x2, y2) = line.points[-2:]
        line.label = edge_text(self._network, line.parent, shape, above=line.above)
        line.place, line.room = ((x1 + x2) / 2 - 2, y1 - 4), abs(x2 - x1)
        if not line.above:
            line.place, line.room = (x2 + 10, y2 - GAP / 2), inf


def reach(line: Line) -> float:
    """How far a line goes from where it begins."""
    (x, y), (far_x, far_y) = line.points[0], line.points[-1]
    return abs(far_x - x) + abs(far_y - y)


def shared_corners(points: Sequence[Point], longer: Sequence[Point]) -> int:
    """How many of a line's first corners can be left out because another line with the same beginning runs through them all.

    The last of them lies on the other line, so that what is left is drawn from there.
    """
    same = 0
    while same < min(len(points), len(longer)) and points[same] == longer[same]:
        same += 1
    if not same or same == len(points):
        return 0
    (x, y), before = points[same], longer[same - 1]
    after = longer[same] if same < len(longer) else before
    between = sorted((before[0], x, after[0]))[1] == x and sorted((before[1], y, after[1]))[1] == y
    return min(same if between else same - 1, len(points) - 2)


def line_label(network: Network, line: Line, shapes: Mapping[tuple[str, str], list[int]]) -> str:
    """The text of a labelled line after the shapes changed."""
    shape = shapes.get((line.source, line.target))
    if shape is None or not line.label:
        return line.label
    return edge_text(network, line.parent, shape, above=line.above)


def _takes_shape(parent: str, target: str, looks: Mapping[str, Look]) -> bool:
    """Whether the straight arrow to a target has a shape: not to a small sign, nor to the end of what lies open."""
    return looks[target].style is not Style.ROUND if target in looks else target == OUT and parent == ROOT


def label_room(label: str) -> float:
    """How long an arrow has to be for a shape over it."""
    return width(label, SHAPE_PX) + 2 * LABEL_ROOM


def label_area(label: str, place: Point, *, above: bool) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a shape at its place."""
    (x, y), wide = place, width(label, SHAPE_PX)
    return (x - wide / 2, y - SHAPE_PX, x + wide / 2, y) if above else (x, y - SHAPE_PX / 2, x + wide, y + SHAPE_PX / 2)


def _is_free(area: tuple[float, float, float, float], boxes: Sequence[Shape], lines: Sequence[Line]) -> bool:
    """Whether no box, no line and no other shape of the same parent lies there."""
    left, top, right, bottom = area
    taken = [(box.x, box.y, box.x + box.width, box.y + box.height) for box in boxes]
    taken += [label_area(line.label, line.place, above=line.above) for line in lines if line.label]
    for line in lines:
        taken += [(min(a, c), min(b, d), max(a, c), max(b, d)) for (a, b), (c, d) in pairwise(line.points)]
    return not any(x1 < right and left < x2 and y1 < bottom and top < y2 for x1, y1, x2, y2 in taken)


def edge_text(network: Network, parent: str, shape: list[int], *, above: bool) -> str:
    """The shape of what passes between children of ``parent``: whole, but ``above`` an arrow within a block the channels alone.

    What is no map of C×H×W is whole there too: of tokens, two numbers are needed to tell which way round they lie.
    """
    if above and len(shape) == FEATURE_MAP and parent != ROOT and network.node(parent).role != "stage":
        return str(shape[1])
    return shape_text(shape)


def _inset(content: Content, box: Box) -> float:
    """From a panel's left edge to its content: centred where the panel is wider than it needs to be."""
    return max(PAD, (box.width - content.layout.width) / 2)


def _panel_size(content: Content, look: Look, *, downwards: bool) -> Box:
    """A panel's size, and where the parent's axis (which runs down or across) enters it."""
    layout = content.layout
    across = max(_stepped(layout.width) + 2 * PAD, reserved_width(look))
    height = HEADER + layout.height + PAD
    inset = max(PAD, (across - layout.width) / 2)
    if downwards:
        return Box(across, height, inset + layout.axis if content.downwards else None)
    return Box(across, height, None if content.downwards else HEADER + layout.axis)


def _align_rows(sizes: dict[str, Box], looks: Mapping[str, Look], depth: int) -> None:
    """Rows of one parent share a width; inside a panel they are as wide as the widest opened block among them."""
    rows = [name for name, look in looks.items() if look.style is Style.ROW]
    common = max((sizes[name].width for name in rows), default=0.0)
    common = max(common, INNER_ROW_WIDTH if depth else ROW_WIDTH)
    if depth:
        opened = [sizes[name] for name, look in looks.items() if look.style is Style.PANEL]
        common = max([common, *(box.width for box in opened if box.port is None)])
    for name in rows:
        sizes[name] = Box(common, sizes[name].height)
