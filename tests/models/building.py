"""What the tests of the library share: nets built without memory (torch's meta device), their counts and their structure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

import models
from explorer.analysis.leaves import quick_construction
from models.knobs import BLOCK, NETWORK, STAGE, Knob, Reading, Settings, Value
from models.registry import construct, input_shape

At = Mapping[str, Mapping[str, object]]
Structure = dict[str, tuple[object, ...]]


@dataclass(frozen=True)
class Built:
    """A net on the meta device, in evaluation mode, and the settings that built it."""

    net: nn.Module
    settings: Settings

    def structure(self) -> Structure:
        """Type and plain attributes of every module by path: everything but the input that tells two nets apart."""
        return {
            path: (type(module).__name__, *sorted((k, v) for k, v in vars(module).items() if _plain(k, v)))
            for path, module in self.net.named_modules()
        }

    def params(self) -> int:
        return sum(p.numel() for p in self.net.parameters())

    def macs(self) -> int:
        """Multiply-accumulates of one image after torch's own counter."""
        with FlopCounterMode(display=False) as counter:
            self.answer()
        return counter.get_total_flops() // 2

    def answer(self) -> Tensor:
        """The net's answer to one image."""
        with torch.no_grad():
            answer: Tensor = self.net(torch.empty(input_shape(self.settings), device="meta"))
        return answer

    def received(self) -> dict[str, tuple[int, ...]]:
        """Channels of the tensors that each block, and each layer outside the blocks, receives from one image."""
        seen: dict[str, tuple[int, ...]] = {}
        parents = set(self.settings.parents.values())
        blocks = [path for path in self.settings.asked if path and path not in parents]
        places = {path.partition(".")[0] for path in blocks}
        outside = [name for name, _ in self.net.named_children() if name not in places]

        def watch(path: str) -> Any:
            def hook(_: nn.Module, inputs: tuple[Any, ...]) -> None:
                tensors = inputs[0] if isinstance(inputs[0], list | tuple) else inputs
                seen[path] = tuple(tensor.shape[1] for tensor in tensors)

            return hook

        handles = [self.net.get_submodule(p).register_forward_pre_hook(watch(p)) for p in (*blocks, *outside)]
        self.answer()
        for handle in handles:
            handle.remove()
        return seen

    def level(self, path: str) -> str:
        """Whether a place that the builder handed out is the network, a stage or a block."""
        return NETWORK if not path else BLOCK if self.settings.parents[path] else STAGE

    def offers(self, path: str) -> dict[str, tuple[Value, ...]]:
        """Values other than the present one that can be set at a place, by knob."""
        level = self.level(path)
        found = {}
        for place, read in self.settings.asked.items():
            if place == path or self.settings.parents.get(place) == path or level == NETWORK:
                for name, reading in read.items():
                    if level in self.settings.knobs[name].scopes and name not in found:
                        found[name] = samples(self.settings.knobs[name], reading)
        return found


def _plain(name: str, value: object) -> bool:
    return not name.startswith("_") and name != "training" and isinstance(value, bool | int | float | str | tuple)


def spread(places: list[str], count: int) -> list[str]:
    """The first, the last and some between, in their order: enough to meet blocks of either stride."""
    chosen = {i * (len(places) - 1) // (count - 1) for i in range(count)}
    return [places[i] for i in sorted(chosen)] if places else []


def samples(knob: Knob, reading: Reading) -> tuple[Value, ...]:
    """A few values that differ from the one read: the legal ones where the builder named them, else those of the declaration."""
    if reading.legal is not None:
        drawn: list[Any] = list(reading.legal)
    elif knob.kind == "bool":
        drawn = [False, True]
    elif knob.kind == "choice":
        drawn = list(knob.choices)
    else:
        number = int if knob.kind == "int" else float
        near = [float(reading.value) - knob.step, float(reading.value) + knob.step]
        drawn = [*knob.special, *(number(v) for v in (*knob.snaps, *near) if knob.minimum <= v <= knob.maximum)]
    return tuple(v for v in dict.fromkeys(drawn) if v != reading.value)


def build(preset: str, knobs: Mapping[str, object] | None = None, at: At | None = None) -> Built:
    """Build on the meta device; raises KnobError as ``models.build`` does, but leaves dormant overrides be."""
    entry, settings = models.settings(preset, knobs, at)
    with torch.device("meta"):
        return Built(construct(settings, entry.builder).eval(), settings)


def sketch(preset: str, knobs: Mapping[str, object] | None = None, at: At | None = None) -> Built:
    """The same in a tenth of the time, with leaves that know their attributes but cannot run: for structure and offers."""
    entry, settings = models.settings(preset, knobs, at)
    with quick_construction():
        return Built(construct(settings, entry.builder), settings)


def build_for(side: int, preset: str, knobs: Mapping[str, object] | None = None, at: At | None = None) -> Built:
    """The same for images of about ``side`` pixels: the nearest resolution that these settings take."""
    legal = sketch(preset, knobs, at).settings.asked[""]["resolution"].legal
    near = side if legal is None else min((int(value) for value in legal), key=lambda value: abs(value - side))
    return build(preset, {**(knobs or {}), "resolution": near}, at)
