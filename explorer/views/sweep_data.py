"""What the table and the charts of a sweep share: its rows, the axes' names, the budget, what fits, the present recipe's row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from explorer.core import rules, units
from explorer.core.budget import TIME, Budget, told
from explorer.core.catalogue import Catalogue, KnobSpec
from explorer.core.pareto import front
from explorer.core.recipe import Value
from explorer.core.sweep import Plan
from explorer.core.sweep_rows import BY_NAME, PERCENT, QUANTITIES, Quantity, SweepRow, best_first, default_best
from explorer.views.chart import full
from explorer.views.words import engine_sentence, knob_name, rule_title

PRESET = -1  # the axis of the networks, where there are several


def tr(text: str) -> str:
    """A text of the sweep."""
    return QCoreApplication.translate("sweep", text)


class SweepData:
    """The sweep as it is shown. ``by`` is the figure of "best first"; ``pair`` the figures of the front."""

    def __init__(self) -> None:
        self.plan: Plan | None = None
        self.rows: dict[int, SweepRow] = {}
        self.catalogue = Catalogue([])
        self.budget = Budget()
        self.by = ""  # "" as the sweep suggests
        self.pair = ("macs", "top1")
        self.machine = ""  # whose latencies are shown, where several measured; "" of which most were
        self.machines: dict[str, int] = {}  # rows measured on each
        self.digest = ""  # of the network that the window shows
        self._order: tuple[list[SweepRow], list[SweepRow]] | None = None
        self._by_digest: dict[str, SweepRow] = {}
        self._values: dict[int, list[Value]] = {}
        self._places: dict[int, dict[Value, int]] = {}
        self._known: list[Quantity] = []
        self._front: tuple[tuple[str, str], list[SweepRow]] | None = None

    def renew(self) -> None:
        """Rows or budget are others."""
        self._order = None
        self._by_digest = {row.digest: row for row in self.rows.values() if not row.refused}
        self._values.clear()
        self._places.clear()
        self._front = None
        self.machines = dict(Counter(row.machine for row in self.rows.values() if row.machine).most_common())
        for row in self.rows.values():
            row.keep_apart(self.shown_machine())
        self._known = [q for q in QUANTITIES if any(row.figures[q.name] is not None for row in self.rows.values())]

    def shown_machine(self) -> str:
        """Whose latencies are figures now; "" where all are of one machine. Those of two are never set side by side."""
        if len(self.machines) < 2:
            return ""
        return self.machine if self.machine in self.machines else next(iter(self.machines))

    def quantities(self) -> list[Quantity]:
        """Those that any row has."""
        return self._known

    def best(self) -> Quantity:
        """What is best is measured by this."""
        known = [q.name for q in self.quantities()]
        return BY_NAME[self.by if self.by in known else default_best(self.rows.values())]

    def ordered(self) -> tuple[list[SweepRow], list[SweepRow]]:
        """What fits the budget, best first, and what does not."""
        if self._order is None:
            self._order = best_first(self.rows.values(), self.budget, self.best().name)
        return self._order

    def fits(self, row: SweepRow) -> bool:
        """Whether it was built and is within the budget."""
        return not row.refused and self.budget.fits(row.figures)

    def is_present(self, row: SweepRow) -> bool:
        """Whether it is the network that the window shows."""
        return not row.refused and row.digest == self.digest

    def present(self) -> SweepRow | None:
        """That row, where it lies in the sweep."""
        return self._by_digest.get(self.digest)

    def axes(self) -> list[int]:
        """Axes by number, the networks first where there are several."""
        plan = self.plan
        if plan is None:
            return []
        return [*([PRESET] if len(plan.recipes) > 1 else []), *range(len(plan.axes))]

    def axis_title(self, axis: int, *, short: bool = False) -> str:
        """``width α``, short ``α``; with the place where it is not the whole network."""
        if axis == PRESET or self.plan is None:
            return tr("network")
        spec, place = self.spec(axis), self.plan.axes[axis].place
        if spec is None:
            return self.plan.axes[axis].name
        title = knob_name(spec)
        words = spec.symbol or title if short else f"{title} {spec.symbol}".strip()
        return tr("{0} at {1}").format(words, place) if place else words

    def spec(self, axis: int) -> KnobSpec | None:
        """The declaration of an axis' knob."""
        plan = self.plan
        if plan is None or axis == PRESET:
            return None
        for recipe in plan.recipes:
            architecture = self.catalogue.architecture(recipe.preset)
            if architecture is not None and plan.axes[axis].knob in architecture.knobs:
                return architecture.knobs[plan.axes[axis].knob]
        return None

    def values(self, axis: int) -> list[Value]:
        """Of an axis, in the plan's order, numbers ascending."""
        if axis not in self._values:
            self._values[axis] = _sorted(self.plan, axis)
            self._places[axis] = {value: place for place, value in enumerate(self._values[axis])}
        return self._values[axis]

    def place(self, row: SweepRow, axis: int) -> int:
        """Where a row's value stands among those of an axis."""
        self.values(axis)
        return self._places[axis][self.value(row, axis)]

    def value(self, row: SweepRow, axis: int) -> Value:
        """A row's value on an axis."""
        return row.preset if axis == PRESET else row.values[axis]

    def value_text(self, axis: int, value: Value) -> str:
        """As a person reads it."""
        spec = self.spec(axis)
        return spec.text(value) if spec is not None else str(value)

    def label(self, row: SweepRow) -> str:
        """``α 0.75 · ρ 192``."""
        words = [
            self.value_text(a, self.value(row, a)) if a == PRESET
            else f"{self.axis_title(a, short=True)} {self.value_text(a, self.value(row, a))}"
            for a in self.axes()
        ]
        return " · ".join(words) or row.preset

    def title(self, name: str) -> str:
        """A figure's name with its unit; MACs as the sweep's rule calls them."""
        quantity = BY_NAME[name]
        if name == "macs" and self.plan is not None:
            return rule_title(self.plan.rule)
        unit = {TIME: " (ms)", PERCENT: " (%)"}.get(quantity.kind, tr(" (elements)") if name in ELEMENTS else "")
        return tr(quantity.title) + unit

    def told(self, row: SweepRow) -> str:
        """Everything of a row, for a tooltip."""
        lines = [f"{row.preset} · {self.label(row)}" if self.axes() else row.preset]
        if row.refused:
            return "\n".join([lines[0], tr("not built: {0}").format(engine_sentence(row.refused))])
        for quantity in self.quantities():
            value = row.figures[quantity.name]
            if value is not None:
                source = f", {row.source}" if quantity.name == "top1" else ""
                lines.append(f"{self.title(quantity.name)}: {exact(quantity, value)}{source}")
        if row.unmeasured:
            lines.append(tr("not measured: {0}").format(engine_sentence(row.unmeasured)))
        if row.machine and len(self.machines) > 1:
            lines.append(tr("measured on {0}").format(row.machine))
        lines += [f"⚠ {engine_sentence(flag)}" for flag in row.flags()]
        if self.budget and not self.fits(row):
            lines.append(tr("outside the budget"))
        if self.is_present(row):
            lines.append(tr("the open recipe"))
        return "\n".join(lines)

    def front(self) -> list[SweepRow]:
        """What nothing beats in both figures of ``pair``, among what was built and fits; the first figure ascending."""
        if self._front is not None and self._front[0] == self.pair:
            return self._front[1]
        x, y = self.pair
        known = [(row, a, b) for row in self.rows.values() if self.fits(row)
                 if (a := row.figures[x]) is not None and (b := row.figures[y]) is not None]
        found = front([(a, b) for _, a, b in known], (BY_NAME[x].more, BY_NAME[y].more))
        self._front = (self.pair, [known[i][0] for i in found])
        return self._front[1]


