"""The command line as scripts see it: documents on stdout, one line on stderr, exit codes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import models
from explorer import cli
from explorer.cli.child import ask_worker
from explorer.core.errors import ExplorerError
from explorer.core.recipe import Recipe, read_recipe, write_recipe
from explorer.export import deliver, verify

REPOSITORY = Path(__file__).resolve().parents[1]
SMALL = ("mobilenet_v2", "--set", "alpha=0.25", "--set", "resolution=64")
QUICK = ("--warmup-s", "0", "--min-runs", "5", "--min-s", "0")
Captured = pytest.CaptureFixture[str]


def _document(capsys: Captured, *words: str) -> dict[str, Any]:
    assert cli.main([*words, "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    document: dict[str, Any] = json.loads(out)
    return document


def _program(*words: str, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", *words], cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=120, **options
    )


def test_list(capsys: Captured) -> None:
    document = _document(capsys, "list")
    assert document["presets"] == [p["name"] for a in document["architectures"] for p in a["presets"]]
    assert sorted(document["presets"]) == sorted(models.presets())
    knobs = {k["name"]: k for a in document["architectures"] if a["name"] == "mobilenet_v2" for k in a["knobs"]}
    assert (knobs["alpha"]["minimum"], knobs["alpha"]["default"], knobs["expansion"]["default"]) == (0.1, 1.0, 6)
    assert [rule["name"] for rule in document["rules"]] == ["macs", "macs-no-fc", "macs-bias-bn", "flops"]


def test_analyse_of_the_preset(capsys: Captured) -> None:
    document = _document(capsys, "analyse", "mobilenet_v2")
    assert (document["params"], document["macs"]) == (3_504_872, 300_774_272)
    assert sum(layer["macs"] for layer in document["layers"]) == document["macs"]
    assert {"path", "type", "input", "output", "params", "macs", "runs"} <= set(document["layers"][0])


def test_settings_reach_the_network(capsys: Captured) -> None:
    document = _document(capsys, "analyse", *SMALL, "--at", "stages.5.1:expansion=3", "--at", "stages.3:activation.expand=silu")
    assert document["recipe"]["knobs"] == {"alpha": 0.25, "resolution": 64}
    assert document["recipe"]["at"] == {"stages.5.1": {"expansion": 3}, "stages.3": {"activation.expand": "silu"}}
    expanded = {layer["path"]: layer["output"][1] for layer in document["layers"] if layer["path"].endswith("expand.conv")}
    assert expanded["stages.5.1.expand.conv"] * 2 == expanded["stages.5.2.expand.conv"]
    assert {y["type"] for y in document["layers"] if y["path"].startswith("stages.3.") and "expand.act" in y["path"]} == {"SiLU"}


@pytest.mark.parametrize(("rho", "side"), [("0.714", 160), ("1", 224), ("0.5", 112)])
def test_rho_is_stored_as_resolution(capsys: Captured, rho: str, side: int) -> None:
    document = _document(capsys, "analyse", "mobilenet_v2", "--set", f"rho={rho}")
    assert document["input"] == [1, 3, side, side]
    assert document["recipe"]["knobs"] == ({} if side == 224 else {"resolution": side})


def test_a_value_that_a_compound_knob_would_change_is_kept(capsys: Captured) -> None:
    """φ = 3 brings α = 1.2; α = 1 beside it means 1, though 1 is also the preset's own."""
    document = _document(capsys, "analyse", "efficientnet_b0", "--set", "phi=3", "--set", "alpha=1")
    assert document["recipe"]["knobs"] == {"alpha": 1.0, "phi": 3}
    assert document["params"] == sum(p.numel() for p in models.build("efficientnet_b0", phi=3, alpha=1.0).parameters())
    brought = _document(capsys, "analyse", "efficientnet_b0", "--set", "phi=3", "--set", "alpha=1.2")
    assert brought["recipe"]["knobs"] == {"phi": 3}
    assert brought["params"] > document["params"]


def test_a_rule_changes_the_count(capsys: Captured) -> None:
    assert _document(capsys, "analyse", "mobilenet_v2", "--rule", "flops")["macs"] == 601_548_544


