"""MobileNetV1: depthwise separable convolutions, a width and a resolution multiplier.

Howard, Zhu, Chen, Kalenichenko, Wang, Weyand, Andreetto, Adam: MobileNets: Efficient Convolutional Neural Networks for Mobile
Vision Applications, arXiv:1704.04861. Table 1 (network), Figure 3 (block), sections 3.3 and 3.4 (α, ρ), Table 4 (standard
convolutions in place of separable ones), Table 5 (shallow network).

The thirteen separable layers of Table 1 stand in five stages of one output size each (112, 56, 28, 14, 7 px at 224).
ReLU as in Figure 3; the official code has ReLU6, which the slots stem, depthwise and pointwise reach. Channels round to multiples
of 8 as in MobileNetV2's code (and timm's V1); at the paper's α that is c·α itself.
Table 1 prints "s2" for the last depthwise layer, but 7×7 for its input and output. ``last_stride`` is 1 by default, as in the
official code, which alone gives the printed 569 M and 7×7; 2 is the table's word taken literally.
``shortcut`` is not in the paper: MobileNetV2's question, asked of this block. No deviation.
"""

from __future__ import annotations

from dataclasses import replace

from torch import Tensor, nn

from models import common, initialisation, training
from models.blocks import ChannelShuffle, ConvNormAct, SqueezeExcite, make_divisible, named, repeated
from models.common import side
from models.knobs import NETWORK, Knob, Scope
from models.paper import INPUT, LAYERS, SPATIAL, Column, PaperTable
from models.registry import Preset, architecture, rows

PAPER = "MobileNets (arXiv:1704.04861)"

STAGES = {  # Table 1
    #     c     n  s
    "1": (64, 1, "1"),
    "2": (128, 2, "2"),
    "3": (256, 2, "2"),
    "4": (512, 6, "2"),
    "5": (1024, 2, "2"),
}
SHALLOW_STAGE = "4"  # Table 5 takes out its "5×" row, the five layers of 14×14×512
LAST_STAGE = "5"

KNOBS = (
    common.alpha((0.25, 0.5, 0.75, 1.0), "MobileNets, section 3.3, Table 6", "rounded to a multiple of 8"),
    common.resolution(224, (128, 160, 192, 224), "MobileNets, section 3.4, Table 7"),
    common.convolution("separable", "MobileNets, Table 4"),
    Knob(
        "shallow", "", "shallow", "bool", default=False, sentence="Leaves out the five layers of 14×14×512.",
        source="MobileNets, Table 5", scopes=(NETWORK,),
    ),
    common.stem_slot("relu", "MobileNets, Figure 3"),
    common.slot("depthwise", "relu", "After the depthwise convolution.", "MobileNets, Figure 3"),
    common.slot("pointwise", "relu", "After the 1×1 convolution, or after the standard one.", "MobileNets, Figure 3"),
    common.groups(),
    common.shuffle(where="after each grouped 1×1 convolution"),
    common.se(),
    replace(common.shortcut("not in the paper; MobileNetV2, Figure 4"), default=False),
    common.kernel(),
    common.depth(),
    common.repeats("MobileNets, Table 1"),
    common.channels("MobileNets, Table 1"),
    common.stride("MobileNets, Table 1"),
    Knob(
        "last_stride", "", "last stride", "choice", "1", "Stride of the last depthwise layer, printed as 2 beside 7×7 twice.",
        "official code (1); MobileNets, Table 1 (2)", choices=("1", "2"), scopes=(NETWORK,),
    ),
    common.stem(),
    common.stem_channels(32, "MobileNets, Table 1"),
    common.dropout(0.001, "official code"),
    common.classes(),
)


