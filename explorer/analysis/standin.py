"""The stand-in for a tensor: a shape that travels through a module's own ``forward``.

It is no Tensor (no storage, no dispatcher), but answers ``isinstance(x, Tensor)`` and implements ``__torch_function__``, so that
modules, functional calls, methods and operators run as written and every operation lands in the walk's table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import torch

from explorer.core.errors import ExplorerError

if TYPE_CHECKING:
    from explorer.analysis.walk import Walk


class StandIn:
    """A tensor's shape (``dims``), the walk it belongs to, and the index of the layer that produced it (-1: network input).

    A stand-in with ``walk`` None is a weight: it has a shape and nothing else.
    """

    __slots__ = ("dims", "source", "walk")
    dtype = torch.float32

    def __init__(self, dims: tuple[int, ...], walk: Walk | None = None, source: int | None = None) -> None:
        self.dims = dims
        self.walk = walk
        self.source = source

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return torch.Tensor

    @property
    def shape(self) -> torch.Size:
        return torch.Size(self.dims)

    @property
    def ndim(self) -> int:
        return len(self.dims)

    requires_grad = False
    is_nested = False
    is_cuda = False
    is_sparse = False
    is_quantized = False
    grad = None
    device = torch.device("cpu")
    layout = torch.strided

    def size(self, dim: int | None = None) -> Any:
        return torch.Size(self.dims) if dim is None else self.dims[dim]

    def dim(self) -> int:
        return len(self.dims)

    def numel(self) -> int:
        total = 1
        for side in self.dims:
            total *= side
        return total

    def element_size(self) -> int:
        return self.dtype.itemsize

    def is_floating_point(self) -> bool:
        return self.dtype.is_floating_point

    def is_contiguous(self, **_: object) -> bool:
        return True

    def __getitem__(self, index: Any) -> Any:
        return _operator("__getitem__")(self, index)

    def __len__(self) -> int:
        return self.dims[0]

    def __iter__(self) -> Iterator[Any]:
        return iter([self[i] for i in range(self.dims[0])])

    def __bool__(self) -> bool:
        raise ExplorerError("the network's shape depends on the values of its input, which a shape walk cannot know")

    def __repr__(self) -> str:
        return f"StandIn{self.dims}"

    def __deepcopy__(self, memo: dict[int, Any]) -> StandIn:
        return self

    @classmethod
    def __torch_function__(
        cls, func: Callable[..., Any], types: Sequence[type], args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        walk = find_walk(args) or find_walk((kwargs or {}).values())
        if walk is None:
            raise ExplorerError(f"{getattr(func, '__name__', func)} works on weights alone, which a shape walk does not follow")
        return walk.operation(func, args, kwargs or {})

    def __getattr__(self, name: str) -> Any:
        if not callable(getattr(torch.Tensor, name)):
            raise AttributeError(f"a shape walk does not know Tensor.{name}")  # noqa: TRY004 (a missing attribute)
        return partial(_method(name), self)


class Counter(StandIn):
    """The stand-in for a scalar that counts, such as BatchNorm's number of batches."""

    __slots__ = ()
    dtype = torch.long


def find_walk(values: Any) -> Walk | None:
    """The walk of the first stand-in among arguments, looking into lists and tuples."""
    for value in values:
        if type(value) is StandIn:
            if value.walk is not None:
                return value.walk
        elif isinstance(value, list | tuple):
            walk = find_walk(value)
            if walk is not None:
                return walk
    return None


def _operator(name: str) -> Callable[..., Any]:
    method = getattr(torch.Tensor, name)

    def call(self: StandIn, *args: Any) -> Any:
        walk = self.walk or find_walk(args)
        if walk is None:
            raise ExplorerError(f"Tensor.{name} works on weights alone, which a shape walk does not follow")
        return walk.operation(method, (self, *args), {})

    return call


def _method(name: str) -> Callable[..., Any]:
    method = getattr(torch.Tensor, name)

    def call(self: StandIn, *args: Any, **kwargs: Any) -> Any:
        if self.walk is None:
            raise ExplorerError(f"Tensor.{name} works on weights alone, which a shape walk does not follow")
        return self.walk.operation(method, (self, *args), kwargs)

    return call


for _name in (
    "add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv", "matmul", "rmatmul", "pow", "neg", "iadd",
    "isub", "imul", "itruediv", "floordiv",
):
    setattr(StandIn, f"__{_name}__", _operator(f"__{_name}__"))
for _name in ("view", "reshape", "transpose", "permute", "flatten", "mean", "chunk", "split"):  # the rest goes by __getattr__
    setattr(StandIn, _name, _method(_name))
