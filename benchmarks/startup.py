"""How long until the window and its graph are there, against ``python -c "import torch"`` in the same run.

Each round starts a bare interpreter that imports torch, then the program on a virtual display with empty settings. Times run
from the start of the process to the end of the paint, both on the machine's monotonic clock. Median over the rounds; the ratio
is that of the medians.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.machine import machine, report, table
from scripts.desktop import running, virtual_display

FIRST_WINDOW, FIRST_GRAPH = "first_paint", "first_graph"
WORD = {"torch": 'python -c "import torch"', "window": "first window painted", "graph": "first graph painted"}


def import_torch_s() -> float:
    """Wall time of a fresh interpreter that imports torch."""
    start = time.monotonic()
    subprocess.run([sys.executable, "-c", "import torch"], check=True, stdin=subprocess.DEVNULL)
    return time.monotonic() - start


def program_s(display: str) -> tuple[float, float]:
    """Seconds from the program's start to its first painted window and to its first painted graph."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        with running(display, Path(folder)) as program:
            graph = program.wait_for(FIRST_GRAPH, timeout_s=60)
            window = program.named(FIRST_WINDOW)[0]
            return window["t"] - start, graph["t"] - start


def main() -> None:
    """Take all rounds and print medians, least and most."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", action="store_true", help="figures as JSON on standard output")
    options = parser.parse_args()
    where = machine("torch", "PySide6_Essentials")
    seconds: dict[str, list[float]] = {"torch": [], "window": [], "graph": []}
    with virtual_display(1440, 900) as display:
        import_torch_s()  # fills the file cache for everybody
        program_s(display)
        for number in range(options.rounds):
            sys.stderr.write(f"round {number + 1} of {options.rounds}\n")
            seconds["torch"].append(import_torch_s())
            window, graph = program_s(display)
            seconds["window"].append(window)
            seconds["graph"].append(graph)
    medians = {name: statistics.median(taken) for name, taken in seconds.items()}
    rows = [
        [WORD[name], medians[name], min(taken), max(taken), f"{medians[name] / medians['torch']:.2f} ×"]
        for name, taken in seconds.items()
    ]
    text = table(["seconds", "median", "least", "most", "to import torch"], rows)
    report(f"Start-up, {options.rounds} rounds", where, text, {"seconds": seconds, "medians": medians}, as_json=options.json)


if __name__ == "__main__":
    main()
