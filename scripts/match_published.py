"""Write resources/published_matches.json: for every published record the recipe it describes, or the reason why it has none.

    python scripts/match_published.py [--check]

What holds for every family stands here (data sets, precision, crops, digits, how a source counts parameters); which network a
record describes stands in ``published_families.py``. ``--check`` only compares.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from explorer.analysis import settings_of  # noqa: E402
from explorer.core import conventions, rules  # noqa: E402
from explorer.core.published import IMAGENET, MATCHES_FILE, VERSION, Match, Record, read_records  # noqa: E402
from explorer.core.recipe import Recipe  # noqa: E402
from scripts.published_families import FAMILIES  # noqa: E402

NOT_A_NETWORK = (  # how a variant begins → why it is no result of one network
    *((words + "architecture", "the table of an architecture, without a result") for words in ("", "Large ", "Small ", "B0 ")),
    ("resource share", "shares of one network's resources by kind of layer"), ("single layer", "a single layer, no network"),
    ("max channels/memory", "a bound on the memory of activations, no result"), ("ablation", "curves only: no number is printed"),
    ("template", "a block's template, no network"), ("compound scaling constants", "constants of the scaling rule, no network"),
)
OTHER_TASKS = (
    ("COCO", "a detector: backbone and head together"), ("PASCAL", "a segmentation network: backbone and head together"),
    ("face attributes", "a network with another head, which the paper does not describe"),
    ("FaceNet", "a network with another head, which the paper does not describe"),
    ("Im2GPS", "a network with another head, which the paper does not describe"),
    ("JFT", "a network with 17 000 outputs that the paper does not describe whole"),
    ("ILSVRC-2010", "another training set, whose validation images are another task"),
)
TWO_DECIMALS = ("timm results", "THOP", "ptflops", "Squeeze-and-Excitation")  # print G with two decimals


def judged(record: Record) -> Match | str:
    """The record's match, or the reason why it has none."""
    for words, reason in NOT_A_NETWORK:
        if record.variant.startswith(words):
            return reason
    for words, reason in OTHER_TASKS:
        if record.dataset.startswith(words):
            return reason
    if record.family not in FAMILIES:
        return f"another network: {record.family} is not in the library"
    verdict = FAMILIES[record.family](record)
    if isinstance(verdict, str):
        return verdict
    preset, knobs, at = verdict
    resolution = record.settings.get("resolution")
    if resolution is not None:
        knobs.setdefault("resolution", resolution)
    own = settings_of(Recipe(preset))[1]
    knobs = {name: value for name, value in knobs.items() if value != own.resolve(name, ())[0]}
    return Match(
        record.id, Recipe.of(preset, knobs, at), rule_of(record), parameters_of(record), step_of(record), conditions_of(record),
    )


def rule_of(record: Record) -> str:
    """The counting rule of the source (published.md names those that leave out the classifier or count 2 for a MAC)."""
    paper, table = record.source.paper, record.source.table
    if paper.startswith("ShuffleNet (") and table == "Table 1":
        return "macs-no-fc"
    if record.family == "VGG" and record.madds_m == 15300:  # the convolutions' 15.3 G of ResNet's text, copied ever since
        return "macs-no-fc"
    if paper.startswith("MobileNets (") and (table, record.variant) == ("Table 4", "Conv MobileNet (full convolutions)"):
        return "macs-no-fc"
    if paper.startswith("MobileNets (") and record.family == "SqueezeNet":
        return "flops"  # SqueezeNet's own 1.72 GFLOPS, two for a MAC
    return rules.DEFAULT


def parameters_of(record: Record) -> str:
    """The convention by which the source counts parameters."""
    paper = record.source.paper
    if paper.startswith("Keras") or (paper.startswith("TensorFlow RepVGG") and record.settings.get("mode") == "train"):
        return "statistics"
    if paper.startswith(("TF-slim mobilenet README", "tonylins")) and record.family == "MobileNetV2":
        return "no-bn"
    if paper.startswith(("MobileNetV2 (", "Searching for MobileNetV3")) and record.family == "MobileNetV2":
        return "no-bn"
    if paper.startswith("RepVGG ("):
        return "no-bias"
    if paper.startswith("MLP-Mixer ("):
        return "no-head"
    return conventions.DEFAULT


def step_of(record: Record) -> float:
    """The last printed digit of the multiply-adds, in millions: sources print 569 (M), 3.8 or 11.30 or 0.39 (G)."""
    printed = record.madds_m
    if printed is None or printed != int(printed):
        decimals = len(repr(printed).partition(".")[2]) if printed else 0
        return 10.0**-decimals
    billions = isinstance(printed, float)  # converted from G
    if billions and record.source.paper.startswith(TWO_DECIMALS):
        return 10.0
    if billions and printed < 1000 and record.source.paper.startswith("EfficientNet (") and "Table 2" in record.source.table:
        return 10.0  # 0.39B, 0.70B
    if billions and not record.source.paper.startswith("torchvision"):
        return next(step for step in (100.0, 10.0, 1.0) if printed % step == 0)
    zeros = len(str(int(printed))) - len(str(int(printed)).rstrip("0"))
    return 10.0**zeros if printed >= 1000 else 1.0


def conditions_of(record: Record) -> tuple[str, ...]:
    """What an accuracy was had with beyond one centre crop of weights in float, trained on ImageNet alone."""
    said = record.settings
    conditions = []
    if str(said.get("precision", "")).startswith("8-bit") or "quant" in record.variant:
        conditions.append("8-bit")
    if said.get("crops", 1) != 1:
        conditions.append(f"{said['crops']}-crop")
    if "eval_protocol" in said:
        conditions.append(str(said["eval_protocol"]))
    if "multi-scale dense" in record.variant:
        conditions.append("multi-scale dense evaluation")
    if "pretrain" in said:
        conditions.append(f"pre-trained on {said['pretrain']}")
    if re.search("in21k", record.variant):
        conditions.append("pre-trained on ImageNet-21k")
    if record.dataset not in ("", IMAGENET):
        conditions.append(record.dataset)
    return tuple(conditions)


def generated() -> str:
    """The file's text: one line a record, matches first, then reasons."""
    verdicts = [(record.id, judged(record)) for record in read_records()]
    matches = [json.dumps(v.to_json(), ensure_ascii=False) for _, v in verdicts if isinstance(v, Match)]
    reasons = [json.dumps({"record": i, "reason": v}, ensure_ascii=False) for i, v in verdicts if isinstance(v, str)]
    lists = ('"matches": [\n ' + ",\n ".join(matches) + "\n]", '"unmatched": [\n ' + ",\n ".join(reasons) + "\n]")
    return f'{{"version": {VERSION}, {lists[0]}, {lists[1]}}}\n'


def main(arguments: Sequence[str]) -> int:
    text = generated()
    if "--check" in arguments:
        if MATCHES_FILE.read_text(encoding="utf-8") == text:
            return 0
        print(f"{MATCHES_FILE} is stale; run: python scripts/match_published.py", file=sys.stderr)
        return 1
    MATCHES_FILE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
