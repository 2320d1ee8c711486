"""Recorded layer times and peaks for the window's tests: figures chosen by hand, in the documented shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from explorer.core.layer_times import pack

FINGERPRINT = {
    "cpu": "Test CPU", "cores": 2, "usable_cores": 2, "os": "Linux", "python": "3.11", "torch": "2.13.0",
    "runtime": "PyTorch eager", "threads": 1, "malloc": {}, "device": "cpu", "device_name": "Test CPU",
}


def summary(median: float) -> dict[str, Any]:
    return {
        "median_ms": median, "p10_ms": 0.9 * median, "p90_ms": 1.1 * median, "min_ms": 0.8 * median, "iqr_ms": 0.1 * median,
        "n": 60, "drift": 0.0,
    }


def times_of(
    analysis: Mapping[str, Any], layers_ms: Sequence[float | None], between: Mapping[str, float], *,
    flags: Sequence[list[str]] = (), batch: int = 1,
) -> dict[str, Any]:
    """A ``layer_times`` document of an analysis, without scatter; the stamps cost 0.2 ms."""
    layers, gaps = sum(ms for ms in layers_ms if ms is not None), sum(between.values())
    paths = [row["path"] for row in analysis["layers"]]
    return {
        "settings": {"device": "cpu", "threads": 1, "batch": batch, "dtype": "float32"}, "stamped": "single", "n": 60,
        "warmup_runs": 10,
        "layers": {
            "path": paths, "median_ms": list(layers_ms),
            **{name: [None if ms is None else part * ms for ms in layers_ms]
               for name, part in (("p10_ms", 0.9), ("p90_ms", 1.1), ("min_ms", 0.8))},
        },
        "sum_ms": layers, "between": {"total_ms": gaps, "places": dict(between)}, "scatter_ms": 0.0,
        "instrumented": summary(layers + gaps), "uninstrumented": summary(layers + gaps - 0.2),
        "overhead": {
            "measured_ms": 0.2, "expected_ms": 0.19, "modules": 2, "operations": 0, "layer_us": 0.6, "operation_us": 1.3,
            "empty_layer_us": 0.3, "empty_operation_us": 0.4, "subtracted": False,
        },
        "samples": {"encoding": "", "columns": [*paths, "between"], "data": pack([[*(ms or 0 for ms in layers_ms), gaps]])},
        "cpu_wall": 1.0, "flags": [list(flag) for flag in flags], "unmatched": [], "fingerprint": FINGERPRINT,
        "input": analysis["input"], "weights": "random", "weights_report": None, "recipe": analysis["recipe"],
        "digest": analysis["digest"], "started": "2026-11-22T06:00:00+00:00",
    }


def peaks_of(macs_per_s: float, bytes_per_s: float) -> dict[str, Any]:
    """The answer of the job ``peaks``."""
    return {"peaks": {
        "settings": {"device": "cpu", "threads": 1, "dtype": "float32"}, "macs_per_s": macs_per_s, "bytes_per_s": bytes_per_s,
        "arithmetic": [], "streams": [], "array_bytes": 2**27, "cache_bytes": 2**25, "fingerprint": FINGERPRINT,
        "started": "2026-11-22T06:00:00+00:00", "seconds": 4.0,
    }}
