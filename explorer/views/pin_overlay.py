"""Pins over the charts of the overview: one pin's cost per layer as an outline on the bars, names and colours in the times."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QToolButton

from explorer.core.compare import Figures
from explorer.core.frame import boxes_of
from explorer.session.pins import PRESENT, PinEntry
from explorer.views.accuracy_data import Pinned
from explorer.views.bottom import OVERVIEW, BottomPanel
from explorer.views.chart import Chart
from explorer.views.cost_bars import Step
from explorer.views.cost_quantities import MACS, Quantity
from explorer.views.pin_colours import pin_colour
from explorer.views.theme import SMALL_PX, font

if TYPE_CHECKING:
    from explorer.session.session import Session
    from explorer.views.pin_outline import Outline

MOST_LETTERS = 18


def steps_of(
    shown: Figures, stages: Sequence[dict[str, Any]], quantity: Quantity = MACS, *, by_stage: bool,
) -> list[Step]:
    """Where the layers of another network stand over the bars of the one that is shown.

    ``by_stage``: each stage of the other over the stage of the same path, however many layers either has; otherwise, for another
    architecture, all of its layers over all of the bars.
    """
    values, parts = quantity.values(shown), []
    for box in boxes_of(shown):
        if not box["parent"]:
            first, last = box["layers"]
            parts.append((box["id"], sum(1 for value in values[first : last + 1] if value)))
    if not by_stage:
        bars = [value for stage in stages for value in quantity.of_stage(stage)]
        return _spread(bars, 0.0, float(sum(count for _, count in parts)))
    starts = dict(zip((path for path, _ in parts), accumulate((count for _, count in parts), initial=0), strict=False))
    counts, found = dict(parts), []
    for stage in stages:
        if counts.get(stage["id"]):
            found += _spread(quantity.of_stage(stage), float(starts[stage["id"]]), float(counts[stage["id"]]))
    return found


def _spread(bars: Sequence[float], start: float, width: float) -> list[Step]:
    pitch = width / len(bars) if bars else 0.0
    return [(start + i * pitch, start + (i + 1) * pitch, value) for i, value in enumerate(bars)]


class PinOverlay(QObject):
    """Follows pins, analyses and the tabs; does nothing while the overview is not seen, or nothing is pinned."""

    def __init__(self, session: Session, bottom: BottomPanel) -> None:
        super().__init__(bottom)
        self.session = session
        self.bottom = bottom
        self._outline: Outline | None = None
        self._entries: list[PinEntry] = []
        self.cost_button = self._button(bottom.cost, "cost")
        self.time_button = self._button(bottom.time, "time")
        self.accuracy_button = self._button(bottom.accuracy, "accuracy")
        pins = session.pins
        for signal in (pins.changed, pins.figures_changed):
            signal.connect(self.refresh_pins)
        bottom.tabs.currentChanged.connect(self.refresh)
        bottom.cost.arranged.connect(self.refresh)
        session.document.analysed.connect(self.refresh)

    def refresh_pins(self) -> None:
        """Other pins, or more is known of them."""
        pins = self.session.pins
        self._entries = pins.entries if pins.set.pins else []
        self.bottom.refresh_own()
        self.refresh()

    def refresh(self) -> None:
        """Bring both charts up to date."""
        if not self.bottom.isVisible() or self.bottom.tabs.currentIndex() != OVERVIEW:
            return
        entry = self.outlined()
        self._show_buttons(entry)
        self._show_outline(entry if self.cost_button.isChecked() else None)
        shown = self._entries if self.time_button.isChecked() else []
        self.bottom.accuracy.show_pins(self._pinned() if self.accuracy_button.isChecked() else [])
        self.bottom.time.show_pins({pin.digest: (pin.name, pin.colour) for pin in shown})

    def outlined(self) -> PinEntry | None:
        """The pin that the Compare tab stands on, or the baseline; None where that is what the window shows anyway."""
        chosen = self.bottom.compare.current_key()
        wanted = [pin for pin in self._entries if pin.key == chosen and chosen != PRESENT]
        found = next(iter(wanted or [pin for pin in self._entries if pin.is_baseline]), None)
        accepted = self.session.document.accepted
        return None if found is None or accepted is None or found.digest == accepted.digest() else found

    def _pinned(self) -> list[Pinned]:
        """The pins that are counted, as the accuracy chart takes them."""
        found = []
        for entry in self._entries:
            pin = self.session.pins.set.of(entry.key)
            if pin is not None and entry.usual is not None and entry.params is not None:
                found.append(
                    Pinned(entry.name, entry.colour, entry.usual, entry.params, entry.digest, pin.recipe, entry.accuracy)
                )
        return found

    def _show_outline(self, entry: PinEntry | None) -> None:
        chart, analysis = self.bottom.cost, self.session.document.analysis
        steps: list[Step] = []
        same_rule = analysis is not None and analysis["rule"] == self.session.engine.rule
        if entry is not None and analysis is not None and same_rule and chart.data.order and chart.data.takes_outline():
            pin = self.session.pins.set.of(entry.key)
            architecture = self.session.catalogue.architecture
            alike = pin is not None and architecture(pin.recipe.preset) is architecture(analysis["preset"])
            steps = steps_of(analysis, entry.stages, chart.data.quantity, by_stage=alike)
        if self._outline is None and not steps:
            return
        if self._outline is None:
            from explorer.views.pin_outline import Outline

            self._outline = Outline(chart.make().view)
        chart.lay_over(entry.name if entry else "", entry.colour if entry else 0, steps)
        self._outline.show_steps(steps, pin_colour(chart.theme, entry.colour if entry else 0))

    def _show_buttons(self, entry: PinEntry | None) -> None:
        for button, chart, wanted in (
            (self.cost_button, self.bottom.cost, entry is not None), (self.time_button, self.bottom.time, bool(self._entries)),
            (self.accuracy_button, self.bottom.accuracy, bool(self._entries)),
        ):
            if button.isHidden() == wanted:
                button.setVisible(wanted)
                chart.place_corner()
        if entry is not None:
            name = entry.name if len(entry.name) <= MOST_LETTERS else f"{entry.name[: MOST_LETTERS - 1]}…"
            if self.cost_button.text() != name:
                self.cost_button.setText(name)
                self.cost_button.setAccessibleName(self.tr("Outline of the pin {0}").format(entry.name))
                self.bottom.cost.place_corner()
            ink = pin_colour(self.bottom.cost.theme, entry.colour).name()
            sheet = f"QToolButton:checked {{ color: {ink}; border-color: {ink}; }}"
            if self.cost_button.styleSheet() != sheet:
                self.cost_button.setStyleSheet(sheet)

    def _button(self, chart: Chart, name: str) -> QToolButton:
        tips = {
            "cost": self.tr("Outline of a pin over the bars: the one marked in Compare, else the baseline"),
            "time": self.tr("Pinned recipes under their own names and colours"),
            "accuracy": self.tr("Pinned recipes: rings at their accuracy, triangles on the axis where there is none"),
        }
        button = chart.corner_button(self.tr("pins"), tips[name], "pill")
        button.setObjectName(f"chart.{name}.pins")
        button.setCheckable(True)
        button.setChecked(True)
        button.setFont(font(SMALL_PX, bold=True))  # as the style sheet draws it while it is on: measured as wide as it is drawn
        button.clicked.connect(self.refresh)
        return button
