"""Time of every layer of a network, and of what lies between them, beside runs without stamps: docs/measuring.md.

Runs with stamps and runs without alternate, so that both see the same machine. A run with stamps is cut into the layers of the
analysis and the gaps between them, without rest. Nothing is subtracted: what the stamps cost is measured and stated.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from time import perf_counter, process_time
from typing import Any

from explorer.analysis import analyse
from explorer.core.errors import BadInput, ExplorerError
from explorer.core.layer_times import pack
from explorer.core.recipe import Recipe
from explorer.core.runtimes import EAGER, TITLES
from explorer.core.watch import IsCancelled, Progress, never, stop_if, unwatched
from explorer.measure import figures, hardware
from explorer.measure.instrument import Instrument, cost, matched
from explorer.measure.protocol import Bench, doubts, ready
from explorer.measure.sampling import Loop
from explorer.measure.settings import WARMUP_RUNS, Settings
from explorer.measure.stamps import Stamps, stamps

INTRUSIVE = 0.05  # the runs with stamps may take this much longer before it is said aloud
SCATTERED = 0.1  # of the median run may be in no layer's median and in no gap's before it is said aloud
FIGURES = {"median_ms": 0.5, "p10_ms": 0.1, "p90_ms": 0.9, "min_ms": 0.0}  # quantiles of a layer's runs


@dataclass(frozen=True)
class Pairs:
    """Runs in pairs: ``plain_ms`` without stamps, ``cut`` the intervals of the one with stamps, gap and layer in turn."""

    plain_ms: list[float]
    cut: list[list[float]]
    warmup_runs: int
    cpu_wall: float


def measure_layers(
    recipe: Recipe, settings: Settings, *, progress: Progress = unwatched, cancelled: IsCancelled = never
) -> dict[str, Any]:
    """The ``layer_times`` document of docs/architecture.md. Raises BadInput (recipe, device, memory) and Cancelled."""
    refuse(settings)
    started = datetime.now(UTC).isoformat(timespec="seconds")
    analysis = analyse(recipe, edges=False)
    with ready(recipe, settings, progress=progress, cancelled=cancelled) as bench:
        clock, marks = hardware.clock(bench.device), stamps(bench.device)
        return {**attribute(bench, analysis, clock, marks, progress=progress, cancelled=cancelled), "started": started}


def refuse(settings: Settings) -> None:
    """Raises BadInput for settings under which there are no layers to stamp."""
    if settings.runtime != EAGER:
        raise BadInput("layers are timed in PyTorch eager only; the runtime is {0}", TITLES[settings.runtime])
    if settings.fold:
        raise BadInput("with BatchNorm folded the layers are no longer those of the analysis; time them without fold")
    if settings.cuda_graph:
        raise BadInput("a CUDA graph is one launch: its layers cannot be timed")


def attribute(
    bench: Bench, analysis: dict[str, Any], clock: hardware.Clock, marks: Stamps, *,
    progress: Progress = unwatched, cancelled: IsCancelled = never,
) -> dict[str, Any]:
    """Measure a network that is ready and give each layer of its analysis its time."""
    stamped = Stamped(bench, analysis, marks)
    return stamped.document(_pairs(bench, stamped.instrument, clock, progress, cancelled))


class Stamped:
    """A network that is ready, with stamps around every layer of its analysis; one run is taken to learn their order."""

    def __init__(self, bench: Bench, analysis: dict[str, Any], marks: Stamps) -> None:
        self.bench, self.analysis, self.marks = bench, analysis, marks
        self.instrument = Instrument(bench.module, marks)
        self.layers = [row for row in analysis["layers"] if row["runs"] and row["type"] != "Parameter"]
        self.calls = self.instrument.trace(bench.image)
        names = {name for name, _ in bench.module.named_modules()}
        self.rows = matched(self.calls, self.layers, names, bench.settings.batch)

    def cut(self) -> list[float]:
        """A run with stamps: its intervals in ms."""
        return self.instrument.run(self.bench.image)

    def document(self, pairs: Pairs) -> dict[str, Any]:
        """The ``layer_times`` document of such runs and of runs without stamps, but when it began."""
        settings, layers, rows, marks = self.bench.settings, self.layers, self.rows, self.marks
        stamp_cost = cost(marks)
        split = _split(pairs.cut, rows, len(layers))
        owners = _owners(rows, layers)
        plain = figures.summarise(pairs.plain_ms)
        stamped = figures.summarise([sum(cut) for cut in pairs.cut])
        seen = {row for row in rows if row is not None}
        columns = [_figures(column) if i in seen else {} for i, column in enumerate(zip(*split.layers, strict=True))]
        sum_ms = sum(column["median_ms"] for column in columns if column)
        places = _places(split.gaps, owners)
        between_ms = sum(places.values())
        scatter = stamped["median_ms"] - sum_ms - between_ms
        idle = len(self.analysis["layers"]) - len(layers)
        share = pairs.cpu_wall / settings.threads
        unmatched = [row["path"] for i, row in enumerate(layers) if i not in seen]
        kinds = sum(call.module for call in self.calls), sum(not call.module for call in self.calls)
        overhead = stamped["median_ms"] - plain["median_ms"]
        expected = (kinds[0] * stamp_cost["layer_us"] + kinds[1] * stamp_cost["operation_us"]) / 1e3
        flags = doubts(plain, share, settings)
        if overhead > INTRUSIVE * plain["median_ms"]:
            flags.append(["intrusive: the runs with stamps took {0} % longer", f"{100 * overhead / plain['median_ms']:.0f}"])
        if abs(scatter) > SCATTERED * stamped["median_ms"]:
            flags.append(["scattered: interruptions that hit another layer in each run make up {0} % of a run; no layer has them",
                          f"{100 * scatter / stamped['median_ms']:.0f}"])
        if unmatched:
            flags.append(["unmatched: {0} layers of the analysis were not seen in the run; their time lies between layers",
                          str(len(unmatched))])
        return {
            "settings": settings.to_json(), "stamped": marks.stamped, "n": len(pairs.cut), "warmup_runs": pairs.warmup_runs,
            "layers": {name: [*(column.get(name) for column in columns), *[None] * idle] for name in FIGURES} | {
                "path": [row["path"] for row in self.analysis["layers"]],
            },
            "sum_ms": sum_ms, "between": {"total_ms": between_ms, "places": places}, "scatter_ms": scatter,
            "instrumented": stamped, "uninstrumented": {**plain, "samples_ms": pairs.plain_ms},
            "overhead": {
                "measured_ms": overhead, "expected_ms": expected,
                "modules": kinds[0], "operations": kinds[1], **stamp_cost, "subtracted": False,
            },
            "samples": {
                "encoding": "base64 of little-endian float32, ms, a row a run",
                "columns": [*(row["path"] for row in layers), "between"],
                "data": pack([[*times, sum(gaps)] for times, gaps in zip(split.layers, split.gaps, strict=True)]),
            },
            "cpu_wall": share, "flags": flags, "unmatched": unmatched, **self.bench.card(),
        }


def _pairs(
    bench: Bench, instrument: Instrument, clock: hardware.Clock, progress: Progress, cancelled: IsCancelled
) -> Pairs:
    """Warm up, then runs with and without stamps in turn (AB, BA, AB, …) until the settings are met."""
    settings, module, image = bench.settings, bench.module, bench.image
    plain: list[float] = []
    cut: list[list[float]] = []

    def once() -> None:
        for stamped in (False, True) if len(plain) % 2 else (True, False):
            if stamped:
                cut.append(instrument.run(image))
            else:
                plain.append(clock.milliseconds(lambda: module(image)))

    warm = Loop(WARMUP_RUNS, settings.warmup_s, settings.max_s)
    for _ in warm.until_met(cancelled):
        once()
        warm.add(plain[-1])
        warm.tell(progress, 0.0, 0.3, "warm-up: {0} of {1} pairs of runs")
    warmup = len(plain)
    plain.clear()
    cut.clear()
    gc.collect()
    collecting = gc.isenabled()
    gc.disable()
    cpu = wall = 0.0
    taken = Loop(settings.min_runs, settings.min_s, settings.max_s)
    try:
        for _ in taken.until_met(cancelled):
            cpu_before, wall_before = process_time(), perf_counter()
            once()
            cpu += process_time() - cpu_before
            wall += perf_counter() - wall_before
            taken.add(plain[-1])
            taken.tell(progress, 0.3, 1.0, "layers: {0} of {1} pairs of runs")
    finally:
        if collecting:
            gc.enable()
    stop_if(cancelled)
    return Pairs(plain, cut, warmup, cpu / wall if wall else 0.0)


@dataclass(frozen=True)
class Split:
    """For each run the ms of every layer, and of every gap: one before each layer and one after the last."""

    layers: list[list[float]]
    gaps: list[list[float]]


def _split(cut: Sequence[Sequence[float]], rows: Sequence[int | None], count: int) -> Split:
    """What belongs to no layer goes to the gap around it."""
    layers, gaps = [], []
    for run in cut:
        if len(run) != 2 * len(rows) + 1:
            raise ExplorerError(f"a run had {len(run) // 2} layers and the first one {len(rows)}: not the same network twice")
        times, between = [0.0] * count, [run[0]]
        for k, row in enumerate(rows):
            if row is None:
                between[-1] += run[2 * k + 1] + run[2 * k + 2]
            else:
                times[row] = run[2 * k + 1]
                between.append(run[2 * k + 2])
        layers.append(times)
        gaps.append(between)
    return Split(layers, gaps)


def _figures(column: Sequence[float]) -> dict[str, float]:
    """A layer's figures over the runs; a device's clock may well read 0."""
    ordered = sorted(column)
    return {name: figures.quantile(ordered, share) for name, share in FIGURES.items()}


def _owners(rows: Sequence[int | None], layers: Sequence[dict[str, Any]]) -> list[str]:
    """For each gap the innermost module that both neighbours lie in; the network before the first and after the last."""
    ran = [row for row in rows if row is not None]
    around = [_around(layers[row]["path"]) for row in ran]
    inner = [_common(before, after) for before, after in pairwise(around)]
    return ["", *inner, ""] if ran else [""]


def _around(path: str) -> list[str]:
    """The names of the module around a layer."""
    caller, is_operation, _ = path.partition(":")
    outer = caller if is_operation else caller.rpartition(".")[0]
    return outer.split(".") if outer else []


def _common(one: Sequence[str], other: Sequence[str]) -> str:
    shared = []
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared.append(a)
    return ".".join(shared)


def _places(gaps: Sequence[Sequence[float]], owners: Sequence[str]) -> dict[str, float]:
    """Median ms between layers, by the module that they belong to."""
    found: dict[str, float] = {}
    for owner, column in zip(owners, zip(*gaps, strict=True), strict=True):
        found[owner] = found.get(owner, 0.0) + figures.median(column)
    return found
