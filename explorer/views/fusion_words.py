"""The comparison of RepVGG's two forms in words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from explorer.core import units


def verdict(report: dict[str, Any] | None) -> tuple[str, str, str]:
    """A line, its colour and the tooltip; all empty where nothing was compared."""
    if report is None:
        return "", "dim", ""
    translate = QCoreApplication.translate
    checks = {check["dtype"]: check for check in report["checks"]}
    single, double = (f"{checks[dtype]['max_rel']:.1g}" for dtype in ("float32", "float64"))
    if report["passed"]:
        line, ink = translate("fusion", "✓ fused = training-time network: differs by {0} (float32), {1} (float64)"), "dim"
    else:
        line, ink = translate("fusion", "fused ≠ training-time network: differs by {0} (float32), {1} (float64)"), "warning"
    shape = "×".join(str(side) for side in report["images"])
    tips = [
        translate("fusion", "Largest difference of a logit over the largest logit, {0} images of seed {1}; weights: {2}.").format(
            shape, report["seed"] + 1, report["weights"]
        ),
        translate("fusion", "Convolutions {0} → {1}, parameters {2} → {3}.").format(
            *report["convolutions"], *(units.count(number) for number in report["params"])
        ),
        translate("fusion", "A difference that stays in float64 would be an error; one that goes is rounding."),
    ]
    return line.format(single, double), ink, "\n".join(tips)
