"""Windows that several files look at. Their workers are fakes; nothing here imports torch but the analysis of MobileNetV2."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from explorer.core.catalogue import read_catalogue
from explorer.session.preferences import Preferences
from explorer.session.session import Session
from explorer.views.window import MainWindow
from tests.session.recorded import HeldWorker
from tests.views.making import PLAIN, analysis, answer, fakes, session


@pytest.fixture(autouse=True)
def clipboard_left_empty() -> Iterator[None]:
    """What a test copied does not lie on the clipboard when Qt goes: the offscreen platform crashes on it, at the very end."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def nothing_asked_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that a failing test leaves behind, with an edited recipe, closes without a question that nobody would answer."""
    monkeypatch.setattr("explorer.views.files._ask_unsaved", lambda _parent, _name: QMessageBox.StandardButton.Discard)


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Session, MainWindow]]:
    """A small network, analysed; what the window asks its workers is kept."""
    running = session(tmp_path)
    for client in (running.latency, running.engine, running.opinions):
        client.worker = HeldWorker()  # type: ignore[assignment]
    window = MainWindow(running)
    qtbot.addWidget(window)
    window.show()
    answer(running)
    yield running, window
    running.stop()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """MobileNetV2, analysed; no worker answers by itself."""
    running = Session(PLAIN, read_catalogue(), Preferences(str(tmp_path)), commands=fakes())
    running.latency.set_auto(False)
    made = MainWindow(running)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    running.document.accept(PLAIN, analysis(PLAIN))
    yield made
    running.document.stack.clear()
    running.stop()
