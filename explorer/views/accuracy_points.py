"""The published accuracies as the accuracy chart orders them: points of families, the line of a family, its colour and mark."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explorer.core.catalogue import ArchitectureSpec
from explorer.core.recipe import Recipe
from explorer.core.tabular import Heading, Table, Value
from explorer.session.session import step_label
from explorer.views.figure import CIRCLE, DIAMOND, SQUARE
from explorer.views.theme import Theme

# Okabe–Ito without yellow (faint on white) and blue (the shown family's): apart under the common colour blindnesses.
PALETTE = ("#d55e00", "#009e73", "#cc79a7", "#b07d00", "#56b4e9", "#7a5195", "#7f7f7f")
FIRST_HAND = ("paper", "official-repo")
SHAPES = (CIRCLE, SQUARE, DIAMOND)
COLUMNS = (
    "architecture", "preset", "changed", "MACs", "params", "top-1 (%)", "paper or repository", "table", "url", "further sources",
)


@dataclass(frozen=True)
class Published:
    """One point: a recipe, its counts under the usual rule, its top-1 on ImageNet in per cent, and where that is printed."""

    recipe: Recipe
    architecture: str
    macs: int
    params: int
    top1: float
    paper: str
    table: str
    kind: str
    url: str
    also: int

    @staticmethod
    def of(point: Mapping[str, Any]) -> Published:
        """From the engine's answer. Raises BadInput for a recipe that is none."""
        return Published(
            Recipe.from_json(point["recipe"]), point["architecture"], point["macs"], point["params"], point["top1"],
            point["paper"], point["table"], point["kind"], point["url"], len(point["also"]),
        )

    def cost(self, quantity: str) -> int:
        """``macs`` or ``params``."""
        return self.params if quantity == "params" else self.macs

    def name(self, spec: ArchitectureSpec | None) -> str:
        """``mobilenet_v1 · α 0.75``."""
        words = step_label(self.recipe, spec)
        return words if words == self.recipe.preset else f"{self.recipe.preset} · {words}"


def front(points: Sequence[Published], quantity: str) -> list[Published]:
    """From the cheapest on, each better than all before it: what a family offers at best. The others stand beside its line.

    Of papers and official repositories alone, where they print two or more: later training recipes are another comparison.
    """
    first = [point for point in points if point.kind in FIRST_HAND]
    found: list[Published] = []
    for point in sorted(first if len(first) > 1 else points, key=lambda p: (p.cost(quantity), -p.top1)):
        if not found or point.top1 > found[-1].top1:
            found.append(point)
    return found


def looks(families: Sequence[str], present: str, theme: Theme) -> dict[str, tuple[str, str]]:
    """Colour and mark of each family: the shown network's is the accent, the others take theirs in the order they were picked."""
    found = {present: (theme.accent, CIRCLE)}
    for i, family in enumerate(name for name in families if name != present):
        found[family] = (theme.mark_colour(PALETTE[i % len(PALETTE)]), SHAPES[(i + 1) % len(SHAPES)])
    return found


def points_table(
    points: Sequence[Published], title_of: Callable[[str], str], spec_of: Callable[[str], ArchitectureSpec | None],
    notes: Sequence[str], more: Sequence[list[Value]] = (),
) -> Table:
    """A row a point, and ``more`` below."""

    def number(value: Value) -> str:
        return "" if value is None else f"{value:,}"

    rows: list[list[Value]] = []
    for p in points:
        words = step_label(p.recipe, spec_of(p.recipe.preset))
        changed = "" if words == p.recipe.preset else words
        source = (p.paper, p.table, p.url, p.also)
        rows.append([title_of(p.architecture), p.recipe.preset, changed, p.macs, p.params, p.top1, *source])
    numeric = {"MACs": number, "params": number, "top-1 (%)": number, "further sources": number}
    headings = [Heading(c, numeric=c in numeric, text=numeric[c]) if c in numeric else Heading(c) for c in COLUMNS]
    return Table(headings, [*rows, *more], (), "Published ImageNet top-1 accuracy (original weights) against our counts.", notes)
