"""What a box says and in which colour: texts and colours of nodes under a theme and a quantity. Draws nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from explorer.core import units
from explorer.core.graph import ROOT, Group, Network, Node, entering, output_bytes
from explorer.views.theme import READABLE, Theme, contrast, contrast_text

QUANTITIES = ("macs", "params", "memory", "access", "time", "kind")
UNMEASURED = tuple(name for name in QUANTITIES if name != "time")  # those that an analysis alone gives
CONTAINERS = ("Sequential", "ModuleList", "ModuleDict")  # types that say nothing of what they hold: the name does
SIGNS = {"add": "+", "multiply": "×"}
TOKENS = 3  # dimensions of N×tokens×C
KILO = 999.5  # what is written with a k


class Style(Enum):
    """How a node is drawn: one line, two lines, a sign in a circle, or opened with its children inside."""

    ROW = "row"
    CARD = "card"
    ROUND = "round"
    PANEL = "panel"


class Look(NamedTuple):
    """All that an item draws but its place. Equal looks need no repaint."""

    style: Style
    title: str
    detail: str
    cost: str
    note: str  # what an override here says, or those inside of what is closed; with it comes a dot
    fill: str
    ink: str
    faint: str
    shares: tuple[tuple[str, float], ...]  # colours and parts of the strip that shows kinds, empty for no strip
    opens: bool  # whether there is something inside
    fold: str = ""  # the words at the beginning of the detail that fold and unfold: ×3, or 2 of 3 where it is unfolded
    hollow: bool = False  # the note is of what is inside: the dot is a ring
    signs: bool = True  # whether there is room for a sign to click on; a picture for paper has none


@dataclass(frozen=True)
class Manner:
    """How a network is drawn, whatever it is coloured by: from left to right, with shapes at the arrows, with costs in boxes."""

    sideways: bool = False
    shapes: bool = True
    figures: bool = True


PLAIN = Manner()


@dataclass(frozen=True)
class Legend:
    """What the colours mean. ``maximum`` is the ramp's dark end for rows, ``layer_maximum`` for single layers; 0 for kinds."""

    quantity: str
    maximum: float
    layer_maximum: float
    maximum_text: str
    layer_maximum_text: str
    entries: tuple[tuple[str, str], ...]  # (name, colour): the ramp's steps have no name


