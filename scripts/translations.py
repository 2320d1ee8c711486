"""The window's translations: gathers every text that is shown, refreshes the .ts file, compiles the .qm file.

Qt's own lupdate reads calls of ``tr`` with a literal. Here many texts stand elsewhere: sentences of the engine and the core as
[template, argument, …], tables of actions, columns, rules and knobs, and words that small functions of a module translate. So
this script reads the syntax trees and the tables, writes what it found as one file of plain calls, and lets lupdate merge that.

    scripts/translations.py            refresh and compile (make translations)
    scripts/translations.py --missing  the texts without a finished translation, as JSON
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TypeGuard
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from explorer import parquet  # noqa: E402
from explorer.core import (  # noqa: E402
    advice,
    columns,
    compare,
    conventions,
    history,
    micro,
    operators,
    paper_sweeps,
    query,
    rules,
    store,
    sweep_rows,
    turns,
)
from explorer.core.actions import ACTIONS, KEYS, MENUS  # noqa: E402
from explorer.core.catalogue import read_catalogue  # noqa: E402
from explorer.views import cost_time  # noqa: E402
from explorer.views.cost_quantities import QUANTITIES  # noqa: E402
from explorer.views.export_dialog import CHECKS  # noqa: E402
from explorer.views.sweep_budget import SHORT  # noqa: E402
from explorer.views.sweep_tab import STATES  # noqa: E402
from explorer.views.words import LINE  # noqa: E402

FOLDER = ROOT / "resources" / "i18n"
TS = FOLDER / "architecture_explorer_ko.ts"
QM = TS.with_suffix(".qm")
ENGINE = "engine"
PLACE = re.compile(r"{\d*}")  # of an argument
SENTENCES = ("BadInput", "WorkerError")  # made of a template and its arguments
CODE_OR_COMMANDS = {"cli", "python", "training.py"}  # what is said on the command line alone, or is a line of a Python file
Texts = frozenset[tuple[str, str]]  # (context, English text)


class UntranslatableError(Exception):
    """A text is put together before it is translated, or its context cannot be told; the message names file and line."""


@cache
def gather() -> Texts:
    """Every text that the window may show, with its context."""
    found, templates = set(_tables()), set[str]()
    files = [path for room in ("explorer", "models") for path in sorted((ROOT / room).rglob("*.py"))]
    modules = [Module(path, ast.parse(path.read_text(encoding="utf-8"))) for path in files]
    wrappers = {name: each.wrappers() for each in modules for name in (each.name,)}
    for module in modules:
        if not CODE_OR_COMMANDS & set(module.path.parts):
            found |= set(module.sentences())
            templates |= set(module.templates())
        if "views" in module.path.parts or "session" in module.path.parts or module.path.name in ("app.py", "draw.py"):
            found |= set(module.calls(wrappers))
    found |= {(ENGINE, text) for text in templates - {text for _, text in found}}
    return frozenset(each for each in found if re.search(r"[^\W\d_]", PLACE.sub("", each[1])) and not each[1].startswith("--"))


def _tables() -> Iterator[tuple[str, str]]:
    """What stands in tables."""
    for row in ACTIONS:
        yield from (("actions", text) for text in (row.text, row.sentence, row.why_not))
    for key in KEYS:
        yield from (("actions", text) for text in (key.where, key.sentence))
        if re.search(r"\b[a-z]{4}", key.keys):  # drag, wheel: not only names of keys
            yield "actions", key.keys
    yield from (("actions", menu) for menu in MENUS)
    for rule in rules.RULES.values():
        yield from ((ENGINE, text) for text in (rule.title, rule.short, rule.sentence))
    yield from ((ENGINE, reason) for reason, _source in advice.REASONS.values())
    yield from ((ENGINE, each.sentence) for each in conventions.CONVENTIONS.values())
    for column in columns.COLUMNS:
        yield from (("layers", text) for text in (column.title, column.unit, column.sentence))
    for quantity in compare.QUANTITIES:
        yield from (("compare", text) for text in (quantity.title, quantity.sentence))
    yield from (("compare", unit) for unit in (compare.PERCENT, compare.POINTS))
    for each in history.COLUMNS:
        yield from (("history", text) for text in (each.title, each.sentence))
    yield from (("query", meaning) for _example, meaning in query.HELP)
    swept = (*(quantity.title for quantity in sweep_rows.QUANTITIES), *SHORT.values(), *STATES.values())
    yield from (("sweep", text) for text in swept)
    yield from (("export", check) for check in CHECKS)
    for shown in QUANTITIES:
        yield "CostChart", shown.title
    yield from (("CostChart", text) for text in (cost_time.TITLE, cost_time.NOT_MEASURED))
    yield from ((ENGINE, text) for text in (LINE, parquet.WHY_NOT, *store.REFUSALS))
    yield from (("operators", title) for title in operators.TITLES.values())
    yield from (("micro", title) for title in micro.OVER.values())
    yield from (("turns", word) for word in turns.VERDICTS.values())
    yield from (("SweepDialog", text) for sweep in paper_sweeps.PAPER_SWEEPS for text in (sweep.title, sweep.note))
    for architecture in read_catalogue().architectures:
        for spec in architecture.knobs.values():
            yield from (("knobs", text) for text in (spec.title, spec.sentence))


@dataclass(frozen=True)
class Module:
    """One file's syntax tree."""

    path: Path
    tree: ast.Module

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Every node of the tree."""
        return list(ast.walk(self.tree))

    @property
    def name(self) -> str:
        """``explorer.views.words``."""
        return ".".join(self.path.relative_to(ROOT).with_suffix("").parts)

    def wrappers(self) -> dict[str, str]:
        """Functions of one parameter that translate it, and their context."""
        found = {}
        for node in self.nodes:
            if isinstance(node, ast.FunctionDef) and len(node.args.args) == 1:
                parameter = node.args.args[0].arg
                for call in ast.walk(node):
                    if _is_translate(call) and isinstance(call.args[1], ast.Name) and call.args[1].id == parameter:
                        found[node.name] = self._literal(call.args[0])[0]
        return found

    def calls(self, wrappers: dict[str, dict[str, str]]) -> Iterator[tuple[str, str]]:
        """The texts of ``self.tr``, ``translate(context, text)`` and of functions that wrap it, here or imported."""
        mine = dict(wrappers[self.name])
        for node in self.nodes:
            if isinstance(node, ast.ImportFrom) and node.module in wrappers:
                mine |= {a.asname or a.name: wrappers[node.module][a.name] for a in node.names if a.name in wrappers[node.module]}
        yield from self._within(self.tree, "", mine)

    def _within(self, node: ast.AST, owner: str, wrappers: dict[str, str]) -> Iterator[tuple[str, str]]:
        for child in ast.iter_child_nodes(node):
            yield from self._within(child, child.name if isinstance(child, ast.ClassDef) else owner, wrappers)
        if not isinstance(node, ast.Call):
            return
        function = node.func
        if isinstance(function, ast.Attribute) and function.attr == "tr":
            if not (isinstance(function.value, ast.Name) and function.value.id == "self" and owner):
                raise UntranslatableError(f"{self.path}:{node.lineno}: tr() of another object: whose context is not known here")
            if not _is_name(node.args[0]):
                yield from ((owner, text) for text in self._literal(node.args[0]))
        elif _is_translate(node):
            context = self._literal(node.args[0])[0]
            if not _is_name(node.args[1]):  # of a table, or a wrapper's parameter
                yield from ((context, text) for text in self._literal(node.args[1]))
        elif isinstance(function, ast.Name) and function.id in wrappers and node.args and not _is_name(node.args[0]):
            yield from ((wrappers[function.id], text) for text in self._literal(node.args[0]))

    def templates(self) -> Iterator[str]:
        """Every text with a place for an argument, wherever it stands: one that no call translates is a sentence's."""
        said = {id(node.value) for node in self.nodes if isinstance(node, ast.Expr)}  # docstrings
        for node in self.nodes:
            if isinstance(node, ast.keyword) and node.arg == "names":  # what a paper calls its rows
                said |= {id(each) for each in ast.walk(node)}
        for node in self.nodes:
            text = node.value if isinstance(node, ast.Constant) and id(node) not in said else None
            if isinstance(text, str) and re.search(r"(?<!{){\d}", text) and re.search(r"[a-z]{2}", text) and " " in text.strip():
                yield text

    def _literal(self, node: ast.expr) -> list[str]:
        """The texts of a literal, or of each branch of a condition."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return [node.value]
        if isinstance(node, ast.IfExp):
            return [*self._literal(node.body), *self._literal(node.orelse)]
        if isinstance(node, ast.BoolOp):
            return [text for each in node.values if not _is_name(each) for text in self._literal(each)]
        raise UntranslatableError(f"{self.path}:{node.lineno}: only a literal can be translated, not {ast.unparse(node)}")

    def sentences(self) -> Iterator[tuple[str, str]]:
        """Templates of errors, reasons why values are left out, and lists that hold one sentence."""
        for node in self.nodes:
            if isinstance(node, ast.Call) and _name(node.func) == "among" and len(node.args) > 2:
                yield from ((ENGINE, text) for text in self._literal(node.args[2]))
            if isinstance(node, ast.Call) and node.args and _name(node.func) in SENTENCES:
                first = node.args[0]
                if isinstance(first, ast.Constant | ast.IfExp):
                    yield from ((ENGINE, text) for text in self._literal(first))
                elif isinstance(first, ast.JoinedStr) or (isinstance(first, ast.BinOp) and not _is_name(first.right)):
                    raise UntranslatableError(f"{self.path}:{node.lineno}: a sentence is put together before it is translated")
            if isinstance(node, ast.List | ast.Tuple) and node.elts and isinstance(node.elts[0], ast.Constant):
                text = node.elts[0].value
                alone = isinstance(node, ast.List) and len(node.elts) == 1
                if isinstance(text, str) and alone and _is_sentence(text):
                    yield ENGINE, text


def _is_translate(node: ast.AST) -> TypeGuard[ast.Call]:
    """QCoreApplication's, not a painter's."""
    return (
        isinstance(node, ast.Call) and len(node.args) == 2 and _name(node.func) in ("translate", "later")
        and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
    )


def _is_name(node: ast.expr) -> bool:
    """Something whose text stands elsewhere: in a table, or with who calls."""
    return isinstance(node, ast.Name | ast.Attribute | ast.Subscript | ast.Call)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""


def _is_sentence(text: str) -> bool:
    return " " in text.strip() and any(letter.islower() for letter in text) and not any(sign in text for sign in "*:#?")


def refresh(folder: Path = FOLDER) -> None:
    """Merge what was gathered into the .ts file: new texts come in unfinished, texts that are gone go."""
    target = folder / TS.name
    lines = [f"QCoreApplication.translate({json.dumps(c)}, {json.dumps(t)})" for c, t in sorted(gather())]
    with tempfile.TemporaryDirectory() as name:
        calls = Path(name) / "texts.py"
        calls.write_text("\n".join(lines) + "\n", encoding="utf-8")
        _run("lupdate", "-silent", "-locations", "none", "-no-obsolete", "-sort-messages", "-source-language", "en_GB",
             "-target-language", "ko_KR", str(calls), "-ts", str(target))


def compile_to(target: Path, source: Path = TS) -> None:
    """The .qm file of a .ts file."""
    _run("lrelease", "-silent", str(source), "-qm", str(target))


def missing(source: Path = TS) -> list[tuple[str, str]]:
    """(context, text) of the messages without a finished translation."""
    found = []
    for context in ElementTree.parse(source).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            if translation is None or not translation.text or translation.get("type"):
                found.append((context.findtext("name") or "", message.findtext("source") or ""))
    return found


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).parent / f"pyside6-{tool}"
    subprocess.run([str(program), *arguments], check=True, stdin=subprocess.DEVNULL)


def main() -> int:
    """Refresh and compile, or list what is missing."""
    if sys.argv[1:] == ["--missing"]:
        json.dump(missing(), sys.stdout, ensure_ascii=False, indent=0)
        return 0
    FOLDER.mkdir(exist_ok=True)
    refresh()
    compile_to(QM)
    left = missing()
    sys.stdout.write(f"{TS.relative_to(ROOT)}: {len(left)} texts without a finished translation\n")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
