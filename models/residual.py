"""What ResNet, ResNeXt and SENet share: the frame of the network, the shortcut, the bottleneck block and the knobs of all three.

He, Zhang, Ren, Sun: Deep Residual Learning for Image Recognition, CVPR 2016, arXiv:1512.03385. Table 1 (network), section 3.3
and Table 3 (shortcuts A, B, C; none is the plain network of Table 2), Figure 5 (blocks). The same: Identity Mappings in Deep
Residual Networks, ECCV 2016, arXiv:1603.05027. Figure 1b and section 4.1 (pre-activation), appendix (first and last unit).

With pre-activation BatchNorm and activation stand before each convolution, nothing follows the sum, the first block takes the
stem's output as it is, and BatchNorm and activation follow the last block. Where the shape changes, the shortcut starts behind
the block's first activation and its projection has no BatchNorm (both as in the authors' resnet-1k-layers).
A separable convolution is the depthwise one and a 1×1 directly behind it, with one BatchNorm, as in Xception.
No deviation in what the papers draw; what each network adds stands in its own file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from models import common, paper
from models.blocks import (
    ChannelShuffle,
    ConvNormAct,
    SqueezeExcite,
    activation,
    conv_norm_act,
    make_divisible,
    named,
    norm_act,
    norm_act_conv,
    repeated,
    spatial_convolution,
)
from models.common import side
from models.knobs import NETWORK, Knob, Scope, Value
from models.paper import NAME, SIZE, SPATIAL, Column, PaperTable
from models.registry import rows

RESNET = "ResNet (arXiv:1512.03385)"
PREACTIVATION = "Identity Mappings (arXiv:1603.05027)"

STAGES = {  # Table 1: the width of conv2_x to conv5_x; max pool or first block halve the image
    #     c   s
    "2": (64, "1"),
    "3": (128, "2"),
    "4": (256, "2"),
    "5": (512, "2"),
}
TABLE = rows("stages", ("channels", "stride"), STAGES)
EXPANSION = 4  # Figure 5, right: 64 → 256 channels
DEPTHS = {  # Table 1: blocks of conv2_x to conv5_x
    18: (2, 2, 2, 2),
    34: (3, 4, 6, 3),
    50: (3, 4, 6, 3),
    101: (3, 4, 23, 3),
    152: (3, 8, 36, 3),
}


def depths(layers: int) -> dict[str, dict[str, Value]]:
    """The repeats of Table 1's column for a network of so many layers."""
    return {f"stages.{name}": {"repeats": n} for name, n in zip(STAGES, DEPTHS[layers], strict=True)}


def paper_table(source: str, *own: Column) -> PaperTable:
    """Table 1 of all three papers, with a family's own columns."""
    names = {"stem": "conv1", "stem_pool": "max pool", "stages": "conv{0}_x", "pool": "average pool", "classifier": "fc"}
    columns = (
        NAME, SIZE, Column("block", "content"), paper.repeats("×"), Column("channels", "channels"),
        Column("c", "", "channels", at={"stem": "stem_channels", "classifier": "classes"}), *own, paper.stride(),
    )
    return PaperTable(source, columns, names=names, operators=SPATIAL)


def knobs(*own: Knob, dropout: tuple[float, str] = (0.0, "none in the paper"), se: int = 0) -> tuple[Knob, ...]:
    """A family's own knobs among those that all residual networks have."""
    return (
        common.alpha((0.25, 0.5, 0.75, 1.0, 2.0), "not in the paper", "rounded to a multiple of 8"),
        common.resolution(224, (128, 160, 192, 224, 288, 320), RESNET + ", section 3.4"),
        *own,
        Knob(
            "stride_on", "", "stride on", "choice", "3x3",
            "Which convolution of a bottleneck strides: the 1×1 as in the paper, or the 3×3 as in torchvision (\"v1.5\").",
            RESNET + ", Table 1; arXiv:1611.05431, section 4", choices=("1x1", "3x3"),
        ),
        Knob(
            "order", "", "activation order", "choice", "post",
            "BatchNorm and activation after each convolution (post) or before it (pre).",
            PREACTIVATION + ", Figure 1", choices=("post", "pre"), scopes=(NETWORK,),
        ),
        Knob(
            "shortcut", "", "shortcut", "choice", "B",
            "A pads with zeros where the shape changes, B projects there, C everywhere; D strides by an average pool before it.",
            RESNET + ", section 4.1, Table 3; D: arXiv:1812.01187, Figure 2c; none: the plain network of Table 2",
            choices=("A", "B", "C", "D", "none"),
        ),
        replace(
            common.convolution("standard", "Xception, section 1.2; MobileNets, Table 4"),
            sentence="The k×k convolution: standard, depthwise separable, or depthwise alone (the block's 1×1 layers mix).",
            choices=("standard", "separable", "depthwise"),
        ),
        common.groups(),
        common.shuffle(),
        common.slot("stem", "relu", "After the stem's convolution.", RESNET + ", section 3.4", (NETWORK,)),
        common.slot("reduce", "relu", "Between a bottleneck's first 1×1 and its 3×3.", RESNET + ", Figure 5"),
        common.slot("spatial", "relu", "After the 3×3 (the first one of a basic block).", RESNET + ", Figure 5"),
        common.slot("expand", "none", "After the last convolution, before the sum; not in pre order.", RESNET + ", Figure 2"),
        common.slot(
            "add", "relu", "After the sum; in pre order where a block's branch starts.", RESNET + ", Figure 2",
        ),
        common.se(se),
        replace(common.kernel(source=RESNET + ", Table 1 (3)"), title="kernel", sentence="Side of a block's spatial kernel."),
        common.depth(),
        common.repeats(RESNET + ", Table 1", maximum=48),
        replace(
            common.channels(RESNET + ", Table 1"), maximum=1024,
            sentence="Width of this stage before the width multiplier, conv2_x's 64; a bottleneck gives out 4 times as many.",
        ),
        common.stride(RESNET + ", Table 1"),
        replace(
            common.stem(), choices=("imagenet", "deep", "small"),
            sentence="7×7 and max pool, both stride 2; deep: three 3×3 for the 7×7; small: a 3×3 that keeps the size.",
            source=RESNET + ", Table 1; SENet, appendix (three 3×3)",
        ),
        Knob(
            "stem_channels", "", "stem channels", "int", 64, "Channels of the stem, before the width multiplier.",
            RESNET + ", Table 1", minimum=8, maximum=512, step=8, snaps=(64, 128), scopes=(NETWORK,),
        ),
        common.dropout(*dropout),
        common.classes(),
    )


