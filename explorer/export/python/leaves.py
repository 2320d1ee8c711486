"""Torch's own modules as the constructor calls that make them again, read off their attributes."""

from __future__ import annotations

import inspect
from typing import Any

from torch import nn

from explorer.core.errors import BadInput
from explorer.export.python.expressions import Call, Expression, Factory, Lit, Signature

PAIRS = frozenset({"kernel_size", "stride", "padding", "dilation"})
PLAIN = bool | int | float | str | None
ACTIVATION = "torch.nn.modules.activation"
SKIPPED = frozenset({"device", "dtype", "self"})


def is_torch(module: nn.Module) -> bool:
    """Whether torch itself defines the module's class."""
    return type(module).__module__.partition(".")[0] == "torch"


def _parameters(kind: type[nn.Module]) -> tuple[inspect.Parameter, ...]:
    found = inspect.signature(kind).parameters.values()
    return tuple(p for p in found if p.name not in SKIPPED and p.kind not in {p.VAR_POSITIONAL, p.VAR_KEYWORD})


def torch_base(kind: type[nn.Module]) -> type[nn.Module]:
    """The nearest class of torch's that a class descends from."""
    return next(base for base in kind.__mro__ if base.__module__.partition(".")[0] == "torch")


def callee_of(kind: type[nn.Module]) -> str:
    """How a file with ``from torch import nn`` calls a class of torch's. Raises BadInput for one that is not in torch.nn."""
    if getattr(nn, kind.__name__, None) is not kind:
        raise BadInput("cannot write {0} as Python: it is not in torch.nn", kind.__name__)
    return f"nn.{kind.__name__}"


def leaf(module: nn.Module, path: str, callee: str | None = None) -> Call:
    """The call that makes a torch module again, every argument named. Raises BadInput where an argument cannot be read off."""
    kind = torch_base(type(module))
    arguments: list[tuple[str, Expression]] = []
    for parameter in _parameters(kind):
        name = parameter.name
        if name == "bias" or not hasattr(module, name):
            value: Any = getattr(module, "bias", None) is not None if name == "bias" else parameter.default
            if value is parameter.empty:
                raise BadInput("cannot write {0} as Python: {1} does not keep its {2}", path, kind.__name__, name)
        else:
            value = getattr(module, name)
        if name in PAIRS and isinstance(value, tuple) and len(set(value)) == 1:
            value = value[0]
        if name == "normalized_shape" and len(value) == 1:
            value = value[0]
        if not _is_literal(value):
            raise BadInput("cannot write {0} as Python: {1} is {2}", path, name, type(value).__name__)
        arguments.append((name, Lit(value)))
    return Call(callee or callee_of(kind), tuple(arguments))


def _is_literal(value: object) -> bool:
    return all(_is_literal(v) for v in value) if isinstance(value, tuple) else isinstance(value, PLAIN)


def signature_of(kind: type[nn.Module]) -> Signature:
    """Which arguments stand first without their names, and which may be left out."""
    parameters = _parameters(kind)
    required = tuple(p.name for p in parameters if p.default is p.empty)
    if not required and parameters and parameters[0].name not in {"inplace", "approximate"}:
        required = (parameters[0].name,)
    defaults = {p.name: Lit(p.default) for p in parameters if p.name not in required}
    if "padding" in defaults and issubclass(kind, nn.modules.conv._ConvNd):
        defaults |= {"stride": Lit(1), "padding": Lit(0), "dilation": Lit(1)}
    return Signature(required, defaults)


def pool_stride(call: Call) -> Call:
    """A pooling's stride is its window where none is given; said only where it differs."""
    found = dict(call.arguments)
    if call.callee.startswith(("nn.MaxPool", "nn.AvgPool")) and found.get("stride") == found.get("kernel_size"):
        return Call(call.callee, tuple((n, Lit(None) if n == "stride" else v) for n, v in call.arguments))
    return call


def factory_of(expression: Expression) -> Factory | None:
    """The factory of an activation's call, None for anything else."""
    if not isinstance(expression, Call) or not expression.callee.startswith("nn."):
        return None
    kind = getattr(nn, expression.callee.removeprefix("nn."))
    if kind.__module__ != ACTIVATION or kind is nn.PReLU or kind is nn.MultiheadAttention:
        return None
    defaults = {p.name: Lit(p.default) for p in _parameters(kind)}
    changed = tuple((n, v.value) for n, v in expression.arguments if isinstance(v, Lit) and v != defaults.get(n))
    return Factory(expression.callee, changed)
