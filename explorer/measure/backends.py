"""The runtimes in which a network can be timed: PyTorch eager, torch.compile, ONNX Runtime, OpenVINO.

Each gets the same module and the same input, and its answer is compared with eager's before anything is timed. What a runtime
does before its first run (export, compilation, loading) is told apart and belongs to no latency.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import shutil
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

import torch
from torch import Tensor, fx, nn

from explorer.core.errors import BadInput, ExplorerError
from explorer.core.runtimes import COMPILED, EAGER, ONNX_RUNTIME, OPENVINO, TITLES

TF32_TOLERANCE = 2e-2  # its products have the 10 bits of float16
TOLERANCES = {"float32": 1e-4, "float16": 2e-2, "bfloat16": 1e-1}  # of max|difference| ÷ max|eager|, many layers deep

Sentence = list[str]


@dataclass(frozen=True)
class Prepared:
    """A network ready to run: ``run`` once on the fixed input; ``answer`` what it gives, N×classes.

    ``versions`` names the runtime's parts, ``seconds`` what it took beforehand.
    """

    run: Callable[[], object]
    answer: Callable[[], Tensor]
    versions: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)


def missing(runtime: str, device: str = "cpu") -> Sentence | None:
    """Why a runtime cannot be used here, [template, argument, …]; None where it can."""
    if runtime not in TITLES:
        raise BadInput("no runtime named {0}; there are: {1}", runtime, ", ".join(TITLES))
    if runtime == EAGER:
        return None
    if runtime == COMPILED:
        compilers = ("cl",) if sys.platform == "win32" else ("c++", "g++", "clang++")
        if device == "cpu" and not any(shutil.which(name) for name in compilers):
            return ["torch.compile needs a C++ compiler; none of {0} is installed", ", ".join(compilers)]
        return None
    if device != "cpu":
        return ["{0} is measured on the CPU only; the device is {1}", TITLES[runtime], device]
    if importlib.util.find_spec(runtime) is None:
        return ["{0} is not installed (pip install {1})", TITLES[runtime], runtime]
    return None


def versions(runtime: str) -> dict[str, str]:
    """What else than torch a runtime's times depend on; empty where the runtime is not installed or is torch itself."""
    if runtime not in (ONNX_RUNTIME, OPENVINO) or importlib.util.find_spec(runtime) is None:
        return {}
    from explorer.export.exporter import DEFAULT_OPSET  # late: onnx comes with it

    return {runtime: importlib.metadata.version(runtime), "opset": str(DEFAULT_OPSET)}


def prepare(runtime: str, module: nn.Module, image: Tensor, threads: int) -> Prepared:
    """The module, in evaluation mode, ready to run on ``image`` (N×3×R×R). Raises BadInput where the runtime is not to be had."""
    reason = missing(runtime, image.device.type)
    if reason is not None:
        raise BadInput(*reason)
    if runtime == EAGER:
        return Prepared(lambda: module(image), lambda: module(image))
    if runtime == COMPILED:
        return _compiled(module, image)
    from explorer.export.exporter import DEFAULT_OPSET, to_onnx  # late: onnx comes with it

    start = perf_counter()
    content = to_onnx(module, image, DEFAULT_OPSET, dynamic=False)[0].SerializeToString()
    exported = perf_counter() - start
    made = _onnx_runtime(content, image, threads) if runtime == ONNX_RUNTIME else _openvino(content, image, threads)
    return Prepared(made.run, made.answer, {**made.versions, "opset": str(DEFAULT_OPSET)}, {"export": exported, **made.seconds})


def check(prepared: Prepared, reference: Tensor, *, tf32: bool = False) -> dict[str, Any]:
    """{max_rel, tolerance, passed}: the answer against eager's, of the largest value. Raises ExplorerError for another shape."""
    answer = prepared.answer().detach().float().cpu()
    expected = reference.detach().float().cpu()
    if answer.shape != expected.shape:
        raise ExplorerError(f"the runtime answers with shape {tuple(answer.shape)}, PyTorch with {tuple(expected.shape)}")
    tolerance = TF32_TOLERANCE if tf32 else TOLERANCES[str(reference.dtype).removeprefix("torch.")]
    size = float(expected.abs().max())
    largest = float((answer - expected).abs().max())
    relative = largest / size if size else float(largest > 0)
    return {"max_rel": relative, "tolerance": tolerance, "passed": relative <= tolerance}


def folded(module: nn.Module) -> nn.Module:
    """A copy whose BatchNorms are folded into the convolutions before them, as every runtime for inference does.

    Raises BadInput where the network's code cannot be traced.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            from torch.fx.experimental.optimization import fuse  # late: it imports much, and warns

            return fuse(module.eval(), inplace=False)
    except (fx.proxy.TraceError, TypeError, RuntimeError) as error:
        first = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise BadInput("BatchNorm cannot be folded: the network's code cannot be traced ({0})", first) from error


def _compiled(module: nn.Module, image: Tensor) -> Prepared:
    torch._dynamo.reset()  # what was compiled for an earlier network is not this one's
    start = perf_counter()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of torch, about itself
            compiled = torch.compile(module, dynamic=False)
            compiled(image)
    except Exception as error:  # whatever the compiler throws is why there is no figure
        lines = str(error).strip().splitlines() or [type(error).__name__]
        raise BadInput("torch.compile cannot compile this network: {0}", lines[0]) from error
    return Prepared(lambda: compiled(image), lambda: compiled(image), seconds={"compile": perf_counter() - start})


def _onnx_runtime(content: bytes, image: Tensor, threads: int) -> Prepared:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    options.log_severity_level = 4
    start = perf_counter()
    session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    feed = {name: image.numpy()}
    return Prepared(
        lambda: session.run(None, feed), lambda: torch.from_numpy(session.run(None, feed)[0]),
        {"onnxruntime": onnxruntime.__version__}, {"load": perf_counter() - start},
    )


def _openvino(content: bytes, image: Tensor, threads: int) -> Prepared:
    import openvino

    core = openvino.Core()
    start = perf_counter()
    settings = {"INFERENCE_NUM_THREADS": threads, "PERFORMANCE_HINT": "LATENCY", "INFERENCE_PRECISION_HINT": "f32"}
    request = core.compile_model(core.read_model(content, b""), "CPU", settings).create_infer_request()
    feed = [image.numpy()]
    return Prepared(
        lambda: request.infer(feed, share_inputs=True), lambda: torch.from_numpy(next(iter(request.infer(feed).values())).copy()),
        {"openvino": importlib.metadata.version("openvino")}, {"load": perf_counter() - start},
    )
