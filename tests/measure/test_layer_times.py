"""Times of single layers: nothing hides between them, what is planted comes out, the network is left as it was."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import torch
from torch import Tensor, nn

import models
from explorer.analysis import analyse, settings_of
from explorer.core.errors import BadInput, Cancelled, ExplorerError
from explorer.core.layer_times import LayerTimes, unpack
from explorer.core.recipe import Recipe
from explorer.measure import Settings, layers, measure_layers
from explorer.measure.hardware import WallClock
from explorer.measure.instrument import Call, Instrument, matched
from explorer.measure.layers import attribute
from explorer.measure.protocol import Bench, ready
from explorer.measure.stamps import WallStamps
from models.registry import construct
from tests.measure.test_accelerator import FakeEvent, accelerator

SMALL = Recipe.of("mobilenet_v2", {"alpha": 0.25, "resolution": 64})
QUICK = Settings(warmup_s=0, min_runs=6, min_s=0)
US = 1000  # nanoseconds: what the fake clock goes on at each look

__all__ = ["accelerator"]  # a fixture


class FakeNow:
    """A clock that goes on by one microsecond at each look, and by more where it is told to."""

    def __init__(self) -> None:
        self.ns = 0

    def __call__(self) -> int:
        self.ns += US
        return self.ns

    def slow(self, forward: Callable[..., Any], ms: float) -> Callable[..., Any]:
        """A forward that takes longer."""

        def run(*args: Any, **kwargs: Any) -> Any:
            self.ns += int(ms * 1e6)
            return forward(*args, **kwargs)

        return run


@pytest.fixture
def now() -> FakeNow:
    return FakeNow()


@pytest.fixture
def bench() -> Iterator[Bench]:
    with ready(SMALL, QUICK) as made:
        yield made


def document_of(bench: Bench, now: FakeNow) -> dict[str, Any]:
    return attribute(bench, analyse(bench.recipe), WallClock(torch.device("cpu")), WallStamps(now))


@pytest.mark.parametrize("preset", models.presets())
def test_every_row_of_the_analysis_is_stamped(preset: str) -> None:
    recipe = Recipe(preset)
    analysis = analyse(recipe, edges=False)
    architecture, settings = settings_of(recipe)
    with torch.device("meta"):
        module = construct(settings, architecture.builder).eval()
        images = torch.empty(2, *analysis["input"][1:])
    rows = [row for row in analysis["layers"] if row["runs"] and row["type"] != "Parameter"]
    with torch.inference_mode():
        calls = Instrument(module, WallStamps()).trace(images)
    assert matched(calls, rows, {name for name, _ in module.named_modules()}, 2) == list(range(len(rows)))


@pytest.mark.parametrize("recipe", [
    SMALL, Recipe.of("shufflenet_v1", {"groups": 8, "resolution": 64}),
    Recipe.of("repvgg_a0", {"deploy": True, "resolution": 64}), Recipe.of("googlenet", {"resolution": 64}),
    Recipe.of("mobilenet_v3_small", {"resolution": 64}),
], ids=lambda recipe: recipe.preset)
def test_the_pieces_of_each_run_add_up_to_it(recipe: Recipe) -> None:
    got = measure_layers(recipe, QUICK)
    assert json.loads(json.dumps(got, allow_nan=False)) == got
    assert got["unmatched"] == []
    runs = unpack(got["samples"])
    assert len(runs) == got["n"] == got["uninstrumented"]["n"] == 6
    totals = sorted(sum(run) for run in runs)
    assert (totals[2] + totals[3]) / 2 == pytest.approx(got["instrumented"]["median_ms"], rel=1e-5)
    assert got["sum_ms"] + got["between"]["total_ms"] + got["scatter_ms"] == pytest.approx(got["instrumented"]["median_ms"])
    analysis = analyse(recipe)
    medians = got["layers"]["median_ms"]
    assert got["layers"]["path"] == [row["path"] for row in analysis["layers"]]
    assert [ms is not None for ms in medians] == [row["runs"] for row in analysis["layers"]]
    assert sum(ms for ms in medians if ms) == pytest.approx(got["sum_ms"])
    times = LayerTimes(got, analysis)
    top = [node["id"] for node in analysis["graph"]["nodes"] if not node["parent"]]
    outside = got["between"]["places"].get("", 0.0)
    known = {node["id"] for node in analysis["graph"]["nodes"]}
    loose = sum(ms for place, ms in got["between"]["places"].items() if place and place.split(".")[0] not in known | {"stages"})
    stages = got["between"]["places"].get("stages", 0.0)  # between two stages: in neither
    assert sum(times.by_node[i] for i in top) + outside + stages + loose == pytest.approx(times.total)


def test_a_planted_slow_layer_comes_out(bench: Bench, now: FakeNow) -> None:
    slow = bench.module.get_submodule("stages.3.1.depthwise.conv")
    slow.__dict__["forward"] = now.slow(slow.forward, 5.0)
    got = document_of(bench, now)
    by_path = dict(zip(got["layers"]["path"], got["layers"]["median_ms"], strict=True))
    assert by_path.pop("stages.3.1.depthwise.conv") == pytest.approx(5.001)
    assert set(by_path.values()) == {0.001}  # every other layer is two looks at the clock
    times = LayerTimes(got, analyse(SMALL))
    assert max(times.by_node, key=lambda i: (times.by_node[i], len(i))) == ""
    inside = times.by_node["stages.3.1"]
    assert 5 < inside < times.by_node["stages.3"] < times.total
    assert times.by_node["stages.2"] < 1


def test_time_in_no_layer_belongs_to_the_block_it_passes_in(bench: Bench, now: FakeNow) -> None:
    part = bench.module.get_submodule("stages.3.1.depthwise")
    part.__dict__["forward"] = now.slow(part.forward, 3.0)
    got = document_of(bench, now)
    assert max(ms for ms in got["layers"]["median_ms"] if ms) == 0.001
    assert got["between"]["places"]["stages.3.1"] > 3
    looks = got["overhead"]["modules"] + got["overhead"]["operations"] + 1
    assert got["between"]["total_ms"] == pytest.approx(3 + 0.001 * looks)
    assert LayerTimes(got, analyse(SMALL)).by_node["stages.3.1"] > 3


def test_interruptions_that_wander_are_named_and_given_to_no_layer(bench: Bench) -> None:
    class Interrupted(FakeNow):
        looks = 0

        def __call__(self) -> int:
            self.looks += 1
            if self.looks % 311 == 0:  # a run has 308 looks: each interruption hits another piece
                self.ns += 5_000_000
            return super().__call__()

    got = document_of(bench, Interrupted())
    assert set(got["layers"]["median_ms"]) == {0.001}
    assert got["between"]["total_ms"] < 1
    assert 4 < got["scatter_ms"] < 6
    assert [flag for flag in got["flags"] if flag[0].startswith("scattered: ")]


def test_the_network_is_left_as_it_was(bench: Bench) -> None:
    module, image = bench.module, bench.image
    own = module.get_submodule("stem.conv")
    own.__dict__["forward"] = mine = own.forward
    before = module(image)
    instrument = Instrument(module, WallStamps())
    instrument.trace(image)
    instrument.run(image)
    assert own.__dict__.pop("forward") is mine
    assert [name for name, m in module.named_modules() if "forward" in m.__dict__] == []
    assert torch.equal(module(image), before)


def test_an_interrupted_run_leaves_it_too(bench: Bench) -> None:
    def fail(*_: Tensor) -> Tensor:
        raise RuntimeError("planted")

    bench.module.get_submodule("stages.4").__dict__["forward"] = fail
    instrument = Instrument(bench.module, WallStamps())
    with pytest.raises(RuntimeError, match="planted"):
        instrument.run(bench.image)
    assert [name for name, m in bench.module.named_modules() if "forward" in m.__dict__] == ["stages.4"]
    assert torch.zeros(2).add(1).tolist() == [1, 1]  # the mode is off again


class Odd(nn.Module):
    """Makes a constant, looks at shapes, and calls one module twice."""

    def __init__(self) -> None:
        super().__init__()
        self.act = nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        constant = torch.full((1, x.shape[1], 1, 1), 2.0, device=x.device)
        x = self.act(x) * constant
        if x.size(0) > 0 and x.dim() == 4:
            x = self.act(x)
        return x.flatten(1)


def test_what_is_no_layer_is_left_between_them() -> None:
    calls = Instrument(Odd(), WallStamps()).trace(torch.ones(3, 4, 5, 5))
    assert calls == [
        Call("", 4, module=False), Call("act", 300, module=True), Call("", 300, module=False), Call("act", 300, module=True),
        Call("", 300, module=False),
    ]
    rows = [{"path": path, "output": [1, 4, 5, 5]} for path in ("act", ":multiply", "act")]
    rows.append({"path": ":flatten", "output": [1, 100]})
    assert matched(calls, rows, {"", "act"}, 3) == [None, 0, 1, 2, 3]


def test_a_layer_that_was_not_seen_is_told(bench: Bench, now: FakeNow, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = matched

    def without_the_third(*args: Any) -> list[int | None]:
        return [None if row == 2 else row for row in everything(*args)]

    monkeypatch.setattr(layers, "matched", without_the_third)
    got = document_of(bench, now)
    assert got["unmatched"] == ["stem.act"]
    assert [flag for flag in got["flags"] if flag[0].startswith("unmatched: {0} layers")]
    assert got["layers"]["median_ms"][2] is None
    assert got["sum_ms"] + got["between"]["total_ms"] == pytest.approx(got["instrumented"]["median_ms"])  # not lost


def test_a_network_that_is_another_at_each_run_is_refused(bench: Bench, now: FakeNow) -> None:
    act = bench.module.get_submodule("stem")
    forward, calls = act.forward, [0]

    def growing(x: Tensor) -> Tensor:
        calls[0] += 1
        return forward(x) + calls[0] if calls[0] > 8 else forward(x)

    act.__dict__["forward"] = growing
    with pytest.raises(ExplorerError, match="not the same network twice"):
        document_of(bench, now)


def test_runs_alternate_and_both_warm_up(bench: Bench, now: FakeNow) -> None:
    order: list[str] = []

    class Watched(WallStamps):
        def begin(self) -> None:
            order.append("stamped")
            super().begin()

    class Clock(WallClock):
        def milliseconds(self, run: Callable[[], object]) -> float:
            order.append("plain")
            return super().milliseconds(run)

    got = attribute(bench, analyse(SMALL), Clock(torch.device("cpu")), Watched(now))
    pairs = order[1 : 1 + 2 * (got["warmup_runs"] + got["n"])]  # the first run only looks
    assert [set(pairs[i : i + 2]) for i in range(0, len(pairs), 2)] == [{"plain", "stamped"}] * (len(pairs) // 2)
    assert pairs[:4] in (["stamped", "plain", "plain", "stamped"], ["plain", "stamped", "stamped", "plain"])
    assert got["warmup_runs"] == 10


def test_the_cost_of_the_stamps_is_stated_and_left_in(bench: Bench) -> None:
    got = attribute(bench, analyse(SMALL), WallClock(torch.device("cpu")), WallStamps())
    cost = got["overhead"]
    assert cost["subtracted"] is False
    assert cost["measured_ms"] == got["instrumented"]["median_ms"] - got["uninstrumented"]["median_ms"]
    assert cost["modules"] + cost["operations"] == sum(ms is not None for ms in got["layers"]["median_ms"])
    expected = cost["modules"] * cost["layer_us"] + cost["operations"] * cost["operation_us"]
    assert cost["expected_ms"] == pytest.approx(expected / 1000)
    assert 0 < cost["empty_layer_us"] < 1000


def test_a_batch_and_a_number_type_are_measured() -> None:
    got = measure_layers(SMALL, Settings(batch=3, dtype="bfloat16", warmup_s=0, min_runs=2, min_s=0))
    assert got["input"] == [3, 3, 64, 64]
    assert got["unmatched"] == []


def test_cancel_takes_effect_between_runs() -> None:
    asked = [0]

    def cancelled() -> bool:
        asked[0] += 1
        return asked[0] > 5

    with pytest.raises(Cancelled):
        measure_layers(SMALL, QUICK, cancelled=cancelled)


def test_a_device_that_is_not_there() -> None:
    with pytest.raises(BadInput, match="no device named cuda:7"):
        measure_layers(SMALL, Settings(device="cuda:7"))


@pytest.mark.usefixtures("accelerator")
def test_on_an_accelerator_layers_lie_between_events() -> None:
    got = measure_layers(SMALL, Settings(device="meta:1", warmup_s=0, min_runs=3, min_s=0))
    assert got["stamped"] == "events"
    ran = [ms for ms in got["layers"]["median_ms"] if ms is not None]
    assert set(ran) == {7.5}
    assert got["instrumented"]["median_ms"] == 7.5 * (2 * len(ran) + 1)
    assert got["between"]["total_ms"] == 7.5 * (len(ran) + 1)
    log = FakeEvent.log
    starts = [i for i, word in enumerate(log) if word == "synchronize" and log[i + 1 : i + 2] == ["record"]]
    lengths = {log.index("synchronize", i + 1) - i - 1 for i in starts}
    assert 2 * len(ran) + 2 in lengths  # one wait, an event at every stamp, one wait


@pytest.mark.usefixtures("accelerator")
def test_an_accelerator_without_events_waits_at_each_stamp(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NotImplementedError("no events")

    monkeypatch.setattr(torch, "Event", refuse)
    got = measure_layers(SMALL, Settings(device="meta:1", warmup_s=0, min_runs=1, min_s=0))
    assert got["stamped"] == "synchronised"
    ran = sum(ms is not None for ms in got["layers"]["median_ms"])
    assert FakeEvent.log.count("synchronize") > (got["warmup_runs"] + got["n"]) * (2 * ran + 2)


def test_the_profiler_finds_convolutions_as_heavy() -> None:
    """Another way of looking: torch's own profiler, operator by operator. A share, so that a busy machine disturbs both alike."""
    recipe = Recipe.of("vgg11", {"resolution": 96})
    got = measure_layers(recipe, Settings(warmup_s=0, min_runs=5, min_s=0))
    rows = analyse(recipe)["layers"]
    paired = [(row, ms) for row, ms in zip(rows, got["layers"]["median_ms"], strict=True) if ms is not None]
    ours = sum(ms for row, ms in paired if row["type"] == "Conv2d") / sum(ms for _, ms in paired)
    with ready(recipe, QUICK) as made, torch.profiler.profile(activities=[torch.profiler.ProfilerActivity.CPU]) as profiler:
        for _ in range(3):
            made.module(made.image)
    found = {event.key: event.cpu_time_total for event in profiler.key_averages()}
    selves = sum(event.self_cpu_time_total for event in profiler.key_averages())
    assert ours == pytest.approx(found["aten::conv2d"] / selves, abs=0.3)
    assert ours > 0.3
