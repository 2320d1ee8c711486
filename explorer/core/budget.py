"""Budgets: "≤ 300 M MACs, ≤ 20 ms, ≤ 5 M params". Reading what a person typed, and what fits. Standard library only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite

from explorer.core import units
from explorer.core.errors import BadInput

COUNT, TIME = "count", "ms"
SCALES: dict[str, dict[str, float]] = {
    COUNT: {"": 1, "k": 1e3, "K": 1e3, "M": 1e6, "m": 1e6, "G": 1e9, "g": 1e9, "B": 1e9},
    TIME: {"": 1, "ms": 1, "s": 1e3, "µs": 1e-3, "μs": 1e-3, "us": 1e-3},
}
EXAMPLES = {COUNT: "300 M, 4.2 M, 1 G or 5000000", TIME: "20 ms, 0.5 s or 800 µs"}


def amount(typed: str, kind: str) -> float | None:
    """What was typed as a number (a count, or milliseconds); None for nothing. Raises BadInput.

    ``≤`` or ``<=`` before it and the words MACs or params after it may stand there or not.
    """
    text = typed.strip().removeprefix("≤").removeprefix("<=").strip()
    if not text:
        return None
    text = re.sub(r"\s*(macs|madds|params|parameters|elements)$", "", text, flags=re.IGNORECASE)
    found = re.fullmatch(r"([0-9][0-9\u202f' ]*(?:[.,][0-9]+)?(?:[eE][+-]?[0-9]+)?)\s*([a-zA-Zµμ]*)", text)
    scale = SCALES[kind].get(found[2]) if found else None
    if found is None or scale is None:
        raise BadInput("{0} is no budget; allowed: a number above 0 such as {1}", typed.strip(), EXAMPLES[kind])
    value = float(re.sub(r"[\u202f' ]", "", found[1]).replace(",", ".")) * scale
    if not isfinite(value) or value <= 0:
        raise BadInput("{0} is no budget; allowed: a number above 0 such as {1}", typed.strip(), EXAMPLES[kind])
    return value


def told(value: float, kind: str) -> str:
    """The way back: ``300 M``, ``20 ms``."""
    return units.duration(value) if kind == TIME else units.count(value).replace(".00", "").replace(".0 ", " ")


@dataclass(frozen=True)
class Budget:
    """The most that each figure may be, by its name."""

    most: Mapping[str, float] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.most)

    def fits(self, figures: Mapping[str, float | None]) -> bool:
        """Whether every figure is known and within its limit; a figure that nobody knows promises nothing."""
        return all((value := figures.get(name)) is not None and value <= most for name, most in self.most.items())
