"""Sweeps that papers print, ready-made: networks, axes and values as in the table. No result stands here."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.core.recipe import Recipe
from explorer.core.sweep import Axis


@dataclass(frozen=True)
class PaperSweep:
    """``title`` for a menu, ``source`` the table or figure, ``note`` what is published of its points."""

    name: str
    title: str
    source: str
    note: str
    recipe: Recipe
    axes: tuple[Axis, ...]


V1, V2, SHUFFLE = Recipe("mobilenet_v1"), Recipe("mobilenet_v2"), Recipe("shufflenet_v1")
V1_ALPHA = Axis("alpha", (0.25, 0.5, 0.75, 1.0))
V1_SIDES = Axis("resolution", (128, 160, 192, 224))

PAPER_SWEEPS = (
    PaperSweep(
        "v1-width", "MobileNetV1: width α", "MobileNets (arXiv:1704.04861), Table 6",
        "Accuracy, multiply-adds and parameters of every point.", V1, (V1_ALPHA,),
    ),
    PaperSweep(
        "v1-resolution", "MobileNetV1: resolution ρ", "MobileNets (arXiv:1704.04861), Table 7",
        "Accuracy, multiply-adds and parameters of every point.", V1, (V1_SIDES,),
    ),
    PaperSweep(
        "v1-grid", "MobileNetV1: α × ρ", "MobileNets (arXiv:1704.04861), Figure 4; the authors' models",
        "16 networks, four widths times four resolutions: eight in the paper (Tables 6, 7 and 9), all in the authors' README.",
        V1, (V1_ALPHA, V1_SIDES),
    ),
    PaperSweep(
        "v2-grid", "MobileNetV2: α × ρ", "MobileNetV2 (arXiv:1801.04381), Figure 5; the authors' checkpoints",
        "30 points, 22 of them published: α 1.3 and 1.4 at 224 px only.", V2,
        (Axis("alpha", (0.35, 0.5, 0.75, 1.0, 1.3, 1.4)), Axis("resolution", (96, 128, 160, 192, 224))),
    ),
    PaperSweep(
        "shuffle-groups", "ShuffleNet: groups × width", "ShuffleNet (arXiv:1707.01083), Table 2",
        "Accuracy of every point; the table prints one complexity for a whole row.", SHUFFLE,
        (Axis("alpha", (0.25, 0.5, 1.0)), Axis("groups", (1, 2, 3, 4, 8))),
    ),
)
