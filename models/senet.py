"""SENet: residual networks whose blocks weigh their channels (squeeze-and-excitation).

Hu, Shen, Albanie, Sun, Wu: Squeeze-and-Excitation Networks, CVPR 2018 and TPAMI 2020, arXiv:1709.01507. Figure 3 (SE-ResNet
module), Table 1 (SE-ResNet-50, SE-ResNeXt-50), section 6.1 and Table 10 (r), Figure 5 and Tables 14 and 15 (placement), appendix
(SENet-154).

SENet-154 is an SE-ResNeXt-152 (64×4d) with half the channels behind a block's first 1×1 (``halved``), three 3×3 convolutions
for the stem's 7×7, 3×3 convolutions in the projections that stride, and dropout. "identity" weighs the shortcut (behind its
projection), "3x3" the output of the 3×3 convolution.
The table's SE-ResNet-50 (3.87 G) strides on the 1×1; here, as in timm's seresnet50, on the 3×3 (4.09 G), which stride_on turns.
timm has two kinds of these networks, and the presets follow both: seresnet50 with ResNet's own max pool, and the ones converted
from the authors' Caffe models (legacy_seresnext50_32x4d, legacy_senet154), whose max pool rounds up in place of padding.
No deviation from those. Both SE layers have a bias, as in the authors' models; the paper's ablations drop it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from torch import Tensor

from models import initialisation, residual, training
from models.knobs import NETWORK, Knob, Scope, Value
from models.paper import Column
from models.registry import Preset, architecture
from models.residual import EXPANSION, Bottleneck, Place, ResidualNet, depths
from models.resnext import CARDINALITY, COST, WIDTH, paths

PAPER = "SENet (arXiv:1709.01507)"
PLACEMENTS = ("standard", "pre", "post", "identity", "3x3")

KNOBS = residual.knobs(
    Knob(
        "placement", "", "placement of SE", "choice", "standard",
        "End of the branch (standard), its start (pre), behind the sum (post), on the shortcut (identity), behind the 3×3.",
        PAPER + ", Figure 5, Tables 14 and 15", choices=PLACEMENTS,
    ),
    replace(CARDINALITY, default=1),
    replace(WIDTH, default=64),
    COST,
    Knob(
        "halved", "", "halved 1×1", "bool", default=False, sentence="Half the channels behind a block's first 1×1 convolution.",
        source=PAPER + ", appendix (SENet-154)",
    ),
    Knob(
        "projection", "", "projection", "choice", "1x1", "Kernel of a projection that strides.", PAPER + ", appendix (SENet-154)",
        choices=("1x1", "3x3"),
    ),
    Knob(
        "ceil_pool", "", "max pool rounds up", "bool", default=False, scopes=(NETWORK,), source="authors' Caffe models",
        sentence="The stem's max pool pads nothing and rounds its size up, as Caffe's does, in place of one pixel all around.",
    ),
    dropout=(0.0, PAPER + ", appendix (SENet-154: 0.2)"), se=16,
)
SENET154: dict[str, Value] = {
    "cardinality": 64, "width": 4, "cost": 2.0, "halved": True, "stem": "deep", "stem_channels": 128, "projection": "3x3",
    "ceil_pool": True, "dropout": 0.2,
}


def placed(block: Scope) -> str:
    """Where the SE stands, "" for nowhere."""
    if not block.se:
        return ""
    if block.shortcut != "none":
        return str(block.placement)
    return str(block.among("placement", [p for p in PLACEMENTS if p != "identity"], "there is no shortcut to weigh"))


class SEBottleneck(Bottleneck):
    """ResNeXt's bottleneck with the SE in one of five places (Figure 5). N×C_in×H×W → N×C_out×⌈H/s⌉×⌈W/s⌉.

    ``projects_first`` is the order of calls in the networks that come from Caffe; it changes no number.
    """

    def __init__(self, place: Place, block: Scope, *, projects_first: bool) -> None:
        cardinality, width = paths(place, block)
        reduced = cardinality * max(1, width // 2 if block.halved else width)
        widths = (reduced, cardinality * width, EXPANSION * place.width)
        placement = placed(block)
        super().__init__(place, widths, block, cardinality=cardinality, placement=placement)
        self.placement = placement
        self.projects_first = projects_first

    def strided_projection(self, block: Scope) -> int:
        return 3 if block.projection == "3x3" else 1

    def weighed(self, x: Tensor, place: str) -> Tensor:
        """x through the SE if it stands at this place, otherwise x."""
        return self.se(x) if self.se is not None and self.placement == place else x

    def forward(self, x: Tensor) -> Tensor:
        active: Tensor = x if self.pre is None else self.pre(x)  # N×4C×H×W
        y: Tensor = self.reduce(self.weighed(active, "pre"))  # N×Cd×H×W
        if self.shuffle is not None:
            y = self.shuffle(y)
        y = self.weighed(self.spatial(y), "3x3")  # N×Cd×H/s×W/s
        y = self.expand(y)  # N×4C×H/s×W/s
        if not self.projects_first:
            y = self.weighed(y, "standard")
        shortcut: Tensor = x if self.project is None else self.project(active)
        if self.projects_first:
            y = self.weighed(y, "standard")
        if self.joins:
            y = y + self.weighed(shortcut, "identity")
        if self.act is not None:
            y = self.act(y)
        return self.weighed(y, "post")


@architecture(
    name="senet", title="SENet", family="ResNet", year=2017, paper=PAPER, url="https://arxiv.org/abs/1709.01507",
    knobs=KNOBS, table=residual.TABLE,
    presets=(
        Preset("se_resnet50", "Table 1, middle", {}, depths(50)),
        Preset("se_resnet101", "Table 2", {}, depths(101)),
        Preset("se_resnet152", "Table 2", {}, depths(152)),
        Preset("se_resnext50_32x4d", "Table 1, right", {"cardinality": 32, "width": 4, "ceil_pool": True}, depths(50)),
        Preset("se_resnext101_32x4d", "Table 2", {"cardinality": 32, "width": 4, "ceil_pool": True}, depths(101)),
        Preset("senet154", "appendix, SENet-154", SENET154, depths(152)),
    ),
    paper_table=residual.paper_table(PAPER + ", Table 1", Column("r", "", "se"), Column("C", "", "cardinality")),
    initialise=initialisation.he_fan_out, training=training.SENET,
)
class SENet(ResidualNet):
    """Table 1, middle and right. N×3×R×R → N×classes."""

    def __init__(self, knobs: Scope) -> None:
        ceil_pool = knobs.stem != "small" and knobs.ceil_pool
        super().__init__(knobs, partial(SEBottleneck, projects_first=ceil_pool), ceil_pool=ceil_pool)
