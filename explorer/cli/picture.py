"""``main.py picture``: the analysis is made here, the picture in a process that has Qt and no torch. Knows no Qt."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from explorer.analysis import catalogue
from explorer.analysis.own import whole_catalogue
from explorer.cli.child import MAIN, ask_worker


def draw(arguments: Namespace, analysis: dict[str, Any]) -> dict[str, Any]:
    """Have the analysed network drawn; the report. Raises BadInput for a name, a place or a size that cannot be."""
    known = whole_catalogue(arguments.own) if arguments.library else catalogue()
    entries = [a for a in known["architectures"] if any(p["name"] == analysis["preset"] for p in a["presets"])]
    names = ("colour", "theme", "dpi", "transparent")
    request = {
        "job": "draw", "analysis": analysis, "architectures": entries, "path": str(Path(arguments.output).expanduser()),
        "open": arguments.open, **{name: getattr(arguments, name) for name in names},
    }
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return ask_worker("drawing", request, environment, [sys.executable, str(MAIN), "draw"])
