"""The accelerator's path without one: torch's ``meta`` device stands in, with events that tell a time of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

import pytest
import torch

from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.measure import Settings, devices, fingerprint, measure
from explorer.measure.accelerator import TRIAL_RUNS, captured, clocks
from explorer.measure.backends import Prepared, check
from explorer.measure.protocol import switches

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


@pytest.mark.usefixtures("accelerator")
def test_short_runs_on_a_device_are_not_put_into_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The runs of a block would overlap with the host, which is another figure."""
    monkeypatch.setattr(FakeEvent, "elapsed_time", lambda _start, _end: 0.05)
    got = measure(SMALL, ONCE)
    assert (got["stamped"], got["samples_ms"]) == ("events", [0.05] * 5)


@pytest.mark.parametrize("chosen", [False, True])
def test_tf32_is_off_unless_chosen_and_put_back(chosen: bool) -> None:
    flags = torch.backends.cuda.matmul, torch.backends.cudnn
    before = [flag.allow_tf32 for flag in flags]
    with switches(1, tf32=chosen):
        assert [flag.allow_tf32 for flag in flags] == [chosen, chosen]
    assert [flag.allow_tf32 for flag in flags] == before


@pytest.mark.usefixtures("accelerator")
def test_tf32_is_in_the_fingerprint_and_widens_what_an_answer_may_differ() -> None:
    answer = torch.tensor([[1.0, 0.0]])
    close = Prepared(lambda: None, lambda: answer + 0.01)
    assert not check(close, answer)["passed"]
    assert check(close, answer, tf32=True)["passed"]
    assert fingerprint(torch.device("meta"), 1, tf32=True)["tf32"] is True


class FakeCuda:
    """Streams and graphs that note what is done. Capture notes the module's answer, replay runs nothing."""

    def __init__(self) -> None:
        self.log: list[str] = []

    def current_stream(self, _device: object) -> FakeCuda:
        return self

    def wait_stream(self, _other: object) -> None:
        self.log.append("wait")

    @contextmanager
    def stream(self, _stream: object) -> Iterator[None]:
        self.log.append("side stream")
        yield
        self.log.append("main stream")

    @contextmanager
    def graph(self, graph: object) -> Iterator[None]:
        assert graph is self
        self.log.append("capture")
        yield
        self.log.append("captured")

    def replay(self) -> None:
        self.log.append("replay")


@pytest.fixture
def cuda(monkeypatch: pytest.MonkeyPatch) -> FakeCuda:
    fake = FakeCuda()
    for name, value in (
        ("Stream", lambda _device: fake), ("current_stream", fake.current_stream), ("stream", fake.stream),
        ("CUDAGraph", lambda: fake), ("graph", fake.graph),
    ):
        monkeypatch.setattr(torch.cuda, name, value)
    return fake


class Doubling(torch.nn.Module):
    def __init__(self, log: list[str]) -> None:
        super().__init__()
        self.log = log

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        self.log.append("run")
        return 2 * x


def test_a_graph_is_captured_after_runs_on_a_side_stream_and_replayed(cuda: FakeCuda) -> None:
    prepared = captured(Doubling(cuda.log), torch.ones(1, 2))
    assert cuda.log == ["wait", "side stream", *["run"] * TRIAL_RUNS, "main stream", "wait", "capture", "run", "captured"]
    assert set(prepared.seconds) == {"capture"}
    cuda.log.clear()
    prepared.run()
    assert cuda.log == ["replay"], "a run launches the graph and nothing else"
    answer = prepared.answer()
    assert cuda.log == ["replay"] * 2
    assert torch.equal(answer, torch.full((1, 2), 2.0))
    assert answer.data_ptr() != prepared.answer().data_ptr(), "the graph's own memory is overwritten by the next run"


@pytest.mark.usefixtures("cuda")
def test_what_cannot_be_captured_is_refused() -> None:
    class Waiting(torch.nn.Module):
        def forward(self, _x: torch.Tensor) -> torch.Tensor:
            raise RuntimeError("operation not permitted when stream is capturing\nmore")

    with pytest.raises(BadInput, match="no CUDA graph can be captured of this network: operation not permitted"):
        captured(Waiting(), torch.ones(1))


def test_clocks_are_read_where_they_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_library(_device: object) -> int:
        raise ModuleNotFoundError("nvidia-ml-py does not seem to be installed")

    monkeypatch.setattr(torch.cuda, "clock_rate", lambda _device: 1980)
    monkeypatch.setattr(torch.cuda, "temperature", no_library)
    monkeypatch.setattr(torch.cuda, "power_draw", lambda _device: 350_000)
    assert clocks(torch.device("cuda:0")) == {"clock_mhz": 1980, "power_mw": 350_000}
    assert clocks(torch.device("cpu")) == {}
