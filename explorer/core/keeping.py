"""Keep a measurement in the store from within the process that took it, before it is answered. A failure is a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from explorer.core.errors import BadInput


def kept(measurement: Mapping[str, Any], kind: str = "latency") -> dict[str, Any]:
    """The measurement with ``stored``, its uid in the store; where it cannot be kept (a full disk, a home that is not to be
    written to) ``stored`` is "" and ``not_stored`` says why, as [template, argument, …]. What was measured is never lost.
    """
    from explorer.core.store import Store  # SQLite: after the runs, and not in processes that keep nothing

    try:
        with Store() as store:
            return {**measurement, "stored": store.add(measurement, kind)}
    except BadInput as error:
        return {**measurement, "stored": "", "not_stored": [error.template, *error.arguments]}


def kept_comparison(document: Mapping[str, Any]) -> dict[str, Any]:
    """The same for what was measured in turn (``core.comparisons``)."""
    from explorer.core.comparisons import add
    from explorer.core.store import Store

    try:
        with Store() as store:
            return {**document, "stored": add(store, document)}
    except BadInput as error:
        return {**document, "stored": "", "not_stored": [error.template, *error.arguments]}
