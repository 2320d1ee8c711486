"""An exported file against the network it was written from, in a process that knows torch only."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from explorer.core.errors import ExplorerError
from explorer.core.watch import IsCancelled, never, stop_if
from explorer.export.python import fresh
from explorer.weights import seeded_input, settle

TOLERANCE = 1e-6  # of max|difference| / max|reference|; the same operations in the same order give the same bits
TRAINING_SIDES = (64, 96, 128, 160)  # the smallest that the network takes; training is the same function at any
TRAINING_BATCH = 2
LAST_WORDS = 300


@dataclass(frozen=True)
class Expected:
    """The network's own first weights and answers, and what it was given."""

    first: dict[str, tuple[tuple[int, ...], str]]
    answers: dict[str, Any]
    image: Tensor
    batch: Tensor
    seed: int


def expected(net: nn.Module, shape: Sequence[int], seed: int, weights: Path, side: int | None = None) -> Expected:
    """Answers of a network with its first weights from ``seed``, which is settled in place; writes its weights to ``weights``.

    ``shape`` is 1×3×R×R; ``side`` replaces R in evaluation, where the network takes it.
    """
    first = fresh.fingerprints(net)
    settle(net.eval(), tuple(shape), seed)
    held = {name: tensor.clone() for name, tensor in net.state_dict().items()}
    torch.save(held, weights)
    image = seeded_input((1, 3, *[side or shape[2]] * 2), seed)
    refused: RuntimeError | None = None
    for tried in (*(s for s in TRAINING_SIDES if s < shape[2]), shape[2]):
        batch = seeded_input((TRAINING_BATCH, 3, tried, tried), seed + 1)
        try:
            return Expected(first, fresh.answers(net, image, batch, seed), image, batch, seed)
        except (RuntimeError, ValueError) as error:  # too small for it, or a size that is built into it
            refused = RuntimeError(str(error))
            net.load_state_dict(held)
            image = seeded_input((1, 3, shape[2], shape[2]), seed)
    raise ExplorerError(f"the network itself does not run in training mode: {refused}")


def run_fresh(jobs: Sequence[dict[str, Any]], folder: Path, cancelled: IsCancelled = never) -> None:
    """Run files in one fresh process; each job's ``answers`` file is there afterwards. Raises ExplorerError, Cancelled."""
    document = folder / "jobs.pt"
    torch.save({"threads": torch.get_num_threads(), "jobs": list(jobs)}, document)
    command = [sys.executable, "-I", str(Path(fresh.__file__).resolve()), str(document)]
    with (folder / "stderr").open("wb+") as stderr:
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=stderr, stderr=stderr, cwd=folder) as process:
            try:
                while process.poll() is None:
                    stop_if(cancelled)
                    try:
                        process.wait(0.05)
                    except subprocess.TimeoutExpired:
                        continue
            finally:
                if process.poll() is None:
                    process.kill()
        if process.returncode:
            stderr.seek(0)
            words = stderr.read().decode(errors="replace").strip().replace(str(folder), "")
            raise ExplorerError(f"the exported file does not run on torch alone: {words[-LAST_WORDS:]}")


def compare(reference: Expected, found: dict[str, Any]) -> list[dict[str, Any]]:
    """The checks of the export report."""
    first = found["first"]
    shapes = {name: shape for name, (shape, _) in first.items()} == {name: shape for name, (shape, _) in reference.first.items()}
    equal = sum(first.get(name) == held for name, held in reference.first.items())
    return [
        {"check": "names and shapes", "tensors": len(reference.first), "passed": shapes},
        {"check": "first weights", "seed": reference.seed, "equal": equal, "tensors": len(reference.first),
         "passed": equal == len(reference.first)},
        _close("evaluation", reference.image, [reference.answers["evaluated"]], [found["evaluated"]]),
        _close("training", reference.batch, reference.answers["trained"], found["trained"]),
        _close("statistics", reference.batch, _floating(reference.answers["left"]), _floating(found["left"])),
    ]


def _floating(tensors: dict[str, Tensor]) -> list[Tensor]:
    return [tensor for _, tensor in sorted(tensors.items()) if tensor.is_floating_point()]


def _close(name: str, given: Tensor, wanted: Sequence[Tensor], got: Sequence[Tensor]) -> dict[str, Any]:
    """Largest difference of any of the tensors, absolute and relative to the largest value of that tensor."""
    same = [tuple(a.shape) for a in wanted] == [tuple(b.shape) for b in got]
    largest = relative = 0.0
    for a, b in zip(wanted, got, strict=False) if same else ():
        if not (bool(a.isfinite().all()) and bool(b.isfinite().all())):
            raise ExplorerError("the network's answer to random input is not finite; nothing can be compared")
        difference, size = float((a - b).abs().max()), float(a.abs().max())
        largest = max(largest, difference)
        relative = max(relative, difference / size if size else float(difference > 0))
    return {
        "check": name, "input": list(given.shape), "outputs": len(wanted), "max_abs": largest, "max_rel": relative,
        "tolerance": TOLERANCE, "passed": same and relative <= TOLERANCE,
    }
