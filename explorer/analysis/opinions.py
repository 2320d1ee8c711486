"""Second and third opinions on the count: torch's FlopCounterMode and torchinfo, layer by layer, on the same recipe.

Both run a real forward pass on the meta device, tens of milliseconds; they are for checking, not for dragging. torchinfo 1.8.0
counts the bias of a layer, counts BatchNorm, and looks only at the first dimension of a Linear's input: it is asked only about
convolutions and about linear layers fed with N×C, and where it counts a bias that is said.
"""

from __future__ import annotations

from typing import Any

import torch
import torchinfo
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from explorer.analysis.answer import settings_of
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from models import KnobError
from models.registry import construct, input_shape


def opinions(recipe: Recipe) -> dict[str, Any]:
    """MACs by FlopCounterMode (total and per layer) and by torchinfo (per layer, where it is right). Raises BadInput."""
    architecture, settings = settings_of(recipe)
    try:
        with torch.device("meta"):
            model = construct(settings, architecture.builder).eval()
    except KnobError as error:
        raise BadInput(error.template, *error.arguments) from error
    shape = input_shape(settings)
    total, layers = _flop_counter(model, shape)
    return {
        "digest": recipe.digest(),
        "flop_counter": {"version": torch.__version__, "macs": total, "layers": layers},
        "torchinfo": {"version": torchinfo.__version__, "layers": _torchinfo(model, shape)},
    }


def _flop_counter(model: nn.Module, shape: tuple[int, ...]) -> tuple[int, dict[str, int]]:
    counter = FlopCounterMode(display=False)
    with counter, torch.inference_mode():
        model(torch.empty(shape, device="meta"))
    root = type(model).__name__ + "."
    counts = counter.get_flop_counts()
    leaves = {p for p, m in model.named_modules() if not m._modules}
    by_path = {name.removeprefix(root): sum(ops.values()) // 2 for name, ops in counts.items()}
    return counter.get_total_flops() // 2, {p: n for p, n in by_path.items() if p in leaves and n}


def _torchinfo(model: nn.Module, shape: tuple[int, ...]) -> dict[str, dict[str, Any]]:
    paths = {id(m): p for p, m in model.named_modules()}
    summary = torchinfo.summary(model, input_size=shape, device="meta", verbose=0, depth=20)
    found: dict[str, dict[str, Any]] = {}
    for info in summary.summary_list:
        module = info.module
        right = isinstance(module, nn.Conv2d) or (isinstance(module, nn.Linear) and len(info.input_size) == 2)
        if right and not info.contains_lazy_param and id(module) in paths:
            found[paths[id(module)]] = {"macs": int(info.macs), "counts_bias": module.bias is not None}
    return found
