"""A sweep's rows as charts and tables read them: figures by name, which is better, what fits a budget, best first.

Standard library only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explorer.core.budget import COUNT, TIME, Budget
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe, Value
from explorer.core.sweep import Plan
from explorer.core.sweep_table import accuracy_of, machine_of

PERCENT = "%"
PART = ".part"


@dataclass(frozen=True)
class Quantity:
    """A figure of a row: its name, title, kind (a count, milliseconds or per cent), and whether more of it is better."""

    name: str
    title: str
    kind: str
    more: bool = False


QUANTITIES = (
    Quantity("macs", "MACs", COUNT), Quantity("params", "parameters", COUNT),
    Quantity("latency", "latency", TIME), Quantity("top1", "published top-1", PERCENT, more=True),
    Quantity("peak", "peak memory", COUNT), Quantity("access", "memory access", COUNT),
    Quantity("activations", "activations", COUNT),
)
BY_NAME = {quantity.name: quantity for quantity in QUANTITIES}
LIMITED = ("macs", "params", "peak", "latency")  # what a budget can be set for


class SweepRow:
    """One variant. ``figures`` hold what is known of it: counts, elements, the median in ms, per cent; ``refused`` says why it
    could not be built, ``unmeasured`` why it could not be measured (sentences, empty where it could). ``machine`` is where its
    latency was measured, ``worker: processor``; "" where it was not.
    """

    __slots__ = ("digest", "document", "figures", "machine", "number", "preset", "refused", "source", "unmeasured", "values")

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self.number = int(document["number"])  # its place in the plan
        self.preset, self.digest = str(document["preset"]), str(document["digest"])
        self.values: tuple[Value, ...] = tuple(document["values"])  # of the plan's axes, in their order
        measured = document.get("measured", {})
        top1, self.source = accuracy_of(document)
        self.refused: list[str] = document.get("refused", [])
        self.machine = machine_of(measured)
        self.unmeasured: list[str] = measured.get("refused", [])
        known = {name: document.get(name) for name in ("macs", "params", "peak", "access", "activations")}
        self.figures: dict[str, float | None] = {
            **known, "latency": measured.get("median_ms"), "top1": top1 if isinstance(top1, int | float) else None,
        }

    def recipe(self) -> Recipe:
        """What opens in the window. Raises BadInput where the file was damaged."""
        return Recipe.from_json(self.document["recipe"])

    def keep_apart(self, machine: str) -> None:
        """Of the latency only what was measured on this machine is a figure; "" takes any."""
        elsewhere = machine and machine != self.machine
        self.figures["latency"] = None if elsewhere else self.document.get("measured", {}).get("median_ms")

    def flags(self) -> list[list[str]]:
        """Reasons to distrust its latency."""
        return list(self.document.get("measured", {}).get("flags", ()))


def slim(document: Mapping[str, Any]) -> dict[str, Any]:
    """A result's row without the samples of its measurement, which no table and chart of a sweep shows."""
    row = dict(document)
    if "measured" in row:
        row["measured"] = {k: v for k, v in row["measured"].items() if k not in ("samples_ms", "recipe", "cpu_wall")}
    return row


def best_first(rows: Iterable[SweepRow], budget: Budget, by: str) -> tuple[list[SweepRow], list[SweepRow]]:
    """What fits, the best of ``by`` first (then the fewest MACs, then the plan's order), and what does not, in the same order.

    A row without that figure comes after those that have one; a refused one last.
    """
    quantity = BY_NAME[by]

    def key(row: SweepRow) -> tuple[bool, bool, float, float, int]:
        value = row.figures[by]
        signed = 0.0 if value is None else -value if quantity.more else value
        return bool(row.refused), value is None, signed, row.figures["macs"] or 0, row.number

    ordered = sorted(rows, key=key)
    return (
        [row for row in ordered if not row.refused and budget.fits(row.figures)],
        [row for row in ordered if row.refused or not budget.fits(row.figures)],
    )


def default_best(rows: Iterable[SweepRow]) -> str:
    """Published top-1 where anything of the sweep is published, else the fewest MACs."""
    return "top1" if any(row.figures["top1"] is not None for row in rows) else "macs"


def read_result(path: Path) -> tuple[Plan, list[dict[str, Any]]]:
    """A finished sweep's file (``main.py sweep -o x.json``): its plan and slim rows. Raises BadInput."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadInput("cannot read {0}: {1}", path, error.strerror or error) from error
    except (ValueError, RecursionError) as error:
        raise BadInput("{0} is not a sweep: not valid JSON ({1})", path, error) from error
    if not isinstance(document, dict) or "sweep" not in document or not isinstance(document.get("rows"), list):
        raise BadInput("{0} is not the result of a sweep: it has no \"sweep\" and \"rows\"", path)
    plan = Plan.from_json(document["sweep"])
    return plan, [_checked(row, plan, path) for row in document["rows"]]


def read_journal(path: Path) -> tuple[Plan, list[dict[str, Any]]]:
    """What an unfinished sweep has done, from its journal; a line torn by a crash is left out. Raises BadInput."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadInput("cannot read {0}: {1}", path, error.strerror or error) from error
    lines = content[: content.rfind(b"\n") + 1].splitlines()
    try:
        documents = [json.loads(line) for line in lines]
        plan = Plan.from_json(documents[0])
        analysed = {int(d.pop("analysed")): d for d in documents[1:] if "analysed" in d}
        measured = {int(d.pop("measured")): d for d in documents[1:] if "measured" in d}
        rows = []
        for number, figures in sorted(analysed.items()):
            more = {"measured": measured[number]} if number in measured else {}
            rows.append(slim(row_document(plan, number, figures) | more))
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, BadInput) as error:
        raise BadInput("{0} is not the journal of a sweep", path) from error
    return plan, rows


def row_document(plan: Plan, number: int, analysed: Mapping[str, Any]) -> dict[str, Any]:
    """A result's row but for its measurement."""
    variant = plan.variant(number)
    return {
        "number": number, "digest": variant.recipe.digest(), "preset": variant.recipe.preset, "values": list(variant.values),
        "recipe": variant.recipe.to_json(), **analysed,
    }


def _checked(row: object, plan: Plan, path: Path) -> dict[str, Any]:
    wanted = {"number": int, "preset": str, "values": list, "digest": str, "recipe": dict}
    sound = isinstance(row, dict) and all(isinstance(row.get(name), kind) for name, kind in wanted.items())
    if not sound or not isinstance(row, dict) or len(row["values"]) != len(plan.axes):
        raise BadInput("{0} is not the result of a sweep: a row of it is damaged", path)
    return slim(row)


def title_of(plan: Plan) -> str:
    """``mobilenet_v1 · alpha × resolution · 16 points``."""
    presets = [recipe.preset for recipe in plan.recipes]
    words = [", ".join(presets[:2]) + (f" + {len(presets) - 2}" if len(presets) > 2 else "")]
    if plan.axes:
        words.append(" × ".join(axis.name for axis in plan.axes))
    return " · ".join([*words, f"{len(plan)} points"])


def numeric(values: Sequence[Value]) -> bool:
    """Whether an axis has a number line."""
    return all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)
