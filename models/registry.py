"""The registry: architectures, their presets and knobs. A file in this folder registers itself with ``@architecture``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from torch import nn

from models.declaration import DeclarationError
from models.initialisation import torch_default
from models.knobs import Knob, KnobError, Settings, Value
from models.paper import PaperTable
from models.training import UNKNOWN, Training

Initialiser = Callable[[nn.Module], None]


@dataclass(frozen=True)
class Preset:
    """A named variant: the knob values (and per-place values) that differ from the architecture's, and where it is printed."""

    name: str
    source: str
    knobs: Mapping[str, Value] = field(default_factory=dict)
    at: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)


@dataclass(frozen=True)
class Companion:
    """A function that belongs to a trained network and leaves with it as Python, ``unless`` that knob is on."""

    function: Callable[..., Any]
    unless: str = ""


@dataclass(frozen=True)
class Architecture:
    """One registered architecture. ``table`` holds the paper's per-stage values by module path.

    ``compound`` holds knobs that set others: knob → its value → what it gives to the knobs that the user leaves alone.
    ``fuse`` makes the deployed form of a trained net, where the architecture has one; its knob is ``deploy``.
    ``initialise`` draws the first weights in place; a mapping where a preset has its own. ``paper_table`` says how the paper
    prints the network.
    """

    name: str
    title: str
    family: str
    year: int
    paper: str
    url: str
    knobs: Mapping[str, Knob]
    presets: tuple[Preset, ...]
    table: Mapping[str, Mapping[str, Value]]
    builder: type[nn.Module]
    compound: Mapping[str, Mapping[Value, Mapping[str, Value]]] = field(default_factory=dict)
    fuse: Callable[[nn.Module], nn.Module] | None = None
    initialise: Initialiser | Mapping[str, Initialiser] = torch_default
    training: Training = UNKNOWN
    companions: tuple[Companion, ...] = ()
    paper_table: PaperTable | None = None

    def initialiser(self, preset: str) -> Initialiser:
        """What draws the first weights of this preset."""
        return self.initialise.get(preset, torch_default) if isinstance(self.initialise, Mapping) else self.initialise

    def describe(self) -> dict[str, Any]:
        """The catalogue entry of this architecture, as JSON."""
        return {
            "name": self.name, "title": self.title, "family": self.family, "year": self.year, "paper": self.paper,
            "url": self.url, "source_file": self.builder.__module__.replace(".", "/") + ".py",
            "knobs": [k.describe() for k in self.knobs.values()],
            "presets": [
                {"name": p.name, "source": p.source, "knobs": dict(p.knobs), "at": {k: dict(v) for k, v in p.at.items()}}
                for p in self.presets
            ],
            "table": {path: dict(values) for path, values in self.table.items()},
            "paper_table": self.paper_table.describe() if self.paper_table is not None else None,
        }


class Registry:
    """Architectures by name and presets by name. Duplicate names are refused with ValueError."""

    def __init__(self) -> None:
        self.architectures: dict[str, Architecture] = {}
        self.presets: dict[str, tuple[Architecture, Preset]] = {}

    def add(self, entry: Architecture) -> None:
        names = [p.name for p in entry.presets]
        taken = [n for n in names if n in self.presets] + [n for n in (entry.name,) if n in self.architectures]
        if taken:
            raise DeclarationError("already registered: {0}; choose another name", ", ".join(dict.fromkeys(taken)))
        if len(set(names)) != len(names):
            raise DeclarationError("{0}: two of its presets have one name", entry.name)
        self.architectures[entry.name] = entry
        for preset in entry.presets:
            self.presets[preset.name] = (entry, preset)

    def remove(self, name: str) -> None:
        """Take an architecture and its presets away; nothing happens where there is none of that name."""
        if self.architectures.pop(name, None) is not None:
            for preset in [p for p, (entry, _) in self.presets.items() if entry.name == name]:
                del self.presets[preset]

    def settings(self, preset: str, knobs: Mapping[str, object], at: Mapping[str, Mapping[str, object]]) -> Settings:
        """Checked settings of a preset with the user's values; raises KnobError."""
        if preset not in self.presets:
            raise KnobError("no preset named {0}; there are: {1}", preset, ", ".join(self.presets))
        entry, variant = self.presets[preset]
        table = {path: dict(values) for path, values in entry.table.items()}
        for path, values in variant.at.items():
            table.setdefault(path, {}).update(values)
        return Settings(entry.knobs, variant.knobs, table, knobs, at, entry.compound)


REGISTRY = Registry()


def architecture(
    *, name: str, title: str, family: str, year: int, paper: str, url: str, knobs: Sequence[Knob], presets: Sequence[Preset],
    table: Mapping[str, Mapping[str, Value]] | None = None,
    compound: Mapping[str, Mapping[Value, Mapping[str, Value]]] | None = None,
    fuse: Callable[[nn.Module], nn.Module] | None = None,
    initialise: Initialiser | Mapping[str, Initialiser] = torch_default, training: Training = UNKNOWN,
    companions: Sequence[Companion] = (), paper_table: PaperTable | None = None,
) -> Callable[[type[nn.Module]], type[nn.Module]]:
    """Class decorator that registers ``nn.Module`` subclasses whose constructor takes one ``Scope``."""

    def register(builder: type[nn.Module]) -> type[nn.Module]:
        by_name = {k.name: k for k in knobs}
        if len(by_name) != len(knobs):
            twice = [k.name for i, k in enumerate(knobs) if k.name in {other.name for other in knobs[:i]}]
            raise DeclarationError("{0}: a knob is declared twice: {1}", name, ", ".join(twice))
        variants = tuple(presets)
        REGISTRY.add(
            Architecture(
                name, title, family, year, paper, url, by_name, variants, table or {}, builder, compound or {}, fuse,
                initialise, training, tuple(companions), paper_table,
            )
        )
        return builder

    return register


def rows(prefix: str, columns: Sequence[str], table: Mapping[str, Iterable[Value]]) -> dict[str, dict[str, Value]]:
    """A paper's table (row name -> values in column order) as per-stage knob values by module path."""
    return {f"{prefix}.{row}": dict(zip(columns, values, strict=True)) for row, values in table.items()}


def construct(settings: Settings, builder: type[nn.Module]) -> nn.Module:
    """Build the module from settings; afterwards ``settings.asked`` tells what was read where. Raises KnobError."""
    settings.asked.clear()
    settings.parents.clear()
    for name in ("resolution", *settings.compound):
        settings.root.read(name)
    return builder(settings.root)


def input_shape(settings: Settings) -> tuple[int, int, int, int]:
    """Shape 1×3×R×R of the input that these settings ask for."""
    side = int(settings.resolve("resolution", ())[0])
    return (1, 3, side, side)
