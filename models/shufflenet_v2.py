"""ShuffleNet V2: units that split their channels, work on one half and shuffle both together.

Ma, Zhang, Zheng, Sun: ShuffleNet V2: Practical Guidelines for Efficient CNN Architecture Design, ECCV 2018, arXiv:1807.11164.
Table 5 (network, four columns of channels), Figure 3 c and d (units), section 3 (guidelines G1 to G4, channel split).

Table 5 prints channels for 0.5×, 1×, 1.5× and 2×, which are not multiples of each other (48, 116, 176, 244 in stage 2). α picks
the column; between the columns the channels lie on a straight line, below the first on one through zero, in multiples of 4.
The stem has 24 channels at any α, the last convolution 1024, and 2048 from 2× on.
``split`` is the share of channels that passes a unit untouched (c' = c/2 in the paper); a unit of stride 2 gives that share to
its shorter branch.
No deviation. The official code drops 0.2 of the classifier's input at 2×, torchvision nothing, which is the default. With grouped
1×1 convolutions, which this paper gave up (G2), ``shuffle`` also mixes their groups.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import torch
from torch import Tensor, nn

from models import common, initialisation, paper, training
from models.blocks import ChannelShuffle, ConvNormAct, SqueezeExcite, activation, named, repeated
from models.common import side
from models.knobs import NETWORK, Knob, Scope
from models.paper import NAME, SIZE, SPATIAL, Column, PaperTable
from models.registry import Preset, architecture, rows

PAPER = "ShuffleNet V2 (arXiv:1807.11164)"

STAGES = {  # Table 5, column 1×: stride 2 once, then stride 1
    #     c   n
    "2": (116, 4),
    "3": (232, 8),
    "4": (464, 4),
}
COLUMNS = {0.0: 0, 0.5: 48, 1.0: 116, 1.5: 176, 2.0: 244}  # Table 5: channels of stage 2; 2 and 4 times as many in 3 and 4
STEM = 24

KNOBS = (
    common.alpha((0.5, 1.0, 1.5, 2.0), "ShuffleNet V2, Table 5", "0.5, 1, 1.5 and 2 are the columns of Table 5"),
    common.resolution(224, (224,), "ShuffleNet V2, section 4"),
    Knob(
        "split", "", "channel split", "float", 0.5, "Share of the channels that passes a unit untouched.",
        "ShuffleNet V2, section 3 (c' = c/2)", minimum=0.1, maximum=0.9, step=0.05, snaps=(0.25, 0.5, 0.75),
    ),
    common.shuffle(default=True, where="of a unit's two branches behind it, and of the groups after the first grouped 1×1"),
    common.groups(source="ShuffleNet, section 3.1; advised against in ShuffleNet V2, G2"),
    common.middle(),
    common.stem_slot("relu", "official code"),
    common.slot("reduce", "relu", "After the first 1×1 convolution.", "ShuffleNet V2, Figure 3"),
    common.slot("depthwise", "none", "After the depthwise convolutions; the paper leaves it out.", "ShuffleNet V2, Figure 3"),
    common.slot("expand", "relu", "After the last 1×1 convolution of each branch.", "ShuffleNet V2, Figure 3"),
    common.slot("concat", "none", "After the concatenation of the branches.", "ShuffleNet V2, Figure 3"),
    common.slot("head", "relu", "After the last 1×1 convolution.", "official code", (NETWORK,)),
    common.se(source="ShuffleNet V2, Table 8 (2× with SE); SENet, section 3"),
    common.kernel(),
    common.depth(),
    common.repeats("ShuffleNet V2, Table 5"),
    common.channels("ShuffleNet V2, Table 5"),
    common.stem(),
    replace(common.stem_channels(STEM, "ShuffleNet V2, Table 5"), sentence="Channels of the stem; α leaves it alone."),
    common.dropout(0.0, "none in the paper"),
    common.classes(),
)


def factor(alpha: float) -> float:
    """Channels at α over those at 1×: exact at Table 5's columns, in a straight line between them."""
    for (low, few), (high, many) in pairwise(COLUMNS.items()):
        if alpha <= high:
            return (few + (many - few) * (alpha - low) / (high - low)) / COLUMNS[1.0]
    raise ValueError(f"α = {alpha} is not in Table 5; allowed: up to {max(COLUMNS)}")


def shared(channels: int, share: float) -> tuple[int, int]:
    """Channels of the untouched and of the working branch: even numbers, at least two each."""
    kept = min(max(2, 2 * round(share * channels / 2)), channels - 2)
    return kept, channels - kept


