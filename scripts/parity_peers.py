"""Which reference implementation each preset is held against, and why some have none. Knows neither torch nor the packages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Peer:
    """A reference implementation: package, name there and arguments; the knobs that make ours the same; input sides in pixels.

    ``remark`` says what the arguments changed that weights of the peer as it comes would miss here. ``heads`` are the arguments
    that give the peer its auxiliary heads, as its weights have them; they run in training only, so their names are paired apart.
    """

    package: str
    name: str
    sides: tuple[int, ...] = (64, 97)
    knobs: Mapping[str, Any] = field(default_factory=dict)
    arguments: Mapping[str, Any] = field(default_factory=dict)
    remark: str = ""
    heads: Mapping[str, Any] = field(default_factory=dict)


def tv(name: str, *sides: int, remark: str = "", heads: Mapping[str, Any] | None = None, **arguments: Any) -> Peer:
    return Peer("torchvision", name, sides or (64, 97), arguments=arguments, remark=remark, heads=heads or {})


def timm(
    name: str, *sides: int, knobs: Mapping[str, Any] | None = None, arguments: Mapping[str, Any] | None = None, remark: str = ""
) -> Peer:
    return Peer("timm", name, sides or (64, 97), knobs or {}, arguments or {}, remark)


TRAINED = {"bn_momentum": 0.01}  # timm leaves BatchNorm's momentum at torch's 0.1; it acts in training only
TENSORFLOW = TRAINED | {"bn_eps": 1e-3}
RESCALED = "torchvision's own weights of this network are for images of mean 0.5 and deviation 0.5 (its transform_input)"
TWIN = "timm's tf_ variant has the same names, but BatchNorm ε = 1e-3 and TensorFlow's padding"
EPSILON = "timm has BatchNorm ε = 1e-5 (its tf_ variant 1e-3, and TensorFlow's padding); here ε is 1e-3 and the padding even"


HEADS = {"aux_logits": True, "init_weights": False}


# With TensorFlow's padding a peer is the same function only where every strided layer meets an odd side: 32n + 1 pixels.
ODD = (65, 97)

PEERS: dict[str, tuple[Peer, ...]] = {
    "alexnet": (tv("alexnet", 96, 127),),
    **{f"vgg{n}{bn}": (tv(f"vgg{n}{bn}", 32, 65), timm(f"vgg{n}{bn}", 32, 65)) for bn in ("", "_bn") for n in (11, 13, 16, 19)},
    "googlenet": (tv("googlenet", remark=RESCALED, heads=HEADS, aux_logits=False, init_weights=False),),
    "inception_v3": (
        tv("inception_v3", 96, 139, remark=RESCALED, heads=HEADS, aux_logits=False, init_weights=False),
        timm("inception_v3", 96, 139),
    ),
    "xception": (timm("legacy_xception", 96, 127),),
    "resnet18": (tv("resnet18"), timm("resnet18")),
    "resnet34": (tv("resnet34"), timm("resnet34")),
    "resnet50": (tv("resnet50"), timm("resnet50")),
    "resnet101": (tv("resnet101"), timm("resnet101")),
    "resnet152": (tv("resnet152"), timm("resnet152")),
    "resnext50_32x4d": (tv("resnext50_32x4d"), timm("resnext50_32x4d")),
    "resnext101_32x8d": (tv("resnext101_32x8d"), timm("resnext101_32x8d")),
    "resnext101_64x4d": (tv("resnext101_64x4d"), timm("resnext101_64x4d")),
    "se_resnet50": (timm("seresnet50"),),
    "se_resnext50_32x4d": (timm("legacy_seresnext50_32x4d"),),
    "senet154": (timm("legacy_senet154"),),
    "densenet121": (tv("densenet121"), timm("densenet121")),
    "densenet161": (tv("densenet161"), timm("densenet161")),
    "densenet169": (tv("densenet169"), timm("densenet169")),
    "densenet201": (tv("densenet201"), timm("densenet201")),
    "mobilenet_v1": (timm("mobilenetv1_100", arguments={"act_layer": "relu"}),),  # ReLU6 by default, as the official code
    "mobilenet_v2": (tv("mobilenet_v2"), timm("mobilenetv2_100")),
    "mobilenet_v3_large": (
        tv("mobilenet_v3_large"), timm("mobilenetv3_large_100", arguments=TENSORFLOW, remark=EPSILON),
        timm("tf_mobilenetv3_large_minimal_100", *ODD, knobs={"minimalistic": True}, arguments=TRAINED),
    ),
    "mobilenet_v3_small": (
        tv("mobilenet_v3_small"), timm("mobilenetv3_small_100", arguments=TENSORFLOW, remark=EPSILON),
        timm("tf_mobilenetv3_small_minimal_100", *ODD, knobs={"minimalistic": True}, arguments=TRAINED),
        timm("tf_mobilenetv3_small_075", *ODD, knobs={"alpha": 0.75}, arguments=TRAINED),
    ),
    **{f"efficientnet_b{n}": (tv(f"efficientnet_b{n}"), timm(f"efficientnet_b{n}", remark=TWIN)) for n in range(5)},
    **{
        f"efficientnet_b{n}": (
            tv(f"efficientnet_b{n}"), timm(f"efficientnet_b{n}", arguments=TENSORFLOW, remark=EPSILON),
        ) for n in range(5, 8)
    },
    **{f"shufflenet_v2_{x}": (tv(f"shufflenet_v2_{x}"),) for x in ("x0_5", "x1_0", "x1_5", "x2_0")},
    "squeezenet1_0": (tv("squeezenet1_0"),),
    "squeezenet1_1": (tv("squeezenet1_1"),),
    **{f"mixer_{n}": (timm(f"mixer_{n}_224", 224),) for n in ("s32", "s16", "b32", "b16", "l32", "l16")},
    **{f"repvgg_{n}": (timm(f"repvgg_{n}"),) for n in ("a0", "a1", "a2", "b0", "b1", "b1g4", "b2", "b2g4", "b3", "b3g4")},
}

NO_PEER = {  # preset -> why
    "alexnet_2012": "neither torchvision nor timm has the two towers",
    "vgg16_c": "torchvision has configurations A, B, D and E only",
    "googlenet_2014": "torchvision's GoogLeNet has BatchNorm and no response normalisation",
    "repvgg_b1g2": "timm has the g4 models only",
    "repvgg_b2g2": "timm has the g4 models only",
    "repvgg_b3g2": "timm has the g4 models only",
    "shufflenet_v1": "neither torchvision nor timm has ShuffleNet V1",
    "densenet264": "timm's densenet264d has growth 48 and another stem, the paper's has 32",
    "mixer_h14": "neither torchvision nor timm has Mixer-H/14",
}

PEERS |= {
    "wide_resnet50_2": (tv("wide_resnet50_2"),),
    "wide_resnet101_2": (tv("wide_resnet101_2"),),
    "resnext101_32x4d": (timm("resnext101_32x4d"),),
    "se_resnet101": (timm("seresnet101"),),
    "se_resnet152": (timm("seresnet152"),),
    "se_resnext101_32x4d": (timm("legacy_seresnext101_32x4d"),),
}
