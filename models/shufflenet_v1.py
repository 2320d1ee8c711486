"""ShuffleNet (V1): grouped 1×1 convolutions, and a channel shuffle so that the groups see each other.

Zhang, Zhou, Lin, Sun: ShuffleNet: An Extremely Efficient Convolutional Neural Network for Mobile Devices, CVPR 2018,
arXiv:1707.01083. Table 1 (network, one column of channels for each g), Figure 2 (units), section 3.1 (shuffle), section 3.2
(bottleneck 1/4), Table 2 (scale factor s, here α).

Table 1 counts neither classifier nor BatchNorm: with the classifier's 0.6 to 1.5 M MACs the totals lie above the printed ones.
α scales the channels of stages 2 to 4 and rounds them to the nearest multiple of 4g (half up), so that g divides a unit's
output and its bottleneck. The stem does not scale with α: 12 channels below 1×, 24 from 1×, 48 from 2× (official code), then
raised to a multiple of g (so 16 for 0.5× and g = 8); only so are the printed 38, 13, 292 and 524 M reached. Table 1 alone
says 24 for all: ``stem_channels`` sets any.
α and the stages' channels act on the whole network alone: the concatenation needs every stage wider than the one before.
DEVIATION: the classifier has a bias, as in the other networks here; the official code has none (1000 parameters less).
Figure 2 shuffles before the depthwise convolution, and so do we; the official code behind it (``shuffle_after``), which is the
same function up to a permutation of the depthwise filters and their BatchNorm.
"""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor, nn

from models import common, initialisation, paper, training
from models.blocks import ChannelShuffle, ConvNormAct, SqueezeExcite, activation, named, repeated
from models.common import side
from models.knobs import NETWORK, Knob, Scope, divisors
from models.paper import NAME, SIZE, SPATIAL, Column, PaperTable
from models.registry import Preset, architecture, rows

PAPER = "ShuffleNet (arXiv:1707.01083)"

STAGES = {  # Table 1: stride 2 once, then stride 1
    #     n
    "2": (4,),
    "3": (8,),
    "4": (4,),
}
COLUMNS = {  # Table 1: output channels of stages 2, 3, 4
    1: (144, 288, 576),
    2: (200, 400, 800),
    3: (240, 480, 960),
    4: (272, 544, 1088),
    8: (384, 768, 1536),
}
DEEPEST_BOTTLENECK = 16

KNOBS = (
    replace(
        common.alpha((0.25, 0.5, 1.0, 1.5, 2.0), "ShuffleNet, section 4, Table 2 (s×)", "rounded to a multiple of 4g"),
        scopes=(NETWORK,),
    ),
    common.resolution(224, (224,), "ShuffleNet, section 4"),
    common.groups(3, "ShuffleNet, Table 1"),
    Knob(
        "column", "", "column of Table 1", "choice", "auto",
        "Which column of Table 1 gives the channels; auto takes the one printed for g, a fixed one lets g change alone.",
        "ShuffleNet, Table 1", choices=("auto", *(str(g) for g in COLUMNS)), scopes=(NETWORK,),
    ),
    common.shuffle(default=True, where="between a unit's two 1×1 convolutions"),
    Knob(
        "shuffle_after", "", "shuffle after", "choice", "reduce",
        "Where a unit shuffles: after its first 1×1 convolution (reduce) or after the depthwise one.",
        "ShuffleNet, Figure 2 (reduce); official code (depthwise)", choices=("reduce", "depthwise"),
    ),
    common.middle(),
    common.stem_slot("relu", "official code"),
    Knob(
        "bottleneck", "", "bottleneck", "int", 4, "Output channels of a unit over the channels of its depthwise convolution.",
        "ShuffleNet, section 3.2 (1/4)", minimum=1, maximum=DEEPEST_BOTTLENECK, snaps=(1, 2, 4, 8),
    ),
    common.slot("reduce", "relu", "After the first 1×1 convolution.", "ShuffleNet, Figure 2"),
    common.slot("depthwise", "none", "After the depthwise convolution; the paper leaves it out.", "ShuffleNet, section 3.1"),
    common.slot("expand", "none", "After the second 1×1 convolution.", "ShuffleNet, Figure 2"),
    common.slot("add", "relu", "After the sum, or after the concatenation.", "ShuffleNet, Figure 2"),
    common.se(source="ShuffleNet, section 4.3, Table 5; SENet, section 3"),
    common.kernel(),
    common.depth(),
    common.repeats("ShuffleNet, Table 1"),
    common.stem(),
    Knob(
        "stem_channels", "", "stem channels", "int", 0, "Channels of the stem; auto takes 12, 24 or 48 by α, as a multiple of g.",
        "ShuffleNet, Table 1 (24); official code", minimum=1, maximum=512, snaps=(12, 16, 24, 48), special={0: "auto"},
        scopes=(NETWORK,),
    ),
    common.dropout(0.0, "none in the paper"),
    common.classes(),
)


