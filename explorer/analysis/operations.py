"""The table *torch operation → output shape and multiply-accumulates*, for everything that is called without a leaf module.

Handlers copy torch's signatures. An operation missing here gets its shape from the real meta kernel and is listed as uncounted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812

from explorer.analysis.arithmetic import broadcast, concatenated, flattened, pair, reduced, reshaped, window
from explorer.analysis.standin import StandIn
from explorer.core.errors import BadInput

Result = tuple[str, str, list[StandIn], "tuple[int, ...] | list[tuple[int, ...]]", int]  # name, kind, inputs, output(s), MACs
Handler = Callable[..., Result]
HANDLERS: dict[Any, Handler] = {}
T = torch.Tensor


def handles(*functions: Any) -> Callable[[Handler], Handler]:
    """Register a handler for torch functions; a function this torch does not have is given as None."""

    def register(handler: Handler) -> Handler:
        for function in functions:
            HANDLERS[function] = handler
        return handler

    return register


def tensors(*values: Any) -> list[StandIn]:
    return [v for v in values if type(v) is StandIn and v.walk is not None]


def shape_of(value: Any) -> tuple[int, ...]:
    if type(value) is StandIn:
        return value.dims
    return tuple(value.shape) if isinstance(value, T) else ()


def _same(name: str, kind: str) -> Handler:
    def handler(input: Any, *_: Any, **__: Any) -> Result:  # noqa: A002
        return name, kind, tensors(input), input.dims, 0

    return handler


def _elementwise(name: str, kind: str) -> Handler:
    def handler(input: Any, other: Any, *_: Any, **__: Any) -> Result:  # noqa: A002
        return name, kind, tensors(input, other), broadcast(shape_of(input), shape_of(other)), 0

    return handler


for _name in (
    "relu", "relu6", "elu", "leaky_relu", "hardswish", "hardsigmoid", "silu", "gelu", "sigmoid", "tanh", "softmax", "log_softmax",
    "mish", "selu", "softplus", "logsigmoid", "hardtanh", "prelu", "celu", "glu_",
):
    for _place in (F, torch, T):
        for _spelling in (_name, _name + "_"):
            if hasattr(_place, _spelling):
                HANDLERS[getattr(_place, _spelling)] = _same(_name, "activation")
for _name in ("dropout", "dropout2d", "alpha_dropout"):
    HANDLERS[getattr(F, _name)] = _same("dropout", "other")
for _name in ("batch_norm", "layer_norm", "group_norm", "instance_norm", "local_response_norm", "normalize"):
    HANDLERS[getattr(F, _name)] = _same(_name, "norm")
for _name in ("contiguous", "clone", "detach", "float", "to", "type", "half", "double"):
    HANDLERS[getattr(T, _name)] = _same(_name, "reshape")
for _name in ("clamp", "clamp_", "exp", "sqrt", "rsqrt", "abs", "neg", "pow", "square", "__neg__", "__pow__", "log"):
    HANDLERS[getattr(T, _name)] = _same(_name.strip("_"), "other")
    if hasattr(torch, _name):
        HANDLERS[getattr(torch, _name)] = _same(_name.strip("_"), "other")
for _name, _kind, _spellings in (
    ("add", "add", ("add", "add_", "__add__", "__radd__", "__iadd__")),
    ("sub", "add", ("sub", "sub_", "__sub__", "__rsub__", "__isub__")),
    ("mul", "multiply", ("mul", "mul_", "__mul__", "__rmul__", "__imul__", "multiply")),
    ("div", "multiply", ("div", "div_", "__truediv__", "__rtruediv__", "__itruediv__")),
    ("maximum", "other", ("maximum", "minimum")),
):
    for _spelling in _spellings:
        for _place in (torch, T):
            if hasattr(_place, _spelling):
                HANDLERS[getattr(_place, _spelling)] = _elementwise(_name, _kind)


def convolution_shape(
    dims: tuple[int, ...], weight: tuple[int, ...], stride: Any, padding: Any, dilation: Any, groups: int
) -> tuple[tuple[int, ...], int]:
    """Output N×C×H×W and MACs of a 2-D convolution of N×C×H×W by C_out×C_in/g×k×k. Raises BadInput."""
    if len(dims) != 4:
        raise BadInput("a 2-D convolution needs N×C×H×W, got {0}", dims)
    if dims[1] != weight[1] * groups:
        raise BadInput("a convolution for {0} input channels got {1}", weight[1] * groups, dims[1])
    (sh, sw), (dh, dw) = pair(stride), pair(dilation)
    if padding == "same":
        height, width = dims[2], dims[3]
    else:
        ph, pw = (0, 0) if padding == "valid" else pair(padding)
        height = window(dims[2], weight[2], sh, ph, dh)
        width = window(dims[3], weight[3], sw, pw, dw)
    out = (dims[0], weight[0], height, width)
    return out, dims[0] * weight[0] * height * width * weight[1] * weight[2] * weight[3]


def convolution_kind(in_channels: int, out_channels: int, kernel: Sequence[int], groups: int) -> str:
    """standard, pointwise (1×1), depthwise (one input channel a group) or group."""
    if groups == 1:
        return "pointwise" if prod(kernel) == 1 else "standard"
    return "depthwise" if groups == in_channels and out_channels % in_channels == 0 else "group"


@handles(F.conv2d, torch.conv2d)
def conv2d(
    input: Any, weight: Any, bias: Any = None, stride: Any = 1, padding: Any = 0, dilation: Any = 1, groups: int = 1  # noqa: A002
) -> Result:
    w = shape_of(weight)
    out, macs = convolution_shape(input.dims, w, stride, padding, dilation, groups)
    return "conv2d", convolution_kind(w[1] * groups, w[0], w[2:], groups), tensors(input, weight), out, macs


@handles(F.linear)
def linear(input: Any, weight: Any, bias: Any = None) -> Result:  # noqa: A002
    w = shape_of(weight)
    if input.dims[-1] != w[-1]:
        raise BadInput("a linear layer for {0} inputs got {1}", w[-1], input.dims[-1])
    out = (*input.dims[:-1], w[0])
    return "linear", "linear", tensors(input, weight), out, prod(out) * w[1]


@handles(torch.matmul, T.matmul, T.__matmul__, torch.bmm, T.bmm, torch.mm, T.mm)
def matmul(input: Any, other: Any) -> Result:  # noqa: A002
    a, b = shape_of(input), shape_of(other)
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-2]:
        raise BadInput("shapes {0} and {1} cannot be multiplied as matrices", a, b)
    out = (*broadcast(a[:-2], b[:-2]), a[-2], b[-1]) if len(a) > 2 or len(b) > 2 else (a[0], b[1])
    return "matmul", "matmul", tensors(input, other), out, prod(out) * a[-1]


@handles(torch.addmm, T.addmm)
def addmm(input: Any, mat1: Any, mat2: Any, *, beta: Any = 1, alpha: Any = 1) -> Result:  # noqa: A002
    _, kind, inputs, out, macs = matmul(mat1, mat2)
    return "addmm", kind, tensors(input) + inputs, out, macs


@handles(F.scaled_dot_product_attention)
def attention(query: Any, key: Any, value: Any, *_: Any, **__: Any) -> Result:
    *batch, length, width = query.dims
    out = (*batch, length, value.dims[-1])
    scores = prod(batch) * length * key.dims[-2]
    return "attention", "matmul", tensors(query, key, value), out, scores * (width + value.dims[-1])


@handles(torch.cat, torch.concat, torch.concatenate)
def cat(tensors: Sequence[Any], dim: int = 0) -> Result:
    return "concat", "concat", list(tensors), concatenated([t.dims for t in tensors], dim), 0


@handles(torch.flatten, T.flatten)
def flatten(input: Any, start_dim: int = 0, end_dim: int = -1) -> Result:  # noqa: A002
    return "flatten", "reshape", [input], flattened(input.dims, start_dim, end_dim), 0


@handles(T.view, T.reshape)
def view(input: Any, *shape: Any) -> Result:  # noqa: A002
    wanted = shape[0] if len(shape) == 1 and not isinstance(shape[0], int) else shape
    return "view", "reshape", [input], reshaped(input.dims, wanted), 0


@handles(torch.reshape)
def reshape(input: Any, shape: Sequence[int]) -> Result:  # noqa: A002
    return view(input, shape)


@handles(torch.transpose, T.transpose)
def transpose(input: Any, dim0: int, dim1: int) -> Result:  # noqa: A002
    out = list(input.dims)
    out[dim0], out[dim1] = out[dim1], out[dim0]
    return "transpose", "reshape", [input], tuple(out), 0


@handles(T.permute)
def permute(input: Any, *dims: Any) -> Result:  # noqa: A002
    order = dims[0] if len(dims) == 1 else dims
    return "permute", "reshape", [input], tuple(input.dims[d] for d in order), 0


@handles(torch.permute)
def permute_function(input: Any, dims: Sequence[int]) -> Result:  # noqa: A002
    return permute(input, dims)


@handles(torch.unsqueeze, T.unsqueeze)
def unsqueeze(input: Any, dim: int) -> Result:  # noqa: A002
    out = list(input.dims)
    out.insert(dim % (len(out) + 1), 1)
    return "unsqueeze", "reshape", [input], tuple(out), 0


@handles(torch.squeeze, T.squeeze)
def squeeze(input: Any, dim: int | Sequence[int] | None = None) -> Result:  # noqa: A002
    rank = len(input.dims)
    axes = range(rank) if dim is None else [d % rank for d in ((dim,) if isinstance(dim, int) else dim)]
    return "squeeze", "reshape", [input], tuple(s for i, s in enumerate(input.dims) if s != 1 or i not in axes), 0


@handles(torch.mean, T.mean, torch.sum, T.sum, T.amax, torch.amax)
def reduction(input: Any, dim: Any = None, keepdim: bool = False, **_: Any) -> Result:  # noqa: A002, FBT001, FBT002
    return "mean", "pool", [input], reduced(input.dims, dim, keepdim=keepdim), 0


def _pool(dims: tuple[int, ...], kernel: Any, stride: Any, padding: Any, dilation: Any, *, ceil_mode: bool) -> tuple[int, ...]:
    (kh, kw), (ph, pw), (dh, dw) = pair(kernel), pair(padding), pair(dilation)
    sh, sw = pair(stride) if stride not in (None, ()) else (kh, kw)
    height = window(dims[-2], kh, sh, ph, dh, ceil_mode=ceil_mode)
    return (*dims[:-2], height, window(dims[-1], kw, sw, pw, dw, ceil_mode=ceil_mode))


@handles(F.max_pool2d, torch.max_pool2d)
def max_pool2d(
    input: Any, kernel_size: Any, stride: Any = None, padding: Any = 0, dilation: Any = 1, ceil_mode: bool = False,  # noqa: A002, FBT001, FBT002
    return_indices: bool = False,  # noqa: FBT001, FBT002
) -> Result:
    return "max_pool", "pool", [input], _pool(input.dims, kernel_size, stride, padding, dilation, ceil_mode=ceil_mode), 0


@handles(F.avg_pool2d)
def avg_pool2d(
    input: Any, kernel_size: Any, stride: Any = None, padding: Any = 0, ceil_mode: bool = False, *_: Any, **__: Any  # noqa: A002, FBT001, FBT002
) -> Result:
    return "avg_pool", "pool", [input], _pool(input.dims, kernel_size, stride, padding, 1, ceil_mode=ceil_mode), 0


@handles(F.adaptive_avg_pool2d, F.adaptive_max_pool2d)
def adaptive_pool2d(input: Any, output_size: Any, *_: Any) -> Result:  # noqa: A002
    sides = (output_size, output_size) if output_size is None or isinstance(output_size, int) else output_size
    out = tuple(have if want is None else want for have, want in zip(input.dims[-2:], sides, strict=True))
    return "adaptive_pool", "pool", [input], (*input.dims[:-2], *out), 0


@handles(F.pad)
def pad(input: Any, pad: Sequence[int], *_: Any, **__: Any) -> Result:  # noqa: A002
    out = list(input.dims)
    for i in range(len(pad) // 2):
        out[-1 - i] += pad[2 * i] + pad[2 * i + 1]
    return "pad", "reshape", [input], tuple(out), 0


@handles(torch.chunk, T.chunk)
def chunk(input: Any, chunks: int, dim: int = 0) -> Result:  # noqa: A002
    size = -(-input.dims[dim] // chunks)
    return split(input, size, dim)


@handles(torch.split, T.split)
def split(input: Any, split_size_or_sections: Any, dim: int = 0) -> Result:  # noqa: A002
    whole = input.dims[dim]
    if isinstance(split_size_or_sections, int):
        step = split_size_or_sections
        parts = [min(step, whole - start) for start in range(0, whole, step)]
    else:
        parts = list(split_size_or_sections)
    if sum(parts) != whole:
        raise BadInput("{0} channels cannot be split into {1}", whole, parts)
    axis = dim % len(input.dims)
    return "split", "reshape", [input], [(*input.dims[:axis], p, *input.dims[axis + 1 :]) for p in parts], 0


def reached(function: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """The result of an operation by its real meta kernel: shapes for what the table does not know."""

    def real(value: Any) -> Any:
        if type(value) is StandIn:
            return torch.empty(value.dims, dtype=value.dtype, device="meta")
        if isinstance(value, list | tuple):
            return type(value)(real(v) for v in value)
        return value

    with torch.no_grad():
        return function(*(real(a) for a in args), **{k: real(v) for k, v in kwargs.items()})
