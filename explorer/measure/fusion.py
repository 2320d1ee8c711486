"""Re-parameterisation, shown on numbers: the fused network against the training-time one, same weights, same images.

An architecture that can be fused names its function (``@architecture(fuse=…)``; RepVGG, section 3.3). In exact arithmetic both
networks are one function; here it is computed by how much they differ in float32 and in float64, where rounding is 10⁹ times
finer: a difference that stays in float64 is an error, one that goes is rounding. So float64 decides. A network can amplify
rounding (squeeze-and-excitation on few channels does), which float32 then shows.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from explorer.analysis import analyse, settings_of
from explorer.core.errors import BadInput
from explorer.core.memory import available_bytes, footprint_bytes, refuse_without
from explorer.core.recipe import Recipe
from explorer.weights import calibration_batch, seeded_input, weighted

IMAGES = 2
LARGEST_SIDE = 64  # px; the fused kernels do not depend on the image, and a large one only takes longer
ALLOWED = 1e-9  # of the largest logit, in float64; its rounding is 2e-16, its amplification seldom above 1e5
COPIES = 6  # of the weights: two networks, in float64
TOO_LARGE = "comparing the fused network needs about {0} of memory and {1} is free; take a smaller width"


def compare_fused(recipe: Recipe, seed: int = 0) -> dict[str, Any]:
    """The fused form of a recipe's training-time network against it: the fusion report of docs/architecture.md.

    With the recipe's own weights; where those are random, BatchNorm's affine weights and running statistics are seeded too, so
    that none of the fused tensors is trivial. Raises BadInput where the architecture cannot be fused, the weights file is that
    of a fused network, or the memory does not suffice.
    """
    architecture, _ = settings_of(recipe)
    if architecture.fuse is None:
        raise BadInput("{0} has no fused form; re-parameterisation is RepVGG's", architecture.title)
    trained = recipe.with_value("deploy", value=False)
    analysis = analyse(trained)
    shape = tuple(analysis["input"])
    refuse_without(footprint_bytes(analysis, calibration_batch(shape)), available_bytes(), TOO_LARGE, copies=COPIES)
    side = min(shape[-1], LARGEST_SIDE)
    drawn = weighted(trained, seed)
    net = drawn.module
    images = seeded_input((IMAGES, 3, side, side), seed + 1)
    checks = []
    for dtype in (torch.float32, torch.float64):
        name = str(dtype).removeprefix("torch.")
        net, images = net.to(dtype), images.to(dtype)
        fused = architecture.fuse(net).eval()
        with torch.inference_mode():
            checks.append(_difference(name, net(images), fused(images)))
    return {
        "digest": recipe.digest(), "seed": seed, "weights": drawn.words, "images": list(images.shape),
        "checks": checks, "allowed": ALLOWED, "passed": checks[-1]["max_rel"] <= ALLOWED,
        "params": [_params(net), _params(fused)], "convolutions": [_convolutions(net), _convolutions(fused)],
        "torch": str(torch.__version__),
    }


def _difference(dtype: str, trained: Tensor, fused: Tensor) -> dict[str, Any]:
    absolute = float((trained - fused).abs().max())
    relative = absolute / float(trained.abs().max())
    return {
        "dtype": dtype, "max_abs": absolute, "max_rel": relative,
        "argmax_equal": bool((trained.argmax(1) == fused.argmax(1)).all()),
    }


def _params(net: nn.Module) -> int:
    return sum(p.numel() for p in net.parameters())


def _convolutions(net: nn.Module) -> int:
    return sum(isinstance(m, nn.Conv2d) for m in net.modules())
