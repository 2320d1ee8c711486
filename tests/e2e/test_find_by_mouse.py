"""Finding and moving in the graph with the real mouse and keyboard; what the window shows is read from its trace."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from explorer.core.recipe import Recipe
from scripts.desktop import Program, running, virtual_display

pytestmark = pytest.mark.e2e
DEPTHWISE = 17  # MobileNetV2 has one a block


def reads(program: Program, name: str, text: str) -> None:
    program.wait_until(
        lambda: program.wait_for("geometry", objectName=name)["text"] == text, what=f"{name} to say {text}"
    )


def test_find_step_list_and_leave(tmp_path: Path) -> None:
    recipe = tmp_path / "plain.json"
    recipe.write_text(json.dumps(Recipe("mobilenet_v2").to_json()), encoding="utf-8")
    with virtual_display(1280, 800) as display, running(display, tmp_path / "program", [str(recipe)]) as program:
        mouse = program.mouse
        program.wait_for("first_graph", timeout_s=60)
        mouse.focus("Architecture Explorer")
        x, y, width, height = program.wait_for("geometry", objectName="graph")["rect"]
        mouse.click((x + 20, y + height - 20))
        mouse.keys("slash")
        program.wait_for("geometry", objectName="find.field")
        mouse.type("dw")
        reads(program, "find.number", f"{DEPTHWISE} found")
        mouse.keys("Return")
        program.wait_for("selected", node="stages.1.0.depthwise.conv")
        reads(program, "find.number", f"1 of {DEPTHWISE}")
        bx, by, bw, bh = program.wait_for("geometry", objectName="find.find_next")["rect"]
        mouse.click((bx + bw // 2, by + bh // 2))
        program.wait_for("selected", node="stages.2.0.depthwise.conv")
        mouse.keys("shift+F3")
        reads(program, "find.number", f"1 of {DEPTHWISE}")
        bx, by, bw, bh = program.wait_for("geometry", objectName="find.list")["rect"]
        mouse.click((bx + bw // 2, by + bh // 2))
        tx, ty, tw, _ = program.wait_for("geometry", objectName="find.matches")["rect"]
        mouse.click((tx + tw // 2, ty + 2 * 22 + 11))
        program.wait_for("selected", node="stages.2.1.depthwise.conv")
        mouse.keys("Escape", "Escape", "Escape")
        program.wait_until(
            lambda: program.wait_for("geometry", objectName="find.field")["rect"][2] == 0, what="the search to close"
        )
        mouse.do("mousemove", x + width // 2, y + height // 2, "keydown", "ctrl", "click", "--repeat", 3, 4, "keyup", "ctrl")
        bx, by, bw, bh = program.wait_for("geometry", objectName="graph.minimap")["rect"]
        mouse.drag((bx + bw // 2, by + 10), [(bx + bw // 2, by + bh - 10)], pixels=12)
        mouse.keys("ctrl+q")
        assert program.process.wait(20) == 0
        assert program.said() == ""
