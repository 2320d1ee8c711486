"""GoogLeNet (Inception v1): modules of parallel 1×1, 3×3 and 5×5 convolutions and a pooling, concatenated.

Szegedy, Liu, Jia, Sermanet, Reed, Anguelov, Erhan, Vanhoucke, Rabinovich: Going Deeper with Convolutions, CVPR 2015,
arXiv:1409.4842. Table 1 (network), Figure 2 (module: (a) naive, (b) with 1×1 reductions), Figure 3 and section 5 (auxiliary
heads, dropout).

``googlenet`` is torchvision's: BatchNorm in place of response normalisation, 3×3 where Table 1 says 5×5 (a known slip that its
weights keep), dropout 0.2, auxiliary heads off until ``aux``; they run in training only. ``googlenet_2014`` is Figure 3.
``reduction`` off is Figure 2a: no 1×1 before the 3×3 and 5×5, none behind the pooling, so each module grows by what it gets.
Stages and modules have the paper's names (3a ... 5b). ``repeats`` past Table 1 repeat the stage's last row.
The paper has no width multiplier; α rounds to multiples of 8 as MobileNetV2's code does.
DEVIATION: the auxiliary heads pool to 4×4 adaptively, as in torchvision; Figure 3 has 5×5 windows by 3, 4×4 of them at 14×14.
DEVIATION: the small stem takes the stride out of conv1 and leaves out its max pool.
"""

from __future__ import annotations

from dataclasses import replace
from string import ascii_lowercase
from typing import NamedTuple

import torch
from torch import Tensor, nn

from models import common, initialisation, training
from models.blocks import ChannelShuffle, ConvNormAct, SqueezeExcite, make_divisible, named, repeated
from models.common import side
from models.knobs import BLOCK, NETWORK, STAGE, Knob, Scope, Value
from models.paper import BLOCKS, SPATIAL, Column, PaperTable
from models.registry import Preset, architecture

PAPER = "GoogLeNet (arXiv:1409.4842)"
EPS = 1e-3  # of BatchNorm, in torchvision and TF-slim

COLUMNS = ("conv1", "reduce3", "conv3", "reduce5", "conv5", "pool_proj")
MODULES = {  # Table 1: #1×1, #3×3 reduce, #3×3, #5×5 reduce, #5×5, pool proj
    "3": {"a": (64, 96, 128, 16, 32, 32), "b": (128, 128, 192, 32, 96, 64)},
    "4": {
        "a": (192, 96, 208, 16, 48, 64), "b": (160, 112, 224, 24, 64, 64), "c": (128, 128, 256, 24, 64, 64),
        "d": (112, 144, 288, 32, 64, 64), "e": (256, 160, 320, 32, 128, 128),
    },
    "5": {"a": (256, 160, 320, 32, 128, 128), "b": (384, 192, 384, 48, 128, 128)},
}
AUXILIARY = ("a", "d")  # modules of stage 4 behind which the heads stand (Figure 3)
TABLE: dict[str, dict[str, Value]] = {}
for _stage, _modules in MODULES.items():
    *_printed, _last = _modules.items()
    TABLE[f"stages.{_stage}"] = {"repeats": len(_modules), **dict(zip(COLUMNS, _last[1], strict=True))}
    TABLE.update({f"stages.{_stage}.{name}": dict(zip(COLUMNS, row, strict=True)) for name, row in _printed})
TABLE["stages.4.pool"] = {"window": "2"}  # torchvision and TF-slim


def width(name: str, title: str, sentence: str) -> Knob:
    """A column of Table 1."""
    return Knob(
        name, "", title, "int", 64, sentence + ", before the width multiplier.", "GoogLeNet, Table 1", minimum=8, maximum=1024,
        step=8, scopes=(STAGE, BLOCK),
    )


