"""The program on a desktop of its own: a virtual display, the real mouse and keyboard, and what the program says it shows.

For the end-to-end test, the benchmarks and the screenshots. A display is Xvfb on a free number; the mouse is xdotool; what the
program shows is read from its trace file (``ARCHITECTURE_EXPLORER_TRACE``, see explorer/session/trace.py). Knows no Qt.

Waiting: ``Program.wait_until`` looks at the trace every 20 ms, and what it waits with is the program's own process, so that a
program that dies ends the wait at once instead of after its time limit.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

REPOSITORY = Path(__file__).resolve().parents[1]
LOOK_S = 0.02
START_S = 20.0
MOUSE_STEP_S = 0.008  # a common mouse reports 125 times a second

Event = dict[str, Any]
T = TypeVar("T")


class DesktopError(Exception):
    """The display, the program or a wait failed; the message says which and what the program last said."""


@contextmanager
def virtual_display(width: int, height: int) -> Iterator[str]:
    """An Xvfb of this size on a free number; yields its name (":7") and ends it afterwards."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"]
    with tempfile.TemporaryFile() as words:
        try:
            server = subprocess.Popen(command, pass_fds=(writing,), stdin=subprocess.DEVNULL, stdout=words, stderr=words)
        except FileNotFoundError as error:
            raise DesktopError("Xvfb is not installed (Debian: xvfb)") from error
        finally:
            os.close(writing)
        try:
            ready, _, _ = select.select([reading], [], [], START_S)
            number = os.read(reading, 32).decode().strip() if ready else ""
            if not number:
                words.seek(0)
                raise DesktopError(f"Xvfb did not start: {words.read().decode(errors='replace').strip()}")
            yield f":{number}"
        finally:
            os.close(reading)
            server.terminate()
            try:
                server.wait(5)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


class Mouse:
    """The display's real mouse and keyboard. Places are screen pixels."""

    def __init__(self, display: str) -> None:
        self._environment = {**os.environ, "DISPLAY": display}

    def do(self, *words: object) -> str:
        """One xdotool call; several commands may follow each other in it."""
        done = subprocess.run(
            ["xdotool", *(str(word) for word in words)], env=self._environment, stdin=subprocess.DEVNULL, capture_output=True,
            text=True, check=False, timeout=120,
        )
        if done.returncode != 0:
            raise DesktopError(f"xdotool {' '.join(str(word) for word in words)}: {done.stderr.strip()}")
        return done.stdout

    def click(self, place: tuple[int, int], button: int = 1) -> None:
        """Move there and click."""
        self.do("mousemove", *place, "sleep", 0.03, "click", button)

    def drag(self, start: tuple[int, int], ends: Sequence[tuple[int, int]], *, pixels: int = 2) -> None:
        """Press at ``start`` and move by way of ``ends``, at most ``pixels`` a step and 125 steps a second; then let go."""
        words: list[object] = ["mousemove", *start, "sleep", 0.03, "mousedown", 1]
        here = start
        for end in ends:
            steps = max(1, -(-max(abs(end[0] - here[0]), abs(end[1] - here[1])) // pixels))
            for step in range(1, steps + 1):
                there = [round(a + (b - a) * step / steps) for a, b in zip(here, end, strict=True)]
                words += ["mousemove", *there, "sleep", MOUSE_STEP_S]
            here = end
        self.do(*words, "sleep", 0.03, "mouseup", 1)

    def focus(self, title: str) -> None:
        """Give the keyboard to the window with this in its title, as a window manager would after a dialog was closed."""
        self.do("search", "--onlyvisible", "--name", title, "windowfocus", "--sync")

    def keys(self, *names: str) -> None:
        """Press keys one after another: "Return", "ctrl+e"."""
        self.do("key", "--clearmodifiers", "--delay", 30, *names)

    def type(self, text: str) -> None:
        """Type text."""
        self.do("type", "--clearmodifiers", "--delay", 8, text)


@dataclass
class Program:
    """The running program and its trace. ``events`` holds what was read so far, oldest first."""

    process: subprocess.Popen[bytes]
    trace: Path
    words: Path
    mouse: Mouse
    events: list[Event] = field(default_factory=list)
    _read: int = 0

    def look(self) -> list[Event]:
        """Read what the program has added to its trace; all events so far."""
        if self.trace.exists():
            with self.trace.open("rb") as file:
                file.seek(self._read)
                new = file.read()
            whole = new.rfind(b"\n") + 1
            self._read += whole
            self.events += [json.loads(line) for line in new[:whole].splitlines()]
        return self.events

    def named(self, name: str, after: float = 0.0, **match: object) -> list[Event]:
        """Events of this name since ``after`` (monotonic seconds) whose fields have these values."""
        return [
            e for e in self.look()
            if e["event"] == name and e["t"] >= after and all(e.get(key) == value for key, value in match.items())
        ]

    def wait_until(self, condition: Callable[[], T], timeout_s: float = 20.0, what: str = "") -> T:
        """The first true answer of ``condition``. Raises DesktopError when time is up or the program has ended."""
        deadline = time.monotonic() + timeout_s
        while True:
            answer = condition()
            if answer:
                return answer
            if self.process.poll() is not None:
                raise DesktopError(f"the program ended with {self.process.returncode} while waiting for {what}: {self.said()}")
            if time.monotonic() > deadline:
                recent = "\n".join(json.dumps(e)[:300] for e in self.events[-8:])
                raise DesktopError(f"waited {timeout_s:g} s in vain for {what}; last events:\n{recent}\n{self.said()}")
            try:
                self.process.wait(LOOK_S)
            except subprocess.TimeoutExpired:
                continue

    def wait_for(self, name: str, after: float = 0.0, timeout_s: float = 20.0, **match: object) -> Event:
        """The newest event of this name with these fields, as soon as there is one."""
        found = self.wait_until(lambda: self.named(name, after, **match), timeout_s, f"{name} {match or ''}")
        return found[-1]

    def said(self) -> str:
        """What the program wrote to standard output and error."""
        return self.words.read_text(encoding="utf-8", errors="replace")[-4000:].strip()


@contextmanager
def running(
    display: str, folder: Path, arguments: Sequence[str] = (), environment: Mapping[str, str] | None = None, *,
    timeout_s: float = 15.0,
) -> Iterator[Program]:
    """``python main.py`` on this display with settings and trace in ``folder``; ended afterwards if it still runs."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = folder / "settings"
    settings.mkdir(exist_ok=True)
    trace, words = folder / "trace.jsonl", folder / "words.txt"
    trace.unlink(missing_ok=True)
    variables = {
        **os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LANGUAGE": "en", "ARCHITECTURE_EXPLORER_TRACE": str(trace),
        "ARCHITECTURE_EXPLORER_SETTINGS": str(settings), "ARCHITECTURE_EXPLORER_DATA": str(folder / "data"),
        **(environment or {}),
    }
    variables.pop("WAYLAND_DISPLAY", None)
    with words.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, str(REPOSITORY / "main.py"), *arguments], cwd=REPOSITORY, env=variables, stdin=subprocess.DEVNULL,
            stdout=out, stderr=subprocess.STDOUT,
        )
        try:
            yield Program(process, trace, words, Mouse(display))
        finally:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(timeout_s)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
