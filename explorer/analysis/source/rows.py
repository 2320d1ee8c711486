"""The architecture's own table in its file, and the line of each stage and block in it; found by reading the file's constants.

Four ways of writing a paper's table are understood, whatever the constants are called: a dictionary by stage (``"5": (6, 96, 3,
"1")``, ``"stages.5": {…}``, blocks nested or not), a tuple with a row for each block of the preset, and a dictionary with a row
for each preset (``121: (6, 12, 24, 16)``), whose row then holds for every stage.
"""

from __future__ import annotations

import ast
import re
from typing import Any

from explorer.analysis.places import levels
from explorer.analysis.source.code import Code
from explorer.analysis.source.tracing import Trace
from models.knobs import BLOCK, STAGE

Span = tuple[int, int]


def table_of(plain: Trace, found: Trace, files: dict[str, Code]) -> dict[str, Any] | None:
    """``{file, name, first, last, rows: {place: [first, last]}}`` of the table that knows most places; None where none does.

    ``plain`` is the unedited preset, whose blocks the table's rows count; ``found`` the network whose places are asked for.
    """
    best: tuple[int, dict[str, Any]] | None = None
    for code in files.values():
        for name, value, statement in _constants(code):
            rows = _rows(value, plain, found)
            known = len(set(rows.values())) * 1000 + len(rows)  # lines told apart, then places
            if rows and (best is None or known > best[0]):
                last = statement.end_lineno or statement.lineno
                table = {"file": code.short, "name": name, "first": statement.lineno, "last": last}
                best = known, {**table, "rows": {path: list(span) for path, span in rows.items()}}
    return None if best is None else best[1]


def _constants(code: Code) -> list[tuple[str, ast.expr, ast.stmt]]:
    found: list[tuple[str, ast.expr, ast.stmt]] = []
    for node in code.tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target if isinstance(node, ast.AnnAssign) else None
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(target, ast.Name) and isinstance(value, ast.Dict | ast.Tuple | ast.List):
            found.append((target.id, value, node))
    return found


def _rows(value: ast.expr, plain: Trace, found: Trace) -> dict[str, Span]:
    if isinstance(value, ast.Dict):
        return _by_stage(value, found) or _by_preset(value, plain, found)
    if isinstance(value, ast.Tuple | ast.List):
        return _by_block(value.elts, plain, found)
    return {}


def _places(trace: Trace, level: str) -> list[str]:
    """Stages, or the numbered and lettered blocks, in the order of the network."""
    names = [path for path, at in levels(trace.settings).items() if at == level]
    return [p for p in names if level == STAGE or _is_counted(p)]


def _is_counted(path: str) -> bool:
    name = path.rpartition(".")[2]
    return name.isdigit() or len(name) == 1


def _by_stage(table: ast.Dict, found: Trace) -> dict[str, Span]:
    """Keys are stages, by their last name or their path; values may be dictionaries of their blocks."""
    rows: dict[str, Span] = {}
    stages = _places(found, STAGE)
    blocks = [path for path, at in levels(found.settings).items() if at == BLOCK]
    for key, value in _items(table):
        for path in (*stages, *blocks):
            if key in (path, path.rpartition(".")[2] if path in stages else path):
                rows[path] = _span(value, key_line(table, value))
                if isinstance(value, ast.Dict):
                    rows |= {f"{path}.{k}": _span(v, key_line(value, v)) for k, v in _items(value) if f"{path}.{k}" in blocks}
        if key.endswith("."):  # f"stages.entry.{i}": the rows of a stage's blocks
            stage = key[:-1]
            if stage in stages:
                rows.setdefault(stage, _span(value, value.lineno))
    covered = [s for s in stages if s in rows or any(r.startswith(s + ".") for r in rows)]
    if len(covered) * 2 < len(stages) or not rows:
        return {}
    last: dict[str, Span] = {}
    for path in stages:
        own = [rows[b] for b in rows if b.startswith(path + ".")]
        if path not in rows and own:
            last[path] = own[0]
    return rows | last


def _items(table: ast.Dict) -> list[tuple[str, ast.expr]]:
    """Keys as texts; of an unpacked comprehension the fixed start of its keys."""
    found = []
    for key, value in zip(table.keys, table.values, strict=True):
        if isinstance(key, ast.Constant):
            found.append((str(key.value), value))
        elif key is None and isinstance(value, ast.DictComp) and isinstance(value.key, ast.JoinedStr):
            start = value.key.values[0]
            if isinstance(start, ast.Constant):
                found.append((str(start.value), value))
    return found


def key_line(table: ast.Dict, value: ast.expr) -> int:
    """The line of a value's key."""
    for key, each in zip(table.keys, table.values, strict=True):
        if each is value and key is not None:
            return key.lineno
    return value.lineno


def _by_preset(table: ast.Dict, plain: Trace, found: Trace) -> dict[str, Span]:
    """Keys are part of the presets' names; a row holds a value for each stage, or the values of the only one."""
    preset = plain.preset
    stages = _places(found, STAGE)
    names = re.split(r"[_\W]+", preset)
    for key, value in _items(table):
        named = key == preset or key in names or re.search(rf"(?<!\d){re.escape(key)}(?!\d)", preset)
        if isinstance(value, ast.Tuple) and named:
            numbers = [e for e in value.elts if isinstance(e, ast.Constant)]
            if len(numbers) == len(stages) or len(stages) == 1:
                return {"": _span(value, key_line(table, value)), **{s: _span(value, key_line(table, value)) for s in stages}}
    return {}


def _by_block(elements: list[ast.expr], plain: Trace, found: Trace) -> dict[str, Span]:
    """As many rows as the preset has blocks; a further block of a stage is like the stage's last."""
    blocks = _places(plain, BLOCK)
    if len(elements) != len(blocks) or len(elements) < 2:
        return {}
    known = {path: _span(element, element.lineno) for path, element in zip(blocks, elements, strict=True)}
    rows: dict[str, Span] = {}
    for stage in _places(found, STAGE):
        own = [known[b] for b in blocks if b.startswith(stage + ".")]
        if own:
            rows[stage] = (own[0][0], own[-1][1])
            here = [b for b in _places(found, BLOCK) if b.startswith(stage + ".")]
            rows |= {b: known.get(b, own[-1]) for b in here}
    return rows


def _span(value: ast.expr, first: int) -> Span:
    return first, value.end_lineno or value.lineno
