"""Measurements as the bench process answers them, for tests of the store and of what reads it."""

from __future__ import annotations

from typing import Any

from explorer.core.recipe import Recipe

CARD = {
    "cpu": "Some CPU", "cores": 4, "usable_cores": 2, "device_name": "Some CPU", "os": "Linux-6", "torch": "2.13.0",
    "runtime": "PyTorch eager", "device": "cpu",
}


def measurement(
    recipe: Recipe, *samples: float, started: str = "2026-11-22T06:00:00+00:00", threads: int = 1, flags: Any = (), **card: Any
) -> dict[str, Any]:
    """A measurement with these samples."""
    ordered = sorted(samples)
    return {
        "settings": {"device": "cpu", "threads": threads, "batch": 1, "dtype": "float32", "min_s": 1.0, "max_s": 20.0},
        "samples_ms": list(samples), "stamped": "single", "median_ms": ordered[len(ordered) // 2], "p10_ms": ordered[0],
        "p90_ms": ordered[-1], "min_ms": ordered[0], "iqr_ms": 0.1, "n": len(samples), "warmup_runs": 10, "flags": list(flags),
        "fingerprint": CARD | {"threads": threads} | card, "recipe": recipe.to_json(), "digest": recipe.digest(),
        "started": started,
    }
