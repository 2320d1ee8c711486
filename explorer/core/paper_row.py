"""One row of the paper's table as a line of words, for what is selected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from explorer.core.catalogue import ArchitectureSpec
from explorer.core.graph import Network
from explorer.core.paper import NOTHING, one_row


def row_words(analysis: Mapping[str, Any], network: Network, architecture: ArchitectureSpec, node: str) -> str:
    """``MobileNetV2, Table 2: input 14² × 64 · t 4 · c 96``; only the table where the whole network is selected."""
    table = one_row(analysis, network, architecture, node)
    source = table.source or architecture.title
    if not table.rows:
        return source
    cells = zip(table.columns, table.rows[0].cells, strict=True)
    return f"{source}: " + " · ".join(f"{column.title} {cell.text}" for column, cell in cells if cell.text != NOTHING)