@dataclass(frozen=True)
class Place:
    """Where a block stands: channels coming in, width of its stage (α applied), stride, pre-activation, first of all or not."""

    in_channels: int
    width: int
    stride: int
    pre: bool
    first: bool


class ZeroPad(nn.Module):
    """Shortcut A: every s-th pixel, and zeros for the channels that are new. N×C×H×W → N×C'×⌈H/s⌉×⌈W/s⌉."""

    def __init__(self, added: int, stride: int) -> None:
        super().__init__()
        self.added, self.stride = added, stride

    def forward(self, x: Tensor) -> Tensor:
        return F.pad(x[:, :, :: self.stride, :: self.stride], (0, 0, 0, 0, 0, self.added))


class Residual(nn.Module):
    """A branch and the shortcut around it (Figure 2). Subclasses build the branch between ``__init__`` and ``close``."""

    def __init__(self, place: Place, block: Scope) -> None:
        super().__init__()
        self.pre = None
        if place.pre and not place.first:
            self.pre = named(norm_act(place.in_channels, block.activation("add")))

    def close(self, place: Place, out_channels: int, block: Scope) -> None:
        """Shortcut, and the activation behind the sum."""
        self.out_channels = out_channels
        added, stride = out_channels - place.in_channels, place.stride
        shortcut = block.shortcut if added >= 0 else block.among(
            "shortcut", ("B", "C", "D", "none"), "zeros cannot fill {0} channels up to {1}", place.in_channels, out_channels
        )
        self.joins = shortcut != "none"
        self.project: nn.Module | None = None
        pools = shortcut == "D" and stride != 1
        if shortcut == "C" or (shortcut in "BD" and (stride != 1 or added)):
            kernel = 1 if stride == 1 or pools else self.strided_projection(block)
            conv = nn.Conv2d(place.in_channels, out_channels, kernel, 1 if pools else stride, kernel // 2, bias=False)
            pool = [("pool", nn.AvgPool2d(2, 2, ceil_mode=True, count_include_pad=False))] if pools else []
            norm = [] if place.pre else norm_act(out_channels, "none")
            self.project = named([*pool, ("conv", conv), *norm]) if pool or norm else conv
        elif shortcut == "A" and (stride != 1 or added):
            self.project = ZeroPad(added, stride)
        # without a sum the branch's own activation still needs its output, so this one must not overwrite it
        self.act = None if place.pre else activation(block.activation("add"), inplace=self.joins)

    def strided_projection(self, block: Scope) -> int:
        """Kernel of a projection that strides (section 3.3: 1×1; SENet-154 has another)."""
        return 1

    def join(self, x: Tensor, active: Tensor, y: Tensor) -> Tensor:
        """The sum of branch y and shortcut, activated; ``active`` is x behind the pre-activation. N×C'×H/s×W/s → the same."""
        if self.joins:
            y = y + (x if self.project is None else self.project(active))
        return y if self.act is None else self.act(y)


class Bottleneck(Residual):
    """1×1 → k×k → 1×1 through ``widths`` = channels behind each (Figure 5, right). N×C_in×H×W → N×C_out×⌈H/s⌉×⌈W/s⌉.

    ``placement`` of the SE is SENet's; elsewhere the SE ends the branch.
    """

    def __init__(
        self, place: Place, widths: tuple[int, int, int], block: Scope, *, cardinality: int = 1, placement: str = "standard"
    ) -> None:
        super().__init__(place, block)
        in_channels, pre, kind = place.in_channels, place.pre, block.convolution
        reduced, width, out_channels = widths
        if kind == "depthwise":
            width = reduced
        block.note("convolution", "{0} → {1} → {2} → {3} channels", in_channels, reduced, width, out_channels)
        groups = block.divisor("groups", in_channels, reduced, width, out_channels)
        on_1x1 = place.stride != 1 and block.stride_on == "1x1"
        strides = (place.stride, 1) if on_1x1 else (1, place.stride)
        after_reduce, after_spatial = block.activation("reduce"), block.activation("spatial")
        first = nn.Conv2d(in_channels, reduced, 1, strides[0], groups=groups, bias=False)
        second = spatial_convolution(
            reduced, width, side(block.kernel), stride=strides[1], kind=kind, groups=groups, cardinality=cardinality
        )
        third = nn.Conv2d(width, out_channels, 1, groups=groups, bias=False)
        shuffles = groups > 1 and block.shuffle
        if pre:
            self.reduce = named([("conv", first)])  # its BatchNorm and activation are self.pre
            self.shuffle = ChannelShuffle(groups) if shuffles else None
            self.spatial = norm_act_conv(reduced, after_reduce, second)
            self.expand = norm_act_conv(width, after_spatial, third)
        else:
            self.reduce = conv_norm_act(first, reduced, after_reduce)
            self.shuffle = ChannelShuffle(groups) if shuffles else None
            self.spatial = conv_norm_act(second, width, after_spatial)
            self.expand = conv_norm_act(third, out_channels, block.activation("expand"))
        described = {"pre": in_channels, "3x3": width}.get(placement, out_channels)
        self.se = SqueezeExcite(described, block.se) if block.se else None
        self.close(place, out_channels, block)

    def forward(self, x: Tensor) -> Tensor:
        active: Tensor = x if self.pre is None else self.pre(x)  # N×4C×H×W
        y: Tensor = self.reduce(active)  # N×C×H×W
        if self.shuffle is not None:
            y = self.shuffle(y)
        y = self.expand(self.spatial(y))  # N×4C×H/s×W/s
        if self.se is not None:
            y = self.se(y)
        return self.join(x, active, y)


class ResidualNet(nn.Module):
    """Stem, four stages of residual blocks, global average, classifier (Table 1). N×3×R×R → N×classes."""

    def __init__(self, knobs: Scope, block: Callable[[Place, Scope], Residual], *, ceil_pool: bool = False) -> None:
        super().__init__()
        channels = make_divisible(knobs.stem_channels * knobs.alpha)
        knobs.note("alpha", "stem {0} channels (multiple of 8)", channels)
        self.stem = stem(channels, knobs)
        self.stem_pool = None
        if knobs.stem != "small":
            self.stem_pool = nn.MaxPool2d(3, 2, padding=0, ceil_mode=True) if ceil_pool else nn.MaxPool2d(3, 2, padding=1)
        pre = knobs.order == "pre"
        stages: list[tuple[str, nn.Module]] = []
        for name in STAGES:
            stage = knobs["stages." + name]
            width = make_divisible(stage.channels * stage.alpha)
            stage.note("alpha", "width {0} ({1} × {2}, multiple of 8)", width, stage.channels, stage.alpha)
            blocks: list[nn.Module] = []
            for i in range(repeated(stage.repeats, stage.depth)):
                stride = side(stage.stride) if i == 0 else 1
                built = block(Place(channels, width, stride, pre=pre, first=not stages and i == 0), stage[i])
                channels = built.out_channels
                blocks.append(built)
            stages.append((name, nn.Sequential(*blocks)))
        self.stages = named(stages)
        self.last = named(norm_act(channels, knobs.activation("add"))) if pre else None
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(knobs.dropout)
        self.classifier = nn.Linear(channels, knobs.classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x)  # N×64×R/2×R/2
        if self.stem_pool is not None:
            x = self.stem_pool(x)  # N×64×R/4×R/4
        x = self.stages(x)  # N×2048×R/32×R/32, of basic blocks N×512
        if self.last is not None:
            x = self.last(x)
        x = self.pool(x).flatten(1)  # N×2048
        y: Tensor = self.classifier(self.dropout(x))
        return y


def stem(channels: int, knobs: Scope) -> nn.Module:
    """One convolution, or the deep stem's three through half the channels. N×3×R×R → N×C×R/2×R/2 (small: N×C×R×R)."""
    act = knobs.activation("stem")
    if knobs.stem == "imagenet":
        return ConvNormAct(3, channels, 7, stride=2, activation=act)
    if knobs.stem == "small":
        return ConvNormAct(3, channels, 3, activation=act)
    half = channels // 2
    return named([
        ("1", ConvNormAct(3, half, 3, stride=2, activation=act)), ("2", ConvNormAct(half, half, 3, activation=act)),
        ("3", ConvNormAct(half, channels, 3, activation=act)),
    ])
