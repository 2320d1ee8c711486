"""Xception: separable convolutions as the extreme of Inception, in residual blocks.

Chollet: Xception: Deep Learning with Depthwise Separable Convolutions, CVPR 2017, arXiv:1610.02357. Figure 5 (network),
sections 1.1 and 1.2 with Figures 3 and 4 (from ordinary convolution through Inception to one segment per channel),
section 4.6 and Figure 9 (without shortcuts), section 4.7 and Figure 10 (activation between depthwise and pointwise).

The stages are the figure's entry, middle and exit flow; the stem's two convolutions have no padding, as in the author's Keras
code. A block of the exit flow's tail holds one separable convolution, with its ReLU behind it and no shortcut.
The paper has no width multiplier; α rounds to multiples of 8 as MobileNetV2's code does. The first separable convolution of
the exit flow keeps the width that comes in (728), a block's 1×1 shortcut is never grouped.
DEVIATION: max pools and strided convolutions pad evenly on both sides, Keras' "same" may pad one side only.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from torch import Tensor, nn

from models import common, initialisation, paper, training
from models.blocks import ChannelShuffle, ConvNormAct, SqueezeExcite, activation, make_divisible, named, repeated
from models.common import side
from models.knobs import BLOCK, STAGE, Knob, Scope
from models.paper import BLOCKS, SPATIAL, Column, PaperTable
from models.registry import Preset, architecture

PAPER = "Xception (arXiv:1610.02357)"

ENTRY = (128, 256, 728)  # Figure 5: two separable convolutions each, then a max pool
MIDDLE = 728  # three separable convolutions, eight times
EXIT = 1024  # two separable convolutions, then a max pool
TAIL = (1536, 2048)  # one separable convolution each
TABLE: dict[str, dict[str, int]] = {
    **{f"stages.entry.{i}": {"channels": c} for i, c in enumerate(ENTRY)},
    "stages.middle": {"channels": MIDDLE, "repeats": 8},
    **{f"stages.exit.{i}": {"channels": c} for i, c in enumerate((EXIT, *TAIL))},
}

KNOBS = (
    common.alpha((0.25, 0.5, 0.75, 1.0), "not in the paper", "rounded to a multiple of 8"),
    common.resolution(299, (150, 224, 299), "Xception, section 4.1 (299)"),
    Knob(
        "segments", "", "segments", "int", 0,
        "Groups of the spatial convolution: 1 is an ordinary convolution, 3 or 4 an Inception module, C the extreme.",
        "Xception, sections 1.1 and 1.2, Figures 3 and 4", minimum=1, maximum=4096, snaps=(1, 2, 4, 8),
        special={0: "C (one per channel)"},
    ),
    Knob(
        "order", "", "order", "choice", "depthwise-first",
        "Whether a separable convolution starts with the spatial part or, as Inception does, with the 1×1.",
        "Xception, section 1.2", choices=("depthwise-first", "pointwise-first"),
    ),
    common.stem_slot("relu", "Xception, Figure 5"),
    common.slot("pre", "relu", "Before each separable convolution of a residual block.", "Xception, Figure 5"),
    common.slot("intermediate", "none", "Between the depthwise and the 1×1 convolution.", "Xception, section 4.7, Figure 10"),
    common.slot("post", "relu", "After each of the last two separable convolutions.", "Xception, Figure 5"),
    Knob(
        "shortcut", "", "shortcut", "bool", default=True, sentence="The residual connection around a block.",
        source="Xception, section 4.6, Figure 9",
    ),
    common.groups(),
    common.shuffle(where="after each grouped 1×1 convolution"),
    common.se(),
    common.kernel(),
    common.depth(),
    common.repeats("Xception, Figure 5 (middle flow)"),
    replace(
        common.channels("Xception, Figure 5"), sentence="Output channels of this block, before the width multiplier.",
        scopes=(STAGE, BLOCK),
    ),
    common.stem(),
    common.dropout(0.5, "Xception, section 4.3"),
    common.classes(),
)


def separable(widths: tuple[int, ...], block: Scope) -> list[nn.Sequential]:
    """Separable convolutions from each width to the next: spatial → 1×1 (or reversed) → BatchNorm, N×C_i×H×W → N×C_j×H×W."""
    depthwise_first = block.order == "depthwise-first"
    spatial_widths = widths[:-1] if depthwise_first else widths[1:]
    segments = block.divisor("segments", *spatial_widths)
    groups = block.divisor("groups", *widths)
    kernel = side(block.kernel)
    layers = []
    for (in_channels, out_channels), channels in zip(pairwise(widths), spatial_widths, strict=True):
        spatial = nn.Conv2d(channels, channels, kernel, padding=kernel // 2, groups=segments or channels, bias=False)
        pointwise = nn.Conv2d(in_channels, out_channels, 1, groups=groups, bias=False)
        shuffle = ChannelShuffle(groups) if groups > 1 and block.shuffle else None
        act = activation(block.activation("intermediate"))
        order = (
            [("spatial", spatial), ("act", act), ("pointwise", pointwise), ("shuffle", shuffle)] if depthwise_first
            else [("pointwise", pointwise), ("shuffle", shuffle), ("act", act), ("spatial", spatial)]
        )
        children = [(name, layer) for name, layer in order if layer is not None]
        layers.append(named([*children, ("norm", nn.BatchNorm2d(out_channels))]))
    return layers


class XceptionBlock(nn.Module):
    """(ReLU → separable convolution) twice or three times, a max pool where the stride is 2, and the shortcut (Figure 5).

    N×C_in×H×W → N×C_out×⌈H/s⌉×⌈W/s⌉ through ``widths`` = (C_in, …, C_out). ``starts_linear`` leaves out the first ReLU: the
    entry flow's first block comes right after the stem's.
    """

    def __init__(self, widths: tuple[int, ...], stride: int, block: Scope, *, starts_linear: bool = False) -> None:
        super().__init__()
        in_channels, out_channels = widths[0], widths[-1]
        self.joins = block.shortcut
        layers: list[tuple[str, nn.Module]] = []
        for i, layer in enumerate(separable(widths, block), start=1):
            if i > 1 or not starts_linear:
                # the shortcut still needs the block's input, so the first one must not overwrite it
                act = activation(block.activation("pre"), inplace=i > 1 or not self.joins)
                if act is not None:
                    layers.append((f"act{i}", act))
            layers.append((f"separable{i}", layer))
        self.branch = named(layers)
        self.pool = nn.MaxPool2d(3, 2, padding=1) if stride == 2 else None
        self.se = SqueezeExcite(out_channels, block.se) if block.se else None
        projects = self.joins and (stride == 2 or in_channels != out_channels)
        self.project = ConvNormAct(in_channels, out_channels, 1, stride=stride, activation="none") if projects else None

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.branch(x)  # N×C'×H×W
        if self.pool is not None:
            y = self.pool(y)  # N×C'×H/2×W/2
        if self.se is not None:
            y = self.se(y)
        if self.joins:
            y = y + (x if self.project is None else self.project(x))
        return y


class TailBlock(nn.Module):
    """Separable convolution → ReLU, without a shortcut (Figure 5, exit flow). N×C_in×H×W → N×C_out×H×W."""

    def __init__(self, in_channels: int, out_channels: int, block: Scope) -> None:
        super().__init__()
        (self.separable,) = separable((in_channels, out_channels), block)
        self.act = activation(block.activation("post"))
        self.se = SqueezeExcite(out_channels, block.se) if block.se else None

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.separable(x)  # N×C'×H×W
        if self.act is not None:
            y = self.act(y)
        if self.se is not None:
            y = self.se(y)
        return y


PAPER_TABLE = PaperTable(
    "Xception, Figure 5", rows=BLOCKS, folded=True, operators=SPATIAL,
    names={f"stages.{flow}": f"{flow} flow, {{0}}" for flow in ("entry", "middle", "exit")}, columns=(
        Column("flow", "name"), Column("layers", "content"), paper.channels(classifier="classes"),
        Column("k", "kernel", "kernel"), Column("stride", "stride"), Column("×", "blocks"),
        Column("n", "", "repeats", first=True), Column("output", "output"),
    ),
)


@architecture(
    name="xception", title="Xception", family="Inception", year=2016, paper=PAPER, url="https://arxiv.org/abs/1610.02357",
    knobs=KNOBS, presets=(Preset("xception", "Figure 5"),), table=TABLE,
    paper_table=PAPER_TABLE, initialise=initialisation.glorot, training=training.XCEPTION,
)
class Xception(nn.Module):
    """Figure 5. N×3×R×R → N×classes."""

    def __init__(self, knobs: Scope) -> None:
        super().__init__()
        narrow, channels = make_divisible(32 * knobs.alpha), make_divisible(64 * knobs.alpha)
        knobs.note("alpha", "stem {0}, {1} channels (multiples of 8)", narrow, channels)
        stride, padding = (2, 0) if knobs.stem == "imagenet" else (1, 1)
        act = knobs.activation("stem")
        self.stem = named([
            ("1", ConvNormAct(3, narrow, 3, stride=stride, padding=padding, activation=act)),
            ("2", ConvNormAct(narrow, channels, 3, padding=padding, activation=act)),
        ])

        stage = knobs["stages.entry"]
        entry = []
        for i in range(len(ENTRY)):
            width = self.width(stage, stage[i])
            entry.append(XceptionBlock((channels, width, width), 2, stage[i], starts_linear=i == 0))
            channels = width

        stage = knobs["stages.middle"]
        middle = []
        for i in range(repeated(stage.repeats, stage.depth)):
            width = self.width(stage, stage[i])
            middle.append(XceptionBlock((channels, width, width, width), 1, stage[i]))
            channels = width

        stage = knobs["stages.exit"]
        width = self.width(stage, stage[0])
        leave: list[nn.Module] = [XceptionBlock((channels, channels, width), 2, stage[0])]
        channels = width
        for i in range(1, 1 + len(TAIL)):
            width = self.width(stage, stage[i])
            leave.append(TailBlock(channels, width, stage[i]))
            channels = width

        self.stages = named([
            ("entry", nn.Sequential(*entry)), ("middle", nn.Sequential(*middle)), ("exit", nn.Sequential(*leave)),
        ])
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(knobs.dropout)
        self.classifier = nn.Linear(channels, knobs.classes)

    @staticmethod
    def width(stage: Scope, block: Scope) -> int:
        """Output channels of a block under its stage's α."""
        width = make_divisible(block.channels * stage.alpha)
        stage.note("alpha", "{0} channels at the end (multiples of 8)", width)
        return width

    def forward(self, x: Tensor) -> Tensor:
        x = self.stages(self.stem(x))  # N×2048×10×10 for R = 299
        x = self.pool(x).flatten(1)  # N×2048
        y: Tensor = self.classifier(self.dropout(x))
        return y
