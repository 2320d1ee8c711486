"""MobileNetV1's and V2's α × ρ grids and ShuffleNet's table as sweeps, against the printed figures as they were read.

The oracle is ``resources/published.json``, read here as plain JSON: parameters, multiply-adds and top-1 as papers and the
authors' repositories print them. A figure of ours is right where it is the printed one rounded or cut off, or within 1 % of it;
where it is neither, ``resources/published_explanations.json`` has to say why, and nothing else may be off. ShuffleNet's Table 1
leaves the classifier out, its Table 2 does not; sources count parameters with BatchNorm's or without.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from torch import nn

import models
from explorer.analysis.published import shelf
from explorer.core.catalogue import read_catalogue
from explorer.core.errors import BadInput
from explorer.core.paper_sweeps import PAPER_SWEEPS, PaperSweep
from explorer.core.recipe import Recipe
from explorer.core.sweep import Plan
from explorer.core.sweep_rows import SweepRow, row_document
from explorer.core.sweep_values import text_of, values_of
from explorer.sweep.tasks import analyse_all

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FAMILIES = {"mobilenet_v1": "MobileNetV1", "mobilenet_v2": "MobileNetV2", "shufflenet_v1": "ShuffleNetV1"}
OF_ANOTHER_NETWORK = ("conv", "shallow")  # settings of a record that is a variant besides width and resolution
POINTS = {"v1-width": 4, "v1-resolution": 4, "v1-grid": 16, "v2-grid": 22, "shuffle-groups": 15}  # with a published accuracy


def printed(sweep: PaperSweep) -> dict[tuple[float, ...], list[dict[str, Any]]]:
    """Records of the paper and its authors on ImageNet with float weights, by the values of the axes."""
    found: dict[tuple[float, ...], list[dict[str, Any]]] = {}
    for record in json.loads((RESOURCES / "published.json").read_text(encoding="utf-8"))["records"]:
        settings = record.get("settings") or {}
        settings = {"alpha": settings.get("scale"), **settings}
        values = tuple(settings.get(axis.knob) for axis in sweep.axes)
        fixed = {"resolution": 224, "alpha": 1.0} if len(sweep.axes) == 1 else {"resolution": 224}
        free = {axis.knob for axis in sweep.axes}
        others = all(settings.get(name, value) == value for name, value in fixed.items() if name not in free)
        mine = record["family"] == FAMILIES[sweep.recipe.preset] and record["kind"] in ("paper", "official-repo")
        if not mine or None in values or not others or not str(record.get("dataset", "")).startswith("ImageNet"):
            continue
        if set(settings) & set(OF_ANOTHER_NETWORK) or "8-bit" in str(settings.get("precision")):
            continue
        found.setdefault(values, []).append(record)
    return found


@cache
def rows(name: str) -> tuple[SweepRow, ...]:
    """The sweep as the processes of a sweep count it."""
    sweep = next(each for each in PAPER_SWEEPS if each.name == name)
    plan = Plan((sweep.recipe,), sweep.axes)
    shelf()
    told = analyse_all([variant.recipe.to_json() for variant in plan.variants()], "macs")
    return tuple(SweepRow(row_document(plan, number, row)) for number, row in enumerate(told))


def explained() -> dict[str, set[int]]:
    """Records by the figure whose difference is explained."""
    found: dict[str, set[int]] = {}
    document = json.loads((RESOURCES / "published_explanations.json").read_text(encoding="utf-8"))
    for each in document["explanations"]:
        found.setdefault(each["figure"], set()).update(each["records"])
    return found


def is_right(ours: float, figure: float) -> bool:
    """Rounded, cut off, or within 1 %."""
    text = repr(figure).rstrip("0").rstrip(".") if isinstance(figure, float) else str(figure)
    unit = 10.0 ** -len(text.partition(".")[2])
    return abs(ours - figure) <= 0.01 * figure or -0.5 * unit <= ours - figure < unit


def of_norms_and_classifier(recipe: Recipe) -> tuple[int, int]:
    """Of the built network: learnable parameters of its BatchNorms, multiply-adds of its linear layers."""
    modules = list(models.build(recipe.preset, **dict(recipe.knobs)).modules())
    norms = sum(p.numel() for m in modules if isinstance(m, nn.BatchNorm2d) for p in m.parameters())
    return norms, sum(m.in_features * m.out_features for m in modules if isinstance(m, nn.Linear))


sweeps = pytest.mark.parametrize("sweep", PAPER_SWEEPS, ids=lambda sweep: sweep.name)


@sweeps
def test_every_point_is_counted_as_printed(sweep: PaperSweep) -> None:
    known, reasons, compared = printed(sweep), explained(), 0
    for row in rows(sweep.name):
        assert not row.refused
        for record in known.get(row.values, []):
            params, macs = (int(row.figures[name] or 0) for name in ("params", "macs"))
            norms, classifier = of_norms_and_classifier(row.recipe())
            without = [macs - classifier] if sweep.recipe.preset == "shufflenet_v1" else []
            ours = {"madds_m": [macs, *without], "params_m": [params, params - norms]}
            for name, field in (("macs", "madds_m"), ("params", "params_m")):
                if record.get(field) is not None:
                    compared += 1
                    right = any(is_right(count / 1e6, record[field]) for count in ours[field])
                    assert right or record["id"] in reasons[name], (row.values, record["source"], record[field], ours[field])
    assert compared >= POINTS[sweep.name]


@sweeps
def test_accuracies_stand_at_the_points_that_are_printed_and_at_no_other(sweep: PaperSweep) -> None:
    known = printed(sweep)
    with_accuracy = {row.values: row.figures["top1"] for row in rows(sweep.name) if row.figures["top1"] is not None}
    of_imagenet = {values: {r.get("top1") for r in found} - {None} for values, found in known.items()}
    on_grid = {row.values for row in rows(sweep.name)}
    assert set(with_accuracy) == {values for values, found in of_imagenet.items() if found and values in on_grid}
    assert len(with_accuracy) == POINTS[sweep.name]
    for values, top1 in with_accuracy.items():
        assert top1 in of_imagenet[values], values


def test_the_papers_own_figures_come_before_the_repositories() -> None:
    """MobileNets' Tables 6 and 7, read by hand from the paper: top-1 in per cent."""
    found = {row.values: (row.figures["top1"], row.source) for row in rows("v1-grid")}
    for values, top1 in {
        (1.0, 224): 70.6, (0.75, 224): 68.4, (0.5, 224): 63.7, (0.25, 224): 50.6, (1.0, 192): 69.1, (1.0, 160): 67.2,
        (1.0, 128): 64.4,
    }.items():
        assert found[values][0] == top1
        assert "1704.04861" in found[values][1]


@sweeps
def test_the_dialog_can_type_it(sweep: PaperSweep) -> None:
    """Every value is legal, and comes back as it was from what stands in the field."""
    architecture = read_catalogue().architecture(sweep.recipe.preset)
    assert architecture is not None
    for axis in sweep.axes:
        spec = architecture.knobs[axis.knob]
        assert values_of(spec, text_of(spec, axis.values)) == axis.values
    with pytest.raises(BadInput):
        values_of(architecture.knobs["alpha"], "99")
