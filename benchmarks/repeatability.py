"""How well a latency repeats, and whether a disturbed one is flagged: a preset ten times idle, ten times beside a busy process.

The busy process is started here, computes without rest on one processor, and ends by itself after a while in any case. Goals: at
least 9 of 10 measurements beside it are flagged, at most 1 of 10 without it, and medians of those without a flag lie within 5 %.
To be run on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.machine import machine, report, table
from explorer.core.bench_environment import restart_under
from explorer.core.recipe import Recipe
from explorer.measure import Settings, measure

PRESET, TIMES, LONGEST_S = "mobilenet_v2", 10, 600
BUSY = "import sys, time\nend = time.monotonic() + float(sys.argv[1])\nwhile time.monotonic() < end: sum(range(10000))"
GOALS = {"idle": "at most 1", "loaded": "at least 9"}
HEAD = ("ms", "measurements", "flagged", "goal of 10", "median", "least", "most", "spread", "intervals hold it", "why")


@contextmanager
def busy(seconds: float) -> Iterator[None]:
    """A process that keeps one processor busy meanwhile, ``seconds`` at most."""
    process = subprocess.Popen([sys.executable, "-c", BUSY, str(seconds)])
    try:
        yield
    finally:
        process.kill()
        process.wait()


def several(preset: str, settings: Settings, times: int) -> list[dict[str, Any]]:
    """What is compared of each measurement."""
    names = ("median_ms", "interval_ms", "flags", "others", "n")
    return [{name: found[name] for name in names} for found in (measure(Recipe(preset), settings) for _ in range(times))]


def summary(name: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Flag rate, how far the medians lie apart, and how many intervals hold the median of all medians."""
    medians = [r["median_ms"] for r in rows]
    middle = median(medians)
    held = sum(1 for r in rows if r["interval_ms"] and r["interval_ms"][0] <= middle <= r["interval_ms"][1])
    words = sorted({template.partition(":")[0] for r in rows for template, *_ in r["flags"]})
    return {
        "name": name, "flagged": sum(bool(r["flags"]) for r in rows), "of": len(rows), "median_ms": middle,
        "least_ms": min(medians), "most_ms": max(medians), "spread": (max(medians) - min(medians)) / middle, "held": held,
        "why": words, "measurements": rows,
    }


def as_text(found: list[dict[str, Any]]) -> str:
    """A line each."""
    return table(HEAD, [
        [f["name"], f["of"], f["flagged"], GOALS[f["name"]], f["median_ms"], f["least_ms"], f["most_ms"],
         f"{100 * f['spread']:.1f} %", f["held"], ", ".join(f["why"])] for f in found
    ])


def main() -> None:
    """Measure idle, then beside the busy process."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("preset", nargs="?", default=PRESET)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--times", type=int, default=TIMES)
    parser.add_argument("--min-s", type=float, default=1.0)
    parser.add_argument("--processes", type=int, default=1, help="busy ones (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="figures as JSON on standard output")
    options = parser.parse_args()
    restart_under(options.threads)
    where = {**machine("torch"), "threads": options.threads, "preset": options.preset}
    settings = Settings(threads=options.threads, min_s=options.min_s)
    idle = summary("idle", several(options.preset, settings, options.times))
    with busy_several(options.processes):
        loaded = summary("loaded", several(options.preset, settings, options.times))
    report("Repeatability and flags", where, as_text([idle, loaded]), {"results": [idle, loaded]}, as_json=options.json)


@contextmanager
def busy_several(count: int) -> Iterator[None]:
    """So many of them."""
    if count <= 0:
        yield
        return
    with busy(LONGEST_S), busy_several(count - 1):
        yield


if __name__ == "__main__":
    main()
