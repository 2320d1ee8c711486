"""How much memory a job will take, and whether the machine has it. Bytes throughout; 4 bytes a value."""

from __future__ import annotations

from math import prod
from pathlib import Path
from typing import Any

from explorer.core import units
from explorer.core.errors import BadInput

MEMINFO = Path("/proc/meminfo")
HEADROOM = 3  # weights and activations, once more while they are built, once more for the runtime's own copies


def available_bytes() -> int | None:
    """Memory that can be taken without swapping, None where the system does not tell (only Linux does)."""
    try:
        lines = MEMINFO.read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    kilobytes = [line.split()[1] for line in lines if line.startswith("MemAvailable:")]
    return 1024 * int(kilobytes[0]) if kilobytes else None


def footprint_bytes(analysis: dict[str, Any], batch: int) -> int:
    """Weights plus the largest inputs and output of one layer, for ``batch`` images; from an analysis (batch 1)."""
    live = max((sum(prod(shape) for shape in _tensors(layer)) for layer in analysis["layers"]), default=0)
    return 4 * (int(analysis["params"]) + batch * live)


def _tensors(layer: dict[str, Any]) -> list[list[int]]:
    return [*(layer.get("inputs") or [layer["input"]]), layer["output"]] if layer["runs"] else []


def refuse_without(needed: int, available: int | None, template: str, copies: int = HEADROOM) -> None:
    """Raises BadInput where ``copies`` of ``needed`` bytes exceed what is available; {0} and {1} of the template say both."""
    if available is not None and copies * needed > available:
        raise BadInput(template, units.size(copies * needed), units.size(available))
