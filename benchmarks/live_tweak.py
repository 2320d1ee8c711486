"""How far the screen lags behind a knob that is being dragged, for every preset.

The program runs on a virtual display (or on DISPLAY with --here) and the real mouse drags the slider from end to end and back.
From the trace: a lag runs from the oldest knob event that no paint has shown yet to the end of the paint that shows it or a
newer one; superseded events count from their own time. A paint counts only when graph, totals and cost chart were all painted.
``engine`` is the engine's answer alone, asked directly: build, walk, JSON, pipe. Times are of the machine's monotonic clock; a
knob event is noted when the program takes the mouse's move, so waiting behind a paint that was under way is not in it.
``CPU`` is the processor time that window and engine took during the drag, for each paint: on a busy machine it is steadier than
any time by the clock (what the window does for knob events that share a paint is in it).
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import psutil

from benchmarks.machine import REPOSITORY, machine, percentile, report, table
from explorer.core.catalogue import read_catalogue
from explorer.core.recipe import Recipe
from scripts.desktop import DesktopError, Event, Program, running, virtual_display

FRAME_MS = 1000 / 60
WHOLE = {"graph", "chart.cost", "total.macs.value"}
MARGIN_PX = 8  # half a slider's handle


def lags(events: Sequence[Event]) -> dict[str, Any]:
    """Lags in ms from a trace: of each paint's oldest event, and of every event; and how many events no paint ever showed."""
    waiting: list[Event] = []
    of_paints: list[float] = []
    of_events: list[float] = []
    partial = 0
    for event in events:
        if event["event"] == "knob":
            waiting.append(event)
        elif event["event"] == "painted":
            shown = [knob for knob in waiting if knob["serial"] <= event["serial"]]
            if not shown:
                continue
            if not set(event["paints"]) >= WHOLE:
                partial += 1
                continue
            late = [(event["t"] - knob["t"]) * 1000 for knob in shown]
            of_paints.append(max(late))
            of_events += late
            waiting = [knob for knob in waiting if knob["serial"] > event["serial"]]
    return {"paint_ms": of_paints, "event_ms": of_events, "never_painted": len(waiting), "partial_paints": partial}


def processor_s(program: Program) -> dict[str, float]:
    """Processor time so far of the window and of its engine, seconds."""
    window = psutil.Process(program.process.pid)
    engine = next(child for child in window.children() if child.cmdline()[-1] == "engine")
    return {name: sum(process.cpu_times()[:2]) for name, process in (("window", window), ("engine", engine))}


def drag(program: Program, knob: str, sweeps: int, pixels: int) -> tuple[list[Event], dict[str, float]]:
    """Drag the knob's slider to and fro; the trace of that time, and the processor time that it took."""
    program.wait_for("first_graph", timeout_s=60)
    x, y, width, height = program.wait_for("geometry", objectName=f"slider.{knob}", timeout_s=20)["rect"]
    program.wait_for("measured", timeout_s=60)  # start-up is over
    row, left, right = y + height // 2, x + MARGIN_PX, x + width - MARGIN_PX
    since, before = time.monotonic(), processor_s(program)
    ends = [(left if i % 2 == 0 else right, row) for i in range(sweeps)]
    program.mouse.drag((right, row), ends, pixels=pixels)

    def settled() -> bool:
        knobs, painted = program.named("knob", since), program.named("painted", since)
        return bool(knobs and painted) and painted[-1]["serial"] >= knobs[-1]["serial"]

    program.wait_until(settled, what="the last knob event to be painted")
    taken = {name: seconds - before[name] for name, seconds in processor_s(program).items()}
    return [event for event in program.events if event["t"] >= since], taken


@contextmanager
def engine_process() -> Iterator[subprocess.Popen[bytes]]:
    """``main.py worker engine``, greeted."""
    command = [sys.executable, str(REPOSITORY / "main.py"), "worker", "engine"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=REPOSITORY)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdout.readline()
        yield process
    finally:
        process.stdin.close()
        process.wait(10)
        process.stdout.close()


