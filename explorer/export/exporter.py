"""Module → bytes of one ONNX file. TorchScript's exporter first (ten times faster), dynamo where that one cannot.

Everything stays in memory: nothing is on disk that would have to be cleaned up.
"""

from __future__ import annotations

import contextlib
import io
import logging
import sys
import warnings
from collections.abc import Iterator

import onnx
import torch
from torch import Tensor, nn

from explorer.core.errors import BadInput, ExplorerError

OPSETS = range(13, 24)
DEFAULT_OPSET = 18
TORCHSCRIPT_LAST = 20
DYNAMO_FIRST = 18  # asked for an older one, dynamo silently writes 18
INPUT, OUTPUT = "input", "logits"
TORCHSCRIPT, DYNAMO = "TorchScript", "dynamo"


def to_onnx(module: nn.Module, example: Tensor, opset: int, *, dynamic: bool) -> tuple[onnx.ModelProto, str]:
    """The model in ``opset`` and the name of the exporter that made it. Raises BadInput or ExplorerError where neither can."""
    reason = f"it ends at opset {TORCHSCRIPT_LAST}"
    if opset <= TORCHSCRIPT_LAST:
        try:
            return _checked_opset(_torchscript(module, example, opset, dynamic=dynamic), opset), TORCHSCRIPT
        except RuntimeError as error:  # every error of the exporter is one; an operator it does not know, most often
            reason = _first_line(error)
    if opset < DYNAMO_FIRST:
        raise BadInput("opset {0} is not possible for this network ({1}); take {2} or newer", opset, reason, DYNAMO_FIRST)
    try:
        return _checked_opset(_dynamo(module, example, opset, dynamic=dynamic), opset), DYNAMO
    except RuntimeError as error:
        raise ExplorerError(f"no exporter can write this network: TorchScript: {reason}; dynamo: {_first_line(error)}") from error


def _torchscript(module: nn.Module, example: Tensor, opset: int, *, dynamic: bool) -> onnx.ModelProto:
    buffer = io.BytesIO()
    with _quiet():
        torch.onnx.export(
            module, (example,), buffer,  # type: ignore[arg-type]  # takes any buffer
            dynamo=False, opset_version=opset, input_names=[INPUT], output_names=[OUTPUT],
            dynamic_axes={INPUT: {0: "batch"}, OUTPUT: {0: "batch"}} if dynamic else None,
        )
    return onnx.load_model_from_string(buffer.getvalue())


def _dynamo(module: nn.Module, example: Tensor, opset: int, *, dynamic: bool) -> onnx.ModelProto:
    with _quiet():
        program = torch.onnx.export(
            module, (example,), dynamo=True, opset_version=opset, input_names=[INPUT], output_names=[OUTPUT], verbose=False,
            dynamic_shapes=({0: torch.export.Dim("batch")},) if dynamic else None,
        )
    if program is None:
        raise RuntimeError("the exporter returned nothing")
    return program.model_proto


def _checked_opset(model: onnx.ModelProto, opset: int) -> onnx.ModelProto:
    written = [entry.version for entry in model.opset_import if entry.domain in {"", "ai.onnx"}]
    if written != [opset]:
        raise RuntimeError(f"opset {opset} was asked for and {written} written")
    return model


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Deprecation notes and traces of the exporters are theirs, not the user's; whatever they print goes to stderr."""
    logger = logging.getLogger("torch.onnx")
    level = logger.level
    with warnings.catch_warnings(), contextlib.redirect_stdout(sys.stderr):
        for category in (DeprecationWarning, FutureWarning, torch.jit.TracerWarning):  # type: ignore[attr-defined]
            warnings.simplefilter("ignore", category)
        warnings.filterwarnings("ignore", "Constant folding", UserWarning)
        logger.setLevel(logging.ERROR)
        try:
            yield
        finally:
            logger.setLevel(level)
