"""Where the weights come from, in words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from explorer.core.recipe import Recipe
from explorer.core.weights import OwnAccuracy, shown_accuracy
from explorer.session.weights import Weights

NAMINGS = {"torchvision": "torchvision", "timm": "timm"}  # names of packages, the same in every language


def tr(text: str) -> str:
    return QCoreApplication.translate("weights", text)


def source(recipe: Recipe, seed: int = 0) -> str:
    """``random, seed 0``, or the file's name."""
    return recipe.weights.name if recipe.weights else tr("random, seed {0}").format(seed)


def extent(recipe: Recipe, weights: Weights) -> tuple[str, str]:
    """How much of the network comes from the file, and the colour of that; ("", "dim") where the weights are random."""
    if recipe.weights is None:
        return "", "dim"
    if weights.failure(recipe) is not None:
        return tr("cannot be used; see Details"), "warning"
    report = weights.report(recipe)
    if report is None:
        return tr("checking what fits…"), "dim"
    text = tr("{0} of {1} tensors").format(report["matched"], report["needed"])
    if report["reinitialised"]:
        return tr("{0} · {1} random").format(text, len(report["reinitialised"])), "warning"
    name = NAMINGS.get(report["naming"], "")
    if report["trained_from_this"]:
        return tr("{0} · trained from this recipe").format(text), "dim"
    return (tr("{0} · names of {1}").format(text, name) if name else text), "dim"


def whole(recipe: Recipe, weights: Weights) -> str:
    """Source and extent in one line, for the export dialog."""
    if recipe.weights is None:
        return source(recipe)
    return f"{source(recipe)} · {extent(recipe, weights)[0]}"


def own(recipe: Recipe, weights: Weights) -> str:
    """``own: top-1 71.3 % on CIFAR-100`` where the owner's accuracy holds for this recipe."""
    accuracy = shown_accuracy(recipe.weights, recipe.digest(), weights.report(recipe))
    return accuracy_words(accuracy) if accuracy is not None else ""


def accuracy_words(accuracy: OwnAccuracy) -> str:
    """The accuracy with its data set."""
    figures = tr("top-1 {0} %").format(f"{accuracy.top1:g}")
    if accuracy.top5 is not None:
        figures += tr(", top-5 {0} %").format(f"{accuracy.top5:g}")
    return tr("own: {0} on {1}").format(figures, accuracy.dataset)


def reason(entry: dict[str, Any]) -> str:
    """Why a tensor is random although there is a file."""
    if entry["reason"] == "missing":
        return tr("not in the file")
    if entry["reason"] == "kind":
        return tr("not real numbers in a plain layout")
    return tr("{0} in the file, {1} here").format(sides(entry["has"]), sides(entry["needs"]))


def sides(shape: list[int]) -> str:
    """``32×3×3×3``."""
    return "×".join(str(side) for side in shape) or "1"
