"""Pictures of the library, judged by a program that reads the SVG alone; and that program, on faults planted in a sound SVG."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QRawFont
from pytestqt.qtbot import QtBot

import models
from explorer.analysis import analyse
from explorer.core.graph import Network
from explorer.core.recipe import Recipe
from explorer.views.graph.export import Options, Sheet, Subject, caption, opened_at, rendered
from explorer.views.graph.measure import face
from explorer.views.theme import DARK
from scripts import check_picture, font_advances
from scripts.check_picture import SVG, Unreadable

REPOSITORY = Path(__file__).resolve().parents[2]
PAPER = Options()
FIRST = [entry.presets[0].name for entry in models.architectures()]
PRESETS = [  # one of each architecture, the others for make test-full
    pytest.param(name, marks=[] if name in FIRST else [pytest.mark.slow]) for name in sorted(models.presets())
]


def faults(content: str | bytes) -> list[str]:
    """The checker's, also where the font of this machine has no row in its table."""
    return check_picture.faults(content, font_advances.table_with(QFontInfo(face(13)).family()))


@cache
def _picture(preset: str, opened: tuple[str, ...] = ("none",), quantity: str = "macs", options: Options = PAPER) -> str:
    analysis = analyse(Recipe.of(preset))
    network = Network.from_json(analysis)
    sheet = Sheet(Subject.of(network, opened_at(network, opened), quantity), caption(analysis, None), options)
    return rendered(sheet, "svg").decode()


@pytest.mark.parametrize("opened", ["none", "stages", "all"])
@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset(qtbot: QtBot, preset: str, opened: str) -> None:
    assert faults(_picture(preset, (opened,))) == []


@pytest.mark.parametrize("quantity", ["params", "memory", "kind"])
def test_every_colour(qtbot: QtBot, quantity: str) -> None:
    assert faults(_picture("mobilenet_v2", ("stages",), quantity, Options(theme=DARK, transparent=True))) == []


def test_an_operation_is_not_counted_as_a_block(qtbot: QtBot) -> None:
    """DenseNet-121's blocks have 6, 12, 24 and 16 layers (arXiv:1608.06993, Table 1)."""
    root = ET.fromstring(_picture("densenet121"))
    said = [e.text for e in root.iter(SVG + "text") if (e.text or "").startswith("stage ")]
    assert said == ["stage 1 · ×6 + /2", "stage 2 · ×12 + /2", "stage 3 · ×24 + /2", "stage 4 · ×16"]


def _sound(qtbot: QtBot) -> ET.Element:
    content = _picture("mobilenet_v2", ("stages.5.1",))
    assert faults(content) == []
    return ET.fromstring(content)


def _node(root: ET.Element, path: str) -> ET.Element:
    return next(g for g in root.iter(SVG + "g") if g.get("data-path") == path)


def _box(root: ET.Element, path: str) -> ET.Element:
    return next(e for e in _node(root, path) if e.get("class") == "box")


def _moved(element: ET.Element, name: str, by: float) -> None:
    element.set(name, str(float(element.get(name, "0")) + by))


def test_planted_overlap(qtbot: QtBot) -> None:
    root = _sound(qtbot)
    for element in _node(root, "stages.4"):
        if element.get("y"):
            _moved(element, "y", -30)
    assert "stages.3 overlaps stages.4" in faults(ET.tostring(root))


def test_planted_overlap_by_one_box_being_larger(qtbot: QtBot) -> None:
    root = _sound(qtbot)
    _moved(_box(root, "stages.5.1.expand"), "width", 60)
    assert "stages.5.1.expand overlaps stages.5.1.depthwise" in faults(ET.tostring(root))


def test_planted_child_out_of_its_parent(qtbot: QtBot) -> None:
    root = _sound(qtbot)
    _moved(_box(root, "stages.5"), "height", -60)
    assert "stages.5.1 stands out of stages.5" in faults(ET.tostring(root))


@pytest.mark.parametrize("honest", [True, False])
def test_planted_cut_text(qtbot: QtBot, honest: bool) -> None:
    """A text too long for its box is found, whatever width the file claims for it."""
    root = _sound(qtbot)
    text = next(e for e in _node(root, "stages.5.1.expand") if e.tag == SVG + "text")
    text.text = f"{text.text} and then some more words"
    if honest:
        del text.attrib["textLength"]
    assert any("stages.5.1.expand" in fault and "is cut" in fault for fault in faults(ET.tostring(root)))


def test_planted_cut_by_a_narrow_box(qtbot: QtBot) -> None:
    root = _sound(qtbot)
    _moved(_box(root, "stages.5.1.expand"), "width", -40)
    assert any("stages.5.1.expand" in fault and "is cut" in fault for fault in faults(ET.tostring(root)))


