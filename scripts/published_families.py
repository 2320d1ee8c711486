"""Which network of ours a published record describes, a function a family: (preset, knobs, overrides), or the reason for none.

Written from the records' own words (variant, settings, table), never from our counts: what a record prints must not choose its
match. A network that no knob reaches has a reason instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from explorer.core.published import Record
from explorer.core.recipe import Value

Knobs = dict[str, Value]
At = dict[str, dict[str, Value]]
Network = tuple[str, Knobs, At]
Verdict = Network | str

DEEP: dict[int, At] = {101: {"stages.4": {"repeats": 23}}, 152: {"stages.3": {"repeats": 8}, "stages.4": {"repeats": 36}}}
PREFIX = re.compile(
    r"^(torchvision|timm benchmark|timm|THOP|ptflops|osmr|Keras|TFLite|fb README|released|TF-slim|convnet-burden|shicai Caffe|"
    r"tonylins PyTorch|pytorch_model_integration|megvii|OpenVINO OMZ|d-li14 PyTorch)\s+", re.IGNORECASE,
)


def name(record: Record) -> str:
    """The variant without the repository in front, in small letters."""
    return PREFIX.sub("", record.variant).lower()


def number(record: Record, *keys: str) -> float:
    """A multiplier: from the settings, else the first decimal number in the variant, else 1."""
    for key in keys:
        if isinstance(record.settings.get(key), int | float):
            return float(record.settings[key])
    found = re.search(r"(?:^|[ x(_])(\d+\.\d+)(?:[ x)_]|$)", name(record))
    return float(found[1]) if found else 1.0


def mobilenet_v1(record: Record) -> Verdict:
    text = name(record)
    if "mobilenetb" in text:
        return "another network: osmr's MobileNetb has no BatchNorm and ReLU behind its depthwise convolutions"
    if "scaling" in text:
        for words, found in (
            ("baseline", {}), ("width w=2", {"alpha": 2.0}), ("resolution r=2", {"resolution": 448}),
            ("compound", {"depth": 1.4, "alpha": 1.2, "resolution": 291}),
        ):
            if words in text:
                return "mobilenet_v1", dict(found), {}
    hundredths = re.search(r"mobilenetv1_(\d{3})", text)
    knobs: Knobs = {"alpha": float(hundredths[1]) / 100 if hundredths else number(record, "alpha", "scale")}
    if record.dataset == "Stanford Dogs":
        knobs["classes"] = 120
    if "full convolutions" in text:
        knobs["convolution"] = "standard"
    if "shallow" in record.settings:
        knobs["shallow"] = True
    return "mobilenet_v1", knobs, {}


def mobilenet_v2(record: Record) -> Verdict:
    text = name(record)
    if record.variant.startswith("osmr") and "v2b" not in text:
        return "another network: osmr's MobileNetV2 keeps a 1×1 expansion where t is 1 (stage 1)"
    if record.variant.startswith("osmr") and number(record, "scale") != 1:
        return "another network: osmr does not round the channels to multiples of 8"
    if "our impl." in text and number(record, "alpha") != 1:
        return "another network: ShuffleNet V2's authors' own implementation, whose channels at this width are not printed"
    if "compound" in text:
        return "the paper names no depth, width and resolution of this compound scaling"
    for words, found in (
        ("scaling: mobilenetv2 baseline", {}), ("depth d=4", {"depth": 4.0}), ("width w=2", {"alpha": 2.0}),
        ("resolution r=2", {"resolution": 448}),
    ):
        if words in text:
            return "mobilenet_v2", dict(found), {}
    hundredths = re.search(r"mobilenetv2_(\d{3})", text)
    return "mobilenet_v2", {"alpha": float(hundredths[1]) / 100 if hundredths else number(record, "alpha")}, {}


def mobilenet_v3(record: Record) -> Verdict:
    text = name(record)
    if "h-swish@" in text:
        return "no knob: h-swish from a layer on, ReLU before it, is set layer by layer"
    small = "small" in text
    knobs: Knobs = {}
    hundredths = re.search(r"_(\d{3})(?:\.|$)", text)
    if "relu everywhere" in text:
        return "mobilenet_v3_large", {f"activation.{slot}": "relu" for slot in ("stem", "expand", "depthwise", "head")}, {}
    knobs["alpha"] = float(hundredths[1]) / 100 if hundredths else number(record, "alpha")
    if "minimalistic" in text:
        knobs["minimalistic"] = True
    early = record.source.paper.startswith(("Searching for MobileNetV3", "TF-slim")) and "later" not in record.source.table
    if small and early and not knobs.get("minimalistic"):
        knobs["head"] = 1280  # the earlier printing's Table 2
    return ("mobilenet_v3_small" if small else "mobilenet_v3_large"), knobs, {}


def shufflenet_v1(record: Record) -> Verdict:
    text = name(record)
    if "v1-50" in text:
        return "another network: ShuffleNet v1 made as large as ResNet-50; the paper does not print its channels"
    if "unit comparison" in text and "shufflenet" not in text:
        return "another network: a unit of another paper in ShuffleNet's frame; its channels are not printed"
    if "shallow" in record.settings:
        return "another network: the shallow ShuffleNet's channels are not printed"
    if record.settings.get("se"):
        return "another network: the ratio and the place of its SE are not printed"
    groups = record.settings.get("groups") or re.search(r"g(?:roup)?=(\d)", text)
    g = int(groups[1]) if isinstance(groups, re.Match) else groups
    if g is None:
        g = 3  # MobileNetV2's Table 4 takes Table 5 of ShuffleNet
    found = re.search(r"([\d.]+)x|x([\d.]+)|\(([\d.]+)\)", text)
    scale = number(record, "scale") if "scale" in record.settings or not found else float(next(n for n in found.groups() if n))
    knobs: Knobs = {"alpha": scale, "groups": int(g)}
    if record.settings.get("shuffle") is False:
        knobs["shuffle"] = False
    if record.variant.startswith("osmr") and scale in (0.25, 0.75):
        return "another network: osmr's stem has 24·α channels, where the official code has 12 below 1×"
    return "shufflenet_v1", knobs, {}


def shufflenet_v2(record: Record) -> Verdict:
    text = name(record)
    if "v2-50" in text or "v2-164" in text:
        return "another network: ShuffleNet v2 deepened with the paper's appendix; no preset"
    if "v2b" in text:
        return "osmr's variant b, whose difference from Table 5 the source does not state"
    if record.source.paper.startswith("osmr") and number(record, "scale") in (1.5, 2.0):
        return "another network: osmr's 1.5× and 2× have other channels than Table 5"
    found = re.search(r"x(\d[_.]\d)|([\d.]+)x", text)
    scale = number(record, "scale") if "scale" in record.settings or not found else float(
        next(n for n in found.groups() if n).replace("_", ".")
    )
    if "with se" in text:
        return "another network: the ratio and the place of its SE are not printed"
    return f"shufflenet_v2_x{scale:.1f}".replace(".", "_"), {}, {}


def squeezenet(record: Record) -> Verdict:
    text = name(record)
    if "gain over vanilla" in text:
        return "a difference between two networks, no result of one"
    knobs: Knobs = {}
    if "SR" in record.settings and record.settings["SR"] != 0.125:
        knobs = {"squeeze_ratio": record.settings["SR"], "pct3x3": record.settings["pct3x3"]}
    if record.settings.get("bypass") not in (None, "none"):
        knobs["bypass"] = str(record.settings["bypass"])
    newer = re.search(r"1[._-]1", text) is not None
    if record.source.paper.startswith(("MobileNets", "ShuffleNet")):
        knobs["resolution"] = 227  # the Caffe model's input, whose count both papers copy
    return ("squeezenet1_1" if newer else "squeezenet1_0"), knobs, {}


def alexnet(record: Record) -> Verdict:
    text = name(record)
    if "cnns" in text:
        return "an ensemble of several networks"
    if "pre-trained" in text:
        return "another network: a sixth convolutional layer over the last pooling layer (AlexNet, section 6.1)"
    if text == "alexnet" and record.variant.startswith("osmr"):
        return "another network: one tower with the channels of both (62.4 M parameters)"
    if "caffenet" in text:
        return "another network: CaffeNet pools before it normalises"
    single = record.variant.startswith(("torchvision", "THOP", "ptflops", "osmr"))
    return ("alexnet" if single else "alexnet_2012"), {}, {}


def vgg(record: Record) -> Verdict:
    text = name(record)
    configuration = record.settings.get("config")
    if configuration == "A-LRN":
        return "no preset: configuration A with local response normalisation"
    if configuration:
        return {"A": "vgg11", "B": "vgg13", "C": "vgg16_c", "D": "vgg16", "E": "vgg19"}[str(configuration)], {}, {}
    depth = re.search(r"vgg[- ]?(11|13|16|19)", text)
    assert depth, record.variant
    normalised = "bn" in text or record.source.paper.startswith("Squeeze")
    return f"vgg{depth[1]}" + ("_bn" if normalised else ""), {}, {}


def googlenet(record: Record) -> Verdict:
    text = name(record)
    models = record.settings.get("models", 1)
    if models != 1:
        return "an ensemble of several networks"
    if "v1 bn" in text:
        return "googlenet", {"kernel": "5"}, {}
    if record.variant.startswith(("torchvision", "ptflops")):
        return "googlenet", ({"aux": True} if "ptflops" in record.variant else {}), {}
    if record.variant.startswith(("TF-slim", "TFLite")):
        return "googlenet", {}, {}  # BatchNorm, and 3×3 where the paper has 5×5
    return "googlenet_2014", {}, {}


def inception_v3(record: Record) -> Verdict:
    if record.dataset == "Stanford Dogs":
        return "inception_v3", {"classes": 120}, {}
    if "224" in record.variant:
        return "its resolution is doubtful: the row says 224, its count is that of 299"
    return "inception_v3", ({"aux": True} if record.variant.startswith(("torchvision", "THOP")) else {}), {}


def xception(record: Record) -> Verdict:
    if "our impl." in record.variant:
        return "another network: scaled down by ShuffleNet V2's authors, channels not printed"
    return "xception", {}, {}


def resnet(record: Record) -> Verdict:
    text = name(record)
    if "resnext50" in text:
        return "resnext50_32x4d", {}, {}
    if record.variant.startswith(("TF-slim", "TFLite")):
        return "another network: TF-slim's ResNet strides in the last block of a stage, not in the first"
    if "compound" in text or "wider" in text or "200" in text:
        return "no preset: its depth, width or resolution is not printed or not declared"
    depth = re.search(r"resnet[-_ ]?(\d+)", text)
    assert depth, record.variant
    knobs: Knobs = {}
    if not strides_on_3x3(record, text) and int(depth[1]) >= 50:
        knobs["stride_on"] = "1x1"
    if record.settings.get("residual") is False:
        knobs["shortcut"] = "none"
    for words, found in (("depth d=4", {"depth": 4.0}), ("width w=2", {"alpha": 2.0}), ("resolution r=2", {"resolution": 448})):
        if words in text:
            knobs |= found
    return f"resnet{depth[1]}", knobs, {}


def strides_on_3x3(record: Record, text: str) -> bool:
    """Whether a bottleneck of this source strides on its 3×3: torchvision, timm, fb.resnet.torch and what counts those."""
    if record.variant.startswith(("torchvision", "timm", "THOP", "ptflops", "pytorch_model_integration", "fb README")):
        return "legacy" not in text
    if record.variant.startswith("osmr"):
        return bool(re.search(r"\db\b", text))
    return record.source.paper.startswith("ResNeXt") or "EfficientNet" in record.source.paper


def resnext(record: Record) -> Verdict:
    text = name(record)
    if "as listed by efficientnet" in text:
        return "resnext101_64x4d", {"resolution": 320}, {}
    shape = re.search(r"(\d+)x(\d+)d", text)
    depth = re.search(r"(50|101)", text)
    assert depth, record.variant
    cardinality, width = (int(shape[1]), int(shape[2])) if shape else (32, 4)
    knobs: Knobs = {"cardinality": cardinality, "width": width}
    if record.settings.get("residual") is False:
        knobs["shortcut"] = "none"
    if (depth[1], cardinality, width) in (("101", 32, 8), ("101", 64, 4)):
        return f"resnext101_{cardinality}x{width}d", {}, {}
    return "resnext50_32x4d", knobs, (dict(DEEP[101]) if depth[1] == "101" else {})


def senet(record: Record) -> Verdict:
    text = name(record)
    for words, reason in (
        ("bn-inception", "another network: SE-BN-Inception; no preset"),
        ("inception-resnet", "another network: SE-Inception-ResNet-v2; no preset"),
        ("squeeze max", "no knob: squeeze by the maximum"), ("nosqueeze", "no knob: excitation without a squeeze"),
    ):
        if words in text:
            return reason
    if text == "senet" or "senet154" in text or "senet-154" in text or "as listed by efficientnet" in text:
        ours: Knobs = {"resolution": 320} if "efficientnet" in text else {}
        return "senet154", ours | ({"ceil_pool": False} if record.variant.startswith("osmr") else {}), {}
    if "mobilenet" in text:
        return "mobilenet_v1", {"se": 16}, {}
    if "shufflenet" in text:
        return "shufflenet_v1", {"groups": 3, "se": 16}, {}
    if "vgg-16" in text:
        return "vgg16_bn", {"se": 16}, {}
    if "resnext" in text.replace("-", ""):
        knobs: Knobs = {"cardinality": 64} if "64x4d" in text else {}
        if record.variant.startswith("osmr"):
            knobs["ceil_pool"] = False
        return "se_resnext50_32x4d", knobs, (dict(DEEP[101]) if "101" in text else {})
    return se_resnet(record, text)


def se_resnet(record: Record, text: str) -> Verdict:
    depth = re.search(r"resnet-?(\d+)", text)
    layers = int(depth[1]) if depth else 50
    knobs: Knobs = {} if strides_on_3x3(record, text) else {"stride_on": "1x1"}
    ratio = int(record.settings.get("r", 16))
    if ratio != 16:
        knobs["se"] = ratio
    if "excitation relu" in text or "excitation tanh" in text:
        return "no knob: another function at the end of the excitation"
    placement = re.search(r"integration se-(pre|post|identity)|placement se (3x3)", text)
    if placement:
        knobs["placement"] = placement[1] or placement[2]
    stage = re.search(r"se stage (\d) only", text)
    at: At = {path: dict(values) for path, values in DEEP.get(layers, {}).items()}
    if stage:
        knobs["se"] = 0
        at[f"stages.{stage[1]}"] = {"se": 16}
    if "legacy" in text or record.variant.startswith("released"):
        knobs["ceil_pool"] = True  # the authors' Caffe models
    return "se_resnet50", knobs, at


def repvgg(record: Record) -> Verdict:
    text = name(record)
    found = re.search(r"repvgg[-_]?([ab]\d(?:g\d)?)", text)
    assert found, record.variant
    if "branch ablation" in text:
        knobs: Knobs = {"identity": "no identity" not in text, "pointwise": "no 1x1" not in text}
        return "repvgg_b0", {k: v for k, v in knobs.items() if not v}, {}
    train = record.settings.get("mode") == "train" or record.variant.startswith("timm")
    return f"repvgg_{found[1]}", ({} if train else {"deploy": True}), {}


def efficientnet(record: Record) -> Verdict:
    found = re.search(r"efficientnet[-_]?(b\d)", name(record))
    return (f"efficientnet_{found[1]}", {}, {}) if found else "no network: constants of the scaling rule"


def mlp_mixer(record: Record) -> Verdict:
    found = re.search(r"mixer[-_]([sblh])[/_]?(\d\d)", name(record))
    assert found, record.variant
    return f"mixer_{found[1]}{found[2]}", {}, {}


def densenet(record: Record) -> Verdict:
    text = name(record)
    if "our impl." in text:
        return "another network: scaled down by ShuffleNet V2's authors, channels not printed"
    if "43.6 mb" in text:
        return "the source does not say which DenseNet"
    if "264" in text and record.source.paper.startswith("timm"):
        return "another network: timm's densenet264 has growth 48, densenet264d another stem"
    found = re.search(r"densenet[-_]?(\d{3})", text)
    assert found, record.variant
    return f"densenet{found[1]}", {}, {}


FAMILIES: Mapping[str, Callable[[Record], Verdict]] = {
    "MobileNetV1": mobilenet_v1, "MobileNetV2": mobilenet_v2, "MobileNetV3": mobilenet_v3, "ShuffleNetV1": shufflenet_v1,
    "ShuffleNetV2": shufflenet_v2, "SqueezeNet": squeezenet, "AlexNet": alexnet, "VGG": vgg, "GoogLeNet": googlenet,
    "Inception-v3": inception_v3, "Xception": xception, "ResNet": resnet, "ResNeXt": resnext, "SENet": senet, "RepVGG": repvgg,
    "EfficientNet": efficientnet, "MLP-Mixer": mlp_mixer, "DenseNet": densenet,
}
