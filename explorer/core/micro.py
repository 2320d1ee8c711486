"""Which quantities of a single layer can be varied, and over which values: the layer's own shape in the middle.

The micro-benchmark of a convolution or linear layer (``explorer.measure.micro``). Knows no torch; the window asks it what to
offer. Sources: ShuffleNet V2 (arXiv:1807.11164), G1 and G2, vary channels and groups of single layers so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import gcd
from typing import Any

from explorer.core.errors import BadInput

GROUPS, CHANNELS, KERNEL = "groups", "channels", "kernel"
OVER: dict[str, str] = {  # what is varied: how it is called
    GROUPS: "groups g", CHANNELS: "channels in → out", KERNEL: "kernel side",
}
CONVOLUTION, LINEAR = "Conv2d", "Linear"
FACTORS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)  # of the layer's own channels
STEPS = (-4, -2, 0, 2, 4)  # on the layer's own kernel side
MOST = 9  # variants: each waits for all the others


@dataclass(frozen=True)
class Layer:
    """A convolution's or linear layer's shape; ``size`` is height and width of its input, ``padding`` what is added around it.

    A linear layer has a kernel of 1×1 on 1×1 and one group; ``rows`` vectors an image pass it.
    """

    type: str
    inputs: int
    outputs: int
    kernel: tuple[int, int] = (1, 1)
    stride: tuple[int, int] = (1, 1)
    padding: tuple[int, int] = (0, 0)
    dilation: tuple[int, int] = (1, 1)
    groups: int = 1
    bias: bool = False
    size: tuple[int, int] = (1, 1)
    rows: int = 1

    @property
    def output_size(self) -> tuple[int, int]:
        """Height and width of the output."""
        first, second = (
            (s + 2 * p - d * (k - 1) - 1) // step + 1
            for s, p, d, k, step in zip(self.size, self.padding, self.dilation, self.kernel, self.stride, strict=True)
        )
        return first, second

    @property
    def macs(self) -> int:
        """Multiply-accumulates for one image."""
        height, width = self.output_size
        return self.rows * self.params_of_weight * height * width

    @property
    def params_of_weight(self) -> int:
        """Elements of the weight."""
        return self.inputs // self.groups * self.outputs * self.kernel[0] * self.kernel[1]

    @property
    def params(self) -> int:
        """Learnable elements."""
        return self.params_of_weight + (self.outputs if self.bias else 0)

    def access(self, batch: int = 1) -> int:
        """Elements read and written once each: input, parameters, output (ShuffleNet V2, G1)."""
        height, width = self.output_size
        per_image = self.rows * (self.inputs * self.size[0] * self.size[1] + self.outputs * height * width)
        return batch * per_image + self.params


def is_layer(row: Mapping[str, Any]) -> bool:
    """Whether a layer row of an analysis can be varied."""
    return bool(row["runs"]) and row["type"] in (CONVOLUTION, LINEAR)


def quantities(row: Mapping[str, Any]) -> list[str]:
    """What can be varied of a layer row: nothing of what is no convolution or linear layer."""
    if not is_layer(row):
        return []
    return [CHANNELS] if row["type"] == LINEAR else list(OVER)


def variants(layer: Layer, over: object) -> list[tuple[str, Layer]]:
    """(value in words, shape) in ascending order, the layer's own among them. Raises BadInput for what cannot be varied."""
    if not isinstance(over, str) or over not in OVER:
        raise BadInput("--over {0} is not allowed; allowed: {1}", over, ", ".join(OVER))
    if layer.type == LINEAR and over != CHANNELS:
        raise BadInput("a linear layer has no {0}; allowed: {1}", over, CHANNELS)
    found = {GROUPS: _over_groups, CHANNELS: _over_channels, KERNEL: _over_kernel}[over](layer)
    if len(found) < 2:
        raise BadInput("nothing but the layer's own shape is possible over {0}: {1}", over, found[0][0] if found else "–")
    return found


def _over_groups(layer: Layer) -> list[tuple[str, Layer]]:
    """Divisors of both channel counts: at most ``MOST`` of them, 1, the layer's own and the largest always among them."""
    common = gcd(layer.inputs, layer.outputs)
    divisors = [g for g in range(1, common + 1) if common % g == 0]
    kept = {1, layer.groups, common}
    for g in (*(2**i for i in range(1, 16)), 3, *divisors):  # ShuffleNet's 1, 2, 3, 4, 8 before the others
        if g in divisors and len(kept) < MOST:
            kept.add(g)
    return [(str(g), replace(layer, groups=g)) for g in sorted(kept)]


def _over_channels(layer: Layer) -> list[tuple[str, Layer]]:
    """Both channel counts by the same factor, in multiples of the groups; a depthwise layer's groups go with them."""
    depthwise = layer.groups == layer.inputs and layer.groups > 1
    found: dict[tuple[int, int], Layer] = {}
    for factor in FACTORS:
        unit = 1 if depthwise else layer.groups
        inputs, outputs = (max(unit, round(n * factor / unit) * unit) for n in (layer.inputs, layer.outputs))
        if depthwise:
            outputs = inputs * (layer.outputs // layer.inputs)
        found[inputs, outputs] = replace(layer, inputs=inputs, outputs=outputs, groups=inputs if depthwise else layer.groups)
    return [(f"{inputs} → {outputs}", found[inputs, outputs]) for inputs, outputs in sorted(found)]


def _over_kernel(layer: Layer) -> list[tuple[str, Layer]]:
    """The sides that are longer than 1, both of a 1×1, by the same step; the padding with them, so that the output stays."""
    moves = tuple(k > 1 for k in layer.kernel) if max(layer.kernel) > 1 else (True, True)
    found = []
    for step in STEPS:
        kernel = tuple(k + step if moving else k for k, moving in zip(layer.kernel, moves, strict=True))
        padding = tuple(
            max(p + d * step // 2, 0) if moving else p
            for p, d, moving in zip(layer.padding, layer.dilation, moves, strict=True)
        )
        each = replace(layer, kernel=(kernel[0], kernel[1]), padding=(padding[0], padding[1]))
        if min(kernel) >= 1 and min(each.output_size) >= 1:
            words = str(kernel[0]) if kernel[0] == kernel[1] else f"{kernel[0]}×{kernel[1]}"
            found.append((words, each))
    return found
