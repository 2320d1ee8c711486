"""The page as SVG, PDF and PNG: text is text, sizes are what was asked for, nothing of this machine leaves with it."""

from __future__ import annotations

import re
import zlib
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from explorer.analysis import analyse
from explorer.core.catalogue import read_catalogue
from explorer.core.errors import BadInput
from explorer.core.graph import Network
from explorer.core.recipe import Recipe
from explorer.views.graph.diagram import PAD
from explorer.views.graph.export import (
    Options,
    Sheet,
    Subject,
    caption,
    format_of,
    formats,
    mime_data,
    opened_at,
    pixels,
    rendered,
    tiles,
)
from explorer.views.graph.export.sheet import quantity_text
from explorer.views.graph.look import QUANTITIES
from explorer.views.graph.measure import width
from explorer.views.language import ENGLISH, KOREAN, NO_HANGUL, Language, can_draw
from explorer.views.theme import DARK

SVG = "{http://www.w3.org/2000/svg}"
PAPER = Options()
EDITED = Recipe.of("mobilenet_v2", {"alpha": 0.75, "resolution": 192}, {"stages.5": {"expansion": 4}})


@cache
def _analysis(recipe: Recipe = EDITED) -> dict[str, Any]:
    return analyse(recipe)


def _sheet(options: Options = PAPER, opened: tuple[str, ...] = ("stages.5.1",), quantity: str = "macs") -> Sheet:
    analysis = _analysis()
    network = Network.from_json(analysis)
    words = caption(analysis, read_catalogue().architecture("mobilenet_v2"))
    return Sheet(Subject.of(network, opened_at(network, opened), quantity), words, options)


def _texts(root: ET.Element, role: str) -> list[str]:
    return [e.text or "" for e in root.iter(SVG + "text") if e.get("class") == role]


def test_svg_says_what_it_shows(qtbot: QtBot) -> None:
    root = ET.fromstring(rendered(_sheet(), "svg"))
    analysis = _analysis()
    assert _texts(root, "title") == ["MobileNetV2 · mobilenet_v2"]
    assert _texts(root, "changes") == ["α 0.75 · resolution 192 px · t 4 (Stage 5)"]
    facts = " ".join(_texts(root, "facts"))
    assert "input 3 × 192 × 192" in facts
    assert f"{analysis['params'] / 1e6:.2f} M parameters" in facts
    assert f"{analysis['macs'] / 1e6:.1f} M MACs (conv + linear + matmul, no bias/BN)" in facts
    assert _texts(root, "footer")[0].endswith(f"recipe {analysis['digest'][:12]}")
    assert _texts(root, "legend")[0] == "Colour and figures: MACs"
    assert "Inter" in root.get("font-family", "")
    assert root.get("font-family", "").endswith("sans-serif")


def test_svg_has_the_module_tree_as_groups(qtbot: QtBot) -> None:
    root = ET.fromstring(rendered(_sheet(), "svg"))
    parents = {child: parent for parent in root.iter() for child in parent}
    nodes = {g.get("data-path", ""): g for g in root.iter(SVG + "g") if g.get("data-path")}
    assert all(name == g.get("id") for name, g in nodes.items())
    assert parents[nodes["stages.5.1.expand"]] is nodes["stages.5.1"]
    assert parents[nodes["stages.5.1"]] is nodes["stages.5"]
    assert nodes["stages.5.1"].get("data-members") == "stages.5.1 stages.5.2"
    assert next(t.text for t in nodes["stages.5.1.expand"].findall(SVG + "text")) == "1×1 expand"
    edges = nodes["stages.5.1"].findall(SVG + "polyline")
    skip = next(e for e in edges if e.get("data-from") == "in" and "add" in e.get("data-to", ""))
    assert skip.get("marker-end") == "url(#arrow)"
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))


def test_everything_the_boxes_say_is_text_in_the_svg(qtbot: QtBot) -> None:
    sheet = _sheet()
    root = ET.fromstring(rendered(sheet, "svg"))
    drawn = {run.text for item in sheet.scene.nodes.values() for run in item.runs}
    assert drawn
    assert drawn == set(_texts(root, "run"))
    assert {item.line.label for item in sheet.scene.lines.values() if item.line.label} == set(_texts(root, "shape"))


