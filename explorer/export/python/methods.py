"""Methods as their authors wrote them, without the branches that this network never takes. Comments stay where they are.

What is known of ``self`` (a child that is always there or never, a plain value that all instances share) decides tests such as
``self.se is not None``; everything that such a test guards is taken in or left out. Nothing else of the source is changed.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explorer.core.errors import BadInput


class Unknown:
    """The value of a test that only running can tell."""


UNKNOWN = Unknown()
PRESENT = object()  # a child module that is always there


def source_of(thing: Any, name: str) -> str:
    """The source of a function or class, from the first column on. Raises BadInput where there is none."""
    try:
        return textwrap.dedent(inspect.getsource(thing))
    except (OSError, TypeError) as error:
        raise BadInput("cannot write {0} as Python: its source cannot be read ({1})", name, error) from error


def used_of_self(text: str) -> tuple[set[str], set[str]]:
    """Names read and names assigned as attributes of ``self`` in a function's source."""
    read: set[str] = set()
    assigned: set[str] = set()
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self":
            (read if isinstance(node.ctx, ast.Load) else assigned).add(node.attr)
    return read, assigned


@dataclass(frozen=True)
class Folder:
    """Takes decided tests out of one function. ``known``: attribute of self → value, None or PRESENT.

    ``methods`` gives the source of another method, so that one that only hands its argument on can be taken in.
    """

    known: Mapping[str, Any]
    methods: Callable[[str], str | None]

    def fold(self, source: str) -> str:
        """The function's source without its decided branches."""
        return _Fold(self, source).run()

    def value(self, node: ast.expr, bound: Mapping[str, Any]) -> Any:
        """What an expression is sure to be, or UNKNOWN."""
        match node:
            case ast.Constant(value):
                return value
            case ast.Name(name):
                return bound.get(name, UNKNOWN)
            case ast.Attribute(ast.Name("self"), attribute):
                return self.known.get(attribute, UNKNOWN)
            case ast.UnaryOp(ast.Not(), operand):
                inner = self.value(operand, bound)
                return UNKNOWN if inner is UNKNOWN or inner is PRESENT else not inner
            case ast.BoolOp(operator, values):
                return self._boolean([self.value(v, bound) for v in values], conjunction=isinstance(operator, ast.And))
            case ast.Compare(left, [operator], [right]):
                return _compared(operator, self.value(left, bound), self.value(right, bound))
        return UNKNOWN

    @staticmethod
    def _boolean(values: Sequence[Any], *, conjunction: bool) -> Any:
        sure = [v for v in values if v is not UNKNOWN and v is not PRESENT]
        if any(bool(v) is not conjunction for v in sure):
            return not conjunction
        return conjunction if len(sure) == len(values) else UNKNOWN

    def handed_on(self, call: ast.Call, bound: Mapping[str, Any]) -> str | None:
        """The text for a call of a method that here comes down to its argument or to one call with it; {0} is the argument."""
        if not (isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "self"):
            return None
        text = self.methods(call.func.attr)
        if text is None or call.keywords:
            return None
        function = ast.parse(text).body[0]
        if not isinstance(function, ast.FunctionDef) or function.decorator_list:
            return None
        body = [s for s in function.body if not _is_docstring(s)]
        names = [a.arg for a in function.args.args[1:]]
        if len(body) != 1 or not isinstance(body[0], ast.Return) or body[0].value is None or len(names) != len(call.args):
            return None
        inner = {n: a.value for n, a in zip(names, call.args, strict=True) if isinstance(a, ast.Constant)}
        free = [(n, a) for n, a in zip(names, call.args, strict=True) if n not in inner]
        result = body[0].value
        while isinstance(result, ast.IfExp):
            decided = self.value(result.test, inner)
            if decided is UNKNOWN:
                return None
            result = result.body if decided else result.orelse
        if len(free) != 1:
            return None
        if isinstance(result, ast.Name) and result.id == free[0][0]:
            return "{0}"
        if isinstance(result, ast.Call) and [ast.unparse(a) for a in result.args] == [free[0][0]] and not result.keywords:
            return ast.unparse(result.func) + "({0})"
        return None


def _is_docstring(statement: ast.stmt) -> bool:
    value = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def _compared(operator: ast.cmpop, left: Any, right: Any) -> Any:
    if UNKNOWN in (left, right) if not (left is PRESENT or right is PRESENT) else (left is UNKNOWN or right is UNKNOWN):
        return UNKNOWN
    if isinstance(operator, ast.Is | ast.IsNot):
        if left is not None and right is not None:
            return UNKNOWN
        return (left is right) is isinstance(operator, ast.Is)
    if left is PRESENT or right is PRESENT:
        return UNKNOWN
    if isinstance(operator, ast.Eq | ast.NotEq):
        return (left == right) is isinstance(operator, ast.Eq)
    return UNKNOWN


