"""ResNet: residual blocks, 18 to 152 layers.

He, Zhang, Ren, Sun: Deep Residual Learning for Image Recognition, CVPR 2016, arXiv:1512.03385. Table 1 (networks), Figure 5
(blocks), Table 3 (shortcuts). The same: Identity Mappings in Deep Residual Networks, arXiv:1603.05027 (pre-activation).

A bottleneck strides on its 3×3 convolution, as torchvision's ("v1.5") and timm's do and ResNeXt's authors do; Table 1 is
counted with the stride on the first 1×1: stride_on = 1x1 gives its 3.8, 7.6 and 11.3 G (4.1, 7.8 and 11.5 G on the 3×3).
``shape`` turns the bottleneck (wide → narrow → wide, 256 → 64 → 64 → 256) inside out (narrow → wide → narrow, 64 → 256 → 256 →
64): with convolution = depthwise that is MobileNetV2's inverted residual, with a ReLU behind the sum.
``stem`` = deep and ``shortcut`` = D are ResNet-C and -D (Bag of Tricks, arXiv:1812.01187): both make resnet50 timm's resnet50d.
The wide networks (Zagoruyko, Komodakis, arXiv:1605.07146) double a bottleneck's narrow layers and leave its wide ones alone.
The paper has no width multiplier; α rounds to multiples of 8 as MobileNetV2's code does. A bottleneck's three layers are
called reduce, spatial and expand, in the inverted shape too, where reduce widens.
No deviation: torchvision's network, stride and shortcuts B included.
"""

from __future__ import annotations

from torch import Tensor

from models import initialisation, residual, training
from models.blocks import ChannelShuffle, SqueezeExcite, conv_norm_act, named, norm_act_conv, spatial_convolution
from models.common import side
from models.knobs import Knob, Scope
from models.paper import Column
from models.registry import Preset, architecture
from models.residual import Bottleneck, Place, Residual, ResidualNet, depths

KNOBS = residual.knobs(
    Knob(
        "shape", "", "shape", "choice", "basic",
        "basic: two 3×3; bottleneck: 1×1, 3×3, 1×1, wide → narrow → wide; inverted: the same, narrow → wide → narrow.",
        residual.RESNET + ", Figure 5; MobileNetV2, Figure 3", choices=("basic", "bottleneck", "inverted"),
    ),
    Knob(
        "expansion", "t", "expansion", "int", residual.EXPANSION, "The wide layers of a bottleneck over the narrow ones.",
        residual.RESNET + ", Table 1 (4)", minimum=1, maximum=8, snaps=(1, 2, 4, 6),
    ),
)
PRESETS = [
    Preset(f"resnet{layers}", f"Table 1, {layers}-layer", {"shape": "basic" if layers < 50 else "bottleneck"}, depths(layers))
    for layers in residual.DEPTHS
]
PRESETS += [
    Preset(
        f"wide_resnet{layers}_2", "arXiv:1605.07146, widened by 2; torchvision", {"shape": "bottleneck", "expansion": 2},
        {path: {**row, "channels": 2 * residual.STAGES[path[-1]][0]} for path, row in depths(layers).items()},
    )
    for layers in (50, 101)
]


class BasicBlock(Residual):
    """k×k → k×k (Figure 5, left). N×C_in×H×W → N×C_out×⌈H/s⌉×⌈W/s⌉."""

    def __init__(self, place: Place, block: Scope) -> None:
        super().__init__(place, block)
        in_channels, width, pre = place.in_channels, place.width, place.pre
        kind = block.among(
            "convolution", ("standard", "separable"), "without a 1×1 layer nothing in a basic block would mix the channels"
        )
        groups = block.divisor("groups", in_channels, width) if kind == "separable" else 1
        kernel = side(block.kernel)
        first = spatial_convolution(in_channels, width, kernel, stride=place.stride, kind=kind, groups=groups)
        second = spatial_convolution(width, width, kernel, kind=kind, groups=groups)
        between = block.activation("spatial")
        shuffles = groups > 1 and block.shuffle
        self.first = named([("conv", first)]) if pre else conv_norm_act(first, width, between)
        self.shuffle = ChannelShuffle(groups) if shuffles else None
        self.second = (
            norm_act_conv(width, between, second) if pre else conv_norm_act(second, width, block.activation("expand"))
        )
        self.se = SqueezeExcite(width, block.se) if block.se else None
        self.close(place, width, block)

    def forward(self, x: Tensor) -> Tensor:
        active: Tensor = x if self.pre is None else self.pre(x)  # N×C×H×W
        y: Tensor = self.first(active)  # N×C'×H/s×W/s
        if self.shuffle is not None:
            y = self.shuffle(y)
        y = self.second(y)  # N×C'×H/s×W/s
        if self.se is not None:
            y = self.se(y)
        return self.join(x, active, y)


def residual_block(place: Place, block: Scope) -> Residual:
    """The block of the shape asked for: C → C, C → C → 4C, or inverted 4C → 4C → C, where C is the stage's width."""
    shape, narrow = block.shape, place.width
    if shape == "basic":
        return BasicBlock(place, block)
    wide = narrow * block.expansion
    return Bottleneck(place, (narrow, narrow, wide) if shape == "bottleneck" else (wide, wide, narrow), block)


@architecture(
    name="resnet", title="ResNet", family="ResNet", year=2015, paper=residual.RESNET, url="https://arxiv.org/abs/1512.03385",
    knobs=KNOBS, presets=PRESETS, table=residual.TABLE,
    paper_table=residual.paper_table(residual.RESNET + ", Table 1", Column("t", "", "expansion")),
    initialise=initialisation.he_fan_out, training=training.RESNET,
)
class ResNet(ResidualNet):
    """Table 1. N×3×R×R → N×classes."""

    def __init__(self, knobs: Scope) -> None:
        super().__init__(knobs, residual_block)
