"""Export as the user asks for it: a verified ONNX file at a path, or nothing there and one sentence why.

The file that is delivered is the one that was verified, byte for byte: network and file share the same weights, those of the
recipe's file or seeded ones, drawn so that no error can hide (``explorer.weights``). It gets its name in one step at the end.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

import onnx
import onnxruntime
import torch

from explorer import __version__
from explorer.analysis import analyse, input_shape, source_of
from explorer.core import units
from explorer.core.errors import BadInput, ExplorerError
from explorer.core.memory import available_bytes, footprint_bytes, refuse_without
from explorer.core.recipe import Recipe, write_atomically
from explorer.core.watch import IsCancelled, Progress, never, stop_if, unwatched
from explorer.export import verify
from explorer.export.exporter import DEFAULT_OPSET, OPSETS, to_onnx
from explorer.weights import calibration_batch, seeded_input, weighted

METADATA = "architecture_explorer."
DYNAMIC = "dynamic"
MAX_BATCH = 1024
ONE_FILE_BYTES = 1_900_000_000  # protobuf ends at 2 GiB
EXAMPLE_BATCH = 2
COPIES = 5  # of weights and activations; 4.1 were measured at the peak, inside the exporter, for a network of 1 GB
DRAWS = ((1, 1), (3, 2))  # (batch, seed) of the checks where the batch is dynamic
TOO_LARGE = "exporting this network needs about {0} of memory and {1} is free; take a smaller batch, width or resolution"


def export_onnx(
    recipe: Recipe, path: Path | str, *, batch: int | str = DYNAMIC, opset: int = DEFAULT_OPSET, seed: int = 0,
    progress: Progress = unwatched, cancelled: IsCancelled = never,
) -> dict[str, Any]:
    """Write a verified ONNX file; returns the export report of docs/architecture.md.

    Raises BadInput before any work is done for a request that cannot be met, ExplorerError where the file does not agree with
    the network, Cancelled between two steps. After any of them the place is as it was before.
    """
    target = Path(path)
    _check_request(batch, opset, seed)
    check_target(target)
    draws = DRAWS if isinstance(batch, str) else ((batch, 1), (batch, 2))
    analysis = analyse(recipe)
    _check_size(analysis, max(calibration_batch(input_shape(recipe)), *(n for n, _ in draws)))
    with half_the_processors():
        report = _export(recipe, target, draws, batch=batch, opset=opset, seed=seed, steps=Steps(progress, cancelled))
        return report | source_of(recipe)


def _export(
    recipe: Recipe, target: Path, draws: Sequence[tuple[int, int]], *, batch: int | str, opset: int, seed: int, steps: Steps
) -> dict[str, Any]:
    steps.begin("build", 0.0, "building the network")
    shape = input_shape(recipe)
    net = weighted(recipe, seed)
    module, words, report = net.module, net.words, net.report
    expected = verify.references(module, shape, draws)

    steps.begin("export", 0.2, "writing ONNX")
    example = seeded_input((EXAMPLE_BATCH if isinstance(batch, str) else batch, *shape[1:]), seed)
    model, exporter = to_onnx(module, example, opset, dynamic=isinstance(batch, str))
    del net, module, example
    _strip_traces(model)
    _describe(model, recipe, shape, words)
    content = model.SerializeToString()
    del model

    steps.begin("check", 0.6, "checking the file")
    checker = verify.full_check(content)
    steps.begin("verify", 0.75, "comparing onnxruntime with the network")
    checks = verify.compare(content, shape, expected)
    failed = [check for check in checks if not check["passed"]]
    if failed:
        raise ExplorerError(
            f"the exported file does not agree with the network: largest relative difference {failed[0]['max_rel']:.2g} at batch "
            f"{failed[0]['batch']}, at most {failed[0]['tolerance']:g} is allowed; no file was written"
        )
    steps.end()
    write_atomically(target, content)
    return {
        "path": str(target), "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest(), "exporter": exporter,
        "opset": opset, "batch": batch, "seed": seed, "weights": words, "weights_report": report,
        "checker": checker, "checks": checks,
        "seconds": steps.seconds,
        "onnx": onnx.__version__, "onnxruntime": onnxruntime.__version__, "torch": str(torch.__version__),
        "recipe": recipe.to_json(), "digest": recipe.digest(),
    }


def _check_request(batch: object, opset: object, seed: object) -> None:
    if batch != DYNAMIC and (isinstance(batch, bool) or not isinstance(batch, int) or not 1 <= batch <= MAX_BATCH):
        raise BadInput("batch = {0} is not allowed; allowed: dynamic, whole numbers 1 to {1}", batch, MAX_BATCH)
    if isinstance(opset, bool) or not isinstance(opset, int) or opset not in OPSETS:
        raise BadInput("opset = {0} is not allowed; allowed: whole numbers {1} to {2}", opset, OPSETS[0], OPSETS[-1])
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed < 2**63:
        raise BadInput("seed = {0} is not allowed; allowed: whole numbers from 0", seed)


def check_target(target: Path) -> None:
    """Raises BadInput where the file could not be written, found out by writing an empty one beside it."""
    try:
        if target.is_dir():
            raise BadInput("cannot write {0}: it is a folder, a file name is needed", target)
        if target.exists() and not target.is_file():
            raise BadInput("cannot write {0}: it is a device or a pipe, an ordinary file is needed", target)
        if not target.parent.is_dir():
            raise BadInput("cannot write {0}: there is no folder {1}", target, target.parent)
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=target.name + ".", suffix=".part"):
            pass
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        raise BadInput("cannot write {0}: {1}", target, getattr(error, "strerror", None) or error) from error


def _check_size(analysis: dict[str, Any], batch: int) -> None:
    weights = 4 * int(analysis["params"])
    if weights > ONE_FILE_BYTES:
        raise BadInput("the weights take {0}; one ONNX file holds at most {1}", units.size(weights), units.size(ONE_FILE_BYTES))
    refuse_without(footprint_bytes(analysis, batch), available_bytes(), TOO_LARGE, copies=COPIES)


def _strip_traces(model: onnx.ModelProto) -> None:
    """Take out stack traces and doc strings: they hold paths of this computer."""
    for holder in (model, model.graph, *model.graph.node, *model.graph.input, *model.graph.output, *model.functions):
        holder.doc_string = ""
    for node in (*model.graph.node, *(n for function in model.functions for n in function.node)):
        kept = [entry for entry in node.metadata_props if not entry.key.endswith("stack_trace")]
        if len(kept) < len(node.metadata_props):
            pairs = [(entry.key, entry.value) for entry in kept]
            del node.metadata_props[:]
            for key, value in pairs:
                node.metadata_props.add(key=key, value=value)


def _describe(model: onnx.ModelProto, recipe: Recipe, shape: tuple[int, ...], weights: str) -> None:
    onnx.helper.set_model_props(
        model,
        {
            METADATA + "recipe": json.dumps(recipe.structure().to_json()), METADATA + "digest": recipe.digest(),
            METADATA + "version": __version__, METADATA + "input": "×".join(str(side) for side in shape[1:]),
            METADATA + "weights": weights,
            **{METADATA + name: json.dumps(source) for name, source in source_of(recipe).items()},
        },
    )


@contextmanager
def half_the_processors() -> Iterator[None]:
    """Half of the processors for torch: its threads wait for each other spinning, which takes four times as long where
    something else (the window, the engine) wants a processor too."""
    before = torch.get_num_threads()
    torch.set_num_threads(max(1, (os.cpu_count() or 1) // 2))
    try:
        yield
    finally:
        torch.set_num_threads(before)


class Steps:
    """The steps of an export: progress, the chance to cancel between two, and the seconds each took."""

    def __init__(self, progress: Progress, cancelled: IsCancelled) -> None:
        self.seconds: dict[str, float] = {}
        self._progress, self._cancelled = progress, cancelled
        self._name, self._start = "", 0.0

    def begin(self, name: str, fraction: float, text: str) -> None:
        self.end()
        self._name, self._start = name, perf_counter()
        self._progress(fraction, [text])

    def end(self) -> None:
        """Close the step in progress. Raises Cancelled where the export is no longer wanted."""
        stop_if(self._cancelled)
        if self._name:
            self.seconds[self._name] = perf_counter() - self._start
