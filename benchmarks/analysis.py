"""How long an analysis takes for every preset, and what building costs of it: ``python benchmarks/analysis.py``.

*meta* builds the ordinary module on the meta device, as one would without further ado; *quick* builds the same module as the
engine does, with leaf layers that hold shapes only (``explorer.analysis.leaves``). Both in one run, medians; the ratio is what
that saves. *walk* follows the shapes through the built module, *analyse* is all of it with hierarchy, knobs and legal values, as
the window asks for it while a knob is dragged (it has the frame already), *JSON* packs that. The garbage collector runs between
two presets, as the engine lets it run between two answers.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import orjson
import torch

import models
from benchmarks.counters import median_ms
from benchmarks.machine import geometric_mean, machine, report, table
from explorer.analysis import analyse, build, input_shape
from explorer.analysis.walk import walk
from explorer.core.recipe import Recipe


def on_meta(preset: str) -> torch.nn.Module:
    """The ordinary module without memory for its weights."""
    with torch.device("meta"):
        return models.build(preset)


def measure(preset: str) -> dict[str, Any]:
    """The figures of one preset, milliseconds."""
    recipe = Recipe(preset)
    shape, model = input_shape(recipe), build(recipe)[0]
    frame = analyse(recipe, known="")["frame"]["id"]
    document = analyse(recipe, known=frame)
    return {
        "preset": preset, "layers": len(document["figures"]["input"]), "kilobytes": len(orjson.dumps(document)) / 1e3,
        "meta_ms": median_ms(lambda: on_meta(preset)), "quick_ms": median_ms(lambda: build(recipe)),
        "walk_ms": median_ms(lambda: walk(model, shape)), "analyse_ms": median_ms(lambda: analyse(recipe, known=frame)),
        "json_ms": median_ms(lambda: orjson.dumps(document)),
    }


def as_text(rows: Iterable[dict[str, Any]]) -> str:
    """The table of all rows, the slowest analysis first."""
    ordered = sorted(rows, key=lambda row: -float(row["analyse_ms"]))
    names = ("layers", "meta_ms", "quick_ms", "saves", "walk_ms", "analyse_ms", "json_ms", "kilobytes")
    saved = [{**row, "saves": f"{row['meta_ms'] / row['quick_ms']:.1f} ×"} for row in ordered]
    cells = [[row["preset"], *(row[name] for name in names)] for row in saved]
    ratio = geometric_mean(row["meta_ms"] / row["quick_ms"] for row in ordered)
    head = ["preset, ms", "layers", "meta", "quick", "meta / quick", "walk", "analyse", "JSON", "kB"]
    return f"{table(head, cells)}\n\nGeometric mean of meta / quick: {ratio:.1f} ×"


def main() -> None:
    """Measure the presets named on the command line, all by default."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("presets", nargs="*", default=models.presets())
    parser.add_argument("--json", action="store_true", help="figures as JSON on standard output")
    options = parser.parse_args()
    torch.set_num_threads(1)
    where = {**machine("torch"), "threads": 1}
    gc.disable()
    rows = []
    for preset in options.presets:
        rows.append(measure(preset))
        gc.collect()
    report("Analysis of every preset", where, as_text(rows), {"results": rows}, as_json=options.json)


if __name__ == "__main__":
    main()
