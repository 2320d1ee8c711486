"""Runtimes side by side: a line each with its median as a bar, the interval of the median, and how far its answer was."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from explorer.core.runtimes import TITLES, interval_words
from explorer.session.runtimes import SideBySide
from explorer.views.actions import Actions
from explorer.views.following import follow
from explorer.views.theme import SMALL_PX
from explorer.views.totals import doubts
from explorer.views.widgets import Figure, Note, Themed, label, mark
from explorer.views.words import engine_sentence

WIDTH_PX = 380
BAR_PX = 8


class Bar(QWidget, Themed):
    """A median from nothing to its length, the interval as a darker end."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.shares: tuple[float, float, float] | None = None

    def sizeHint(self) -> QSize:
        return QSize(60, BAR_PX + 4)

    def show_shares(self, shares: tuple[float, float, float] | None) -> None:
        """Median, low and high end of its interval, as shares of the width; None paints nothing."""
        if shares != self.shares:
            self.shares = shares
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.panel))
        if self.shares is None:
            return
        median, low, high = (share * self.width() for share in self.shares)
        top = (self.height() - BAR_PX) / 2
        painter.fillRect(QRectF(0, top, median, BAR_PX), QColor(self.theme.soft))
        painter.fillRect(QRectF(low, top - 2, max(high - low, 2.0), BAR_PX + 4), QColor(self.theme.accent))


class RuntimesPanel(QWidget):
    """Follows ``SideBySide``; one press measures the present recipe in all runtimes that are here."""

    def __init__(self, runtimes: SideBySide, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("runtimes")
        self.setMaximumWidth(WIDTH_PX)
        self.runtimes = runtimes
        self._shown: dict[str, Any] | None = None
        self.bars = {name: Bar() for name in TITLES}
        self.figures = {name: Figure() for name in TITLES}
        self.note = Note(most=2)
        self.note.setObjectName("runtimes.note")
        self.doubt = Note(mark="warning", most=3)
        self.doubt.setObjectName("runtimes.doubt")
        button = QToolButton()
        mark(button, "pill")
        mark(button, "small")
        button.setDefaultAction(actions["measure_runtimes"])
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Runtimes"), pixels=SMALL_PX, bold=True))
        head.addStretch(1)
        head.addWidget(button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 5)
        for row, (name, title) in enumerate(TITLES.items()):
            grid.addWidget(label(title, pixels=SMALL_PX, ink="dim"), row, 0)
            grid.addWidget(self.bars[name], row, 1)
            grid.addWidget(self.figures[name], row, 2)
            self.figures[name].setObjectName(f"runtimes.{name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(grid)
        column.addWidget(self.note)
        column.addWidget(self.doubt)
        column.addStretch(1)
        runtimes.changed.connect(self.refresh)
        follow(self, runtimes.progressed, lambda _fraction, sentence: self.note.show_text(engine_sentence(sentence)))
        self.refresh()

    def refresh(self) -> None:
        """What was measured of the present recipe, or why there is nothing."""
        document = self.runtimes.current()
        if document is not self._shown:
            self._shown = document
            self._show_rows({row["runtime"]: row for row in document["runtimes"]} if document else {})
        self.note.show_text(self._state(document))

    def _show_rows(self, rows: dict[str, dict[str, Any]]) -> None:
        measured = [row["measurement"] for row in rows.values() if "measurement" in row]
        doubted = ((m["fingerprint"]["runtime"], doubts(m["flags"])) for m in measured if m["flags"])
        self.doubt.show_text("\n".join(f"{title}: {words}" for title, words in doubted))
        whole = max((max(m["median_ms"], (m["interval_ms"] or [0, 0])[1]) for m in measured), default=1.0)
        for name, figure in self.figures.items():
            row = rows.get(name, {})
            m = row.get("measurement")
            if m is None:
                self.bars[name].show_shares(None)
                figure.show_text(engine_sentence(row["missing"]) if "missing" in row else "", "dim")
                figure.setToolTip("")
                continue
            low, high = m["interval_ms"] or (m["median_ms"], m["median_ms"])
            self.bars[name].show_shares((m["median_ms"] / whole, low / whole, high / whole))
            words = ", ".join(word for word in (f"{m['median_ms']:#.3g} ms", interval_words(m)) if word)
            figure.show_text(words, "warning" if m["flags"] else "text")
            figure.setToolTip("\n".join([words, *self._details(m)]))

    def _details(self, m: dict[str, Any]) -> list[str]:
        lines = []
        if m["checked"]:
            equal = self.tr("answer as PyTorch eager's: {0} off, {1} allowed")
            lines.append(equal.format(f"{m['checked']['max_rel']:.1g}", f"{m['checked']['tolerance']:g}"))
        if m["prepared_s"]:
            parts = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in m["prepared_s"].items())
            lines.append(self.tr("before the first run: {0}").format(parts))
        lines.append(self.tr("first run {0} ms, not in the median").format(f"{m['first_ms']:.3g}"))
        return [*lines, *(engine_sentence(flag) for flag in m["flags"])]

    def _state(self, document: dict[str, Any] | None) -> str:
        """Words below the rows."""
        if self.runtimes.is_running():
            return self.tr("measuring…")
        if self.runtimes.is_waiting():
            return self.tr("measured once all is quiet")
        if document is None:
            return self.tr("One press measures this recipe in each runtime that is here, with the same input.")
        measured = [row["measurement"] for row in document["runtimes"] if "measurement" in row]
        off = [m["checked"]["max_rel"] for m in measured if m["checked"]]
        return self.tr("answers agree with PyTorch eager's within {0}").format(f"{max(off):.1g}") if off else ""
