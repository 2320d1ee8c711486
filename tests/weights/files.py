"""Checkpoints for the tests: the seeded weights of a recipe's network under one naming or another."""

from __future__ import annotations

import json
from collections import OrderedDict
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from explorer.analysis import input_shape, instantiate
from explorer.core.recipe import Recipe
from explorer.weights import settle

ROWS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "resources" / "peer_names.json").read_text(encoding="utf-8")
)
SEED = 11  # not the seed that the program falls back on


def network(recipe: Recipe) -> nn.Module:
    """The recipe's network in evaluation mode with weights that no other seed gives."""
    return settle(instantiate(recipe, seed=SEED), input_shape(recipe), SEED).eval()


def row_of(package: str, peer: str) -> dict[str, Any]:
    (row,) = [row for row in ROWS if (row["package"], row["peer"]) == (package, peer)]
    return row


def in_names_of(row: dict[str, Any], net: nn.Module) -> OrderedDict[str, Tensor]:
    """The network's state dict under a peer's names."""
    theirs = dict(zip(row["ours"], row["theirs"], strict=True))
    held = ((name.rpartition("."), tensor) for name, tensor in net.state_dict().items())
    return OrderedDict((f"{theirs[path]}.{tensor_name}", tensor) for (path, _, tensor_name), tensor in held if path in theirs)


def saved(state: Any, path: Path) -> Path:
    """The file, written by torch or by safetensors after its suffix."""
    if path.suffix == ".safetensors":
        from safetensors.torch import save_file

        save_file({name: tensor.contiguous().clone() for name, tensor in state.items()}, path)
    else:
        torch.save(state, path)
    return path


def answer(net: nn.Module, recipe: Recipe) -> Tensor:
    """Its answer to two seeded images."""
    images = torch.randn((2, *input_shape(recipe)[1:]), generator=torch.Generator().manual_seed(5))
    with torch.inference_mode():
        found: Tensor = net.eval()(images)
    return found