def test_planted_ellipsis_and_squeezed_text(qtbot: QtBot) -> None:
    root = _sound(qtbot)
    text = next(e for e in _node(root, "stages.3") if e.tag == SVG + "text")
    text.text = "Inver…"
    assert "stages.3: 'Inver…' is cut" in faults(ET.tostring(root))
    text.text = "InvertedResidual"
    text.set("textLength", "60")
    assert any("squeezed" in fault for fault in faults(ET.tostring(root)))


def test_planted_edge_through_a_box(qtbot: QtBot) -> None:
    root = _sound(qtbot)
    edge = next(e for e in _node(root, "stages.5.1") if e.get("data-from") == "in" and ":add" in e.get("data-to", ""))
    box = _box(root, "stages.5.1.depthwise")
    middle = float(box.get("y", "0")) + float(box.get("height", "0")) / 2
    first, *rest = [tuple(map(float, pair.split(","))) for pair in edge.get("points", "").split()]
    edge.set("points", " ".join(f"{x},{middle if y == max(p[1] for p in rest) else y}" for x, y in (first, *rest)))
    assert any("runs through stages.5.1.depthwise" in fault for fault in faults(ET.tostring(root)))


def test_planted_edge_over_a_stage(qtbot: QtBot) -> None:
    root = _sound(qtbot)
    edge = next(e for e in root.iter(SVG + "polyline") if e.get("data-from") == "stages.3" and e.get("data-to") == "stages.4")
    x, y = edge.get("points", "").split()[-1].split(",")
    edge.set("points", f"{edge.get('points', '')} {x},{float(y) + 60}")
    found = faults(ET.tostring(root))
    assert "stages.3 → stages.4 runs through stages.4" in found


def test_planted_loose_end(qtbot: QtBot) -> None:
    root = _sound(qtbot)
    edge = next(e for e in root.iter(SVG + "polyline") if e.get("data-from") == "stages.3")
    first, last = edge.get("points", "").split()
    edge.set("points", f"{first} {last.split(',')[0]},{float(first.split(',')[1]) + 4}")
    assert "stages.3 → stages.4 does not meet stages.4" in faults(ET.tostring(root))


def test_missing_legend(qtbot: QtBot) -> None:
    root = _sound(qtbot)
    group = next(g for g in root.iter(SVG + "g") if g.get("id") == "caption")
    for element in [e for e in group if e.get("class") == "legend"]:
        group.remove(element)
    assert faults(ET.tostring(root)) == ["there is no legend"]


@pytest.mark.parametrize("content", ["", "<html/>", "<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_no_picture_is_refused(content: str) -> None:
    with pytest.raises(Unreadable):
        faults(content)


def test_an_empty_graph_is_refused(qtbot: QtBot) -> None:
    root = _sound(qtbot)
    graph = next(g for g in root.iter(SVG + "g") if g.get("id") == "graph")
    graph[:] = []
    with pytest.raises(Unreadable, match="no box"):
        faults(ET.tostring(root))


def test_the_checker_as_a_program(qtbot: QtBot, tmp_path: Path) -> None:
    """Exit codes, and that it needs nothing but the standard library."""
    root = _sound(qtbot)
    sound, faulty, none = tmp_path / "sound.svg", tmp_path / "faulty.svg", tmp_path / "none.svg"
    sound.write_bytes(ET.tostring(root))
    _moved(_box(root, "stages.5.1.expand"), "width", 60)
    faulty.write_bytes(ET.tostring(root))
    script = REPOSITORY / "scripts" / "check_picture.py"
    for files, code, word in (([sound], 0, ""), ([sound, faulty], 1, "overlaps"), ([none, faulty], 2, "cannot be judged")):
        done = subprocess.run(
            [sys.executable, "-I", "-S", str(script), *map(str, files)], capture_output=True, text=True, check=False, timeout=60
        )
        assert done.returncode == code, done.stderr
        assert word in done.stdout + done.stderr


@pytest.mark.parametrize("bold", [False, True])
def test_the_table_of_widths_agrees_with_qt(qtbot: QtBot, bold: bool) -> None:
    """Read from the font file without Qt; here held against Qt's own measure of the font that the graph is drawn with."""
    font = face(100, bold=bold)
    family = QRawFont.fromFont(font).familyName()
    place = font_advances.font_file(family, "Bold" if bold else "Regular")
    assert place is not None
    widths = font_advances.advances(*place, font_advances.CHARACTERS)
    metrics = QFontMetricsF(font)
    assert len(widths) > 90
    for character, wide in widths.items():
        assert wide * 100 == pytest.approx(metrics.horizontalAdvance(character), abs=1.0), character
