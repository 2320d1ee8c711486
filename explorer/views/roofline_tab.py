"""The roofline tab: the two measurements it needs, what they say in words, and the chart."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from explorer.core import units
from explorer.core.layer_times import conditions
from explorer.core.roofline import Roofline, roofline
from explorer.session.chart_memory import ChartMemory
from explorer.session.session import Session
from explorer.views.actions import Actions
from explorer.views.following import follow
from explorer.views.roofline import RooflineChart, rate_text
from explorer.views.totals import doubts
from explorer.views.widgets import Figure, Note, mark, scrolled
from explorer.views.words import conditions_words, engine_sentence

SIDE_PX = 370


class RooflineTab(QWidget):
    """Follows only while it is seen; the machine's peaks are looked up when it is first shown.

    Signals: layer_clicked(path), "" for the network.
    """

    layer_clicked = Signal(str)

    def __init__(self, session: Session, actions: Actions, memory: ChartMemory | None = None) -> None:
        super().__init__()
        self.setObjectName("roofline")
        self.session = session
        self.chart = RooflineChart(memory)
        self.chart.layer_clicked.connect(self.layer_clicked)
        self.state = Figure(mark="dim")
        self.state.setObjectName("roofline.state")
        self.peaks = Note(most=2)
        self.peaks.setObjectName("roofline.peaks")
        self.times = Note(most=3)
        self.times.setObjectName("roofline.times")
        self.rest = Note(most=2)
        self.rest.setObjectName("roofline.rest")
        self.rule = Note(most=3)
        self.rule.setObjectName("roofline.rule")
        self.rule.setToolTip(self.tr(
            "Roofline (Williams, Waterman, Patterson 2009). A byte counts when a layer's input, weight or output is read or "
            "written, once each, as if nothing were cached. The memory's roof is the faster of copy and triad (STREAM) on arrays "
            "larger than the last cache; the level one the fastest of matrix products and convolutions, best of many runs."
        ))
        side = QVBoxLayout()
        side.setSpacing(4)
        side.setContentsMargins(0, 0, 6, 0)
        buttons = QHBoxLayout()
        for name in ("measure_layers", "measure_peaks"):
            button = QToolButton()
            mark(button, "pill")
            mark(button, "small")
            button.setDefaultAction(actions[name])
            button.setText(self.tr("Layers ▶") if name == "measure_layers" else self.tr("Machine's peaks ▶"))
            buttons.addWidget(button)
        buttons.addStretch(1)
        side.addLayout(buttons)
        for words in (self.state, self.peaks, self.times, self.rest, self.rule):
            side.addWidget(words)
        side.addStretch(1)
        holder = QWidget()
        holder.setLayout(side)
        panel = scrolled(holder)  # where the lower side is low, the words are not squeezed
        panel.setFixedWidth(SIDE_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(panel)
        row.addWidget(self.chart, 1)
        for job in (session.layer_times, session.peaks):
            job.changed.connect(self._on_changed)
            follow(self, job.progressed, lambda _fraction, sentence: self._say_state(engine_sentence(sentence)))

    def refresh(self) -> None:
        """The shown recipe under the present conditions."""
        analysis, session = self.session.document.analysis, self.session
        session.peaks.look()
        if analysis is None:
            return
        times = session.layer_times.of(analysis)
        found = roofline(analysis, times, session.peaks.current(), batch=session.latency.conditions.batch)
        self.chart.show_roofline(found, analysis, times)
        self._say(found)
        document = times.document if times is not None else None
        if document is None:
            self.times.show_text(self.tr("Layers not measured: hollow points are bounds."), "dim")
        else:
            said, held = doubts(document["flags"]), conditions_words(conditions(document))
            words = f"{held}; {said}" if said else held
            self.times.show_text(words, "warning" if said else "dim")

    def _say(self, found: Roofline) -> None:
        if not self.session.layer_times.is_running() and not self.session.peaks.is_running():
            waits = self.session.layer_times.is_waiting() or self.session.peaks.is_waiting()
            self._say_state(self.tr("measured once all is quiet") if waits else "")
        if found.macs_per_s and found.bytes_per_s and found.ridge:
            flops, moved = units.count(2 * found.macs_per_s), units.count(found.bytes_per_s)
            self.peaks.show_text(self.tr("peak {0} ({1}FLOP/s), memory {2}B/s; they meet at {3} MACs/byte").format(
                rate_text(found.macs_per_s), flops, moved, f"{found.ridge:.3g}"
            ))
        else:
            self.peaks.show_text(self.tr("This machine's peaks are not measured yet: no roofs. It takes some seconds, once."))
        rest = ""
        if found.bare_share is not None and found.between_share is not None:
            rest = self.tr("{0} layers without MACs take {1} % of the time, {2} % lies between layers.").format(
                found.bare, f"{found.bare_share:.0f}", f"{found.between_share:.0f}"
            )
        self.rest.show_text(rest)
        self.rest.setVisible(bool(rest))
        above = found.above()
        words = self.tr("Bytes: every tensor to and from memory once, no cache; 1 MAC = 2 FLOP.")
        if above:
            words += " " + self.tr("{0} layers lie above the memory's roof: a cache served them.").format(above)
        self.rule.show_text(words)

    def _say_state(self, words: str) -> None:
        self.state.show_text(words)
        self.state.setVisible(bool(words))

    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh()
