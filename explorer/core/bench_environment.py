"""The environment in which latency is measured, for whoever starts the measuring process (command line and window).

glibc hands large tensors back to the kernel after every run and faults them in again; with high thresholds it keeps them
(MobileNetV2, 1 thread: 21 ms -> 16 ms). glibc reads the variables at start only, hence a process of its own.
"""

from __future__ import annotations

import os
import sys

MALLOC_VARIABLES = ("MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_", "MALLOC_ARENA_MAX", "LD_PRELOAD")
KEPT_BYTES = 1 << 30


def bench_environment(threads: int | None = None) -> dict[str, str]:
    """This process's environment with the malloc thresholds (Linux; what the user has set stands) and, where given,
    OpenMP's thread count."""
    environment = dict(os.environ)
    if sys.platform == "linux":
        environment.setdefault("MALLOC_MMAP_THRESHOLD_", str(KEPT_BYTES))
        environment.setdefault("MALLOC_TRIM_THRESHOLD_", str(KEPT_BYTES))
    if threads is not None:
        environment["OMP_NUM_THREADS"] = str(threads)
    return environment


def restart_under(threads: int) -> None:
    """Begin this process anew in that environment, with the same arguments; nothing happens where it is so already."""
    wanted = bench_environment(threads)
    if wanted != dict(os.environ):
        sys.stdout.flush()
        os.execve(sys.executable, [sys.executable, *sys.argv], wanted)


def malloc_settings() -> dict[str, str]:
    """The variables that change how this process allocates, as far as they are set; printed with every measurement."""
    return {name: os.environ[name] for name in MALLOC_VARIABLES if os.environ.get(name)}
