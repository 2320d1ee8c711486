"""The receptive field of every operation of a walk: the window of input pixels that one unit of its output can depend on.

After Araujo, Norris and Sim, Computing Receptive Fields of Convolutional Neural Networks (Distill, 2019), per axis: a window of k
at stride s, padding p and dilation d makes, of a field of size r, step j and start t (first pixel of the first unit's field,
negative in the padding), r + d·(k − 1)·j, j·s and t − p·j. Where branches meet, the field is the smallest window that holds all
of theirs. The size is not cut at the border of the image. Global pooling, a linear layer over positions, squeeze-and-excitation
and normalisation over the image see the whole input; from there on everything does, though the step of the map goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import add
from typing import Any, NamedTuple

from torch import nn

from explorer.analysis.arithmetic import pair
from explorer.analysis.operations import shape_of
from explorer.analysis.walk import Record, Walk

Call = tuple[Any, tuple[Any, ...], dict[str, Any]]


class Field(NamedTuple):
    """Sizes, steps and starts in input pixels, whether the whole input is seen, and which axes of the tensor are places."""

    height: int
    width: int
    step_y: int
    step_x: int
    top: int
    left: int
    whole: bool
    axes: tuple[int, ...]


START = Field(1, 1, 1, 1, 0, 0, whole=False, axes=(2, 3))
CONVOLUTIONS = frozenset({"standard", "depthwise", "pointwise", "group"})
UNEVEN = -1  # the step of a map whose units lie at unequal distances
JOINS = frozenset({"add", "sub", "mul", "div", "maximum"})
POINTWISE = frozenset({
    "batch_norm", "local_response_norm", "dropout", "contiguous", "clone", "detach", "float", "to", "type", "half", "double",
    "clamp", "clamp_", "exp", "sqrt", "rsqrt", "abs", "neg", "pow", "square", "log", "channel_shuffle",
})
OVER_THE_IMAGE = (nn.GroupNorm, nn.InstanceNorm2d)


def fields(walked: Walk, shape: tuple[int, ...]) -> list[dict[str, list[int]] | None]:
    """``receptive`` of each record, None from where an operation cannot be followed. ``shape`` is the input's, N×C×H×W."""
    known: dict[int, Field | None] = {-1: START if len(shape) == 4 else None}
    rows: dict[int, dict[str, list[int]] | None] = {id(None): None}  # by identity: most operations pass their field on
    found = []
    calls = walked.calls
    for i, record in enumerate(walked.records):
        sources = record.sources
        field = known[sources[0]] if sources else None
        if field is not None:
            kind = record.kind
            if record.operation:
                field = _of_call(record, calls[i], [known[s] for s in sources])
            elif kind in CONVOLUTIONS:
                field = _of_convolution(field, record.module)
            elif kind == "norm":
                field = _of_norm(field, record)
            elif kind == "linear":
                field = _of_linear(field, record)
            elif kind == "pool":
                field = _of_adaptive_pool(field, record)
        known[i] = field
        if field is not None and id(field) not in rows:
            rows[id(field)] = _row(field, shape)
        found.append(rows[id(field)])
    return found


def _row(field: Field, shape: tuple[int, ...]) -> dict[str, list[int]] | None:
    height, width, step_y, step_x, top, left, whole, _ = field
    sides = shape[2], shape[3]
    if step_y == UNEVEN:
        return None
    if whole:
        return {"size": list(sides), "stride": [step_y or sides[0], step_x or sides[1]], "start": [0, 0]}
    return {"size": [height, width], "stride": [step_y, step_x], "start": [top, left]}


def _window(
    field: Field, kernel: tuple[int, int], stride: tuple[int, int], padding: tuple[int, int], dilation: tuple[int, int]
) -> Field | None:
    height, width, step_y, step_x, top, left, whole, axes = field
    if axes != (2, 3) or step_y == UNEVEN:
        return None
    return Field(
        height + dilation[0] * (kernel[0] - 1) * step_y, width + dilation[1] * (kernel[1] - 1) * step_x,
        step_y * stride[0], step_x * stride[1], top - padding[0] * step_y, left - padding[1] * step_x, whole, axes,
    )


def _everything(field: Field) -> Field:
    """One unit that sees all: its step is the input itself (0 until it is written)."""
    return field._replace(whole=True, step_y=0, step_x=0)


def _of_convolution(field: Field, module: Any) -> Field | None:
    d = module.__dict__
    kernel, stride, padding = d["kernel_size"], d["stride"], d["padding"]
    if kernel == (1, 1) and stride == (1, 1) and padding == (0, 0) and 1 not in field.axes:
        return field
    return _window(field, kernel, stride, _padding(padding, kernel, d["dilation"]), d["dilation"])


