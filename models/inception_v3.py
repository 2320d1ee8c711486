"""Inception-v3: Inception modules whose large kernels are factorised.

Szegedy, Vanhoucke, Ioffe, Shlens, Wojna: Rethinking the Inception Architecture for Computer Vision, CVPR 2016,
arXiv:1512.00567. Table 1 (network), Figure 5 (module of the 35×35 grid), Figure 6 (17×17, n = 7), Figure 7 (8×8), Figure 10
(grid reduction), section 4 (auxiliary head).

The network is the authors' code (TF-slim), as in torchvision: Table 1 leaves several widths open, and its rows 80 (3×3), 192 (/2)
and 288 don't exist there. Stages and modules have that code's names: 5b to 5d, 6a (reduction) to 6e, 7a (reduction) to 7c.
``factorized`` off is section 3.2 undone: one n×n convolution in place of each 1×n and n×1. ``repeats`` counts a stage's modules
without the reduction; past Table 1 they repeat the stage's last row. ``aux`` adds the head behind 6e; it runs in training only.
The paper has no width multiplier; α rounds to multiples of 8 as MobileNetV2's code does.
DEVIATION: the small stem has no strides, no max pools and padding everywhere.
DEVIATION: where the grid of 6e is under 17×17, the auxiliary head's average pool adapts to 5×5 instead of failing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from string import ascii_lowercase
from typing import NamedTuple

import torch
from torch import Tensor, nn

from models import common, initialisation, training
from models.blocks import ConvNormAct, SqueezeExcite, make_divisible, named, repeated
from models.common import side
from models.googlenet import EPS, pointwise
from models.knobs import BLOCK, NETWORK, STAGE, Knob, Scope, Value
from models.paper import INPUT, SPATIAL, Column, PaperTable
from models.registry import Preset, architecture

PAPER = "Inception-v3 (arXiv:1512.00567)"
SMALLEST = 75  # pixels that leave a window for the last reduction

Step = tuple[int, int | tuple[int, int], int]  # channels, kernel, stride
Width = Callable[[int], int]  # channels under α

TABLE: dict[str, dict[str, Value]] = {  # modules on the 35×35, 17×17 and 8×8 grid
    "stages.5": {"repeats": 3, "pool_proj": 64, "kernel": "5"},
    "stages.5.b": {"pool_proj": 32},
    "stages.6": {"repeats": 4, "width": 192},
    "stages.6.b": {"width": 128},
    "stages.6.c": {"width": 160},
    "stages.6.d": {"width": 160},
    "stages.7": {"repeats": 2},
}

KNOBS = (
    common.alpha((0.25, 0.5, 0.75, 1.0), "not in the paper", "rounded to a multiple of 8"),
    common.resolution(299, (79, 151, 224, 299), "Inception-v3, sections 7 and 8 (79, 151, 299)"),
    Knob(
        "factorized", "", "factorised", "bool", default=True, sentence="n×n convolutions as 1×n and n×1.",
        source="Inception-v3, section 3.2, Figures 6 and 7",
    ),
    Knob(
        "kernel", "n", "kernel", "choice", "7", "Side n of the large kernels of a module.", "Inception-v3, Figures 5 and 6",
        choices=("3", "5", "7", "9"),
    ),
    Knob(
        "width", "", "7×7 width", "int", 192, "Channels inside the 1×7 and 7×1 chains, before the width multiplier.",
        "TF-slim; torchvision", minimum=8, maximum=1024, step=8, scopes=(STAGE, BLOCK),
    ),
    Knob(
        "pool_proj", "", "pool proj", "int", 192, "Channels of the 1×1 behind the pooling, before the width multiplier.",
        "TF-slim; torchvision", minimum=8, maximum=1024, step=8, scopes=(STAGE, BLOCK),
    ),
    common.stem_slot("relu", "Inception-v3, section 6"),
    common.slot("reduce", "relu", "After the 1×1 convolutions in front of larger ones.", "Inception-v3, section 6"),
    common.slot("branch", "relu", "After the larger convolutions and the 1×1 branch.", "Inception-v3, section 6"),
    common.slot("pool", "relu", "After the 1×1 behind the pooling.", "Inception-v3, section 6"),
    common.groups(),
    common.shuffle(where="after each grouped 1×1 convolution"),
    common.se(source="SENet, section 4, Figure 2"),
    common.depth(),
    common.repeats("Inception-v3, Table 1", maximum=6),
    common.stem(),
    Knob(
        "aux", "", "auxiliary head", "bool", default=False,
        sentence="A classifier behind 6e that regularises training; it doesn't run in inference.",
        source="Inception-v3, section 4, Figure 8", scopes=(NETWORK,),
    ),
    common.dropout(0.5, "torchvision; 0.2 in TF-slim"),
    common.classes(),
)


class Outputs(NamedTuple):
    """What the network answers in training with the auxiliary head: N×classes each."""

    logits: Tensor
    aux: Tensor


def scaled(alpha: float, channels: int) -> int:
    return make_divisible(channels * alpha)


def chain(in_channels: int, reduced: int, steps: list[Step], groups: int, block: Scope) -> nn.Sequential:
    """1×1, then convolutions to (channels, kernel, stride) each: N×C×H×W → N×C'×H/s×W/s. Stride 2 goes without padding."""
    layers = pointwise("reduce", in_channels, reduced, groups, "reduce", block)
    channels = reduced
    for i, (out_channels, kernel, stride) in enumerate(steps, start=1):
        layers.append((f"conv{i}", spatial(channels, out_channels, kernel, stride, block)))
        channels = out_channels
    return named(layers)


