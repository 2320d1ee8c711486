"""Where a network's weights come from: drawn from a seed, or read from a checkpoint as far as it fits. Knows torch, no window."""

from __future__ import annotations

from explorer.weights.checkpoint import Checkpoint, read_checkpoint
from explorer.weights.load import Weighted, choose_file, report_of, weighted
from explorer.weights.seeded import DESCRIPTION, calibration_batch, seeded_input, settle, settle_rest

__all__ = [
    "DESCRIPTION", "Checkpoint", "Weighted", "calibration_batch", "choose_file", "read_checkpoint", "report_of", "seeded_input",
    "settle", "settle_rest", "weighted",
]
