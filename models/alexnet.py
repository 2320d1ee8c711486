"""AlexNet: five convolutions and three fully connected layers, in one tower or in the original two.

Krizhevsky, Sutskever, Hinton: ImageNet Classification with Deep Convolutional Neural Networks, NIPS 2012. Section 3.3 (local
response normalisation), section 3.4 (overlapping pooling), section 3.5 and Figure 2 (network), section 4.2 (dropout).
Krizhevsky: One weird trick for parallelizing convolutional neural networks, arXiv:1404.5997 (the single tower).

``alexnet`` is the single tower with the channels of the second paper, as torchvision has it: that is what "AlexNet" means in
today's code. ``alexnet_2012`` is Figure 2: two towers are groups = 2 in conv2, conv4 and conv5 (conv3 sees both), with
response normalisation after conv1 and conv2. Its figure says 224 px and 55×55 behind conv1; that is 227 px without padding in
the authors' code, or 224 px with a padding of 2 in torchvision. A stage is one layer of the figure.
The paper has no width multiplier; α rounds to multiples of 8 as MobileNetV2's code does and acts on the hidden layers too.
DEVIATION: an adaptive average pool to 6×6 stands before the first hidden layer, as in torchvision, so that every resolution
runs; at 224 and 227 px it changes nothing.
"""

from __future__ import annotations

from collections import OrderedDict

from torch import Tensor, nn

from models import common, initialisation, paper, training
from models.blocks import ChannelShuffle, ConvNormAct, SqueezeExcite, activation, make_divisible, named, repeated
from models.common import side
from models.knobs import BLOCK, NETWORK, STAGE, Knob, Scope
from models.paper import NAME, OPERATOR, SPATIAL, Column, PaperTable
from models.registry import Preset, architecture, rows

PAPER = "AlexNet (NIPS 2012)"

STAGES = {  # the single tower
    #     c     k    n
    "1": (64, "11", 1),
    "2": (192, "5", 1),
    "3": (384, "3", 1),
    "4": (256, "3", 1),
    "5": (256, "3", 1),
}
FIGURE_2 = {"1": 96, "2": 256, "3": 384, "4": 384, "5": 256}  # channels of both towers together
IN_TOWERS = ("2", "4", "5")  # Figure 2: these see the channels of their own tower alone
NORMALISED = ("1", "2")  # section 3.5
POOLED = ("1", "2", "5")  # section 3.5
GRID = 6  # side of the feature map that the first hidden layer sees
SMALLEST = 15  # pixels behind conv1 that three poolings by 2 need: 15 → 7 → 3 → 1

KNOBS = (
    common.alpha((0.25, 0.5, 0.75, 1.0), "not in the paper", "rounded to a multiple of 8"),
    common.resolution(224, (128, 160, 192, 224, 227), "AlexNet, section 2 (224); the authors' code (227)"),
    Knob(
        "groups", "g", "towers", "int", 1,
        "Groups of conv2, conv4 and conv5 (of their 1×1 where they are separable): 1 is a single tower, 2 the original.",
        "AlexNet, Figure 2", minimum=1, maximum=64, snaps=(1, 2, 4),
    ),
    common.shuffle(where="after each grouped convolution"),
    Knob(
        "lrn", "", "response norm", "bool", default=False, sentence="Local response normalisation after conv1 and conv2.",
        source="AlexNet, section 3.3",
    ),
    common.convolution("standard", "MobileNets, Table 4"),
    common.bn("not in the paper", default=False),
    common.slot("depthwise", "relu", "After the depthwise convolution of a separable layer.", "MobileNets, Figure 3"),
    common.slot("conv", "relu", "After each convolution, or after the 1×1 of a separable one.", "AlexNet, section 3.1"),
    common.slot("hidden", "relu", "After each hidden fully connected layer.", "AlexNet, section 3.1", scopes=(NETWORK,)),
    common.pool("AlexNet, section 3.4 (max)"),
    common.window(3, "AlexNet, section 3.4: 3 overlaps, 2 does not"),
    common.se(),
    Knob(
        "kernel", "k", "kernel", "choice", "3", "Side of the convolution's kernel.", "AlexNet, Figure 2",
        choices=("3", "5", "7", "9", "11"), scopes=(STAGE, BLOCK),
    ),
    Knob(
        "padding", "", "padding of conv1", "int", 2, "Zero padding of conv1: 2 with 224 px, 0 with the authors' 227 px.",
        "torchvision; the authors' code", minimum=0, maximum=5, scopes=(NETWORK,),
    ),
    common.depth(),
    common.repeats("one layer a stage in AlexNet, Figure 2", maximum=6),
    common.channels("AlexNet, Figure 2; arXiv:1404.5997"),
    common.stem(),
    common.hidden("AlexNet, Figure 2"),
    common.dropout(0.5, "AlexNet, section 4.2"),
    common.classes(),
)


