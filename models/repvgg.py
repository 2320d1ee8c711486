"""RepVGG: three parallel branches while training, one 3×3 convolution in their place afterwards.

Ding, Zhang, Ma, Han, Ding, Sun: RepVGG: Making VGG-style ConvNets Great Again, CVPR 2021, arXiv:2101.03697. Table 2 (stages),
Table 3 (a and b of each model), section 3.3 and Figure 4 (re-parameterisation), section 3.4 (grouped layers), Table 6 (branches).

Stages are Table 2's, the stem is stage 1. ``deploy`` builds the plain network of Figure 4's right half; ``fuse`` computes its
weights from a trained one's: both have one structure. Every second layer of a stage is grouped in the g2 and g4 models, its 1×1
branch too, or it could not be fused; there are no two grouped layers in a row, so that channels mix (section 3.4).
The paper has no width multiplier but a and b; α multiplies both and rounds to multiples of 8 as MobileNetV2's code does.
Squeeze-and-excitation stands before the ReLU, as in the authors' code.
No deviation: layers and sums as in the authors' code, and in timm.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from models import common, initialisation, paper, training
from models.blocks import ChannelShuffle, ConvNormAct, SqueezeExcite, activation, make_divisible, named, repeated
from models.common import side
from models.knobs import NETWORK, Knob, Scope
from models.paper import OPERATOR, SIZE, SPATIAL, Column, PaperTable
from models.registry import Companion, Preset, architecture, rows

PAPER = "RepVGG (arXiv:2101.03697)"

STAGES = {  # Table 2, first column of layers (A)
    #    c    n   s
    "1": (64, 1, "2"),
    "2": (64, 2, "2"),
    "3": (128, 4, "2"),
    "4": (256, 14, "2"),
    "5": (512, 1, "2"),
}
LAYERS_B = {"stages.2": {"repeats": 4}, "stages.3": {"repeats": 6}, "stages.4": {"repeats": 16}}  # Table 2, second column
MODELS = {  # Table 3
    #            a     b
    "repvgg_a0": (0.75, 2.5),
    "repvgg_a1": (1.0, 2.5),
    "repvgg_a2": (1.5, 2.75),
    "repvgg_b0": (1.0, 2.5),
    "repvgg_b1": (2.0, 4.0),
    "repvgg_b2": (2.5, 5.0),
    "repvgg_b3": (3.0, 5.0),
}
PRESETS = (
    *(
        Preset(name, "Tables 2 and 3", {"a": a, "b": b}, LAYERS_B if name.startswith("repvgg_b") else {})
        for name, (a, b) in MODELS.items()
    ),
    *(
        Preset(f"{name}g{g}", "Tables 2 and 4, section 3.4", {"a": a, "b": b, "groups": g}, LAYERS_B)
        for name, (a, b) in MODELS.items() if name[-2:] in {"b1", "b2", "b3"} for g in (2, 4)
    ),
)


def factor(name: str, default: float, stages: str) -> Knob:
    return Knob(
        name, name, f"width {name}", "float", default, f"Multiplies the channels of {stages}.", "RepVGG, Tables 2 and 3",
        minimum=0.25, maximum=6.0, step=0.25, snaps=(0.75, 1.0, 1.5, 2.0, 2.5, 2.75, 3.0, 4.0, 5.0), scopes=(NETWORK,),
    )


KNOBS = (
    common.alpha((0.25, 0.5, 0.75, 1.0), "not in the paper", "rounded to a multiple of 8"),
    common.resolution(224, (160, 192, 224, 320), "RepVGG, section 4.1 (224; B3 at 320)"),
    factor("a", 0.75, "stages 1 to 4, stage 1 never above its 64"),
    factor("b", 2.5, "stage 5"),
    Knob(
        "deploy", "", "deploy", "bool", default=False,
        sentence="The plain network of inference: the branches fused into one convolution each.",
        source="RepVGG, section 3.3, Figure 4", scopes=(NETWORK,),
    ),
    Knob(
        "identity", "", "identity branch", "bool", default=True,
        sentence="The BatchNorm branch where input and output are alike.", source="RepVGG, section 4.2, Table 6",
    ),
    Knob(
        "pointwise", "", "1×1 branch", "bool", default=True, sentence="The 1×1 branch beside the 3×3.",
        source="RepVGG, section 4.2, Table 6",
    ),
    replace(
        common.groups(source="RepVGG, section 3.4"), title="groups", snaps=(1, 2, 4, 8),
        sentence="Groups of every second layer of a stage; a group sees only its own channels.",
    ),
    common.shuffle(where="after each grouped layer"),
    common.slot("add", "relu", "After the sum of the branches.", "RepVGG, Figure 2"),
    common.se(source="the authors' code (RepVGG-D2se); SENet"),
    replace(common.kernel(source="RepVGG, section 3.3 (3)"), title="kernel", sentence="Side of the large branch's kernel."),
    common.depth(),
    common.repeats("RepVGG, Table 2"),
    common.channels("RepVGG, Table 2"),
    common.stride("RepVGG, Table 2"),
    common.stem(),
    common.dropout(0.0, "none in the paper"),
    common.classes(),
)


class RepVGGBlock(nn.Module):
    """Identity ∥ 1×1 ∥ 3×3, BatchNorm in each, summed → ReLU (Figure 4); deployed, one 3×3 with bias → ReLU.

    N×C_in×H×W → N×C_out×⌈H/s⌉×⌈W/s⌉. Of a layer's four parts ``fused`` is None in training, the others in the deployed network.
    """

    identity: nn.BatchNorm2d | None
    pointwise: ConvNormAct | None
    conv: ConvNormAct | None
    fused: nn.Conv2d | None

    def __init__(
        self, in_channels: int, out_channels: int, stride: int, block: Scope, *, deploy: bool, grouped: bool
    ) -> None:
        super().__init__()
        kernel = side(block.kernel)
        groups = block.divisor("groups", in_channels, out_channels) if grouped else 1
        for name in ("identity", "pointwise", "conv", "fused"):
            self.register_module(name, None)
        if deploy:
            self.fused = nn.Conv2d(in_channels, out_channels, kernel, stride, kernel // 2, groups=groups)
        else:
            if stride == 1 and in_channels == out_channels and block.identity:
                self.identity = nn.BatchNorm2d(out_channels)
            if block.pointwise:
                self.pointwise = ConvNormAct(in_channels, out_channels, 1, stride=stride, groups=groups, activation="none")
            self.conv = ConvNormAct(in_channels, out_channels, kernel, stride=stride, groups=groups, activation="none")
        self.se = SqueezeExcite(out_channels, block.se) if block.se else None
        self.act = activation(block.activation("add"))
        self.shuffle = ChannelShuffle(groups) if groups > 1 and block.shuffle else None

    def forward(self, x: Tensor) -> Tensor:
        y = self.branches(x) if self.fused is None else self.fused(x)  # N×C'×H/s×W/s
        if self.se is not None:
            y = self.se(y)
        if self.act is not None:
            y = self.act(y)
        return y if self.shuffle is None else self.shuffle(y)

    def branches(self, x: Tensor) -> Tensor:
        """The sum of the branches there are: N×C×H×W → N×C'×H/s×W/s."""
        parts = [branch(x) for branch in (self.identity, self.pointwise, self.conv) if branch is not None]
        y: Tensor = parts[-1]
        for part in reversed(parts[:-1]):
            y = part + y
        return y

    def fuse(self) -> None:
        """Replace the branches by the one convolution that equals their sum in evaluation mode (section 3.3)."""
        if self.conv is None:
            return
        conv = self.conv.get_submodule("conv")
        assert isinstance(conv, nn.Conv2d)
        kernel, bias = folded(conv.weight, self.conv.get_submodule("norm"))
        half = conv.kernel_size[0] // 2
        if self.pointwise is not None:
            centre, offset = folded(self.pointwise.get_parameter("conv.weight"), self.pointwise.get_submodule("norm"))
            kernel, bias = kernel + F.pad(centre, [half] * 4), bias + offset
        if self.identity is not None:
            own = torch.arange(conv.out_channels, device=conv.weight.device)
            unit = torch.zeros_like(conv.weight)
            unit[own, own % unit.shape[1], half, half] = 1  # a group counts its own channels from 0
            centre, offset = folded(unit, self.identity)
            kernel, bias = kernel + centre, bias + offset
        fused = nn.Conv2d(
            conv.in_channels, conv.out_channels, 2 * half + 1, conv.stride[0], half, groups=conv.groups,
            device=conv.weight.device, dtype=conv.weight.dtype,
        )
        fused.load_state_dict({"weight": kernel, "bias": bias})
        self.identity = self.pointwise = self.conv = None
        self.fused = fused.train(self.training)


