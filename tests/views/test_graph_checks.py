"""The judges of a drawing must find what is wrong: each is shown a sound drawing and the same one with a fault planted."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from explorer.views.graph.diagram import Line, Shape
from explorer.views.graph.items import NodeItem
from explorer.views.graph.lines import LineItem
from explorer.views.graph.look import Look, Style
from explorer.views.theme import LIGHT
from tests.views.graph_checks import Placed, Way, covered_labels, cut_texts, loose_ends, overlaps, runs_through

SOUND = {
    "p": Placed("", QRectF(0, 0, 200, 200)),
    "a": Placed("p", QRectF(20, 20, 100, 30)),
    "b": Placed("p", QRectF(20, 80, 100, 30)),
    "c": Placed("p", QRectF(20, 140, 100, 30)),
}


def _node(title: str, cost: str = "", width: float = 200.0) -> NodeItem:
    look = Look(Style.ROW, title, "", cost, "", "#ffffff", "#000000", "#000000", (), opens=False)
    return NodeItem(Shape("n", ("n",), "", 0, 0, width, 32, 0, look), LIGHT)


def test_overlap_is_found() -> None:
    assert overlaps(SOUND) == []
    assert overlaps({**SOUND, "b": Placed("p", QRectF(60, 45, 100, 30))}) == ["a overlaps b"]
    assert overlaps({**SOUND, "b": Placed("p", QRectF(20, 20, 100, 30))}) == ["a overlaps b"]
    assert overlaps({**SOUND, "b": Placed("p", QRectF(150, 80, 100, 30))}) == ["b stands out of p"]


def test_line_through_a_box_is_found() -> None:
    assert runs_through(SOUND, [Way("p", "a", "b", [(70, 50), (70, 80)])]) == []
    lane = Way("p", "a", "c", [(70, 50), (70, 60), (140, 60), (140, 155), (120, 155)])
    assert runs_through(SOUND, [lane]) == []
    assert runs_through(SOUND, [Way("p", "a", "c", [(70, 50), (70, 140)])]) == ["a → c runs through b"]
    assert runs_through(SOUND, [Way("p", "a", "b", [(70, 50), (70, 95)])]) == ["a → b runs through b"]
    assert runs_through(SOUND, [Way("p", "a", "b", [(70, 50), (90, 80)])])[0] == "a → b is slanted"
    assert "a → c leaves p" in runs_through(SOUND, [Way("p", "a", "c", [(70, 50), (70, 60), (240, 60), (240, 155)])])


def test_loose_end_is_found() -> None:
    assert loose_ends(SOUND, [Way("p", "a", "b", [(70, 50), (70, 80)]), Way("p", "in", "a", [(0, 0), (70, 20)])]) == []
    assert loose_ends(SOUND, [Way("p", "a", "b", [(70, 50), (70, 70)])]) == ["a → b does not meet b"]
    assert loose_ends(SOUND, [Way("p", "a", "b", [(70, 40), (70, 80)])]) == ["a → b does not meet a"]


def test_cut_text_is_found(qtbot: QtBot) -> None:
    assert cut_texts([_node("Conv 3×3", "10.8 M")]) == []
    assert cut_texts([_node("A title much wider than the box it stands in", width=120)])
    assert any("runs into" in fault for fault in cut_texts([_node("Something of length", "10.8 M", width=190)]))
    assert cut_texts([_node("Conv…")])


def test_covered_label_is_found(qtbot: QtBot) -> None:
    box = _node("Conv")
    down = Line("", "n", "m", ((100, 32), (100, 80)), straight=True, arrow=True, depth=0, label="3 × 9", place=(110, 56))
    clear = LineItem(down, LIGHT)
    assert covered_labels({"n": box}, [clear]) == []
    on_box = LineItem(replace(down, place=(110, 20)), LIGHT)
    assert covered_labels({"n": box}, [on_box]) == ["'3 × 9' lies on n"]
    crossing = LineItem(Line("", "n", "o", ((90, 56), (300, 56)), straight=False, arrow=True, depth=0), LIGHT)
    assert covered_labels({"n": box}, [clear, crossing]) == ["n → o crosses '3 × 9'"]
    assert covered_labels({"n": box}, [clear, clear])[0] == "'3 × 9' lies on '3 × 9'"
