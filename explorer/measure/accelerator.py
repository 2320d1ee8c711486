"""What only a CUDA device has: a graph of all its launches, and the clocks at which it ran."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Any

import torch
from torch import Tensor, nn

from explorer.core.errors import BadInput
from explorer.measure.backends import Prepared

TRIAL_RUNS = 3  # on a side stream before capture, as torch's notes on CUDA graphs ask for: libraries set themselves up then
READINGS = (("clock_mhz", "clock_rate"), ("temperature_c", "temperature"), ("power_mw", "power_draw"))


def captured(module: nn.Module, image: Tensor) -> Prepared:
    """The network as a CUDA graph: one launch a run, so that the host's launches are no part of the time.

    Raises BadInput where its work cannot be captured (it waits for the device, or its shapes depend on values).
    """
    device = image.device
    start = perf_counter()
    try:
        stream = torch.cuda.Stream(device)  # type: ignore[no-untyped-call]
        stream.wait_stream(torch.cuda.current_stream(device))
        with torch.cuda.stream(stream):
            for _ in range(TRIAL_RUNS):
                module(image)
        torch.cuda.current_stream(device).wait_stream(stream)
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph):
            answer = module(image)
    except RuntimeError as error:
        first = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise BadInput("no CUDA graph can be captured of this network: {0}", first) from error

    def answered() -> Tensor:
        graph.replay()
        copy: Tensor = answer.clone()  # the graph writes into the same memory in every run
        return copy

    return Prepared(graph.replay, answered, seconds={"capture": perf_counter() - start})


def clocks(device: torch.device) -> dict[str, Any]:
    """clock_mhz, temperature_c, power_mw of a CUDA device now: what of it torch can read (it asks NVML, which may be missing)."""
    if device.type != "cuda":
        return {}
    found = {}
    for name, function in READINGS:
        ask: Callable[[torch.device], int] | None = getattr(torch.cuda, function, None)
        try:
            if ask is not None:
                found[name] = int(ask(device))
        except (RuntimeError, ImportError, AssertionError, AttributeError):  # no NVML, or a device it does not know
            continue
    return found