KNOBS = (
    common.alpha((0.25, 0.5, 0.75, 1.0), "not in the paper", "rounded to a multiple of 8"),
    common.resolution(224, (128, 160, 192, 224), "GoogLeNet, section 5"),
    Knob(
        "reduction", "", "1×1 reduction", "bool", default=True,
        sentence="1×1 convolutions before the 3×3 and 5×5 and behind the pooling: module (b); without them module (a).",
        source="GoogLeNet, Figure 2",
    ),
    Knob(
        "kernel", "k", "kernel of “5×5”", "choice", "3", "Side of the larger kernel: 5 in the paper, 3 in torchvision.",
        "GoogLeNet, Figure 2; torchvision", choices=("3", "5", "7"),
    ),
    width("conv1", "1×1", "Channels of the 1×1 branch"),
    width("reduce3", "3×3 reduce", "Channels of the 1×1 before the 3×3"),
    width("conv3", "3×3", "Channels of the 3×3"),
    width("reduce5", "5×5 reduce", "Channels of the 1×1 before the 5×5"),
    width("conv5", "5×5", "Channels of the 5×5"),
    width("pool_proj", "pool proj", "Channels of the 1×1 behind the pooling"),
    common.bn("Inception-v2 (arXiv:1502.03167); torchvision", default=True),
    Knob(
        "lrn", "", "response norm", "bool", default=False, sentence="Local response normalisation in the stem.",
        source="GoogLeNet, Figure 3", scopes=(NETWORK,),
    ),
    replace(
        common.convolution("standard", "Xception, section 1.2; MobileNets, Table 4"),
        sentence="The 3×3 and 5×5 of a module: standard, or depthwise and a 1×1.",
    ),
    common.stem_slot("relu", "GoogLeNet, section 5"),
    common.slot("reduce", "relu", "After the 1×1 reductions.", "GoogLeNet, section 5"),
    common.slot("depthwise", "none", "After the depthwise convolution of a separable one.", "MobileNets, Figure 3"),
    common.slot("branch", "relu", "After the 1×1, 3×3 and 5×5 branches.", "GoogLeNet, section 5"),
    common.slot("pool", "relu", "After the 1×1 behind the pooling.", "GoogLeNet, section 5"),
    common.groups(),
    common.shuffle(where="after each grouped 1×1 convolution"),
    common.se(source="SENet, section 4, Figure 2"),
    common.window(3, "GoogLeNet, Table 1 (3); torchvision (2 behind 4e)", scopes=(STAGE, BLOCK)),
    common.depth(),
    common.repeats("GoogLeNet, Table 1", maximum=6),
    common.stem(),
    Knob(
        "aux", "", "auxiliary heads", "bool", default=False,
        sentence="Two classifiers in the middle that help training; they don't run in inference.",
        source="GoogLeNet, section 5, Figure 3", scopes=(NETWORK,),
    ),
    common.dropout(0.2, "torchvision; 0.4 in the paper, section 5"),
    common.classes(),
)


class Outputs(NamedTuple):
    """What the network answers in training with auxiliary heads: N×classes each."""

    logits: Tensor
    aux2: Tensor
    aux1: Tensor


def pointwise(
    name: str, in_channels: int, out_channels: int, groups: int, slot: str, block: Scope, *, bn: bool = True
) -> list[tuple[str, nn.Module]]:
    """A 1×1 convolution with the activation of its slot, a shuffle behind it where it has groups: N×C_in×H×W → N×C_out×H×W."""
    act = block.activation(slot)
    layers: list[tuple[str, nn.Module]] = [
        (name, ConvNormAct(in_channels, out_channels, 1, groups=groups, norm=bn, eps=EPS, activation=act))
    ]
    if groups > 1 and block.shuffle:
        layers.append(("shuffle", ChannelShuffle(groups)))
    return layers


