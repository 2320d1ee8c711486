"""The whole way through, from outside: the program as a process, the real mouse and keyboard, numbers from independent counters.

Expected parameters and MACs are torchvision's and timm's (tests/data/counts.json). What the window shows is read from its trace
(scripts/desktop.py says how waiting works): totals as analysed, and the words of the labels as they stand on the screen.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import psutil
import pytest

from explorer.core.recipe import Recipe, Value
from scripts.desktop import Program, running, virtual_display

pytestmark = pytest.mark.e2e

REPOSITORY = Path(__file__).resolve().parents[2]
COUNTS = json.loads((REPOSITORY / "tests" / "data" / "counts.json").read_text(encoding="utf-8"))
RELU6_OF_MOBILENET_V2 = 35  # stem, head, 16 expansions, 17 depthwise layers
LINEAR_BOTTLENECKS = 17
NARROW: dict[str, Value] = {"alpha": 0.75}
EDITED: dict[str, Value] = {"alpha": 0.75, "activation.project": "relu6"}


def expected(preset: str, knobs: dict[str, Value] | None = None) -> dict[str, int]:
    """Parameters and MACs at 224 px by another program."""
    wanted = {"resolution": 224, **(knobs or {"alpha": 1.0})}
    row = next(r for r in COUNTS if r["preset"] == preset and r["knobs"] == wanted)
    return {"params": row["params"], "macs": row["macs"]}


class User:
    """Somebody at the mouse and the keyboard."""

    def __init__(self, program: Program) -> None:
        self.program = program

    def sees(self, name: str) -> dict[str, Any]:
        """Where a widget is at present and what it says."""
        return self.program.wait_for("geometry", objectName=name)

    def reads(self, name: str, text: str) -> None:
        """Wait until a widget says this."""
        self.program.wait_until(lambda: self.sees(name)["text"] == text, what=f"{name} to say {text}")

    def middle(self, name: str) -> tuple[int, int]:
        """The middle of what can be seen of a widget, once it can be seen."""
        self.program.wait_until(lambda: self.sees(name)["rect"][2] > 0, what=f"{name} to be in sight")
        x, y, width, height = self.sees(name)["rect"]
        return x + width // 2, y + height // 2

    def clicks(self, name: str) -> None:
        self.program.mouse.click(self.middle(name))

    def types_over(self, name: str, text: str) -> None:
        self.clicks(name)
        self.program.mouse.keys("ctrl+a")
        self.program.mouse.type(text)

    def scrolls_to(self, name: str) -> None:
        """Turn the wheel over the knobs until a widget of theirs is in sight."""
        column, _ = self.middle("knobs")
        x, y, width, height = self.sees("knobs")["rect"]
        assert x < column < x + width

        def in_sight() -> bool:
            if self.sees(name)["rect"][3] >= 18:
                return True
            self.program.mouse.do("mousemove", column, y + height - 30, "click", 5)
            return False

        self.program.wait_until(in_sight, what=f"{name} to be scrolled into sight")

    def totals(self, since: float, numbers: dict[str, int], recipe: Recipe) -> None:
        """Wait for totals of exactly these numbers, for this recipe, and for their paint."""
        event = self.program.wait_for("totals", since, digest=recipe.digest())
        assert {key: event[key] for key in numbers} == numbers
        self.program.wait_for("painted", since, serial=event["serial"])

    def now(self) -> float:
        """The time of the last event so far."""
        return float(self.program.look()[-1]["t"])


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with virtual_display(1440, 900) as name:
        yield name


def drag_alpha(user: User, recipe: Recipe) -> None:
    """Press at the right end of the slider and pull left until the totals are those of the recipe; then let go."""
    x, y, width, height = user.sees("slider.alpha")["rect"]
    mouse, row = user.program.mouse, y + height // 2
    mouse.do("mousemove", x + width - 8, row, "sleep", 0.05, "mousedown", 1)
    here = x + width - 8

    def there() -> bool:
        nonlocal here
        shown = user.program.named("totals")[-1]
        last_wish = user.program.named("knob")[-1]
        if shown["digest"] == last_wish["digest"] == recipe.digest():
            return True
        if shown["digest"] == last_wish["digest"]:
            here -= 3
            assert here > x, "the slider's left end was reached"
            mouse.do("mousemove", here, row)
        return False

    user.program.wait_for("knob")
    user.program.wait_until(there, what="the totals to follow the slider")
    mouse.do("mouseup", 1)


def check_onnx(path: Path, recipe: Recipe) -> None:
    """The file is the recipe's network: recipe in its metadata, the moved ReLUs in its graph, weights of the right number."""
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    metadata = {entry.key: entry.value for entry in model.metadata_props}
    assert metadata["architecture_explorer.digest"] == recipe.digest()
    assert Recipe.from_json(json.loads(metadata["architecture_explorer.recipe"])) == recipe
    clips = sum(node.op_type in {"Clip", "Relu6"} for node in model.graph.node)
    assert clips == RELU6_OF_MOBILENET_V2 + LINEAR_BOTTLENECKS
    weights = sum(int(np.prod(i.dims)) for i in model.graph.initializer if len(i.dims) in {2, 4})
    assert weights == sum(int(np.prod(s)) for s in kernels(0.75))
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    images = np.random.default_rng(0).standard_normal((3, 3, 224, 224), dtype=np.float32)
    together = session.run(None, {name: images})[0]
    assert together.shape == (3, 1000)
    assert np.isfinite(together).all()
    alone = np.concatenate([session.run(None, {name: images[i : i + 1]})[0] for i in range(3)])
    np.testing.assert_allclose(together, alone, rtol=1e-3, atol=1e-4 * float(np.abs(alone).max()))


