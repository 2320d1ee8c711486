"""Which lines of a function a value reaches: a simple data flow over its syntax tree. Knows no torch and no model.

A value starts at given expressions (a knob that is read, a call that returns one). It reaches names and attributes assigned from
it, the branches it decides, and the parameters of functions it is handed to. A name stands for what was assigned to it last
above, or further down in a loop that both are in. What is handed to a scope (``block.divisor("groups", in_channels)``) only
says what is legal, and reaches nothing.
"""

from __future__ import annotations

import ast
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field

Place = tuple[int, int, int, int]  # first line, last line, first column, last column, in UTF-8 bytes as ast has them
Function = ast.FunctionDef | ast.AsyncFunctionDef
LONGEST_BRANCH = 12  # lines; of a longer branch only the condition is governed
ASKING = {"divisor", "among", "activation", "note", "read"}  # methods of models.knobs.Scope


def place_of(node: ast.AST) -> Place | None:
    """Where an expression stands; None for nodes without a place."""
    try:
        return node.lineno, node.end_lineno, node.col_offset, node.end_col_offset  # type: ignore[attr-defined]
    except AttributeError:
        return None


@dataclass
class Flow:
    """What was reached: lines, attributes of self that later methods look at, and parameters by the called name."""

    lines: set[int] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    handed: dict[tuple[str, Place], set[str | int]] = field(default_factory=dict)  # called name, where -> keywords, positions


class Body:
    """A function, taken apart once: nodes that pass values on, what stands in each, and where each name is assigned."""

    def __init__(self, function: Function) -> None:
        self.function = function
        everything = list(_inside(function))
        kinds = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.NamedExpr, ast.comprehension, ast.If, ast.Call)
        self.steps = [node for node in everything if isinstance(node, kinds)]
        self.expressions = [node for node in everything if isinstance(node, ast.expr)]
        self._held: dict[int, tuple[tuple[ast.Name, ...], frozenset[str], frozenset[Place]]] = {}
        self._assigned: dict[str, list[int]] = {}
        for node in everything:
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                self._assigned.setdefault(node.id, []).append(node.lineno)
        for lines in self._assigned.values():
            lines.sort()
        loops = [node for node in everything if isinstance(node, ast.For | ast.While)]
        self._loops = [(node.lineno, node.end_lineno or node.lineno) for node in loops]

    def held(self, node: ast.AST) -> tuple[tuple[ast.Name, ...], frozenset[str], frozenset[Place]]:
        """Names, attributes of self and places of the expressions within a node."""
        found = self._held.get(id(node))
        if found is None:
            parts = list(_inside(node))
            found = self._held[id(node)] = (
                tuple(p for p in parts if isinstance(p, ast.Name)),
                frozenset(p.attr for p in parts if isinstance(p, ast.Attribute) and _is_self(p)),
                frozenset(place for p in parts if isinstance(p, ast.expr) and (place := place_of(p)) is not None),
            )
        return found

    def origins(self, name: ast.Name) -> list[int]:
        """Lines of the assignments that a name may stand for; 0 is the parameter, or the enclosing function's name."""
        lines = self._assigned.get(name.id, [])
        above = bisect_left(lines, name.lineno)
        found = [lines[above - 1] if above else 0]
        for first, last in self._loops:
            if first <= name.lineno <= last:
                found += [line for line in lines[above:] if line <= last][-1:]
        return found


