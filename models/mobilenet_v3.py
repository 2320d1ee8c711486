"""MobileNetV3, Large and Small: inverted residuals found by a search, with squeeze-and-excitation and h-swish.

Howard, Sandler, Chu, Chen, Chen, Tan, Wang, Zhu, Pang, Vasudevan, Le, Adam: Searching for MobileNetV3, ICCV 2019,
arXiv:1905.02244. Table 1 (Large), Table 2 (Small), Figure 4 (block), Figure 5 (the last stage), section 5.2 (h-swish),
section 5.3 (squeeze-and-excitation in the expanded tensor, a quarter of its channels).

A stage here holds the consecutive rows of one output width. The tables print the expanded width at α = 1; t is that width over
the row's input, and the expanded width is t times the block's own input in multiples of 8: only so are the published counts at
other α reached. The last layer before the classifier has its width at any α: so are 4.0 M (0.75) and 7.5 M (1.25) reached.
Small: the first printing (66 M, 2.9 M parameters, as in the official README) had this layer 1280 wide; the later one
(56 M, 2.5 M) and the released weights have 1024, which is the default. ``head=1280`` gives the other. The README's 66 M and its
65 M of the minimalistic Small are not reached by any width; ours are 56.5 and 52.3 M. timm doesn't thin the stem below α = 0.75.
``minimalistic`` is the official code's variant without squeeze-and-excitation, h-swish and 5×5 kernels, for hardware that
does these slowly; whatever the user sets stands above it.
BatchNorm has the official ε = 0.001 and momentum 0.01 (0.99 in TensorFlow's words).
DEVIATION: strided convolutions pad evenly on both sides, TensorFlow's "same" pads one side only where the input is even.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from itertools import groupby

from torch import Tensor, nn

from models import common, initialisation, paper, training
from models.blocks import ChannelShuffle, ConvNormAct, SqueezeExcite, activation, make_divisible, named, repeated
from models.common import side
from models.knobs import NETWORK, Knob, Scope, Value
from models.paper import BLOCKS, INPUT, OPERATOR, SPATIAL, Column, PaperTable
from models.registry import Preset, architecture

PAPER = "Searching for MobileNetV3 (arXiv:1905.02244)"

STEM = 16
Row = tuple[int, int, int, bool, str, int]
LARGE: tuple[Row, ...] = (  # Table 1, the bneck rows
    # k exp  out   SE    NL   s
    (3, 16, 16, False, "RE", 1),
    (3, 64, 24, False, "RE", 2),
    (3, 72, 24, False, "RE", 1),
    (5, 72, 40, True, "RE", 2),
    (5, 120, 40, True, "RE", 1),
    (5, 120, 40, True, "RE", 1),
    (3, 240, 80, False, "HS", 2),
    (3, 200, 80, False, "HS", 1),
    (3, 184, 80, False, "HS", 1),
    (3, 184, 80, False, "HS", 1),
    (3, 480, 112, True, "HS", 1),
    (3, 672, 112, True, "HS", 1),
    (5, 672, 160, True, "HS", 2),
    (5, 960, 160, True, "HS", 1),
    (5, 960, 160, True, "HS", 1),
)
SMALL: tuple[Row, ...] = (  # Table 2, the bneck rows
    (3, 16, 16, True, "RE", 2),
    (3, 72, 24, False, "RE", 2),
    (3, 88, 24, False, "RE", 1),
    (5, 96, 40, True, "HS", 2),
    (5, 240, 40, True, "HS", 1),
    (5, 240, 40, True, "HS", 1),
    (5, 120, 48, True, "HS", 1),
    (5, 144, 48, True, "HS", 1),
    (5, 288, 96, True, "HS", 2),
    (5, 576, 96, True, "HS", 1),
    (5, 576, 96, True, "HS", 1),
)


def stages(rows: tuple[Row, ...]) -> dict[str, dict[str, Value]]:
    """The rows as knob values by module path: what a stage's blocks share stands at the stage, the rest at the block.

    Only what differs from the network's defaults (t = 6, 3×3, SE with r = 4, h-swish), so that those can be set for all.
    """
    table: dict[str, dict[str, Value]] = {}
    width = STEM
    for name, (channels, group) in enumerate(groupby(rows, key=lambda row: row[2]), start=1):
        blocks = list(group)
        kernel, _, _, se, act, stride = blocks[0]
        shared = table[f"stages.{name}"] = {"channels": channels, "repeats": len(blocks), "stride": str(stride)}
        if kernel != 3:
            shared["kernel"] = str(kernel)
        if not se:
            shared["se"] = 0
        ratios = [round(expanded / (channels if i else width), 2) for i, (_, expanded, *_) in enumerate(blocks)]
        if act == "RE":
            shared["activation.depthwise"] = "relu"
            if ratios != [1]:
                shared["activation.expand"] = "relu"
        if ratios[-1] != 6:  # the last row's t is that of further blocks
            shared["expansion"] = ratios[-1]
        for i, ratio in enumerate(ratios):
            if ratio != ratios[-1]:
                table[f"stages.{name}.{i}"] = {"expansion": ratio}
        width = channels
    return table


def head(default: int, source: str) -> Knob:
    return Knob(
        "head", "", "last layer", "int", default,
        "Width of the last layer before the classifier; α leaves it alone.", source,
        minimum=16, maximum=4096, step=16, snaps=(1024, 1280), scopes=(NETWORK,),
    )


SIMPLER: dict[str, Value] = {
    "kernel": "3", "se": 0, "activation.stem": "relu", "activation.expand": "relu", "activation.depthwise": "relu",
    "activation.head": "relu",
}
KNOBS = (
    common.alpha((0.35, 0.5, 0.75, 1.0, 1.25), "MobileNetV3, section 6.1.2", "rounded to a multiple of 8"),
    common.resolution(224, (96, 128, 160, 192, 224, 256), "MobileNetV3, section 6.1.2"),
    Knob(
        "expansion", "t", "expansion", "float", 6.0,
        "Width of the depthwise layer over the width of the block's input, in multiples of 8 channels.",
        "MobileNetV3, Tables 1 and 2 (exp size)", minimum=1, maximum=12, step=0.1, snaps=(1, 2.3, 2.5, 3, 4, 4.5, 6),
    ),
    Knob(
        "minimalistic", "", "minimalistic", "bool", default=False,
        sentence="No squeeze-and-excitation, no h-swish and 3×3 kernels, wherever nothing else is set.",
        source="official code and README", scopes=(NETWORK,),
    ),
    common.slot("stem", "hswish", "After the first convolution.", "MobileNetV3, Table 1", (NETWORK,)),
    common.slot("expand", "hswish", "After the 1×1 expansion.", "MobileNetV3, Tables 1 and 2 (NL)"),
    common.slot("depthwise", "hswish", "After the depthwise convolution.", "MobileNetV3, Tables 1 and 2 (NL)"),
    common.slot("project", "none", "After the 1×1 projection; none is the linear bottleneck.", "MobileNetV3, Figure 4"),
    common.slot("add", "none", "After the shortcut's sum.", "MobileNetV3, Figure 4"),
    common.slot("head", "hswish", "After the last 1×1 convolution and the layer behind it.", "MobileNetV3, Figure 5", (NETWORK,)),
    replace(
        common.se(4, "MobileNetV3, section 5.3; SENet, section 3"),
        sentence="Squeeze-and-excitation of the expanded tensor, with reduction ratio r (to a multiple of 8).",
    ),
    *common.squeeze_slots("relu", "hardsigmoid", "MobileNetV3, Figure 4"),
    common.middle(fused=True),
    common.groups(),
    common.shuffle(),
    common.kernel(),
    common.shortcut("MobileNetV3, Figure 4"),
    common.depth(),
    common.repeats("MobileNetV3, Tables 1 and 2"),
    common.channels("MobileNetV3, Tables 1 and 2 (#out)"),
    common.stride("MobileNetV3, Tables 1 and 2 (s)"),
    common.stem(),
    common.stem_channels(STEM, "MobileNetV3, Tables 1 and 2"),
    common.dropout(0.2, "official code"),
    common.classes(),
)
Conv = partial(ConvNormAct, eps=1e-3, momentum=0.01)


class InvertedResidual(nn.Module):
    """1×1 expansion → k×k depthwise → squeeze-and-excitation → linear 1×1 projection, with a shortcut (Figure 4).

    N×C_in×H×W → N×C_out×⌈H/s⌉×⌈W/s⌉ through t·C_in channels.
    """

    def __init__(self, in_channels: int, out_channels: int, stride: int, block: Scope) -> None:
        super().__init__()
        hidden = make_divisible(in_channels * block.expansion)
        fused = block.convolution == "fused"
        expands = hidden != in_channels and not fused
        groups = block.divisor("groups", in_channels, hidden, out_channels)
        block.note("expansion", "{0} → {1} → {2} channels", in_channels, hidden, out_channels)
        self.expand = None
        if expands:
            self.expand = Conv(in_channels, hidden, 1, groups=groups, activation=block.activation("expand"))
        self.shuffle = ChannelShuffle(groups) if expands and groups > 1 and block.shuffle else None
        self.depthwise = Conv(
            in_channels if fused else hidden, hidden, side(block.kernel), stride=stride,
            groups=hidden if block.convolution == "depthwise" else 1, activation=block.activation("depthwise"),
        )
        self.se = None
        if block.se:
            squeezed = make_divisible(hidden / block.se)
            act, gate = block.activation("squeeze"), block.activation("gate")
            self.se = SqueezeExcite(hidden, block.se, squeezed=squeezed, act=act, gate=gate)
        self.project = Conv(hidden, out_channels, 1, groups=groups, activation=block.activation("project"))
        self.joins = stride == 1 and in_channels == out_channels and block.shortcut
        self.add = activation(block.activation("add")) if self.joins else None

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = x if self.expand is None else self.expand(x)  # N×tC×H×W
        if self.shuffle is not None:
            y = self.shuffle(y)
        y = self.depthwise(y)  # N×tC×H/s×W/s
        if self.se is not None:
            y = self.se(y)
        y = self.project(y)  # N×C'×H/s×W/s
        if self.joins:
            y = x + y
        return y if self.add is None else self.add(y)


class MobileNetV3(nn.Module):
    """The network of both tables. N×3×R×R → N×classes.

    ``names`` are those of the stages, ``last`` is the width of the last 1×1 convolution.
    """

    names: tuple[str, ...]
    last: int

    def __init__(self, knobs: Scope) -> None:
        super().__init__()
        channels, last = make_divisible(knobs.stem_channels * knobs.alpha), make_divisible(self.last * knobs.alpha)
        knobs.note("alpha", "stem {0}, last convolution {1} channels (multiples of 8)", channels, last)
        stride = 2 if knobs.stem == "imagenet" else 1
        self.stem = Conv(3, channels, 3, stride=stride, activation=knobs.activation("stem"))
        stages = []
        for name in self.names:
            stage = knobs["stages." + name]
            out_channels = make_divisible(stage.channels * stage.alpha)
            stage.note("alpha", "{0} channels ({1} × {2}, multiple of 8)", out_channels, stage.channels, stage.alpha)
            blocks = []
            for i in range(repeated(stage.repeats, stage.depth)):
                blocks.append(InvertedResidual(channels, out_channels, side(stage.stride) if i == 0 else 1, stage[i]))
                channels = out_channels
            stages.append((name, nn.Sequential(*blocks)))
        self.stages = named(stages)
        self.head = Conv(channels, last, 1, activation=knobs.activation("head"))
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.hidden = nn.Linear(last, knobs.head)
        self.act = activation(knobs.activation("head"))
        self.dropout = nn.Dropout(knobs.dropout)
        self.classifier = nn.Linear(knobs.head, knobs.classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.head(self.stages(self.stem(x)))  # N×960×R/32×R/32 (Small: 576)
        x = self.hidden(self.pool(x).flatten(1))  # N×1280 (Small: 1024)
        if self.act is not None:
            x = self.act(x)
        y: Tensor = self.classifier(self.dropout(x))
        return y


def stage_names(table: Mapping[str, object]) -> tuple[str, ...]:
    """Names of the stages in a table of stages and blocks."""
    return tuple(path.removeprefix("stages.") for path in table if path.count(".") == 1)


LARGE_TABLE, SMALL_TABLE = stages(LARGE), stages(SMALL)


def paper_table(source: str) -> PaperTable:
    """Tables 1 and 2."""
    return PaperTable(source, rows=BLOCKS, operators=SPATIAL | {"InvertedResidual": "bneck"}, columns=(
        INPUT, OPERATOR, Column("k", "kernel", "kernel"), Column("exp size", "width:depthwise"), Column("t", "", "expansion"),
        paper.channels("#out", stem="stem_channels", hidden="head", classifier="classes"), Column("SE", "", "se"),
        Column("NL", "", "activation.depthwise", at={"stem": "activation.stem", "head": "activation.head"}), paper.stride(),
    ))



@architecture(
    name="mobilenet_v3_large", title="MobileNetV3-Large", family="MobileNet", year=2019, paper=PAPER,
    url="https://arxiv.org/abs/1905.02244", knobs=(*KNOBS, head(1280, "MobileNetV3, Table 1")),
    presets=(Preset("mobilenet_v3_large", "Table 1"),), table=LARGE_TABLE, compound={"minimalistic": {True: SIMPLER}},
    paper_table=paper_table("MobileNetV3, Table 1"),
    initialise=initialisation.he_fan_out_narrow_head, training=training.MOBILENET_V3,
)
class MobileNetV3Large(MobileNetV3):
    """Table 1."""

    names = stage_names(LARGE_TABLE)
    last = 960


@architecture(
    name="mobilenet_v3_small", title="MobileNetV3-Small", family="MobileNet", year=2019, paper=PAPER,
    url="https://arxiv.org/abs/1905.02244", knobs=(*KNOBS, head(1024, "MobileNetV3, Table 2, later version; 1280 before")),
    presets=(Preset("mobilenet_v3_small", "Table 2"),), table=SMALL_TABLE, compound={"minimalistic": {True: SIMPLER}},
    paper_table=paper_table("MobileNetV3, Table 2"),
    initialise=initialisation.he_fan_out_narrow_head, training=training.MOBILENET_V3,
)
class MobileNetV3Small(MobileNetV3):
    """Table 2."""

    names = stage_names(SMALL_TABLE)
    last = 576
