"""What the accuracy chart shows, without the chart: which families, where their points and lines and the open recipe stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10
from typing import Any

from PySide6.QtCore import QCoreApplication, QRectF

from explorer.core import rules
from explorer.core.catalogue import ArchitectureSpec
from explorer.core.compare import Accuracy
from explorer.core.published_entries import with_accuracy
from explorer.core.recipe import Recipe
from explorer.core.tabular import Value
from explorer.core.weights import OwnAccuracy
from explorer.session.session import step_label
from explorer.views.accuracy_points import Published, front, looks
from explorer.views.chart import full
from explorer.views.figure import RING, TRIANGLE, Key, Line, Spot
from explorer.views.pin_colours import pin_colour
from explorer.views.scales import ceiling, log_range, step_of
from explorer.views.theme import Theme

FIRST = ("mobilenet_v1", "mobilenet_v2", "shufflenet_v2")
ASIDE = 2.0  # half size of a point that is not on its family's line
MINE_PX, ON_LINE_PX, CHOSEN_PX, PIN_PX = 5.5, 3.5, 6.0, 4.5
MACS, PARAMS = "macs", "params"


def tr(text: str) -> str:
    """A text of the chart."""
    return QCoreApplication.translate("AccuracyChart", text)


@dataclass(frozen=True)
class Present:
    """The open recipe: its family, its counts under the usual rule, and its accuracy as far as there is one of this very network:
    ``printed`` by a source, in per cent, or stated by the owner of the weights.
    """

    family: str
    macs: int
    params: int
    digest: str
    printed: float | None = None
    source: str = ""
    own: OwnAccuracy | None = None

    @staticmethod
    def of(analysis: Mapping[str, Any], family: str, own: OwnAccuracy | None) -> Present:
        """From the answer of ``analyse``. An accuracy of several crops, or of rounded weights, is none here."""
        usual = [entry for entry in analysis.get("published", ()) if not entry["conditions"] and entry["top1"] is not None]
        entry = with_accuracy(usual)
        macs = analysis.get("counted", {}).get(rules.DEFAULT, analysis["macs"])
        printed, source = (entry["top1"], f"{entry['paper']}, {entry['table']}") if entry else (None, "")
        return Present(family, macs, analysis["params"], analysis["digest"], printed, source, own)

    def told(self) -> tuple[str, str]:
        """Its label, and its label with the source."""
        if self.own is not None:
            words = tr("this recipe: own {0} % on {1}").format(f"{self.own.top1:g}", self.own.dataset)
            return words, words
        if self.printed is not None:
            words = tr("this recipe {0} %").format(self.printed)
            return words, tr("{0} top-1, published, original weights\n{1}").format(words, self.source)
        words = tr("this recipe: accuracy not measured")
        return words, words


@dataclass(frozen=True)
class Pinned:
    """A pin beside the published points: counts under the usual rule, and its accuracy where there is one."""

    name: str
    colour: int
    macs: int
    params: int
    digest: str
    recipe: Recipe
    accuracy: Accuracy | None = None

    def cost(self, quantity: str) -> int:
        """``macs`` or ``params``."""
        return self.params if quantity == PARAMS else self.macs

    def height(self) -> float | None:
        """Its place on the axis: a top-1 on ImageNet, one crop and float; nothing else can stand beside the published ones."""
        a = self.accuracy
        return a.top1 if a is not None and not a.conditions and is_imagenet(a.dataset) else None

    def label(self) -> str:
        """The name; an own accuracy says so."""
        own = self.accuracy is not None and self.accuracy.kind == "own" and self.height() is not None
        return tr("{0} (own)").format(self.name) if own else self.name

    def told(self) -> str:
        """In full, with the source of its accuracy."""
        a = self.accuracy
        words = tr("no accuracy") if a is None or a.top1 is None else f"top-1 {a.top1:g} %, {a.provenance()}"
        return tr("{0}\n{1}\n{2} MACs · {3} parameters").format(self.name, words, full(self.macs), full(self.params))


def is_imagenet(dataset: str) -> bool:
    """Whether a data set is the one of the published points, however it is spelt."""
    return dataset.lower().replace(" ", "").startswith("imagenet")


class AccuracyData:
    """Points by family; ``quantity`` and ``log`` are what x means; ``picked`` the families shown beside the open recipe's.

    ``pins`` are the pinned recipes but the open one.
    """

    def __init__(self, picked: Sequence[str], quantity: str, *, log: bool) -> None:
        self.picked = list(picked)
        self.quantity = quantity
        self.log = log
        self.points: list[Published] = []
        self.present: Present | None = None
        self.pins: Sequence[Pinned] = ()
        self.specs: dict[str, ArchitectureSpec] = {}

    def is_ready(self) -> bool:
        """Whether there are points and a recipe to set beside them."""
        return bool(self.points) and self.present is not None

    def families(self) -> list[str]:
        """The open recipe's family, then those that were picked, as far as anything is published of them."""
        known = {point.architecture for point in self.points}
        mine = self.present.family if self.present else ""
        return [name for name in dict.fromkeys([mine, *self.picked]) if name in known]

    def shown(self) -> list[Published]:
        """The points of the families that are shown, the cheapest first."""
        families = self.families()
        return sorted((p for p in self.points if p.architecture in families), key=lambda p: p.cost(self.quantity))

    def title_of(self, architecture: str) -> str:
        """What a family is called."""
        spec = self.specs.get(architecture)
        return spec.title if spec else architecture

    def spec(self, preset: str) -> ArchitectureSpec | None:
        """The architecture that a preset belongs to."""
        return next((s for s in self.specs.values() if any(p.name == preset for p in s.presets)), None)

    def told(self, point: Published) -> str:
        """A point in full, with its source."""
        also = tr("; {0} further sources").format(point.also) if point.also else ""
        return tr("{0}\ntop-1 {1} %, published, original weights\n{2}, {3}{4}\n{5} MACs · {6} parameters").format(
            point.name(self.spec(point.recipe.preset)), point.top1, point.paper, point.table, also, full(point.macs),
            full(point.params),
        )

    def place_of(self, point: Published) -> tuple[float, float]:
        """The view's coordinates of a point."""
        return self.x_of(point.cost(self.quantity)), point.top1

    def x_of(self, cost: float) -> float:
        """The view's x of a cost: its power of ten on a logarithmic axis."""
        return log10(max(cost, 1)) if self.log else float(cost)

    def drawn(self, theme: Theme, chosen: Published | None = None) -> tuple[tuple[Line, ...], tuple[Spot, ...]]:
        """The families' lines and points: what is on a line first."""
        families = self.families()
        mine = self.present.family if self.present else ""
        look = looks(families, mine, theme)
        lines: list[Line] = []
        on: list[Spot] = []
        aside: list[Spot] = []
        for family in families:
            colour, shape = look[family]
            points = [p for p in self.shown() if p.architecture == family]
            best = front(points, self.quantity)
            width = 2.2 if family == mine else 1.6
            lines.append(Line(tuple(self.place_of(p) for p in best), colour, self.title_of(family), width))
            for p in points:
                x, y = self.place_of(p)
                if p == chosen:
                    on.insert(0, Spot(x, y, theme.text, RING, CHOSEN_PX, self.told(p)))
                elif p in best:
                    on.append(Spot(x, y, colour, shape, ON_LINE_PX, self.told(p)))
                else:
                    aside.append(Spot(x, y, colour, size=ASIDE, name=self.told(p)))
        return tuple(lines), (*on, *aside)

    def present_spot(self, theme: Theme) -> Spot:
        """The open recipe: at its accuracy where there is one of this very network, else on the axis."""
        p = self.present
        assert p is not None
        low, high = self._ends()
        x, axis = self.x_of(p.params if self.quantity == PARAMS else p.macs), self._on_axis()
        words, name = p.told()
        if p.own is None and p.printed is not None:
            return Spot(x, p.printed, theme.good, RING, MINE_PX, name, words, theme.good, far=True)
        comparable = p.own is not None and is_imagenet(p.own.dataset)
        y = p.own.top1 if p.own is not None and comparable and low <= p.own.top1 <= high else axis
        return Spot(x, y, theme.good, TRIANGLE, MINE_PX, name, words, theme.good, far=True)

    def pin_spots(self, theme: Theme) -> tuple[Spot, ...]:
        """The pins: a ring at an accuracy of exactly that network, a triangle on the axis where there is none."""
        found = []
        for pin in self.pins:
            if self.present is not None and pin.digest == self.present.digest:
                continue
            top1, ink = pin.height(), pin_colour(theme, pin.colour).name()
            x, y, shape = self.x_of(pin.cost(self.quantity)), top1, RING
            if y is None:
                y, shape = self._on_axis(), TRIANGLE
            found.append(Spot(x, y, ink, shape, PIN_PX, pin.told(), pin.label(), ink, far=True))
        return tuple(found)

    def legend(self, theme: Theme) -> tuple[Key, ...]:
        """The families' marks."""
        families = self.families()
        look = looks(families, self.present.family if self.present else "", theme)
        return tuple(Key(look[name][0], self.title_of(name), look[name][1]) for name in families)

    def extent(self) -> QRectF:
        """All there is to see."""
        p = self.present
        mine = 1 if p is None else max(p.params if self.quantity == PARAMS else p.macs, 1)
        costs = [point.cost(self.quantity) for point in self.shown()] + [mine] + [p.cost(self.quantity) for p in self.pins]
        low, high = self._ends()
        if not self.log:
            return QRectF(0, low, ceiling(max(costs) * 1.12), high - low)
        left, right = log_range(min(costs), max(costs), 0.1)
        return QRectF(left, low, right - left, high - low)

    def mark(self) -> str:
        """What kind of figures these are."""
        return tr("published, original weights")

    def notes(self) -> list[str]:
        """What the figures hold under."""
        rule = rules.named(rules.DEFAULT)
        return [
            tr("Published accuracies of the sources' own weights, one centre crop, float; ImageNet-1k validation."),
            tr("Lines join what papers and official repositories print; small points are other sources and dearer equals."),
            *([tr("Rings with a pin's name: published of exactly that network, or the user's own; triangles: no accuracy.")]
              if self.pins else []),
            tr("Costs are our counts of the same network: {0} ({1}).").format(rule.title, rule.short),
        ]

    def _on_axis(self) -> float:
        """The y of what has no accuracy."""
        low, high = self._ends()
        return low + 0.05 * (high - low)

    def _ends(self) -> tuple[float, float]:
        """Of y: round below, with room for the open recipe on the axis."""
        tops = [point.top1 for point in self.shown()] or [0.0, 100.0]
        if self.present is not None and self.present.printed is not None:
            tops.append(self.present.printed)
        own = self.present.own if self.present is not None else None
        tops += [own.top1] if own is not None and is_imagenet(own.dataset) else []
        tops += [top1 for pin in self.pins if (top1 := pin.height()) is not None]
        step = step_of(max(max(tops) - min(tops), 5.0), 4)
        low = max(step * ((min(tops) - 0.3 * step) // step), 0.0)
        return low, min(max(tops) + 0.12 * (max(tops) - low), 100.0)


def pin_rows(data: AccuracyData) -> list[list[Value]]:
    """The pins as rows of the chart's table: name and provenance where the others have preset and paper."""
    rows: list[list[Value]] = []
    for pin in data.pins:
        spec, a = data.spec(pin.recipe.preset), pin.accuracy
        words = step_label(pin.recipe, spec)
        changed = "" if words == pin.recipe.preset else words
        title, source = (spec.title if spec else ""), a.provenance() if a is not None else tr("no accuracy")
        top1 = None if a is None else a.top1
        told = tr("pin {0}: {1}").format(pin.name, source)
        rows.append([title, pin.recipe.preset, changed, pin.macs, pin.params, top1, told, "", "", None])
    return rows
