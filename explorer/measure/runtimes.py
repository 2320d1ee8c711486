"""One recipe in several runtimes, one after another, under the same settings; what is not here is named with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from explorer.core.errors import BadInput
from explorer.core.host_lock import WAITING
from explorer.core.recipe import Recipe
from explorer.core.runtimes import TITLES, left_to
from explorer.core.watch import IsCancelled, Progress, never, unwatched
from explorer.measure import backends, hardware
from explorer.measure.protocol import measure
from explorer.measure.settings import Settings


def side_by_side(
    recipe: Recipe, settings: Settings, runtimes: object = None, *, progress: Progress = unwatched,
    cancelled: IsCancelled = never, extra: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The ``runtimes`` document of docs/architecture.md; ``runtimes`` names them (None: all there are).

    A runtime gets the settings without what it decides itself (``core.runtimes.left_to``). ``extra`` is added to each
    measurement. Raises BadInput where none of them can be used, for a wrong name or recipe; Cancelled.
    """
    names = _names(runtimes)
    device = hardware.pick(settings.device)
    rows: list[dict[str, Any]] = []
    for i, name in enumerate(names):
        row: dict[str, Any] = {"runtime": name, "title": TITLES[name]}
        reason = backends.missing(name, device.type)
        if reason is None:
            part = _Part(progress, i, len(names), TITLES[name])
            try:
                own = Settings.from_json(left_to(name, settings.to_json()))
                row["measurement"] = measure(recipe, own, progress=part, cancelled=cancelled) | dict(extra or {})
            except BadInput as error:
                reason = [error.template, *(str(argument) for argument in error.arguments)]
        if reason is not None:
            row["missing"] = reason
        rows.append(row)
    if all("missing" in row for row in rows):
        raise BadInput(*rows[0]["missing"])
    return {"recipe": recipe.to_json(), "digest": recipe.digest(), "settings": settings.to_json(), "runtimes": rows}


def _names(runtimes: object) -> list[str]:
    if runtimes is None:
        return list(TITLES)
    if not isinstance(runtimes, list) or not runtimes:
        raise BadInput("runtimes = {0} is not allowed; a list with some of {1} is needed", runtimes, ", ".join(TITLES))
    for name in runtimes:
        if name not in TITLES:
            raise BadInput("no runtime named {0}; there are: {1}", name, ", ".join(TITLES))
    return list(dict.fromkeys(runtimes))


class _Part:
    """Progress of one of several, by its name; what it waits for is passed on."""

    def __init__(self, progress: Progress, place: int, count: int, title: str) -> None:
        self._progress, self._place, self._count, self._title = progress, place, count, title

    def __call__(self, fraction: float, text: list[str]) -> None:
        place = [str(self._place + 1), str(self._count)]
        told = text if text == WAITING else ["{0}, {1} of {2} runtimes", self._title, *place]
        self._progress((self._place + fraction) / self._count, told)
