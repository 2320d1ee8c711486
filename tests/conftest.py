"""What holds for every test: no display, no settings of the user, no error in the log, no process left behind.

Qt's own warnings fail a test through pytest-qt (``qt_log_level_fail`` in pyproject.toml). A test that provokes an error on
purpose asks for the fixture ``error_log``, checks what it holds and empties it.
"""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before any test imports Qt
os.environ["LANGUAGE"] = "en"  # of the system, whatever the tester's is
_SETTINGS = tempfile.TemporaryDirectory(prefix="architecture-explorer-tests-")
os.environ["ARCHITECTURE_EXPLORER_SETTINGS"] = _SETTINGS.name
os.environ["ARCHITECTURE_EXPLORER_DATA"] = _SETTINGS.name  # what is measured is not kept beside the user's

_NUMBERS = count()

import psutil  # noqa: E402
import pytest  # noqa: E402

LEAVE_S = 5.0  # a worker leaves when its standard input closes; Python's own exit takes a moment on a busy machine


class _Errors(logging.Handler):
    """Keeps the text of every record at level ERROR or above."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def error_log() -> Iterator[list[str]]:
    """Log records at level ERROR or above since the test began; any left at its end fails the test."""
    handler = _Errors()
    logging.getLogger().addHandler(handler)
    yield handler.texts
    logging.getLogger().removeHandler(handler)
    if handler.texts:
        pytest.fail("logged as an error during the test: " + "; ".join(handler.texts), pytrace=False)


@pytest.fixture(autouse=True)
def measurements_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one test measured, another does not find stored. The folder is made by who writes into it."""
    monkeypatch.setenv("ARCHITECTURE_EXPLORER_DATA", str(Path(_SETTINGS.name) / f"data-{next(_NUMBERS)}"))


@pytest.fixture
def settings_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty settings folder for this test alone (all tests of a run share another one that is not the user's)."""
    folder = tmp_path / "settings"
    folder.mkdir()
    monkeypatch.setenv("ARCHITECTURE_EXPLORER_SETTINGS", str(folder))
    return folder


@pytest.fixture(autouse=True, scope="module")
def no_process_left() -> Iterator[None]:
    """Fails where a test file leaves a child process running."""
    before = set(psutil.Process().children(recursive=True))
    yield
    children = [child for child in psutil.Process().children(recursive=True) if child not in before]
    started = [child for child in children if "multiprocessing.resource_tracker" not in _command(child)]  # Python's own: it
    # leaves with the process that a pool was made in
    _, alive = psutil.wait_procs(started, timeout=LEAVE_S)
    if alive:
        named = "; ".join(_command(child) for child in alive)
        for child in alive:
            child.kill()
        psutil.wait_procs(alive, timeout=LEAVE_S)
        pytest.fail(f"processes left running: {named}", pytrace=False)


def _command(process: psutil.Process) -> str:
    try:
        return f"{process.pid} {' '.join(process.cmdline())}"
    except psutil.Error:
        return f"{process.pid}"
