"""DenseNet: every layer reads the features of all layers before it in its block.

Huang, Liu, van der Maaten, Weinberger: Densely Connected Convolutional Networks, CVPR 2017, arXiv:1608.06993. Table 1
(networks), section 3 (composite function, bottleneck layers of 4k channels, growth rate k, compression θ, 2k channels in the
stem), Figure 1.

Stages are the table's dense blocks 1 to 4; the transition behind a block is the last place of its stage. A layer joins its
inputs itself (x_l = H_l([x_0, …, x_{l-1}]), equation 2), so the graph shows the dense connections; the end of a stage joins all.
DenseNet-161 (k = 48) is the authors' released network, 264 the paper's with k = 32 (timm's densenet264 has 48).
A width multiplier is not in the paper: α multiplies k, rounded to a whole number. SE weighs a layer's k new channels, or what a
transition's 1×1 gives out. A separable convolution is the depthwise one and a 1×1 directly behind it.
No deviation: torchvision's network. The paper's dropout behind each convolution is for its small data sets only, and not here.
"""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor, nn

from models import common, initialisation, paper, training
from models.blocks import (
    ChannelShuffle,
    ConvNormAct,
    SqueezeExcite,
    named,
    norm_act,
    norm_act_conv,
    repeated,
    spatial_convolution,
)
from models.common import side
from models.knobs import NETWORK, Knob, Scope
from models.paper import NAME, SIZE, SPATIAL, Column, PaperTable
from models.registry import Preset, architecture

PAPER = "DenseNet (arXiv:1608.06993)"

DEPTHS = {  # Table 1: layers of dense blocks 1 to 4
    121: (6, 12, 24, 16),
    161: (6, 12, 36, 24),
    169: (6, 12, 32, 32),
    201: (6, 12, 48, 32),
    264: (6, 12, 64, 48),
}
STAGES = ("1", "2", "3", "4")
PRESETS = [
    Preset(
        f"densenet{layers}", "authors' README, k = 48" if layers == 161 else "Table 1, k = 32",
        {"growth": 48 if layers == 161 else 32},
        {f"stages.{name}": {"repeats": n} for name, n in zip(STAGES, depths, strict=True)},
    )
    for layers, depths in DEPTHS.items()
]

KNOBS = (
    common.alpha((0.25, 0.5, 0.75, 1.0), "not in the paper", "k is rounded to a whole number"),
    common.resolution(224, (128, 160, 192, 224, 288), "DenseNet, section 4.2"),
    Knob(
        "growth", "k", "growth rate", "int", 32, "Channels that each layer adds; the stem has 2k.",
        PAPER + ", section 3, Table 1", minimum=1, maximum=96, snaps=(12, 24, 32, 40, 48),
    ),
    Knob(
        "compression", "θ", "compression", "float", 0.5, "Share of the channels that a transition lets through; 1 is DenseNet-B.",
        PAPER + ", section 3 (0.5)", minimum=0.1, maximum=1.0, step=0.05, snaps=(0.5, 1.0),
    ),
    Knob(
        "bottleneck", "", "bottleneck", "int", 4, "Width of the 1×1 before a layer's 3×3, in k; off is a layer without the 1×1.",
        PAPER + ", section 3 (DenseNet-B: 4)", minimum=1, maximum=8, snaps=(1, 2, 4), special={0: "off"},
    ),
    common.convolution("standard", "Xception, section 1.2; MobileNets, Table 4"),
    common.groups(),
    common.shuffle(where="after each grouped 1×1 convolution but the separable one's"),
    common.slot("stem", "relu", "After the stem's convolution.", PAPER + ", Table 1", (NETWORK,)),
    common.slot("pre", "relu", "Before the first convolution of a layer or a transition.", PAPER + ", section 3"),
    common.slot("bottleneck", "relu", "Between the 1×1 and the 3×3.", PAPER + ", section 3"),
    common.slot("last", "relu", "After the last BatchNorm.", PAPER + ", section 3", (NETWORK,)),
    common.se(),
    replace(common.kernel(source=PAPER + ", Table 1 (3)"), title="kernel", sentence="Side of a layer's spatial kernel."),
    common.depth(),
    common.repeats(PAPER + ", Table 1", maximum=64),
    common.stem(),
    common.dropout(0.0, "none on ImageNet"),
    common.classes(),
)


class DenseLayer(nn.Module):
    """H_l: BatchNorm → ReLU → 1×1 to 4k → BatchNorm → ReLU → 3×3 to k. A list of N×k_i×H×W, m channels in all → N×k×H×W."""

    def __init__(self, in_channels: int, growth: int, block: Scope) -> None:
        super().__init__()
        bottleneck, kind = block.bottleneck, block.convolution
        width = bottleneck * growth if bottleneck else in_channels
        block.note("growth", "{0} → {1} → {2} channels", in_channels, width, growth)
        pointwise = ([in_channels, width] if bottleneck else []) + ([width, growth] if kind == "separable" else [])
        groups = block.divisor("groups", *pointwise) if pointwise else 1
        self.reduce: nn.Module | None = None
        self.shuffle: nn.Module | None = None
        if bottleneck:
            conv = nn.Conv2d(in_channels, width, 1, groups=groups, bias=False)
            self.reduce = norm_act_conv(in_channels, block.activation("pre"), conv)
            self.shuffle = ChannelShuffle(groups) if groups > 1 and block.shuffle else None
        spatial = spatial_convolution(width, growth, side(block.kernel), kind=kind, groups=groups)
        self.spatial = norm_act_conv(width, block.activation("bottleneck" if bottleneck else "pre"), spatial)
        self.se = SqueezeExcite(growth, block.se) if block.se else None

    def forward(self, features: list[Tensor]) -> Tensor:
        y: Tensor = torch.cat(features, dim=1)  # N×m×H×W
        if self.reduce is not None:
            y = self.reduce(y)  # N×4k×H×W
        if self.shuffle is not None:
            y = self.shuffle(y)
        y = self.spatial(y)  # N×k×H×W
        return y if self.se is None else self.se(y)


