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
from explorer.core.bench_environment import bench_environment


def draw(arguments: Namespace, analysis: dict[str, Any]) -> dict[str, Any]:
    """Have the analysed network drawn; the report. Raises BadInput for a name, a place or a size that cannot be."""
    known = whole_catalogue(arguments.own) if arguments.library else catalogue()
    entries = [a for a in known["architectures"] if any(p["name"] == analysis["preset"] for p in a["presets"])]
    names = ("colour", "theme", "dpi", "transparent", "sideways", "shapes", "figures")
    request = {
        "job": "draw", "analysis": analysis, "architectures": entries, "path": str(Path(arguments.output).expanduser()),
        "open": arguments.open, **{name: getattr(arguments, name) for name in names},
    }
    if arguments.colour == "time":
        request |= {"layer_times": _measured(arguments, analysis)}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return ask_worker("drawing", request, environment, [sys.executable, str(MAIN), "draw"])


def _measured(arguments: Namespace, analysis: dict[str, Any]) -> dict[str, Any]:
    """The layers' times, measured now with the settings that ``main.py measure`` has by default."""
    request = {"job": "layer_times", "recipe": analysis["recipe"], "settings": {}}
    first = {"job": "library", "files": [f.to_json() for f in arguments.own]} if arguments.own else None
    return ask_worker("bench", request, bench_environment(1), first=first)
