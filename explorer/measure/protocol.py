"""How a latency is taken: evaluation mode, inference mode, one fixed input, its answer checked, warm-up, then single runs.

A run is one forward pass of the whole batch; times are milliseconds a run, not a picture. Cancel takes effect between runs.
docs/measuring.md has the reasons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from time import perf_counter
from typing import Any

import torch
from torch import Tensor, nn

from explorer.analysis import analyse, input_shape
from explorer.core.errors import BadInput
from explorer.core.host_lock import alone_on
from explorer.core.memory import HEADROOM, available_bytes, footprint_bytes, refuse_without
from explorer.core.recipe import Recipe
from explorer.core.runtimes import EAGER, TITLES
from explorer.core.watch import IsCancelled, Progress, never, stop_if, unwatched
from explorer.measure import accelerator, backends, figures, hardware, load, modes, resampling
from explorer.measure.backends import Prepared
from explorer.measure.machine import fingerprint
from explorer.measure.sampling import FALLING, Samples, sample, width
from explorer.measure.settings import Settings
from explorer.weights import calibration_batch, seeded_input, weighted

SEED = 0
NO_ROOM = ("can't allocate memory", "out of memory", "not enough memory", "bad_alloc", "bad allocation")  # allocators' words
COPIES = 2  # of the weights more: a runtime of its own holds the exported file and its own tensors
TOO_LARGE = "measuring this network needs about {0} of memory and {1} is free; take a smaller batch, width or resolution"
RAN_OUT = "the memory of {0} ran out with {1} images at once; take a smaller batch, width or resolution"
TOO_LARGE_TOGETHER = "these networks together need about {0} of memory, {1} is free; take fewer or smaller ones, a smaller batch"
TOO_LARGE_FOR_DEVICE = "this network needs about {0} on the device, {1} is free there; take a smaller batch, width or resolution"


def measure(
    recipe: Recipe, settings: Settings, *, progress: Progress = unwatched, cancelled: IsCancelled = never
) -> dict[str, Any]:
    """Latency of a recipe as in docs/architecture.md. Raises BadInput (recipe, device, runtime, memory) and Cancelled.

    BadInput too where the runtime's answer is not PyTorch eager's: the time of another function is no latency of this network.
    """
    started = datetime.now(UTC).isoformat(timespec="seconds")
    with ready(recipe, settings, progress=progress, cancelled=cancelled) as bench:
        clock = hardware.clock(bench.device)  # makes the device the current one, on which a graph is captured
        progress(0.0, ["preparing {0}", TITLES[settings.runtime]])
        prepared = prepare(bench)
        stop_if(cancelled)
        checked_answer = checked(prepared, bench)
        samples = sample(
            prepared.run, clock, settings, progress=progress, cancelled=cancelled, blocks=bench.device.type == "cpu"
        )
        clocks = clocks_of(bench)
        return document(bench, prepared, samples, clock.stamped, checked=checked_answer, clocks=clocks) | {"started": started}


def document(
    bench: Bench, prepared: Prepared, samples: Samples, stamped: str, *, checked: dict[str, Any] | None, clocks: dict[str, Any]
) -> dict[str, Any]:
    """The ``measure`` document of docs/architecture.md of samples that were taken of a bench, but when it began."""
    settings = bench.settings
    summary = figures.summarise(samples.runs_ms)
    interval = resampling.median_interval(samples.runs_ms)
    share = samples.cpu_wall / settings.threads
    card = bench.card()
    flags = [
        *doubts(summary, share, settings, samples.others), *_further_doubts(samples, summary, interval, settings),
        *_power_doubts(card["fingerprint"]),
    ]
    return {
        "settings": settings.to_json(), "samples_ms": samples.runs_ms, "stamped": samples.stamped(stamped), **summary,
        "interval_ms": None if interval is None else list(interval), "confidence": resampling.CONFIDENCE,
        "warmup_runs": samples.warmup_runs, "first_ms": samples.first_ms, "steady": samples.steady,
        "prepared_s": prepared.seconds, "checked": checked, "cpu_wall": share, "others": samples.others, "clocks": clocks,
        "flags": flags, **card, "versions": prepared.versions,
    }


def doubts(
    summary: dict[str, Any], share: float, settings: Settings, others: float | None = None
) -> list[list[str]]:
    """Reasons to distrust a summary taken under these settings; ``share`` is CPU time over wall time over threads,
    ``others`` the processors that other processes kept busy.
    """
    flags = figures.flags(summary, share if settings.device == "cpu" else None, others)
    if summary["n"] < settings.min_runs:
        flags.append(["short: {0} of {1} runs fit into {2} s", str(summary["n"]), str(settings.min_runs), f"{settings.max_s:g}"])
    return flags


def _further_doubts(
    samples: Samples, summary: dict[str, Any], interval: tuple[float, float] | None, settings: Settings
) -> list[list[str]]:
    """Those that need every run."""
    found = []
    groups = modes.two_groups(samples.runs_ms)
    if groups is not None:
        fast, slow, share = groups
        found.append(["two groups: {0} % of the runs take about {1} ms, the others {2} ms", f"{100 * share:.0f}", f"{slow:.4g}",
                      f"{fast:.4g}"])
    if samples.steady is False:
        found.append(["warm-up: after {0} runs they were still getting faster by more than {1} %", str(samples.warmup_runs),
                      f"{100 * FALLING:g}"])
    if settings.until:
        reached = None if interval is None else 100 * width(interval, summary["median_ms"])
        if reached is None or reached > settings.until:
            found.append(["wide: the interval of the median is {0} % wide; {1} % was not reached in {2} s",
                          "?" if reached is None else f"{reached:.1f}", f"{settings.until:g}", f"{settings.max_s:g}"])
    return found


def _power_doubts(card: dict[str, Any]) -> list[list[str]]:
    return [["on battery: the processor may run slower than on mains"]] if card.get("on_battery") else []


def clocks_of(bench: Bench) -> dict[str, Any]:
    """What the device's and the processor's clocks show right after the runs, where the system tells."""
    now = load.power().get("frequency_mhz")
    return {**accelerator.clocks(bench.device), **({} if now is None else {"cpu_mhz": now})}


def checked(prepared: Prepared, bench: Bench) -> dict[str, Any] | None:
    """How far the answer is from PyTorch eager's, None where it is that one. Raises BadInput where it is another."""
    settings = bench.settings
    if bench.reference is None:
        return None
    found = backends.check(prepared, bench.reference, tf32=settings.tf32)
    if not found["passed"]:
        raise BadInput(
            "{0} does not answer as PyTorch eager does: off by {1} of the largest value, {2} is allowed; no time is given",
            TITLES[settings.runtime], f"{found['max_rel']:.2g}", f"{found['tolerance']:g}",
        )
    return found