class _Fold:
    """One pass over one function; works on bytes, as the columns of ``ast`` do."""

    def __init__(self, folder: Folder, source: str) -> None:
        self.folder = folder
        self.raw = source.encode()
        self.lines = source.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line.encode()) + 1)

    def run(self) -> str:
        function = ast.parse(self.raw).body[0]
        assert isinstance(function, ast.FunctionDef)
        head = self.lines[: function.body[0].lineno - 1]
        body = self.block(function.body, function.body[0].lineno)
        return "\n".join([*head, *body])

    def block(self, statements: Sequence[ast.stmt], first_line: int) -> list[str]:
        """The lines of a suite; ``first_line`` is where its comments may begin."""
        made: list[str] = []
        line = first_line
        for statement in statements:
            made += self.lines[line - 1 : _first_line(statement) - 1]
            made += self.statement(statement)
            line = (statement.end_lineno or statement.lineno) + 1
            if made and _ends_here(made, statement):
                break
        return made

    def statement(self, statement: ast.stmt) -> list[str]:
        start, end = _first_line(statement), statement.end_lineno or statement.lineno
        if isinstance(statement, ast.If):
            decided = self.folder.value(statement.test, {})
            if decided is not UNKNOWN and decided is not PRESENT:
                chosen = statement.body if decided else statement.orelse
                if not chosen:
                    return []
                inner = self.block(chosen, _first_line(chosen[0]))
                shift = chosen[0].col_offset - statement.col_offset
                return [text[shift:] if text[:shift].isspace() or not text.strip() else text for text in inner]
            if not statement.orelse:
                return [*self.edited(start, statement.body[0].lineno - 1, statement.test),
                        *(self.block(statement.body, statement.body[0].lineno) or [" " * statement.body[0].col_offset + "pass"])]
        loop = isinstance(statement, ast.For | ast.While | ast.With) and not getattr(statement, "orelse", None)
        if isinstance(statement, ast.For | ast.While | ast.With) and loop and statement.body[0].lineno > start:
            header = statement.iter if isinstance(statement, ast.For) else None
            inner = self.block(statement.body, statement.body[0].lineno)
            return [*self.edited(start, statement.body[0].lineno - 1, header), *inner]
        return self.edited(start, end, statement)

    def edited(self, first: int, last: int, node: ast.AST | None) -> list[str]:
        """Whole lines with the decided expressions in ``node`` replaced."""
        begin, end = self.starts[first - 1], self.starts[last] - 1
        return self.text(node, begin, end).split("\n") if node is not None else self.lines[first - 1 : last]

    def text(self, node: ast.AST, begin: int, end: int) -> str:
        raw, position = b"", begin
        for start, stop, replacement in self.edits(node):
            raw += self.raw[position:start] + replacement.encode()
            position = stop
        return (raw + self.raw[position:end]).decode()

    def edits(self, node: ast.AST) -> list[tuple[int, int, str]]:
        """(start, end, text) of the outermost decided expressions, in order."""
        if isinstance(node, ast.expr):
            replaced = self.replacement(node)
            if replaced is not None:
                start, stop = self.span(node)
                before, after = self.raw[start - 2 : start], self.raw[stop : stop + 1]
                if before[1:] + after == b"()" and _is_atom(replaced) and not before[:1].isalnum() and before[:1] not in b"_)]":
                    start, stop = start - 1, stop + 1  # brackets around a choice that is none any more
                return [(start, stop, replaced)]
        found = [edit for child in ast.iter_child_nodes(node) for edit in self.edits(child)]
        return sorted(found)

    def replacement(self, node: ast.expr) -> str | None:
        if isinstance(node, ast.IfExp):
            decided = self.folder.value(node.test, {})
            if decided is not UNKNOWN and decided is not PRESENT:
                return self.inner(node.body if decided else node.orelse)
        if isinstance(node, ast.BoolOp):
            values = [(v, self.folder.value(v, {})) for v in node.values]
            left = [v for v, value in values if value is UNKNOWN or value is PRESENT]
            if 0 < len(left) < len(values) and self.folder.value(node, {}) is UNKNOWN:
                word = " and " if isinstance(node.op, ast.And) else " or "
                return word.join(self.inner(v) for v in left)
        if isinstance(node, ast.Call):
            template = self.folder.handed_on(node, {})
            if template is not None:
                return template.format(self.inner(next(a for a in node.args if not isinstance(a, ast.Constant))))
        return None

    def inner(self, node: ast.expr) -> str:
        return self.text(node, *self.span(node))

    def span(self, node: ast.expr) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self.starts[node.lineno - 1] + node.col_offset, self.starts[node.end_lineno - 1] + node.end_col_offset


def _first_line(statement: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *(d.lineno for d in decorators)])


def _is_atom(text: str) -> bool:
    return isinstance(ast.parse(text, mode="eval").body, ast.Name | ast.Attribute | ast.Call | ast.Constant)


def _ends_here(made: Sequence[str], statement: ast.stmt) -> bool:
    """Whether a branch that was taken in ends the suite: what stands behind its ``return`` never runs."""
    if not isinstance(statement, ast.If):
        return False
    last = made[-1]
    depth = len(last) - len(last.lstrip())
    return depth == statement.col_offset and last.lstrip().startswith(("return ", "raise "))
