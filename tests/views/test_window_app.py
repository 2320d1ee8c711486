"""The program itself as a process: what it says without a screen, that it starts, and that it leaves nothing behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest
from pytestqt.qtbot import QtBot

from explorer import app

MAIN = Path(__file__).resolve().parents[2] / "main.py"
LONG_MS = 60_000


def environment(**changes: str | None) -> dict[str, str]:
    """This process's environment with changes; None takes a variable away."""
    kept = {**os.environ, **{k: v for k, v in changes.items() if v is not None}}
    return {k: v for k, v in kept.items() if k not in changes or changes[k] is not None}


def events(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def has(path: Path, name: str) -> Callable[[], bool]:
    return lambda: any(e["event"] == name for e in events(path))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays of Linux")
@pytest.mark.parametrize("display", [None, ":987"])
def test_no_display_is_one_sentence_and_code_2(display: str | None) -> None:
    done = subprocess.run(
        [sys.executable, str(MAIN)], env=environment(DISPLAY=display, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None),
        capture_output=True, text=True, timeout=60, check=False,
    )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "display" in done.stderr
    assert done.stdout == ""


def test_a_missing_library_is_named_with_its_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(app, "XCB_LIBRARIES", ("libnothing-at-all.so.0",))
    assert "libnothing-at-all.so.0" in app.screen_problem()
    assert "libxcb-cursor0" in app.screen_problem()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_starts_paints_before_the_engine_answers_and_leaves_cleanly(qtbot: QtBot, tmp_path: Path, number: signal.Signals) -> None:
    trace = tmp_path / "trace"
    with subprocess.Popen(
        [sys.executable, str(MAIN)], stderr=subprocess.PIPE, text=True,
        env=environment(ARCHITECTURE_EXPLORER_TRACE=str(trace), ARCHITECTURE_EXPLORER_SETTINGS=str(tmp_path)),
    ) as process:
        qtbot.waitUntil(has(trace, "first_graph"), timeout=LONG_MS)
        children = psutil.Process(process.pid).children(recursive=True)
        assert children
        process.send_signal(number)
        assert process.wait(timeout=20) == 0
        stderr = process.stderr.read() if process.stderr else ""
    assert [line for line in stderr.splitlines() if "propagateSizeHints" not in line] == []
    assert not any(child.is_running() for child in children)
    times = {e["event"]: e["t"] for e in reversed(events(trace))}
    assert times["first_paint"] < times["first_graph"]


def test_the_window_never_imports_torch() -> None:
    code = (
        "import sys; import explorer.app, explorer.views.window, explorer.session.session;"
        "print([m for m in ('torch', 'models', 'onnx', 'explorer.analysis', 'explorer.worker') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=MAIN.parent, env=environment(), capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"
