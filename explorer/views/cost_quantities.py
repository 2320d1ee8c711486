"""What the bars of the cost chart can be heights of: MACs, parameters, activation memory, memory access.

A further quantity (measured time, say) is one more ``Quantity``, handed to ``CostChart.add_quantity``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from explorer.core import units
from explorer.core.measures import DEFAULT_PRECISION, bytes_of
from explorer.core.rules import RULES
from explorer.views.words import rule_title

Values = Sequence[float]
KIND_NAMES = {"pointwise": "1×1", "linear": "FC"}


@dataclass(frozen=True)
class Quantity:
    """``values`` gives a number for each layer of an analysis, 0 where a layer has none; they add up to a total.

    ``title`` is what they are called (a text of the context CostChart), ``unit`` and ``scale`` how an axis counts them (M, 1e-6),
    ``text`` a value for the eye, ``heading`` the column of a table, ``condition`` what they hold under (a precision, a machine),
    ``notes`` what a saved figure or table is to say of them, ``nothing`` the sentence where no layer has any
    (a text of the same context), ``per_element`` what one counts as: bytes of an element.
    """

    name: str
    title: str
    unit: str
    scale: float
    values: Callable[[Mapping[str, Any]], Values]
    text: Callable[[float], str]
    heading: str
    condition: str = ""
    nothing: str = ""
    notes: Callable[[Mapping[str, Any]], Sequence[str]] = lambda _analysis: ()
    per_element: float = 1.0

    def of_stage(self, stage: Mapping[str, Any]) -> list[float]:
        """The values of a stage of another network (``core.compare.brief``), of each layer that has one; [] where not known."""
        values = stage["bars"] if self.name == "macs" else stage.get("costs", {}).get(self.name, [])
        return [self.per_element * value for value in values]

    def shown_title(self, analysis: Mapping[str, Any] | None) -> str:
        """``MACs``, or what the analysis' rule counts instead."""
        if self.name == "macs" and analysis is not None:
            return rule_title(analysis["rule"])
        return QCoreApplication.translate("CostChart", self.title)

    def short_text(self, value: float) -> str:
        """A round value for an axis: ``100k``, ``10MB``."""
        return self.text(value).replace(".00", "").replace(".0 ", " ").replace(" ", "")

    def full_text(self, value: float, analysis: Mapping[str, Any] | None) -> str:
        """A value with its name: every digit of a count."""
        digits = f"{value:,.0f}".replace(",", "\u202f") if self.unit == "M" else self.text(value)
        return f"{digits} {self.shown_title(analysis)}"

    def column(self, analysis: Mapping[str, Any]) -> str:
        """The heading of its column, with the unit."""
        if self.name == "macs":
            return RULES[analysis["rule"]].title if analysis["rule"] in RULES else self.heading
        return self.heading


def kind_name(kind: str) -> str:
    """A kind of layer in the field's words."""
    return KIND_NAMES.get(kind, kind)


def field(name: str) -> Callable[[Mapping[str, Any]], Values]:
    """A field of the layer rows."""
    return lambda analysis: [row.get(name, 0) for row in analysis["layers"]]


def bytes_quantity(name: str, title: str, precision: str) -> Quantity:
    """A field of elements as bytes at a precision."""
    width = bytes_of(1, precision)
    return Quantity(
        name, title, "MB", 1e-6, lambda analysis: [width * row.get(name, 0) for row in analysis["layers"]], units.size,
        f"{BYTE_HEADINGS[name]} (bytes, {precision})", precision, per_element=width,
    )


def byte_quantities(precision: str) -> tuple[Quantity, ...]:
    """Activation memory and memory access at a precision."""
    return tuple(bytes_quantity(name, title, precision) for name, title in BYTE_TITLES.items())


MACS = Quantity("macs", "MACs", "M", 1e-6, field("macs"), units.count, "MACs")
BYTE_TITLES = {"activations": "activation memory", "access": "memory access"}
BYTE_HEADINGS = {"activations": "activations", "access": "memory access"}
QUANTITIES = (
    MACS,
    Quantity("params", "parameters", "M", 1e-6, field("params"), units.count, "params"),
    *byte_quantities(DEFAULT_PRECISION),
)