def test_a_recipe_file_stands_for_a_preset(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    recipe = Recipe.of("mobilenet_v2", {"alpha": 0.5}, {"stages.5.7": {"expansion": 3}})
    write_recipe(recipe, path)
    document = _document(capsys, "analyse", str(path))
    assert document["dormant"] == [["stages.5.7", "expansion"]], "a dormant override of a file stays in it"
    assert document["digest"] == read_recipe(path).digest()
    assert _document(capsys, "analyse", str(path), "--set", "alpha=1")["recipe"]["knobs"] == {}


def test_measure(capsys: Captured) -> None:
    document = _document(capsys, "measure", *SMALL, *QUICK, "--batch", "2")
    assert document["n"] == len(document["samples_ms"]) >= 5
    assert document["settings"] | {"threads": 1, "batch": 2, "device": "cpu", "min_runs": 5} == document["settings"]
    if sys.platform == "linux":
        assert document["fingerprint"]["malloc"]["MALLOC_MMAP_THRESHOLD_"]
    assert document["recipe"]["knobs"] == {"alpha": 0.25, "resolution": 64}


def test_export(capsys: Captured, tmp_path: Path) -> None:
    document = _document(capsys, "export", *SMALL, "-o", str(tmp_path / "net.onnx"), "--batch", "2", "--opset", "17")
    assert (document["batch"], document["opset"], document["checker"]) == (2, 17, "full check passed")
    assert [p.name for p in tmp_path.iterdir()] == ["net.onnx"]


def test_export_as_python(capsys: Captured, tmp_path: Path) -> None:
    document = _document(capsys, "export", *SMALL, "-o", str(tmp_path / "net.py"))
    assert (document["format"], document["classes"][-1]) == ("python", "MobileNetV2")
    assert all(check["passed"] for check in document["checks"])
    assert document["training"]["optimizer"] == "RMSProp, decay 0.9"
    assert [p.name for p in tmp_path.iterdir()] == ["net.py"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("list",), ["mobilenet_v2", "MobileNetV2", "2018"]),
        (("analyse", "mobilenet_v2"), ["stages.5.1.depthwise.conv", "300.8 M", "3.50 M", "MACs"]),
        (("measure", *SMALL, *QUICK), ["median", "PyTorch eager", "ms"]),
        (("export", *SMALL, "-o", "net.onnx"), ["SHA-256", "full check passed", "relative"]),
        (("export", *SMALL, "-o", "net.py"), ["SHA-256", "InvertedResidual, MobileNetV2", "first weights", "relative"]),
    ],
)
def test_without_json_a_table_is_printed(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], expected: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(words) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert [word for word in expected if word not in out] == []
    assert not any(line.endswith(" ") for line in out.splitlines())


