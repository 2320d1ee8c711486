"""``main.py picture`` as scripts see it: the file, the report, exit codes and the one line on stderr."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from explorer import cli
from explorer.core.recipe import Recipe, write_recipe
from scripts.check_picture import faults

SVG = "{http://www.w3.org/2000/svg}"
Captured = pytest.CaptureFixture[str]


def test_an_svg_of_an_edited_recipe(capsys: Captured, tmp_path: Path) -> None:
    recipe = Recipe.of("mobilenet_v2", {"alpha": 0.5}, {"stages.5": {"expansion": 4}})
    write_recipe(recipe, tmp_path / "mine.json")
    path = tmp_path / "mine.svg"
    words = ["picture", str(tmp_path / "mine.json"), "-o", str(path), "--open", "stages.5.1", "--colour", "params", "--json"]
    assert cli.main(words) == 0
    out, err = capsys.readouterr()
    report = json.loads(out)
    assert err == ""
    assert report["digest"] == recipe.digest()
    assert report["open"] == ["stages.5", "stages.5.1"]
    content = path.read_bytes()
    assert (report["bytes"], report["format"]) == (len(content), "svg")
    assert faults(content) == []
    said = [e.text or "" for e in ET.fromstring(content).iter(SVG + "text")]
    assert "α 0.5 · t 4 (Stage 5)" in said
    assert "Colour and figures: parameters" in said


def test_a_transparent_png_and_a_pdf(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    words = ["--dpi", "96", "--transparent", "--theme", "dark", "--json"]
    assert cli.main(["picture", "squeezenet1_0", "-o", str(path), *words]) == 0
    report = json.loads(capsys.readouterr().out)
    header = path.read_bytes()[:33]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == (report["width"], report["height"])
    assert header[25] == 6  # colour with alpha
    assert cli.main(["picture", "squeezenet1_0", "-o", str(tmp_path / "a.pdf")]) == 0
    assert "PDF" in capsys.readouterr().out
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("words", "said"), [
    (["-o", "a.gif"], ".svg, .pdf, .png"),
    (["-o", "no_such_folder/a.svg"], "no_such_folder"),
    (["-o", "a.svg", "--open", "stages.55"], "did you mean"),
    (["-o", "a.svg", "--open", "pool"], "nothing inside"),
    (["-o", "a.svg", "--open", "none", "stages.5"], "beside stages.5"),
    (["-o", "a.svg", "--colour", "blue"], "macs, params, memory, access, time, kind"),
    (["-o", "a.svg", "--theme", "blue"], "light, dark"),
    (["-o", "a.png", "--dpi", "9999"], "72 to 600"),
    (["-o", "a.svg", "--rule", "gigs"], "counting rule"),
])
def test_what_cannot_be_is_one_line(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["picture", "mobilenet_v2", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
