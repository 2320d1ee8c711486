"""The Qt binding keeps its hands off Python's reference counts.

PySide6 6.12.0 returns None without counting it on Python < 3.12: after some thousand calls the process dies. A short test would
not notice, so the counts themselves are looked at.
"""

from __future__ import annotations

import sys

import PySide6
import pytest
from PySide6 import QtCore

CALLS = 1000
SLACK = 50  # references that come and go elsewhere meanwhile; the fault costs one for every call


def test_version_is_below_the_broken_one() -> None:
    assert tuple(int(part) for part in PySide6.__version__.split(".")[:2]) < (6, 12)


@pytest.mark.parametrize("singleton", [None, True, False])
def test_calls_leave_the_reference_counts_alone(singleton: bool | None) -> None:
    target = QtCore.QObject()
    timer = QtCore.QTimer()
    before = sys.getrefcount(singleton)
    for _ in range(CALLS):
        target.setObjectName("name")
        target.parent()
        target.signalsBlocked()
        timer.setSingleShot(True)
        timer.isSingleShot()
        timer.isActive()
    assert abs(sys.getrefcount(singleton) - before) < SLACK


class _Emitter(QtCore.QObject):
    """A QObject with one signal."""

    changed = QtCore.Signal(object, bool)


def test_signals_leave_the_reference_counts_alone() -> None:
    emitter = _Emitter()
    received = 0

    def on_changed(_value: object, _flag: bool) -> None:
        nonlocal received
        received += 1

    emitter.changed.connect(on_changed)
    before = [sys.getrefcount(singleton) for singleton in (None, True)]
    for _ in range(CALLS):
        emitter.changed.emit(None, True)
    after = [sys.getrefcount(singleton) for singleton in (None, True)]
    assert received == CALLS
    assert all(abs(now - then) < SLACK for now, then in zip(after, before, strict=True))