FILES = {
    "empty.json": "", "list.json": "[]", "old.json": '{"format": "architecture-explorer/recipe", "version": 99, "preset": "x"}',
    "foreign.json": '{"format": "architecture-explorer/recipe", "version": 1, "preset": "mobilnet_v2"}',
    "illegal.json": '{"format": "architecture-explorer/recipe", "version": 1, "preset": "mobilenet_v2", "knobs": {"alpha": NaN}}',
}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("", "COMMAND"), ("analyze mobilenet_v2", "invalid choice: 'analyze'"), ("analyse", "PRESET|RECIPE.json"),
        ("analyse mobilenet_v2 --jso", "--jso"), ("list --set alpha=1", "--set"), ("worker cook", "engine, bench, export"),
        ("analyse mobilenetv2", "did you mean mobilenet_v2"), ("analyse qqq", "no preset named qqq; main.py list"),
        ("analyse mobilenet_v2 --set alpha", "alpha is not KNOB=VALUE"), ("analyse mobilenet_v2 --set =3", "not KNOB=VALUE"),
        ("analyse mobilenet_v2 --set alhpa=1", "did you mean alpha?"),
        ("analyse mobilenet_v2 --set t=3", "did you mean expansion?"),
        ("analyse mobilenet_v2 --set alpha=9", "0.1 to 2"), ("analyse mobilenet_v2 --set alpha=", "not a number"),
        ("analyse mobilenet_v2 --set alpha=nan", "alpha = nan"), ("analyse mobilenet_v2 --set resolution=31", "32 to 600 px"),
        ("analyse mobilenet_v2 --set resolution=64.5", "not a number"), ("analyse mobilenet_v2 --set groups=7", "it must divide"),
        ("analyse mobilenet_v2 --set activation.project=tanh", "relu6"),
        ("analyse mobilenet_v2 --set shuffle=maybe", "true, false"),
        ("analyse mobilenet_v2 --set stride=2", "per stage"), ("analyse mobilenet_v2 --set rho=0", "a number above 0"),
        ("analyse mobilenet_v2 --set rho=3", "672 px; allowed: whole numbers 32 to 600 px"),
        ("analyse mobilenet_v2 --at stages.5.1:rho=1", "--set rho=1"),
        ("analyse mobilenet_v2 --at stages.5.1", "PLACE:KNOB=VALUE"),
        ("analyse mobilenet_v2 --at stages.5.9:expansion=3", "no place stages.5.9 in this network; did you mean stages.5"),
        ("analyse mobilenet_v2 --at stages.1.0:shuffle=on", "nothing at stages.1.0 uses shuffle; knobs there"),
        ("analyse mobilenet_v2 --at stages.5:resolution=96", "acts on the whole network"),
        ("measure mobilenet_v2 --at stages.5.9:expansion=3", "no place stages.5.9"),
        ("export mobilenet_v2 --at stages.5.9:expansion=3 -o x.onnx", "no place stages.5.9"),
        ("analyse mobilenet_v2 --rule macs2", "macs, macs-no-fc, macs-bias-bn, flops"), ("analyse absent.json", "No such file"),
        ("analyse .", "no preset named ."), ("analyse empty.json", "not valid JSON"), ("analyse list.json", "not a recipe"),
        ("analyse old.json", "version 99"), ("analyse foreign.json", "did you mean mobilenet_v2"),
        ("analyse illegal.json", "alpha = nan"), ("measure old.json", "version 99"), ("export old.json -o x.onnx", "version 99"),
        ("measure mobilenet_v2 --threads 0", "threads = 0"), ("measure mobilenet_v2 --threads two", "invalid int value"),
        ("measure mobilenet_v2 --threads 9999", "threads = 9999"), ("measure mobilenet_v2 --batch 0", "batch = 0"),
        ("measure mobilenet_v2 --device tpu:7", "there are: cpu"), ("measure mobilenet_v2 --dtype int8", "dtype = int8"),
        ("measure mobilenet_v2 --set groups=7", "it must divide"), ("measure mobilenet_v2 --max-s nan", "max_s = nan"),
        ("export mobilenet_v2", "-o/--output"), ("export mobilenet_v2 -o absent/x.onnx", "no folder absent"),
        ("export mobilenet_v2 -o .", "it is a folder"), ("export mobilenet_v2 -o x.onnx --batch two", "--batch two"),
        ("export mobilenet_v2 -o x.onnx --batch 0", "batch = 0"), ("export mobilenet_v2 -o x.onnx --opset 7", "13 to 23"),
        ("export mobilenet_v2 -o x.onnx --seed -1", "seed = -1"), ("export qqq -o x.onnx", "no preset named qqq"),
        ("export mobilenet_v2 -o x.txt", ".onnx for ONNX, .py for Python"),
        ("export mobilenet_v2 -o x.py --batch 2", "--batch is for ONNX"),
        ("export mobilenet_v2 -o absent/x.py", "no folder absent"),
    ],
)
def test_bad_input_is_one_clear_line(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, named: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in FILES.items():
        (tmp_path / name).write_text(content)
    assert cli.main(words.split()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.endswith("\n")
    assert err.startswith("main.py: ")
    assert named in err
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(FILES)


def test_interrupted_export_leaves_no_file(capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(content: bytes) -> str:
        before = signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background a shell has it ignored
        try:
            signal.raise_signal(signal.SIGINT)
        finally:
            signal.signal(signal.SIGINT, before)
        return ""

    monkeypatch.setattr(verify, "full_check", interrupt)
    assert cli.main(["export", *SMALL, "-o", str(tmp_path / "net.onnx")]) == 130
    assert capsys.readouterr() == ("", "main.py: interrupted; nothing was written\n")
    assert list(tmp_path.iterdir()) == []


def test_a_fault_is_a_sentence_with_a_hint(capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("two\nlines")

    monkeypatch.setattr(deliver, "weighted", fail)
    words = ["export", *SMALL, "-o", str(tmp_path / "net.onnx")]
    assert cli.main(words) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "two lines" in err
    assert cli.TRACEBACK_VARIABLE in err
    monkeypatch.setenv(cli.TRACEBACK_VARIABLE, "1")
    assert cli.main(words) == 1
    assert "ZeroDivisionError" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("child", "named"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "was killed (SIGKILL, perhaps for want of memory)"),
        ("import sys; sys.exit('out of paper')", "exit code 1 before it could finish: out of paper"),
        ("import sys; sys.stdin.readline(); print('{\"hello\": {}}')", "exit code 0"),
    ],
)
def test_the_death_of_the_measuring_process_is_reported(child: str, named: str) -> None:
    with pytest.raises(ExplorerError) as caught:
        ask_worker("bench", {"job": "measure"}, os.environ, [sys.executable, "-c", child])
    assert named in str(caught.value)


def test_the_program_prints_json_and_nothing_else() -> None:
    done = _program("analyse", "mobilenet_v2", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["macs"] == 300_774_272


def test_help_and_bad_input_of_the_program() -> None:
    done = _program("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert all(command in done.stdout for command in ("list", "analyse", "measure", "export"))
    done = _program("analyse", "mobilenet_v2", "--set", "groups=7")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_a_reader_that_leaves_is_no_error() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "main.py", "list"], cwd=REPOSITORY, stdout=write, stderr=subprocess.PIPE, check=False, timeout=60
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


def test_analyse_says_what_is_published_of_exactly_this_recipe(capsys: Captured) -> None:
    document = _document(capsys, "analyse", "mobilenet_v2", "--set", "alpha=1.4")
    first = document["published"][0]
    assert (first["kind"], first["table"], first["macs_m"], first["our_macs"]) == ("paper", "Table 4", 585, document["macs"])
    assert _document(capsys, "analyse", "mobilenet_v2", "--set", "alpha=1.39")["published"] == []


def test_analyse_prints_the_published_figures_beside_ours(capsys: Captured) -> None:
    assert cli.main(["analyse", "mobilenet_v2"]) == 0
    out = capsys.readouterr().out
    assert "paper 300 M, ours 300.8 M, +0.3 % (MobileNetV2, Table 4)" in out
    assert "top-1 72.0 %, weights of the source (MobileNetV2, Table 4)" in out
    assert cli.main(["analyse", *SMALL]) == 0
    assert "published" not in capsys.readouterr().out
