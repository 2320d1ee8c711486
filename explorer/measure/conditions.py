"""Under which conditions a measurement begun now would stand in the store, without measuring: stored ones are compared by it."""

from __future__ import annotations

from typing import Any

from explorer.core.store import conditions_of, hardware_of, key_of
from explorer.measure.backends import versions
from explorer.measure.hardware import pick
from explorer.measure.machine import fingerprint
from explorer.measure.settings import Settings


def conditions(settings: Settings) -> dict[str, Any]:
    """{machine, conditions}: the machine's key in the store and what must be equal. Raises BadInput for a device not here."""
    card = fingerprint(pick(settings.device), settings.threads, settings.runtime, tf32=settings.tf32)
    measurement = {"fingerprint": card, "settings": settings.to_json(), "versions": versions(settings.runtime)}
    return {"machine": key_of(hardware_of(measurement)), "conditions": conditions_of(measurement)}