class Looks:
    """Makes the looks of one network's nodes."""

    def __init__(
        self, network: Network, theme: Theme, quantity: str, overrides: Mapping[str, str], times: Mapping[str, float],
        *, figures: bool = True,
    ) -> None:
        self.network = network
        self.theme = theme
        self.quantity = quantity
        self._overrides = overrides
        self._inside = _by_ancestor(overrides)
        self._times = times
        self._by_kind = quantity == "kind"
        self._figures = figures  # whether boxes say what they cost
        self._shown = "macs" if self._by_kind else quantity
        self._kinds = dict(theme.kinds)
        self.maximum = max((self.value(network.node(i)) for i in network.children()), default=0.0)
        self.layer_maximum = self._layer_maximum()

    def value(self, node: Node) -> float:
        """The quantity of a node: a count, bytes, or milliseconds."""
        if self._shown == "time":
            return self._times.get(node.id, 0.0)
        if self._shown == "access":
            return self.network.access(node.id)
        if self._shown == "memory":
            return output_bytes(node, self.network.precision)
        found: int = getattr(node, self._shown)
        return found

    def group_value(self, group: Group) -> float:
        """That of each of a group of equal nodes; measured times differ, so that theirs is the mean."""
        if self._shown != "time" or len(group.members) < 2:
            return self.value(group.first)
        return sum(self._times.get(member, 0.0) for member in group.members) / len(group.members)

    def _whole(self) -> float:
        """The network's, where shares of it are told."""
        if self._shown == "time":
            return self._times.get(ROOT, 0.0)
        return self.network.macs if self._shown == "macs" else self.network.params if self._shown == "params" else 0

    def text(self, value: float) -> str:
        """Three figures and a unit; empty for nothing."""
        return _amount(self._shown, value)

    def _layer_maximum(self) -> float:
        if self._shown in ("macs", "params"):
            return self.network.highest(self._shown)
        return max((self.value(node) for node in self.network.leaves()), default=0.0)

    def legend(self) -> Legend:
        """The meaning of the colours as they are now."""
        if self._by_kind:
            return Legend("kind", 0.0, 0.0, "", "", tuple((kind_text(k), colour) for k, colour in self.theme.kinds))
        ramp = tuple(("", colour) for colour in self.theme.ramp)
        highest, layer = self.maximum, self.layer_maximum
        return Legend(self.quantity, highest, layer, _amount(self._shown, highest), _amount(self._shown, layer), ramp)

    def look(self, group: Group, style: Style) -> Look:
        """How the first of a group of equal nodes is drawn, standing for all of them."""
        node, count = group.first, len(group.members)
        note = self._note(group)
        hollow = not note and style is not Style.PANEL
        if hollow:
            note = "\n".join(dict.fromkeys(line for member in group.members for line in self._inside.get(member, ())))
            hollow = bool(note)
        opens = bool(self.network.children(node.id))
        if style is Style.ROUND:
            sign = SIGNS[node.type]
            return Look(style, sign, "", "", note, self.theme.panel, self.theme.accent, self.theme.accent, (), opens)
        title, detail = self._words(group)
        if style is Style.PANEL and node.role == "stage":  # what lies open is called by its place
            kind, (title, *rest) = title, detail.split(" · ")
            detail = " · ".join([kind, *rest])
        fold = fold_text(group)
        if fold:
            detail = f"{fold} · {detail}" if detail else fold
        value = self.group_value(group)
        cost = self.text(value) if self._figures else ""
        if count > 1 and cost:
            cost = f"{count} × {cost}"
        if style is Style.PANEL:
            whole = self._whole()
            if whole and value and self._figures:
                share = 100 * value * count / whole
                cost += f" · {share:.0f} %" if share >= 0.5 else " · < 1 %"
            if note:
                detail = fold
            ground, text, dim = self.theme.background, self.theme.text, self.theme.dim
            return Look(style, title, detail, cost, note, ground, text, dim, (), opens, fold)
        if style is Style.CARD:
            detail = " · ".join(part for part in (detail, cost) if part)
            cost = ""
        fill, shares = self._colours(node, value)
        ink = contrast_text(fill)
        return Look(style, title, detail, cost, note, fill, ink, softened(ink, fill), shares, opens, fold, hollow)

    def _note(self, group: Group) -> str:
        """What the overrides of a box say: of one that is not set at all of a folded row, where it is set."""
        held = {member: self._overrides[member] for member in group.members if member in self._overrides}
        if len(held) == len(group.members) and len(set(held.values())) == 1:
            return held[group.first.id]
        return "; ".join(f"{block_text(self.network.node(member))}: {words}" for member, words in held.items())

    def _colours(self, node: Node, value: float) -> tuple[str, tuple[tuple[str, float], ...]]:
        if not self._by_kind:
            return self._ramp(value, self.layer_maximum if node.parent and self.network.is_small(node.id) else self.maximum), ()
        if not node.macs:
            return self.theme.panel, ()
        if self.network.is_small(node.id):
            return self.theme.kind_colour(self.network.kind(node.id)), ()
        macs = self.network.kind_macs(node.id)
        parts = tuple((colour, macs.get(kind, 0) / node.macs) for kind, colour in self.theme.kinds if kind in macs)
        rest = 1 - sum(part for _, part in parts)
        return self.theme.soft, (*parts, (self._kinds["other"], rest)) if rest > 1e-9 else parts

    def _ramp(self, value: float, maximum: float) -> str:
        steps = self.theme.ramp
        if value <= 0 or maximum <= 0:
            return self.theme.panel  # nothing to colour
        return steps[min(len(steps) - 1, int(len(steps) * value / maximum))]

    def _words(self, group: Group) -> tuple[str, str]:
        """Title and what stands beside it."""
        node = group.first
        if node.role == "stage":
            return self._stage_words(node)
        if node.role == "block":
            return self._block_words(group)
        title = node.name if node.type in CONTAINERS else node.title
        detail = node.subtitle
        if detail == "linear":
            detail = QCoreApplication.translate("Graph", "linear")
        return title, detail

    def _stage_words(self, node: Node) -> tuple[str, str]:
        groups = self.network.groups(node.id)
        groups = [g for g in groups if g.first.role == "block"] or groups  # DenseNet's concatenation is no block more
        types = list(dict.fromkeys(g.first.type for g in groups if g.first.role == "block"))
        title = types[0] if types else node.title
        name = stage_text(node.name)
        repeats = _repeats(groups)
        return title, f"{name} · {repeats}" if repeats else name

    def _block_words(self, group: Group) -> tuple[str, str]:
        first, count = group.first, len(group.members)
        title = block_text(first)
        parts = []
        if count > 1:
            title = f"{title}–{block_text(self.network.node(group.members[-1]))}"
        before, after = (_channels(shape) for shape in (entering(self.network, first.id), first.output))
        parts.append(f"{before} → {after}")
        if first.stride > 1:
            parts.append(f"/{first.stride}")
        if self.network.has(first.id, "add"):
            parts.append(QCoreApplication.translate("Graph", "shortcut"))
        elif self.network.has(first.id, "concat"):
            parts.append(QCoreApplication.translate("Graph", "concatenation"))
        elif first.type in self.network.types_with_sum:
            parts.append(QCoreApplication.translate("Graph", "no shortcut"))
        return title, " · ".join(parts)