class DepthwiseSeparable(nn.Module):
    """k×k depthwise → 1×1 pointwise, BatchNorm and ReLU after each (Figure 3, right). N×C_in×H×W → N×C_out×H/s×W/s."""

    def __init__(self, in_channels: int, out_channels: int, stride: int, block: Scope) -> None:
        super().__init__()
        groups = block.divisor("groups", in_channels, out_channels)
        self.depthwise = ConvNormAct(
            in_channels, in_channels, side(block.kernel), stride=stride, groups=in_channels,
            activation=block.activation("depthwise"),
        )
        self.pointwise = ConvNormAct(in_channels, out_channels, 1, groups=groups, activation=block.activation("pointwise"))
        self.shuffle = ChannelShuffle(groups) if groups > 1 and block.shuffle else None
        self.se = SqueezeExcite(out_channels, block.se) if block.se else None
        self.joins = stride == 1 and in_channels == out_channels and block.shortcut

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.depthwise(x)  # N×C×H/s×W/s
        y = self.pointwise(y)  # N×C'×H/s×W/s
        if self.shuffle is not None:
            y = self.shuffle(y)
        if self.se is not None:
            y = self.se(y)
        return x + y if self.joins else y


class StandardConvolution(nn.Module):
    """k×k convolution over all channels → BatchNorm → ReLU (Figure 3, left; Table 4). N×C_in×H×W → N×C_out×H/s×W/s."""

    def __init__(self, in_channels: int, out_channels: int, stride: int, block: Scope) -> None:
        super().__init__()
        self.conv = ConvNormAct(
            in_channels, out_channels, side(block.kernel), stride=stride, activation=block.activation("pointwise")
        )
        self.se = SqueezeExcite(out_channels, block.se) if block.se else None
        self.joins = stride == 1 and in_channels == out_channels and block.shortcut

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.conv(x)  # N×C'×H/s×W/s
        if self.se is not None:
            y = self.se(y)
        return x + y if self.joins else y


PAPER_TABLE = PaperTable(
    "MobileNets, Table 1", rows=LAYERS, folded=True, operators=SPATIAL, columns=(
        Column("type", "operator"), Column("stride", "stride", "stride", of=("depthwise", "conv"), first=True),
        Column("filter shape", "filter"),
        Column("c", "channels", "channels", of=("pointwise", "conv"), at={"stem": "stem_channels", "classifier": "classes"}),
        INPUT, Column("×", "blocks"), Column("n", "", "repeats", of=("depthwise", "conv"), first=True),
    ),
)


@architecture(
    name="mobilenet_v1", title="MobileNetV1", family="MobileNet", year=2017, paper=PAPER, url="https://arxiv.org/abs/1704.04861",
    knobs=KNOBS, presets=(Preset("mobilenet_v1", "Table 1"),), table=rows("stages", ("channels", "repeats", "stride"), STAGES),
    paper_table=PAPER_TABLE, initialise=initialisation.mobilenet_v1, training=training.MOBILENET_V1,
)
class MobileNetV1(nn.Module):
    """Table 1. N×3×R×R → N×classes."""

    def __init__(self, knobs: Scope) -> None:
        super().__init__()
        channels = make_divisible(knobs.stem_channels * knobs.alpha)
        knobs.note("alpha", "stem {0} channels (multiple of 8)", channels)
        shallow = knobs.shallow
        stride = 2 if knobs.stem == "imagenet" else 1
        self.stem = ConvNormAct(3, channels, 3, stride=stride, activation=knobs.activation("stem"))
        stages = []
        for name in STAGES:
            stage = knobs["stages." + name]
            out_channels = make_divisible(stage.channels * stage.alpha)
            stage.note("alpha", "{0} channels ({1} × {2}, multiple of 8)", out_channels, stage.channels, stage.alpha)
            repeats = 1 if shallow and name == SHALLOW_STAGE else stage.repeats
            blocks: list[nn.Module] = []
            layers = repeated(repeats, stage.depth)
            for i in range(layers):
                block = stage[i]
                layer = DepthwiseSeparable if block.convolution == "separable" else StandardConvolution
                last = name == LAST_STAGE and i == layers - 1
                stride = side(stage.stride) if i == 0 else side(knobs.last_stride) if last else 1
                blocks.append(layer(channels, out_channels, stride, block))
                channels = out_channels
            stages.append((name, nn.Sequential(*blocks)))
        self.stages = named(stages)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(knobs.dropout)
        self.classifier = nn.Linear(channels, knobs.classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stages(self.stem(x))  # N×1024×R/32×R/32
        x = self.pool(x).flatten(1)  # N×1024
        y: Tensor = self.classifier(self.dropout(x))
        return y
