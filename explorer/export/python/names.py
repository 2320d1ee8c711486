"""Names that copied source uses: where each comes from, and the definitions and imports that have to come along."""

from __future__ import annotations

import ast
import builtins
import sys
from types import ModuleType
from typing import Any

from explorer.core.errors import BadInput
from explorer.export.python.methods import source_of

OUTSIDE = ("torch", *sys.stdlib_module_names)


class Definitions:
    """Imports and module-level definitions collected for one file, each after what it needs."""

    def __init__(self, own: set[str]) -> None:
        self.own = own  # names that the file defines anyway
        self.imports: set[str] = set()
        self.texts: dict[str, str] = {}
        self._under_way: set[str] = set()

    def follow(self, text: str, module: ModuleType, what: str) -> None:
        """Collect what a piece of source of that module uses. Raises BadInput for a name that leads nowhere."""
        for name in sorted(free_names(text)):
            if name not in self.own and not hasattr(builtins, name):
                self._find(name, module, what)

    def _find(self, name: str, module: ModuleType, what: str) -> None:
        if name in self.texts or name in self._under_way or any(_binds(line, name) for line in self.imports):
            return
        for node in ast.parse(source_of(module, module.__name__)).body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                if self._imported(node, name, what):
                    return
            elif name in _defined(node):
                self._copy(name, node, module)
                return
        raise BadInput("cannot write {0} as Python: it uses {1}, which {2} does not define", what, name, module.__name__)

    def _imported(self, node: ast.Import | ast.ImportFrom, name: str, what: str) -> bool:
        for alias in node.names:
            if (alias.asname or alias.name) != name:
                continue
            if isinstance(node, ast.Import):
                source, line = alias.name, f"import {alias.name}" + (f" as {alias.asname}" if alias.asname else "")
            else:
                source = node.module or ""
                line = f"from {source} import {alias.name}" + (f" as {alias.asname}" if alias.asname else "")
            if source.partition(".")[0] in OUTSIDE and not getattr(node, "level", 0):
                if line.endswith((" as F", "functional as F")):
                    line = "from torch.nn import functional as F  # noqa: N812"
                self.imports.add(line)
            elif isinstance(node, ast.ImportFrom) and source in sys.modules:
                self._find(alias.name, sys.modules[source], what)
            else:
                raise BadInput("cannot write {0} as Python: it needs {1}, and the file may import torch only", what, source)
            return True
        return False

    def _copy(self, name: str, node: ast.stmt, module: ModuleType) -> None:
        self._under_way.add(name)
        lines = source_of(module, module.__name__).split("\n")
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
        text = "\n".join(lines[first - 1 : node.end_lineno])
        self.follow(text, module, name)
        self.texts[name] = text


def free_names(text: str) -> set[str]:
    """Names that a piece of source takes from around it."""
    tree = ast.parse(text)
    bound: set[str] = set()
    used: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(name, ast.Load()):
                used.add(name)
            case ast.Name(name):
                bound.add(name)
            case ast.arg(name) | ast.FunctionDef(name) | ast.ClassDef(name):
                bound.add(name)
            case ast.ExceptHandler(name=str(name)):
                bound.add(name)
    return used - bound


def _defined(node: ast.stmt) -> set[str]:
    match node:
        case ast.FunctionDef(name) | ast.ClassDef(name):
            return {name}
        case ast.Assign(targets):
            return {n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name)}
        case ast.AnnAssign(ast.Name(name)):
            return {name}
    return set()


def _binds(line: str, name: str) -> bool:
    node = ast.parse(line).body[0]
    assert isinstance(node, ast.Import | ast.ImportFrom)
    return any((a.asname or a.name) == name for a in node.names)


def sorted_imports(lines: set[str]) -> list[str]:
    """Import lines as isort orders them: the standard library, then torch; whole modules before single names, one line each."""
    found: dict[tuple[bool, str], dict[str, set[str]]] = {}
    whole: dict[bool, set[str]] = {False: set(), True: set()}
    for line in lines:
        node = ast.parse(line).body[0]
        source = node.module if isinstance(node, ast.ImportFrom) else node.names[0].name  # type: ignore[attr-defined]
        outside = str(source).partition(".")[0] == "torch"
        if isinstance(node, ast.ImportFrom) and "noqa" not in line:
            found.setdefault((outside, str(node.module)), {}).setdefault("names", set()).add(line.partition(" import ")[2])
        else:
            whole[outside].add(line)
    made: list[str] = []
    for outside in (False, True):
        block = sorted(line for line in whole[outside] if line.startswith("import "))
        singles = [
            (module, f"from {module} import {', '.join(sorted(names['names'], key=_order))}")
            for (there, module), names in found.items() if there is outside
        ]
        singles += [(line.split()[1], line) for line in whole[outside] if line.startswith("from ")]
        block += [line for _, line in sorted(singles)]
        made += ([""] if block else []) + block
    return made


def _order(name: str) -> tuple[int, str]:
    """Constants, classes, then functions, as isort does."""
    return (0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2, name)


def module_of(thing: Any) -> ModuleType:
    """The module that defines a class or function."""
    found: ModuleType = sys.modules[thing.__module__]
    return found
