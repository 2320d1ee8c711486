"""One measurement at a time on a device of this machine, whoever starts it: windows, command lines, a cluster's workers.

A lock on a file in the system's temporary folder. The system gives it back when its holder ends, however that happens.
"""

from __future__ import annotations

import math
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from explorer.core.errors import BadInput
from explorer.core.watch import IsCancelled, Progress, never, stop_if, unwatched

LOOK_S = 0.05
TELL_AGAIN_S = 5.0  # who waits silently is taken for hung
WAITING = ["waiting: another measurement runs on this machine"]

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def lock_file(device: str) -> Path:
    """The file of a device (``cpu``, ``cuda:0``)."""
    return Path(tempfile.gettempdir()) / f"architecture-explorer-{re.sub('[^a-z0-9]+', '-', device.lower())}.lock"


def _opened(path: Path) -> int:
    """A descriptor to lock. Another user's file may be read only, which is enough for a lock where ``flock`` is."""
    extra = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | extra, 0o666)
    except PermissionError:
        return os.open(path, os.O_RDONLY | extra)


@contextmanager
def alone_on(device: str, *, progress: Progress = unwatched, cancelled: IsCancelled = never) -> Iterator[None]:
    """Hold the device; waits while another holds it. Raises Cancelled while waiting, BadInput where the file cannot be opened."""
    path = lock_file(device)
    try:
        descriptor = _opened(path)
    except OSError as error:
        raise BadInput("the lock {0} that keeps measurements apart cannot be opened: {1}", path, error.strerror) from error
    try:
        told = -math.inf
        while not _take(descriptor):
            if monotonic() - told >= TELL_AGAIN_S:
                told = monotonic()
                progress(0.0, WAITING)
            stop_if(cancelled)
            sleep(LOOK_S)
        yield
    finally:
        os.close(descriptor)
