"""The paper's table of a network, as columns: what each shows of the network that is built, and which knob stands in it.

The numbers are not repeated here: they are read from the network. A row is a stage, a block or a layer, and above and below
these a layer of stem and head. No torch, no Qt.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

STAGES, BLOCKS, LAYERS = "stages", "blocks", "layers"
SHOWS = {
    "name": "the row's name",
    "operator": "what the row is: its layer, or its kind of block",
    "input": "height × width × channels that come in",
    "output": "height × width × channels that go out",
    "size": "height × width that goes out",
    "channels": "channels that go out",
    "kernel": "side of the kernel, of a block the largest one",
    "stride": "by how much the height shrinks",
    "filter": "height × width × channels in × channels out of a convolution",
    "blocks": "how many blocks the row stands for",
    "content": "the convolutions of the row's block, kernel and channels",
    "params": "parameters",
    "macs": "multiply-accumulates",
    "": "the knob alone",
}
WIDTH = "width:"  # and the name of a layer in the block: its output channels


@dataclass(frozen=True)
class Column:
    """``title`` as printed; ``shows`` one of SHOWS or ``width:`` and a name; ``knob`` the one that the cell sets, if any.

    ``of`` are the names of the layers whose rows have the knob, where not all have; ``first`` where a stage's knob holds for its
    first block alone; ``at`` are knobs of rows outside of the stages, by module path.
    """

    title: str
    shows: str = ""
    knob: str = ""
    of: tuple[str, ...] = ()
    first: bool = False
    at: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PaperTable:
    """``source`` is paper and number; ``rows`` is STAGES, BLOCKS or LAYERS, equal ones in a row ``folded`` into one.

    ``names`` are the paper's names of rows by module path (``{0}`` in the name of a path's parent is the row's own last name),
    ``operators`` what it calls a kind of block, by class. ``numbered`` counts the blocks' rows: ("fire", 2) is fire2, fire3 …
    """

    source: str
    columns: tuple[Column, ...]
    rows: str = STAGES
    folded: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    numbered: tuple[str, int] = ("", 0)
    operators: Mapping[str, str] = field(default_factory=dict)

    def describe(self) -> dict[str, Any]:
        """As JSON, for the catalogue."""
        columns = [
            {"title": c.title, "shows": c.shows, "knob": c.knob, "of": list(c.of), "first": c.first, "at": dict(c.at)}
            for c in self.columns
        ]
        return {
            "source": self.source, "rows": self.rows, "folded": self.folded, "names": dict(self.names),
            "numbered": list(self.numbered), "operators": dict(self.operators),
            "columns": [{field: value for field, value in column.items() if value} for column in columns],
        }

    def fault(self, knobs: Mapping[str, object]) -> str:
        """What is wrong with the declaration, in English; "" where nothing is."""
        if self.rows not in (STAGES, BLOCKS, LAYERS):
            return f"rows is {self.rows!r}; allowed: {STAGES}, {BLOCKS}, {LAYERS}"
        titles = [c.title for c in self.columns]
        if not titles or len(set(titles)) != len(titles):
            return f"its columns are {titles}; each needs a title of its own"
        for column in self.columns:
            if column.shows not in SHOWS and not column.shows.startswith(WIDTH):
                return f"the column {column.title} shows {column.shows!r}; allowed: {', '.join(filter(None, SHOWS))}, {WIDTH}NAME"
            for name in (column.knob, *column.at.values()):
                if name and name not in knobs:
                    return f"the column {column.title} has the knob {name!r}, which is not declared"
            if not column.shows and not column.knob:
                return f"the column {column.title} shows nothing"
        return ""


NAME, OPERATOR = Column("layer", "name"), Column("operator", "operator")
INPUT, SIZE = Column("input", "input"), Column("output size", "size")
SPATIAL = {"Conv2d": "conv2d", "MaxPool2d": "maxpool", "AvgPool2d": "avgpool", "AdaptiveAvgPool2d": "avgpool", "Linear": "fc"}


def repeats(title: str = "n") -> Column:
    return Column(title, "blocks", "repeats")


def channels(title: str = "c", **at: str) -> Column:
    return Column(title, "channels", "channels", at=at)


def stride(title: str = "s") -> Column:
    return Column(title, "stride", "stride", first=True)
