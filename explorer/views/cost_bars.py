"""The bars of the cost chart as data: which layers, in which places, how high, which of them are lit. Knows no widget."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from math import ceil, floor, log10
from typing import Any, NamedTuple

from explorer.core.frame import boxes_of
from explorer.views.cost_quantities import MACS, Quantity
from explorer.views.scales import ceiling, ticks

IN_ORDER, LARGEST = "order", "largest"
OUTLINED = frozenset({"macs", "params", "activations", "access"})


Step = tuple[float, float, float]  # from, to (in places of bars), height: of an outline over the bars


class Bar(NamedTuple):
    """One layer that costs something."""

    number: int  # among all layers
    path: str
    type: str
    kind: str
    macs: int
    detail: str
    value: float  # of the quantity that is shown


class CostBars:
    """Bar i stands on x from i to i + 1. ``values`` are one a layer; ``order`` the layers that have a bar, by their place;
    ``heights`` the bars' y. ``lit``: first and last layer of each selected node.
    """

    def __init__(self, *, sorting: str = IN_ORDER, log: bool = False) -> None:
        self.quantity: Quantity = MACS
        self.sorting = sorting
        self.log = log
        self.analysis: dict[str, Any] | None = None
        self.values: Sequence[float] = ()
        self.order: list[int] = []
        self.heights: list[float] = []
        self.kinds: list[str] = []
        self.lit: tuple[tuple[int, int], ...] = ()
        self.room = 0.0  # that something laid over the bars needs, in the quantity's unit
        self._stages: list[tuple[str, int, int]] = []
        self._bars: list[Bar] | None = None

    @property
    def bars(self) -> list[Bar]:
        """The layers with a height, by their place; made when they are asked for."""
        if self._bars is None:
            rows = self.analysis["layers"] if self.analysis else []
            self._bars = [
                Bar(i, r["path"], r["type"], r["kind"], r["macs"], r["detail"], self.values[i])
                for i in self.order for r in (rows[i],)
            ]
        return self._bars

    def takes_outline(self) -> bool:
        """Whether the bars are counts in call order on a linear axis: an outline of another network's can be laid over them."""
        return self.quantity.name in OUTLINED and self.sorting == IN_ORDER and not self.log

    def take(self, analysis: dict[str, Any]) -> bool:
        """A new analysis; whether anything differs that is seen."""
        before, self.analysis = self.analysis, analysis
        self._bars = None
        values = self.quantity.values(analysis)
        kinds = [row["kind"] for row in analysis["layers"]]
        stages = [(n["name"], *n["layers"]) for n in boxes_of(analysis) if n["role"] == "stage"]
        same_layers = kinds == self.kinds and stages == self._stages
        if before is not None and same_layers and values == self.values and before["rule"] == analysis["rule"]:
            return False
        self.values, self.kinds, self._stages = values, kinds, stages
        if not same_layers:
            self.order = []
        return True

    def arrange(self) -> bool:
        """Order and heights from the values; whether bars changed their places."""
        values = self.values
        order = [i for i, value in enumerate(values) if value]
        if self.sorting == LARGEST:
            order.sort(key=lambda i: -values[i])
        moved, self.order, self._bars = order != self.order or not order, order, None
        self.heights = [self.height_of(values[i]) for i in order] if self.log else [values[i] for i in order]
        return moved

    def renew(self) -> None:
        """Another quantity, order or scale: everything anew from the same analysis."""
        self.order = []
        if self.analysis is not None:
            self.values = self.quantity.values(self.analysis)

    def height_of(self, value: float) -> float:
        """The y of a value of the quantity: its power of ten on the logarithmic axis."""
        return (log10(value) if value > 0 else float("-inf")) if self.log else value

    def running(self) -> list[float]:
        """Part of the total that is reached after each bar, 0 to 1."""
        sums = list(accumulate(self.values[i] for i in self.order))
        return [value / sums[-1] for value in sums] if sums and sums[-1] else []

    def by_kind(self) -> dict[str, float]:
        """The quantity summed by kind of layer, the least first."""
        found: dict[str, float] = {}
        for kind, value in zip(self.kinds, self.values, strict=True):
            if value:
                found[kind] = found.get(kind, 0) + value
        return dict(sorted(found.items(), key=lambda item: item[1]))

    def is_lit(self, layer: int) -> bool:
        """Whether a layer is selected; all are where nothing is."""
        return not self.lit or any(first <= layer <= last for first, last in self.lit)

    def lit_places(self) -> list[int]:
        """Places of the selected bars; none where nothing is selected."""
        return [at for at, i in enumerate(self.order) if self.is_lit(i)] if self.lit else []

    def extent(self) -> tuple[float, float, float]:
        """Number of places, lower and upper end of y."""
        wide, most = max(len(self.order), 1), max(self.heights, default=1.0)
        if not self.log:
            return wide, 0.0, ceiling(max(most, self.room))
        low = floor(min(self.heights, default=0.0) - 1e-9)
        return wide, low, max(ceil(most * 4) / 4, low + 1)

    def marks(
        self, low: float, high: float, pixels: float, length: Callable[[str], float], least: float,
    ) -> list[tuple[float, str, bool]]:
        """(place, words, lit) along x: stages' names, or, sorted, the ranks. What would run into its neighbour is left out.

        ``length`` measures words in pixels, ``least`` is the room that a rank needs.
        """
        if self.sorting == LARGEST:
            ranks = ticks(low, high, max(int(pixels / least), 2))
            return [(at - 0.5, f"{at:g}", False) for at in ranks if at >= 1 and at == int(at)]
        pitch = pixels / (high - low)
        found: list[tuple[float, str, bool]] = []
        free_from = -17.0
        for name, first, last in self._stages:
            start, end = max(bisect_left(self.order, first), low), min(bisect_right(self.order, last), high)  # of what is seen
            if start >= end:
                continue
            text = f"s{name}" if name.isdigit() else name
            wide, middle = length(text), (start + end) / 2
            x = (middle - low) * pitch
            if wide > max(pitch * (end - start) * 2.2, 16) or x - wide / 2 < free_from:
                continue
            free_from = x + wide / 2 + 6
            found.append((middle, text, any(first <= a and b <= last for a, b in self.lit)))
        return found
