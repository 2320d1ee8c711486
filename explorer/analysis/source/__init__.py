"""Where a network stands in its own code: classes and lines of every place, the lines that a knob governs, the paper's row."""

from explorer.analysis.source.answer import source

__all__ = ["source"]
