"""How long ago something was measured, in words: one unit, rounded down, as people say it."""

from __future__ import annotations

from datetime import UTC, datetime

MINUTE, HOUR, DAY = 60, 3600, 86_400
UNITS = (  # from so many seconds on: length of the unit, the sentence for one, the sentence for several
    (730 * DAY, 365 * DAY, "1 year ago", "{0} years ago"),
    (60 * DAY, 30 * DAY, "1 month ago", "{0} months ago"),
    (DAY, DAY, "1 day ago", "{0} days ago"),
    (HOUR, HOUR, "1 hour ago", "{0} hours ago"),
    (MINUTE, MINUTE, "1 minute ago", "{0} minutes ago"),
)


def read_time(started: str) -> datetime | None:
    """A time in ISO 8601, UTC where it names no zone; None for what is none."""
    try:
        read = datetime.fromisoformat(started)
    except ValueError:
        return None
    return read if read.tzinfo is not None else read.replace(tzinfo=UTC)


def age(started: str, now: datetime | None = None) -> list[str]:
    """[template, argument, …]: ``3 days ago``. A time ahead of this clock by more than a minute is said with its date."""
    then = read_time(started)
    if then is None:
        return ["at an unknown time"]
    seconds = ((now or datetime.now(UTC)) - then).total_seconds()
    if seconds < -MINUTE:
        return ["on {0}", local_time(started)]
    for least, unit, one, several in UNITS:
        if seconds >= least:
            number = int(seconds // unit)
            return [one] if number == 1 else [several, str(number)]
    return ["just now"]


def local_time(started: str) -> str:
    """Date and time of day here, to the second: ``2026-11-22 07:21:58``."""
    then = read_time(started)
    return started if then is None else then.astimezone().strftime("%Y-%m-%d %H:%M:%S")
