"""The machine card of a measurement: everything a figure depends on besides the recipe."""

from __future__ import annotations

import os
import platform
from pathlib import Path
from typing import Any

import torch

from explorer.core.bench_environment import malloc_settings
from explorer.core.runtimes import EAGER, TITLES
from explorer.measure import hardware
from explorer.measure.load import power
from explorer.measure.settings import usable_cpus

STEADY = ("governor", "on_battery")
CPUINFO = Path("/proc/cpuinfo")


def cpu_name() -> str:
    """The processor's own name where the system tells, else its family."""
    try:
        lines = CPUINFO.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.lower().startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def fingerprint(device: torch.device, threads: int, runtime: str = EAGER, *, tf32: bool = False) -> dict[str, Any]:
    """Machine, versions and switches under which figures of this device, thread count and runtime are taken.

    Of the power state what stays while nobody changes it: governor and battery; clocks that vary are no part of it.
    """
    card: dict[str, Any] = {
        "cpu": cpu_name(), "cores": os.cpu_count() or 1, "usable_cores": usable_cpus(),
        "os": platform.platform(), "python": platform.python_version(), "torch": str(torch.__version__),
        "runtime": TITLES[runtime], "threads": threads, "malloc": malloc_settings(), "device": str(device),
        "device_name": cpu_name() if device.type == "cpu" else hardware.describe(device),
    }
    if device.type != "cpu":
        card |= {"tf32": tf32, "cudnn_benchmark": bool(torch.backends.cudnn.benchmark)}
    return card | {name: value for name, value in power().items() if name in STEADY}
