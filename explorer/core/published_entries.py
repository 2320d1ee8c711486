"""The analysis' ``published`` entries as short facts, for the terminal and the window. Printed figures keep their digits."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from explorer.core.published import IMAGENET

Entry = Mapping[str, Any]


def printed(millions: float) -> str:
    """A figure as a source prints it: ``3.4 M``, ``300 M``, ``4.1 G``."""
    return f"{millions:.9g} M" if millions < 1000 else f"{millions / 1000:.9g} G"


def short_source(entry: Entry) -> str:
    """Paper and table without the number in brackets: ``MobileNetV2, Table 4``."""
    return f"{re.sub(r' [(][^()]*[)]', '', entry['paper'])}, {entry['table']}"


def with_figure(entries: Sequence[Entry], figure: str) -> Entry | None:
    """The first entry that prints ``params_m`` or ``macs_m``; the analysis puts the likeliest to be quoted first."""
    return next((entry for entry in entries if entry[figure] is not None), None)


def with_accuracy(entries: Sequence[Entry]) -> Entry | None:
    """The first entry with a top-1 on ImageNet; where there is none, the first with a top-5 (all that some papers print)."""
    found = (entry for key in ("top1", "top5") for entry in entries if entry[key] is not None and entry["dataset"] == IMAGENET)
    return next(found, None)


def accuracies(entry: Entry) -> str:
    """``top-1 72.0 %, top-5 91.0 %``, as far as printed."""
    words = (("top-1", entry["top1"]), ("top-5", entry["top5"]))
    return ", ".join(f"{name} {float(value)} %" for name, value in words if value is not None)
