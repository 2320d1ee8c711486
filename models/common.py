"""Declarations of the knobs that every architecture shares, so that they read alike everywhere. No torch, no Qt."""

from __future__ import annotations

from models.knobs import BLOCK, NETWORK, STAGE, Knob, Value

ACTIVATION_CHOICES = ("none", "relu", "relu6", "leaky_relu", "elu", "hswish", "silu", "gelu", "sigmoid", "hardsigmoid")


def alpha(snaps: tuple[float, ...], source: str, rounding: str) -> Knob:
    return Knob(
        "alpha", "α", "width", "float", 1.0, "Multiplies the channels of every layer; " + rounding + ".", source,
        minimum=0.1, maximum=2.0, step=0.01, snaps=snaps, scopes=(NETWORK, STAGE),
    )


def resolution(base: int, snaps: tuple[float, ...], source: str, minimum: int = 32) -> Knob:
    return Knob(
        "resolution", "ρ", "resolution", "int", base, f"Side of the square input image; ρ is this side over {base} px.", source,
        minimum=minimum, maximum=600, step=1, snaps=snaps, scopes=(NETWORK,), unit="px",
    )


def groups(default: int = 1, source: str = "ShuffleNet, section 3.1") -> Knob:
    return Knob(
        "groups", "g", "groups of 1×1", "int", default,
        "Groups of the pointwise convolutions; a group sees only its own channels.", source,
        minimum=1, maximum=64, snaps=(1, 2, 3, 4, 8),
    )


def shuffle(*, default: bool = False, where: str = "after the first grouped 1×1 convolution") -> Knob:
    return Knob(
        "shuffle", "", "channel shuffle", "bool", default, f"Mixes the channels of the groups {where}.",
        "ShuffleNet, section 3.1",
    )


def se(default: int = 0, source: str = "SENet, sections 3 and 6.1") -> Knob:
    return Knob(
        "se", "r", "squeeze-excite", "int", default,
        "Squeeze-and-excitation at the end of a block, with reduction ratio r.", source,
        minimum=2, maximum=32, snaps=(2, 4, 8, 16, 32), special={0: "off"},
    )


def squeeze_slots(squeeze: str, gate: str, source: str) -> tuple[Knob, Knob]:
    """The two activations inside squeeze-and-excitation."""
    return (
        slot("squeeze", squeeze, "Between the two layers of squeeze-and-excitation.", source),
        slot("gate", gate, "At the end of squeeze-and-excitation, before it scales the channels.", source),
    )


def shortcut(source: str) -> Knob:
    return Knob(
        "shortcut", "", "shortcut", "bool", default=True, sentence="The residual connection around a block whose input and "
        "output have one shape.", source=source,
    )


def kernel(default: int = 3, snaps: tuple[float, ...] = (3, 5, 7), source: str = "MobileNetV3, Table 1") -> Knob:
    return Knob(
        "kernel", "k", "depthwise kernel", "choice", str(default), "Side of the depthwise kernel.", source,
        choices=tuple(f"{k:g}" for k in snaps),
    )


def depth(source: str = "EfficientNet, section 3.2") -> Knob:
    return Knob(
        "depth", "d", "depth", "float", 1.0, "Multiplies every stage's repeats; rounded up.", source,
        minimum=0.2, maximum=4.0, step=0.1, snaps=(0.5, 1.0, 1.5, 2.0), scopes=(NETWORK, STAGE),
    )


def repeats(source: str, maximum: int = 24) -> Knob:
    return Knob(
        "repeats", "n", "repeats", "int", 1, "Blocks in this stage, before the depth multiplier.", source,
        minimum=1, maximum=maximum, scopes=(STAGE,),
    )


def channels(source: str) -> Knob:
    return Knob(
        "channels", "c", "channels", "int", 64, "Output channels of this stage, before the width multiplier.", source,
        minimum=8, maximum=4096, step=8, scopes=(STAGE,),
    )


def stride(source: str) -> Knob:
    return Knob(
        "stride", "s", "stride", "choice", "1", "Stride of the stage's first block.", source, choices=("1", "2"), scopes=(STAGE,),
    )


def stem_slot(default: str, source: str) -> Knob:
    """The activation behind the first convolution (or the first ones, where a stem has several)."""
    return slot("stem", default, "After the stem's convolutions.", source, (NETWORK,))


def stem_channels(default: int, source: str, snaps: tuple[float, ...] = ()) -> Knob:
    return Knob(
        "stem_channels", "", "stem channels", "int", default, "Channels of the stem, before the width multiplier.", source,
        minimum=8, maximum=512, step=8, snaps=snaps, scopes=(NETWORK,),
    )


def stem() -> Knob:
    return Knob(
        "stem", "", "stem", "choice", "imagenet",
        "Stride of the first layer: imagenet strides as the paper does, small keeps the size (32 px images).",
        "common practice for CIFAR-sized images", choices=("imagenet", "small"), scopes=(NETWORK,),
    )


def classes() -> Knob:
    return Knob(
        "classes", "", "classes", "int", 1000, "Outputs of the classifier.", "ImageNet-1k has 1000", minimum=1, maximum=100000,
        snaps=(10, 100, 1000), scopes=(NETWORK,),
    )


def dropout(default: float, source: str) -> Knob:
    return Knob(
        "dropout", "", "dropout", "float", default,
        "Probability of dropping an input of the classifier; acts only in training.", source,
        minimum=0.0, maximum=0.95, step=0.05, scopes=(NETWORK,),
    )


def slot(name: str, default: str, sentence: str, source: str, scopes: tuple[str, ...] = (NETWORK, STAGE, BLOCK)) -> Knob:
    return Knob("activation." + name, "", name, "choice", default, sentence, source, choices=ACTIVATION_CHOICES, scopes=scopes)


def convolution(default: str, source: str) -> Knob:
    return Knob(
        "convolution", "", "convolution", "choice", default,
        "Depthwise separable (depthwise, then 1×1) or one standard convolution.", source, choices=("separable", "standard"),
    )


def middle(*, fused: bool = False) -> Knob:
    """What stands in the place of a block's depthwise convolution."""
    sentence = "The k×k convolution of a block: depthwise, or standard over all its channels"
    return Knob(
        "convolution", "", "convolution", "choice", "depthwise",
        sentence + ("; fused: standard, the 1×1 expansion in it." if fused else "."),
        "MobileNets, Table 4" + ("; EfficientNetV2 (arXiv:2104.00298), Figure 2 (Fused-MBConv)" if fused else ""),
        choices=("depthwise", "standard", *(("fused",) if fused else ())),
    )


def bn(source: str, *, default: bool) -> Knob:
    return Knob("bn", "", "batch norm", "bool", default, "BatchNorm after each convolution.", source)


def pool(source: str) -> Knob:
    return Knob(
        "pool", "", "pooling", "choice", "max", "What the pooling layer takes of its window.", source, choices=("max", "average"),
    )


def window(default: int, source: str, scopes: tuple[str, ...] = (NETWORK, STAGE, BLOCK)) -> Knob:
    return Knob(
        "window", "z", "pooling window", "choice", str(default), "Side of the pooling window; the stride is 2.", source,
        choices=("2", "3"), scopes=scopes,
    )


def hidden(source: str) -> Knob:
    return Knob(
        "hidden", "", "hidden units", "int", 4096, "Outputs of each hidden fully connected layer, before the width multiplier.",
        source, minimum=8, maximum=8192, step=8, snaps=(512, 1024, 2048, 4096), scopes=(NETWORK,),
    )


def side(value: Value) -> int:
    """A kernel or stride choice as a number."""
    return int(value)
