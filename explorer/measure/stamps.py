"""Clocks that are read many times during one run: at its start, before and after each layer, at its end.

All give the intervals between neighbouring stamps in milliseconds. They add up to the whole run, so that no time can hide.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from time import perf_counter_ns
from typing import Protocol

import torch


class Stamps(Protocol):
    """Call ``begin``, then ``stamp`` as often as wanted, then ``intervals``. ``stamped`` names the method in the result."""

    stamped: str

    def begin(self) -> None:
        """Wait until the device is idle, forget earlier stamps and take the first one."""

    def stamp(self) -> None:
        """Take one more."""

    def take_back(self) -> None:
        """Forget the last two: they enclosed nothing."""

    def intervals(self) -> list[float]:
        """Milliseconds between neighbouring stamps, in order; complete when this returns."""


class WallStamps:
    """Wall time of the host, for the CPU. ``now`` gives nanoseconds."""

    stamped = "single"

    def __init__(self, now: Callable[[], int] = perf_counter_ns) -> None:
        self._marks: list[int] = []
        self._now = now

    def begin(self) -> None:
        self._marks.clear()
        self.stamp()

    def stamp(self) -> None:
        self._marks.append(self._now())

    def take_back(self) -> None:
        del self._marks[-2:]

    def intervals(self) -> list[float]:
        marks = self._marks
        return [(after - before) / 1e6 for before, after in pairwise(marks)]


class SynchronisedStamps(WallStamps):
    """Wall time on an accelerator without timed events: at each stamp the host waits until the device has finished.

    Layers cannot overlap and each bears the whole way to the device and back.
    """

    stamped = "synchronised"

    def __init__(self, device: torch.device) -> None:
        super().__init__()
        self._device = device

    def stamp(self) -> None:
        torch.accelerator.synchronize(self._device)
        super().stamp()


class EventStamps:
    """Device time between events in the stream. The host waits for the device before the first and after the last only.

    Where the device is faster than the host can launch, an interval holds the wait for the launch: what eager PyTorch costs.
    """

    stamped = "events"

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self._events: list[torch.Event] = []  # made once; making one costs more than recording it
        self._used = 0

    def begin(self) -> None:
        torch.accelerator.synchronize(self._device)
        self._used = 0
        self.stamp()

    def stamp(self) -> None:
        if self._used == len(self._events):
            self._events.append(torch.Event(self._device, enable_timing=True))
        self._events[self._used].record()
        self._used += 1

    def take_back(self) -> None:
        self._used -= 2

    def intervals(self) -> list[float]:
        torch.accelerator.synchronize(self._device)
        used = self._events[: self._used]
        return [float(before.elapsed_time(after)) for before, after in pairwise(used)]


def stamps(device: torch.device) -> Stamps:
    """The best stamps of a device: events where it has them. Makes an accelerator the current one."""
    if device.type == "cpu":
        return WallStamps()
    torch.accelerator.set_device_index(device.index or 0)
    events = EventStamps(device)
    try:
        events.begin()
        events.stamp()
        events.intervals()
    except (RuntimeError, NotImplementedError):  # a backend without timed events
        return SynchronisedStamps(device)
    return events
