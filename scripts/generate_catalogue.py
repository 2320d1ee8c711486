"""Write resources/catalogue.json, the library as the window shows it before the engine has started. ``--check`` only compares.

    python scripts/generate_catalogue.py [--check]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))


def generated() -> str:
    """The catalogue as text, one line an entry's field, keys in the declarations' order."""
    from explorer.analysis import catalogue

    return json.dumps(catalogue(), indent=1, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> int:
    from explorer.core.catalogue import CATALOGUE_FILE

    text = generated()
    if "--check" in arguments:
        if CATALOGUE_FILE.read_text(encoding="utf-8") == text:
            return 0
        print(f"{CATALOGUE_FILE} is stale; run: python scripts/generate_catalogue.py", file=sys.stderr)
        return 1
    CATALOGUE_FILE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
