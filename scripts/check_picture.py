"""Judge a picture of a block graph by its SVG alone: overlapping boxes, cut texts, edges through boxes. Standard library only.

    python scripts/check_picture.py FILE.svg …       # exit code 0 sound, 1 faults (a line each), 2 a file that cannot be judged

It reads the file as a viewer would and shares no code with the program that drew it. A node is a group with ``data-path``; its
box is the rectangle or circle of class ``box`` in it, its children are the groups in it. Widths of texts are added up from the
fonts' own advance widths (scripts/font_advances.json, read from the font files by scripts/font_advances.py) in the first family
that the file names; ``textLength`` is not believed: it has to agree with that width.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
Advances = Mapping[str, Mapping[str, Mapping[str, float]]]
ADVANCES = Path(__file__).with_name("font_advances.json")
SLACK = 0.75  # px: touching, and half a rim, is no overlap
INSET = 1.0  # px that a text keeps from the edge of its box, at least
REACH = 9.0  # px before its target that a line may end: the arrow's head stands there
CAPITAL = 0.73  # height of a capital, in sizes of the font
SQUEEZED = 0.06  # by how much textLength may differ from the natural width: kerning, which the table leaves out


class Box(NamedTuple):
    """Left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def shrunk(self, by: float = SLACK) -> Box:
        return Box(self.left + by, self.top + by, self.right - by, self.bottom - by)

    def meets(self, other: Box) -> bool:
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: Box) -> bool:
        inside = self.left <= other.left and other.right <= self.right
        return inside and self.top <= other.top and other.bottom <= self.bottom


class Text(NamedTuple):
    """A text and the room that its capitals take."""

    words: str
    role: str
    box: Box
    natural: float
    claimed: float | None


class Line(NamedTuple):
    """An edge as it is drawn."""

    source: str
    target: str
    points: list[tuple[float, float]]
    arrow: bool

    def pieces(self) -> Iterator[Box]:
        for (ax, ay), (bx, by) in pairwise(self.points):
            yield Box(min(ax, bx) - 0.01, min(ay, by) - 0.01, max(ax, bx) + 0.01, max(ay, by) + 0.01)

    @property
    def name(self) -> str:
        return f"{self.source} → {self.target}"


