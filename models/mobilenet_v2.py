"""MobileNetV2: inverted residuals with linear bottlenecks.

Sandler, Howard, Zhu, Zhmoginov, Chen: MobileNetV2: Inverted Residuals and Linear Bottlenecks, CVPR 2018, arXiv:1801.04381.
Table 1 (block), Table 2 (network), section 6.1 (width and resolution multipliers), Figure 6 (linear bottleneck, shortcut
placement).

The last 1×1 convolution is not thinned for α < 1 (section 4.1, and the official code). The paper prints 585 M and 6.9 M for
α = 1.4; its own rule gives the README's 582 M and 6.1 M, and so do we.
``convolution`` is not in the paper: a standard k×k in the depthwise layer's place, or (fused) in that of expansion and depthwise
layer together.
DEVIATION: the figure for "shortcut between expansions" gives no layer-by-layer drawing; here the sum joins the two expanded
tensors of a block (after the 1×1 expansion and after the depthwise convolution), where the stride is 1.
"""

from __future__ import annotations

from torch import Tensor, nn

from models import common, initialisation, paper, training
from models.blocks import ChannelShuffle, ConvNormAct, SqueezeExcite, activation, make_divisible, named, repeated
from models.common import side
from models.knobs import NETWORK, Knob, Scope
from models.paper import INPUT, OPERATOR, SPATIAL, Column, PaperTable
from models.registry import Preset, architecture, rows

PAPER = "MobileNetV2 (arXiv:1801.04381)"

STAGES = {  # Table 2
    #     t    c  n   s
    "1": (1, 16, 1, "1"),
    "2": (6, 24, 2, "2"),
    "3": (6, 32, 3, "2"),
    "4": (6, 64, 4, "2"),
    "5": (6, 96, 3, "1"),
    "6": (6, 160, 3, "2"),
    "7": (6, 320, 1, "1"),
}
TABLE = rows("stages", ("expansion", "channels", "repeats", "stride"), STAGES)
for _row in TABLE.values():  # t = 6 is the network's default; only the first row prints another
    if _row["expansion"] == 6:
        del _row["expansion"]

KNOBS = (
    common.alpha((0.35, 0.5, 0.75, 1.0, 1.3, 1.4), "MobileNetV2, section 6.1", "rounded to a multiple of 8"),
    common.resolution(224, (96, 128, 160, 192, 224), "MobileNetV2, section 6.1"),
    Knob(
        "expansion", "t", "expansion", "int", 6, "Width of the depthwise layer over the width of the block's input.",
        "MobileNetV2, Table 1", minimum=1, maximum=12, snaps=(1, 2, 3, 4, 5, 6, 8, 10),
    ),
    common.middle(fused=True),
    common.groups(),
    common.shuffle(),
    common.stem_slot("relu6", "MobileNetV2, section 4"),
    common.slot("expand", "relu6", "After the 1×1 expansion.", "MobileNetV2, Table 1"),
    common.slot("depthwise", "relu6", "After the depthwise convolution.", "MobileNetV2, Table 1"),
    common.slot("project", "none", "After the 1×1 projection; none is the linear bottleneck.", "MobileNetV2, section 3.2"),
    common.slot("add", "none", "After the shortcut's sum.", "MobileNetV2, Figure 4"),
    common.slot("head", "relu6", "After the last 1×1 convolution.", "MobileNetV2, section 4", (NETWORK,)),
    Knob(
        "shortcut", "", "shortcut", "choice", "bottleneck",
        "What the shortcut joins: the bottlenecks, the expanded tensors, or nothing.",
        "MobileNetV2, Figure 6b", choices=("bottleneck", "expansion", "none"),
    ),
    common.se(),
    common.kernel(),
    common.depth(),
    common.repeats("MobileNetV2, Table 2 (n)"),
    common.channels("MobileNetV2, Table 2 (c)"),
    common.stride("MobileNetV2, Table 2 (s)"),
    common.stem(),
    common.stem_channels(32, "MobileNetV2, Table 2"),
    common.dropout(0.2, "official code"),
    common.classes(),
)