def _channels(shape: list[int]) -> int:
    """Of N×C×H×W and N×C the second, of N×tokens×C the last; 0 where there are none."""
    if len(shape) < 2:
        return 0
    return shape[-1] if len(shape) == TOKENS else shape[1]


def fold_text(group: Group) -> str:
    """``×3`` of a folded row, ``2 of 3`` of a member of an unfolded one; empty for what stands alone."""
    if len(group.members) > 1:
        return f"×{len(group.members)}"
    if not group.run:
        return ""
    words = QCoreApplication.translate("Graph", "{0} of {1}")
    return words.format(group.run.index(group.first.id) + 1, len(group.run))


def _by_ancestor(overrides: Mapping[str, str]) -> dict[str, list[str]]:
    """What the overrides within each place say, a line each, by the path of the place."""
    found: dict[str, list[str]] = {}
    for path, words in overrides.items():
        outer = path.rpartition(".")[0]
        while outer:
            found.setdefault(outer, []).append(f"{'.'.join(path.split('.')[-2:])}: {words}")
            outer = outer.rpartition(".")[0]
    return found


def _repeats(groups: list[Group]) -> str:
    """``/2 + ×2``: the strided block, then the repeated ones. Blocks of equal stride but other channels count together."""
    parts = []
    for (stride, _), run in groupby(groups, key=lambda g: (g.first.stride, len(g.members) > 1)):
        count = sum(len(g.members) for g in run)
        parts.append((stride, count))
    if len(parts) == 1 and parts[0] == (1, 1):
        return ""
    if len(parts) > 4:
        return f"×{sum(count for _, count in parts)}"
    texts = []
    for stride, count in parts:
        if stride > 1:
            texts.append(f"/{stride}" if count == 1 else f"/{stride} ×{count}")
        else:
            texts.append("1" if count == 1 else f"×{count}")
    return " + ".join(texts)


@cache
def softened(ink: str, fill: str) -> str:
    """The ink of less important words: towards the fill, as far as it stays readable."""
    one, other = QColor(ink), QColor(fill)
    for part in (0.7, 0.8, 0.9):
        mixed = QColor(
            round(one.red() * part + other.red() * (1 - part)), round(one.green() * part + other.green() * (1 - part)),
            round(one.blue() * part + other.blue() * (1 - part)),
        ).name()
        if contrast(mixed, fill) >= READABLE:
            return mixed
    return ink


def _amount(quantity: str, value: float) -> str:
    if value <= 0:
        return ""
    if quantity == "time":
        return units.duration(value)
    if quantity in ("memory", "access"):
        return compact(value) + ("B" if value >= KILO else " B")
    return compact(value)


def compact(number: float) -> str:
    """Few figures for a small place: 40.4 M, 432 k, 9.4 k, 37."""
    for size, letter in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if number >= 0.9995 * size:
            value = number / size
            return f"{value:.0f} {letter}" if value >= (9.95 if letter == "k" else 99.95) else f"{value:.1f} {letter}"
    return f"{number:.0f}"


def shape_text(dims: list[int]) -> str:
    """C × H × W as it stands beside an arrow."""
    return " × ".join(str(d) for d in (dims[1:] if len(dims) > 1 else dims))


def stage_text(name: str) -> str:
    """``stage 5``; a stage with a name of its own is called by it."""
    return QCoreApplication.translate("Graph", "stage {0}").format(name) if name.isdigit() else name


def block_text(node: Node) -> str:
    """``5.1``: the stage's name and the block's."""
    return ".".join(node.id.split(".")[-2:]) if node.parent else node.name


def kind_text(kind: str) -> str:
    """A kind of layer in words."""
    words = {
        "standard": QCoreApplication.translate("Graph", "standard"),
        "depthwise": QCoreApplication.translate("Graph", "depthwise"),
        "pointwise": QCoreApplication.translate("Graph", "pointwise 1×1"),
        "group": QCoreApplication.translate("Graph", "grouped"),
        "linear": QCoreApplication.translate("Graph", "fully connected"),
        "other": QCoreApplication.translate("Graph", "other"),
    }
    return words[kind]
