"""The latency tab: conditions chosen there, the interval beside the median, runtimes side by side; room for all at 1280 × 800."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from explorer.session.latency import Conditions, Point
from explorer.views.bottom import LATENCY
from explorer.views.latency_tab import SIDE_PX, LatencyTab, facts_of
from explorer.views.runtime_bars import RuntimesPanel
from explorer.views.window import MainWindow
from tests.session.recorded import HeldWorker
from tests.session.recorded_runtimes import measurement, runtimes_of
from tests.views.making import PLAIN


@pytest.fixture
def tab(window: MainWindow) -> LatencyTab:
    for job in (window.session.latency, window.session.runtimes):
        job.worker = HeldWorker()  # type: ignore[assignment]
    window.bottom.tabs.setCurrentIndex(LATENCY)
    window.session.latency.on_analysed(PLAIN, "net", 2000)
    window.session.runtimes.on_analysed(PLAIN, "net", 2000)
    return window.bottom.latency


def _choose(box: QComboBox, text: str) -> None:
    box.setCurrentText(text)
    box.activated.emit(box.currentIndex())


def test_what_is_chosen_becomes_the_conditions(qtbot: QtBot, window: MainWindow, tab: LatencyTab) -> None:
    form, latency = tab.form, window.session.latency
    _choose(form.dtype, "bfloat16")
    qtbot.mouseClick(form.fold, Qt.MouseButton.LeftButton, pos=form.fold.rect().center())
    qtbot.mouseClick(form.channels_last, Qt.MouseButton.LeftButton, pos=form.channels_last.rect().center())
    _choose(form.runtime, "torch.compile")
    assert latency.conditions == Conditions(dtype="bfloat16", runtime="compile", channels_last=True, fold=True)
    _choose(form.runtime, "ONNX Runtime")
    assert latency.conditions == Conditions(dtype="bfloat16", runtime="onnxruntime")
    assert not form.fold.isEnabled()
    assert not form.fold.isChecked()
    latency.set_conditions(Conditions(batch=8))
    assert (form.runtime.currentText(), form.batch.currentText(), form.fold.isEnabled()) == ("PyTorch eager", "8", True)


def test_the_interval_stands_beside_the_median(window: MainWindow, tab: LatencyTab) -> None:
    latency = window.session.latency
    point = Point(PLAIN, "net", 2000, measurement("PyTorch eager", 9.16, checked=False))
    latency.points[PLAIN.digest(), latency.conditions] = point
    latency.measured.emit(point)
    assert tab.facts[0].text().startswith("median 9.16 ms, 95 % 9.07–9.25, IQR")
    assert window.totals.time.below.text().startswith("95 % 9.07–9.25 ms · n 84")
    without = {**point.measurement, "interval_ms": None}
    assert facts_of(without)[0].startswith("median 9.16 ms, IQR"), "of few runs there is none"


def test_side_by_side_shows_figures_reasons_and_the_check(qtbot: QtBot, window: MainWindow, tab: LatencyTab) -> None:
    panel = window.findChild(RuntimesPanel, "runtimes")
    assert panel is not None
    assert panel.figures["eager"].text() == ""
    window.table["measure_runtimes"].trigger()
    worker = window.session.runtimes.worker
    assert isinstance(worker, HeldWorker)
    assert [asked["job"] for asked in worker.asked] == ["runtimes"]
    assert panel.note.text() == "measuring…"
    worker.answer(runtimes_of(PLAIN))
    assert panel.figures["eager"].text() == "10.0 ms, 95 % 9.90–10.1"
    assert panel.figures["onnxruntime"].text() == "4.00 ms, 95 % 3.96–4.04"
    assert panel.figures["onnxruntime"].mark() == "warning"
    assert panel.figures["openvino"].text() == "OpenVINO is not installed (pip install openvino)"
    assert panel.bars["openvino"].shares is None
    shares = panel.bars["onnxruntime"].shares
    assert shares is not None
    assert shares[0] == pytest.approx(4.0 / 10.1), "the longest interval's end is the whole width"
    assert panel.note.text() == "answers agree with PyTorch eager's within 5e-06"
    assert panel.doubt.text() == "ONNX Runtime: noisy: other processes kept 1.2 processors busy"
    tip = panel.figures["onnxruntime"].toolTip()
    assert "before the first run: export 0.5 s, load 0.1 s" in tip
    assert "first run 8 ms, not in the median" in tip
    window.session.document.set_knob("alpha", 0.5)
    window.session.runtimes.on_analysed(window.session.document.recipe, "α 0.5", 1000)
    assert panel.figures["eager"].text() == "", "another recipe has no figures"


def test_everything_has_room_at_1280_by_800(qtbot: QtBot, window: MainWindow, tab: LatencyTab) -> None:
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: tab.width() > 1000)
    controls = tab.form.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert len(controls) >= 13
    assert max(c.mapTo(tab, c.rect().bottomRight()).x() for c in controls) < SIDE_PX + 12, "no control is cut by the panel's edge"
    assert tab.parts.seen() == ("runs", "correlation")
    assert tab.tools.isVisible()
    assert [name for name, button in tab.tools.buttons.items() if button.isChecked()] == ["runs", "correlation"]
    tab.tools.buttons["runtimes"].click()
    assert tab.parts.seen() == ("runs", "runtimes"), "what was chosen just now takes the place of the last"
    panel = window.findChild(RuntimesPanel, "runtimes")
    assert panel is not None
    place = panel.mapTo(tab, panel.rect().topLeft()).x()
    assert tab.chart.mapTo(tab, tab.chart.rect().topRight()).x() < place < place + panel.width() <= tab.width()
    assert min(tab.chart.width(), panel.width()) > 300
    tab.tools.buttons["runs"].click()
    tab.tools.buttons["runtimes"].click()
    assert len(tab.parts.seen()) >= 1, "one stays"
