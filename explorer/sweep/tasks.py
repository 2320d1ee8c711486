"""What a process of a sweep does: figures of some variants. Called through a ``concurrent.futures.Executor``, here or elsewhere.

Arguments and results are plain JSON, so that they mean the same on every machine. Nothing here raises for a variant that
cannot be built: that is a result.
"""

from __future__ import annotations

import ctypes
import hashlib
import logging
import os
import signal
import sys
from collections.abc import Sequence
from multiprocessing import parent_process
from pathlib import Path
from typing import Any

from explorer.core.bench_environment import bench_environment
from explorer.core.errors import BadInput, ExplorerError
from explorer.core.own import OwnFile
from explorer.core.recipe import Recipe

PR_SET_PDEATHSIG = 1
ROOT = Path(__file__).resolve().parents[2]


def begin(own: Sequence[dict[str, Any]] = ()) -> None:
    """At the start of a process of the local pool: torch now rather than in the first task, one thread; Ctrl-C is the parent's.

    ``own`` are the files of own architectures that were tried before (``OwnFile.to_json``).
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)  # a pool must not outlive who started it
        parent = parent_process()
        if parent is not None and not parent.is_alive():  # it ended before this was said
            os._exit(0)
    import torch

    from explorer.analysis.own import load
    from explorer.analysis.published import shelf

    torch.set_num_threads(1)
    shelf()
    if own:
        load([OwnFile.from_json(file) for file in own], analysed=False)


def analyse_all(recipes: Sequence[dict[str, Any]], rule: str) -> list[dict[str, Any]]:
    """For each recipe {recipe, digest, …explorer.analysis.totals}, or {refused: [template, argument, …]}.

    ``recipe`` and ``digest`` are of the canonical one: a variant that is a preset has the preset's digest.
    """
    return [_told(recipe, rule) for recipe in recipes]


def measure_one(recipe: dict[str, Any], settings: dict[str, Any]) -> dict[str, Any]:
    """A measurement as docs/architecture.md has it, or {refused: …} where the machine or the network does not allow it."""
    from explorer.analysis import source_of
    from explorer.core.keeping import kept
    from explorer.measure import Settings, measure

    try:
        measured = Recipe.from_json(recipe)
        return kept(measure(measured, Settings.from_json(settings)) | source_of(measured))
    except BadInput as error:
        return {"refused": [error.template, *error.arguments]}


def measure_apart(recipe: dict[str, Any], settings: dict[str, Any]) -> dict[str, Any]:
    """The same in a process of its own, in the measuring environment: for a worker that has other things to do too.

    ``worker`` is the worker's name.
    """
    from distributed import get_worker

    from explorer.cli.child import ask_worker
    from explorer.measure import Settings

    name = {"worker": str(get_worker().name)}
    try:
        threads = Settings.from_json(settings).threads
        request = {"job": "measure", "recipe": recipe, "settings": settings}
        return ask_worker("bench", request, bench_environment(threads)) | name
    except BadInput as error:
        return {"refused": [error.template, *error.arguments]} | name
    except ExplorerError as error:  # its process died: told, and the next one gets another
        return {"refused": ["a fault: {0}", str(error)]} | name


def card() -> dict[str, Any]:
    """What machine a worker is on, for whoever chooses among workers: {identity, host, cpu, cores, os, torch, devices}."""
    import platform

    import torch

    from explorer.measure.hardware import devices
    from explorer.measure.machine import cpu_name

    return {
        "identity": identity(), "host": platform.node(), "cpu": cpu_name(), "cores": os.cpu_count() or 1,
        "os": platform.platform(), "torch": str(torch.__version__), "devices": devices(),
    }


def identity() -> str:
    """A hash of the library and of what counts it: equal where the figures are made by the same code."""
    digest = hashlib.sha256()
    for folder in ("models", "explorer/analysis"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _told(recipe: dict[str, Any], rule: str) -> dict[str, Any]:
    from explorer.analysis.canonical import canonical
    from explorer.analysis.totals import totals

    try:
        plain = canonical(Recipe.from_json(recipe))
        return {"recipe": plain.to_json(), "digest": plain.digest(), **totals(plain, rule)}
    except BadInput as error:
        return {"refused": [error.template, *error.arguments]}
    except Exception as error:
        logging.getLogger(__name__).exception("a variant could not be analysed")
        return {"refused": ["a fault: {0}", str(error) or type(error).__name__]}
