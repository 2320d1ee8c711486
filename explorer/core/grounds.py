"""Measurements sorted by what makes figures comparable: one group for each machine and way of running. Standard library only.

A *ground* is a machine (processor, device, of times from elsewhere its host too) with device, threads, batch, number type,
runtime and its switches. Figures are set against each other within one ground, or of the same recipe between two. Versions may
differ within a ground; ``Group.mixed`` says which.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from explorer.core.history import changes
from explorer.core.runtimes import SWITCHES, TITLES

if TYPE_CHECKING:  # SQLite is not loaded for this
    from explorer.core.store import Stored

KIND = "latency"  # store.LATENCY: what was run with stamps between its layers is no latency
USUAL: dict[str, Any] = {
    "host": "", "device": "cpu", "runtime": "eager", "threads": 1, "batch": 1, "dtype": "float32",
    **dict.fromkeys(SWITCHES, False),
}
VERSIONS = ("torch", "onnxruntime", "os", "python", "governor", "on_battery")  # what may differ within one
MOST_SIGNS = 28  # of a processor's name where room is short


@dataclass(frozen=True)
class Ground:
    """``machine`` is the store's key, ``name`` what the machine is called; ``values`` those of ``USUAL``, in its order."""

    machine: str
    name: str = field(compare=False)
    values: tuple[Any, ...]

    @staticmethod
    def of(machine: str, hardware: Mapping[str, Any], conditions: Mapping[str, Any]) -> Ground:
        """Of a measurement, or of what a measurement begun now would be kept under."""
        found = {name: conditions.get(name) or usual for name, usual in USUAL.items()}
        found["runtime"] = TITLES.get(str(found["runtime"]), str(found["runtime"]))
        name = str(hardware.get("device_name") or hardware.get("cpu") or machine)
        return Ground(machine, f"{found['host']}, {name}" if found["host"] else name, tuple(found.values()))

    @property
    def key(self) -> str:
        """A name to remember it by."""
        return "|".join((self.machine, *map(str, self.values)))

    def as_dict(self) -> dict[str, Any]:
        return dict(zip(USUAL, self.values, strict=True))

    def how(self) -> str:
        """``PyTorch eager, cpu, 1 thread, batch 1``; further settings as they are set."""
        return ", ".join(_words(self.as_dict(), (name for name in USUAL if name != "host")))

    def words(self) -> str:
        """The same with the machine before it."""
        return f"{self.name} · {self.how()}"

    def against(self, other: Ground) -> str:
        """What tells it from another one, as short as may be: ``ONNX Runtime``, ``4 threads``, the host."""
        mine, theirs = self.as_dict(), other.as_dict()
        names = [name for name in USUAL if mine[name] != theirs[name]]
        elsewhere = "host" in names or (self.machine != other.machine and "device" not in names)
        told = [_short(str(mine["host"]) or self.name)] if elsewhere else []
        return ", ".join([*told, *_words(mine, (name for name in names if name != "host"), every=True)]) or _short(self.name)

    def differs(self, other: Ground) -> int:
        """In how many ways; a machine is one."""
        ways = sum(bool(a != b) for a, b in zip(self.values, other.values, strict=True))
        return ways + (self.machine != other.machine)


@dataclass
class Group:
    """The newest latency of each recipe on one ground; how many older ones there are."""

    ground: Ground
    entries: dict[str, Stored] = field(default_factory=dict)
    older: int = 0

    def mixed(self) -> list[str]:
        """What differs within it: ``torch 2.12.0, 2.13.0``."""
        found = []
        for name in VERSIONS:
            there = sorted({str(entry.conditions[name]) for entry in self.entries.values() if name in entry.conditions})
            if len(there) > 1:
                found.append(f"{name} {', '.join(there)}")
        return found


def grouped(entries: Iterable[Stored]) -> list[Group]:
    """Entries come newest first; the groups with the most recipes first."""
    found: dict[Ground, Group] = {}
    for entry in entries:
        if entry.kind != KIND:
            continue
        ground = Ground.of(entry.machine, entry.hardware, entry.conditions)
        group = found.setdefault(ground, Group(ground))
        if entry.digest in group.entries:
            group.older += 1
        else:
            group.entries[entry.digest] = entry
    return sorted(found.values(), key=lambda group: -len(group.entries))


def shared(first: Group, second: Group) -> list[tuple[Stored, Stored]]:
    """The recipes measured on both, by the first one's time."""
    both = [(entry, second.entries[digest]) for digest, entry in first.entries.items() if digest in second.entries]
    return sorted(both, key=lambda pair: pair[0].median_ms)


def partner(group: Group, others: Sequence[Group]) -> Group | None:
    """With which other one a comparison says most: the fewest differences, then the most recipes in common; None for none."""
    scored = [(group.ground.differs(other.ground), -len(shared(group, other)), i) for i, other in enumerate(others)]
    known = [score for score in scored if score[1] and score[0]]
    return others[min(known)[2]] if known else None


def name_of(entry: Stored) -> str:
    """The preset, or what was changed of it."""
    return changes(entry) or entry.preset


def _words(values: Mapping[str, Any], names: Iterable[str], *, every: bool = False) -> list[str]:
    """What a reader sees of conditions; ``every`` names also what is as usual."""
    told = []
    for name in names:
        value = values[name]
        if name in SWITCHES:
            told += [SWITCHES[name]] if value else [f"no {SWITCHES[name]}"] if every else []
        elif name == "threads":
            told.append("1 thread" if value == 1 else f"{value} threads")
        elif name == "batch":
            told.append(f"batch {value}")
        elif name != "dtype" or every or value != USUAL[name]:
            told.append(str(value))
    return told


def _short(name: str) -> str:
    return name if len(name) <= MOST_SIGNS else f"{name[: MOST_SIGNS - 1].rstrip()}…"
