"""Measured time of layers as one more quantity of the cost chart; under its conditions, and only of what was measured."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from explorer.core import units
from explorer.session.layer_times import LayerTiming
from explorer.views.cost_chart import CostChart
from explorer.views.cost_quantities import Quantity

NAME = "time"
NOT_MEASURED = "The layers of this recipe are not measured: Measure layers (Ctrl+F9)."


def offer_time(chart: CostChart, timing: LayerTiming) -> None:
    """Let the chart show times, and follow what is measured."""

    def values(analysis: Mapping[str, Any]) -> list[float]:
        times = timing.of(analysis)
        return [0.0] * len(analysis["layers"]) if times is None else [ms or 0.0 for ms in times.by_layer]

    def offer() -> None:
        conditions = timing.latency.conditions
        threads = f"{conditions.threads} thread" + ("s" if conditions.threads > 1 else "")
        under = ", ".join((conditions.device.upper(), threads, f"batch {conditions.batch}"))
        chart.add_quantity(Quantity(NAME, "measured time", "ms", 1.0, values, units.duration, "time (ms)", under, NOT_MEASURED))

    offer()
    timing.changed.connect(offer)
    timing.latency.conditions_changed.connect(lambda _conditions: offer())
