"""Times that another machine took of a bundle (resources/elsewhere/measure.py), read back as measurements."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.measure.figures import flags, summarise

FORMAT = "architecture-explorer/times"
VERSION = 1
WEIGHTS = "those of the bundle"


def read_times(path: Path) -> list[dict[str, Any]]:
    """A result file as measurements (``measure`` of docs/architecture.md), with ``elsewhere`` the bundle's name.

    Raises BadInput where it is no such file, a recipe is not the one its digest names, or a time is no time.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadInput("cannot read {0}: {1}", path, error.strerror) from error
    except ValueError as error:
        raise BadInput("{0} is not a result file: {1}", path, error) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise BadInput("{0} is not a result file: it has no \"format\": \"{1}\"", path, FORMAT)
    if document.get("version") != VERSION:
        raise BadInput("{0} has version {1}; this program reads version {2}", path, document.get("version"), VERSION)
    try:
        return [_measurement(entry, str(document["bundle"])) for entry in document["entries"]]
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput("{0} cannot be read: {1}", path, error) from error


def _measurement(entry: Mapping[str, Any], bundle: str) -> dict[str, Any]:
    recipe = Recipe.from_json(entry["recipe"])
    if recipe.digest() != entry["digest"]:
        raise BadInput("the times of {0} are of another recipe than its digest says", entry["name"])
    samples = [float(sample) for sample in entry["samples_ms"]]
    if not samples or not all(0 < sample < float("inf") for sample in samples):
        raise BadInput("the times of {0} are no times", entry["name"])
    settings, card = dict(entry["settings"]), dict(entry["fingerprint"])
    figures = summarise(samples)
    share = None if entry["cpu_wall"] is None else float(entry["cpu_wall"]) / int(settings["threads"])
    doubts = flags(figures, share if card["device"] == "cpu" and "CPU" in card["runtime"] else None)
    if entry["check"] is None:
        doubts.append(["its answer was not compared with PyTorch's"])
    told = entry.get("told")
    if told:
        doubts.append(["only the median of {0} runs is known", str(told["runs"])])
    return {
        "settings": settings, "samples_ms": samples, "stamped": "single", **figures, "warmup_runs": int(entry["warmup_runs"]),
        "cpu_wall": share, "flags": doubts, "fingerprint": card, "input": list(entry["input"]), "weights": WEIGHTS,
        "weights_report": None, "recipe": recipe.to_json(), "digest": recipe.digest(), "started": str(entry["started"]),
        "elsewhere": bundle, **({"told": told} if told else {}),
    }
