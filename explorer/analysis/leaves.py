"""Leaf modules: the rule each one obeys in the shape walk, and the quick constructor it gets while a model is built for analysis.

Building, not walking, is the cost of an analysis. While :func:`quick_construction` is active, the constructors of the common
leaf classes only fill the instance's ``__dict__`` and hold stand-ins as weights: no memory, no initialisation. A test holds
repr, attributes and shapes of such leaves equal to the real ones over thousands of random draws. Not re-entrant, one thread.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import prod
from typing import TYPE_CHECKING, Any

from torch import nn

from explorer.analysis.arithmetic import pair, window
from explorer.analysis.operations import convolution_kind, convolution_shape
from explorer.analysis.standin import Counter, StandIn
from explorer.core.errors import BadInput

if TYPE_CHECKING:
    from explorer.analysis.walk import Walk

Rule = Callable[..., Any]


def conv2d_rule(walk: Walk, path: str, module: nn.Conv2d, x: StandIn) -> StandIn:
    d = module.__dict__
    weight = d["_parameters"]["weight"]
    weight = weight.dims if type(weight) is StandIn else weight.shape
    dims = x.dims
    kernel, groups = d["kernel_size"], d["groups"]
    if len(dims) != 4 or dims[1] != d["in_channels"] or isinstance(d["padding"], str):
        out, macs = convolution_shape(dims, tuple(weight), d["stride"], d["padding"], d["dilation"], groups)
    else:
        (kh, kw), (sh, sw), (ph, pw), (dh, dw) = kernel, d["stride"], d["padding"], d["dilation"]
        height = (dims[2] + 2 * ph - dh * (kh - 1) - 1) // sh + 1
        width = (dims[3] + 2 * pw - dw * (kw - 1) - 1) // sw + 1
        if height < 1 or width < 1:
            window(dims[2], kh, sh, ph, dh)
            window(dims[3], kw, sw, pw, dw)
        out = (dims[0], weight[0], height, width)
        macs = dims[0] * weight[0] * height * width * weight[1] * kh * kw
    return walk.record(path, module, convolution_kind(d["in_channels"], d["out_channels"], kernel, groups), x, out, macs)


def linear_rule(walk: Walk, path: str, module: nn.Linear, x: StandIn) -> StandIn:
    if x.dims[-1] != module.in_features:
        raise BadInput("a linear layer for {0} inputs got {1}", module.in_features, x.dims[-1])
    out = (*x.dims[:-1], module.out_features)
    return walk.record(path, module, "linear", x, out, prod(out) * module.in_features)


def norm_rule(walk: Walk, path: str, module: nn.Module, x: StandIn) -> StandIn:
    features = module.__dict__.get("num_features")
    if features is not None and x.dims[1] != features:
        raise BadInput("a normalisation for {0} channels got {1}", features, x.dims[1])
    return walk.record(path, module, "norm", x, x.dims, 0)


def activation_rule(walk: Walk, path: str, module: nn.Module, x: StandIn) -> StandIn:
    return walk.record(path, module, "activation", x, x.dims, 0)


def global_pool_rule(walk: Walk, path: str, module: nn.AdaptiveAvgPool2d, x: StandIn) -> StandIn:
    size: Any = module.output_size
    sides = (size, size) if size is None or isinstance(size, int) else size
    out = tuple(have if want is None else want for have, want in zip(x.dims[-2:], sides, strict=True))
    return walk.record(path, module, "pool", x, (*x.dims[:-2], *out), 0)


def same_rule(walk: Walk, path: str, module: nn.Module, x: StandIn) -> StandIn:
    return walk.record(path, module, "other", x, x.dims, 0)


NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.LayerNorm, nn.GroupNorm, nn.InstanceNorm2d, nn.LocalResponseNorm)
ACTIVATIONS = (
    nn.ReLU, nn.ReLU6, nn.LeakyReLU, nn.ELU, nn.Hardswish, nn.Hardsigmoid, nn.SiLU, nn.GELU, nn.Sigmoid, nn.Tanh, nn.Mish,
    nn.PReLU, nn.Softmax, nn.SELU, nn.Hardtanh,
)
RULES: dict[type, Rule] = {
    nn.Conv2d: conv2d_rule, nn.Linear: linear_rule, nn.Dropout: same_rule, nn.Dropout2d: same_rule, nn.Identity: same_rule,
    nn.AdaptiveAvgPool2d: global_pool_rule,
    **dict.fromkeys(NORMS, norm_rule), **dict.fromkeys(ACTIVATIONS, activation_rule),
}


class _NoHooks(OrderedDict[int, Any]):
    """No hooks, for all quick modules together. A module that wants one is built with torch's own constructors instead."""

    def __setitem__(self, key: int, value: Any) -> None:
        raise TypeError("a module built for its shapes takes no hooks")


NO_HOOKS = _NoHooks()


def _blank(module: nn.Module, parameters: dict[str, Any], buffers: dict[str, Any]) -> dict[str, Any]:
    """The state ``nn.Module.__init__`` sets, written straight into ``__dict__``."""
    d = module.__dict__
    d["training"] = True
    d["_parameters"] = parameters
    d["_buffers"] = buffers
    d["_non_persistent_buffers_set"] = set()
    d["_is_full_backward_hook"] = None
    d["_backward_pre_hooks"] = d["_backward_hooks"] = NO_HOOKS
    d["_forward_hooks"] = d["_forward_hooks_with_kwargs"] = d["_forward_hooks_always_called"] = NO_HOOKS
    d["_forward_pre_hooks"] = d["_forward_pre_hooks_with_kwargs"] = NO_HOOKS
    d["_state_dict_hooks"] = d["_state_dict_pre_hooks"] = NO_HOOKS
    d["_load_state_dict_pre_hooks"] = d["_load_state_dict_post_hooks"] = NO_HOOKS
    d["_modules"] = {}
    return d


