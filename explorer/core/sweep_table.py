"""The result of a sweep as a table: one row a variant in the plan's order, for CSV, Markdown and LaTeX."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from explorer.core import rules
from explorer.core.recipe import Value as Knob
from explorer.core.sweep import Plan
from explorer.core.tabular import Heading, Table, Value

Row = Mapping[str, Any]


def sweep_table(plan: Plan, rows: Sequence[Row]) -> Table:
    """Preset, values, figures; elements, MACs under the plan's rule, milliseconds a run. A variant that could not be built has
    its reason in the last column and no figure. Accuracies are published ones of exactly that network, the source beside them.
    """
    rule = rules.named(plan.rule)
    headings = [
        Heading("preset"), *(Heading(axis.name, numeric=_numeric(axis.values)) for axis in plan.axes),
        Heading("parameters", numeric=True, text=_count), Heading(rule.title, numeric=True, text=_count),
        Heading("activations (elements)", numeric=True, text=_count),
        Heading("memory access (elements)", numeric=True, text=_count),
        Heading("peak activations (elements)", numeric=True, text=_count),
        Heading("published top-1 (%)", numeric=True), Heading("published in"),
    ]
    if plan.measure is not None:
        headings += [Heading(f"{name} (ms)", numeric=True, text=_milliseconds) for name in ("median", "p10", "p90")]
        headings += [Heading("runs", numeric=True), Heading("doubts"), Heading("measured on")]
    headings += [Heading("digest", text=_short), Heading("not built because")]
    return Table(headings, [_cells(plan, row) for row in rows], notes=_notes(plan, rule, rows))


def _cells(plan: Plan, row: Row) -> list[Value]:
    top1, source = accuracy_of(row)
    cells: list[Value] = [row["preset"], *(_value(value) for value in row["values"])]
    cells += [row.get(name) for name in ("params", "macs", "activations", "access", "peak")]
    cells += [top1, source]
    if plan.measure is not None:
        measured = row.get("measured", {})
        cells += [measured.get(name) for name in ("median_ms", "p10_ms", "p90_ms", "n")]
        cells += ["; ".join(_sentence(flag) for flag in measured.get("flags", ())), machine_of(measured)]
    refused = row.get("refused") or row.get("measured", {}).get("refused")
    return [*cells, row["digest"], _sentence(refused) if refused else ""]


def accuracy_of(row: Row) -> tuple[Value, str]:
    """The first result on ImageNet without conditions, and where it stands; nothing where there is none."""
    for found in row.get("published", ()):
        if not found["conditions"] and found["dataset"].startswith("ImageNet"):
            return found["top1"], f"{found['paper']}, {found['table']}"
    return None, ""


def machine_of(measured: Row) -> str:
    """The device's name, and of a cluster which worker it is."""
    words = [measured.get("worker", ""), measured.get("fingerprint", {}).get("device_name", "")]
    return ": ".join(word for word in words if word)


def _notes(plan: Plan, rule: rules.Rule, rows: Sequence[Row]) -> list[str]:
    notes = [f"{rule.title}: {rule.sentence}"]
    if plan.sample:
        notes.append(f"a random sample of {len(rows)} of {plan.size()} points, seed {plan.seed}")
    if plan.measure is not None:
        measured = [row["measured"] for row in rows if "fingerprint" in row.get("measured", {})]
        settings = ", ".join(f"{name} {value}" for name, value in plan.measure.items())
        cards = {tuple(m["fingerprint"][name] for name in ("device_name", "torch", "runtime")) for m in measured}
        notes += [f"measured with {settings}", *("on {}, torch {}, {}".format(*card) for card in sorted(cards))]
    return notes


def _sentence(words: Sequence[str]) -> str:
    return words[0].format(*words[1:])


def _numeric(values: Sequence[object]) -> bool:
    return all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)


def _value(value: Knob) -> Value:
    return str(value).lower() if isinstance(value, bool) else value


def _count(value: Value) -> str:
    return "" if value is None else f"{value:,}"


def _short(value: Value) -> str:
    """Of a recipe's SHA-256 what tells recipes apart; files of values have all of it."""
    return str(value or "")[:12]


def _milliseconds(value: Value) -> str:
    return "" if value is None else f"{value:.2f}"
