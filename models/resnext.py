"""ResNeXt: a bottleneck whose 3×3 convolution has cardinality C, that is C parallel paths of d channels.

Xie, Girshick, Dollár, Tu, He: Aggregated Residual Transformations for Deep Neural Networks, CVPR 2017, arXiv:1611.05431.
Table 1 (network), Figure 3c (block as a grouped convolution), section 4 (stride on the 3×3), section 3.4 and Table 2 (C and d at
constant cost), Table 4 (twice the cost).

d is given for conv2_x, where a bottleneck is 64 wide, and grows with the stage: conv5_x of a 32×4d network has d = 32.
width = constant cost chooses d so that the template of section 3.4, C·(256·d + 3·3·d·d + d·256) parameters, keeps the cost of
1×64d (times ``cost``): cardinality alone then walks along Table 2, 1×64d, 2×40d, 4×24d, 8×14d, 32×4d.
α rounds the stage's width to a multiple of 8; d is rounded down from it, so C divides every width there is.
No deviation: torchvision's network.
"""

from __future__ import annotations

from math import sqrt

from models import initialisation, residual, training
from models.knobs import Knob, Scope
from models.paper import Column
from models.registry import Preset, architecture
from models.residual import EXPANSION, Bottleneck, Place, ResidualNet, depths

PAPER = "ResNeXt (arXiv:1611.05431)"

CARDINALITY = Knob(
    "cardinality", "C", "cardinality", "int", 32, "Parallel paths of a block: the groups of its 3×3 convolution.",
    PAPER + ", section 3.4, Table 2", minimum=1, maximum=64, snaps=(1, 2, 4, 8, 16, 32, 64),
)
WIDTH = Knob(
    "width", "d", "width of a path", "int", 4, "Channels of one path in conv2_x; constant cost lets d follow from C.",
    PAPER + ", section 3.4, Table 2", minimum=1, maximum=128, snaps=(4, 8, 14, 24, 40, 64), special={0: "constant cost"},
)
COST = Knob(
    "cost", "", "cost", "float", 1.0, "Cost that a constant cost keeps, in that of 1×64d (70 k parameters in conv2_x).",
    PAPER + ", Tables 2 and 4", minimum=0.25, maximum=4.0, step=0.05, snaps=(1.0, 2.0),
)


def width_at_cost(cardinality: int, cost: float) -> int:
    """d that solves C·(512·d + 9·d²) = cost · (512·64 + 9·64²), the template's parameters; at least 1."""
    parameters = cost * (512 * 64 + 9 * 64**2) / cardinality
    return max(1, round((sqrt(512**2 + 4 * 9 * parameters) - 512) / (2 * 9)))


def paths(place: Place, block: Scope) -> tuple[int, int]:
    """Cardinality, and channels of one path at this stage's width."""
    cardinality = block.cardinality
    width = block.width or width_at_cost(cardinality, block.cost)
    here = max(1, place.width * width // 64)
    block.note("cardinality", "{0}×{1}d: {2} paths of {3} channels here", cardinality, width, cardinality, here)
    return cardinality, here


def aggregated(place: Place, block: Scope) -> Bottleneck:
    """Figure 3c: 1×1 to C·d → 3×3 in C groups → 1×1 to 4 × the stage's width."""
    cardinality, width = paths(place, block)
    hidden = cardinality * width
    return Bottleneck(place, (hidden, hidden, EXPANSION * place.width), block, cardinality=cardinality)


@architecture(
    name="resnext", title="ResNeXt", family="ResNet", year=2016, paper=PAPER, url="https://arxiv.org/abs/1611.05431",
    knobs=residual.knobs(CARDINALITY, WIDTH, COST), table=residual.TABLE,
    presets=(
        Preset("resnext50_32x4d", "Table 1", {}, depths(50)),
        Preset("resnext101_32x4d", "Table 3", {}, depths(101)),
        Preset("resnext101_32x8d", "arXiv:1805.00932 (32×8d), torchvision", {"width": 8, "cost": 2.15}, depths(101)),
        Preset("resnext101_64x4d", "Table 4", {"cardinality": 64, "cost": 2.0}, depths(101)),
    ),
    paper_table=residual.paper_table(PAPER + ", Table 1", Column("C", "", "cardinality"), Column("d", "", "width")),
    initialise=initialisation.he_fan_out, training=training.RESNEXT,
)
class ResNeXt(ResidualNet):
    """Table 1, right. N×3×R×R → N×classes."""

    def __init__(self, knobs: Scope) -> None:
        super().__init__(knobs, aggregated)
