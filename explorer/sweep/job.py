"""A sweep as one job from plan to file: the same for the command line and for the window's worker process.

While it runs there is the journal FILE.part; when all is done FILE is written and the journal goes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, Protocol

from explorer.core.cluster import Cluster
from explorer.core.errors import BadInput
from explorer.core.recipe import write_atomically
from explorer.core.sweep import Plan
from explorer.core.sweep_rows import PART, slim
from explorer.core.watch import IsCancelled
from explorer.measure.settings import usable_cpus
from explorer.sweep import cluster
from explorer.sweep.journal import Journal
from explorer.sweep.local import pools
from explorer.sweep.run import Pools, row_of, run

BATCH = 400  # rows in one message


class Tell(Protocol):
    """Progress with the rows that are new since the last one: slim documents of ``row_of``."""

    def __call__(self, fraction: float, text: list[str], /, **more: Any) -> None: ...


class _ToldJournal(Journal):
    """A journal that keeps in mind whose rows nobody has been told yet: at first all of an earlier run's."""

    def __init__(self, path: Path, plan: Plan) -> None:
        super().__init__(path, plan)
        self.untold = dict.fromkeys(sorted(self.analysed))

    def add_analyses(self, rows: Mapping[int, Mapping[str, Any]]) -> None:
        super().add_analyses(rows)
        self.untold |= dict.fromkeys(rows)

    def add_measurement(self, number: int, measurement: Mapping[str, Any]) -> None:
        super().add_measurement(number, measurement)
        self.untold[number] = None


def sweep_job(
    request: Mapping[str, Any], tell: Tell, cancelled: IsCancelled, own: Sequence[dict[str, Any]] = ()
) -> dict[str, Any]:
    """Run {plan, path, processes?, cluster?} and write its file; {path, variants, refused, measured, resumed}.

    Raises BadInput, and Cancelled with the journal kept: the same request goes on from there.
    """
    plan, path = Plan.from_json(request.get("plan")), request.get("path")
    if not isinstance(path, str) or not path:
        raise BadInput("path is {0}; a file name is needed", path)
    target = Path(path)
    opened = _pools(plan, request, own)
    check_places(plan)
    with _ToldJournal(target.with_name(target.name + PART), plan) as journal:
        resumed = len(journal.analysed)

        def progress(fraction: float, text: list[str]) -> None:
            numbers, journal.untold = list(journal.untold), {}
            rows = [slim(row_of(plan.variant(number), journal)) for number in numbers]
            for start in range(0, max(len(rows), 1), BATCH):
                tell(fraction, text, rows=rows[start : start + BATCH])

        with opened as executors:
            rows = run(plan, journal, executors, progress=progress, cancelled=cancelled)
        write_json(target, plan, rows)
        journal.remove()
    return {"path": path, "resumed": resumed} | counts(rows)


def _pools(plan: Plan, request: Mapping[str, Any], own: Sequence[dict[str, Any]]) -> AbstractContextManager[Pools]:
    """The processes of this machine, or the workers of the scheduler that is named."""
    if request.get("cluster") is None:
        threads = int((plan.measure or {}).get("threads", 1))
        return nullcontext(pools(checked_processes(request.get("processes")), threads, own))
    theirs = {preset for file in own for preset in file.get("presets", ())}
    for recipe in plan.recipes:
        if recipe.preset in theirs:
            raise BadInput("{0} is an own architecture; a scheduler's workers have bundled ones only", recipe.preset)
    return cluster.pools(Cluster.from_json(request["cluster"]), measured=plan.measure is not None)


def counts(rows: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """How many variants there are, could not be built, were measured."""
    return {
        "variants": len(rows), "refused": sum("refused" in row for row in rows),
        "measured": sum("median_ms" in row.get("measured", {}) for row in rows),
    }


def checked_processes(asked: object, name: str = "processes") -> int:
    """As many as asked for; one for each processor where nothing was. Raises BadInput."""
    most = usable_cpus()
    if asked is None:
        return most
    if isinstance(asked, bool) or not isinstance(asked, int) or not 1 <= asked <= 4 * most:
        raise BadInput("{0} {1} is not allowed; allowed: 1 to {2}", name, asked, 4 * most)
    return asked


def check_places(plan: Plan) -> None:
    """Raises BadInput where an axis acts at a place that none of the networks has: the sweep would change nothing."""
    from explorer.analysis import analyse

    for axis in plan.axes:
        if not axis.place:
            continue
        known = [analyse(recipe)["places"] for recipe in plan.recipes]
        if not any(axis.knob in places.get(axis.place, {}).get("knobs", {}) for places in known):
            there = ", ".join(_paths(known))
            raise BadInput("no network of this sweep has {0} at {1}; places are {2}", axis.knob, axis.place, there)


def write_json(path: Path, plan: Plan, rows: Sequence[Mapping[str, Any]]) -> None:
    """The result as ``core.sweep_rows.read_result`` reads it. Raises BadInput."""
    document = {"sweep": plan.to_json(), "rows": list(rows)}
    write_atomically(path, (json.dumps(document, ensure_ascii=False, allow_nan=False) + "\n").encode())


def _paths(known: Iterable[Mapping[str, Any]]) -> list[str]:
    return [path for path in next(iter(known)) if path]
