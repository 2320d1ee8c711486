"""A thousand edits leave nothing behind: the real engine beside the real window, memory of both before and after."""

from __future__ import annotations

import gc
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from explorer.core.catalogue import read_catalogue
from explorer.core.recipe import Recipe
from explorer.session.jobs import Command
from explorer.session.preferences import Preferences
from explorer.session.session import Session
from explorer.views.window import MainWindow
from tests.views.making import fakes

WARM_UP, EDITS = 200, 1000
GROWTH_MB = 10  # of either process; one analysis that stays behind at each edit would be 200 MB and more
LONG_MS = 60_000


def _edit(qtbot: QtBot, session: Session, number: int) -> None:
    """A drag of ten steps, a step of its own, and its undo; each is waited for until it is drawn."""
    document = session.document
    step = number % 12
    if step < 10:
        document.set_knob("alpha", 0.5 + 0.01 * (number % 97), gesture=1 + number // 12)
    elif step == 10:
        document.set_knob("expansion", 1 + number // 12 % 6, "stages.4")
    else:
        document.stack.undo()
    qtbot.waitUntil(lambda: document.accepted == document.recipe, timeout=LONG_MS)


def _megabytes(session: Session) -> tuple[float, float]:
    """What the window and the engine have for themselves."""
    gc.collect()
    found = [psutil.Process(pid) for pid in (psutil.Process().pid, session.workers["engine"].pid())]
    window, engine = (process.memory_full_info().uss / 1e6 for process in found)
    return window, engine


@pytest.mark.slow
def test_a_thousand_edits_leave_nothing_behind(qtbot: QtBot, tmp_path: Path) -> None:
    commands = fakes() | {"engine": Command.worker("engine")}
    session = Session(Recipe("mobilenet_v2"), read_catalogue(), Preferences(str(tmp_path)), commands=commands)
    session.latency.set_auto(False)
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    window.bottom.make_charts()
    session.start()
    qtbot.waitUntil(lambda: session.document.accepted is not None, timeout=LONG_MS)
    window.centre.graph.expand("stages.4")
    for number in range(WARM_UP):
        _edit(qtbot, session, number)
    before = _megabytes(session)
    for number in range(WARM_UP, WARM_UP + EDITS):
        _edit(qtbot, session, number)
    after = _megabytes(session)
    session.stop()
    for name, start, end in zip(("window", "engine"), before, after, strict=True):
        assert end - start < GROWTH_MB, f"{name}: {start:.0f} MB after {WARM_UP} edits, {end:.0f} MB after {EDITS} more"
