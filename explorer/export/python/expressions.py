"""Constructor expressions as values: they can be compared, given holes, folded over repeats and laid out as source lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

WIDTH = 130  # columns of the file, as in the library that its methods come from
LEAST_EQUAL, LEAST_SERIES = 3, 4  # so many neighbours become one line


@dataclass(frozen=True)
class Lit:
    """A literal: number, text, truth value, None, a tuple of these, or a ``Factory``."""

    value: Any

    def __eq__(self, other: object) -> bool:  # 1, 1.0 and True are three things in a file
        return isinstance(other, Lit) and type(self.value) is type(other.value) and bool(self.value == other.value)

    def __hash__(self) -> int:
        return hash((type(self.value), self.value))


@dataclass(frozen=True)
class Factory:
    """What makes an activation when called: a torch class and its arguments."""

    callee: str
    arguments: tuple[tuple[str, Any], ...] = ()

    @property
    def name(self) -> str:
        """Its name in the file: the class itself, or a constant where arguments are bound."""
        return self.callee.rpartition(".")[2].upper() if self.arguments else self.callee


@dataclass(frozen=True)
class Code:
    """Source as it stands: the name of a parameter, or a computation with one."""

    text: str


@dataclass(frozen=True)
class Call:
    """A call with every argument named; arguments equal to the default are left out when it is written."""

    callee: str
    arguments: tuple[tuple[str, Expression], ...]


@dataclass(frozen=True)
class Group:
    """A container: its children by name, in order. ``callee`` takes them one by one, by keyword, or as a named Sequential."""

    callee: str
    names: tuple[str, ...]
    layers: tuple[Expression, ...]
    arguments: tuple[tuple[str, Expression], ...] = ()

    @property
    def numbered(self) -> bool:
        """Whether the names are those that torch gives by itself."""
        return self.names == tuple(str(i) for i in range(len(self.names)))


@dataclass(frozen=True)
class Choice:
    """``body if flag else None``: a child that only some blocks of a class have."""

    flag: Expression
    body: Expression


@dataclass(frozen=True)
class Hole:
    """A place where the instances of a class differ; becomes a parameter."""

    index: int
    called: bool = False


Expression = Lit | Code | Call | Group | Choice | Hole


@dataclass(frozen=True)
class Signature:
    """How a callee is written: arguments without keyword first, and what may be left out."""

    positional: tuple[str, ...] = ()
    defaults: Mapping[str, Expression] = field(default_factory=dict)
    folded: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Writer:
    """Expressions → text. ``shapes`` gives the comment beside a module of that path; none outside the network itself."""

    signatures: Mapping[str, Signature]
    shapes: Mapping[str, str] = field(default_factory=dict)

    def text(self, expression: Expression) -> str:
        """The expression in one line."""
        match expression:
            case Lit(Factory() as factory):
                return factory.name
            case Lit(value):
                return literal(value)
            case Code(text):
                return text
            case Choice(flag, body):
                return f"{self.text(body)} if {self.text(flag)} else None"
            case Call():
                return f"{expression.callee}({', '.join(self._arguments(expression))})"
            case Group():
                before, after = self._brackets(expression)
                return before + ", ".join(each.one(self) for each in self._items(expression, "")) + after
        raise TypeError(f"{expression} is not finished")

    def lines(self, prefix: str, expression: Expression, suffix: str, indent: int, path: str = "") -> list[str]:
        """The expression on as many lines as it takes, with the shapes of what stands on a line of its own beside it."""
        pad = " " * indent
        comment = self._comment(path)
        fits = len(pad + prefix + self.text(expression) + suffix) <= WIDTH
        if isinstance(expression, Group) and expression.layers and not (fits and not self._is_listing(expression, path)):
            before, after = self._brackets(expression)
            made = [pad + prefix + before]
            for each in self._items(expression, path):
                made += each.lines(self, indent + 4)
            return [*made, pad + after + suffix]
        if isinstance(expression, Choice) and not fits:
            made = self.lines(prefix, expression.body, f" if {self.text(expression.flag)} else None{suffix}", indent, path)
            return made if len(made) > 1 else _wrapped(pad, prefix, self.text(expression), suffix)
        if isinstance(expression, Call) and not fits:
            made = [f"{pad}{prefix}{expression.callee}("]
            for argument in self._keyword_lines(expression, indent + 4):
                made += argument
            return [*made, self._beside(f"{pad}){suffix}", comment)]
        return [self._beside(pad + prefix + self.text(expression) + suffix, comment)]

    def _is_listing(self, group: Group, path: str) -> bool:
        """Whether this is part of the network's table: its blocks stand each on its line."""
        blocks = any(isinstance(layer, Group) or _is_block(layer) for layer in group.layers)
        return bool(self.shapes) and (blocks or (len(group.layers) > 2 and "." not in path))

    def _comment(self, path: str) -> str:
        return self.shapes.get(path, "") if path else ""

    @staticmethod
    def _beside(line: str, comment: str) -> str:
        whole = f"{line}  # {comment}"
        return whole if comment and len(whole) <= WIDTH else line

    def _brackets(self, group: Group) -> tuple[str, str]:
        if group.callee == "nn.Sequential" and not group.numbered:
            return "named({", "})"
        if group.callee == "nn.ModuleList":
            return "nn.ModuleList([", "])"
        if group.callee == "nn.ModuleDict":
            return "nn.ModuleDict({", "})"
        return group.callee + "(", ")"

    def _items(self, group: Group, path: str) -> Iterator[_Item]:
        quoted = self._brackets(group)[0].endswith("{")
        places = [f"{path}.{name}" if path else "" for name in group.names]
        loose = [i for i, name in enumerate(group.names) if name.isdigit() and not quoted]
        if loose:
            for expression, starred, last in repeats([group.layers[i] for i in loose]):
                yield _Item("*[" if starred else "", expression, f" {starred}]" if starred else "", places[loose[last]])
        for i, (name, layer) in enumerate(zip(group.names, group.layers, strict=True)):
            if i not in loose:
                yield _Item(f'"{name}": ' if quoted else f"{name}=", layer, "", places[i])
        for name, value in group.arguments:
            default = self.signatures.get(group.callee, Signature()).defaults.get(name)
            if value != default:
                yield _Item(f"{name}=", value, "", "")

    def _kept(self, call: Call) -> tuple[list[Expression], list[tuple[str, Expression]]]:
        signature = self.signatures.get(call.callee, Signature())
        given = [(n, v) for n, v in call.arguments if n not in signature.folded]
        first = [v for n, v in given if n in signature.positional]
        while first and first[-1] == signature.defaults.get(signature.positional[len(first) - 1], Hole(-1)):
            first.pop()
        rest = [(n, v) for n, v in given if n not in signature.positional and v != signature.defaults.get(n, Hole(-1))]
        return first, rest

    def _arguments(self, call: Call) -> list[str]:
        first, rest = self._kept(call)
        return [self.text(v) for v in first] + [f"{n}={self.text(v)}" for n, v in rest]

    def _keyword_lines(self, call: Call, indent: int) -> list[list[str]]:
        first, rest = self._kept(call)
        return [self.lines("", v, ",", indent) for v in first] + [self.lines(f"{n}=", v, ",", indent) for n, v in rest]