def spatial(in_channels: int, out_channels: int, kernel: int | tuple[int, int], stride: int, block: Scope) -> ConvNormAct:
    padding = 0 if stride == 2 else None
    act = block.activation("branch")
    return ConvNormAct(in_channels, out_channels, kernel, stride=stride, padding=padding, eps=EPS, activation=act)


def pooled(in_channels: int, out_channels: int, groups: int, block: Scope) -> nn.Sequential:
    """3×3 average pool → 1×1: N×C×H×W → N×C'×H×W."""
    project = pointwise("project", in_channels, out_channels, groups, "pool", block)
    return named([("pool", nn.AvgPool2d(3, 1, padding=1)), *project])


class Parallel(nn.Module):
    """Branches side by side, concatenated: N×C×H×W → N×ΣC_i×H'×W'."""

    def __init__(self, branches: Iterable[tuple[str, nn.Module]]) -> None:
        super().__init__()
        for name, branch in branches:
            self.add_module(name, branch)

    def forward(self, x: Tensor) -> Tensor:
        return torch.cat([branch(x) for branch in self.children()], dim=1)


class Inception(nn.Module):
    """A module: its branches, and squeeze-and-excitation behind them. N×C×H×W → N×C'×H'×W'."""

    def __init__(self, branches: list[tuple[str, nn.Module]], out_channels: int, block: Scope) -> None:
        super().__init__()
        self.branches = Parallel(branches)
        self.out_channels = out_channels
        self.se = SqueezeExcite(out_channels, block.se) if block.se else None

    def forward(self, x: Tensor) -> Tensor:
        x = self.branches(x)  # N×C'×H'×W'
        return x if self.se is None else self.se(x)


def module5(c: int, block: Scope, w: Width) -> Inception:
    """Figure 5, with the authors' 5×5 in place of one pair of 3×3: N×C×35×35 → N×(64 + 64 + 96 + pool)×35×35."""
    c1, r5, c5, r3, c3, cp = w(64), w(48), w(64), w(64), w(96), w(block.pool_proj)
    g = block.divisor("groups", c, c1, r5, r3, cp)
    return Inception([
        ("branch1", named(pointwise("conv", c, c1, g, "branch", block))),
        ("branch5", chain(c, r5, [(c5, side(block.kernel), 1)], g, block)),
        ("branch3", chain(c, r3, [(c3, 3, 1), (c3, 3, 1)], g, block)),
        ("pool", pooled(c, cp, g, block)),
    ], c1 + c5 + c3 + cp, block)


