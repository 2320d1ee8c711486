"""A recipe's network with its weights: from the recipe's file as far as they fit, the rest and everything else from a seed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn

from explorer.analysis import input_shape, instantiate, settings_of
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.core.weights import WeightsFile
from explorer.weights.checkpoint import Checkpoint, read_checkpoint
from explorer.weights.match import match, report
from explorer.weights.seeded import DESCRIPTION, settle, settle_rest

DEPLOY = "deploy"  # the knob of an architecture that can be fused


@dataclass(frozen=True)
class Weighted:
    """A network in evaluation mode, where its weights come from in words, and the weights report where they come from a file."""

    module: nn.Module
    words: str
    report: dict[str, Any] | None


def weighted(recipe: Recipe, seed: int) -> Weighted:
    """The recipe's network with its weights. Raises BadInput for a recipe that cannot be built or weights that cannot be had."""
    shape = input_shape(recipe)
    architecture, settings = settings_of(recipe)
    if recipe.weights is None:
        deploys = architecture.fuse is not None and bool(settings.resolve(DEPLOY, ())[0])
        built = recipe.with_value(DEPLOY, value=False) if deploys else recipe
        module = settle(instantiate(built, seed=seed), shape, seed)
        if deploys and architecture.fuse is not None:
            module = architecture.fuse(module.eval())
        return Weighted(module.eval(), DESCRIPTION.format(seed), None)
    checkpoint = _of(recipe)
    found = match(recipe, checkpoint)
    module = instantiate(found.network, seed=seed)
    own = module.state_dict()
    with torch.no_grad():
        for name, tensor in found.fitting.items():
            own[name].copy_(tensor.reshape(own[name].shape))
            if not bool(own[name].isfinite().all()):
                raise BadInput("{0} holds values that are not finite, in {1}", checkpoint.path.name, name)
    if found.reinitialised:
        settle_rest(module, shape, seed, {entry["name"] for entry in found.reinitialised})
    if found.fuse and architecture.fuse is not None:
        module = architecture.fuse(module)
    said = report(recipe, checkpoint, found, seed)
    return Weighted(module.eval(), words(said), said)


def report_of(recipe: Recipe, seed: int = 0) -> dict[str, Any]:
    """What of the recipe's file fits the recipe; raises BadInput as ``weighted`` does."""
    checkpoint = _of(recipe)
    return report(recipe, checkpoint, match(recipe, checkpoint), seed)


def choose_file(recipe: Recipe, path: Path) -> Recipe:
    """The recipe with the weights of a file in place of those it has; raises BadInput where the file does not fit.

    The owner's accuracy stays where the content is the same.
    """
    path = path.absolute()
    checkpoint = read_checkpoint(path)
    match(recipe, checkpoint)
    before = recipe.weights
    accuracy = before.accuracy if before is not None and before.sha256 == checkpoint.sha256 else None
    return recipe.with_weights(WeightsFile(str(path), checkpoint.sha256, accuracy))


def words(said: dict[str, Any]) -> str:
    """The report in a line without any folder of this machine: ``net.pth (SHA-256 …), 312 of 314 tensors; …``."""
    text = f"{said['file']} (SHA-256 {said['sha256']}), {said['matched']} of {said['needed']} tensors"
    if said["peer"]:
        text += f" by the names of {said['naming']} {said['peer']}"
    if said["fused"]:
        text += ", fused"
    return text + (f"; the other {len(said['reinitialised'])} random, seed {said['seed']}" if said["reinitialised"] else "")


def _of(recipe: Recipe) -> Checkpoint:
    if recipe.weights is None:
        raise BadInput("{0} has no weights file: its weights are random", recipe.preset)
    return read_checkpoint(Path(recipe.weights.path), recipe.weights.sha256)
