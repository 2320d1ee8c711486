"""How fluid the graph is when all of it lies open: every preset, and a synthetic network of 2,000 boxes.

The program's own window stands on a real X display (Xvfb), in a process of its own without torch; it is handed finished
analyses. A *frame* runs from the moment an input event is handed to the widget to the moment the X server has answered after
the paint: handling, painting, and the copy of the picture to the server; waiting in a queue before it is not in it. Panning is a
drag (at scale 1, and at 0.3, where boxes are drawn without words), zooming a touchpad's turn of the wheel in small steps from
all of the network to scale 4 and back, as the frames of a smooth zoom are. *tweak* is another analysis of the same boxes
(another resolution) until its paint; *layout* places all boxes, *open* is from "open everything" to the painted graph.

The peer is a plain QGraphicsView with the same boxes, texts and lines as Qt's own items (rectangle, simple text, path), moved in
the same ways in the same run: what one gets without levels of detail and without items that paint themselves.

``--every`` measures all presets in one go, with half the steps of a drag, a third of the tweaks and no peer (zooming goes through
every scale as ever, 100 to 150 frames): one table, the slowest first, and whether each goal is met. A preset whose process fails
is told and does not end the run; Ctrl+C ends it with the table of what there is. Nothing is written to a file.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import synthetic
from benchmarks.live_tweak import FRAME_MS, engine_process
from benchmarks.machine import REPOSITORY, geometric_mean, machine, percentile, report, table
from explorer.core.catalogue import read_catalogue
from explorer.core.recipe import Recipe
from scripts.desktop import virtual_display

BOXES = 2000
FEW = ("mobilenet_v2", "inception_v3", "densenet264", "senet154")
MOVES = ("pan", "far", "zoom", "tweak")
LAYOUT_MS = 200.0
SLOWEST = 5  # rows that are marked
LOOK = "benchmarks/graph_frames.py"


def documents(preset: str, engine: subprocess.Popen[bytes]) -> list[dict[str, Any]]:
    """A preset's analysis at two resolutions, as the engine gives them to the window."""
    if preset == synthetic.PRESET:
        return [synthetic.analysis(BOXES), synthetic.analysis(BOXES, 96)]
    assert engine.stdin is not None
    assert engine.stdout is not None
    architecture = read_catalogue().architecture(preset)
    assert architecture is not None
    found: list[dict[str, Any]] = []
    for knobs in ({}, {"resolution": 256}):
        recipe = Recipe.of(preset, knobs)
        engine.stdin.write(json.dumps({"id": 1, "job": "analyse", "recipe": recipe.to_json()}).encode() + b"\n")
        engine.stdin.flush()
        answer = json.loads(engine.stdout.readline())
        found.append(answer.get("result") or found[0])  # an MLP-Mixer has one resolution
    return found


