"""Starts the window (nothing, --library DIR, one recipe file) or a command (list, analyse, export, picture, …)."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """The exit code of the window or of the command."""
    words = sys.argv[1:]
    libraries, rest = _libraries(words)
    if not rest or (len(rest) == 1 and rest[0].lower().endswith(".json")):
        from explorer.app import main as open_window

        return open_window(Path(rest[0]) if rest else None, libraries)
    if words == ["draw"]:  # main.py picture asks this of a process of its own
        from explorer.draw import main as draw

        return draw()
    from explorer.cli import main as run_command

    return run_command(words)


def _libraries(words: list[str]) -> tuple[list[Path], list[str]]:
    """The folders of ``--library DIR`` and the other words."""
    folders, rest, waiting = [], [], False
    for word in words:
        if waiting or word.startswith("--library="):
            folders.append(Path(word if waiting else word.partition("=")[2]))
        elif word != "--library":
            rest.append(word)
        waiting = word == "--library" and not waiting
    return (folders, rest) if not waiting else ([], words)


if __name__ == "__main__":
    sys.exit(main())