class InvertedResidual(nn.Module):
    """1×1 expansion → k×k depthwise → linear 1×1 projection, with a shortcut between equal bottlenecks (Table 1).

    N×C_in×H×W → N×C_out×H/s×W/s through t·C_in channels.
    """

    def __init__(self, in_channels: int, out_channels: int, stride: int, block: Scope) -> None:
        super().__init__()
        shortcut = block.shortcut if stride == 1 else "none"
        kinds = ("depthwise", "standard") if shortcut == "expansion" else ("depthwise", "standard", "fused")
        kind = block.among("convolution", kinds, "a shortcut between expansions needs the expanded tensor")
        fused = kind == "fused"
        if fused and stride == 1:
            block.among("shortcut", ("bottleneck", "none"), "a fused convolution has no expanded tensor in front of it")
        hidden = in_channels * block.expansion
        expands = block.expansion != 1 and not fused
        groups = block.divisor("groups", in_channels, hidden, out_channels)
        block.note("expansion", "{0} → {1} → {2} channels", in_channels, hidden, out_channels)
        self.expand = None
        if expands:
            self.expand = ConvNormAct(in_channels, hidden, 1, groups=groups, activation=block.activation("expand"))
        self.shuffle = ChannelShuffle(groups) if expands and groups > 1 and block.shuffle else None
        self.depthwise = ConvNormAct(
            in_channels if fused else hidden, hidden, side(block.kernel), stride=stride,
            groups=hidden if kind == "depthwise" else 1, activation=block.activation("depthwise"),
        )
        self.project = ConvNormAct(hidden, out_channels, 1, groups=groups, activation=block.activation("project"))
        self.se = SqueezeExcite(out_channels, block.se) if block.se else None
        self.joins_expansions = shortcut == "expansion"
        self.joins_bottlenecks = shortcut == "bottleneck" and in_channels == out_channels
        self.add = activation(block.activation("add")) if self.joins_bottlenecks else None

    def forward(self, x: Tensor) -> Tensor:
        expanded: Tensor = x if self.expand is None else self.expand(x)  # N×tC×H×W
        if self.shuffle is not None:
            expanded = self.shuffle(expanded)
        y: Tensor = self.depthwise(expanded)  # N×tC×H/s×W/s
        if self.joins_expansions:
            y = y + expanded
        y = self.project(y)  # N×C'×H/s×W/s
        if self.se is not None:
            y = self.se(y)
        if self.joins_bottlenecks:
            y = x + y
        if self.add is not None:
            y = self.add(y)
        return y


PAPER_TABLE = PaperTable(
    "MobileNetV2, Table 2", operators=SPATIAL | {"InvertedResidual": "bottleneck"}, columns=(
        INPUT, OPERATOR, Column("t", "", "expansion"), paper.channels(stem="stem_channels", classifier="classes"),
        paper.repeats(), paper.stride(),
    ),
)


@architecture(
    name="mobilenet_v2", title="MobileNetV2", family="MobileNet", year=2018, paper=PAPER, url="https://arxiv.org/abs/1801.04381",
    knobs=KNOBS, presets=(Preset("mobilenet_v2", "Table 2"),), table=TABLE,
    paper_table=PAPER_TABLE, initialise=initialisation.he_fan_out_narrow_head, training=training.MOBILENET_V2,
)
class MobileNetV2(nn.Module):
    """Table 2. N×3×R×R → N×classes."""

    def __init__(self, knobs: Scope) -> None:
        super().__init__()
        channels = make_divisible(knobs.stem_channels * knobs.alpha)
        head = make_divisible(1280 * max(1.0, knobs.alpha))
        knobs.note("alpha", "stem {0}, last {1} channels (multiples of 8)", channels, head)
        stride = 2 if knobs.stem == "imagenet" else 1
        self.stem = ConvNormAct(3, channels, 3, stride=stride, activation=knobs.activation("stem"))
        stages = []
        for name in STAGES:
            stage = knobs["stages." + name]
            out_channels = make_divisible(stage.channels * stage.alpha)
            stage.note("alpha", "{0} channels ({1} × {2}, multiple of 8)", out_channels, stage.channels, stage.alpha)
            blocks = []
            for i in range(repeated(stage.repeats, stage.depth)):
                stride = side(stage.stride) if i == 0 else 1
                blocks.append(InvertedResidual(channels, out_channels, stride, stage[i]))
                channels = out_channels
            stages.append((name, nn.Sequential(*blocks)))
        self.stages = named(stages)
        self.head = ConvNormAct(channels, head, 1, activation=knobs.activation("head"))
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(knobs.dropout)
        self.classifier = nn.Linear(head, knobs.classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.head(self.stages(self.stem(x)))  # N×1280×R/32×R/32
        x = self.pool(x).flatten(1)  # N×1280
        y: Tensor = self.classifier(self.dropout(x))
        return y
