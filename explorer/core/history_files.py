"""Which file a history is written as: the endings, and what makes each one's content."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.core.errors import BadInput
from explorer.core.history import file_table, history_table, samples_of, to_json
from explorer.core.tabular import to_csv, to_latex, to_markdown

if TYPE_CHECKING:
    from explorer.core.store import Store, Stored

ENDINGS = {"csv": ".csv", "json": ".json", "parquet": ".parquet", "markdown": ".md", "latex": ".tex"}


def format_of(path: Path) -> str:
    """The format that a file's ending asks for. Raises BadInput for an ending that asks for none."""
    for name, ending in ENDINGS.items():
        if path.suffix.lower() == ending:
            return name
    raise BadInput("{0} cannot be written: the ending {1} is unknown; there are: {2}", path.name, path.suffix or "(none)",
                   ", ".join(ENDINGS.values()))


def text_of(store: Store, entries: Sequence[Stored], name: str, *, samples: bool = False) -> str:
    """The content of a text format; raw samples in CSV where asked for, in JSON always."""
    if name == "json":
        return json.dumps(to_json(store, entries), ensure_ascii=False, allow_nan=False) + "\n"
    if name == "csv":
        return to_csv(file_table(entries, samples_by_uid(store, entries) if samples else None))
    return (to_markdown if name == "markdown" else to_latex)(history_table(entries))


def samples_by_uid(store: Store, entries: Sequence[Stored]) -> dict[str, list[float]]:
    """The raw runs of each, ms."""
    return {entry.uid: samples_of(store.document(entry.uid)) for entry in entries}
