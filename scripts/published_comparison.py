"""Our counts against every published figure of a network of ours, as data: what generate_discrepancies.py writes and tests read.

Our counts come from the analysis alone, under the rule and the convention of the record's source.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from explorer.analysis import build  # noqa: E402
from explorer.analysis.answer import analyse  # noqa: E402
from explorer.analysis.published import counted_parameters, difference  # noqa: E402
from explorer.core.published import Match, Published, Record, parameters_step, within_digits  # noqa: E402
from explorer.core.recipe import Recipe  # noqa: E402

COMPARISON_FILE = ROOT / "tests" / "data" / "published_comparison.json"
LARGE_PERCENT = 1.0
FIGURES = ("params", "macs")


@dataclass(frozen=True)
class Case:
    """One printed figure and ours: ``printed_m`` and ``step_m`` (its last digit) in millions, ``ours`` a count."""

    record: int
    figure: str
    printed_m: float
    step_m: float
    ours: int

    @property
    def percent(self) -> float:
        """Ours against the printed figure, in per cent of that."""
        found = difference(self.ours, self.printed_m)
        assert found is not None
        return found

    @property
    def is_large(self) -> bool:
        """Over 1 %."""
        return abs(self.percent) > LARGE_PERCENT

    @property
    def is_rounding(self) -> bool:
        """Whether the printed figure is ours with its last digits rounded or cut off."""
        return within_digits(self.ours, self.printed_m, self.step_m)


@cache
def counts(recipe: Recipe) -> tuple[dict[str, int], dict[str, int]]:
    """A recipe's parameters under every convention, and its MACs under every rule."""
    analysis = analyse(recipe)
    return counted_parameters(build(recipe)[0].modules(), analysis["layers"]), analysis["counted"]


def cases_of(record: Record, match: Match) -> list[Case]:
    """The printed figures of one record beside ours."""
    params, macs = counts(match.recipe)
    found = []
    if record.params_m is not None:
        found.append(Case(record.id, "params", record.params_m, parameters_step(record.params_m), params[match.parameters]))
    if record.madds_m is not None:
        found.append(Case(record.id, "macs", record.madds_m, match.macs_step_m, macs[match.rule]))
    return found


def all_cases(published: Published) -> list[Case]:
    """Every printed figure of every matched record."""
    return [case for i, match in published.matches.items() for case in cases_of(published.by_id[i], match)]


def as_text(cases: Iterable[Case]) -> str:
    """The cases as JSON, one a line."""
    rows = [
        json.dumps({"record": c.record, "figure": c.figure, "printed_m": c.printed_m, "step_m": c.step_m, "ours": c.ours})
        for c in cases
    ]
    return "[\n " + ",\n ".join(rows) + "\n]\n"


def read_cases(path: Path = COMPARISON_FILE) -> list[Case]:
    """The committed comparison."""
    return [Case(**row) for row in json.loads(path.read_text(encoding="utf-8"))]
