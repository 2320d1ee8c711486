"""How long ago, as people say it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from explorer.core.age import age

NOW = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(("back", "words"), [
    (timedelta(seconds=0), "just now"), (timedelta(seconds=59), "just now"), (timedelta(seconds=60), "1 minute ago"),
    (timedelta(minutes=59, seconds=59), "59 minutes ago"), (timedelta(hours=1), "1 hour ago"),
    (timedelta(hours=23, minutes=59), "23 hours ago"), (timedelta(days=1), "1 day ago"),
    (timedelta(days=3, hours=20), "3 days ago"),
    (timedelta(days=59), "59 days ago"), (timedelta(days=60), "2 months ago"), (timedelta(days=729), "24 months ago"),
    (timedelta(days=730), "2 years ago"), (timedelta(seconds=-30), "just now"),
])
def test_one_unit_rounded_down(back: timedelta, words: str) -> None:
    template, *arguments = age((NOW - back).isoformat(), NOW)
    assert template.format(*arguments) == words


def test_other_zones_and_none() -> None:
    assert age("2026-11-22T14:00:00+03:00", NOW) == ["1 hour ago"]
    assert age("2026-11-22T11:00:00", NOW) == ["1 hour ago"], "the store writes UTC"


def test_what_cannot_be_a_time_past() -> None:
    assert age("no time", NOW) == ["at an unknown time"]
    template, when = age("2027-01-02T00:00:00+00:00", NOW)
    assert template == "on {0}"
    assert when.startswith("2027-01-0")
