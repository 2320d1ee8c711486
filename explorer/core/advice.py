"""What the field's guidelines say of a block: quiet sentences with reason and source, read out of an analysis. Never blocking.

Each rule looks at one unit: a block, or a node at the top that holds no block. Thresholds stand here with their reason. A rule
says what a published measurement found elsewhere, not what this machine would show: measure before following it. Layers on a
1×1 map (squeeze-and-excitation) are left out: they move next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import Any

from explorer.core.frame import boxes_of, edges_within, node_row
from explorer.core.measures import multiplied
from explorer.core.rules import DEFAULT

Sentence = list[Any]  # [template, argument, …]

SHUFFLENET_V2 = "ShuffleNet V2 (arXiv:1807.11164)"
UNBALANCED = 6  # Table 1: at 1:6 a GPU ran 876 images a second for 1480 at 1:1 and equal MACs; 1:2 cost an eighth
GROUPS = 8  # section 3, G2: 8 groups are more than two times slower than none on a GPU, at equal MACs
BRANCHES = 4  # Table 3: four fragments in parallel are three times slower than one on a GPU
ELEMENTWISE = 0.5  # no figure in the paper: from here on element-wise work moves more than all the rest of the block
NARROW = 2  # no figure in the paper: a tensor half as wide as the block's widest is a bottleneck in the sense of section 3.2
MULTIPLE = 8  # MobileNetV2's official code rounds to it; vector units and tensor cores take 8 at a time
GROUP_WIDTH = 8  # below it a group's channels do not fill one such unit
HALF = 0.5  # "half of the cost", the question itself

REASONS: dict[str, tuple[str, str]] = {  # rule → (why, where it is printed)
    "G1": (
        "Equal channel width minimises memory access cost at equal MACs.", f"{SHUFFLENET_V2}, section 3, G1 and Table 1",
    ),
    "G2": ("Excessive group convolution increases memory access cost.", f"{SHUFFLENET_V2}, section 3, G2 and Table 2"),
    "G3": ("Network fragmentation reduces the degree of parallelism.", f"{SHUFFLENET_V2}, section 3, G3 and Table 3"),
    "G4": (
        "Element-wise operations are non-negligible: few MACs, much memory access; depthwise convolutions count among them.",
        f"{SHUFFLENET_V2}, section 3, G4 and Table 4",
    ),
    "narrow": (
        "A ReLU on few channels destroys what the wide tensor held; MobileNetV2 leaves its bottlenecks linear.",
        "MobileNetV2 (arXiv:1801.04381), section 3.2",
    ),
    "multiple": (
        "Vector units and tensor cores work on 8 channels at a time; the rest of the last 8 is padding.",
        "MobileNetV2's official code (make_divisible); NVIDIA, Deep Learning Performance: Convolutional Layers",
    ),
    "fragments": (
        "A group of few channels does not fill a vector unit, and every group is a small convolution of its own.",
        f"{SHUFFLENET_V2}, section 3, G2; NVIDIA, Deep Learning Performance: Convolutional Layers",
    ),
    "standard": (
        "A depthwise separable convolution takes 1/N + 1/k² of a standard one's MACs.",
        "MobileNets (arXiv:1704.04861), section 3.1",
    ),
}
CONVOLUTIONS = ("standard", "depthwise", "pointwise", "group")
RECTIFIERS = ("ReLU", "ReLU6", "relu", "relu6")
FUSED = ("norm", "activation")  # runtimes fuse them into the convolution before: not part of what G4 weighs


def advice(analysis: Mapping[str, Any], within: str | None = None) -> list[dict[str, Any]]:
    """[{path, rule, text, reason, source}] in call order; text and reason are [template, argument, …].

    ``within`` limits it to the units in, at or around one node: a layer gets its block's.
    """
    boxes = boxes_of(analysis)
    around = {box["parent"] for box in boxes if box["role"] == "block"}
    found = []
    for box in boxes:
        if box["role"] != "block" and (box["parent"] or _holds_blocks(box["id"], around)):
            continue
        if within and not (_inside(box["id"], within) or _inside(within, box["id"])):
            continue
        unit = node_row(analysis, box["id"]) or box
        first, last = unit["layers"]
        layers = [y for y in analysis["layers"][first : last + 1] if y["runs"] and y["output"]]
        if analysis["rule"] != DEFAULT:  # the guidelines are about multiply-accumulates, whatever is counted
            layers = [{**y, "macs": multiplied(y, analysis["rule"])} if y["access"] else y for y in layers]
        for rule, text in _of_unit(analysis, unit, layers):
            reason, source = REASONS[rule]
            words = [str(word) for word in text]
            found.append({"path": unit["id"], "rule": rule, "text": words, "reason": [reason], "source": source})
    return found


def _inside(inner: str, outer: str) -> bool:
    return inner == outer or inner.startswith((outer + ".", outer + ":"))


def _holds_blocks(node: str, around: set[str]) -> bool:
    return any(_inside(place, node) for place in around)


def _of_unit(
    analysis: Mapping[str, Any], unit: Mapping[str, Any], layers: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[str, Sentence]]:
    convolutions = [y for y in layers if y["kind"] in CONVOLUTIONS and y["output"][2:] != [1, 1]]
    yield from _channel_rules(convolutions)
    if unit["role"] != "block":
        return
    yield from _branches(analysis, unit["id"])
    yield from _element_wise(layers)
    yield from _narrow(unit, layers)
    yield from _standard(convolutions)


def _channel_rules(convolutions: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Sentence]]:
    for layer in convolutions:
        before, after = layer["input"][1], layer["output"][1]
        groups = _groups(layer)
        if layer["kind"] == "pointwise" and max(before, after) >= UNBALANCED * min(before, after):
            area = layer["output"][2] * layer["output"][3]
            macs = area * before * after
            least = 2 * sqrt(area * macs) + macs / area  # the bound of the paper's equation 2
            moved = area * (before + after) + before * after
            yield "G1", ["{0}: 1×1 from {1} to {2} channels moves {3} times the least for its MACs", layer["path"], before, after,
                         f"{moved / least:.1f}"]
        if layer["kind"] == "group" and groups:
            width = before // groups
            if width < GROUP_WIDTH:
                yield "fragments", ["{0}: {1} groups of {2} input channels each", layer["path"], groups, width]
            elif groups >= GROUPS:
                yield "G2", ["{0}: a convolution in {1} groups", layer["path"], groups]
    odd = list(dict.fromkeys(y["output"][1] for y in convolutions if y["output"][1] % MULTIPLE))
    if odd:
        yield "multiple", ["channels that are no multiple of {0}: {1}", MULTIPLE, ", ".join(map(str, odd))]


def _groups(layer: Mapping[str, Any]) -> int:
    """Groups of a grouped convolution, from ``1×1 /2 g4``; 0 where they are not told."""
    word = layer["detail"].rpartition(" ")[2]
    return int(word[1:]) if word[:1] == "g" and word[1:].isdigit() else 0


def _branches(analysis: Mapping[str, Any], block: str) -> Iterator[tuple[str, Sentence]]:
    """Branches that start at the block's input and hold something to compute."""
    starts = {target for source, target, _ in edges_within(analysis, block) if source == "in"}
    if len(starts) < BRANCHES:
        return
    rows = [row for start in starts if (row := node_row(analysis, start)) and row["type"] not in ("add", "concat", "mul")]
    if len(rows) >= BRANCHES and any(row["macs"] for row in rows):
        yield "G3", ["{0} branches side by side", len(rows)]


