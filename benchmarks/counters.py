"""How long counting takes: our analysis against torchinfo, fvcore, ptflops and FlopCounterMode, same modules, one run.

``walk``: a module that is already built is counted. ``build + walk``: the module is built, then counted, as a knob makes it
necessary. Peers get the module in eval mode without gradients, with a real tensor on the CPU and, where they can, on the meta
device; the faster of the two counts. Ours is the shape walk, which already knows every shape, edge and MAC; ``analyse`` is the
whole answer that the window gets (hierarchy, knobs, legal values). Medians, all on the same number of threads.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import logging
import statistics
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

import models
from benchmarks.machine import geometric_mean, machine, report, table
from explorer.analysis import analyse, build, input_shape
from explorer.analysis.walk import walk
from explorer.core.recipe import Recipe

Count = Callable[[nn.Module, tuple[int, ...], str], float]
SHORTEST_S = 0.3  # each figure is the median over at least this long, or over `most` runs
MOST_RUNS = 200


def by_torchinfo(model: nn.Module, shape: tuple[int, ...], device: str) -> float:
    """MACs by torchinfo (counts biases)."""
    from torchinfo import summary

    return float(summary(model, input_size=shape, device=device, verbose=0).total_mult_adds)


def by_fvcore(model: nn.Module, shape: tuple[int, ...], device: str) -> float:
    """MACs by fvcore (counts BatchNorm)."""
    from fvcore.nn import FlopCountAnalysis

    counted = FlopCountAnalysis(model, torch.zeros(shape, device=device))
    counted.unsupported_ops_warnings(enabled=False)
    counted.uncalled_modules_warnings(enabled=False)
    return float(counted.total())


def by_ptflops(model: nn.Module, shape: tuple[int, ...], device: str, backend: str = "pytorch") -> float:
    """MACs by ptflops; its `pytorch` backend adds BatchNorm, activations and pooling."""
    from ptflops import get_model_complexity_info

    def give(_resolution: tuple[int, ...]) -> dict[str, Any] | torch.Tensor:
        x = torch.zeros(shape, device=device)
        return x if backend == "aten" else {"x": x}

    macs, _ = get_model_complexity_info(
        model, shape[1:], input_constructor=give, as_strings=False, print_per_layer_stat=False, verbose=False, backend=backend
    )
    if not macs:
        raise RuntimeError("ptflops counted nothing")
    return float(macs)


def by_ptflops_aten(model: nn.Module, shape: tuple[int, ...], device: str) -> float:
    """MACs by ptflops, aten backend."""
    return by_ptflops(model, shape, device, "aten")


def by_flop_counter(model: nn.Module, shape: tuple[int, ...], device: str) -> float:
    """MACs by torch's FlopCounterMode (flops / 2)."""
    with FlopCounterMode(display=False) as counter:
        model(torch.zeros(shape, device=device))
    return float(counter.get_total_flops()) / 2


PEERS: dict[str, Count] = {
    "torchinfo": by_torchinfo, "fvcore": by_fvcore, "ptflops": by_ptflops, "ptflops aten": by_ptflops_aten,
    "FlopCounterMode": by_flop_counter,
}


def median_ms(function: Callable[[], object], *, least: int = 3) -> float:
    """Median wall time of a call, after one call that does not count."""
    function()
    taken: list[float] = []
    begun = time.perf_counter()
    while len(taken) < least or (time.perf_counter() - begun < SHORTEST_S and len(taken) < MOST_RUNS):
        start = time.perf_counter()
        function()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def built(preset: str, device: str) -> nn.Module:
    """The preset's ordinary module in eval mode, as a peer's user would build it."""
    with torch.device(device):
        return models.build(preset).eval()


