"""EfficientNet B0 to B7: one network scaled in width, depth and resolution together.

Tan, Le: EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks, ICML 2019, arXiv:1905.11946. Table 1 (B0),
section 3.3 (compound scaling), section 4 (SiLU, squeeze-and-excitation, dropout growing with the model).

φ stands for the coefficients of the official builder (its rounded values, not 1.2^φ, 1.1^φ and 1.15^φ themselves); width (α),
depth, resolution and dropout that the user sets stand above what φ gives, so the three can be tried apart. Channels are
multiples of 8, repeats are rounded up. Squeeze-and-excitation works on the expanded tensor, its inner width is a quarter of
the block's *input* channels (official code).
BatchNorm has ε = 0.001 and momentum 0.01 from φ = 5 on and torch's own below, as the well-known PyTorch code (torchvision) and
its weights have it; the official code has the former throughout.
Stochastic depth (``drop_path``) grows from 0 at the first block to its rate behind the last, as in the official code; it acts
in training alone.
DEVIATION: strided convolutions pad evenly on both sides, TensorFlow's "same" pads one side only where the input is even.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from torch import Tensor, nn

from models import common, initialisation, paper, training
from models.blocks import (
    ChannelShuffle,
    ConvNormAct,
    SqueezeExcite,
    activation,
    make_divisible,
    named,
    repeated,
    stochastic_depth,
)
from models.common import side
from models.knobs import NETWORK, Knob, Scope, Value
from models.paper import OPERATOR, SPATIAL, Column, PaperTable
from models.registry import Preset, architecture, rows

PAPER = "EfficientNet (arXiv:1905.11946)"

STAGES = {  # Table 1, the MBConv rows
    #     k   t   c   n   s
    "2": ("3", 1, 16, 1, "1"),
    "3": ("3", 6, 24, 2, "2"),
    "4": ("5", 6, 40, 2, "2"),
    "5": ("3", 6, 80, 3, "2"),
    "6": ("5", 6, 112, 3, "1"),
    "7": ("5", 6, 192, 4, "2"),
    "8": ("3", 6, 320, 1, "1"),
}
DEFAULTS = {"kernel": "3", "expansion": 6}  # where a row says no other, the network's own knob decides
TABLE = {
    path: {name: value for name, value in row.items() if DEFAULTS.get(name) != value}
    for path, row in rows("stages", ("kernel", "expansion", "channels", "repeats", "stride"), STAGES).items()
}

COEFFICIENTS = {  # official builder
    # φ  width depth  R  dropout
    0: (1.0, 1.0, 224, 0.2),
    1: (1.0, 1.1, 240, 0.2),
    2: (1.1, 1.2, 260, 0.3),
    3: (1.2, 1.4, 300, 0.3),
    4: (1.4, 1.8, 380, 0.4),
    5: (1.6, 2.2, 456, 0.4),
    6: (1.8, 2.6, 528, 0.5),
    7: (2.0, 3.1, 600, 0.5),
}
COMPOUND: dict[Value, dict[str, Value]] = {
    phi: dict(zip(("alpha", "depth", "resolution", "dropout"), row, strict=True)) for phi, row in COEFFICIENTS.items()
}

KNOBS = (
    common.alpha(
        tuple(sorted({row[0] for row in COEFFICIENTS.values()})), "EfficientNet, section 3.2 (w)", "rounded to a multiple of 8"
    ),
    common.resolution(224, tuple(row[2] for row in COEFFICIENTS.values()), "EfficientNet, section 3.2 (r)"),
    Knob(
        "phi", "φ", "compound scaling", "int", 0,
        "Width, depth, resolution and dropout of B0 to B7 together, wherever nothing else is set.",
        "EfficientNet, section 3.3; official builder", minimum=0, maximum=7, snaps=tuple(COEFFICIENTS), scopes=(NETWORK,),
    ),
    common.depth("EfficientNet, section 3.2 (d)"),
    Knob(
        "expansion", "t", "expansion", "int", 6, "Width of the depthwise layer over the width of the block's input.",
        "EfficientNet, Table 1 (MBConv1, MBConv6)", minimum=1, maximum=12, snaps=(1, 2, 3, 4, 6),
    ),
    common.slot("stem", "silu", "After the first convolution.", "EfficientNet, section 4", (NETWORK,)),
    common.slot("expand", "silu", "After the 1×1 expansion.", "EfficientNet, section 4"),
    common.slot("depthwise", "silu", "After the depthwise convolution.", "EfficientNet, section 4"),
    common.slot("project", "none", "After the 1×1 projection; none is the linear bottleneck.", "MobileNetV2, section 3.2"),
    common.slot("add", "none", "After the shortcut's sum.", "MobileNetV2, Figure 4"),
    common.slot("head", "silu", "After the last 1×1 convolution.", "EfficientNet, section 4", (NETWORK,)),
    replace(
        common.se(4, "EfficientNet, section 4; official code (0.25)"),
        sentence="Squeeze-and-excitation of the expanded tensor; its inner width is the block's input channels over r.",
    ),
    *common.squeeze_slots("silu", "sigmoid", "official code"),
    common.middle(fused=True),
    common.groups(),
    common.shuffle(),
    common.kernel(source="EfficientNet, Table 1 (k3×3, k5×5)"),
    common.shortcut("MobileNetV2, Figure 4"),
    common.repeats("EfficientNet, Table 1 (L)"),
    common.channels("EfficientNet, Table 1 (C)"),
    common.stride("EfficientNet, Table 1"),
    common.stem(),
    common.stem_channels(32, "EfficientNet, Table 1"),
    common.dropout(0.2, "EfficientNet, section 5.2"),
    Knob(
        "drop_path", "", "stochastic depth", "float", 0.2,
        "Rate at which the last block's branch is left out in training; earlier blocks less, in proportion.",
        "EfficientNet, section 5.2; official code", minimum=0.0, maximum=0.9, step=0.05, scopes=(NETWORK,),
    ),
    common.classes(),
)


class MBConv(nn.Module):
    """1×1 expansion → k×k depthwise → squeeze-and-excitation → linear 1×1 projection, with a shortcut (Table 1, MBConv).

    N×C_in×H×W → N×C_out×⌈H/s⌉×⌈W/s⌉ through t·C_in channels.
    """

    def __init__(
        self, in_channels: int, out_channels: int, stride: int, block: Scope, conv: Callable[..., ConvNormAct], drop: float
    ) -> None:
        super().__init__()
        hidden = in_channels * block.expansion
        fused = block.convolution == "fused"
        expands = block.expansion != 1 and not fused
        groups = block.divisor("groups", in_channels, hidden, out_channels)
        block.note("expansion", "{0} → {1} → {2} channels", in_channels, hidden, out_channels)
        self.expand = None
        if expands:
            self.expand = conv(in_channels, hidden, 1, groups=groups, activation=block.activation("expand"))
        self.shuffle = ChannelShuffle(groups) if expands and groups > 1 and block.shuffle else None
        self.depthwise = conv(
            in_channels if fused else hidden, hidden, side(block.kernel), stride=stride,
            groups=hidden if block.convolution == "depthwise" else 1, activation=block.activation("depthwise"),
        )
        self.se = None
        if block.se:
            squeezed = max(1, in_channels // block.se)
            act, gate = block.activation("squeeze"), block.activation("gate")
            self.se = SqueezeExcite(hidden, block.se, squeezed=squeezed, act=act, gate=gate)
        self.project = conv(hidden, out_channels, 1, groups=groups, activation=block.activation("project"))
        self.joins = stride == 1 and in_channels == out_channels and block.shortcut
        self.add = activation(block.activation("add")) if self.joins else None
        self.drop = drop

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = x if self.expand is None else self.expand(x)  # N×tC×H×W
        if self.shuffle is not None:
            y = self.shuffle(y)
        y = self.depthwise(y)  # N×tC×H/s×W/s
        if self.se is not None:
            y = self.se(y)
        y = self.project(y)  # N×C'×H/s×W/s
        if self.joins:
            y = x + stochastic_depth(y, self.drop, training=self.training)
        return y if self.add is None else self.add(y)


PAPER_TABLE = PaperTable(
    "EfficientNet, Table 1", names={"stem": "1", "stages": "{0}", "head": "9"}, operators=SPATIAL, columns=(
        Column("stage", "name"), OPERATOR, Column("t", "", "expansion"), Column("k", "kernel", "kernel"),
        Column("resolution", "input"), paper.channels("#channels", stem="stem_channels", classifier="classes"),
        paper.repeats("#layers"), paper.stride(),
    ),
)


@architecture(
    name="efficientnet", title="EfficientNet", family="EfficientNet", year=2019, paper=PAPER,
    url="https://arxiv.org/abs/1905.11946", knobs=KNOBS, table=TABLE, compound={"phi": COMPOUND},
    presets=tuple(Preset(f"efficientnet_b{phi}", f"Table 2, B{phi}", {"phi": phi, **COMPOUND[phi]}) for phi in COEFFICIENTS),
    paper_table=PAPER_TABLE, initialise=initialisation.efficientnet, training=training.EFFICIENTNET,
)
class EfficientNet(nn.Module):
    """Table 1. N×3×R×R → N×classes."""

    def __init__(self, knobs: Scope) -> None:
        super().__init__()
        channels, head = make_divisible(knobs.stem_channels * knobs.alpha), make_divisible(1280 * knobs.alpha)
        knobs.note("alpha", "stem {0}, last {1} channels (multiples of 8)", channels, head)
        knobs.note("phi", "width {0}, depth {1}, {2} px, dropout {3}", *COEFFICIENTS[knobs.phi])
        conv = partial(ConvNormAct, eps=1e-3, momentum=0.01) if knobs.phi >= 5 else ConvNormAct
        first = 2 if knobs.stem == "imagenet" else 1
        self.stem = conv(3, channels, 3, stride=first, activation=knobs.activation("stem"))
        counts = {name: repeated(stage.repeats, stage.depth) for name in STAGES for stage in (knobs["stages." + name],)}
        drops = iter([knobs.drop_path * i / sum(counts.values()) for i in range(sum(counts.values()))])
        stages = []
        for name in STAGES:
            stage = knobs["stages." + name]
            out_channels = make_divisible(stage.channels * stage.alpha)
            stage.note("alpha", "{0} channels ({1} × {2}, multiple of 8)", out_channels, stage.channels, stage.alpha)
            blocks = []
            for i in range(counts[name]):
                stride = side(stage.stride) if i == 0 else 1
                blocks.append(MBConv(channels, out_channels, stride, stage[i], conv, next(drops)))
                channels = out_channels
            stages.append((name, nn.Sequential(*blocks)))
        self.stages = named(stages)
        self.head = conv(channels, head, 1, activation=knobs.activation("head"))
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(knobs.dropout)
        self.classifier = nn.Linear(head, knobs.classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.head(self.stages(self.stem(x)))  # N×1280×R/32×R/32
        x = self.pool(x).flatten(1)  # N×1280
        y: Tensor = self.classifier(self.dropout(x))
        return y
