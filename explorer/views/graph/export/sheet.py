"""One page: the graph as it lies open at present, with title, legend and footer around it. Writes no file.

Lengths are the scene's pixels, 1/96 inch each. The page has its own scene: a theme or a selection of the window's does not
reach it, and nothing in the window moves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from copy import copy
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from PySide6.QtCore import QCoreApplication, QRectF

from explorer.core.errors import BadInput
from explorer.core.graph import Group, Network
from explorer.core.measures import DEFAULT_PRECISION
from explorer.core.rules import DEFAULT
from explorer.views.graph.diagram import Builder, Diagram
from explorer.views.graph.export.caption import Caption
from explorer.views.graph.look import PLAIN, Legend, Looks, Manner
from explorer.views.graph.measure import lacking, width
from explorer.views.graph.picture import Picture
from explorer.views.graph.scene import GraphScene
from explorer.views.theme import LARGE_PX, LIGHT, SMALL_PX, TINY_PX, Theme
from explorer.views.words import rule_title

MARGIN, HEADER_GAP, FOOTER_GAP = 24.0, 20.0, 16.0
LEAST_WIDTH = 400.0  # of the text above a narrow graph
LEADING = 1.45  # from baseline to baseline, in sizes of the text
STEP_WIDTH, STEP_HEIGHT = 14.0, 10.0  # of the ramp in the legend
ROOM = 8.0
LEVELS = ("none", "stages", "blocks", "all")  # words for what lies open


@dataclass(frozen=True)
class Subject:
    """What is drawn: the network, what lies open and where (``diagram``), and by what it is coloured."""

    network: Network
    diagram: Diagram
    quantity: str = "macs"
    overrides: Mapping[str, str] = field(default_factory=dict)
    times: Mapping[str, float] = field(default_factory=dict)
    figures: bool = True

    @staticmethod
    def of(
        network: Network, opened: Set[str] = frozenset(), quantity: str = "macs", times: Mapping[str, float] | None = None,
        manner: Manner = PLAIN,
    ) -> Subject:
        """A network that no window shows."""
        looks = Looks(network, LIGHT, quantity, {}, times or {}, figures=manner.figures)
        diagram = Builder(looks, opened, manner=manner).build()
        return Subject(network, diagram, quantity, times=times or {}, figures=manner.figures)


def captured(picture: Picture) -> Subject | None:
    """What a view shows at present; None before there is a network."""
    if picture.network is None:
        return None
    overrides, times = dict(picture.overrides), dict(picture.times)
    return Subject(picture.network, picture.scene.diagram, picture.quantity, overrides, times, picture.manner.figures)


def opened_at(network: Network, words: Sequence[str]) -> frozenset[str]:
    """Ids of what lies open: a level of ``LEVELS``, or module paths, which open what is around them too.

    ``stages`` opens the stages, ``blocks`` also the blocks, ``all`` everything. Raises BadInput for anything else.
    """
    if "none" in words and len(words) > 1:
        raise BadInput("--open none cannot stand beside {0}", ", ".join(w for w in words if w != "none"))
    ids = network.ids()
    found: set[str] = set()
    for word in words:
        if word == "all":
            found.update(ids)
        elif word in ("stages", "blocks"):
            roles = ("stage",) if word == "stages" else ("stage", "block")
            top = {i for i in ids if network.node(i).role in roles or not network.node(i).parent}
            found.update(top if word == "blocks" else {i for i in top if not network.node(i).parent})
        elif word in network:
            if not network.children(word):
                raise BadInput("{0} cannot be opened: there is nothing inside", word)
            found.update(network.ancestors(word))
        elif word != "none":
            near = get_close_matches(word, [*LEVELS, *ids], n=3, cutoff=0.6)
            hint = f"did you mean {' or '.join(near)}?" if near else "allowed: " + ", ".join(LEVELS) + ", or a module path"
            raise BadInput("there is no place {0} in this network; {1}", word, hint)
    return frozenset(i for i in found if network.children(i))


@dataclass(frozen=True)
class Options:
    """How it is drawn. ``part`` is a piece of the scene, None the whole; ``transparent`` leaves the page's ground out."""

    theme: Theme = LIGHT
    transparent: bool = False
    part: QRectF | None = None


