"""The two roofs of a machine, measured: multiply-accumulates a second, and bytes a second to and from memory.

Best of many runs, as STREAM and the roofline literature take it: a roof is what the machine can do, not what it usually does
(docs/measuring.md). Measured once for a device, thread count and number type, and kept in the platform's data folder.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

import torch
from torch import Tensor

from explorer.core.data_folder import data_folder
from explorer.core.errors import BadInput
from explorer.core.host_lock import alone_on
from explorer.core.memory import available_bytes, refuse_without
from explorer.core.recipe import write_atomically
from explorer.core.watch import IsCancelled, Progress, never, stop_if, unwatched
from explorer.measure import figures, hardware
from explorer.measure.machine import fingerprint
from explorer.measure.protocol import switches
from explorer.measure.settings import Settings

FILE, VERSION = "peaks.json", 1
GEMMS = (256, 512, 1024, 2048, 4096, 8192)  # n of n×n times n×n
CONVOLUTIONS = ((64, 56, 3), (128, 28, 3), (256, 28, 3), (512, 28, 1))  # channels, side, kernel: ResNet's, and a pointwise one
MIN_RUNS, MIN_S = 8, 0.15
LONGEST_S = 0.6  # a kernel expected to take longer for one run is left out: it would not be the fastest
STREAM_BYTES = 64 * 2**20  # of one array, at least; STREAM asks for four times the last cache
CACHES = Path("/sys/devices/system/cpu/cpu0/cache")
CACHE_BYTES = 32 * 2**20  # taken for the last cache where the system does not tell
TOO_LARGE = "measuring the memory's bandwidth needs about {0} of memory and {1} is free"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Kernel:
    """Something to run as often as it takes. ``work`` are MACs or bytes of one run."""

    name: str
    work: float
    make: Callable[[], Callable[[], object]]


def peaks(
    settings: Settings, *, again: bool = False, measure: bool = True, progress: Progress = unwatched,
    cancelled: IsCancelled = never,
) -> dict[str, Any] | None:
    """The ``peaks`` document of docs/architecture.md: as kept, or measured now and kept (``again``: in any case measured).

    None where there is none yet and ``measure`` is off. Of the settings, device, threads and dtype count. Raises BadInput
    and Cancelled.
    """
    device = hardware.pick(settings.device)
    card = fingerprint(device, settings.threads)
    key = {"fingerprint": card, "dtype": settings.dtype}
    kept = _read()
    found = None if again else next((entry for entry in kept if _key(entry) == key), None)
    if found is not None or not measure:
        return found
    measured = measure_peaks(settings, progress=progress, cancelled=cancelled)
    _keep([*(entry for entry in _read() if _key(entry) != key), measured])  # read again: another window may have measured
    return measured


def measure_peaks(settings: Settings, *, progress: Progress = unwatched, cancelled: IsCancelled = never) -> dict[str, Any]:
    """Measure both roofs now."""
    device, dtype = hardware.pick(settings.device), getattr(torch, settings.dtype)
    cache = last_cache_bytes()
    array_bytes = max(4 * cache, STREAM_BYTES)
    refuse_without(3 * array_bytes, available_bytes(), TOO_LARGE)
    started, start = datetime.now(UTC).isoformat(timespec="seconds"), perf_counter()
    clock = hardware.clock(device)
    arithmetic, streams = _arithmetic(device, dtype), _streams(device, dtype, array_bytes)
    computed: list[dict[str, Any]] = []
    streamed: list[dict[str, Any]] = []
    alone = alone_on(str(device), progress=progress, cancelled=cancelled)
    with alone, switches(settings.threads), torch.inference_mode():
        for i, kernel in enumerate((*arithmetic, *streams)):
            progress(i / (len(arithmetic) + len(streams)), ["peaks: {0}", kernel.name])
            fastest = max((row["per_s"] for row in computed), default=0.0)
            if kernel in arithmetic and fastest and kernel.work / fastest > LONGEST_S:
                continue
            (computed if kernel in arithmetic else streamed).append(_best(kernel, clock, cancelled))
    return {
        "settings": {"device": str(device), "threads": settings.threads, "dtype": settings.dtype},
        "macs_per_s": max(row["per_s"] for row in computed), "bytes_per_s": max(row["per_s"] for row in streamed),
        "arithmetic": computed, "streams": streamed, "array_bytes": array_bytes, "cache_bytes": cache,
        "fingerprint": fingerprint(device, settings.threads), "started": started, "seconds": round(perf_counter() - start, 2),
    }


def last_cache_bytes() -> int:
    """Size of the largest cache that the system tells of."""
    found = [CACHE_BYTES]
    try:
        sizes = [path.read_text(encoding="ascii").strip() for path in CACHES.glob("index*/size")]
    except OSError:
        sizes = []
    units = {"K": 2**10, "M": 2**20, "G": 2**30}
    found = [int(s[:-1]) * units[s[-1]] for s in sizes if s[:-1].isdigit() and s[-1] in units] or found
    return max(found)


def _arithmetic(device: torch.device, dtype: torch.dtype) -> list[Kernel]:
    """Matrix products and convolutions, the least work first. BLAS and the convolution library differ, and either may win."""

    def gemm(n: int) -> Kernel:
        def make() -> Callable[[], object]:
            a, b = (_numbers((n, n), device, dtype) for _ in range(2))
            out = torch.empty_like(a)
            return lambda: torch.mm(a, b, out=out)

        return Kernel(f"GEMM {n}", float(n) ** 3, make)

    def convolution(channels: int, side: int, size: int) -> Kernel:
        def make() -> Callable[[], object]:
            x = _numbers((1, channels, side, side), device, dtype)
            weight = _numbers((channels, channels, size, size), device, dtype)
            return lambda: torch.conv2d(x, weight, padding=size // 2)

        name = f"convolution {size}×{size}, {channels} channels, {side}×{side}"
        return Kernel(name, float(channels * size * side) ** 2, make)

    kernels = [*(gemm(n) for n in GEMMS), *(convolution(*row) for row in CONVOLUTIONS)]
    return sorted(kernels, key=lambda kernel: kernel.work)


def _streams(device: torch.device, dtype: torch.dtype, array_bytes: int) -> list[Kernel]:
    """STREAM's copy and triad. Bytes are counted as STREAM does: what is read and what is written, once each."""
    count = array_bytes // dtype.itemsize

    def arrays(number: int) -> list[Tensor]:
        return [torch.ones(count, device=device, dtype=dtype) for _ in range(number)]

    def copy() -> Callable[[], object]:
        a, b = arrays(2)
        return lambda: a.copy_(b)

    def triad() -> Callable[[], object]:
        a, b, c = arrays(3)
        return lambda: torch.add(b, c, alpha=3.0, out=a)

    return [Kernel("copy", 2.0 * array_bytes, copy), Kernel("triad", 3.0 * array_bytes, triad)]


