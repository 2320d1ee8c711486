"""Recipe → ONNX file, checked against its module before it gets its name. Knows torch, onnx and onnxruntime, no window."""

from __future__ import annotations

from explorer.export.deliver import export_onnx

__all__ = ["export_onnx"]
