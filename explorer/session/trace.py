"""A log of what happened when, for end-to-end tests and benchmarks: JSON lines with monotonic time, off unless asked for."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

VARIABLE = "ARCHITECTURE_EXPLORER_TRACE"


class Trace:
    """Appends ``{"t": seconds, "event": …}`` lines to a file; does nothing without one."""

    def __init__(self, path: Path | None = None) -> None:
        self._file = path.open("a", encoding="utf-8", buffering=1) if path else None

    @staticmethod
    def from_environment() -> Trace:
        """The trace that the environment asks for."""
        path = os.environ.get(VARIABLE)
        return Trace(Path(path) if path else None)

    def __bool__(self) -> bool:
        return self._file is not None

    def event(self, name: str, **fields: object) -> None:
        """One line. Seconds are those of ``time.monotonic()``, which all processes of a machine share."""
        if self._file is not None:
            self._file.write(json.dumps({"t": time.monotonic(), "event": name, **fields}) + "\n")

    def close(self) -> None:
        """End the file."""
        if self._file is not None:
            self._file.close()
            self._file = None
