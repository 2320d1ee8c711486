"""Remarks from reviews that a machine can check. Each rule says in its message what to do instead."""

from __future__ import annotations

import ast
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
FILE_LINES = 400
CLASS_METHODS = 20
# Qt calls these on a widget, an item or a model; overriding them is not the class growing.
QT_OVERRIDE = re.compile(r"^[a-z]+(?:[A-Z][a-zA-Z]*)?$")
QT_PLAIN = {"paint", "event", "data", "flags", "index", "parent", "shape"}
TIMED_WAITS = {"sleep", "qWait", "qSleep"}
SOURCES = [
    path
    for folder in ("models", "explorer", "tests", "benchmarks", "scripts")
    for path in sorted((REPOSITORY / folder).rglob("*.py"))
] + [path for path in [REPOSITORY / "main.py"] if path.exists()]
MODEL_TOOLS = {
    "__init__.py", "knobs.py", "registry.py", "blocks.py", "common.py", "declaration.py", "initialisation.py", "training.py",
    "user_library.py", "paper.py",
}
MODEL_FILES = [path for path in sorted((REPOSITORY / "models").glob("*.py")) if path.name not in MODEL_TOOLS]


def _name(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


sources = pytest.mark.parametrize("path", SOURCES, ids=_name)


@sources
def test_file_is_of_a_readable_size(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= FILE_LINES, f"{lines} lines: one room or several? Look for the seam"


@sources
def test_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(_tree(path)), "the first line of a module says what it is for"


@sources
def test_no_error_is_swallowed(path: Path) -> None:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ExceptHandler) and all(isinstance(line, ast.Pass) for line in node.body):
            pytest.fail(f"line {node.lineno}: an error is swallowed; contextlib.suppress with the narrow class, and the reason")


@sources
def test_class_has_few_methods(path: Path) -> None:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ClassDef):
            methods = [m.name for m in _methods(node) if not _qt_override(m.name)]
            assert len(methods) <= CLASS_METHODS, f"{node.name} has {len(methods)} methods: does it hold two things?"


def _methods(node: ast.ClassDef) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (item for item in node.body if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef))


def _qt_override(name: str) -> bool:
    """snake_case is ours, camelCase is Qt's."""
    return name in QT_PLAIN or (QT_OVERRIDE.match(name) is not None and name != name.lower())


@pytest.mark.parametrize("path", [path for path in SOURCES if "tests" in path.parts], ids=_name)
def test_tests_wait_for_a_condition(path: Path) -> None:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            assert called not in TIMED_WAITS, f"line {node.lineno}: wait for a signal or a predicate, not for milliseconds"


def test_no_path_of_this_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=REPOSITORY, capture_output=True, text=True, check=False,
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    private = [text for text in (str(REPOSITORY), str(Path.home())) if len(text) > len(os.sep) + 4]
    for name in listed.stdout.split("\n"):
        path = REPOSITORY / name
        if not name or not path.is_file() or b"\0" in (content := path.read_bytes()):
            continue
        for text in private:
            assert text.encode() + b"/" not in content, f"{name} holds {text}, which a reader elsewhere does not have"


@pytest.mark.parametrize("path", MODEL_FILES, ids=_name)
def test_model_cites_its_paper_and_names_its_deviations(path: Path) -> None:
    text = ast.get_docstring(_tree(path)) or ""
    assert re.search(r"arXiv:\d{4}\.\d{4,5}|https?://|doi:|NIPS|CVPR|ICLR|ICCV|ECCV", text), "name the paper, with arXiv number"
    assert "DEVIATION" in text or "No deviation" in text, "say DEVIATION and where, or 'No deviation'"


def test_readme_names_commands_that_exist() -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z][a-z-]*)", " ".join(re.findall(r"`[^`]+`|```.*?```", readme, re.DOTALL))))
    assert named, "README names no make command"
    assert named <= targets, f"README names commands that the Makefile lacks: {sorted(named - targets)}"


def test_readme_shows_files_that_exist() -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    linked = re.findall(r"\]\((?!https?://|#)([^)#]+)", readme)
    absent = [name for name in linked if not (REPOSITORY / name).exists()]
    assert linked
    assert absent == [], f"README links to files that are not there: {absent}"


def test_pins_agree_with_the_ranges() -> None:
    pins = dict(
        line.split("==") for line in (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").splitlines() if "==" in line
    )
    assert pins["torch"] == "2.13.0"
    assert pins["PySide6_Essentials"] == pins["shiboken6"] == "6.11.3"
    assert all("+" not in version for version in pins.values()), "a local version (+cpu) would keep other builds out"