def _padding(padding: Any, kernel: tuple[int, int], dilation: tuple[int, int]) -> tuple[int, int]:
    """The padding before the first row and column."""
    if padding == "same":
        return dilation[0] * (kernel[0] - 1) // 2, dilation[1] * (kernel[1] - 1) // 2
    return (0, 0) if padding == "valid" else pair(padding)


def _of_norm(field: Field, record: Record) -> Field:
    module = record.module
    if isinstance(module, OVER_THE_IMAGE):
        return field._replace(whole=True)
    if isinstance(module, nn.LayerNorm):
        return _over_last(field, record.inputs[0], len(module.normalized_shape))
    return field


def _over_last(field: Field, dims: tuple[int, ...], count: int) -> Field:
    """Something that mixes the last ``count`` axes but keeps their places."""
    mixed = range(len(dims) - count, len(dims))
    return field._replace(whole=True) if any(a in mixed and dims[a] > 1 for a in field.axes) else field


def _of_linear(field: Field, record: Record) -> Field:
    dims = record.inputs[0]
    last = len(dims) - 1
    if last not in field.axes:
        return field
    return _everything(field) if dims[last] > 1 else field


def _of_adaptive_pool(field: Field, record: Record) -> Field | None:
    """Windows of equal size where the sides divide; otherwise they are no row of equal steps, and the field is not told."""
    (height, width), (rows, columns) = record.inputs[0][-2:], record.output[-2:]
    if (rows, columns) == (1, 1):
        return _everything(field)
    if height % rows or width % columns:
        return field._replace(step_y=UNEVEN, step_x=UNEVEN)
    kernel = height // rows, width // columns
    return _window(field, kernel, kernel, (0, 0), (1, 1))


def _union(found: Sequence[Field | None]) -> Field | None:
    """The smallest field that holds all of them; the step of the finest, for what is seen whole has none of its own."""
    distinct = {id(f): f for f in found}
    if len(distinct) == 1:
        return found[0]
    if id(None) in distinct:
        return None
    columns = zip(*[f for f in distinct.values() if f is not None], strict=True)
    height, width, steps_y, steps_x, tops, lefts, wholes, axes = columns
    whole = any(wholes)
    if not whole and len(set(axes)) > 1:
        return None
    top, left = min(tops), min(lefts)
    places = next((a for a, step in zip(axes, steps_y, strict=True) if step), axes[0])
    return Field(
        max(map(add, tops, height)) - top, max(map(add, lefts, width)) - left, min(filter(None, steps_y), default=0),
        min(filter(None, steps_x), default=0), top, left, whole, places,
    )


def _of_call(record: Record, call: Call, found: Sequence[Field | None]) -> Field | None:
    """An operation that no leaf's rule answered."""
    field, name, kind = found[0], record.operation, record.kind
    assert field is not None
    if name in JOINS:
        return _union(found)
    if name == "concat":
        axis = _axis(call[1], call[2]) % len(record.output)
        return None if axis in field.axes else _union(found)
    if name in POINTWISE or (kind == "activation" and name not in ("softmax", "log_softmax")):
        return field
    if kind == "linear":
        return _of_linear(field, record)
    rule = CALLS.get("conv2d" if kind in CONVOLUTIONS else name)
    return None if rule is None else rule(field, record, *call[1], **call[2])


def _axis(_tensors: tuple[Any, ...], named: dict[str, Any]) -> int:
    """The dimension that ``torch.cat`` was told."""
    axis: int = _tensors[1] if len(_tensors) > 1 else named.get("dim", named.get("axis", 0))
    return axis


def _conv2d(
    field: Field, _record: Record, _x: Any, weight: Any, bias: Any = None, stride: Any = 1, padding: Any = 0, dilation: Any = 1,
    groups: int = 1,
) -> Field | None:
    kernel, spread = pair(shape_of(weight)[2:]), pair(dilation)
    return _window(field, kernel, pair(stride), _padding(padding, kernel, spread), spread)


def _max_pool(
    field: Field, _record: Record, _x: Any, kernel_size: Any, stride: Any = None, padding: Any = 0, dilation: Any = 1, *_: Any,
    **__: Any,
) -> Field | None:
    return _window(field, pair(kernel_size), pair(stride or kernel_size), pair(padding), pair(dilation))


def _avg_pool(
    field: Field, record: Record, x: Any, kernel_size: Any, stride: Any = None, padding: Any = 0, *_: Any, **__: Any
) -> Field | None:
    return _max_pool(field, record, x, kernel_size, stride, padding)


