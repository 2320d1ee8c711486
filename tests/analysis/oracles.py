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
    ("mobilenet_v3_large", {"resolution": 128}, {"stages.4": {"se": 8, "activation.gate": "sigmoid"}}),
    ("mobilenet_v3_large", {"alpha": 0.35, "minimalistic": True, "kernel": "7", "resolution": 97},
     {"stages.6": {"groups": 8, "shuffle": True}}),
    ("mobilenet_v3_small", {"alpha": 0.75, "head": 1280, "resolution": 96}, {"stages.3.1": {"expansion": 2.3}}),
    ("efficientnet_b0", {"phi": 1, "resolution": 96}, {"stages.6": {"kernel": "7", "se": 16}}),
    ("efficientnet_b3", {"alpha": 0.5, "resolution": 65, "stem": "small", "activation.squeeze": "none"}, {}),
    ("shufflenet_v2_x1_0", {"resolution": 96}, {"stages.3": {"split": 0.25}, "stages.4.1": {"se": 4}}),
    ("shufflenet_v2_x0_5", {"groups": 4, "shuffle": False, "resolution": 65, "kernel": "5"}, {}),
    ("squeezenet1_0", {"resolution": 97, "bypass": "complex"}, {"stages.2.1": {"pct3x3": 0.25}}),
    ("squeezenet1_1", {"resolution": 64, "bypass": "simple", "se": 8, "groups": 4, "shuffle": True, "stem": "small"}, {}),
    ("mixer_s32", {"resolution": 96, "classes": 10}, {"stages.mixer.2": {"token_width": 64, "activation.channels": "none"}}),
    ("mixer_b16", {"alpha": 0.25, "patch": 8, "layers": 3, "resolution": 64, "shortcut": False}, {}),
    ("resnet18", {"resolution": 64}, {}),
    ("resnet34", {"order": "pre", "convolution": "separable", "shortcut": "A", "resolution": 50}, {"stages.3": {"groups": 4}}),
    ("resnet50", {"shape": "inverted", "convolution": "depthwise", "resolution": 64},
     {"stages.4": {"shape": "bottleneck", "se": 4}}),
    ("resnext50_32x4d", {"cardinality": 8, "width": 0, "alpha": 0.5, "resolution": 64}, {}),
    ("resnext101_64x4d", {"depth": 0.3, "resolution": 48, "order": "pre", "shortcut": "C"},
     {"stages.2": {"convolution": "separable"}}),
    ("se_resnet50", {"placement": "identity", "resolution": 64, "alpha": 0.5}, {"stages.3": {"placement": "3x3"}}),
    ("senet154", {"depth": 0.2, "resolution": 65}, {"stages.4.1": {"placement": "post", "shortcut": "none"}}),
    ("densenet121", {"resolution": 64}, {}),
    ("densenet169", {"growth": 12, "bottleneck": 0, "resolution": 64, "se": 4},
     {"stages.2": {"convolution": "separable", "groups": 2}}),
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


def real_shapes(
    model: nn.Module, shape: tuple[int, ...], device: str = "cpu"
) -> dict[str, tuple[list[int], list[int]]]:
    """Input and output shape of every leaf module in one real forward pass, by module path; on meta, of shapes alone."""
    seen: dict[str, tuple[list[int], list[int]]] = {}

    def watch(path: str) -> Any:
        def hook(_: nn.Module, inputs: tuple[torch.Tensor, ...], output: torch.Tensor) -> None:
            seen[path] = (list(inputs[0].shape), list(output.shape))

        return hook

    handles = [m.register_forward_hook(watch(p)) for p, m in model.named_modules() if not list(m.children())]
    try:
        with torch.inference_mode():
            model(torch.zeros(shape, device=device))
    finally:
        for handle in handles:
            handle.remove()
    return seen


def flop_counter_macs(model: nn.Module, shape: tuple[int, ...], device: str = "cpu") -> int:
    """Multiply-accumulates by torch's FlopCounterMode (FLOPs halved)."""
    return shapes_and_macs(model, shape, device)[1]


def shapes_and_macs(
    model: nn.Module, shape: tuple[int, ...], device: str = "cpu"
) -> tuple[dict[str, tuple[list[int], list[int]]], int]:
    """Both of the above from one forward pass."""
    counter = FlopCounterMode(display=False)
    with counter:
        shapes = real_shapes(model, shape, device)
    return shapes, int(counter.get_total_flops()) // 2


def leaf_paths(model: nn.Module) -> Iterator[str]:
    return (p for p, m in model.named_modules() if not list(m.children()))
