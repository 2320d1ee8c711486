"""The shape walk: call a module's own ``forward`` with a stand-in and write down every operation it runs.

While the walk lasts, each module is in evaluation mode and carries a ``forward`` of its own in its ``__dict__``: leaf modules
one that answers by rule, containers one that notes where the walk is and then runs the class's ``forward`` as written.
``nn.Module.__call__`` is not touched. Convention: batch as given (1 for counts), one MAC per multiply-accumulate, see
``explorer.core.rules``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

import torch
from torch import nn

from explorer.analysis.leaves import RULES
from explorer.analysis.operations import HANDLERS, reached
from explorer.analysis.standin import StandIn
from explorer.core.errors import BadInput, ExplorerError

ZERO_COST = {  # operations without multiply-accumulates whose shape the meta kernel tells
    getattr(place, spelling): spelling.strip("_")
    for place in (torch, torch.Tensor, torch.nn.functional)
    for spelling in (
        "__getitem__", "stack", "roll", "expand", "expand_as", "interpolate", "pixel_shuffle", "channel_shuffle", "unbind",
        "repeat", "max", "argmax", "narrow", "unfold",
    )
    if hasattr(place, spelling)
}


Edge = tuple[int, int | None, tuple[int, ...]]
"""From record (-1: the network's input), to record (None: the network's output), shape of the tensor."""


class Record(NamedTuple):
    """One operation that ran. ``module`` is None for an operation that no leaf module stands for.

    ``sources`` are the indices of the records that made the inputs, -1 for the network's input.
    """

    path: str
    module: nn.Module | None
    operation: str
    kind: str
    inputs: tuple[tuple[int, ...], ...]
    sources: tuple[int, ...]
    output: tuple[int, ...]
    macs: int


_tuple = tuple.__new__  # a third of the time of calling Record, and a walk is little else


@dataclass
class Walk:
    """What one walk has seen so far: ``records`` in call order, ``containers`` by path, ``uncounted`` record indices, and the
    ``calls`` behind records that no rule of a leaf module answered.
    """

    records: list[Record] = field(default_factory=list)
    containers: dict[str, nn.Module] = field(default_factory=dict)
    uncounted: list[int] = field(default_factory=list)
    here: str = ""
    leaf: nn.Module | None = None  # the childless torch.nn module whose forward runs, which an operation then stands for
    names: dict[str, int] = field(default_factory=dict)
    outputs: list[StandIn] = field(default_factory=list)
    calls: dict[int, tuple[Any, tuple[Any, ...], dict[str, Any]]] = field(default_factory=dict)  # function, args, kwargs

    def record(self, path: str, module: nn.Module, kind: str, x: StandIn, output: tuple[int, ...], macs: int) -> StandIn:
        """A leaf module ran on one input."""
        records = self.records
        records.append(_tuple(Record, (path, module, "", kind, (x.dims,), (x.source,), output, macs)))
        return StandIn(output, self, len(records) - 1)

    def edges(self) -> list[Edge]:
        """Every tensor that passes between two records."""
        inner: list[Edge] = [
            (source, index, dims)
            for index, record in enumerate(self.records)
            for source, dims in zip(record.sources, record.inputs, strict=True)
        ]
        leaving: list[Edge] = [(-1 if out.source is None else out.source, None, out.dims) for out in self.outputs]
        return inner + leaving

    def untie(self) -> None:
        """Drop what refers back to the walk: then it goes at once, and the network with it; a collector takes longer."""
        self.outputs.clear()
        self.calls.clear()

    def operation(self, function: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """An operation without a leaf module ran: count it by the table, or list it as uncounted."""
        handler = HANDLERS.get(function)
        self.calls[len(self.records)] = function, args, kwargs
        if handler is not None:
            name, kind, inputs, output, macs = handler(*args, **kwargs)
            return self._results(name, kind, inputs, output, macs)
        name = str(ZERO_COST.get(function) or getattr(function, "__name__", function))
        inputs = [v for a in args for v in (a if isinstance(a, list | tuple) else (a,)) if type(v) is StandIn]
        try:
            result = reached(function, args, kwargs)
        except (RuntimeError, TypeError, NotImplementedError) as error:
            raise ExplorerError(f"the operation {name} at {self.here or 'the network'} cannot be followed: {error}") from error
        if not isinstance(result, torch.Tensor | list | tuple):
            self.calls.pop(len(self.records), None)
            return result
        if function not in ZERO_COST:
            self.uncounted.append(len(self.records))
        output = tuple(result.shape) if isinstance(result, torch.Tensor) else [tuple(r.shape) for r in result]
        return self._results(name, "reshape" if function in ZERO_COST else "other", inputs, output, 0)

    def _results(self, name: str, kind: str, inputs: list[StandIn], output: Any, macs: int) -> Any:
        module = self.leaf
        path = self.here if module is not None else f"{self.here}:{name}"
        seen = self.names[path] = self.names.get(path, 0) + 1
        if seen > 1:
            path = f"{path}.{seen}"
        index = len(self.records)
        several = isinstance(output, list)
        shapes = tuple([i.dims for i in inputs if i.walk is not None])
        sources = tuple([i.source for i in inputs if i.walk is not None])
        self.records.append(_tuple(Record, (path, module, name, kind, shapes, sources, output[0] if several else output, macs)))
        return [StandIn(o, self, index) for o in output] if several else StandIn(output, self, index)


def walk(model: nn.Module, shape: tuple[int, ...]) -> Walk:
    """Walk ``model`` in evaluation mode with an input of ``shape`` (N×C×H×W).

    Raises BadInput where shapes do not fit (the sentence names the place), ExplorerError where an operation cannot be followed.
    """
    state = Walk()
    prepared: list[tuple[nn.Module, bool]] = []
    _prepare(state, model, "", prepared)
    try:
        state.outputs = list(_standins(model(StandIn(shape, state, -1))))
    except BadInput as error:
        template = error.template + " (at {" + str(len(error.arguments)) + "})"
        raise BadInput(template, *error.arguments, state.here or "the input") from error
    finally:
        for module, training in prepared:
            module.__dict__.pop("forward", None)
            module.__dict__["training"] = training
    return state


def _prepare(state: Walk, module: nn.Module, path: str, prepared: list[tuple[nn.Module, bool]]) -> Any:
    """Give a module and all below it a ``forward`` for this walk; returns it. A shared module keeps its first path."""
    d = module.__dict__
    if "forward" in d:
        return d["forward"]
    prepared.append((module, d["training"]))
    d["training"] = False  # auxiliary heads run in training only
    cls = type(module)
    rule = RULES.get(cls)
    if rule is not None:
        d["forward"] = partial(rule, state, path, module)
        return d["forward"]
    children = d["_modules"]
    leaf = module if not children and cls.__module__.startswith("torch.nn") else None
    d["forward"] = partial(_inside, state, path, module, leaf, cls.forward)
    prefix = path + "." if path else ""
    steps = []
    plain = bool(children) and cls.forward is nn.Sequential.forward
    for name, child in children.items():
        if child is None:
            plain = False
            continue
        steps.append(_prepare(state, child, prefix + name, prepared))
        plain = plain and not child._forward_hooks and not child._forward_pre_hooks
    if plain:
        d["forward"] = partial(_chain, state, path, module, steps)
    return d["forward"]


def _inside(state: Walk, path: str, module: nn.Module, leaf: nn.Module | None, forward: Any, *args: Any, **kwargs: Any) -> Any:
    """Run a module's own forward, knowing where the walk is."""
    before = state.here, state.leaf
    state.here, state.leaf = path, leaf
    state.containers[path] = module
    result = forward(module, *args, **kwargs)
    state.here, state.leaf = before
    return result


def _chain(state: Walk, path: str, module: nn.Module, steps: list[Any], x: Any) -> Any:
    """What ``nn.Sequential.forward`` does, without the way through ``__call__`` at each step."""
    before = state.here, state.leaf
    state.here, state.leaf = path, None
    state.containers[path] = module
    for step in steps:
        x = step(x)
    state.here, state.leaf = before
    return x


def _standins(result: Any) -> Iterator[StandIn]:
    """The stand-ins in a result: one, or those in a tuple, list or dictionary."""
    if type(result) is StandIn:
        yield result
    elif isinstance(result, Mapping):
        yield from _standins(list(result.values()))
    elif isinstance(result, list | tuple):
        for item in result:
            yield from _standins(item)
