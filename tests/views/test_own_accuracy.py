"""The user's own accuracy of a pin: typed, refused, kept, taken back; shown as own, on the chart; never for another recipe."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from explorer.cli import main
from explorer.core.compare_file import PinSet, read_pins
from explorer.core.published import IMAGENET
from explorer.core.recipe import Recipe
from explorer.core.weights import OwnAccuracy
from explorer.views.accuracy_data import pin_rows
from explorer.views.accuracy_dialog import AccuracyDialog
from explorer.views.bottom import COMPARE, OVERVIEW
from explorer.views.compare import CompareTab
from explorer.views.figure import RING, TRIANGLE
from explorer.views.window import MainWindow
from tests.views.charting import Saved, catalogue, points
from tests.views.comparing import THIN, VGG, Keys, go_to, pin, press, texts
from tests.views.making import PLAIN


@pytest.fixture
def tab(window: MainWindow) -> CompareTab:
    """MobileNetV2 (the baseline, published), a thinner one (not published), VGG-16."""
    window.files.ask_unsaved = lambda _parent, _name: QMessageBox.StandardButton.Discard
    for recipe, name in ((PLAIN, "plain"), (THIN, "thin"), (VGG, "vgg")):
        pin(window, recipe, name)
    window.bottom.tabs.setCurrentIndex(COMPARE)
    return window.bottom.compare


def dialog(tab: CompareTab) -> AccuracyDialog:
    found = tab.findChildren(AccuracyDialog)
    assert len(found) == 1
    return found[0]


def fill(qtbot: QtBot, form: AccuracyDialog, **texts_by_field: str) -> None:
    for name, text in texts_by_field.items():
        field = form.findChild(QLineEdit, f"accuracy.{name}")
        assert isinstance(field, QLineEdit)
        field.selectAll()
        qtbot.keyClick(field, Qt.Key.Key_Delete)
        qtbot.keyClicks(field, text)


def press_button(qtbot: QtBot, form: AccuracyDialog, name: str) -> None:
    button = form.findChild(QPushButton, f"accuracy.{name}")
    assert isinstance(button, QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def state(qtbot: QtBot, tab: CompareTab, row: int, **texts_by_field: str) -> None:
    go_to(tab, row)
    press(qtbot, tab, Keys.Key_A)
    form = dialog(tab)
    fill(qtbot, form, **texts_by_field)
    with qtbot.waitSignal(form.destroyed):
        press_button(qtbot, form, "keep")


def test_typed_kept_shown_as_own_copied_and_taken_back(qtbot: QtBot, tab: CompareTab) -> None:
    assert texts(tab, "top1") == ["72.0", "72.0", "–", "71.5"]
    state(qtbot, tab, 2, top1="69,25", top5="88.9", note="3 seeds")
    assert texts(tab, "top1") == ["72.0", "72.0", "69.25", "71.5"]
    assert texts(tab, "source")[2] == f"own: 3 seeds, {IMAGENET}"
    assert texts(tab, "source")[1].startswith("published: MobileNetV2")
    kept = read_pins(tab.pins.path).pins
    assert [p.accuracy for p in kept] == [None, OwnAccuracy(69.25, IMAGENET, THIN.digest(), 88.9, "3 seeds"), None]
    tab.files.copy("latex")
    assert "69.25 & \\ensuremath{-}2.8 & own: 3 seeds, ImageNet-1k" in QApplication.clipboard().text()
    press(qtbot, tab, Keys.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert texts(tab, "top1")[2] == "–"


def test_what_is_no_accuracy_is_refused_in_the_dialog(qtbot: QtBot, tab: CompareTab) -> None:
    go_to(tab, 2)
    press(qtbot, tab, Keys.Key_A)
    form = dialog(tab)
    for fields, sentence in (
        ({"top1": "abc"}, "Top-1 = abc is not allowed; allowed: per cent from 0 to 100"),
        ({"top1": "170"}, "Top-1 = 170.0 is not allowed; allowed: per cent from 0 to 100"),
        ({"top1": "", "top5": "90"}, "Top-1 = (nothing) is not allowed"),
        ({"top1": "70", "top5": "60"}, "Top-5 = 60 is below top-1 = 70"),
        ({"top1": "70", "top5": "", "dataset": ""}, "The data set needs a name"),
    ):
        fill(qtbot, form, **fields)
        press_button(qtbot, form, "keep")
        assert form.words.text().startswith(sentence)
        assert form.isVisible()
    press_button(qtbot, form, "leave")
    assert [p.accuracy for p in tab.pins.set.pins] == [None, None, None]


def test_an_own_one_stands_in_place_of_the_published_and_gives_it_back(qtbot: QtBot, tab: CompareTab) -> None:
    go_to(tab, 1)
    press(qtbot, tab, Keys.Key_A)
    assert "Published: top-1 72.0 %" in dialog(tab).words.text()
    with qtbot.waitSignal(dialog(tab).destroyed):
        press_button(qtbot, dialog(tab), "leave")
    state(qtbot, tab, 1, top1="71")
    assert texts(tab, "top1")[:2] == ["71.0", "71.0"], "what is open is this very recipe"
    assert texts(tab, "source")[1] == f"own: {IMAGENET}"
    go_to(tab, 1)
    press(qtbot, tab, Keys.Key_A)
    with qtbot.waitSignal(dialog(tab).destroyed):
        press_button(qtbot, dialog(tab), "remove")
    assert texts(tab, "top1")[1] == "72.0"


def test_accuracies_on_other_data_are_neither_best_nor_subtracted(qtbot: QtBot, tab: CompareTab) -> None:
    state(qtbot, tab, 2, top1="95", dataset="CIFAR-10")
    assert texts(tab, "top1.delta")[2] == ""
    row, column = 2, next(i for i in range(tab.model.columnCount()) if tab.model.headerData(i, Qt.Orientation.Horizontal) ==
                          "top-1 (%)")
    assert "the best" not in tab.model.data(tab.model.index(row, column), Qt.ItemDataRole.ToolTipRole)


def test_pins_stand_on_the_accuracy_chart(qtbot: QtBot, window: MainWindow, tab: CompareTab) -> None:
    window.bottom.accuracy.show_published(points(), catalogue())
    state(qtbot, tab, 2, top1="69.25")
    window.bottom.tabs.setCurrentIndex(OVERVIEW)
    data = window.bottom.accuracy.data
    assert [p.name for p in data.pins] == ["plain", "thin", "vgg"]
    spots = {spot.text: spot for spot in data.pin_spots(window.bottom.accuracy.theme)}
    assert set(spots) == {"thin (own)", "vgg"}, "what is open has its own mark"
    assert (spots["thin (own)"].y, spots["thin (own)"].shape) == (69.25, RING)
    assert spots["vgg"].y == 71.5
    assert f"own: {IMAGENET}" in spots["thin (own)"].name
    saved = Saved(window.bottom.accuracy)
    assert any("thin (own)" in text for element in saved.root.iter() if (text := element.text))
    assert [row[5] for row in pin_rows(data)] == [72.0, 69.25, 71.5]
    tab.pins.state_accuracy(tab.pins.set.pins[1].key, None)
    spots = {spot.text: spot for spot in data.pin_spots(window.bottom.accuracy.theme)}
    assert spots["thin"].shape == TRIANGLE
    window.bottom.accuracy.findChild(object, "chart.accuracy.pins").click()  # type: ignore[attr-defined]
    assert data.pins == ()


def comparison_file(folder: Path, recipe: Recipe, accuracy: OwnAccuracy) -> Path:
    pins = PinSet().added("mine", recipe).added("plain", PLAIN)
    pins = pins.stated(pins.pins[0].key, accuracy)
    path = folder / "c.comparison.json"
    path.write_text(json.dumps(pins.to_json()), encoding="utf-8")
    return path


def told(capsys: pytest.CaptureFixture[str], path: Path) -> list[dict[str, Any]]:
    assert main(["compare", str(path), "--json"]) == 0
    rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["rows"]
    return rows


def test_the_command_line_reads_it_and_another_recipe_never_borrows_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = OwnAccuracy(69.25, IMAGENET, THIN.digest(), note="3 seeds")
    first = told(capsys, comparison_file(tmp_path, THIN, own))[0]
    assert (first["top1"], first["source"]) == (69.25, f"own: 3 seeds, {IMAGENET}")
    edited = comparison_file(tmp_path, THIN.with_value("alpha", 0.5), own)  # the recipe in the file was changed by hand
    assert told(capsys, edited)[0]["top1"] is None


@pytest.mark.parametrize("accuracy", [
    7, {}, {"top1": "70", "dataset": "x", "digest": "y"}, {"top1": 170, "dataset": "x", "digest": "y"},
    {"top1": 70, "dataset": "x", "digest": "y", "note": 3},
])
def test_a_malformed_accuracy_in_a_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], accuracy: Any) -> None:
    document = PinSet().added("mine", THIN).to_json()
    document["pins"][0]["accuracy"] = accuracy
    path = tmp_path / "c.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    assert main(["compare", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "pin 1 of the comparison" in err