def _reduce(field: Field, record: Record, _x: Any, dim: Any = None, keepdim: bool = False, **_: Any) -> Field | None:  # noqa: FBT001, FBT002
    rank = len(record.inputs[0])
    gone = set(range(rank)) if dim is None else {d % rank for d in ((dim,) if isinstance(dim, int) else dim)}
    lost = [a for a in field.axes if a in gone]
    if lost and len(lost) < len(field.axes):
        return None
    axes = field.axes if keepdim else tuple(a - sum(g < a for g in gone) for a in field.axes if a not in gone)
    return (_everything(field) if lost else field)._replace(axes=axes)


def _flatten(field: Field, record: Record, _x: Any, start_dim: int = 0, end_dim: int = -1) -> Field:
    rank = len(record.inputs[0])
    start, end = start_dim % rank, end_dim % rank
    moved = {start if start <= a <= end else a - (end - start) if a > end else a for a in field.axes}
    return field._replace(axes=tuple(sorted(moved)))


def _view(field: Field, record: Record, *_: Any, **__: Any) -> Field | None:
    dims, output, places = record.inputs[0], record.output, len(field.axes)
    sides = tuple(dims[a] for a in field.axes)
    if field.axes == tuple(range(len(dims) - places, len(dims))) and output[len(output) - places :] == sides:
        return field._replace(axes=tuple(range(len(output) - places, len(output))))
    if len(output) == 2 and output[0] == dims[0]:
        return field._replace(axes=(1,))
    return None


def _permute(field: Field, record: Record, _x: Any, *dims: Any, **named: Any) -> Field:
    given = named.get("dims", dims[0] if len(dims) == 1 else dims)
    order = [d % len(record.output) for d in given]
    return field._replace(axes=tuple(sorted(order.index(a) for a in field.axes)))


def _transpose(field: Field, record: Record, x: Any, dim0: int, dim1: int) -> Field:
    order = list(range(len(record.output)))
    order[dim0], order[dim1] = order[dim1], order[dim0]
    return _permute(field, record, x, order)


def _unsqueeze(field: Field, record: Record, _x: Any, dim: int) -> Field:
    """A token axis that gets a neighbour (N×C×S → N×C×S×1) is an image of one column: still not two axes of the input."""
    new = dim % len(record.output)
    return field._replace(axes=tuple(a + (a >= new) for a in field.axes))


def _squeeze(field: Field, record: Record, _x: Any, dim: Any = None) -> Field:
    before = record.inputs[0]
    rank = len(before)
    asked = range(rank) if dim is None else [d % rank for d in ((dim,) if isinstance(dim, int) else dim)]
    gone = [a for a in asked if before[a] == 1]
    return field._replace(axes=tuple(a - sum(g < a for g in gone) for a in field.axes if a not in gone))


def _pad(field: Field, _record: Record, _x: Any, pad: Sequence[int], *_: Any, **__: Any) -> Field:
    left, top = pad[0], pad[2] if len(pad) > 2 else 0
    return field._replace(top=field.top - top * field.step_y, left=field.left - left * field.step_x)


def _split(field: Field, record: Record, *_: Any, **__: Any) -> Field | None:
    return field if all(record.inputs[0][a] == record.output[a] for a in field.axes) else None


def _adaptive(field: Field, record: Record, *_: Any, **__: Any) -> Field | None:
    return _of_adaptive_pool(field, record) if field.axes == (2, 3) else None


def _over_the_image(field: Field, *_: Any, **__: Any) -> Field:
    return field._replace(whole=True)


def _layer_norm(field: Field, record: Record, _x: Any, normalized_shape: Sequence[int], *_: Any, **__: Any) -> Field:
    return _over_last(field, record.inputs[0], len(normalized_shape))


def _softmax(field: Field, record: Record, _x: Any, dim: int | None = None, *_: Any, **__: Any) -> Field | None:
    if dim is None:
        return None
    return field._replace(whole=True) if dim % len(record.output) in field.axes else field


CALLS: dict[str, Callable[..., Field | None]] = {
    "conv2d": _conv2d, "max_pool": _max_pool, "avg_pool": _avg_pool, "adaptive_pool": _adaptive, "mean": _reduce,
    "flatten": _flatten, "view": _view, "permute": _permute, "transpose": _transpose, "unsqueeze": _unsqueeze,
    "squeeze": _squeeze, "pad": _pad, "split": _split, "group_norm": _over_the_image, "instance_norm": _over_the_image,
    "layer_norm": _layer_norm, "softmax": _softmax, "log_softmax": _softmax,
}
