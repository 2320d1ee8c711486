"""How a latency is taken: device, threads, batch, number type, runtime, and how long. Durations in seconds."""

from __future__ import annotations

import dataclasses
import os
from dataclasses import dataclass
from math import isfinite
from typing import Any

from explorer.core.errors import BadInput
from explorer.core.runtimes import EAGER, OWN_GRAPH, TITLES

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
    passed, or ``max_s`` have. With ``until`` they go on until the interval of the median is narrower than so many per cent of it;
    0 asks for none. ``runtime`` is a name of ``core.runtimes``; ``fold`` folds BatchNorm into the convolutions before it.
    """

    device: str = "cpu"
    threads: int = 1
    batch: int = 1
    dtype: str = "float32"
    warmup_s: float = 0.5
    min_runs: int = 50
    min_s: float = 1.0
    max_s: float = 20.0
    runtime: str = EAGER
    channels_last: bool = False
    fold: bool = False
    tf32: bool = False
    cuda_graph: bool = False
    until: float = 0.0

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
        self._check("until", 0, 100, whole=False)
        if self.runtime not in TITLES:
            raise BadInput("no runtime named {0}; there are: {1}", self.runtime, ", ".join(TITLES))
        for name in ("channels_last", "fold", "tf32", "cuda_graph"):
            if not isinstance(getattr(self, name), bool):
                raise BadInput("{0} = {1} is not allowed; allowed: true, false", name, getattr(self, name))
        self._refuse_together()

    def _refuse_together(self) -> None:
        """Raises BadInput for settings that exclude each other, whatever the network and the machine are."""
        title = TITLES[self.runtime]
        if self.runtime in OWN_GRAPH:
            if self.dtype != "float32":
                raise BadInput("{0} is measured in float32 on the CPU; dtype is {1}", title, self.dtype)
            if self.channels_last:
                raise BadInput("{0} chooses the layout of tensors itself; channels_last is for PyTorch", title)
            if self.fold:
                raise BadInput("{0} folds BatchNorm itself; fold is for PyTorch", title)
        kind = self.device.partition(":")[0]
        if self.tf32 and kind == "cpu":
            raise BadInput("TF32 is a number type of CUDA devices; the device is {0}", self.device)
        if self.tf32 and self.dtype != "float32":
            raise BadInput("TF32 replaces float32; dtype is {0}", self.dtype)
        if self.cuda_graph and kind != "cuda":
            raise BadInput("a CUDA graph needs a CUDA device; the device is {0}", self.device)
        if self.cuda_graph and self.runtime != EAGER:
            raise BadInput("a CUDA graph is captured of PyTorch eager; the runtime is {0}", title)

    def _check(self, name: str, low: int, high: int, *, whole: bool) -> None:
        value: Any = getattr(self, name)
        number = isinstance(value, int) if whole else isinstance(value, int | float)
        if isinstance(value, bool) or not number or not isfinite(value) or not low <= value <= high:
            numbers = "whole numbers " if whole else ""
            raise BadInput("{0} = {1} is not allowed; allowed: {2}{3} to {4}", name, value, numbers, low, high)

    def is_plain(self) -> bool:
        """Whether the network runs as its module is written, so that its answer is the reference itself."""
        return self.runtime == EAGER and not (self.channels_last or self.fold or self.tf32 or self.cuda_graph)

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
