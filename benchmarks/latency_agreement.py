"""Our median against ``torch.utils.benchmark`` on the same module, input and threads, in turn in one run. Goal: within 3 %.

For each preset some rounds; in each round both measure the same network, in an order that changes from round to round, so that
whatever the machine does befalls both. Their figure is the median of ``Timer.blocked_autorange`` (means of blocks of runs),
ours that of ``explorer.measure.sample`` (single runs). The ratio is that of the medians over all rounds' figures.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from torch.utils.benchmark import Timer

from benchmarks.machine import machine, report, table
from explorer.core.bench_environment import restart_under
from explorer.core.recipe import Recipe
from explorer.measure import hardware
from explorer.measure.protocol import Bench, ready
from explorer.measure.sampling import sample
from explorer.measure.settings import Settings

PRESETS = ("mobilenet_v1", "mobilenet_v2", "mobilenet_v3_small", "shufflenet_v2_x1_0", "resnet18", "densenet121", "mixer_s32")
ROUNDS, EACH_S, GOAL = 7, 1.0, 0.03
HEAD = ("preset, ms", "ours", "torch.utils.benchmark", "ratio", "rounds from", "to", "within 3 %")


def ours(bench: Bench, seconds: float) -> float:
    """The median of single runs, ms."""
    settings = Settings(threads=bench.settings.threads, warmup_s=0.2, min_runs=10, min_s=seconds)
    taken = sample(lambda: bench.module(bench.image), hardware.clock(bench.device), settings)
    return median(taken.runs_ms)


def theirs(bench: Bench, seconds: float) -> float:
    """The median of blocks, ms a run."""
    timer = Timer(
        "module(image)", globals={"module": bench.module, "image": bench.image}, num_threads=bench.settings.threads
    )
    return 1e3 * timer.blocked_autorange(min_run_time=seconds).median


def row(preset: str, threads: int, rounds: int, seconds: float) -> dict[str, Any]:
    """The figures of one preset."""
    mine: list[float] = []
    others: list[float] = []
    with ready(Recipe(preset), Settings(threads=threads)) as bench:
        for number in range(rounds):
            for measure, kept in ((ours, mine), (theirs, others)) if number % 2 else ((theirs, others), (ours, mine)):
                kept.append(measure(bench, seconds))
    ratios = [a / b for a, b in zip(mine, others, strict=True)]
    ratio = median(mine) / median(others)
    return {
        "preset": preset, "ours_ms": mine, "theirs_ms": others, "ratio": ratio, "ratios": ratios,
        "within": abs(ratio - 1) <= GOAL,
    }


def as_text(rows: list[dict[str, Any]]) -> str:
    """The table of all rows."""
    return table(HEAD, [
        [r["preset"], median(r["ours_ms"]), median(r["theirs_ms"]), f"{r['ratio']:.3f}", f"{min(r['ratios']):.3f}",
         f"{max(r['ratios']):.3f}", "yes" if r["within"] else "no"] for r in rows
    ])


def main() -> None:
    """Compare the presets named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("presets", nargs="*", default=PRESETS)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--seconds", type=float, default=EACH_S, help="of one measurement")
    parser.add_argument("--json", action="store_true", help="figures as JSON on standard output")
    options = parser.parse_args()
    restart_under(options.threads)
    where = {**machine("torch"), "threads": options.threads, "rounds": options.rounds}
    rows = [row(preset, options.threads, options.rounds, options.seconds) for preset in options.presets]
    report("Our median against torch.utils.benchmark", where, as_text(rows), {"results": rows}, as_json=options.json)


if __name__ == "__main__":
    main()
