"""What is published of the shown network: lines that keep their height, the list, its links."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.session.session import Session
from explorer.views.published import PublishedDialog
from explorer.views.window import MainWindow
from tests.session.recorded import analysis_of
from tests.views.making import answer

NARROW_SPACE = "\u202f"
PAPER: dict[str, Any] = {
    "record": 1, "kind": "paper", "paper": "Net (arXiv:0000.00001)", "table": "Table 4", "url": "https://example.org/net",
    "variant": "Net 1.0", "dataset": "ImageNet-1k", "conditions": [], "top1": 72.0, "top5": None, "note": "",
    "params_m": 3.4, "parameters": "no-bn", "our_params": 3_470_760, "params_difference": 2.081,
    "macs_m": 300, "rule": "macs-no-fc", "our_macs": 300_774_272, "macs_difference": 0.258,
    "params_digits": True, "params_reason": "", "macs_digits": True, "macs_reason": "",
}
REPOSITORY: dict[str, Any] = PAPER | {
    "record": 2, "kind": "official-repo", "paper": "Net README", "table": "Checkpoints", "url": "", "top1": 71.2, "top5": 90.1,
    "conditions": ["8-bit"], "params_m": None, "params_difference": None, "macs_m": None, "macs_difference": None,
}


def show(running: Session, *entries: dict[str, Any]) -> None:
    recipe = running.document.recipe
    running.document.accept(recipe, analysis_of(recipe) | {"published": list(entries)})


def tip_of(widget: QWidget) -> str:
    """The tooltip without its line breaks, in ordinary spaces."""
    return " ".join(widget.toolTip().split())


def opened(window: MainWindow) -> PublishedDialog:
    dialog = window.findChild(PublishedDialog)
    assert dialog is not None
    return dialog


def test_a_figure_stands_beside_ours_with_its_source_and_rule(made: tuple[Session, MainWindow]) -> None:
    running, window = made
    show(running, PAPER, REPOSITORY)
    lines = window.totals.papers
    assert lines["params"].text() == "paper 3.4 M · +2.1 %"
    assert lines["macs"].text() == "paper 300 M MACs without FC · +0.3 %"  # the record counts otherwise than what stands above
    assert lines["accuracy"].text() == "top-1 72.0 % published · Net, Table 4"
    tip = tip_of(lines["macs"])
    assert "Net, Table 4 prints 300 M for Net 1.0." in tip
    assert "300 774 272 (+0.3 %)" in tip
    assert "fully connected layers left out" in tip
    assert "2 published records of this setting" in tip
    assert "no BatchNorm" in tip_of(lines["params"])
    assert "Rounded or cut off at its last digit, ours is 3.4 M too." in tip_of(lines["params"])
    assert "Rounded or cut off" not in tip  # within 1 %
    show(running, PAPER | {"macs_m": 350, "macs_difference": -14.064, "macs_digits": False, "macs_reason": "It counts bias."})
    assert lines["macs"].text() == "paper 350 M MACs without FC · −14.1 %"
    assert "It counts bias." in tip_of(lines["macs"])
    assert "with the weights of the source; the weights here are others" in tip_of(lines["accuracy"])


def test_nothing_published_leaves_everything_in_its_place(made: tuple[Session, MainWindow]) -> None:
    running, window = made
    show(running, PAPER)
    before = {name: line.geometry() for name, line in window.totals.papers.items()}
    running.document.set_knob("alpha", 0.57)
    answer(running)
    lines = window.totals.papers
    assert lines["params"].text() == lines["macs"].text() == ""
    assert lines["accuracy"].text() == "no published accuracy for this setting"
    assert not any(line.isEnabled() for line in lines.values())
    assert {name: line.geometry() for name, line in lines.items()} == before
    window.totals.show_published()
    assert window.findChild(PublishedDialog) is None


def test_an_accuracy_with_conditions_names_them(made: tuple[Session, MainWindow]) -> None:
    running, window = made
    show(running, REPOSITORY)
    assert window.totals.papers["accuracy"].text() == "top-1 71.2 % published · 8-bit, Net README, Checkpoints"
    assert "top-5 90.1 %" in window.totals.papers["accuracy"].toolTip()
    assert window.totals.papers["macs"].text() == ""


def test_a_source_that_prints_top_5_alone_is_quoted_so(made: tuple[Session, MainWindow]) -> None:
    running, window = made
    show(running, PAPER | {"top1": None, "top5": 89.93})
    assert window.totals.papers["accuracy"].text() == "top-5 89.93 % published · Net, Table 4"


def test_an_accuracy_of_another_data_set_is_no_imagenet_accuracy(made: tuple[Session, MainWindow]) -> None:
    running, window = made
    show(running, PAPER | {"dataset": "Stanford Dogs", "conditions": ["Stanford Dogs"]})
    assert window.totals.papers["accuracy"].text() == "no published accuracy for this setting"


def test_a_click_lists_every_record_and_opens_a_source(
    qtbot: QtBot, made: tuple[Session, MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    running, window = made
    visited: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: visited.append(QUrl(url).toString()))
    show(running, PAPER, REPOSITORY)
    qtbot.mouseClick(window.totals.papers["macs"], Qt.MouseButton.LeftButton)
    dialog = opened(window)
    table = dialog.table
    cells = [[table.item(row, column).text() for column in range(table.columnCount())] for row in range(table.rowCount())]
    assert cells == [
        ["Net, Table 4", "Net 1.0", "72.0", "", "3.4 M", "+2.1 %", "300 M", "+0.3 %", ""],
        ["Net README, Checkpoints", "Net 1.0", "71.2", "90.1", "", "", "", "", "8-bit"],
    ]
    assert table.item(0, 7).toolTip().replace(NARROW_SPACE, " ") == "300 774 272"
    qtbot.mouseClick(dialog.opener, Qt.MouseButton.LeftButton)
    assert visited == ["https://example.org/net"]
    table.setCurrentCell(1, 0)
    assert not dialog.opener.isEnabled()  # no address is known
    dialog.open_row(1)
    dialog.open_row(99)
    assert visited == ["https://example.org/net"]
    dialog.close()
