"""Names of tensors: ours, and torchvision's and timm's for the presets whose layers were paired with theirs (``make parity``)."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from explorer.core.recipe import Recipe, Value

PEER_NAMES = Path(__file__).resolve().parents[2] / "resources" / "peer_names.json"
OURS = "architecture_explorer"
OLD_DENSENET = re.compile(r"(denselayer\d+\.(?:norm|conv))\.(\d)\.")  # as torchvision's files still have it: norm.1 is norm1
LARGE_BRANCH, TIMM_LARGE, TIMM_FUSED = ".conv.conv", ".conv_kxk.conv", ".reparam_conv"  # RepVGG


@dataclass(frozen=True)
class Naming:
    """One way of naming a network's tensors; ``paths`` leads from its module paths to ours.

    ``convention`` is architecture_explorer, torchvision or timm; ``remark`` says what the peer has otherwise than this network,
    ``knobs`` which knobs make this network the peer's.
    """

    convention: str
    peer: str
    paths: Mapping[str, str]
    remark: str = ""
    knobs: Mapping[str, Value] = field(default_factory=dict)

    def ours(self, name: str) -> str:
        """Our name of a tensor, "" where this naming has none for it."""
        path, _, tensor = OLD_DENSENET.sub(r"\1\2.", name).rpartition(".")
        if path.endswith(TIMM_FUSED):
            large = self.paths.get(path.removesuffix(TIMM_FUSED) + TIMM_LARGE, "")
            ours = large.removesuffix(LARGE_BRANCH) + ".fused" if large else ""
        else:
            ours = self.paths.get(path, "")
        return f"{ours}.{tensor}" if ours else ""


def best_naming(recipe: Recipe, names: Sequence[str], our_paths: Collection[str]) -> Naming:
    """The naming that knows most of the names. ``our_paths`` are the module paths of the network.

    Where several know as many: the one with fewest names that are not there, then that of a peer with the recipe's knobs, then
    ours, then the first of ``scripts/parity_peers.py``.
    """
    there = {name.rpartition(".")[0] for name in names}

    def merit(naming: Naming) -> tuple[int, int, int]:
        known = sum(bool(naming.ours(name)) for name in names)
        alike = all(recipe.value(knob) == value for knob, value in naming.knobs.items())
        return known, -len(naming.paths.keys() - there), len(naming.knobs) if alike else -1

    return max([Naming(OURS, "", {path: path for path in our_paths}), *peer_namings(recipe.preset)], key=merit)


def peer_namings(preset: str) -> list[Naming]:
    """Those of the preset's peers."""
    return [
        Naming(
            row["package"], row["peer"], dict(zip(row["theirs"], row["ours"], strict=True)), row.get("remark", ""), row["knobs"]
        )
        for row in _rows() if row["preset"] == preset
    ]


@lru_cache(maxsize=1)
def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(PEER_NAMES.read_text(encoding="utf-8"))
    return rows
