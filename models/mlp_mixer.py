"""MLP-Mixer: an image as a table patches × channels, with one MLP along its columns and one along its rows.

Tolstikhin, Houlsby, Kolesnikov, Beyer, Zhai, Unterthiner, Yung, Steiner, Keysers, Uszkoreit, Lucic, Dosovitskiy: MLP-Mixer: An
all-MLP Architecture for Vision, NeurIPS 2021, arXiv:2105.01601. Figure 1 and equation 1 (layer), Table 1 (variants), section 2.

The token-mixing MLP has one weight a patch, so the number of patches S = (R / patch)² is built into the network: another
resolution is another network, and the side has to be a multiple of the patch. α multiplies C, D_C and D_S alike.
Table 1's parameters leave out the classifier; the counts here include it. LayerNorm has ε = 10⁻⁶ (official code).
Groups, shuffle and squeeze-and-excitation are not in the paper: the MLP across channels is two 1×1 convolutions, and written as
such where it has groups; SE weighs what it gives. There is no stem to make smaller and no depthwise kernel: ``patch`` is both.
No deviation.
"""

from __future__ import annotations

from dataclasses import replace

from torch import Tensor, nn

from models import common, initialisation, training
from models.blocks import ChannelShuffle, SqueezeExcite, activation, make_divisible, named, repeated
from models.knobs import NETWORK, Knob, Scope, divisors
from models.paper import INPUT, NAME, SPATIAL, Column, PaperTable
from models.registry import Preset, architecture

PAPER = "MLP-Mixer (arXiv:2105.01601)"

VARIANTS = {  # Table 1
    #      layers P  C   D_C   D_S
    "s32": (8, 32, 512, 2048, 256),
    "s16": (8, 16, 512, 2048, 256),
    "b32": (12, 32, 768, 3072, 384),
    "b16": (12, 16, 768, 3072, 384),
    "l32": (24, 32, 1024, 4096, 512),
    "l16": (24, 16, 1024, 4096, 512),
    "h14": (32, 14, 1280, 5120, 640),
}
COLUMNS = ("layers", "patch", "channels", "channel_width", "token_width")
SMALLEST_PATCH, LARGEST_PATCH = 4, 64
SMALLEST_SIDE, LARGEST_SIDE = 32, 600

KNOBS = (
    replace(
        common.alpha((0.25, 0.5, 0.75, 1.0), "not in the paper", "C, D_C and D_S, rounded to a multiple of 8"), scopes=(NETWORK,)
    ),
    common.resolution(224, (224, 448), "MLP-Mixer, section 3"),
    Knob(
        "patch", "P", "patch", "int", 16, "Side of the square patches that the image is cut into.", "MLP-Mixer, Table 1",
        minimum=SMALLEST_PATCH, maximum=LARGEST_PATCH, snaps=(14, 16, 32), scopes=(NETWORK,), unit="px",
    ),
    Knob(
        "layers", "N", "layers", "int", 8, "Mixer layers, before the depth multiplier.", "MLP-Mixer, Table 1",
        minimum=1, maximum=48, snaps=(8, 12, 24, 32), scopes=(NETWORK,),
    ),
    Knob(
        "channels", "C", "hidden size", "int", 512, "Channels of a patch, before the width multiplier.", "MLP-Mixer, Table 1",
        minimum=8, maximum=2048, step=8, snaps=(512, 768, 1024, 1280), scopes=(NETWORK,),
    ),
    Knob(
        "token_width", "D_S", "token-mixing width", "int", 256,
        "Hidden width of the MLP across patches, before the width multiplier.", "MLP-Mixer, Table 1",
        minimum=8, maximum=8192, step=8, snaps=(256, 384, 512, 640),
    ),
    Knob(
        "channel_width", "D_C", "channel-mixing width", "int", 2048,
        "Hidden width of the MLP across channels, before the width multiplier.", "MLP-Mixer, Table 1",
        minimum=8, maximum=8192, step=8, snaps=(2048, 3072, 4096, 5120),
    ),
    common.slot("tokens", "gelu", "Inside the token-mixing MLP.", "MLP-Mixer, equation 1"),
    common.slot("channels", "gelu", "Inside the channel-mixing MLP.", "MLP-Mixer, equation 1"),
    Knob(
        "shortcut", "", "shortcut", "bool", default=True, sentence="The residual connections around both MLPs.",
        source="MLP-Mixer, Figure 1",
    ),
    replace(common.groups(), sentence="Groups of the channel-mixing MLP; a group sees only its own channels."),
    common.shuffle(where="inside the grouped MLP"),
    common.se(),
    common.depth(),
    common.dropout(0.0, "official code"),
    common.classes(),
)


def mlp(width: int, hidden: int, act: str) -> nn.Sequential:
    """Linear → activation → linear along the last dimension (Figure 1, MLP). …×width → …×width."""
    layers = [("fc1", nn.Linear(width, hidden)), ("act", activation(act)), ("fc2", nn.Linear(hidden, width))]
    return named((name, layer) for name, layer in layers if layer is not None)


