"""What else the machine did while something was measured, and its power state where the system tells."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import psutil

GOVERNOR = Path("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")
IDLE = ("idle", "iowait", "steal")  # of the system's processor times: nobody on this machine computes then
TWICE = ("guest", "guest_nice")  # Linux counts them in user and nice too


class OtherLoad:
    """Processors that other processes kept busy since this was made."""

    def __init__(self) -> None:
        self._wall, self._own, self._all = perf_counter(), process_time(), _busy_s()

    def processors(self) -> float:
        """On average: 1.0 is one all the time. The system counts in hundredths of a second: a short while tells little."""
        wall = perf_counter() - self._wall
        others = _busy_s() - self._all - (process_time() - self._own)
        return max(0.0, others / wall) if wall > 0 else 0.0


def _busy_s() -> float:
    times = psutil.cpu_times()._asdict()
    return float(sum(seconds for name, seconds in times.items() if name not in IDLE and name not in TWICE))


def power() -> dict[str, Any]:
    """governor, frequency_mhz, on_battery: what of it is known."""
    state: dict[str, Any] = {}
    if GOVERNOR.is_file():
        state["governor"] = GOVERNOR.read_text(encoding="ascii").strip()
    frequency = getattr(psutil, "cpu_freq", lambda: None)()
    if frequency is not None and frequency.current:
        state["frequency_mhz"] = round(frequency.current)
    battery = getattr(psutil, "sensors_battery", lambda: None)()
    if battery is not None and battery.power_plugged is not None:
        state["on_battery"] = not battery.power_plugged
    return state
