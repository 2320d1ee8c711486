"""``main.py compare`` as scripts see it: presets, recipe files and pins in one table; one line on stderr for what is wrong."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from explorer import cli
from explorer.core.compare_file import PinSet, write_pins
from explorer.core.recipe import Recipe, write_recipe
from explorer.core.weights import OwnAccuracy, WeightsFile

Captured = pytest.CaptureFixture[str]
THIN = Recipe.of("mobilenet_v2", {"alpha": 0.75, "resolution": 192})
BROKEN = Recipe.of("mobilenet_v2", {"groups": 7})


def _document(capsys: Captured, *words: str) -> dict[str, Any]:
    assert cli.main(["compare", *words, "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    document: dict[str, Any] = json.loads(out)
    return document


def _refused(capsys: Captured, *words: str) -> str:
    assert cli.main(["compare", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err


def _analysed(capsys: Captured, word: str, *more: str) -> dict[str, Any]:
    assert cli.main(["analyse", word, *more, "--json"]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


@pytest.mark.parametrize("rule", ["macs", "macs-no-fc", "macs-bias-bn", "flops"])
def test_every_row_is_what_analyse_says_under_that_rule(capsys: Captured, tmp_path: Path, rule: str) -> None:
    path = tmp_path / "thin.recipe.json"
    write_recipe(THIN, path)
    words = ("mobilenet_v1", str(path), "vgg16")
    document = _document(capsys, *words, "--rule", rule, "--precision", "float16")
    assert (document["rule"], document["precision"], document["baseline"]) == (rule, "float16", "mobilenet_v1")
    assert [row["name"] for row in document["rows"]] == ["mobilenet_v1", "thin", "vgg16"]
    found = [_analysed(capsys, word, "--rule", rule) for word in words]
    for row, analysis in zip(document["rows"], found, strict=True):
        assert row["params"] == analysis["params"] / 1e6
        assert row["macs"] == analysis["macs"] / 1e6
        assert row["peak"] == 2 * analysis["memory"]["peak"] / 1e6
        assert row["access"] == 2 * analysis["access"] / 1e6
        assert row["digest"] == analysis["digest"]
        assert sum(stage["macs"] for stage in row["stages"]) == analysis["macs"]
    assert document["rows"][0]["macs.delta"] is None
    assert document["rows"][2]["macs.delta"] == pytest.approx(100 * (found[2]["macs"] / found[0]["macs"] - 1))
    assert document["rows"][1]["changed"] == "α 0.75, ρ 192 px"


def test_pins_of_the_window_are_opened_with_their_baseline(capsys: Captured, tmp_path: Path) -> None:
    pins = PinSet().added("one", Recipe("mobilenet_v2")).added("two", THIN)
    write_pins(PinSet(pins.pins, pins.pins[1].key), tmp_path / "pins.json")
    document = _document(capsys, str(tmp_path / "pins.json"), "mobilenet_v2")
    assert [row["name"] for row in document["rows"]] == ["one", "two", "mobilenet_v2"]
    assert document["baseline"] == "two"
    assert _document(capsys, str(tmp_path / "pins.json"), "--baseline", "one")["baseline"] == "one"


def test_formats(capsys: Captured) -> None:
    words = ["compare", "mobilenet_v2", "mobilenet_v2", "vgg16", "--baseline", "mobilenet_v2 (2)"]
    assert cli.main([*words, "--format", "csv", "--columns", "name,macs"]) == 0
    lines = [line for line in capsys.readouterr().out.split("\r\n") if not line.startswith("#")]
    rows = list(csv.DictReader(io.StringIO("\r\n".join(lines))))
    assert [(row["name"], row["MACs (M)"]) for row in rows][:2] == [
        ("mobilenet_v2", "300.774272"), ("mobilenet_v2 (2)", "300.774272"),
    ]
    assert float(rows[2]["Δ MACs (%)"]) == pytest.approx(100 * (15_470_264_320 / 300_774_272 - 1))
    assert cli.main([*words, "--format", "latex"]) == 0
    assert r"\toprule" in capsys.readouterr().out
    assert cli.main([*words, "--format", "markdown"]) == 0
    assert "| mobilenet_v2 (2) |" in capsys.readouterr().out
    assert cli.main(words) == 0
    assert "Counting rule of every row: macs" in capsys.readouterr().out
    assert cli.main([*words, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["rows"][0]["top1"] == 72.0


def test_a_recipe_that_cannot_be_built_is_a_row_with_its_reason(capsys: Captured, tmp_path: Path) -> None:
    write_recipe(BROKEN, tmp_path / "broken.json")
    document = _document(capsys, str(tmp_path / "broken.json"), "mobilenet_v2")
    assert "groups = 7" in document["rows"][0]["refusal"]
    assert document["rows"][0]["macs"] is None
    assert document["baseline"] == "mobilenet_v2", "what cannot be built is no baseline unless it is asked for"
    assert "none of the recipes can be built: broken: groups = 7" in _refused(capsys, str(tmp_path / "broken.json"))


def test_an_accuracy_is_not_borrowed_by_an_edited_recipe(capsys: Captured, tmp_path: Path) -> None:
    write_recipe(Recipe.of("mobilenet_v2", {"alpha": 0.74}), tmp_path / "edited.json")
    rows = _document(capsys, "mobilenet_v2", str(tmp_path / "edited.json"))["rows"]
    assert (rows[0]["top1"], rows[0]["source"]) == (72.0, "published: MobileNetV2, Table 4")
    assert (rows[1]["top1"], rows[1]["source"], rows[1]["top1.delta"]) == (None, None, None)


def test_weights_that_are_gone_are_said(capsys: Captured, tmp_path: Path) -> None:
    own = OwnAccuracy(60.0, "Flowers", THIN.digest())
    write_recipe(THIN.with_weights(WeightsFile("gone.pth", "ab" * 32, own)), tmp_path / "thin.json")
    assert "gone.pth" in _refused(capsys, str(tmp_path / "thin.json"))


@pytest.mark.parametrize(("words", "said"), [
    (("nothing",), "no preset named nothing"),
    (("vgg16", "--rule", "x"), "no counting rule named x; there are: macs, macs-no-fc, macs-bias-bn, flops"),
    (("vgg16", "--precision", "x"), "no precision named x"),
    (("vgg16", "--columns", "x"), "no column named x; there are: name"),
    (("vgg16", "--format", "x"), "--format x is not allowed; allowed: text, csv, markdown, latex, json"),
    (("vgg16", "--format", "csv", "--json"), "--json and --format csv exclude each other"),
    (("vgg16", "--baseline", "x"), "there is no x to be the baseline; there are: vgg16"),
    (("vgg16", "--measure", "--threads", "0"), "threads"),
    (("missing.json",), "cannot read missing.json"),
    ((), "the following arguments are required"),
])
def test_what_is_wrong_is_said_in_a_line(capsys: Captured, words: tuple[str, ...], said: str) -> None:
    assert said in _refused(capsys, *words)


def test_a_broken_comparison_file_is_refused(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "pins.json"
    path.write_text(json.dumps(PinSet().to_json() | {"version": 9}), encoding="utf-8")
    assert "comparison version 9 cannot be read" in _refused(capsys, str(path))
    path.write_text("{", encoding="utf-8")
    assert "not valid JSON" in _refused(capsys, str(path))
    write_pins(PinSet(), path)
    assert "there is nothing to compare" in _refused(capsys, str(path))


def test_latencies_are_measured_on_request(capsys: Captured, tmp_path: Path) -> None:
    write_recipe(Recipe.of("mobilenet_v2", {"alpha": 0.25, "resolution": 64}), tmp_path / "small.json")
    document = _document(capsys, str(tmp_path / "small.json"), "--measure")
    [row] = document["rows"]
    assert document["conditions"] == "cpu, 1 thread, batch 1"
    assert 0 < row["p10"] <= row["latency"] <= row["p90"]
    assert _document(capsys, str(tmp_path / "small.json"))["rows"][0]["latency"] is None
