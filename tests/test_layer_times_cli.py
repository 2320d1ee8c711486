"""``measure --layers``, ``peaks`` and a picture coloured by time, as scripts see them."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from explorer import cli
from scripts.check_picture import faults

SMALL = ("mobilenet_v2", "--set", "alpha=0.25", "--set", "resolution=64")
QUICK = ("--warmup-s", "0", "--min-runs", "5", "--min-s", "0")
Captured = pytest.CaptureFixture[str]


def test_layers_as_json(capsys: Captured) -> None:
    assert cli.main(["measure", *SMALL, *QUICK, "--layers", "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    document = json.loads(out)
    assert document["n"] == 5
    assert len(document["layers"]["path"]) == len(document["layers"]["median_ms"])
    assert document["fingerprint"]["threads"] == 1
    assert document["overhead"]["subtracted"] is False


def test_layers_as_a_table(capsys: Captured) -> None:
    assert cli.main(["measure", *SMALL, *QUICK, "--layers"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    lines = out.splitlines()
    assert lines[0].split()[:3] == ["path", "layer", "median"]
    assert lines[1].startswith("stem.conv")
    named = [line.split("  ")[0] for line in lines]
    assert {"sum of layers", "between layers", "both", "runs with stamps", "runs without", "stamps cost"} <= set(named)


def test_a_machine_without_the_device_is_refused(capsys: Captured) -> None:
    for words in (["measure", *SMALL, "--layers", "--device", "cuda:3"], ["peaks", "--device", "cuda:3"]):
        assert cli.main(words) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert "no device named cuda:3" in err
    assert cli.main(["peaks", "--threads", "0"]) == 2
    assert "threads = 0 is not allowed" in capsys.readouterr().err


def test_peaks_are_measured_once(capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARCHITECTURE_EXPLORER_DATA", str(tmp_path))
    assert cli.main(["peaks", "--json"]) == 0
    first = json.loads(capsys.readouterr().out)
    assert first["macs_per_s"] == max(row["per_s"] for row in first["arithmetic"])
    assert first["bytes_per_s"] == max(row["per_s"] for row in first["streams"])
    assert 1e8 < first["macs_per_s"] < 1e13
    assert 1e8 < first["bytes_per_s"] < 1e12
    assert cli.main(["peaks", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == first
    assert cli.main(["peaks"]) == 0
    assert "GMAC/s" in capsys.readouterr().out


def test_a_picture_coloured_by_time(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "net.svg"
    assert cli.main(["picture", *SMALL, "-o", str(path), "--open", "stages", "--colour", "time", "--json"]) == 0
    assert capsys.readouterr().err == ""
    content = path.read_bytes()
    assert faults(content) == []
    said = " ".join(e.text or "" for e in ET.fromstring(content).iter("{http://www.w3.org/2000/svg}text"))
    assert "Colour and figures: measured time" in said
    assert "1 thread, batch 1, float32, PyTorch eager" in said
    assert "between layers" in said
