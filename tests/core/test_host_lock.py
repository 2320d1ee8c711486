"""One at a time on a device, between processes; given back by one that is killed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from explorer.core.errors import BadInput, Cancelled
from explorer.core.host_lock import WAITING, alone_on, lock_file

ROOT = Path(__file__).resolve().parents[2]
HOLDER = """
import sys
sys.path.insert(0, {root!r})
from explorer.core.host_lock import alone_on
with alone_on('cpu'):
    print('held', flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)


def _holder() -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER.format(root=str(ROOT))], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_one_waits_and_says_so() -> None:
    holder = _holder()
    told: list[list[str]] = []

    def cancelled() -> bool:
        if told and holder.poll() is None:
            holder.kill()  # even so the lock comes free
            holder.communicate()
        return False

    with alone_on("cpu", progress=lambda _fraction, text: told.append(text), cancelled=cancelled):
        assert holder.poll() is not None
    assert told == [WAITING]


def test_waiting_can_be_cancelled() -> None:
    holder = _holder()
    with pytest.raises(Cancelled), alone_on("cpu", cancelled=lambda: True):
        pytest.fail("held twice")
    holder.communicate("")


def test_devices_are_apart() -> None:
    with alone_on("cpu"), alone_on("cuda:0"):
        assert lock_file("cpu") != lock_file("cuda:0")
    with alone_on("cpu"):
        pass


def test_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with pytest.raises(BadInput, match="keeps measurements apart"), alone_on("cpu"):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="msvcrt locks need a file that can be written")
def test_another_users_lock_file_that_can_only_be_read_is_held_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    lock_file("cpu").touch()
    opened = os.open

    def another_users(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_RDWR:
            raise PermissionError(13, "Permission denied")
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", another_users)
    told: list[list[str]] = []
    second = alone_on("cpu", progress=lambda _fraction, text: told.append(text), cancelled=lambda: bool(told))
    with alone_on("cpu"), pytest.raises(Cancelled), second:
        pytest.fail("two held it")
    assert told == [WAITING]
