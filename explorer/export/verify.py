"""An ONNX file against the module it came from: onnx's own full check, then onnxruntime on the same random inputs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from torch import nn

from explorer.core.errors import ExplorerError
from explorer.weights import seeded_input

TOLERANCE = 1e-4  # of max|difference| / max|reference|: an absolute one means nothing for outputs of unknown size


@dataclass(frozen=True)
class Reference:
    """What the module answers to the input of that batch size and seed: N×classes."""

    batch: int
    seed: int
    output: np.ndarray[Any, np.dtype[Any]]


def references(module: nn.Module, shape: Sequence[int], draws: Sequence[tuple[int, int]]) -> list[Reference]:
    """The module's answers to seeded inputs, one per (batch, seed). ``shape`` is 1×3×R×R."""
    with torch.inference_mode():
        return [Reference(n, seed, module(seeded_input((n, *shape[1:]), seed)).numpy()) for n, seed in draws]


def full_check(content: bytes) -> str:
    """onnx's checker with shape inference; returns the report's words, raises ExplorerError."""
    try:
        onnx.checker.check_model(content, full_check=True)
    except (onnx.checker.ValidationError, onnx.shape_inference.InferenceError) as error:
        raise ExplorerError(f"the exported file is not valid ONNX: {error}") from error
    return "full check passed"


def compare(content: bytes, shape: Sequence[int], expected: Sequence[Reference]) -> list[dict[str, Any]]:
    """Run the file on the references' inputs; one check of the export report for each."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    checks = []
    for reference in expected:
        inputs = seeded_input((reference.batch, *shape[1:]), reference.seed).numpy()
        checks.append(judge(reference, session.run(None, {name: inputs})[0]))
    return checks


def judge(reference: Reference, output: np.ndarray[Any, np.dtype[Any]]) -> dict[str, Any]:
    """Largest difference, absolute and relative to the largest reference value; the winning class of every picture.

    Two classes closer together than the tolerance count as the same winner.
    """
    if output.shape != reference.output.shape:
        raise ExplorerError(f"the exported file answers with shape {output.shape}, the network with {reference.output.shape}")
    if not (np.isfinite(output).all() and np.isfinite(reference.output).all()):
        raise ExplorerError("the network's answer to random input is not finite; nothing can be compared")
    size = float(np.abs(reference.output).max())
    largest = float(np.abs(output - reference.output).max())
    relative = largest / size if size else float(largest > 0)
    rows = np.arange(len(output))
    lost = reference.output.max(axis=-1) - reference.output[rows, output.argmax(axis=-1)]
    argmax_equal = bool((lost <= TOLERANCE * size).all())
    return {
        "batch": reference.batch, "seed": reference.seed, "max_abs": largest, "max_rel": relative, "argmax_equal": argmax_equal,
        "tolerance": TOLERANCE, "passed": relative <= TOLERANCE and argmax_equal,
    }
