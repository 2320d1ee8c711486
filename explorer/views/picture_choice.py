"""How a picture of the graph is to be drawn: what the dialog sets and the preferences remember. Knows no widget."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from explorer.views.graph.export import FORMATS, LEAST_DPI, MOST_DPI

PARTS = ("whole", "visible")
THEMES = ("light", "dark", "shown")


@dataclass(frozen=True)
class PictureChoice:
    """Format, part of the graph, theme, resolution of a PNG, and whether the page's ground is left out."""

    format: str = "svg"
    part: str = "whole"
    theme: str = "light"
    dpi: int = 300
    transparent: bool = False

    def to_text(self) -> str:
        """As the preferences keep it."""
        return json.dumps(asdict(self))

    @staticmethod
    def from_text(text: str) -> PictureChoice:
        """What was kept; the defaults for anything that is not a choice (another version's, a damaged file)."""
        first = PictureChoice()
        try:
            kept = json.loads(text)
        except ValueError:
            return first
        if not isinstance(kept, dict):
            return first
        allowed: dict[str, tuple[object, ...]] = {
            "format": FORMATS, "part": PARTS, "theme": THEMES, "dpi": tuple(range(LEAST_DPI, MOST_DPI + 1)),
            "transparent": (True, False),
        }
        sound = {
            name: value for name, value in kept.items()
            if name in allowed and value in allowed[name] and type(value) is type(getattr(first, name))
        }
        return PictureChoice(**sound)
