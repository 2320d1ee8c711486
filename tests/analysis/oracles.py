"""Independent oracles for the shape walk: a real forward pass with hooks, and torch's own FlopCounterMode."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from explorer.core.recipe import Recipe

GRID = [  # (preset, knobs, overrides): at least one tweak of every kind, in every scope
    ("mobilenet_v1", {}, {}),
    ("mobilenet_v1", {"alpha": 0.5, "resolution": 160}, {}),
    ("mobilenet_v1", {"convolution": "standard", "resolution": 96}, {}),
    ("mobilenet_v1", {"shallow": True, "se": 16, "resolution": 128}, {}),
    ("mobilenet_v1", {"groups": 4, "shuffle": True, "resolution": 128}, {}),
    ("mobilenet_v2", {}, {}),
    ("mobilenet_v2", {"alpha": 0.75, "resolution": 192}, {"stages.5": {"expansion": 4}}),
    ("mobilenet_v2", {"alpha": 0.1, "resolution": 32, "stem": "small"}, {}),
    ("mobilenet_v2", {"alpha": 0.35, "groups": 8, "shuffle": True, "kernel": "5", "resolution": 96}, {}),
    ("mobilenet_v2", {"shortcut": "expansion", "se": 4, "resolution": 96}, {"stages.3.1": {"activation.project": "relu6"}}),
    ("mobilenet_v2", {"shortcut": "none", "depth": 1.5, "classes": 10, "resolution": 97},
     {"stages.4": {"repeats": 2, "channels": 72}}),
    ("shufflenet_v1", {}, {}),
    ("shufflenet_v1", {"groups": 1}, {}),
    ("shufflenet_v1", {"groups": 8, "alpha": 0.5, "resolution": 160}, {}),
    ("shufflenet_v1", {"groups": 4, "shuffle": False, "se": 8, "resolution": 101}, {}),
    ("xception", {"resolution": 160}, {}),
    ("xception", {"alpha": 0.25, "resolution": 96, "segments": 4, "order": "pointwise-first"}, {}),
    ("xception", {"alpha": 0.5, "resolution": 71, "shortcut": False, "activation.intermediate": "elu", "groups": 4}, {}),
    ("alexnet", {"resolution": 64, "hidden": 256}, {}),
    ("alexnet_2012", {"resolution": 67, "hidden": 64, "pool": "average", "window": "2"},
     {"stages.3": {"convolution": "separable"}}),
    ("alexnet", {"stem": "small", "resolution": 32, "alpha": 0.5, "hidden": 64, "groups": 4, "shuffle": True, "se": 8}, {}),
    ("vgg11", {"resolution": 32, "hidden": 128}, {}),
    ("vgg16_bn", {"resolution": 48, "hidden": 64, "alpha": 0.25, "convolution": "separable", "groups": 4, "shuffle": True},
     {"stages.5.2": {"kernel": "1", "activation.conv": "silu"}}),
    ("googlenet", {"resolution": 64}, {}),
    ("googlenet", {"resolution": 65, "aux": True, "kernel": "5", "se": 16, "groups": 8, "shuffle": True},
     {"stages.4": {"repeats": 3}}),
    ("googlenet_2014", {"resolution": 64, "reduction": False, "alpha": 0.25, "stem": "small"}, {"stages.4.b": {"conv3": 40}}),
    ("inception_v3", {"resolution": 75}, {}),
    ("inception_v3",
     {"resolution": 48, "stem": "small", "alpha": 0.25, "aux": True, "factorized": False, "groups": 4, "depth": 0.5},
     {"stages.6.b": {"kernel": "5", "width": 64}}),
    ("repvgg_a0", {"resolution": 64}, {}),
    ("repvgg_b1g4", {"resolution": 64, "alpha": 0.25, "se": 16, "shuffle": True}, {"stages.4": {"identity": False}}),
    ("repvgg_a1", {"resolution": 64, "deploy": True, "kernel": "5", "stem": "small"}, {}),
]
RECIPES = [Recipe.of(*row) for row in GRID]


def title(recipe: Recipe) -> str:
    words = [f"{k}={v}" for k, v in recipe.knobs] + [f"{p}:{k}={v}" for p, values in recipe.at for k, v in values]
    return " ".join([recipe.preset, *words])


def real_shapes(model: nn.Module, shape: tuple[int, ...]) -> dict[str, tuple[list[int], list[int]]]:
    """Input and output shape of every leaf module in one real forward pass, by module path."""
    seen: dict[str, tuple[list[int], list[int]]] = {}

    def watch(path: str) -> Any:
        def hook(_: nn.Module, inputs: tuple[torch.Tensor, ...], output: torch.Tensor) -> None:
            seen[path] = (list(inputs[0].shape), list(output.shape))

        return hook

    handles = [m.register_forward_hook(watch(p)) for p, m in model.named_modules() if not list(m.children())]
    try:
        with torch.inference_mode():
            model(torch.zeros(shape))
    finally:
        for handle in handles:
            handle.remove()
    return seen


def flop_counter_macs(model: nn.Module, shape: tuple[int, ...]) -> int:
    """Multiply-accumulates by torch's FlopCounterMode (FLOPs halved)."""
    counter = FlopCounterMode(display=False)
    with counter, torch.inference_mode():
        model(torch.zeros(shape))
    return int(counter.get_total_flops()) // 2


def leaf_paths(model: nn.Module) -> Iterator[str]:
    return (p for p, m in model.named_modules() if not list(m.children()))
