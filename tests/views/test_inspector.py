"""The inspector on real analyses: bytes at a precision, peak and receptive field, advice that can be hidden."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.analysis import analyse
from explorer.core.recipe import Recipe
from explorer.core.rules import DEFAULT, RULES
from explorer.session.session import Session
from explorer.views.inspector import InspectorPanel
from tests.views.making import session

RECIPE = Recipe.of("mobilenet_v2", {}, {"stages.3.1": {"activation.project": "relu6"}})


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Session, InspectorPanel]]:
    running = session(tmp_path)
    panel = InspectorPanel(running.document, running.fusion, running.preferences)
    qtbot.addWidget(panel)
    panel.show()
    running.document.accept(running.document.recipe, analyse(RECIPE, edges=False))
    yield running, panel
    running.stop()


def test_the_network_shows_its_peak_and_what_is_alive_there(qtbot: QtBot, made: tuple[Session, InspectorPanel]) -> None:
    _, panel = made
    assert panel.values["peak"].text() == "9.63 MB"  # 2 × 96×112×112 in float32
    assert panel.values["largest"].text() == "4.82 MB"
    assert not panel.values["receptive"].isVisible() and not panel.values["memory"].isVisible()
    qtbot.waitUntil(lambda: "stages.2.0.expand.norm" in panel.values["peak"].toolTip())
    assert "56×56:  144 / 903.17 kB · 24 / 150.53 kB" in panel.values["largest"].toolTip()


def test_a_block_shows_its_output_and_receptive_field(made: tuple[Session, InspectorPanel]) -> None:
    running, panel = made
    running.document.selection.select("stages.2.1")
    assert panel.values["memory"].text() == "301.06 kB"  # 24×56×56 in float32
    assert panel.values["receptive"].text() == "19×19 /4 pad 9"  # stem 3, 3 + 2·2, + 2·2, + 2·4
    assert panel.values["intensity"].text().endswith("MACs/B")
    assert not panel.values["peak"].isVisible() and panel.values["memory"].isVisible()


@pytest.mark.parametrize("nodes", [[""], ["stages.2"], ["stages.2.1.expand.conv"], ["stages.2", "stages.4.1"], ["classifier"]])
def test_the_intensity_is_of_multiply_accumulates_under_every_rule(
    made: tuple[Session, InspectorPanel], nodes: list[str]
) -> None:
    running, panel = made
    document = running.document
    document.selection.choose(nodes, nodes[-1])
    macs, intensity = panel.values["macs"].text(), panel.values["intensity"].text()
    for rule in (name for name in RULES if name != DEFAULT):
        document.accept(document.recipe, analyse(RECIPE, rule, edges=False))
        assert panel.values["intensity"].text() == intensity, rule
        assert rule != "flops" or panel.values["macs"].text() != macs


def test_the_precision_scales_bytes_and_is_remembered(qtbot: QtBot, made: tuple[Session, InspectorPanel]) -> None:
    running, panel = made
    before = panel.values["intensity"].text()
    qtbot.mouseClick(panel.precision.button(2), Qt.MouseButton.LeftButton)
    assert panel.values["peak"].text() == "2.41 MB"
    assert panel.values["intensity"].text() != before
    assert running.preferences.text("precision") == "int8"


def test_advice_is_shown_with_its_source_and_can_be_hidden(qtbot: QtBot, made: tuple[Session, InspectorPanel]) -> None:
    running, panel = made
    running.document.selection.select("stages.3.1")
    assert "project.act: ReLU6 on 32 channels, where the block is 192 wide inside" in panel.advice.text()
    assert "stages.3.1" not in panel.advice.text()
    assert "section 3.2" in panel.advice.toolTip()
    panel.advises.click()
    assert not panel.advice.isVisible()
    assert not running.preferences.flag("advice")
    panel.advises.click()
    assert panel.advice.isVisible()
