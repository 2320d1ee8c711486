"""``main.py analyse … --shares``: the table in a terminal, as files, in the JSON; a wrong format is refused."""

from __future__ import annotations

import csv
import io
import json

import pytest

from explorer.cli import main as run


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(["analyse", "mobilenet_v1", *words]) == 0
    return capsys.readouterr().out


def test_table_2_in_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line.split() for line in printed(capsys, "--shares").splitlines()]
    assert ["1×1", "13", "539,492,352", "94.86", "3,139,584", "74.19", "3,139,584", "74.59"] in lines
    assert ["total", "55", "568,740,352", "100.00", "4,231,976", "100.00", "4,209,088", "100.00"] in lines


def test_csv_holds_the_rule_and_adds_up(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "--shares", "--format", "csv", "--rule", "flops")
    notes = [line for line in text.splitlines() if line.startswith("#")]
    assert any("Counting rule: flops" in note for note in notes)
    rows = list(csv.DictReader(io.StringIO("".join(line + "\n" for line in text.splitlines() if not line.startswith("#")))))
    assert sum(int(row["FLOPs"]) for row in rows) == 2 * 568_740_352
    assert sum(int(row["params"]) for row in rows) == 4_231_976


@pytest.mark.parametrize(("form", "sign"), [("markdown", "| 1×1"), ("latex", r"\toprule")])
def test_for_papers(capsys: pytest.CaptureFixture[str], form: str, sign: str) -> None:
    assert sign in printed(capsys, "--shares", "--format", form)


def test_the_json_has_them_always(capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(printed(capsys, "--json"))
    assert sum(share["macs"] for share in document["shares"]) == document["macs"]
    assert {share["kind"] for share in document["shares"]} == {"pointwise", "depthwise", "standard", "linear", "other"}


def test_an_unknown_format_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["analyse", "mobilenet_v1", "--shares", "--format", "xls"]) == 2
    assert "xls" in capsys.readouterr().err
