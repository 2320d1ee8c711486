"""The accelerator's path without one: torch's ``meta`` device stands in, with events that tell a time of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import pytest
import torch

from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.measure import Settings, devices, measure

SMALL = Recipe.of("mobilenet_v2", {"alpha": 0.25, "resolution": 64})
ONCE = Settings(device="meta:1", warmup_s=0, min_runs=5, min_s=0)


class FakeEvent:
    """An event that remembers the calls made on it and says 7.5 ms lie between any two."""

    log: ClassVar[list[str]] = []

    def __init__(self, device: torch.device, *, enable_timing: bool) -> None:
        assert enable_timing
        assert device == torch.device("meta:1")

    def record(self) -> None:
        self.log.append("record")

    def elapsed_time(self, end: FakeEvent) -> float:
        assert self.log[-1] == "synchronize", "a time is read only when the device has finished"
        return 7.5


@pytest.fixture
def accelerator(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Any], None]:
    FakeEvent.log.clear()
    fakes: dict[str, Any] = {
        "is_available": lambda: True,
        "current_accelerator": lambda: torch.device("meta"),
        "device_count": lambda: 2,
        "set_device_index": lambda index: FakeEvent.log.append(f"set {index}"),
        "synchronize": lambda device: FakeEvent.log.append("synchronize"),
        "get_memory_info": lambda device: (8_000_000_000, 16_000_000_000),
    }
    for name, fake in fakes.items():
        monkeypatch.setattr(torch.accelerator, name, fake)
    monkeypatch.setattr(torch, "Event", FakeEvent)
    monkeypatch.setattr(torch, "get_device_module", lambda device: object())
    return lambda name, fake: monkeypatch.setattr(torch.accelerator, name, fake)


@pytest.mark.usefixtures("accelerator")
def test_every_device_is_listed() -> None:
    assert devices() == ["cpu", "meta:0", "meta:1"]
    with pytest.raises(BadInput, match="there are: cpu, meta:0, meta:1"):
        measure(SMALL, Settings(device="meta:2"))


@pytest.mark.usefixtures("accelerator")
def test_runs_are_timed_singly_between_events() -> None:
    got = measure(SMALL, ONCE)
    assert got["stamped"] == "events"
    assert got["samples_ms"] == [7.5] * 5
    assert got["fingerprint"]["device"] == "meta:1"
    assert got["fingerprint"]["tf32"] is False
    assert "cudnn_benchmark" in got["fingerprint"]
    assert FakeEvent.log[0] == "set 1"
    trial_warmup_and_runs = 1 + got["warmup_runs"] + 5
    assert FakeEvent.log[1:] == ["synchronize", "record", "record", "synchronize"] * trial_warmup_and_runs


@pytest.mark.usefixtures("accelerator")
def test_the_processors_share_raises_no_flag() -> None:
    assert not any("had a processor" in template for template, *_ in measure(SMALL, ONCE)["flags"])


@pytest.mark.usefixtures("accelerator")
def test_a_device_without_events_is_timed_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NotImplementedError("no events")

    monkeypatch.setattr(torch, "Event", refuse)
    got = measure(SMALL, ONCE)
    assert got["stamped"] == "single"
    assert FakeEvent.log.count("synchronize") == 2 * (got["warmup_runs"] + 5)


def test_the_devices_memory_is_asked(accelerator: Callable[[str, Any], None]) -> None:
    accelerator("get_memory_info", lambda device: (1_000_000, 16_000_000_000))
    with pytest.raises(BadInput, match=r"on the device, 1\.00 MB is free there"):
        measure(SMALL, ONCE)


def test_a_device_that_does_not_tell_its_memory_is_tried(accelerator: Callable[[str, Any], None]) -> None:
    def refuse(device: torch.device) -> None:
        raise RuntimeError("not supported")

    accelerator("get_memory_info", refuse)
    assert measure(SMALL, ONCE)["n"] == 5
