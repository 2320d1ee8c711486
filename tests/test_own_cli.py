"""Own architectures on the command line: documents on stdout, failures listed, files that hang or crash hurt nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import onnx
import pytest

from explorer.core.errors import ExplorerError
from explorer.core.own import own_files
from explorer.core.recipe import Recipe, write_recipe
from explorer.trial import LIMIT_VARIABLE, try_files
from tests.own_files import tiny, tiny_params

REPOSITORY = Path(__file__).resolve().parents[1]
QUICK = ("--warmup-s", "0", "--min-runs", "5", "--min-s", "0")


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", *words], cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=300
    )


def document(*words: str) -> dict[str, Any]:
    done = run(*words, "--json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "library"
    made.mkdir()
    (made / "mine.py").write_text(tiny("tiny"))
    (made / "broken.py").write_text("x = 1\nimport nothing_of_that_name\n")
    return made


def test_list_has_the_users_and_what_failed(folder: Path) -> None:
    found = document("list", "--library", str(folder))
    own = {a["name"]: a for a in found["architectures"] if a.get("origin") == "user"}
    assert (list(own), own["tiny"]["source_file"]) == (["tiny"], "mine.py")
    assert "tiny" in found["presets"]
    failed = [f for f in found["own_files"] if f["error"]]
    assert [f["file"] for f in failed] == ["broken.py"]
    assert "nothing_of_that_name" in failed[0]["details"]
    table = run("list", "--library", str(folder)).stdout
    assert "not loaded: broken.py" in table
    assert "line 2: ModuleNotFoundError" in table
    assert "text that must not" not in table


def test_analyse_measure_and_export_name_the_source(folder: Path, tmp_path: Path) -> None:
    words = ("tiny", "--set", "alpha=0.5", "--set", "activation.stem=silu", "--library", str(folder))
    analysis = document("analyse", *words)
    assert analysis["params"] == tiny_params(8)
    assert [y["type"] for y in analysis["layers"] if y["path"] == "stem.act"] == ["SiLU"]
    source = analysis["source"]
    assert (source["file"], len(source["sha256"])) == ("mine.py", 64)
    assert document("measure", *words, *QUICK)["source"] == source
    report = document("export", *words, "-o", str(tmp_path / "net.onnx"))
    assert report["source"] == source
    assert report["checker"] == "full check passed"
    metadata = {p.key: p.value for p in onnx.load(str(tmp_path / "net.onnx")).metadata_props}
    assert json.loads(metadata["architecture_explorer.source"]) == source
    assert str(folder).encode() not in (tmp_path / "net.onnx").read_bytes()


def test_what_is_wrong_with_the_library_is_one_line(folder: Path, tmp_path: Path) -> None:
    recipe = tmp_path / "mine.json"
    write_recipe(Recipe("quite_other"), recipe)
    for words, named in (
        (("analyse", "tiny", "--library", str(tmp_path / "absent")), "is not there"),
        (("analyse", "tiny", "--library", str(folder / "mine.py")), "is no folder"),
        (("analyse", "brokn", "--library", str(folder)), "not loaded: broken.py (line 2"),
        (("analyse", str(recipe)), "name its folder with --library DIR"),
        (("analyse", "tiny"), "no preset named tiny"),
    ):
        done = run(*words)
        assert done.returncode == 2
        assert done.stdout == ""
        said = [line for line in done.stderr.splitlines() if line.startswith("main.py: ")]
        assert len(said) == 1
        assert named in said[0]


def test_files_that_hang_or_crash_are_named_and_the_others_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIMIT_VARIABLE, "6")
    contents = {
        "a_exits.py": "import os\nos._exit(7)\n",
        "b_loops.py": "while True:\n    x = 1\n",
        "c_good.py": tiny("good"),
        "d_crashes.py": "import ctypes\nctypes.string_at(0)\n",
        "e_hangs_later.py": tiny("late").replace("x = self.stem(x)", "while True:\n            x = x"),
        "f_interrupts.py": "raise KeyboardInterrupt\n",
        "g_good.py": tiny("too"),
    }
    for name, content in contents.items():
        (tmp_path / name).write_text(content)
    report = {f.file: f for f in try_files(own_files(tmp_path))}
    assert list(report) == list(contents)
    assert report["a_exits.py"].sentence() == "importing it ends the process (exit code 7)"
    assert report["b_loops.py"].sentence() == "importing it takes longer than 6 s"
    if sys.platform == "linux":
        assert report["d_crashes.py"].sentence() == "importing it ends the process (SIGSEGV)"
    assert report["e_hangs_later.py"].sentence() == "importing it takes longer than 6 s"
    assert "ends the process" in report["f_interrupts.py"].sentence()
    assert report["c_good.py"].presets == ("good",)
    assert report["g_good.py"].presets == ("too",)


def test_a_trial_process_that_cannot_start_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text(tiny("tiny"))
    with pytest.raises(ExplorerError, match="cannot be tried: the trial process ends the process"):
        try_files(own_files(tmp_path), command=[sys.executable, "-c", "raise SystemExit(9)"])