class Inception(nn.Module):
    """The module of Figure 2: 1×1 ∥ 1×1 → 3×3 ∥ 1×1 → 5×5 ∥ 3×3 max pool → 1×1, concatenated.

    N×C×H×W → N×(c1 + c3 + c5 + cp)×H×W; naive (a): no 1×1 but the first, and the pooled C channels join as they are.
    """

    def __init__(self, in_channels: int, block: Scope, alpha: float) -> None:
        super().__init__()
        bn, act = block.bn, block.activation("branch")
        c1, c3, c5 = (make_divisible(c * alpha) for c in (block.conv1, block.conv3, block.conv5))
        in3, in5, pooled = in_channels, in_channels, in_channels
        if reduces := block.reduction:
            in3, in5, pooled = (make_divisible(c * alpha) for c in (block.reduce3, block.reduce5, block.pool_proj))
        separable = block.convolution == "separable"
        groups = block.divisor("groups", in_channels, c1, in3, in5, pooled, *([c3, c5] if separable else []))

        def before(channels: int) -> list[tuple[str, nn.Module]]:
            return pointwise("reduce", in_channels, channels, groups, "reduce", block, bn=bn) if reduces else []

        def spatial(channels: int, out_channels: int, kernel: int) -> nn.Module:
            if not separable:
                return ConvNormAct(channels, out_channels, kernel, norm=bn, eps=EPS, activation=act)
            between = block.activation("depthwise")
            depthwise = ConvNormAct(channels, channels, kernel, groups=channels, norm=bn, eps=EPS, activation=between)
            after = pointwise("pointwise", channels, out_channels, groups, "branch", block, bn=bn)
            return named([("depthwise", depthwise), *after])

        project = pointwise("project", in_channels, pooled, groups, "pool", block, bn=bn) if reduces else []
        self.branch1 = named(pointwise("conv", in_channels, c1, groups, "branch", block, bn=bn))
        self.branch3 = named([*before(in3), ("conv", spatial(in3, c3, 3))])
        self.branch5 = named([*before(in5), ("conv", spatial(in5, c5, side(block.kernel)))])
        self.pool = named([("pool", nn.MaxPool2d(3, 1, padding=1)), *project])
        self.out_channels = c1 + c3 + c5 + pooled
        block.note("reduction", "{0} → {1} + {2} + {3} + {4} channels", in_channels, c1, c3, c5, pooled)
        self.se = SqueezeExcite(self.out_channels, block.se) if block.se else None

    def forward(self, x: Tensor) -> Tensor:
        y = torch.cat((self.branch1(x), self.branch3(x), self.branch5(x), self.pool(x)), dim=1)  # N×C'×H×W
        return y if self.se is None else self.se(y)


