"""How a latency is taken: device, threads, batch, number type, and how long. Durations in seconds."""

from __future__ import annotations

import dataclasses
import os
from dataclasses import dataclass
from math import isfinite
from typing import Any

from explorer.core.errors import BadInput

DTYPES = ("float32", "bfloat16", "float16")
MAX_BATCH = 1024
WARMUP_RUNS = 10
LONGEST_S = 3600


def usable_cpus() -> int:
    """Processors that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True)
class Settings:
    """Settings of one measurement, checked when made (BadInput); the device is checked where it is looked for.

    Warm-up takes ``WARMUP_RUNS`` runs and ``warmup_s``; then runs are taken until there are ``min_runs`` and ``min_s`` have
    passed, or ``max_s`` have.
    """

    device: str = "cpu"
    threads: int = 1
    batch: int = 1
    dtype: str = "float32"
    warmup_s: float = 0.5
    min_runs: int = 50
    min_s: float = 1.0
    max_s: float = 20.0

    def __post_init__(self) -> None:
        if not isinstance(self.device, str):
            raise BadInput("device = {0} is not a name", self.device)
        if self.dtype not in DTYPES:
            raise BadInput("dtype = {0} is not allowed; allowed: {1}", self.dtype, ", ".join(DTYPES))
        self._check("threads", 1, usable_cpus(), whole=True)
        self._check("batch", 1, MAX_BATCH, whole=True)
        self._check("min_runs", 1, 1_000_000, whole=True)
        for name in ("warmup_s", "min_s", "max_s"):
            self._check(name, 0, LONGEST_S, whole=False)

    def _check(self, name: str, low: int, high: int, *, whole: bool) -> None:
        value: Any = getattr(self, name)
        number = isinstance(value, int) if whole else isinstance(value, int | float)
        if isinstance(value, bool) or not number or not isfinite(value) or not low <= value <= high:
            numbers = "whole numbers " if whole else ""
            raise BadInput("{0} = {1} is not allowed; allowed: {2}{3} to {4}", name, value, numbers, low, high)

    def to_json(self) -> dict[str, Any]:
        """The settings as ``from_json`` reads them."""
        return dataclasses.asdict(self)

    @staticmethod
    def from_json(document: object) -> Settings:
        """Raises BadInput for an unknown setting or a value that is not allowed; what is missing has its default."""
        known = [field.name for field in dataclasses.fields(Settings)]
        if not isinstance(document, dict):
            raise BadInput("measurement settings are {0}; an object with some of {1} is needed", document, ", ".join(known))
        for name in document:
            if name not in known:
                raise BadInput("no measurement setting named {0}; there are: {1}", name, ", ".join(known))
        return Settings(**document)