def kernels(alpha: float) -> Iterator[tuple[int, ...]]:
    """Shapes of MobileNetV2's kernels from Table 2, written down here a second time on purpose."""

    def channels(number: float) -> int:
        rounded = max(8, int(number + 4) // 8 * 8)
        return rounded + 8 if rounded < 0.9 * number else rounded

    narrow = channels(32 * alpha)
    yield narrow, 3, 3, 3
    for t, c, n in ((1, 16, 1), (6, 24, 2), (6, 32, 3), (6, 64, 4), (6, 96, 3), (6, 160, 3), (6, 320, 1)):
        out = channels(c * alpha)
        for _ in range(n):
            wide = narrow * t
            if t > 1:
                yield wide, narrow, 1, 1
            yield wide, 1, 3, 3
            yield out, wide, 1, 1
            narrow = out
    last = channels(1280 * max(1.0, alpha))
    yield last, narrow, 1, 1
    yield 1000, last


def test_open_tweak_see_measure_export_close(display: str, tmp_path: Path) -> None:
    plain, narrow, edited = Recipe("mobilenet_v2"), Recipe.of("mobilenet_v2", NARROW), Recipe.of("mobilenet_v2", EDITED)
    with running(display, tmp_path / "program") as program:
        user, keys = User(program), program.mouse.keys

        program.wait_for("first_graph", timeout_s=60)
        user.totals(0, expected("mobilenet_v2"), plain)
        user.reads("total.params.value", "3.50 M")

        drag_alpha(user, narrow)
        user.totals(0, expected("mobilenet_v2", NARROW), narrow)
        user.reads("total.params.value", "2.64 M")
        user.reads("total.macs.value", "209.1 M")
        user.reads("field.alpha", "0.75")

        since = user.now()
        user.types_over("library.search", "mobilenet_v1")
        keys("Return")
        user.totals(since, expected("mobilenet_v1"), Recipe("mobilenet_v1"))

        since = user.now()
        user.clicks("top.undo")
        user.totals(since, expected("mobilenet_v2", NARROW), narrow)

        since = user.now()
        user.scrolls_to("choice.activation.project")
        user.clicks("choice.activation.project")
        program.mouse.type("relu6")
        keys("Return")
        user.totals(since, expected("mobilenet_v2", NARROW), edited)  # a ReLU costs no MAC under this rule
        user.reads("choice.activation.project", "relu6")

        measured = program.wait_for("measured", timeout_s=60, digest=edited.digest())
        assert measured["median_ms"] > 0
        assert measured["n"] >= 10
        program.wait_until(lambda: user.sees("total.latency.value")["text"].endswith(" ms"), what="a latency on the screen")
        shown_ms = float(user.sees("total.latency.value")["text"].removesuffix(" ms"))
        assert shown_ms == pytest.approx(measured["median_ms"], rel=0.01)

        onnx_file = tmp_path / "narrow.onnx"
        keys("ctrl+e")
        user.types_over("export.path", str(onnx_file))
        user.clicks("export.start")
        program.wait_for("exported", timeout_s=60, path=str(onnx_file))
        check_onnx(onnx_file, edited)
        user.reads("export.status", "Written and verified.")
        user.reads("export.stop", "Close")
        user.clicks("export.stop")
        program.wait_until(lambda: user.sees("export.stop")["rect"][2] == 0, what="the dialog to close")

        since = user.now()
        recipe_file = tmp_path / "narrow.recipe.json"
        program.mouse.focus("Architecture Explorer")
        keys("ctrl+s")
        program.wait_for("dialog", since, type="QFileDialog")
        program.mouse.type(str(recipe_file))
        keys("Return")
        program.wait_until(recipe_file.exists, what="the recipe to be saved")
        assert Recipe.from_json(json.loads(recipe_file.read_text(encoding="utf-8"))) == edited

        workers = psutil.Process(program.process.pid).children(recursive=True)
        assert workers, "engine and bench should be running"
        program.wait_for("dialog", since, type="")
        program.mouse.focus("Architecture Explorer")
        keys("ctrl+q")
        assert program.process.wait(20) == 0
        assert program.said() == ""
        _, alive = psutil.wait_procs(workers, timeout=5)
        assert alive == []


def test_the_saved_recipe_opens_again(display: str, tmp_path: Path) -> None:
    recipe = Recipe.of("mobilenet_v2", EDITED)
    file = tmp_path / "narrow.recipe.json"
    file.write_text(json.dumps(recipe.to_json()), encoding="utf-8")
    with running(display, tmp_path / "program", [str(file)]) as program:
        program.wait_for("first_graph", timeout_s=60)
        User(program).totals(0, expected("mobilenet_v2", NARROW), recipe)
        program.process.terminate()
        assert program.process.wait(20) == 0
        assert program.said() == ""


def test_without_a_display_one_sentence_says_so(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(REPOSITORY / "main.py")], env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}, capture_output=True,
        text=True, timeout=60, check=False, stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "display" in done.stderr
