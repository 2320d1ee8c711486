"""By real keys: a recipe typed into the palette and presented; the program killed, and its work there at the next start."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from explorer.core.recipe import Recipe
from explorer.session.work import Work
from scripts.desktop import Program, running, virtual_display

pytestmark = pytest.mark.e2e
NARROW = Recipe.of("mobilenet_v2", {"alpha": 0.5})


def says(program: Program, name: str, text: str) -> None:
    program.wait_until(lambda: program.wait_for("geometry", objectName=name)["text"] == text, what=f"{name} to say {text}")


def seen(program: Program, name: str) -> bool:
    events = program.named("geometry", objectName=name)
    return bool(events) and events[-1]["rect"][2] > 0


def test_typed_presented_killed_and_there_again(tmp_path: Path) -> None:
    folder = tmp_path / "program"
    with virtual_display(1280, 800) as display:
        with running(display, folder) as program:
            mouse = program.mouse
            program.wait_for("first_graph", timeout_s=60)
            mouse.focus("Architecture Explorer")
            mouse.keys("ctrl+k")
            program.wait_until(lambda: seen(program, "palette.field"), what="the palette")
            mouse.type("alpha 0.5")
            says(program, "palette.field", "alpha 0.5")
            mouse.keys("Return")
            program.wait_for("totals", digest=NARROW.digest())
            mouse.keys("F5")
            says(program, "stage.macs.value", "97.13 M")
            program.wait_until(lambda: not seen(program, "top.export"), what="the bar to go")
            x, y, wide, high = program.wait_for("geometry", objectName="stage")["rect"]
            assert (x, y, wide, high) == (0, 0, 1280, 800)
            mouse.keys("Escape")
            program.wait_until(lambda: seen(program, "top.export"), what="the bar to come back")
            work = folder / "settings" / "work.json"
            program.wait_until(lambda: work.exists() and Work.read(work).state.recipe == NARROW, what="the work to be kept")
            program.process.send_signal(signal.SIGKILL)
            program.process.wait(20)
        with running(display, folder) as program:
            program.wait_for("totals", digest=NARROW.digest(), timeout_s=60)
            program.mouse.focus("Architecture Explorer")
            program.mouse.keys("ctrl+z")
            program.wait_for("totals", digest=Recipe("mobilenet_v2").digest())


def test_a_story_is_told_by_the_keys_of_a_remote(tmp_path: Path) -> None:
    with virtual_display(1280, 800) as display, running(display, tmp_path / "program", ["demo"]) as program:
        mouse = program.mouse
        says(program, "stage.headline", "One convolution becomes two")
        says(program, "stage.macs.value", "568.7 M")
        program.wait_until(
            lambda: "4.87 G" in program.wait_for("geometry", objectName="stage.words")["text"], 30, "the other's figures"
        )
        mouse.focus("Architecture Explorer")
        mouse.keys("Next", "Next")
        says(program, "stage.headline", "α: half the width is not half the cost")
        says(program, "stage.macs.value", "149.5 M")
        mouse.keys("Prior")
        says(program, "stage.headline", "What is left is 1×1")
        mouse.keys("Escape")
        program.wait_for("totals", digest=Recipe("mobilenet_v2").digest())
        mouse.keys("ctrl+q")
        assert program.process.wait(20) == 0
        assert program.said() == ""
