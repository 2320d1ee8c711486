"""Python export as the user asks for it: a verified file at a path, or nothing there and one sentence why."""

from __future__ import annotations

import ast
import hashlib
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from explorer.analysis import analyse, input_shape, instantiate, settings_of, source_of
from explorer.core.errors import BadInput, ExplorerError
from explorer.core.memory import available_bytes, footprint_bytes, refuse_without
from explorer.core.recipe import Recipe, write_atomically
from explorer.core.watch import IsCancelled, Progress, never, unwatched
from explorer.export.deliver import Steps, check_target, half_the_processors
from explorer.export.python import verify
from explorer.export.python.classes import Tree
from explorer.export.python.file import Facts, python_source

FORMAT = "python"
SEED = 0  # of the weights that the check compares; the file itself holds none
COPIES = 6  # of weights and activations: here, on disk and in the fresh process
TOO_LARGE = "checking this export needs about {0} of memory and {1} is free; take a smaller width or resolution"


def write_source(recipe: Recipe, analysis: Mapping[str, Any], module: torch.nn.Module) -> tuple[str, list[str]]:
    """The text of the file and the names of its classes, the network's last. Raises BadInput for what cannot be written."""
    architecture, settings = settings_of(recipe)
    channels = {
        node["id"]: (node["input"][1], node["output"][1]) for node in analysis["graph"]["nodes"]
        if len(node["input"] or ()) > 1 and len(node["output"] or ()) > 1
    }
    companions = tuple(
        c.function for c in architecture.companions if not (c.unless and settings.resolve(c.unless, ())[0])
    )
    text, classes = python_source(Tree(module, channels, companions), Facts(recipe.structure(), architecture, analysis))
    try:
        ast.parse(text)
    except SyntaxError as error:
        raise ExplorerError(f"the written file is not Python: {error}") from error
    return text, classes


def export_python(
    recipe: Recipe, path: Path | str, *, progress: Progress = unwatched, cancelled: IsCancelled = never
) -> dict[str, Any]:
    """Write a verified Python file; returns the export report of docs/architecture.md.

    Raises BadInput for a request that cannot be met, ExplorerError where the file is not the network, Cancelled between two
    steps and while the file is checked. After any of them the place is as it was before.
    """
    target = Path(path)
    check_target(target)
    analysis = analyse(recipe)
    refuse_without(footprint_bytes(analysis, verify.TRAINING_BATCH), available_bytes(), TOO_LARGE, copies=COPIES)
    steps = Steps(progress, cancelled)
    with half_the_processors(), tempfile.TemporaryDirectory(prefix="architecture-explorer-") as name:
        folder = Path(name)
        steps.begin("build", 0.0, "building the network")
        module = instantiate(recipe, seed=SEED)
        steps.begin("write", 0.2, "writing Python")
        text, classes = write_source(recipe, analysis, module)
        content = text.encode()
        file = folder / "exported.py"
        file.write_bytes(content)
        steps.begin("run", 0.3, "running the network in evaluation and in training")
        reference = verify.expected(module, input_shape(recipe), SEED, folder / "weights.pt")
        del module
        steps.begin("verify", 0.6, "running the file on torch alone")
        job = {
            "file": str(file), "class": classes[-1], "weights": str(folder / "weights.pt"), "answers": str(folder / "answers.pt"),
            "image": reference.image, "batch": reference.batch, "seed": SEED,
        }
        verify.run_fresh([job], folder, cancelled)
        checks = verify.compare(reference, torch.load(folder / "answers.pt", weights_only=True))
        steps.end()
    refuse_failed(checks)
    write_atomically(target, content)
    return {
        "format": FORMAT, "path": str(target), "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest(),
        "lines": text.count("\n"), "classes": classes, "checks": checks, "params": analysis["params"], "macs": analysis["macs"],
        "rule": analysis["rule"], "training": settings_of(recipe)[0].training.stated(), "seconds": steps.seconds,
        "torch": str(torch.__version__), "recipe": recipe.to_json(), "digest": recipe.digest(),
        **source_of(recipe),
    }


def refuse_failed(checks: list[dict[str, Any]]) -> None:
    """Raises ExplorerError where the file is not the network."""
    failed = [check for check in checks if not check["passed"]]
    if not failed:
        return
    names = ", ".join(str(check["check"]) for check in failed)
    raise ExplorerError(f"the written file is not the same network ({names} differ); no file was written")


def is_python(path: Path | str) -> bool:
    """Whether a path asks for Python; raises BadInput for one that asks for neither Python nor ONNX."""
    suffix = Path(path).suffix.lower()
    if suffix not in {".py", ".onnx"} and not Path(path).is_dir():
        ending = suffix or "no suffix"
        raise BadInput("cannot write {0}: the name ends in {1}; allowed: .onnx for ONNX, .py for Python", path, ending)
    return suffix == ".py"
