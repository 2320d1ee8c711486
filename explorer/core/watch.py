"""How a long job tells how far it is and learns that it is no longer wanted."""

from __future__ import annotations

from collections.abc import Callable

from explorer.core.errors import Cancelled

Progress = Callable[[float, list[str]], None]
"""Called with the fraction done (0 to 1) and a text [template, argument, ...]."""

IsCancelled = Callable[[], bool]


def unwatched(fraction: float, text: list[str]) -> None:
    """The progress callback of a job that nobody watches."""


def never() -> bool:
    """The cancel callback of a job that nobody cancels."""
    return False


def stop_if(cancelled: IsCancelled) -> None:
    """Raises Cancelled where the job is no longer wanted."""
    if cancelled():
        raise Cancelled("cancelled")
