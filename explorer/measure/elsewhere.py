"""Times that another machine took of a bundle (resources/elsewhere/measure.py), read back as measurements."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.core.store import Store, hardware_of, key_of
from explorer.measure.figures import flags, summarise

FORMAT = "architecture-explorer/times"
VERSION = 1
WEIGHTS = "those of the bundle"


def read_times(path: Path) -> list[dict[str, Any]]:
    """A result file as measurements (``measure`` of docs/architecture.md), with ``elsewhere`` the bundle's name.

    Raises BadInput where it is no such file, a recipe is not the one its digest names, or a time is no time.
    """
    found, refused = read_entries(path)
    if refused:
        raise BadInput(*refused[0][1])
    return found


def join(paths: Iterable[Path], *, whole: bool = False) -> dict[str, Any]:
    """Read result files into the store: {measurements [{uid, preset, recipe, digest, machine, host, device_name, median_ms, n,
    runtime, flags, new}], refused [{file, name, why}]}.

    ``whole``: raises BadInput for the first entry that is refused, and nothing is kept then.
    """
    found: list[dict[str, Any]] = []
    refused: list[dict[str, Any]] = []
    for path in paths:
        if whole:
            found += read_times(path)
            continue
        try:
            measurements, bad = read_entries(path)
        except BadInput as error:
            refused.append({"file": path.name, "name": "", "why": [error.template, *error.arguments]})
            continue
        found += measurements
        refused += [{"file": path.name, "name": name, "why": why} for name, why in bad]
    with Store() as store:
        before = {entry.uid for entry in store.find()}
        uids = store.add_all(found)
    told = [_told(uid, m, new=uid not in before) for uid, m in zip(uids, found, strict=True)]
    return {"measurements": told, "refused": refused}


def _told(uid: str, m: Mapping[str, Any], *, new: bool) -> dict[str, Any]:
    card = m["fingerprint"]
    return {
        "uid": uid, "preset": m["recipe"]["preset"], "digest": m["digest"], "machine": key_of(hardware_of(m)),
        "host": card.get("host", ""), "median_ms": m["median_ms"], "n": m["n"], "runtime": card["runtime"],
        "flags": m["flags"], "new": new, "recipe": m["recipe"], "device_name": card.get("device_name", ""),
    }


def read_entries(path: Path) -> tuple[list[dict[str, Any]], list[tuple[str, list[str]]]]:
    """The measurements of a result file, and the entries that are none: their names, and why as [template, argument, …].

    Raises BadInput where the file is none at all.
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
    entries, bundle = document.get("entries"), str(document.get("bundle", ""))
    if not isinstance(entries, list):
        raise BadInput("{0} cannot be read: it has no entries", path)
    found, refused = [], []
    for entry in entries:
        try:
            found.append(_measurement(entry, bundle))
        except BadInput as error:
            refused.append((_name(entry), [error.template, *error.arguments]))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            refused.append((_name(entry), ["{0} cannot be read: {1}", str(path), str(error)]))
    return found, refused


def _name(entry: object) -> str:
    return str(entry.get("name", "")) if isinstance(entry, dict) else ""


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
