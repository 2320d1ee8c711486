"""Documents of what was measured in turn, as the bench process answers them."""

from __future__ import annotations

from typing import Any

from explorer.core.recipe import Recipe
from tests.core.stored import CARD, measurement

STARTED = "2026-11-22T06:00:00+00:00"
SETTINGS = {"device": "cpu", "threads": 1, "batch": 1, "dtype": "float32", "runtime": "eager", "min_s": 1.0, "max_s": 20.0}


def ratio_of(ratio: float, low: float | None = None, high: float | None = None, verdict: str = "slower") -> dict[str, Any]:
    """A ratio as ``measure.turns.ratio`` gives it; without ends it has no interval."""
    interval = None if low is None or high is None else [low, high]
    return {"ratio": ratio, "interval": interval, "confidence": 0.95, "margin": 0.03, "verdict": verdict}


def run_of(name: str, recipe: Recipe, macs: int, ms: float, ratio: dict[str, Any] | None, **kinds: float) -> dict[str, Any]:
    """One network: its samples lie around ``ms``, its kinds as given; what is left lies between layers."""
    m = measurement(recipe, ms * 0.9, ms, ms * 1.1, started=STARTED)
    m |= {"settings": SETTINGS, "interval_ms": [ms * 0.98, ms * 1.02], "confidence": 0.95}
    rows: list[dict[str, Any]] = [{"kind": kind, "layers": 1, "macs": 0, "ms": each} for kind, each in kinds.items()]
    rows[0]["macs"] = macs
    rest = {"between": ms - sum(kinds.values()) + 0.2, "scatter": 0.1, "stamps": -0.3}
    rows += [{"kind": kind, "layers": 0, "macs": 0, "ms": each} for kind, each in rest.items()]
    return {
        "name": name, "params": 1000, "macs": macs, "access": 500, "measurement": m, "ratio": ratio, "operators": rows,
        "layer_times": {"overhead": {"measured_ms": 0.3}},
    }


def pair_of(*, started: str = STARTED, first: Recipe | None = None, second: Recipe | None = None) -> dict[str, Any]:
    """The second has half the MACs of the first and takes 1.23 times as long."""
    runs = [
        run_of("wide", first or Recipe("net"), 2000, 10.0, None, pointwise=6.0, norm=2.0),
        run_of(
            "grouped", second or Recipe.of("net", {"groups": 2}), 1000, 12.3, ratio_of(1.23, 1.19, 1.27), group=7.0, shuffle=2.5
        ),
    ]
    return {
        "kind": "pair", "settings": SETTINGS, "rounds": 3, "runs": runs, "operators_missing": None, "confidence": 0.95,
        "margin": 0.03, "started": started, "ready": None,
    }


def ready_of() -> dict[str, Any]:
    """Three networks of a ready comparison, with a note."""
    document = pair_of()
    third = run_of("g = 4", Recipe.of("net", {"groups": 4}), 500, 10.1, ratio_of(1.01, 0.99, 1.02, "equal"), group=8.0)
    document["runs"].append(third)
    note = ["g = {0} is left out: {1}", "3", "it must divide 16"]
    return document | {"ready": {"name": "fixed_channels", "recipe": Recipe("net").to_json(), "notes": [note]}}


def micro_of() -> dict[str, Any]:
    """A 1×1 convolution over g = 1, 2, 4: the last is slower than the second."""
    variants = []
    for value, macs, ms, found in (
        ("1", 4000, 0.2, None), ("2", 2000, 0.15, ratio_of(0.75, 0.73, 0.77, "faster")),
        ("4", 1000, 0.25, ratio_of(1.25, 1.2, 1.3)),
    ):
        variants.append({
            "value": value, "own": found is None, "inputs": 8, "outputs": 8, "kernel": [1, 1], "stride": [1, 1],
            "groups": int(value), "input": [1, 8, 4, 4], "output": [1, 8, 4, 4], "macs": macs, "params": macs // 16,
            "access": 400, "samples_ms": [ms] * 9, "median_ms": ms, "p10_ms": ms, "p90_ms": ms, "min_ms": ms, "iqr_ms": 0.0,
            "n": 9, "drift": 0.0, "interval_ms": [ms, ms], "stamped": "blocks of 5", "flags": [], "ratio": found,
        })
    recipe = Recipe("net")
    return {
        "kind": "micro", "recipe": recipe.to_json(), "digest": recipe.digest(), "layer": "stages.1.0.conv", "type": "Conv2d",
        "over": "groups", "own": 0, "variants": variants, "settings": SETTINGS, "fingerprint": CARD, "flags": [],
        "warmup_runs": 10, "confidence": 0.95, "margin": 0.03, "started": STARTED,
    }
