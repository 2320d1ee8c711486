"""The executors of a sweep on this machine: processes of its own, started afresh (never forked: torch has threads)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from typing import Any

from explorer.core.bench_environment import bench_environment
from explorer.sweep import tasks
from explorer.sweep.run import Pools


def pools(processes: int, threads: int, own: Sequence[dict[str, Any]] = ()) -> Pools:
    """``processes`` for analyses; one for measurements, in the environment that ``threads`` threads are measured in."""
    return Pools(
        analysing=partial(_opened, processes, own), measuring=partial(_measuring, threads, own), processes=processes,
    )


@contextmanager
def _opened(processes: int, own: Sequence[dict[str, Any]]) -> Iterator[Executor]:
    executor = ProcessPoolExecutor(processes, get_context("spawn"), initializer=tasks.begin, initargs=(list(own),))
    try:
        yield executor
    finally:
        for process in list((executor._processes or {}).values()):  # what still runs is not wanted any more
            process.terminate()
        executor.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _measuring(threads: int, own: Sequence[dict[str, Any]]) -> Iterator[Executor]:
    with _opened(1, own) as executor:
        before = dict(os.environ)
        os.environ.update(bench_environment(threads))
        try:
            executor.submit(os.getpid).result()  # a process starts with its first task, and takes the environment of then
        finally:
            os.environ.clear()
            os.environ.update(before)
        yield executor