@dataclass(frozen=True)
class Words:
    """A line of text around the graph; (x, y) is where its baseline begins."""

    text: str
    x: float
    y: float
    pixels: int
    bold: bool
    colour: str
    role: str


@dataclass(frozen=True)
class Patch:
    """A step of the ramp, or a kind's colour."""

    box: QRectF
    colour: str
    rim: str


class Sheet:
    """The laid-out page. ``region`` is the piece of the scene that it shows, ``(dx, dy)`` what takes the scene onto the page."""

    def __init__(self, subject: Subject, caption: Caption, options: Options = Options()) -> None:
        self.caption = caption
        self.options = options
        self.theme = options.theme
        self.network = subject.network
        self.figures = subject.figures
        looks = Looks(
            subject.network, self.theme, subject.quantity, subject.overrides, subject.times, figures=self.figures
        )
        self.scene = GraphScene(self.theme)
        self.scene.show_diagram(_redrawn(subject.diagram, looks))
        self.legend: Legend = looks.legend()
        items = [*self.scene.nodes.values(), *self.scene.lines.values()]
        whole = QRectF()
        for item in items:
            whole = whole.united(item.mapRectToScene(item.boundingRect()))
        self.region = whole if options.part is None else whole.intersected(options.part)
        if self.region.isEmpty():
            raise BadInput("there is nothing to draw: {0}", "no box lies in the visible part" if items else "no network")
        self.words: list[Words] = []
        self.patches: list[Patch] = []
        inner = max(self.region.width(), LEAST_WIDTH)
        self.width = inner + 2 * MARGIN
        self._y = MARGIN
        self._write_header(inner, nested=any(shape.parent for shape in subject.diagram.shapes.values()))
        self.dx = MARGIN + (inner - self.region.width()) / 2 - self.region.left()
        self.dy = self._y + HEADER_GAP - self.region.top()
        self._y += HEADER_GAP + self.region.height() + FOOTER_GAP
        self._lines([caption.footer], inner, TINY_PX, "footer", self.theme.dim)
        self.height = self._y + MARGIN - TINY_PX * (LEADING - 1)

    @property
    def whole(self) -> bool:
        """Whether the page shows all of the graph."""
        return self.options.part is None

    def lacking(self) -> str:
        """Characters of the page that no font of this machine has: boxes stand for them in PDF and PNG."""
        texts = [each.text for each in self.words]
        texts += [run.text for item in self.scene.nodes.values() for run in item.runs]
        return lacking(texts)

    def _write_header(self, inner: float, *, nested: bool) -> None:
        text, dim = self.theme.text, self.theme.dim
        self._lines([self.caption.title], inner, LARGE_PX, "title", text, bold=True)
        self._y += 2
        if self.caption.changes:
            self._lines(_joined(self.caption.changes, inner, SMALL_PX), inner, SMALL_PX, "changes", text)
        self._lines(_joined(self.caption.facts, inner, SMALL_PX), inner, SMALL_PX, "facts", dim)
        self._y += 6
        if self.legend.quantity == "kind":
            self._kinds(inner)
        else:
            self._ramp(inner, nested=nested)

    def _lines(self, lines: Iterable[str], inner: float, pixels: int, role: str, colour: str, *, bold: bool = False) -> None:
        for paragraph in lines:
            for line in _broken(paragraph, inner, pixels, bold=bold):
                self._y += pixels * LEADING
                self.words.append(Words(line, MARGIN, self._y - pixels * 0.35, pixels, bold, colour, role))

    def _ramp(self, inner: float, *, nested: bool) -> None:
        legend = self.legend
        ranges = [QCoreApplication.translate("Graph", "0 – {0}").format(legend.maximum_text or "0")]
        if legend.quantity == "time" and not legend.maximum_text:
            ranges = [QCoreApplication.translate("Graph", "not measured")]
        if nested and legend.layer_maximum_text:
            ranges.append(QCoreApplication.translate("Graph", "single layers 0 – {0}").format(legend.layer_maximum_text))
        name = QCoreApplication.translate("Graph", "Colour and figures: {0}")
        if not self.figures:
            name = QCoreApplication.translate("Graph", "Colour: {0}")
        name = name.format(quantity_text(legend.quantity, self.network.rule, self.network.precision))
        base = self._y + TINY_PX * LEADING
        x = MARGIN
        self.words.append(Words(name, x, base, TINY_PX, bold=False, colour=self.theme.dim, role="legend"))
        x += width(name, TINY_PX) + ROOM
        for _, colour in legend.entries:
            self.patches.append(Patch(QRectF(x, base - STEP_HEIGHT + 1, STEP_WIDTH, STEP_HEIGHT), colour, self.theme.line))
            x += STEP_WIDTH
        self._y = base + TINY_PX * (LEADING - 1)
        for words in ranges:
            if x + ROOM + width(words, TINY_PX) > MARGIN + inner:
                x, base = MARGIN - ROOM, base + TINY_PX * LEADING
                self._y += TINY_PX * LEADING
            self.words.append(Words(words, x + ROOM, base, TINY_PX, bold=False, colour=self.theme.dim, role="legend"))
            x += 2 * ROOM + width(words, TINY_PX)

    def _kinds(self, inner: float) -> None:
        x, base = MARGIN, self._y + TINY_PX * LEADING
        name = QCoreApplication.translate("Graph", "Figures: {0}; colour:").format(rule_title(self.network.rule))
        if not self.figures:
            name = QCoreApplication.translate("Graph", "Colour:")
        self.words.append(Words(name, x, base, TINY_PX, bold=False, colour=self.theme.dim, role="legend"))
        x += width(name, TINY_PX) + ROOM
        for name, colour in self.legend.entries:
            needed = 10 + 4 + width(name, TINY_PX)
            if x > MARGIN and x + needed > MARGIN + inner:
                x, base = MARGIN, base + TINY_PX * LEADING
            self.patches.append(Patch(QRectF(x, base - 9, 10, 10), colour, self.theme.line))
            self.words.append(Words(name, x + 14, base, TINY_PX, bold=False, colour=self.theme.dim, role="legend"))
            x += needed + 2 * ROOM
        self._y = base + TINY_PX * (LEADING - 1)


