"""What counters beyond multiply-accumulates count: additions of biases, and what normalisation does to each element.

As ptflops has it: one for each element of a biased convolution's or linear layer's output, one for each element of a
normalisation, two where it has a learnable scale and shift.
"""

from __future__ import annotations

from math import prod
from typing import Any

from torch import nn

from explorer.analysis.walk import Record, Walk

BIASED = frozenset({"standard", "depthwise", "pointwise", "group", "linear"})
BIAS_AT, WEIGHT_AT = 2, {"batch_norm": 3, "layer_norm": 2, "group_norm": 2}  # among the arguments of torch's functions


def additions(walked: Walk) -> list[int]:
    """For each record how many such additions it makes, for the batch that was walked."""
    return [
        _factor(walked, i, record) * prod(record.output) if record.kind in BIASED or record.kind == "norm" else 0
        for i, record in enumerate(walked.records)
    ]


def _factor(walked: Walk, index: int, record: Record) -> int:
    """Additions for each element of the output."""
    norm = record.kind == "norm"
    if record.operation and index in walked.calls:
        _, args, kwargs = walked.calls[index]
        place = WEIGHT_AT.get(record.operation) if norm else BIAS_AT
        held = kwargs.get("weight" if norm else "bias", args[place] if place is not None and len(args) > place else None)
        return (2 if held is not None else 1) if norm else int(held is not None)
    module: Any = record.module
    if norm:
        return 2 if _has(module, "weight") else 1
    return int(_has(module, "bias"))


def _has(module: nn.Module | None, name: str) -> bool:
    return module is not None and module._parameters.get(name) is not None