def pdf_text(content: bytes) -> str:
    """The text that a reader can select: the shown glyphs through their fonts' ToUnicode tables."""
    streams = []
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            streams.append(zlib.decompress(match[1]))
        except zlib.error:
            continue
    objects = dict(re.findall(rb"(\d+) 0 obj\s*(.*?)endobj", content, re.DOTALL))
    unicode_of = {}
    for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", content):
        table = re.search(rb"/ToUnicode (\d+) 0 R", objects.get(number, b""))
        assert table, f"font {name!r} has no ToUnicode table"
        raw = re.search(rb"stream\r?\n(.*?)\r?\nendstream", objects[table[1]], re.DOTALL)
        assert raw
        unicode_of[name] = _to_unicode(zlib.decompress(raw[1]) if b"FlateDecode" in objects[table[1]] else raw[1])
    text, font = "", b""
    for token in re.finditer(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj|\bET\b", b"\n".join(streams)):
        if token[1]:
            font = token[1]
        elif token[2]:
            codes = [int(token[2][i : i + 4], 16) for i in range(0, len(token[2]), 4)]
            text += "".join(unicode_of[font].get(code, "?") for code in codes)
        else:
            text += "\n"
    return text


def _to_unicode(table: bytes) -> dict[int, str]:
    found = {}
    for line in re.findall(rb"^<\w+> <\w+> \S.*$", table, re.MULTILINE):
        first, last, *targets = (int(word, 16) for word in re.findall(rb"<([0-9A-Fa-f]+)>", line))
        for i, code in enumerate(range(first, last + 1)):
            found[code] = chr(targets[i] if b"[" in line else targets[0] + i)
    return found


def test_pdf_holds_selectable_text_and_its_fonts(qtbot: QtBot) -> None:
    sheet = _sheet()
    content = rendered(sheet, "pdf")
    assert content.startswith(b"%PDF-1.")
    assert re.search(rb"/FontFile\d? ", content), "no font is embedded"
    text = pdf_text(content)
    for wanted in ("MobileNetV2 · mobilenet_v2", "5.1–5.2", "1×1 expand", "72 × 12 × 12", "flatten", sheet.caption.footer):
        assert wanted in text, wanted
    runs = [run.text for item in sheet.scene.nodes.values() for run in item.runs]
    assert [run for run in runs if run not in text] == []
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content)
    assert box
    assert float(box[1]) == pytest.approx(sheet.width * 0.75, abs=1)
    assert float(box[2]) == pytest.approx(sheet.height * 0.75, abs=1)


@pytest.mark.parametrize("dpi", [72, 150, 300])
def test_png_is_as_many_pixels_as_its_points_ask_for(qtbot: QtBot, tmp_path: Path, dpi: int) -> None:
    sheet = _sheet()
    path = tmp_path / "a.png"
    path.write_bytes(rendered(sheet, "png", dpi))
    image = QImage(str(path))
    points = (sheet.width * 72 / 96, sheet.height * 72 / 96)
    assert (image.width(), image.height()) == tuple(round(p * dpi / 72) for p in points) == pixels(sheet, dpi)
    assert image.dotsPerMeterX() == round(dpi / 0.0254)
    assert image.text("Title") == "MobileNetV2 · mobilenet_v2"


def test_transparent_leaves_the_ground_out(qtbot: QtBot) -> None:
    for transparent, alpha in ((True, 0), (False, 255)):
        sheet = _sheet(Options(transparent=transparent))
        image = QImage.fromData(rendered(sheet, "png", 72))
        corners = [(0, 0), (image.width() - 1, 0), (0, image.height() - 1), (image.width() - 1, image.height() - 1)]
        assert [image.pixelColor(x, y).alpha() for x, y in corners] == [alpha] * 4
        box = next(i for n, i in sheet.scene.nodes.items() if n == "stages.3").box.center()
        assert image.pixelColor(round((box.x() + sheet.dx + 40) * 0.75), round((box.y() + sheet.dy - 12) * 0.75)).alpha() == 255
        pages = [e for e in ET.fromstring(rendered(sheet, "svg")).iter(SVG + "rect") if e.get("class") == "page"]
        assert len(pages) == (0 if transparent else 1)


def test_a_visible_part_holds_what_lies_in_it(qtbot: QtBot) -> None:
    whole = _sheet()
    box = whole.scene.nodes["stages.5"].box
    part = _sheet(Options(part=box.adjusted(-4, -4, 4, 4)))
    assert part.height < whole.height / 2
    root = ET.fromstring(rendered(part, "svg"))
    shown = {g.get("data-path") for g in root.iter(SVG + "g") if g.get("data-path")}
    assert {"stages.5", "stages.5.0", "stages.5.1", "stages.5.1.expand"} <= shown
    assert not shown & {"stages.3", "stages.7", "stem"}
    assert next(g for g in root.iter(SVG + "g") if g.get("id") == "graph").get("clip-path") == "url(#part)"
    with pytest.raises(BadInput, match="nothing to draw"):
        _sheet(Options(part=QRectF(9000, 9000, 100, 100)))


def test_themes_differ_and_keep_the_places(qtbot: QtBot) -> None:
    light, dark = _sheet(), _sheet(Options(theme=DARK))
    assert {n: i.box for n, i in light.scene.nodes.items()} == {n: i.box for n, i in dark.scene.nodes.items()}
    assert QImage.fromData(rendered(dark, "png", 72)).pixelColor(1, 1).name() == DARK.panel
    assert QImage.fromData(rendered(light, "png", 72)).pixelColor(1, 1).name() == "#ffffff"


def test_the_legend_names_the_kinds(qtbot: QtBot) -> None:
    root = ET.fromstring(rendered(_sheet(quantity="kind"), "svg"))
    assert {"depthwise", "pointwise 1×1", "fully connected"} <= set(_texts(root, "legend"))


