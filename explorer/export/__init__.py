"""A recipe as a verified ONNX file. Knows torch, onnx and onnxruntime, no Qt."""