def reduction6(c: int, block: Scope, w: Width) -> Inception:
    """Figure 10: N×C×35×35 → N×(384 + 96 + C)×17×17."""
    c3, r3, d3 = w(384), w(64), w(96)
    g = block.divisor("groups", c, r3)
    return Inception([
        ("branch3", spatial(c, c3, 3, 2, block)),
        ("double3", chain(c, r3, [(d3, 3, 1), (d3, 3, 2)], g, block)),
        ("pool", nn.MaxPool2d(3, 2)),
    ], c3 + d3 + c, block)


def module6(c: int, block: Scope, w: Width) -> Inception:
    """Figure 6: N×C×17×17 → N×(3 · 192 + pool)×17×17, through 1×7 and 7×1."""
    wide, narrow, cp, n = w(192), w(block.width), w(block.pool_proj), side(block.kernel)
    g = block.divisor("groups", c, wide, narrow, cp)
    if block.factorized:
        once: list[Step] = [(narrow, (1, n), 1), (wide, (n, 1), 1)]
        twice: list[Step] = [(narrow, (n, 1), 1), (narrow, (1, n), 1), (narrow, (n, 1), 1), (wide, (1, n), 1)]
    else:
        once, twice = [(wide, n, 1)], [(narrow, n, 1), (wide, n, 1)]
    return Inception([
        ("branch1", named(pointwise("conv", c, wide, g, "branch", block))),
        ("branch7", chain(c, narrow, once, g, block)),
        ("double7", chain(c, narrow, twice, g, block)),
        ("pool", pooled(c, cp, g, block)),
    ], 3 * wide + cp, block)


def reduction7(c: int, block: Scope, w: Width) -> Inception:
    """The authors' second reduction: N×C×17×17 → N×(320 + 192 + C)×8×8."""
    c3, mid, n = w(320), w(192), side(block.kernel)
    g = block.divisor("groups", c, mid)
    large: list[Step] = [(mid, (1, n), 1), (mid, (n, 1), 1)] if block.factorized else [(mid, n, 1)]
    return Inception([
        ("branch3", chain(c, mid, [(c3, 3, 2)], g, block)),
        ("branch7", chain(c, mid, [*large, (mid, 3, 2)], g, block)),
        ("pool", nn.MaxPool2d(3, 2)),
    ], c3 + mid + c, block)


def module7(c: int, block: Scope, w: Width) -> Inception:
    """Figure 7: N×C×8×8 → N×(320 + 4 · 384 + pool)×8×8, its 1×3 and 3×1 side by side."""
    c1, c3, r3, cp = w(320), w(384), w(448), w(block.pool_proj)
    g = block.divisor("groups", c, c1, c3, r3, cp)

    def both() -> nn.Module:  # N×384×8×8 → N×768×8×8
        if not block.factorized:
            return spatial(c3, 2 * c3, 3, 1, block)
        return Parallel([("row", spatial(c3, c3, (1, 3), 1, block)), ("column", spatial(c3, c3, (3, 1), 1, block))])

    return Inception([
        ("branch1", named(pointwise("conv", c, c1, g, "branch", block))),
        ("branch3", named([*chain(c, c3, [], g, block).named_children(), ("both", both())])),
        ("double3", named([*chain(c, r3, [(c3, 3, 1)], g, block).named_children(), ("both", both())])),
        ("pool", pooled(c, cp, g, block)),
    ], c1 + 4 * c3 + cp, block)


class AuxiliaryHead(nn.Module):
    """Average pool to 5×5 → 1×1 → 5×5 → fully connected (Figure 8). N×C×17×17 → N×classes."""

    def __init__(self, in_channels: int, classes: int) -> None:
        super().__init__()
        self.pool = nn.AvgPool2d(5, 3)
        self.small_pool = nn.AdaptiveAvgPool2d(5)
        self.reduce = ConvNormAct(in_channels, 128, 1, eps=EPS)
        self.conv = ConvNormAct(128, 768, 5, padding=0, eps=EPS)
        self.last_pool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Linear(768, classes)

    def forward(self, x: Tensor) -> Tensor:
        x = (self.pool if min(x.shape[-2:]) >= 17 else self.small_pool)(x)  # N×768×5×5
        x = self.conv(self.reduce(x))  # N×128×5×5 → N×768×1×1
        y: Tensor = self.classifier(self.last_pool(x).flatten(1))
        return y