class AuxiliaryHead(nn.Module):
    """Average pool to 4×4 → 1×1 → two fully connected layers (section 5). N×C×H×W → N×classes."""

    def __init__(self, in_channels: int, knobs: Scope) -> None:
        super().__init__()
        self.pool = nn.AdaptiveAvgPool2d(4)
        self.conv = ConvNormAct(in_channels, 128, 1, norm=knobs.bn, eps=EPS)
        self.fc = nn.Linear(128 * 4 * 4, 1024)
        self.act = nn.ReLU(inplace=True)
        self.dropout = nn.Dropout(0.7)
        self.classifier = nn.Linear(1024, knobs.classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv(self.pool(x)).flatten(1)  # N×2048
        x = self.dropout(self.act(self.fc(x)))  # N×1024
        y: Tensor = self.classifier(x)
        return y


PAPER_TABLE = PaperTable(
    "GoogLeNet, Table 1", rows=BLOCKS, operators=SPATIAL,
    names={f"stages.{name}": f"inception ({name}{{0}})" for name in MODULES}, columns=(
        Column("type", "name"), Column("patch", "kernel"), Column("stride", "stride"), Column("output size", "output"),
        Column("#1×1", "width:branch1", "conv1"), Column("#3×3 reduce", "width:branch3.reduce", "reduce3"),
        Column("#3×3", "width:branch3", "conv3"), Column("#5×5 reduce", "width:branch5.reduce", "reduce5"),
        Column("#5×5", "width:branch5", "conv5"), Column("pool proj", "width:pool", "pool_proj"), Column("params", "params"),
        Column("ops", "macs"),
    ),
)


@architecture(
    name="googlenet", title="GoogLeNet", family="Inception", year=2014, paper=PAPER, url="https://arxiv.org/abs/1409.4842",
    knobs=KNOBS, table=TABLE,
    presets=(
        Preset("googlenet", "Table 1; torchvision"),
        Preset(
            "googlenet_2014", "Table 1, Figure 3", {"kernel": "5", "bn": False, "lrn": True, "dropout": 0.4},
            {"stages.4.pool": {"window": "3"}},
        ),
    ),
    paper_table=PAPER_TABLE, initialise=initialisation.googlenet, training=training.GOOGLENET,
)
class GoogLeNet(nn.Module):
    """Table 1. N×3×R×R → N×classes; in training with auxiliary heads, three of them."""

    def __init__(self, knobs: Scope) -> None:
        super().__init__()
        narrow, channels = make_divisible(64 * knobs.alpha), make_divisible(192 * knobs.alpha)
        knobs.note("alpha", "stem {0}, {1} channels (multiples of 8)", narrow, channels)
        self.stem = self.entrance(narrow, channels, knobs)
        stages: list[tuple[str, nn.Module]] = []
        ends: dict[str, list[int]] = {}  # channels behind each module
        for name in MODULES:
            stage = knobs["stages." + name]
            blocks: list[tuple[str, nn.Module]] = []
            for letter in ascii_lowercase[: repeated(stage.repeats, stage.depth)]:
                block = Inception(channels, stage[letter], stage.alpha)
                channels = block.out_channels
                blocks.append((letter, block))
                ends.setdefault(name, []).append(channels)
            stage.note("alpha", "{0} channels at the end (branches are multiples of 8)", channels)
            if name != "5":
                blocks.append(("pool", nn.MaxPool2d(side(stage["pool"].window), 2, ceil_mode=True)))
            stages.append((name, named(blocks)))
        self.stages = named(stages)
        self.aux1 = self.aux2 = None
        if knobs.aux:
            self.aux1, self.aux2 = (AuxiliaryHead(ends["4"][i], knobs) for i in taps(len(ends["4"])))
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(knobs.dropout)
        self.classifier = nn.Linear(channels, knobs.classes)

    @staticmethod
    def entrance(narrow: int, channels: int, knobs: Scope) -> nn.Sequential:
        """The rows of Table 1 above 3a: N×3×R×R → N×192×R/8×R/8."""
        bn, small, act = knobs.bn, knobs.stem == "small", knobs.activation("stem")
        layers: list[tuple[str, nn.Module]] = [
            ("conv1", ConvNormAct(3, narrow, 7, stride=1 if small else 2, norm=bn, eps=EPS, activation=act)),
            ("reduce2", ConvNormAct(narrow, narrow, 1, norm=bn, eps=EPS, activation=act)),
            ("conv2", ConvNormAct(narrow, channels, 3, norm=bn, eps=EPS, activation=act)),
            ("pool2", nn.MaxPool2d(3, 2, ceil_mode=True)),
        ]
        if knobs.lrn:  # AlexNet's constants, as in Caffe's GoogLeNet
            layers[1:1] = [("norm1", nn.LocalResponseNorm(5))]
            layers[-1:-1] = [("norm2", nn.LocalResponseNorm(5))]
        if not small:
            layers[1:1] = [("pool1", nn.MaxPool2d(3, 2, ceil_mode=True))]
        return named(layers)

    def forward(self, x: Tensor) -> Tensor | Outputs:
        x = self.stem(x)  # N×192×R/8×R/8
        if self.training and self.aux1 is not None and self.aux2 is not None:
            return self.with_heads(x, self.aux1, self.aux2)
        return self.answer(self.stages(x))

    def answer(self, x: Tensor) -> Tensor:
        x = self.pool(x).flatten(1)  # N×1024×R/32×R/32 → N×1024
        y: Tensor = self.classifier(self.dropout(x))
        return y

    def with_heads(self, x: Tensor, aux1: nn.Module, aux2: nn.Module) -> Outputs:
        """Training: the heads see what modules 4a and 4d (or the last before it) give."""
        third, fourth, fifth = self.stages.children()
        *modules, pool = fourth.children()
        heads = list(zip(taps(len(modules)), (aux1, aux2), strict=True))
        answers = []
        x = third(x)  # N×480×R/16×R/16
        for i, module in enumerate(modules):
            x = module(x)  # N×512, N×528 …
            answers += [head(x) for tap, head in heads if tap == i]
        return Outputs(self.answer(fifth(pool(x))), answers[1], answers[0])


def taps(modules: int) -> list[int]:
    """Which modules of stage 4 feed the heads, where it has this many."""
    return [min(ascii_lowercase.index(letter), modules - 1) for letter in AUXILIARY]
