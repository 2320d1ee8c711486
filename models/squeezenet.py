"""SqueezeNet 1.0 and 1.1: fire modules that squeeze the channels before the 3×3 convolutions see them.

Iandola, Han, Moskewicz, Ashraf, Dally, Keutzer: SqueezeNet: AlexNet-level accuracy with 50x fewer parameters and <0.5MB model
size, arXiv:1602.07360. Table 1 (network), Figure 1 (fire module), Figure 2 (bypass), section 5 (squeeze ratio, share of 3×3),
section 6 (simple and complex bypass). Version 1.1 is the authors' later release: a smaller first layer and earlier pools.

Fire 2 to 9 stand in three stages, a max pool before each; the pool of stages 2 and 3 is the first thing in their first fire.
A fire with e output channels has squeeze_ratio·e squeezed ones, and a share pct3x3 of the e comes from 3×3 filters.
The network has neither BatchNorm nor a fully connected layer; a last 1×1 convolution has one output a class.
The paper has no width multiplier; α rounds e and the first layer to multiples of 8 as MobileNetV2's code does.
No deviation. Table 1 prints an input of 224 px with an output of 111 px for the first layer, which follows from 227 px and no
padding (here 109 px); the max pools count a last, partial window.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import torch
from torch import Tensor, nn

from models import common, initialisation, training
from models.blocks import ChannelShuffle, SqueezeExcite, activation, make_divisible, named, repeated
from models.common import side
from models.knobs import BLOCK, NETWORK, STAGE, Knob, Scope, Value
from models.paper import BLOCKS, NAME, SIZE, SPATIAL, Column, PaperTable
from models.registry import Preset, architecture

PAPER = "SqueezeNet (arXiv:1602.07360)"

FIRES = (128, 128, 256, 256, 384, 384, 512, 512)  # Table 1, fire2 to fire9: output channels e
STAGES = ("1", "2", "3")


def stages(*counts: int) -> dict[str, dict[str, Value]]:
    """How many fires stand between the max pools, as knob values by module path; further fires are like a stage's last."""
    table: dict[str, dict[str, Value]] = {}
    fires = iter(FIRES)
    for name, count in zip(STAGES, counts, strict=True):
        widths = tuple(islice(fires, count))
        table[f"stages.{name}"] = {"repeats": count, "channels": widths[-1]}
        table.update({f"stages.{name}.{i}": {"channels": e} for i, e in enumerate(widths) if e != widths[-1]})
    return table


KNOBS = (
    common.alpha((0.25, 0.5, 0.75, 1.0), "not in the paper", "rounded to a multiple of 8"),
    common.resolution(224, (224, 227), "SqueezeNet, Table 1 (224); official code (227)"),
    Knob(
        "squeeze_ratio", "SR", "squeeze ratio", "float", 0.125, "Squeezed channels of a fire over its output channels.",
        "SqueezeNet, section 5.2, Figure 3a", minimum=0.05, maximum=1.0, step=0.005, snaps=(0.125, 0.25, 0.5, 0.75, 1.0),
    ),
    Knob(
        "pct3x3", "", "share of 3×3", "float", 0.5, "Share of a fire's output channels that comes from 3×3 filters.",
        "SqueezeNet, section 5.3, Figure 3b", minimum=0.01, maximum=0.99, step=0.01, snaps=(0.01, 0.25, 0.5, 0.75, 0.99),
    ),
    Knob(
        "bypass", "", "bypass", "choice", "none",
        "Adds a fire's input to its output: simple where both have the same channels, complex also elsewhere, by a 1×1.",
        "SqueezeNet, section 6, Figure 2", choices=("none", "simple", "complex"),
    ),
    common.slot("stem", "relu", "After the first convolution.", "SqueezeNet, section 3.3", (NETWORK,)),
    common.slot("squeeze", "relu", "After the squeeze layer.", "SqueezeNet, Figure 1"),
    common.slot("expand", "relu", "After the expand layer.", "SqueezeNet, Figure 1"),
    common.slot("depthwise", "none", "After the depthwise convolution of a separable 3×3.", "MobileNets, Figure 3"),
    common.slot("add", "none", "After the sum with the bypass.", "SqueezeNet, Figure 2"),
    common.slot("classifier", "relu", "After the last convolution.", "official code", (NETWORK,)),
    replace(common.convolution("standard", "MobileNets, Table 4"), sentence="The expand layer's 3×3: standard or separable."),
    replace(common.kernel(source="SqueezeNet, Figure 1"), title="kernel", sentence="Side of the expand layer's larger kernel."),
    common.groups(),
    common.shuffle(),
    common.se(),
    Knob(
        "stem_kernel", "", "first kernel", "choice", "7", "Side of the first layer's kernel.",
        "SqueezeNet, Table 1; README (v1.1)", choices=("3", "5", "7"), scopes=(NETWORK,),
    ),
    Knob(
        "stem_channels", "", "first channels", "int", 96, "Channels of the first layer, before the width multiplier.",
        "SqueezeNet, Table 1; README (v1.1)", minimum=8, maximum=512, step=8, snaps=(64, 96), scopes=(NETWORK,),
    ),
    common.depth(),
    common.repeats("SqueezeNet, Table 1"),
    replace(
        common.channels("SqueezeNet, Table 1"), sentence="Output channels of a fire, before the width multiplier.",
        scopes=(STAGE, BLOCK),
    ),
    common.stem(),
    common.dropout(0.5, "SqueezeNet, section 3.3"),
    common.classes(),
)


