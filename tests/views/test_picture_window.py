"""Save and copy a picture through the window: menu, context menu, dialog, what it remembers, and what it refuses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from explorer.session.session import Session
from explorer.views import picture_part
from explorer.views.graph.export import rendered
from explorer.views.picture_choice import PictureChoice
from explorer.views.picture_dialog import PictureDialog
from explorer.views.theme import DARK
from explorer.views.widgets import Segments
from explorer.views.window import MainWindow
from tests.views.making import answer, session

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Session, MainWindow]]:
    """A window that shows the small network, with its settings in a folder of its own."""
    session_made = session(tmp_path / "settings")
    window = MainWindow(session_made)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    answer(session_made)
    session_made.preferences.keep("folder", str(tmp_path))
    yield session_made, window
    session_made.stop()


def _dialog(window: MainWindow) -> PictureDialog:
    window.table["save_picture"].trigger()
    found = window.findChild(PictureDialog)
    assert isinstance(found, PictureDialog)
    return found


def _choose(segments: Segments, index: int) -> None:
    button: QToolButton = segments.button(index)
    button.click()


def test_an_svg_is_saved(qtbot: QtBot, made: tuple[Session, MainWindow], tmp_path: Path) -> None:
    _, window = made
    dialog = _dialog(window)
    path = tmp_path / "net.svg"
    assert dialog.path.text() == str(path)
    assert "mm" in dialog.extent.text()
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    root = ET.fromstring(path.read_bytes())
    shown = {g.get("data-path") for g in root.iter(SVG + "g") if g.get("data-path")}
    assert shown == {name for name, _, _ in window.centre.graph.boxes()}
    assert str(path) in window.message.text()
    assert list(tmp_path.glob("*.part")) == []


def test_format_and_name_follow_each_other(made: tuple[Session, MainWindow], tmp_path: Path) -> None:
    _, window = made
    dialog = _dialog(window)
    assert not dialog.dpi.isEnabled()
    _choose(dialog.format, 2)
    assert dialog.path.text() == str(tmp_path / "net.png")
    assert dialog.dpi.isEnabled()
    before = dialog.extent.text()
    dialog.dpi.setText("600")
    assert dialog.extent.text() != before
    dialog.path.setText("x.pdf")
    dialog.path.textEdited.emit("x.pdf")
    assert dialog.choice.format == "pdf"
    assert dialog.format.button(1).isChecked()


def test_a_png_is_as_chosen_and_the_choice_is_remembered(
    qtbot: QtBot, made: tuple[Session, MainWindow], tmp_path: Path
) -> None:
    session_made, window = made
    dialog = _dialog(window)
    _choose(dialog.format, 2)
    _choose(dialog.theme, 1)
    dialog.dpi.setText("144")
    said = dialog.extent.text()
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    image = QImage(str(tmp_path / "net.png"))
    assert said.startswith(f"{image.width()} × {image.height()} px")
    assert image.pixelColor(0, 0).name() == DARK.panel
    dialog.transparent.click()
    kept = PictureChoice.from_text(session_made.preferences.text("picture"))
    assert kept == PictureChoice("png", "whole", "dark", 144, transparent=True)
    assert window.pictures.choice() == kept


def test_the_visible_part_is_what_the_view_shows(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    _, window = made
    window.centre.graph.zoom_to(4.0)
    sheet = window.pictures.sheet(PictureChoice(part="visible"))
    whole = window.pictures.sheet(PictureChoice())
    seen = window.centre.graph.mapToScene(window.centre.graph.viewport().rect()).boundingRect()
    assert seen.contains(sheet.region)
    assert sheet.region.width() < whole.region.width()


def test_nothing_in_the_window_moves(made: tuple[Session, MainWindow]) -> None:
    _, window = made
    before = window.centre.graph.boxes()
    scene = window.centre.graph.scene()
    window.pictures.sheet(PictureChoice(theme="dark"))
    assert window.centre.graph.boxes() == before
    assert window.centre.graph.scene() is scene
    window.centre.graph.set_theme(DARK)
    assert window.pictures.sheet(PictureChoice(theme="shown")).theme is DARK


@pytest.mark.parametrize(("name", "word"), [("nowhere/net.svg", "nowhere"), ("net.jpg", ".svg, .pdf, .png"), ("", "file name")])
def test_a_bad_name_is_a_sentence(
    qtbot: QtBot, made: tuple[Session, MainWindow], tmp_path: Path, name: str, word: str
) -> None:
    _, window = made
    dialog = _dialog(window)
    dialog.path.setText(str(tmp_path / name) if name else "")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert word in dialog.status.text()


def test_a_resolution_out_of_range_is_a_sentence(qtbot: QtBot, made: tuple[Session, MainWindow], tmp_path: Path) -> None:
    _, window = made
    dialog = _dialog(window)
    _choose(dialog.format, 2)
    dialog.dpi.setText("9")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert "72 to 600" in dialog.status.text()
    assert not (tmp_path / "net.png").exists()


def test_what_stands_in_the_way_stays(qtbot: QtBot, made: tuple[Session, MainWindow], tmp_path: Path) -> None:
    _, window = made
    dialog = _dialog(window)
    _choose(dialog.format, 2)
    (tmp_path / "net.png").mkdir()
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert "cannot write" in dialog.status.text().lower()
    assert (tmp_path / "net.png").is_dir()


@pytest.mark.parametrize("dpi", [96, 9])
def test_the_pointer_says_that_it_takes_a_while(
    made: tuple[Session, MainWindow], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, dpi: int
) -> None:
    """Only while it lasts, and also where it is refused."""
    _, window = made
    seen = []

    def watched(*given: Any) -> bytes:
        cursor = QGuiApplication.overrideCursor()
        seen.append(cursor.shape() if cursor is not None else None)
        return rendered(*given)

    monkeypatch.setattr(picture_part, "rendered", watched)
    dialog = _dialog(window)
    _choose(dialog.format, 2)
    dialog.dpi.setText(str(dpi))
    dialog.save.click()
    assert seen == ([Qt.CursorShape.WaitCursor] if dpi == 96 else [])
    assert QGuiApplication.overrideCursor() is None


def test_copy_puts_it_on_the_clipboard(made: tuple[Session, MainWindow]) -> None:
    session_made, window = made
    session_made.preferences.keep("picture", PictureChoice(dpi=96, transparent=True).to_text())
    window.table["copy_picture"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    image = QGuiApplication.clipboard().image()
    sheet = window.pictures.sheet(PictureChoice())
    assert (image.width(), image.height()) == (round(sheet.width), round(sheet.height))
    assert image.pixelColor(0, 0).alpha() == 0
    assert ET.fromstring(data.data("image/svg+xml").data()).tag == SVG + "svg"
    assert "clipboard" in window.message.text()


def test_the_graph_offers_both_in_its_context_menu(made: tuple[Session, MainWindow]) -> None:
    _, window = made
    menu = window.centre.part.level_button().menu()  # the same as on a right click
    assert {a.objectName() for a in menu.actions()} >= {"action.save_picture", "action.copy_picture"}


@pytest.mark.parametrize("text", ["", "nonsense", "[1]", '{"format": "gif", "dpi": 9999, "theme": 3, "transparent": 1}'])
def test_damaged_preferences_are_the_defaults(text: str) -> None:
    assert PictureChoice.from_text(text) == PictureChoice()
