"""How fast a sweep is: variants a second with one worker and with two, in local processes and through a dask scheduler.

One sweep of MobileNetV2 (α × t × ρ, analysis only) through ``explorer.sweep.run`` with executors that are up already. Each figure
is the median of several sweeps, the ways taken in turn. The goal is 100 variants a second a core, and N workers 0.8 × N times as
fast as one, where there are N cores for them.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.machine import REPOSITORY, machine, report, table
from explorer.core.cluster import Cluster
from explorer.core.recipe import Recipe
from explorer.core.sweep import Axis, Plan
from explorer.sweep import cluster, local, tasks
from explorer.sweep.journal import Journal
from explorer.sweep.run import Pools, run

PLAN = Plan(
    (Recipe("mobilenet_v2"),),
    (
        Axis("alpha", tuple(round(0.1 + 0.1 * i, 1) for i in range(14))), Axis("expansion", (1, 2, 3, 4, 5, 6)),
        Axis("resolution", (96, 128, 160, 192, 224)),
    ),
)
UP_S = 60


def kept_open(pools: Pools, stack: ExitStack) -> Pools:
    """The same with an executor that stays open between sweeps."""
    executor = stack.enter_context(pools.analysing())

    def opened() -> AbstractContextManager[Any]:
        return nullcontext(executor)

    return Pools(opened, opened, pools.processes, pools.lost)


@contextmanager
def dask(workers: int, folder: Path) -> Iterator[str]:
    """The address of a scheduler on loopback with so many workers of one thread."""
    file = folder / f"scheduler-{workers}.json"
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    started: list[subprocess.Popen[bytes]] = []

    def start(*words: str) -> None:
        with (folder / f"{workers}-{len(started)}.log").open("wb") as log:
            started.append(subprocess.Popen(
                [sys.executable, "-m", "dask", *words, "--scheduler-file", str(file), "--no-dashboard"], stdout=log, stderr=log,
                env=environment,
            ))

    try:
        start("scheduler", "--host", "127.0.0.1", "--port", "0")
        end = time.monotonic() + UP_S
        while not file.exists():
            if time.monotonic() > end:
                raise TimeoutError("the scheduler did not come up")
            time.sleep(0.05)
        for number in range(workers):
            start("worker", "--nthreads", "1", "--no-nanny", "--local-directory", str(folder / f"w{number}"))
        import distributed

        with distributed.Client(scheduler_file=str(file), set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=UP_S)
            yield client.scheduler.address
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            process.wait(UP_S)


def seconds(pools: Pools, folder: Path) -> float:
    """One sweep."""
    path = folder / "journal"
    path.unlink(missing_ok=True)
    with Journal(path, PLAN) as journal:
        start = time.perf_counter()
        rows = run(PLAN, journal, pools)
        taken = time.perf_counter() - start
    if any("refused" in row for row in rows):
        raise RuntimeError("a variant of the benchmark was refused")
    return taken


def alone(folder: Path) -> float:
    """The analyses in this very process, without coordinator, journal or pickling."""
    recipes = [variant.recipe.to_json() for variant in PLAN.variants()]
    start = time.perf_counter()
    tasks.analyse_all(recipes, PLAN.rule)
    return time.perf_counter() - start


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--json", action="store_true", help="every sample")
    arguments = parser.parse_args()
    tasks.begin()
    where = machine("torch", "distributed")
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        ways: dict[str, Callable[[], float]] = {"in this process": lambda: alone(folder)}
        for count in (1, 2):
            opened = kept_open(local.pools(count, 1), stack)
            ways[f"local, {count}"] = lambda opened=opened: seconds(opened, folder)  # type: ignore[misc]
        for count in (1, 2):
            address = stack.enter_context(dask(count, folder))
            joined = kept_open(stack.enter_context(cluster.pools(Cluster(address), measured=False)), stack)
            ways[f"dask, {count}"] = lambda joined=joined: seconds(joined, folder)  # type: ignore[misc]
        for way in ways.values():
            way()  # torch is imported, caches are warm
        samples: dict[str, list[float]] = {way: [] for way in ways}
        for _ in range(arguments.repeats):
            for label, take in ways.items():
                samples[label].append(take())
    rates = {way: len(PLAN) / median(taken) for way, taken in samples.items()}
    rows = [
        [way, f"{rate:.0f}", "" if way.endswith("1") or way == "in this process" else f"{rate / rates[way[:-1] + '1']:.2f} ×"]
        for way, rate in rates.items()
    ]
    text = table(["workers", "variants a second", "against one"], rows)
    document = {"variants": len(PLAN), "seconds": samples}
    report(f"A sweep of {len(PLAN)} variants of MobileNetV2, analysis only", where, text, document, as_json=arguments.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
