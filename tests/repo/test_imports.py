"""The window's process never loads torch, and the import contracts that say so are all there."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
HEAVY = ("torch", "onnx", "onnxruntime", "torchinfo", "models", "explorer.analysis", "explorer.measure", "explorer.export",
         "explorer.worker_jobs", "explorer.weights")
QT = ("PySide6", "pyqtgraph", "shiboken6")


def _loaded_by(module: str) -> set[str]:
    """Names in sys.modules after a fresh interpreter has imported the module."""
    program = f"import sys, {module}; print('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def _exists(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def test_every_room_stands_in_a_contract() -> None:
    tool = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    assert set(tool["root_packages"]) == {"models", "explorer"}
    named = {module for contract in tool["contracts"] for key in ("source_modules", "layers") for module in contract.get(key, [])}
    rooms = {f"explorer.{path.parent.name}" for path in (REPOSITORY / "explorer").glob("*/__init__.py")}
    assert rooms - named == set(), "rooms without an import contract"


@pytest.mark.parametrize("module", ["main", "explorer.app", "explorer.session", "explorer.views"])
def test_the_window_loads_neither_torch_nor_the_library(module: str) -> None:
    assert _exists(module), f"{module} is missing"
    assert _loaded_by(module) & set(HEAVY) == set()


def test_the_window_loads_no_database_before_it_needs_one() -> None:
    assert _loaded_by("explorer.views.window") & {"sqlite3", "explorer.core.store", "pyarrow"} == set()


@pytest.mark.parametrize(
    "module", ["models", "explorer.analysis", "explorer.measure", "explorer.export", "explorer.worker", "explorer.cli"]
)
def test_the_workers_load_no_qt(module: str) -> None:
    assert _exists(module), f"{module} is missing"
    assert _loaded_by(module) & set(QT) == set()


def test_the_core_loads_the_standard_library_only() -> None:
    core = [f"explorer.core.{path.stem}" for path in (REPOSITORY / "explorer" / "core").glob("*.py") if path.stem != "__init__"]
    loaded = {name.split(".")[0] for name in _loaded_by(", ".join(core))}
    foreign = {name for name in loaded if name not in sys.stdlib_module_names and not name.startswith(("_", "explorer"))}
    assert foreign <= {"sitecustomize", "usercustomize"}
