"""Starts the window (no arguments, or one recipe file) or a command (list, analyse, measure, export, worker)."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """The exit code of the window or of the command."""
    words = sys.argv[1:]
    if not words or (len(words) == 1 and words[0].lower().endswith(".json")):
        from explorer.app import main as open_window

        return open_window(Path(words[0]) if words else None)
    from explorer.cli import main as run_command

    return run_command(words)


if __name__ == "__main__":
    sys.exit(main())
