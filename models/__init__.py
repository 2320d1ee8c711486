"""The library of architectures: ordinary PyTorch modules, one paper family a file, and the knobs their papers talk about."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping

from torch import nn

from models.knobs import Knob, KnobError, Scope, Settings, Value
from models.registry import REGISTRY, Architecture, Preset, architecture, construct

__all__ = [
    "Architecture", "Knob", "KnobError", "Preset", "Scope", "Settings", "Value", "architecture", "architectures", "build",
    "presets", "settings",
]

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")


def presets() -> list[str]:
    """Names of all presets, in the order of registration."""
    return list(REGISTRY.presets)


def architectures() -> list[Architecture]:
    """All registered architectures, oldest paper first."""
    return sorted(REGISTRY.architectures.values(), key=lambda a: (a.year, a.title))


def settings(
    preset: str, knobs: Mapping[str, object] | None = None, at: Mapping[str, Mapping[str, object]] | None = None
) -> tuple[Architecture, Settings]:
    """The preset's architecture and its checked settings; raises KnobError for an unknown preset, knob or value."""
    checked = REGISTRY.settings(preset, knobs or {}, at or {})
    return REGISTRY.presets[preset][0], checked


def build(preset: str, *, at: Mapping[str, Mapping[str, object]] | None = None, **knobs: object) -> nn.Module:
    """Build a preset with knob values and scoped overrides ``{module path: {knob: value}}``.

    Weights are drawn as the paper or its code draws them (``models.initialisation``; seed with ``torch.manual_seed``); the
    module is in training mode. The input is N×3×R×R with R the ``resolution`` knob. Raises KnobError for an unknown or illegal
    value, or an override no block uses.
    """
    entry, checked = settings(preset, knobs, at)
    module = construct(checked, entry.builder)
    for path, name in checked.dormant():
        raise KnobError("nothing at {0} uses {1}; places are: {2}", path, name, ", ".join(p for p in checked.asked if p))
    entry.initialiser(preset)(module)
    return module
