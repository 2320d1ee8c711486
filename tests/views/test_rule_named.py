"""Wherever a count stands, its rule is named: under each rule, everywhere in the window, in its files, on the command line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from explorer.analysis import analyse
from explorer.cli import main
from explorer.core import rules
from explorer.core.graph import Network
from explorer.core.recipe import Recipe
from explorer.core.sweep_rows import BY_NAME
from explorer.core.tabular import to_csv, to_latex, to_markdown
from explorer.views.bottom import COMPARE, LAYERS, OVERVIEW
from explorer.views.graph.export import Sheet, Subject, caption, opened_at, rendered
from explorer.views.graph.words import tooltip
from explorer.views.sweep_budget import BudgetLine
from explorer.views.window import MainWindow
from tests.views.charting import Saved, points
from tests.views.comparing import pin
from tests.views.making import PLAIN

RULES = list(rules.RULES)


def counted(rule: str) -> dict[str, Any]:
    return analyse(PLAIN, rule)


@pytest.fixture(params=RULES)
def under(request: pytest.FixtureRequest, window: MainWindow) -> str:
    """The window under one of the rules."""
    rule = str(request.param)
    pin(window, PLAIN, "plain")
    window.session.engine.rule = rule
    window.session.pins.figures.take(PLAIN, counted(rule))
    window.session.document.accept(PLAIN, counted(rule))
    window.session.pins.on_rule()
    return rule


def test_in_the_window(qtbot: QtBot, window: MainWindow, under: str) -> None:
    title, counts = rules.RULES[under].title, counted(under)
    assert window.totals.macs.title.text() == title
    assert window.totals.rule.text().startswith(rules.RULES[under].short)
    assert title in window.status.rule.text()
    assert window.inspector.titles["macs"].text() == title
    button = window.table["colour_macs"]
    assert button.iconText() == title.partition(" ")[0]
    assert title in button.toolTip() and title in window.centre.legend.toolTip()
    told = window.centre.graph.tooltip("stages.5")
    stage = next(n for n in counts["graph"]["nodes"] if n["id"] == "stages.5")
    assert f"{title}: {stage['macs']:,}" in told
    window.bottom.tabs.setCurrentIndex(LAYERS)
    place = next(i for i in range(window.bottom.layers.model.columnCount())
                 if window.bottom.layers.model.headerData(i, Qt.Orientation.Horizontal) == title)
    assert window.bottom.layers.totals.data(window.bottom.layers.totals.index(0, place)) == f"{counts['macs']:,}"
    window.bottom.tabs.setCurrentIndex(COMPARE)
    compare = window.bottom.compare.model
    assert f"{title} (M)" in [compare.headerData(i, Qt.Orientation.Horizontal) for i in range(compare.columnCount())]
    assert title in window.bottom.compare.tools.words.text()


def test_in_the_charts_and_their_files(window: MainWindow, under: str) -> None:
    title = rules.RULES[under].title
    bottom = window.bottom
    bottom.accuracy.show_published(points(), window.session.catalogue)
    bottom.tabs.setCurrentIndex(OVERVIEW)
    bottom.shares.show_analysis(counted(under))  # there may be no room for it
    for chart in (bottom.cost, bottom.shares):
        assert title in chart.title
        table = chart.table()
        assert table is not None
        for text in (to_csv(table), to_markdown(table), to_latex(table)):
            assert title in text
            assert rules.RULES[under].sentence.partition(";")[0].partition("(")[0].strip() in text
        words = " ".join(element.text or "" for element in Saved(chart).root.iter())
        assert title in words and (rules.RULES[under].short in words or rules.RULES[under].sentence in words)
    assert title in bottom.cost.tip_at(QPointF(0.5, 0))
    usual = rules.RULES[rules.DEFAULT]  # published points stand over our counts under the usual rule, whatever is chosen
    words = " ".join(element.text or "" for element in Saved(bottom.accuracy).root.iter())
    assert usual.title in words and usual.short in words


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("quantity", ["macs", "kind"])
def test_in_a_saved_picture(rule: str, quantity: str) -> None:
    analysis, title = counted(rule), rules.RULES[rule].title
    network = Network.from_json(analysis)
    sheet = Sheet(Subject.of(network, opened_at(network, ["none"]), quantity=quantity), caption(analysis, None))
    root = ET.fromstring(rendered(sheet, "svg", 72))
    legend = [element.text or "" for element in root.iter() if element.get("class") == "legend"]
    assert any(title in text for text in legend), legend
    whole = " ".join(element.text or "" for element in root.iter())
    assert rules.RULES[rule].short in whole
    assert f"{title}: " in tooltip(network, "stages.5")


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("words", [
    ("analyse", "mobilenet_v2"), ("analyse", "mobilenet_v2", "--format", "csv"),
    ("analyse", "mobilenet_v2", "--format", "markdown"), ("analyse", "mobilenet_v2", "--format", "latex"),
    ("analyse", "mobilenet_v2", "--shares"), ("compare", "mobilenet_v2"),
    ("compare", "mobilenet_v2", "--format", "csv"), ("compare", "mobilenet_v2", "--format", "latex"),
])
def test_on_the_command_line(capsys: pytest.CaptureFixture[str], rule: str, words: tuple[str, ...]) -> None:
    assert main([*words, "--rule", rule]) == 0
    out = capsys.readouterr().out
    assert rules.RULES[rule].title in out
    assert re.search(rf"\b{re.escape(rule)}\b|{re.escape(rules.RULES[rule].sentence)}", out.replace("\\_", "_"))


@pytest.mark.parametrize("ending", ["csv", "md", "tex", "json"])
def test_in_a_sweep(tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str) -> None:
    path = tmp_path / f"s.{ending}"
    words = ["sweep", "mobilenet_v2", "--grid", "alpha=0.5", "--rule", "flops", "--processes", "1", "-o", str(path)]
    assert main(words) == 0
    text = path.read_text(encoding="utf-8")
    assert "FLOPs" in text if ending != "json" else '"rule": "flops"' in text or '"rule":"flops"' in text


def test_the_paper_s_figure_says_how_the_paper_counts(window: MainWindow, under: str) -> None:
    line = window.totals.papers["macs"].text()
    assert line.startswith("paper 300 M")
    assert ("300 M MACs" in line) is (under != "macs")


def test_another_recipe_of_the_same_rule_changes_no_name(window: MainWindow) -> None:
    recipe = Recipe.of("mobilenet_v2", {"alpha": 0.5})
    before = window.centre.legend.toolTip()
    window.session.document.accept(recipe, analyse(recipe))
    assert window.centre.legend.toolTip() == before


def test_a_sweep_s_budget_is_of_what_the_sweep_counts(qtbot: QtBot) -> None:
    line = BudgetLine()
    qtbot.addWidget(line)
    line.offer([BY_NAME["params"], BY_NAME["macs"]], "macs")
    for rule in RULES:
        title = rules.RULES[rule].title
        line.name_count(rule)
        assert line.labels["macs"].text() == title.partition(" ")[0]
        assert title in line.fields["macs"].toolTip() and title in line.fields["macs"].accessibleName()
        assert line.by.itemText(1) == title
