"""``main.py history``: what was measured is listed, filtered, written to files that can be read back, and deleted."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from explorer.cli import main
from explorer.core.recipe import Recipe
from explorer.core.store import Store
from tests.core.stored import measurement

WIDE = Recipe.of("mobilenet_v2", {"alpha": 1.4}, {"stages.3": {"expansion": 4}})
THIN = Recipe.of("mobilenet_v2", {"alpha": 0.5})


@pytest.fixture
def uids(measurements_of_its_own: None) -> list[str]:
    """Three measurements, the newest first."""
    with Store() as store:
        kept = store.add_all([
            measurement(WIDE, 3.5, 3.25, 4.0, started="2026-01-01T12:00:00+00:00"),
            measurement(Recipe("resnet50"), 9.5, started="2026-01-02T12:00:00+00:00", flags=[["noisy: {0} %", "12"]]),
            measurement(THIN, 1.5, 1.25, started="2026-01-03T12:00:00+00:00", cpu="Raspberry Pi", device_name="Raspberry Pi"),
        ])
    return kept[::-1]


def ran(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["history", *words])
    out, err = capsys.readouterr()
    return code, out, err


def listed(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    code, out, _ = ran(capsys, "--json", *words)
    assert code == 0
    return [row["uid"] for row in json.loads(out)["measurements"]]


def test_the_table_names_what_was_measured(uids: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys)
    lines = out.splitlines()
    assert (code, err, len(lines)) == (0, "", 4)
    assert [line.split()[-1] for line in lines[1:]] == uids
    assert "alpha=1.4, stages.3:expansion=4" in lines[3]
    assert "noisy" in lines[2]
    assert "Raspberry Pi" in lines[1]


@pytest.mark.parametrize(("words", "left"), [
    (["--preset", "mobilenet_v2"], [0, 2]), (["--since", "2026-01-02"], [0, 1]), (["--until", "2026-01-02"], [2]),
    (["--machine", "raspberry"], [0]), (["--text", "ALPHA=1.4"], [2]), (["--text", "noisy resnet"], [1]),
    (["--text", "noisy mobilenet"], []), (["--kind", "layers"], []), (["--since", "1d"], []),
    (["--preset", "mobilenet_v2", "--machine", "some"], [2]),
])
def test_filters(uids: list[str], words: list[str], left: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    assert listed(capsys, *words) == [uids[i] for i in left]


def test_json_has_the_documents_as_measured(uids: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "all.json"
    assert ran(capsys, "-o", str(path))[0] == 0
    rows = json.loads(path.read_text())["measurements"]
    assert rows[2] == {
        "uid": uids[2], "kind": "latency", "measurement": measurement(WIDE, 3.5, 3.25, 4.0, started="2026-01-01T12:00:00+00:00"),
    }


@pytest.mark.parametrize("samples", [False, True])
def test_csv_reads_back(uids: list[str], samples: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "all.csv"
    code, out, _ = ran(capsys, "-o", str(path), "--json", *(["--samples"] if samples else []))
    assert code == 0
    assert json.loads(out)["measurements"] == 3
    lines = [line for line in path.read_bytes().decode().split("\r\n") if not line.startswith("#")]
    rows = list(csv.DictReader(io.StringIO("\r\n".join(lines), newline="")))
    assert [row["uid"] for row in rows] == uids
    assert [float(row["median_ms"]) for row in rows] == [1.5, 9.5, 3.5]
    assert json.loads(rows[2]["recipe"]) == WIDE.to_json()
    assert json.loads(rows[1]["flags"]) == [["noisy: {0} %", "12"]]
    assert (rows[0]["threads"], rows[0]["torch"], rows[0]["kind"]) == ("1", "2.13.0", "latency")
    if samples:
        assert [json.loads(row["samples_ms"]) for row in rows] == [[1.5, 1.25], [9.5], [3.5, 3.25, 4.0]]
    else:
        assert "samples_ms" not in rows[0]


def test_parquet_needs_pyarrow_and_says_so(
    uids: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setattr("explorer.parquet.find_spec", lambda _name: None)
    code, _, err = ran(capsys, "-o", str(tmp_path / "all.parquet"))
    assert code == 2
    assert "pyarrow" in err
    assert not (tmp_path / "all.parquet").exists()


def test_parquet_reads_back(uids: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "all.parquet"
    assert ran(capsys, "-o", str(path))[0] == 0
    rows: list[dict[str, Any]] = parquet.read_table(path).to_pylist()
    assert [row["uid"] for row in rows] == uids
    assert [row["samples_ms"] for row in rows] == [[1.5, 1.25], [9.5], [3.5, 3.25, 4.0]]
    assert [row["median_ms"] for row in rows] == [1.5, 9.5, 3.5]


def test_deleting_is_all_or_nothing(uids: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = ran(capsys, "--delete", uids[0], "nonsense")
    assert code == 2
    assert "no measurement nonsense" in err
    assert listed(capsys) == uids
    assert ran(capsys, "--delete", uids[0], uids[2])[0] == 0
    assert listed(capsys) == [uids[1]]


@pytest.mark.parametrize(("words", "told"), [
    (["--since", "yesterday"], "since yesterday is no date"), (["--format", "xls"], "allowed: table, csv"),
    (["--kind", "power"], "allowed: latency, layers"), (["-o", "x.doc"], "the ending .doc is unknown"),
    (["--json", "--format", "csv"], "exclude each other"), (["--format", "parquet"], "needs a file"),
    (["-o", "x.csv", "--format", "table"], "for the terminal"),
])
def test_what_cannot_be_meant_is_one_line(
    uids: list[str], words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = ran(capsys, *words)
    assert (code, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1


def test_a_store_that_is_none_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ARCHITECTURE_EXPLORER_DATA", str(tmp_path))
    (tmp_path / "measurements.sqlite3").write_bytes(b"no database, but text that is long enough" * 50)
    code, _, err = ran(capsys)
    assert code == 2
    assert "measurements.sqlite3 cannot be opened" in err


def test_nothing_yet(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys)[:2] == (0, "no measurements\n")
