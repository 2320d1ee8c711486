"""What a walk keeps and moves: elements written and accessed by each operation, and the peak of what is alive at once.

In-order execution: a tensor lives from the operation that makes it to the last one that reads it, the network's input from the
start, its outputs to the end. While an operation runs, its inputs and its outputs are alive. Views share the storage of what they
look at; an operation in place writes into its input's. Workspace inside an operation is not counted. Everything is in elements.
"""

from __future__ import annotations

from itertools import accumulate
from math import prod
from typing import Any, NamedTuple

from torch import nn

from explorer.analysis.standin import StandIn
from explorer.analysis.walk import Record, Walk

VIEWS = frozenset({
    "transpose", "permute", "unsqueeze", "squeeze", "split", "getitem", "expand", "expand_as", "narrow", "unbind", "detach",
    "dropout", "float", "to",
})
"""Operations that write nothing: another way of looking at their input (in evaluation mode, at one precision)."""
RESHAPES = frozenset({"view", "flatten", "contiguous"})
"""Views as long as their input lies in memory in the order of its shape, else copies."""
PASSING = (nn.Identity, nn.Dropout, nn.Dropout2d)
ORDER_KEPT = frozenset({"activation", "add", "multiply"})
IN_PLACE = frozenset({"__iadd__", "__isub__", "__imul__", "__itruediv__"})


class Usage(NamedTuple):
    """What each record writes and accesses (without its weights), and the storages: size, birth and last use by record.

    ``storage`` names for each record the one its output lies in: the index of the record that allocated it, -1 for the input.
    """

    written: list[int]
    accessed: list[int]
    storage: list[int]
    live: list[int]
    last: dict[int, int]
    sizes: dict[int, int]


def usage(walked: Walk, shape: tuple[int, ...]) -> Usage:
    """Storages and traffic of a walk with an input of ``shape``."""
    records, calls = walked.records, walked.calls
    count = len(records)
    written, accessed, storage = [0] * count, [0] * count, [0] * count
    storage.append(-1)  # what source -1, the network's input, finds
    sizes = {-1: prod(shape)}
    last = {-1: 0}
    elements: dict[tuple[int, ...], int] = {shape: sizes[-1]}
    unordered: set[int] = set()
    for i, (_, module, operation, kind, inputs, sources, output, _) in enumerate(records):
        if not operation:
            own = kind == "activation" and module.__dict__.get("inplace")
            shared = own or (kind == "other" and isinstance(module, PASSING))
        else:
            own = _in_place(calls[i])
            shared = own or operation in VIEWS or (operation in RESHAPES and (not sources or sources[0] not in unordered))
            if sources and _unordered(records[i], before=sources[0] in unordered, shared=bool(shared)):
                unordered.add(i)
        for source in sources:
            last[storage[source]] = i
        size = elements.get(output)
        if size is None:
            size = elements[output] = prod(output)
        if shared and sources:
            storage[i] = storage[sources[0]]
        else:
            storage[i] = i
            last[i] = i
            sizes[i] = size
        if own or not shared:
            written[i] = size
            if kind == "concat":
                accessed[i] = 2 * size
                continue
            for dims in inputs:
                known = elements.get(dims)
                if known is None:
                    known = elements[dims] = prod(dims)
                size += known
            accessed[i] = size
    for out in walked.outputs:
        last[storage[-1 if out.source is None else out.source]] = count
    changes = [0] * (count + 2)
    for base, size in sizes.items():
        changes[base if base >= 0 else 0] += size
        changes[last[base] + 1] -= size
    return Usage(written, accessed, storage, list(accumulate(changes))[: max(count, 1)], last, sizes)


def summary(walked: Walk, used: Usage) -> dict[str, Any]:
    """``memory`` of the analysis document: the peak, where it is, what is alive there, and the largest single tensor."""
    records = walked.records
    peak = max(used.live)
    at = used.live.index(peak)
    alive = [base for base in sorted(used.sizes) if base <= at <= used.last[base]]
    largest = max(used.sizes, key=used.sizes.__getitem__)

    def tensor(base: int) -> dict[str, Any]:
        if base < 0:
            return {"path": "in", "layer": -1, "elements": used.sizes[-1]}
        return {"path": records[base].path, "layer": base, "elements": used.sizes[base]}

    return {
        "peak": peak, "at": records[at].path if records else "in", "alive": [tensor(base) for base in alive],
        "largest": tensor(largest),
    }


def weights_read(walked: Walk, index: int) -> int:
    """Elements of weights that a functional call was handed."""
    _, args, kwargs = walked.calls[index]
    return sum(
        value.numel() for value in (*args, *kwargs.values())
        if (type(value) is StandIn and value.walk is None) or isinstance(value, nn.Parameter)
    )


def _in_place(call: tuple[Any, tuple[Any, ...], dict[str, Any]]) -> bool:
    """Whether a call writes into its first argument: ``add_``, ``+=``, ``relu(x, inplace=True)``."""
    function, args, kwargs = call
    name: str = getattr(function, "__name__", "")
    if name in IN_PLACE or (name.endswith("_") and not name.endswith("__")):
        return True
    return bool(kwargs.get("inplace")) or (len(args) == 2 and args[1] is True and name != "dropout")


def _unordered(record: Record, *, before: bool, shared: bool) -> bool:
    """Whether an output lies in memory in another order than its shape says, so that flattening it copies."""
    operation, dims, output = record.operation, record.inputs[0], record.output
    if operation in ("transpose", "permute"):
        return sum(side > 1 for side in output) > 1 and not before
    if operation in ("split", "getitem", "narrow", "expand", "expand_as", "unbind"):
        axis = next((a for a, (one, other) in enumerate(zip(dims, output, strict=False)) if one != other), 0)
        return before or prod(dims[:axis]) > 1
    return before and (shared or record.kind in ORDER_KEPT)