def measure(preset: str, display: str, engine: subprocess.Popen[bytes], *options: str) -> dict[str, Any]:
    """All figures of one network, taken in a process of its own; ``{"preset", "failed": its last words}`` where that fails."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "analyses.json"
        path.write_text(json.dumps(documents(preset, engine)), encoding="utf-8")
        command = [sys.executable, str(REPOSITORY / LOOK), display, str(path), *options]
        done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        last = done.stderr.strip().splitlines()[-1:] or [f"ended with {done.returncode}"]
        return {"preset": preset, "failed": last[0]}
    found: dict[str, Any] = json.loads(done.stdout)
    return {"preset": preset, **found}


def row_of(result: dict[str, Any]) -> list[object]:
    """One line of the table."""
    cells: list[object] = [result["preset"], result["boxes"], result["lines"], result["layout_ms"], result["open_ms"]]
    for move in MOVES:
        frames = result["ours"][move]  # none where all of it fits into the view: there is nothing to pan
        cells += [percentile(frames, 0.5), f"{percentile(frames, 0.95):.1f} / {max(frames):.0f}"] if frames else ["fits", "–"]
    return [*cells, result["memory_mb"], "yes" if slowest(result) <= FRAME_MS else "no"]


def slowest(result: dict[str, Any], figures: str = "ours") -> float:
    """The largest p95 of the ways to move, by the clock or of processor time."""
    moved = [result[figures][move] for move in ("pan", "far", "zoom")]
    return max((percentile(frames, 0.95) for frames in moved if frames), default=0.0)


def every_row(result: dict[str, Any], place: int) -> list[object]:
    """One line of the table of all presets; ``place`` from the slowest on."""
    cells: list[object] = [result["preset"], result["boxes"], result["lines"], result["layout_ms"], result["open_ms"]]
    for move in ("pan", "far", "zoom"):
        frames = result["ours"][move]
        cells.append(f"{percentile(frames, 0.95):.1f} ({len(frames)})" if frames else "fits")
    mark = ("yes" if slowest(result) <= FRAME_MS else "**no**") + (" ◀" if place < SLOWEST else "")
    return [*cells, max(result["ours"]["zoom"]), percentile(result["cpu"]["zoom"], 0.95), result["memory_mb"], mark]


def every(results: list[dict[str, Any]], asked: int) -> str:
    """The table of all presets, the slowest first, and what it says of the goals."""
    ordered = sorted(results, key=slowest, reverse=True)
    head = ["all open, ms", "boxes", "lines", "layout", "open", "pan p95 (frames)", "pan at 0.3", "zoom", "zoom max"]
    head += ["zoom p95, CPU", "MB", "in a frame"]
    parts = [table(head, [every_row(result, i) for i, result in enumerate(ordered)])]
    late = [f"{r['preset']} ({slowest(r):.1f})" for r in ordered if slowest(r) > FRAME_MS]
    computed = [f"{r['preset']} ({slowest(r, 'cpu'):.1f})" for r in ordered if slowest(r, "cpu") > FRAME_MS]
    parts.append(
        f"Goal: p95 of every way to move within {FRAME_MS:.1f} ms. {_verdict(late, len(ordered))} By processor time of the"
        f" window's thread alone: {_verdict(computed, len(ordered))} ◀ marks the {SLOWEST} slowest."
    )
    made = next((r for r in results if r["preset"] == synthetic.PRESET), None)
    if made is not None:
        met = "Met" if made["layout_ms"] < LAYOUT_MS else "**Not met**"
        parts.append(f"Goal: layout of {made['boxes']:,} boxes under {LAYOUT_MS:.0f} ms. {met}: {made['layout_ms']:.0f} ms.")
    if len(results) < asked:
        parts.append(f"**{asked - len(results)} of {asked} networks were not measured.**")
    return "\n\n".join(parts)


def _verdict(missing: list[str], number: int) -> str:
    return f"**Not met** by {len(missing)} of {number}: {', '.join(missing)}." if missing else f"Met by all {number}."


def against_peer(results: list[dict[str, Any]]) -> str:
    """The table of ratios to the peer, p95 by p95."""
    rows: list[list[object]] = []
    ratios: dict[str, list[float]] = {move: [] for move in ("pan", "far", "zoom")}
    for result in results:
        cells: list[object] = [result["preset"]]
        for move, all_of_them in ratios.items():
            if not (result["peer"][move] and result["ours"][move]):
                cells += ["–", "–"]
                continue
            theirs, ours = percentile(result["peer"][move], 0.95), percentile(result["ours"][move], 0.95)
            all_of_them.append(theirs / ours)
            cells += [theirs, f"{theirs / ours:.1f} ×"]
        rows.append(cells)
    head = ["plain items, p95 ms", "pan", "/ ours", "pan at 0.3", "/ ours", "zoom", "/ ours"]
    means = ", ".join(f"{move} {geometric_mean(found):.1f} ×" for move, found in ratios.items())
    return f"{table(head, rows)}\n\nGeometric means: {means}"


def main() -> None:
    """Measure the presets named on the command line, a few with ``--only``, all by default; the synthetic network always."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("presets", nargs="*")
    parser.add_argument("--only", action="store_true", help=f"only {', '.join(FEW)} and the synthetic network")
    parser.add_argument("--every", action="store_true", help="all presets in one go: fewer frames, no peer, the slowest first")
    parser.add_argument("--no-peer", action="store_true", help="leave the plain items out")
    parser.add_argument("--json", action="store_true", help="figures as JSON on standard output")
    options = parser.parse_args()
    asked = [synthetic.PRESET, *(options.presets or (FEW if options.only else read_catalogue().presets()))]
    asked = list(dict.fromkeys(asked))
    words = ["--short"] if options.every else [] if options.no_peer else ["--peer"]
    where = {**machine("PySide6_Essentials"), "display": "Xvfb 1440x900"}
    results, failed = taken(asked, words)
    text = every(results, len(asked)) if options.every else "\n\n".join(_tables(results, peer=not options.no_peer))
    waits = statistics.median(result["sync_ms"] for result in results) if results else 0.0
    text += f"\n\nA round trip to the X server with nothing to do takes {waits:.2f} ms; it is in every frame."
    report("The graph, wholly open", where, text, {"results": results, "failed": failed}, as_json=options.json)
    if failed:
        raise SystemExit("\n".join(f"{result['preset']} failed: {result['failed']}" for result in failed))


def taken(presets: list[str], options: list[str]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What was measured, the largest networks first, and what failed. Ctrl+C ends it early."""
    results: list[dict[str, Any]] = []
    failed: list[dict[str, Any]] = []
    with virtual_display(1440, 900) as display, engine_process() as engine:
        try:
            for i, preset in enumerate(presets, 1):
                sys.stderr.write(f"{preset} ({i} of {len(presets)}) ...\n")
                result = measure(preset, display, engine, *options)
                (failed if "failed" in result else results).append(result)
        except KeyboardInterrupt:
            sys.stderr.write("interrupted\n")
    return sorted(results, key=lambda result: -int(result["boxes"])), failed


def _tables(results: list[dict[str, Any]], *, peer: bool) -> list[str]:
    head = ["all open, ms", "boxes", "lines", "layout", "open"]
    for name in ("pan", "pan at 0.3", "zoom", "tweak"):
        head += [f"{name} p50", "p95 / max"]
    parts = [table([*head, "MB", "in a frame"], [row_of(result) for result in results])]
    return [*parts, against_peer(results)] if peer else parts


if __name__ == "__main__":
    main()