def quantity_text(quantity: str, rule: str = DEFAULT, precision: str = DEFAULT_PRECISION) -> str:
    """What boxes are coloured by, in words; a count by the name of its rule."""
    words = {
        "macs": rule_title(rule),
        "params": QCoreApplication.translate("Graph", "parameters"),
        "memory": QCoreApplication.translate("Graph", "output in memory, {0}").format(precision),
        "access": QCoreApplication.translate("Graph", "memory access, {0}").format(precision),
        "time": QCoreApplication.translate("Graph", "measured time"),
        "kind": QCoreApplication.translate("Graph", "kind of layer"),
    }
    return words[quantity]


def _redrawn(diagram: Diagram, looks: Looks) -> Diagram:
    """The same boxes and lines in the same places, in another theme, without signs to click on. The window's stay as they are."""
    shapes = {}
    for name, shape in diagram.shapes.items():
        shapes[name] = copy(shape)
        group = Group(looks.network.node(name), shape.members, shape.run)
        shapes[name].look = looks.look(group, shape.look.style)._replace(opens=False, fold="", signs=False)
    lines = {key: copy(line) for key, line in diagram.lines.items()}
    return replace(diagram, shapes=shapes, lines=lines)


def _joined(parts: Sequence[str], inner: float, pixels: int) -> list[str]:
    """The parts with dots between them, in as few lines as they need; a part is broken only where it alone is too long."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]} · {part}" if lines else part
        if lines and width(longer, pixels) <= inner:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def _broken(text: str, inner: float, pixels: int, *, bold: bool) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, pixels, bold=bold) <= inner:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