class _Reach:
    """One function's fixpoint. ``names`` holds (name, line of its assignment)."""

    def __init__(self, body: Body, seeds: Set[Place], names: Set[str]) -> None:
        self.body = body
        self.seeds = seeds
        self.names = {(name, 0) for name in names}
        self.flow = Flow()

    def run(self) -> Flow:
        """Until nothing more is reached."""
        before = -1
        while before != (now := len(self.names) + len(self.flow.attributes) + sum(map(len, self.flow.handed.values()))):
            before = now
            for node in self.body.steps:
                self._visit(node)
        self.flow.lines.update(each.lineno for each in self.body.expressions if self._starts(each))
        return self.flow

    def _starts(self, node: ast.expr) -> bool:
        """Whether the value stands right here."""
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and self._is_reached(node):
            return True
        if isinstance(node, ast.Attribute) and _is_self(node) and node.attr in self.flow.attributes:
            return True
        return place_of(node) in self.seeds

    def _is_reached(self, name: ast.Name) -> bool:
        return any((name.id, line) in self.names for line in self.body.origins(name))

    def _holds(self, node: ast.AST) -> bool:
        names, attributes, places = self.body.held(node)
        return (
            not places.isdisjoint(self.seeds) or not self.flow.attributes.isdisjoint(attributes)
            or any(self._is_reached(name) for name in names)
        )

    def _visit(self, node: ast.AST) -> None:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                self._assign(target, node.value)
        elif isinstance(node, ast.AnnAssign | ast.AugAssign | ast.NamedExpr):
            if node.value is not None:
                self._assign(node.target, node.value)
        elif isinstance(node, ast.comprehension):
            if not isinstance(node.iter, ast.Tuple) and self._holds(node.iter):
                self._assign(node.target, node.iter)
        elif isinstance(node, ast.If):
            if self._holds(node.test):
                self._branch(node)
        elif isinstance(node, ast.Call):
            self._call(node)

    def _assign(self, target: ast.expr, value: ast.expr) -> None:
        pairs = _pairs(target, value)
        if pairs:
            for one, its in pairs:
                self._assign(one, its)
        elif self._holds(value):
            chosen = isinstance(value, ast.IfExp) and not self._holds(value.test)  # what decides is something else
            made = value.body if isinstance(value, ast.IfExp) and chosen else value
            self._reach(target, decided=not isinstance(made, ast.Call))

    def _reach(self, target: ast.expr, *, decided: bool) -> None:
        """A target is reached; an attribute counts for other methods only where its presence or number is decided."""
        for node in ast.walk(target):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                self.names.add((node.id, node.lineno))
            elif isinstance(node, ast.Attribute) and _is_self(node):
                if decided:
                    self.flow.attributes.add(node.attr)
                self.flow.lines.add(node.lineno)

    def _branch(self, node: ast.If) -> None:
        inside = [*node.body, *node.orelse]
        last = max(each.end_lineno or each.lineno for each in inside)
        if last - node.lineno <= LONGEST_BRANCH:
            self.flow.lines.update(range(node.lineno, last + 1))
        for each in inside:
            for part in ast.walk(each):
                if isinstance(part, ast.Assign):
                    for target in part.targets:
                        self._reach(target, decided=True)

    def _call(self, node: ast.Call) -> None:
        name = called(node)
        if not name:
            return
        reached: set[str | int] = {i for i, argument in enumerate(node.args) if self._holds(argument)}
        reached |= {k.arg for k in node.keywords if k.arg and self._holds(k.value)}
        if reached:
            self.flow.handed.setdefault((name, place_of(node) or (0, 0, 0, 0)), set()).update(reached)


def reach(body: Body, seeds: Set[Place], names: Set[str]) -> Flow:
    """What the expressions at ``seeds`` and the parameters ``names`` reach in a function, functions within it included."""
    return _Reach(body, seeds, names).run()


def uses(function: Function, attributes: Set[str]) -> set[int]:
    """Lines of a method that look at these attributes of self."""
    return {
        node.lineno for node in ast.walk(function)
        if isinstance(node, ast.Attribute) and _is_self(node) and node.attr in attributes and isinstance(node.ctx, ast.Load)
    }


def called(node: ast.Call) -> str:
    """The last name of what is called: ``ConvNormAct``, ``close`` of ``self.close``, ``super`` of ``super().__init__``."""
    function = node.func
    if isinstance(function, ast.Name):
        return function.id
    if isinstance(function, ast.Attribute):
        outer = function.value
        if function.attr == "__init__" and isinstance(outer, ast.Call) and called(outer) == "super":
            return "super"
        return function.attr
    return ""


def parameters(function: Function, handed: set[str | int], *, bound: bool) -> set[str]:
    """Names of the parameters that positions and keywords of a call mean; ``bound`` where self is handed by itself."""
    plain = [a.arg for a in (*function.args.posonlyargs, *function.args.args)][1 if bound else 0:]
    known = {*plain, *(a.arg for a in function.args.kwonlyargs)}
    return {plain[h] if isinstance(h, int) else h for h in handed if (h < len(plain) if isinstance(h, int) else h in known)}


def functions(tree: ast.AST) -> Iterator[tuple[str, str, Function]]:
    """(class or "", name, function) of what a module defines at its top, and of its classes' methods."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield "", node.name, node
        elif isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield node.name, inner.name, inner


def first_line(node: ast.AST) -> int:
    """The line that a definition begins in, its decorators included."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    own: int = getattr(node, "lineno", 1)
    return min([own, *(d.lineno for d in decorators)])


def definitions(tree: ast.Module) -> Mapping[str, tuple[int, int]]:
    """First and last line of each class and function that a module defines at its top."""
    return {
        node.name: (first_line(node), node.end_lineno or node.lineno)
        for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    }


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    """A node and all below it, without what is handed to a scope."""
    yield node
    asks = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKING
    for child in [node.func] if asks and isinstance(node, ast.Call) else ast.iter_child_nodes(node):
        yield from _inside(child)


def _pairs(target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    """Targets and values that belong together one by one: ``a, b = c, d``, ``a, b = (f(x) for x in (c, d))``."""
    if not isinstance(target, ast.Tuple | ast.List):
        return []
    if isinstance(value, ast.GeneratorExp | ast.ListComp) and len(value.generators) == 1:
        value = value.generators[0].iter
    if isinstance(value, ast.IfExp):  # a, b = (c, d) if … else (e, f): the condition decides all of them
        return []
    if isinstance(value, ast.Tuple | ast.List) and len(value.elts) == len(target.elts):
        return list(zip(target.elts, value.elts, strict=True))
    return []


def _is_self(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id == "self"
