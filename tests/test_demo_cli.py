"""``main.py demo``: what it refuses, in one line and before a window opens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

MAIN = Path(__file__).resolve().parents[1] / "main.py"


def demo(*words: str) -> subprocess.CompletedProcess[str]:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {key: value for key, value in os.environ.items() if key not in screens}
    return subprocess.run(
        [sys.executable, str(MAIN), "demo", *words], env=environment, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "cannot read"), ("{", "not valid JSON"),
        ('{"format": "architecture-explorer/story", "version": 1, "title": "x"}', "steps"),
    ],
)
def test_a_file_that_cannot_be_told_is_one_line_and_code_2(tmp_path: Path, content: str | None, words: str) -> None:
    path = tmp_path / "mine.json"
    if content is not None:
        path.write_text(content)
    done = demo(str(path))
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert words in done.stderr
    assert done.stdout == ""


def test_two_files_and_options_are_refused() -> None:
    for words in (("a.json", "b.json"), ("--fast",)):
        done = demo(*words)
        assert done.returncode == 2
        assert "one story file or none" in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays of Linux")
def test_without_a_screen_it_says_so() -> None:
    done = demo()
    assert done.returncode == 2
    assert "display" in done.stderr
