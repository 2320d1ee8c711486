"""Where the program keeps what it measured: the platform's folder for an application's data. Standard library only."""

from __future__ import annotations

import os
import sys
from pathlib import Path

VARIABLE = "ARCHITECTURE_EXPLORER_DATA"  # another folder, for tests and for homes that are not to be written to
NAME = "architecture-explorer"
STORE = "measurements.sqlite3"


def data_folder() -> Path:
    """The folder; it may not exist yet."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / NAME
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / NAME
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / NAME


def store_path() -> Path:
    """Where the measurement store lies (``core.store``); it may not exist yet."""
    return data_folder() / STORE