class ShuffleUnit(nn.Module):
    """1×1 → k×k depthwise → 1×1 on one part of the channels; concatenation, shuffle (Figure 3 c and d).

    Stride 1: the other part passes untouched. Stride 2: both branches start from all channels, the other one is
    k×k depthwise → 1×1. N×C_in×H×W → N×C_out×⌈H/s⌉×⌈W/s⌉.
    """

    def __init__(self, in_channels: int, out_channels: int, stride: int, unit: Scope) -> None:
        super().__init__()
        kept, worked = self.parts = shared(out_channels, unit.split)
        unit.note("split", "{0} + {1} channels", kept, worked)
        enters = in_channels if stride == 2 else worked
        groups = unit.divisor("groups", enters, worked, *([kept] if stride == 2 else []))
        kernel, depthwise, expand = side(unit.kernel), unit.activation("depthwise"), unit.activation("expand")
        mixes, standard = unit.shuffle, unit.convolution == "standard"
        self.side = None
        if stride == 2:
            self.side = named([
                ("depthwise", ConvNormAct(
                    in_channels, in_channels, kernel, stride=2, groups=1 if standard else in_channels, activation=depthwise,
                )),
                ("expand", ConvNormAct(in_channels, kept, 1, groups=groups, activation=expand)),
            ])
        self.reduce = ConvNormAct(enters, worked, 1, groups=groups, activation=unit.activation("reduce"))
        self.shuffle_groups = ChannelShuffle(groups) if groups > 1 and mixes else None
        self.depthwise = ConvNormAct(
            worked, worked, kernel, stride=stride, groups=1 if standard else worked, activation=depthwise
        )
        self.expand = ConvNormAct(worked, worked, 1, groups=groups, activation=expand)
        self.se = SqueezeExcite(worked, unit.se) if unit.se else None
        self.act = activation(unit.activation("concat"))
        self.shuffle = ChannelShuffle(2) if mixes else None

    def forward(self, x: Tensor) -> Tensor:
        if self.side is None:
            kept, y = torch.split(x, list(self.parts), dim=1)  # N×C/2×H×W each
        else:
            kept, y = self.side(x), x  # N×C'/2×H/2×W/2, N×C×H×W
        y = self.reduce(y)  # N×C'/2×H×W
        if self.shuffle_groups is not None:
            y = self.shuffle_groups(y)
        y = self.expand(self.depthwise(y))  # N×C'/2×H/s×W/s
        if self.se is not None:
            y = self.se(y)
        y = torch.cat((kept, y), dim=1)  # N×C'×H/s×W/s
        if self.act is not None:
            y = self.act(y)
        return y if self.shuffle is None else self.shuffle(y)


PAPER_TABLE = PaperTable(
    "ShuffleNet V2, Table 5", names={
        "stem": "Conv1", "stem_pool": "MaxPool", "stages": "Stage{0}", "head": "Conv5", "pool": "GlobalPool", "classifier": "FC",
    }, operators=SPATIAL, columns=(
        NAME, SIZE, Column("ksize", "kernel", "kernel"), Column("stride", "stride"), paper.repeats("repeat"),
        paper.channels("output channels", stem="stem_channels", classifier="classes"), Column("split", "", "split"),
    ),
)


@architecture(
    name="shufflenet_v2", title="ShuffleNet V2", family="ShuffleNet", year=2018, paper=PAPER,
    url="https://arxiv.org/abs/1807.11164", knobs=KNOBS, table=rows("stages", ("channels", "repeats"), STAGES),
    presets=(
        Preset("shufflenet_v2_x1_0", "Table 5, 1×"), Preset("shufflenet_v2_x0_5", "Table 5, 0.5×", {"alpha": 0.5}),
        Preset("shufflenet_v2_x1_5", "Table 5, 1.5×", {"alpha": 1.5}),
        Preset("shufflenet_v2_x2_0", "Table 5, 2×", {"alpha": 2.0}),
    ),
    paper_table=PAPER_TABLE, initialise=initialisation.shufflenet, training=training.SHUFFLENET,
)
class ShuffleNetV2(nn.Module):
    """Table 5. N×3×R×R → N×classes."""

    def __init__(self, knobs: Scope) -> None:
        super().__init__()
        channels, last = knobs.stem_channels, 2048 if knobs.alpha >= 2 else 1024
        knobs.note("alpha", "{0} times the channels of 1×; stem {1}, last {2}", round(factor(knobs.alpha), 3), channels, last)
        small = knobs.stem == "small"
        self.stem = ConvNormAct(3, channels, 3, stride=1 if small else 2, activation=knobs.activation("stem"))
        self.stem_pool = None if small else nn.MaxPool2d(3, 2, padding=1)
        stages = []
        for name in STAGES:
            stage = knobs["stages." + name]
            out_channels = max(4, 4 * round(stage.channels * factor(stage.alpha) / 4))
            stage.note("alpha", "{0} channels (multiple of 4)", out_channels)
            units = []
            for i in range(repeated(stage.repeats, stage.depth)):
                units.append(ShuffleUnit(channels, out_channels, 2 if i == 0 else 1, stage[i]))
                channels = out_channels
            stages.append((name, nn.Sequential(*units)))
        self.stages = named(stages)
        self.head = ConvNormAct(channels, last, 1, activation=knobs.activation("head"))
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(knobs.dropout)
        self.classifier = nn.Linear(last, knobs.classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x)  # N×24×R/2×R/2
        if self.stem_pool is not None:
            x = self.stem_pool(x)  # N×24×R/4×R/4
        x = self.head(self.stages(x))  # N×1024×R/32×R/32
        x = self.pool(x).flatten(1)  # N×1024
        y: Tensor = self.classifier(self.dropout(x))
        return y
