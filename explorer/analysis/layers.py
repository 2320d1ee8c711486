"""The layers of a walk in columns: what each is, and its figures. In call order, then those that do not run at inference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from torch import nn

from explorer.analysis.additions import additions
from explorer.analysis.arithmetic import pair
from explorer.analysis.memory import Usage, weights_read
from explorer.analysis.receptive import fields
from explorer.analysis.walk import Record, Walk
from explorer.core.rules import Rule

Pair = tuple[int, int]
CONVOLUTION, POOL, LINEAR, PLAIN = range(4)
INTENSITY_DIGITS = 9  # times the access, up to a thousand million elements, it is the MACs again under every counting rule


class Facts(NamedTuple):
    """What a layer is, whatever its size: the key under which a plan is found again. ``to_one`` pools a map into one place."""

    path: str
    type: str
    kind: str
    detail: str  # "" where it is about sizes
    runs: bool
    kernel: Pair | None = None
    stride: Pair | None = None
    to_one: bool = False


@dataclass
class Layers:
    """Columns of equal length; ``words`` are details about sizes and ``groups`` those of convolutions, by number of the layer."""

    facts: list[Facts] = field(default_factory=list)
    params: list[int] = field(default_factory=list)
    macs: list[int] = field(default_factory=list)
    activations: list[int] = field(default_factory=list)
    access: list[int] = field(default_factory=list)
    intensity: list[float] = field(default_factory=list)
    receptive: list[dict[str, list[int]] | None] = field(default_factory=list)
    words: list[tuple[int, str]] = field(default_factory=list)
    groups: list[tuple[int, int]] = field(default_factory=list)


def layers_of(
    walked: Walk, modules: Sequence[tuple[str, nn.Module]], rule: Rule, used: Usage, shape: tuple[int, ...]
) -> Layers:
    """All layers of a walk with an input of ``shape``; ``modules`` are all of the network by path. A tensor that modules share
    counts as the first one's."""
    counted: dict[int, int] = {}
    found = Layers(activations=list(used.written), receptive=fields(walked, shape))
    extras = additions(walked) if rule.extras else None
    for i, record in enumerate(walked.records):
        module = record.module
        params, read = (0, 0) if module is None else _parameters(module, counted)
        if record.operation and used.accessed[i]:
            read = weights_read(walked, i)
        access, macs = used.accessed[i] + read, record.macs
        found.facts.append(_facts(record, i, found))
        found.params.append(params)
        found.macs.append(rule.apply(record.kind, macs, extras[i] if extras else 0))
        found.access.append(access)
        found.intensity.append(round(macs / access, INTENSITY_DIGITS) if macs and access else 0.0)
    _add_idle(found, modules, walked, counted)
    return found


def _parameters(module: nn.Module, counted: dict[int, int]) -> tuple[int, int]:
    """Parameters of this module itself that no other had before it, and how many elements it reads when it runs."""
    new = read = 0
    for tensor in module._parameters.values():
        if tensor is not None:
            count = counted.get(id(tensor))
            if count is None:
                count = counted[id(tensor)] = tensor.numel()
                new += count
            read += count
    return new, read


def _add_idle(found: Layers, modules: Sequence[tuple[str, nn.Module]], walked: Walk, counted: dict[int, int]) -> None:
    """What is beyond the operations: tensors that a container itself holds, and modules that do not run at inference."""
    ran = {id(r.module) for r in walked.records}
    ran.update(map(id, walked.containers.values()))
    for path, module in modules:
        if not module._modules and id(module) not in ran:
            _add(found, Facts(path, type(module).__name__, "other", "", runs=False), _parameters(module, counted)[0])
            continue
        for name, tensor in module._parameters.items():
            if tensor is not None and id(tensor) not in counted:
                count = counted[id(tensor)] = tensor.numel()
                if count:
                    _add(found, Facts(f"{path}.{name}" if path else name, "Parameter", "other", "", runs=True), count)


def _add(found: Layers, facts: Facts, params: int) -> None:
    found.facts.append(facts)
    found.params.append(params)
    for column in (found.macs, found.activations, found.access):
        column.append(0)
    found.intensity.append(0.0)
    found.receptive.append(None)


def _facts(record: Record, number: int, found: Layers) -> Facts:
    """What a record is; its groups, and words about its sizes, go into their columns."""
    path, module, operation, kind, _, _, output, _ = record
    if module is None:
        return Facts(path, operation, kind, "", True, None, None, kind == "pool" and output[2:] == (1, 1))  # noqa: FBT003
    sort, name = _sort(type(module))  # type: ignore[arg-type]  # a class of modules can be hashed
    if sort == PLAIN:
        return Facts(path, name, kind, "", True, None, None, kind == "pool" and output[2:] == (1, 1))  # noqa: FBT003
    d: Any = module
    if sort == CONVOLUTION:
        groups = d.groups
        found.groups.append((number, groups))
        detail = _convolution(d.kernel_size, d.stride, groups if kind == "group" else 1)
        return Facts(path, name, kind, detail, True, d.kernel_size, d.stride)  # noqa: FBT003
    if sort == LINEAR:
        found.words.append((number, f"{d.in_features} → {d.out_features}"))
        return Facts(path, name, kind, "", True)  # noqa: FBT003
    kernel, stride = pair(d.kernel_size), pair(d.stride)
    detail = "×".join(str(k) for k in kernel) + (f" /{stride[0]}" if stride != (1, 1) else "")
    return Facts(path, name, kind, detail, True, kernel, stride, output[2:] == (1, 1))  # noqa: FBT003


@cache
def _sort(cls: type[nn.Module]) -> tuple[int, str]:
    """What has a detail, and the name of the class."""
    if issubclass(cls, nn.Conv2d):
        return CONVOLUTION, cls.__name__
    if issubclass(cls, nn.MaxPool2d | nn.AvgPool2d):
        return POOL, cls.__name__
    return (LINEAR if issubclass(cls, nn.Linear) else PLAIN), cls.__name__


@cache
def _convolution(kernel: tuple[int, ...], stride: tuple[int, ...], groups: int) -> str:
    """``3×3 /2 g4``."""
    text = "×".join(str(k) for k in kernel)
    height, width = stride
    if (height, width) != (1, 1):
        text += f" /{height}" if height == width else f" /{height}×{width}"
    return f"{text} g{groups}" if groups > 1 else text
