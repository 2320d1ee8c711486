"""Makes the pictures of README from the running program: MobileNetV2 at α 0.75 and 192 px, t = 4 in stage 5, block 5.1 open.

``python scripts/screenshots.py`` writes docs/img/window-light-1280.png and docs/img/window-dark-1920.png. The program runs on a
virtual display; it is steered from outside by its recipe file, its settings file and the keyboard, and the display is grabbed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from explorer.core.recipe import Recipe
from scripts.desktop import REPOSITORY, DesktopError, Program, running, virtual_display

RECIPE = Recipe.of("mobilenet_v2", {"alpha": 0.75, "resolution": 192}, {"stages.5": {"expansion": 4}})
WINDOW = ("search", "--onlyvisible", "--name", "Architecture Explorer")
STAGE, BLOCK = "stages.5", "stages.5.1"
GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
sys.exit(0 if application.primaryScreen().grabWindow(0).save(sys.argv[1]) else 1)
"""


@dataclass(frozen=True)
class Shot:
    """One picture: file, theme, size in pixels, language."""

    name: str
    theme: str
    width: int
    height: int
    language: str = "en"


SHOTS = (
    Shot("window-light-1280.png", "light", 1280, 800), Shot("window-dark-1920.png", "dark", 1920, 1080),
    Shot("window-korean-1280.png", "light", 1280, 800, "ko"),
)


def grab(display: str, path: Path) -> None:
    """The whole display as a picture."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run([sys.executable, "-c", GRAB, str(path)], env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise DesktopError(f"the display could not be grabbed: {done.stderr.strip()}")


def _lower_edge(program: Program) -> int:
    _, top, _, height = program.wait_for("geometry", objectName="bottom")["rect"]
    return int(top + height)


def selected(program: Program) -> str:
    """The node that is lit."""
    events = program.named("selected")
    return str(events[-1]["node"]) if events else ""


def _wait_for_another(program: Program, before: str, what: str) -> None:
    program.wait_until(lambda: selected(program) != before, 3, what)


def go_to(program: Program, node: str, key: str) -> None:
    """Press a key in the graph until a node is lit."""
    for _ in range(60):
        if selected(program) == node:
            return
        before = selected(program)
        program.mouse.keys(key)
        _wait_for_another(program, before, f"{key} to move the selection to {node}")
    raise DesktopError(f"{node} was not reached with {key}")


def click_node(program: Program, node: str) -> None:
    """Click down the middle of the graph until a node is lit; its own box answers first, so nothing is opened."""
    x, y, width, height = program.wait_for("geometry", objectName="graph")["rect"]
    for row in range(y + 20, y + height, 16):
        program.mouse.click((x + width // 2 - 40, row))
        program.mouse.do("sleep", 0.15)
        if selected(program) == node:
            return
    raise DesktopError(f"{node} was not found in the graph")


def take(shot: Shot, folder: Path, recipe: Path) -> None:
    """Start the program, bring it into the state of the picture, grab it."""
    with virtual_display(shot.width, shot.height) as display, tempfile.TemporaryDirectory() as name:
        work = Path(name)
        (work / "settings").mkdir()
        settings = f"[General]\ntheme={shot.theme}\nlanguage={shot.language}\n"
        (work / "settings" / "window.ini").write_text(settings, encoding="utf-8")
        with running(display, work, [str(recipe)]) as program:
            program.wait_for("first_graph", timeout_s=60)
            program.mouse.do(*WINDOW, "windowmove", 0, 0, "windowsize", shot.width, shot.height)
            program.wait_until(lambda: _lower_edge(program) > shot.height - 40, what="the window to take its size")
            program.mouse.do(*WINDOW, "windowfocus", "--sync")
            click_node(program, STAGE)
            program.mouse.keys("Return", "Right")  # open the stage, enter it
            go_to(program, BLOCK, "Down")
            program.mouse.keys("Return")
            if shot.height < 1000:  # the opened block is partly below the edge
                x, y, width, height = program.wait_for("geometry", objectName="graph")["rect"]
                program.mouse.do("mousemove", x + width // 2, y + height // 2, "click", "--repeat", 4, 5)
            program.wait_for("measured", timeout_s=60, digest=RECIPE.digest())
            program.mouse.do("mousemove", shot.width - 4, shot.height - 4, "sleep", 0.6)
            grab(display, folder / shot.name)
            if program.said():
                raise DesktopError(f"the program complained: {program.said()}")
    sys.stdout.write(f"{folder / shot.name}\n")


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folder", type=Path, default=REPOSITORY / "docs" / "img")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        recipe = Path(name) / "mobilenet_v2.recipe.json"
        recipe.write_text(json.dumps(RECIPE.to_json()), encoding="utf-8")
        for shot in SHOTS:
            take(shot, options.folder, recipe)


if __name__ == "__main__":
    main()
