"""The runtimes in which a network can be timed: their names in settings and files, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

EAGER, COMPILED, ONNX_RUNTIME, OPENVINO = "eager", "compile", "onnxruntime", "openvino"
TITLES = {EAGER: "PyTorch eager", COMPILED: "torch.compile", ONNX_RUNTIME: "ONNX Runtime", OPENVINO: "OpenVINO"}
OWN_GRAPH = (ONNX_RUNTIME, OPENVINO)  # they lay tensors out, fold BatchNorm and choose kernels themselves

SWITCHES = {"channels_last": "channels-last", "fold": "BN folded", "tf32": "TF32", "cuda_graph": "CUDA graph"}


def switched(settings: Mapping[str, Any]) -> list[str]:
    """Of a measurement's settings what is not as usual, besides device, threads, batch, runtime: ``float16``, ``BN folded``."""
    dtype = settings.get("dtype", "float32")
    return [*([] if dtype == "float32" else [dtype]), *(title for name, title in SWITCHES.items() if settings.get(name))]


def interval_words(measurement: Mapping[str, Any]) -> str:
    """``95 % 9.11–9.22``: the interval of the median, in ms; "" where there is none."""
    interval = measurement.get("interval_ms")
    if not interval:
        return ""
    low, high = interval
    return f"{100 * measurement.get('confidence', 0.95):g} % {low:#.3g}–{high:#.3g}"


def left_to(runtime: str, settings: Mapping[str, Any]) -> dict[str, Any]:
    """The settings for a runtime, without what that runtime decides itself."""
    dropped = SWITCHES if runtime in OWN_GRAPH else {"cuda_graph": ""} if runtime != EAGER else {}
    return {**settings, "runtime": runtime, **dict.fromkeys((name for name in dropped if name in settings), False)}
