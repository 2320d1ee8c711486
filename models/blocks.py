"""The few bricks every architecture of the library is built from. Tensors are N×C×H×W."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from math import ceil

import torch
from torch import Tensor, nn

ACTIVATIONS: dict[str, Callable[[], nn.Module]] = {
    "relu": lambda: nn.ReLU(inplace=True),
    "relu6": lambda: nn.ReLU6(inplace=True),
    "leaky_relu": lambda: nn.LeakyReLU(0.1, inplace=True),
    "elu": lambda: nn.ELU(inplace=True),
    "hswish": lambda: nn.Hardswish(inplace=True),
    "silu": lambda: nn.SiLU(inplace=True),
    "gelu": nn.GELU,
    "sigmoid": nn.Sigmoid,
    "hardsigmoid": nn.Hardsigmoid,
}


def activation(name: str, *, inplace: bool = True) -> nn.Module | None:
    """The activation module of that name; None for ``none``, an empty slot. Not in place where its input is used again."""
    module = None if name == "none" else ACTIVATIONS[name]()
    if isinstance(module, nn.ReLU | nn.ReLU6 | nn.LeakyReLU | nn.ELU | nn.Hardswish | nn.SiLU):
        module.inplace = inplace
    return module


def make_divisible(channels: float, divisor: int = 8) -> int:
    """Round a channel count to a multiple of ``divisor``, never more than 10 % down (MobileNetV2's official code)."""
    rounded = max(divisor, int(channels + divisor / 2) // divisor * divisor)
    return rounded if rounded >= 0.9 * channels else rounded + divisor


def repeated(repeats: int, depth: float) -> int:
    """Repeats of a stage under a depth multiplier, rounded up as EfficientNet's official code does; at least one."""
    return max(1, ceil(round(repeats * depth, 6)))


def named(children: Iterable[tuple[str, nn.Module]]) -> nn.Sequential:
    """A Sequential whose children carry the paper's own names, so that a module path reads like the paper's table."""
    return nn.Sequential(OrderedDict(children))


class ConvNormAct(nn.Sequential):
    """Convolution ("same" padding for odd kernels) → BatchNorm → activation; ``none`` leaves the last one out.

    The convolution has a bias where no BatchNorm follows, unless ``bias`` says otherwise. ``norm`` false leaves BatchNorm out;
    ``eps`` and ``momentum`` are its own. N×C_in×H×W → N×C_out×⌈H/stride⌉×⌈W/stride⌉ with the default padding.
    """

    def __init__(
        self, in_channels: int, out_channels: int, kernel: int | tuple[int, int], *, stride: int = 1, groups: int = 1,
        activation: str = "relu", padding: int | None = None, norm: bool = True, bias: bool | None = None, eps: float = 1e-5,
        momentum: float = 0.1,
    ) -> None:
        sides = (kernel, kernel) if isinstance(kernel, int) else kernel
        same = ((sides[0] - 1) // 2, (sides[1] - 1) // 2)
        children: list[tuple[str, nn.Module]] = [(
            "conv",
            nn.Conv2d(
                in_channels, out_channels, kernel, stride, same if padding is None else padding, groups=groups,
                bias=not norm if bias is None else bias,
            ),
        )]
        if norm:
            children.append(("norm", nn.BatchNorm2d(out_channels, eps, momentum)))
        if activation != "none":
            children.append(("act", ACTIVATIONS[activation]()))
        super().__init__(OrderedDict(children))


def norm_act(channels: int, act: str) -> list[tuple[str, nn.Module]]:
    """BatchNorm of ``channels`` → activation, to be named; ``none`` leaves the last one out."""
    norm, following = nn.BatchNorm2d(channels), activation(act)
    return [("norm", norm)] if following is None else [("norm", norm), ("act", following)]


def conv_norm_act(conv: nn.Module, channels: int, act: str) -> nn.Sequential:
    """Any convolution → BatchNorm of its ``channels`` → activation."""
    return named([("conv", conv), *norm_act(channels, act)])


def norm_act_conv(channels: int, act: str, conv: nn.Module) -> nn.Sequential:
    """BatchNorm of ``channels`` → activation → any convolution, the order of pre-activation and of DenseNet."""
    return named([*norm_act(channels, act), ("conv", conv)])


def spatial_convolution(
    in_channels: int, out_channels: int, kernel: int, *, kind: str, stride: int = 1, groups: int = 1, cardinality: int = 1
) -> nn.Module:
    """A k×k convolution as the knob ``convolution`` has it, N×C_in×H×W → N×C_out×⌈H/s⌉×⌈W/s⌉.

    ``standard`` (in ``cardinality`` groups), ``separable`` (depthwise and a 1×1 of ``groups`` directly behind it) or
    ``depthwise`` alone, which keeps the channels.
    """
    padding = kernel // 2
    if kind == "standard":
        return nn.Conv2d(in_channels, out_channels, kernel, stride, padding, groups=cardinality, bias=False)
    depthwise = nn.Conv2d(in_channels, in_channels, kernel, stride, padding, groups=in_channels, bias=False)
    if kind == "depthwise":
        return depthwise
    return named([("depthwise", depthwise), ("pointwise", nn.Conv2d(in_channels, out_channels, 1, groups=groups, bias=False))])


def stochastic_depth(branch: Tensor, rate: float, *, training: bool) -> Tensor:
    """In training, leaves out a residual branch for a share ``rate`` of the images and scales the others up. N×C×H×W → the same.

    Huang, Sun, Liu, Sedra, Weinberger: Deep Networks with Stochastic Depth, ECCV 2016, arXiv:1603.09382; the scaling as in
    EfficientNet's official code ("drop connect").
    """
    if not training or rate == 0:
        return branch
    kept = torch.empty((branch.shape[0], 1, 1, 1), dtype=branch.dtype, device=branch.device).bernoulli_(1 - rate)
    return branch * kept / (1 - rate)


class SqueezeExcite(nn.Module):
    """Squeeze-and-excitation: global average → 1×1 to C/r → ReLU → 1×1 to C → sigmoid → scale. N×C×H×W → N×C×H×W.

    Hu et al., Squeeze-and-Excitation Networks, CVPR 2018, Figure 3. The two fully connected layers are written as 1×1
    convolutions with bias on the N×C×1×1 descriptor, which is the same function with the same parameters and MACs.
    ``squeezed`` gives the inner width where a paper has its own rule for it; ``act`` and ``gate`` name the two activations.
    """

    def __init__(
        self, channels: int, reduction: int, *, squeezed: int | None = None, act: str = "relu", gate: str = "sigmoid"
    ) -> None:
        super().__init__()
        if squeezed is None:
            squeezed = max(1, channels // reduction)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.reduce = nn.Conv2d(channels, squeezed, 1)
        self.act = activation(act)
        self.expand = nn.Conv2d(squeezed, channels, 1)
        self.gate = activation(gate)

    def forward(self, x: Tensor) -> Tensor:
        scale: Tensor = self.reduce(self.pool(x))  # N×C/r×1×1
        if self.act is not None:
            scale = self.act(scale)
        scale = self.expand(scale)  # N×C×1×1
        if self.gate is not None:
            scale = self.gate(scale)
        return x * scale


class ChannelShuffle(nn.Module):
    """Channel shuffle: g groups of n channels become n groups of g. N×C×H×W → N×C×H×W (ShuffleNet, section 3.1)."""

    def __init__(self, groups: int) -> None:
        super().__init__()
        self.groups = groups

    def forward(self, x: Tensor) -> Tensor:
        batch, channels, height, width = x.shape
        split = x.view(batch, self.groups, channels // self.groups, height, width)
        return split.transpose(1, 2).reshape(batch, channels, height, width)

    def extra_repr(self) -> str:
        return f"groups={self.groups}"