def _element_wise(layers: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Sentence]]:
    moved = [y for y in layers if y["kind"] not in FUSED]
    whole = sum(y["access"] for y in moved)
    light = sum(y["access"] for y in moved if y["kind"] in ("add", "multiply", "depthwise"))
    if whole and light > ELEMENTWISE * whole:
        template = "element-wise and depthwise operations move {0} % of what the block moves, for {1} % of its MACs"
        yield "G4", [template, round(100 * light / whole), _share(moved, layers)]


def _share(moved: Sequence[Mapping[str, Any]], layers: Sequence[Mapping[str, Any]]) -> int:
    """Per cent of the MACs that are depthwise convolutions'."""
    part = sum(y["macs"] for y in moved if y["kind"] == "depthwise")
    whole = sum(y["macs"] for y in layers)
    return round(100 * part / whole) if whole else 0


def _narrow(unit: Mapping[str, Any], layers: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Sentence]]:
    """A rectifier whose result leaves the block, at most through a sum, with a much wider tensor inside."""
    ending = list(layers)
    while ending and (ending[-1]["kind"] == "add" or ending[-1]["type"] in ("Identity", "Dropout")):
        ending.pop()
    last = ending[-1] if ending else None
    if last is None or last["type"] not in RECTIFIERS or last["output"] != unit["output"]:
        return
    widest = max((y["output"][1] for y in layers if y["kind"] in CONVOLUTIONS), default=0)
    channels = last["output"][1]
    if widest >= NARROW * channels:
        template = "{0}: {1} on {2} channels, where the block is {3} wide inside"
        yield "narrow", [template, last["path"], last["type"], channels, widest]


def _standard(convolutions: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Sentence]]:
    whole = sum(y["macs"] for y in convolutions)
    for layer in convolutions:
        if layer["kind"] == "standard" and whole and layer["macs"] >= HALF * whole:
            out = layer["output"]
            taps = layer["macs"] / (layer["input"][1] * out[1] * out[2] * out[3])
            if taps > 1:
                template = "{0}: a standard convolution with {1} % of the block's cost; a separable one would take 1/{2} of it"
                share = round(100 * layer["macs"] / whole)
                yield "standard", [template, layer["path"], share, f"{1 / (1 / out[1] + 1 / taps):.1f}"]
