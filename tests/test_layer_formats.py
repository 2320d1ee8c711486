"""``analyse --format``: the layers for a spreadsheet, a README or a paper, with the conditions they hold under."""

from __future__ import annotations

import csv

import pytest

from explorer import cli
from explorer.analysis import analyse
from explorer.core.recipe import Recipe

SMALL = ("analyse", "mobilenet_v2", "--set", "alpha=0.25", "--set", "resolution=64")
RECIPE = Recipe.of("mobilenet_v2", {"alpha": 0.25, "resolution": 64})
Captured = pytest.CaptureFixture[str]


def printed(capsys: Captured, *words: str) -> str:
    assert cli.main([*SMALL, *words]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_csv_has_every_layer_and_its_conditions(capsys: Captured) -> None:
    lines = printed(capsys, "--format", "csv", "--rule", "flops").splitlines()
    notes = [line for line in lines if line.startswith("# ")]
    analysis = analyse(RECIPE, "flops")
    rows = list(csv.DictReader(lines[len(notes):]))
    assert [row["layer"] for row in rows] == [layer["path"] for layer in analysis["layers"]]
    assert [int(row["FLOPs"]) for row in rows] == [layer["macs"] for layer in analysis["layers"]]
    said = "\n".join(notes)
    for fact in (RECIPE.digest(), "mobilenet_v2", "alpha=0.25", "Counting rule: flops", "3×64×64", "Units:"):
        assert fact in said


def test_columns_are_chosen_and_bytes_are_at_a_precision(capsys: Captured) -> None:
    lines = printed(capsys, "--format", "csv", "--columns", "path,activation_bytes", "--precision", "int8").splitlines()
    rows = list(csv.reader(line for line in lines if not line.startswith("#")))
    analysis = analyse(RECIPE)
    assert rows == [["layer", "activations (bytes, int8)"],
                    *([layer["path"], str(layer["activations"])] for layer in analysis["layers"])]


@pytest.mark.parametrize("words", [("--columns", "path,nothing"), ("--precision", "float8"), ("--columns", "path", "--shares")])
def test_a_column_or_precision_there_is_not_is_refused(capsys: Captured, words: tuple[str, ...]) -> None:
    assert cli.main(["analyse", "mobilenet_v2", "--format", "csv", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1


@pytest.mark.parametrize(("name", "start", "ending"), [("markdown", "<!--", "|"), ("latex", "% ", r"\end{landscape}")])
def test_tables_for_text_end_with_the_totals(capsys: Captured, name: str, start: str, ending: str) -> None:
    text = printed(capsys, "--format", name)
    assert text.startswith(start)
    assert text.rstrip().endswith(ending)
    analysis = analyse(RECIPE)
    totals = next(line for line in reversed(text.splitlines()) if "total" in line)
    assert f"{analysis['macs']:,}" in totals
    assert f"{analysis['params']:,}" in totals
    assert RECIPE.digest() in text


def test_the_default_stays(capsys: Captured) -> None:
    assert printed(capsys) == printed(capsys, "--format", "table")


@pytest.mark.parametrize("words", [("--format", "xls"), ("--format", "csv", "--json")])
def test_what_makes_no_sense_is_refused(capsys: Captured, words: tuple[str, ...]) -> None:
    assert cli.main([*SMALL, *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "--format" in err
