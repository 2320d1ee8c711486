"""Samples → the figures that are shown, and reasons to distrust them. Milliseconds. Standard library only."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

SPREAD_LIMIT = 0.10
CPU_SHARE_LIMIT = 0.95
DRIFT_LIMIT = 0.05
OTHERS_LIMIT = 0.2  # processors that other processes keep busy; a quiet desktop's services take some hundredths
OTHERS_SHARE = 0.05  # of all processors: on a large machine others far away disturb less


def quantile(ordered: Sequence[float], share: float) -> float:
    """Quantile of ascending samples, linear between neighbours."""
    position = share * (len(ordered) - 1)
    below = int(position)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (position - below) * (ordered[above] - ordered[below])


def median(samples: Sequence[float]) -> float:
    return quantile(sorted(samples), 0.5)


def drift(samples: Sequence[float]) -> float:
    """Change of the median from the first half of the runs to the second, as a share; 0 for fewer than four runs."""
    if len(samples) < 4:
        return 0.0
    half = len(samples) // 2
    return median(samples[half:]) / median(samples[:half]) - 1


def summarise(samples: Sequence[float]) -> dict[str, Any]:
    """median_ms, p10_ms, p90_ms, min_ms, iqr_ms, n, drift."""
    ordered = sorted(samples)
    return {
        "median_ms": quantile(ordered, 0.5), "p10_ms": quantile(ordered, 0.1), "p90_ms": quantile(ordered, 0.9),
        "min_ms": ordered[0], "iqr_ms": quantile(ordered, 0.75) - quantile(ordered, 0.25), "n": len(ordered),
        "drift": drift(samples),
    }


def flags(figures: dict[str, Any], cpu_wall: float | None, others: float | None = None) -> list[list[str]]:
    """Reasons to distrust the figures, as [template, argument, ...]. ``cpu_wall`` is None where the CPU only launches.

    ``others`` are the processors that other processes kept busy, None where that is not known.
    """
    found = []
    busy = others is not None and others > max(OTHERS_LIMIT, OTHERS_SHARE * (os.cpu_count() or 1))
    spread = figures["iqr_ms"] / figures["median_ms"] if figures["median_ms"] else 0.0
    if spread > SPREAD_LIMIT and busy:
        words = "noisy: the middle half of the runs spreads over {0} % of the median, other processes kept {1} processors busy"
        found.append([words, _percent(spread), f"{others:.1f}"])
    elif busy:
        found.append(["noisy: other processes kept {0} processors busy", f"{others:.1f}"])
    elif spread > SPREAD_LIMIT:
        found.append(["noisy: the middle half of the runs spreads over {0} % of the median", _percent(spread)])
    if cpu_wall is not None and cpu_wall < CPU_SHARE_LIMIT:
        found.append(["disturbed: the threads had a processor {0} % of the time; something else is running", _percent(cpu_wall)])
    if figures["drift"] > DRIFT_LIMIT:
        found.append(["drifting: the second half of the runs was {0} % slower than the first", _percent(figures["drift"])])
    if figures["drift"] < -DRIFT_LIMIT:
        found.append(["drifting: the second half of the runs was {0} % faster than the first", _percent(-figures["drift"])])
    return found


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"
