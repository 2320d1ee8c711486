"""The columns of a paper's table as the catalogue declares them (models/paper.py), and those where nothing is declared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

STAGES, BLOCKS, LAYERS = "stages", "blocks", "layers"
MOST_KNOBS = 8  # columns of a table that nobody declared


@dataclass(frozen=True)
class PaperColumn:
    """``shows`` is what is read from the network, ``knob`` what the cell sets; see models/paper.py for the rest."""

    title: str
    shows: str = ""
    knob: str = ""
    of: tuple[str, ...] = ()
    first: bool = False
    at: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PaperSpec:
    """How a paper prints its network; ``source`` is "" where no paper is followed."""

    source: str
    columns: tuple[PaperColumn, ...]
    rows: str = STAGES
    folded: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    numbered: tuple[str, int] = ("", 0)
    operators: Mapping[str, str] = field(default_factory=dict)

    @staticmethod
    def of(document: Mapping[str, Any]) -> PaperSpec:
        """From the catalogue's JSON."""
        columns = tuple(
            PaperColumn(
                c["title"], c.get("shows", ""), c.get("knob", ""), tuple(c.get("of", ())), bool(c.get("first")),
                dict(c.get("at", {})),
            )
            for c in document["columns"]
        )
        word, start = document["numbered"]
        return PaperSpec(
            document["source"], columns, document["rows"], bool(document["folded"]), dict(document["names"]), (word, int(start)),
            dict(document["operators"]),
        )


def plain_columns(stage_knobs: Sequence[str]) -> PaperSpec:
    """Stage, blocks, shapes and knobs of the stages: the table of a network that no paper's table is declared for."""
    repeats = "repeats" if "repeats" in stage_knobs else ""
    others = [name for name in stage_knobs if name != "repeats" and not name.startswith("activation.")][:MOST_KNOBS]
    columns = (
        PaperColumn("stage", "name"), PaperColumn("operator", "operator"), PaperColumn("input", "input"),
        PaperColumn("output", "output"), PaperColumn("blocks", "blocks", repeats), *(PaperColumn(n, "", n) for n in others),
    )
    return PaperSpec("", columns)
