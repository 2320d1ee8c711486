"""What measuring single layers costs, and how far the pieces account for the whole: some presets, one thread.

For each preset, in one run of the bench process: the median with and without stamps (in turn), what the stamps cost as
measured and as expected of one stamp, the sum of the layers' medians as a share of the median without stamps, what lies between
layers, and what is in no median because it hits another layer in each run.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.machine import machine, report, table
from explorer.cli.child import ask_worker
from explorer.core.bench_environment import bench_environment
from explorer.core.recipe import Recipe

PRESETS = (
    "mobilenet_v1", "mobilenet_v2", "mobilenet_v3_small", "shufflenet_v1", "shufflenet_v2_x1_0", "resnet50", "densenet121",
    "mixer_s32", "repvgg_a0",
)
HEAD = (
    "preset, ms", "runs", "without", "with", "stamps cost", "expected", "layers", "of without", "between", "scatter",
    "CPU / wall",
)


def row(preset: str, threads: int) -> dict[str, Any]:
    """The figures of one preset, milliseconds."""
    request = {"job": "layer_times", "recipe": Recipe(preset).to_json(), "settings": {"threads": threads}}
    got = ask_worker("bench", request, bench_environment(threads))
    plain = got["uninstrumented"]["median_ms"]
    return {
        "preset": preset, "runs": got["n"], "without": plain, "with": got["instrumented"]["median_ms"],
        "cost": got["overhead"]["measured_ms"], "expected": got["overhead"]["expected_ms"], "layers": got["sum_ms"],
        "ratio": got["sum_ms"] / plain, "between": got["between"]["total_ms"], "scatter": got["scatter_ms"],
        "cpu_wall": got["cpu_wall"], "flags": got["flags"],
    }


def as_text(rows: list[dict[str, Any]]) -> str:
    """The table of all rows."""
    cells = []
    for r in rows:
        cost, ratio = f"{r['cost']:+.2f} ({100 * r['cost'] / r['without']:+.1f} %)", f"{100 * r['ratio']:.1f} %"
        cells.append([
            r["preset"], r["runs"], r["without"], r["with"], cost, r["expected"], r["layers"], ratio, r["between"], r["scatter"],
            r["cpu_wall"],
        ])
    return table(HEAD, cells)


def main() -> None:
    """Measure the presets named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("presets", nargs="*", default=PRESETS)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="figures as JSON on standard output")
    options = parser.parse_args()
    where = {**machine("torch"), "threads": options.threads}
    rows = [row(preset, options.threads) for preset in options.presets]
    report("Time of single layers", where, as_text(rows), {"results": rows}, as_json=options.json)


if __name__ == "__main__":
    main()