@dataclass
class Node:
    """A group with ``data-path``, or the whole graph ("")."""

    path: str
    box: Box
    texts: list[Text] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    def all(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.all()


class Unreadable(Exception):
    """The file is no picture that can be judged; the message says why."""


class _Reader:
    """One file's elements as nodes."""

    def __init__(self, root: ET.Element, table: Advances | None) -> None:
        families = [name.strip(" '\"") for name in root.get("font-family", "").split(",")]
        table = json.loads(ADVANCES.read_text(encoding="utf-8")) if table is None else table
        if families[0] not in table:
            raise Unreadable(f"no advance widths of the font {families[0]!r}; there are: {', '.join(table)}")
        self._advances = table[families[0]]
        self.page = Box(0.0, 0.0, float(root.get("width", "0")), float(root.get("height", "0")))

    def text(self, element: ET.Element) -> Text:
        words, size = element.text or "", float(element.get("font-size", "0"))
        bold = element.get("font-weight", "400") in ("600", "700", "bold")
        widths = self._advances["bold" if bold else "regular"]
        natural = sum(widths.get("한" if "가" <= character <= "힣" else character, 1.0) for character in words) * size
        x, y = float(element.get("x", "0")), float(element.get("y", "0"))
        claimed = element.get("textLength")
        box = Box(x, y - CAPITAL * size, x + natural, y)
        return Text(words, element.get("class", ""), box, natural, None if claimed is None else float(claimed))

    def node(self, group: ET.Element, path: str, box: Box) -> Node:
        found = Node(path, box)
        for element in group:
            if element.tag == SVG + "text":
                found.texts.append(self.text(element))
            elif element.tag == SVG + "polyline":
                found.lines.append(_line(element))
            elif element.tag == SVG + "g" and element.get("data-path"):
                found.children.append(self.node(element, element.get("data-path", ""), _own_box(element)))
        return found


def _line(element: ET.Element) -> Line:
    points = []
    for pair in element.get("points", "").split():
        x, _, y = pair.partition(",")
        points.append((float(x), float(y)))
    return Line(element.get("data-from", ""), element.get("data-to", ""), points, element.get("marker-end") is not None)


def _own_box(group: ET.Element) -> Box:
    for element in group:
        if element.get("class") == "box" and element.tag == SVG + "circle":
            x, y, r = _numbers(element, "cx", "cy", "r")
            return Box(x - r, y - r, x + r, y + r)
        if element.get("class") == "box":
            x, y, width, height = _numbers(element, "x", "y", "width", "height")
            return Box(x, y, x + width, y + height)
    raise Unreadable(f"{group.get('data-path')} has no box")


def _numbers(element: ET.Element, *names: str) -> list[float]:
    return [float(element.get(name, "nan")) for name in names]


def faults(content: str | bytes, table: Advances | None = None) -> list[str]:
    """Everything that is wrong with a picture, a sentence each. Raises Unreadable for what is no such picture.

    ``table`` stands for scripts/font_advances.json: family, weight, character, width in em.
    """
    try:
        root = ET.fromstring(content)
    except ET.ParseError as error:
        raise Unreadable(f"not XML: {error}") from error
    if root.tag != SVG + "svg":
        raise Unreadable(f"no SVG but {root.tag}")
    reader = _Reader(root, table)
    graphs = [g for g in root.iter(SVG + "g") if g.get("id") == "graph"]
    if len(graphs) != 1:
        raise Unreadable(f"{len(graphs)} groups with the id graph; one is needed")
    graph = reader.node(graphs[0], "", reader.page)
    if not graph.children:
        raise Unreadable("the graph holds no box")
    whole = graphs[0].get("data-part") == "whole"
    found = []
    for node in graph.all():
        found += [*_overlapping(node, whole=whole), *_cut(node), *_through(node), *_loose(node), *_covered(node)]
    caption = [reader.text(t) for g in root.findall(SVG + "g") if g.get("id") == "caption" for t in g.findall(SVG + "text")]
    return [*found, *_caption(caption, reader.page, graph, whole=whole)]


def _overlapping(node: Node, *, whole: bool) -> Iterator[str]:
    for a, b in combinations(node.children, 2):
        if a.box.shrunk().meets(b.box.shrunk()):
            yield f"{a.path} overlaps {b.path}"
    for child in node.children:
        if (node.path or whole) and not node.box.holds(child.box.shrunk()):
            yield f"{child.path} stands out of {node.path or 'the page'}"


def _cut(node: Node) -> Iterator[str]:
    """Texts of a box: within it, none elided, none squeezed, none on another or on what lies open in it."""
    if not node.path:
        return
    runs = [text for text in node.texts if text.role == "run"]
    for text in runs:
        if not node.box.shrunk(INSET).holds(_kerned(text)) or "…" in text.words:
            yield f"{node.path}: {text.words!r} is cut"
        elif text.claimed is not None and abs(text.claimed / text.natural - 1) > SQUEEZED:
            yield f"{node.path}: {text.words!r} is squeezed from {text.natural:.1f} to {text.claimed:.1f} px"
        for child in node.children:
            if text.box.meets(child.box.shrunk()):
                yield f"{node.path}: {text.words!r} lies on {child.path}"
    for a, b in combinations(runs, 2):
        if _kerned(a).meets(_kerned(b)):
            yield f"{node.path}: {a.words!r} runs into {b.words!r}"


def _kerned(text: Text) -> Box:
    """The text's room where its claim is honest: kerning takes some of the natural width away."""
    honest = text.claimed is not None and 0 <= 1 - text.claimed / text.natural <= SQUEEZED
    return text.box._replace(right=text.box.left + text.claimed) if honest and text.claimed is not None else text.box


def _through(node: Node) -> Iterator[str]:
    for line in node.lines:
        for piece in line.pieces():
            if min(piece.right - piece.left, piece.bottom - piece.top) > 0.03:
                yield f"{line.name} is slanted"
            for child in node.children:
                if child.box.shrunk().meets(piece):
                    yield f"{line.name} runs through {child.path}"
            if node.path and not node.box.holds(piece):
                yield f"{line.name} leaves {node.path}"


def _loose(node: Node) -> Iterator[str]:
    boxes = {child.path: child.box for child in node.children}
    for line in node.lines:
        for name, (x, y), reach in ((line.source, line.points[0], 1.5), (line.target, line.points[-1], REACH)):
            if name in boxes and not boxes[name].shrunk(-reach).holds(Box(x, y, x, y)):
                yield f"{line.name} does not meet {name}"


def _covered(node: Node) -> Iterator[str]:
    """Shapes beside arrows: on no box, no line and no other."""
    labels = [text for text in node.texts if text.role == "shape"]
    for label in labels:
        room = _kerned(label).shrunk(0.5)
        for child in node.children:
            if room.meets(child.box.shrunk()):
                yield f"{label.words!r} lies on {child.path}"
        for line in node.lines:
            if any(room.meets(piece) for piece in line.pieces()):
                yield f"{line.name} crosses {label.words!r}"
    for a, b in combinations(labels, 2):
        if _kerned(a).shrunk(0.5).meets(_kerned(b).shrunk(0.5)):
            yield f"{a.words!r} lies on {b.words!r}"


def _caption(texts: list[Text], page: Box, graph: Node, *, whole: bool) -> Iterator[str]:
    """Title, legend and footer: there, on the page, and clear of each other and of the graph."""
    for role in ("title", "facts", "legend", "footer"):
        if not any(text.role == role for text in texts):
            yield f"there is no {role}"
    for text in texts:
        if not page.shrunk(INSET).holds(_kerned(text)):
            yield f"{text.role}: {text.words!r} is cut by the page"
        if whole and any(text.box.meets(child.box) for child in graph.children):
            yield f"{text.role}: {text.words!r} lies on the graph"
    for a, b in combinations(texts, 2):
        if _kerned(a).meets(_kerned(b)):
            yield f"{a.role}: {a.words!r} lies on {b.words!r}"


def main(names: Iterable[str]) -> int:
    """Judge each file; the exit code."""
    code = 0
    for name in names:
        try:
            found = faults(Path(name).read_bytes())
        except (OSError, ValueError, Unreadable) as error:
            print(f"{name}: cannot be judged: {error}", file=sys.stderr)
            code = 2
            continue
        for fault in found:
            print(f"{name}: {fault}")
        code = code or int(bool(found))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