class ShuffleUnit(nn.Module):
    """1×1 group → shuffle → k×k depthwise → 1×1 group, joined with the input (Figure 2b and c).

    Stride 1: N×C×H×W → N×C×H×W, the branch is added. Stride 2: N×C_in×H×W → N×C_out×⌈H/2⌉×⌈W/2⌉, the branch's C_out − C_in
    channels are concatenated to the 3×3 average pool of the input. ``grouped_input`` is false for the first unit of stage 2,
    whose first 1×1 convolution is not grouped because its input is narrow (section 3.2).
    """

    def __init__(self, in_channels: int, out_channels: int, stride: int, block: Scope, *, grouped_input: bool) -> None:
        super().__init__()
        branch = out_channels - in_channels if stride == 2 else out_channels
        ratios = [n for n in divisors(out_channels) if n <= DEEPEST_BOTTLENECK]
        bottleneck = out_channels // block.among("bottleneck", ratios, "it must divide the {0} output channels", out_channels)
        groups = block.divisor("groups", bottleneck, branch, *([in_channels] if grouped_input else []))
        grouped = [n for n in ratios if out_channels // n % groups == 0]
        block.among("bottleneck", grouped, "it must leave a multiple of the {0} groups of {1} channels", groups, out_channels)
        block.note("bottleneck", "{0} → {1} → {2} channels", in_channels, bottleneck, branch)
        self.reduce = ConvNormAct(
            in_channels, bottleneck, 1, groups=groups if grouped_input else 1, activation=block.activation("reduce")
        )
        self.shuffle = ChannelShuffle(groups) if groups > 1 and block.shuffle else None
        self.shuffles_late = self.shuffle is not None and block.shuffle_after == "depthwise"
        self.depthwise = ConvNormAct(
            bottleneck, bottleneck, side(block.kernel), stride=stride,
            groups=bottleneck if block.convolution == "depthwise" else 1, activation=block.activation("depthwise"),
        )
        self.expand = ConvNormAct(bottleneck, branch, 1, groups=groups, activation=block.activation("expand"))
        self.se = SqueezeExcite(branch, block.se) if block.se else None
        self.pool = nn.AvgPool2d(3, 2, padding=1) if stride == 2 else None
        self.act = activation(block.activation("add"))

    def forward(self, x: Tensor) -> Tensor:
        y = self.reduce(x)  # N×C'/4×H×W
        if self.shuffle is not None and not self.shuffles_late:
            y = self.shuffle(y)
        y = self.depthwise(y)  # N×C'/4×H/s×W/s
        if self.shuffle is not None and self.shuffles_late:
            y = self.shuffle(y)
        y = self.expand(y)  # N×C'×H×W, or N×(C'−C)×H/2×W/2
        if self.se is not None:
            y = self.se(y)
        y = x + y if self.pool is None else torch.cat((self.pool(x), y), dim=1)  # N×C'×H/s×W/s
        return y if self.act is None else self.act(y)


PAPER_TABLE = PaperTable(
    "ShuffleNet, Table 1", operators=SPATIAL, names={
        "stem": "Conv1", "stem_pool": "MaxPool", "stages": "Stage{0}", "pool": "GlobalPool", "classifier": "FC",
    }, columns=(
        NAME, SIZE, Column("ksize", "kernel", "kernel"), Column("stride", "stride"), paper.repeats("repeat"),
        Column("output channels", "channels", at={"stem": "stem_channels", "classifier": "classes"}), Column("g", "", "groups"),
    ),
)


@architecture(
    name="shufflenet_v1", title="ShuffleNet", family="ShuffleNet", year=2017, paper=PAPER, url="https://arxiv.org/abs/1707.01083",
    knobs=KNOBS, presets=(Preset("shufflenet_v1", "Table 1, g = 3"),), table=rows("stages", ("repeats",), STAGES),
    paper_table=PAPER_TABLE, initialise=initialisation.shufflenet, training=training.SHUFFLENET,
)
class ShuffleNetV1(nn.Module):
    """Table 1. N×3×R×R → N×classes."""

    def __init__(self, knobs: Scope) -> None:
        super().__init__()
        column = int(
            knobs.among("groups", tuple(COLUMNS), "Table 1 prints channels for these; fix the column to try others")
            if knobs.column == "auto" else knobs.column
        )
        alpha = knobs.alpha
        unit = 4 * column
        widths = [int(c * alpha / unit + 0.5) * unit for c in COLUMNS[column]]
        groups = knobs["stages.2"][0].groups
        fitting = range(0, widths[0], groups)
        channels = knobs.among(
            "stem_channels", fitting, "stage 2 has to be wider ({0}) by a multiple of its {1} groups", widths[0], groups
        )
        if channels == 0:
            channels = -(-(12 if alpha < 1 else 24 if alpha < 2 else 48) // column) * column
        knobs.note("alpha", "stem {0}, stages {1}, {2}, {3} channels (multiples of {4})", channels, *widths, unit)
        small = knobs.stem == "small"
        self.stem = ConvNormAct(3, channels, 3, stride=1 if small else 2, activation=knobs.activation("stem"))
        self.stem_pool = None if small else nn.MaxPool2d(3, 2, padding=1)
        stages = []
        for name, out_channels in zip(STAGES, widths, strict=True):
            stage = knobs["stages." + name]
            units = []
            for i in range(repeated(stage.repeats, stage.depth)):
                narrow = name == "2" and i == 0
                units.append(ShuffleUnit(channels, out_channels, 2 if i == 0 else 1, stage[i], grouped_input=not narrow))
                channels = out_channels
            stages.append((name, nn.Sequential(*units)))
        self.stages = named(stages)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(knobs.dropout)
        self.classifier = nn.Linear(channels, knobs.classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x)  # N×24×R/2×R/2
        if self.stem_pool is not None:
            x = self.stem_pool(x)  # N×24×R/4×R/4
        x = self.stages(x)  # N×960×R/32×R/32
        x = self.pool(x).flatten(1)  # N×960
        y: Tensor = self.classifier(self.dropout(x))
        return y
