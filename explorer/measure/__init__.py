"""Recipe → latency samples and statistics. Knows torch and the models, no window."""

from __future__ import annotations

from explorer.measure.fusion import compare_fused
from explorer.measure.hardware import devices
from explorer.measure.layers import measure_layers
from explorer.measure.machine import fingerprint
from explorer.measure.peaks import peaks
from explorer.measure.protocol import measure
from explorer.measure.runtimes import side_by_side
from explorer.measure.sampling import sample
from explorer.measure.settings import Settings

__all__ = [
    "Settings", "compare_fused", "devices", "fingerprint", "measure", "measure_layers", "peaks", "sample",
    "side_by_side",
]
