"""Draws one picture without a window: the process behind ``main.py picture``. Has Qt, never torch.

Speaks the workers' protocol for a single job: a line on stdin, ``{"id", "job": "draw", "analysis", "architectures", "path",
"open", "colour", "theme", "dpi", "transparent", "sideways", "shapes", "figures", "layer_times"?}``; a line with ``result`` or
``error`` on stdout (docs/architecture.md).
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from explorer.core.catalogue import Catalogue
from explorer.core.errors import BadInput
from explorer.core.graph import Network
from explorer.core.layer_times import LayerTimes
from explorer.core.recipe import write_atomically

MM_PER_PIXEL = 25.4 / 96


def main() -> int:
    """Answer the one request on stdin."""
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    request = json.loads(sys.stdin.readline())
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    try:
        answer: dict[str, Any] = {"result": draw(request)}
    except BadInput as error:
        sentence = {"sentence": str(error), "template": error.template, "arguments": list(error.arguments)}
        answer = {"error": {"kind": "bad input", **sentence}}
    sys.stdout.write(json.dumps({"id": request["id"], **answer}) + "\n")
    sys.stdout.flush()
    del application
    return 0


def draw(request: dict[str, Any]) -> dict[str, Any]:
    """Write the picture that is asked for; what was written. Raises BadInput."""
    from explorer.views.graph import QUANTITIES
    from explorer.views.graph.export import Options, Sheet, Subject, caption, format_of, opened_at, pixels, rendered
    from explorer.views.graph.look import Manner
    from explorer.views.theme import DARK, LIGHT

    path, theme, colour = Path(request["path"]), request["theme"], request["colour"]
    kind = format_of(path)
    themes = {"light": LIGHT, "dark": DARK}
    if theme not in themes:
        raise BadInput("--theme {0} is not allowed; allowed: {1}", theme, ", ".join(themes))
    if colour not in QUANTITIES:
        raise BadInput("--colour {0} is not allowed; allowed: {1}", colour, ", ".join(QUANTITIES))
    analysis = request["analysis"]
    network = Network.from_json(analysis)
    architecture = Catalogue.of({"architectures": request["architectures"]}).architecture(analysis["preset"])
    opened = opened_at(network, request["open"])
    timed = request.get("layer_times")  # the measurement, where the colour is time
    times = LayerTimes(timed, analysis).by_node if timed else None
    manner = Manner(request["sideways"], request["shapes"], request["figures"])
    subject = Subject.of(network, opened, colour, times, manner)
    sheet = Sheet(subject, caption(analysis, architecture, timed), Options(themes[theme], request["transparent"]))
    content = rendered(sheet, kind, request["dpi"])
    write_atomically(path, content)
    png = kind == "png"
    wide, high = pixels(sheet, request["dpi"]) if png else (round(sheet.width), round(sheet.height))
    return {
        "path": str(path), "format": kind, "bytes": len(content), "width": wide, "height": high,
        "width_mm": round(sheet.width * MM_PER_PIXEL), "height_mm": round(sheet.height * MM_PER_PIXEL),
        "dpi": request["dpi"] if png else None, "digest": analysis["digest"], "open": sorted(opened), "lacking": sheet.lacking(),
    }
