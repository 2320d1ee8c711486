"""Does measuring in turn find the ratio that is there? Two of known ratio, several times, in turn and one after the other.

The same network built twice has the ratio 1; one that runs it twice in a run has the ratio 2. Of ten intervals nine or ten should
hold it, and of equal networks none should be called slower or faster, beside a busy process too (``--busy``). To be run on a
machine that does nothing else.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from statistics import fmean
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.machine import machine, report, table
from benchmarks.repeatability import LONGEST_S, busy
from explorer.core.bench_environment import restart_under
from explorer.core.recipe import Recipe
from explorer.measure import Settings
from explorer.measure.figures import median
from explorer.measure.hardware import clock
from explorer.measure.protocol import Bench, together
from explorer.measure.sampling import sample
from explorer.measure.turns import Runner, in_turn, ratio

PRESET, TIMES = "mobilenet_v2", 10
HEAD = ("true ratio", "measurements", "intervals hold it", "called equal", "called slower or faster", "mean error in turn",
        "mean error one after the other")


def runs(bench: Bench, times: int) -> Callable[[], object]:
    """The network ``times`` times in a run."""
    def run() -> None:
        for _ in range(times):
            bench.module(bench.image)

    return run


def several(preset: str, true: int, settings: Settings, times: int) -> dict[str, Any]:
    """Pairs of that ratio, each in turn and then one after the other."""
    found, alone = [], []
    for _ in range(times):
        with together([Recipe(preset), Recipe(preset)], settings) as (first, second):
            stamps, both = clock(first.device), (runs(first, 1), runs(second, true))
            taken = in_turn([Runner(run) for run in both], stamps, settings)
            found.append(ratio(taken[0].runs_ms, taken[1].runs_ms))
            medians = [median(sample(run, stamps, settings).runs_ms) for run in both]
            alone.append(medians[1] / medians[0])
    intervals = [f["interval"] for f in found]
    return {
        "true": true, "of": times, "held": sum(bool(i) and i[0] <= true <= i[1] for i in intervals),
        "equal": sum(f["verdict"] == "equal" for f in found),
        "different": sum(f["verdict"] in ("slower", "faster") for f in found),
        "error": fmean(abs(f["ratio"] / true - 1) for f in found), "error_alone": fmean(abs(r / true - 1) for r in alone),
        "pairs": found, "one_after_the_other": alone,
    }


def as_text(rows: list[dict[str, Any]]) -> str:
    """A line each."""
    return table(HEAD, [
        [r["true"], r["of"], r["held"], r["equal"], r["different"], f"{100 * r['error']:.2f} %",
         f"{100 * r['error_alone']:.2f} %"] for r in rows
    ])


def main() -> None:
    """Ratio 1, then ratio 2."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("preset", nargs="?", default=PRESET)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--times", type=int, default=TIMES)
    parser.add_argument("--min-s", type=float, default=1.0)
    parser.add_argument("--busy", action="store_true", help="beside a process that keeps one processor busy")
    parser.add_argument("--json", action="store_true", help="figures as JSON on standard output")
    arguments = parser.parse_args()
    restart_under(arguments.threads)
    where = {**machine("torch"), "threads": arguments.threads, "preset": arguments.preset, "busy": arguments.busy}
    settings = Settings(threads=arguments.threads, min_s=arguments.min_s)
    with busy(LONGEST_S) if arguments.busy else nullcontext():
        rows = [several(arguments.preset, true, settings, arguments.times) for true in (1, 2)]
    report("Pairs of known ratio", where, as_text(rows), {"results": rows}, as_json=arguments.json)


if __name__ == "__main__":
    main()