@dataclass(frozen=True)
class _Item:
    before: str
    expression: Expression
    after: str
    path: str

    def one(self, writer: Writer) -> str:
        return self.before + writer.text(self.expression) + self.after

    def lines(self, writer: Writer, indent: int) -> list[str]:
        return writer.lines(self.before, self.expression, self.after + ",", indent, self.path)


def _is_block(expression: Expression) -> bool:
    return isinstance(expression, Call) and expression.callee[:1].isupper()


def _wrapped(pad: str, prefix: str, text: str, suffix: str) -> list[str]:
    """``self.x = a if b else None`` too long for one line, in brackets."""
    return [f"{pad}{prefix}(", f"{pad}    {text}", f"{pad}){suffix}"]


def literal(value: Any) -> str:
    """A literal as ruff's formatter would write it."""
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, float) and value and not 1e-3 <= abs(value) < 1e6:
        mantissa, _, exponent = f"{value:e}".partition("e")
        short = f"{mantissa.rstrip('0').rstrip('.')}e{int(exponent)}"
        return short if float(short) == value else repr(value)
    if isinstance(value, tuple):
        return "(" + ", ".join(literal(v) for v in value) + ("," if len(value) == 1 else "") + ")"
    if isinstance(value, list):
        return "[" + ", ".join(literal(v) for v in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(k)}: {literal(v)}" for k, v in value.items()) + "}"
    return repr(value)


def repeats(layers: Sequence[Expression]) -> Iterator[tuple[Expression, str, int]]:
    """Neighbours that are equal, or whose numbers grow evenly, as one: (expression, ``for …`` or "", index of the last)."""
    start = 0
    while start < len(layers):
        first = layers[start]
        numbers, skeleton = _numbers(first)
        steps: list[int] | None = None
        end = start + 1
        before = numbers
        while end < len(layers) and isinstance(first, Call):
            found, other = _numbers(layers[end])
            if other != skeleton:
                break
            grown = [b - a for a, b in zip(before, found, strict=True)]
            if steps is not None and grown != steps:
                break
            steps, before = grown, found
            end += 1
        count = end - start
        if steps is not None and not any(steps) and count >= LEAST_EQUAL:
            yield first, f"for _ in range({count})", end - 1
        elif steps is not None and any(steps) and count >= LEAST_SERIES:
            yield _grown(first, iter(steps)), f"for i in range({count})", end - 1
        else:
            end = start + 1
            yield first, "", start
        start = end


def _numbers(expression: Expression) -> tuple[list[int], Expression]:
    """The whole numbers among a call's arguments, and the call without them."""
    if not isinstance(expression, Call):
        return [], expression
    numbers: list[int] = []
    blank: list[tuple[str, Expression]] = []
    for name, value in expression.arguments:
        if isinstance(value, Lit) and type(value.value) is int:
            numbers.append(value.value)
            blank.append((name, Code("")))
        else:
            inner, rest = _numbers(value)
            numbers += inner
            blank.append((name, rest))
    return numbers, replace(expression, arguments=tuple(blank))


def _grown(expression: Expression, steps: Iterator[int]) -> Expression:
    assert isinstance(expression, Call)
    arguments: list[tuple[str, Expression]] = []
    for name, value in expression.arguments:
        if isinstance(value, Lit) and type(value.value) is int:
            step = next(steps)
            growth = f"{abs(step)} * i" if abs(step) != 1 else "i"
            arguments.append((name, Code(f"{value.value} {'+' if step > 0 else '-'} {growth}") if step else value))
        else:
            arguments.append((name, _grown(value, steps) if isinstance(value, Call) else value))
    return replace(expression, arguments=tuple(arguments))
