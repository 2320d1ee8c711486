"""What the instances of one class have in common, and the parameters in which they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from explorer.export.python.expressions import Call, Choice, Code, Expression, Factory, Group, Hole, Lit, Signature
from explorer.export.python.leaves import factory_of

MISSING = None  # an instance without this child
Values = list[Expression | None]
CHANNELS = frozenset({
    "in_channels", "out_channels", "num_features", "in_features", "out_features", "normalized_shape", "groups", "num_channels",
})
INCOMING = frozenset({"in_channels", "num_features", "in_features", "normalized_shape"})
WORDS = {"kernel_size": "kernel", "in_features": "in_channels", "num_features": "channels", "normalized_shape": "channels",
         "out_features": "out_channels", "p": "dropout", "output_size": "size"}


@dataclass
class Parameter:
    """One parameter of an emitted class: its values over the instances, MISSING where an instance does not use it."""

    name: str
    kind: str
    values: Values
    default: Expression | None = None

    @property
    def annotation(self) -> str:
        """Type in the signature."""
        kinds = {type(v.value) for v in self.values if isinstance(v, Lit)}
        optional = " | None" if type(None) in kinds and len(kinds) > 1 else ""
        if self.kind == "module":
            return "nn.Module" + (" | None" if type(None) in kinds else "")
        if Factory in kinds:
            return "Callable[[], nn.Module]" + optional
        if tuple in kinds:
            inner = "tuple[int, ...]"
            return f"int | {inner}{optional}" if int in kinds else inner + optional
        return " | ".join(sorted(k.__name__ for k in kinds - {type(None)})) + optional


@dataclass
class Template:
    """An emitted class: constructor expressions by child name, plain attributes, parameters."""

    children: dict[str, Expression]
    attributes: dict[str, Expression]
    parameters: list[Parameter]
    signature: Signature

    def call(self, name: str, instance: int) -> Call:
        """The call that makes one instance."""
        return Call(name, tuple((p.name, _given(p, instance)) for p in self.parameters))


def _given(parameter: Parameter, instance: int) -> Expression:
    value = parameter.values[instance]
    if value is not None:
        return value
    if parameter.default is not None:
        return parameter.default
    return Counter(v for v in parameter.values if v is not None).most_common(1)[0][0]


@dataclass
class Unifier:
    """Collects holes while expressions are unified, then makes parameters of them.

    ``observed``: channels of the tensors that the instances receive and give, where there is one each.
    """

    count: int
    observed: dict[str, Values] = field(default_factory=dict)
    parameters: list[Parameter] = field(default_factory=list)
    holes: list[Parameter] = field(default_factory=list)
    kinds: Callable[[str, str], str] = lambda callee, name: name

    def unify(self, values: Values, path: tuple[str, ...], argument: str = "") -> Expression:
        """One expression for all instances; where they differ it has a hole."""
        present = [v for v in values if v is not None]
        if all(v == present[0] for v in present):
            return present[0]
        nothing = Lit(None)
        modules = [v for v in present if not isinstance(v, Lit)]
        if modules and len(modules) < len(present):
            rest: Values = [None if v is None or v == nothing else v for v in values]
            if all(v == nothing or v in modules for v in present) and self._alike(modules):
                flags: Values = [None if v is None else Lit(v != nothing) for v in values]
                return Choice(self._hole(flags, path, "flag"), self.unify(rest, path))
            return self._hole(values, path, "module")
        if not modules:
            return self._hole(values, path, argument)
        first = modules[0]
        if self._alike(modules):
            if isinstance(first, Call):
                names = [n for n, _ in first.arguments]
                parts: list[tuple[str, Expression]] = []
                for i, name in enumerate(names):
                    column: Values = [v.arguments[i][1] if isinstance(v, Call) else None for v in values]
                    parts.append((name, self.unify(column, path, self.kinds(first.callee, name))))
                return Call(first.callee, tuple(parts))
            assert isinstance(first, Group)
            layers: list[Expression] = []
            for i, name in enumerate(first.names):
                column = [v.layers[i] if isinstance(v, Group) else None for v in values]
                layers.append(self.unify(column, (*path, name)))
            return Group(first.callee, first.names, tuple(layers), first.arguments)
        factories = [None if v is None else factory_of(v) for v in values]
        if all(f is not None for f, v in zip(factories, values, strict=True) if v is not None):
            made: Values = [None if f is None else Lit(f) for f in factories]
            hole = self._hole(made, path, "act")
            return Hole(hole.index, called=True)
        return self._hole(values, path, "module")

    @staticmethod
    def _alike(values: Sequence[Expression]) -> bool:
        first = values[0]
        if isinstance(first, Call):
            return all(isinstance(v, Call) and v.callee == first.callee for v in values)
        if isinstance(first, Group):
            return all(
                isinstance(v, Group) and (v.callee, v.names, v.arguments) == (first.callee, first.names, first.arguments)
                for v in values
            )
        return False

    def plain(self, values: Values, name: str) -> Expression:
        """A plain attribute."""
        present = [v for v in values if v is not None]
        return present[0] if all(v == present[0] for v in present) else self._hole(values, (), name)

    def _hole(self, values: Values, path: tuple[str, ...], argument: str) -> Hole:
        name = _words(argument, path)
        kind = "channels" if argument in CHANNELS or argument.endswith("channels") else argument
        if kind == "flag" or {type(v.value) for v in values if isinstance(v, Lit)} == {bool}:
            kind = "flag"
        hole = Parameter(name, kind, list(values))
        if kind == "channels" and argument != "groups":
            hole.name = self._channel_name(hole, argument, path)
        self.holes.append(hole)
        return Hole(len(self.holes) - 1)

    def _channel_name(self, hole: Parameter, argument: str, path: tuple[str, ...]) -> str:
        for name, seen in self.observed.items():
            if _compatible(hole.values, seen):
                hole.values = [a if a is not None else b for a, b in zip(hole.values, seen, strict=True)]
                return name
        if argument in INCOMING and not any(h.kind == "channels" for h in self.holes):
            return "in_channels"  # what the first layer takes in
        return f"{'_'.join(path) or argument.removesuffix('_channels')}_channels"

    def settle(self) -> dict[int, str]:
        """Merge holes that always agree into parameters; returns the parameter's name for each hole."""
        names: dict[int, str] = {}
        order = sorted(range(len(self.holes)), key=lambda i: self.holes[i].name.endswith("groups"))
        for i in order:
            hole = self.holes[i]
            found = None if hole.kind == "module" else next(
                (p for p in self.parameters if p.kind == hole.kind and _compatible(p.values, hole.values)), None
            )
            if found is None:
                taken = {p.name for p in self.parameters}
                name, number = hole.name, 2
                while name in taken:
                    name, number = f"{hole.name}{number}", number + 1
                found = Parameter(name, hole.kind, list(hole.values))
                self.parameters.append(found)
            else:
                found.values = [a if a is not None else b for a, b in zip(found.values, hole.values, strict=True)]
            names[i] = found.name
        self.parameters.sort(key=_rank)
        for parameter in self.parameters:
            parameter.default = _default(parameter)
        return names

    def template(self, children: dict[str, Expression], attributes: dict[str, Expression]) -> Template:
        """The finished class: holes are parameters."""
        names = self.settle()
        filled = {name: _filled(e, names) for name, e in children.items()}
        plain = {name: _filled(e, names) for name, e in attributes.items()}
        first = tuple(p.name for p in self.parameters if p.default is None)
        defaults = {p.name: p.default for p in self.parameters if p.default is not None}
        return Template(filled, plain, self.parameters, Signature(first, defaults))


