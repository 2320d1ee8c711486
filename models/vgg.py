"""VGG: stacks of 3×3 convolutions between max pools, then three fully connected layers.

Simonyan, Zisserman: Very Deep Convolutional Networks for Large-Scale Image Recognition, ICLR 2015, arXiv:1409.1556. Table 1
(configurations A to E), Table 2 (parameters), section 2.1 (layers), section 3.1 (dropout).

``vgg11``, ``13``, ``16``, ``19`` are configurations A, B, D and E; ``vgg16_c`` is C, whose last layer of stages 3 to 5 is 1×1.
A-LRN is left out: its normalisation changed nothing (section 4.1). The ``_bn`` variants have BatchNorm between convolution and
ReLU, with the convolution's bias kept, as in torchvision. Stages are Table 1's rows between two max pools. ``shortcut`` is
ResNet's question asked of this network: off in the paper.
``convolution=separable`` is MobileNets' trial (Table 4) on this network: depthwise 3×3 and 1×1 in place of each 3×3.
The paper has no width multiplier; α rounds to multiples of 8 as MobileNetV2's code does and acts on the hidden layers too.
DEVIATION: an adaptive average pool to 7×7 stands before the first hidden layer, as in torchvision, so that every resolution
runs; at 224 px it changes nothing.
DEVIATION: the small stem leaves out the first max pool; there is no stride in the first layer to take away.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace

from torch import Tensor, nn

from models import common, initialisation, paper, training
from models.blocks import ChannelShuffle, ConvNormAct, SqueezeExcite, activation, make_divisible, named, repeated
from models.common import side
from models.knobs import NETWORK, Knob, Scope, Value
from models.paper import NAME, OPERATOR, SIZE, SPATIAL, Column, PaperTable
from models.registry import Preset, architecture, rows

PAPER = "VGG (arXiv:1409.1556)"

STAGES = {  # Table 1
    #     c    n
    "1": (64, 1),
    "2": (128, 1),
    "3": (256, 2),
    "4": (512, 2),
    "5": (512, 2),
}
CONFIGURATIONS = {  # Table 1: convolutions in each stage
    "vgg11": ("A", (1, 1, 2, 2, 2)),
    "vgg13": ("B", (2, 2, 2, 2, 2)),
    "vgg16": ("D", (2, 2, 3, 3, 3)),
    "vgg19": ("E", (2, 2, 4, 4, 4)),
}
COLOURS = 3
GRID = 7  # side of the feature map that the first hidden layer sees


def at(repeats: tuple[int, ...]) -> dict[str, dict[str, Value]]:
    """A column of Table 1 as repeats by stage."""
    return {f"stages.{name}": {"repeats": n} for name, n in zip(STAGES, repeats, strict=True)}


PRESETS = (
    *(Preset(name, f"Table 1, {column}", {}, at(n)) for name, (column, n) in CONFIGURATIONS.items()),
    *(
        Preset(f"{name}_bn", f"torchvision; Table 1, {column}, with BatchNorm", {"bn": True}, at(n))
        for name, (column, n) in CONFIGURATIONS.items()
    ),
    Preset("vgg16_c", "Table 1, C", {}, {**at((2, 2, 3, 3, 3)), **{f"stages.{s}.2": {"kernel": "1"} for s in "345"}}),
)

KNOBS = (
    common.alpha((0.25, 0.5, 0.75, 1.0), "not in the paper", "rounded to a multiple of 8"),
    common.resolution(224, (128, 160, 192, 224, 256, 384), "VGG, section 3 (224; tested at 256 and 384)"),
    common.convolution("standard", "MobileNets, Table 4"),
    common.bn("torchvision (vgg_bn)", default=False),
    common.slot("depthwise", "relu", "After the depthwise convolution of a separable layer.", "MobileNets, Figure 3"),
    common.slot("conv", "relu", "After each convolution, or after the 1×1 of a separable one.", "VGG, section 2.1"),
    common.slot("hidden", "relu", "After each hidden fully connected layer.", "VGG, section 2.1", scopes=(NETWORK,)),
    replace(common.groups(), sentence="Groups of the 1×1 of a separable layer; a group sees only its own channels."),
    common.shuffle(where="after each grouped 1×1 convolution"),
    replace(common.shortcut("not in the paper; ResNet, section 3.1"), default=False),
    common.pool("VGG, section 2.1 (max)"),
    common.window(2, "VGG, section 2.1"),
    common.se(),
    Knob(
        "kernel", "k", "kernel", "choice", "3", "Side of the convolution's kernel.", "VGG, section 2.1; Table 1, C (1×1)",
        choices=("1", "3", "5", "7"),
    ),
    common.depth(),
    common.repeats("VGG, Table 1"),
    common.channels("VGG, Table 1"),
    replace(common.stem(), sentence="imagenet is Table 1, small leaves out the first max pool (32 px images)."),
    common.hidden("VGG, Table 1"),
    common.dropout(0.5, "VGG, section 3.1"),
    common.classes(),
)


class ConvLayer(nn.Sequential):
    """3×3 convolution with bias → ReLU (Table 1, conv3-C). N×C_in×H×W → N×C_out×H×W.

    Separable: 3×3 depthwise → ReLU → 1×1 → ReLU.
    """

    def __init__(self, in_channels: int, out_channels: int, block: Scope) -> None:
        kernel, norm, act = side(block.kernel), block.bn, block.activation("conv")
        groups = 1  # also of the first layer: three colours make no groups
        children: list[tuple[str, nn.Module]] = []
        if block.convolution == "separable":
            groups = block.divisor("groups", in_channels, out_channels) if in_channels > COLOURS else 1
            depthwise = block.activation("depthwise")
            children += [
                ("depthwise", ConvNormAct(
                    in_channels, in_channels, kernel, groups=in_channels, norm=norm, bias=True, activation=depthwise,
                )),
                ("pointwise", ConvNormAct(in_channels, out_channels, 1, groups=groups, norm=norm, bias=True, activation=act)),
            ]
        else:
            children.append(("conv", ConvNormAct(in_channels, out_channels, kernel, norm=norm, bias=True, activation=act)))
        if groups > 1 and block.shuffle:
            children.append(("shuffle", ChannelShuffle(groups)))
        if block.se:
            children.append(("se", SqueezeExcite(out_channels, block.se)))
        super().__init__(OrderedDict(children))
        self.joins = in_channels == out_channels and block.shortcut

    def forward(self, input: Tensor) -> Tensor:  # noqa: A002  (the name that Sequential gives it)
        y = input
        for layer in self:
            y = layer(y)  # N×C'×H×W
        return input + y if self.joins else y


def pooling(place: Scope) -> nn.Module:
    """2×2 max pool by 2 (section 2.1), N×C×H×W → N×C×⌊H/2⌋×⌊W/2⌋; a 3×3 window is padded to the same sides."""
    window = side(place.window)
    return (nn.MaxPool2d if place.pool == "max" else nn.AvgPool2d)(window, 2, padding=window - 2)


PAPER_TABLE = PaperTable(
    "VGG, Table 1", operators=SPATIAL, names={"hidden.fc6": "fc6", "hidden.fc7": "fc7", "classifier": "fc8"}, columns=(
        NAME, OPERATOR, Column("layers", "content"), paper.repeats(),
        paper.channels(**{"hidden.fc6": "hidden", "hidden.fc7": "hidden", "classifier": "classes"}),
        Column("k", "kernel", "kernel"), Column("pooling", "", "pool", of=("pool",)), SIZE,
    ),
)


@architecture(
    name="vgg", title="VGG", family="VGG", year=2014, paper=PAPER, url="https://arxiv.org/abs/1409.1556",
    knobs=KNOBS, presets=PRESETS, table=rows("stages", ("channels", "repeats"), STAGES),
    paper_table=PAPER_TABLE, initialise=initialisation.he_fan_out_narrow_head, training=training.VGG,
)
class VGG(nn.Module):
    """Table 1. N×3×R×R → N×classes."""

    def __init__(self, knobs: Scope) -> None:
        super().__init__()
        channels = COLOURS
        small = knobs.stem == "small"
        stages: list[tuple[str, nn.Module]] = []
        for name in STAGES:
            stage = knobs["stages." + name]
            out_channels = make_divisible(stage.channels * stage.alpha)
            stage.note("alpha", "{0} channels ({1} × {2}, multiple of 8)", out_channels, stage.channels, stage.alpha)
            layers: list[tuple[str, nn.Module]] = []
            for i in range(repeated(stage.repeats, stage.depth)):
                layers.append((str(i), ConvLayer(channels, out_channels, stage[i])))
                channels = out_channels
            if name != "1" or not small:
                layers.append(("pool", pooling(stage["pool"])))
            stages.append((name, named(layers)))
        self.stages = named(stages)
        self.pool = nn.AdaptiveAvgPool2d(GRID)
        units = make_divisible(knobs.hidden * knobs.alpha)
        knobs.note("alpha", "hidden layers of {0} units (multiple of 8)", units)
        act = knobs.activation("hidden")
        hidden = [
            ("fc6", nn.Linear(channels * GRID * GRID, units)), ("act6", activation(act)), ("dropout6", nn.Dropout(knobs.dropout)),
            ("fc7", nn.Linear(units, units)), ("act7", activation(act)), ("dropout7", nn.Dropout(knobs.dropout)),
        ]
        self.hidden = named((name, layer) for name, layer in hidden if layer is not None)
        self.classifier = nn.Linear(units, knobs.classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stages(x)  # N×512×R/32×R/32
        x = self.pool(x).flatten(1)  # N×25088
        x = self.hidden(x)  # N×4096
        y: Tensor = self.classifier(x)
        return y
