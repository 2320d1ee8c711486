"""Stamps around every layer of a network that runs as written: leaf modules by a ``forward`` of their own in their ``__dict__``,
operations that no leaf module stands for (a sum, a concatenation, a view) by a ``TorchFunctionMode``.

These are the places where the shape walk makes a row (``explorer.analysis.walk``), so each pair of stamps is one row of the
analysis. Within a leaf module the mode is off: what happens inside it runs as it does without stamps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from difflib import SequenceMatcher
from time import perf_counter_ns
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch._C import DisableTorchFunction
from torch.overrides import TorchFunctionMode

from explorer.analysis.leaves import RULES
from explorer.measure.stamps import Stamps

CALLS, ROUNDS = 200, 5  # of what does nothing, to learn what a stamp costs


class Call(NamedTuple):
    """What lay between a pair of stamps: the leaf module, or the module whose ``forward`` calls the operation, and the
    elements of the (first) result.
    """

    path: str
    elements: int
    module: bool


class Instrument(TorchFunctionMode):
    """Runs a module with stamps. Between two runs the module is as it was."""

    def __init__(self, module: nn.Module, stamps: Stamps) -> None:
        super().__init__()
        self.stamps = stamps
        self._module = module
        self._here = ""
        self._calls: list[Call] | None = None
        self._leaves: list[tuple[dict[str, Any], Any]] = []
        self._containers: list[tuple[dict[str, Any], Any]] = []
        self._prepare(module, "", set())

    def run(self, *inputs: Tensor) -> list[float]:
        """Intervals of one run in ms: between layers, layer, between layers, …, layer, between layers."""
        with _swapped(self._leaves), self:
            self.stamps.begin()
            self._module(*inputs)
            self.stamps.stamp()
        return self.stamps.intervals()

    def trace(self, *inputs: Tensor) -> list[Call]:
        """What each pair of stamps encloses, in order. One run."""
        calls: list[Call] = []
        self._calls = calls
        try:
            with _swapped([*self._leaves, *self._containers]), self:
                self.stamps.begin()
                self._module(*inputs)
        finally:
            self._calls = None
        return calls

    def __torch_function__(
        self, func: Callable[..., Any], types: Sequence[type], args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        if getattr(func, "__name__", "") == "__get__":  # x.shape, x.device: no operation
            return func(*args, **(kwargs or {}))
        stamp = self.stamps.stamp
        stamp()
        result = func(*args, **(kwargs or {}))
        stamp()
        first = _first_tensor(result)
        if first is None:  # x.size(), x.dim()
            self.stamps.take_back()
        elif self._calls is not None:
            self._calls.append(Call(self._here, first.numel(), module=False))
        return result

    def _prepare(self, module: nn.Module, path: str, seen: set[int]) -> None:
        """Give each module its ``forward`` for the runs; a shared module keeps its first path, as in the shape walk."""
        if id(module) in seen:
            return
        seen.add(id(module))
        if type(module) in RULES:
            self._leaves.append((module.__dict__, self._timed(module.forward, path)))
            return
        self._containers.append((module.__dict__, self._placed(module.forward, path)))
        for name, child in module._modules.items():
            if child is not None:
                self._prepare(child, f"{path}.{name}" if path else name, seen)

    def _timed(self, forward: Callable[..., Any], path: str) -> Callable[..., Any]:
        stamp = self.stamps.stamp

        def run(*args: Any, **kwargs: Any) -> Any:
            stamp()
            with DisableTorchFunction():
                result = forward(*args, **kwargs)
            stamp()
            if self._calls is not None:
                first = _first_tensor(result)
                self._calls.append(Call(path, 0 if first is None else first.numel(), module=True))
            return result

        return run

    def _placed(self, forward: Callable[..., Any], path: str) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            before, self._here = self._here, path
            result = forward(*args, **kwargs)
            self._here = before
            return result

        return run


@contextmanager
def _swapped(forwards: Sequence[tuple[dict[str, Any], Any]]) -> Iterator[None]:
    """Modules with these forwards in their ``__dict__``; what they had there is put back."""
    before = [d.get("forward") for d, _ in forwards]
    for d, forward in forwards:
        d["forward"] = forward
    try:
        yield
    finally:
        for (d, _), own in zip(forwards, before, strict=True):
            if own is None:
                del d["forward"]
            else:
                d["forward"] = own


def _first_tensor(result: Any) -> Tensor | None:
    if isinstance(result, Tensor):
        return result
    if isinstance(result, torch.Size):
        return None
    if isinstance(result, Mapping):
        result = list(result.values())
    if isinstance(result, list | tuple):
        return next((found for item in result if (found := _first_tensor(item)) is not None), None)
    return None


def matched(calls: Sequence[Call], layers: Sequence[Mapping[str, Any]], modules: set[str], batch: int) -> list[int | None]:
    """For each call the index of its layer in the analysis, None where it is no layer of it (a constant that is made anew).

    Both are in running order. ``modules`` are the paths of ``named_modules()``.
    """
    expected = []
    for layer in layers:
        path = layer["path"].partition(":")[0]
        if path not in modules:  # a second operation of a module that several operations make up: "pool.2"
            path = path.rpartition(".")[0]
        elements = batch
        for side in layer["output"]:
            elements *= side
        expected.append((path, elements))
    seen = [(call.path, call.elements) for call in calls]
    if seen == expected:
        return list(range(len(expected)))
    found: list[int | None] = [None] * len(seen)
    for start, at, length in SequenceMatcher(None, seen, expected, autojunk=False).get_matching_blocks():
        found[start : start + length] = range(at, at + length)
    return found


class _Operation(nn.Module):
    """One operation that does nothing."""

    def forward(self, x: Tensor) -> Tensor:
        return x.detach()


def cost(stamps: Stamps) -> dict[str, float]:
    """What stamping costs, in µs on the host: ``layer_us`` and ``operation_us`` are added to a run by each pair of stamps;
    ``empty_layer_us`` and ``empty_operation_us`` are what a pair around nothing reads.
    """
    found = {}
    x = torch.zeros(1)
    for name, one in (("layer", nn.Identity()), ("operation", _Operation())):
        module = nn.Sequential(*[one] * CALLS).eval()
        instrument = Instrument(module, stamps)
        plain, stamped, read = [], [], []
        for _ in range(ROUNDS):
            start = perf_counter_ns()
            module(x)
            middle = perf_counter_ns()
            intervals = instrument.run(x)
            stamped.append(perf_counter_ns() - middle)
            plain.append(middle - start)
            read += intervals[1::2]
        found[f"{name}_us"] = max(min(stamped) - min(plain), 0) / CALLS / 1e3
        found[f"empty_{name}_us"] = sorted(read)[len(read) // 2] * 1e3
    return found
