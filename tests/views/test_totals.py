"""Totals, their rule, what others count, and what stands beside a latency; the layer table's doubts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics
from pytestqt.qtbot import QtBot

from explorer.core.recipe import Recipe
from explorer.session.latency import Conditions, Point
from explorer.session.session import Session
from explorer.views.layer_model import PLACES
from explorer.views.opinion_words import contradicts, layer_words
from explorer.views.theme import font
from explorer.views.totals import doubts
from explorer.views.widgets import Note, broken
from explorer.views.window import MainWindow
from tests.session.recorded import HeldWorker, analysis_of
from tests.views.making import answer

MEASUREMENT: dict[str, Any] = {
    "median_ms": 10.6, "p10_ms": 10.3, "p90_ms": 10.9, "n": 84, "settings": {"threads": 2, "batch": 4}, "samples_ms": [10.6],
    "min_ms": 10.3, "iqr_ms": 0.2, "warmup_runs": 10, "fingerprint": {"runtime": "PyTorch eager"},
    "flags": [["noisy: the middle half of the runs spreads over {0} % of the median", "31"], ["drifting: {0} % slower", "9"]],
}
PATH = "stages.1.0.conv"
MACS_COLUMN = PLACES["macs"]
NARROW_SPACE = "\u202f"


def opinion(macs: int, **layers: int) -> dict[str, Any]:
    return {
        "flop_counter": {"version": "2.13", "macs": macs, "layers": {PATH: layers.get("conv", 1000)}},
        "torchinfo": {"version": "1.8", "layers": {PATH: {"macs": layers.get("info", 1000), "counts_bias": True}}},
    }


def test_a_flagged_latency_keeps_its_facts_and_adds_the_warnings(made: tuple[Session, MainWindow]) -> None:
    running, window = made
    recipe, latency, row = running.document.recipe, running.latency, window.totals.time
    point = Point(recipe, "net", 2000, MEASUREMENT)
    latency.points[recipe.digest(), latency.conditions] = point
    latency.measured.emit(point)
    assert row.below.text() == "p10–p90 10.3–10.9 ms · n 84\nPyTorch eager, 2 threads, batch 4"
    assert row.warning.text() == "noisy (31 %), drifting (9 %)"
    assert row.warning.isVisibleTo(window)
    assert row.warning.mark() == "warning"
    assert "noisy: the middle half of the runs spreads over 31 % of the median" in row.toolTip()
    assert not row.warning._is_cut()
    assert doubts(MEASUREMENT["flags"][:1]) == "noisy: the middle half of the runs spreads over 31 % of the median"


def test_progress_and_cancel_while_measuring(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    running, window = made
    totals, bench = window.totals, running.latency.worker
    assert isinstance(bench, HeldWorker)
    running.latency.on_analysed(running.document.recipe, "net", 2000)
    running.latency.measure()
    assert totals.cancel.isVisibleTo(window)
    bench.asked[-1]["on_progress"]({"fraction": 0.4, "text": ["warm-up: {0} of {1} runs", "3", "10"]})
    assert totals.progress.text() == "40 % · warm-up: 3 of 10 runs"
    qtbot.mouseClick(totals.cancel, Qt.MouseButton.LeftButton)
    assert bench.cancelled == [1]
    bench.fail("cancelled")
    assert not totals.cancel.isVisibleTo(window)
    assert "press Measure" in totals.time.below.text()


def test_a_device_that_is_not_there_is_said(made: tuple[Session, MainWindow]) -> None:
    running, window = made
    running.workers["engine"].hello = {"devices": ["cpu"]}
    running.latency.set_conditions(Conditions("cuda"))
    assert window.totals.time.title.text() == "CUDA latency"
    assert window.totals.time.warning.text() == "There is no CUDA here; devices: cpu."


def test_a_failed_measurement_stays_said(made: tuple[Session, MainWindow]) -> None:
    running, window = made
    bench = running.latency.worker
    assert isinstance(bench, HeldWorker)
    running.latency.on_analysed(running.document.recipe, "net", 2000)
    running.latency.measure()
    bench.fail("bad input", "not enough memory")
    assert window.totals.time.warning.text() == "not enough memory"


def test_the_rule_can_be_chosen_and_stands_with_every_count(made: tuple[Session, MainWindow]) -> None:
    running, window = made
    totals, engine = window.totals, running.engine.worker
    assert isinstance(engine, HeldWorker)
    assert totals.rule.text().startswith("conv + linear + matmul, no bias/BN")
    flops = next(a for a in totals.rule.choices.actions() if a.objectName() == "rule.flops")
    flops.trigger()
    asked = engine.asked[-1]
    assert (asked["job"], asked["rule"]) == ("analyse", "flops")
    running.document.accept(running.document.recipe, analysis_of(running.document.recipe) | {"rule": "flops", "macs": 4000})
    assert totals.macs.title.text() == "FLOPs"
    assert totals.macs.value.text() == "4.00 k"
    assert totals.macs.change.text() == ""  # the preset's figure is under another rule
    assert "FLOPs" in window.status.rule.text()
    window.bottom.layers.refresh()
    header = window.bottom.layers.model.headerData(MACS_COLUMN, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
    assert header == "FLOPs"
    assert window.inspector.titles["macs"].text() == "FLOPs"


def test_what_is_not_counted_is_said_and_marked(made: tuple[Session, MainWindow]) -> None:
    running, window = made
    analysis = analysis_of(running.document.recipe)
    analysis |= {"incomplete": True, "uncounted": [{"path": PATH, "operation": "fft", "output": [1, 8, 4, 4]}]}
    running.document.accept(running.document.recipe, analysis)
    assert window.totals.macs.warning.text() == "incomplete: 1 operation not counted"
    assert f"{PATH}: fft → 8×4×4" in window.totals.macs.toolTip()
    model = window.bottom.layers.model
    window.bottom.layers.refresh()
    sums = window.bottom.layers.totals
    assert model.data(model.index(0, MACS_COLUMN)) == "not counted"
    assert sums.data(sums.index(0, MACS_COLUMN)) == "≥ 2,000"
    ink = model.data(model.index(0, MACS_COLUMN), Qt.ItemDataRole.ForegroundRole)
    assert ink == QColor(window.theme.warning)


def test_a_second_opinion_that_agrees_and_one_that_does_not(made: tuple[Session, MainWindow]) -> None:
    running, window = made
    digest, below = running.document.recipe.digest(), window.totals.macs.below
    assert below.text() == ""
    running.opinions._known[digest] = opinion(2000, info=1010)
    running.opinions.arrived.emit(running.document.recipe)
    assert below.text() == "✓ FlopCounterMode agrees"
    assert below.mark() == "dim"
    assert f"FlopCounterMode (torch 2.13): 2{NARROW_SPACE}000 MACs" in window.totals.macs.toolTip()
    model = window.bottom.layers.model
    window.bottom.layers.refresh()
    tip = model.data(model.index(0, MACS_COLUMN), Qt.ItemDataRole.ToolTipRole).replace(NARROW_SPACE, " ")
    assert "ours 1 000 · FlopCounterMode 1 000 · torchinfo 1 010 (counts the bias: +10)" in tip
    running.opinions._known[digest] = opinion(2001, conv=1001)
    running.opinions.arrived.emit(running.document.recipe)
    assert below.text().replace(NARROW_SPACE, " ") == "FlopCounterMode counts 2.00 k MACs, ours 2.00 k".replace(
        "2.00 k", "2 001", 1).replace("2.00 k", "2 000", 1)
    assert below.mark() == "warning"
    running.document.set_knob("alpha", 0.5)
    answer(running)
    assert below.text() == ""


def test_opinions_are_compared_under_the_rule() -> None:
    seen = opinion(2000)
    assert not contradicts(PATH, "pointwise", 2000, "flops", seen)
    assert contradicts(PATH, "pointwise", 1000, "flops", seen)
    assert not contradicts(PATH, "linear", 0, "macs-no-fc", seen)
    assert "left out" in layer_words(PATH, "linear", 0, "macs-no-fc", seen)
    assert layer_words("elsewhere", "pointwise", 5, "macs", seen) == ""


def test_words_break_between_words_and_end_in_dots(qtbot: QtBot) -> None:
    metrics = QFontMetrics(font(11))
    text = "Squeeze-and-excitation at the end of a block, with reduction ratio r."
    wide = metrics.horizontalAdvance(text)
    assert broken(text, metrics, wide + 2, 2) == [text]
    two = broken(text, metrics, wide * 2 // 3, 2)
    assert " ".join(two) == text
    assert len(broken(text, metrics, wide // 5, 2)) == 2
    assert broken(text, metrics, wide // 5, 2)[-1].endswith("…")
    note = Note()
    qtbot.addWidget(note)
    note.resize(wide * 2 // 3, 16)
    note.show_text(text)
    assert note.height() == 32
    note.show_text("short")
    assert note.height() == 16


def test_differs_below_says_where(made: tuple[Session, MainWindow]) -> None:
    running, window = made
    row = window.knobs.rows["expansion"]
    assert "differs below" not in row.note.text()
    running.document.set_knob("expansion", 2, "stages.1.0")
    analysis = analysis_of(running.document.recipe)
    analysis["places"][""]["knobs"]["expansion"]["mixed"] = True
    running.document.accept(running.document.recipe, analysis)
    assert "differs below" in row.note.text()
    assert "Block 1.0: 2" in row.toolTip()
    assert "Stage 1" not in row.toolTip()


def test_dormant_overrides_are_listed_and_removed(qtbot: QtBot, made: tuple[Session, MainWindow]) -> None:
    running, window = made
    running.document.set_knob("expansion", 2, "stages.4.3")
    analysis = analysis_of(running.document.recipe) | {"dormant": [["stages.4.3", "expansion"]]}
    running.document.accept(running.document.recipe, analysis)
    dormant = window.knobs.dormant
    assert dormant.isVisibleTo(window.knobs)
    words = [w.text() for w in dormant.findChildren(type(window.totals.macs.title))]
    assert words == ["dormant: stages.4.3 t = 2 —"]
    remove = next(b for b in dormant.findChildren(type(window.totals.cancel)) if b.objectName() == "dormant.stages.4.3.expansion")
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert running.document.recipe == Recipe("net")
    answer(running)
    assert not dormant.isVisibleTo(window.knobs)
    running.document.selection.select("stages.1.0")  # other rows: the list moves along
    running.document.selection.select("")
    assert window.knobs.dormant.parent() is not None
