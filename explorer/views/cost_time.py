"""Measured time of layers as one more quantity of the cost chart; under its conditions, and only of what was measured."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from explorer.core import units
from explorer.core.layer_times import LayerTimes, conditions
from explorer.session.layer_times import LayerTiming
from explorer.views.cost_chart import CostChart
from explorer.views.cost_quantities import Quantity
from explorer.views.following import follow
from explorer.views.words import conditions_words, engine_sentence

NAME = "time"
TITLE = "measured time"
NOT_MEASURED = "The layers of this recipe are not measured: Measure layers (Ctrl+F9)."


def offer_time(chart: CostChart, timing: LayerTiming) -> None:
    """Let the chart show times, and follow what is measured."""

    def values(analysis: Mapping[str, Any]) -> list[float]:
        times = timing.of(analysis)
        return [0.0] * len(analysis["layers"]) if times is None else [ms or 0.0 for ms in times.by_layer]

    def notes(analysis: Mapping[str, Any]) -> list[str]:
        times = timing.of(analysis)
        return [] if times is None else time_notes(times)

    def offer() -> None:
        chosen = timing.latency.conditions
        translate = QCoreApplication.translate
        one = chosen.threads == 1
        threads = translate("totals", "1 thread") if one else translate("totals", "{0} threads").format(chosen.threads)
        under = chosen.device.upper() + ", " + threads + translate("totals", ", batch {0}").format(chosen.batch)
        chart.add_quantity(Quantity(
            NAME, TITLE, "ms", 1.0, values, units.duration, "time (ms)", under, NOT_MEASURED,
            notes,
        ))

    offer()
    follow(chart, timing.changed, offer)
    follow(chart, timing.latency.conditions_changed, lambda _conditions: offer())


def time_notes(times: LayerTimes) -> list[str]:
    """What measured times hold under, and what makes them doubtful."""
    flags = [engine_sentence(flag) for flag in times.document["flags"]]
    translate = QCoreApplication.translate
    doubtful = [translate("CostChart", "Doubtful: {0}").format("; ".join(flags))] if flags else []
    return [translate("CostChart", "Times: {0}").format(conditions_words(conditions(times.document))), *doubtful]