def peer_ms(count: Count, preset: str, shape: tuple[int, ...]) -> dict[str, Any] | None:
    """The peer's fastest way: time to count, time to build and count, and what it counted; None where it cannot."""
    found: dict[str, Any] = {}
    for device in ("cpu", "meta"):
        model = built(preset, device)
        try:
            with torch.no_grad(), contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                macs = count(model, shape, device)
                walk_ms = median_ms(lambda model=model, device=device: count(model, shape, device))  # type: ignore[misc]
                build_ms = median_ms(lambda device=device: count(built(preset, device), shape, device))  # type: ignore[misc]
        except (RuntimeError, NotImplementedError, TypeError, AttributeError, ValueError) as error:
            found.setdefault("failed", {})[device] = f"{type(error).__name__}: {error}"[:200]
            continue
        if walk_ms < found.get("walk_ms", float("inf")):
            found.update(walk_ms=walk_ms, walk_on=device, macs=macs)
        if build_ms < found.get("build_walk_ms", float("inf")):
            found.update(build_walk_ms=build_ms, build_walk_on=device)
    return found if "walk_ms" in found else None


def measure(preset: str) -> dict[str, Any]:
    """All figures of one preset."""
    recipe = Recipe.of(preset)
    shape = input_shape(recipe)
    model = build(recipe)[0]
    peers = {name: peer_ms(count, preset, shape) for name, count in PEERS.items()}
    known = {name: peer for name, peer in peers.items() if peer is not None}
    ours = {
        "walk_ms": median_ms(lambda: walk(model, shape)),
        "build_walk_ms": median_ms(lambda: walk(build(recipe)[0], shape)),
        "analyse_ms": median_ms(lambda: analyse(recipe)),
        "macs": analyse(recipe)["macs"],
    }
    fastest = {key: min(known, key=lambda name, key=key: known[name][key]) for key in ("walk_ms", "build_walk_ms")}  # type: ignore[misc]
    return {
        "preset": preset, "input": list(shape), "ours": ours, "peers": peers, "fastest": fastest,
        "ratio": {key: known[name][key] / ours[key] for key, name in fastest.items()},
    }


def as_text(results: list[dict[str, Any]]) -> str:
    """Three tables: walk, build + walk, and what was counted."""
    parts = []
    for key, title in (("walk_ms", "Walk of a built module, ms"), ("build_walk_ms", "Build + walk, ms")):
        rows: list[list[object]] = []
        for r in results:
            times = [peer[key] if (peer := r["peers"][name]) else "–" for name in PEERS]
            whole = [r["ours"]["analyse_ms"]] if key == "build_walk_ms" else []
            rows.append([r["preset"], r["ours"][key], *whole, *times, f"{r['ratio'][key]:.1f} × ({r['fastest'][key]})"])
        whole_header = ["analyse"] if key == "build_walk_ms" else []
        parts.append(f"{title}\n" + table(["preset", "ours", *whole_header, *PEERS, "ratio to the fastest"], rows))
        parts.append(f"Geometric mean of the ratios: {geometric_mean(r['ratio'][key] for r in results):.1f} ×")
    rows = [
        [r["preset"], f"{r['ours']['macs']:,}", *(f"{int(p['macs']):,}" if (p := r["peers"][name]) else "–" for name in PEERS)]
        for r in results
    ]
    parts.append("MACs counted (conventions differ: torchinfo adds biases, fvcore and ptflops BatchNorm and more)\n"
                 + table(["preset", "ours", *PEERS], rows))
    return "\n\n".join(parts)


def main() -> None:
    """Measure the presets named on the command line, all by default."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("presets", nargs="*", default=models.presets())
    parser.add_argument("--threads", type=int, default=1, help="torch threads for everybody (default 1)")
    parser.add_argument("--json", action="store_true", help="figures as JSON on standard output")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    logging.getLogger("fvcore").setLevel(logging.ERROR)
    where = {**machine("torch", "torchinfo", "fvcore", "ptflops"), "threads": options.threads}
    results = []
    for preset in options.presets:
        sys.stderr.write(f"{preset} ...\n")
        results.append(measure(preset))
    means = {key: geometric_mean(r["ratio"][key] for r in results) for key in ("walk_ms", "build_walk_ms")}
    report("Counting: ours against the peers", where, as_text(results), {"results": results, "geometric_mean": means},
           as_json=options.json)


if __name__ == "__main__":
    main()