def _numbers(shape: tuple[int, ...], device: torch.device, dtype: torch.dtype) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(0)).to(device=device, dtype=dtype)


def _best(kernel: Kernel, clock: hardware.Clock, cancelled: IsCancelled) -> dict[str, Any]:
    """The fastest of at least MIN_RUNS runs and MIN_S, two before them to warm up."""
    run = kernel.make()
    times: list[float] = []
    for _ in range(2):
        stop_if(cancelled)
        run()
    start = perf_counter()
    while len(times) < MIN_RUNS or perf_counter() - start < MIN_S:
        stop_if(cancelled)
        times.append(clock.milliseconds(run))
    least = min(times)
    return {
        "name": kernel.name, "work": kernel.work, "per_s": kernel.work / max(least, 1e-9) * 1e3, "min_ms": least,
        "median_ms": figures.median(times), "n": len(times),
    }


def _key(entry: dict[str, Any]) -> dict[str, Any]:
    return {"fingerprint": entry.get("fingerprint"), "dtype": entry.get("settings", {}).get("dtype")}


def _keep(entries: list[dict[str, Any]]) -> None:
    """Write the file; where that cannot be, the figures hold for this run of the program."""
    path = data_folder() / FILE
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, json.dumps({"version": VERSION, "peaks": entries}, indent=1).encode())
    except (OSError, BadInput) as error:
        log.warning("the measured peaks are not kept: %s", error)


def _read() -> list[dict[str, Any]]:
    """What is kept; nothing where the file cannot be read, since measuring again costs seconds."""
    path = data_folder() / FILE
    try:
        document = json.loads(path.read_bytes())
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        log.warning("the measured peaks in %s cannot be read (%s) and are measured again", path, error)
        return []
    if not isinstance(document, dict) or document.get("version") != VERSION:
        return []
    return [entry for entry in document.get("peaks", []) if isinstance(entry, dict)]
