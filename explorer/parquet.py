"""Stored measurements as a file. Parquet needs pyarrow (``pip install .[parquet]``); nothing else of the program does."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from explorer.core.errors import BadInput
from explorer.core.history import FILE_COLUMNS, NUMBER
from explorer.core.history_files import samples_by_uid, text_of

if TYPE_CHECKING:
    from explorer.core.store import Store, Stored

WHY_NOT = "Parquet needs pyarrow, which is not installed here: pip install .[parquet]"


def is_possible() -> bool:
    """Whether pyarrow is there; it is not imported for that."""
    return find_spec("pyarrow") is not None


def content_of(store: Store, entries: Sequence[Stored], name: str, *, samples: bool = False) -> bytes:
    """A file of any format of ``core.history_files``. Raises BadInput for Parquet without pyarrow, and where the store cannot be
    read.
    """
    if name == "parquet":
        return to_parquet(entries, samples_by_uid(store, entries))
    return text_of(store, entries, name, samples=samples).encode()


def to_parquet(entries: Sequence[Stored], samples: Mapping[str, Sequence[float]]) -> bytes:
    """The columns of the CSV file with their types, and ``samples_ms`` as a list of doubles. Raises BadInput without pyarrow."""
    if not is_possible():
        raise BadInput(WHY_NOT)
    import pyarrow
    from pyarrow import parquet

    columns: dict[str, Any] = {}
    for column in FILE_COLUMNS:
        values = [column.read(entry) for entry in entries]
        if column.name in ("n", "threads", "batch"):
            columns[column.name] = pyarrow.array(values, pyarrow.int64())
        elif column.kind == NUMBER:
            columns[column.name] = pyarrow.array(values, pyarrow.float64())
        else:
            columns[column.name] = pyarrow.array([None if v is None else str(v) for v in values], pyarrow.string())
    runs = [list(samples[entry.uid]) for entry in entries]
    columns["samples_ms"] = pyarrow.array(runs, pyarrow.list_(pyarrow.float64()))
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), out)
    return out.getvalue()