def prepare(bench: Bench) -> Prepared:
    """The network as the settings want it run; what that took is told apart. Raises BadInput."""
    settings, module = bench.settings, bench.module
    seconds = {}
    if settings.fold:
        start = perf_counter()
        module = backends.folded(module)
        if settings.channels_last:
            module = channels_last(module)
        seconds["fold"] = perf_counter() - start
    if settings.cuda_graph:
        prepared = accelerator.captured(module, bench.image)
    else:
        prepared = backends.prepare(settings.runtime, module, bench.image, settings.threads)
    return Prepared(prepared.run, prepared.answer, prepared.versions, {**seconds, **prepared.seconds})


@dataclass(frozen=True)
class Bench:
    """A recipe's network and its input on the device they are measured on.

    ``reference`` is what PyTorch eager answers, contiguous and without TF32; None where that is what is measured.
    """

    recipe: Recipe
    settings: Settings
    device: torch.device
    module: nn.Module
    image: Tensor
    weights: str
    report: dict[str, Any] | None
    reference: Tensor | None = None

    def card(self) -> dict[str, Any]:
        """What every measurement says of its conditions: fingerprint, input, weights, recipe."""
        s = self.settings
        return {
            "fingerprint": fingerprint(self.device, s.threads, s.runtime, tf32=s.tf32), "input": list(self.image.shape),
            "weights": self.weights, "weights_report": self.report, "recipe": self.recipe.to_json(),
            "digest": self.recipe.digest(),
        }


