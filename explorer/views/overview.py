"""Charts side by side, those that the user chose; what finds no room gives way, the last chosen first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from explorer.session.chart_memory import ChartMemory
from explorer.views.layer_tools import popup_menu
from explorer.views.widgets import mark

MEMORY = "overview"
MARGIN_PX, GAP_PX = 12, 24
LEAST_PX = 330  # below this a chart's axis and title can no longer be read
WIDER = {"cost": 420, "runtimes": 380}  # one bar a layer, and lines of words, need more
STRETCH, USUAL_STRETCH = {"cost": 4}, 3  # as the least widths: what fits is never narrower than that


class Overview(QWidget):
    """Charts by name, in the order of their places; what is chosen is remembered under ``key``.

    Signals: rearranged() when another set of them is seen.
    """

    rearranged = Signal()

    def __init__(
        self, charts: Mapping[str, tuple[QWidget, str]], memory: ChartMemory, first: tuple[str, ...], key: str = MEMORY,
        margin: int = MARGIN_PX,
    ) -> None:
        super().__init__()
        self.key, self.margin = key, margin
        self.charts = {name: chart for name, (chart, _) in charts.items()}
        self.titles = {name: title for name, (_, title) in charts.items()}
        self.memory = memory
        kept = memory.words(key, "charts", first)
        self.chosen = [name for name in kept if name in self.charts] or list(first)
        self._seen: tuple[str, ...] = ()
        self.row = row = QHBoxLayout(self)
        row.setContentsMargins(margin, 0, margin, 4)
        row.setSpacing(GAP_PX)
        for name, chart in self.charts.items():
            row.addWidget(chart, STRETCH.get(name, USUAL_STRETCH))
        self.button = QToolButton()
        self.button.setObjectName("overview.charts")
        self.button.setText(self.tr("Charts ▾"))
        self.button.setAccessibleName(self.tr("Charts of the overview"))
        self.button.setToolTip(self.tr("Which charts stand on the overview"))
        mark(self.button, "pill")
        mark(self.button, "small")
        self.button.clicked.connect(lambda: self.menu().popup(self.button.mapToGlobal(self.button.rect().bottomLeft())))
        self._fit()

    def seen(self) -> tuple[str, ...]:
        """Names of the charts there is room for."""
        return self._seen

    def choose(self, name: str, *, on: bool) -> None:
        """Put a chart on the overview, as the last to get room, or take it off; remembered. One stays."""
        chosen = [*(n for n in self.chosen if n != name), *([name] if on else [])]
        if chosen:
            self.chosen = chosen
            self.memory.keep(self.key, "charts", chosen)
            self._fit(newest=name if on else "")

    def menu(self) -> QMenu:
        """Every chart with its state; one that is chosen and has no room says so."""
        menu = popup_menu(self)
        for name, title in self.titles.items():
            crowded = name in self.chosen and name not in self._seen
            action = menu.addAction(self.tr("{0} (no room at this width)").format(title) if crowded else title)
            action.setObjectName(f"overview.{name}")
            action.setCheckable(True)
            action.setChecked(name in self.chosen)
            action.setEnabled(self.chosen != [name])
            action.setToolTip("" if action.isEnabled() else self.tr("One chart stays."))
            action.triggered.connect(lambda on, name=name: self.choose(name, on=on))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self, newest: str = "") -> None:
        """As many of the chosen as there is room for; one that was chosen just now takes the place of the last that has one."""
        order = [newest, *(n for n in self.chosen if n != newest)] if newest else self.chosen
        room = self.width() - 2 * self.margin + GAP_PX
        fitting: list[str] = []
        for name in order:
            need = WIDER.get(name, LEAST_PX) + GAP_PX
            if need <= room or not fitting:
                room -= need
                fitting.append(name)
        if newest and newest in self.chosen:
            self.chosen = [*(n for n in self.chosen if n in fitting), *(n for n in self.chosen if n not in fitting)]
            self.memory.keep(self.key, "charts", self.chosen)
        seen = tuple(name for name in self.charts if name in fitting)
        if seen != self._seen:
            self._seen = seen
            for name, chart in self.charts.items():
                chart.setVisible(name in seen)
            self.row.activate()  # at once: nobody is to see the old widths
            self.rearranged.emit()


class Picks(QWidget):
    """A button for each chart of an ``Overview``; those that are seen are pressed. For few charts, in place of its menu."""

    def __init__(self, overview: Overview, titles: Sequence[str]) -> None:
        super().__init__()
        self.overview = overview
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for (name, long), short in zip(overview.titles.items(), titles, strict=True):
            button = QToolButton()
            button.setObjectName(f"{overview.key}.{name}")
            button.setText(short)
            button.setToolTip(long)
            button.setAccessibleName(long)
            button.setCheckable(True)
            mark(button, "pill")
            mark(button, "small")
            button.clicked.connect(lambda on, name=name: self._on_clicked(name, on=on))
            self.buttons[name] = button
            row.addWidget(button)
        overview.rearranged.connect(self._follow)
        self._follow()

    def _on_clicked(self, name: str, *, on: bool) -> None:
        if on or len(self.overview.seen()) > 1:
            self.overview.choose(name, on=on)
        self._follow()

    def _follow(self) -> None:
        for name, button in self.buttons.items():
            button.setChecked(name in self.overview.seen())