class ConvLayer(nn.Sequential):
    """k×k convolution with bias → ReLU → response normalisation (section 3). N×C_in×H×W → N×C_out×H/s×W/s.

    Separable: k×k depthwise → ReLU → 1×1 → ReLU. ``padding`` None keeps the size. ``name`` is the figure's layer.
    """

    def __init__(self, in_channels: int, out_channels: int, stride: int, padding: int | None, block: Scope, name: str) -> None:
        kernel, norm, act = side(block.kernel), block.bn, block.activation("conv")
        groups = block.divisor("groups", in_channels, out_channels) if name in IN_TOWERS else 1
        children: list[tuple[str, nn.Module]] = []
        if block.convolution == "separable":
            depthwise = block.activation("depthwise")
            children += [
                ("depthwise", ConvNormAct(
                    in_channels, in_channels, kernel, stride=stride, padding=padding, groups=in_channels, norm=norm,
                    activation=depthwise,
                )),
                ("pointwise", ConvNormAct(in_channels, out_channels, 1, groups=groups, norm=norm, activation=act)),
            ]
        else:
            children.append(("conv", ConvNormAct(
                in_channels, out_channels, kernel, stride=stride, padding=padding, groups=groups, norm=norm, activation=act,
            )))
        if groups > 1 and block.shuffle:
            children.append(("shuffle", ChannelShuffle(groups)))
        if name in NORMALISED and block.lrn:
            # k = 2, n = 5, α = 1e-4, β = 0.75; torch divides its α by n, the paper's sum does not
            children.append(("lrn", nn.LocalResponseNorm(5, alpha=5e-4, beta=0.75, k=2)))
        if block.se:
            children.append(("se", SqueezeExcite(out_channels, block.se)))
        super().__init__(OrderedDict(children))


def pooling(place: Scope) -> nn.Module:
    """3×3 max pool by 2 (section 3.4), N×C×H×W → N×C×⌊(H−1)/2⌋×⌊(W−1)/2⌋."""
    return (nn.MaxPool2d if place.pool == "max" else nn.AvgPool2d)(side(place.window), 2)


PAPER_TABLE = PaperTable(
    "AlexNet, Figure 2", names={"stages": "conv{0}", "hidden.fc6": "fc6", "hidden.fc7": "fc7", "classifier": "fc8"},
    operators=SPATIAL, columns=(
        NAME, OPERATOR, Column("kernel", "kernel", "kernel"), paper.repeats(),
        paper.channels("kernels", **{"hidden.fc6": "hidden", "hidden.fc7": "hidden", "classifier": "classes"}),
        Column("towers", "", "groups"), Column("pooling", "", "pool", of=("pool",)), Column("output", "output"),
    ),
)


@architecture(
    name="alexnet", title="AlexNet", family="AlexNet", year=2012, paper=PAPER,
    url="https://papers.nips.cc/paper/4824-imagenet-classification-with-deep-convolutional-neural-networks",
    knobs=KNOBS, table=rows("stages", ("channels", "kernel", "repeats"), STAGES),
    presets=(
        Preset("alexnet", "arXiv:1404.5997, single tower; torchvision"),
        Preset(
            "alexnet_2012", "Figure 2", {"resolution": 227, "padding": 0, "groups": 2, "lrn": True},
            {f"stages.{name}": {"channels": channels} for name, channels in FIGURE_2.items()},
        ),
    ),
    paper_table=PAPER_TABLE,
    initialise={"alexnet": initialisation.torch_default, "alexnet_2012": initialisation.alexnet_2012}, training=training.ALEXNET,
)
class AlexNet(nn.Module):
    """Figure 2. N×3×R×R → N×classes."""

    def __init__(self, knobs: Scope) -> None:
        super().__init__()
        channels = 3
        stages: list[tuple[str, nn.Module]] = []
        for name in STAGES:
            stage = knobs["stages." + name]
            out_channels = make_divisible(stage.channels * stage.alpha)
            stage.note("alpha", "{0} channels ({1} × {2}, multiple of 8)", out_channels, stage.channels, stage.alpha)
            layers: list[tuple[str, nn.Module]] = []
            for i in range(repeated(stage.repeats, stage.depth)):
                stride, padding = self.entrance(knobs, stage[i]) if name == "1" and i == 0 else (1, None)
                layers.append((str(i), ConvLayer(channels, out_channels, stride, padding, stage[i], name)))
                channels = out_channels
            if name in POOLED:
                layers.append(("pool", pooling(stage["pool"])))
            stages.append((name, named(layers)))
        self.stages = named(stages)
        self.pool = nn.AdaptiveAvgPool2d(GRID)
        units = make_divisible(knobs.hidden * knobs.alpha)
        knobs.note("alpha", "hidden layers of {0} units (multiple of 8)", units)
        act = knobs.activation("hidden")
        hidden = [
            ("dropout6", nn.Dropout(knobs.dropout)), ("fc6", nn.Linear(channels * GRID * GRID, units)), ("act6", activation(act)),
            ("dropout7", nn.Dropout(knobs.dropout)), ("fc7", nn.Linear(units, units)), ("act7", activation(act)),
        ]
        self.hidden = named((name, layer) for name, layer in hidden if layer is not None)
        self.classifier = nn.Linear(units, knobs.classes)

    @staticmethod
    def entrance(knobs: Scope, block: Scope) -> tuple[int, int | None]:
        """Stride and padding of conv1, and the resolutions that leave something for the last pooling."""
        if knobs.stem == "small":
            return 1, None
        padding = knobs.padding
        smallest = 4 * (SMALLEST - 1) + side(block.kernel) - 2 * padding
        knobs.among(
            "resolution", tuple(range(smallest, 601)), "conv1 and three poolings need {0} px; the small stem takes less", smallest
        )
        return 4, padding

    def forward(self, x: Tensor) -> Tensor:
        x = self.stages(x)  # N×256×6×6 for R = 224
        x = self.pool(x).flatten(1)  # N×9216
        x = self.hidden(x)  # N×4096
        y: Tensor = self.classifier(x)
        return y
