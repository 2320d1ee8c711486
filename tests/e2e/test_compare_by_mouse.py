"""Pins with the real mouse and keyboard: pinned, dragged, renamed, taken off and brought back; kept in the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from explorer.core.compare_file import PinSet, read_pins, write_pins
from explorer.core.recipe import Recipe
from explorer.views.compare_view import ROW_PX
from scripts.desktop import running, virtual_display

pytestmark = pytest.mark.e2e
HEADER_PX = 24


def test_pin_drag_rename_unpin_and_undo(tmp_path: Path) -> None:
    recipe = tmp_path / "thin.recipe.json"
    recipe.write_text(json.dumps(Recipe.of("mobilenet_v2", {"alpha": 0.75}).to_json()), encoding="utf-8")
    file = tmp_path / "program" / "settings" / "pins.json"
    file.parent.mkdir(parents=True)
    write_pins(PinSet().added("first", Recipe("mobilenet_v2")).added("second", Recipe("mobilenet_v1")), file)

    def names() -> list[str]:
        return [pin.name for pin in read_pins(file).pins]

    with virtual_display(1440, 900) as display, running(display, tmp_path / "program", [str(recipe)]) as program:
        mouse = program.mouse
        program.wait_for("first_graph", timeout_s=60)
        mouse.focus("Architecture Explorer")
        x, y, width, height = program.wait_for("geometry", objectName="top.pin")["rect"]
        mouse.click((x + width // 2, y + height // 2))
        program.wait_until(lambda: names() == ["first", "second", "thin"], what="the third pin")
        mouse.keys("ctrl+shift+p")
        x, y, width, height = program.wait_for("geometry", objectName="compare.table")["rect"]

        def row(number: int) -> tuple[int, int]:
            return x + 60, y + HEADER_PX + number * ROW_PX + ROW_PX // 2

        mouse.drag(row(3), [(row(3)[0], row(3)[1] - 20), (row(1)[0], row(1)[1] - ROW_PX // 3)])
        program.wait_until(lambda: names() == ["thin", "first", "second"], what="the dragged row to be the first")
        mouse.click(row(1))
        mouse.keys("F2")
        mouse.type("slim")
        mouse.keys("Return")
        program.wait_until(lambda: names() == ["slim", "first", "second"], what="the new name")
        mouse.keys("Delete")
        program.wait_until(lambda: names() == ["first", "second"], what="the pin to go")
        mouse.keys("ctrl+z")
        program.wait_until(lambda: names() == ["slim", "first", "second"], what="the pin to come back")
        assert all(e["digest"] == Recipe.of("mobilenet_v2", {"alpha": 0.75}).digest() for e in program.named("totals")[-1:])
        mouse.keys("ctrl+q")
        assert program.process.wait(20) == 0
        assert program.said() == ""