def test_no_path_of_this_machine_leaves(qtbot: QtBot) -> None:
    for kind in ("svg", "pdf", "png"):
        content = rendered(_sheet(), kind, 72)
        for private in (str(Path.home()), str(Path.cwd())):
            assert private.encode() not in content
            assert private.encode("utf-16-be") not in content


def test_the_clipboard_has_pixels_svg_and_pdf(qtbot: QtBot) -> None:
    sheet = _sheet()
    data = mime_data(sheet, 144)
    assert data.hasImage()
    assert ET.fromstring(data.data("image/svg+xml").data()).tag == SVG + "svg"
    assert "1×1 expand" in pdf_text(bytes(data.data("application/pdf").data()))


@pytest.mark.parametrize("dpi", [71, 601])
def test_resolutions_out_of_range_are_refused(qtbot: QtBot, dpi: int) -> None:
    with pytest.raises(BadInput, match="72 to 600"):
        rendered(_sheet(), "png", dpi)


def test_too_many_pixels_are_refused_with_what_would_do(qtbot: QtBot) -> None:
    analysis = analyse(Recipe.of("densenet201"))
    network = Network.from_json(analysis)
    sheet = Sheet(Subject.of(network, opened_at(network, ["all"])), caption(analysis, None))
    with pytest.raises(BadInput, match="too large; choose at most") as caught:
        rendered(sheet, "png", 600)
    most = int(caught.value.arguments[2].split()[2])
    wide, high = pixels(sheet, most)
    assert wide * high <= 1_000_000_000
    with pytest.raises(BadInput, match="too large; choose at most"):
        mime_data(sheet, 300)  # the clipboard takes pixels, which have to lie in memory at once
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", rendered(sheet, "pdf"))
    assert box
    assert float(box[2]) <= 14401


@pytest.mark.parametrize("transparent", [False, True])
def test_a_png_in_tiles_is_the_same_picture(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, transparent: bool
) -> None:
    sheet = _sheet(Options(transparent=transparent))
    whole = QImage.fromData(rendered(sheet, "png", 144))
    monkeypatch.setattr(formats, "MOST_PIXELS", 10_000)
    monkeypatch.setattr(tiles, "WIDEST", 300)
    monkeypatch.setattr(tiles, "ROWS", 190)
    content = rendered(sheet, "png", 144)
    assert content.count(b"iTXt") == 3
    tiled = QImage.fromData(content)
    assert (tiled.width(), tiled.height()) == pixels(sheet, 144)
    assert tiled.dotsPerMeterX() == tiled.dotsPerMeterY() == round(144 / 0.0254)
    assert tiled.text("Title") == "MobileNetV2 · mobilenet_v2"
    one, other = (_levels(each) for each in (tiled, whole))
    apart = np.abs(one - other)
    assert apart.max() <= 1, "edges are smoothed alike, up to rounding"
    assert np.count_nonzero(apart) < 0.001 * apart.size


def _levels(image: QImage) -> np.ndarray[Any, np.dtype[np.int16]]:
    argb = image.convertToFormat(QImage.Format.Format_ARGB32)
    return np.frombuffer(argb.constBits(), np.uint8).astype(np.int16)


def test_a_picture_has_no_signs_to_click_on(qtbot: QtBot) -> None:
    """Neither chevrons nor the line under ×2; the figures take the room that chevrons need in the window."""
    sheet = _sheet()
    for item in sheet.scene.nodes.values():
        assert item.chevron().isEmpty()
        assert item.fold().isEmpty()
        cost = item.shape_data.look.cost
        run = next((run for run in item.runs if run.text == cost), None)
        if cost and run is not None:
            assert run.x + width(run.text, run.pixels) == pytest.approx(item.box.width() - PAD)


@pytest.mark.parametrize("name", ["a.jpg", "a", "a.svgz"])
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(BadInput, match=r"\.svg, \.pdf, \.png"):
        format_of(Path(name))


@pytest.mark.parametrize("quantity", QUANTITIES)
def test_the_legend_says_what_is_coloured_in_words(quantity: str) -> None:
    words = quantity_text(quantity)
    assert words != quantity
    assert [other for other in QUANTITIES if quantity_text(other) == words] == [quantity]


def test_hangul_is_text_in_every_format(qtbot: QtBot) -> None:
    """A picture saved from a Korean window: its words are text in the SVG, and selectable in the PDF."""
    korean = Language()
    assert korean.speak(KOREAN) in ([], [NO_HANGUL])
    try:
        sheet = _sheet()
        root, pdf = ET.fromstring(rendered(sheet, "svg")), rendered(sheet, "pdf")
    finally:
        korean.speak(ENGLISH)
    assert _texts(root, "changes") == ["α 0.75 · 해상도 192 px · t 4 (스테이지 5)"]
    assert any("스테이지 5" in (e.text or "") for e in root.iter(SVG + "text"))
    assert "Noto Sans CJK KR" in root.get("font-family", "")
    if can_draw(KOREAN):
        assert "해상도192px" in "".join(pdf_text(pdf).split())  # a change of font breaks a line of text in two