ELEMENTS = ("peak", "access", "activations")


def notes_of(data: SweepData) -> list[str]:
    """What the figures hold under."""
    plan = data.plan
    if plan is None:
        return []
    rule = rules.named(plan.rule)
    notes = [f"{rule.title}: {rule.sentence}"]
    if plan.measure is not None:
        notes.append(tr("Latency: {0}.").format(", ".join(f"{name} {value}" for name, value in plan.measure.items())))
    if data.shown_machine():
        shown = data.shown_machine()
        others = sum(data.machines.values()) - data.machines[shown]
        notes.append(tr("Latencies of {0}; {1} that were measured on other machines are kept apart.").format(shown, others))
    if any(row.figures["top1"] is not None for row in data.rows.values()):
        notes.append(tr("Accuracies are published ones of exactly that network, with the sources' own weights."))
    if data.budget:
        limits = (f"{data.title(name)} ≤ {short(BY_NAME[name], most)}" for name, most in data.budget.most.items())
        notes.append(tr("Budget: {0}.").format(", ".join(limits)))
    return notes


def exact(quantity: Quantity, value: float) -> str:
    """All digits of a count."""
    if quantity.kind == TIME:
        return units.duration(value)
    return f"{value:g} %" if quantity.kind == PERCENT else full(int(value))


def short(quantity: Quantity, value: float) -> str:
    """``569.3 M``, ``12.1 ms``, ``70.6``: for a cell."""
    if quantity.kind == TIME:
        return units.duration(value)
    return f"{value:g}" if quantity.kind == PERCENT else units.count(value)


def round_text(quantity: Quantity, value: float) -> str:
    """``50 M``, ``20 ms``: for a mark of an axis."""
    if quantity.kind == TIME:
        return f"{value:g}"
    return f"{value:g}" if quantity.kind == PERCENT else told(value, quantity.kind)


def text_key(data: SweepData) -> Callable[[SweepRow], str]:
    """What a typed filter looks at: values, network, sentences."""

    def words(row: SweepRow) -> str:
        values = (f"{data.axis_title(a, short=True)}={data.value_text(a, data.value(row, a))}" for a in data.axes())
        knobs = (f"{axis.name}={data.value_text(i, row.values[i])}" for i, axis in enumerate(data.plan.axes if data.plan else ()))
        return " ".join([row.preset, *values, *knobs, engine_sentence(row.refused), row.source]).lower()

    return words


def _sorted(plan: Plan | None, axis: int) -> list[Value]:
    """An axis' values in the plan's order, numbers ascending."""
    if plan is None:
        return []
    found: Sequence[Value] = (
        list(dict.fromkeys(recipe.preset for recipe in plan.recipes)) if axis == PRESET else plan.axes[axis].values
    )
    if all(isinstance(v, int | float) and not isinstance(v, bool) for v in found):
        return sorted(found, key=float)
    return list(found)
