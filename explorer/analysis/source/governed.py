"""Which lines of what is shown a knob governs: from where it was read, through names, branches, attributes and calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from typing import Any

from explorer.analysis.source.code import Code, Method, Section, within
from explorer.analysis.source.flow import Flow, Place, parameters, reach, uses
from explorer.analysis.source.tracing import Stack, Trace

MOST_HANDOVERS = 400  # of a value from function to function
Readers = dict[str, set[Stack]]
Lines = dict[str, list[int]]


class Governed:
    """Follows values through the network's own classes and the sections of one place."""

    def __init__(self, trace: Trace, network: tuple[Section, ...], code: Callable[[str], Code | None]) -> None:
        self.trace = trace
        self.network = network
        self.code = code
        self._codes: dict[str, Code] = {}
        self._flows: dict[Any, Flow] = {}
        self._edges: dict[tuple[str, Place], set[Method]] = {}  # a call -> what it led to while the network was built
        for stacks in trace.readers.values():
            for stack in stacks:
                self._note(stack)
        for stack in trace.makers.values():
            self._note(stack)

    def readers(self, path: str) -> Readers:
        """By knob, who read it at a place, around it or within it."""
        found: Readers = {}
        for (place, knob), stacks in self.trace.readers.items():
            if place == path or not path or not place or place.startswith(path + ".") or path.startswith(place + "."):
                found.setdefault(knob, set()).update(stacks)
        return found

    def lines(self, readers: Readers, sections: tuple[Section, ...]) -> dict[str, dict[str, Any]]:
        """By knob: ``lines`` governed and ``reads`` among them, by file; ``elsewhere`` is a read that isn't shown."""
        universe = self._universe((*self.network, *sections))
        found = {}
        for knob, stacks in readers.items():
            governed, reads, outside = self._governed(universe, stacks)
            entry: dict[str, Any] = {"lines": _shown(governed, sections), "reads": _shown(reads, sections)}
            if not entry["lines"] and outside:
                entry["elsewhere"] = list(min(outside))
            found[knob] = entry
        return found

    def calls(self, sections: Iterable[Section], names: set[str]) -> dict[str, list[list[str | int]]]:
        """By name of a child, the lines of the methods (not the constructors) that call it."""
        found: dict[str, list[list[str | int]]] = {}
        for method in self._universe(tuple(sections)):
            if method.owner and method.name != "__init__":
                for name in names:
                    for line in sorted(uses(method.body.function, {name})):
                        found.setdefault(name, []).append([method.file, line])
        return found

    def _note(self, stack: Stack) -> None:
        for frame in stack:
            code = self.code(frame.file)
            if code is not None:
                self._codes[code.short] = code
        for inner, outer in pairwise(stack):
            callee, caller = self.code(inner.file), self.code(outer.file)
            method = callee.method_at(inner.place[0]) if callee is not None else None
            if caller is not None and method is not None:
                self._edges.setdefault((caller.short, outer.place), set()).add(method)

    def _universe(self, sections: tuple[Section, ...]) -> list[Method]:
        """The functions and methods that these sections hold."""
        codes = [self._codes[name] for name in dict.fromkeys(s.file for s in sections) if name in self._codes]
        return [m for code in codes for m in code.methods if within(sections, m.file, m.first)]

    def _governed(
        self, universe: list[Method], stacks: set[Stack]
    ) -> tuple[dict[str, set[int]], dict[str, set[int]], set[tuple[str, int]]]:
        governed: dict[str, set[int]] = {}
        reads: dict[str, set[int]] = {}
        outside: set[tuple[str, int]] = set()
        seeds: dict[Method, set[Place]] = {}
        for stack in stacks:
            called = ""
            for depth, frame in enumerate(stack):
                code = self.code(frame.file)
                method = code.method_at(frame.place[0]) if code is not None else None
                if code is not None and depth == 0:
                    reads.setdefault(code.short, set()).add(frame.place[0])
                    outside.add((code.short, frame.place[0]))
                if code is not None and method in universe:
                    governed.setdefault(code.short, set()).add(frame.place[0])
                    if depth == 0 or called != "__init__":  # a constructor gives back no value of the knob's
                        seeds.setdefault(method, set()).add(frame.place)
                called = frame.function.rpartition(".")[2]
        self._follow(universe, seeds, governed)
        return governed, reads, outside

    def _follow(self, universe: list[Method], seeds: dict[Method, set[Place]], governed: dict[str, set[int]]) -> None:
        names: dict[Method, set[str]] = {}
        waiting = list(seeds)
        for _ in range(MOST_HANDOVERS):
            if not waiting:
                break
            method = waiting.pop()
            flow = self._flow(method, frozenset(seeds.get(method, ())), frozenset(names.get(method, ())))
            governed.setdefault(method.file, set()).update(flow.lines)
            for other in universe:
                if method.owner and other.owner == method.owner and other.file == method.file and other is not method:
                    governed[method.file].update(uses(other.body.function, flow.attributes))
            for (called, place), handed in flow.handed.items():
                led = [(m, bool(m.owner)) for m in self._edges.get((method.file, place), ()) if m is not method]
                for callee, bound in led or self._callees(universe, method, called):
                    new = parameters(callee.body.function, handed, bound=bound)
                    if not new <= names.setdefault(callee, set()):
                        names[callee] |= new
                        waiting.append(callee)

    def _flow(self, method: Method, seeds: frozenset[Place], names: frozenset[str]) -> Flow:
        key = (method, seeds, names)
        if key not in self._flows:
            self._flows[key] = reach(method.body, seeds, names)
        return self._flows[key]

    def _callees(self, universe: list[Method], caller: Method, called: str) -> list[tuple[Method, bool]]:
        """What a call by that name can mean, and whether self is handed by itself."""
        if called == "super":
            bases = self._codes[caller.file].bases(caller.owner)
            return [(m, True) for base in bases for m in self._constructors(universe, base)]
        found = [(m, True) for m in self._constructors(universe, called)]
        return found + [(m, bool(m.owner)) for m in universe if m.name == called and m.name != "__init__" and m is not caller]

    def _constructors(self, universe: list[Method], owner: str) -> list[Method]:
        """The constructor of a class, or the one that it inherits."""
        for code in self._codes.values():
            if owner in code.definitions:
                own = [m for m in universe if m.owner == owner and m.name == "__init__" and m.file == code.short]
                return own or [m for base in code.bases(owner) if base != owner for m in self._constructors(universe, base)]
        return []


def _shown(lines: Mapping[str, set[int]], sections: Iterable[Section]) -> Lines:
    kept = {file: sorted(n for n in numbers if within(sections, file, n)) for file, numbers in lines.items()}
    return {file: numbers for file, numbers in kept.items() if numbers}