def folded(weight: Tensor, norm: nn.Module) -> tuple[Tensor, Tensor]:
    """Weight and bias of a convolution with the BatchNorm behind it folded in, in double precision."""
    assert isinstance(norm, nn.BatchNorm2d)
    assert norm.running_mean is not None and norm.running_var is not None
    with torch.no_grad():
        scale = norm.weight.double() / (norm.running_var.double() + norm.eps).sqrt()
        return weight.double() * scale[:, None, None, None], norm.bias.double() - norm.running_mean.double() * scale


def fuse(net: nn.Module) -> nn.Module:
    """The deployed form of a RepVGG with its present weights and BatchNorm statistics; the net itself stays as it is.

    In evaluation mode both give the same answers up to rounding. The structure is that of a net built with ``deploy``.
    """
    deployed = deepcopy(net)
    for module in deployed.modules():
        if isinstance(module, RepVGGBlock):
            module.fuse()
    return deployed


PAPER_TABLE = PaperTable(
    "RepVGG, Table 2", names={"stages": "{0}"}, operators=SPATIAL, columns=(
        Column("stage", "name"), SIZE, OPERATOR, paper.repeats("layers"), paper.channels("channels", classifier="classes"),
        paper.stride(), Column("g", "", "groups"),
    ),
)


@architecture(
    name="repvgg", title="RepVGG", family="RepVGG", year=2021, paper=PAPER, url="https://arxiv.org/abs/2101.03697",
    knobs=KNOBS, presets=PRESETS, table=rows("stages", ("channels", "repeats", "stride"), STAGES), fuse=fuse,
    paper_table=PAPER_TABLE,
    initialise=initialisation.torch_default, training=training.REPVGG, companions=(Companion(fuse, unless="deploy"),),
)
class RepVGG(nn.Module):
    """Table 2. N×3×R×R → N×classes."""

    def __init__(self, knobs: Scope) -> None:
        super().__init__()
        channels = 3
        deploy = knobs.deploy
        factors = {"1": min(1.0, knobs.a), "5": knobs.b}
        small = knobs.stem == "small"
        stages = []
        for name in STAGES:
            stage = knobs["stages." + name]
            times = factors.get(name, knobs.a)
            out_channels = make_divisible(stage.channels * times * stage.alpha)
            stage.note("alpha", "{0} channels ({1} × {2} × {3}, multiple of 8)", out_channels, stage.channels, times, stage.alpha)
            blocks = []
            for i in range(repeated(stage.repeats, stage.depth)):
                stride = 1 if i > 0 or (small and name == "1") else side(stage.stride)
                blocks.append(RepVGGBlock(channels, out_channels, stride, stage[i], deploy=deploy, grouped=i % 2 == 1))
                channels = out_channels
            stages.append((name, nn.Sequential(*blocks)))
        self.stages = named(stages)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(knobs.dropout)
        self.classifier = nn.Linear(channels, knobs.classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stages(x)  # N×1280×R/32×R/32
        x = self.pool(x).flatten(1)  # N×1280
        y: Tensor = self.classifier(self.dropout(x))
        return y
