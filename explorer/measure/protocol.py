"""How a latency is taken: evaluation mode, inference mode, one fixed input, warm-up, then every run stamped singly.

A run is one forward pass of the whole batch; times are milliseconds a run, not a picture. Cancel takes effect between runs.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from time import perf_counter, process_time
from typing import Any

import torch
from torch import nn

from explorer.analysis import analyse, input_shape
from explorer.core.memory import available_bytes, footprint_bytes, refuse_without
from explorer.core.recipe import Recipe
from explorer.core.watch import IsCancelled, Progress, never, stop_if, unwatched
from explorer.measure import figures, hardware
from explorer.measure.machine import fingerprint
from explorer.measure.settings import WARMUP_RUNS, Settings
from explorer.weights import calibration_batch, seeded_input, weighted

SEED = 0
TOO_LARGE = "measuring this network needs about {0} of memory and {1} is free; take a smaller batch, width or resolution"
TOO_LARGE_FOR_DEVICE = "this network needs about {0} on the device, {1} is free there; take a smaller batch, width or resolution"
TOLD_EVERY_S = 0.1  # progress goes through a pipe to a window that repaints: seldom, so that it does not disturb


@dataclass(frozen=True)
class Samples:
    """Every run in order (ms), the warm-up runs before them, and CPU time over wall time of the runs (not over threads)."""

    runs_ms: list[float]
    warmup_runs: int
    cpu_wall: float


def measure(
    recipe: Recipe, settings: Settings, *, progress: Progress = unwatched, cancelled: IsCancelled = never
) -> dict[str, Any]:
    """Latency of a recipe as in docs/architecture.md. Raises BadInput (recipe, device, memory) and Cancelled."""
    started = datetime.now(UTC).isoformat(timespec="seconds")
    with ready(recipe, settings, progress=progress, cancelled=cancelled) as bench:
        clock = hardware.clock(bench.device)
        samples = sample(lambda: bench.module(bench.image), clock, settings, progress=progress, cancelled=cancelled)
    summary = figures.summarise(samples.runs_ms)
    share = samples.cpu_wall / settings.threads
    return {
        "settings": settings.to_json(), "samples_ms": samples.runs_ms, "stamped": clock.stamped, **summary,
        "warmup_runs": samples.warmup_runs, "cpu_wall": share, "flags": doubts(summary, share, settings), **bench.card(),
        "started": started,
    }


def doubts(summary: dict[str, Any], share: float, settings: Settings) -> list[list[str]]:
    """Reasons to distrust a summary taken under these settings; ``share`` is CPU time over wall time over threads."""
    flags = figures.flags(summary, share if settings.device == "cpu" else None)
    if summary["n"] < settings.min_runs:
        flags.append(["short: {0} of {1} runs fit into {2} s", str(summary["n"]), str(settings.min_runs), f"{settings.max_s:g}"])
    return flags


@dataclass(frozen=True)
class Bench:
    """A recipe's network and its input on the device they are measured on."""

    recipe: Recipe
    settings: Settings
    device: torch.device
    module: nn.Module
    image: torch.Tensor
    weights: str
    report: dict[str, Any] | None

    def card(self) -> dict[str, Any]:
        """What every measurement says of its conditions: fingerprint, input, weights, recipe."""
        return {
            "fingerprint": fingerprint(self.device, self.settings.threads), "input": list(self.image.shape),
            "weights": self.weights, "weights_report": self.report, "recipe": self.recipe.to_json(),
            "digest": self.recipe.digest(),
        }


