"""Starts the window (nothing, --library DIR, one recipe file, demo) or a command (list, analyse, export, picture, …)."""

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
    if rest[0] == "demo":
        return _demo(rest[1:], libraries)
    if words == ["draw"]:  # main.py picture asks this of a process of its own
        from explorer.draw import main as draw

        return draw()
    from explorer.cli import main as run_command

    return run_command(words)


def _demo(rest: list[str], libraries: list[Path]) -> int:
    """The window with a story: the prepared one, or that of a file. One that cannot be told is one line, and no window opens."""
    from explorer.core.errors import BadInput
    from explorer.core.story import DEMO_FILE, read_story

    if len(rest) > 1 or (rest and rest[0].startswith("-")):
        sys.stderr.write(f"main.py: demo takes one story file or none; {' '.join(rest)} was given\n")
        return 2
    story = Path(rest[0]) if rest else DEMO_FILE
    try:
        read_story(story)
    except BadInput as error:
        sys.stderr.write(f"main.py: {error}\n")
        return 2
    from explorer.app import main as open_window

    return open_window(None, libraries, story)


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