def engine_ms(engine: subprocess.Popen[bytes], recipes: Sequence[Recipe]) -> list[float]:
    """Milliseconds from a request to its answer, for each recipe, the first round not counted."""
    assert engine.stdin is not None
    assert engine.stdout is not None
    taken, known = [], ""
    for round_number in range(4):
        for number, recipe in enumerate(recipes):
            request = {"id": number + 1, "job": "analyse", "recipe": recipe.to_json(), "frame": known}
            line = json.dumps(request).encode() + b"\n"
            start = time.perf_counter()
            engine.stdin.write(line)
            engine.stdin.flush()
            answer = engine.stdout.readline()
            if round_number:
                taken.append((time.perf_counter() - start) * 1000)
            if b'"result"' not in answer[:40]:
                raise DesktopError(f"the engine refused {recipe.to_json()}: {answer[:200]!r}")
            frame = json.loads(answer)["result"]["frame"]
            known = frame if isinstance(frame, str) else frame["id"]
    return taken


def measure(display: str, engine: subprocess.Popen[bytes], preset: str, options: argparse.Namespace) -> dict[str, Any]:
    """All figures of one preset."""
    architecture = read_catalogue().architecture(preset)
    assert architecture is not None
    spec = architecture.knobs[options.knob]
    with tempfile.TemporaryDirectory() as name:
        recipe = Path(name) / "preset.json"
        recipe.write_text(json.dumps(Recipe(preset).to_json()), encoding="utf-8")
        with running(display, Path(name) / "program", [str(recipe)]) as program:
            events, processor = drag(program, options.knob, options.sweeps, options.pixels)
    taken = lags(events)
    values = [spec.value_at(stop) for stop in spec.stops(None, spec.default if not isinstance(spec.default, str) else 0)]
    taken["cpu_ms"] = {name: 1000 * seconds / max(len(taken["paint_ms"]), 1) for name, seconds in processor.items()}
    return {"preset": preset, **taken, "engine_ms": engine_ms(engine, [Recipe.of(preset, {options.knob: v}) for v in values])}


def row_of(result: dict[str, Any]) -> list[object]:
    """One line of the table."""
    paints, events = result["paint_ms"], result["event_ms"]
    return [
        result["preset"], len(events), len(paints), result["partial_paints"], percentile(paints, 0.5), percentile(paints, 0.95),
        max(paints), percentile(events, 0.95), statistics.median(result["engine_ms"]), percentile(result["engine_ms"], 0.95),
        result["cpu_ms"]["window"], result["cpu_ms"]["engine"],
        "yes" if percentile(paints, 0.95) <= FRAME_MS else "no",
    ]


def main() -> None:
    """Measure the presets named on the command line, all by default."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("presets", nargs="*", default=read_catalogue().presets())
    parser.add_argument("--knob", default="alpha")
    parser.add_argument("--sweeps", type=int, default=20, help="drags from end to end (default 20)")
    parser.add_argument("--pixels", type=int, default=4, help="pixels a mouse step, 125 steps a second (default 4)")
    parser.add_argument("--here", action="store_true", help="use DISPLAY, not a virtual display; leave the mouse alone then")
    parser.add_argument("--json", action="store_true", help="figures as JSON on standard output")
    options = parser.parse_args()
    screen = nullcontext(os.environ.get("DISPLAY", "")) if options.here else virtual_display(1440, 900)
    where = {**machine("torch", "PySide6_Essentials"), "display": "DISPLAY" if options.here else "Xvfb 1440x900"}
    results = []
    with screen as display, engine_process() as engine:
        for preset in options.presets:
            sys.stderr.write(f"{preset} ...\n")
            results.append(measure(display, engine, preset, options))
    header = [
        "preset, ms", "events", "paints", "partial", "p50", "p95", "max", "p95, all events", "engine p50", "engine p95",
        "CPU window", "CPU engine", "in a frame",
    ]
    text = table(header, [row_of(r) for r in results])
    title = f"Live tweak: {options.knob} dragged to and fro, {options.sweeps} times"
    report(title, where, text, {"results": results}, as_json=options.json)


if __name__ == "__main__":
    main()