@contextmanager
def ready(
    recipe: Recipe, settings: Settings, *, progress: Progress = unwatched, cancelled: IsCancelled = never
) -> Iterator[Bench]:
    """Build a recipe's network on its device, in inference mode with the settings' switches. Raises BadInput and Cancelled."""
    device = hardware.pick(settings.device)
    footprint = footprint_bytes(analyse(recipe), max(settings.batch, calibration_batch(input_shape(recipe))))
    refuse_without(footprint, available_bytes(), TOO_LARGE)
    if device.type != "cpu":
        refuse_without(footprint, hardware.free_bytes(device), TOO_LARGE_FOR_DEVICE)
    stop_if(cancelled)
    progress(0.0, ["building the network"])
    with switches(settings.threads):
        dtype = getattr(torch, settings.dtype)
        shape = input_shape(recipe)
        net = weighted(recipe, SEED)
        module = net.module.to(device=device, dtype=dtype)
        image = seeded_input((settings.batch, *shape[1:]), SEED).to(device=device, dtype=dtype)
        with torch.inference_mode():
            yield Bench(recipe, settings, device, module, image, net.words, net.report)


def sample(
    run: Callable[[], object], clock: hardware.Clock, settings: Settings, *,
    progress: Progress = unwatched, cancelled: IsCancelled = never,
) -> Samples:
    """Warm up, then time runs singly until the settings are met. Raises Cancelled between two runs."""
    warm = Loop(WARMUP_RUNS, settings.warmup_s, settings.max_s)
    for _ in warm.until_met(cancelled):
        warm.add(clock.milliseconds(run))
        warm.tell(progress, 0.0, 0.3, "warm-up: {0} of {1} runs")
    gc.collect()
    collecting = gc.isenabled()
    gc.disable()
    cpu = wall = 0.0
    taken = Loop(settings.min_runs, settings.min_s, settings.max_s)
    try:
        for _ in taken.until_met(cancelled):
            cpu_before, wall_before = process_time(), perf_counter()
            taken.add(clock.milliseconds(run))
            cpu += process_time() - cpu_before
            wall += perf_counter() - wall_before
            taken.tell(progress, 0.3, 1.0, "measuring: {0} of {1} runs")
    finally:
        if collecting:
            gc.enable()
    return Samples(taken.runs_ms, len(warm.runs_ms), cpu / wall if wall else 0.0)


class Loop:
    """Runs until enough of them, and enough seconds, or too many seconds; at least one."""

    def __init__(self, min_runs: int, min_s: float, max_s: float) -> None:
        self.runs_ms: list[float] = []
        self._min_runs, self._min_s, self._max_s = min_runs, min_s, max_s
        self._start = self._told = perf_counter()

    def until_met(self, cancelled: IsCancelled) -> Iterator[None]:
        while True:
            stop_if(cancelled)
            elapsed = perf_counter() - self._start
            if self.runs_ms and (elapsed >= self._max_s or self._fraction(elapsed) >= 1):
                return
            yield

    def add(self, run_ms: float) -> None:
        self.runs_ms.append(run_ms)

    def tell(self, progress: Progress, low: float, high: float, template: str) -> None:
        now = perf_counter()
        if now - self._told < TOLD_EVERY_S:
            return
        self._told = now
        expected = max(self._min_runs, round(len(self.runs_ms) / max(self._fraction(now - self._start), 1e-6)))
        fraction = min(1.0, len(self.runs_ms) / expected)
        progress(low + (high - low) * fraction, [template, str(len(self.runs_ms)), str(expected)])

    def _fraction(self, elapsed: float) -> float:
        by_time = elapsed / self._min_s if self._min_s else 1.0
        return min(by_time, len(self.runs_ms) / self._min_runs)


@contextmanager
def switches(threads: int) -> Iterator[None]:
    """Thread count as asked, TF32 off (it would change the numbers); what stood before is put back."""
    before = torch.get_num_threads(), torch.backends.cuda.matmul.allow_tf32, torch.backends.cudnn.allow_tf32
    try:
        torch.set_num_threads(threads)
        torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = False
        yield
    finally:
        torch.set_num_threads(before[0])
        torch.backends.cuda.matmul.allow_tf32, torch.backends.cudnn.allow_tf32 = before[1:]