def _conv2d(
    self: nn.Conv2d, in_channels: int, out_channels: int, kernel_size: Any, stride: Any = 1, padding: Any = 0, dilation: Any = 1,
    groups: int = 1, bias: bool = True, padding_mode: str = "zeros", device: Any = None, dtype: Any = None,  # noqa: FBT001, FBT002
) -> None:
    if isinstance(padding, str) or groups < 1 or in_channels % groups or out_channels % groups or padding_mode != "zeros":
        ORIGINALS[nn.Conv2d](
            self, in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias, padding_mode, "meta", dtype
        )
        return
    kernel, (ph, pw) = pair(kernel_size), pair(padding)
    weight = StandIn((out_channels, in_channels // groups, *kernel))
    d = _blank(self, {"weight": weight, "bias": StandIn((out_channels,)) if bias else None}, {})
    d["in_channels"] = in_channels
    d["out_channels"] = out_channels
    d["kernel_size"] = kernel
    d["stride"] = pair(stride)
    d["padding"] = (ph, pw)
    d["dilation"] = pair(dilation)
    d["transposed"] = False
    d["output_padding"] = (0, 0)
    d["groups"] = groups
    d["padding_mode"] = padding_mode
    d["_reversed_padding_repeated_twice"] = (pw, pw, ph, ph)


def _linear(
    self: nn.Linear, in_features: int, out_features: int, bias: bool = True, device: Any = None, dtype: Any = None  # noqa: FBT001, FBT002
) -> None:
    weight = StandIn((out_features, in_features))
    d = _blank(self, {"weight": weight, "bias": StandIn((out_features,)) if bias else None}, {})
    d["in_features"] = in_features
    d["out_features"] = out_features


def _batch_norm(
    self: Any, num_features: int, eps: float = 1e-5, momentum: float | None = 0.1, affine: bool = True,  # noqa: FBT001, FBT002
    track_running_stats: bool = True, device: Any = None, dtype: Any = None,  # noqa: FBT001, FBT002
) -> None:
    vector = StandIn((num_features,))
    statistics: dict[str, Any] = dict.fromkeys(("running_mean", "running_var", "num_batches_tracked"))
    if track_running_stats:
        statistics = {"running_mean": vector, "running_var": vector, "num_batches_tracked": Counter(())}
    weight, bias = (StandIn((num_features,)), StandIn((num_features,))) if affine else (None, None)
    d = _blank(self, {"weight": weight, "bias": bias}, statistics)
    d["num_features"] = num_features
    d["eps"] = eps
    d["momentum"] = momentum
    d["affine"] = affine
    d["track_running_stats"] = track_running_stats


def _layer_norm(
    self: nn.LayerNorm, normalized_shape: Any, eps: float = 1e-5, elementwise_affine: bool = True, bias: bool = True,  # noqa: FBT001, FBT002
    device: Any = None, dtype: Any = None,
) -> None:
    shape = (normalized_shape,) if isinstance(normalized_shape, int) else tuple(normalized_shape)
    weight = StandIn(shape) if elementwise_affine else None
    d = _blank(self, {"weight": weight, "bias": StandIn(shape) if elementwise_affine and bias else None}, {})
    d["normalized_shape"] = shape
    d["eps"] = eps
    d["elementwise_affine"] = elementwise_affine


def _inplace(self: nn.Module, inplace: bool = False) -> None:  # noqa: FBT001, FBT002
    _blank(self, {}, {})["inplace"] = inplace


def _relu6(self: nn.ReLU6, inplace: bool = False) -> None:  # noqa: FBT001, FBT002
    d = _blank(self, {}, {})
    d["min_val"], d["max_val"], d["inplace"] = 0.0, 6.0, inplace


def _sequential(self: nn.Sequential, *args: Any) -> None:
    named = len(args) == 1 and isinstance(args[0], OrderedDict)
    held: dict[str, Any] = dict(args[0]) if named else {str(i): child for i, child in enumerate(args)}
    if not all(isinstance(child, nn.Module) and name and "." not in name for name, child in held.items()):
        ORIGINALS[nn.Sequential](self, *args)  # torch's own refusal
        return
    _blank(self, {}, {})["_modules"] = held


QUICK: dict[type, Callable[..., None]] = {
    nn.Conv2d: _conv2d, nn.Linear: _linear, nn.BatchNorm2d: _batch_norm, nn.BatchNorm1d: _batch_norm,
    nn.LayerNorm: _layer_norm, nn.ReLU: _inplace,
    nn.ReLU6: _relu6, nn.Hardswish: _inplace, nn.SiLU: _inplace, nn.Hardsigmoid: _inplace, nn.Sequential: _sequential,
}
OWN = {cls: "__init__" in vars(cls) for cls in QUICK}  # BatchNorm2d inherits its constructor
ORIGINALS: dict[type, Any] = {cls: cls.__init__ for cls in QUICK}  # type: ignore[misc]


@contextmanager
def quick_construction() -> Iterator[None]:
    """While active, the common leaf classes are constructed without weights. Restored on the way out, whatever happens."""
    for cls, constructor in QUICK.items():
        cls.__init__ = constructor  # type: ignore[misc]
    try:
        yield
    finally:
        for cls, own in OWN.items():
            if own:
                cls.__init__ = ORIGINALS[cls]  # type: ignore[misc]
            else:
                del cls.__init__  # type: ignore[misc]
