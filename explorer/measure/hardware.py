"""Devices and their clocks. One path for every accelerator (CUDA, MPS, XPU) through ``torch.accelerator``, one for the CPU."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter_ns
from typing import Protocol

import torch

from explorer.core.errors import BadInput


def devices() -> list[str]:
    """Names of the devices this machine has: ``cpu`` first, then the accelerator's (``cuda:0``, ``cuda:1``, ``mps:0``)."""
    kind = _accelerator()
    return ["cpu"] + [f"{kind}:{index}" for index in range(torch.accelerator.device_count() if kind else 0)]


def _accelerator() -> str:
    current = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else None
    return current.type if current is not None else ""


def pick(name: str) -> torch.device:
    """The device of that name (``cuda`` is ``cuda:0``); raises BadInput with the names there are."""
    there = devices()
    for candidate in (name, name + ":0"):
        if candidate in there:
            return torch.device(candidate)
    raise BadInput("no device named {0} on this machine; there are: {1}", name, ", ".join(there))


def describe(device: torch.device) -> str:
    """The maker's name of a device where torch knows it, else its own name."""
    if device.type == "cpu":
        return "cpu"
    name = getattr(torch.get_device_module(device), "get_device_name", None)
    return str(name(device.index)) if name else str(device)


def free_bytes(device: torch.device) -> int | None:
    """Free memory of an accelerator, None where torch does not tell."""
    ask = getattr(torch.accelerator, "get_memory_info", None)  # torch 2.9 and newer
    try:
        return int(ask(device)[0]) if ask else None
    except (RuntimeError, NotImplementedError):  # MPS has no such figure
        return None


class Clock(Protocol):
    """Times one run. ``stamped`` names the method in the result."""

    stamped: str

    def milliseconds(self, run: Callable[[], object]) -> float:
        """Duration of one run, which is complete when this returns."""


class WallClock:
    """Wall time around the run; on an accelerator up to the moment it has finished."""

    stamped = "single"

    def __init__(self, device: torch.device) -> None:
        self._device = device

    def milliseconds(self, run: Callable[[], object]) -> float:
        if self._device.type == "cpu":
            start = perf_counter_ns()
            run()
            return (perf_counter_ns() - start) / 1e6
        torch.accelerator.synchronize(self._device)
        start = perf_counter_ns()
        run()
        torch.accelerator.synchronize(self._device)
        return (perf_counter_ns() - start) / 1e6


class EventClock:
    """Device time between two events around the run: what the device was busy or waiting for launches, without the last wait."""

    stamped = "events"

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self._start = torch.Event(device, enable_timing=True)
        self._end = torch.Event(device, enable_timing=True)

    def milliseconds(self, run: Callable[[], object]) -> float:
        torch.accelerator.synchronize(self._device)
        self._start.record()
        run()
        self._end.record()
        torch.accelerator.synchronize(self._device)
        return float(self._start.elapsed_time(self._end))


def clock(device: torch.device) -> Clock:
    """The best clock of a device: events where it has them. Makes an accelerator the current one."""
    if device.type == "cpu":
        return WallClock(device)
    torch.accelerator.set_device_index(device.index or 0)
    try:
        events = EventClock(device)
        events.milliseconds(lambda: None)
    except (RuntimeError, NotImplementedError):  # a backend without timed events
        return WallClock(device)
    return events