class Transition(nn.Module):
    """BatchNorm → ReLU → 1×1 to θm → 2×2 average pool. N×m×H×W → N×⌊θm⌋×⌊H/2⌋×⌊W/2⌋."""

    def __init__(self, in_channels: int, out_channels: int, block: Scope) -> None:
        super().__init__()
        groups = block.divisor("groups", in_channels, out_channels)
        conv = nn.Conv2d(in_channels, out_channels, 1, groups=groups, bias=False)
        self.reduce = norm_act_conv(in_channels, block.activation("pre"), conv)
        self.shuffle = ChannelShuffle(groups) if groups > 1 and block.shuffle else None
        self.se = SqueezeExcite(out_channels, block.se) if block.se else None
        self.pool = nn.AvgPool2d(2, 2)

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.reduce(x)  # N×θm×H×W
        if self.shuffle is not None:
            y = self.shuffle(y)
        if self.se is not None:
            y = self.se(y)
        pooled: Tensor = self.pool(y)  # N×θm×H/2×W/2
        return pooled


class DenseBlock(nn.Module):
    """Dense layers, and behind all blocks but the last a transition (Figure 2). N×C×H×W → N×C'×H×W, halved by a transition."""

    def __init__(self, layers: list[DenseLayer], transition: Transition | None) -> None:
        super().__init__()
        for i, layer in enumerate(layers):
            self.add_module(str(i), layer)
        self.transition = transition

    def forward(self, x: Tensor) -> Tensor:
        features = [x]
        for layer in self.children():
            if layer is not self.transition:
                features.append(layer(features))  # N×k×H×W
        y = torch.cat(features, dim=1)  # N×(C + nk)×H×W
        return y if self.transition is None else self.transition(y)


def growth_rate(place: Scope, stage: Scope) -> int:
    """k here under the α that holds there, rounded half up."""
    return max(1, int(place.growth * stage.alpha + 0.5))


PAPER_TABLE = PaperTable(
    PAPER + ", Table 1", operators=SPATIAL, names={
        "stem": "convolution", "stem_pool": "pooling", "stages": "dense block ({0})", "classifier": "classification",
    }, columns=(
        NAME, SIZE, Column("of a layer", "content"), paper.repeats("layers"), Column("k", "", "growth"),
        Column("channels", "channels", at={"classifier": "classes"}), Column("θ", "", "compression", of=("transition",)),
    ),
)


@architecture(
    name="densenet", title="DenseNet", family="DenseNet", year=2016, paper=PAPER, url="https://arxiv.org/abs/1608.06993",
    knobs=KNOBS, presets=PRESETS,
    paper_table=PAPER_TABLE, initialise=initialisation.he_fan_in, training=training.DENSENET,
)
class DenseNet(nn.Module):
    """Table 1. N×3×R×R → N×classes."""

    def __init__(self, knobs: Scope) -> None:
        super().__init__()
        channels = 2 * growth_rate(knobs, knobs)
        knobs.note("alpha", "stem {0} channels (2k)", channels)
        small, act = knobs.stem == "small", knobs.activation("stem")
        self.stem = ConvNormAct(3, channels, 3 if small else 7, stride=1 if small else 2, activation=act)
        self.stem_pool = None if small else nn.MaxPool2d(3, 2, padding=1)
        stages: list[tuple[str, nn.Module]] = []
        for name in STAGES:
            stage = knobs["stages." + name]
            layers = []
            for i in range(repeated(stage.repeats, stage.depth)):
                growth = growth_rate(stage[i], stage)
                layers.append(DenseLayer(channels, growth, stage[i]))
                channels += growth
            stage.note("alpha", "{0} channels behind the dense layers", channels)
            transition = None
            if name != STAGES[-1]:
                block, joined = stage["transition"], channels
                channels = max(1, int(joined * block.compression))
                block.note("compression", "{0} → {1} channels", joined, channels)
                transition = Transition(joined, channels, block)
            stages.append((name, DenseBlock(layers, transition)))
        self.stages = named(stages)
        self.last = named(norm_act(channels, knobs.activation("last")))
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(knobs.dropout)
        self.classifier = nn.Linear(channels, knobs.classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x)  # N×2k×R/2×R/2
        if self.stem_pool is not None:
            x = self.stem_pool(x)  # N×2k×R/4×R/4
        x = self.last(self.stages(x))  # N×1024×R/32×R/32 of 121 layers
        x = self.pool(x).flatten(1)  # N×1024
        y: Tensor = self.classifier(self.dropout(x))
        return y