PAPER_TABLE = PaperTable(
    "Inception-v3, Table 1", operators=SPATIAL, names={"stages": "{0}a …"}, columns=(
        Column("type", "operator"), Column("place", "name"), Column("patch size", "kernel"), Column("stride", "stride"), INPUT,
        Column("modules", "", "repeats"), Column("n", "", "kernel"), Column("7×7 width", "", "width"),
        Column("pool proj", "", "pool_proj"), Column("channels", "channels", at={"classifier": "classes"}),
    ),
)


@architecture(
    name="inception_v3", title="Inception-v3", family="Inception", year=2015, paper=PAPER, url="https://arxiv.org/abs/1512.00567",
    knobs=KNOBS, presets=(Preset("inception_v3", "Table 1; TF-slim, torchvision"),), table=TABLE,
    paper_table=PAPER_TABLE, initialise=initialisation.inception_v3, training=training.INCEPTION_V3,
)
class InceptionV3(nn.Module):
    """Table 1. N×3×R×R → N×classes; in training with the auxiliary head, two of them."""

    def __init__(self, knobs: Scope) -> None:
        super().__init__()
        self.stem, channels = self.entrance(knobs)
        stages: list[tuple[str, nn.Module]] = []
        ends = {}  # channels behind each stage
        for name, reduce, module in (("5", None, module5), ("6", reduction6, module6), ("7", reduction7, module7)):
            stage = knobs["stages." + name]
            width = partial(scaled, stage.alpha)
            letters = ascii_lowercase[0 if reduce else 1 : 1 + repeated(stage.repeats, stage.depth)]
            blocks = []
            for letter in letters:
                build = reduce if letter == "a" and reduce else module
                block = build(channels, stage[letter], width)
                channels = block.out_channels
                blocks.append((letter, block))
            stage.note("alpha", "{0} channels at the end (branches are multiples of 8)", channels)
            stages.append((name, named(blocks)))
            ends[name] = channels
        self.stages = named(stages)
        self.aux = AuxiliaryHead(ends["6"], knobs.classes) if knobs.aux else None
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(knobs.dropout)
        self.classifier = nn.Linear(channels, knobs.classes)

    @staticmethod
    def entrance(knobs: Scope) -> tuple[nn.Sequential, int]:
        """The rows of Table 1 above the modules, N×3×R×R → N×192×R/8×R/8, and its channels."""
        c1, c3, c4, c5 = (make_divisible(c * knobs.alpha) for c in (32, 64, 80, 192))
        knobs.note("alpha", "stem {0}, {1}, {2}, {3} channels (multiples of 8)", c1, c3, c4, c5)
        small = knobs.stem == "small"
        if not small:
            knobs.among(
                "resolution", tuple(range(SMALLEST, 601)), "stem and reductions need {0} px; the small stem takes less", SMALLEST
            )
        padding = None if small else 0
        conv = partial(ConvNormAct, eps=EPS, activation=knobs.activation("stem"))
        layers: list[tuple[str, nn.Module]] = [
            ("conv1", conv(3, c1, 3, stride=1 if small else 2, padding=padding)),
            ("conv2", conv(c1, c1, 3, padding=padding)),
            ("conv3", conv(c1, c3, 3)),
            ("pool3", nn.MaxPool2d(3, 2)),
            ("conv4", conv(c3, c4, 1)),
            ("conv5", conv(c4, c5, 3, padding=padding)),
            ("pool5", nn.MaxPool2d(3, 2)),
        ]
        return named((name, layer) for name, layer in layers if not (small and name.startswith("pool"))), c5

    def forward(self, x: Tensor) -> Tensor | Outputs:
        x = self.stem(x)  # N×192×35×35 for R = 299
        if self.training and self.aux is not None:
            fifth, sixth, seventh = self.stages.children()
            x = sixth(fifth(x))  # N×768×17×17
            aux = self.aux(x)
            return Outputs(self.answer(seventh(x)), aux)
        return self.answer(self.stages(x))

    def answer(self, x: Tensor) -> Tensor:
        x = self.dropout(self.pool(x)).flatten(1)  # N×2048×8×8 → N×2048
        y: Tensor = self.classifier(x)
        return y
