"""Write resources/published_counts.json: parameters and MACs of every network that a published accuracy belongs to.

    python scripts/generate_published_counts.py [--check]

The accuracy chart's points stand at these counts (explorer/analysis/published_points.py). ``--check`` only compares.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from explorer.analysis import analyse  # noqa: E402
from explorer.analysis.published_points import COUNTS_FILE, counts_text, with_points  # noqa: E402
from explorer.core.published import read_published  # noqa: E402
from explorer.core.recipe import Recipe  # noqa: E402


def counted(recipe: Recipe) -> tuple[Recipe, int, int]:
    """A recipe with its parameters and MACs under the default rule."""
    found = analyse(recipe, edges=False)
    return recipe, found["params"], found["macs"]


def generated() -> str:
    """The file's text."""
    return counts_text(counted(recipe) for recipe in with_points(read_published()))


def main(arguments: Sequence[str]) -> int:
    text = generated()
    if "--check" in arguments:
        if COUNTS_FILE.exists() and COUNTS_FILE.read_text(encoding="utf-8") == text:
            return 0
        print(f"{COUNTS_FILE} is stale; run: python scripts/generate_published_counts.py", file=sys.stderr)
        return 1
    COUNTS_FILE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
