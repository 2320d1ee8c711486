"""Runs exported files in a process that has torch and nothing of ours: ``python -I fresh.py JOBS.pt``.

Each job names a file, its class, weights, inputs and a seed; the answers go to the job's ``answers`` path. Standard library and
torch only, and no import of the program: this file is the stranger who opens the export.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

FORBIDDEN = ("models", "explorer", "PySide6", "timm", "torchvision", "numpy.f2py")


class _Wall:
    """Refuses to import what an exported file must not need."""

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: object = None) -> None:
        if name.partition(".")[0] in FORBIDDEN or name in FORBIDDEN:
            raise ModuleNotFoundError(f"an exported file may not import {name}", name=name)


def fingerprints(net: nn.Module) -> dict[str, tuple[tuple[int, ...], str]]:
    """Shape and SHA-256 of every tensor of the network's state by name."""
    return {name: (tuple(t.shape), _digest(t)) for name, t in net.state_dict().items()}


def _digest(tensor: Tensor) -> str:
    held = tensor.detach().contiguous()
    return hashlib.sha256(ctypes.string_at(held.data_ptr(), held.nbytes) if held.numel() else b"").hexdigest()


def answers(net: nn.Module, image: Tensor, batch: Tensor, seed: int) -> dict[str, Any]:
    """What the network answers to ``image`` in evaluation and to ``batch`` in training, and the statistics that this leaves."""
    with torch.no_grad():
        evaluated = net.eval()(image)
        torch.manual_seed(seed)
        trained = net.train()(batch)
    outputs = list(trained) if isinstance(trained, tuple | list) else [trained]
    return {"evaluated": evaluated, "trained": outputs, "left": {name: t.clone() for name, t in net.named_buffers()}}


def run(job: dict[str, Any]) -> dict[str, Any]:
    """One file: its first weights from the seed, then its answers with the weights of the job."""
    spec = importlib.util.spec_from_file_location("exported", job["file"])
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["exported"] = module
    spec.loader.exec_module(module)
    torch.manual_seed(job["seed"])
    net: nn.Module = getattr(module, job["class"])()
    first = fingerprints(net)
    net.load_state_dict(torch.load(job["weights"], weights_only=True, mmap=True))
    return {"first": first, **answers(net, job["image"], job["batch"], job["seed"])}


def main() -> None:
    """Run the jobs of the file named on the command line."""
    sys.meta_path.insert(0, _Wall())
    document = torch.load(Path(sys.argv[1]), weights_only=True)
    torch.set_num_threads(document["threads"])
    for job in document["jobs"]:
        torch.save(run(job), job["answers"])


if __name__ == "__main__":
    main()