def grouped_mlp(width: int, hidden: int, act: str, groups: int, *, shuffles: bool) -> nn.Sequential:
    """The same MLP across the channels of N×C×S×1 in groups, as 1×1 convolutions."""
    layers = [
        ("fc1", nn.Conv2d(width, hidden, 1, groups=groups)), ("act", activation(act)),
        ("shuffle", ChannelShuffle(groups) if shuffles else None), ("fc2", nn.Conv2d(hidden, width, 1, groups=groups)),
    ]
    return named((name, layer) for name, layer in layers if layer is not None)


def image(x: Tensor) -> Tensor:
    """Patches as an image of one column: N×S×C → N×C×S×1."""
    return x.transpose(1, 2).unsqueeze(-1)


def patches(x: Tensor) -> Tensor:
    """And back: N×C×S×1 → N×S×C."""
    return x.squeeze(-1).transpose(1, 2)


class MixerLayer(nn.Module):
    """LayerNorm → MLP across patches, LayerNorm → MLP across channels, each with a shortcut (equation 1). N×S×C → N×S×C."""

    def __init__(self, count: int, channels: int, alpha: float, block: Scope) -> None:
        super().__init__()
        token_width = make_divisible(block.token_width * alpha)
        channel_width = make_divisible(block.channel_width * alpha)
        block.note("token_width", "{0} → {1} → {0}", count, token_width)
        block.note("channel_width", "{0} → {1} → {0}", channels, channel_width)
        self.joins = block.shortcut
        self.norm1 = nn.LayerNorm(channels, eps=1e-6)
        self.tokens = mlp(count, token_width, block.activation("tokens"))
        self.norm2 = nn.LayerNorm(channels, eps=1e-6)
        act, self.groups = block.activation("channels"), block.divisor("groups", channels, channel_width)
        self.channels = mlp(channels, channel_width, act) if self.groups == 1 else grouped_mlp(
            channels, channel_width, act, self.groups, shuffles=block.shuffle
        )
        self.se = SqueezeExcite(channels, block.se) if block.se else None

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.tokens(self.norm1(x).transpose(1, 2)).transpose(1, 2)  # N×S×C, between the transpositions N×C×S
        x = x + y if self.joins else y
        y = self.norm2(x)
        y = self.channels(y) if self.groups == 1 else patches(self.channels(image(y)))  # N×S×C
        if self.se is not None:
            y = patches(self.se(image(y)))
        return x + y if self.joins else y


PAPER_TABLE = PaperTable(
    "MLP-Mixer, Table 1", names={"stem": "per-patch fully-connected", "stages": "Mixer layers", "classifier": "classifier"},
    operators=SPATIAL, columns=(
        NAME, INPUT, Column("layers N", "blocks", "layers"), Column("P", "kernel", "patch"), Column("C", "", "channels"),
        Column("D_S", "", "token_width"), Column("D_C", "", "channel_width"), Column("parameters", "params"),
    ),
)


@architecture(
    name="mlp_mixer", title="MLP-Mixer", family="MLP-Mixer", year=2021, paper=PAPER, url="https://arxiv.org/abs/2105.01601",
    knobs=KNOBS, presets=tuple(
        Preset(f"mixer_{name}", f"Table 1, {name[0].upper()}/{name[1:]}", dict(zip(COLUMNS, row, strict=True)))
        for name, row in VARIANTS.items()
    ),
    paper_table=PAPER_TABLE, initialise=initialisation.mlp_mixer, training=training.MLP_MIXER,
)
class MLPMixer(nn.Module):
    """Figure 1. N×3×R×R → N×classes."""

    def __init__(self, knobs: Scope) -> None:
        super().__init__()
        patch = knobs.patch
        sides = range(-(-SMALLEST_SIDE // patch) * patch, LARGEST_SIDE + 1, patch)
        resolution = knobs.among("resolution", sides, "it must be a multiple of the patch ({0} px)", patch)
        fitting = [p for p in divisors(resolution) if SMALLEST_PATCH <= p <= LARGEST_PATCH]
        knobs.among("patch", fitting, "it must divide the resolution ({0} px)", resolution)
        count = (resolution // patch) ** 2
        knobs.note("patch", "{0} patches", count)
        channels = make_divisible(knobs.channels * knobs.alpha)
        knobs.note("alpha", "{0} channels (multiple of 8)", channels)
        self.stem = nn.Conv2d(3, channels, patch, patch)
        stage = knobs["stages.mixer"]
        layers = [MixerLayer(count, channels, knobs.alpha, stage[i]) for i in range(repeated(knobs.layers, stage.depth))]
        self.stages = named([("mixer", nn.Sequential(*layers))])
        self.norm = nn.LayerNorm(channels, eps=1e-6)
        self.dropout = nn.Dropout(knobs.dropout)
        self.classifier = nn.Linear(channels, knobs.classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x).flatten(2).transpose(1, 2)  # N×S×C
        x = self.norm(self.stages(x)).mean(dim=1)  # N×C
        y: Tensor = self.classifier(self.dropout(x))
        return y
