"""Hangul in titles and boxes: set as text, measured, embedded; and said where no font of the machine has the letters."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QImage
from pytestqt.qtbot import QtBot

from explorer.analysis import analyse
from explorer.cli import tables
from explorer.core.graph import Network
from explorer.core.recipe import Recipe
from explorer.views.graph.export import Caption, Sheet, Subject, caption, opened_at, rendered
from explorer.views.graph.look import Manner
from explorer.views.graph.measure import lacking
from explorer.views.picture_dialog import PictureDialog
from explorer.views.picture_part import PicturePart
from explorer.views.window import MainWindow
from scripts.check_picture import SVG
from tests.views.test_picture_check import faults
from tests.views.test_picture_formats import pdf_text

TITLE, LAYER = "경량 합성곱 신경망", "깊이별 합성곱"  # lightweight CNN, depthwise convolution
NOWHERE = "\ue123"  # of the private use area: no font has it


@pytest.fixture
def korean(qtbot: QtBot) -> None:
    """Only where there is a font with Hangul."""
    if not QFontDatabase.families(QFontDatabase.WritingSystem.Korean):
        pytest.skip("no font with Hangul (Debian: fonts-noto-cjk)")


def _sheet(title: str = TITLE, layer: str = LAYER, *, sideways: bool = False) -> Sheet:
    analysis: dict[str, Any] = copy.deepcopy(analyse(Recipe.of("mobilenet_v2")))
    for node in analysis["graph"]["nodes"]:
        if node["id"] == "stages.5.1.depthwise":
            node["title"] = layer
    analysis["title"] = title
    network = Network.from_json(analysis)
    subject = Subject.of(network, opened_at(network, ["stages.5.1"]), manner=Manner(sideways=sideways))
    return Sheet(subject, caption(analysis, None))


@pytest.mark.usefixtures("korean")
@pytest.mark.parametrize("sideways", [False, True])
def test_hangul_is_text_that_is_neither_cut_nor_squeezed(sideways: bool) -> None:
    sheet = _sheet(sideways=sideways)
    svg = rendered(sheet, "svg")
    assert faults(svg) == []
    said = {e.text for e in ET.fromstring(svg).iter(SVG + "text")}
    assert {f"{TITLE} · mobilenet_v2", LAYER} <= said
    text = pdf_text(rendered(sheet, "pdf"))
    assert TITLE in text
    assert LAYER in text
    assert sheet.lacking() == ""


@pytest.mark.usefixtures("korean")
def test_hangul_has_glyphs_of_its_own() -> None:
    """Letters that no font has are all drawn as the same box; these are drawn differently."""
    one, other, box = (_title(text) for text in ("가나", "하다", NOWHERE * 2))
    assert len({bytes(image.constBits()) for image in (one, other, box)}) == 3
    assert bytes(_title(NOWHERE * 2).constBits()) == bytes(_title("\ue124" * 2).constBits())


def _title(text: str) -> QImage:
    sheet = _sheet(text)
    image = QImage.fromData(rendered(sheet, "png", 96))
    words = next(w for w in sheet.words if w.role == "title")
    return image.copy(round(words.x), round(words.y) - 16, 30, 20).convertToFormat(QImage.Format.Format_RGB32)


def test_letters_without_a_font_are_named(qtbot: QtBot) -> None:
    assert lacking(["InvertedResidual", "3 × 224 → α"]) == ""
    assert lacking([f"a{NOWHERE}b", NOWHERE, "c"]) == NOWHERE
    assert _sheet("net", f"x {NOWHERE}").lacking() == NOWHERE


def test_the_window_says_so_after_saving(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    whole = PicturePart.sheet

    def renamed(part: PicturePart, choice: Any) -> Sheet:
        sheet = whole(part, choice)
        named: Caption = replace(sheet.caption, title=f"net {NOWHERE}")
        subject = Subject(sheet.network, sheet.scene.diagram)
        return Sheet(subject, named, sheet.options)

    for name, word in (("plain.svg", ""), ("odd.svg", NOWHERE)):
        if word:
            monkeypatch.setattr(PicturePart, "sheet", renamed)
        window.table["save_picture"].trigger()
        dialog = window.findChildren(PictureDialog)[-1]
        dialog.path.setText(str(tmp_path / name))
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
        assert (tmp_path / name).exists()
        assert ("No font of this machine has" in window.message.text()) == bool(word)


def test_the_report_of_the_command_line_says_so() -> None:
    report = {"path": "a.png", "bytes": 1, "format": "png", "dpi": 96, "width": 1, "height": 1, "width_mm": 1, "height_mm": 1}
    report |= {"digest": "d"}
    assert "boxes stand for" in tables.picture(report | {"lacking": "한글"})
    assert "boxes stand for" not in tables.picture(report | {"lacking": ""})
