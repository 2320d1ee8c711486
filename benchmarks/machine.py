"""What every benchmark prints: the machine it ran on, and a table. Knows nothing of what is measured."""

from __future__ import annotations

import importlib.metadata
import json
import math
import os
import platform
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[1]


def processor() -> str:
    """The processor's name, as the system tells it."""
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        return platform.processor() or platform.machine()
    return platform.processor() or platform.machine()


def load() -> float | None:
    """Mean number of running processes over the last minute; above 0 before the start means that others use the machine."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None


def machine(*packages: str) -> dict[str, Any]:
    """Where figures were taken: processor, cores, system, versions, and how busy the machine was before."""
    versions = {name: importlib.metadata.version(name) for name in packages}
    busy = load()
    return {
        "cpu": processor(), "cores": os.cpu_count(), "os": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(), **versions, "load": None if busy is None else round(busy, 2),
    }


def machine_line(where: dict[str, Any]) -> str:
    """The machine in one line."""
    return ", ".join(f"{key} {value}" if key not in {"cpu", "os"} else str(value) for key, value in where.items())


def geometric_mean(values: Iterable[float]) -> float:
    """The geometric mean of positive numbers."""
    logarithms = [math.log(v) for v in values]
    return math.exp(sum(logarithms) / len(logarithms))


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least ``share`` (0 to 1) of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table, numbers rounded to three significant digits, columns aligned."""
    cells = [[_cell(c) for c in row] for row in [header, *rows]]
    widths = [max(len(row[i]) for row in cells) for i in range(len(header))]
    lines = [
        "| " + " | ".join([row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]) + " |"
        for row in cells
    ]
    rule = "| " + " | ".join("-" * w if i == 0 else "-" * (w - 1) + ":" for i, w in enumerate(widths)) + " |"
    return "\n".join([lines[0], rule, *lines[1:]])


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return str(value)


def report(title: str, where: dict[str, Any], text: str, document: dict[str, Any], *, as_json: bool) -> None:
    """Print the document as JSON, or title, machine and table."""
    if as_json:
        json.dump({"title": title, "machine": where, **document}, sys.stdout, indent=1)
        print()
    else:
        print(f"{title}\n{machine_line(where)}\n\n{text}")