def _words(argument: str, path: tuple[str, ...]) -> str:
    where = "_".join(part for part in path if part.isidentifier())
    if argument == "flag":
        return f"has_{where}"
    if argument == "module":
        return where or "layer"
    word = WORDS.get(argument, argument)
    if argument in {"stride", "groups", "act", ""} or not path:
        return word or where or "value"
    return word if argument in {"kernel_size", "p"} else f"{where}_{word}" if where and word not in where else word


def _rank(parameter: Parameter) -> tuple[int, int]:
    """Channels first, what comes in before, what goes out behind; then modules; then options."""
    if parameter.kind == "channels" and parameter.name != "groups":
        return (0, {"in_channels": 0, "out_channels": 2}.get(parameter.name, 1))
    return (1, 0) if parameter.kind == "module" else (3 if parameter.kind == "flag" else 2, 0)


def _default(parameter: Parameter) -> Expression | None:
    present = [v for v in parameter.values if v is not None]
    if parameter.kind == "channels" and parameter.name != "groups":
        return None
    if parameter.kind == "module":
        return Lit(None) if Lit(None) in present else None
    return Counter(present).most_common(1)[0][0]


def _compatible(first: Sequence[Expression | None], second: Sequence[Expression | None]) -> bool:
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if a is not None and b is not None]
    return bool(pairs) and all(a == b for a, b in pairs)


def _filled(expression: Expression, names: dict[int, str]) -> Expression:
    match expression:
        case Hole(index, called):
            return Code(names[index] + ("()" if called else ""))
        case Call(callee, arguments):
            return Call(callee, tuple((n, _filled(v, names)) for n, v in arguments))
        case Group(callee, group_names, layers, arguments):
            return Group(
                callee, group_names, tuple(_filled(v, names) for v in layers), tuple((n, _filled(v, names)) for n, v in arguments)
            )
        case Choice(flag, body):
            return Choice(_filled(flag, names), _filled(body, names))
    return expression