def convolution(
    in_channels: int, out_channels: int, kernel: int, act: str, *, stride: int = 1, padding: int = 0, groups: int = 1
) -> nn.Sequential:
    """Convolution with bias → activation; ``none`` leaves the last one out. N×C_in×H×W → N×C_out×H'×W'."""
    conv = nn.Conv2d(in_channels, out_channels, kernel, stride, padding, groups=groups)
    children: list[tuple[str, nn.Module]] = [("conv", conv)]
    last = activation(act)
    if last is not None:
        children.append(("act", last))
    return named(children)


class Fire(nn.Module):
    """1×1 squeeze → 1×1 and 3×3 expand side by side (Figure 1), with a bypass (Figure 2); a max pool before it where asked.

    N×C_in×H×W → N×C_out×H×W, or N×C_out×⌈(H−1)/2⌉×⌈(W−1)/2⌉ with the pool.
    """

    def __init__(self, in_channels: int, out_channels: int, block: Scope, *, pools: bool) -> None:
        super().__init__()
        squeezed = max(1, round(out_channels * block.squeeze_ratio))
        wide = min(max(1, round(out_channels * block.pct3x3)), out_channels - 1)
        narrow = out_channels - wide
        block.note("squeeze_ratio", "{0} → {1} → {2} channels", in_channels, squeezed, out_channels)
        block.note("pct3x3", "{0} of 1×1, {1} of 3×3", narrow, wide)
        separable, kernel = block.convolution == "separable", side(block.kernel)
        groups = block.divisor("groups", in_channels, squeezed, narrow, *([wide] if separable else []))
        expand = block.activation("expand")
        self.pool = nn.MaxPool2d(3, 2, ceil_mode=True) if pools else None
        self.squeeze = convolution(in_channels, squeezed, 1, block.activation("squeeze"), groups=groups)
        self.shuffle = ChannelShuffle(groups) if groups > 1 and block.shuffle else None
        self.expand1x1 = convolution(squeezed, narrow, 1, expand, groups=groups)
        self.expand3x3 = convolution(squeezed, wide, kernel, expand, padding=kernel // 2)
        if separable:
            depthwise = convolution(
                squeezed, squeezed, kernel, block.activation("depthwise"), padding=kernel // 2, groups=squeezed
            )
            self.expand3x3 = named([
                ("depthwise", depthwise), ("pointwise", convolution(squeezed, wide, 1, expand, groups=groups)),
            ])
        self.se = SqueezeExcite(out_channels, block.se) if block.se else None
        self.joins = block.bypass == "complex" or (block.bypass == "simple" and in_channels == out_channels)
        self.bypass = nn.Conv2d(in_channels, out_channels, 1) if self.joins and in_channels != out_channels else None
        self.act = activation(block.activation("add")) if self.joins else None

    def forward(self, x: Tensor) -> Tensor:
        if self.pool is not None:
            x = self.pool(x)  # N×C×H/2×W/2
        y: Tensor = self.squeeze(x)  # N×C'/8×H×W
        if self.shuffle is not None:
            y = self.shuffle(y)
        y = torch.cat((self.expand1x1(y), self.expand3x3(y)), dim=1)  # N×C'×H×W
        if self.se is not None:
            y = self.se(y)
        if self.joins:
            y = y + (x if self.bypass is None else self.bypass(x))
        return y if self.act is None else self.act(y)


PAPER_TABLE = PaperTable(
    "SqueezeNet, Table 1", rows=BLOCKS, numbered=("fire", 2), operators=SPATIAL,
    names={"stem": "conv1", "stem_pool": "maxpool1", "classifier": "conv10", "pool": "avgpool10"}, columns=(
        NAME, SIZE, Column("filter size", "kernel", "kernel", at={"stem": "stem_kernel"}), Column("stride", "stride"),
        Column("depth", "channels", "channels", at={"stem": "stem_channels", "classifier": "classes"}),
        Column("s1×1", "width:squeeze"), Column("e1×1", "width:expand1x1"), Column("e3×3", "width:expand3x3"),
        Column("SR", "", "squeeze_ratio"), Column("3×3 share", "", "pct3x3"), Column("parameters", "params"),
    ),
)


@architecture(
    name="squeezenet", title="SqueezeNet", family="SqueezeNet", year=2016, paper=PAPER, url="https://arxiv.org/abs/1602.07360",
    knobs=KNOBS, presets=(
        Preset("squeezenet1_0", "Table 1", at=stages(3, 4, 1)),
        Preset("squeezenet1_1", "official README, v1.1", {"stem_kernel": "3", "stem_channels": 64}, stages(2, 2, 4)),
    ),
    paper_table=PAPER_TABLE, initialise=initialisation.squeezenet, training=training.SQUEEZENET,
)
class SqueezeNet(nn.Module):
    """Table 1. N×3×R×R → N×classes."""

    def __init__(self, knobs: Scope) -> None:
        super().__init__()
        channels = make_divisible(knobs.stem_channels * knobs.alpha)
        knobs.note("alpha", "first layer {0} channels (multiple of 8)", channels)
        small, kernel = knobs.stem == "small", side(knobs.stem_kernel)
        stride, padding = (1, kernel // 2) if small else (2, 0)
        self.stem = convolution(3, channels, kernel, knobs.activation("stem"), stride=stride, padding=padding)
        self.stem_pool = None if small else nn.MaxPool2d(3, 2, ceil_mode=True)
        stages = []
        for name in STAGES:
            stage = knobs["stages." + name]
            fires = []
            for i in range(repeated(stage.repeats, stage.depth)):
                block = stage[i]
                out_channels = make_divisible(block.channels * stage.alpha)
                stage.note("alpha", "{0} channels at the end (multiple of 8)", out_channels)
                fires.append(Fire(channels, out_channels, block, pools=i == 0 and name != STAGES[0]))
                channels = out_channels
            stages.append((name, nn.Sequential(*fires)))
        self.stages = named(stages)
        self.dropout = nn.Dropout(knobs.dropout)
        self.classifier = nn.Conv2d(channels, knobs.classes, 1)
        self.act = activation(knobs.activation("classifier"))
        self.pool = nn.AdaptiveAvgPool2d(1)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x)  # N×96×109×109 for R = 224
        if self.stem_pool is not None:
            x = self.stem_pool(x)  # N×96×54×54
        x = self.classifier(self.dropout(self.stages(x)))  # N×classes×13×13
        if self.act is not None:
            x = self.act(x)
        y: Tensor = self.pool(x).flatten(1)  # N×classes
        return y