@contextmanager
def ready(
    recipe: Recipe, settings: Settings, *, progress: Progress = unwatched, cancelled: IsCancelled = never
) -> Iterator[Bench]:
    """Build a recipe's network on its device, in inference mode with the settings' switches, alone on that device.

    Waits while another process measures on it. Raises BadInput (also where memory runs out on the way, whatever was foretold)
    and Cancelled.
    """
    with together([recipe], settings, progress=progress, cancelled=cancelled) as (bench,):
        yield bench


@contextmanager
def together(
    recipes: Sequence[Recipe], settings: Settings, *, progress: Progress = unwatched, cancelled: IsCancelled = never
) -> Iterator[list[Bench]]:
    """The same with several networks, all at once in memory, each with the same input where they take the same."""
    device = hardware.pick(settings.device)
    reason = backends.missing(settings.runtime, device.type)
    if reason is not None:
        raise BadInput(*reason)
    footprint = sum(
        footprint_bytes(analyse(recipe), max(settings.batch, calibration_batch(input_shape(recipe)))) for recipe in recipes
    )
    copies = HEADROOM + (COPIES if settings.runtime != EAGER else 0)
    words = (TOO_LARGE, TOO_LARGE_FOR_DEVICE) if len(recipes) == 1 else (TOO_LARGE_TOGETHER, TOO_LARGE_TOGETHER)
    refuse_without(footprint, available_bytes(), words[0], copies)
    if device.type != "cpu":
        refuse_without(footprint, hardware.free_bytes(device), words[1])
    stop_if(cancelled)
    with (
        alone_on(str(device), progress=progress, cancelled=cancelled), switches(settings.threads), torch.inference_mode(),
        memory_said(device, settings.batch), ExitStack() as chosen,
    ):
        benches = []
        for recipe in recipes:
            progress(0.0, ["building the network"])
            benches.append(_built(recipe, settings, device))
            stop_if(cancelled)
        chosen.enter_context(switches(settings.threads, tf32=settings.tf32))
        yield benches


def _built(recipe: Recipe, settings: Settings, device: torch.device) -> Bench:
    dtype = getattr(torch, settings.dtype)
    shape = input_shape(recipe)
    with torch.inference_mode(mode=False):  # ordinary tensors, whoever else is being measured: a runtime may export them
        net = weighted(recipe, SEED)
        module = net.module.to(device=device, dtype=dtype)
        image = seeded_input((settings.batch, *shape[1:]), SEED).to(device=device, dtype=dtype)
    reference = None if settings.is_plain() else module(image).clone()
    if settings.channels_last:
        module, image = channels_last(module), image.to(memory_format=torch.channels_last)
    return Bench(recipe, settings, device, module, image, net.words, net.report, reference)


@contextmanager
def memory_said(device: torch.device, batch: int) -> Iterator[None]:
    """Raises BadInput, with what to do, where an allocation fails within; the accelerator's cache is given back first."""
    try:
        yield
    except (RuntimeError, MemoryError) as error:  # torch.OutOfMemoryError is a RuntimeError, so is its CPU allocator's
        if not isinstance(error, MemoryError) and not any(words in str(error).lower() for words in NO_ROOM):
            raise
        failed = BadInput(RAN_OUT, device, batch)
    else:
        return
    if device.type != "cpu":
        torch.accelerator.empty_cache()
    raise failed


def channels_last(module: nn.Module) -> nn.Module:
    """The module with its four-dimensional weights laid out N×H×W×C, in place."""
    return module.to(memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]  # missing in torch's stubs


@contextmanager
def switches(threads: int, *, tf32: bool = False) -> Iterator[None]:
    """Thread count as asked, TF32 off unless chosen (it changes the numbers); what stood before is put back."""
    before = torch.get_num_threads(), torch.backends.cuda.matmul.allow_tf32, torch.backends.cudnn.allow_tf32
    try:
        torch.set_num_threads(threads)
        torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = tf32
        yield
    finally:
        torch.set_num_threads(before[0])
        torch.backends.cuda.matmul.allow_tf32, torch.backends.cudnn.allow_tf32 = before[1:]
