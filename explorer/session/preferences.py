"""What the window remembers between runs, as rows. Recipes are files and never stand here."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from explorer.core.measures import DEFAULT_PRECISION, PRECISIONS

VARIABLE = "ARCHITECTURE_EXPLORER_SETTINGS"

AUTO = True
MINIMAP = True
SIDEWAYS = False
SHAPES = True
FIGURES = True
ADVICE = True
ANEW = False


@dataclass(frozen=True)
class PreferenceRow:
    """A key, its default and one sentence. The default's type is the value's."""

    key: str
    default: str | bool | int | bytes
    sentence: str


PREFERENCES = (
    PreferenceRow("theme", "system", "system, light, dark or projector"),
    PreferenceRow("language", "system", "system, en or ko"),
    PreferenceRow("colour", "macs", "what the graph's boxes are coloured by: macs, params, memory, access, time or kind"),
    PreferenceRow("rule", "macs", "the counting rule: a name of core.rules"),
    PreferenceRow("precision", "float32", "the precision of bytes in inspector, charts and comparison: a name of core.measures"),
    PreferenceRow("advice", ADVICE, "whether the inspector shows advice on blocks"),
    PreferenceRow("auto_measure", AUTO, "measure again once a change has settled"),
    PreferenceRow("measure_anew", ANEW, "measure again by itself what the measurement store has already"),
    PreferenceRow("threads", 1, "threads a latency is measured with"),
    PreferenceRow("folder", "", "where the last recipe or ONNX file was"),
    PreferenceRow("picture", "", "how the graph was last saved as a picture: format, part, theme, dpi, transparent; JSON"),
    PreferenceRow("charts", "", "how the charts are set: quantity, order, axes, which are shown, how they were saved; JSON"),
    PreferenceRow("own_folders", "", "folders of own architectures, and which of their files may be run; JSON"),
    PreferenceRow("sideways", SIDEWAYS, "whether the graph flows from left to right instead of downwards"),
    PreferenceRow("cluster", "", "the scheduler that sweeps were last sent to: address, paths of certificate files; JSON"),
    PreferenceRow("shapes", SHAPES, "whether the shapes of tensors stand at the graph's arrows"),
    PreferenceRow("figures", FIGURES, "whether the graph's boxes say what they cost"),
    PreferenceRow("minimap", MINIMAP, "the whole graph in a corner of the view"),
    PreferenceRow("layer_columns", "", "columns of the layer table that are shown, with commas; those of core.columns at first"),
    PreferenceRow("compare_columns", "", "quantities of the comparison, with commas; those of core.compare at first"),
    PreferenceRow("code", "auto", "the source beside the graph: on, off, or auto, which is on where there is room"),
    PreferenceRow("code_width", 0, "its width in pixels; 0 as at first"),
    PreferenceRow("screen_width", 0, "pixels of the screen at the last run: how much larger a projector's window may be"),
    PreferenceRow("screen_height", 0, "the same, downwards"),
    PreferenceRow("geometry", b"", "place and size of the window"),
    PreferenceRow("state", b"", "which panels are open and how wide"),
)
BY_KEY = {row.key: row for row in PREFERENCES}


class Preferences:
    """Typed access to the rows above."""

    def __init__(self, folder: str | None = None) -> None:
        folder = folder or os.environ.get(VARIABLE)
        if folder:
            self._settings = QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat)
        else:
            scope = QSettings.Scope.UserScope
            self._settings = QSettings(QSettings.Format.IniFormat, scope, "architecture-explorer", "window")

    def folder(self) -> Path:
        """Where these settings lie: the platform's folder for them, or the one that was chosen."""
        return Path(self._settings.fileName()).parent

    def text(self, key: str) -> str:
        """A word or path."""
        return str(self._settings.value(key, BY_KEY[key].default, str))

    def flag(self, key: str) -> bool:
        """On or off."""
        return bool(self._settings.value(key, BY_KEY[key].default, bool))

    def number(self, key: str) -> int:
        """A whole number."""
        default = BY_KEY[key].default
        try:
            return int(str(self._settings.value(key, default)))
        except ValueError:
            return int(default)

    def precision(self) -> str:
        """What bytes are shown as bytes of: a name of core.measures."""
        kept = self.text("precision")
        return kept if kept in PRECISIONS else DEFAULT_PRECISION

    def layout(self, key: str) -> QByteArray:
        """A window's packed geometry or state."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep(self, key: str, value: str | bool | int | QByteArray) -> None:  # noqa: FBT001  (a value, not a switch)
        """Remember."""
        self._settings.setValue(BY_KEY[key].key, value)

    def sync(self) -> None:
        """Write to disk now."""
        self._settings.sync()
