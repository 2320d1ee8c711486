"""One layer of a network by itself, over its groups, channels or kernel: every variant built with the layer's real input shape,
all measured in turn (``explorer.measure.turns``), ratios to the layer as it is. docs/measuring.md.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import torch
from torch import Tensor, nn

from explorer.analysis import analyse, source_of
from explorer.analysis.answer import build
from explorer.core import micro
from explorer.core.errors import BadInput
from explorer.core.host_lock import alone_on
from explorer.core.memory import HEADROOM, available_bytes, refuse_without
from explorer.core.micro import LINEAR, Layer, is_layer, quantities
from explorer.core.recipe import Recipe
from explorer.core.watch import IsCancelled, Progress, never, stop_if, unwatched
from explorer.measure import figures, hardware, resampling
from explorer.measure.layers import refuse
from explorer.measure.machine import fingerprint
from explorer.measure.protocol import SEED, channels_last, doubts, switches
from explorer.measure.settings import Settings
from explorer.measure.turns import Runner, in_turn, ratio, wide
from explorer.weights import seeded_input

BYTES = 4  # an element while it is built
TOO_LARGE = "these layers together need about {0} of memory and {1} is free; take a smaller batch or layer"


def micro_benchmark(
    recipe: Recipe, path: object, over: object, settings: Settings, *, progress: Progress = unwatched,
    cancelled: IsCancelled = never,
) -> dict[str, Any]:
    """The ``micro`` document of docs/architecture.md. Raises BadInput (recipe, layer, quantity, device, memory) and Cancelled."""
    refuse(settings)
    started = datetime.now(UTC).isoformat(timespec="seconds")
    layer = layer_of(recipe, path)
    variants = micro.variants(layer, over)
    device = hardware.pick(settings.device)
    footprint = BYTES * sum(each.access(settings.batch) for _, each in variants)
    refuse_without(footprint, available_bytes(), TOO_LARGE, HEADROOM)
    if device.type != "cpu":
        refuse_without(footprint, hardware.free_bytes(device), TOO_LARGE)
    with alone_on(str(device), progress=progress, cancelled=cancelled), switches(settings.threads, tf32=settings.tf32):
        progress(0.0, ["building the layers"])
        with torch.inference_mode():
            runners = [_runner(each, settings, device) for _, each in variants]
            stop_if(cancelled)
            clock = hardware.clock(device)
            turns = in_turn(runners, clock, settings, progress=progress, cancelled=cancelled, blocks=device.type == "cpu")
        own = [each for _, each in variants].index(layer)
        rows, flags = [], []
        for place, (value, each) in enumerate(variants):
            samples = turns[place].samples(tell_steady=settings.warmup_s > 0)
            summary = figures.summarise(samples.runs_ms)
            interval = resampling.median_interval(samples.runs_ms)
            found = None if place == own else ratio(turns[own].runs_ms, turns[place].runs_ms)
            doubted = doubts(summary, samples.cpu_wall / settings.threads, settings, samples.others)
            flags.append([*doubted, *wide(found, settings)])
            rows.append({
                "value": value, "own": place == own, **_described(each, settings.batch), "samples_ms": samples.runs_ms, **summary,
                "interval_ms": None if interval is None else list(interval), "stamped": samples.stamped(clock.stamped),
                "flags": flags[-1], "ratio": found,
            })
        card = fingerprint(device, settings.threads, settings.runtime, tf32=settings.tf32)
    return {
        "kind": "micro", "recipe": recipe.to_json(), "digest": recipe.digest(), "layer": path, "type": layer.type, "over": over,
        "own": own, "variants": rows, "settings": settings.to_json(), "fingerprint": card, "flags": flags[own],
        "warmup_runs": len(turns[own].warmup_ms), "confidence": resampling.CONFIDENCE, "margin": resampling.MARGIN,
        "started": started, **source_of(recipe),
    }


def layer_of(recipe: Recipe, path: object) -> Layer:
    """The shape of a recipe's convolution or linear layer. Raises BadInput with what there is near that path."""
    analysis = analyse(recipe, edges=False)
    rows = {row["path"]: row for row in analysis["layers"]}
    if not isinstance(path, str) or path not in rows:
        there = [each for each, row in rows.items() if is_layer(row)]
        near = [each for each in there if isinstance(path, str) and path and each.startswith(path)] or there
        named = ", ".join(near[:6]) + (", …" if len(near) > 6 else "")
        raise BadInput("there is no layer {0} in this network; there are: {1}", path, named)
    row = rows[path]
    if not quantities(row):
        raise BadInput("{0} is a {1} that cannot be varied; convolutions and linear layers that run can", path, row["type"])
    module = build(recipe)[0].get_submodule(path)
    if row["type"] == LINEAR:
        assert isinstance(module, nn.Linear)
        rows_of = 1
        for side in row["input"][1:-1]:
            rows_of *= side
        return Layer(LINEAR, module.in_features, module.out_features, bias=module.bias is not None, rows=rows_of)
    assert isinstance(module, nn.Conv2d)
    if isinstance(module.padding, str) or module.padding_mode != "zeros":
        raise BadInput("{0} pads by {1}; only a convolution with a number of zeros can be varied", path, module.padding_mode)
    return Layer(
        row["type"], module.in_channels, module.out_channels, _pair(module.kernel_size), _pair(module.stride),
        _pair(module.padding), _pair(module.dilation), module.groups, module.bias is not None, _pair(row["input"][-2:]),
    )


def _pair(sides: Any) -> tuple[int, int]:
    first, second = sides
    return int(first), int(second)


def _runner(layer: Layer, settings: Settings, device: torch.device) -> Runner:
    """The layer with seeded weights, on a seeded input of its own."""
    dtype = getattr(torch, settings.dtype)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(SEED)
        module: nn.Module = nn.Linear(layer.inputs, layer.outputs, bias=layer.bias) if layer.type == LINEAR else nn.Conv2d(
            layer.inputs, layer.outputs, layer.kernel, layer.stride, layer.padding, layer.dilation, layer.groups, layer.bias
        )
    rows = (layer.rows,) if layer.rows > 1 else ()
    shape = (settings.batch, *rows, layer.inputs) if layer.type == LINEAR else (settings.batch, layer.inputs, *layer.size)
    module, image = module.eval().to(device=device, dtype=dtype), seeded_input(shape, SEED).to(device=device, dtype=dtype)
    if settings.channels_last and layer.type != LINEAR:
        module, image = channels_last(module), image.to(memory_format=torch.channels_last)

    def run() -> Tensor:
        answer: Tensor = module(image)
        return answer

    return Runner(run)


def _described(layer: Layer, batch: int) -> dict[str, Any]:
    """The variant's shape and cost for one image; access in elements for the batch, as it is measured."""
    height, width = layer.output_size
    flat = layer.type == LINEAR
    return {
        "inputs": layer.inputs, "outputs": layer.outputs, "kernel": list(layer.kernel), "stride": list(layer.stride),
        "groups": layer.groups, "input": [1, layer.inputs] if flat else [1, layer.inputs, *layer.size],
        "output": [1, layer.outputs] if flat else [1, layer.outputs, height, width], "macs": layer.macs, "params": layer.params,
        "access": layer.access(batch),
    }
