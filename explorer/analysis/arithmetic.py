"""Shape arithmetic of the operations: windows, broadcasting, reshaping. Raises BadInput where the shapes do not fit."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, prod

from explorer.core.errors import BadInput

Dims = tuple[int, ...]


def pair(value: int | Sequence[int]) -> tuple[int, int]:
    """A kernel, stride or padding given once or per axis."""
    if isinstance(value, int):
        return value, value
    return (value[0], value[0]) if len(value) == 1 else (value[0], value[1])


def window(size: int, kernel: int, stride: int, padding: int, dilation: int = 1, *, ceil_mode: bool = False) -> int:
    """Output side of a sliding window, as torch computes it."""
    span = size + 2 * padding - dilation * (kernel - 1) - 1
    if span < 0 and not (ceil_mode and span > -stride):  # rounding up, a first window may be partial
        raise BadInput(
            "a {0}-wide window does not fit an input {1} px wide (padding {2}): the input resolution is too small here",
            dilation * (kernel - 1) + 1, size, padding,
        )
    if not ceil_mode:
        return span // stride + 1
    out = ceil(span / stride) + 1
    return out - 1 if (out - 1) * stride >= size + padding else out  # the last window must start inside the input


def broadcast(*shapes: Dims) -> Dims:
    """The common shape of an element-wise operation."""
    if len(shapes) == 2 and shapes[0] == shapes[1]:
        return shapes[0]
    rank = max(len(s) for s in shapes)
    out = []
    for axis in range(-rank, 0):
        sides = {s[axis] for s in shapes if len(s) >= -axis} - {1}
        if len(sides) > 1:
            raise BadInput("shapes {0} do not fit together", " and ".join(map(str, shapes)))
        out.append(sides.pop() if sides else 1)
    return tuple(out)


def reshaped(dims: Dims, wanted: Sequence[int]) -> Dims:
    """The shape asked for, with one −1 filled in."""
    total = prod(dims)
    out = tuple(wanted)
    if -1 in out:
        known = -prod(out)
        out = tuple([(total // known if known else 0) if s == -1 else s for s in out])
    if prod(out) != total:
        raise BadInput("shape {0} cannot be viewed as {1}", dims, tuple(wanted))
    return out


def flattened(dims: Dims, start: int = 0, end: int = -1) -> Dims:
    """Dimensions ``start`` to ``end`` joined into one."""
    start, end = start % len(dims), end % len(dims)
    return (*dims[:start], prod(dims[start : end + 1]), *dims[end + 1 :])


def reduced(dims: Dims, axes: int | Sequence[int] | None, *, keepdim: bool) -> Dims:
    """The shape after a reduction over ``axes`` (all of them where None)."""
    if axes is None:
        return tuple(1 for _ in dims) if keepdim else ()
    gone = {a % len(dims) for a in ((axes,) if isinstance(axes, int) else axes)}
    return tuple(1 if i in gone else s for i, s in enumerate(dims) if keepdim or i not in gone)


def concatenated(shapes: Sequence[Dims], axis: int) -> Dims:
    """Shapes joined along ``axis``; all other sides must agree."""
    first = shapes[0]
    axis %= len(first)
    for other in shapes[1:]:
        if other[:axis] + other[axis + 1 :] != first[:axis] + first[axis + 1 :]:
            raise BadInput("shapes {0} cannot be concatenated along dimension {1}", " and ".join(map(str, shapes)), axis)
    return (*first[:axis], sum(s[axis] for s in shapes), *first[axis + 1 :])
