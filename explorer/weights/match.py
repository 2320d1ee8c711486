"""A checkpoint held against a recipe: which tensors fit by name and shape, which parts stay random and why, what is left over.

The names of a peer are those of the unedited preset, whose paths a tweak leaves alone; so a name is turned into ours first, and
then fitted to the network of the recipe by name and shape. Needs shapes only: nothing is copied here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import torch
from torch import Tensor

from explorer.analysis import instantiate, settings_of
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.core.weights import shown_accuracy
from explorer.weights.checkpoint import Checkpoint
from explorer.weights.naming import Naming, best_naming, peer_namings

COUNTER = "num_batches_tracked"  # acts in training only, and older files lack it: never missed, never proof of a fit
FUSED = ".fused.weight"
BY_CHANCE = 0.1  # of the tensors: a bias of 1000 classes fits every ImageNet network whose classifier has the same name
MISSING, SHAPE, KIND = "missing", "shape", "kind"
SHOWN = 3

Shapes = dict[str, tuple[int, ...]]


@dataclass(frozen=True)
class Match:
    """``fitting`` tensors by our name; ``reinitialised`` and ``unused`` as the report has them.

    ``network`` is the recipe whose network takes the tensors: for a deployed RepVGG the one it is fused from, unless the file
    holds the fused form already; ``fuse`` says so. ``needed`` tensors has that network, apart from absent counters.
    """

    network: Recipe
    naming: Naming
    fitting: Mapping[str, Tensor]
    needed: int
    reinitialised: Sequence[Mapping[str, Any]]
    unused: Sequence[str]
    fuse: bool


def match(recipe: Recipe, checkpoint: Checkpoint) -> Match:
    """Hold a checkpoint against a recipe. Raises BadInput where they have nothing to do with each other."""
    found = _fit(recipe, checkpoint)
    origin = checkpoint.trained_from
    if _is_meant(found, checkpoint) or (origin is not None and origin.preset == recipe.preset):
        return found
    if recipe.edited() and _is_meant(_fit(Recipe(recipe.preset), checkpoint), checkpoint):
        return found  # it was this preset's; the tweak left little that fits
    raise _nothing_fits(recipe, checkpoint, _weights_in(found))


def report(recipe: Recipe, checkpoint: Checkpoint, found: Match, seed: int) -> dict[str, Any]:
    """The weights report of docs/architecture.md."""
    document = {
        "file": checkpoint.path.name, "sha256": checkpoint.sha256, "wrapper": checkpoint.wrapper,
        "naming": found.naming.convention, "peer": found.naming.peer, "remark": found.naming.remark,
        "tensors": len(checkpoint.tensors), "needed": found.needed, "matched": len(found.fitting),
        "reinitialised": list(found.reinitialised), "unused": list(found.unused), "seed": seed, "fused": found.fuse,
        "trained_from": checkpoint.digest, "trained_from_this": checkpoint.digest == recipe.digest(),
    }
    accuracy = shown_accuracy(recipe.weights, recipe.digest(), document)
    return document | ({} if accuracy is None else {"own_accuracy": accuracy.to_json()})


def _fit(recipe: Recipe, checkpoint: Checkpoint) -> Match:
    wanted, branched = _shapes(recipe), _branched(recipe)
    before = _shapes(branched) if branched is not None else {}
    paths = {name.rpartition(".")[0] for name in (*wanted, *before, *_shapes(Recipe(recipe.preset)))}
    naming = best_naming(recipe, list(checkpoint.tensors), paths)
    renamed = {name: naming.ours(name) for name in checkpoint.tensors}
    if branched is not None and not any(ours.endswith(FUSED) for ours in renamed.values()):
        return _held_against(branched, before, naming, renamed, checkpoint, fuse=True)
    return _held_against(recipe, wanted, naming, renamed, checkpoint, fuse=False)


def _held_against(
    network: Recipe, wanted: Shapes, naming: Naming, renamed: Mapping[str, str], checkpoint: Checkpoint, *, fuse: bool
) -> Match:
    fitting: dict[str, Tensor] = {}
    rest: dict[str, dict[str, Any]] = {
        name: {"name": name, "reason": MISSING, "needs": list(shape), "has": []}
        for name, shape in wanted.items() if not name.endswith(COUNTER)
    }
    unused = []
    for name, ours in renamed.items():
        tensor = checkpoint.tensors[name]
        if ours not in wanted:
            unused.append(name)
        elif not _is_plain(tensor) or not fits(tuple(tensor.shape), wanted[ours]):
            if ours in rest:
                rest[ours] |= {"reason": SHAPE if _is_plain(tensor) else KIND, "has": list(tensor.shape)}
        else:
            fitting[ours] = tensor
            rest.pop(ours, None)
    return Match(network, naming, fitting, len(fitting) + len(rest), list(rest.values()), unused, fuse)


def fits(held: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    """Equal shapes, or those of a linear layer and of the convolution over its whole input that is the same function."""
    if held == wanted:
        return True
    if {len(held), len(wanted)} != {2, 4}:
        return False
    flat = [(shape[0], torch.Size(shape[1:]).numel()) for shape in (held, wanted)]
    return flat[0] == flat[1]


def _is_plain(tensor: Tensor) -> bool:
    return tensor.layout == torch.strided and not tensor.is_quantized and not tensor.is_complex()


def _is_meant(found: Match, checkpoint: Checkpoint) -> bool:
    """Whether more fits than would by chance."""
    there = sum(not name.endswith(COUNTER) for name in checkpoint.tensors)
    wanted = _weights_in(found) + len(found.reinitialised)
    return _weights_in(found) > BY_CHANCE * min(there, wanted)


def _weights_in(found: Match) -> int:
    return sum(not name.endswith(COUNTER) for name in found.fitting)


def _shapes(recipe: Recipe) -> Shapes:
    return _shapes_of(recipe.structure())


@lru_cache(maxsize=8)
def _shapes_of(recipe: Recipe) -> Shapes:
    """Names and shapes of the tensors of a recipe's network, without memory for them."""
    with torch.device("meta"):
        return {name: tuple(tensor.shape) for name, tensor in instantiate(recipe).state_dict().items()}


def _branched(recipe: Recipe) -> Recipe | None:
    """The train-time network that a deployed RepVGG is fused from; None for any other recipe."""
    architecture, settings = settings_of(recipe)
    deployed = "deploy" in architecture.knobs and settings.resolve("deploy", ())[0]
    return recipe.with_value("deploy", value=False) if deployed else None


def _nothing_fits(recipe: Recipe, checkpoint: Checkpoint, fitting: int) -> BadInput:
    origin = checkpoint.trained_from
    if origin is not None:
        return BadInput(
            "{0} does not fit {1}: it was trained from a recipe of {2}", checkpoint.path.name, recipe.preset, origin.preset
        )
    ours = [name for name in _shapes(recipe) if not name.endswith(COUNTER)]
    known = [f"{naming.convention} {naming.peer}" for naming in peer_namings(recipe.preset)]
    theirs = list(checkpoint.tensors)
    return BadInput(
        "{0} does not fit {1}: {2} of its {3} tensors ({4}, …) have a name and shape that is needed; needed are {5}, … or the "
        "names of {6}", checkpoint.path.name, recipe.preset, fitting or "none", len(theirs), ", ".join(theirs[:SHOWN]),
        ", ".join(ours[:SHOWN]), ", ".join(known) or "no other package",
    )
