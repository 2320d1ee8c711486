"""When something was measured, for the eye."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from explorer.core.age import age, local_time
from explorer.session.latency import Point
from explorer.views.words import engine_sentence


def age_words(point: Point) -> str:
    """``measured 3 days ago`` of a figure from the store; nothing for one of this session."""
    if not point.uid:
        return ""
    return QCoreApplication.translate("age", "measured {0}").format(engine_sentence(age(point.measurement["started"])))


def age_of(document: Mapping[str, Any]) -> str:
    """The same of any measurement's document; nothing for one of this session."""
    if not document.get("from_store"):
        return ""
    return QCoreApplication.translate("age", "measured {0}").format(engine_sentence(age(document["started"])))


def exact_words(point: Point) -> str:
    """The time to the second and how to get a newer figure, for a tooltip; nothing for a figure of this session."""
    if not point.uid:
        return ""
    words = QCoreApplication.translate("age", "Measured {0} under these conditions, from the store; F9 measures it anew.")
    return words.format(local_time(point.measurement["started"]))
