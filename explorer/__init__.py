"""Architecture Explorer: the program around the model library. See docs/architecture.md for the rooms and who may import whom."""

from __future__ import annotations

__version__ = "0.1.0"
