"""A ``runtimes`` document as the bench process answers it: two measured, two with their reason."""

from __future__ import annotations

from typing import Any

from explorer.core.recipe import Recipe
from explorer.core.runtimes import TITLES


def measurement(title: str, median: float, *, checked: bool, flags: list[list[str]] | None = None) -> dict[str, Any]:
    """What views read of one."""
    return {
        "median_ms": median, "p10_ms": 0.98 * median, "p90_ms": 1.05 * median, "min_ms": 0.97 * median, "iqr_ms": 0.02 * median,
        "n": 84, "warmup_runs": 40, "interval_ms": [0.99 * median, 1.01 * median], "confidence": 0.95, "first_ms": 2 * median,
        "prepared_s": {"export": 0.5, "load": 0.1} if checked else {}, "settings": {"threads": 1, "batch": 1},
        "checked": {"max_rel": 5e-6, "tolerance": 1e-4, "passed": True} if checked else None, "flags": flags or [],
        "fingerprint": {"runtime": title, "cpu": "Test CPU"}, "samples_ms": [0.98 * median, median, 1.05 * median],
    }


def runtimes_of(recipe: Recipe) -> dict[str, Any]:
    """10 ms in eager, 4 ms and a doubt in ONNX Runtime."""
    doubt = [["noisy: other processes kept {0} processors busy", "1.2"]]
    rows: list[dict[str, Any]] = [
        {"runtime": "eager", "measurement": measurement(TITLES["eager"], 10.0, checked=False)},
        {"runtime": "compile", "missing": ["torch.compile needs a C++ compiler; none of {0} is installed", "g++"]},
        {"runtime": "onnxruntime", "measurement": measurement(TITLES["onnxruntime"], 4.0, checked=True, flags=doubt)},
        {"runtime": "openvino", "missing": ["{0} is not installed (pip install {1})", "OpenVINO", "openvino"]},
    ]
    rows = [{"title": TITLES[row["runtime"]], **row} for row in rows]
    return {"recipe": recipe.to_json(), "digest": recipe.digest(), "settings": {}, "runtimes": rows}
