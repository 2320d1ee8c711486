"""The published accuracies of the library as points: top-1 on ImageNet of a recipe, with its MACs and parameters by our count.

Only results of one centre crop and float weights, trained on ImageNet alone, are points; others cannot be compared with them.
Counting two hundred networks takes seconds, so that the counts are data: ``resources/published_counts.json``, written by
``scripts/generate_published_counts.py`` and tested for staleness. A recipe that the file does not have is left out.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from explorer.analysis.published import rank, shelf
from explorer.core.errors import BadInput
from explorer.core.published import IMAGENET, RESOURCES, Match, Published, Record
from explorer.core.recipe import Recipe
from models.registry import REGISTRY

COUNTS_FILE = RESOURCES / "published_counts.json"
VERSION = 1
Counts = dict[str, tuple[int, int]]  # recipe's digest: parameters, MACs under the default rule


def with_points(published: Published) -> dict[Recipe, list[tuple[Record, Match]]]:
    """The comparable results of each recipe, the likeliest to be quoted first."""
    found: dict[Recipe, list[tuple[Record, Match]]] = {}
    for recipe, matches in published.by_recipe.items():
        if recipe.preset not in REGISTRY.presets:
            continue
        pairs = [(published.by_id[match.record], match) for match in matches if not match.conditions]
        pairs = [(record, match) for record, match in pairs if record.dataset == IMAGENET and record.top1 is not None]
        if pairs:
            architecture = REGISTRY.presets[recipe.preset][0]
            found[recipe] = sorted(pairs, key=lambda pair: rank(architecture, *pair))
    return found


def published_points(published: Published | None = None, counts: Counts | None = None) -> list[dict[str, Any]]:
    """The answer ``published`` of the engine, by architecture and MACs; see docs/architecture.md."""
    counts = known_counts() if counts is None else counts
    points = []
    for recipe, pairs in with_points(published or shelf().published).items():
        if recipe.digest() not in counts:
            continue
        params, macs = counts[recipe.digest()]
        points.append({
            "recipe": recipe.to_json(), "architecture": REGISTRY.presets[recipe.preset][0].name, "params": params, "macs": macs,
            **_entry(pairs[0][0]), "also": [_entry(record) for record, _ in pairs[1:]],
        })
    order = {name: i for i, name in enumerate(dict.fromkeys(architecture.name for architecture, _ in REGISTRY.presets.values()))}
    return sorted(points, key=lambda p: (order[p["architecture"]], p["macs"], p["params"]))


def _entry(record: Record) -> dict[str, Any]:
    source = record.source
    return {"top1": record.top1, "paper": source.paper, "table": source.table, "url": source.url, "kind": record.kind,
            "record": record.id}


@cache
def known_counts() -> Counts:
    """The committed counts. Without them there are no points; that is logged."""
    try:
        return read_counts()
    except BadInput as error:
        logging.getLogger(__name__).warning("published accuracies are left out: %s", error)
        return {}


def read_counts(path: Path = COUNTS_FILE) -> Counts:
    """The file's counts. Raises BadInput where it is missing or damaged."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["version"] != VERSION:
            raise BadInput("{0} is not of a version this program reads: \"version\": {1} is needed", path, VERSION)
        return {str(row["digest"]): (int(row["params"]), int(row["macs"])) for row in document["counts"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput("the counts of published networks {0} cannot be read: {1}", path, repr(error)) from error


def counts_text(rows: Iterable[tuple[Recipe, int, int]]) -> str:
    """The file: a recipe a line, by preset."""
    lines = [
        json.dumps({"digest": recipe.digest(), "preset": recipe.preset, "params": params, "macs": macs})
        for recipe, params, macs in sorted(rows, key=lambda row: (row[0].preset, row[2], row[1], row[0].digest()))
    ]
    return f'{{"version": {VERSION}, "counts": [\n ' + ",\n ".join(lines) + "\n]}\n"
